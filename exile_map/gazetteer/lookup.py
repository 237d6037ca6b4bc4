"""Lookup: decides which place a name means, or that none can be picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.alone import Alone
from exile_map.gazetteer.answers import Answer, late_answer
from exile_map.gazetteer.candidates import is_heard
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import plain_forms
from exile_map.gazetteer.hintwords import is_area, is_part
from exile_map.gazetteer.leads import too_close
from exile_map.gazetteer.meanings import Meanings
from exile_map.gazetteer.nearness import near
from exile_map.gazetteer.nearwords import may_hold
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import readings
from exile_map.gazetteer.rulings import rule
from exile_map.gazetteer.standins import NO_AREA, StandIns, Trying, shown_at
from exile_map.gazetteer.surroundings import WIDEST_ELSEWHERE_KM
from exile_map.gazetteer.telling import Elsewhere, Settled, TooClose, Unknown
from exile_map.gazetteer.transcribed import is_transcribed

if TYPE_CHECKING:
    from exile_map.gazetteer.answers import Question
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.partly import Partly
    from exile_map.gazetteer.rulings import Ruling
    from exile_map.gazetteer.senses import Meaning
    from exile_map.gazetteer.telling import Teller

_ON_THE_WAY_KM = 1000.0  # so far off the route a lesser meaning of a hint is hardly meant


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

    @property
    def _stand_ins(self) -> StandIns:
        """Who finds something to show for a place that is not known."""
        return StandIns(self._names, self._meanings, self._teller, self)

    @property
    def _partly(self) -> Partly:
        """Who finds what of a longer name is known."""
        from exile_map.gazetteer import partly  # noqa: PLC0415 -- seldom needed

        return partly.Partly(self._names, self._meanings, self._teller, self)

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
            beside = self._stand_ins.beside(asked, told)
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
            return self._stand_ins.beside(asked, told) or self.among(asked, folded)
        first = ""
        if not (is_area(folded) or is_part(folded)):
            for reading in readings(" ".join(asked.name.split())):
                if reading.hints:
                    return self.among(asked, folded)
                first = reading.name
                answer = self._by_form(asked, folded, first)
                if answer:
                    return answer
            if not self._partly.holds_known(asked.name, folded):
                return self.nothing(asked.name, first)
        return self.among(asked, folded)

    def _by_form(self, asked: Question, folded: str, name: str) -> Answer | None:
        """Answer by the first form of a name in the one asked that is known; None where none is."""
        whole, is_known = fold(name), self._names.is_known
        for form, guessed in plain_forms(name, whole):
            if form != folded and is_known(form):
                alone = whole == folded and self.alone.by_form(
                    asked._replace(name=name), folded, form, guessed=guessed
                )
                return alone or self.among(asked, folded)
        return None

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
        if ruled is not None and is_heard(ruled[1].shown[0]):
            return self._decided(asked, given, *ruled)
        return self.read(asked, given, folded, trying=Trying.BY_WHAT_IT_LIES_IN)

    def is_named(self, name: str, folded: str) -> bool:
        """Tell whether a name is to be looked for as it is: a place, and not told by another."""
        if not folded or not_a_place(folded):
            return False
        return near(name, folded) is None or self._names.is_known(folded)

    def read(
        self,
        asked: Question,
        given: tuple[str, ...],
        whole: str,
        behind: tuple[str, ...] = (),
        *,
        trying: Trying = Trying.BY_SOUND,
    ) -> Answer:
        """Answer by the first reading of the name, which folds to `whole`, that is known.

        Parameters
        ----------
        asked
            The question.
        given
            The hints given beside the name.
        whole
            The folded name.
        behind
            The hints behind it in a longer one.
        trying
            What to try for one that is known in no reading.
        """
        meaning = self._meanings.take(asked, given, whole, behind)
        if meaning.weighed.candidates:
            ruling = rule(meaning, asked.route)
            self._meanings.keep(meaning, asked, given, behind)
            if is_heard(ruling.shown[0]):
                return self._decided(asked, given, meaning, ruling)
        rest = Unknown(self._teller, asked.name, meaning.name, *meaning.said, asked.near)
        unresolved = Answer.with_rest("unresolved", None, rest)
        stand_ins = self._stand_ins
        around = stand_ins.surroundings(asked, meaning.around, given)
        is_whole = trying == Trying.BY_WHAT_IT_LIES_IN and may_hold(asked.name)
        if not (is_whole or asked.near):
            return around or stand_ins.called_after(asked, given, behind) or unresolved
        partly = self._partly
        town = around is not None and around.match is not None and around.match.precision in NO_AREA
        may_guess = trying >= Trying.BY_SOUND and bool(asked.near)
        abroad = may_guess and is_transcribed(asked.name)
        return (
            (partly.guessed(asked, meaning) if abroad else None)
            or (partly.declined(asked, given) if asked.near else None)
            or (partly.owned(asked, given) if asked.near else None)
            or (partly.of_its_kind(asked, given) if is_whole else None)
            or (around if town else None)
            or (partly.contained(asked, given) if is_whole else None)
            or (partly.guessed(asked, meaning) if may_guess and not abroad else None)
            or around
            or stand_ins.called_after(asked, given, behind)
            or (partly.unmarked(asked, given) if asked.near else None)
            or unresolved
        )

    def _decided(
        self, asked: Question, given: tuple[str, ...], meaning: Meaning, ruling: Ruling
    ) -> Answer:
        """Pick the place meant, or the town around it, or say why none can be picked."""
        answer = self.decide(asked, meaning, ruling)
        if answer.match is not None or not meaning.is_elsewhere:
            return answer
        if meaning.around and meaning.is_greater_than_told:
            city = self.among(asked._replace(name=meaning.name), fold(meaning.name))
            if city.match is not None:
                return shown_at(asked, city, city.match)
        around = self._stand_ins.surroundings(asked, meaning.around, given, WIDEST_ELSEWHERE_KM)
        return around or answer

    def decide(self, asked: Question, meaning: Meaning, ruling: Ruling) -> Answer:
        """Pick the place meant, or say why none can be picked; lives share what is told of it.

        Parameters
        ----------
        asked
            The question.
        meaning
            What its name may mean.
        ruling
            What its neighbours say about that.
        """
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
        barely = first.barely and first.away <= _ON_THE_WAY_KM
        if said.hints and not (first.hinted or first.loosely or barely):
            return Answer.with_rest("ambiguous", None, Elsewhere(teller, asked, shown, *said))
        if too_close(ahead, on_a_route=bool(asked.near)):
            return Answer.with_rest("ambiguous", None, TooClose(teller, asked, shown, said.unread))
        rest = [Settled, teller, asked, first, sure, shown[1:], said.unread]
        return late_answer(*first.at, sure, rest)


def _no_place(name: str, why: str) -> Answer:
    """Answer about what names no place."""
    return Answer("not-a-place", None, (), (), f"“{name.strip()}” {why}.")
