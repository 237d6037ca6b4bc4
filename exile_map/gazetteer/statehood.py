"""Statehood: the states a place lay in, one after the other, as the reviewed `then.csv` has them.

What belonged to which state is told by today's country, and where that was divided by parts of it:
first-order regions, or a ring of points. Where a place is too near a part's edge to tell, or
stretches over it, only that is said which is so on both sides.
"""

from __future__ import annotations

import json
from itertools import pairwise
from math import cos, hypot, inf, radians
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.storage import Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from exile_map.gazetteer.storage import Detail, Place, Store

THEN: Final = ", then "
"""What stands between states that followed each other, in English."""
DOUBT: Final = "?"
"""The state where it is not known, or was fought for: nothing is told."""
OF: Final = "@"
"""Stands between a land and the state that held it: ``KE@GB``."""
_KEPT: Final = 10_000  # places, remembered
_ISLAND: Final = "island"  # wide, but it ends at the sea
_BESIDE_KM: Final = 20.0  # beyond its outermost towns a region may still reach
_NARROWEST: Final = 0.1
_KM: Final = 111.2  # a degree of latitude
_HARDLY: Final = 0.05  # of a year, or of a shorter time: not told
_MOSTLY: Final = 0.5  # of a time has to be known


class Reign(NamedTuple):
    """A time in which a place lay in one state.

    Parameters
    ----------
    since, until
        Its beginning and its end, astronomical decimal years; 9999 where it lasts.
    state
        As `Gazetteer.country_name` takes it: ISO 3166-1 alpha-2 code, or the id of a curated
        state; ``land@state`` for a land that a state held.
    """

    since: float
    until: float
    state: str


class Part(NamedTuple):
    """A part of today's country: regions, what lies within a ring, or what is both.

    Parameters
    ----------
    regions
        The places that are its first-order regions; None where the ring alone tells.
    box
        How far their towns reach: west, south, east, north.
    ring
        (lon, lat) around it; None where regions alone tell. Generous where it leaves the country.
    edge_km
        How exactly the ring is known.
    around
        How far the ring reaches, as the box.
    """

    regions: frozenset[int] | None
    box: tuple[float, ...]
    ring: tuple[tuple[float, float], ...] | None
    edge_km: float
    around: tuple[float, ...]

    @classmethod
    def of(
        cls,
        regions: Iterable[int],
        box: Iterable[float],
        ring: Iterable[Iterable[float]],
        edge_km: float,
    ) -> Part:
        """Make a part; regions or ring are empty where the other alone tells."""
        points = tuple((lon, lat) for lon, lat in ring)
        lons, lats = zip(*points, strict=True) if points else ((), ())
        around = (min(lons), min(lats), max(lons), max(lats)) if points else ()
        return cls(frozenset(regions) or None, tuple(box), points or None, edge_km, around)


class Rules(NamedTuple):
    """What is known of a country: its parts, and who held which of them, the stronger rule first.

    Each rule is a part's number (-1: the whole), beginning, end and state.
    """

    parts: tuple[Part, ...]
    rules: tuple[tuple[int, float, float, str], ...]


def unpack_rules(text: str) -> Rules:
    """Read the rules of a country as the gazetteer's file has them; none where it has none."""
    parts, rules = json.loads(text or "[[],[]]")
    return Rules(
        tuple(Part.of(*part) for part in parts),
        tuple(tuple(rule) for rule in rules),
    )


