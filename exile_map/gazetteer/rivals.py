"""Rivals: which of the other places of a name may as well be meant as the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import AREAS, TODAYS_AREAS, apart, is_minor, is_within
from exile_map.gazetteer.leads import SAME_KM, TOWNS
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.candidates import Candidate

_CITY_STATE_KM = 60.0
_GREAT, _LARGE, _CONSIDERABLE = 1_000_000, 100_000, 40_000  # people
_HAMLET, _TOWN = 1_000, 10_000  # people
_HOUSES = ("house", "castle", "estate", "monastery", "hospital", "school", "cemetery")
_SITES = frozenset((*_HOUSES, "camp", "prison", "site"))
_LAND_KM, _FAR_KM = 100.0, 1000.0
_WIDE_KM, _NEAR_KM = 60.0, 500.0
_HARDLY_LESS = 1.0  # known
_MUCH_BETTER_KNOWN = 4.0  # so that one is hardly a doubt about the other


def is_rivalled(ranked: Sequence[Candidate]) -> bool:
    """Tell whether one of the others may as well be meant as the first."""
    first, others = ranked[0], ranked[1:]
    if (first.place.layer in TODAYS_AREAS or is_minor(first)) and any(
        _may_be_meant(city, first) or _bears_it_elsewhere(city, first) for city in others
    ):
        return True
    if first.place.layer == Layer.CITY and not first.only_ruled:  # of most names, the first
        return any(_is_its_country(other, first) for other in others)
    if _is_over(first) and any(map(_is_its_own_name, others)):
        return True
    return any(
        _is_its_country(other, first)
        or _is_its_town(other, first)
        or _is_its_capital(first, other)
        or _is_beside(other, first)
        or _is_in_it(other, first)
        or _is_a_town_elsewhere(other, first)
        or _is_at_home(other, first)
        for other in others
    )


def _may_be_meant(city: Candidate, area: Candidate) -> bool:
    """Tell whether an area's name may as well mean its own large city ("Quebec", "Luxembourg").

    Also by the short form of its name: "Brandenburg" for Brandenburg an der Havel.
    """
    region = area.place.layer == Layer.REGION
    short = region and city.place.name.startswith(f"{area.place.name} ")
    return (
        city.place.layer in TOWNS
        and city.place.country == area.place.country
        and city.place.population >= (_CONSIDERABLE if short else _LARGE)
        and (area.place.layer == Layer.COUNTRY or _bears_it_as_well(city, area) or short)
        and area.radius_km > SAME_KM
    )


def _bears_it_elsewhere(city: Candidate, area: Candidate) -> bool:
    """Tell whether a large city abroad is called as others call an area ("Columbia").

    Or as a county is, where the city is better known ("Norfolk").
    """
    is_large = city.place.layer == Layer.CITY and city.place.population >= _LARGE
    if not is_large or city.flag > ALTERNATE or area.hinted or area.beside:
        return False
    if is_minor(area):
        abroad = city.place.country != area.place.country
        return abroad and city.literal and city.standing > area.standing
    return not area.literal and (city.literal or city.standing > area.standing - _HARDLY_LESS)


def _bears_it_as_well(city: Candidate, area: Candidate) -> bool:
    """Tell whether a city bears a name no less properly than an area does."""
    return city.flag == MAIN or city.flag <= area.flag == ALTERNATE


def _is_its_town(city: Candidate, island: Candidate) -> bool:
    """Tell whether an island's large town, far from its middle, is called alike ("Rhodes")."""
    return (
        island.detail is not None
        and island.detail.kind == "island"
        and city.place.layer in TOWNS
        and city.place.population >= _CONSIDERABLE
        and is_within(city, island)
        and apart(city.spot, island.spot) > SAME_KM
    )


def _is_beside(city: Candidate, land: Candidate) -> bool:
    """Tell whether a town lies on the route whose name a far landscape bears ("Lake Geneva")."""
    return (
        land.place.layer == Layer.CURATED
        and land.radius_km > 0
        and city.place.layer == Layer.CITY
        and city.flag == MAIN
        and city.away < _LAND_KM
        and land.away > _FAR_KM
        and (city.hinted or not land.hinted)
    )


def _is_in_it(city: Candidate, land: Candidate) -> bool:
    """Tell whether a town near the route is called as the wide land it lies in ("Roussillon")."""
    return (
        land.place.layer == Layer.CURATED
        and land.radius_km > _WIDE_KM
        and city.place.layer == Layer.CITY
        and city.place.population >= _HAMLET
        and city.place.country == land.place.country
        and not city.stray
        and (city.hinted or not land.hinted)
        and 0 < city.away < _NEAR_KM
    )


def _is_over(land: Candidate) -> bool:
    """Tell whether a land is one of the past, where no year is told ("Izumi")."""
    detail = land.detail
    return (
        land.place.layer == Layer.CURATED
        and detail is not None
        and detail.kind in AREAS
        and detail.until is not None
        and land.in_years is None
        and not land.hinted
    )


def _is_its_own_name(city: Candidate) -> bool:
    """Tell whether a town calls itself so."""
    place = city.place
    return place.layer == Layer.CITY and city.flag == MAIN and place.population >= _TOWN


def _is_its_capital(area: Candidate, city: Candidate) -> bool:
    """Tell whether a land's great city is called alike in the language written ("طرابلس الغرب")."""
    return (
        area.place.layer == Layer.CURATED
        and area.flag == city.flag == ALTERNATE
        and area.radius_km > _LAND_KM
        and city.place.layer in TOWNS
        and city.place.population >= _GREAT
        and city.place.country == area.place.country
        and city.hinted in {area.hinted, None}
    )


def _is_a_town_elsewhere(town: Candidate, site: Candidate) -> bool:
    """Tell whether a prison or a house is called as a town of some size is, far from it."""
    detail = site.detail
    return (
        site.place.layer == Layer.CURATED
        and detail is not None
        and detail.kind in _SITES
        and not site.beside
        and town.place.layer == Layer.CITY
        and town.literal
        and town.place.population >= _CONSIDERABLE
        and apart(town.spot, site.spot) > SAME_KM
        and (town.hinted or not site.hinted)
    )


def _is_its_country(area: Candidate, city: Candidate) -> bool:
    """Tell whether a city's country is called alike in the language written ("México")."""
    return (
        area.place.layer == Layer.COUNTRY
        and area.radius_km > _CITY_STATE_KM
        and city.place.layer in TOWNS
        and city.place.country == area.place.country
        and area.flag <= city.flag <= ALTERNATE
        and not city.hinted
    )


def _is_at_home(other: Candidate, first: Candidate) -> bool:
    """Tell whether a place not much less known lies in the hinted country, not where that ruled."""
    if not first.only_ruled or first.beside or not other.hinted or other.only_ruled:
        return False
    return other.score > first.score - _MUCH_BETTER_KNOWN
