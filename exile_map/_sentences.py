"""Sentences: when many stays were, in words; what is said alike is put into words once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from exile_map import telling
from exile_map.dates import Bounds, Span
from exile_map.dates.spans import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exile_map.routes import Stay

_DAYS: Final = (13, 27)
_YEARS: Final = (1987, 2046)
"""The example's days and years: none is a part of another."""
_ODD: Final = frozenset({1, 8, 11})
"""Days that some language says in its own way: “1er”, “all’8”, “dall’11”."""
_CLEAR: Final = 1000
"""From this year on a year is its number, without an era."""


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
        self._days = _Days()
        self._known: dict[tuple[int, int, bool], str] = {}

    def said(self, stays: Iterable[Stay]) -> list[str]:
        """Say when each stay was, as `telling.when_words` does."""
        return [self._said(stay) for stay in stays]

    def _said(self, stay: Stay) -> str:
        filled, inferred = stay.filled, stay.inferred
        first, last = self._days.of(filled.start), self._days.of(filled.end)
        if first is not None and last is not None and first != last and "start" not in inferred:
            (year, month, day), (to_year, to_month, to_day) = first, last
            if year >= _CLEAR and to_year >= _CLEAR:
                odd, to_odd = day if day in _ODD else 0, to_day if to_day in _ODD else 0
                pattern = self._pattern(month, to_month, odd, to_odd, year == to_year)
                if pattern:
                    return pattern.format(day, year, to_day, to_year)
        # Years and months recur among many stays, and share their bounds.
        key = (id(filled.start), id(filled.end), "start" in inferred)
        said = self._known.get(key)
        if said is None:
            said = self._known[key] = telling.when_words(stay, self.lang)
        return said

    def _learnt(self, month: int, to_month: int, odd: int, to_odd: int, same: bool) -> str:  # noqa: FBT001 -- private
        """Return the pattern of all sentences of a shape, from an example; blank if none is seen.

        A shape is all that the sentence depends on but for its numbers: the months, the days if
        some language says them in its own way (0 for others), and whether the years are the same.
        Languages with digits of their own show none.
        """
        years = (_YEARS[0], _YEARS[0] if same else _YEARS[1])
        days = [own or day for own, day in zip((odd, to_odd), _DAYS, strict=True)]
        ends = [Bounds(day, day) for day in map(Day, years, (month, to_month), days)]
        pattern = Span(ends[0], ends[1]).words(self.lang).replace("{", "{{").replace("}", "}}")
        numbers = [*days, *years]
        for place, number in zip((0, 2, 1, 3), numbers, strict=True):
            if number in _ODD or (place == 3 and same):  # noqa: PLR2004 -- the second year
                continue
            if str(number) not in pattern:
                return ""
            pattern = pattern.replace(str(number), f"{{{place}}}")
        return pattern


class _Days:
    """Which bounds are one day, without doubt; each is looked at once, for stays share them."""

    def __init__(self) -> None:
        # By identity, which holds while the stays do: to compare bounds takes longer than all else.
        self._known: dict[int, Day | None] = {id(None): None}

    def of(self, bounds: Bounds | None) -> Day | None:
        """Return the one day; None for other bounds."""
        try:
            return self._known[id(bounds)]
        except KeyError:
            day = self._known[id(bounds)] = _one_day(bounds)
            return day


def _one_day(bounds: Bounds | None) -> Day | None:
    if bounds is None or bounds.approximate or bounds.uncertain:
        return None
    return bounds.earliest if bounds.earliest == bounds.latest else None


def year_labels(stays: Iterable[Stay]) -> Iterator[tuple[str | None, ...]]:
    """Return for each stay the big years that are not simply those of the clock; see `telling`."""
    days = _Days()
    known: dict[tuple[int, int, bool], tuple[str | None, ...]] = {}
    for stay in stays:
        start, end = stay.filled.start, stay.filled.end
        if days.of(start) is not None and days.of(end) is not None:
            yield ()
            continue
        key = (id(start), id(end), "end" in stay.inferred)
        labels = known.get(key)
        if labels is None:
            labels = known[key] = tuple(telling.year_labels(stay) or ())
        yield labels
