"""The commonest forms of one date, read at a few microseconds each, without the grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.dates.bounding import day_bounds, month_bounds, year_bounds

if TYPE_CHECKING:
    from exile_map.dates.spans import Bounds

_MONTHS: Final = {
    word: number
    for number, words in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sep Sept",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for word in words.split()
}
# 1909, 1909-05, 1909-05-03, c. 1909, 1909?, 3 May 1909, May 1909, 3.5.1909, May 3, 1909, 3/5/1909.
_COMMON: Final = re.compile(
    r"(c\. ?|ca\. ?|about )?([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~]?)"
    r"|(?:([0-9]{1,2})\.? (?:de )?)?([^\W\d_]{3,12})\.? (?:de )?([0-9]{4})"
    r"|([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
    r"|([A-Z][a-z]{2,8})\.? ([0-9]{1,2}), ([0-9]{4})"
    r"|([0-9]{1,2})([/-])([0-9]{1,2})\16([0-9]{4})"
)
_ISO: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_GROUPS: Final = tuple(range(1, 12))


def read_common(text: str, day_first: bool | None = None) -> Bounds | None:  # noqa: C901, FBT001, PLR0911 - flat, for speed
    """Read one date in a common form; None if it is not one (and nothing is wrong yet).

    Parameters
    ----------
    text
        The date.
    day_first
        How to read 3/4/1917; None leaves it to the slower way, which asks.
    """
    if _ISO.fullmatch(text):
        return day_bounds(int(text[:4]), int(text[5:7]), int(text[8:]))
    found = _COMMON.fullmatch(text)
    if found is None:
        return None
    about, year, month, day, mark, day_too, word, year_too, d, m, y = found.group(*_GROUPS)
    if year is not None:
        if month is not None:
            return _iso_day(year, month, day) if about is None and not mark else None
        if year == "0000" and about:
            return None
        return year_bounds(int(year), about is not None or mark == "~", mark == "?")
    if d is not None:
        return day_bounds(int(y), int(m), int(d)) if y >= "0100" else None
    if found[15] is not None:
        return _numeric_day(int(found[15]), int(found[17]), found[18], day_first)
    if word is None:
        word, day_too, year_too = found.group(12, 13, 14)
    number = _MONTHS.get(word) or _foreign_month(word)
    if not number or year_too < "0100":
        return None
    if day_too is None:
        return month_bounds(int(year_too), number)
    return day_bounds(int(year_too), number, int(day_too))


def _numeric_day(
    first: int,
    second: int,
    year: str,
    day_first: bool | None,  # noqa: FBT001 - private
) -> Bounds | None:
    """Read 3/5/1909, where the column or the numbers say which one is the day."""
    if day_first is None:
        if first == second or (first > 12) == (second > 12):  # noqa: PLR2004 - months
            return None
        day_first = first > 12  # noqa: PLR2004 - months
    day, month = (first, second) if day_first else (second, first)
    return day_bounds(int(year), month, day) if year >= "0100" else None


def _iso_day(year: str, month: str, day: str | None) -> Bounds | None:
    """Read 1909-05 and 1909-05-03."""
    if day is not None:
        return day_bounds(int(year), int(month), int(day))
    # "1904-05" may be meant as 1904–1905: the slow way reads it with a note.
    if month > year[2:] or not "01" <= month <= "12":
        return None
    return month_bounds(int(year), int(month))


def _foreign_month(word: str) -> int:
    """Give the number of a month in another language than English; 0 if it is none."""
    from exile_map.dates.words import month_number  # noqa: PLC0415 - loaded when needed

    return month_number(word)
