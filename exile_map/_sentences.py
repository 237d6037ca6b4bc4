"""Sentences: when many stays were, in words; what is said alike is put into words once."""

from __future__ import annotations

from functools import cached_property
from itertools import repeat
from typing import TYPE_CHECKING, Final

from exile_map import telling
from exile_map._edges import edges_of
from exile_map.dates import Bounds, Span
from exile_map.dates.spans import Day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from exile_map._edges import Edge

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
        self._patterns: dict[_Shape, Callable[..., str] | None] = {}
        self._known: dict[tuple[int, int, bool], str] = {}

    def said(
        self,
        starts: Sequence[Bounds | None],
        ends: Sequence[Bounds | None],
        inferred: Sequence[tuple[str, ...]] | None = None,
        edges: tuple[Sequence[Edge], Sequence[Edge]] | None = None,
    ) -> list[str]:
        """Say when each stay was, as `telling.when_words` does.

        Parameters
        ----------
        starts, ends
            The bounds of each stay, filled.
        inferred
            Which of the two the neighbours told; none where not given.
        edges
            The edges of the same, where they are known already.
        """
        begun, over = edges or edges_of(starts, ends)
        told: Iterable[tuple[str, ...]] = inferred or repeat(())
        said, one, patterns, own = [], self._one, self._patterns, self._own
        for start, end, of_start, of_end, guessed in zip(
            starts, ends, begun, over, told, strict=False
        ):
            first, last = of_start.day, of_end.day
            if first is None or last is None or "start" in guessed:
                said.append(one(start, end, begun="start" not in guessed))
                continue
            (year, month, day), (to_year, to_month, to_day) = first, last
            if year < _CLEAR or to_year < _CLEAR or (first == last and start is not end):
                said.append(one(start, end, begun=True))
                continue
            # A stay of one day is said by that day alone.
            until = to_month if start is not end else 0
            shape = (month, until, own.get(day), own.get(to_day), year == to_year)
            if shape not in patterns:
                patterns[shape] = self._learnt(*shape)
            fill = patterns[shape]
            said.append(fill(day, year, to_day, to_year) if fill else one(start, end, begun=True))
        return said

    @cached_property
    def _own(self) -> dict[int, int]:
        """The days that this language says in its own way, if it has any."""
        (day, to_day), (year, to_year) = _DAYS, _YEARS

        def words(first: int, last: int | None) -> str:
            ends = [Bounds(at, at) for at in (Day(year, 5, first), Day(to_year, 8, last or 1))]
            return Span(ends[0], ends[1] if last else None).words(self.lang)

        usual, alone = words(day, to_day), words(day, None)
        for odd in _OWN:
            said = [words(odd, to_day), words(day, odd), words(odd, None)]
            as_usual = [usual.replace(str(day), str(odd)), usual.replace(str(to_day), str(odd))]
            if said != [*as_usual, alone.replace(str(day), str(odd))]:
                return _OWN
        return {}

    def _one(self, start: Bounds | None, end: Bounds | None, *, begun: bool) -> str:
        """Say it of one stay; years and months recur among many, and share their bounds."""
        key = (id(start), id(end), begun)
        said = self._known.get(key)
        if said is None:
            said = self._known[key] = telling.words_of(start, end, self.lang, begun=begun)
        return said

    def _learnt(
        self,
        month: int,
        to_month: int,
        odd: int | None,
        to_odd: int | None,
        same: bool,  # noqa: FBT001 -- private
    ) -> Callable[..., str] | None:
        """Return what fills in the sentences of a shape, from an example; None if none is seen.

        A shape is all that the sentence depends on but for its numbers: the months, the days if
        some language says them in its own way (else None), and whether the years are the same;
        the second month is 0 where there is one day only.
        Languages with digits of their own show none.
        """
        years = (_YEARS[0], _YEARS[0] if same else _YEARS[1])
        days = [own or day for own, day in zip((odd, to_odd), _DAYS, strict=True)]
        first, last = map(Day, years, (month, to_month or month), days)
        until = Bounds(last, last) if to_month else None
        pattern = (
            Span(Bounds(first, first), until).words(self.lang).replace("{", "{{").replace("}", "}}")
        )
        numbers = [*days, *years]
        for place, number in zip((0, 2, 1, 3), numbers, strict=True):
            if number in _OWN or (place == 3 and same):  # noqa: PLR2004 -- the second year
                continue
            if place == 2 and not to_month:  # noqa: PLR2004 -- the second day
                continue
            if str(number) not in pattern:
                return None
            pattern = pattern.replace(str(number), f"{{{place}}}")
        return pattern.format


def year_labels(
    starts: Sequence[Bounds | None],
    ends: Sequence[Bounds | None],
    inferred: Sequence[tuple[str, ...]],
    edges: tuple[Sequence[Edge], Sequence[Edge]],
    lang: str,
) -> list[tuple[str | None, ...]]:
    """Return for each stay the big years that are not simply those of the clock; see `telling`."""
    known: dict[tuple[int, int], tuple[str | None, ...]] = {}

    def learnt(start: Bounds | None, end: Bounds | None) -> tuple[str | None, ...]:
        labels = known.get((id(start), id(end)))
        if labels is None:
            labels = known[id(start), id(end)] = tuple(telling.labels_of(start, end, lang) or ())
        return labels

    return [
        ()
        if begun.day is not None and over.day is not None
        else learnt(start, None if "end" in guessed else end)
        for start, end, guessed, begun, over in zip(starts, ends, inferred, *edges, strict=True)
    ]
