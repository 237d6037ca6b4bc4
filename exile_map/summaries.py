"""Summaries: what a life comes to in figures; ways and moves by force, years by country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exile_map._life import part_of
from exile_map.dates import Bounds, Span
from exile_map.vocabulary import move_group, stay_group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from exile_map.gazetteer import Match
    from exile_map.routes import Route, Years

Interval = tuple[float, float]
_KINDS = ("forced", "flight", "free")
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
    stays
        How many stays the life has.
    moves
        How often the person came to another place. A stay that begins where the one before it
        was, as an arrest at home does, is no move: there may be fewer than stays without the first.
    forced_moves, flight_moves, free_moves
        How many of the moves were by force, in flight, of free will; how the person came
        elsewhere, where that is unknown, counts to none.
    forced_km, flight_km, free_km
        The length of these ways that can be drawn, in kilometres.
    forced_years, flight_years, free_years
        Years at places the person was brought to by force, had fled to, had come to freely; how
        they came elsewhere (births, what is unknown) counts to none. These are times after a
        move, not of it.
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
    stays: int
    moves: int
    forced_moves: int
    flight_moves: int
    free_moves: int
    forced_km: float
    flight_km: float
    free_km: float
    forced_years: float
    flight_years: float
    free_years: float
    confined_years: float
    countries: tuple[tuple[str, float], ...]
    since: tuple[tuple[str, Span], ...]
    doubtful: bool


def summary(route: Route) -> Summary:
    """Count what a life comes to."""
    lives, first, last = part_of(route)
    rows, here = lives.rows, slice(first, last)
    moments, ends = lives.moments, lives.ends
    pairs = zip(ends.begun[here], ends.over[here], strict=True)
    years: list[Years] = [moments[start] + moments[end] for start, end in pairs]
    within = list(map(_within, years))
    times = list(map(_time, years, within))
    ways = lives.kilometres(first, last)

    def by(group_of: Callable[[str], str], kinds: Sequence[str], group: str) -> float:
        of_group = {kind for kind in set(kinds) if group_of(kind) == group}
        told = zip(kinds, times, strict=True)
        return _length(time for kind, time in told if time is not None and kind in of_group)

    moves, stays = rows.told("move")[here], rows.told("stay")[here]
    forced, flight, free = _by_kind(moves[1:], ways)
    return Summary(
        route.person,
        sum(km or 0.0 for km in ways),
        len(times),
        sum(km != 0 for km in ways),
        len(forced),
        len(flight),
        len(free),
        sum(forced),
        sum(flight),
        sum(free),
        by(move_group, moves, "forced"),
        by(move_group, moves, "flight"),
        by(move_group, moves, "free"),
        by(stay_group, stays, "confined"),
        _countries(zip(rows.matches[here], times, strict=True)),
        _since(zip(rows.matches[here], ends.starts[here], times, strict=True)),
        max(within, default=0.0) > _DAY
        or any(None in bounds for bounds in years)
        or any(lives.inferred[here])
        or None in rows.degrees[0][here]
        or not lives.are_measured(first, last),
    )


def _by_kind(moves: Sequence[str], ways: Sequence[float | None]) -> list[list[float]]:
    """Return the kilometres of moves by force, in flight and of free will; 0 where not known."""
    went = [(move_group(move), km or 0.0) for move, km in zip(moves, ways, strict=True) if km != 0]
    return [[km for kind, km in went if kind == group] for group in _KINDS]


def _since(
    stays: Iterable[tuple[Match | None, Bounds | None, Interval | None]],
) -> tuple[tuple[str, Span], ...]:
    begun: dict[str, Span] = {}
    for match, start, time in stays:
        if time is None and match is not None and match.country and start is not None:
            open_end = Bounds(start.earliest, None, edtf="..")
            begun.setdefault(match.country, Span(start, open_end))
    return tuple(begun.items())


def _countries(
    times: Iterable[tuple[Match | None, Interval | None]],
) -> tuple[tuple[str, float], ...]:
    spent: dict[str, list[Interval]] = {}
    for match, time in times:
        if time is not None and match is not None and match.country:
            spent.setdefault(match.country, []).append(time)
    years = {code: _length(intervals) for code, intervals in spent.items()}
    return tuple(sorted(years.items(), key=lambda item: (-item[1], item[0])))


def _time(years: Years, within: float) -> Interval | None:
    """Return from when to when a stay lasted, each the middle of what is known."""
    start_first, start_last, end_first, end_last = years
    if within:
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
