"""Dating: the date cells of a row into a span; which of them is to blame if that fails."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain, count, repeat
from operator import le
from typing import TYPE_CHECKING, Final

from exile_map.dates import Bounds, DateError, Day, Reader, Span, day_order
from exile_map.dates.ends import Ends
from exile_map.dates.spans import day_exists
from exile_map.making import maker
from exile_map.places.checked import Spans
from exile_map.places.complaints import Complaint
from exile_map.places.tidying import LONGEST_NOTHING, is_nothing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

_TWO_DAYS: Final = len("1909-05-03") * 2
UNDATED: Final = Span(None, None)
_NOTHING: Final[tuple[Complaint, ...]] = ()
_ISO: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT: Final = re.compile(r"\s*([0-9]{4})-([0-9]{2})\s*$")
# What EDTF takes for a month or a season: 01 to 12, 21 to 24.
_CODES: Final = frozenset((*range(1, 13), *range(21, 25)))


class Dating:
    """Reads the date cells of one table.

    Parameters
    ----------
    day_first
        How to read 3/4/1917; None lets the dates that force it decide.
    """

    def __init__(self, *, day_first: bool | None = None) -> None:
        self._reader = Reader(day_first=day_first)
        self._pairs = False
        self._iso: list[str] = []
        self._make: Callable[..., Span] = Span
        self._known: dict[tuple[str, str], Span] = {}

    def settle(self, columns: Sequence[Sequence[str]]) -> DateError | None:
        """Decide for all date cells what one alone leaves open; return a contradiction.

        That is dd/mm or mm/dd, and whether 1911-12 is December 1911 or the years 1911 to 1912:
        it is the years where other cells can only be years (1914-18), and none only a month.
        """
        self._make = maker(Span, max(map(len, columns), default=0))
        # Each text once, in the order of the table.
        texts = dict.fromkeys(chain.from_iterable(columns))
        self._iso = list(filter(_ISO.fullmatch, texts))
        # What is written as ISO 8601 has it leaves nothing open.
        others = texts if not self._iso else texts.keys() - self._iso
        telling = [text for text in texts if ("-" in text or "/" in text) and text in others]
        short = [(m[1], m[2]) for m in map(_SHORT.match, filter(_maybe_short, telling)) if m]
        self._pairs = any(int(last) not in _CODES for _, last in short) and all(
            last > first[2:] for first, last in short
        )
        if self._reader.day_first is None:
            try:
                self._reader = Reader(day_first=day_order(telling))
            except DateError as error:
                return error
        return None

    def spans(
        self,
        years: Sequence[str],
        starts: Sequence[str],
        ends: Sequence[str],
        tell: Callable[[int, Complaint], None],
    ) -> Spans:
        """Read the cells of all rows.

        Parameters
        ----------
        years, starts, ends
            The cells, as `read` takes them.
        tell
            What is told what is wrong in which row, from 0.
        """
        days = self._days(self._iso)
        bounds: list[Bounds | None] = [None, *days.values()]
        number = dict(zip(days, count(1), strict=False)).get
        firsts = starts if all(starts) else [a or b for a, b in zip(starts, years, strict=True)]
        begun, over = (list(map(number, each, repeat(0))) for each in (firsts, ends))
        # From one day to another, as most of a large table are: so written they sort as texts.
        read: dict[int, Span] = {}
        forwards = list(map(le, firsts, ends))
        others: Iterable[int] = ()
        if not (all(forwards) and all(begun) and all(over)):
            together = zip(begun, over, forwards, strict=True)
            others = [i for i, known in enumerate(together) if not all(known)]
        numbers = {id(None): 0}
        for i in others:
            span, wrong = self.read(years[i], starts[i], ends[i])
            for complaint in wrong:
                tell(i, complaint)
            for end in (span.start, span.end):
                if numbers.setdefault(id(end), len(bounds)) == len(bounds):
                    bounds.append(end)
            read[i], begun[i], over[i] = span, numbers[id(span.start)], numbers[id(span.end)]
        return Spans(Ends(bounds, begun, over), firsts, ends, read)

    def _days(self, texts: Collection[str]) -> dict[str, Bounds]:
        """Read each day written as ISO 8601 has it that exists."""
        make = maker(Bounds, len(texts))
        days = {}
        for text in texts:
            try:
                known = date.fromisoformat(text)
                day = Day(known.year, known.month, known.day)
            except ValueError:
                # Years before 1 have days, too.
                day = Day(int(text[:4]), int(text[5:7]), int(text[8:]))
                if not day_exists(day):
                    continue
            days[text] = make(day, day, False, False, text)  # noqa: FBT003 -- a field
        return days

    def read(self, year: str, start: str, end: str) -> tuple[Span, Sequence[Complaint]]:
        """Read the cells of a row; blank where there are none.

        Parameters
        ----------
        year, start, end
            The cells. ``year`` counts only where ``start`` is blank.
        """
        first = start or year
        if not first and not end:
            return UNDATED, _NOTHING
        # Years recur in a table, and share their span; pairs of days do not.
        recurs = len(first) + len(end) < _TWO_DAYS
        span = self._known.get((first, end)) if recurs else None
        if span is not None and not span.note:
            return span, _NOTHING
        ours = "start" if start else "year"
        if span is None:
            key = first, end
            if end and len(end) <= LONGEST_NOTHING and is_nothing(end):
                end = ""
            if self._pairs and _SHORT.match(first):
                first = first.replace("-", "–")
            try:
                span = self._reader.read(first, end, self._make)
            except DateError as error:
                return UNDATED, self._blamed(error, ours, first, end)
            if recurs:
                self._known[key] = span
        if not span.note:
            return span, _NOTHING
        reason = f"was understood so: {span.note}"
        return span, [Complaint("date-note", ours if first else "end", reason, "", "warning")]

    def _blamed(self, error: DateError, ours: str, first: str, end: str) -> list[Complaint]:
        """Say which cell is to blame: each that is wrong by itself, else the pair."""
        if not end:
            return [_complaint(error, ours)]
        alone = [(ours, self._alone(first)), ("end", self._alone(end))]
        wrong = [_complaint(found, column) for column, found in alone if found is not None]
        if wrong:
            return wrong
        if self._reader.read(first).end is not None:
            return [_complaint(error, ours)]
        return [_complaint(error, "end")._replace(kind="inverted-span")]

    def _alone(self, text: str) -> DateError | None:
        """Return what is wrong with a cell by itself; None if nothing is."""
        try:
            self._reader.read(text)
        except DateError as error:
            return error
        return None


def _maybe_short(text: str) -> bool:
    """Tell at little cost whether a cell may be a year and two digits more."""
    return len(text) >= len("1911-12") and len(text.strip()) == len("1911-12")


def _complaint(error: DateError, column: str) -> Complaint:
    """Say what is wrong with a date, with every reading where it has several."""
    kind = "ambiguous-date" if error.readings else "bad-date"
    reason, remedy = error.reason, error.remedy
    if not all(reading in reason for reading in error.readings):
        reason = f"{reason}: {' or '.join(error.readings)}"
    if "day first" in error.reason:
        remedy = "Write the month as a word, or say --day-first or --month-first."
    return Complaint(kind, column, reason, remedy)
