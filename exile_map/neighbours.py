"""Neighbours: what the stays before and after a row say about where it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from exile_map.finders import Remembering
from exile_map.gazetteer import Question
from exile_map.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.finders import Finder
    from exile_map.gazetteer import Answer
    from exile_map.geodesy import Point
    from exile_map.places import PlaceRow

SURE: Final = 0.8  # less than this is told
_TRUSTED: Final = (0.95, SURE, SURE, 0.7)  # as neighbours, in turn
_BESIDE_KM: Final = 200.0
_OFF_KM: Final = 300.0
_FAR_KM: Final = 1500.0
_FEW, _NOT_MANY = 100_000, 300_000  # people


def question(row: PlaceRow, near: Sequence[Point] = ()) -> Question:
    """Return what to ask about a row, by itself or among its neighbours."""
    return Question(row.place, year_of(row), row.country, row.region, near)


def year_of(row: PlaceRow) -> float | None:
    """Return a year the stay surely touches, to choose the name in use; None if undated.

    Names are dated by years, and all days within one are asked about together.
    """
    start = row.span.start
    if start is not None and start.earliest is not None:
        day = start.earliest
        return day.year + (0.0 if day.day == day.month == 1 else 0.5)
    year = next((year for year in row.span.years if year is not None), None)
    if year is None or year.is_integer():
        return year
    return math.floor(year) + 0.5


def in_context(
    rows: Sequence[PlaceRow], alone: Sequence[Answer | None], finder: Finder
) -> list[Answer | None]:
    """Ask again, with its neighbours on the route, where a name alone leaves a choice.

    First only what hardly leaves a choice is trusted as a neighbour; then also what that settles.

    Parameters
    ----------
    rows
        The rows of a table, life by life in its order.
    alone
        The answer to each by itself; None where the user gave coordinates.
    finder
        Whom to ask.
    """
    settled = list(alone)
    asked = [(i, answer) for i, answer in enumerate(alone) if answer is not None]
    if not asked:
        return settled
    finder = Remembering.of(finder)
    persons = [row.person for row in rows]
    points = [_point(row, answer) for row, answer in zip(rows, alone, strict=True)]
    looked: list[tuple[Point, ...]] = [()] * len(rows)  # at which neighbours, last
    beside = looked.copy()  # with which it was asked for, last
    for trusted in _TRUSTED:
        sure = [at[0] if at is not None and at[1] >= trusted else None for at in points]
        before = _nearest_sure(persons, sure)
        after = _nearest_sure(persons[::-1], sure[::-1])[::-1]
        again: dict[int, Question] = {}
        for i, by_itself in asked:
            near = _both(before[i], after[i])
            if near != looked[i]:
                looked[i] = near
                if near != beside[i] and _leaves_doubt(by_itself, near):
                    beside[i] = near
                    again[i] = question(rows[i], near)
        for i, answer in zip(again, finder.find_many(again.values()), strict=True):
            settled[i] = answer
            points[i] = _point(rows[i], answer)
    return settled


def _both(before: Point | None, after: Point | None) -> tuple[Point, ...]:
    """Return those of two neighbours that there are."""
    if before is None:
        return () if after is None else (after,)
    return (before,) if after is None else (before, after)


def _leaves_doubt(answer: Answer, near: Sequence[Point]) -> bool:
    """Tell whether neighbours can change an answer: another place is possible, or this is far off.

    A small place that alone has its name may still be the wrong one, far off the route; and a name
    in another alphabet, or in another language's spelling, may be guessed at.
    """
    match = answer.match
    if match is None:
        return answer.status in {"unresolved", "ambiguous"}
    if answer.may_be_another and match.confidence < _TRUSTED[0]:
        return True
    away = min(distance_km((match.lat, match.lon), point) for point in near) if near else 0.0
    if away < _BESIDE_KM and match.confidence >= _TRUSTED[0]:
        return False
    if answer.may_be_another:
        return True
    if match.layer != "city" or away < _OFF_KM:
        return False
    return match.population < (_NOT_MANY if away > _FAR_KM else _FEW)


def _nearest_sure(persons: Sequence[str], sure: Sequence[Point | None]) -> list[Point | None]:
    """For each row, the last settled stay of the same person before it."""
    last: dict[str, Point] = {}
    out = []
    for person, point in zip(persons, sure, strict=True):
        out.append(last.get(person))
        if point is not None:
            last[person] = point
    return out


def _point(row: PlaceRow, answer: Answer | None) -> tuple[Point, float] | None:
    """Return where a row is and how surely that is known; None where it is not."""
    if answer is None:
        return None if row.lat is None or row.lon is None else ((row.lat, row.lon), 1.0)
    match = answer.match
    return ((match.lat, match.lon), match.confidence) if match is not None else None
