"""Dates: what people write in a table of a life, read as spans of time.

Common forms are read by `exile_map.dates.common`, at some microseconds each; everything else
people write goes to the grammar of `exile_map.dates.written`, loaded when it is first needed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Final

from exile_map.dates.bounding import MONTHS, check_order, join
from exile_map.dates.common import read_common
from exile_map.dates.edtf import read_edtf
from exile_map.dates.masks import unmask
from exile_map.dates.order import day_order
from exile_map.dates.spans import Bounds, DateError, Span

if TYPE_CHECKING:
    from collections.abc import Callable

_LONGEST: Final = 200
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
_DASH: Final = re.compile(r" ?[–—] ?| - | to |(?<=^[0-9]{4})-(?=[0-9]{4}$)")
_FEW_DIGITS: Final = re.compile(r"\s*[0-9]{1,2}\s*")
_FOUR_DIGITS: Final = re.compile(r"\s*[0-9]{4}\s*")


@lru_cache(maxsize=4096)
def _read_slowly(text: str, day_first: bool | None) -> Span:  # noqa: FBT001 - private
    """Read what is in no common form: EDTF, then the words of eight languages."""
    clean = _clean(unmask(text.strip()))
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
        if day_first is None:
            day_first = day_order((clean,))
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


class Reader:
    """Reads the cells of one table; a date that stands in many of them is read once.

    Parameters
    ----------
    day_first
        How to read 3/4/1917: as 3 April (True) or 4 March (False); None asks.
    """

    def __init__(self, *, day_first: bool | None = None) -> None:
        self.day_first = day_first
        self._common = cache(partial(read_common, day_first=day_first))

    def read(self, first: str, last: str = "", make: Callable[..., Span] = Span) -> Span:
        """Read a cell, or the two cells of a start and an end, as `read_span` does.

        Parameters
        ----------
        first, last
            The cells.
        make
            What makes the span of a usual date: `Span`, or what makes many of them.
        """
        start = self._common(first)
        if start is not None:
            if not last or last.isspace():
                return make(start, None, first, "")
            end = self._common(last)
            if end is not None:
                check_order(start, end)
                return make(start, end, f"{first} – {last}", "")
        return self._two(first, last) if last and not last.isspace() else self._one(first)

    def _one(self, text: str) -> Span:
        """Read one cell: a date or a range."""
        start = self._common(text)
        if start is not None:
            return Span(start, None, text)
        ends = _DASH.split(text, maxsplit=1)
        if len(ends) == 2:  # noqa: PLR2004 - a start and an end
            start, end = self._common(ends[0]), self._common(ends[1])
            if start is not None and end is not None:
                return _written(join(start, end), text)
        return _read_slowly(text, self.day_first)

    def _two(self, first: str, last: str) -> Span:
        """Read a start and an end, each in its own cell."""
        written = f"{first.strip()} – {last.strip()}".removeprefix(" ")
        if _FEW_DIGITS.fullmatch(last) and _FOUR_DIGITS.fullmatch(first):
            return _written(
                _read_slowly(f"{first.strip()}–{last.strip()}", self.day_first), written
            )
        start, end = self._one(first), self._end(last)
        if start.end is not None and (start.end.latest is not None or start.start is None):
            raise DateError(
                reason="is a range, and an end is told as well", remedy="Leave one of them out."
            )
        notes = "; ".join(dict.fromkeys(filter(None, (start.note, end.note))))
        opened = end.end is not None and end.end.edtf == ".."
        return _written(join(start.start, end.end, opened=opened), written, notes)

    def _end(self, text: str) -> Span:
        """Read the cell of an end, as a span that has nothing else."""
        clean = _clean(text)
        bounds = self._common(clean)
        if bounds is not None:
            return Span(None, bounds)
        span = read_edtf(clean) if clean != ".." else Span(Bounds(None, None, edtf=".."), None)
        if span is None:
            span = _read_slowly(f"– {clean}", self.day_first)
            return Span(None, span.end, "", span.note)
        if span.end is not None:
            raise DateError(
                reason="is a range where an end is expected", remedy="Leave one of them out."
            )
        return Span(None, span.start)


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
    return Reader(day_first=day_first).read(_as_text(text), _as_text(end_text))
