"""Ids: a name for each stay of a map, which links point at."""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.geocoding import LocatedRow


class Ids:
    """Gives each stay an id that stays the same while its row does: its number and its name."""

    def __init__(self, *, prefixed: bool) -> None:
        self.prefixed = prefixed
        self.taken: set[str] = set()

    def of(self, person: str, rows: Iterable[LocatedRow]) -> list[str]:
        """Return the user's own ids, or some of number and place; never one twice."""
        prefix = f"{_slug(person)}-" if self.prefixed else ""
        out, taken = [], self.taken
        for number, row in enumerate(rows, 1):
            place = row.place
            name = _slug(place.id) if place.id else ""
            name = name or f"{prefix}{number}-{_slug(place.place)}".rstrip("-")
            if name in taken:
                name = self._unique(name)
            taken.add(name)
            out.append(name)
        return out

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
    return re.sub(r"[^\w]+", "-", bare).strip("-_")[:60]
