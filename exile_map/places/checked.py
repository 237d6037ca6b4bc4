"""Checked rows side by side, in columns; a row is made when someone asks for it."""

from __future__ import annotations

from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from exile_map.dates import Span
from exile_map.making import maker
from exile_map.places.rows import Cells, PlaceRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exile_map.dates.ends import Ends

_FIELDS: Final = {field.name: field.default for field in fields(PlaceRow)}


class Spans:
    """When it was, row by row: the ends by themselves, and what is told beyond them.

    Parameters
    ----------
    ends
        The bounds of each row's beginning and end.
    firsts, lasts
        What is written of the two, where the row has no span in ``read``.
    read
        The spans that were read as a whole, by their row; those of all others follow from ends.
    """

    def __init__(
        self,
        ends: Ends,
        firsts: Sequence[str],
        lasts: Sequence[str],
        read: Mapping[int, Span],
    ) -> None:
        self.ends = ends
        self._firsts = firsts
        self._lasts = lasts
        self._read = read

    def __len__(self) -> int:
        return len(self.ends)

    def made(self) -> list[Span]:
        """Make all spans."""
        ends = self.ends
        columns = zip(ends.starts, ends.ends, self._firsts, self._lasts, strict=True)
        make = maker(Span, len(self))
        made = [make(start, end, f"{first} – {last}", "") for start, end, first, last in columns]
        for i, span in self._read.items():
            made[i] = span
        return made

    @cached_property
    def notes(self) -> list[str]:
        """What has to be said of each."""
        notes = [""] * len(self)
        for i, span in self._read.items():
            if span.note:
                notes[i] = span.note
        return notes

    def picked(self, order: Sequence[int]) -> Spans:
        """Return the same in another order."""
        return Spans(
            self.ends.picked(order),
            [self._firsts[i] for i in order],
            [self._lasts[i] for i in order],
            {to: self._read[i] for to, i in enumerate(order) if i in self._read},
        )


class Checked:
    """Checked rows side by side.

    Parameters
    ----------
    count
        How many rows there are.
    columns
        The fields of `PlaceRow`, row by row, but for spans and cells; what is missing is as the
        class has it.
    spans
        When it was.
    at, cells
        The headers and where the column of each stands, and these columns: the user's cells.
    places
        The number of each row in ``cells``, where they are not in that order.
    """

    def __init__(  # noqa: PLR0913, PLR0917 -- each is a part of a row
        self,
        count: int,
        columns: Mapping[str, Sequence[Any]],
        spans: Spans,
        at: Mapping[str, int],
        cells: Sequence[Sequence[str]],
        places: Sequence[int] | None = None,
    ) -> None:
        self._count = count
        self._columns = {**columns}
        self.spans = spans
        self.at = at
        self._cells = cells
        self._places = range(count) if places is None else places
        self._made: tuple[PlaceRow, ...] | None = None

    def __len__(self) -> int:
        return self._count

    def told(self, name: str) -> Sequence[Any]:
        """Return what each row tells in a column of ours."""
        column = self._columns.get(name)
        if column is None:
            column = self._columns[name] = [_FIELDS[name]] * self._count
        return column

    def made(self) -> tuple[PlaceRow, ...]:
        """Make all rows; the same each time."""
        if self._made is None:
            columns = {name: self.told(name) for name in _FIELDS if name not in ("span", "cells")}
            columns["span"] = self.spans.made()
            columns["cells"] = [Cells(self.at, self._cells, i) for i in self._places]
            values = zip(*(columns[name] for name in _FIELDS), strict=True)
            make = maker(PlaceRow, self._count)
            self._made = tuple(make(*of_row) for of_row in values)
        return self._made

    def by_sequence(self) -> Checked:
        """Bring the rows into the order that the user gives them, where each has a number."""
        numbers = self.told("seq")
        if None in numbers:
            return self
        order = sorted(range(self._count), key=numbers.__getitem__)
        return Checked(
            self._count,
            {name: [column[i] for i in order] for name, column in self._columns.items()},
            self.spans.picked(order),
            self.at,
            self._cells,
            order,
        )
