"""Mending: a way that cuts a cape is led around it, over a raster of the sea nearby."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise
from math import ceil, hypot, inf, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.seas.land import Cell, Land

_MARGINS: Final = (60.0, 30.0, 15.0)
"""Cells of the grid around what is mended, in each round: 60 are about 35 km at the equator. A
coarse raster may leave cuts that a finer one, in a smaller window, mends."""

_FINEST: Final = 0.25
_MOST_CELLS: Final = 100
_SEA, _SHORE, _LAND = 0, 1, 2
_COSTS: Final = (1.0, 10.0, 40.0)
"""What a step costs: land is crossed only from a harbour to its shore, or where there is no sea."""

_LEAP: Final = 2
_DIAGONAL: Final = sqrt(2)
_LONG: Final = sqrt(5)
_KING: Final = tuple((dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
_KNIGHT: Final = tuple(
    (dx, dy) for dx in (-2, -1, 1, 2) for dy in (-2, -1, 1, 2) if abs(dx) != abs(dy)
)
"""A knight's moves too, so that a way need not go in steps of 45 degrees."""


def mended(path: Sequence[Cell], land: Land) -> list[Cell]:
    """Lead a way around the land it cuts; its ends, which may be inland, stay.

    Parameters
    ----------
    path
        The way, on the grid of `land`.
    land
        What it must not cross.

    Returns
    -------
    list of cells
        Where no way around is near (a canal, a river), it is as it was.
    """
    out = list(path)
    for margin in _MARGINS:
        before = out
        out = [before[0]]
        for run, is_cut in _runs(before, land, margin):
            out += (_around(run, land, margin) if is_cut else run)[1:]
        if out == before:
            break
    return out


def length_on_land(path: Sequence[Cell], land: Land) -> float:
    """Return how long a way is on land, in cells of the grid."""
    return sum(hypot(b[0] - a[0], b[1] - a[1]) * land.share(a, b) for a, b in pairwise(path))


def _is_cut(a: Cell, b: Cell, land: Land) -> bool:
    return bool(land.crossings(a, b)) or land.is_land(b)


def _runs(path: Sequence[Cell], land: Land, margin: float) -> Iterator[tuple[list[Cell], bool]]:
    """Part a way into pieces that are clear, and runs of pieces that cut land; say which."""
    run: list[Cell] = []
    for a, b in pairwise(path):
        pieces = _cut_out(a, b, land, margin)
        for p, q in pairwise(pieces):
            if _is_cut(p, q, land):
                run = [*(run or [p]), q]
                # A run ends where there is open sea again.
                if not land.is_land(q) and q != b:
                    yield run, True
                    run = []
            else:
                if run:
                    yield run, True
                run = []
                yield [p, q], False
    if run:
        yield run, True


def _cut_out(a: Cell, b: Cell, land: Land, margin: float) -> list[Cell]:
    """Part a long line so that only what is about its crossings has to be mended."""
    cuts = land.crossings(a, b)
    length = hypot(b[0] - a[0], b[1] - a[1])
    if not cuts or length == 0:
        return [a, b]
    beside = margin / length + (cuts[-1] - cuts[0]) / 2
    first, last = cuts[0] - beside, cuts[-1] + beside

    def at(part: float) -> Cell:
        return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part

    return [a, *([at(first)] if first > 0 else []), *([at(last)] if last < 1 else []), b]


def _around(run: Sequence[Cell], land: Land, margin: float) -> list[Cell]:
    """Find a way around; the run itself where that is on land no less."""
    raster = _Raster(run, land, margin)
    found = _pulled([run[0], *raster.way(), run[-1]], land)
    return found if length_on_land(found, land) < length_on_land(run, land) else list(run)


def _pulled(path: list[Cell], land: Land) -> list[Cell]:
    """Draw a way tight: leave out points while the line stays clear, or is clear no less."""
    out = [path[0]]
    at = 0
    while at < len(path) - 1:
        best = at + 1
        for ahead in range(len(path) - 1, at + 1, -1):
            if not land.crossings(path[at], path[ahead]) and not land.is_land(path[ahead]):
                best = ahead
                break
        out.append(path[best])
        at = best
    return out


