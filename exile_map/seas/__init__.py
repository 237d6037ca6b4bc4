"""Seas: the way of a ship, around the land and through the canals of its time."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final

from exile_map.geodesy import Way, distance_km, geodesic, unwrapped
from exile_map.seas import land, memory, mending, network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.geodesy import Point
    from exile_map.seas.land import Cell, Land

__all__ = ["INSTALL", "is_installed", "way"]

INSTALL: Final = "pip install 'exile-map[sea]'"
"""The command that adds the sea."""

_HARBOUR_KM: Final = 60.0
_MOST_LAND: Final = 0.25
"""Between a harbour and the sea there may be so much land; at most this part of the distance."""
_MOST_OF_THE_WAY: Final = 0.5

_CLEAR: Final = 2.0
"""Cells of the grid a shortened way keeps from the coast: a kilometre or so."""

_NEARER: Final = 0.1
"""The part of a piece, at both its ends, where it may come nearer to the coast than that."""

is_installed = network.is_installed


def way(a: Point, b: Point, year: float) -> Way | None:
    """Return the way of a ship from one place to another.

    Parameters
    ----------
    a, b
        Where it begins and ends, ``(lat, lon)`` in degrees; from a place inland the way goes over
        land to the shore first.
    year
        When, as a decimal year: canals not yet open are not taken.

    Returns
    -------
    Way or None
        None where no sea is near, or none that leads there.

    Raises
    ------
    ImportError
        searoute is not installed; see `is_installed`.
    """
    return _way(a, b, network.closed_in(year))


@lru_cache(maxsize=256)
def _way(a: Point, b: Point, closed: frozenset[str]) -> Way | None:
    return memory.remembered(a, b, closed, partial(_found, a, b, closed))


def _found(a: Point, b: Point, closed: frozenset[str]) -> Way | None:
    coasts = land.world()
    stretches = network.stretches_between(a, b, closed, coasts)
    if stretches is None:
        return None
    points: list[Point] = [a]
    on_land = 0.0
    for number, stretch in enumerate(stretches):
        is_canal = number % 2 == 1
        line = stretch if is_canal else _sailed(stretch, coasts)
        on_land += 0.0 if is_canal else _km_on_land(line, coasts)
        points = unwrapped([*points, *line[1:]])
    km = sum(geodesic(p, q).km for p, q in pairwise(points))
    if on_land > min(max(_HARBOUR_KM, _MOST_LAND * distance_km(a, b)), _MOST_OF_THE_WAY * km):
        return None
    return Way(tuple(points), km)


def _km_on_land(line: Sequence[Point], coasts: Land) -> float:
    shape = _cells(line)
    return sum(
        coasts.share(*piece) * distance_km(*ends)
        for piece, ends in zip(pairwise(shape), pairwise(line), strict=True)
    )


def _sailed(stretch: Sequence[Point], coasts: Land) -> list[Point]:
    """Lead a stretch of the network around the land, and straighten it over open sea."""
    whole = [stretch[0], *_mended(_geodesics(unwrapped(stretch)), coasts), stretch[-1]]
    # The corners that were left out may have been what kept it clear of an islet.
    line = _geodesics(_shortened(unwrapped(whole), coasts))
    return unwrapped([line[0], *_mended(line, coasts), line[-1]])


def _mended(line: Sequence[Point], coasts: Land) -> list[Point]:
    """Lead a line around land; return what is between its ends."""
    cells = mending.mended(_cells(line), coasts)
    return [land.point_of(cell) for cell in cells[1:-1]]


def _cells(line: Sequence[Point]) -> list[Cell]:
    return [land.cell_of(point) for point in line]


def _geodesics(points: Sequence[Point]) -> list[Point]:
    """Join points by geodesics, in one line."""
    out = [points[0]]
    for p, q in pairwise(points):
        out += geodesic(p, q).points[1:]
    return unwrapped(out)


def _shortened(points: list[Point], coasts: Land) -> list[Point]:
    """Leave out what a geodesic over open sea makes needless: the corners of the network."""
    out = [points[0]]
    at = 0
    while at < len(points) - 1:
        # The farthest first: what is near a harbour is clear only seen from afar.
        reach = len(points) - 1 - at
        while reach > 1 and not _is_clear(points[at], points[at + reach], coasts):
            reach = reach * 2 // 3
        at += max(1, reach)
        out.append(points[at])
    return out


def _is_clear(a: Point, b: Point, coasts: Land) -> bool:
    """Tell whether a geodesic, and a little to both sides of it, is open sea."""
    shape = _cells(geodesic(a, b).points)
    if coasts.is_land(shape[0]) or coasts.is_land(shape[-1]):
        return False
    if any(coasts.crossings(p, q) for p, q in pairwise(shape)):
        return False
    return not any(
        coasts.crossings(*_beside(p, q, side)) for p, q in pairwise(shape) for side in (-1, 1)
    )


def _beside(p: Cell, q: Cell, side: int) -> tuple[Cell, Cell]:
    """Return a line beside another, that comes nearer to it at its ends, where harbours are."""
    (px, py), (qx, qy) = p, q
    dx, dy = qx - px, qy - py
    aside = side * _CLEAR / max(hypot(dx, dy), _CLEAR)
    near = (px + dx * _NEARER - dy * aside, py + dy * _NEARER + dx * aside)
    return near, (qx - dx * _NEARER - dy * aside, qy - dy * _NEARER + dx * aside)
