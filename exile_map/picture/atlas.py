"""The atlas: the basemap at every half zoom, as path data for a view.

The files are made by the player's build (`player/atlas.mjs`, which describes their form).
"""

from __future__ import annotations

import json
import sys
from array import array
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exile_map.errors import MissingPartError
from exile_map.picture import pen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.picture.projecting import Box, View

FOLDER: Final = Path(__file__).parent.parent / "static" / "atlas"
"""What the build hook made."""

UNIT: Final = 0.5
"""Pixels of one unit of the path data: finer nobody sees."""

_GRID: Final = 2**15
_FINEST: Final = 6
_STEP: Final = 0.5
# Units around the view within which shapes are drawn as they are, so that no stroke shows its end.
_MARGIN: Final = 8
# Shapes smaller than this, in units, would not be seen; lakes would be clutter.
SPECK: Final = 3
POND: Final = 10

Line = tuple[list[float], list[float]]
"""The xs and the ys of a line's points."""


class Sheet:
    """One file of the atlas: groups of lines.

    Parameters
    ----------
    name
        The file's name without its suffix.

    Raises
    ------
    MissingPartError
        The atlas was not built.
    """

    def __init__(self, name: str) -> None:
        try:
            data = (FOLDER / f"{name}.bin").read_bytes()
        except FileNotFoundError as error:
            message = (
                f"the atlas's sheet {name} is missing: the package was not built."
                " Run `pip install .` in the checkout, or `pip install exile-map`."
            )
            raise MissingPartError(message) from error
        end = 4 + int.from_bytes(data[:4], "little")
        self._counts: dict[str, list[int]] = json.loads(data[4:end])
        points = array("H")
        points.frombytes(data[end:])
        if sys.byteorder == "big":
            points.byteswap()
        self._xs, self._ys = points[0::2], points[1::2]

    def box(self, group: str) -> Box | None:
        """Return the least box around a group, in world units; None where there is none."""
        start = 0
        for name, counts in self._counts.items():
            end = start + sum(counts)
            if name == group and end > start:
                xs, ys = self._xs[start:end], self._ys[start:end]
                return min(xs) / _GRID, min(ys) / _GRID, max(xs) / _GRID, max(ys) / _GRID
            start = end
        return None

    def lines(
        self, group: str, view: View, *, margin: float = _MARGIN, least: float = SPECK
    ) -> Iterator[Line]:
        """Give the lines of a group that are in view, in units of the picture, and not clipped."""
        k = view.scale / _GRID / UNIT
        wide, high = view.width / UNIT, view.height / UNIT
        top = high / 2 - view.y * view.scale / UNIT
        start = 0
        for name, counts in self._counts.items():
            if name != group:
                start += sum(counts)
                continue
            for count in counts:
                xs, ys = self._xs[start : start + count], self._ys[start : start + count]
                start += count
                west, east, north, south = min(xs), max(xs), min(ys), max(ys)
                small = (east - west) * k < least and (south - north) * k < least
                if small or south * k + top < -margin or north * k + top > high + margin:
                    continue
                for copy in range(-2, 3):
                    left = wide / 2 + (copy - view.x) * view.scale / UNIT
                    if east * k + left < -margin or west * k + left > wide + margin:
                        continue
                    yield [x * k + left for x in xs], [y * k + top for y in ys]


def level_for(view: View, *, coarser: float = 0) -> Sheet:
    """Return the sheet for a view, or one coarser by so many zooms."""
    steps = ceil((view.zoom - coarser) / _STEP - 1e-6)
    return Sheet(pen.number(max(0, min(_FINEST, steps * _STEP))))


def shapes(  # noqa: PLR0913 -- what, where and how finely
    sheet: Sheet,
    group: str,
    view: View,
    *,
    margin: float = _MARGIN,
    least: float = SPECK,
    smooth: bool = False,
) -> str:
    """Return the closed lines of a group as path data, cut to the view.

    Parameters
    ----------
    sheet, group, view
        What and where.
    margin
        Units around the view within which shapes are drawn as they are.
    least
        Units; smaller shapes are left out.
    smooth
        Whether corners are rounded, as befits a coarse sheet.
    """
    lines = (
        _clipped(line, view, margin)
        for line in sheet.lines(group, view, margin=margin, least=least)
    )
    return "".join(f"{data}z" for line in lines if (data := _written(line, smooth, closed=True)))


def strokes(sheet: Sheet, group: str, view: View, *, smooth: bool = False) -> str:
    """Return the open lines of a group as path data, without what is out of view."""
    parts = (part for line in sheet.lines(group, view) for part in _seen(line, view))
    return "".join(_written(part, smooth, closed=False) for part in parts)


def _written(line: Line, smooth: bool, *, closed: bool) -> str:  # noqa: FBT001 -- handed on
    xs, ys = line
    if not xs:
        return ""
    if smooth and len(xs) > 3:  # noqa: PLR2004 -- what has no corner is straight
        even = [[2 * round(value / 2) for value in values] for values in (xs, ys)]
        return pen.smooth_steps(even[0], even[1], closed=closed)
    return pen.steps([round(x) for x in xs], [round(y) for y in ys])


def _clipped(line: Line, view: View, margin: float) -> Line:
    """Cut a ring to the view (Sutherland and Hodgman, 1974), one side after another."""
    low, wide, high = -margin, view.width / UNIT + margin, view.height / UNIT + margin
    xs, ys = line
    if min(xs) < low or max(xs) > wide:
        xs, ys = _cut(xs, ys, low, above=True)
        xs, ys = _cut(xs, ys, wide, above=False)
    if xs and (min(ys) < low or max(ys) > high):
        ys, xs = _cut(ys, xs, low, above=True)
        ys, xs = _cut(ys, xs, high, above=False)
    return xs, ys


def _cut(along: list[float], across: list[float], edge: float, *, above: bool) -> Line:
    """Keep what of a ring lies on one side of an edge."""
    out: Line = ([], [])
    if not along:
        return out
    p, q = along[-1], across[-1]
    was_in = p >= edge if above else p <= edge
    for a, b in zip(along, across, strict=True):
        is_in = a >= edge if above else a <= edge
        if is_in != was_in:
            out[0].append(edge)
            out[1].append(q + (b - q) * (edge - p) / (a - p))
        if is_in:
            out[0].append(a)
            out[1].append(b)
        p, q, was_in = a, b, is_in
    return out


def _seen(line: Line, view: View) -> Iterator[Line]:
    """Give the runs of a line that are in view, each with the points just outside."""
    wide, high = view.width / UNIT + _MARGIN, view.height / UNIT + _MARGIN
    inside = [-_MARGIN <= x <= wide and -_MARGIN <= y <= high for x, y in zip(*line, strict=True)]
    last = len(inside) - 1
    run: Line = ([], [])
    for i, (x, y) in enumerate(zip(*line, strict=True)):
        if inside[i] or inside[max(0, i - 1)] or inside[min(last, i + 1)]:
            run[0].append(x)
            run[1].append(y)
        elif run[0]:
            yield run
            run = ([], [])
    if run[0]:
        yield run
