"""Ids: a name for each stay of a map, which links point at."""

from __future__ import annotations

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
        return [
            self._taken(
                _slug(row.place.id) if row.place.id else "",
                f"{prefix}{number}-{_slug(row.place.place)}".rstrip("-"),
            )
            for number, row in enumerate(rows, 1)
        ]

    def _taken(self, told: str, made: str) -> str:
        wanted = unique = told or made
        count = 1
        while unique in self.taken:
            count += 1
            unique = f"{wanted}-{count}"
        self.taken.add(unique)
        return unique


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    bare = text.casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", bare).strip("-_")[:60]
