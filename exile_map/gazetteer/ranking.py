"""Ranking: which of the places of one name is meant, by itself or among neighbours."""

from __future__ import annotations

from itertools import product
from math import log10
from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import (
    BARE_KM,
    BESIDE_KM,
    BORNE,
    apart,
    is_area,
    is_bare,
    is_heard,
    is_within,
    spot,
    without_equal,
)
from exile_map.gazetteer.doubts import tell_how_near
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Points
    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.weighing import Weighed

_CITY_IN_REGION = 0.05
_OWN_TOWN = 5_000  # people: a county named after it gives way ("Cork", not "Corrèze")
_FEW, _NOT_MANY = 20_000, 300_000  # people
_TOGETHER_KM = 2500.0
_ROUTE = 1.5  # ten times as far from the route counts as thirty times as small
_HOME = 1.5  # and as far from all other stays of the life, too, but no more for what is abroad
_HOME_KM, _ABROAD_KM = 25.0, 300.0
_WAY = 0.4  # and so does a detour of it, less strictly
_NEAR_KM, _DETOUR_KM = 50.0, 200.0
_FAR_KM = 3000.0  # a city without equal is no less likely from farther off
_SHORT_WAY_KM = 1500.0
_BESIDE, _MUCH_LESS_KNOWN = 0.8, 2.0
_HERE, _HERE_KM = 1.5, 30.0  # what is so near and called so to the letter hardly is another
_ON_THE_WAY_KM, _ASTRAY_KM = 400.0, 2000.0  # between them an area's standing above cities fades
_LARGE = 100_000  # people
_HAMLET = 1_000  # people


def rank(weighed: Weighed, near: Points, life: Points = ()) -> list[Candidate]:
    """Score the candidates for a name and return them best first, each place once.

    Parameters
    ----------
    weighed
        The places.
    near
        Points (lat, lon) before and after it on the route.
    life
        Points (lat, lon) of the life's other stays.
    """
    ranked = list(weighed.candidates)
    if near:
        _place_among(weighed, near, life)
    else:
        for candidate in ranked:
            candidate.score = candidate.standing + candidate.above
            candidate.unlikely = candidate.too_early
            candidate.beside = candidate.weakly = False
            candidate.away = candidate.here = candidate.home = 0.0
    if weighed.has_bare:
        heard = [c for c in ranked if not is_bare(c) or c.hinted or (near and is_heard(c))]
        ranked = heard or ranked
    if len(ranked) > 1:
        if weighed.has_areas:
            _prefer_cities(ranked, on_a_route=bool(near))
        if weighed.has_twins:
            _prefer_curated(ranked)
        ranked.sort(key=_best_first)
    if near and ranked:
        tell_how_near(ranked, weighed.heard)
    return _each_once(ranked) if weighed.has_twins else ranked


def _place_among(weighed: Weighed, near: Points, life: Points) -> None:
    """Score each candidate by its standing and by where it is among its neighbours.

    An area outranks the cities of its name, but not those on the route from far off it. Places
    are compared by the nearest neighbour, and by how far they are off the way between both.
    """
    candidates = weighed.candidates
    way = apart(spot(near[0]), spot(near[1])) if len(near) > 1 else None
    nearest = farthest = weighed.distances(near[0])
    for point in near[1:]:
        aways = weighed.distances(point)
        nearest = list(map(min, nearest, aways))
        farthest = list(map(max, farthest, aways))
    homes = _at_home(weighed, nearest, life)
    for candidate, away in zip(candidates, nearest, strict=True):
        candidate.away = away
    famous = without_equal(candidates)
    for candidate, away, other, home, wide in zip(
        candidates, nearest, farthest, homes, weighed.wide, strict=True
    ):
        short = off = away - wide if away > wide else 0.0
        far = min(short, _FAR_KM) if candidate is famous else short
        candidate.home = home
        score = candidate.standing + candidate.among + home
        score -= _ROUTE * log10((far + _NEAR_KM) / _NEAR_KM)
        if way is not None:
            longer = (short + (other - wide) if other > wide else short) - way
            off = longer / 2 if longer > 0 else 0.0
            score -= _WAY * log10((off + _DETOUR_KM) / _DETOUR_KM)
        above = candidate.above
        if above and off > _ON_THE_WAY_KM and candidate.place.layer != Layer.USER:
            above *= max(0.0, (_ASTRAY_KM - off) / (_ASTRAY_KM - _ON_THE_WAY_KM))
        candidate.here = 0.0
        if away < _HERE_KM and candidate.literal and candidate.place.layer == Layer.CITY:
            candidate.here = _HERE * (1 - away / _HERE_KM)
            score += candidate.here
        if away <= BARE_KM and is_bare(candidate):
            score -= BORNE[candidate.flag]
        candidate.score = score + above
        candidate.unlikely = candidate.too_early or (
            off >= _ASTRAY_KM and _is_small_and_far(candidate, way)
        )
        candidate.beside = candidate.weakly = False
    if way is not None and way <= _SHORT_WAY_KM:
        _prefer_neighbours(candidates)


