"""The way between two places on the globe: geodesics, distances, the 180th meridian.

A way is a geodesic of the ellipsoid WGS 84, found by Vincenty's method (T. Vincenty, "Direct and
Inverse Solutions of Geodesics on the Ellipsoid", Survey Review 23, 1975); where that does not
settle, between places nearly opposite on the globe, by bisection of the first azimuth (after
C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87, 2013). What only compares
distances takes the Earth as a sphere, which is within 0.6 % and quicker.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import asin, atan, atan2, ceil, cos, degrees, hypot, pi, radians, sin, sqrt, tan
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EARTH_RADIUS_KM: Final = 6371.0088
"""Mean radius of the Earth (International Union of Geodesy and Geophysics, R1)."""

POLAR_KM: Final = 6356.752314245
FLATTENING: Final = 1 / 298.257223563
"""Polar radius and flattening of the World Geodetic System 1984."""

STEP_KM: Final = 100.0
"""Longest piece of a densified line: at this length a Mercator map shows no corners."""

_TURN_DEGREES: Final = 3.0
"""Beside a pole a line turns quickly on a map: no piece of it turns more than this."""

_HALF_TURN: Final = 180.0
_TURN: Final = 360.0
_SETTLED: Final = 1e-12
_MOST_ROUNDS: Final = 25
_BISECTIONS: Final = 60

Point = tuple[float, float]
"""A place as ``(lat, lon)`` in degrees."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way over the globe.

    Parameters
    ----------
    points
        ``(lat, lon)`` in degrees, close enough to look smooth; longitudes run on past 180 where
        the way crosses the 180th meridian, so that the line is in one piece.
    km
        Its length in kilometres.
    """

    points: tuple[Point, ...]
    km: float


def distance_km(a: Point, b: Point) -> float:
    """Return the distance between two places on a sphere, in kilometres: to compare with others.

    Uses the haversine formula (R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope, 1984),
    which stays exact for short distances. Within 0.6 % of the ellipsoid's.
    """
    lat_a, lat_b = radians(a[0]), radians(b[0])
    half_lat, half_lon = (lat_b - lat_a) / 2, radians(b[1] - a[1]) / 2
    h = sin(half_lat) ** 2 + cos(lat_a) * cos(lat_b) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))


def geodesic(a: Point, b: Point, *, step_km: float = STEP_KM) -> Way:
    """Return the shortest way from one place to another.

    Parameters
    ----------
    a, b
        Where the way begins and ends, ``(lat, lon)`` in degrees.
    step_km
        No piece is longer than this, give or take 1 %.

    Returns
    -------
    Way
        Its first point is exactly ``a``; its last is ``b``, but for whole turns of longitude. Of
        several shortest ways between antipodes it is one, the same each time.
    """
    if a == b:
        return Way((a, b), 0.0)
    line = _vincenty(a, b)
    if line is None:
        return _between_opposites(a, b, step_km)
    return Way(_points(line, a, b, step_km), line.km)


def geodesic_km(a: Point, b: Point) -> float:
    """Return the length of `geodesic`, without its points, which take far longer to find."""
    if a == b:
        return 0.0
    line = _vincenty(a, b)
    return line.km if line else geodesic(a, b).km


class _Line(NamedTuple):
    """A geodesic on the auxiliary sphere of reduced latitudes, from where it begins.

    Parameters
    ----------
    sigma_1, omega_1
        Arc and longitude from where it crosses the equator to its beginning, in radians.
    arc
        The arc of the whole, in radians.
    sin_0
        The sine of its azimuth at the equator.
    lon
        The longitude of its beginning in degrees.
    """

    sigma_1: float
    omega_1: float
    arc: float
    sin_0: float
    lon: float

    @property
    def km(self) -> float:
        """Its length, by Vincenty's equations 3, 4, 6 and 19."""
        u2 = (1 - self.sin_0**2) * (1 / (1 - FLATTENING) ** 2 - 1)
        a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
        b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
        mid, s, c = cos(2 * self.sigma_1 + self.arc), sin(self.arc), cos(self.arc)
        sixth = b / 6 * mid * (-3 + 4 * s * s) * (-3 + 4 * mid * mid)
        less = b * s * (mid + b / 4 * (c * (-1 + 2 * mid * mid) - sixth))
        return POLAR_KM * a * (self.arc - less)

    def at(self, arcs: Iterable[float]) -> list[Point]:
        """Return the points at arcs from its beginning; their longitudes may be a turn off."""
        sigma_1, omega_1, _, sin_0, lon = self
        cos_0, round_ = sqrt(max(0.0, 1 - sin_0 * sin_0)), 1 - FLATTENING
        slow, c = _lagging(sin_0)
        out = []
        for arc in arcs:
            sigma = sigma_1 + arc
            s, level = sin(sigma), cos(sigma)
            east = sin_0 * s
            # The last term of Vincenty's series is below a centimetre, and left out here.
            lag = slow * (arc + c * sin(arc) * cos(sigma_1 + sigma))
            lat = atan2(cos_0 * s, round_ * sqrt(east * east + level * level))
            out.append((degrees(lat), lon + degrees(atan2(east, level) - omega_1 - lag)))
        return out


def _lagging(sin_0: float) -> tuple[float, float]:
    """Return how fast longitude falls behind on the ellipsoid; Vincenty's equations 10 and 11."""
    cos2 = 1 - sin_0 * sin_0
    c = FLATTENING / 16 * cos2 * (4 + FLATTENING * (4 - 3 * cos2))
    return (1 - c) * FLATTENING * sin_0, c


