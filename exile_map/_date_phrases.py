"""Spans said in words, in the languages of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map._edtf import MONTHS

if TYPE_CHECKING:
    from exile_map._spans import Bounds, Day, Span


def _year(year: int) -> str:
    """Write a year for people."""
    return str(year) if year > 0 else f"{1 - year} BCE"


def _day(day: Day, fineness: int) -> str:
    """Write a day to its year (0), month (1) or day (2)."""
    words = (str(day.day), MONTHS[day.month], _year(day.year))
    return " ".join(words[2 - fineness :])


def _bounds(bounds: Bounds) -> str:
    """Say one end."""
    first, last = bounds.earliest, bounds.latest
    if first is None or last is None:
        if first is not None:
            return f"from {_day(first, first.opens)}"
        return f"until {_day(last, last.closes)}" if last is not None else "unknown"
    fineness = max(first.opens, last.closes)
    about = "perhaps " * bounds.uncertain + "about " * bounds.approximate
    if first[: fineness + 1] == last[: fineness + 1]:
        return about + _day(first, fineness)
    return f"{about}between {_day(first, fineness)} and {_day(last, fineness)}"


def phrase(span: Span, lang: str) -> str:
    """Say a span."""
    del lang
    if span.start is None:
        return f"until {_bounds(span.end)}" if span.end is not None else "undated"
    if span.end is None:
        return _bounds(span.start)
    if span.end.latest is None:
        return f"since {_bounds(span.start)}"
    return f"{_bounds(span.start)} to {_bounds(span.end)}"
