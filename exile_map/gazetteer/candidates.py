"""Candidates: the places that bear a name, and what the year asked for says of each."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from exile_map.gazetteer.storage import ALTERNATE, CODE, MAIN, VARIANT, Detail, Layer, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Spot = tuple[float, float, float]

DEGREES = 100_000
CROSSED = 1492
BESIDE_KM = 400.0  # of a neighbour
BARE_KM = 60.0  # the same of what is only in short called as it was written
BORNE = {MAIN: 0.4, ALTERNATE: 0.0, VARIANT: -3.0, CODE: -9.0}  # what a name says of a place
MINOR_AREAS = {"county": 1.0, "district": 1.0, "department": 2.0}  # how much less they stand
AREAS = frozenset({"state", "region", "island", "country"}) | MINOR_AREAS.keys()
TODAYS_AREAS = frozenset((Layer.COUNTRY, Layer.REGION))
_EARTH_KM = 6371.0088
_LINGERS = 50  # years
_LARGE = 100_000  # people
_FAMED, _MUCH_MORE_FAMED = 1.8 * 16, 2.3 * 16  # in ranks
# The countries whose towns bear the names of older ones.
_NEW_WORLD = frozenset(
    (
        "AG", "AR", "AU", "BB", "BO", "BR", "BS", "BZ", "CA", "CL", "CO", "CR", "CU", "DM",
        "DO", "EC", "GD", "GT", "GY", "HN", "HT", "JM", "KN", "LC", "MX", "NI", "NZ", "PA",
        "PE", "PR", "PY", "SR", "SV", "TT", "US", "UY", "VC", "VE",
    )
)  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """A place that bears the name asked for.

    First what is known of it by itself; from `standing` on what `weigh` says of it under the name
    as written; from `score` on what `rank` says of it among its neighbours, each time anew.
    """

    flag: int
    place: Place
    detail: Detail | None
    in_years: bool | None = None
    lingers: bool = False
    too_early: bool = False
    hinted: bool | None = None
    only_ruled: bool = False
    loosely: bool = False
    barely: bool = False
    misnamed: bool = False
    off_middle: float = 0.0
    standing: float = 0.0
    above: float = 0.0
    stray: bool = False
    literal: bool = False
    among: float = 0.0
    spot: Spot = (0.0, 0.0, 0.0)
    score: float = 0.0
    unlikely: bool = False
    weakly: bool = False
    beside: bool = False
    away: float = 0.0
    here: float = 0.0
    home: float = 0.0

    @property
    def at(self) -> tuple[float, float]:
        """Latitude and longitude in degrees."""
        return self.place.lat / DEGREES, self.place.lon / DEGREES

    @property
    def radius_km(self) -> float:
        """How wide the place is; 0 for a locality."""
        return self.detail.radius_km or 0.0 if self.detail else 0.0

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO codes of the countries it lies in today."""
        if self.detail and self.detail.countries:
            return tuple(self.detail.countries.split(";"))
        return (self.place.country,)


def in_years(detail: Detail | None, year: float | None) -> bool | None:
    """Tell whether a place was so called in a year; None where either is not known."""
    if year is None or detail is None or (detail.since is None and detail.until is None):
        return None
    whole = math.floor(year)
    after = detail.since is None or detail.since <= whole
    return after and (detail.until is None or whole <= detail.until)


def lingers(detail: Detail | None, year: float | None) -> bool:
    """Tell whether a name went out of use so lately that people still wrote it."""
    if year is None or detail is None or detail.until is None:
        return False
    return 0 < year - detail.until <= _LINGERS


def turns(detail: Detail) -> Iterator[float]:
    """Yield the years from which on `in_years` or `lingers` may tell something else."""
    if detail.since is not None:
        yield detail.since
    if detail.until is not None:
        yield detail.until + 1
        yield math.nextafter(detail.until + _LINGERS, math.inf)


def too_early(place: Place, year: float | None) -> bool:
    """Tell whether a town lies in a New World that nobody of that year wrote of."""
    return year is not None and year < CROSSED and place.country in _NEW_WORLD


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance between two points of (lat, lon)."""
    return apart(spot(a), spot(b))


def spot(at: tuple[float, float]) -> Spot:
    """Return a point of (lat, lon) as a unit vector: what many distances are measured from."""
    lat, lon = math.radians(at[0]), math.radians(at[1])
    level = math.cos(lat)
    return level * math.cos(lon), level * math.sin(lon), math.sin(lat)


def apart(a: Spot, b: Spot) -> float:
    """Return the great-circle distance between two spots in kilometres, by their chord."""
    x, y, z = a[0] - b[0], a[1] - b[1], a[2] - b[2]
    half = math.sqrt(x * x + y * y + z * z) / 2
    return 2 * _EARTH_KM * math.asin(min(1.0, half))


def without_equal(candidates: Sequence[Candidate]) -> Candidate | None:
    """Return the large city of a name that is far better known than any other called so; or None.

    None, too, where one of the others that is not much less known is beside a neighbour.
    """
    cities = [c for c in candidates if c.place.layer == Layer.CITY and c.flag == MAIN]
    first = max(cities, key=lambda c: c.place.rank, default=None)
    if first is None or first.place.population < _LARGE:
        return None
    for other in cities:
        less = first.place.rank - other.place.rank
        if other is first or less >= _MUCH_MORE_FAMED:
            continue
        if less < _FAMED or other.away <= BESIDE_KM:
            return None
    return first


def gives_way(candidate: Candidate) -> bool:
    """Tell whether a curated area is a county, or a state called by its city ("Venice")."""
    detail = candidate.detail
    return is_minor(candidate) or (
        candidate.place.layer == Layer.CURATED
        and candidate.flag == ALTERNATE
        and detail is not None
        and detail.kind == "state"
    )


def is_area(candidate: Candidate) -> bool:
    """Tell whether a place is an area that may give way to a city of its name."""
    return candidate.place.layer in TODAYS_AREAS or gives_way(candidate)


def is_minor(candidate: Candidate) -> bool:
    """Tell whether a place is a curated area no greater than a county."""
    detail = candidate.detail
    return detail is not None and detail.kind in MINOR_AREAS


def is_bare(candidate: Candidate) -> bool:
    """Tell whether a curated place is called so only without what tells it from its namesakes."""
    return candidate.flag == VARIANT and candidate.place.layer == Layer.CURATED


def is_heard(candidate: Candidate) -> bool:
    """Tell whether a place may be meant at all: if called so in short only, beside the route."""
    return bool(candidate.hinted) or not is_bare(candidate) or candidate.away <= BARE_KM


def is_within(city: Candidate, area: Candidate) -> bool:
    """Tell whether a city lies in an area, taken for a circle."""
    return kilometres(city.at, area.at) <= area.radius_km
