"""Naming: the plainest name of bounds, as year, season, decade or part of one, not yet in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.dates.spans import Day, next_day

if TYPE_CHECKING:
    from exile_map.dates.spans import Bounds

TYPES: Final = "ymd"
"""Years, months, days: by how fine a date is."""
_SEASON: Final = re.compile(r"(Y?-?\d{4,})-(2[1-8])[~?%]?")
# The parts of a year (months), a month (days), a decade and a century (years from its first).
_YEAR_PARTS: Final = {(1, 4): "early", (5, 8): "mid", (9, 12): "late"}
_MONTH_PARTS: Final = {1: (10, "early"), 11: (20, "mid"), 21: (31, "late")}
_DECADE_PARTS: Final = {(0, 3): "early", (4, 6): "mid", (7, 9): "late"}
_CENTURY_PARTS: Final = {(1, 33): "early", (34, 66): "mid", (67, 100): "late"}
_CENTURY: Final = 100
_DECADE: Final = 10


class Said(NamedTuple):
    """One date, ready to be put into words."""

    kind: str
    """y, m, d, s (season), k (decade), c (century); of finished words, x or the role they have."""
    day: Day
    number: int = 0
    """Of the season or the century."""
    part: str = ""
    words: str = ""
    other: Day | None = None
    """Within the year, month or day that follows, if it may as well be that one."""


def follows(kind: str, first: Day, last: Day) -> bool:
    """Tell whether one year, month or day comes right after another."""
    if kind == "d":
        return next_day(first) == last
    if kind == "y":
        return last.year == first.year + 1
    return (last.year - first.year) * 12 + last.month - first.month == 1


@lru_cache(maxsize=128)
def within(start: Bounds, end: Bounds) -> bool:
    """Tell whether a beginning lies within a coarser end."""
    if start == end or not (start.earliest and start.latest and end.earliest and end.latest):
        return False
    return end.earliest <= start.earliest and start.latest <= end.latest


def shared(first: Said, last: Said) -> int:
    """Tell what two dates of one kind share: nothing, the year, the month as well."""
    days = [day for said in (first, last) for day in (said.day, said.other) if day]
    if first.kind not in "md" or len({day.year for day in days}) > 1:
        return 0
    return 2 if first.kind == "d" and len({day.month for day in days}) == 1 else 1


def name(first: Day, last: Day, bounds: Bounds) -> Said | None:
    """Find the plainest name of bounds that are both known; None if they have none."""
    season = _SEASON.fullmatch(bounds.edtf)
    if season:
        return Said("s", Day(int(season[1].removeprefix("Y")), 1, 1), (int(season[2]) - 21) % 4)
    fineness = max(first.opens, last.closes)
    if first[: fineness + 1] == last[: fineness + 1]:
        return Said(TYPES[fineness], first)
    named = _part(first, last, fineness) if bounds.approximate else None
    return named or (_whole(first, last) if fineness == 0 else None)


def _whole(first: Day, last: Day) -> Said | None:
    """Name a decade or a century; the days begin and end a year."""
    years = last.year - first.year + 1
    if years == _DECADE and first.year % _DECADE == 0 and first.year % _CENTURY and first.year > 0:
        return Said("k", first)
    if years == _CENTURY and first.year % _CENTURY == 1:
        return Said("c", first, _century(first.year))
    return None


def _century(year: int) -> int:
    """Give the number of the century that begins with a year, below 0 before our era."""
    return year // _CENTURY + 1 if year > 0 else year // _CENTURY


def _part(first: Day, last: Day, fineness: int) -> Said | None:
    """Name the early, middle or late part of a month, a year, a decade or a century."""
    if fineness > 0:
        return _part_of_year(first, last)
    base = first.year - first.year % _DECADE
    name = _DECADE_PARTS.get((first.year - base, last.year - base))
    if name and base > 0 and base % _CENTURY:
        return Said("k", Day(base, 1, 1), part=name)
    base = (first.year - 1) // _CENTURY * _CENTURY
    name = _CENTURY_PARTS.get((first.year - base, last.year - base))
    return Said("c", Day(base + 1, 1, 1), _century(base + 1), part=name) if name else None


def _part_of_year(first: Day, last: Day) -> Said | None:
    """Name the early, middle or late part of a month or a year."""
    if first.year != last.year:
        return None
    if first.month == last.month:
        end, name = _MONTH_PARTS.get(first.day, (0, ""))
        late = name == "late" and last.closes < TYPES.index("d")
        return Said("m", first, part=name) if name and (late or last.day == end) else None
    part = _YEAR_PARTS.get((first.month, last.month))
    whole = first.day == 1 and last.closes < TYPES.index("d")
    return Said("y", first, part=part) if part and whole else None
