"""One date as far as it is written: a day without its year, a decade, a part of a century."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from exile_map.dates.bounding import MONTHS, day_bounds, month_bounds, year_bounds
from exile_map.dates.feasts import feast_bounds
from exile_map.dates.julian import days_behind, from_julian, julian_month_end
from exile_map.dates.spans import Bounds, DateError, Day, Span, day_before, days_in_month, next_day

_WINTER: Final = 24
_SHARES: Final = 100
# By their months, counted from January of the year: terms are those of German universities.
_STRETCHES: Final = {"winter term": (10, 15), "summer term": (4, 9), "turn": (12, 13)}
# "Early", "mid" and "late" as shares of what they are said of: first and last, from 0.
_THIRDS: Final = {
    10: ((0, 3), (4, 6), (7, 9)),
    12: ((0, 3), (4, 7), (8, 11)),
    30: ((0, 9), (10, 19), (20, 30)),
    100: ((0, 32), (33, 65), (66, 99)),
}


class Partial:
    """A date as far as it is written; what is missing may come from the other end of a range."""

    __slots__ = (
        "about",
        "after",
        "before",
        "day",
        "era",
        "feast",
        "inclusive",
        "loose",
        "maybe",
        "month",
        "old",
        "part",
        "season",
        "stretch",
        "width",
        "winter_to",
        "year",
        "year_last",
    )

    def __init__(self) -> None:
        self.year: int | None = None
        self.month: int | None = None
        self.day: int | None = None
        self.season: int | None = None
        self.winter_to: int | None = None
        """The second year of "winter 1934/35"."""
        self.width = 1
        """How many years from ``year`` on are meant: 1, 10 (a decade), 100 (a century)."""
        self.loose: tuple[int, int] | None = None
        """A number of one or two digits and its length: a day, or the end of a year."""
        self.part: int | None = None
        """0, 1, 2 for early, mid and late; 100 n + k for the share k (from 0) of n."""
        self.feast = ""
        self.stretch = ""
        """A stretch of months by its name: a term, the turn of a year."""
        self.era = 0
        self.about = self.maybe = self.before = self.after = self.old = False
        self.inclusive = False
        """Whether "before" and "after" include the date itself: "by 1905"."""
        self.year_last = False
        """Whether the year is written last, so that no day can follow."""

    @property
    def bare(self) -> bool:
        """Whether a year, or nothing, is all that is written."""
        told = self.month, self.day, self.season
        return told == (None, None, None) and not self.feast and not self.stretch

    def set_year(self, number: int) -> None:
        """Take a year as written, in its era."""
        if number == 0:
            raise DateError(
                reason="names a year 0, which no calendar of history has",
                remedy="Write 1 BCE or 1 CE.",
            )
        self.year = 1 - number if self.era < 0 else number

    def bounds(self) -> Bounds:
        """Bound the instant, once everything that is missing has been filled in."""
        if self.loose is not None:
            raise century_missing(*self.loose)
        if self.year is None:
            raise DateError(reason="has no year", remedy="Write the year with four digits.")
        inside = self._inside(self.year)
        if not self.before and not self.after:
            return inside
        marks = (inside.approximate, inside.uncertain)
        if inside.earliest is None or inside.latest is None:
            return inside
        if self.before:
            last = inside.latest if self.inclusive else day_before(inside.earliest)
            return Bounds(None, last, *marks)
        return Bounds(inside.earliest if self.inclusive else next_day(inside.latest), None, *marks)

    def _inside(self, year: int) -> Bounds:  # noqa: PLR0911 - a return for each kind
        """Bound the instant, leaving "before" and "after" aside."""
        if self.old:
            return self._julian(year)
        if self.feast:
            that = feast_bounds(self.feast, year, uncertain=self.maybe)
            return replace(that, approximate=True, edtf="") if self.about else that
        if self.stretch:
            return self._months(year, *_STRETCHES[self.stretch], about=True)
        if self.part is not None and self.part >= _SHARES:
            return self._share(year, *divmod(self.part, _SHARES))
        if self.part is not None:
            return self._third(year, self.part)
        if self.season is not None:
            return self._season(year, self.season)
        if self.width > 1:
            last = year + self.width - 1
            return Bounds(Day(year, 1, 1), Day(last, 12, 31), self.about, self.maybe)
        if self.month is None:
            return year_bounds(year, self.about, self.maybe)
        if self.day is None:
            return month_bounds(year, self.month, self.about, self.maybe)
        return day_bounds(year, self.month, self.day, self.about, self.maybe)

    def _season(self, year: int, season: int) -> Bounds:
        """Bound a season; a winter needs both its years."""
        if self.winter_to is not None and (season != _WINTER or self.winter_to != year + 1):
            raise DateError(
                reason="does not name one season",
                remedy="Write it like spring 1941 or winter 1934/35.",
            )
        if season == _WINTER and self.winter_to is None:
            readings = tuple(f"winter {y}/{(y + 1) % 100:02d}" for y in (year - 1, year))
            raise DateError(
                reason="may be the winter at either end of the year",
                remedy=f"Write {' or '.join(readings)}.",
                readings=readings,
            )
        return month_bounds(year, season, self.about, self.maybe)

    def _third(self, year: int, part: int) -> Bounds:
        """Bound the early, middle or late part of a month, a year, a decade or a century."""
        if self.day is not None:
            raise DateError(reason="is not a date we can read", remedy="Write it like early 1917.")
        if self.season is not None:
            whole = self._season(year, self.season)
            if whole.earliest is None:
                return whole
            return self._months(year, *(whole.earliest.month + part,) * 2, about=True)
        if self.width > 1:
            first, last = _THIRDS[self.width][part]
            return Bounds(Day(year + first, 1, 1), Day(year + last, 12, 31), True, self.maybe)  # noqa: FBT003
        if self.month is None:
            first, last = _THIRDS[12][part]
            ends = Day(year, last + 1, days_in_month(year, last + 1))
            return Bounds(Day(year, first + 1, 1), ends, True, self.maybe)  # noqa: FBT003
        if not 1 <= self.month <= 12:  # noqa: PLR2004 - months
            month_bounds(year, self.month)
        first, last = _THIRDS[30][part]
        ends = Day(year, self.month, min(last + 1, days_in_month(year, self.month)))
        return Bounds(Day(year, self.month, first + 1), ends, True, self.maybe)  # noqa: FBT003

    def _share(self, year: int, of: int, which: int) -> Bounds:
        """Bound a half or a quarter, which is exact: the first half of 1938 ends with June."""
        if self.width % of == 0:
            first = year + which * self.width // of
            last = first + self.width // of - 1
            return Bounds(Day(first, 1, 1), Day(last, 12, 31), self.about, self.maybe)
        if self.width > 1 or self.day is not None or self.season is not None:
            raise DateError(
                reason="is a share of what has none", remedy="Write it like first half of 1938."
            )
        if self.month is None:
            months = 12 // of
            return self._months(year, which * months + 1, (which + 1) * months, about=self.about)
        whole = month_bounds(year, self.month, self.about, self.maybe)
        if of != 2 or whole.latest is None:  # noqa: PLR2004 - halves
            raise DateError(reason="is not a date we can read", remedy="Write the days.")
        first, last = (16, whole.latest.day) if which else (1, 15)
        ends = Day(year, self.month, first), Day(year, self.month, last)
        return Bounds(*ends, self.about, self.maybe)

    def _months(self, year: int, first: int, last: int, *, about: bool) -> Bounds:
        """Bound an instant within months, counted from January; 13 is in the year after."""
        (more, month), (end_more, end) = divmod(first - 1, 12), divmod(last - 1, 12)
        days = days_in_month(year + end_more, end + 1)
        start, stop = Day(year + more, month + 1, 1), Day(year + end_more, end + 1, days)
        return Bounds(start, stop, about, self.maybe)

    def _julian(self, year: int) -> Bounds:
        """Bound a date of the Julian calendar, in days of ours."""
        if (not self.bare and self.month is None) or self.part is not None or self.width > 1:
            raise DateError(
                reason="is too vague for a calendar to matter",
                remedy="Leave out the mark of Old Style.",
            )
        first = from_julian(year, self.month or 1, self.day or 1)
        last = first if self.day is not None else julian_month_end(year, self.month or 12)
        return Bounds(first, last, self.about, self.maybe)

    def note(self) -> str:
        """Say what was converted."""
        if not self.old or self.year is None:
            return ""
        behind = days_behind(self.year, self.month or 1, self.day or 1)
        days = "1 day" if abs(behind) == 1 else f"{abs(behind)} days"
        if behind == 0:
            return "Old Style, on which both calendars agreed"
        return f"Old Style, {days} {'behind' if behind > 0 else 'ahead of'} our calendar"


def century_missing(number: int, length: int) -> DateError:
    """Ask which century a year of one or two digits is in."""
    if number == 0 and length == 1:
        return DateError(
            reason="names a year 0, which no calendar of history has", remedy="Write 1 BCE or 1 CE."
        )
    readings = [f"{number} CE"] if number else []
    readings += [str(1800 + number), str(1900 + number)] if length > 1 else []
    return DateError(
        reason="does not say which century is meant",
        remedy="Write the year with four digits, or with its era (17 CE).",
        readings=tuple(readings),
    )


def from_numbers(year: int | None, month: int | None, day: int | None) -> Partial:
    """Make a partial date of its numbers."""
    partial = Partial()
    partial.year, partial.month, partial.day = year, month, day
    return partial


def day_or_month(first: int, second: int, year: int, day_first: bool | None) -> Partial:  # noqa: FBT001
    """Read 3/4/1917 in the order of the column, or ask."""
    if day_first is None and first <= 12 and second <= 12 and first != second:  # noqa: PLR2004
        raise DateError(
            reason="can be read with the day first or the month first",
            remedy="Write the month as a word, or say which order the column has.",
            readings=(f"{first} {MONTHS[second]} {year}", f"{second} {MONTHS[first]} {year}"),
        )
    if day_first is None:
        day_first = second <= 12  # noqa: PLR2004 - months
    day, month = (first, second) if day_first else (second, first)
    return from_numbers(year, month, day)


def noted(span: Span, partial: Partial) -> Span:
    """Add what is to be said about a date that was converted."""
    note = partial.note()
    return Span(span.start, span.end, "", note) if note else span
