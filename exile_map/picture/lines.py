"""Lines: lengths along them, corners rounded, repeated ways in lanes; as the player has them."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from math import atan2, dist, hypot
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.picture.projecting import Point

# The lanes of a way are so many pixels apart, and come together so far from their ends. They are
# parallel to the way as it runs over so many pixels: where it winds more closely they would tangle.
_ASIDE: Final = 6
_JOINING: Final = 40
_STRAIGHT: Final = 24
# A bend sharper than this (radians) is rounded.
_SHARP: Final = 0.2
# How far from a corner its rounding begins: a part of the way to its neighbour, and no more than
# this part of the world.
_ROUNDING: Final = 0.42
_WIDEST_ROUNDING: Final = 0.012
_ROUND_PIECES: Final = 8
_PIECES: Final = 32

Line = list[tuple[float, float]]


class Along(NamedTuple):
    """A place on a line, and the index of the last of the line's points before it."""

    x: float
    y: float
    before: int


def lengths(line: Sequence[Point]) -> list[float]:
    """Return the way from the start to each point."""
    return list(accumulate((dist(a, b) for a, b in pairwise(line)), initial=0.0))


def point_at(line: Sequence[Point], along: Sequence[float], fraction: float) -> Along:
    """Return where a fraction of the way ends."""
    last = len(line) - 1
    way = max(0.0, min(1.0, fraction)) * along[last]
    low = min(last - 1, bisect_right(along, way) - 1)
    piece = along[low + 1] - along[low]
    part = min(1.0, (way - along[low]) / piece) if piece > 0 else 0.0
    (x0, y0), (x1, y1) = line[low], line[low + 1]
    before = low + 1 if part >= 1 else low
    return Along(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part, before)


def thinned(line: Sequence[Point], tolerance: float) -> Line:
    """Return a line without the points that say nothing (Douglas and Peucker, 1973), ends kept."""
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        (x0, y0), (x1, y1) = line[first], line[last]
        dx, dy = x1 - x0, y1 - y0
        long = hypot(dx, dy)
        far, most = first, tolerance
        for i, (x, y) in enumerate(line[first + 1 : last], first + 1):
            off = abs((x - x0) * dy - (y - y0) * dx) / long if long else hypot(x - x0, y - y0)
            if off > most:
                far, most = i, off
        if far != first:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [line[i] for i in sorted(kept)]


def spaced(line: Line, step: float) -> Line:
    """Return a line without the points nearer than a step to the one before, ends kept."""
    out = [line[0]]
    for x, y in line[1:-1]:
        if abs(x - out[-1][0]) + abs(y - out[-1][1]) >= step:
            out.append((x, y))
    return [*out, line[-1]]


def tangents(line: Sequence[Point]) -> Line:
    """Return the direction of a smooth curve at each of its points: that of the circle near it."""
    ways = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line)]
    units = [(dx / (hypot(dx, dy) or 1), dy / (hypot(dx, dy) or 1)) for dx, dy in ways]
    inner = []
    for (ax, ay), (bx, by), before, after in zip(units, units[1:], ways, ways[1:], strict=False):
        near, far = hypot(*after), hypot(*before)
        x, y = ax * near + bx * far, ay * near + by * far
        inner.append((x / (hypot(x, y) or 1), y / (hypot(x, y) or 1)))
    if not inner:
        return [units[0], units[0]]
    return [_mirrored(inner[0], units[0]), *inner, _mirrored(inner[-1], units[-1])]


def _mirrored(direction: Point, axis: Point) -> Point:
    """Return a direction mirrored at an axis: an arc leaves as it arrives."""
    along = 2 * (direction[0] * axis[0] + direction[1] * axis[1])
    return along * axis[0] - direction[0], along * axis[1] - direction[1]


def aside(pixels: Line, lane: float) -> Line:
    """Return a way in one of its lanes: parallel to its line, and joining it at both ends.

    Parameters
    ----------
    pixels
        The way on the map.
    lane
        How many lanes beside its line; the sign says to which side.
    """
    along = lengths(pixels)
    whole = along[-1]
    if not whole:
        return pixels
    out = []
    for (x, y), way in zip(pixels, along, strict=True):
        a = point_at(pixels, along, (way - _STRAIGHT) / whole)
        b = point_at(pixels, along, (way + _STRAIGHT) / whole)
        near = min(1.0, min(way, whole - way) / _JOINING)
        off = lane * _ASIDE * near * near * (3 - 2 * near) / (hypot(b.x - a.x, b.y - a.y) or 1)
        out.append((x + (a.y - b.y) * off, y + (b.x - a.x) * off))
    return out


def resampled(line: Line) -> Line:
    """Return the same way in enough pieces to be bent."""
    if len(line) > _PIECES:
        return line
    along = lengths(line)
    return [point_at(line, along, i / _PIECES)[:2] for i in range(_PIECES + 1)]


def rounded(line: Line) -> Line:
    """Return a way with its corners rounded: a voyage bends, it does not turn on the spot."""
    corners = _corners(line)
    if not corners:
        return line
    along = lengths(line)
    whole = along[-1]
    out: Line = []
    at = 0
    for before, corner, after in zip([0, *corners], corners, [*corners[1:], -1], strict=False):
        room = min(along[corner] - along[before], along[after] - along[corner])
        reach = min(_WIDEST_ROUNDING, _ROUNDING * room)
        start = point_at(line, along, (along[corner] - reach) / whole)
        end = point_at(line, along, (along[corner] + reach) / whole)
        out += line[at : start.before + 1]
        out += _curve(start[:2], line[corner], end[:2])
        at = end.before + 1
    return out + line[at:]


def _curve(start: Point, corner: Point, end: Point) -> Line:
    """Return a quadratic curve's points."""
    out = []
    for i in range(_ROUND_PIECES + 1):
        t = i / _ROUND_PIECES
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        x = a * start[0] + b * corner[0] + c * end[0]
        out.append((x, a * start[1] + b * corner[1] + c * end[1]))
    return out


def _corners(line: Line) -> list[int]:
    """Return the indices of the points at which a way bends sharply."""
    out = []
    for i, ((x0, y0), (x1, y1), (x2, y2)) in enumerate(
        zip(line, line[1:], line[2:], strict=False), 1
    ):
        ax, ay, bx, by = x1 - x0, y1 - y0, x2 - x1, y2 - y1
        across, along = ax * by - ay * bx, ax * bx + ay * by
        # What hardly bends, as most of a line, need not be measured.
        if abs(across) > _SHARP * along and abs(atan2(across, along)) > _SHARP:
            out.append(i)
    return out
