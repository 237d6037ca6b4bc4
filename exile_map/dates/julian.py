"""The Julian calendar ("Old Style"): its days as days of ours."""

from __future__ import annotations

from exile_map.dates.bounding import bad_day, bad_month
from exile_map.dates.spans import Day, days_in_month

_MONTHS = 12


def _julian_number(year: int, month: int, day: int) -> int:
    """Count the days to a day of the Julian calendar (the Julian day number)."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    return day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083


def _gregorian(number: int) -> Day:
    """Find the day of our calendar that has a Julian day number."""
    days = number + 32044
    centuries = (4 * days + 3) // 146097
    days -= 146097 * centuries // 4
    years = (4 * days + 3) // 1461
    days -= 1461 * years // 4
    months = (5 * days + 2) // 153
    return Day(
        100 * centuries + years - 4800 + months // 10,
        months + 3 - 12 * (months // 10),
        days - (153 * months + 2) // 5 + 1,
    )


def from_julian(year: int, month: int, day: int) -> Day:
    """Convert a day of the Julian calendar, which must exist there."""
    if not 1 <= month <= _MONTHS:
        raise bad_month(month)
    # The one day the calendars do not share is 29 February of years such as 1900.
    longest = days_in_month(year if year % 4 else 2000, month)
    if not 1 <= day <= longest:
        raise bad_day(year, month, day)
    return _gregorian(_julian_number(year, month, day))


def julian_month_end(year: int, month: int) -> Day:
    """Convert the last day of a month of the Julian calendar."""
    following = (year, month + 1) if month < _MONTHS else (year + 1, 1)
    return _gregorian(_julian_number(*following, 1) - 1)


def days_behind(year: int, month: int, day: int) -> int:
    """Count by how many days the Julian calendar was behind ours on one of its days."""
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    ours = day + (153 * months + 2) // 5 + 365 * years + years // 4
    ours += years // 400 - years // 100 - 32045
    return _julian_number(year, month, day) - ours
