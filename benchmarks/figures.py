"""Figures: all that one run has found so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.lives import Workload

if TYPE_CHECKING:
    from benchmarks.commands import Taken

ONE = Workload(1, 7)
LONG = Workload(1, 10_000)
LONGEST = Workload(1, 100_000)
MANY = Workload(5_000, 20)
"""The workloads that our budgets are about."""


class Drawn(NamedTuple):
    """What a command took from CSV to HTML, and the bytes of its page; 0 where it made none.

    `taken` is None where it was not asked, since fewer stays had been too many.
    """

    taken: Taken | None
    size: int


@dataclass(frozen=True)
class Measured:
    """What one page took; None where it never came so far.

    Parameters
    ----------
    painted
        Milliseconds from navigation until the frame with the route was painted.
    heap
        JavaScript's memory in megabytes, rubbish collected.
    elements
        Elements in the page while playing.
    updates, frame
        While playing: different pictures a second, and the 95th of 100 frame times.
    seeks, seeks_late
        Median and 95th of 100 milliseconds from a seek to the end of the next painted frame, and
        of the one after.
    fetched
        Bytes it loaded besides itself.
    halted
        Why there is no more: it took too long, or what went wrong.
    """

    painted: float | None = None
    heap: float | None = None
    elements: int | None = None
    updates: float | None = None
    frame: float | None = None
    seeks: tuple[float, float] | None = None
    seeks_late: tuple[float, float] | None = None
    fetched: int = 0
    halted: str = ""


class Shown(NamedTuple):
    """What a page took in the browser, and its bytes."""

    measured: Measured
    size: int

    @property
    def loaded(self) -> int:
        """Bytes of the page and of all that it loaded."""
        return self.size + self.measured.fetched


@dataclass
class Figures:
    """All that one run has found so far.

    Parameters
    ----------
    start
        By command, what one waits for before anything is done.
    page, code
        Bytes of the page of data/places.csv, and of a page's script and style gzipped.
    draw, pages
        By workload and tool.
    gazetteer
        Seconds, milliseconds or megabytes, by section and label of what `gazetteer_speed` prints.
    """

    start: dict[str, Taken] = field(default_factory=dict)
    page: int | None = None
    code: int | None = None
    draw: dict[tuple[Workload, str], Drawn] = field(default_factory=dict)
    pages: dict[tuple[Workload, str], Shown] = field(default_factory=dict)
    gazetteer: dict[tuple[str, str], float] = field(default_factory=dict)

    def stopped(self, tool: str, stays: int) -> bool:
        """Say whether a tool was stopped when it drew so many stays or fewer."""
        return any(
            named == tool and workload.total <= stays and taken is not None and taken.code < 0
            for (workload, named), (taken, _) in self.draw.items()
        )