class Statehood:
    """Tells the states that places lay in.

    Parameters
    ----------
    store
        The gazetteer's file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Rules] = {}
        self._reigns: dict[tuple[object, ...], tuple[Reign, ...]] = {}
        self._of: dict[int, tuple[Reign, ...]] = {}

    def __reduce__(self) -> tuple[type[Statehood], tuple[Store]]:
        """Pickle without what is remembered."""
        return type(self), (self._store,)

    def of(self, place: Place, detail: Detail | None = None) -> tuple[Reign, ...]:
        """Return the times that a place lay in one state, in their order.

        Parameters
        ----------
        place
            The place.
        detail
            What is known besides of an area or a curated place.
        """
        told = self._of.get(place.id)
        if told is None:
            if len(self._of) >= _KEPT:
                self._of.clear()
            told = self._of[place.id] = self._reigns_of(place, detail)
        return told

    def _reigns_of(self, place: Place, detail: Detail | None) -> tuple[Reign, ...]:
        """Return the same, worked out."""
        country = place.country
        rules = self._known.get(country)
        if rules is None:
            rules = self._known[country] = unpack_rules(self._store.rules(country))
        if not rules.rules or (detail is not None and ";" in (detail.countries or "")):
            return ()
        within: tuple[bool | None, ...] = ()
        if rules.parts:
            if place.layer == Layer.COUNTRY:
                within = (None,) * len(rules.parts)
            else:
                region = place.id if place.layer == Layer.REGION else place.region
                wide = detail is not None and detail.kind != _ISLAND
                km = (detail.radius_km or 0.0) if wide and detail else 0.0
                at = place.lat / DEGREES, place.lon / DEGREES
                within = tuple(is_within(part, region, at, km) for part in rules.parts)
        told = self._reigns.get((country, within))
        if told is None:
            told = tuple(reigns(rules.rules, within))
            # What never was anything but today's country needs no telling.
            told = () if all(reign.state == country for reign in told) else told
            self._reigns[country, within] = told
        return told


def reigns(
    rules: Sequence[tuple[int, float, float, str]], within: Sequence[bool | None]
) -> Iterable[Reign]:
    """Yield the times in one state of what lies in some parts of a country.

    Parameters
    ----------
    rules
        Who held which part, as in `Rules`.
    within
        Of each part, whether it lies in it; None where that is not known.
    """
    valid = [(within[n] if n >= 0 else True, a, b, state) for n, a, b, state in rules]
    valid = [rule for rule in valid if rule[0] is not False]
    edges = sorted({edge for _, *ends, _ in valid for edge in ends})
    last: Reign | None = None
    for first, until in pairwise(edges):
        state = _only([(sure, name) for sure, a, b, name in valid if a <= first and until <= b])
        if last is not None and (state != last.state or first != last.until):
            yield last
            last = None
        if state != DOUBT:
            last = Reign(last.since if last else first, until, state)
    if last is not None:
        yield last


def _only(held: Iterable[tuple[bool | None, str]]) -> str:
    """Return the only state there can have been, of rules the stronger first."""
    found = set()
    for sure, state in held:
        found.add(state)
        if sure:
            break
    else:
        return DOUBT
    return found.pop() if len(found) == 1 else DOUBT


def during(told: Sequence[Reign], first: float, last: float) -> tuple[str, ...]:
    """Return the states of a time, in their order; none where it is mostly not known.

    Parameters
    ----------
    told
        The reigns of a place.
    first, last
        The time, astronomical decimal years.
    """
    for since, until, state in told:
        if since <= first and last <= until and until - since < inf:  # a saved map has no bounds
            return (state,)
    known, length = 0.0, last - first
    states: list[str] = []
    least = _HARDLY * min(1.0, length)
    for since, until, state in told:
        if until > first and since < last:
            time = min(until, last) - max(since, first)
            known += time
            if time > least and (not states or states[-1] != state):
                states.append(state)
    return tuple(states) if known >= _MOSTLY * length else ()


def state_name(state: str, language: str, name_of: Callable[[str, str], str]) -> str:
    """Name a state to readers.

    Parameters
    ----------
    state
        As in `Reign`.
    language
        The readers', ISO 639-1.
    name_of
        Names a country or a curated state, e.g. ``Gazetteer().country_name``.
    """
    land, _, holder = state.partition(OF)
    name = name_of(land, language)
    return f"{name} ({name_of(holder, language)})" if holder else name


def is_within(
    part: Part, region: int | None, at: tuple[float, float], km: float = 0.0
) -> bool | None:
    """Tell whether a place lies in a part of its country; None where that is not sure.

    Parameters
    ----------
    part
        The part.
    region
        The place's first-order region, where that is known.
    at
        Where it is: (lat, lon).
    km
        How wide it is.
    """
    if part.regions is not None:
        if region is None and _is_outside(part.box, at, km + _BESIDE_KM):
            return False
        if region is not None and region not in part.regions:
            return False
        if part.ring is None:
            return None if region is None else True
    ring = part.ring or ()
    if _is_outside(part.around, at, max(part.edge_km, km)):
        return False
    inside = _is_inside(ring, at)
    if _edge_km(ring, at) < max(part.edge_km, km):
        return None
    return None if inside and part.regions is not None and region is None else inside


def _is_outside(box: Sequence[float], at: tuple[float, float], km: float) -> bool:
    """Tell whether a place is clearly out of a box of towns."""
    west, south, east, north = box
    lat, lon = at
    tall = km / _KM
    wide = tall / max(cos(radians(lat)), _NARROWEST)
    return not (west - wide < lon < east + wide and south - tall < lat < north + tall)


def _is_inside(ring: Sequence[tuple[float, float]], at: tuple[float, float]) -> bool:
    """Tell by the crossings of a line eastward whether a point is within a ring."""
    lat, lon = at
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y1 > lat) != (y2 > lat) and lon < x1 + (lat - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def _edge_km(ring: Sequence[tuple[float, float]], at: tuple[float, float]) -> float:
    """Return how far a point is from a ring's edge; the Earth is flat so near."""
    lat, lon = at
    east = cos(radians(lat))
    near = inf
    points = [((x - lon) * east, y - lat) for x, y in ring]
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        dx, dy = x2 - x1, y2 - y1
        length = dx * dx + dy * dy
        along = max(0.0, min(1.0, -(x1 * dx + y1 * dy) / length)) if length else 0.0
        near = min(near, hypot(x1 + along * dx, y1 + along * dy))
    return near * _KM
