"""Coverage: where the places of a hint's name are, by countries, regions and circles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.candidates import MINOR_AREAS, TODAYS_AREAS, kilometres
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import CODE, Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exile_map.gazetteer.candidates import Candidate

ABOUT_A_CITY_KM: Final = 60.0
"""How far about a city a place may be that is told by it."""
_WIDER = 1.3  # a circle about an area's people is no border: allow a margin
_ABOUT_A_COUNTY_KM = 15.0
_HALF_THE_EARTH_KM = 20_100.0
_WIDE_KM = 700.0  # a state that wide is told by the countries it lay in
_CITIES = 5
_LESSER = 1.5 * 16  # in ranks: a town so much less known than its namesake is hardly a hint
_CALLED_AFTER_KM = 160.0
_SEAT = 500_000  # people
_OF_ITSELF = 100_000  # people: a city beside an area of its name


class Circle(NamedTuple):
    """Where an area's people live: latitude, longitude, kilometres, and the countries it is in."""

    lat: float
    lon: float
    km: float
    countries: tuple[str, ...]

    def holds(self, candidate: Candidate) -> bool:
        """Tell whether a candidate lies in it, on the same side of today's borders."""
        if self.countries and set(self.countries).isdisjoint(candidate.countries):
            return False
        return kilometres(candidate.at, (self.lat, self.lon)) <= self.km

    def depth(self, candidate: Candidate) -> float:
        """Return how far from its middle a candidate in it lies, 0 to 1."""
        return kilometres(candidate.at, (self.lat, self.lon)) / self.km


class Coverage:
    """What the places of a hint's name cover, one after the other.

    Parameters
    ----------
    found
        All of them.
    about
        How wide the circle about a city is, in kilometres.
    bearers
        Gives the places of a folded name.
    """

    def __init__(
        self,
        found: Sequence[Candidate],
        about: float,
        bearers: Callable[[str], Sequence[Candidate]],
    ) -> None:
        self._about, self._bearers = about, bearers
        self._coded = any(c.flag == CODE for c in found)
        self._regions = [c for c in found if c.place.layer == Layer.REGION]
        self._is_area = any(c.place.layer in TODAYS_AREAS for c in found)
        self._known = max((c.place.rank for c in found if c.place.layer == Layer.CITY), default=0)
        self._cities = 0
        self.countries: set[str] = set()
        self.regions: set[int] = set()
        self.circles: list[Circle] = []
        self.about_regions: list[Circle] = []
        self.besides: list[Circle] = []

    def add(self, candidate: Candidate) -> None:
        """Add what a place covers."""
        layer = candidate.place.layer
        kind = candidate.detail.kind if candidate.detail else ""
        if layer == Layer.COUNTRY:
            self.countries.update(candidate.countries)
        elif kind == "state":
            self._add_state(candidate)
        elif layer == Layer.REGION and kind not in MINOR_AREAS:
            self.regions.add(candidate.place.id)
            km = candidate.radius_km + _ABOUT_A_COUNTY_KM
            self.about_regions.append(Circle(*candidate.at, km, candidate.countries))
        elif layer == Layer.CITY:
            self._add_city(candidate)
        else:
            margin = _ABOUT_A_COUNTY_KM if kind in MINOR_AREAS else ABOUT_A_CITY_KM
            self.circles.append(_about(candidate, margin))

    def _add_state(self, state: Candidate) -> None:
        """Add a state: the countries that lay all in it, and of the others what is about it.

        Bavaria is not all of Germany. Where a region of today has its name, what it held beyond
        that is only told besides.
        """
        lasting = any(set(r.countries) <= set(state.countries) for r in self._regions)
        if not state.radius_km or (state.radius_km > _WIDE_KM and not lasting):
            self.countries.update(state.countries)
            return
        circle = _about(state, ABOUT_A_CITY_KM)
        self.countries.update(code for code in state.countries if self._is_all_in(code, circle))
        (self.besides if lasting else self.circles).append(circle)
        self.besides += [
            Circle(*state.at, _HALF_THE_EARTH_KM, (code,))
            for code in state.countries
            if code not in self.countries and not lasting
        ]

    def _is_all_in(self, code: str, circle: Circle) -> bool:
        """Tell whether the people of a country live in a circle."""
        countries = (c for c in self._bearers(fold(code)) if c.place.layer == Layer.COUNTRY)
        return any(
            kilometres(c.at, (circle.lat, circle.lon)) + c.radius_km <= circle.km
            for c in countries
            if c.flag == CODE
        )

    def _add_city(self, city: Candidate) -> None:
        """Add a circle about a city, besides where another of that name is meant rather."""
        self._cities += 1
        if self._cities > _CITIES or self._coded:
            return
        lesser = self._known - city.place.rank >= _LESSER
        lesser |= self._is_area and city.place.population < _OF_ITSELF
        circle = Circle(*city.at, self._about, ())
        (self.besides if lesser else self.circles).append(circle)
        if city.place.population >= _SEAT:  # lands were called as their seat is: Hanover
            self.besides.append(Circle(*city.at, _CALLED_AFTER_KM, city.countries))


def _about(area: Candidate, margin: float) -> Circle:
    """Return a circle about a curated place, in the countries it lies in."""
    within = tuple(code for code in area.countries if code)
    return Circle(*area.at, _WIDER * area.radius_km + margin, within)
