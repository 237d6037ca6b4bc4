"""Stand-ins: what is shown for a place that is not known itself, and is said to be shown so."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

from exile_map.gazetteer.answers import Answer
from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.certainty import GUESSED
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import plain_forms
from exile_map.gazetteer.hintwords import is_area, is_no_hint, is_part
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import is_quarter
from exile_map.gazetteer.surroundings import WIDEST_KM, within
from exile_map.gazetteer.townwords import is_in_town
from exile_map.gazetteer.transcribed import is_transcribed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.beside import Near
    from exile_map.gazetteer.meanings import Meanings
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.rulings import Ruling
    from exile_map.gazetteer.senses import Meaning
    from exile_map.gazetteer.telling import Teller

NO_AREA = frozenset({"locality", "point"})
"""The precisions of what is no area."""
_ONLY_THE_TOWN = 0.6
_WIDEST_HAVING_KM = 60.0  # an island has a prison; Siberia has too many
_NOT_SO_NEAR = 0.8  # nobody is told of it: the town's country bears it out
_BESIDE = 3  # times as far as "near" reaches, what lies near a town may be
_HAS_QUARTERS = 100_000  # people
_GREAT_ABROAD = 300_000
_MORE_THAN_A_TOWN_KM = 60.0
_UNDER = re.compile("[州省國国縣县郡市]")  # of a province abroad: "佐治亚州"
A_TOWN = 10_000
"""People: a smaller town that a longer name seems to hold is often only a word of it."""


class Trying(IntEnum):
    """How far one may go to answer about a name that is known in no reading."""

    AS_KNOWN = 0
    BY_SOUND = 1
    BY_WHAT_IT_LIES_IN = 2


class Reader(Protocol):
    """Who answers about the names that a stand-in is told by: the lookup."""

    def read(
        self,
        asked: Question,
        given: tuple[str, ...],
        whole: str,
        behind: tuple[str, ...] = (),
        *,
        trying: Trying = Trying.BY_SOUND,
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
        first = answer = self._beside(asked, told)
        while (answer is None or answer.match is None) and told.otherwise:
            told = told.otherwise
            answer = self._beside(asked, told, least=A_TOWN)
        return answer if answer and answer.match else first

    def _beside(self, asked: Question, told: Near, least: int = 0) -> Answer | None:
        """Answer the same by one way to read it, if so many live in the town."""
        from exile_map.gazetteer.afar import are_namesakes_afar  # noqa: PLC0415 -- seldom needed

        given = asked.given
        if told.is_its and any(map(self._names.is_known, forms_of(told.name))):
            return None
        names = [name for name in told.others if self._names.is_known(fold(name))] or told.others
        towns = (asked._replace(name=name) for name in names)
        answers = [self._reader.read(town, given, fold(town.name)) for town in towns]
        answer = _likeliest(answers, asked)
        town = answer.match
        too_small = town is not None and town.layer == "city" and town.population < least
        if too_small or (told.is_its and are_namesakes_afar(answer, asked)):
            return None
        if town is not None and told.is_its and town.precision == "region":
            return within(self._teller, asked, answer, _WIDEST_HAVING_KM)
        if town is None or town.precision not in NO_AREA:
            return answer if answer.status == "ambiguous" or not told.is_its else None
        itself = self._itself(asked, told, town)
        if itself is not None:
            return itself
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

    def _itself(self, asked: Question, told: Near, town: Match) -> Answer | None:
        """Answer about what lies near a town if it is known, and there."""
        if not told.name or told.is_its or not_a_place(fold(told.name)):
            return None
        given, at = asked.given, (town.lat, town.lon)
        there = asked._replace(name=told.name, near=(at,))
        # Of a name alone little speaks for a guess.
        trying = Trying.BY_SOUND if asked.near else Trying.AS_KNOWN
        itself = self._reader.read(there, given, fold(told.name), trying=trying)
        found = itself.match
        away = kilometres((found.lat, found.lon), at) if found else math.inf
        if found and away <= told.km:
            return itself
        if found and away <= _BESIDE * told.km and found.country == town.country:
            match = replace(found, confidence=min(found.confidence, _NOT_SO_NEAR))
            return Answer("ok", match, itself.candidates, (), itself.reason)
        return None

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
        too_small = is_quarter(asked.name) and match.population < _HAS_QUARTERS
        if too_small or is_chance(asked.name, match):
            return None
        return self._around(asked, answer, match)

    def _around(self, asked: Question, answer: Answer, town: Match) -> Answer | None:
        """Answer with a town, or the wider area that is called as it is, for a place in it."""
        wider = None if is_in_town(asked.name) else _area_called_so(answer, town)
        if wider is not None:
            return within(self._teller, asked, replace(answer, match=wider), math.inf)
        return shown_at(asked, answer, town)

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


def _area_called_so(answer: Answer, town: Match) -> Match | None:
    """Return the state or region around a town that is called as it is ("X, New York")."""
    for area in answer.candidates:
        wide = area.layer == "region" and (area.radius_km or 0.0) > _MORE_THAN_A_TOWN_KM
        alike = town.name.startswith(area.name) or area.name.startswith(f"{town.name} ")
        if wide and alike and area.country == town.country:
            return replace(area, confidence=town.confidence)
    return None


def forms_of(name: str) -> Iterator[str]:
    """Yield the folded forms of a name to try.

    Parameters
    ----------
    name
        The name as written.
    """
    return (form for form, _ in plain_forms(name, fold(name)))


def _likeliest(answers: Sequence[Answer], asked: Question) -> Answer:
    """Return the answer about a name's forms that is known, on the route, and not only guessed."""
    found = [answer for answer in answers if answer.match]
    known = [a for a in found if a.match and a.match.confidence > GUESSED] or found or answers

    def away(answer: Answer) -> tuple[float, int]:
        """Return the kilometres to the nearest neighbour, then how few live there."""
        match = answer.match
        at = (match.lat, match.lon) if match else (0.0, 0.0)
        far = min((kilometres(at, (lat, lon)) for lat, lon in asked.near), default=0.0)
        return far, -match.population if match else 0

    return min(known, key=away)


def shown_at(asked: Question, answer: Answer, town: Match) -> Answer:
    """Answer with a town for a place in it, saying so.

    Parameters
    ----------
    asked, answer, town
        The question, what was answered about the town, and the town.
    """
    note = f"“{asked.name}” itself is not in the gazetteer: shown at {town.toponym}."
    known = replace(town, confidence=min(town.confidence, _ONLY_THE_TOWN), note=note)
    return Answer("ok", known, answer.candidates, (), note)


def is_chance(name: str, town: Match) -> bool:
    """Tell whether a name from abroad in Chinese letters only happens to begin with a town's.

    Parameters
    ----------
    name, town
        The name as written, and the town.
    """
    abroad = is_transcribed(name) or is_transcribed(_UNDER.split(name, maxsplit=1)[0])
    return town.population < _GREAT_ABROAD and abroad
