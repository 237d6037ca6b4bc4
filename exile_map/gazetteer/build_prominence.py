"""Build, prominence: which places are known best, and where the people of an area live."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import accumulate
from typing import Any

_EARTH_KM = 6371.0088
_SUBURB_WITHIN = 0.12  # degrees
_SUBURB_OF = 200_000  # people
_SUBURB_TIMES = 4


def rank(population: int, names: int) -> int:
    """Tell how prominent a place is: by its people, and by how many forms its name has."""
    return round(16 * (math.log10(max(population, 0) + 10) + 1.2 * math.log10(1 + names)))


def suburbs(cities: list[dict[str, Any]]) -> set[int]:
    """Return the GeoNames numbers of places that are parts of a much larger city or beside it."""
    large: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        if city["population"] >= _SUBURB_OF:
            large[math.floor(city["latitude"]), math.floor(city["longitude"])].append(city)
    found = set()
    for city in cities:
        lat, lon = city["latitude"], city["longitude"]
        cells = [(math.floor(lat) + i, math.floor(lon) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        for other in (o for cell in cells for o in large.get(cell, ())):
            beside = abs(other["latitude"] - lat) + abs(other["longitude"] - lon) < _SUBURB_WITHIN
            if beside and other["population"] > _SUBURB_TIMES * city["population"]:
                found.add(city["geonameid"])
    return found


def anchor(cities: list[dict[str, Any]]) -> tuple[tuple[float, float], float]:
    """Return where the people of these cities live, and the radius that holds 9 of 10 of them."""
    weighted = [(_unit(c["latitude"], c["longitude"]), max(c["population"], 1)) for c in cities]
    x, y, z = (sum(v[i] * w for v, w in weighted) for i in range(3))
    length = math.sqrt(x * x + y * y + z * z)
    centre = (x / length, y / length, z / length)
    lat = math.degrees(math.asin(max(-1.0, min(1.0, centre[2]))))
    lon = math.degrees(math.atan2(centre[1], centre[0]))
    away = sorted((_angle(centre, v) * _EARTH_KM, w) for v, w in weighted)
    total = sum(w for _, w in weighted)
    people = accumulate(w for _, w in away)
    radius = next(km for (km, _), inside in zip(away, people, strict=True) if inside >= 0.9 * total)
    return (round(lat, 2), round(lon, 2)), max(5.0, float(round(radius)))


def apart_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance in km between two points (lat, lon) of a sphere."""
    return _angle(_unit(*a), _unit(*b)) * _EARTH_KM


def _unit(lat: float, lon: float) -> tuple[float, float, float]:
    """Return the point as a unit vector."""
    phi, lam = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def _angle(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """Return the angle between unit vectors."""
    return math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))
