"""Bits: what is true or not of many stays and of the ways to them, one number each."""

from __future__ import annotations

from itertools import compress, count, repeat
from operator import and_, gt, le, mul, or_, sub
from typing import TYPE_CHECKING, Final

from exile_map._edges import YEARS
from exile_map.stays import is_long

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map._gathered import Gathered

PLACED: Final = 1
_APPROXIMATE: Final = 2
"""Twice this: uncertain."""
_INFERRED: Final = {"start": 8, "end": 16}
# Which of the four bounds are known: 32, 64, 128, 256.
_KNOWN: Final = 32
# Of the way to the stay.
DOUBTFUL: Final = 512
MEASURED: Final = 1024
_FAR: Final = 10**18
"""Parts of a year, before and after all that is told."""


def bits_of(gathered: Gathered) -> list[int]:
    """Return what is true of each stay and of the way to it."""
    bits = _of_stays(gathered)
    areas, begins = gathered.rows.is_area, gathered.lives.firsts
    before = [*areas[-1:], *areas[:-1]]
    # Of a stay that begins a life what is said here is taken back below.
    rough = list(map(or_, areas, before))
    placed = gathered.placed
    both = map(and_, placed, [*placed[-1:], *placed[:-1]])
    measured = list(map(mul, map(gt, both, rough), repeat(MEASURED)))
    for i, leg in gathered.lives.lines.items():
        measured[i] = MEASURED if leg.is_measured else 0
    doubtful = _doubtful(gathered, rough)
    for first in begins:
        measured[first] = doubtful[first] = 0
    return list(map(or_, map(or_, bits, measured), doubtful))


def _doubtful(gathered: Gathered, rough: Sequence[bool]) -> list[int]:
    """Mark the ways that are not certain, as `Leg.certainty` says."""
    certainties, modes = gathered.told("certainty"), gathered.told("mode")
    doubts = {told: told != "certain" for told in set(certainties)}
    asked = {mode: "?" in mode for mode in set(modes)}
    told = map(or_, map(doubts.__getitem__, certainties), map(asked.__getitem__, modes))
    doubtful = list(map(mul, map(or_, told, rough), repeat(DOUBTFUL)))
    edges, ends, written = gathered.edges, gathered.ends, gathered.rows.ends
    lefts = [_FAR if last is None else last for last in edges.last]
    comes = [-_FAR if first is None else first for first in edges.first]
    between = map(sub, map(comes.__getitem__, ends.begun[1:]), map(lefts.__getitem__, ends.over))
    # More than a year may lie between, at little cost: parts of years are rounded.
    for i in compress(count(1), map(le, repeat(YEARS - 1), between)):
        left, come = written.bounds[written.over[i - 1]], written.bounds[written.begun[i]]
        if is_long(left, come):
            doubtful[i] = DOUBTFUL
    return doubtful


def _of_stays(gathered: Gathered) -> list[int]:
    """Return what is true of each stay."""
    edges, ends = gathered.edges, gathered.ends
    marks = [mark * _APPROXIMATE for mark in edges.marks]
    starts = [known * _KNOWN for known in edges.known]
    overs = [known << 2 for known in starts]
    begun = map(list(map(or_, starts, marks)).__getitem__, ends.begun)
    over = map(list(map(or_, overs, marks)).__getitem__, ends.over)
    bits = list(map(or_, map(or_, begun, over), gathered.placed))
    for i in compress(count(), gathered.inferred):
        inferred, start, end = gathered.inferred[i], ends.begun[i], ends.over[i]
        bits[i] = starts[start] | overs[end] | gathered.placed[i]
        # What was inferred was not told, and so not with a doubt.
        for name, edge in (("start", start), ("end", end)):
            bits[i] |= _INFERRED[name] if name in inferred else marks[edge]
    return bits
