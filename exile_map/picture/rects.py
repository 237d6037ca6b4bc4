"""Rects: rectangles on the picture, and grids that tell quickly what is near one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from exile_map.picture.projecting import Point

Owner = TypeVar("Owner")

# Pixels of a cell of things, and of one of points, which are far more.
_CELL: Final = 64
_FINE: Final = 16


class Rect(NamedTuple):
    """A rectangle: its left upper corner, and how wide and high it is."""

    x: float
    y: float
    w: float
    h: float

    def overlaps(self, other: Rect) -> bool:
        """Tell whether two rectangles share any room."""
        return (
            self.x < other.x + other.w
            and other.x < self.x + self.w
            and self.y < other.y + other.h
            and other.y < self.y + self.h
        )

    def holds(self, other: Rect) -> bool:
        """Tell whether another lies wholly within this one."""
        return (
            self.x <= other.x
            and self.y <= other.y
            and other.x + other.w <= self.x + self.w
            and other.y + other.h <= self.y + self.h
        )

    def gap(self, other: Rect) -> float:
        """Return how far another is off; below nothing where they overlap."""
        return max(
            self.x - other.x - other.w,
            other.x - self.x - self.w,
            self.y - other.y - other.h,
            other.y - self.y - self.h,
        )

    def grown(self, air: float) -> Rect:
        """Return this one with air on all sides."""
        return Rect(self.x - air, self.y - air, self.w + 2 * air, self.h + 2 * air)


class Grid(Generic[Owner]):
    """A grid of small things, so that asking who is near is cheap."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[tuple[Rect, Owner]]] = {}
        self.points: dict[tuple[int, int], list[Point]] = {}

    def add(self, rect: Rect, owner: Owner) -> None:
        """Take up a rectangle's room, for whom it is told to be."""
        for cell in _cells(rect):
            self.cells.setdefault(cell, []).append((rect, owner))

    def add_point(self, x: float, y: float) -> None:
        """Take up a point."""
        self.points.setdefault((int(x // _FINE), int(y // _FINE)), []).append((x, y))

    def covered(self, rect: Rect) -> list[tuple[Rect, Owner]]:
        """Return what a rectangle would cover, and whose it is."""
        x0, y0, wide, high = rect
        x1, y1 = x0 + wide, y0 + high
        return [
            taken
            for cell in _cells(rect)
            for taken in self.cells.get(cell, ())
            for x, y, w, h in (taken[0],)
            if x0 < x + w and x < x1 and y0 < y + h and y < y1
        ]

    def holds_any(self, rect: Rect) -> bool:
        """Tell whether a rectangle would cover any."""
        return bool(self.covered(rect))

    def count_points(self, rect: Rect) -> int:
        """Count the points that a rectangle would cover."""
        x0, y0, wide, high = rect
        x1, y1 = x0 + wide, y0 + high
        cells = (self.points.get(cell, ()) for cell in _cells(rect, _FINE))
        return sum(len([1 for x, y in some if x0 < x < x1 and y0 < y < y1]) for some in cells)


def _cells(rect: Rect, size: int = _CELL) -> list[tuple[int, int]]:
    x, y, w, h = rect
    i0, i1, j0, j1 = int(x // size), int((x + w) // size), int(y // size), int((y + h) // size)
    if i0 == i1 and j0 == j1:
        return [(i0, j0)]
    return [(i, j) for i in range(i0, i1 + 1) for j in range(j0, j1 + 1)]
