"""Alone: names that need no weighing, for only one city has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.answers import Answer, late_answer
from exile_map.gazetteer.candidates import Candidate, too_early
from exile_map.gazetteer.certainty import confidence, unrivalled
from exile_map.gazetteer.classwords import doubt_other_kinds
from exile_map.gazetteer.likeness import is_stray
from exile_map.gazetteer.naming import as_written
from exile_map.gazetteer.storage import ALTERNATE, CODE, Layer
from exile_map.gazetteer.telling import OnlyCity, Settled

if TYPE_CHECKING:
    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.storage import Place
    from exile_map.gazetteer.telling import Teller


class Alone:
    """Answers about such names.

    Parameters
    ----------
    names
        The names of places.
    teller
        Tells the rest of the answers, later.
    """

    def __init__(self, names: Names, teller: Teller) -> None:
        self._names, self._teller = names, teller

    def answer(self, name: str, folded: str, year: float | None = None) -> Answer | None:
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
        if names.has_greater_namesake(place, folded):
            return None
        sure = unrivalled(place, flag, stray=is_stray(place, flag, folded))
        match = self.city(place, name, sure, year)
        return Answer.with_rest("ok", match, OnlyCity(self._teller, name, match), only=True)

    def city(self, place: Place, name: str, sure: float, year: float | None) -> Match:
        """Tell the only city of a name as a match, and how sure it is."""
        return self._teller.city(place, as_written(name, place.name), sure, year=year)

    def by_form(self, asked: Question, folded: str, form: str, *, guessed: bool) -> Answer | None:
        """Answer the same of a name of which only one city has the first `form` that is known."""
        names, numbers = self._names, self._names.store.numbers(form)
        if len(numbers) != 1 or numbers[0] & 3 == CODE or form in names.own:
            return None
        place, flag = names.store.place(numbers[0] >> 2), numbers[0] & 3
        if place.layer != Layer.CITY or too_early(place, asked.year):
            return None
        if names.has_greater_namesake(place, form):
            return None
        meant = Candidate(flag, place, None, stray=is_stray(place, flag, folded))
        doubt_other_kinds((meant,), folded, form)
        sure = confidence([meant], None, guessed=guessed)
        rest = [Settled, self._teller, asked, meant, sure, (), ()]
        return late_answer(*meant.at, sure, rest, only=False)
