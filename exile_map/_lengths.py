"""Lengths: of very many ways from place to place, in a quarter of the time, to a tenth of a km.

The geodesic through two reduced latitudes and a longitude on the auxiliary sphere is known at once;
Vincenty's search is for the longitude on that sphere. Here it takes two steps: one of Newton's, and
one by the derivative of a length by its end's longitude, which is the equatorial radius times the
sine of the azimuth at the equator (Clairaut's relation). What is left is a centimetre at the most;
where that could change the tenth, or places are nearly opposite, `geodesic_km` is asked.
"""

from __future__ import annotations

from math import atan2, cos, floor, radians, sin, sqrt, tan
from typing import TYPE_CHECKING, Final

from exile_map.geodesy import FLATTENING, POLAR_KM, geodesic_km

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.geodesy import Point

_ROUND: Final = 1 - FLATTENING
_EQUATOR_KM: Final = POLAR_KM / _ROUND
_BULGE: Final = 1 / (_ROUND * _ROUND) - 1
_OPPOSITE: Final = -0.99
_NEAR: Final = 1e-18
_LEFT: Final = 2e-5
_OPEN: Final = 1e-3
"""Tenths: so near a half, the exact length is asked for."""


def tenths_along(points: Iterable[Point]) -> list[float]:
    """Return the length of the shortest way from each place to the next, in km, to a tenth.

    Parameters
    ----------
    points
        Places, ``(lat, lon)`` in degrees.

    Returns
    -------
    list of float
        What ``round(geodesic_km(a, b), 1)`` is for each pair.
    """
    out: list[float] = []
    here: Point | None = None
    s1 = c1 = 0.0
    for there in points:
        t = _ROUND * tan(radians(there[0]))
        c2 = 1 / sqrt(1 + t * t)
        s2 = t * c2
        if here is not None:
            apart = radians((there[1] - here[1] + 180) % 360 - 180)
            km = 0.0 if here == there else _km(s1, c1, s2, c2, apart)
            tenths = 10 * km
            whole = floor(tenths)
            if abs(tenths - whole - 0.5) < _OPEN or km < 0:
                out.append(round(geodesic_km(here, there), 1))
            else:
                out.append((whole + (tenths - whole > 0.5)) / 10)  # noqa: PLR2004 -- rounding
        here, s1, c1 = there, s2, c2
    return out


def _km(s1: float, c1: float, s2: float, c2: float, apart: float) -> float:
    """Return a length from reduced latitudes and longitude; less than 0 where it is not known.

    The names are those of `geodesy`, as are the equations.
    """
    cc, ss, sc, cs = c1 * c2, s1 * s2, s1 * c2, c1 * s2
    omega = apart
    so, co = sin(omega), cos(omega)
    east, north, cos_arc = c2 * so, cs - sc * co, ss + cc * co
    square = east * east + north * north
    if square < _NEAR or cos_arc < _OPPOSITE:
        return -1.0
    sin_arc = sqrt(square)
    arc, sin_0 = atan2(sin_arc, cos_arc), c1 * east / sin_arc
    # How fast the sine of the azimuth at the equator changes, and with it the longitude.
    turning = (cc * co - sin_0 * sin_0 * cos_arc) / sin_arc
    slope = FLATTENING * (sin_0 * sin_0 + arc * turning)
    omega += FLATTENING * sin_0 * arc / (1 - slope)
    so, co = sin(omega), cos(omega)
    east, north, cos_arc = c2 * so, cs - sc * co, ss + cc * co
    sin_arc = sqrt(east * east + north * north)
    arc, sin_0 = atan2(sin_arc, cos_arc), c1 * east / sin_arc
    cos2 = 1 - sin_0 * sin_0
    mid = cos_arc - 2 * ss / cos2 if cos2 > 1e-12 else 0.0  # noqa: PLR2004 -- along the equator
    twice = 2 * mid * mid - 1
    c = FLATTENING / 16 * cos2 * (4 + FLATTENING * (4 - 3 * cos2))
    lag = (1 - c) * FLATTENING * sin_0 * (arc + c * sin_arc * (mid + c * cos_arc * twice))
    left = apart + lag - omega
    if not -_LEFT < left < _LEFT:
        return -1.0
    u2 = cos2 * _BULGE
    a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)))
    b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)))
    sixth = b / 6 * mid * (4 * sin_arc * sin_arc - 3) * (4 * mid * mid - 3)
    less = b * sin_arc * (mid + b / 4 * (cos_arc * twice - sixth))
    return POLAR_KM * a * (arc - less) + _EQUATOR_KM * sin_0 * left
