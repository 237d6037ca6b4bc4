"""Edges: the beginnings and ends of many stays, each counted once, for stays share them."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map._calendar import Moments

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.dates import Bounds, Day

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


def edges_of(
    *several: Sequence[Bounds | None], moments: Moments | None = None
) -> tuple[list[Edge], ...]:
    """Return the beginnings or the ends of spans.

    Parameters
    ----------
    several
        Their bounds, in one sequence or more; None where nothing is told.
    moments
        The moments of bounds, where many are known already.
    """
    # By identity, which holds while the bounds do: to compare them takes longer than all else.
    keys = [list(map(id, bounds)) for bounds in several]
    different = dict(zip(chain(*keys), chain(*several), strict=True))
    known = (moments or Moments()).of(list(different.values()))
    edges = {
        key: _NONE if each is None else _edge(each, *ends)
        for (key, each), ends in zip(different.items(), known, strict=True)
    }
    return tuple(list(map(edges.__getitem__, of_one)) for of_one in keys)


def _edge(bounds: Bounds, begun: float | None, over: float | None) -> Edge:
    first, last = bounds.earliest, bounds.latest
    marks = bounds.approximate | bounds.uncertain << 1
    return Edge(
        None if begun is None else round(begun * YEARS),
        None if over is None else round(over * YEARS),
        (begun is not None) | (over is not None) << 1,
        marks,
        first if first == last and not marks else None,
    )
