"""Located rows: what became of each row's place, one value a row, one for the table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exile_map.deferring import deferring

if TYPE_CHECKING:
    from exile_map.errors import Problem
    from exile_map.gazetteer import Answer, Match
    from exile_map.geodesy import Point
    from exile_map.places import PlaceRow


@dataclass(frozen=True, slots=True)
class LocatedRow:
    """A row and what became of its place.

    Parameters
    ----------
    place
        The checked row.
    status
        ``ok``, ``ambiguous``, ``unresolved`` or ``not-a-place``.
    match
        What the gazetteer answered; None where the user gave coordinates or nothing was settled.
    answer
        All that was answered; None where nothing was asked.
    via
        The places on the way that could be settled, ``(lat, lon)`` in order.
    note
        What has to be told about the answer, as a sentence; may be empty.
    lost_via
        The places on the way that could not be settled, as written.
    """

    place: PlaceRow
    status: str
    match: Match | None = None
    answer: Answer | None = None
    via: tuple[Point, ...] = ()
    note: str = ""
    lost_via: tuple[str, ...] = ()

    @property
    def candidates(self) -> tuple[Match, ...]:
        """The runners-up, best first."""
        return self.answer.candidates if self.answer else ()

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Names near in spelling, where nothing was found."""
        return self.answer.suggestions if self.answer else ()

    @property
    def point(self) -> Point | None:
        """Where the stay is drawn, ``(lat, lon)`` in degrees; None where it is not known."""
        row = self.place
        if row.lat is not None and row.lon is not None:
            return (row.lat, row.lon)
        return (self.match.lat, self.match.lon) if self.match else None

    @property
    def radius_km(self) -> float | None:
        """How far from the point the stay may have been; None for a point or a locality."""
        if self.place.radius_km is not None:
            return self.place.radius_km
        return self.match.radius_km if self.match else None

    @property
    def precision(self) -> str:
        """How exactly the place is known: point, locality, region, country; blank if unplaced."""
        if self.match:
            return self.match.precision
        if self.point is None:
            return ""
        return "region" if self.place.radius_km else "point"

    @property
    def is_area(self) -> bool:
        """Whether the place is a region or a country, so that no whereabouts are known."""
        if self.match is not None:
            return self.match.precision in ("region", "country")
        return bool(self.place.radius_km) and self.point is not None

    @property
    def layer(self) -> str:
        """Which layer answered: user, curated, country, region, city; blank if unplaced."""
        if self.match:
            return self.match.layer
        return "user" if self.point else ""

    @property
    def title(self) -> str:
        """The place's name as it was at the time; as written where that is not known."""
        return self.match.toponym if self.match else self.place.place


@deferring("rows")
@dataclass(frozen=True, slots=True)
class Located:
    """Located rows, and everything that was doubtful on the way to them."""

    rows: tuple[LocatedRow, ...]
    problems: tuple[Problem, ...] = ()
    source: str = ""
