"""Doubts: what speaks against the first of the ranked places among its neighbours."""

from __future__ import annotations

import math
from itertools import repeat
from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import AREAS, BESIDE_KM, BORNE, apart
from exile_map.gazetteer.endings import is_han
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.likeness import is_compound
from exile_map.gazetteer.storage import MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exile_map.gazetteer.candidates import Candidate

# How well known a town must be, on the scale of `rank`, at 300 km; at ten times that; at most.
_OBSCURE, _MORE_SO, _OBSCURE_AT_MOST = 4.6, 2.0, 6.4
_IF_COMPOUND = 2.0  # as if it were known so much more
_OFF_KM, _CLOSE_KM = 300.0, 100.0
_AS_WELL_KNOWN, _NOT_MUCH_LESS = 0.5, 2.0
_FAR_LESS = 4.0  # and of the same country: an exonym in use has no such namesake
_TIMES_AS_FAR, _TWICE, _NEARER = 6.0, 2.0, 0.8
_TOWN, _HAMLET = 10_000, 1_000  # people
_LARGE = 100_000  # people
_ASIDE_KM = 150.0
_MANY_TIMES, _HERE_KM = 3.0, 30.0  # as far
_ASTRAY_KM, _WORLD_AWAY_KM = 1000.0, 5000.0
_FAMED_AFAR = 7.5  # how well known what is meant from across the world must be
_WITH_HAN_LETTERS = frozenset(("JP", "KP", "KR", "VN"))
_NAMESAKE_KM, _LESS_THAN_FAMED = 1500.0, 4.5
_LESS_BY_FAR = 3.2  # and what no longer makes a namesake on the route likely
_GREATER = 2.0


def tell_how_near(ranked: Sequence[Candidate], heard: str) -> None:
    """Note of the first whether it is beside a neighbour, and else whether that says little.

    It says little where a place as well known is not many times as far from the route, and nothing
    where the place is too obscure for how far off it is: there are hamlets, quarters and places
    of the past of that name that no list has.

    Parameters
    ----------
    ranked
        The places of a name, best first.
    heard
        The folded name.
    """
    first = ranked[0]
    first.beside = first.away <= BESIDE_KM
    if first.hinted:
        return
    first.unlikely = first.unlikely or _is_obscure(first, heard)
    others = ranked[1:]
    first.weakly = (
        _is_a_world_away(ranked)
        or _is_short_for_it(first, heard)
        or _is_a_hamlet_aside(first)
        or _is_a_far_homograph(first, heard)
        or any(
            any(map(says_little, others, repeat(first))) for says_little in _telling(first, heard)
        )
    )


def _telling(first: Candidate, heard: str) -> Iterator[Callable[[Candidate, Candidate], bool]]:
    """Yield what may tell that another place makes nearness say little of the first."""
    is_town = first.place.layer == Layer.CITY
    if is_town and first.away > 0:
        if first.flag != MAIN:
            yield _is_called_so
        yield _is_its_equal
    if first.away > _MANY_TIMES * _HERE_KM:
        yield _is_on_the_route
    if first.away > _ASTRAY_KM and _is_only_so_spelt(first, heard):
        yield _is_a_namesake_nearer_by
    if first.away > _CLOSE_KM:
        if is_town:
            yield _is_of_a_greater_name
            yield _is_a_lesser_nearer_by
        yield _is_as_likely


def _is_called_so(other: Candidate, first: Candidate) -> bool:
    """Tell whether a town has for its own name what the first is only called besides ("Turi").

    One of the same country, or one abroad that is not much less known, nor a world away from where
    the first is on the route.
    """
    if other.place.layer != Layer.CITY or other.flag != MAIN:
        return False
    less = _known(first) - _known(other)
    if other.place.country == first.place.country:
        return less < _FAR_LESS
    a_world_away = other.away > _WORLD_AWAY_KM and first.away <= BESIDE_KM
    return less < _NOT_MUCH_LESS and not a_world_away


def _is_on_the_route(other: Candidate, first: Candidate) -> bool:
    """Tell whether another town that bears the name no less is beside, and the first far off.

    Far off is a thousand kilometres, or, where only the other is called so, many times as far.
    """
    if other.place.layer != Layer.CITY or other.place.population < _TOWN:
        return False
    if other.away > BESIDE_KM or other.stray:
        return False
    if other.flag < first.flag and first.away > _MANY_TIMES * max(other.away, _HERE_KM):
        return True
    large = other.place.population >= 2 * _TOWN
    less = _known(first) - _known(other) < _LESS_BY_FAR
    return large and less and other.flag <= first.flag and first.away > _ASTRAY_KM


def _is_a_lesser_nearer_by(other: Candidate, first: Candidate) -> bool:
    """Tell whether another town bears the name far nearer, and the first is no great city.

    "Homestead" may be the one in Pennsylvania, on a way that never came near Florida.
    """
    if first.away <= _ASTRAY_KM or first.place.population >= _LARGE:
        return False
    if other.place.layer != Layer.CITY or other.flag > first.flag or other.stray:
        return False
    return other.place.population >= _HAMLET and other.away < first.away / _MANY_TIMES