class _Raster:
    """The land about a run in cells of one size, and the cheapest way over them."""

    def __init__(self, run: Sequence[Cell], land: Land, margin: float) -> None:
        xs, ys = [x for x, _ in run], [y for _, y in run]
        margin += max(max(xs) - min(xs), max(ys) - min(ys)) / 2
        self._west, self._north = min(xs) - margin, min(ys) - margin
        wide, high = max(xs) + margin - self._west, max(ys) + margin - self._north
        self._size = max(_FINEST, max(wide, high) / _MOST_CELLS)
        self._columns, self._rows = ceil(wide / self._size), ceil(high / self._size)
        self._start, self._goal = self._index(run[0]), self._index(run[-1])
        self._kinds = bytearray(self._columns * self._rows)
        self._fill(land)
        self._line_shores(land)

    def _index(self, cell: Cell) -> int:
        column = min(self._columns - 1, int((cell[0] - self._west) / self._size))
        row = min(self._rows - 1, int((cell[1] - self._north) / self._size))
        return row * self._columns + column

    def _cell(self, index: int) -> Cell:
        row, column = divmod(index, self._columns)
        return self._west + (column + 0.5) * self._size, self._north + (row + 0.5) * self._size

    def _fill(self, land: Land) -> None:
        for row in range(self._rows):
            y = self._north + (row + 0.5) * self._size
            for west, east in land.strips(y):
                first = max(0, ceil((west - self._west) / self._size - 0.5))
                last = min(self._columns, ceil((east - self._west) / self._size - 0.5))
                if first < last:
                    at = row * self._columns
                    self._kinds[at + first : at + last] = bytes([_LAND]) * (last - first)

    def _line_shores(self, land: Land) -> None:
        """Mark the water that a piece of coast runs through."""
        east = self._west + self._columns * self._size
        south = self._north + self._rows * self._size
        for x0, y0, x1, y1 in land.near(self._west, self._north, east, south):
            count = ceil(hypot(x1 - x0, y1 - y0) / self._size * 2) or 1
            for i in range(count + 1):
                x, y = x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count
                if self._west <= x < east and self._north <= y < south:
                    index = self._index((x, y))
                    self._kinds[index] = self._kinds[index] or _SHORE

    def way(self) -> list[Cell]:
        """Return the cheapest way between the first and the last cell (A*), without these two."""
        columns, kinds = self._columns, self._kinds
        goal_row, goal_column = divmod(self._goal, columns)
        costs = {self._start: 0.0}
        came: dict[int, int] = {}
        queue = [(0.0, self._start)]
        done = bytearray(len(kinds))
        while queue:
            _, here = heappop(queue)
            if here == self._goal:
                break
            if done[here]:
                continue
            done[here] = 1
            for there, length, kind in self._steps(here):
                cost = costs[here] + length * (_COSTS[kinds[here]] + _COSTS[kind]) / 2
                if cost < costs.get(there, inf):
                    costs[there] = cost
                    came[there] = here
                    row, column = divmod(there, columns)
                    rest = hypot(column - goal_column, row - goal_row)
                    heappush(queue, (cost + rest, there))
        return self._wet(came)

    def _steps(self, here: int) -> Iterator[tuple[int, float, int]]:
        """Give where one can go from a cell, how far it is, and the worst there is on the way."""
        row, column = divmod(here, self._columns)
        kinds, columns = self._kinds, self._columns
        for dx, dy in _KING:
            if 0 <= column + dx < columns and 0 <= row + dy < self._rows:
                there = here + dy * columns + dx
                yield there, _DIAGONAL if dx and dy else 1.0, kinds[there]
        if not (_LEAP <= column < columns - _LEAP and _LEAP <= row < self._rows - _LEAP):
            return
        for dx, dy in _KNIGHT:
            there = here + dy * columns + dx
            # A knight passes two cells.
            half = here + (dy // 2 * columns if dx * dx == 1 else dx // 2)
            beside = there - (dy // 2 * columns if dx * dx == 1 else dx // 2)
            yield there, _LONG, max(kinds[there], kinds[half], kinds[beside])

    def _wet(self, came: dict[int, int]) -> list[Cell]:
        """Follow a way back to its beginning, without what of it is on land at its ends.

        Between a harbour and its shore the way is straight.
        """
        indices = [self._goal]
        while indices[-1] != self._start:
            indices.append(came[indices[-1]])
        wet = [i for i, index in enumerate(indices) if self._kinds[index] != _LAND]
        inner = indices[wet[0] : wet[-1] + 1] if wet else []
        ends = (self._start, self._goal)
        return [self._cell(index) for index in reversed(inner) if index not in ends]
