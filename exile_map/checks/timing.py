"""Timing: stays that overlap, end before they begin, or leave time untold between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.checks.doubts import Doubt, named
from exile_map.checks.travel import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.dates import Day
    from exile_map.routes import Route, Stay

_YEAR_DAYS: Final = 365.2425
_LATEST_YEAR: Final = 2100
_GAP_DAYS: Final = 31.0
_APART_KM: Final = 50.0


def overlaps(route: Route) -> Iterator[Doubt]:
    """Tell of stays that surely share more than the day of the journey."""
    longest: Stay | None = None
    for stay in route.stays:
        start, end = stay.span.start, stay.span.end
        before = _certain_days(longest) if longest is not None else None
        if (
            longest is not None
            and before is not None
            and start is not None
            and start.latest is not None
        ):
            # Only its sure days count; an end that is not told is at least the start.
            last = end.earliest if end is not None and end.earliest is not None else start.latest
            if start.latest < before[1] and last > before[0]:
                yield _at_once(longest, stay)
        own = _certain_days(stay)
        if own and (before is None or own[1] >= before[1]):
            longest = stay


def _certain_days(stay: Stay) -> tuple[Day, Day] | None:
    """Return the first and last day on which the person was surely there; None if there is none."""
    start, end = stay.span.start, stay.span.end
    if start is None or end is None or start.latest is None or end.earliest is None:
        return None
    return (start.latest, end.earliest) if start.latest <= end.earliest else None


def _at_once(one: Stay, other: Stay) -> Doubt:
    apart = distance_km(one, other)
    if apart is not None and apart > _APART_KM:
        reason = f"is {apart:,.0f} km from {named(one)}, where the person was at the same time"
        return Doubt("two-places", other, reason, "Check the dates of both.")
    reason = f"begins before the end of {named(one)}"
    return Doubt("overlap", other, reason, "Check the dates of both.", value=other.span.written)


def inverted(route: Route) -> Iterator[Doubt]:
    """Tell of stays that end before they begin."""
    for stay in route.stays:
        start, end = stay.span.start, stay.span.end
        if start and end and start.earliest and end.latest and end.latest < start.earliest:
            yield Doubt("inverted-span", stay, "ends before it begins", "Exchange the two dates.")


def future(route: Route) -> Iterator[Doubt]:
    """Tell of years that nobody has lived through; they are numbers of another kind, mostly."""
    for stay in route.stays:
        days = [b.earliest for b in (stay.span.start, stay.span.end) if b is not None]
        late = next((day for day in days if day is not None and day.year > _LATEST_YEAR), None)
        if late is not None:
            reason, remedy = "lies far in the future", "Check the year."
            yield Doubt("future", stay, reason, remedy, value=stay.span.written)


def gaps(route: Route) -> Iterator[Doubt]:
    """Tell of time between stays about which nothing is told."""
    last: Stay | None = None
    until: Day | None = None
    for i, stay in enumerate(route.stays):
        start, end = stay.span.start, stay.span.end
        if last and until and start is not None and start.earliest is not None:
            days = (start.earliest.start - until.end) * _YEAR_DAYS
            # A stay whose end is not told lasts until the next one.
            if days > _GAP_DAYS and route.stays[i - 1].span.end is not None:
                reason = (
                    f"begins {_length(days)} after the end of {named(last)}, and nothing is told"
                    " between"
                )
                yield Doubt("gap", stay, reason, "Add the stay between, if it is known.")
        if end is not None and end.latest is None:
            return
        if end is not None and end.latest is not None and (until is None or end.latest >= until):
            last, until = stay, end.latest


def _length(days: float) -> str:
    """Say how long a time is, roughly."""
    if days < 2 * _GAP_DAYS:
        return f"{days:.0f} days"
    if days < 2 * _YEAR_DAYS:
        return f"{days / _YEAR_DAYS * 12:.0f} months"
    return f"{days / _YEAR_DAYS:.0f} years"
