"""Ways: how a leg goes, straight over the globe or by sea, and which goes otherwise than told."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from exile_map.deferring import held
from exile_map.errors import Problem, shown
from exile_map.geodesy import STEP_KM, Way, geodesic, geodesic_km, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.geodesy import Point
    from exile_map.routes import Route

_SAME_PLACE_KM: Final = 0.05


def by_land(stops: Sequence[Point], *, step_km: float = STEP_KM) -> Way:
    """Return the shortest way from stop to stop, as `geodesic`; no length where all are one."""
    ways = [geodesic(stop, following, step_km=step_km) for stop, following in pairwise(stops)]
    if not _told(sum(way.km for way in ways)):
        return Way((stops[0], stops[-1]), 0.0)
    return _joined(ways)


def km_by_land(stops: Sequence[Point]) -> float:
    """Return the length of `by_land` in kilometres, which is sooner found than the way."""
    return _told(sum(geodesic_km(stop, following) for stop, following in pairwise(stops)))


def _told(km: float) -> float:
    """Return the length of a way, of which nothing is told that stays at one place."""
    return 0.0 if km < _SAME_PLACE_KM else km


def by_sea(stops: Sequence[Point], year: float) -> Way | None:
    """Return a ship's way from stop to stop.

    Parameters
    ----------
    stops
        Two places or more, ``(lat, lon)`` in degrees.
    year
        When, as a decimal year: it says which canals there are.

    Returns
    -------
    Way or None
        None where the sea is not installed, or does not lead from each stop to the next.
    """
    from exile_map import seas  # noqa: PLC0415 -- needed only where someone goes by ship

    if not seas.is_installed():
        return None
    found = [seas.way(stop, following, year) for stop, following in pairwise(stops)]
    ways = [way for way in found if way is not None]
    return _joined(ways) if len(ways) == len(found) else None


def _joined(ways: Sequence[Way]) -> Way:
    """Make one way of several, each of which begins where the one before ends."""
    if len(ways) == 1:
        return ways[0]
    points = [ways[0].points[0], *(point for way in ways for point in way.points[1:])]
    return Way(tuple(unwrapped(points)), sum(way.km for way in ways))


def _may_sail(route: Route) -> bool:
    """Tell whether a leg may be by ship, without making any."""
    life = held(route, "stays")
    return isinstance(life, tuple) or bool(life.lives.sails)


def problems(routes: Iterable[Route], *, file: str = "") -> tuple[Problem, ...]:
    """Tell of ways that were by ship, but could not be drawn by sea.

    Parameters
    ----------
    routes
        The lives.
    file
        The table's name, for messages.
    """
    going = [route for route in routes if _may_sail(route)]
    legs = (leg for route in going for leg in route.legs if leg.end.mode_group == "ship")
    lost = [leg for leg in legs if leg.km and not leg.sea]
    if not lost:
        return ()
    from exile_map import seas  # noqa: PLC0415 -- as above

    out = []
    for leg in lost:
        row = leg.end.located.place
        if seas.is_installed():
            reason = f"is not reached by sea from {shown(leg.start.located.place.place)}"
            remedy = "The way is drawn straight; name harbours in “via” if it was by sea."
        else:
            reason = "was reached by ship, but the sea is not installed: the way is drawn straight"
            remedy = f"To follow the sea: {seas.INSTALL}"
        where = (row.file or file, row.row, row.line, "", row.place)
        out.append(Problem("warning", "no-sea-way", reason, remedy, *where))
    return tuple(out)
