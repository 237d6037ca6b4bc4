"""Ahead: the file of the gazetteer for many questions: what is read is kept, or all at once."""

from __future__ import annotations

import sys

from exile_map.gazetteer.storage import ALL_BLOCKS, MANY_NAMES, Block, Store

_ALL_NAMES = "SELECT * FROM names"
_ALL_POINTS = "SELECT * FROM points"


class Ahead(Store):
    """A store that may read ahead, and keeps all that it reads."""

    @classmethod
    def of(cls, store: Store) -> Ahead:
        """Return one that shares what is open and known with a store, which stays small."""
        ahead = cls(store.path)
        vars(ahead).update(vars(store))
        vars(ahead).update(
            known_buckets={},
            _blocks={},
            known_points={},
            _places={},
            _kept=sys.maxsize,
            _points_kept=sys.maxsize,
        )
        return ahead

    def read_all(self) -> None:
        """Read all names and places, in their order."""
        execute = self._cursor().connection.execute
        self.known_buckets.update(execute(_ALL_NAMES))
        self.known_points.update(execute(_ALL_POINTS))
        self._blocks.update((block, Block(*row)) for block, *row in execute(ALL_BLOCKS))

    def read_buckets(self, numbers: set[int]) -> dict[int, bytes]:
        """Read those buckets of names that are not known yet, in order; return all that are."""
        unknown = numbers - self.known_buckets.keys()
        self.known_buckets.update(dict.fromkeys(unknown, b""))
        self.known_buckets.update(self._rows(MANY_NAMES, sorted(unknown)))
        return self.known_buckets
