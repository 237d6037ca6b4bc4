"""Sentences: when many stays were, in words; what is said alike is put into words once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map import telling
from exile_map.dates import Bounds, Span
from exile_map.dates.spans import Day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.routes import Stay

_DAYS: Final = (13, 27)
_YEARS: Final = (1987, 2046)
"""The example's days and years: none is a part of another."""
_ODD: Final = frozenset({1, 8, 11})
"""Days that some language says in its own way: “1er”, “all’8”, “dall’11”."""
_CLEAR: Final = 1000
"""From this year on a year is its number, without an era."""


class _Shape(NamedTuple):
    """All that the sentence of two days depends on, but for its numbers."""

    months: tuple[int, int]
    days: tuple[int, int]
    """Those that some language says in its own way; 0 for others."""
    same_year: bool


class Sentences:
    """The words of one language for stays from one day to another.

    Parameters
    ----------
    lang
        The language, as `telling.when_words` takes it.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._pattern = cache(self._learnt)

    def said(self, stays: Iterable[Stay]) -> list[str]:
        """Say when each stay was, as `telling.when_words` does."""
        return [self._said(stay) for stay in stays]

    def _said(self, stay: Stay) -> str:
        start, end = stay.filled.start, stay.filled.end
        if start is None or end is None or start == end or "start" in stay.inferred:
            return telling.when_words(stay, self.lang)
        if not (is_one_day(start) and is_one_day(end)):
            return telling.when_words(stay, self.lang)
        first, last = start.earliest, end.earliest
        if first is None or last is None or min(first.year, last.year) < _CLEAR:
            return telling.when_words(stay, self.lang)
        pattern = self._pattern(
            _Shape(
                (first.month, last.month),
                (first.day if first.day in _ODD else 0, last.day if last.day in _ODD else 0),
                first.year == last.year,
            )
        )
        if not pattern:
            return telling.when_words(stay, self.lang)
        return pattern.format(first.day, first.year, last.day, last.year)

    def _learnt(self, shape: _Shape) -> str:
        """Return the pattern of all sentences of a shape, from an example; blank if none is seen.

        Languages with digits of their own show none.
        """
        years = (_YEARS[0], _YEARS[0] if shape.same_year else _YEARS[1])
        days = [odd or day for odd, day in zip(shape.days, _DAYS, strict=True)]
        ends = [Bounds(day, day) for day in map(Day, years, shape.months, days)]
        pattern = Span(ends[0], ends[1]).words(self.lang).replace("{", "{{").replace("}", "}}")
        numbers = [*days, *years]
        for place, number in zip((0, 2, 1, 3), numbers, strict=True):
            if number in _ODD or (place == 3 and shape.same_year):  # noqa: PLR2004 -- the second year
                continue
            if str(number) not in pattern:
                return ""
            pattern = pattern.replace(str(number), f"{{{place}}}")
        return pattern


def is_one_day(bounds: Bounds | None) -> bool:
    """Tell whether bounds are one day, without doubt."""
    return bounds is not None and (
        bounds.earliest is not None
        and bounds.earliest == bounds.latest
        and not bounds.approximate
        and not bounds.uncertain
    )
