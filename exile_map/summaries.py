"""Summaries: what a life comes to in figures; years by country and by force, ways, moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exile_map.dates import Bounds, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.routes import Route, Stay, Years

Interval = tuple[float, float]
_DAY = 1.01 / 365
"""The longest that a day is, in years; a little more, for numbers are not exact."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a life comes to in figures.

    Parameters
    ----------
    person
        Who.
    km
        The length of all ways that can be drawn, in kilometres.
    moves
        How often the person came to another place.
    forced_years, flight_years, free_years
        Years at places the person was brought to by force, had fled to, had come to freely; how
        they came elsewhere (births, what is unknown) counts to none.
    confined_years
        Years in prison, camp or internal exile.
    countries
        The ISO 3166-1 alpha-2 code of each country of today, and the years there; longest first.
    since
        The code of each country where a stay has no known end, and when the first such began.
    doubtful
        Whether times or ways are open, inferred or unknown, so that the figures are rough.

    Notes
    -----
    A time within bounds counts from the middle of its bounds. A stay that began and ended on one
    day counts a day; one of which only one time is known, such as a year, for both counts a third
    of it: so far apart are two moments in it on the average. Years at two places at once count
    for both, and once for their country. A stay whose beginning or end is open counts nothing.
    """

    person: str
    km: float
    moves: int
    forced_years: float
    flight_years: float
    free_years: float
    confined_years: float
    countries: tuple[tuple[str, float], ...]
    since: tuple[tuple[str, Span], ...]
    doubtful: bool


def summary(route: Route) -> Summary:
    """Count what a life comes to."""
    ways = [leg.km for leg in route.legs]
    years = [stay.years for stay in route.stays]
    timed = list(zip(route.stays, map(_time, years), strict=True))
    times = [(stay, time) for stay, time in timed if time is not None]

    def by_move(group: str) -> float:
        return _length(time for stay, time in times if stay.move_group == group)

    return Summary(
        route.person,
        sum(km or 0.0 for km in ways),
        sum(km != 0 for km in ways),
        by_move("forced"),
        by_move("flight"),
        by_move("free"),
        _length(time for stay, time in times if stay.stay_group == "confined"),
        _countries(times),
        _since(stay for stay, time in timed if time is None),
        any(None in bounds or _within(bounds) > _DAY for bounds in years)
        or any(stay.inferred or stay.located.point is None for stay in route.stays)
        or any(not leg.is_measured for leg in route.legs),
    )


def _since(stays: Iterable[Stay]) -> tuple[tuple[str, Span], ...]:
    begun: dict[str, Span] = {}
    for stay in stays:
        match, start = stay.located.match, stay.filled.start
        if match is not None and match.country and start is not None:
            open_end = Bounds(start.earliest, None, edtf="..")
            begun.setdefault(match.country, Span(start, open_end))
    return tuple(begun.items())


def _countries(times: Iterable[tuple[Stay, Interval]]) -> tuple[tuple[str, float], ...]:
    spent: dict[str, list[Interval]] = {}
    for stay, time in times:
        match = stay.located.match
        if match is not None and match.country:
            spent.setdefault(match.country, []).append(time)
    years = {code: _length(intervals) for code, intervals in spent.items()}
    return tuple(sorted(years.items(), key=lambda item: (-item[1], item[0])))


def _time(years: Years) -> Interval | None:
    """Return from when to when a stay lasted, each the middle of what is known."""
    start_first, start_last, end_first, end_last = years
    if within := _within(years):
        middle = _middle(start_first, end_last) or 0.0
        half = within / 2 if within <= _DAY else within / 6
        return middle - half, middle + half
    # Nobody leaves before he comes: "from July 1923 until 1923" ends in the year's second half.
    if start_first is not None and end_first is not None:
        end_first = max(start_first, end_first)
    start, end = _middle(start_first, start_last), _middle(end_first, end_last)
    return None if start is None or end is None or end_last is None else (start, max(start, end))


def _within(years: Years) -> float:
    """Return how long the one time is, in which a stay both began and ended; 0 if there is none."""
    first, last, *end = years
    return last - first if first is not None and last is not None and end == [first, last] else 0.0


def _middle(first: float | None, last: float | None) -> float | None:
    if first is None or last is None:
        return last if first is None else first
    return (first + last) / 2


def _length(intervals: Iterable[Interval]) -> float:
    """Add up times; what lies in several of them counts once."""
    total, until = 0.0, float("-inf")
    for start, end in sorted(intervals):
        total += max(0.0, end - max(start, until))
        until = max(until, end)
    return total
