"""Partly: what is shown for a longer name of which only a part is known, and is told so."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from exile_map.gazetteer import containers, declined, kinds
from exile_map.gazetteer.answers import Answer
from exile_map.gazetteer.certainty import GUESSED
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.hintwords import is_area
from exile_map.gazetteer.nearwords import may_hold
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import is_undivided, readings
from exile_map.gazetteer.rulings import SHOWN, rule
from exile_map.gazetteer.standins import A_TOWN, NO_AREA, Trying, forms_of, is_chance, shown_at
from exile_map.gazetteer.surroundings import within
from exile_map.gazetteer.telling import ReadAs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.gazetteer.answers import Question
    from exile_map.gazetteer.meanings import Meanings
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.senses import Meaning
    from exile_map.gazetteer.standins import Reader
    from exile_map.gazetteer.telling import Teller

_NO_NATURE = frozenset({"city", "country"})  # layers
_BY_ITS_KIND = 0.9
_ON_THE_WAY_KM = 300.0


class Partly:
    """Finds it.

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

    def declined(self, asked: Question, given: tuple[str, ...]) -> Answer | None:
        """Answer by what a name is in its first case, if it is declined."""
        return self.inside(asked, given, declined.forms(asked.name))

    def owned(self, asked: Question, given: tuple[str, ...]) -> Answer | None:
        """Answer about a house that is told to be a town's by that town, if it is on the way."""
        return self.inside(asked, given, declined.owners(asked.name), _ON_THE_WAY_KM)

    def inside(
        self,
        asked: Question,
        given: tuple[str, ...],
        names: Iterable[str],
        within: float = math.inf,
    ) -> Answer | None:
        """Answer by the first of names made of the one asked that is likely a town on the way.

        One that is `within` so many kilometres of it, if that is told, or great, or beside.
        """
        from exile_map.gazetteer import unmarked  # noqa: PLC0415 -- seldom needed

        for name in names:
            answer = self._part(asked, name, given)
            if answer is not None and answer.match is not None:
                match = answer.match
                far = min(within, unmarked.within_of(asked.name, name))
                told = unmarked.is_likely(match, asked.near, far) or declined.tells_where(name)
                told = told and not is_chance(asked.name, match)
                if match.precision in NO_AREA and told:
                    note = f"“{asked.name}” itself is not in the gazetteer: shown at {name}."
                    return unmarked.only_part(answer, match, note)
        return None

    def of_its_kind(self, asked: Question, given: tuple[str, ...]) -> Answer | None:
        """Answer about a name with a word for its kind by the name without it."""
        for bare in kinds.without_kind(asked.name):
            named, folded = asked._replace(name=bare.name), fold(bare.name)
            if not_a_place(folded):
                continue
            answer = self._reader.read(named, given, folded, trying=Trying.AS_KNOWN)
            match = answer.match
            if match is None or match.confidence <= GUESSED or match.note:
                continue
            if not (bare.natural and match.layer in _NO_NATURE):
                known = replace(match, confidence=min(match.confidence, _BY_ITS_KIND))
                return Answer("ok", known, answer.candidates, (), answer.reason)
        return None

    def contained(self, asked: Question, given: tuple[str, ...]) -> Answer | None:
        """Answer about a name of which only the bigger place is known in which it says it lies."""
        for container in containers.containers(asked.name):
            is_known = bool(container.rest) and self._is_somewhere(container.rest)
            if is_known and not container.is_told:
                continue
            bigger = (self._bigger(asked, name, given) for name in dict.fromkeys(container.names))
            found = [answer for answer in bigger if answer and not (is_known and _is_wide(answer))]
            if found:
                return max(found, key=_people)
        return None

    def _bigger(self, asked: Question, name: str, given: tuple[str, ...]) -> Answer | None:
        """Answer with the place that a name may lie in; None where it is hardly meant."""
        folded = fold(name)
        known = is_area(folded) or self._names.is_known(folded)
        if not known or not_a_place(folded):
            return None
        bigger = asked._replace(name=name)
        answer = self._reader.read(bigger, given, folded, trying=Trying.AS_KNOWN)
        return self._as_container(asked, answer)

    def holds_known(self, name: str, folded: str) -> bool:
        """Tell of a name that is not known whether it may be told by a part that is.

        Parameters
        ----------
        name
            The name as written.
        folded
            The same, folded.
        """
        if not may_hold(name):
            return False
        words = folded.split()
        if kinds.may_say(name, words):
            read = (r for bare in kinds.without_kind(name) for r in readings(bare.name))
            if any(self._names.is_known(form) for r in read for form in forms_of(r.name)):
                return True
        if not containers.may_contain(name, words):
            return False
        bigger = (fold(one) for container in containers.containers(name) for one in container.names)
        return any(is_area(one) or self._names.is_known(one) for one in bigger)

    def _is_somewhere(self, name: str) -> bool:
        """Tell whether what is said to lie in another place is known by itself."""
        return any(map(self._names.is_known, forms_of(name)))

    def _as_container(self, asked: Question, answer: Answer) -> Answer | None:
        """Answer with the place that another lies in, saying so; None where it is hardly meant."""
        match = answer.match
        if match is None or match.confidence <= GUESSED:
            return None
        if match.precision not in NO_AREA:
            return within(self._teller, asked, answer)
        likely = match.population >= A_TOWN or match.layer == "curated"
        if not likely or is_chance(asked.name, match):
            return None
        return shown_at(asked, answer, match)

    def _part(
        self, asked: Question, name: str, hints: tuple[str, ...], *, hinted: bool = False
    ) -> Answer | None:
        """Answer about a part of a name by itself, if it is known, and lies where the hints say."""
        part = asked._replace(name=name)
        meaning = self._meanings.take(part, hints, fold(name), ())
        known = meaning.weighed.candidates
        if not known or (hinted and not any(c.hinted for c in known)):
            return None
        ruling = rule(meaning, asked.route)
        return self._reader.decide(part, meaning, ruling)


def _people(answer: Answer) -> int:
    """Return how many live in the place answered with; for an area, none."""
    return answer.match.population if answer.match and not _is_wide(answer) else 0


def _is_wide(answer: Answer) -> bool:
    """Tell whether an answer is an area."""
    return answer.match is not None and answer.match.precision not in NO_AREA