def _is_only_so_spelt(place: Candidate, heard: str) -> bool:
    """Tell whether a name is in no language near a place's own, or shares only its Han letters."""
    if place.flag == MAIN:
        return False
    if is_han(heard):
        return place.place.country in _WITH_HAN_LETTERS
    return heard.isascii() and fold(place.place.name)[:2] != heard[:2]


def _is_a_namesake_nearer_by(other: Candidate, first: Candidate) -> bool:
    """Tell whether a town of another land is called as the first is only besides, far nearer.

    "Luc" is hardly Łódź where there is a Luc-sur-Orbieu, nor "大田" Daejeon in Fujian.
    """
    if other.place.layer != Layer.CITY or other.stray or other.away > _NAMESAKE_KM:
        return False
    abroad = other.place.country != first.place.country
    less = first.place.rank - other.place.rank
    return abroad and less / 16 < _LESS_THAN_FAMED and other.away < first.away / _MANY_TIMES


def _is_of_a_greater_name(other: Candidate, first: Candidate) -> bool:
    """Tell whether a far greater city bears the name of a town that is at home in its letters."""
    if other.flag != first.flag or other.place.population <= first.place.population:
        return False
    return _known(other) - _known(first) > _GREATER


def _is_a_world_away(ranked: Sequence[Candidate]) -> bool:
    """Tell whether the first, called as others are, is too little known for how far off it is."""
    first = ranked[0]
    if first.place.layer != Layer.CITY or first.away < _WORLD_AWAY_KM:
        return False
    namesakes = any(
        other.flag <= first.flag and apart(first.spot, other.spot) > BESIDE_KM
        for other in ranked[1:]
    )
    return namesakes and first.place.rank / 16 < _FAMED_AFAR


def _is_short_for_it(first: Candidate, heard: str) -> bool:
    """Tell whether a small town off the route has a name only in short: others have it whole."""
    if first.flag == MAIN or first.away < _CLOSE_KM or first.place.layer != Layer.CITY:
        return False
    own = fold(first.place.name)
    longer = own.startswith(f"{heard} ") or own.endswith(f" {heard}")
    return longer and first.place.population < _TOWN


def _is_a_hamlet_aside(first: Candidate) -> bool:
    """Tell whether a hamlet off the route has its name from nowhere but a list."""
    few = first.place.population < _HAMLET and first.place.layer == Layer.CITY
    return few and first.away > _ASIDE_KM


def _is_a_far_homograph(first: Candidate, heard: str) -> bool:
    """Tell whether a city of another land has a Han name that a county of China may have."""
    if first.away < _ASTRAY_KM or not is_han(heard) or first.place.layer < Layer.REGION:
        return False
    return _is_only_so_spelt(first, heard) and first.place.rank / 16 < _FAMED_AFAR


def _is_its_equal(other: Candidate, first: Candidate) -> bool:
    """Tell whether another town of the country bears the name as well, hardly farther off."""
    if other.place.layer != Layer.CITY:
        return False
    if other.away > BESIDE_KM or other.away > first.away + _CLOSE_KM:
        return False
    compatriot = other.place.country == first.place.country
    return compatriot and _known(first) - _known(other) <= _AS_WELL_KNOWN


def _is_as_likely(other: Candidate, first: Candidate) -> bool:
    """Tell whether what is near tells hardly more of the first place than of another."""
    if other.stray or not _is_told_no_better(other, first):
        return False
    return apart(first.spot, other.spot) > _elsewhere_km(first)


def _is_told_no_better(other: Candidate, first: Candidate) -> bool:
    """Tell the same of another place, wherever it is."""
    layer = first.place.layer
    nearer = other.away < _NEARER * first.away and other.place.population >= _TOWN
    if layer == Layer.REGION:  # its standing says little of a namesake nearer by
        return nearer
    if layer == Layer.CITY and other.place.layer == Layer.CURATED and not _is_curated_area(other):
        far = _TIMES_AS_FAR if other.flag < first.flag else _TWICE
        return other.in_years is not False and other.away < far * first.away
    if other.place.layer != layer:
        return False
    better = _known(other) - _known(first)
    far = _TWICE if first.beside else _TIMES_AS_FAR
    return (better > -_AS_WELL_KNOWN and other.away < far * first.away) or (
        better > -_NOT_MUCH_LESS and nearer
    )


def _elsewhere_km(first: Candidate) -> float:
    """Return how far from the first place another one is somewhere else."""
    if first.place.layer == Layer.REGION:
        return first.radius_km
    return max(BESIDE_KM / 2, first.radius_km)


def _is_curated_area(candidate: Candidate) -> bool:
    """Tell whether a curated place is an area."""
    return candidate.detail is not None and candidate.detail.kind in AREAS


def _is_obscure(candidate: Candidate, heard: str) -> bool:
    """Tell whether a city is less known than one must be to be meant so far off the route."""
    if candidate.place.layer != Layer.CITY or candidate.away < _OFF_KM:
        return False
    enough = min(_OBSCURE + _MORE_SO * math.log10(candidate.away / _OFF_KM), _OBSCURE_AT_MOST)
    known = candidate.place.rank / 16
    if known >= enough:
        return False
    compound = is_compound(heard if heard.isascii() else candidate.place.name)
    return not compound or known + _IF_COMPOUND < enough


def _known(candidate: Candidate) -> float:
    """Return how well known a place is by the name."""
    return candidate.place.rank / 16 + BORNE[candidate.flag]
