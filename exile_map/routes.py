"""Routes: one person's stays and the legs between them, in order."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from exile_map import vocabulary, ways
from exile_map._calendar import Clock, filled
from exile_map._ids import Ids
from exile_map.making import maker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from exile_map.dates import Span
    from exile_map.geocoding import Located, LocatedRow
    from exile_map.geodesy import Point, Way

Years = tuple[float | None, float | None, float | None, float | None]
"""Earliest and latest start, earliest and latest end, in decimal astronomical years."""

_LONG_YEARS: Final = 1.0
_KM_DECIMALS: Final = 1
STAY_DEGREES: Final = 5
"""Decimals of a stay's coordinates: about a metre, as GeoNames has them."""
_PARTS: Final = 10**STAY_DEGREES
_WAY_DEGREES: Final = 3
"""Decimals of a way's points between its ends: about 100 m, below what a screen shows."""


def _to_a_metre(degrees: float) -> float:
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
        return None if at is None else (_to_a_metre(at[0]), _to_a_metre(at[1]))

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
        if self.line is not None:
            return self.line
        stops = _stops(self.start, self.end)
        return _rounded(ways.by_land(stops)) if stops else ()

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
        told = self.end.located.place
        if told.certainty == "uncertain" or "?" in told.mode or self._is_long_untold:
            return "uncertain"
        return "less-certain" if self.start.is_area or self.end.is_area else told.certainty

    @property
    def _is_long_untold(self) -> bool:
        left, come = self.start.span.end, self.end.span.start
        if left is None or come is None or left.latest is None or come.earliest is None:
            return False
        # Within a year there cannot be more than one between.
        if come.earliest.year <= left.latest.year:
            return False
        return come.earliest.start - left.latest.end > _LONG_YEARS


@dataclass(frozen=True, slots=True, repr=False)
class Route:
    """One person's stays and legs, in order."""

    person: str
    stays: tuple[Stay, ...]
    legs: tuple[Leg, ...]

    def __repr__(self) -> str:
        places = [stay.located.title for stay in self.stays]
        way = " to ".join([places[0], *places[1:][-1:]]) if places else "nowhere"
        named = f"{self.person}: " if self.person else ""
        return f"<Route {named}{len(places)} stays, {way}>"

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        """Show the route in a notebook: its picture and its stays, without any script."""
        import exile_map  # noqa: PLC0415 -- its public name brings the picture, only when asked

        picture = exile_map.Picture.small(self)
        return {"text/html": picture.with_stays(), "image/svg+xml": picture.svg()}

    def summary(self) -> pd.DataFrame:
        """Count years by country and by how they came, kilometres, and moves.

        Returns
        -------
        pandas.DataFrame
            As `exile_map.summary` gives it, with this one life in it.
        """
        import exile_map  # noqa: PLC0415 -- its public name brings pandas, and only when asked

        return exile_map.summary(self)


def build(located: Located) -> tuple[Route, ...]:
    """Make a route for each person, in the order in which they first appear.

    Parameters
    ----------
    located
        The located rows; the order of one person's rows is the order of the route.
    """
    order = {row.place.person: None for row in located.rows}
    persons = {person: i for i, person in enumerate(order)}
    rows = sorted(located.rows, key=lambda row: persons[row.place.person])
    ids = Ids(prefixed=len(persons) > 1)
    clock = Clock()
    make_stay, make_leg = maker(Stay, len(rows)), maker(Leg, len(rows))

    def route(person: str, rows: Sequence[LocatedRow]) -> Route:
        stays = in_order(rows, ids.of(person, rows), make_stay, clock)
        return Route(person, stays, tuple(_leg(a, b, make_leg) for a, b in pairwise(stays)))

    lives = groupby(rows, key=lambda row: row.place.person)
    return tuple(route(person, list(group)) for person, group in lives)


def in_order(
    rows: Sequence[LocatedRow],
    ids: Sequence[str],
    make: Callable[..., Stay] = Stay,
    clock: Clock | None = None,
) -> tuple[Stay, ...]:
    """Make the stays of one person: each row in its time among the others.

    Parameters
    ----------
    rows
        The person's rows, in the order of the route.
    ids
        The id of each stay.
    make
        What makes a stay: `Stay`, or what makes many of them.
    clock
        What gives stays their calendar; the same for all persons, who share dates.
    """
    spans = [row.place.span for row in rows]
    return tuple(
        make(name, row, span, times, inferred)
        for name, row, (span, inferred), times in zip(
            ids, rows, filled(spans), (clock or Clock()).of(spans), strict=True
        )
    )


def _leg(a: Stay, b: Stay, make: Callable[..., Leg]) -> Leg:
    shortest = make(a, b, None, None, False)  # noqa: FBT003 -- a field
    if not b.located.place.mode or b.mode_group != "ship":
        return shortest
    by_sea = ways.by_sea(_stops(a, b), _sailing_year(a, b)) if shortest.km else None
    if by_sea is None:
        return shortest
    return Leg(a, b, _rounded(by_sea), round(by_sea.km, _KM_DECIMALS), sea=True)


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
