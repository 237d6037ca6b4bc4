"""Ranking: which of the places of one name is meant: first by itself, then among neighbours."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.candidates import (
    AREAS,
    BESIDE_KM,
    BORNE,
    CROSSED,
    MINOR_AREAS,
    TODAYS_AREAS,
    apart,
    gives_way,
    is_within,
    spot,
    without_equal,
)
from exile_map.gazetteer.doubts import tell_how_near
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.likeness import is_at_home, is_stray, letters
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.candidates import Candidate, Spot

_LAYER = {Layer.USER: 20.0, Layer.CURATED: 3.0, Layer.COUNTRY: 3.0, Layer.REGION: 1.0}
_CITY_IN_REGION = 0.05
_OWN_TOWN = 5_000  # people: a county named after it gives way ("Cork", not "Corrèze")
_FORMER_NAME = 2.25
_LINGERING = 1.5
_PAST, _LONG_PAST = 1.0, 2.5  # where no year is asked for: "Mende" is hardly the one of antiquity
_OF_ITS_TIME = 0.5
_OUT_OF_USE = 4.0  # a town is still called by its former names, before and after
_GONE = 6.0  # a state that was not there is hardly ever meant
_UNHEARD_OF = 2.5
_FEW, _NOT_MANY = 20_000, 300_000  # people
_TOGETHER_KM = 2500.0
_ROUTE = 1.5  # ten times as far from the route counts as thirty times as small
_WAY = 0.4  # and so does a detour of it, less strictly
_NEAR_KM, _DETOUR_KM = 50.0, 200.0
_FAR_KM = 3000.0  # a city without equal is no less likely from farther off
_SHORT_WAY_KM = 1500.0
_BESIDE, _MUCH_LESS_KNOWN = 0.8, 2.0
_NO_WIDER_KM = 150.0  # an area is no nearer for being vast: its own city would be the farther one
_ON_THE_WAY_KM, _ASTRAY_KM = 400.0, 2000.0  # between them an area's standing above cities fades
_NAMED_OTHERWISE = 3.0
_BESIDES = 1.0  # a town hardly known better that others are called as to the letter
_LARGE = 100_000  # people
_TO_THE_LETTER = 0.6
_TO_THE_ACCENT = 2.5  # who writes "Petrópolis" does not mean Saint Petersburg
_HINTED = 6.0
_OFF_MIDDLE = 2.0  # a circle about a county holds some of the next, too
_HINTED_LOOSELY = 3.0
_HAMLET = 1_000  # people


class Weighed(NamedTuple):
    """The places of a name, weighed: what is left to say is what neighbours say.

    Parameters
    ----------
    candidates
        The places; `rank` writes into them, one caller at a time.
    has_areas
        Whether there are areas among them that may give way to cities.
    has_twins
        Whether any two may be the same place.
    """

    candidates: Sequence[Candidate]
    has_areas: bool
    has_twins: bool


def weigh(candidates: Sequence[Candidate], written: str) -> Weighed:
    """Note what speaks for and against each place of a written name, wherever the route led.

    Parameters
    ----------
    candidates
        The places; whether each is where the hints say is known.
    written
        The name as written.
    """
    as_asked, heard = letters(written), fold(written)
    same = _TO_THE_LETTER if as_asked.isascii() else _TO_THE_ACCENT
    proper = any(c.flag == MAIN and c.place.layer == Layer.CITY for c in candidates)
    nearest = min((c.off_middle for c in candidates if c.hinted), default=0.0)
    to_the_letter = max((c.place.rank for c in candidates if _is_called(c, as_asked)), default=0)
    for candidate in candidates:
        candidate.stray = is_stray(candidate.place, candidate.flag, heard)
        candidate.above = _above(candidate)
        standing = candidate.place.rank / 16 + BORNE[candidate.flag] - _untimely(candidate)
        if proper and candidate.stray:
            standing -= _NAMED_OTHERWISE
        candidate.literal = letters(candidate.place.name) == as_asked
        if candidate.literal or is_at_home(candidate.place, heard):
            standing += same
        elif _is_besides(candidate, to_the_letter):
            standing -= _BESIDES
        if candidate.hinted:
            standing += _HINTED - _OFF_MIDDLE * (candidate.off_middle - nearest)
        elif candidate.loosely:
            standing += _HINTED_LOOSELY
        candidate.standing = standing
        candidate.spot = spot(candidate.at)
    numbers = [c.place.geonames_id for c in candidates if c.place.geonames_id is not None]
    twins = len(set(numbers)) < len(numbers)
    return Weighed(candidates, any(map(_is_area, candidates)), twins)


def _is_called(candidate: Candidate, written: str) -> bool:
    """Tell whether a city is called as written, to the letter."""
    place = candidate.place
    return place.layer == Layer.CITY and candidate.flag == MAIN and letters(place.name) == written


def _is_besides(candidate: Candidate, known: int) -> bool:
    """Tell whether a city bears a name only besides that one as well known is called by."""
    place = candidate.place
    if not known or place.layer != Layer.CITY or candidate.flag == MAIN:
        return False
    return place.rank / 16 - known / 16 < _MUCH_LESS_KNOWN


def _above(candidate: Candidate) -> float:
    """Return how much an area or a curated place stands above the cities of its name."""
    place, detail = candidate.place, candidate.detail
    if place.layer == Layer.CITY:
        return 0.0
    above = _LAYER[Layer(place.layer)]
    if place.layer != Layer.CURATED or detail is None:
        return above
    if detail.kind not in AREAS:
        above -= _FORMER_NAME  # a town's former name competes with towns of that name today
        if candidate.in_years is None and detail.until is not None:
            above -= _PAST if detail.until > CROSSED else _LONG_PAST
        elif candidate.in_years and detail.until is not None:
            above += _OF_ITS_TIME
    return above - MINOR_AREAS.get(detail.kind, 0.0)


def _untimely(candidate: Candidate) -> float:
    """Return what the year asked for says against a place."""
    if candidate.too_early:
        return _UNHEARD_OF
    if candidate.in_years is not False:
        return 0.0
    if candidate.detail and candidate.detail.kind in AREAS:
        return _GONE
    return _LINGERING if candidate.lingers else _OUT_OF_USE


def rank(weighed: Weighed, near: Sequence[tuple[float, float]]) -> list[Candidate]:
    """Score the candidates for a name and return them best first, each place once.

    Parameters
    ----------
    weighed
        The places.
    near
        Points (lat, lon) before and after it on the route.
    """
    ranked = list(weighed.candidates)
    if near:
        _place_among(ranked, [spot(point) for point in near])
    else:
        for candidate in ranked:
            candidate.score = candidate.standing + candidate.above
            candidate.unlikely = candidate.too_early
            candidate.beside = candidate.weakly = False
    if len(ranked) > 1:
        if weighed.has_areas:
            _prefer_cities(ranked)
        if weighed.has_twins:
            _prefer_curated(ranked)
        ranked.sort(key=_best_first)
    if near and ranked:
        tell_how_near(ranked)
    return _each_once(ranked) if weighed.has_twins else ranked


def _place_among(candidates: Sequence[Candidate], near: Sequence[Spot]) -> None:
    """Score each candidate by its standing and by where it is among its neighbours.

    An area outranks the cities of its name, but not those on the route from far off it. Places
    are compared by the nearest neighbour, and by how far they are off the way between both.
    """
    way = apart(near[0], near[1]) if len(near) > 1 else None
    famous = without_equal(candidates, near)
    for candidate in candidates:
        distances = [apart(candidate.spot, point) for point in near]
        away = candidate.away = min(distances)
        wide = min(candidate.radius_km, _NO_WIDER_KM)
        nearest = off = max(0.0, away - wide)
        if way is not None:
            other = max(0.0, max(distances) - wide)
            off = max(0.0, (nearest + other - way) / 2)
        far = min(nearest, _FAR_KM) if candidate is famous else nearest
        score = candidate.standing - _ROUTE * math.log10((far + _NEAR_KM) / _NEAR_KM)
        if way is not None:
            score -= _WAY * math.log10((off + _DETOUR_KM) / _DETOUR_KM)
        above = candidate.above
        if off > _ON_THE_WAY_KM and candidate.place.layer != Layer.USER:
            above *= max(0.0, (_ASTRAY_KM - off) / (_ASTRAY_KM - _ON_THE_WAY_KM))
        candidate.score = score + above
        candidate.unlikely = _is_unlikely(candidate, way, off)
        candidate.beside = candidate.weakly = False
    if way is not None and way <= _SHORT_WAY_KM:
        _prefer_neighbours(candidates)


def _prefer_neighbours(candidates: Sequence[Candidate]) -> None:
    """Let places beside a neighbour gain on others, if not much less known, as on a short way."""
    known = max(c.place.rank for c in candidates) / 16
    for candidate in candidates:
        beside = candidate.away <= BESIDE_KM
        if beside and known - candidate.place.rank / 16 < _MUCH_LESS_KNOWN:
            candidate.score += _BESIDE


def _best_first(candidate: Candidate) -> tuple[float, int]:
    """Order candidates by their score, and equal ones always alike."""
    return -candidate.score, candidate.place.id


def _is_unlikely(candidate: Candidate, way: float | None, off: float) -> bool:
    """Tell whether nothing speaks for a place but its name: too early, or small and far away."""
    if candidate.too_early:
        return True
    place = candidate.place
    if off < _ASTRAY_KM or place.layer != Layer.CITY:
        return False
    if way is None:
        return place.population < _HAMLET
    few = _FEW if candidate.flag == MAIN else _NOT_MANY
    return way < _TOGETHER_KM and place.population < few


def _prefer_cities(candidates: list[Candidate]) -> None:
    """Let areas that share their name with their own city give way to it where it is meant.

    A region gives way to a city that holds much of its people ("Moscow"), or, where it is no more
    than a county, to its town ("Cork"); a country, to a city that bears the name more properly
    ("Tunis") or is called alike where that is no English name ("México", "تونس"); and so does a
    state of the past ("Venice").
    """
    areas = [c for c in candidates if _is_area(c)]
    cities = [c for c in candidates if c.place.layer == Layer.CITY and c.flag <= ALTERNATE]
    for area, city in product(areas, cities):
        if city.place.country != area.place.country:
            continue
        if area.place.layer == Layer.COUNTRY:
            besides = city.flag == area.flag == ALTERNATE
            own = city.flag < area.flag or besides or not (city.literal or area.literal)
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


def _is_area(candidate: Candidate) -> bool:
    """Tell whether a place is an area that may give way to a city of its name."""
    return candidate.place.layer in TODAYS_AREAS or gives_way(candidate)


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
