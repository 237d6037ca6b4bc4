"""Unpacked: what is decided of every name, and where every place is, for very many questions."""

from __future__ import annotations

from array import array
from itertools import repeat
from operator import add, rshift
from struct import unpack
from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.folding import BUCKETS, keys
from exile_map.gazetteer.records import ABSENT, NUMBER, decided_entry, unpack_bucket

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.ahead import Ahead


class Unpacked:
    """All of both in a few arrays, sixteen megabytes, where many are looked up at once.

    Parameters
    ----------
    store
        The gazetteer's file, that is read whole: one that keeps what it reads.
    """

    def __init__(self, store: Ahead) -> None:
        store.read_all()
        self._buckets = store.known_buckets
        # Before the first entry of each bucket, one that stands for none.
        self._marks, self._firsts = [b""] * BUCKETS, [1] * BUCKETS
        self._entries = array("I", (ABSENT,))
        for bucket, records in self._buckets.items():
            self._firsts[bucket] = len(self._entries)
            self._marks[bucket], entries = unpack_bucket(records)
            self._entries.extend(entries)
            self._entries.append(ABSENT)
        self.lats, self.lons = array("d"), array("d")
        for _, row in sorted(store.known_points.items()):
            flat = unpack(f"<{len(row) // 4}i", row)
            self.lats.extend([lat / DEGREES for lat in flat[::2]])
            self.lons.extend([lon / DEGREES for lon in flat[1::2]])

    def entries(self, names: Sequence[str]) -> list[int]:
        """Return for each folded name the entry that has a decision, as `decided_entries` does."""
        buckets, marks = keys(names)
        firsts, entries = self._firsts, self._entries
        # Without a step of Python's for each: that takes longer than to find it.
        offsets = list(map(bytes.find, map(self._marks.__getitem__, buckets), marks))
        ahead = map(add, map(firsts.__getitem__, buckets), map(rshift, offsets, repeat(2)))
        found = list(map(entries.__getitem__, ahead))
        doubtful = [i for i, entry in enumerate(found) if entry <= NUMBER]
        across = {offset for offset in set(offsets) if offset > 0 and offset & 3}
        if across:
            doubtful += [i for i, offset in enumerate(offsets) if offset in across]
        for i in doubtful:
            found[i] = decided_entry(self._buckets[buckets[i]], marks[i])
        return found
