"""Two dates as one time: from the one to the other, or somewhere between them."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from exile_map.dates.bounding import join
from exile_map.dates.filling import fill_in
from exile_map.dates.items import HINT, is_word
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
    """Read a range; each end may lie between two dates."""
    ends = choices(left), choices(right)
    if all(len(end) == 1 for end in ends):
        start, end = _two(left, right, old=old)
        return noted(join(start.bounds(), end.bounds()), start)
    dates = [[read_one(items, old=old) for items in end] for end in ends]
    # What is written once, with the last of them, is said of all.
    for before, after in reversed([*pairwise(chain(*dates))]):
        fill_in(before, after)
    (start, *_), _ = dates
    return noted(join(*(_between(end[0], end[-1]) for end in dates)), start)


def read_end(items: list[Item], *, old: bool) -> Span:
    """Read one end of a range, which may lie between two dates, as a span that has no other."""
    sides = choices(items)
    if len(sides) > 1:
        return read_within(*sides, old=old)
    one = read_one(items, old=old)
    return noted(Span(one.bounds(), None), one)


def choices(items: list[Item]) -> list[list[Item]]:
    """Part what says that it was one of two dates, or between them; else give it as it is."""
    led = bool(items) and is_word(items[0], "between")
    kinds = ("or", "and") if led else ("or",)
    cuts = [i for i, item in enumerate(items) if is_word(item, *kinds)]
    if len(cuts) != 1 or any(is_word(item, "to", "dash") for item in items):
        return [items]
    return [items[led : cuts[0]], items[cuts[0] + 1 :]]


def read_within(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read an instant between two dates."""
    start, end = _two(left, right, old=old)
    return noted(Span(_between(start, end), None), start)


def _between(start: Partial, end: Partial) -> Bounds:
    """Bound an instant between two dates, or within one."""
    first, last = start.bounds(), end.bounds()
    if start is end:
        return first
    join(first, last)
    about = first.approximate or last.approximate
    maybe = first.uncertain or last.uncertain
    return Bounds(first.earliest, last.latest, about, maybe)
