"""Bounds of what a calendar names: a year, a month, a season, a day; and spans made of them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from exile_map.dates.spans import (
    MARKS,
    Bounds,
    DateError,
    Day,
    Span,
    days_in_month,
    year_text,
)

# Months (first, last) of the divisions of a year: seasons, then those of level 2.
QUALIFIERS: Final = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_DIVISIONS: Final = {
    **dict(zip(range(21, 25), ((3, 5), (6, 8), (9, 11), (12, 14)), strict=True)),
    **dict(zip(range(25, 29), ((3, 5), (6, 8), (9, 11), (12, 14)), strict=True)),
    **dict(zip(range(29, 33), ((9, 11), (12, 14), (3, 5), (6, 8)), strict=True)),
    **dict(zip(range(33, 37), ((1, 3), (4, 6), (7, 9), (10, 12)), strict=True)),
    **dict(zip(range(37, 40), ((1, 4), (5, 8), (9, 12)), strict=True)),
    **dict(zip(range(40, 42), ((1, 6), (7, 12)), strict=True)),
}
MONTHS: Final = (
    "",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def bad_month(month: int) -> DateError:
    """Say that a month does not exist."""
    return DateError(
        reason=f"has a month {month}, and there are only 12",
        remedy="Check the order of day and month, or write the month as a word.",
    )


def bad_day(year: int, month: int, day: int) -> DateError:
    """Say that a day does not exist."""
    shown = year if year > 0 else f"{1 - year} BCE"
    return DateError(
        reason=f"names a day that does not exist: {MONTHS[month]} {shown} has "
        f"{days_in_month(year, month)} days, not {day}",
        remedy="Correct the day, or leave it out if it is not known.",
    )


@lru_cache(maxsize=4096)
def year_bounds(year: int, approximate: bool = False, uncertain: bool = False) -> Bounds:  # noqa: FBT001, FBT002 - positional for speed
    """Bound an instant within a year."""
    text = year_text(year) + MARKS[approximate + 2 * uncertain]
    return Bounds(Day(year, 1, 1), Day(year, 12, 31), approximate, uncertain, text)


@lru_cache(maxsize=8192)
def month_bounds(
    year: int,
    month: int,
    approximate: bool = False,  # noqa: FBT001, FBT002 - positional for speed
    uncertain: bool = False,  # noqa: FBT001, FBT002
) -> Bounds:
    """Bound an instant within a month, or a season by its EDTF number."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        return _division_bounds(year, month, approximate=approximate, uncertain=uncertain)
    last = Day(year, month, days_in_month(year, month))
    text = f"{year_text(year)}-{month:02d}{MARKS[approximate + 2 * uncertain]}"
    return Bounds(Day(year, month, 1), last, approximate, uncertain, text)


def _division_bounds(year: int, number: int, *, approximate: bool, uncertain: bool) -> Bounds:
    """Bound an instant within a season (or a quarter, a semester) by its EDTF number."""
    if number not in _DIVISIONS:
        raise bad_month(number)
    first, last = _DIVISIONS[number]
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)  # noqa: PLR2004
    text = f"{year_text(year)}-{number:02d}{MARKS[approximate + 2 * uncertain]}"
    return Bounds(
        Day(year, first, 1),
        Day(end_year, end_month, days_in_month(end_year, end_month)),
        approximate,
        uncertain,
        text,
    )


def day_bounds(
    year: int,
    month: int,
    day: int,
    approximate: bool = False,  # noqa: FBT001, FBT002 - positional for speed
    uncertain: bool = False,  # noqa: FBT001, FBT002
) -> Bounds:
    """Bound an instant within a day, which must exist."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise bad_month(month)
    if not 1 <= day <= 28 and not 1 <= day <= days_in_month(year, month):  # noqa: PLR2004
        raise bad_day(year, month, day)
    that = Day(year, month, day)
    if not approximate and not uncertain and 0 <= year <= 9999:  # noqa: PLR2004 - the usual case
        return Bounds(that, that, False, False, f"{year:04d}-{month:02d}-{day:02d}")  # noqa: FBT003
    return Bounds(that, that, approximate, uncertain)


def plain_bounds(year: int, month: int | None, day: int | None, mark: str = "") -> Bounds:
    """Bound an instant by whichever of year, month and day are known."""
    approximate, uncertain = QUALIFIERS[mark]
    if month is None:
        return year_bounds(year, approximate, uncertain)
    if day is None:
        return month_bounds(year, month, approximate, uncertain)
    return day_bounds(year, month, day, approximate, uncertain)


def reversed_error() -> DateError:
    """Say that a span ends before it starts."""
    return DateError(reason="ends before it starts", remedy="Check both dates and their order.")


def ends_before(start: Bounds, end: Bounds) -> bool:
    """Say whether the end is certainly before the start."""
    return start.earliest is not None and end.latest is not None and end.latest < start.earliest


def join(start: Bounds | None, end: Bounds | None, *, opened: bool = False) -> Span:
    """Make a span of its two ends; ``opened`` makes one that has no end yet."""
    if opened:
        return Span(start, Bounds(start.earliest if start else None, None, edtf=".."))
    if start is not None and end is not None:
        check_order(start, end)
    return Span(start, end)


def check_order(start: Bounds, end: Bounds) -> None:
    """Refuse an end that is surely before its start."""
    if ends_before(start, end):
        raise reversed_error()
