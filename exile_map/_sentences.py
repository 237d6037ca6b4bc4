"""Sentences: when many stays were, in words; what is said alike is put into words once."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from itertools import compress, count, repeat
from operator import and_, not_
from typing import TYPE_CHECKING, Final

from exile_map import telling
from exile_map.dates import Bounds, Span
from exile_map.dates.spans import Day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map._edges import Edges
    from exile_map.dates.ends import Ends

_DAYS: Final = (13, 27)
_YEARS: Final = (1987, 2046)
"""The example's days and years: none is a part of another."""
_OWN: Final = {1: 1, 8: 2, 11: 3}
"""Days that some language says in its own way, counted: “1er”, “all’8”, “dall’11”."""
_ODD: Final = (None, *_OWN)
_CLEAR: Final = 1000
"""From this year on a year is its number, without an era."""


_MARKS: Final = "\ue000\ue001\ue002\ue003"
"""What stands for the first day and its year, the last day and its year."""
_NOTHING: Final[defaultdict[int, str]] = defaultdict(str)
"""The piece of a number that is not said."""
_ONE_DAY: Final = 1
"""The face of the end of a stay that ended on the day on which it began."""

_Pieces = tuple[dict[int, str], ...]
"""A sentence, cut after each of its four numbers."""


class Sentences:
    """The words of one language for stays from one day to another.

    Parameters
    ----------
    lang
        The language, as `telling.when_words` takes it.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._known_pieces: dict[tuple[str, str], _Piece] = {}
        self._shapes: dict[int, _Pieces | None] = {}
        self._known: dict[tuple[int, int, bool], str] = {}

    def said(
        self, ends: Ends, edges: Edges, inferred: Sequence[tuple[str, ...]] | None = None
    ) -> list[str]:
        """Say when each stay was, as `telling.when_words` does.

        Parameters
        ----------
        ends
            When each was, filled.
        edges
            What is told of the bounds of these.
        inferred
            Which of the two the neighbours told; none where not given.
        """
        said: list[str] = []
        shapes, faces = self._shapes, list(map(self._face, edges.day))
        told: Iterable[tuple[str, ...]] = inferred or repeat(())
        for start, end, guessed in zip(ends.begun, ends.over, told, strict=False):
            face, year, one, two = faces[start]
            to_face, to_year, three, four = faces[end]
            if start == end:
                to_face = to_face and _ONE_DAY
            elif faces[start] == faces[end]:
                # A stay of one day is said by that day alone, however it is told.
                to_face = 0
            shape = face << 7 | to_face << 1 | (year == to_year)
            if shape not in shapes:
                shapes[shape] = self._learnt(shape)
            pieces = shapes[shape]
            if pieces is None or "start" in guessed:
                bounds = ends.bounds[start], ends.bounds[end]
                said.append(self._one(*bounds, begun="start" not in guessed))
            else:
                first, second, third, fourth = pieces
                said.append(f"{first[one]}{second[two]}{third[three]}{fourth[four]}")
        return said

    def _face(self, day: Day | None) -> tuple[int, int, int, int]:
        """Return what a sentence depends on, the year, and both its numbers in their order.

        The first is of the month and, if it is, a day of its own; 0 where no sentence is filled in.
        """
        if day is None or day.year < _CLEAR:
            return 0, 0, 0, 0
        year, month, number = day
        face = month << 2 | self._own.get(number, 0)
        return (face, year, number, year) if self._day_first else (face, year, year, number)

    @cached_property
    def _day_first(self) -> bool:
        """Whether this language says the day before its year."""
        said = self._example((5 << 2, 8 << 2), same=False)
        return said.find(_MARKS[0]) < said.find(_MARKS[1])

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

    def _learnt(self, shape: int) -> _Pieces | None:
        """Return the pieces of the sentences of a shape: two faces, and whether years are the same.

        None if there are none: languages with digits of their own, say, show none.
        """
        faces, same = (shape >> 7, shape >> 1 & 63), bool(shape & 1)
        if not all(faces):
            return None
        said = self._example(faces, same=same)
        if same and _MARKS[2] in said and said.find(_MARKS[1]) > said.find(_MARKS[2]):
            # One year stands at the end for both.
            said = said.replace(_MARKS[1], _MARKS[3])
        order = _MARKS if self._day_first else "".join(_MARKS[i] for i in (1, 0, 3, 2))
        *parts, after = re.split(f"([{_MARKS}])", said)
        befores, marks = parts[::2], parts[1::2]
        if not marks or marks != [mark for mark in order if mark in marks]:
            return None
        ends = [""] * (len(marks) - 1) + [after]
        pieces = dict(zip(marks, map(self._piece, befores, ends), strict=True))
        return tuple(pieces.get(mark, _NOTHING) for mark in order)

    def _piece(self, before: str, after: str) -> _Piece:
        """Return what stands around a number; the same each time, for many sentences share it."""
        piece = self._known_pieces.get((before, after))
        if piece is None:
            piece = self._known_pieces[before, after] = _Piece(before, after)
        return piece

    def _example(self, faces: tuple[int, int], *, same: bool) -> str:
        """Return a sentence with marks for its numbers, but for days of their own; blank if none.

        The face of the end may be that of a stay of one day.
        """
        years = (_YEARS[0], _YEARS[0] if same else _YEARS[1])
        days = [_ODD[face & 3] or day for face, day in zip(faces, _DAYS, strict=True)]
        month, to_month = (face >> 2 for face in faces)
        first, last = map(Day, years, (month, to_month or month), days)
        until = Bounds(last, last) if to_month else None
        said = Span(Bounds(first, first), until).words(self.lang)
        for place, number in ((0, days[0]), (2, days[1]), (1, years[0]), (3, years[1])):
            if number in _OWN or (place == 3 and same):  # noqa: PLR2004 -- the second year
                continue
            if place == 2 and not to_month:  # noqa: PLR2004 -- the second day
                continue
            if str(number) not in said:
                return ""
            said = said.replace(str(number), _MARKS[place])
        return said


class _Piece(dict[int, str]):
    """What stands before and after a number, with that number: written when first asked for."""

    def __init__(self, before: str, after: str) -> None:
        super().__init__()
        self._around = before, after

    def __missing__(self, number: int) -> str:
        before, after = self._around
        text = self[number] = f"{before}{number}{after}"
        return text


def year_labels(
    ends: Ends, edges: Edges, inferred: Sequence[tuple[str, ...]], lang: str
) -> list[tuple[str | None, ...]]:
    """Return for each stay the big years that are not simply those of the clock; see `telling`."""
    is_day = [day is not None for day in edges.day]
    exact = list(map(and_, *ends.of_each(is_day)))
    labels: list[tuple[str | None, ...]] = [()] * len(ends)
    known: dict[tuple[int, int], tuple[str | None, ...]] = {}
    for i in compress(count(), map(not_, exact)):
        # What the neighbours told is not labelled.
        which = ends.begun[i], 0 if "end" in inferred[i] else ends.over[i]
        if which not in known:
            start, end = (ends.bounds[number] for number in which)
            known[which] = tuple(telling.labels_of(start, end, lang) or ())
        labels[i] = known[which]
    return labels
