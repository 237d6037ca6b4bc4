"""Feasts by which people tell a day: Christmas, Easter and those counted from it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from exile_map.dates.bounding import MONTHS, day_bounds
from exile_map.dates.julian import from_julian
from exile_map.dates.spans import Bounds, DateError, Day

_REFORM: Final = 1583
_LATEST: Final = 4099


class Feast(NamedTuple):
    """A feast: its day, or how many days after Easter it begins and ends."""

    month: int = 0
    day: int = 0
    offset: int = 0
    last: int | None = None
    exact: bool = False
    """Whether the day itself is meant ("Easter Monday") and not the days around it."""
    eastern: bool = False


FEASTS: Final = {
    "christmas": Feast(12, 25),
    "christmas day": Feast(12, 25, exact=True),
    "christmas eve": Feast(12, 24, exact=True),
    "boxing day": Feast(12, 26, exact=True),
    "new year": Feast(1, 1),
    "new year's day": Feast(1, 1, exact=True),
    "new year's eve": Feast(12, 31, exact=True),
    "may day": Feast(5, 1, exact=True),
    "all saints": Feast(11, 1),
    "easter": Feast(),
    "easter sunday": Feast(exact=True),
    "easter monday": Feast(offset=1, exact=True),
    "good friday": Feast(offset=-2, exact=True),
    "holy week": Feast(offset=-7, last=0, exact=True),
    "whitsun": Feast(offset=49),
    "eastern christmas": Feast(12, 25, eastern=True),
    "eastern easter": Feast(eastern=True),
}


def easter(year: int) -> date:
    """Find Easter Sunday of the Gregorian calendar.

    Notes
    -----
    The anonymous Gregorian computus, as in J. Meeus, *Astronomical Algorithms*, chapter 8.
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + leaps + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def eastern_easter(year: int) -> date:
    """Find Easter Sunday of the Julian calendar, as a day of ours (Meeus, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(*from_julian(year, month, day + 1))


def feast_bounds(name: str, year: int, *, uncertain: bool = False) -> Bounds:
    """Bound a feast of a year; the days around it are meant unless it names one.

    Raises
    ------
    DateError
        It fell on two days, in the churches of the east and the west; or the year is too early
        for the calendar of today.
    """
    feast = FEASTS[name]
    if feast.eastern:
        return _eastern(feast, year, uncertain=uncertain)
    if feast.month:
        return day_bounds(year, feast.month, feast.day, not feast.exact, uncertain)
    if not _REFORM <= year <= _LATEST:
        raise DateError(
            reason="is a movable feast in a year for which we do not reckon it",
            remedy="Write the day.",
        )
    first = _day(easter(year) + timedelta(days=feast.offset))
    last = first if feast.last is None else _day(easter(year) + timedelta(days=feast.last))
    return Bounds(first, last, not feast.exact, uncertain)


def _eastern(feast: Feast, year: int, *, uncertain: bool) -> Bounds:
    """Bound what the churches keep on two days; where the days differ, ask."""
    if not _REFORM <= year <= _LATEST:
        raise DateError(
            reason="is a feast in a year for which we do not reckon it", remedy="Write the day."
        )
    if feast.month:
        days = [from_julian(year - 1, feast.month, feast.day), Day(year, feast.month, feast.day)]
    else:
        days = sorted({_day(easter(year)), _day(eastern_easter(year))})
    if len(days) == 1:
        return day_bounds(*days[0], not feast.exact, uncertain)
    readings = tuple(f"{day.day} {MONTHS[day.month]} {year}" for day in days)
    raise DateError(
        reason="fell on two days, by the calendars of the churches",
        remedy="Write the day.",
        readings=readings,
    )


def _day(day: date) -> Day:
    return Day(day.year, day.month, day.day)
