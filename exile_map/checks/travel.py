"""Travel: journeys too fast for their time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from exile_map import geodesy
from exile_map.checks.doubts import Doubt, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.routes import Route, Stay

_YEAR_DAYS: Final = 365.2425
_FAR_KM: Final = 300.0
# Kilometres a day that the fastest travellers of a time could make: horse and sail, then rail
# and steam, the first air lines, jets (an estimate, kept high: a warning has to be sure).
_PACES: Final = ((1825.0, 300.0), (1920.0, 1200.0), (1945.0, 3500.0), (float("inf"), 20_000.0))
_PACES_BY_MODE: Final = {"foot": 80.0, "ship": 1100.0, "road": 1500.0, "train": 3000.0}


def too_fast(route: Route) -> Iterator[Doubt]:
    """Tell of ways that could not be made in the time between two stays."""
    for one, other in pairwise(route.stays):
        km = distance_km(one, other)
        left, come = one.span.end or one.span.start, other.span.start
        if km is None or km < _FAR_KM or left is None or come is None:
            continue
        if left.earliest is None or come.latest is None:
            continue
        days = (come.latest.end - left.earliest.start) * _YEAR_DAYS
        pace = _pace(other, come.latest.year)
        if 0 < days < km / pace:
            reason = (
                f"is {km:,.0f} km from {named(one)}, left at most {max(days, 1):.0f} days before"
            )
            yield Doubt("too-fast", other, reason, "Check both dates and both places.")


def _pace(stay: Stay, year: float) -> float:
    """Return the most kilometres a day that one could make, by the time and the way."""
    of_time = next(pace for until, pace in _PACES if year < until)
    return min(of_time, _PACES_BY_MODE.get(stay.mode_group, of_time))


def distance_km(one: Stay, other: Stay) -> float | None:
    """Return the least distance between two stays in kilometres; None if one is unplaced."""
    if one.point is None or other.point is None:
        return None
    wide = sum(stay.located.radius_km or 0.0 for stay in (one, other))
    return max(0.0, geodesy.distance_km(one.point, other.point) - wide)
