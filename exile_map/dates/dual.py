"""Days told in two calendars: "3/16 April 1917", "25 October (7 November) 1917"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.dates.julian import from_julian
from exile_map.dates.partial import Partial, from_numbers, noted
from exile_map.dates.shapes import SHAPES
from exile_map.dates.spans import DateError, Span
from exile_map.dates.words import Word

if TYPE_CHECKING:
    from exile_map.dates.items import Item


def read_dual(items: list[Item]) -> Span | None:
    """Read a day told in both calendars: "3/16 April 1917", "25 October (7 November) 1917"."""
    words = [item for item in items if isinstance(item, Word)]
    if len(words) != len(items):
        return None
    shape = "".join(
        "y" if word.kind == "number" and len(word.text) > 2 else SHAPES.get(word.kind, "!")  # noqa: PLR2004
        for word in words
    )
    if shape.replace("o", "").replace("w", "") not in (
        "n(n)my", "n/nmy", "nm(nm)y", "nm/nmy", "nmy(nm)", "nmy(nmy)",
    ):  # fmt: skip
        return None
    days = [w.value for w in words if w.kind == "number" and len(w.text) <= 2]  # noqa: PLR2004
    years = [w.value for w in words if w.kind == "number" and len(w.text) > 2]  # noqa: PLR2004
    months = [w.value for w in words if w.kind == "month"]
    if len(days) != 2 or not years:  # noqa: PLR2004 - a day in each calendar
        return None
    pair = [
        from_numbers(years[0] if i == 0 else years[-1], months[0 if i == 0 else -1], days[i])
        for i in (0, 1)
    ]
    for old, new in (pair, pair[::-1]):
        if _same_day(old, new):
            old.old = True
            return noted(Span(new.bounds(), None), old)
    if "(" in shape:
        raise DateError(
            reason="gives two days that are not the same day in the two calendars",
            remedy="Check both, or leave out the one in brackets.",
        )
    return None


def _same_day(old: Partial, new: Partial) -> bool:
    """Say whether a day of the Julian calendar is a day of ours."""
    try:
        that = from_julian(old.year or 0, old.month or 0, old.day or 0)
    except DateError:
        return False
    return that == (new.year, new.month, new.day)
