"""Stand-ins: what is shown for a place that is not known itself, and is said to be shown so."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from exile_map.gazetteer import declined
from exile_map.gazetteer.answers import Answer
from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.certainty import GUESSED
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import plain_forms
from exile_map.gazetteer.hintwords import is_area, is_no_hint, is_part
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import is_quarter, is_undivided
from exile_map.gazetteer.rulings import SHOWN, rule
from exile_map.gazetteer.surroundings import WIDEST_KM, within
from exile_map.gazetteer.telling import ReadAs
from exile_map.gazetteer.transcribed import is_transcribed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.meanings import Meaning, Meanings
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.nearness import Near
    from exile_map.gazetteer.rulings import Ruling
    from exile_map.gazetteer.telling import Teller

NO_AREA = frozenset({"locality", "point"})
"""The precisions of what is no area."""
_ONLY_THE_TOWN = 0.6
_WIDEST_HAVING_KM = 60.0  # an island has a prison; Siberia has too many
_NOT_SO_NEAR = 0.8  # nobody is told of it: the town's country bears it out
_BESIDE = 3  # times as far as "near" reaches, what lies near a town may be
_HAS_QUARTERS = 100_000  # people
_GREAT_ABROAD = 300_000


class Reader(Protocol):
    """Who answers about the names that a stand-in is told by: the lookup."""

    def read(
        self,
        asked: Question,
        given: tuple[str, ...],
        whole: str,
        behind: tuple[str, ...] = (),
        *,
        guess: bool = True,
    ) -> Answer:
        """Answer by the first reading of a name that is known."""

    def decide(self, asked: Question, meaning: Meaning, ruling: Ruling) -> Answer:
        """Pick the place meant, or say why none can be picked."""


class StandIns:
    """Finds them.

    Made where one is needed, and not kept: the reader would hold what holds it.

    Parameters
    ----------
    names, meanings, teller
        The names of places, what they mean, and who tells them.
    reader
        Answers about other names.
    """

    def __init__(self, names: Names, meanings: Meanings, teller: Teller, reader: Reader) -> None:
        self._names, self._meanings, self._teller = names, meanings, teller
        self._reader = reader

    def beside(self, asked: Question, told: Near) -> Answer | None:
        """Answer about what lies near a town: where it is, if that is known, else with a circle.

        None where it is only called after something that is no known town, or is itself known.
        """
        given = asked.given
        if told.is_its and any(map(self._names.is_known, _forms(told.name))):
            return None
        towns = (asked._replace(name=name) for name in told.others)
        answers = [self._reader.read(town, given, fold(town.name)) for town in towns]
        answer = _likeliest(answers, asked)
        town = answer.match
        if town is not None and told.is_its and town.precision == "region":
            return within(self._teller, asked, answer, _WIDEST_HAVING_KM)
        if town is None or town.precision not in NO_AREA:
            return answer if answer.status == "ambiguous" or not told.is_its else None
        if told.name and not told.is_its and not not_a_place(fold(told.name)):
            at = town.lat, town.lon
            there = asked._replace(name=told.name, near=(at,))
            on_route = bool(asked.near)  # of a name alone little speaks for a guess
            itself = self._reader.read(there, given, fold(told.name), guess=on_route)
            found = itself.match
            away = kilometres((found.lat, found.lon), at) if found else math.inf
            if found and away <= told.km:
                return itself
            if found and away <= _BESIDE * told.km and found.country == town.country:
                match = replace(found, confidence=min(found.confidence, _NOT_SO_NEAR))
                return Answer("ok", match, itself.candidates, (), itself.reason)
        note = ""
        if told.name:
            note = f"“{asked.name}” itself is not in the gazetteer: shown at {town.toponym}."
        around = replace(
            town,
            name=asked.name,
            toponym=asked.name,
            precision="region",
            radius_km=max(told.km, town.radius_km or 0.0),
            geonames_id=None,
            population=0,
            confidence=min(town.confidence, _ONLY_THE_TOWN) if told.name else town.confidence,
            note=note,
        )
        reason = note or f"“{asked.name}” is around {self._teller.where(town)}."
        return Answer("ok", around, answer.candidates, (), reason)

    def surroundings(
        self,
        asked: Question,
        around: tuple[str, ...],
        given: tuple[str, ...],
        widest: float = WIDEST_KM,
    ) -> Answer | None:
        """Answer "Prison, Paris" with the town, saying so; None where no town is named.

        What stands in the name itself may be that town, or an area no wider than a region. Beside
        it, a country never is one, whatever town may have its name; and a region only where the
        country it is in is known.
        """
        around = tuple(part for part in around if not (part.islower() and is_no_hint(part)))
        is_named = bool(around)
        if not around:
            region, country = asked.region.strip(), asked.country.strip()
            hint = self._meanings.hint(country) if region and country else None
            if hint is None or not (hint.countries or hint.regions):
                return None
            asked, around, given = asked._replace(region=""), (region,), (country,)
        town = asked._replace(name=around[0])
        answer = self._reader.read(town, given, fold(town.name), around[1:])
        match = answer.match
        if match is None or match.confidence <= GUESSED:
            area = self._district(town, given, around[1:])
            return within(self._teller, asked, area, widest) if area and is_named else None
        if match.precision not in NO_AREA:
            return within(self._teller, asked, answer, widest) if is_named else None
        if is_quarter(asked.name) and match.population < _HAS_QUARTERS:
            return None
        if _is_chance(asked.name, match):
            return None
        note = f"“{asked.name}” itself is not in the gazetteer: shown at {match.toponym}."
        known = replace(match, confidence=min(match.confidence, _ONLY_THE_TOWN), note=note)
        return Answer("ok", known, answer.candidates, (), note)

    def guessed(self, asked: Question, meaning: Meaning) -> Answer | None:
        """Guess what a name in another alphabet is, by its sound and its neighbours."""
        from exile_map.gazetteer.guessing import guess  # noqa: PLC0415 -- seldom needed

        name, hints = meaning.name, meaning.said.hints
        if is_undivided(asked.name):  # what was tried of it last may be only its end
            given = (self._meanings.hint(text) for text in asked.given)
            name, hints = asked.name, [hint for hint in given if hint]
        likely = guess(self._names, fold(name), asked.near, hints, name)
        if not likely:
            return None
        asked = asked._replace(name=name)
        teller, told = self._teller, self._teller.match(likely[0], asked, GUESSED)
        note = f"“{asked.name}” is not in the gazetteer: read as {teller.where(told)}."
        match = replace(told, note=note)
        rest = ReadAs(teller, asked, match, likely[1:SHOWN])
        return Answer.with_rest("ok", match, rest)

    def unmarked(self, asked: Question, given: tuple[str, ...]) -> Answer | None:
        """Answer about a name that tells where it is with no mark, or that holds a town's name."""
        from exile_map.gazetteer import unmarked  # noqa: PLC0415 -- seldom needed

        for reading in unmarked.divided(asked.name):
            answer = self._part(asked, reading.name, (*reading.hints, *given), hinted=True)
            if answer is not None and answer.match is not None:
                note = f"“{asked.name}” is read as {self._teller.where(answer.match)}."
                return unmarked.only_part(answer, answer.match, note)
        return self.inside(asked, given, unmarked.in_it(asked.name))

    def inside(
        self, asked: Question, given: tuple[str, ...], names: Iterable[str]
    ) -> Answer | None:
        """Answer by the first of names made of the one asked that is likely a town on the way."""
        from exile_map.gazetteer import unmarked  # noqa: PLC0415 -- seldom needed

        for name in names:
            answer = self._part(asked, name, given)
            if answer is not None and answer.match is not None:
                match = answer.match
                told = declined.tells_where(name) or unmarked.is_likely(match, asked.near)
                told = told and not _is_chance(asked.name, match)
                if match.precision in NO_AREA and told:
                    note = f"“{asked.name}” itself is not in the gazetteer: shown at {name}."
                    return unmarked.only_part(answer, match, note)
        return None

    def _part(
        self, asked: Question, name: str, hints: tuple[str, ...], *, hinted: bool = False
    ) -> Answer | None:
        """Answer about a part of a name by itself, if it is known, and lies where the hints say."""
        part = asked._replace(name=name)
        meaning = self._meanings.take(part, hints, fold(name), ())
        known = meaning.weighed.candidates
        if not known or (hinted and not any(c.hinted for c in known)):
            return None
        ruling = rule(meaning, tuple((lat, lon) for lat, lon in asked.near))
        return self._reader.decide(part, meaning, ruling)

    def _district(
        self, asked: Question, given: tuple[str, ...], behind: tuple[str, ...]
    ) -> Answer | None:
        """Answer about a district by the area or the town that its name is made of, if known."""
        hint = self._meanings.hint(asked.name)
        if hint is None or not hint.stem:
            return None
        return self._reader.read(asked._replace(name=hint.stem), given, fold(hint.stem), behind)

    def called_after(
        self, asked: Question, given: tuple[str, ...], behind: tuple[str, ...]
    ) -> Answer | None:
        """Answer about what calls itself a district, but is not known, by what it is made of."""
        folded = fold(asked.name)
        if not (is_area(folded) or is_part(folded)):
            return None
        area = self._district(asked, given, behind)
        widest = WIDEST_KM if is_part(folded) else math.inf
        return within(self._teller, asked, area, widest) if area else None


def _is_chance(name: str, town: Match) -> bool:
    """Tell whether a name from abroad in Chinese letters only happens to begin with a town's."""
    return town.population < _GREAT_ABROAD and is_transcribed(name)


def _forms(name: str) -> Iterator[str]:
    """Yield the folded forms of a name to try."""
    return (form for form, _ in plain_forms(name, fold(name)))


def _likeliest(answers: Sequence[Answer], asked: Question) -> Answer:
    """Return the answer about a name's forms that is known, on the route, and not only guessed."""
    found = [answer for answer in answers if answer.match]
    known = [a for a in found if a.match and a.match.confidence > GUESSED] or found or answers

    def away(answer: Answer) -> float:
        """Return the kilometres to the nearest neighbour."""
        at = (answer.match.lat, answer.match.lon) if answer.match else (0.0, 0.0)
        return min((kilometres(at, (lat, lon)) for lat, lon in asked.near), default=0.0)

    return min(known, key=away)
