"""Lookup: decides which place a name means, or that none can be picked."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from exile_map.gazetteer import declined
from exile_map.gazetteer.alone import Alone
from exile_map.gazetteer.answers import Answer, late_answer
from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.certainty import (
    GUESSED,
    too_close,
)
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import plain_forms
from exile_map.gazetteer.hintwords import is_area, is_no_hint, is_part
from exile_map.gazetteer.meanings import Meanings
from exile_map.gazetteer.nearness import near
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import is_divided, is_quarter, readings
from exile_map.gazetteer.rulings import SHOWN, rule
from exile_map.gazetteer.surroundings import WIDEST_ELSEWHERE_KM, WIDEST_KM, within
from exile_map.gazetteer.telling import Elsewhere, ReadAs, Settled, TooClose, Unknown
from exile_map.gazetteer.transcribed import is_transcribed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.meanings import Meaning
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.nearness import Near
    from exile_map.gazetteer.rulings import Ruling
    from exile_map.gazetteer.telling import Teller

_ONLY_THE_TOWN = 0.6
_NO_AREA = frozenset({"locality", "point"})
_WIDEST_HAVING_KM = 60.0  # an island has a prison; Siberia has too many
_NOT_SO_NEAR = 0.75
_BESIDE = 3  # times as far as "near" reaches, what lies near a town may be
_HAS_QUARTERS = 100_000  # people
_GREAT_ABROAD = 300_000


class Lookup:
    """Answers questions.

    Parameters
    ----------
    names
        The names of places; may have read ahead.
    teller
        Tells the rest of the answers, later: it should keep nothing large.
    """

    def __init__(self, names: Names, teller: Teller) -> None:
        self._names, self._teller = names, teller
        self.alone = Alone(names, teller)
        self._meanings = Meanings(names)

    def reading(self, names: Names) -> Lookup:
        """Return a lookup that takes names from elsewhere, knows the same hints, and remembers."""
        other = type(self)(names, self._teller)
        other._meanings = self._meanings.reading(names)  # noqa: SLF001 - its own kind
        return other

    def answer(self, asked: Question, folded: str) -> Answer:
        """Answer a question.

        Parameters
        ----------
        asked
            The question.
        folded
            The folded name in it.
        """
        nothing = not_a_place(folded) if folded else "names nothing"
        if nothing:
            return _no_place(asked.name, nothing)
        if not (asked.near or asked.country or asked.region):
            alone = self.alone.answer(asked.name, folded, asked.year)
            if alone is not None:
                return alone
        told = near(asked.name, folded)
        if told is not None and not self._names.is_known(folded):
            beside = self._near(asked, told)
            if beside is not None:
                return beside
        return self.among(asked, folded)

    def unlisted(self, asked: Question, folded: str) -> Answer:
        """Answer about a name without hints that no place has as it is written.

        Parameters
        ----------
        asked
            The question: only a name, perhaps with a year.
        folded
            The folded name in it.
        """
        nothing = not_a_place(folded) if folded else "names nothing"
        if nothing:
            return _no_place(asked.name, nothing)
        told = near(asked.name, folded)
        if told is not None:
            return self._near(asked, told) or self.among(asked, folded)
        if is_area(folded) or is_part(folded):
            return self.among(asked, folded)
        is_known, first = self._names.is_known, ""
        for reading in readings(" ".join(asked.name.split())):
            if reading.hints:
                return self.among(asked, folded)
            first = reading.name
            whole = folded if first == asked.name else fold(first)
            for form, guessed in plain_forms(first, whole):
                if form != folded and is_known(form):
                    alone = whole == folded and self.alone.by_form(
                        asked._replace(name=first), folded, form, guessed=guessed
                    )
                    return alone or self.among(asked, folded)
        return self.nothing(asked.name, first)

    def nothing(self, name: str, meant: str = "") -> Answer:
        """Answer about a name without hints that nothing is known of.

        Parameters
        ----------
        name
            The name as written.
        meant
            What was last tried of it, if that is not all of it.
        """
        rest = [Unknown, self._teller, name, meant or name, (), ()]
        return Answer.with_rest("unresolved", None, rest)

    def among(self, asked: Question, folded: str) -> Answer:
        """Answer about a place that is not as simple as that: by all that bear the name."""
        given = asked.given
        ruled = self._meanings.ruled(asked, given)
        if ruled is not None:
            return self._decided(asked, given, *ruled)
        return self._read(asked, given, folded)

    def is_named(self, name: str, folded: str) -> bool:
        """Tell whether a name is to be looked for as it is: a place, and not told by another."""
        if not folded or not_a_place(folded):
            return False
        return near(name, folded) is None or self._names.is_known(folded)

    def _read(
        self, asked: Question, given: tuple[str, ...], whole: str, behind: tuple[str, ...] = ()
    ) -> Answer:
        """Answer by the first reading of the name, which folds to `whole`, that is known.

        The hints are those given beside the name, and those `behind` it in a longer one.
        """
        meaning = self._meanings.take(asked, given, whole, behind)
        if meaning.weighed.candidates:
            ruling = rule(meaning, tuple((lat, lon) for lat, lon in asked.near))
            self._meanings.keep(meaning, asked, given, behind)
            return self._decided(asked, given, meaning, ruling)
        rest = Unknown(self._teller, asked.name, meaning.name, *meaning.said, asked.near)
        unresolved = Answer.with_rest("unresolved", None, rest)
        around = self._surroundings(asked, meaning.around, given)
        town = (
            around is not None and around.match is not None and around.match.precision in _NO_AREA
        )
        may_guess = bool(asked.near)
        from_abroad = not asked.name.isascii() and is_transcribed(asked.name)
        return (
            (self._guessed(asked, meaning) if from_abroad and may_guess else None)
            or (self._inside(asked, given, declined.forms(asked.name)) if asked.near else None)
            or (around if town else None)
            or (self._guessed(asked, meaning) if may_guess and not from_abroad else None)
            or around
            or self._called_after(asked, given, behind)
            or (self._unmarked(asked, given) if asked.near else None)
            or unresolved
        )

    def _district(
        self, asked: Question, given: tuple[str, ...], behind: tuple[str, ...]
    ) -> Answer | None:
        """Answer about a district by the area or the town that its name is made of, if known."""
        hint = self._meanings.hint(asked.name)
        if hint is None or not hint.stem:
            return None
        return self._read(asked._replace(name=hint.stem), given, fold(hint.stem), behind)

    def _called_after(
        self, asked: Question, given: tuple[str, ...], behind: tuple[str, ...]
    ) -> Answer | None:
        """Answer about what calls itself a district, but is not known, by what it is made of."""
        folded = fold(asked.name)
        if not (is_area(folded) or is_part(folded)):
            return None
        area = self._district(asked, given, behind)
        widest = WIDEST_KM if is_part(folded) else math.inf
        return within(self._teller, asked, area, widest) if area else None

    def _near(self, asked: Question, told: Near) -> Answer | None:
        """Answer about what lies near a town: where it is, if that is known, else with a circle.

        None where it is only called after something that is no known town, or is itself known.
        """
        given = asked.given
        if told.is_its and any(map(self._names.is_known, _forms(told.name))):
            return None
        towns = (asked._replace(name=name) for name in told.others)
        answers = [self._read(town, given, fold(town.name)) for town in towns]
        answer = _likeliest(answers, asked)
        town = answer.match
        if town is not None and told.is_its and town.precision == "region":
            return within(self._teller, asked, answer, _WIDEST_HAVING_KM)
        if town is None or town.precision not in _NO_AREA:
            return answer if answer.status == "ambiguous" or not told.is_its else None
        if told.name and not told.is_its and not not_a_place(fold(told.name)):
            at = town.lat, town.lon
            there = asked._replace(name=told.name, near=(at,))
            itself = self._read(there, given, fold(told.name))
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

    def _guessed(self, asked: Question, meaning: Meaning) -> Answer | None:
        """Guess what a name in another alphabet is, by its sound and its neighbours."""
        from exile_map.gazetteer.guessing import guess  # noqa: PLC0415 -- seldom needed

        # A name that nothing divides is read whole, not as a town and a place in it.
        name = meaning.name if is_divided(asked.name) else " ".join(asked.name.split())
        said = meaning.said if name == meaning.name else self._meanings.beside(asked.given)
        likely = guess(self._names, fold(name), asked.near, said.hints, name)
        if not likely:
            return None
        asked = asked._replace(name=name)
        teller, told = self._teller, self._teller.match(likely[0], asked, GUESSED)
        note = f"“{asked.name}” is not in the gazetteer: read as {teller.where(told)}."
        match = replace(told, note=note)
        rest = ReadAs(teller, asked, match, likely[1:SHOWN])
        return Answer.with_rest("ok", match, rest)

    def _unmarked(self, asked: Question, given: tuple[str, ...]) -> Answer | None:
        """Answer about a name that tells where it is with no mark, or that holds a town's name."""
        from exile_map.gazetteer import unmarked  # noqa: PLC0415 -- seldom needed

        for reading in unmarked.divided(asked.name):
            answer = self._part(asked, reading.name, (*reading.hints, *given), hinted=True)
            if answer is not None and answer.match is not None:
                note = f"“{asked.name}” is read as {self._teller.where(answer.match)}."
                return unmarked.only_part(answer, answer.match, note)
        return self._inside(asked, given, unmarked.in_it(asked.name))

    def _inside(
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
                if match.precision in _NO_AREA and told:
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
        return self._decide(part, meaning, ruling)

    def _surroundings(
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
        answer = self._read(town, given, fold(town.name), around[1:])
        match = answer.match
        if match is None or match.confidence <= GUESSED:
            area = self._district(town, given, around[1:])
            return within(self._teller, asked, area, widest) if area and is_named else None
        if match.precision not in _NO_AREA:
            return within(self._teller, asked, answer, widest) if is_named else None
        if is_quarter(asked.name) and match.population < _HAS_QUARTERS:
            return None
        if _is_chance(asked.name, match):
            return None
        note = f"“{asked.name}” itself is not in the gazetteer: shown at {match.toponym}."
        known = replace(match, confidence=min(match.confidence, _ONLY_THE_TOWN), note=note)
        return Answer("ok", known, answer.candidates, (), note)

    def _decided(
        self, asked: Question, given: tuple[str, ...], meaning: Meaning, ruling: Ruling
    ) -> Answer:
        """Pick the place meant, or the town around it, or say why none can be picked."""
        answer = self._decide(asked, meaning, ruling)
        if answer.match is not None or not meaning.is_elsewhere:
            return answer
        around = self._surroundings(asked, meaning.around, given, WIDEST_ELSEWHERE_KM)
        return around or answer

    def _decide(self, asked: Question, meaning: Meaning, ruling: Ruling) -> Answer:
        """Pick the place meant, or say why none can be picked; lives share what is told of it."""
        if ruling.told:
            return ruling.told[0]
        answer = self._told(asked, meaning, ruling)
        if not any(map(self._teller.is_told_by_year, ruling.shown)):
            ruling.told.append(answer)
        return answer

    def _told(self, asked: Question, meaning: Meaning, ruling: Ruling) -> Answer:
        """Tell what came of a ruling."""
        teller, said = self._teller, meaning.said
        if meaning.name != asked.name:
            asked = asked._replace(name=meaning.name)
        shown, ahead, sure, _ = ruling
        first = shown[0]
        if said.hints and not (first.hinted or first.loosely):
            return Answer.with_rest("ambiguous", None, Elsewhere(teller, asked, shown, *said))
        if too_close(ahead, on_a_route=bool(asked.near)):
            return Answer.with_rest("ambiguous", None, TooClose(teller, asked, shown, said.unread))
        rest = [Settled, teller, asked, first, sure, shown[1:], said.unread]
        return late_answer(*first.at, sure, rest, only=False)


def _is_chance(name: str, town: Match) -> bool:
    """Tell whether a name from abroad in Chinese letters only happens to begin with a town's."""
    return (
        not name.isascii()
        and town.population < _GREAT_ABROAD
        and not is_divided(name)
        and is_transcribed(name)
    )


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


def _no_place(name: str, why: str) -> Answer:
    """Answer about what names no place."""
    return Answer("not-a-place", None, (), (), f"“{name.strip()}” {why}.")
