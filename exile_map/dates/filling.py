"""Filling: what each end of a range leaves to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.dates.bounding import MONTHS
from exile_map.dates.spans import DateError

if TYPE_CHECKING:
    from exile_map.dates.partial import Partial

_CENTURY: Final = 100


def fill_in(start: Partial, end: Partial) -> None:
    """Give each end of a range what it leaves to the other: "3–9 May 1917", "1933–38"."""
    if start.era == 0 and end.era < 0 and start.year is not None and not start.after:
        start.era = end.era
        start.set_year(start.year)
    _fill_loose(start, end)
    if start.day is not None and start.month is None:
        start.month = end.month
    if end.day is not None and end.month is None:
        end.month = start.month
    if start.year is None and end.year is not None and not (start.bare and start.loose):
        start.year, start.era = end.year, end.era
    elif end.year is None and start.year is not None and not (end.bare and end.loose):
        end.year, end.era = start.year, start.era
    if start.day is not None and start.month is None:
        raise DateError(reason="has a day without a month", remedy="Write the month as a word.")


def _fill_loose(start: Partial, end: Partial) -> None:
    """Decide what a bare number is: a day of the other's month, or a year of its era or century."""
    if start.loose is not None and start.bare:
        number = start.loose[0]
        if end.month is not None and end.day is not None:
            start.loose, start.day = None, number
        elif end.era:
            start.loose, start.era = None, end.era
            start.set_year(number)
    if end.loose is not None and end.bare:
        number, length = end.loose
        if start.day is not None and not start.year_last:
            end.loose, end.day = None, number
        elif start.year is not None and start.era:
            end.loose, end.era = None, start.era
            end.set_year(number)
        elif start.year is not None and start.bare and start.year >= _CENTURY:
            end.loose = None
            end.year = _abbreviated(start.year, number, length)


def _abbreviated(year: int, number: int, length: int) -> int:
    """Complete the second year of "1933–38" or "1933–8" from the first."""
    full: int = year - year % 10**length + number
    if full <= year:
        readings = (f"{MONTHS[number]} {year}",) if 1 <= number <= 12 else ()  # noqa: PLR2004
        raise DateError(
            reason=f"seems to end in {full}, before it starts",
            remedy="Write both years with four digits, or the month as a word.",
            readings=(*readings, f"{year} to {full + 10**length}"),
        )
    return full
