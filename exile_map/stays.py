"""Stays and legs: a person at a place for a span of time, and the way from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Final

from exile_map import vocabulary, ways
from exile_map.geodesy import STEP_KM

if TYPE_CHECKING:
    from exile_map.dates import Bounds, Span
    from exile_map.geodesy import Point, Way
    from exile_map.located import LocatedRow

Years = tuple[float | None, float | None, float | None, float | None]
"""Earliest and latest start, earliest and latest end, in decimal astronomical years."""

_LONG_YEARS: Final = 1.0
_KM_DECIMALS: Final = 1
STAY_DEGREES: Final = 5
"""Decimals of a stay's coordinates: about a metre, as GeoNames has them."""
_PARTS: Final = 10**STAY_DEGREES
_WAY_DEGREES: Final = 3
"""Decimals of a way's points between its ends: about 100 m, below what a screen shows."""


def to_a_metre(degrees: float) -> float:
    """Round degrees to `STAY_DEGREES` decimals; most have no more, which is sooner seen."""
    seen = round(degrees * _PARTS) / _PARTS == degrees
    return degrees if seen else round(degrees, STAY_DEGREES)


@dataclass(frozen=True, slots=True, repr=False)
class Stay:
    """A person at a place for a span of time.

    Parameters
    ----------
    id
        Stable and unique within a map; links point at it.
    located
        The row it comes from, with the place as written and as found.
    filled
        When, with what the user did not tell filled from the neighbours; `inferred` says which.
    clock
        The calendar at arrival and departure as the playback shows it; never runs backwards.
    inferred
        ``"start"``, ``"end"``, both or neither: what the neighbours told.
    """

    id: str
    located: LocatedRow
    filled: Span
    clock: tuple[float, float]
    inferred: tuple[str, ...] = ()

    def __repr__(self) -> str:
        told = (self.id, self.located.title, str(self.span))
        return f"<Stay {', '.join(part for part in told if part)}>"

    @property
    def span(self) -> Span:
        """When, as the user told it."""
        return self.located.place.span

    @property
    def years(self) -> Years:
        """Earliest and latest start, earliest and latest end, filled, in decimal years."""
        return self.filled.years

    @property
    def point(self) -> Point | None:
        """Where, ``(lat, lon)`` in degrees, to about a metre; None where it is not known."""
        at = self.located.point
        return None if at is None else (to_a_metre(at[0]), to_a_metre(at[1]))

    @property
    def stay_group(self) -> str:
        """How the stay is drawn; see `vocabulary.STAY_GROUPS`."""
        return vocabulary.stay_group(self.located.place.stay)

    @property
    def move_group(self) -> str:
        """How the person came; see `vocabulary.MOVE_GROUPS`."""
        return vocabulary.move_group(self.located.place.move)

    @property
    def mode_group(self) -> str:
        """By what the person came; one of `vocabulary.MODES`, blank where it is not told."""
        return vocabulary.mode_group(self.located.place.mode)

    @property
    def is_area(self) -> bool:
        """Whether the place is a region or a country, so that no whereabouts are known."""
        return self.located.is_area


@dataclass(frozen=True, slots=True, repr=False)
class Leg:
    """The way from one stay to the next; its line is made when it is asked for.

    Parameters
    ----------
    start, end
        The stays it joins.
    line
        The way, ``(lat, lon)`` in degrees, longitudes running on past 180, empty for a gap; None
        where it is the shortest, which is made when it is asked for.
    length
        The line's length in kilometres, to a tenth; None for a gap, and where there is no line.
    sea
        Whether it follows the sea.
    """

    start: Stay
    end: Stay
    line: tuple[Point, ...] | None = None
    length: float | None = None
    sea: bool = False

    def __repr__(self) -> str:
        way = "not known" if self.km is None else f"{self.km:.0f} km"
        return f"<Leg {self.id}, {way}>"

    @property
    def id(self) -> str:
        """Name the leg by its stays."""
        return f"{self.start.id}--{self.end.id}"

    @property
    def is_gap(self) -> bool:
        """Whether one of the two places is not known, so that no way can be drawn."""
        if self.line is not None:
            return not self.line
        return self.start.located.point is None or self.end.located.point is None

    @property
    def points(self) -> tuple[Point, ...]:
        """The way, ``(lat, lon)`` in degrees, longitudes running on past 180; empty for a gap."""
        return self.sketched(STEP_KM)

    def sketched(self, step_km: float) -> tuple[Point, ...]:
        """Return `points`, further apart where they are made only now, which takes less time.

        Parameters
        ----------
        step_km
            How far, in kilometres.
        """
        if self.line is not None:
            return self.line
        stops = _stops(self.start, self.end)
        return _rounded(ways.by_land(stops, step_km=step_km)) if stops else ()

    @property
    def km(self) -> float | None:
        """Its length in kilometres, to a tenth; None for a gap."""
        if self.line is not None:
            return self.length
        stops = _stops(self.start, self.end)
        return round(ways.km_by_land(stops), _KM_DECIMALS) if stops else None

    @property
    def is_measured(self) -> bool:
        """Whether its length says something: an area's anchor is no whereabouts."""
        return not (self.is_gap or self.start.is_area or self.end.is_area)

    @property
    def certainty(self) -> str:
        """How sure the way is: as the stay it leads to, less where places or whereabouts are not.

        A leg is ``uncertain`` where the stay is, where the mode is written with a question mark,
        and where more than a year before the arrival nothing is told of where the person was;
        ``less-certain`` where it begins or ends in an area.
        """
        told, around = self.end.located.place, (self.start.span.end, self.end.span.start)
        if told.certainty == "uncertain" or "?" in told.mode or is_long(*around):
            return "uncertain"
        return "less-certain" if self.start.is_area or self.end.is_area else told.certainty


def is_long(left: Bounds | None, come: Bounds | None) -> bool:
    """Tell whether more than a year passed, of which nothing is told, until someone came."""
    if left is None or come is None or left.latest is None or come.earliest is None:
        return False
    # Within a year there cannot be more than one between.
    if come.earliest.year <= left.latest.year:
        return False
    return come.earliest.start - left.latest.end > _LONG_YEARS


def by_sea(a: Stay, b: Stay) -> Leg | None:
    """Return the leg between two stays as a ship goes; None where it does not go by sea."""
    if b.mode_group != "ship" or not Leg(a, b).km:
        return None
    way = ways.by_sea(_stops(a, b), _sailing_year(a, b))
    if way is None:
        return None
    return Leg(a, b, _rounded(way), round(way.km, _KM_DECIMALS), sea=True)


def _stops(a: Stay, b: Stay) -> tuple[Point, ...]:
    begin, end = a.point, b.point
    return () if begin is None or end is None else (begin, *b.located.via, end)


def _rounded(way: Way) -> tuple[Point, ...]:
    """Return the points of a way as a saved document has them: they draw the same picture."""
    first, *between, last = way.points
    return (first, *((round(y, _WAY_DEGREES), round(x, _WAY_DEGREES)) for y, x in between), last)


def _sailing_year(a: Stay, b: Stay) -> float:
    """Return the first year in which the voyage can have been; of undated ones, today."""
    return next((year for year in (*b.years, *a.years[::-1]) if year is not None), inf)