def _reduced(lat: float) -> tuple[float, float]:
    """Return sine and cosine of the reduced latitude."""
    angle = atan((1 - FLATTENING) * tan(radians(lat)))
    return sin(angle), cos(angle)


def _vincenty(a: Point, b: Point) -> _Line | None:
    """Find the geodesic between two places; None where the search does not settle."""
    (s1, c1), (s2, c2) = _reduced(a[0]), _reduced(b[0])
    apart = radians((b[1] - a[1] + _HALF_TURN) % _TURN - _HALF_TURN)
    omega = apart
    for _ in range(_MOST_ROUNDS):
        east, north = c2 * sin(omega), c1 * s2 - s1 * c2 * cos(omega)
        sin_arc, cos_arc = hypot(east, north), s1 * s2 + c1 * c2 * cos(omega)
        if sin_arc == 0:
            return None if cos_arc < 0 else _Line(0.0, 0.0, 0.0, 0.0, a[1])
        arc = atan2(sin_arc, cos_arc)
        sin_0 = c1 * east / sin_arc
        cos2 = 1 - sin_0**2
        mid = cos_arc - 2 * s1 * s2 / cos2 if cos2 > _SETTLED else 0.0
        slow, c = _lagging(sin_0)
        series = arc + c * sin_arc * (mid + c * cos_arc * (-1 + 2 * mid * mid))
        before, omega = omega, apart + slow * series
        if abs(omega) > pi:
            return None
        if abs(omega - before) < _SETTLED:
            sigma_1 = atan2(s1 * sin_arc, c1 * north)
            return _Line(sigma_1, atan2(s1 * east, north), arc, sin_0, a[1])
    return None


def _between_opposites(a: Point, b: Point, step_km: float) -> Way:
    """Return the way between places nearly opposite, turned so that it is easy to search for.

    It then begins at the southern place, which is the farther from the equator, and goes east.
    """
    swap = abs(b[0]) > abs(a[0])
    start, goal = (b, a) if swap else (a, b)
    up = -1.0 if start[0] >= 0 else 1.0
    apart = (goal[1] - start[1] + _HALF_TURN) % _TURN - _HALF_TURN
    side = -1.0 if apart < 0 else 1.0
    line = _searched(up * start[0], up * goal[0], abs(apart))
    turned = _points(line, (up * start[0], 0.0), (up * goal[0], abs(apart)), step_km)
    points = [(up * lat, start[1] + side * lon) for lat, lon in turned]
    points = points[::-1] if swap else points
    # Whole turns aside, the ends are the places themselves.
    shift = round((a[1] - points[0][1]) / _TURN) * _TURN
    inner = [(lat, lon + shift) for lat, lon in points[1:-1]]
    return Way(tuple(unwrapped([a, *inner, b])), line.km)


def _searched(lat_a: float, lat_b: float, apart: float) -> _Line:
    """Find a geodesic by its first azimuth: the more it begins southward, the farther it goes."""
    (s1, c1), (s2, c2) = _reduced(-abs(lat_a)), _reduced(lat_b)
    low, high = 0.0, pi
    for _ in range(_BISECTIONS):
        azimuth = (low + high) / 2
        line = _bent(azimuth, (s1, c1), (s2, c2))
        lon = line.at([line.arc])[0][1] % _TURN
        low, high = (azimuth, high) if lon < apart else (low, azimuth)
    return _bent(high, (s1, c1), (s2, c2))


def _bent(azimuth: float, one: tuple[float, float], two: tuple[float, float]) -> _Line:
    """Return the geodesic that leaves one latitude at an azimuth, to where it meets another."""
    (s1, c1), (s2, c2) = one, two
    sin_0 = sin(azimuth) * c1
    along = cos(azimuth) * c1
    there = sqrt(max(0.0, along * along + (c2 - c1) * (c2 + c1)))
    # Minus zero, for a way along the equator that turns south, is half a turn back.
    sigma_1, sigma_2 = atan2(s1 or -0.0, along), atan2(s2, there)
    omega_1 = atan2(sin(azimuth) * (s1 or -0.0), cos(azimuth))
    return _Line(sigma_1, omega_1, sigma_2 - sigma_1, sin_0, 0.0)


def _points(line: _Line, a: Point, b: Point, step_km: float) -> tuple[Point, ...]:
    """Return the points of a geodesic, closer beside the poles; the ends are the places."""
    count = max(1, ceil(line.km / step_km))
    arcs = [line.arc * i / count for i in range(count + 1)]
    points = unwrapped([a, *line.at(arcs[1:-1]), b])
    sharp = [
        i
        for i, (p, q) in enumerate(pairwise(points))
        # It turns no more on a map than its longitude does.
        if abs(q[1] - p[1]) > _TURN_DEGREES and _turn_between(p, q) > _TURN_DEGREES
    ]
    for i in reversed(sharp):
        more = ceil(_turn_between(points[i], points[i + 1]) / _TURN_DEGREES)
        step = (arcs[i + 1] - arcs[i]) / more
        points[i + 1 : i + 1] = line.at(arcs[i] + step * k for k in range(1, more))
    return tuple(unwrapped(points) if sharp else points)


def _turn_between(p: Point, q: Point) -> float:
    """How far a line turns on a map between two points, in degrees."""
    return abs(q[1] - p[1]) * sin(radians(max(abs(p[0]), abs(q[0]))))


def unwrapped(points: Sequence[Point]) -> list[Point]:
    """Let longitudes run on past 180, so that no step is longer than half a turn."""
    out = list(points[:1])
    for lat, lon in points[1:]:
        far = out[-1][1] - lon
        turns = 0 if -_HALF_TURN <= far <= _HALF_TURN else round(far / _TURN)
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
