"""Lookup: decides which place a name means, or that none can be picked."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.answers import Answer
from exile_map.gazetteer.candidates import CROSSED, Candidate, too_early
from exile_map.gazetteer.certainty import (
    confidence,
    lead,
    rivalled_abroad,
    too_close,
    unrivalled,
)
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.guessing import GUESSED, guess
from exile_map.gazetteer.hints import Hint, read_hint
from exile_map.gazetteer.likeness import is_stray
from exile_map.gazetteer.naming import as_written
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.queries import plain_forms, readings
from exile_map.gazetteer.ranking import Weighed, rank, weigh
from exile_map.gazetteer.storage import ALTERNATE, CODE, MAIN, Layer
from exile_map.gazetteer.telling import Elsewhere, OnlyCity, ReadAs, Settled, TooClose, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.storage import Place
    from exile_map.gazetteer.telling import Teller

_SHOWN = 6
_ONLY_THE_TOWN = 0.6
_ONE_OF_TWO = 0.75
_MEANINGS = 20_000  # of names, remembered while many are asked
_NOTHING = Weighed((), has_areas=False, has_twins=False)
_KEPT = 256  # hints: one file names the same few countries again and again


class Said(NamedTuple):
    """The hints of a question: those understood, and the texts of the others."""

    hints: Sequence[Hint]
    unread: Sequence[str]


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
    """

    name: str
    around: tuple[str, ...]
    said: Said
    weighed: Weighed
    guessed: bool

    @property
    def is_elsewhere(self) -> bool:
        """Whether places of the name are known, but none where the hints say."""
        return bool(self.said.hints) and not _any_hinted(self.weighed.candidates)

    @property
    def is_undated(self) -> bool:
        """Whether no year since the New World was known would make a difference."""
        details = [c.detail for c in self.weighed.candidates if c.detail]
        return all(detail.since is None and detail.until is None for detail in details)


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
        self._known_hints: dict[str, Hint | None] = {}
        self._known_meanings: dict[object, Meaning] | None = None
        self._one_at_a_time: AbstractContextManager[object] = nullcontext()

    def reading(self, names: Names) -> Lookup:
        """Return a lookup that takes names from elsewhere, knows the same hints, and remembers."""
        other = type(self)(names, self._teller)
        other._known_meanings = {}  # noqa: SLF001 - its own kind
        other._one_at_a_time = Lock()  # noqa: SLF001 - rankings write into what is remembered
        other._known_hints = self._known_hints  # noqa: SLF001 - its own kind
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
            return Answer("not-a-place", None, (), (), f"“{asked.name.strip()}” {nothing}.")
        if not (asked.near or asked.country or asked.region):
            alone = self.alone(asked.name, folded, asked.year)
            if alone is not None:
                return alone
        given = tuple(hint for hint in (asked.region.strip(), asked.country.strip()) if hint)
        return self._read(asked, given, folded)

    def alone(self, name: str, folded: str, year: float | None = None) -> Answer | None:
        """Answer at once for a name that only one city has; None if it is less simple than that.

        How the name is written changes nothing but the toponym told.
        """
        names = self._names
        numbers = names.store.numbers(folded)
        if len(numbers) != 1 or numbers[0] & 3 > ALTERNATE or folded in names.own:
            return None
        place = names.store.place(numbers[0] >> 2)
        if place.layer != Layer.CITY or place.geonames_id in names.store.renamed:
            return None
        if too_early(place, year):
            return None
        flag = numbers[0] & 3
        if self._has_greater_namesake(place, folded):
            return None
        sure = unrivalled(place, flag, stray=is_stray(place, flag, folded))
        match = self.only_city(place, name, sure)
        return Answer.with_rest("ok", match, OnlyCity(self._teller, name, match), only=True)

    def only_city(self, place: Place, name: str, sure: float) -> Match:
        """Tell the only city of a name as a match, and how sure it is."""
        return self._teller.city(place, as_written(name, place.name), sure)

    def unknown(self, asked: Question, folded: str) -> Answer | None:
        """Answer at once for a name without hints of which no form is known; None otherwise.

        Parameters
        ----------
        asked
            The question: only a name, perhaps with a year.
        folded
            The folded name in it, which no place has.
        """
        if not folded or not_a_place(folded):
            return None
        said, is_known, first = Said((), ()), self._names.is_known, ""
        for reading in readings(" ".join(asked.name.split())):
            first = reading.name
            whole = folded if first == asked.name else fold(first)
            forms = plain_forms(first, whole)
            if reading.hints or any(form != folded and is_known(form) for form, _ in forms):
                return None
        rest = Unknown(self._teller, asked.name, first, *said)
        return Answer.with_rest("unresolved", None, rest)

    def _has_greater_namesake(self, place: Place, folded: str) -> bool:
        """Tell whether a name of another script, known of one place only, may be a greater one's.

        GeoNames has "ニューヘイブン" of New Haven in Indiana only.
        """
        if folded.isascii():
            return False
        numbers = self._names.store.numbers(fold(place.name))
        return bool(numbers) and numbers[0] >> 2 != place.id

    def _namesakes(self, found: list[Candidate], form: str, year: float | None) -> list[Candidate]:
        """Return the places called as the only one found is, in its own script."""
        only = found[0].place
        if len(found) > 1 or only.layer != Layer.CITY or not self._has_greater_namesake(only, form):
            return []
        others = self._names.bearers(fold(only.name), year)
        namesakes = [c for c in others if c.flag == MAIN and c.place.id != only.id]
        for candidate in namesakes:
            candidate.flag = ALTERNATE
        return namesakes

    def _read(
        self, asked: Question, given: tuple[str, ...], whole: str, behind: tuple[str, ...] = ()
    ) -> Answer:
        """Answer by the first reading of the name, which folds to `whole`, that is known.

        The hints are those given beside the name, and those `behind` it in a longer one.
        """
        meaning = self._meaning(asked, given, whole, behind)
        if meaning.weighed.candidates:
            answer = self._decide(asked, meaning)
            elsewhere = answer.match is None and meaning.is_elsewhere
            return (elsewhere and self._surroundings(asked, meaning.around, given)) or answer
        rest = Unknown(self._teller, asked.name, meaning.name, *meaning.said)
        unresolved = Answer.with_rest("unresolved", None, rest)
        return (
            self._surroundings(asked, meaning.around, given)
            or (self._guessed(asked, meaning) if asked.near else None)
            or unresolved
        )

    def _guessed(self, asked: Question, meaning: Meaning) -> Answer | None:
        """Guess what a name in another alphabet is, by its sound and its neighbours."""
        likely = guess(self._names, fold(meaning.name), asked.near, meaning.said.hints)
        if not likely:
            return None
        asked = asked._replace(name=meaning.name)
        teller, told = self._teller, self._teller.match(likely[0], asked, GUESSED)
        note = f"“{asked.name}” is not in the gazetteer: read as {teller.where(told)}."
        match = replace(told, note=note)
        rest = ReadAs(teller, asked, match, likely[1:_SHOWN])
        return Answer.with_rest("ok", match, rest)

    def _meaning(
        self, asked: Question, given: tuple[str, ...], whole: str, behind: tuple[str, ...]
    ) -> Meaning:
        """Read a name, or remember what it means: among other neighbours that is the same."""
        known = self._known_meanings
        if known is None:
            return self._read_meaning(asked, given, whole, behind)
        key = asked.name, given, behind
        of_late = asked.year is None or asked.year >= CROSSED
        meaning = (known.get(key) if of_late else None) or known.get((key, asked.year))
        if meaning is None:
            meaning = self._read_meaning(asked, given, whole, behind)
            if len(known) >= _MEANINGS:
                known.clear()
            known[key if of_late and meaning.is_undated else (key, asked.year)] = meaning
        return meaning

    def _read_meaning(
        self, asked: Question, given: tuple[str, ...], whole: str, behind: tuple[str, ...]
    ) -> Meaning:
        """Take a name apart until a part of it is known."""
        around = behind
        name, said = "", Said((), ())
        for reading in readings(" ".join(asked.name.split())):
            around, name = around or reading.hints, reading.name
            folded = whole if name == asked.name else fold(name)
            if not_a_place(folded):
                continue
            said = self._said((*reading.hints, *behind, *given))
            found, guessed = self._candidates(name, folded, asked.year, said.hints)
            if found:
                return Meaning(name, around, said, weigh(found, name), guessed)
        return Meaning(name, around, said, _NOTHING, guessed=False)

    def _surroundings(
        self, asked: Question, around: tuple[str, ...], given: tuple[str, ...]
    ) -> Answer | None:
        """Answer "Prison, Paris" with the town, saying so; None where no town is named.

        What stands in the name itself may be that town. A country never is one, whatever town may
        have its name; and a region only where the country it is in is known.
        """
        if not around:
            region, country = asked.region.strip(), asked.country.strip()
            hint = self._hint(country) if region and country else None
            if hint is None or not (hint.countries or hint.regions):
                return None
            asked, around, given = asked._replace(region=""), (region,), (country,)
        town = asked._replace(name=around[0])
        answer = self._read(town, given, fold(town.name), around[1:])
        match = answer.match
        if match is None or match.precision not in {"locality", "point"}:
            return None
        note = f"“{asked.name}” itself is not in the gazetteer: shown at {match.toponym}."
        known = replace(match, confidence=min(match.confidence, _ONLY_THE_TOWN), note=note)
        return Answer("ok", known, answer.candidates, (), note)

    def _said(self, texts: Sequence[str]) -> Said:
        """Understand hints."""
        if not texts:
            return Said((), ())
        read = [(text, self._hint(text)) for text in texts]
        return Said([hint for _, hint in read if hint], [text for text, hint in read if not hint])

    def _hint(self, text: str) -> Hint | None:
        """Understand a hint, or remember it."""
        if text not in self._known_hints:
            if len(self._known_hints) >= _KEPT:
                self._known_hints.clear()
            self._known_hints[text] = read_hint(text, self._names.bearers)
        return self._known_hints.get(text)

    def _candidates(
        self, name: str, folded: str, year: float | None, hints: Sequence[Hint]
    ) -> tuple[list[Candidate], bool]:
        """Return the places of the first form of a name that has any where the hints say."""
        first: tuple[list[Candidate], bool] = ([], False)
        for form, guessed in plain_forms(name, folded):
            found = [c for c in self._names.bearers(form, year) if c.flag != CODE]
            found += self._namesakes(found, form, year) if found else []
            for candidate in found if hints else ():
                candidate.hinted = all(hint.holds(candidate) for hint in hints)
                candidate.loosely = not candidate.hinted and all(
                    hint.holds(candidate) or hint.held_once(candidate) for hint in hints
                )
            if found and (not hints or _any_hinted(found)):
                return found, guessed
            first = first if first[0] else (found, guessed)
        return first

    def _decide(self, asked: Question, meaning: Meaning) -> Answer:
        """Pick the place meant, or say why none can be picked."""
        teller, said = self._teller, meaning.said
        if meaning.name != asked.name:
            asked = asked._replace(name=meaning.name)
        with self._one_at_a_time:
            ranked = rank(meaning.weighed, asked.near)
            first, shown, ahead = ranked[0], ranked[:_SHOWN], lead(ranked)
            sure = confidence(ranked, ahead, guessed=meaning.guessed or bool(said.unread))
            if rivalled_abroad(ranked):
                sure = min(sure, _ONE_OF_TWO)
        if said.hints and not (first.hinted or first.loosely):
            return Answer.with_rest("ambiguous", None, Elsewhere(teller, asked, shown, *said))
        if too_close(ahead, on_a_route=bool(asked.near)):
            return Answer.with_rest("ambiguous", None, TooClose(teller, asked, shown, said.unread))
        match = teller.match(first, asked, sure)
        rest = Settled(teller, asked, match, shown[1:], said.unread)
        return Answer.with_rest("ok", match, rest)


def _any_hinted(found: Sequence[Candidate]) -> bool:
    """Tell whether any of the places is where the hints say, or once was."""
    return any(candidate.hinted or candidate.loosely for candidate in found)
