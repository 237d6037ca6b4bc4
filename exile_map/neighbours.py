"""Neighbours: what the stays before and after a row, and all others, say about where it is."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from exile_map.doubtful import CERTAIN, is_doubted, known, point_of
from exile_map.finders import Remembering
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

_TRUSTED: Final = (CERTAIN, SURE, SURE, 0.7)  # as neighbours, in turn


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
        self._known = known(alone)
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
            point = point_of(answer)
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
        doubted = {number: is_doubted(answer) for number, answer in each.items()}
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
                self.settled[i], self._points[i] = answer, point_of(answer)

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


def _nearest_sure(sure: Sequence[Point | None]) -> list[Point | None]:
    """For each stay of a life, the last settled one before it."""
    last: Point | None = None
    out = []
    for point in sure:
        out.append(last)
        if point is not None:
            last = point
    return out


def _given(row: PlaceRow) -> tuple[Point, float] | None:
    """Return where a row is that was not asked for: the user's own word is sure."""
    return None if row.lat is None or row.lon is None else ((row.lat, row.lon), 1.0)
