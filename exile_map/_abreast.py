"""Abreast: located rows side by side, in columns; rows are made when someone asks for them."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol, cast

from exile_map.dates.ends import Ends
from exile_map.deferring import held
from exile_map.located import LocatedRow
from exile_map.making import maker

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.dates import Span
    from exile_map.gazetteer import Match
    from exile_map.located import Located
    from exile_map.places.checked import Checked


class Abreast(Protocol):
    """Located rows side by side, in columns."""

    def __len__(self) -> int:
        """Count the rows."""

    def made(self) -> tuple[LocatedRow, ...]:
        """Make all rows; the same each time."""

    def told(self, name: str) -> Sequence[Any]:
        """Return what each row tells in a column of ours."""

    def spans(self) -> Sequence[Span]:
        """Return when each row says it was."""

    @property
    def ends(self) -> Ends:
        """The beginnings and the ends that rows tell."""

    @property
    def notes(self) -> tuple[Sequence[str], Sequence[str]]:
        """What has to be said of places and of times."""

    @property
    def matches(self) -> Sequence[Match | None]:
        """What the gazetteer answered."""

    @property
    def degrees(self) -> tuple[Sequence[float | None], Sequence[float | None]]:
        """Latitudes and longitudes."""

    @property
    def is_area(self) -> Sequence[bool]:
        """Whether each place is a region or a country."""

    def found(self, name: str) -> Sequence[Any]:
        """Return ``radius_km``, ``precision``, ``status`` or ``via`` of each row."""


def abreast(located: Located) -> Abreast:
    """Return located rows side by side."""
    rows = held(located, "rows")
    return rows if isinstance(rows, Given) else Found(rows)


class Given:
    """Rows all of whose places the user gave by coordinates, with nothing on the way."""

    def __init__(self, rows: Checked) -> None:
        self._rows = rows
        self._made: tuple[LocatedRow, ...] | None = None

    @classmethod
    def rows_of(cls, checked: Checked) -> tuple[LocatedRow, ...] | None:
        """Return rows as a field of `Located` takes them; None where not all is given."""
        given = len(checked) and None not in checked.told("lat") and not any(checked.told("via"))
        # Coordinates that were once written by us are asked about again.
        if not given or "layer" in checked.at:
            return None
        return cast("tuple[LocatedRow, ...]", cls(checked))

    def __len__(self) -> int:
        return len(self._rows)

    def made(self) -> tuple[LocatedRow, ...]:
        """Make all rows; the same each time."""
        if self._made is None:
            make = maker(LocatedRow, len(self))
            rows = self._rows.made()
            self._made = tuple(make(row, "ok", None, None, (), "", ()) for row in rows)
        return self._made

    def told(self, name: str) -> Sequence[Any]:
        """Return what each row tells in a column of ours."""
        return self._rows.told(name)

    def spans(self) -> Sequence[Span]:
        """Return when each row says it was."""
        return [row.span for row in self._rows.made()]

    @property
    def ends(self) -> Ends:
        """The beginnings and the ends that rows tell."""
        return self._rows.spans.ends

    @property
    def notes(self) -> tuple[Sequence[str], Sequence[str]]:
        """What has to be said of places and of times."""
        return [""] * len(self), self._rows.spans.notes

    @cached_property
    def matches(self) -> Sequence[Match | None]:
        """What the gazetteer answered: it was not asked."""
        return [None] * len(self)

    @property
    def degrees(self) -> tuple[Sequence[float | None], Sequence[float | None]]:
        """Latitudes and longitudes."""
        return self.told("lat"), self.told("lon")

    @cached_property
    def is_area(self) -> Sequence[bool]:
        """Whether each place is a region or a country."""
        return list(map(bool, self.told("radius_km")))

    def found(self, name: str) -> Sequence[Any]:
        """Return ``radius_km``, ``precision``, ``status`` or ``via`` of each row."""
        if name == "precision":
            return ["region" if is_area else "point" for is_area in self.is_area]
        return ["ok"] * len(self) if name == "status" else self.told(name)


class Found:
    """Rows that are there already, side by side."""

    def __init__(self, rows: tuple[LocatedRow, ...]) -> None:
        self._located = rows
        self._rows = each(rows, "place")

    def __len__(self) -> int:
        return len(self._rows)

    def made(self) -> tuple[LocatedRow, ...]:
        """Return all rows."""
        return self._located

    def told(self, name: str) -> Sequence[Any]:
        """Return what each row tells in a column of ours."""
        return each(self._rows, name)

    def spans(self) -> Sequence[Span]:
        """Return when each row says it was."""
        return self.told("span")

    @cached_property
    def ends(self) -> Ends:
        """The beginnings and the ends that rows tell."""
        return Ends.of(self.told("span.start"), self.told("span.end"))

    @property
    def notes(self) -> tuple[Sequence[str], Sequence[str]]:
        """What has to be said of places and of times."""
        return self.found("note"), self.told("span.note")

    @cached_property
    def matches(self) -> Sequence[Match | None]:
        """What the gazetteer answered."""
        return self.found("match")

    @cached_property
    def degrees(self) -> tuple[Sequence[float | None], Sequence[float | None]]:
        """Latitudes and longitudes."""
        points = [at or (None, None) for at in self.found("point")]
        return [lat for lat, _ in points], [lon for _, lon in points]

    @cached_property
    def is_area(self) -> Sequence[bool]:
        """Whether each place is a region or a country."""
        return self.found("is_area")

    def found(self, name: str) -> Sequence[Any]:
        """Return ``radius_km``, ``precision``, ``status`` or ``via`` of each row."""
        return each(self._located, name)


def each(values: Iterable[Any], name: str) -> list[Any]:
    """Return an attribute of each value."""
    return list(map(attrgetter(name), values))
