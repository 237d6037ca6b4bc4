"""Dating: the years from which on a name may be answered otherwise; those between are alike."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.candidates import in_years, turns
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.meanings import Meanings
from exile_map.gazetteer.statehood import Statehood, changes

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from exile_map.gazetteer.answers import Question
    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.lookup import Lookup
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.senses import Meaning

_SEVERAL: Final = 4  # years of a name, from which on it pays to look when its answers change


class Dated(NamedTuple):
    """When the answers to a name change, whatever its neighbours on the route.

    Parameters
    ----------
    meaning
        What the name means.
    turns
        The years from which on it may be answered otherwise, in their order.
    noted
        Of each time between two of them that was asked for, whether its answers tell the year.
    """

    meaning: Meaning
    turns: Sequence[float]
    noted: dict[int, bool]


class Dating:
    """Tells which questions are answered alike, though they are about other years.

    Parameters
    ----------
    names
        The names of places.
    lookup
        What answers the questions.
    """

    def __init__(self, names: Names, lookup: Lookup) -> None:
        self._names, self._lookup = names, lookup
        self._meanings, self._statehood = Meanings(names), Statehood(names.store)
        self._dated: dict[Hashable, Dated | None] = {}

    def alike(self, questions: Sequence[Question]) -> list[Question]:
        """Return for each question the first that is answered alike, itself if need be.

        Parameters
        ----------
        questions
            Of any names; those that tell of neighbours are left as they are.
        """
        years = Counter(_but_the_year(asked) for asked in questions)
        first: dict[Hashable, Question] = {}
        return [
            asked
            if asked.near or years[_but_the_year(asked)] < _SEVERAL
            else first.setdefault(self._time(asked), asked)
            for asked in questions
        ]

    def _time(self, asked: Question) -> Hashable:
        """Return what all questions have in common that are answered alike."""
        name, year = _but_the_year(asked), asked.year
        if year is None:
            return asked
        if name not in self._dated:
            self._dated[name] = self._when(asked)
        dated = self._dated[name]
        if dated is None:
            return asked
        time = bisect_right(dated.turns, year)
        if time not in dated.noted:
            dated.noted[time] = self._is_noted(dated.meaning, year)
        return name, time, math.floor(year) if dated.noted[time] else None

    def _when(self, asked: Question) -> Dated | None:
        """Return when the answers to a name change; None where that cannot be told.

        Only of names that are known as they are, so that nothing else is ever asked for.
        """
        folded = fold(asked.name)
        if not self._lookup.is_named(asked.name, folded):
            return None
        meaning = self._meanings.take(asked, asked.given, folded, ())
        if not meaning.weighed.candidates or meaning.is_elsewhere:
            return None
        told = {turn for c in meaning.weighed.candidates for turn in self._told_turns(c)}
        return Dated(meaning, sorted(told.union(meaning.turns())), {})

    def _told_turns(self, candidate: Candidate) -> Iterator[float]:
        """Yield the years from which on a place may be told otherwise: its name, or its state."""
        place, detail = candidate.place, candidate.detail
        yield from changes(self._statehood.of(place, detail))
        details = [other.detail for other in self._states_in(detail.country_then if detail else "")]
        if place.geonames_id in self._names.store.renamed:
            details += [other for _, other in self._names.store.toponyms(place.geonames_id)]
        for one in filter(None, details):
            yield from turns(one)

    def _states_in(self, told: str | None) -> Iterator[Candidate]:
        """Yield what bears the names of the states that a curated place is said to have been in."""
        for state in (told or "").split(";"):
            yield from self._names.bearers(fold(state)) if state.strip() else ()

    def _is_noted(self, meaning: Meaning, year: float) -> bool:
        """Tell whether of any place it is said what it was called in that very year."""
        for candidate in meaning.weighed.candidates:
            candidate.in_years = in_years(candidate.detail, year)
            if self._names.toponym(candidate, meaning.name, year)[1]:
                return True
        return False


def _but_the_year(asked: Question) -> tuple[str, str, str]:
    """Return what a question tells besides a year and neighbours."""
    return asked.name, asked.country, asked.region
