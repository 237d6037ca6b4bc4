"""Bulk: many questions answered together, by the decisions in the file where they hold."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from exile_map.gazetteer.answers import Answer, late_answer
from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.decisions import (
    AMBIGUOUS,
    ANY_YEAR,
    CODE_SHIFT,
    IF_PLAIN,
    SURE,
    written,
)
from exile_map.gazetteer.folding import fold_all, key
from exile_map.gazetteer.likeness import letters
from exile_map.gazetteer.naming import Names
from exile_map.gazetteer.queries import plain_forms
from exile_map.gazetteer.records import (
    ABSENT,
    NUMBER,
    PER_BLOCK_SHIFT,
    decided_entries,
    entries,
    unpack_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.lookup import Lookup

_BLOCK_SHIFT = 2 + PER_BLOCK_SHIFT


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
        self._store, self._own = names.store.ahead(), names.own
        self._lookup = lookup.reading(Names(self._store, names.own))

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """Yield an answer for each question, in their order.

        Parameters
        ----------
        questions
            What to find: some thousands, that are held in memory together.
        """
        folded = fold_all([asked.name for asked in questions])
        found = self._entries(folded)
        store = self._store
        blocks = store.read_blocks({(e & NUMBER) >> _BLOCK_SHIFT for e in found if e >> CODE_SHIFT})
        for asked, name, entry in zip(questions, folded, found, strict=True):
            _, year, country, region, near = asked
            decision = 0 if country or region or near else entry
            if decision & IF_PLAIN and letters(asked.name) != name:
                decision = self._as_written(asked.name, name, decision)
            code = decision >> CODE_SHIFT
            if not code or not (year is None or decision & ANY_YEAR):
                unknown = self._lookup.unknown(asked, name) if decision == ABSENT else None
                yield unknown or self._lookup.answer(asked, name)
            elif code == AMBIGUOUS:
                yield Answer.with_rest("ambiguous", None, _Later(self, asked, name, decision))
            else:
                number = (decision & NUMBER) >> 2
                block = number >> PER_BLOCK_SHIFT
                lat, lon = unpack_at(number, (blocks.get(block) or store.block(block)).packed)
                only = not decision & IF_PLAIN
                rest = (_LaterCity if only else _Later)(self, asked, name, decision)
                yield late_answer(lat / DEGREES, lon / DEGREES, SURE[code], rest, only=only)

    def _as_written(self, name: str, folded: str, usual: int) -> int:
        """Return the entry for a name that is not written as it is folded."""
        (first, _), *_ = islice(plain_forms(name, folded), 1)
        if first != folded or "." in name:
            return 0  # another form comes first, or the letters do not tell the folded name
        as_read = letters(" ".join(name.split()))
        for form in (as_read, "") if as_read != folded else ():
            bucket, mark = key(written(folded, form))
            found = entries(self._store.bucket(bucket), mark)
            if found:
                return found[0]
        return usual

    def _entries(self, names: Sequence[str]) -> list[int]:
        """Return for each folded name the entry with what is decided of it."""
        keys = [key(name) for name in names]
        buckets = self._store.read_buckets({bucket for bucket, _ in keys})
        found = list(decided_entries(buckets, keys))
        if self._own:
            own = self._own
            return [0 if name in own else entry for name, entry in zip(names, found, strict=True)]
        return found

    def again(self, asked: Question, folded: str) -> Answer:
        """Ask the lookup for all that a decision leaves out."""
        return self._lookup.answer(asked, folded)

    def city(self, asked: Question, decision: int) -> Match:
        """Return the only city of a name, as decided."""
        place = self._store.place((decision & NUMBER) >> 2)
        return self._lookup.only_city(place, asked.name, SURE[decision >> CODE_SHIFT])


class _Later:
    """What an answer by decision leaves out: asked once, when any of it is looked at."""

    __slots__ = ("_asked", "_bulk", "_decision", "_folded", "_whole")

    def __init__(self, bulk: Bulk, asked: Question, folded: str, decision: int) -> None:
        self._bulk, self._asked, self._folded, self._decision = bulk, asked, folded, decision

    def whole(self) -> Answer:
        """Return the lookup's answer."""
        try:
            return self._whole
        except AttributeError:
            self._whole: Answer = self._bulk.again(self._asked, self._folded)
            return self._whole

    def match(self) -> Match:
        """Return the place meant, with all that is known of it."""
        match = self.whole().match
        if match is None:
            message = f"the decision about {self._asked.name!r} is not the lookup's"
            raise AssertionError(message)
        return match

    def candidates(self) -> tuple[Match, ...]:
        """Return the runners-up."""
        return self.whole().candidates

    def suggestions(self) -> tuple[str, ...]:
        """Return the names near in spelling."""
        return self.whole().suggestions

    def reason(self) -> str:
        """Return the sentence for people."""
        return self.whole().reason


class _LaterCity(_Later):
    """The same of a name that only one city has: the decision tells which."""

    __slots__ = ()

    def match(self) -> Match:
        """Return the city, with all that is known of it."""
        return self._bulk.city(self._asked, self._decision)
