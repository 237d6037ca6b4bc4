"""Dates: what people write in a table of a life, read as spans of time.

Common forms are read here, at some microseconds each; everything else people write goes to the
grammar of `exile_map.dates.written`, which is loaded when it is first needed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from exile_map.dates.edtf import (
    MONTHS,
    check_order,
    day_bounds,
    join,
    month_bounds,
    read_edtf,
    year_bounds,
)
from exile_map.dates.spans import Bounds, DateError, Day, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Bounds", "DateError", "Day", "Span", "day_order", "read_span"]

_LONGEST: Final = 200
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
# The commonest of all: 1909, 1909-05, 1909-05-03, c. 1909, 1909?, 3 May 1909, May 1909, 3.5.1909.
_COMMON: Final = re.compile(
    r"(c\. ?|ca\. ?|about )?([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~]?)"
    r"|(?:([0-9]{1,2})\.? (?:de )?)?([^\W\d_]{3,12})\.? (?:de )?([0-9]{4})"
    r"|([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
    r"|([A-Z][a-z]{2,8})\.? ([0-9]{1,2}), ([0-9]{4})"
)
_SHORT_RANGE: Final = re.compile(r"([0-9]{4})([-–])([0-9]{1,2})")
# Excel's habits: 1909.0 for a year, and midnight added to a day.
_EXCEL: Final = re.compile(r"([0-9]{1,4})[.,]0+|([^:]*[0-9])[ T]0?0:00(?::00)?(?:\.0+)?")
_ODD: Final = re.compile(r"(?<=[^.])\s*\.{3,}\s*|\s*--+\s*|\s+")
_DASHES: Final = {
    **dict.fromkeys("‐‑−﹣－", "-"),
    **dict.fromkeys("‒–—―⸺⸻﹘〜～→", "–"),
    "…": "...",
    "’": "'",
    "／": "/",
}
_GROUPS: Final = tuple(range(1, 12))
_DASH: Final = re.compile(r" ?[–—] ?| - | to |(?<=^[0-9]{4})-(?=[0-9]{4}$)")
_NUMERIC: Final = re.compile(r"(?<![0-9/.-])([0-9]{1,2})([/-])([0-9]{1,2})\2[0-9]{2,4}(?![0-9])")
_FEW_DIGITS: Final = re.compile(r"\s*[0-9]{1,2}\s*")
_FOUR_DIGITS: Final = re.compile(r"\s*[0-9]{4}\s*")


def _common(text: str) -> Bounds | None:  # noqa: PLR0911 - flat, for speed
    """Read one date in a common form; None if it is not one (and nothing is wrong yet)."""
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
    if word is None:
        word, day_too, year_too = found.group(12, 13, 14)
    number = _MONTHS.get(word) or _foreign_month(word)
    if not number or year_too < "0100":
        return None
    if day_too is None:
        return month_bounds(int(year_too), number)
    return day_bounds(int(year_too), number, int(day_too))


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


def _common_span(text: str, day_first: bool | None) -> Span:  # noqa: FBT001 - private
    """Read one cell: a date or a range."""
    start = _common(text)
    if start is not None:
        return Span(start, None, text)
    ends = _DASH.split(text, maxsplit=1)
    if len(ends) == 2:  # noqa: PLR2004 - a start and an end
        start, end = _common(ends[0]), _common(ends[1])
        if start is not None and end is not None:
            return _written(join(start, end), text)
    return _read_slowly(text, day_first)


@lru_cache(maxsize=16384)
def _read_slowly(text: str, day_first: bool | None) -> Span:  # noqa: FBT001 - private
    """Read what is in no common form: EDTF, then the words of eight languages."""
    clean = _clean(text)
    if not clean:
        return Span(None, None, text)
    short = _SHORT_RANGE.fullmatch(clean)
    note = ""
    if short and len(short[3]) == 1:
        _ask_one_digit(short[1], short[2], short[3])
    elif short and short[3] > short[1][2:]:
        if short[2] != "-" or not ("01" <= short[3] <= "12" or "21" <= short[3] <= "24"):
            clean = f"{short[1]}–{short[1][:2]}{short[3]}"
        else:
            note = _month_note(short[1], short[3])
    span = read_edtf(clean)
    if span is None:
        from exile_map.dates.written import read_written  # noqa: PLC0415 - only if needed

        span = read_written(clean, day_first)
    return _written(span, text, note)


def _ask_one_digit(year: str, dash: str, digit: str) -> None:
    """Ask what "1933-4" is: with a hyphen it can be a month as well as a year."""
    if dash == "-" and digit > year[3]:
        raise DateError(
            reason="can be a month or a range of years",
            remedy=f"Write {year}-0{digit} or {year}–{year[:3]}{digit}.",
            readings=(f"{MONTHS[int(digit)]} {year}", f"{year} to {year[:3]}{digit}"),
        )


def _month_note(year: str, number: str) -> str:
    """Tell how "1904-05" was read, as it may be meant as two years."""
    what = f"{MONTHS[int(number)]} {year}" if number <= "12" else f"a season of {year}"
    return f"read as {what}; for two years write {year}–{year[:2]}{number}"


def _clean(text: str) -> str:
    """Bring digits, dashes and spaces to one form, and leave out what cannot be seen."""
    text = text.strip()
    if len(text) > _LONGEST:
        raise DateError(
            reason="is too long for a date", remedy="Move the text to a column of its own."
        )
    if not text.isascii():
        text = "".join(_DASHES.get(c, c) for c in text)
        text = "".join(
            str(unicodedata.decimal(c)) if c.isdecimal() else c
            for c in text
            if unicodedata.category(c) != "Cf"
        )
    text = _ODD.sub(lambda m: "–" if "." in m[0] or "-" in m[0] else " ", text).strip()
    found = _EXCEL.fullmatch(text)
    return found[1] or found[2] if found else text


def _written(span: Span, text: str, note: str = "") -> Span:
    """Add to a span the text it was read from."""
    return Span(span.start, span.end, text, note or span.note)


def _as_text(value: object) -> str:
    """Take what a table holds instead of text: numbers, dates, nothing (None, NaN)."""
    if isinstance(value, str):
        return value
    if value is None or value != value:  # noqa: PLR0124 - this is how NaN is known
        return ""
    return str(value)


def read_span(text: object, *, end_text: object = None, day_first: bool | None = None) -> Span:
    """Read a date, or a range, as people write them.

    Parameters
    ----------
    text
        The cell: a date or a range. Numbers, dates, None and NaN are taken as their text.
    end_text
        The cell of the end, where the table has two.
    day_first
        How to read 3/4/1917: as 3 April (True) or 4 March (False); None asks.

    Returns
    -------
    Span
        With the cell as ``written``; empty cells give a span that tells nothing.

    Raises
    ------
    DateError
        If the date cannot be read, cannot exist, or can be read in two ways.
    """
    first, last = _as_text(text), _as_text(end_text)
    if not last or last.isspace():
        return _common_span(first, day_first)
    return _two_cells(first, last, day_first)


def _two_cells(first: str, last: str, day_first: bool | None) -> Span:  # noqa: FBT001 - private
    """Read a start and an end, each in its own cell."""
    begun, over = _common(first), _common(last)
    if begun is not None and over is not None:
        check_order(begun, over)
        return Span(begun, over, f"{first} – {last}")
    written = f"{first.strip()} – {last.strip()}".removeprefix(" ")
    if _FEW_DIGITS.fullmatch(last) and _FOUR_DIGITS.fullmatch(first):
        return _written(_read_slowly(f"{first.strip()}–{last.strip()}", day_first), written)
    start, end = _common_span(first, day_first), _read_end(last, day_first)
    if start.end is not None and (start.end.latest is not None or start.start is None):
        raise DateError(
            reason="is a range, and an end is told as well", remedy="Leave one of them out."
        )
    notes = "; ".join(dict.fromkeys(filter(None, (start.note, end.note))))
    opened = end.end is not None and end.end.edtf == ".."
    return _written(join(start.start, end.end, opened=opened), written, notes)


def _read_end(text: str, day_first: bool | None) -> Span:  # noqa: FBT001 - private
    """Read the cell of an end, as a span that has nothing else."""
    clean = _clean(text)
    bounds = _common(clean)
    if bounds is not None:
        return Span(None, bounds)
    span = read_edtf(clean) if clean != ".." else Span(Bounds(None, None, edtf=".."), None)
    if span is None:
        span = _read_slowly(f"– {clean}", day_first)
        return Span(None, span.end, "", span.note)
    if span.end is not None:
        raise DateError(
            reason="is a range where an end is expected", remedy="Leave one of them out."
        )
    return Span(None, span.start)


def day_order(texts: Iterable[str]) -> bool | None:
    """Decide for a whole column whether 3/4/1917 has its day first.

    Parameters
    ----------
    texts
        The cells of the column.

    Returns
    -------
    bool or None
        True for day/month, False for month/day, None where no cell forces either.

    Raises
    ------
    DateError
        If some cells force the one and some the other.
    """
    forcing: dict[bool, str] = {}
    for text in texts:
        plain = _as_text(text)
        # Most cells are a year, or begin with one, and force nothing.
        if plain[:4].isdigit() or not ("/" in plain or "-" in plain):
            continue
        for found in _NUMERIC.finditer(plain):
            first, second = int(found[1]), int(found[3])
            if (first > 12) != (second > 12):  # noqa: PLR2004 - months
                forcing.setdefault(first > 12, found[0])  # noqa: PLR2004
    if len(forcing) > 1:
        raise DateError(
            reason=f"has the day first in {forcing[True]} and the month first in {forcing[False]}",
            remedy="Write these dates in one order, or with the month as a word.",
        )
    return next(iter(forcing), None)
