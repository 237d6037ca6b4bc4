"""Rows: what a table of places says, checked; one value a row, one for the table."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exile_map.dates import Span
    from exile_map.errors import Problem


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
    cells: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    file: str = ""

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with a plain dict of cells: a read-only view of one cannot be pickled."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return (_restored, (values | {"cells": dict(self.cells)},))


def _restored(values: dict[str, Any]) -> PlaceRow:
    return PlaceRow(**values)


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
