"""Labels: twelve places around a marker, as many further off, and further; else its number alone.

The placement of the player's `labels.js`, with its rules and costs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from math import hypot, inf
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.picture.rects import Grid, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.picture.projecting import Point

_AIR: Final = 5
# The less usual a side is, the more it costs; crossing the route costs more than standing far off.
_SIDE_COST: Final = 0.7
_LINE_COST: Final = 10
# Nearer than this to another marker it would be taken for that one's name; within more, it might.
_CLOSE: Final = 9
_CROWD: Final = 16
_CROWD_COST: Final = 3
# How often a place is tried further off, and how much further: from there a line leads to it.
_RINGS: Final = 6
_FURTHER: Final = 20
_FURTHER_COST: Final = 12
# A name may make room for one whose marker is no further off.
_YIELDING: Final = 60
_TIERS: Final = 3
# East, west, between these and the corners, the corners, north, south; beyond them the same.
_SIDES: Final = (
    *((1, 0), (-1, 0), (1, -0.5), (1, 0.5), (-1, -0.5), (-1, 0.5)),
    *((1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1)),
)


class Offer(NamedTuple):
    """A text that will do: how wide and high it is, and what it costs to take it.

    One of a later tier is taken only where none of those before finds room.
    """

    w: float
    h: float
    cost: float = 0
    tier: int = 0


class Wish(NamedTuple):
    """A label to place: its marker's middle and radius, and the texts that will do.

    A place that costs as much as `dearest` is taken for a text of the last tier only.
    """

    x: float
    y: float
    r: float
    offers: tuple[Offer, ...]
    dearest: float = inf

    @property
    def at(self) -> Rect:
        """The marker's middle."""
        return Rect(self.x, self.y, 0, 0)


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A label's place: which of its texts stands where, and on which side of its marker."""

    wish: int
    text: int
    side: int
    rect: Rect
    room: tuple[Rect, ...] = field(repr=False)

    @property
    def anchor(self) -> str:
        """From where its text is written, so that it stays beside its marker in any letters."""
        return ("middle", "start", "end")[int(_SIDES[self.side % len(_SIDES)][0])]

    @property
    def is_far(self) -> bool:
        """Whether it stands so far off that a line must lead to it."""
        return self.side >= len(_SIDES)


def landing(rect: Rect, x: float, y: float) -> Point:
    """Return where the line from a marker meets a label that stands further off."""
    return max(rect.x, min(rect.x + rect.w, x)), max(rect.y + 4, min(rect.y + rect.h - 4, y))


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
    sheet = _Sheet(wishes, tuple(markers), route, bounds)
    for tier in range(_TIERS):
        for index in range(len(wishes)):
            if not sheet.placed[index]:
                sheet.put(index, tier)
        for index in range(len(wishes)):
            if not sheet.placed[index]:
                sheet.make_room(index, tier)
    return [label for label in sheet.placed if label]


