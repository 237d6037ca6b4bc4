"""Labels: eight places around a marker, then eight further off; what finds none free is left out.

The placement of the player's `labels.js`; besides, names keep off other places' markers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.picture.projecting import Point

_AIR: Final = 5
# Crossing the route costs more than standing at a less usual side, and a shorter text more still.
_LINE_COST: Final = 3
SHORTER_COST: Final = 4
# A name that stands beside another marker might be taken for that one's.
_CROWD: Final = 10
_CROWD_COST: Final = 4
# Nearer than this to another marker, it would be.
_CLOSE: Final = 8
# How much further off the second eight places are: from there a line leads to the marker.
_FURTHER: Final = 20
_FURTHER_COST: Final = 12
# East, west, north-east, south-east, north-west, south-west, north, south.
_SIDES: Final = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))


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

    def grown(self, air: float) -> Rect:
        """Return this one with air on all sides."""
        return Rect(self.x - air, self.y - air, self.w + 2 * air, self.h + 2 * air)


@dataclass(frozen=True, slots=True)
class Wish:
    """A label to place.

    Parameters
    ----------
    x, y, r
        The marker: its middle and radius.
    texts
        How wide its text is and what it costs, and those of shorter ones that will do.
    h
        How high it is.
    """

    x: float
    y: float
    r: float
    texts: tuple[tuple[float, int], ...]
    h: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A label's place: which of its texts stands where, and on which side of its marker."""

    wish: int
    text: int
    side: int
    rect: Rect

    @property
    def anchor(self) -> str:
        """From where its text is written, so that it stays beside its marker in any letters."""
        return ("middle", "start", "end")[_SIDES[self.side % len(_SIDES)][0]]

    @property
    def is_far(self) -> bool:
        """Whether it stands so far off that a line must lead to it."""
        return self.side >= len(_SIDES)


def place(
    wishes: Sequence[Wish], markers: Iterable[Rect], route: Iterable[Point], bounds: Rect
) -> list[Placed]:
    """Place labels, the first wish first.

    Parameters
    ----------
    wishes
        In order of importance.
    markers
        What is never covered.
    route
        Points that are better not covered.
    bounds
        Where labels may stand.
    """
    taken, line, crowd = _Grid(64), _Grid(32), _Grid(64)
    for rect in markers:
        taken.add(rect)
        crowd.add(rect)
    for x, y in route:
        line.add(Rect(x, y, 0.01, 0.01))
    out = []
    for number, wish in enumerate(wishes):
        found = [
            (cost + shortened, text, side, rect)
            for text, (width, shortened) in enumerate(wish.texts)
            for cost, side, rect in _standing(wish, width, _Ground(taken, line, crowd, bounds))
        ]
        if not found:
            continue
        _, text, side, rect = min(found)
        taken.add(rect)
        out.append(Placed(number, text, side, rect))
    return out


def _standing(wish: Wish, width: float, ground: _Ground) -> Iterator[tuple[int, int, Rect]]:
    """Give the free places of a label, each with its cost."""
    for side in range(2 * len(_SIDES)):
        rect = rect_at(wish, width, side)
        if not ground.bounds.holds(rect) or ground.taken.count(rect):
            continue
        far = _FURTHER_COST if side >= len(_SIDES) else 0
        # Its own marker is one of those it stands beside.
        if ground.crowd.count(rect.grown(_CLOSE)) > (not far):
            continue
        beside = ground.crowd.count(rect.grown(_CROWD)) - (not far)
        cost = side + far + _LINE_COST * ground.line.count(rect) + _CROWD_COST * max(0, beside)
        yield cost, side, rect


def rect_at(wish: Wish, width: float, side: int) -> Rect:
    """Return where a label stands at a side."""
    dx, dy = _SIDES[side % len(_SIDES)]
    reach = wish.r + _AIR + (_FURTHER if side >= len(_SIDES) else 0)
    out = reach * 0.6 if dx and dy else reach
    x = wish.x + (out if dx > 0 else -out - width if dx < 0 else -width / 2)
    y = wish.y + (out - 2 if dy > 0 else 2 - out - wish.h if dy < 0 else -wish.h / 2)
    return Rect(x, y, width, wish.h)


class _Ground(NamedTuple):
    """What is already there: what may not be covered, what had better not, and the edges."""

    taken: _Grid
    line: _Grid
    crowd: _Grid
    bounds: Rect


class _Grid:
    """A grid of small things, so that asking who is near is cheap."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.cells: dict[tuple[int, int], list[Rect]] = {}

    def _cells(self, rect: Rect) -> Iterator[tuple[int, int]]:
        for i in range(int(rect.x // self.size), int((rect.x + rect.w) // self.size) + 1):
            for j in range(int(rect.y // self.size), int((rect.y + rect.h) // self.size) + 1):
                yield i, j

    def add(self, rect: Rect) -> None:
        """Take up a rectangle's room."""
        for cell in self._cells(rect):
            self.cells.setdefault(cell, []).append(rect)

    def count(self, rect: Rect) -> int:
        """Count what a rectangle would cover."""
        near = {other for cell in self._cells(rect) for other in self.cells.get(cell, ())}
        return sum(other.overlaps(rect) for other in near)
