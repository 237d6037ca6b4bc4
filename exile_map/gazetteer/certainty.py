"""Certainty: how sure it is that the first of the ranked places is the one meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import AREAS, TODAYS_AREAS, apart, is_bare, is_within
from exile_map.gazetteer.leads import SAME_KM, TOWNS, margin
from exile_map.gazetteer.storage import ALTERNATE, MAIN, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.storage import Place

GUESSED = 0.4  # how sure a guess is: always told, never a neighbour to others
_CITY_STATE_KM = 60.0
_BY_KM = 50.0
_SEVERAL, _AS_WELL_KNOWN = 3, 1.5 * 16  # and by how many ranks they may be less known
_GREAT, _LARGE, _CONSIDERABLE = 1_000_000, 100_000, 40_000  # people
_HOUSES = ("house", "castle", "estate", "monastery", "hospital", "school", "cemetery")
_SITES = frozenset((*_HOUSES, "camp", "prison", "site"))
_LAND_KM, _FAR_KM = 100.0, 1000.0
_WIDE_KM, _NEAR_KM = 60.0, 500.0
_AHEAD = 3.0  # of the next: then a village is hardly one of several
_OVERSEAS = 0.75  # ruled by the hinted country, where one of the name lies in it
_MUCH_BETTER_KNOWN = 4.0  # so that one is hardly a doubt about the other
_FAR_AHEAD = 2.0  # of the next: then a hint that nobody understood is hardly about another
_HINT_UNREAD = 0.75
_AREA_OR_CITY = 0.75
_UNRIVALLED = 0.97
_STRAY = 0.7
_HAMLET, _VILLAGE, _TOWN = 1_000, 5_000, 10_000  # people
_AT_THE_RIM, _AT_THE_VERY_RIM = 0.6, 0.85  # of a circle
_BY_FORM = 0.85  # found in another form of the name than as it is written
_ONE_OF_SEVERAL = 0.75  # hamlets that GeoNames leaves out share the names of those it has


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
        and apart(town.spot, site.spot) > _SAME_KM
        and (town.hinted or not site.hinted)
    )


def _is_at_the_rim(city: Candidate, *, only: bool) -> bool:
    """Tell whether a town is where a hint says only as its area was taken wide.

    The only one of its name hardly is another for that, unless it is a village.
    """
    if not city.hinted or city.off_middle <= _AT_THE_RIM or city.place.layer != Layer.CITY:
        return False
    known = only and city.off_middle <= _AT_THE_VERY_RIM
    return city.place.population < (_VILLAGE if known else _LARGE)


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


def _is_one_of_many(ranked: Sequence[Candidate]) -> bool:
    """Tell whether towns of its country share the name of one not beside the route ("Highland")."""
    first = ranked[0]
    if first.hinted or first.away < _BY_KM or first.place.layer != Layer.CITY:
        return False
    if first.place.population >= _LARGE:
        return False
    return (
        sum(
            other.flag == MAIN
            and other.place.country == first.place.country
            and first.place.rank - other.place.rank < _AS_WELL_KNOWN
            for other in ranked[1:]
        )
        >= _SEVERAL
    )


def unrivalled(place: Place, flag: int, *, stray: bool = False) -> float:
    """Return how sure it is that the only place of a name is meant: a hamlet less than a town.

    Parameters
    ----------
    place, flag
        The place, and how it bears the name.
    stray
        Whether the name is nothing like the place's own.
    """
    if stray and place.population < _LARGE:
        return _STRAY
    if place.layer != Layer.CITY or place.population >= _HAMLET:
        return _UNRIVALLED
    return round(_UNRIVALLED * (0.85 if flag == MAIN else 0.6), 2)


def by_form(sure: float) -> float:
    """Return how sure it is that a place is meant, found in another form of the name than written.

    Parameters
    ----------
    sure
        How sure it is under that form, where it is the only place of it.
    """
    return round(sure * _BY_FORM, 2)


def unread(ranked: Sequence[Candidate], ahead: float | None, sure: float) -> float:
    """Return how sure it is where a hint was not understood: it may be another place's country.

    The only place of its name, on the route, is hardly another.

    Parameters
    ----------
    ranked
        The places, best first.
    ahead
        The lead of the first.
    sure
        How sure it were without that hint.
    """
    first = ranked[0]
    on_the_way = first.away <= _FAR_KM or first.place.layer == Layer.CITY
    far = first.away > _FAR_KM
    large = on_the_way and first.place.population >= (_GREAT if far else _LARGE)
    known = first.detail is not None or first.place.population >= _VILLAGE
    if ahead is None and first.beside and known and not first.stray:
        return sure
    if large and (ahead is None or ahead >= _FAR_AHEAD):
        return sure
    return min(sure, _HINT_UNREAD)


def _is_at_home(other: Candidate, first: Candidate) -> bool:
    """Tell whether a place not much less known is in the hinted country itself, as it is today."""
    at_home = other.hinted is True and not other.overseas
    return at_home and other.score > first.score - _MUCH_BETTER_KNOWN


def confidence(ranked: Sequence[Candidate], ahead: float | None, *, guessed: bool) -> float:
    """Return how sure it is that the first is meant, 0 to 1; `ahead` is its lead."""
    first = ranked[0]
    sure = _UNRIVALLED
    if ahead is not None:
        # That it lies so near may make it the likeliest, but no surer than it were without.
        sure = 1 / (1 + 10 ** -max(margin(ranked) - first.here, 0.0))
    if not first.hinted:
        sure = min(sure, unrivalled(first.place, first.flag, stray=first.stray))
    elif first.stray and (
        first.place.population < _LARGE or any(c.hinted and c.literal for c in ranked[1:])
    ):
        sure = min(sure, _STRAY)
    village = first.place.layer == Layer.CITY and first.place.population < _VILLAGE
    if village and ahead is not None and ahead < _AHEAD and not first.here:
        sure = min(sure, _ONE_OF_SEVERAL)
    is_area = first.place.layer in TODAYS_AREAS
    if is_area and any(_may_be_meant(city, first) for city in ranked[1:]):
        sure = min(sure, _AREA_OR_CITY)
    if any(
        _is_its_country(other, first)
        or _is_its_town(other, first)
        or _is_its_capital(first, other)
        or _is_beside(other, first)
        or _is_in_it(other, first)
        or _is_a_town_elsewhere(other, first)
        for other in ranked[1:]
    ):
        sure = min(sure, _AREA_OR_CITY)
    if first.overseas and not first.beside and any(_is_at_home(c, first) for c in ranked[1:]):
        sure = min(sure, _OVERSEAS)
    if _is_over(first) and any(map(_is_its_own_name, ranked[1:])):
        sure = min(sure, _AREA_OR_CITY)
    for doubtful, factor in (
        (guessed, _BY_FORM),
        (_is_one_of_many(ranked), 0.8),
        (first.flag == VARIANT and not (is_bare(first) and first.beside), 0.6),
        (first.in_years is False, 0.9),
        (first.loosely, 0.85),
        (first.barely and not first.beside, 0.75),
        (first.unlikely and not first.hinted, 0.75),
        (first.weakly, 0.8),
        (first.misnamed, 0.75),
        (_is_at_the_rim(first, only=ahead is None), 0.78),
    ):
        if doubtful:
            sure *= factor
    return round(min(sure, 0.99), 2)
