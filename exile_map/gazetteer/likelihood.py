"""Likelihood: how likely a place is meant by a name that it is not known to have."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.candidates import apart
from exile_map.gazetteer.standins import NO_AREA
from exile_map.gazetteer.storage import Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.candidates import Spot
    from exile_map.gazetteer.storage import Place, Store

STRICT: Final = 30.0
"""How much being unlike counts against prominence."""
_ROUTE, _NEAR_KM = 2.0, 50.0  # more than in ranking: what nobody has written of is seldom far off
# What is prominent has a name in every alphabet, so that an unknown one is likelier another's.
_PROMINENCE, _WELL_KNOWN, _BEYOND = 0.8, 6.0, 0.3
_AREA: Final = 2.0  # what it says against an area: those are named in every alphabet, too


def standing(rank: float) -> float:
    """Return how likely a place is that has a name nobody knows.

    Parameters
    ----------
    rank
        How prominent it is, in sixteenths of a power of ten.
    """
    powers = rank / 16
    return _PROMINENCE * (min(powers, _WELL_KNOWN) + _BEYOND * max(0.0, powers - _WELL_KNOWN))


def weigh(place: Place, unlike: float, far: float, *, is_area: bool) -> float:
    """Return how likely a place is meant by a name that it is not known to have.

    Parameters
    ----------
    place
        The place.
    unlike
        How unlike its name sounds.
    far
        What its distance from the route says against it.
    is_area
        Whether it is a country, a region or the like.
    """
    return standing(place.rank) - STRICT * unlike - far - _AREA * is_area


def is_area(store: Store, place: Place) -> bool:
    """Tell whether a place is a country, a region or the like.

    Parameters
    ----------
    store
        The gazetteer's file.
    place
        The place.
    """
    detail = store.detail(place.id) if place.layer != Layer.CITY else None
    return detail is not None and detail.precision not in NO_AREA


def off_route(at: Spot, near: Sequence[Spot]) -> tuple[float, float]:
    """Return what a place's distance from the route says against it, and the kilometres."""
    away = min((apart(at, point) for point in near), default=0.0)
    return _ROUTE * math.log10((away + _NEAR_KM) / _NEAR_KM), away