def _at_home(weighed: Weighed, nearest: Sequence[float], life: Points) -> Sequence[float]:
    """Return what all stays of a life say for each place: the less, the farther it is from them.

    Parameters
    ----------
    weighed
        The places.
    nearest
        How far each is from the stays before and after it.
    life
        Where the others are.
    """
    if not life:
        return [0.0] * len(nearest)
    homes = map(min, nearest, *map(weighed.distances, life))
    return [
        -_HOME * log10((min(max(away - wide, 0.0), _ABROAD_KM) + _HOME_KM) / _HOME_KM)
        for away, wide in zip(homes, weighed.wide, strict=True)
    ]


def _prefer_neighbours(candidates: Sequence[Candidate]) -> None:
    """Let places beside a neighbour gain on others, if not much less known, as on a short way."""
    known = max(c.place.rank for c in candidates) / 16
    for candidate in candidates:
        beside = candidate.away <= BESIDE_KM
        if beside and known - candidate.place.rank / 16 < _MUCH_LESS_KNOWN:
            candidate.score += _BESIDE


def _best_first(candidate: Candidate) -> tuple[bool, float, int]:
    """Order candidates by whether they are hinted, then their score, and equal ones always alike.

    Nothing on a route makes up for a hint: "London, Ontario" is in Canada, though before and after
    it a life was in Essex.
    """
    return not candidate.hinted, -candidate.score, candidate.place.id


def _is_small_and_far(candidate: Candidate, way: float | None) -> bool:
    """Tell whether nothing speaks for a place far off the way but its name."""
    place = candidate.place
    if place.layer != Layer.CITY:
        return False
    if way is None:
        return place.population < _HAMLET
    few = _FEW if candidate.flag == MAIN else _NOT_MANY
    return way < _TOGETHER_KM and place.population < few


def _is_better_known(city: Candidate, country: Candidate) -> bool:
    """Tell whether a city is as well known as a country that others only call so ("Granada")."""
    return (
        country.place.layer == Layer.COUNTRY
        and not country.literal
        and city.flag == MAIN
        and city.literal
        and city.place.population >= _LARGE
        and city.standing >= country.standing
    )


def _prefer_cities(candidates: list[Candidate], *, on_a_route: bool) -> None:
    """Let areas that share their name with their own city give way to it where it is meant.

    Amid the towns of a route a country's great city is meant by their name ("Mexico", "Guatemala").

    A region gives way to a city that holds much of its people ("Moscow"), or, where it is no more
    than a county, to its town ("Cork"); a country, to a city that bears the name more properly
    ("Tunis") or is called alike where that is no English name ("México", "تونس"); and so does a
    state of the past ("Venice").
    """
    areas = [c for c in candidates if is_area(c)]
    cities = [c for c in candidates if c.place.layer == Layer.CITY and c.flag <= ALTERNATE]
    for area, city in product(areas, cities):
        if city.place.country != area.place.country:
            if not on_a_route and _is_better_known(city, area):
                area.score = min(area.score, city.score - 0.01)
            continue
        if area.place.layer == Layer.COUNTRY:
            besides = city.flag == area.flag == ALTERNATE
            own = city.flag < area.flag or besides or not (city.literal or area.literal)
            own |= on_a_route
            meant = own and city.place.population >= _LARGE
        elif area.place.layer == Layer.REGION:
            inside = city.place.region == area.place.id
            much = city.place.population >= _CITY_IN_REGION * area.place.population
            meant = inside and much
        else:
            enough = _OWN_TOWN if city.flag == MAIN else _LARGE / 2
            meant = city.place.population >= enough and is_within(city, area)
        if meant:
            lesser = [a for a in areas if a.place.layer == Layer.REGION]
            for one in (area, *(lesser if area.place.layer == Layer.COUNTRY else ())):
                if one.place.country == city.place.country:
                    one.score = min(one.score, city.score - 0.01)


def _prefer_curated(candidates: list[Candidate]) -> None:
    """Let what is curated of a town, if of that time, stand for the town: it knows more of it."""
    towns = {c.place.geonames_id: c for c in candidates if c.place.layer == Layer.CITY}
    for candidate in candidates:
        town = towns.get(candidate.place.geonames_id)
        curated = candidate.place.layer == Layer.CURATED and candidate.in_years is not False
        if town and curated:
            candidate.score = max(candidate.score, town.score + 0.01)


def _each_once(ranked: list[Candidate]) -> list[Candidate]:
    """Leave out what is the same place as a better candidate."""
    seen: set[int | None] = set()
    kept = []
    for candidate in ranked:
        number = candidate.place.geonames_id
        if number is None or number not in seen:
            kept.append(candidate)
            seen.add(number)
    return kept
