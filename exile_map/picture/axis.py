"""The axis: where the ticks of a strip of time stand, from days to millennia."""

from __future__ import annotations

from calendar import monthrange
from math import floor, log10
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.dates import Bounds, Day, Span
from exile_map.picture import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.picture.wording import Words

SIZE: Final = 11
"""Of the letters, in pixels."""

_ROOM: Final = 64
# A month or a day is told with its year, so that it takes more room.
_LONG_ROOM: Final = 120
_MONTHS: Final = (1, 3, 6)
_DAYS: Final = (1, 2, 5, 10, 15)
_MONTHS_A_YEAR: Final = 12
# The calendar is the proleptic Gregorian one, which repeats itself after so many years.
_CYCLE: Final = 400
_DAYS_A_YEAR: Final = 365
_APART: Final = 8


class Tick(NamedTuple):
    """A tick: where, in decimal years, and what it says."""

    year: float
    text: str


def ticks(start: float, end: float, width: float, words: Words) -> list[Tick]:
    """Return the ticks that fit on an axis of so many pixels."""
    span = max(1e-6, end - start)
    years = span / max(1, width // _ROOM)
    if years > 0.5:  # noqa: PLR2004 -- half a year is told in months
        return list(_years(start, end, _step(years), words))
    each = span / max(1, width // _LONG_ROOM)
    months = next((n for n in _MONTHS if n / _MONTHS_A_YEAR >= each), None)
    if months is None:
        return list(_years(start, end, 1, words))
    if each > 1 / 14:
        return list(_months(start, end, months, words))
    days = next((n for n in _DAYS if n / _DAYS_A_YEAR >= each), _DAYS[-1])
    return list(_days(start, end, days, words))


def apart(marks: list[Tick], at: dict[float, float]) -> list[Tick]:
    """Leave out the ticks whose texts would touch the one before; `at` has each one's pixel."""
    out: list[Tick] = []
    free = float("-inf")
    for tick in sorted(marks, key=lambda mark: at[mark.year]):
        wide = texts.width(tick.text, SIZE)
        if at[tick.year] - wide / 2 >= free:
            out.append(tick)
            free = at[tick.year] + wide / 2 + _APART
    return out


def _step(least: float) -> int:
    """Return the least of 1, 2, 5, 10, 20 … that is not below a number."""
    power = int(10 ** floor(log10(max(1.0, least))))
    return next((n * power for n in (1, 2, 5, 10) if n * power >= least), 10 * power)


def _years(start: float, end: float, step: int, words: Words) -> Iterator[Tick]:
    """Give round years, as they are written: 100 BCE is -99 to us, and no year is 0."""
    written = floor((start - 1) / step) * step
    while written <= end:
        year = written if written > 0 or step == 1 else written + 1
        if start <= year <= end:
            yield Tick(year, words.year(year))
        written += step


def _months(start: float, end: float, step: int, words: Words) -> Iterator[Tick]:
    for year in range(floor(start), floor(end) + 1):
        for month in range(1, _MONTHS_A_YEAR + 1, step):
            first = Day(year, month, 1)
            if start <= first.start <= end:
                last = Day(year, month, days_in(year, month))
                told = Span(Bounds(first, last), None).words(words.lang)
                yield Tick(first.start, words.year(year) if month == 1 else told)


def _days(start: float, end: float, step: int, words: Words) -> Iterator[Tick]:
    for year in range(floor(start), floor(end) + 1):
        for month in range(1, _MONTHS_A_YEAR + 1):
            # From a month's last days to the next one's first there must be a whole step.
            for number in range(1, days_in(year, month) + 2 - step // 2, step):
                day = Day(year, month, number - 1 if step > 1 and number > 1 else number)
                if start <= day.start <= end:
                    yield Tick(day.start, Span(Bounds(day, day), None).words(words.lang))


def days_in(year: int, month: int) -> int:
    """Return how many days a month has."""
    return monthrange(year % _CYCLE + _CYCLE, month)[1]
