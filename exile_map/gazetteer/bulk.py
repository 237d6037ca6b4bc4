"""Bulk: many questions answered together, by the decisions in the file where they hold."""

from __future__ import annotations

from itertools import compress, islice, repeat
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.ahead import Ahead
from exile_map.gazetteer.answers import Answer, Question, late_answer
from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.certainty import by_form
from exile_map.gazetteer.dating import Dating
from exile_map.gazetteer.decisions import (
    AMBIGUOUS,
    ANY_YEAR,
    CODE_SHIFT,
    IF_PLAIN,
    OTHERWISE,
    SURE,
    written,
)
from exile_map.gazetteer.folding import fold, fold_all, key, keys
from exile_map.gazetteer.forms import DOUBLED
from exile_map.gazetteer.later import Later, LaterCity
from exile_map.gazetteer.likeness import letters
from exile_map.gazetteer.naming import Names
from exile_map.gazetteer.records import (
    ABSENT,
    NUMBER,
    decided_entries,
    entries,
)
from exile_map.gazetteer.storage import MAIN
from exile_map.gazetteer.unlisted import NO_FORM, known_forms
from exile_map.gazetteer.unpacked import Unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from exile_map.gazetteer.answers import Match
    from exile_map.gazetteer.lookup import Lookup
    from exile_map.gazetteer.unlisted import Form

_NAMES = 20_000  # remembered
NOWHERE = ABSENT | 1  # nor is any other form of the name
_VERY_MANY = 20_000  # names: more than there are buckets
_MAY_BE_OTHERWISE = IF_PLAIN | OTHERWISE  # than as it is folded
# Beside a decision, above its code: the name is known in one word only, and so less sure.
_IN_ONE_WORD = AMBIGUOUS + 1 << CODE_SHIFT
_OF_THE_LOOKUP = IF_PLAIN | _IN_ONE_WORD  # is all but where the place is
_SURE = (*SURE, 0.0, *map(by_form, SURE))
_FEW = 500  # questions: the cycle collector wakes when 700 things are held


class Asked(NamedTuple):
    """Many questions, in their order.

    Parameters
    ----------
    names, years
        Of those that tell no more than that.
    whole
        The others; None for one of those.
    """

    names: list[str]
    years: list[float | None]
    whole: list[Question | None]

    @classmethod
    def some(cls, questions: Iterator[Question], most: int) -> Asked:
        """Take at most so many questions, a few at a time.

        Were all of them held together, the cycle collector would look them through again and
        again, and all else there is with them.
        """
        asked = cls([], [], [])
        while few := tuple(islice(questions, min(_FEW, most - len(asked.whole)))):
            names, years, *around = zip(*few, strict=True)
            if any(map(any, around)):
                whole = [q if any(q[2:]) else None for q in few]
                asked.whole.extend(whole)
                plain = [told is None for told in whole]
                asked.names.extend(compress(names, plain))
                asked.years.extend(compress(years, plain))
            else:
                asked.whole.extend(repeat(None, len(few)))
                asked.names.extend(names)
                asked.years.extend(years)
        return asked


