"""Land: the coasts of the basemap, as the page draws them, to see where a way would cross them.

Coordinates are those of the basemap's file: a Web Mercator grid of 2**grid cells a side, (0, 0) at
180° W and 85.0511° N, on which the page draws straight lines from point to point. How the file is
written is told in player/src/basemap.js.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from itertools import pairwise
from math import atan, degrees, log, pi, radians, sinh, tan
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exile_map.errors import MissingPartError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.geodesy import Point

BASEMAP: Final = Path(__file__).parent.parent / "static" / "world.json"
GRID: Final = 65536
"""Cells a side; the whole turn of the globe."""

_FORMAT: Final = "exile-map-basemap/1"
_LEFT_OUT: Final = " \"&'<>\\`${}"
_DIGITS: Final = "".join(c for c in map(chr, range(32, 127)) if c not in _LEFT_OUT)
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_BASE: Final = len(_DIGITS)
_BAND: Final = 64
_BOX: Final = 256
_POLE: Final = 85.0511

Cell = tuple[float, float]
"""A place as ``(x, y)`` on the basemap's grid, x to the east and y to the south."""

Edge = tuple[int, int, int, int]
"""A piece of coast from ``(x0, y0)`` to ``(x1, y1)``, the land at its right."""


def cell_of(point: Point) -> Cell:
    """Project a place to the grid; longitudes beyond 180 run on."""
    lat = max(-_POLE, min(_POLE, point[0]))
    mercator = log(tan(pi / 4 + radians(lat) / 2))
    return (point[1] + 180) / 360 * GRID, (1 - mercator / pi) / 2 * GRID


def point_of(cell: Cell) -> Point:
    """Return the place at a cell of the grid."""
    return degrees(atan(sinh(pi * (1 - 2 * cell[1] / GRID)))), cell[0] / GRID * 360 - 180


