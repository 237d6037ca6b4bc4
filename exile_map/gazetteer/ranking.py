"""Ranking: which of the places of one name is meant, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.romanising import sound
from exile_map.gazetteer.storage import ALTERNATE, CODE, MAIN, VARIANT, Detail, Layer, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DEGREES = 100_000
TOO_CLOSE = 0.4  # less than this between the first two, in powers of ten, is a question to the user
_EARTH_KM = 6371.0088
_LAYER = {Layer.USER: 20.0, Layer.CURATED: 3.0, Layer.COUNTRY: 3.0, Layer.REGION: 1.0}
_FLAG = {MAIN: 0.4, ALTERNATE: 0.0, VARIANT: -3.0, CODE: -9.0}
MINOR_AREAS = {"county": 1.0, "district": 1.0, "department": 2.0}  # how much less they stand
_AREAS = frozenset({"state", "region", "island", "country"}) | MINOR_AREAS.keys()
_TODAYS_AREAS = frozenset((Layer.COUNTRY, Layer.REGION))
_CITY_IN_REGION = 0.05
_OWN_TOWN = 5_000  # people: a county named after it gives way ("Cork", not "Corrèze")
_FORMER_NAME = 2.25
_LINGERING = 1.5
_LINGERS = 50  # years
_OF_ITS_TIME = 0.5
_OUT_OF_USE = 4.0  # a town is still called by its former names, before and after
_GONE = 6.0  # a state that was not there is hardly ever meant
_UNHEARD_OF = 2.5
_CROSSED = 1492
# The countries whose towns bear the names of older ones.
_NEW_WORLD = frozenset(
    (
        "AG", "AR", "AU", "BB", "BO", "BR", "BS", "BZ", "CA", "CL", "CO", "CR", "CU", "DM",
        "DO", "EC", "GD", "GT", "GY", "HN", "HT", "JM", "KN", "LC", "MX", "NI", "NZ", "PA",
        "PE", "PR", "PY", "SR", "SV", "TT", "US", "UY", "VC", "VE",
    )
)  # fmt: skip
_FEW, _NOT_MANY = 20_000, 300_000  # people
_TOGETHER_KM = 2500.0
_ROUTE = 1.5  # ten times as far from the route counts as thirty times as small
_WAY = 0.4  # and so does a detour of it, less strictly
_NEAR_KM, _DETOUR_KM = 50.0, 200.0
_SHORT_WAY_KM, _BESIDE_KM = 1500.0, 400.0
_BESIDE, _MUCH_LESS_KNOWN = 0.8, 2.0
_AS_WELL_KNOWN, _TIMES_AS_FAR = 0.5, 6.0
_NO_WIDER_KM = 150.0  # an area is no nearer for being vast: its own city would be the farther one
_ON_THE_WAY_KM, _ASTRAY_KM = 400.0, 2000.0  # between them an area's standing above cities fades
_NAMED_OTHERWISE = 3.0
_COMMON_WORDS = frozenset(
    (
        *("saint", "sainte", "san", "santa", "santo", "sao", "new", "nueva", "nova", "port"),
        *("puerto", "porto", "fort", "mount", "city", "bad", "la", "le", "les", "el", "los"),
        *("las", "il", "the", "de", "da", "do", "del", "di", "du", "al", "el"),
    )
)
_LARGE, _CONSIDERABLE = 100_000, 40_000  # people
_HARDLY_LESS = 0.9
_TO_THE_LETTER = 0.6
_TO_THE_ACCENT = 2.5  # who writes "Petrópolis" does not mean Saint Petersburg
_AREA_OR_CITY = 0.75
_HINTED = 6.0
_HINTED_LOOSELY = 3.0
_SAME_KM = 25.0
_UNRIVALLED = 0.97
_STRAY = 0.7
_HAMLET, _VILLAGE = 1_000, 5_000  # people
_ONE_OF_SEVERAL = 0.75  # hamlets that GeoNames leaves out share the names of those it has


@dataclass(slots=True)
class Candidate:
    """A place that bears the name asked for."""

    flag: int
    place: Place
    detail: Detail | None
    score: float = 0.0
    in_years: bool | None = None
    hinted: bool | None = None
    loosely: bool = False
    lingers: bool = False
    too_early: bool = False
    stray: bool = False
    unlikely: bool = False
    weakly: bool = False
    beside: bool = False
    away: Sequence[float] = ()

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


def too_early(place: Place, year: float | None) -> bool:
    """Tell whether a town lies in a New World that nobody of that year wrote of."""
    return year is not None and year < _CROSSED and place.country in _NEW_WORLD


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance between two points of (lat, lon)."""
    phi, other = math.radians(a[0]), math.radians(b[0])
    half = math.sin((other - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(other) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def rank(
    candidates: Iterable[Candidate], written: str, near: Sequence[tuple[float, float]]
) -> list[Candidate]:
    """Score the candidates for a written name and return them best first, each place once."""
    scored = list(candidates)
    _score(scored, written, near)
    if len(near) > 1:
        _prefer_neighbours(scored, near)
    if len(scored) > 1:
        _prefer_cities(scored)
        _prefer_curated(scored)
        scored.sort(key=_best_first)
        if near:
            _tell_how_near(scored)
    return _each_once(scored)


def _score(
    candidates: Sequence[Candidate], written: str, near: Sequence[tuple[float, float]]
) -> None:
    """Score each candidate by what speaks for it alone, and note what speaks against it."""
    as_asked, heard = letters(written), fold(written)
    same = _TO_THE_LETTER if as_asked.isascii() else _TO_THE_ACCENT
    proper = any(c.flag == MAIN and c.place.layer == Layer.CITY for c in candidates)
    apart = kilometres(near[0], near[1]) if len(near) > 1 else 0.0
    for candidate in candidates:
        candidate.away = [kilometres(candidate.at, point) for point in near]
        off = _detour(candidate, apart)
        candidate.unlikely = _is_unlikely(candidate, near, off)
        candidate.stray = is_stray(candidate.place, candidate.flag, heard)
        score = _prior(candidate, off)
        if near:
            score += _nearness(candidate, off)
        if candidate.too_early:
            score -= _UNHEARD_OF
        if proper and candidate.stray:
            score -= _NAMED_OTHERWISE
        if letters(candidate.place.name) == as_asked:
            score += same
        if candidate.hinted:
            score += _HINTED
        elif candidate.loosely:
            score += _HINTED_LOOSELY
        candidate.score = score


def _prefer_neighbours(candidates: list[Candidate], near: Sequence[tuple[float, float]]) -> None:
    """Let places beside a neighbour gain on others, if not much less known, as on a short way."""
    if kilometres(near[0], near[1]) > _SHORT_WAY_KM:
        return
    known = max(c.place.rank for c in candidates) / 16
    for candidate in candidates:
        beside = min(candidate.away) <= _BESIDE_KM
        if beside and known - candidate.place.rank / 16 < _MUCH_LESS_KNOWN:
            candidate.score += _BESIDE


def _tell_how_near(ranked: Sequence[Candidate]) -> None:
    """Note of the first whether it is beside a neighbour, and else whether that says little.

    It says little where a place as well known is not many times as far from the route.
    """

    def away(candidate: Candidate) -> float:
        return min(candidate.away)

    def known(candidate: Candidate) -> float:
        return candidate.place.rank / 16 + _FLAG[candidate.flag]

    first = ranked[0]
    first.beside = away(first) <= _BESIDE_KM
    first.weakly = not (first.hinted or first.beside) and any(
        other.place.layer == first.place.layer
        and not other.stray
        and known(other) > known(first) - _AS_WELL_KNOWN
        and away(other) < _TIMES_AS_FAR * away(first)
        and kilometres(first.at, other.at) > max(_BESIDE_KM, first.radius_km)
        for other in ranked[1:]
    )


def _best_first(candidate: Candidate) -> tuple[float, int]:
    """Order candidates by their score, and equal ones always alike."""
    return -candidate.score, candidate.place.id


def _prior(candidate: Candidate, off: float) -> float:
    """Score a candidate by what is known without its neighbours.

    An area outranks the cities of its name, but not those on the route from far off it.

    Parameters
    ----------
    candidate
        The place.
    off
        How far it is off the route, in kilometres; 0 where no route is known.
    """
    place, detail = candidate.place, candidate.detail
    score = place.rank / 16 + _FLAG[candidate.flag]
    if place.layer == Layer.CITY:
        return score
    above = _LAYER[Layer(place.layer)]
    if place.layer == Layer.CURATED and detail and detail.kind not in _AREAS:
        above -= _FORMER_NAME  # a town's former name competes with towns of that name today
        if candidate.in_years is None and detail.until is not None:
            above -= 1.0
        elif candidate.in_years and detail.until is not None:
            above += _OF_ITS_TIME
    elif place.layer == Layer.CURATED and detail and detail.kind in MINOR_AREAS:
        above -= MINOR_AREAS[detail.kind]
    if place.layer != Layer.USER and off > _ON_THE_WAY_KM:
        above *= max(0.0, (_ASTRAY_KM - off) / (_ASTRAY_KM - _ON_THE_WAY_KM))
    score += above
    if candidate.in_years is False:
        old = _LINGERING if candidate.lingers else _OUT_OF_USE
        score -= _GONE if detail and detail.kind in _AREAS else old
    return score


def _detour(candidate: Candidate, apart: float) -> float:
    """Return how far a candidate is off the way between its neighbours, so far apart."""
    wide = min(candidate.radius_km, _NO_WIDER_KM)
    away = [max(0.0, km - wide) for km in candidate.away]
    if len(away) > 1:
        return max(0.0, (away[0] + away[1] - apart) / 2)
    return away[0] if away else 0.0


def _nearness(candidate: Candidate, off: float) -> float:
    """Score a candidate by its distance to the nearest neighbour, and to the way between them."""
    away = max(0.0, min(candidate.away) - min(candidate.radius_km, _NO_WIDER_KM))
    score = -_ROUTE * math.log10((away + _NEAR_KM) / _NEAR_KM)
    if len(candidate.away) > 1:
        score -= _WAY * math.log10((off + _DETOUR_KM) / _DETOUR_KM)
    return score


def _is_unlikely(candidate: Candidate, near: Sequence[tuple[float, float]], off: float) -> bool:
    """Tell whether nothing speaks for a place but its name: too early, or small and far away."""
    if candidate.too_early:
        return True
    place = candidate.place
    if place.layer != Layer.CITY or off < _ASTRAY_KM:
        return False
    if len(near) == 1:
        return place.population < _HAMLET
    together = kilometres(near[0], near[1]) < _TOGETHER_KM
    return together and place.population < (_FEW if candidate.flag == MAIN else _NOT_MANY)


def is_stray(place: Place, flag: int, heard: str) -> bool:
    """Tell whether a city bears a name only besides, and one that is nothing like its own.

    "Vienne" may be Vienna; but "Venice" is hardly Dayton, though GeoNames knows it so.

    Parameters
    ----------
    place, flag
        The place, and how it bears the name.
    heard
        The folded name; nothing is told of other scripts than Latin.
    """
    if place.layer != Layer.CITY or flag == MAIN or not heard.isascii():
        return False
    return not _is_alike(place.name, heard)


@lru_cache(maxsize=2048)
def _is_alike(name: str, heard: str) -> bool:
    """Tell whether one name holds the other, or a word of each begins with the same sound."""
    own = fold(name)
    return own in heard or heard in own or bool(_first_sounds(own) & _first_sounds(heard))


def _first_sounds(folded: str) -> frozenset[str]:
    """Return the first consonants of a name's words as they sound: exonyms mostly share one."""
    words = folded.split()
    telling = [word for word in words if word not in _COMMON_WORDS] or words
    return frozenset(sound(word)[:1] for word in telling)


def letters(name: str) -> str:
    """Return a name without case and punctuation, but with its accents."""
    return name.casefold().replace("-", " ").replace(".", "")


def _prefer_cities(candidates: list[Candidate]) -> None:
    """Let areas that share their name with their own city give way to it where it is meant.

    A region gives way to a city that holds much of its people ("Moscow"), or, where it is no more
    than a county, to its town ("Cork"); a country, to a city that bears the name more properly
    ("Tunis"), and so does a state of the past ("Venice").
    """
    areas = [c for c in candidates if c.place.layer in _TODAYS_AREAS or _gives_way(c)]
    if not areas:
        return
    cities = [c for c in candidates if c.place.layer == Layer.CITY and c.flag <= ALTERNATE]
    for area, city in product(areas, cities):
        if city.place.country != area.place.country:
            continue
        if area.place.layer == Layer.COUNTRY:
            gives_way = city.flag < area.flag and city.place.population >= _LARGE
        elif area.place.layer == Layer.REGION:
            inside = city.place.region == area.place.id
            much = city.place.population >= _CITY_IN_REGION * area.place.population
            gives_way = inside and much
        else:
            enough = _OWN_TOWN if city.flag == MAIN else _LARGE / 2
            gives_way = city.place.population >= enough and _is_within(city, area)
        if gives_way:
            area.score = min(area.score, city.score - 0.01)


def _prefer_curated(candidates: list[Candidate]) -> None:
    """Let what is curated of a town, if of that time, stand for the town: it knows more of it."""
    towns = {c.place.geonames_id: c for c in candidates if c.place.layer == Layer.CITY}
    for candidate in candidates:
        town = towns.get(candidate.place.geonames_id)
        curated = candidate.place.layer == Layer.CURATED and candidate.in_years is not False
        if town and curated:
            candidate.score = max(candidate.score, town.score + 0.01)


def _gives_way(candidate: Candidate) -> bool:
    """Tell whether a curated area is a county, or a state called by its city ("Venice")."""
    detail = candidate.detail
    return _is_minor(candidate) or (
        candidate.place.layer == Layer.CURATED
        and candidate.flag == ALTERNATE
        and detail is not None
        and detail.kind == "state"
    )


def _is_minor(candidate: Candidate) -> bool:
    """Tell whether a place is a curated area no greater than a county."""
    detail = candidate.detail
    return detail is not None and detail.kind in MINOR_AREAS


def _is_within(city: Candidate, area: Candidate) -> bool:
    """Tell whether a city lies in an area, taken for a circle."""
    return kilometres(city.at, area.at) <= area.radius_km


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


def lead(ranked: Sequence[Candidate]) -> float | None:
    """Return how far the first is ahead of the next that is somewhere else; None without one."""
    first = ranked[0]
    wide = max(_SAME_KM, first.radius_km)
    for other in ranked[1:]:
        layer, country = other.place.layer, other.place.country
        nested = layer == Layer.REGION and first.place.region == other.place.id
        nested |= layer == Layer.COUNTRY and first.place.country == country
        nested |= (layer == Layer.REGION or _gives_way(other)) and _is_within(first, other)
        if not nested and kilometres(first.at, other.at) > wide:
            return first.score - other.score
    return None


def rivalled_abroad(ranked: Sequence[Candidate]) -> bool:
    """Tell whether a town of another country bears the name hardly less well ("Lincoln")."""
    first = ranked[0]
    if first.beside or first.hinted or first.loosely:
        return False
    return first.place.layer == Layer.CITY and any(
        other.place.layer == Layer.CITY
        and other.flag == MAIN
        and other.place.population >= _CONSIDERABLE
        and other.place.country != first.place.country
        and first.score - other.score < _HARDLY_LESS
        for other in ranked[1:]
    )


def _may_be_meant(city: Candidate, area: Candidate) -> bool:
    """Tell whether an area's name may as well mean its own large city ("Quebec", "Luxembourg").

    Also by the short form of its name: "Brandenburg" for Brandenburg an der Havel.
    """
    region = area.place.layer == Layer.REGION
    short = region and city.place.name.startswith(f"{area.place.name} ")
    return (
        city.place.layer == Layer.CITY
        and city.place.country == area.place.country
        and city.place.population >= (_CONSIDERABLE if short else _LARGE)
        and (city.flag == MAIN or city.flag <= area.flag == ALTERNATE or short)
        and area.radius_km > _SAME_KM
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


def confidence(ranked: Sequence[Candidate], ahead: float | None, *, guessed: bool) -> float:
    """Return how sure it is that the first is meant, 0 to 1; `ahead` is its lead."""
    first = ranked[0]
    sure = 1 / (1 + 10**-ahead) if ahead is not None else _UNRIVALLED
    if not first.hinted:
        sure = min(sure, unrivalled(first.place, first.flag, stray=first.stray))
    village = first.place.layer == Layer.CITY and first.place.population < _VILLAGE
    if village and ahead is not None and ahead < _HINTED_LOOSELY:
        sure = min(sure, _ONE_OF_SEVERAL)
    is_area = first.place.layer in _TODAYS_AREAS
    if is_area and any(_may_be_meant(city, first) for city in ranked[1:]):
        sure = min(sure, _AREA_OR_CITY)
    for doubtful, factor in (
        (guessed, 0.85),
        (first.flag == VARIANT, 0.6),
        (first.in_years is False, 0.9),
        (first.loosely, 0.85),
        (first.unlikely and not first.hinted, 0.75),
        (first.weakly, 0.8),
    ):
        if doubtful:
            sure *= factor
    return round(min(sure, 0.99), 2)
