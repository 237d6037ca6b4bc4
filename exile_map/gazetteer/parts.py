"""Parts: what of a country was one state's, its regions or a ring of points, and who lies in it."""

from __future__ import annotations

from math import cos, hypot, inf, radians
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BESIDE_KM: Final = 20.0  # beyond its outermost towns a region may still reach
_NARROWEST: Final = 0.1
_KM: Final = 111.2  # a degree of latitude


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
