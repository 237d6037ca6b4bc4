"""Telling: places as matches, and the rest of an answer, worked out when it is looked at."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.answers import quick_match
from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.readings import is_undivided
from exile_map.gazetteer.statehood import THEN, Statehood, during, state_name
from exile_map.gazetteer.storage import Layer
from exile_map.gazetteer.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.statehood import Reign
    from exile_map.gazetteer.storage import Place

_TOLD = 4
_LAYERS = {layer.value: layer.name.lower() for layer in Layer}


class Teller:
    """Tells places to people.

    Parameters
    ----------
    names
        The names of places.
    """

    def __init__(self, names: Names) -> None:
        self.names = names
        self._statehood = Statehood(names.store)

    def city(
        self, place: Place, toponym: str, sure: float, note: str = "", year: float | None = None
    ) -> Match:
        """Tell a city as a match."""
        region = self.names.store.region_name(place.region)
        states = self._statehood.of(place)
        return quick_match(
            place.name, toponym, place.lat / DEGREES, place.lon / DEGREES, "locality", None,
            "city", place.country, region, place.population, place.geonames_id, None, sure,
            "GeoNames", note, "", self._then(states, place.country, year), "", states,
        )  # fmt: skip

    def _then(
        self, states: Sequence[Reign], country: str, year: float | None, curated: str = ""
    ) -> str:
        """Name the states a place lay in in a year; empty where that was today's country.

        What a curated row says is more exact, but may be of other years, or of today.
        """
        name_of = self.names.store.country_name
        then = self.names.country_then(curated, year) if curated else ""
        if then == name_of(country, "en"):
            then = ""
        if year is None:
            return then
        told = during(states, math.floor(year), math.floor(year) + 1)
        named = [state_name(state, "en", name_of) for state in told]
        if then:
            ever = dict.fromkeys(state_name(reign.state, "en", name_of) for reign in states)
            named_in_it = [name for name in ever if name in then]
            said = [name for name in named_in_it if not _is_only_part(name, named_in_it)]
            if said == named or (not said and (not told or self.names.existed(then, year))):
                return then
        return "" if told == (country,) else THEN.join(named)

    def is_told_by_year(self, candidate: Candidate) -> bool:
        """Tell whether what is said of a candidate may be another for each year."""
        states = self._statehood.of(candidate.place, candidate.detail)
        changed = any(reign.state != candidate.place.country for reign in states)
        return changed or self.names.is_told_by_year(candidate)

    def match(self, candidate: Candidate, asked: Question, sure: float = 0.0) -> Match:
        """Tell a candidate as a match."""
        place, detail = candidate.place, candidate.detail
        toponym, note = self.names.toponym(candidate, asked.name, asked.year)
        if detail is None:
            return self.city(place, toponym, sure, note, asked.year)
        states = self._statehood.of(place, detail)
        then = self._then(states, place.country, asked.year, detail.country_then or "")
        ring = json.loads(detail.extent) if detail.extent else None
        return quick_match(
            detail.now or place.name, toponym, *candidate.at, detail.precision, detail.radius_km,
            _LAYERS[place.layer], place.country, self.names.store.region_name(place.region),
            place.population, place.geonames_id,
            tuple((lon, lat) for lon, lat in ring) if ring else None, sure,
            detail.source or "GeoNames", note, detail.stands_in or "", then, detail.note or "",
            states,
        )  # fmt: skip

    def matches(self, candidates: Sequence[Candidate], asked: Question) -> tuple[Match, ...]:
        """Tell candidates as matches that are not picked."""
        return tuple(self.match(candidate, asked) for candidate in candidates)

    def where(self, match: Match) -> str:
        """Name a place with its region and country."""
        name, region = match.name, match.stands_in or match.region
        country = self.names.store.country_name(match.country, "en") or match.country
        if region and country and region != name != country:
            return f"{name} ({region}, {country})"
        around = country if country != name else ""
        return f"{name} ({around})" if around else name


class OnlyCity(NamedTuple):
    """The rest of the answer to a name that only one city has."""

    teller: Teller
    name: str
    match: Match

    def candidates(self) -> tuple[Match, ...]:
        """Return nothing: no other place has the name."""
        return ()

    def suggestions(self) -> tuple[str, ...]:
        """Return nothing: the name is known."""
        return ()

    def reason(self) -> str:
        """Say where the city is."""
        return f"“{self.name}” is {self.teller.where(self.match)}."


class Settled(NamedTuple):
    """The rest of an answer that picked the first of several places."""

    teller: Teller
    asked: Question
    first: Candidate
    sure: float
    others: Sequence[Candidate]
    unread: Sequence[str]

    def match(self) -> Match:
        """Return the place picked."""
        return self.teller.match(self.first, self.asked, self.sure)

    def candidates(self) -> tuple[Match, ...]:
        """Return the runners-up."""
        return self.teller.matches(self.others, self.asked)

    def suggestions(self) -> tuple[str, ...]:
        """Return nothing: the name is known."""
        return ()

    def reason(self) -> str:
        """Say where the place is, where it is not, and what was not understood."""
        here = self.teller.where(self.match())
        others = map(self.teller.where, self.candidates())
        other = next((where for where in others if where != here), "")  # no district of that city
        told = f"“{self.asked.name}” is {here}" + (f"; not {other}" if other else "")
        return told + "." + _not_understood(self.unread)


class ReadAs(NamedTuple):
    """The rest of an answer that guessed what a name in another alphabet may be."""

    teller: Teller
    asked: Question
    match: Match
    others: Sequence[Candidate]

    def candidates(self) -> tuple[Match, ...]:
        """Return the other places it may be."""
        return self.teller.matches(self.others, self.asked)

    def suggestions(self) -> tuple[str, ...]:
        """Return names near in spelling."""
        return suggest(self.teller.names, self.asked.name, near=self.asked.near)

    def reason(self) -> str:
        """Say that the name is not known, and what it was read as."""
        return self.match.note


class TooClose(NamedTuple):
    """The rest of an answer that asks which of several places is meant."""

    teller: Teller
    asked: Question
    all: Sequence[Candidate]
    unread: Sequence[str]

    def candidates(self) -> tuple[Match, ...]:
        """Return the places that may be meant, the likeliest first."""
        return self.teller.matches(self.all, self.asked)

    def suggestions(self) -> tuple[str, ...]:
        """Return nothing: the name is known."""
        return ()

    def reason(self) -> str:
        """Ask."""
        places = "; ".join(self.teller.where(match) for match in self.candidates()[:_TOLD])
        told = f"“{self.asked.name}” may be {places}: say which, by country or region."
        return told + _not_understood(self.unread)


class Elsewhere(NamedTuple):
    """The rest of an answer about a name that is known, but not where the hints say."""

    teller: Teller
    asked: Question
    all: Sequence[Candidate]
    hints: Sequence[Hint]
    unread: Sequence[str]

    def candidates(self) -> tuple[Match, ...]:
        """Return the places of the name."""
        return self.teller.matches(self.all, self.asked)

    def suggestions(self) -> tuple[str, ...]:
        """Return names near in spelling, first those where the hints say."""
        return suggest(self.teller.names, self.asked.name, self.hints, self.asked.near)

    def reason(self) -> str:
        """Say that there is no such place where the hints say, but elsewhere."""
        wanted = ", ".join(hint.text for hint in self.hints)
        there = self.teller.where(self.teller.match(self.all[0], self.asked))
        told = f"No “{self.asked.name}” is known in {wanted}; there is {there}."
        return told + _not_understood(self.unread)


class Unknown(NamedTuple):
    """The rest of the answer to a name that is not known."""

    teller: Teller
    name: str
    meant: str
    hints: Sequence[Hint]
    unread: Sequence[str]
    near: Sequence[tuple[float, float]] = ()

    def candidates(self) -> tuple[Match, ...]:
        """Return nothing: no place has the name."""
        return ()

    def suggestions(self) -> tuple[str, ...]:
        """Return names near in spelling, first those where the hints say."""
        # What was tried last of a name without gaps may be only its end.
        name = self.name if is_undivided(self.name) else self.meant
        return suggest(self.teller.names, name, self.hints, self.near)

    def reason(self) -> str:
        """Say that the name is not known."""
        return f"“{self.name.strip()}” is not in the gazetteer." + _not_understood(self.unread)


def _is_only_part(name: str, names: Sequence[str]) -> bool:
    """Tell whether a name stands in another: "Algeria" is not told by "French Algeria"."""
    return any(name != other and name in other for other in names)


def _not_understood(hints: Sequence[str]) -> str:
    """Name the hints that say nothing to the gazetteer, as a sentence of its own."""
    if not hints:
        return ""
    quoted = ", ".join(f"“{hint}”" for hint in hints)
    verb = "is" if len(hints) == 1 else "are"
    return f" {quoted} {verb} not known as a country, region or town."
