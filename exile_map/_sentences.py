"""Sentences: when many stays were, in words; what is said alike is put into words once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map import telling
from exile_map._edges import edges_of
from exile_map.dates import Bounds, Span
from exile_map.dates.spans import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map._edges import Edge
    from exile_map.routes import Stay

_DAYS: Final = (13, 27)
_YEARS: Final = (1987, 2046)
"""The example's days and years: none is a part of another."""
_OWN: Final = {1: 1, 8: 8, 11: 11}
"""Days that some language says in its own way: “1er”, “all’8”, “dall’11”."""
_CLEAR: Final = 1000
"""From this year on a year is its number, without an era."""


_Shape = tuple[int, int, int | None, int | None, bool]


class Sentences:
    """The words of one language for stays from one day to another.

    Parameters
    ----------
    lang
        The language, as `telling.when_words` takes it.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._patterns: dict[_Shape, str] = {}
        self._known: dict[tuple[int, int, bool], str] = {}

    def said(
        self, stays: Sequence[Stay], ends: Iterable[tuple[Edge, Edge]] | None = None
    ) -> list[str]:
        """Say when each stay was, as `telling.when_words` does.

        Parameters
        ----------
        stays
            The stays.
        ends
            The edges of what is filled in of each, where they are known already.
        """
        if ends is None:
            ends = zip(*edges_of([stay.filled for stay in stays]), strict=True)
        said, one, patterns = [], self._one, self._patterns
        for stay, (start, end) in zip(stays, ends, strict=True):
            first, last = start.day, end.day
            if first is None or last is None or "start" in stay.inferred:
                said.append(one(stay))
                continue
            (year, month, day), (to_year, to_month, to_day) = first, last
            shape = (month, to_month, _OWN.get(day), _OWN.get(to_day), year == to_year)
            pattern = patterns.get(shape)
            if pattern is None:
                pattern = patterns[shape] = self._learnt(*shape)
            if not pattern or year < _CLEAR or to_year < _CLEAR or first == last:
                said.append(one(stay))
            else:
                said.append(pattern.format(day, year, to_day, to_year))
        return said

    def _one(self, stay: Stay) -> str:
        """Say it of one stay; years and months recur among many, and share their bounds."""
        key = (id(stay.filled.start), id(stay.filled.end), "start" in stay.inferred)
        said = self._known.get(key)
        if said is None:
            said = self._known[key] = telling.when_words(stay, self.lang)
        return said

    def _learnt(
        self,
        month: int,
        to_month: int,
        odd: int | None,
        to_odd: int | None,
        same: bool,  # noqa: FBT001 -- private
    ) -> str:
        """Return the pattern of all sentences of a shape, from an example; blank if none is seen.

        A shape is all that the sentence depends on but for its numbers: the months, the days if
        some language says them in its own way (else None), and whether the years are the same.
        Languages with digits of their own show none.
        """
        years = (_YEARS[0], _YEARS[0] if same else _YEARS[1])
        days = [own or day for own, day in zip((odd, to_odd), _DAYS, strict=True)]
        ends = [Bounds(day, day) for day in map(Day, years, (month, to_month), days)]
        pattern = Span(ends[0], ends[1]).words(self.lang).replace("{", "{{").replace("}", "}}")
        numbers = [*days, *years]
        for place, number in zip((0, 2, 1, 3), numbers, strict=True):
            if number in _OWN or (place == 3 and same):  # noqa: PLR2004 -- the second year
                continue
            if str(number) not in pattern:
                return ""
            pattern = pattern.replace(str(number), f"{{{place}}}")
        return pattern


def year_labels(
    stays: Iterable[Stay], begun: Iterable[Edge], over: Iterable[Edge], lang: str
) -> list[tuple[str | None, ...]]:
    """Return for each stay the big years that are not simply those of the clock; see `telling`."""
    known: dict[tuple[int, int, bool], tuple[str | None, ...]] = {}

    def learnt(stay: Stay) -> tuple[str | None, ...]:
        key = (id(stay.filled.start), id(stay.filled.end), "end" in stay.inferred)
        labels = known.get(key)
        if labels is None:
            labels = known[key] = tuple(telling.year_labels(stay, lang) or ())
        return labels

    return [
        () if start.day is not None and end.day is not None else learnt(stay)
        for stay, start, end in zip(stays, begun, over, strict=True)
    ]
