"""The scene: routes as stops, places and ways, in world units."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import dist
from typing import TYPE_CHECKING, Final

from exile_map.geodesy import STEP_KM
from exile_map.picture import lines, palette, projecting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.picture.lines import Line
    from exile_map.picture.projecting import Box, Point
    from exile_map.routes import Leg, Route, Stay

DENSE: Final = 400
"""Beyond so many stays ways are plain lines and nothing is named."""

# From one point of such a line to the next: straight, it stands off the way by half a pixel.
_DENSE_STEP_KM: Final = 300.0
# What is wider than this is an area, not a point.
_AREA_KM: Final = 25
# Places within some 130 km of each other (in world units): their ways are fanned out together.
_NEIGHBOURS: Final = 0.0035
# A person who goes a way more often than this goes it in his last lane; more lanes than colours.
_MOST_TIMES: Final = 6
_LANES: Final = 9


@dataclass(slots=True)
class Stop:
    """A stay as it is drawn.

    Parameters
    ----------
    stay
        The stay.
    person
        The number of the route it belongs to.
    at
        Where, in world units, in the copy of the world its route has reached; None if not known.
    place
        The number of its place; -1 without one.
    """

    stay: Stay
    person: int
    at: Point | None
    place: int = -1

    @property
    def is_area(self) -> bool:
        """Whether the place is known as an area only."""
        match = self.stay.located.match
        shaped = match is not None and (bool(match.extent) or match.layer == "country")
        return self.at is not None and (shaped or (self.stay.located.radius_km or 0) >= _AREA_KM)


@dataclass(slots=True)
class Way:
    """The way from a stop to the next, in world units; empty where it is not known.

    Parameters
    ----------
    start
        The number of the stop it begins at; it ends at the next.
    person
        The number of the route it belongs to.
    group
        How the person moved; see `vocabulary.MOVE_GROUPS`.
    line
        Its points.
    gap
        Whether one of its ends is not known.
    aside
        How many lanes beside its line it is drawn, where it is not the only one that goes there.
    """

    start: int
    person: int
    group: str
    line: Line
    gap: bool
    aside: float = 0

    @property
    def box(self) -> Box | None:
        """The least box around it."""
        return projecting.box_of(self.line)


@dataclass(slots=True)
class Place:
    """A place, the numbers of the stops at it, and whether a life begins (1) or ends (2) there."""

    at: Point
    stops: list[int] = field(default_factory=list)
    ends: int = 0


@dataclass(slots=True)
class Scene:
    """Everything a map shows."""

    persons: list[str]
    stops: list[Stop]
    ways: list[Way]
    places: list[Place]

    @property
    def box(self) -> Box:
        """The least box around all places and ways; the world around none."""
        points = [point for way in self.ways for point in way.line]
        box = projecting.box_of([*points, *(place.at for place in self.places)])
        return box or (0.0, 0.0, 1.0, 1.0)

    @property
    def is_coloured(self) -> bool:
        """Whether a colour is a life, and no way of moving."""
        return len(self.persons) > 1 and not self.is_dense

    @property
    def is_dense(self) -> bool:
        """Whether there is too much to name."""
        return len(self.stops) > DENSE


def stage(routes: Sequence[Route]) -> Scene:
    """Make the scene of some routes, one after another."""
    stops: list[Stop] = []
    ways: list[Way] = []
    dense = sum(len(route.stays) for route in routes) > DENSE
    step_km = _DENSE_STEP_KM if dense else STEP_KM
    for person, route in enumerate(routes):
        legs = {(leg.start.id, leg.end.id): leg for leg in route.legs}
        first = len(stops)
        stops += (
            Stop(stay, person, projecting.world(*stay.point) if stay.point else None)
            for stay in route.stays
        )
        reached = next((stop.at[0] for stop in stops[first:] if stop.at), 0.0)
        for i in range(first, len(stops)):
            leg = legs.get((stops[i - 1].stay.id, stops[i].stay.id)) if i > first else None
            line = _line(leg, stops[i - 1].at, step_km)
            reached = _follow(stops[i], line[-1][0] if line else reached)
            if i > first:
                gap = stops[i - 1].at is None or stops[i].at is None
                ways.append(Way(i - 1, person, stops[i].stay.move_group, line, gap))
    places = _gathered(stops)
    if not dense:
        _fan_out(ways, stops, places)
    return Scene([route.person for route in routes], stops, ways, places)


def _line(leg: Leg | None, start: Point | None, step_km: float) -> Line:
    """Return a leg's points in world units, beginning at the stop it leaves."""
    if leg is None or start is None:
        return []
    out: Line = []
    for lat, lon in leg.sketched(step_km):
        x, y = projecting.world(lat, lon)
        if not out:
            shift = round(start[0] - x)
        point = (x + shift, y)
        if not out or point != out[-1]:
            out.append(point)
    return lines.rounded(out) if len(out) > 1 else []


def _follow(stop: Stop, near: float) -> float:
    """Move a stop to the copy of the world its route has reached; return how far that is now."""
    if stop.at is None:
        return near
    x, y = stop.at
    stop.at = (x + round(near - x), y)
    return stop.at[0]


def _gathered(stops: Sequence[Stop]) -> list[Place]:
    """Make repeat visits one place."""
    places: dict[tuple[float, float], int] = {}
    out: list[Place] = []
    for i, stop in enumerate(stops):
        if stop.at is None:
            continue
        key = (round(stop.at[0] % 1, 7), round(stop.at[1], 7))
        if key not in places:
            places[key] = len(out)
            out.append(Place(stop.at))
        stop.place = places[key]
        out[stop.place].stops.append(i)
        first = i == 0 or stops[i - 1].person != stop.person
        last = i + 1 == len(stops) or stops[i + 1].person != stop.person
        out[stop.place].ends |= first | last << 1
    return out


def _fan_out(ways: Sequence[Way], stops: Sequence[Stop], places: Sequence[Place]) -> None:
    """Give ways between the same two neighbourhoods lanes side by side, there or back.

    Each colour has a lane for each time; where lives have no colour, all go the same.
    """
    near = _neighbourhoods(places)
    coloured = bool(stops) and stops[-1].person > 0
    seen: dict[tuple[int, int, int], int] = {}
    same: dict[tuple[int, int], list[tuple[Way, int, int]]] = {}
    for way in ways:
        if not way.line:
            continue
        a, b = stops[way.start].place, stops[way.start + 1].place
        if near[a] != near[b]:
            a, b = near[a], near[b]
        key = (min(a, b), max(a, b))
        times = seen.get((*key, way.person), 0)
        seen[(*key, way.person)] = times + 1
        slot = palette.slot(way.person) if coloured else 0
        lane = slot + _LANES * min(times, _MOST_TIMES)
        same.setdefault(key, []).append((way, lane, 1 if a < b else -1))
    for told in same.values():
        lanes = sorted({lane for _, lane, _ in told})
        for way, lane, side in told:
            way.aside = side * (lanes.index(lane) - (len(lanes) - 1) / 2)
            if way.aside:
                way.line = lines.resampled(way.line)


def _neighbourhoods(places: Sequence[Place]) -> list[int]:
    """Return for each place the first one so near that ways to either would hide each other."""
    if len(places) > DENSE:
        return list(range(len(places)))
    first: list[int] = []
    out = []
    for i, place in enumerate(places):
        known = next((j for j in first if dist(places[j].at, place.at) < _NEIGHBOURS), None)
        if known is None:
            first.append(i)
        out.append(i if known is None else known)
    return out
