"""Rivals: where a peer is ahead of us, in anything that one run measured of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from benchmarks.bench import FLOOR, OURS
from benchmarks.budgets import REASONS, reasons
from benchmarks.report import MEGABYTE, figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.commands import Taken
    from benchmarks.figures import Figures, Shown
    from benchmarks.lives import Workload

    Finder = Callable[[Figures, Workload, str], float | None]

REASON = "where a peer is ahead"
"""Its heading in why.md."""
TIE = 1.05
"""How far a peer has to be ahead to be named: nearer ones change places from run to run."""


class Compared(NamedTuple):
    """A figure that ours and theirs have in common."""

    what: str
    find: Finder
    least: bool = False


def _of_drawn(find: Callable[[Taken], float]) -> Finder:
    def found(figures: Figures, workload: Workload, tool: str) -> float | None:
        drawn = figures.draw.get((workload, tool))
        return find(drawn.taken) if drawn and drawn.taken and drawn.size else None

    return found


def _of_shown(find: Callable[[Shown], float | None]) -> Finder:
    def found(figures: Figures, workload: Workload, tool: str) -> float | None:
        shown = figures.pages.get((workload, tool))
        return find(shown) if shown and shown.measured.painted else None

    return found


COMPARED = (
    Compared("s, CSV to HTML", _of_drawn(lambda t: t.wall)),
    Compared("MB of memory", _of_drawn(lambda t: t.megabytes)),
    Compared("MB of HTML and what it loads", _of_shown(lambda s: s.loaded / MEGABYTE)),
    Compared("ms to route painted", _of_shown(lambda s: s.measured.painted)),
    Compared("MB of heap", _of_shown(lambda s: s.measured.heap)),
    Compared("elements", _of_shown(lambda s: s.measured.elements)),
    Compared("pictures a second", _of_shown(lambda s: s.measured.updates), least=True),
    Compared(
        "ms to seek, the frame after",
        _of_shown(lambda s: s.measured.seeks_late and s.measured.seeks_late[0]),
    ),
)


def ahead(figures: Figures) -> list[str]:
    """Tell where a peer is ahead of us by more than a twentieth."""
    workloads = dict.fromkeys(workload for workload, _ in (*figures.draw, *figures.pages))
    rows = [
        row
        for workload in workloads
        for compared in COMPARED
        if (row := _row(figures, workload, compared))
    ]
    head = f"| {REASON} | | exile_map | the best peer | which |"
    why = reasons(REASONS.read_text("utf-8"))[REASON]
    return [head, "|---|---|---|---|---|", *rows, "", why] if rows else []


def _row(figures: Figures, workload: Workload, compared: Compared) -> str | None:
    what, find, least = compared
    tools = {tool for _, tool in (*figures.draw, *figures.pages)} - {OURS, FLOOR}
    found = {tool: find(figures, workload, tool) for tool in sorted(tools)}
    theirs = {tool: value for tool, value in found.items() if value is not None}
    ours = find(figures, workload, OURS)
    if ours is None or not theirs:
        return None
    best = (max if least else min)(theirs, key=lambda tool: theirs[tool])
    gone = theirs[best] / ours if least else ours / theirs[best]
    if gone <= TIE:
        return None
    cells = (workload.name, what, figure(ours), figure(theirs[best]), best)
    return f"| {' | '.join(cells)} |"