class Bulk:
    """What of the file is read for many questions: each part once, in its order, and kept.

    Parameters
    ----------
    names
        The names of places.
    lookup
        Answers what is not decided.
    """

    def __init__(self, names: Names, lookup: Lookup) -> None:
        self._store, self._own = Ahead.of(names.store), names.own
        read = Names(self._store, names.own)
        self._lookup = lookup.reading(read)
        self._dating = Dating(read, self._lookup)
        self._named: dict[str, tuple[str, bool]] = {}
        self._count = 0
        self._all: Unpacked | None = None

    def answers(self, asked: Asked) -> Iterator[Answer]:
        """Yield an answer for each question, in their order.

        Parameters
        ----------
        asked
            What to find: some thousands, that are held in memory together.
        """
        alone = self._alone(asked.names, asked.years)
        if len(asked.names) == len(asked.whole):
            return alone
        return (next(alone) if more is None else self._told_more(more) for more in asked.whole)

    def alike(self, questions: Sequence[Question]) -> list[Question]:
        """Return for each question the first that is answered alike, though of another year."""
        return self._dating.alike(questions)

    def _alone(self, names: Sequence[str], years: Sequence[float | None]) -> Iterator[Answer]:
        """Yield an answer for each name alone."""
        self._count += len(names)
        if self._all is None and self._count > _VERY_MANY:
            self._all = Unpacked(self._store)
        folded = fold_all(names)
        entries = self._entries(folded)
        forms = self._note_forms(names, folded, entries)
        decisions = entries
        for i in [i for i, entry in enumerate(entries) if entry & _MAY_BE_OTHERWISE]:
            decisions[i] = self._as_asked(names[i], folded[i], entries[i])
        nothing = self._lookup.nothing
        asked = zip(names, years, folded, decisions, *self._points(decisions), strict=True)
        for name, year, known, decision, lat, lon in asked:
            code = decision >> CODE_SHIFT
            if not code or not (year is None or decision & ANY_YEAR):
                if decision == NOWHERE:
                    yield nothing(name)
                else:
                    yield self._undecided(Question(name, year), known, decision, forms)
            elif code == AMBIGUOUS:
                rest = [Later, self, name, year, known, decision]
                yield Answer.with_rest("ambiguous", None, rest)
            elif decision & _OF_THE_LOOKUP:
                rest = [Later, self, name, year, known, decision]
                yield late_answer(lat, lon, _SURE[code], rest)
            else:
                rest = [LaterCity, self, name, year, known, decision]
                yield late_answer(lat, lon, SURE[code], rest, ())

    def _points(self, decisions: Sequence[int]) -> tuple[list[float], list[float]]:
        """Return where the places meant are: latitudes and longitudes; anything for no place."""
        places = [(decision & NUMBER) >> 2 for decision in decisions]
        if self._all is not None:
            lats, lons = self._all.lats.__getitem__, self._all.lons.__getitem__
            return list(map(lats, places)), list(map(lons, places))
        at = self._store.at
        points = [at(number) for number in places]
        return [lat / DEGREES for lat, _ in points], [lon / DEGREES for _, lon in points]

    def _as_asked(self, name: str, folded: str, entry: int) -> int:
        """Return the entry for a name of which it matters how it is written, or who else has it."""
        if entry & IF_PLAIN:
            plain = name.casefold() == folded or letters(name) == folded  # the first is quicker
            return entry if plain else self._as_written(name, folded, entry)
        return entry if self._own else self._greater_namesake(name, folded)

    def _told_more(self, asked: Question) -> Answer:
        """Ask the lookup about a name with hints or neighbours; of names, lives share many."""
        name, lookup = asked.name, self._lookup
        known = self._named.get(name)
        if known is None:
            if len(self._named) >= _NAMES:
                self._named.clear()
            folded = fold(name)
            known = self._named[name] = folded, lookup.is_named(name, folded)
        folded, is_named = known
        return lookup.among(asked, folded) if is_named else lookup.answer(asked, folded)

    def _note_forms(
        self, names: Sequence[str], folded: Sequence[str], entries: list[int]
    ) -> dict[str, Form]:
        """Note of the entries of names that are not known which ones surely name nothing.

        Return those that are known in another form, each with the first.
        """
        absent = [i for i, entry in enumerate(entries) if entry == ABSENT]
        some, folded_some = [names[i] for i in absent], [folded[i] for i in absent]
        known: dict[str, Form] = {}
        found: dict[str, int] = {}

        def are_known(forms: Sequence[str]) -> Sequence[bool]:
            noted = self._entries(forms)
            found.update(zip(forms, noted, strict=True))
            return [entry != ABSENT for entry in noted]

        for i, form in zip(absent, known_forms(some, folded_some, are_known), strict=True):
            if form is NO_FORM:
                entries[i] = NOWHERE
            elif form is not None:
                known[names[i]] = form
                entries[i] = _in_one_word(folded[i], form, found[form[0]])
        return known

    def _undecided(
        self, asked: Question, folded: str, decision: int, forms: Mapping[str, Form]
    ) -> Answer:
        """Ask the lookup; what is known in another form only, about that."""
        lookup, name = self._lookup, asked.name
        if decision != ABSENT and not decision & _IN_ONE_WORD:
            return lookup.answer(asked, folded)
        known = forms.get(name)
        if known is None:
            return lookup.unlisted(asked, folded)
        form, guessed = known
        spaced = asked._replace(name=" ".join(name.split()))
        alone = lookup.alone.by_form(spaced, folded, form, guessed=guessed)
        return alone or lookup.among(asked, folded)

    def _as_written(self, name: str, folded: str, usual: int) -> int:
        """Return the entry for a name that is not written as it is folded."""
        if not _is_told_by_letters(name, folded):
            return 0
        if not usual & OTHERWISE:
            return usual
        as_read = letters(" ".join(name.split()))
        if as_read == folded:
            return usual
        return self._entry(written(folded, as_read)) or self._entry(written(folded)) or usual

    def _greater_namesake(self, name: str, folded: str) -> int:
        """Return the entry for a place that is meant, though another bears the name; 0 if none."""
        return self._entry(written(folded)) if _is_told_by_letters(name, folded) else 0

    def _entry(self, name: str) -> int:
        """Return the first entry of a name; 0 without one."""
        bucket, mark = key(name)
        found = entries(self._store.bucket(bucket), mark)
        return found[0] if found else 0

    def _entries(self, names: Sequence[str]) -> list[int]:
        """Return for each folded name the entry with what is decided of it."""
        if self._all is not None:
            found = self._all.entries(names)
        else:
            numbers, marks = keys(names)
            found = list(decided_entries(self._store.read_buckets(set(numbers)), numbers, marks))
        own = self._own
        if not own:
            return found
        return [0 if name in own else entry for name, entry in zip(names, found, strict=True)]

    def again(self, asked: Question, folded: str) -> Answer:
        """Ask the lookup for all that a decision leaves out."""
        return self._lookup.answer(asked, folded)

    def city(self, asked: Question, decision: int) -> Match:
        """Return the only city of a name, as decided."""
        place = self._store.place((decision & NUMBER) >> 2)
        sure = SURE[decision >> CODE_SHIFT]
        return self._lookup.alone.city(place, asked.name, sure, asked.year)


def _in_one_word(folded: str, form: Form, entry: int) -> int:
    """Return what is decided of a name that is known as one word only, if its only city is meant.

    Of a city that bears the form besides, it matters how the words are divided.
    """
    code, guessed = entry >> CODE_SHIFT, form[1]
    is_city = 0 < code < AMBIGUOUS and not entry & IF_PLAIN and entry & 3 == MAIN
    is_so = is_city and guessed and form[0] == folded.replace(" ", "")
    return entry | _IN_ONE_WORD if is_so else ABSENT


def _is_told_by_letters(name: str, folded: str) -> bool:
    """Tell whether the folded name is the first form to try, and its letters those as written."""
    return bool(folded) and "." not in name and DOUBLED not in name
