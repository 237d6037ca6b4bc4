"""Projecting: Web Mercator, and the part of the world that a picture shows.

World units as in the player: one world is 1 wide and 1 high, (0, 0) at 180° W and 85.0511° N; x
runs on past the right edge where a route crosses the 180th meridian.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log, log2, pi, radians, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

TILE: Final = 256
"""Pixels of a world one world unit wide at zoom 0."""

CLOSEST: Final = 6.2
"""No whole route is shown from nearer than this zoom: a map of one town would tell nothing."""

AIR: Final = 0.09
"""Part of each side left free around the route."""

_MAX_LATITUDE: Final = 85.0511
# The world is never smaller than this part of the map.
_LEAST_WIDTH: Final = 0.62
_LEAST_HEIGHT: Final = 0.9

Box = tuple[float, float, float, float]
"""West, north, east and south, in world units or pixels."""
Point = tuple[float, float]
"""x and y, in world units or pixels."""


def world(lat: float, lon: float) -> Point:
    """Project degrees to world units (spherical Web Mercator, EPSG:3857)."""
    sine = sin(radians(max(-_MAX_LATITUDE, min(_MAX_LATITUDE, lat))))
    return lon / 360 + 0.5, 0.5 - log((1 + sine) / (1 - sine)) / (4 * pi)


@dataclass(frozen=True, slots=True)
class View:
    """What a map of some size shows.

    Parameters
    ----------
    x, y
        The world point in its middle.
    scale
        Pixels per world unit: 256 × 2**zoom.
    width, height
        The map's size in pixels.
    """

    x: float
    y: float
    scale: float
    width: float
    height: float

    @property
    def zoom(self) -> float:
        """The zoom as Leaflet counts it."""
        return log2(self.scale / TILE)

    def pixel(self, point: Point, copy: int = 0) -> Point:
        """Return where a world point stands on the map, in pixels, in a copy of the world."""
        return self.pixels((point,), copy)[0]

    def pixels(self, line: Iterable[Point], copy: int = 0) -> list[Point]:
        """Return where the points of a line stand; see `pixel`."""
        left, top, scale, x, y = self.width / 2, self.height / 2, self.scale, self.x, self.y
        return [((at + copy - x) * scale + left, (along - y) * scale + top) for at, along in line]

    def copies(self, box: Box, air: float = 12) -> range:
        """Return the copies of the world in which a box of world units is seen."""
        west, north = self.pixel((box[0], box[1]))
        east, south = self.pixel((box[2], box[3]))
        if south < -air or north > self.height + air:
            return range(0)
        first = ceil((-air - east) / self.scale)
        return range(first, floor((self.width + air - west) / self.scale) + 1)


def fit(box: Box, width: float, height: float) -> View:
    """Return the closest view of a map of some size that shows a box of world units, with air."""
    least = max(width * _LEAST_WIDTH, height * _LEAST_HEIGHT)
    across = width * (1 - 2 * AIR) / max(1e-9, box[2] - box[0])
    along = height * (1 - 2 * AIR) / max(1e-9, box[3] - box[1])
    scale = max(least, min(across, along, TILE * 2**CLOSEST))
    half = height / 2 / scale
    middle = (box[1] + box[3]) / 2
    y = 0.5 if 2 * half >= 1 else max(half, min(1 - half, middle))
    return View((box[0] + box[2]) / 2, y, scale, width, height)


def box_of(points: list[Point]) -> Box | None:
    """Return the least box around points; None around nothing."""
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
