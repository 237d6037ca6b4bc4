"""The way between two places on the globe: great circles, distances, the 180th meridian.

The Earth is taken as a sphere of the mean radius (IUGG, 6371.0088 km), which is within 0.6 % of
the ellipsoid's distances: far below what is known of any historical journey.
"""

from __future__ import annotations

from itertools import pairwise
from math import acos, asin, atan2, ceil, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth (International Union of Geodesy and Geophysics, R1)."""

STEP_KM: Final = 100.0
"""Longest piece of a densified line: at this length a Mercator map shows no corners."""

_HALF_TURN: Final = 180.0
_TURN: Final = 360.0
_ANTIPODAL: Final = 1e-9

Point = tuple[float, float]
"""A place as ``(lat, lon)`` in degrees."""


def distance_km(a: Point, b: Point) -> float:
    """Return the great-circle distance between two places, in kilometres.

    Uses the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope, 1984),
    which stays exact for short distances.
    """
    lat_a, lat_b = radians(a[0]), radians(b[0])
    half_lat, half_lon = (lat_b - lat_a) / 2, radians(b[1] - a[1]) / 2
    h = sin(half_lat) ** 2 + cos(lat_a) * cos(lat_b) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))


def great_circle(a: Point, b: Point, *, step_km: float = STEP_KM) -> list[Point]:
    """Return the shortest way from one place to another, as points close enough to look smooth.

    Parameters
    ----------
    a, b
        Where the way begins and ends, ``(lat, lon)`` in degrees.
    step_km
        No piece is longer than this.

    Returns
    -------
    list of (lat, lon)
        The first point is exactly ``a``; longitudes run on past 180 where the way crosses the
        180th meridian, so that the line is in one piece. Between antipodes, where every direction
        is shortest, the way goes over the nearer pole.
    """
    if a == b:
        return [a, b]
    start, goal = _vector(a), _vector(b)
    angle = acos(max(-1.0, min(1.0, sum(p * q for p, q in zip(start, goal, strict=True)))))
    if pi - angle < _ANTIPODAL:
        pole = (90.0 if a[0] + b[0] >= 0 else -90.0, a[1])
        return great_circle(a, pole, step_km=step_km) + great_circle(pole, b, step_km=step_km)[1:]
    count = max(1, ceil(distance_km(a, b) / step_km))
    points = [a]
    for i in range(1, count):
        near, far = sin((1 - i / count) * angle), sin(i / count * angle)
        x, y, z = (near * p + far * q for p, q in zip(start, goal, strict=True))
        points.append((degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))))
    points.append(b)
    return unwrapped(points)


def unwrapped(points: Sequence[Point]) -> list[Point]:
    """Let longitudes run on past 180, so that no step is longer than half a turn."""
    out: list[Point] = []
    for lat, lon in points:
        if not out:
            out.append((lat, lon))
            continue
        turns = round((out[-1][1] - lon) / _TURN)
        out.append((lat, lon + turns * _TURN if turns else lon))
    return out


def cut_at_antimeridian(points: Sequence[Point]) -> list[list[Point]]:
    """Cut an unwrapped line where it crosses the 180th meridian, as RFC 7946, 3.1.9 asks.

    Parameters
    ----------
    points
        The line, ``(lat, lon)`` in degrees, longitudes running on.

    Returns
    -------
    list of lines
        Every longitude lies within -180 and 180; where a line was cut, one part ends and the next
        begins on the meridian, at the same latitude.
    """
    if not points:
        return []
    turn = _turn_of(points[0][1])
    lines: list[list[Point]] = [[(points[0][0], points[0][1] - turn * _TURN)]]
    for (lat0, lon0), (lat1, lon1) in pairwise(points):
        next_turn = _turn_of(lon1)
        while turn != next_turn:
            eastward = next_turn > turn
            edge = turn * _TURN + (_HALF_TURN if eastward else -_HALF_TURN)
            lat = lat0 + (lat1 - lat0) * (edge - lon0) / (lon1 - lon0)
            lines[-1].append((lat, _HALF_TURN if eastward else -_HALF_TURN))
            lines.append([(lat, -_HALF_TURN if eastward else _HALF_TURN)])
            turn += 1 if eastward else -1
        lines[-1].append((lat1, lon1 - turn * _TURN))
    return [line for line in lines if len(line) > 1] or lines[:1]


def _turn_of(lon: float) -> int:
    """How many whole turns to take off a longitude; exactly 180 stays where it is."""
    return 0 if -_HALF_TURN <= lon <= _HALF_TURN else ceil((lon - _HALF_TURN) / _TURN)


def _vector(point: Point) -> tuple[float, float, float]:
    lat, lon = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)
