"""Meanings: the places that a written name was found to mean, remembered while many are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import Candidate, is_bare
from exile_map.gazetteer.classwords import doubt_no_houses, doubt_other_kinds, is_house
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import plain_forms
from exile_map.gazetteer.hints import Hint, read_hint
from exile_map.gazetteer.hintwords import is_no_hint
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import readings
from exile_map.gazetteer.senses import Eras, Meaning, Said
from exile_map.gazetteer.statehood import Statehood, changes
from exile_map.gazetteer.storage import CODE
from exile_map.gazetteer.weighing import Weighed, weigh
from exile_map.gazetteer.whereabouts import any_hinted, any_is_in_it, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Question
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.rulings import Ruling

_REMEMBERED = 20_000  # names, while many are asked
_NOTHING = Weighed((), "", has_areas=False, has_twins=False, has_bare=False, wide=(), known={})
_TOWN = 50_000  # people: "Münster" is one
_KEPT = 256  # hints: one file names the same few countries again and again


class Meanings:
    """Reads names, and the hints in and beside them.

    Parameters
    ----------
    names
        The names of places; may have read ahead.
    """

    def __init__(self, names: Names) -> None:
        self._names, self._statehood = names, Statehood(names.store)
        self._hints: dict[str, Hint | None] = {}
        self._remembered: dict[object, Eras] | None = None

    def reading(self, names: Names) -> Meanings:
        """Return meanings of names from elsewhere that know the same hints, and remember."""
        other = type(self)(names)
        other._hints, other._remembered = self._hints, {}  # noqa: SLF001 - its own kind
        return other

    def take(
        self, asked: Question, given: tuple[str, ...], whole: str, behind: tuple[str, ...]
    ) -> Meaning:
        """Read a name, or take what it means from what is remembered.

        Ranking writes into a meaning: it is no one else's until it is given back by `keep`. So
        there is no lock, which a process forked meanwhile would find taken for ever.

        Parameters
        ----------
        asked
            The question.
        given
            The hints beside the name.
        whole
            The folded name.
        behind
            The hints behind it in a longer one.
        """
        if self._remembered and _may_come_again(asked):
            eras = self._remembered.get((asked.name, given, behind))
            meaning = eras.meanings.pop(eras.era(asked.year), None) if eras else None
            if meaning is not None:
                return meaning
        return self._read(asked, given, whole, behind)

    def ruled(self, asked: Question, given: tuple[str, ...]) -> tuple[Meaning, Ruling] | None:
        """Return what neighbours were found to say about a name; None where it is not remembered.

        Nothing is written into the meaning, so it stays where it is.
        """
        if not (self._remembered and asked.near):
            return None
        eras = self._remembered.get((asked.name, given, ()))
        meaning = eras.meanings.get(eras.era(asked.year)) if eras else None
        if meaning is None:
            return None
        try:
            ruling = meaning.rulings.get((asked.near, asked.life))
        except TypeError:  # neighbours as lists
            return None
        return None if ruling is None else (meaning, ruling)

    def keep(
        self, meaning: Meaning, asked: Question, given: tuple[str, ...], behind: tuple[str, ...]
    ) -> None:
        """Remember what a name means, if it may come again with other years or neighbours."""
        known = self._remembered
        if known is None or not _may_come_again(asked):
            return
        name = asked.name, given, behind
        eras = known.get(name)
        if eras is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            eras = known[name] = Eras(meaning.turns(), {})
        eras.meanings[eras.era(asked.year)] = meaning

    def _read(
        self, asked: Question, given: tuple[str, ...], whole: str, behind: tuple[str, ...]
    ) -> Meaning:
        """Take a name apart until a part of it is known."""
        around = behind
        name, said, spare = "", Said((), ()), None
        for reading in readings(" ".join(asked.name.split())):
            around, name = around or reading.hints, reading.name
            folded = whole if name == asked.name else fold(name)
            if not_a_place(folded):
                continue
            said = self._said((*reading.hints, *behind, *given))
            found, guessed = self._candidates(name, folded, asked.year, said.hints)
            firm = said.firm if found and not any_hinted(found) else said
            if firm is not said:
                said = firm
                found, guessed = self._candidates(name, folded, asked.year, said.hints)
            understood = not any(hint in said.unread for hint in reading.hints)
            if reading.only_there and not (understood and any_is_in_it(found, said.hints)):
                continue
            if any(map(self._names_a_house, reading.hints)):
                doubt_no_houses(found, reading.hints)
            if found:
                ruled = self._ruled_otherwise(found, said) if asked.year is not None else ()
                meaning = Meaning(name, around, said, weigh(found, name), guessed, {}, ruled)
                if any(c.hinted or not is_bare(c) for c in found):
                    return meaning
                spare = spare or meaning
        return spare or Meaning(name, around, said, _NOTHING, guessed=False, rulings={})

    def _ruled_otherwise(self, found: Sequence[Candidate], said: Said) -> Sequence[float]:
        """Return the years from which on hints that name states may be true of other places."""
        if not any(hint.states for hint in said.hints):
            return ()
        reigns = (self._statehood.of(c.place, c.detail) for c in found)
        return [year for told in reigns for year in changes(told)]

    def _said(self, texts: Sequence[str]) -> Said:
        """Understand hints."""
        if not texts:
            return Said((), ())
        read = [(text, self.hint(text)) for text in texts if not self._names_a_house(text)]
        unread = [text for text, hint in read if not (hint or _says_nothing(text))]
        return Said([hint for _, hint in read if hint], unread)

    def _names_a_house(self, text: str) -> bool:
        """Tell whether what stands beside a name says which house is meant, and no great town."""
        hint = self.hint(text) if is_house(text) and not text[:1].islower() else None
        return is_house(text) and (hint is None or hint.best.place.population < _TOWN)

    def hint(self, text: str) -> Hint | None:
        """Understand a hint, or remember it; None where it names nothing known."""
        try:
            return self._hints[text]
        except KeyError:
            hint = read_hint(text, self._names.bearers, self._names.store.state_id)
        if len(self._hints) >= _KEPT:
            self._hints.clear()
        self._hints[text] = hint
        return hint

    def _candidates(
        self, name: str, folded: str, year: float | None, hints: Sequence[Hint]
    ) -> tuple[list[Candidate], bool]:
        """Return the places of the first form of a name that has any where the hints say.

        With those that are called so only in short, which the route may speak for.
        """
        first: tuple[list[Candidate], bool] = ([], False)
        bare: list[Candidate] = []
        for form, guessed in plain_forms(name, folded):
            found = [c for c in self._names.bearers(form, year) if c.flag != CODE]
            found += self._names.namesakes(found, form, year)
            if form != folded:
                doubt_other_kinds(found, folded, form)
            if hints:
                mark(found, hints, year, self._statehood.of)
            if found and all(map(is_bare, found)):
                bare += found
                continue
            if found and (not hints or any_hinted(found)):
                return found + bare, guessed
            first = first if first[0] else (found, guessed)
        if not first[0] or any_hinted(bare):
            return bare, False
        return first[0] + bare, first[1]


def _may_come_again(asked: Question) -> bool:
    """Tell whether a name may come again: not one of a list of mere names."""
    return asked.year is not None or bool(asked.near)


def _says_nothing(text: str) -> bool:
    """Tell of what stands beside a name whether it says nothing of where that is."""
    if is_no_hint(text):
        return True
    from exile_map.gazetteer.housewords import names_house  # noqa: PLC0415 -- seldom needed

    return names_house(text)
