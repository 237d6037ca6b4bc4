"""Neighbours: what the stays before and after a row, and all others, say about where it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from exile_map.finders import Remembering
from exile_map.geodesy import distance_km
from exile_map.lands import SURE, weigh_lands
from exile_map.namesakes import tell_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from exile_map.finders import Finder
    from exile_map.gazetteer import Question
    from exile_map.gazetteer.answers import Answer
    from exile_map.geodesy import Point
    from exile_map.places import PlaceRow

    _Asking = tuple[int, tuple[Point, ...]]  # a question, by its number, and its neighbours

_TRUSTED: Final = (0.95, SURE, SURE, 0.7)  # as neighbours, in turn
_BESIDE_KM: Final = 200.0
_OFF_KM: Final = 300.0
_FAR_KM: Final = 1500.0
_FEW, _NOT_MANY, _GREAT = 100_000, 300_000, 500_000  # people


def asked_of(row: PlaceRow) -> tuple[str, float | None, str, str]:
    """Return what to ask about a row by itself: what a `Question` takes."""
    return row.place, year_of(row), row.country, row.region


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
    rows: Sequence[PlaceRow],
    asked: Sequence[Question | None],
    alone: Sequence[Answer | None],
    finder: Finder,
) -> list[Answer | None]:
    """Ask again, with its neighbours on the route, where a name alone leaves a choice.

    First only what hardly leaves a choice is trusted as a neighbour; then also what that settles.

    Parameters
    ----------
    rows
        The rows of a table, life by life in its order.
    asked
        What was asked about each by itself, equal questions as one; None where the user gave
        coordinates.
    alone
        The answer to each.
    finder
        Whom to ask.
    """
    if not any(asked):
        return list(alone)
    lives = _lives(rows, asked)
    among = _Among(rows, asked, alone, Remembering.of(finder))
    *surely, hardly = _TRUSTED
    for trusted in surely:
        among.ask(lives, trusted)
    among.undoubt()
    among.ask(lives, hardly)
    if among.sees_lives:
        among.look_around(lives)
    settled = among.settled
    names = [row.place for row in rows]
    for life in lives:
        tell_apart(life.rows, rows, settled)
        weigh_lands(life.rows, names, alone, settled, among.looked)
    return settled


class _Among:
    """The rows of a table among their neighbours, as far as these are trusted yet.

    Parameters
    ----------
    rows, asked, alone, finder
        As for `in_context`.
    """

    def __init__(
        self,
        rows: Sequence[PlaceRow],
        asked: Sequence[Question | None],
        alone: Sequence[Answer | None],
        finder: Remembering,
    ) -> None:
        self._asked, self._finder = asked, finder
        self._known = _known(alone)
        self._points = [
            by_itself.point if by_itself else _given(row)
            for row, by_itself in zip(rows, self._known, strict=True)
        ]
        self._beside: list[tuple[Point, ...]] = [()] * len(rows)  # with which it was asked, last
        self._told: dict[_Asking, Answer] = {}
        self.sees_lives = finder.sees_lives
        self.settled = list(alone)
        self.looked = self._beside.copy()  # at which neighbours, last

    def ask(self, lives: Sequence[_Life], trusted: float) -> None:
        """Ask again for what is still in doubt where other neighbours are trusted than before.

        Parameters
        ----------
        lives
            The lives.
        trusted
            How surely it must be known where a neighbour is.
        """
        again: dict[_Asking, list[int]] = {}
        for life in lives:
            for i, near in life.nearest([self._points[i] for i in life.rows], trusted):
                by_itself = self._known[i]
                if by_itself is None or near == self.looked[i]:
                    continue
                self.looked[i] = near
                if near != self._beside[i] and by_itself.leaves_doubt(near):
                    self._beside[i] = near
                    # The same on the way there and on the way back.
                    ways = tuple(sorted(near))
                    again.setdefault((id(self._asked[i]), ways), []).append(i)
        new = {among: rows for among, rows in again.items() if among not in self._told}
        self._told.update(zip(new, _again(self._finder, new, self._asked), strict=True))
        for among, same in again.items():
            answer = self._told[among]
            point = _point(answer)
            for i in same:
                self.settled[i], self._points[i] = answer, point

    def look_around(self, lives: Sequence[_Life]) -> None:
        """Ask again, among all sure stays of its life, for what neighbours leave in doubt.

        Parameters
        ----------
        lives
            The lives.
        """
        again: dict[Question, list[int]] = {}
        each = {id(answer): answer for answer in self.settled}
        doubted = {number: _is_doubted(answer) for number, answer in each.items()}
        for life in lives:
            rows = [i for i in life.rows if self._beside[i] and doubted[id(self.settled[i])]]
            if not rows:
                continue
            sure = {i: at[0] for i in life.rows if (at := self._points[i]) and at[1] >= SURE}
            for i in rows:
                asked, near = self._asked[i], self._beside[i]
                others = {point for j, point in sure.items() if i != j}.difference(near)
                if asked and others:
                    ways = tuple(sorted(near)), tuple(sorted(others))
                    again.setdefault(asked._replace(near=ways[0], life=ways[1]), []).append(i)
        for same, answer in zip(again.values(), self._finder.asked(again), strict=True):
            for i in same:
                self.settled[i], self._points[i] = answer, _point(answer)

    def undoubt(self) -> None:
        """Take back what neighbours farther off made doubtful, where nearer ones do not.

        Only once all are settled: in between, a neighbour may have been settled by that very place.
        """
        for i, by_itself in enumerate(self._known):
            near = self.looked[i]
            if by_itself is None or not self._beside[i] or near == self._beside[i]:
                continue
            if not by_itself.leaves_doubt(near):
                self._beside[i] = ()
                self.settled[i], self._points[i] = by_itself.answer, by_itself.point


def _again(
    finder: Remembering,
    again: Mapping[_Asking, Sequence[int]],
    asked: Sequence[Question | None],
) -> Iterator[Answer]:
    """Ask once for the same question among the same neighbours, whatever life it is of."""
    together = ((asked[same[0]], near) for (_, near), same in again.items())
    return finder.among((by_itself, near) for by_itself, near in together if by_itself)


class _Life:
    """The rows of one person that has any to ask for, and what was trusted of them, last."""

    __slots__ = ("_sure", "rows")

    def __init__(self) -> None:
        self.rows: list[int] = []
        self._sure: list[Point | None] = []

    def nearest(
        self, points: Sequence[tuple[Point, float] | None], trusted: float
    ) -> Iterator[tuple[int, tuple[Point, ...]]]:
        """Return each row with its neighbours; nothing where all are the same as last time.

        Parameters
        ----------
        points
            Where each row is, and how surely that is known.
        trusted
            How surely it must be known of a neighbour.
        """
        sure = [at[0] if at is not None and at[1] >= trusted else None for at in points]
        if sure == self._sure:
            return iter(())
        self._sure = sure
        before, after = _nearest_sure(sure), _nearest_sure(sure[::-1])[::-1]
        return zip(self.rows, map(_both, before, after), strict=True)


def _lives(rows: Sequence[PlaceRow], asked: Sequence[Question | None]) -> list[_Life]:
    """Return the lives in which any row is to be asked for."""
    lives: dict[str, _Life] = {}
    for i, row in enumerate(rows):
        life = lives.get(row.person)
        if life is None:
            life = lives[row.person] = _Life()
        life.rows.append(i)
    return [life for life in lives.values() if any(asked[i] for i in life.rows)]


def _both(before: Point | None, after: Point | None) -> tuple[Point, ...]:
    """Return those of two neighbours that there are."""
    if before is None:
        return () if after is None else (after,)
    return (before,) if after is None else (before, after)


class _Alone:
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
        self.answer, self.point = answer, _point(answer)
        self._match, self._may_be_another = answer.match, answer.may_be_another
        if self.point is None:
            self._away: dict[Point, float] = {}
            self.is_doubted: bool | None = answer.status in {"unresolved", "ambiguous"}
        else:
            at, sure = self.point
            self._away = aways.setdefault(at, {})
            self.is_doubted = True if self._may_be_another and sure < _TRUSTED[0] else None

    def leaves_doubt(self, near: Sequence[Point]) -> bool:
        """Tell whether another place is possible, or this one is far off.

        A small place that alone has its name may still be the wrong one, far off the route; and a
        name in another alphabet, or in another language's spelling, may be guessed at.
        """
        match = self._match
        if self.is_doubted is not None or match is None:
            return bool(self.is_doubted)
        away = min(map(self._distance, near), default=0.0)
        if away < _BESIDE_KM and match.confidence >= _TRUSTED[0]:
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


def _is_doubted(answer: Answer | None) -> bool:
    """Tell whether neighbours left a stay in doubt, or picked a small town of several.

    Of a great city they tell enough.
    """
    if answer is None or answer.match is None:
        return answer is not None and answer.status == "ambiguous"
    match = answer.match
    if match.confidence < SURE:
        return match.population < _GREAT
    return match.population < _FEW and answer.may_be_another


def _known(alone: Sequence[Answer | None]) -> list[_Alone | None]:
    """Return what is known of each row by itself: one for all rows that share an answer."""
    each: dict[int, _Alone] = {}
    aways: dict[Point, dict[Point, float]] = {}
    known: list[_Alone | None] = []
    for answer in alone:
        if answer is None:
            known.append(None)
            continue
        by_itself = each.get(id(answer))
        if by_itself is None:  # it holds the answer, so that no other gets its number
            by_itself = each[id(answer)] = _Alone(answer, aways)
        known.append(by_itself)
    return known


def _nearest_sure(sure: Sequence[Point | None]) -> list[Point | None]:
    """For each stay of a life, the last settled one before it."""
    last: Point | None = None
    out = []
    for point in sure:
        out.append(last)
        if point is not None:
            last = point
    return out


def _point(answer: Answer) -> tuple[Point, float] | None:
    """Return where an answer is and how surely that is known; None where it is not."""
    match = answer.match
    return ((match.lat, match.lon), match.confidence) if match is not None else None


def _given(row: PlaceRow) -> tuple[Point, float] | None:
    """Return where a row is that was not asked for: the user's own word is sure."""
    return None if row.lat is None or row.lon is None else ((row.lat, row.lon), 1.0)
