"""Doubtful: what a name by itself leaves in doubt, so that neighbours are asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.geodesy import distance_km
from exile_map.lands import SURE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Answer
    from exile_map.geodesy import Point

CERTAIN: Final = 0.95
"""How sure a name by itself must be that no neighbour is asked about it."""
_BESIDE_KM: Final = 200.0
_OFF_KM: Final = 300.0
_FAR_KM: Final = 1500.0
_FEW, _NOT_MANY, _GREAT = 100_000, 300_000, 500_000  # people


class ByItself:
    """An answer to a name by itself, and whether neighbours can change it.

    Parameters
    ----------
    answer
        The answer.
    aways
        How far places are from the points that were asked about: many lives go the same ways.
    """

    __slots__ = ("_away", "_match", "_may_be_another", "answer", "is_doubted", "point")

    def __init__(self, answer: Answer, aways: dict[Point, dict[Point, float]]) -> None:
        self.answer, self.point = answer, point_of(answer)
        self._match, self._may_be_another = answer.match, answer.may_be_another
        if self.point is None:
            self._away: dict[Point, float] = {}
            self.is_doubted: bool | None = answer.status in {"unresolved", "ambiguous"}
        else:
            at, sure = self.point
            self._away = aways.setdefault(at, {})
            self.is_doubted = True if self._may_be_another and sure < CERTAIN else None

    def leaves_doubt(self, near: Sequence[Point]) -> bool:
        """Tell whether another place is possible, or this one is far off.

        A small place that alone has its name may still be the wrong one, far off the route; and a
        name in another alphabet, or in another language's spelling, may be guessed at.
        """
        match = self._match
        if self.is_doubted is not None or match is None:
            return bool(self.is_doubted)
        away = min(map(self._distance, near), default=0.0)
        if away < _BESIDE_KM and match.confidence >= CERTAIN:
            return False
        if self._may_be_another:
            return True
        if match.layer != "city" or away < _OFF_KM:
            return False
        return match.population < (_NOT_MANY if away > _FAR_KM else _FEW)

    def _distance(self, point: Point) -> float:
        """Return how far off a point is, in kilometres, or remember it."""
        away = self._away.get(point)
        if away is None and self.point is not None:
            away = self._away[point] = distance_km(self.point[0], point)
        return away or 0.0


def is_doubted(answer: Answer | None) -> bool:
    """Tell whether neighbours left a stay in doubt, or picked a small town of several.

    Of a great city they tell enough.
    """
    if answer is None or answer.match is None:
        return answer is not None and answer.status == "ambiguous"
    match = answer.match
    if match.confidence < SURE:
        return match.population < _GREAT
    return match.population < _FEW and answer.may_be_another


def known(alone: Sequence[Answer | None]) -> list[ByItself | None]:
    """Return what is known of each row by itself: one for all rows that share an answer."""
    each: dict[int, ByItself] = {}
    aways: dict[Point, dict[Point, float]] = {}
    known: list[ByItself | None] = []
    for answer in alone:
        if answer is None:
            known.append(None)
            continue
        by_itself = each.get(id(answer))
        if by_itself is None:  # it holds the answer, so that no other gets its number
            by_itself = each[id(answer)] = ByItself(answer, aways)
        known.append(by_itself)
    return known


def point_of(answer: Answer) -> tuple[Point, float] | None:
    """Return where an answer is and how surely that is known; None where it is not."""
    match = answer.match
    return ((match.lat, match.lon), match.confidence) if match is not None else None
