"""Columns: the cells of a table side by side; texts that come again are held once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.places.tidying import without_nothings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NUMBERS: Final = ("lat", "lon", "radius_km", "seq", "month", "day")
"""The columns in which what programs write for nothing is blank."""

_AT_ONCE: Final = 2**10
_SEEN: Final = 2**12
_MOST_DIFFERENT: Final = 0.98


class Growing:
    """Columns to which rows are added, some at a time.

    Parameters
    ----------
    width
        How many columns there are.
    """

    def __init__(self, width: int) -> None:
        self.columns: list[list[str]] = [[] for _ in range(width)]
        self._known: dict[str, str] = {}
        self._recurring: set[int] | None = None

    def add(self, part: Iterable[Sequence[str]]) -> None:
        """Add some rows, given as columns."""
        once = self._known.setdefault
        for i, (column, cells) in enumerate(zip(self.columns, part, strict=True)):
            recurs = self._recurring is None or i in self._recurring
            column.extend(map(once, cells, cells) if recurs else cells)
        if self._recurring is None and len(self.columns[0]) >= _SEEN:
            self._recurring = {i for i, column in enumerate(self.columns) if _recurs(column)}


def columns_of(records: Sequence[Sequence[str]], width: int) -> list[list[str]]:
    """Turn rows into columns; short rows are filled up, and of long ones the rest was told of.

    Parameters
    ----------
    records
        The cells of each row.
    width
        How many columns there are.
    """
    growing = Growing(width)
    # Some rows at a time, as the cells lie in memory: that takes a third of column by column.
    for first in range(0, len(records), _AT_ONCE):
        some = [
            cells if len(cells) == width else _padded(cells, width)
            for cells in records[first : first + _AT_ONCE]
        ]
        growing.add(zip(*some, strict=True))
    return growing.columns


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
