"""Held: the gazetteer's file while it is built, with all names and places still in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.records import MOST
from exile_map.gazetteer.storage import Place, Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from exile_map.gazetteer.records import PlaceRow


class Held(Store):
    """A file that has just been made, with its names and places still in memory.

    Parameters
    ----------
    path
        The SQLite file.
    places
        All places, in the order of their ids.
    named
        Folded names, each with its numbers.
    """

    def __init__(
        self, path: Path, places: Sequence[PlaceRow], named: Mapping[str, Sequence[int]]
    ) -> None:
        super().__init__(path)
        self._every, self._named = [Place._make(row) for row in places], named

    def numbers(self, folded: str) -> list[int]:
        """Return the numbers of a folded name's places."""
        return list(self._named.get(folded, ())[:MOST])

    def is_known(self, folded: str) -> bool:
        """Tell whether any place has a folded name."""
        return folded in self._named

    def place(self, number: int) -> Place:
        """Return a place by its id."""
        return self._every[number]

    def at(self, number: int) -> tuple[int, int]:
        """Return only where a place is: latitude and longitude, as stored."""
        return self._every[number].lat, self._every[number].lon
