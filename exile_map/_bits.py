"""Bits: what is true or not of many stays and of the ways to them, one number each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map._edges import YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map._edges import Edge
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
    bits = list(_of_stays(gathered))
    located, rows = gathered.located, gathered.rows
    areas = [each.is_area for each in located]
    for first, route in zip(gathered.firsts, gathered.routes, strict=True):
        for i, leg in enumerate(route.legs, first + 1):
            both = bits[i - 1] & bits[i] & PLACED and not areas[i - 1] and not areas[i]
            if both if leg.line is None else leg.is_measured:
                bits[i] |= MEASURED
            row = rows[i]
            if (
                row.certainty != "certain"
                or areas[i]
                or areas[i - 1]
                or "?" in row.mode
                or _may_be_long(gathered.over[i - 1], gathered.begun[i])
            ) and leg.certainty != "certain":
                bits[i] |= DOUBTFUL
    return bits


def _of_stays(gathered: Gathered) -> Iterator[int]:
    columns = (gathered.placed, gathered.begun, gathered.over, gathered.inferred)
    for placed, begun, over, inferred in zip(*columns, strict=True):
        bits = begun.known * _KNOWN | over.known * _KNOWN << 2 | placed
        if not inferred:
            yield bits | (begun.marks | over.marks) * _APPROXIMATE
            continue
        # What was inferred was not told, and so not with a doubt.
        for end, edge in (("start", begun), ("end", over)):
            bits |= _INFERRED[end] if end in inferred else edge.marks * _APPROXIMATE
        yield bits


def _may_be_long(left: Edge, come: Edge) -> bool:
    """Tell at little cost whether more than a year may lie between: parts of years are rounded."""
    if left.last is None or come.first is None:
        return False
    return come.first - left.last >= YEARS - 1