@cache
def _order(costs: tuple[float, ...]) -> list[tuple[float, int, int]]:
    """Return all texts at all sides, the cheapest first."""
    return sorted(
        (side % len(_SIDES) * _SIDE_COST + side // len(_SIDES) * _FURTHER_COST + cost, text, side)
        for text, cost in enumerate(costs)
        for side in range(_RINGS * len(_SIDES))
    )


def rect_at(wish: Wish, offer: Offer, side: int) -> Rect:
    """Return where a label stands at a side."""
    dx, dy = _SIDES[side % len(_SIDES)]
    reach = wish.r + _AIR + _FURTHER * (side // len(_SIDES))
    out = reach * ((0.85 if abs(dy) < 1 else 0.6) if dx and dy else 1)
    x = wish.x + (out if dx > 0 else -out - offer.w if dx < 0 else -offer.w / 2)
    y = wish.y - offer.h / 2 + dy * max(offer.h * 0.7, reach)
    if not dx:
        y = wish.y + (out - 2 if dy > 0 else 2 - out - offer.h)
    return Rect(x, y, offer.w, offer.h)


def _leader(wish: Wish, rect: Rect) -> tuple[Rect, ...]:
    """Return what the line to a label takes of the map: small squares along it."""
    x, y = landing(rect, wish.x, wish.y)
    way = hypot(x - wish.x, y - wish.y)
    dx, dy = (x - wish.x) / way, (y - wish.y) / way
    along = (wish.r + 3.5) / max(abs(dx), abs(dy))
    count = max(0, int((way - along) / 3) + 1)
    steps = (along + 3 * n for n in range(count))
    return tuple(Rect(wish.x + dx * s - 2, wish.y + dy * s - 2, 4, 4) for s in steps)


class _Spot(NamedTuple):
    """Where a label may stand, what it takes of the map there, and what ways and markers cost."""

    rect: Rect
    room: tuple[Rect, ...]
    cost: float


class _Sheet:
    """What stands on a map so far: markers, ways, and the labels placed."""

    def __init__(
        self, wishes: Sequence[Wish], markers: Sequence[Rect], route: Iterable[Point], bounds: Rect
    ) -> None:
        self.wishes = wishes
        self.bounds = bounds
        self.placed: list[Placed | None] = [None] * len(wishes)
        self.spots: dict[tuple[int, int, int], _Spot | None] = {}
        self.taken: Grid[Placed] = Grid()
        self.markers: Grid[None] = Grid()
        self.line: Grid[None] = Grid()
        for rect in markers:
            self.markers.add(rect, None)
        for x, y in route:
            self.line.add_point(x, y)

    def put(self, index: int, tier: int) -> Placed | None:
        """Place a label where it costs least, if there is room for a text of a tier."""
        wish = self.wishes[index]
        best, least = None, wish.dearest if tier + 1 < _TIERS else inf
        for cost, text, side in _order(tuple(offer.cost for offer in wish.offers)):
            if cost >= least:
                break
            if wish.offers[text].tier != tier:
                continue
            spot = self._spot(index, text, side)
            if spot is None or cost + spot.cost >= least:
                continue
            if not any(map(self._is_taken, spot.room)):
                best, least = Placed(index, text, side, spot.rect, spot.room), cost + spot.cost
        self.placed[index] = best
        if best:
            for rect in best.room:
                self.taken.add(rect, best)
        return best

    def _spot(self, index: int, text: int, side: int) -> _Spot | None:
        """Return what a place is worth whatever labels stand there; None where none may stand."""
        key = index, text, side
        if key not in self.spots:
            self.spots[key] = self._judged(self.wishes[index], text, side)
        return self.spots[key]

    def _judged(self, wish: Wish, text: int, side: int) -> _Spot | None:
        rect = rect_at(wish, wish.offers[text], side)
        if not self.bounds.holds(rect):
            return None
        crowd = self._crowding(wish, rect)
        if crowd is None or self.markers.holds_any(rect.grown(1)):
            return None
        cost = crowd + _LINE_COST * self.line.count_points(rect.grown(2))
        if cost >= wish.dearest and wish.offers[text].tier + 1 != _TIERS:
            return None
        leader = _leader(wish, rect) if side >= len(_SIDES) else ()
        if any(map(self.markers.holds_any, leader)):
            return None
        return _Spot(rect, (rect.grown(1), *leader), cost)

    def make_room(self, index: int, tier: int) -> None:
        """Give a label the room of a less important one near it which finds room elsewhere."""
        at = self.wishes[index].at
        for other in reversed(range(len(self.wishes))):
            label = self.placed[other]
            if not label or label.rect.gap(at) > _YIELDING:
                continue
            self.placed[other] = None
            old = self.wishes[other].offers[label.text].tier
            if self.put(index, tier) and self.put(other, old):
                return
            self.placed[index], self.placed[other] = None, label

    def _is_taken(self, rect: Rect) -> bool:
        return any(
            label and self.placed[label.wish] is label for _, label in self.taken.covered(rect)
        )

    def _crowding(self, wish: Wish, rect: Rect) -> float | None:
        """Return what markers beside a label cost; None where it would be taken for theirs."""
        cost = 0.0
        for marker in {other for other, _ in self.markers.covered(rect.grown(_CROWD))}:
            if marker.gap(wish.at) >= 0:
                if marker.gap(rect) < _CLOSE:
                    return None
                cost += _CROWD_COST
        return cost
