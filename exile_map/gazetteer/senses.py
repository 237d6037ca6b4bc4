"""Senses: what a written name was found to mean, and in which years."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.candidates import CROSSED, turns
from exile_map.gazetteer.storage import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.rulings import Ruling
    from exile_map.gazetteer.weighing import Weighed

_LARGE, _MUCH_GREATER = 100_000, 10  # people, and times


class Said(NamedTuple):
    """The hints of a question: those understood, and the texts of the others."""

    hints: Sequence[Hint]
    unread: Sequence[str]

    @property
    def firm(self) -> Said:
        """The same without what was read by its stem only; itself if nothing was."""
        doubtful = [hint.text for hint in self.hints if hint.stem]
        if not doubtful:
            return self
        return Said([h for h in self.hints if not h.stem], [*self.unread, *doubtful])


class Meaning(NamedTuple):
    """What a written name was found to mean: all that neighbours can say nothing about.

    Parameters
    ----------
    name
        The name in it that is known; if none is, the last that was tried.
    around
        The hints in the name itself.
    said
        All hints.
    weighed
        The places of the name.
    guessed
        Whether the form found was made by more than folding.
    rulings
        What was found among neighbours that it was asked for with.
    ruled_otherwise
        The years from which on a hint may be true of other places of the name.
    """

    name: str
    around: tuple[str, ...]
    said: Said
    weighed: Weighed
    guessed: bool
    rulings: dict[object, Ruling]
    ruled_otherwise: Sequence[float] = ()

    @property
    def is_elsewhere(self) -> bool:
        """Whether places of the name are known, but none where the hints say."""
        known = self.weighed.candidates
        return bool(self.said.hints) and not any(c.hinted or c.loosely for c in known)

    @property
    def is_greater_than_told(self) -> bool:
        """Whether it names a large city, and all that is told with it are towns far smaller.

        Then that is hardly where the city lies, but what in it is meant: "Paris (Notre-Dame)".
        """
        cities = [c for c in self.weighed.candidates if c.place.layer == Layer.CITY and c.literal]
        city = max(cities, key=lambda c: c.place.population, default=None)
        if city is None or city.place.population < _LARGE:
            return False
        told = [hint.best.place for hint in self.said.hints if not hint.holds(city)]
        few = city.place.population / _MUCH_GREATER
        return all(place.layer == Layer.CITY and place.population < few for place in told)

    def turns(self) -> list[float]:
        """Return the years from which on it may mean something else, in their order."""
        details = [c.detail for c in self.weighed.candidates if c.detail]
        told = (year for detail in details for year in turns(detail))
        return sorted({float(CROSSED), *told, *self.ruled_otherwise})


class Eras(NamedTuple):
    """What a name means from one of its turns to the next.

    Parameters
    ----------
    turns
        The years from which on it may mean something else, in their order.
    meanings
        What it means in each era that was asked for; None is one without a year.
    """

    turns: Sequence[float]
    meanings: dict[int | None, Meaning]

    def era(self, year: float | None) -> int | None:
        """Return between which turns a year is; None without one."""
        return None if year is None else bisect_right(self.turns, year)
