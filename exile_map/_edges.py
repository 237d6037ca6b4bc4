"""Edges: the beginnings and ends of many stays, each counted once, for stays share them."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.dates import Bounds, Day, Span

YEARS: Final = 10**4
"""Parts of a year in which moments are counted: about an hour."""


class Edge(NamedTuple):
    """A beginning or an end, as it is packed.

    Parameters
    ----------
    first, last
        Its first and last moment, in parts of a year; None where no bound is known.
    known
        Which of the two are known: 1, 2, or both, 3.
    marks
        1 where it is approximate, 2 where it is uncertain, or both, 3.
    day
        The one day that it is, without doubt; None for all else.
    """

    first: int | None
    last: int | None
    known: int
    marks: int
    day: Day | None


_NONE: Final = Edge(None, None, 0, 0, None)


def edges_of(spans: Sequence[Span]) -> tuple[list[Edge], list[Edge]]:
    """Return the beginnings and the ends of spans."""
    # By identity, which holds while the bounds do: to compare them takes longer than all else.
    starts, ends = (list(map(attrgetter(end), spans)) for end in ("start", "end"))
    known = {id(bounds): bounds for bounds in chain(starts, ends)}
    edges = {key: _NONE if bounds is None else _edge(bounds) for key, bounds in known.items()}
    begun, over = (list(map(edges.__getitem__, map(id, each))) for each in (starts, ends))
    return begun, over


def _edge(bounds: Bounds) -> Edge:
    first, last = bounds.earliest, bounds.latest
    marks = bounds.approximate | bounds.uncertain << 1
    return Edge(
        None if first is None else round(first.start * YEARS),
        None if last is None else round(last.end * YEARS),
        (first is not None) | (last is not None) << 1,
        marks,
        first if first == last and not marks else None,
    )
