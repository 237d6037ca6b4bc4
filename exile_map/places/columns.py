"""Columns: the cells of a table side by side; texts that come again are held once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.places.tidying import without_nothings

if TYPE_CHECKING:
    from collections.abc import Sequence

NUMBERS: Final = ("lat", "lon", "radius_km", "seq", "month", "day")
"""The columns in which what programs write for nothing is blank."""

_AT_ONCE: Final = 2**10
_SEEN: Final = 2**12
_MOST_DIFFERENT: Final = 0.98


def columns_of(records: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """Turn rows into columns; short rows are filled up, and of long ones the rest was told of.

    Parameters
    ----------
    records
        The cells of each row.
    width
        How many columns there are.
    """
    columns: list[list[str]] = [[] for _ in range(width)]
    known: dict[str, str] = {}
    recurring = set(range(width))
    # Some rows at a time, as the cells lie in memory: that takes a third of column by column.
    for first in range(0, len(records), _AT_ONCE):
        some = [
            cells if len(cells) == width else _padded(cells, width)
            for cells in records[first : first + _AT_ONCE]
        ]
        for i, part in enumerate(zip(*some, strict=True)):
            columns[i].extend(map(known.setdefault, part, part) if i in recurring else part)
        if first + _AT_ONCE == _SEEN:
            recurring -= {i for i, column in enumerate(columns) if not _recurs(column)}
    return columns


def _recurs(column: Sequence[str]) -> bool:
    """Tell whether texts come again in a column, so that it is worth to hold each once."""
    return len(set(column)) < _MOST_DIFFERENT * len(column)


def stripped(column: list[str], name: str) -> Sequence[str]:
    """Return a column as it is read; the very one where nothing had to be stripped."""
    bare: Sequence[str] = list(map(str.strip, column))
    if name in NUMBERS:
        bare = without_nothings(bare)
    return column if bare == column else bare


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """Give a row as many cells as the header."""
    return [*cells[:width], *[""] * (width - len(cells))]
