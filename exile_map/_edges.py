"""Edges: the beginnings and ends of many stays as they are packed, each different one once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map._calendar import Moments
    from exile_map.dates import Bounds

YEARS: Final = 10**4
"""Parts of a year in which moments are counted: about an hour."""


class Edges:
    """What is packed of bounds, side by side.

    Parameters
    ----------
    bounds
        The bounds; None where nothing is told.
    moments
        The first and last moment of each, in decimal years.

    Attributes
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

    def __init__(self, bounds: Sequence[Bounds | None], moments: Iterable[Moments]) -> None:
        firsts, lasts = zip(*moments, strict=True)
        self.first, self.last = _counted(firsts), _counted(lasts)
        self.known = [
            (first is not None) | (last is not None) << 1
            for first, last in zip(firsts, lasts, strict=True)
        ]
        self.marks = [0 if one is None else one.approximate | one.uncertain << 1 for one in bounds]
        self.day = [
            None if one is None or marks or one.earliest != one.latest else one.earliest
            for one, marks in zip(bounds, self.marks, strict=True)
        ]


def _counted(moments: Iterable[float | None]) -> list[int | None]:
    return [None if moment is None else round(moment * YEARS) for moment in moments]
