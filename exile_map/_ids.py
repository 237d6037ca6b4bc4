"""Ids: a name for each stay of a map, which links point at."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence


_NO_WORD: Final = re.compile(r"[^\w]+")


class Ids:
    """Gives each stay an id that stays the same while its row does: its number and its name."""

    def __init__(self, *, prefixed: bool) -> None:
        self.prefixed = prefixed
        self.taken: set[str] = set()

    def of(
        self,
        persons: Sequence[str],
        firsts: Sequence[int],
        given: Sequence[str],
        places: Sequence[str],
    ) -> list[str]:
        """Return the user's own ids, or some of number and place; never one twice.

        Parameters
        ----------
        persons, firsts
            Whose lives they are, and the number of the stay that each begins with, from 0.
        given, places
            The user's own ids, and the names of places, stay by stay.
        """
        endings = {name: f"-{_slug(name)}".rstrip("-") for name in set(places)}
        own = {name: _slug(name) if name else "" for name in set(given)}
        out: list[str] = []
        numerals = list(map(str, range(1, len(places) + 1)))
        for person, first, last in zip(persons, firsts, [*firsts[1:], len(places)], strict=True):
            prefix = f"{_slug(person)}-" if self.prefixed else ""
            of_life = zip(numerals, given[first:last], places[first:last], strict=False)
            out += [
                own[name] or f"{prefix}{number}{endings[place]}" for number, name, place in of_life
            ]
        different = set(out)
        if len(different) < len(out) or not self.taken.isdisjoint(different):
            return list(map(self._once, out))
        self.taken |= different
        return out

    def _once(self, wanted: str) -> str:
        name = self._unique(wanted) if wanted in self.taken else wanted
        self.taken.add(name)
        return name

    def _unique(self, wanted: str) -> str:
        """Give a name that is taken a number."""
        numbered = (f"{wanted}-{count}" for count in itertools.count(2))
        return next(name for name in numbered if name not in self.taken)


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    bare = text.casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _NO_WORD.sub("-", bare).strip("-_")[:60]
