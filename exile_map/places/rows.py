"""Rows: what a table of places says, checked; one value a row, one for the table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exile_map.deferring import deferring

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.dates import Span
    from exile_map.errors import Problem


class Cells(Mapping[str, str]):
    """The cells of one row by their headers; they are held by the columns of the whole table.

    Parameters
    ----------
    at
        The headers, in order, and where the column of each stands.
    columns
        The cells of the table.
    row
        The number of the row, from 0.
    """

    __slots__ = ("_at", "_columns", "_row")

    def __init__(self, at: Mapping[str, int], columns: Sequence[Sequence[str]], row: int) -> None:
        self._at = at
        self._columns = columns
        self._row = row

    def __getitem__(self, header: str) -> str:
        """Look up a cell."""
        return self._columns[self._at[header]][self._row]

    def __reduce__(self) -> tuple[type[Cells], tuple[object, ...]]:
        """Pickle this row alone, not the table."""
        return Cells, (self._at, [[column[self._row]] for column in self._columns], 0)

    def __contains__(self, header: object) -> bool:
        """Tell whether there is such a header."""
        return header in self._at

    def __iter__(self) -> Iterator[str]:
        """Go through the headers."""
        return iter(self._at)

    def __len__(self) -> int:
        """Count the headers."""
        return len(self._at)

    def __hash__(self) -> int:
        """Hash by what is in it: it never changes."""
        return hash(frozenset(self.items()))

    def __repr__(self) -> str:
        """Show the cells as a dict would."""
        return repr(dict(self))


NO_CELLS = Cells({}, (), 0)


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One checked row: a place as written, when, and what else the user says of the stay.

    Parameters
    ----------
    row, line
        The data row and the line of the file it begins on, both from 1.
    person, place
        Who, and the place's name as the source writes it.
    span
        When, within the bounds that are known.
    lat, lon, radius_km
        Degrees and kilometres where the user knows better; None otherwise.
    via
        Places on the way, in order.
    certainty
        Doubt about the whole stay: ``certain``, ``less-certain`` or ``uncertain``.
    cells
        Every cell of the row as it stood, by the user's own header.
    file
        The file it is from, where several are read together.

    The other fields are the columns of the same name, as written.
    """

    row: int
    line: int
    person: str
    place: str
    span: Span
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    via: tuple[str, ...] = ()
    country: str = ""
    region: str = ""
    stay: str = ""
    move: str = ""
    mode: str = ""
    story: str = ""
    quote: str = ""
    source: str = ""
    url: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    certainty: str = "certain"
    id: str = ""
    seq: float | None = None
    cells: Mapping[str, str] = NO_CELLS
    file: str = ""


@deferring("rows")
@dataclass(frozen=True, slots=True)
class Places:
    """A table of places, read and checked.

    Parameters
    ----------
    rows
        The rows, in the order of the file (or of ``seq`` where the file has one).
    problems
        What was doubtful: warnings only, for errors are raised.
    source
        The file's name, for messages.
    columns
        The user's own headers, in order.
    """

    rows: tuple[PlaceRow, ...]
    problems: tuple[Problem, ...] = ()
    source: str = ""
    columns: tuple[str, ...] = ()