class Land:
    """All coasts of the world, sorted so that those near a line are found quickly.

    Parameters
    ----------
    rings
        The outlines of the land, the land at their right as they are walked; a hole (the Caspian
        Sea) the other way.
    """

    def __init__(self, rings: Iterable[Sequence[tuple[int, int]]]) -> None:
        self._bands: dict[int, list[Edge]] = defaultdict(list)
        self._boxes: dict[tuple[int, int], list[Edge]] = defaultdict(list)
        for ring in rings:
            for (x0, y0), (x1, y1) in pairwise(ring):
                self._add((x0, y0, x1, y1))

    def _add(self, edge: Edge) -> None:
        x0, y0, x1, y1 = edge
        west, east = (x0, x1) if x0 < x1 else (x1, x0)
        north, south = (y0, y1) if y0 < y1 else (y1, y0)
        for band in range(north // _BAND, south // _BAND + 1):
            self._bands[band].append(edge)
        for column in range(west // _BOX, east // _BOX + 1):
            for row in range(north // _BOX, south // _BOX + 1):
                self._boxes[column % (GRID // _BOX), row].append(edge)

    def is_land(self, cell: Cell) -> bool:
        """Tell whether a place is on land."""
        x = cell[0] % GRID
        return any(west <= x < east for west, east in self.strips(cell[1]))

    def strips(self, y: float) -> list[tuple[float, float]]:
        """Return from where to where there is land at a height, for a turn and a bit on each side.

        The land at the right edge of the world runs on past it: it is told on both sides.
        """
        met = sorted(
            (x0 + (y - y0) * (x1 - x0) / (y1 - y0), 1 if y1 > y0 else -1)
            for x0, y0, x1, y1 in self._bands.get(int(y) // _BAND, ())
            if (y0 <= y) != (y1 <= y)
        )
        strips = []
        winding, begun = 0, 0.0
        for x, step in met:
            if winding == 0:
                begun = x
            winding += step
            if winding == 0:
                strips.append((begun, x))
        return [(w + t, e + t) for t in (-GRID, 0, GRID) for w, e in strips]

    def near(self, west: float, north: float, east: float, south: float) -> Iterator[Edge]:
        """Give the pieces of coast in and about a box, where they are seen from it, some twice."""
        columns = range(int(west // _BOX), int(east // _BOX) + 1)
        for column in columns:
            for row in range(int(north // _BOX), int(south // _BOX) + 1):
                for x0, y0, x1, y1 in self._boxes.get((column % (GRID // _BOX), row), ()):
                    turns = round((column * _BOX + _BOX / 2 - (x0 + x1) / 2) / GRID) * GRID
                    yield x0 + turns, y0, x1 + turns, y1

    def crossings(self, a: Cell, b: Cell) -> list[float]:
        """Return where a straight line crosses coasts, as parts of its length, in order."""
        (ax, ay), (bx, by) = a, b
        dx, dy = bx - ax, by - ay
        found: set[float] = set()
        for x0, y0, x1, y1 in self.near(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)):
            ex, ey = x1 - x0, y1 - y0
            across = dx * ey - dy * ex
            if across == 0:
                continue
            along = ((x0 - ax) * ey - (y0 - ay) * ex) / across
            beside = ((x0 - ax) * dy - (y0 - ay) * dx) / across
            if 0 <= along <= 1 and 0 <= beside <= 1:
                found.add(along)
        return sorted(found)

    def share(self, a: Cell, b: Cell) -> float:
        """Return how much of a straight line is on land, from 0 to 1."""
        cuts = [0.0, *self.crossings(a, b), 1.0]
        on_land = 0.0
        for p, q in pairwise(cuts):
            middle = (p + q) / 2
            here = (a[0] + (b[0] - a[0]) * middle, a[1] + (b[1] - a[1]) * middle)
            if q > p and self.is_land(here):
                on_land += q - p
        return on_land


@cache
def world() -> Land:
    """Return the land as the page draws it.

    Raises
    ------
    MissingPartError
        The player, of which the basemap is a part, was not built.
    """
    try:
        file = json.loads(BASEMAP.read_text("utf-8"))
    except FileNotFoundError as error:
        message = "the basemap is missing: the package was not built. Run `pip install .`."
        raise MissingPartError(message) from error
    if file["format"] != _FORMAT:
        message = f"the basemap has the format {file['format']!r}, not {_FORMAT!r}"
        raise MissingPartError(message)
    return Land(_rings(file))


def _rings(file: dict[str, Any]) -> Iterator[list[tuple[int, int]]]:
    arcs = _arcs(_numbers(file["arcs"], file["short"]))
    numbers = iter(_numbers(file["land"], file["short"]))
    at = 0
    for count in numbers:
        # A zero begins a run of rings of one arc each.
        sizes = [1] * next(numbers) if count == 0 else [count]
        for size in sizes:
            yield [cell for arc in arcs[at : at + size] for cell in arc]
            at += size


def _arcs(numbers: Sequence[int]) -> list[list[tuple[int, int]]]:
    arcs = []
    x = y = at = 0
    while at < len(numbers):
        head = numbers[at]
        end = at + 1 + (head & ~1)
        arc = []
        for i in range(at + 1, end, 2):
            x += (numbers[i] >> 1) ^ -(numbers[i] & 1)
            y += (numbers[i + 1] >> 1) ^ -(numbers[i + 1] & 1)
            arc.append((x, y))
        if head & 1:
            arc.append(arc[0])
        arcs.append(arc)
        at = end
    return arcs


def _numbers(text: str, short: int) -> list[int]:
    """Read numbers of one, two or four digits of base 84."""
    values = [_VALUES[digit] for digit in text]
    numbers = []
    at = 0
    while at < len(values):
        value = values[at]
        at += 1
        if value == _BASE - 1:
            value = (values[at] * _BASE + values[at + 1]) * _BASE + values[at + 2]
            at += 3
        elif value >= short:
            value = short + (value - short) * _BASE + values[at]
            at += 1
        numbers.append(value)
    return numbers
