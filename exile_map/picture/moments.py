"""Moments: what of a scene is past, present and to come at a year."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.picture.scene import Scene

State = Literal["now", "visited", "ahead"]


@dataclass(frozen=True, slots=True)
class Moment:
    """What is past, present and to come.

    Parameters
    ----------
    year
        The moment, an astronomical decimal year; None where the routes are seen as a whole.
    past
        The numbers of the stops that have been reached.
    present
        The numbers of the stops at which someone is.
    latest
        For each person the number of the last stop reached; one less than the first before that.
    """

    year: float | None
    past: frozenset[int]
    present: frozenset[int]
    latest: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is left to come and nobody is anywhere."""
        return self.year is None

    def state(self, stops: Sequence[int]) -> State:
        """Tell how a place stands that has these stops."""
        if not self.present.isdisjoint(stops):
            return "now"
        return "ahead" if self.past.isdisjoint(stops) else "visited"


def moment_of(scene: Scene, year: float | None) -> Moment:
    """Say what is past, present and to come at a year; as the player, by each stay's clock."""
    past: list[int] = []
    present: list[int] = []
    latest: list[int] = []
    first = 0
    for _, group in groupby(scene.stops, key=lambda stop: stop.person):
        clocks = [stop.stay.clock for stop in group]
        count = len(clocks)
        if year is not None:
            count = bisect_right([arrival for arrival, _ in clocks], year)
        past += range(first, first + count)
        latest.append(first + count - 1)
        if year is not None and count and year <= clocks[count - 1][1]:
            present.append(latest[-1])
        first += len(clocks)
    return Moment(year, frozenset(past), frozenset(present), tuple(latest))
