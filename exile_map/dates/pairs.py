"""Two dates as one time: from the one to the other, or somewhere between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.dates.bounding import join
from exile_map.dates.filling import fill_in
from exile_map.dates.items import HINT
from exile_map.dates.partial import noted
from exile_map.dates.shapes import read_one
from exile_map.dates.spans import Bounds, DateError, Span

if TYPE_CHECKING:
    from exile_map.dates.items import Item
    from exile_map.dates.partial import Partial


def _two(left: list[Item], right: list[Item], *, old: bool) -> tuple[Partial, Partial]:
    """Read two dates, each completed from the other."""
    if not left or not right:
        raise DateError(reason="has only one of two dates", remedy=HINT)
    start, end = read_one(left, old=old), read_one(right, old=old)
    fill_in(start, end)
    return start, end


def read_both(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read a range."""
    start, end = _two(left, right, old=old)
    return noted(join(start.bounds(), end.bounds()), start)


def read_within(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read an instant between two dates."""
    start, end = _two(left, right, old=old)
    first, last = start.bounds(), end.bounds()
    join(first, last)
    about = first.approximate or last.approximate
    maybe = first.uncertain or last.uncertain
    return noted(Span(Bounds(first.earliest, last.latest, about, maybe), None), start)
