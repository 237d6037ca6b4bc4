"""Bits: what is true or not of many stays and of the ways to them, one number each."""

from __future__ import annotations

from itertools import compress, count
from operator import and_, or_
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


def bits_of(gathered: Gathered) -> list[int]:
    """Return what is true of each stay and of the way to it."""
    bits = _of_stays(gathered)
    areas, begins = gathered.rows.is_area, gathered.lives.firsts
    before = [*areas[-1:], *areas[:-1]]
    # Of a stay that begins a life what is said here is taken back below.
    rough = list(map(or_, areas, before))
    placed = gathered.placed
    both = map(and_, placed, [*placed[-1:], *placed[:-1]])
    measured = [
        MEASURED if known and not area else 0 for known, area in zip(both, rough, strict=True)
    ]
    for i, leg in gathered.lives.lines.items():
        measured[i] = MEASURED if leg.is_measured else 0
    doubtful = _doubtful(gathered, rough)
    for first in begins:
        measured[first] = doubtful[first] = 0
    return list(map(or_, map(or_, bits, measured), doubtful))


def _doubtful(gathered: Gathered, rough: Sequence[bool]) -> list[int]:
    """Mark the ways that are not certain, as `Leg.certainty` says."""
    certainties, modes = gathered.told("certainty"), gathered.told("mode")
    told = zip(certainties, modes, rough, strict=True)
    doubtful = [
        DOUBTFUL if area or certainty != "certain" or (mode and "?" in mode) else 0
        for certainty, mode, area in told
    ]
    starts, ends = gathered.rows.ends
    lefts, comes = [edge.last for edge in gathered.over], [edge.first for edge in gathered.begun]
    # More than a year may lie between, at little cost: parts of years are rounded.
    for i, (left, come) in enumerate(zip(lefts, comes[1:], strict=False), 1):
        if (
            left is not None
            and come is not None
            and come - left >= YEARS - 1
            and is_long(ends[i - 1], starts[i])
        ):
            doubtful[i] = DOUBTFUL
    return doubtful


def _of_stays(gathered: Gathered) -> list[int]:
    bits = [begun.known * _KNOWN | begun.marks * _APPROXIMATE for begun in gathered.begun]
    over = [over.known * _KNOWN << 2 | over.marks * _APPROXIMATE for over in gathered.over]
    bits = list(map(or_, map(or_, bits, over), gathered.placed))
    for i in compress(count(), gathered.inferred):
        inferred, begun, over_ = gathered.inferred[i], gathered.begun[i], gathered.over[i]
        bits[i] = begun.known * _KNOWN | over_.known * _KNOWN << 2 | gathered.placed[i]
        # What was inferred was not told, and so not with a doubt.
        for end, edge in (("start", begun), ("end", over_)):
            bits[i] |= _INFERRED[end] if end in inferred else edge.marks * _APPROXIMATE
    return bits
