"""EDTF text (ISO 8601-2) read as bounds: levels 0 and 1 here, the rest through ``edtf``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from exile_map.dates.bounding import (
    QUALIFIERS,
    bad_month,
    ends_before,
    join,
    plain_bounds,
    reversed_error,
)
from exile_map.dates.spans import UNKNOWN, Bounds, DateError, Day, Span, days_in_month

_FARTHEST: Final = 10**12


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: most files never need the rarer ones."""
    year = r"(-?\d{4}|Y-?\d{5,})"
    return re.compile(
        {
            "date": rf"{year}(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)",
            "time": r"(-?\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?"
            r"(Z|[+-]\d\d(?::?\d\d)?)?",
            "masked": r"(-?)([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([?~%]?)",
            "parts": r"([?~%]?)(Y?-?[\dX]{4,})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?)"
            r"(?:-([?~%]?)([\dX]{2})([?~%]?))?)?",
            "set": r"[\[{]([^\[\]{},]*)\.\.([^\[\]{},.]*)[\]}]",
            "looks": r"[-\dXYES?~%.,\[\]{} ]{1,120}",
        }[name]
    )


def _year_number(text: str) -> int:
    """Read ``1909``, ``-0043`` or ``Y-12345``, within reason."""
    year = int(text.removeprefix("Y")) if len(text) <= 16 else _FARTHEST + 1  # noqa: PLR2004
    if abs(year) > _FARTHEST:
        raise DateError(
            reason="is too far from our time for a map", remedy="Check the number of digits."
        )
    return year


def read_edtf_date(text: str) -> Bounds | None:
    """Read one EDTF date (no interval); None if the text is not EDTF at all."""
    found = _pattern("date").fullmatch(text)
    if found:
        year, month, day, mark = found.groups()
        return plain_bounds(
            _year_number(year), int(month) if month else None, int(day) if day else None, mark
        )
    for read in (_read_time, _read_masked, _read_set, _read_parts, _read_with_package):
        bounds = read(text)
        if bounds is not None:
            return bounds
    return None


def _read_time(text: str) -> Bounds | None:
    """Read a day with a time; the hour is of no use to a map and is left out."""
    found = _pattern("time").fullmatch(text)
    if not found:
        return None
    hour, minute, second = (int(found[i] or 0) for i in (2, 3, 4))
    if hour > 24 or minute > 59 or second > 60:  # noqa: PLR2004 - the clock, with its leap second
        raise DateError(
            reason="has a time that does not exist", remedy="Correct the time, or leave it out."
        )
    return read_edtf_date(found[1])


def _matching(mask: str, lowest: int, highest: int) -> list[int]:
    """List the numbers that fit a mask such as ``1X``."""
    return [
        n
        for n in range(lowest, highest + 1)
        if all(m in ("X", c) for m, c in zip(mask, f"{n:02d}", strict=True))
    ]


def _read_masked(text: str) -> Bounds | None:
    """Read a date with unspecified digits: ``193X``, ``1985-XX``, ``156X-12-25``."""
    found = _pattern("masked").fullmatch(text) if "X" in text else None
    if not found:
        return None
    sign, year, month, day, mark = found.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    first, last = (-high, -low) if sign else (low, high)
    months = _matching(month or "XX", 1, 12)
    if not months:
        raise bad_month(int(month))
    earliest = _first_day(range(first, last + 1), months, day or "XX")
    latest = _first_day(range(last, first - 1, -1), months[::-1], day or "XX", last=True)
    if earliest is None or latest is None:
        raise DateError(reason="names a day that does not exist", remedy="Correct the day.")
    return Bounds(earliest, latest, *QUALIFIERS[mark], text)


def _first_day(years: range, months: list[int], mask: str, *, last: bool = False) -> Day | None:
    """Find the first (or, counting down, the last) day that fits; leap years are near."""
    for year in years[:9]:
        for month in months:
            days = _matching(mask, 1, days_in_month(year, month))
            if days:
                return Day(year, month, days[-1 if last else 0])
    return None


def _read_set(text: str) -> Bounds | None:
    """Read one of a run of dates, ``[1917-03..1917-05]``, open at either end or not."""
    found = _pattern("set").fullmatch(text)
    if not found or (text[0] == "[") != (text[-1] == "]"):
        return None
    first, last = (
        read_edtf_date(part.strip()) if part.strip() else None for part in found.groups()
    )
    if first is None and last is None:
        return None
    if first is not None and last is not None and ends_before(first, last):
        raise reversed_error()
    ends = [b for b in (first, last) if b is not None]
    return Bounds(
        first.earliest if first is not None else None,
        last.latest if last is not None else None,
        any(b.approximate for b in ends),
        any(b.uncertain for b in ends),
        text.replace(" ", ""),
    )


def _read_parts(text: str) -> Bounds | None:
    """Read a date whose parts are qualified one by one: ``2004?-06-~11``."""
    found = _pattern("parts").fullmatch(text)
    if not found:
        return None
    groups = found.groups("")
    if groups[0] and not any(groups[2:]):
        return read_edtf_date(groups[1] + groups[0])
    marks = "".join(groups[i] for i in (0, 2, 3, 5, 6, 8))
    bare = read_edtf_date("-".join(groups[i] for i in (1, 4, 7) if groups[i])) if marks else None
    if bare is None:
        return None
    approximate, uncertain = "~" in marks or "%" in marks, "?" in marks or "%" in marks
    return Bounds(bare.earliest, bare.latest, approximate, uncertain, text)


def _read_with_package(text: str) -> Bounds | None:
    """Read the rest of level 2 (lists, exponents, significant digits) with the edtf package."""
    if not _pattern("looks").fullmatch(text) or not any(c in text for c in "YES,[]{}"):
        return None
    import edtf  # noqa: PLC0415 - takes 0.1 s, and few files need it

    slips = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError)
    try:
        parsed = edtf.parse_edtf(text)
        low, high = (tuple(t)[:3] for t in (parsed.lower_strict(), parsed.upper_strict()))
    # What it raises on text that is nearly EDTF: its own error, and slips of its own.
    except (edtf.EDTFParseException, *slips):
        return None
    earliest, latest = Day(*low), Day(*high)
    if latest < earliest:
        raise reversed_error()
    if max(abs(earliest.year), abs(latest.year)) > _FARTHEST:
        raise DateError(
            reason="is too far from our time for a map", remedy="Check the number of digits."
        )
    return Bounds(earliest, latest, "~" in text or "%" in text, "?" in text or "%" in text, text)


def read_edtf(text: str) -> Span | None:
    """Read EDTF, an interval or one date; None if the text is not EDTF at all."""
    if text[0].isalpha() and text[0] not in "XY":
        return None
    if "/" not in text:
        bounds = read_edtf_date(text)
        return Span(bounds, None) if bounds is not None else None
    first, _, last = text.partition("/")
    start = read_edtf_date(first) if first not in ("", "..") else None
    end = read_edtf_date(last) if last not in ("", "..") else None
    if (start is None and first not in ("", "..")) or (end is None and last not in ("", "..")):
        return None
    if first == "..":
        start = Bounds(None, end.latest if end is not None else None, edtf="..")
    if last == "..":
        return join(start, None, opened=True)
    return join(start, end if last else UNKNOWN)
