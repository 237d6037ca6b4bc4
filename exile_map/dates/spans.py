"""Days, bounds and spans: a time known only within limits, and its exact text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from exile_map.errors import ExileMapError

_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MONTH_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_ALWAYS = 28
_DECEMBER = 12
_FOUR_DIGITS = 9999


class DateError(ExileMapError, ValueError):
    """A date that cannot be read, or that can be read in more than one way.

    Parameters
    ----------
    reason
        What is wrong, as a clause without a full stop.
    remedy
        What to do about it, as a sentence.
    readings
        Where the date is ambiguous: each reading in words, to be shown with the question.
    """

    def __init__(self, reason: str, remedy: str = "", readings: tuple[str, ...] = ()) -> None:
        self.reason = reason
        self.remedy = remedy
        self.readings = readings
        super().__init__(f"{reason}. {remedy}".rstrip())

    def __reduce__(self) -> tuple[type[DateError], tuple[str, str, tuple[str, ...]]]:
        """Pickle by the parts, not by the message."""
        return (type(self), (self.reason, self.remedy, self.readings))


def is_leap(year: int) -> bool:
    """Say whether the (proleptic Gregorian, astronomical) year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month."""
    return 29 if month == _FEBRUARY and is_leap(year) else _MONTH_DAYS[month]


class Day(NamedTuple):
    """One day of the proleptic Gregorian calendar, in astronomical years (1 BCE is 0)."""

    year: int
    month: int
    day: int

    @property
    def start(self) -> float:
        """The beginning of the day as a decimal year: 1 January 1909 is 1909.0."""
        return self.begin_and_end[0]

    @property
    def end(self) -> float:
        """The end of the day as a decimal year: 31 December 1909 is 1910.0."""
        return self.begin_and_end[1]

    @property
    def begin_and_end(self) -> tuple[float, float]:
        """Both, which takes hardly longer than one of them."""
        year, month, day = self
        leap = is_leap(year)
        passed = _BEFORE_MONTH[month] + (leap and month > _FEBRUARY) + day
        length = 366 if leap else 365
        return year + (passed - 1) / length, year + passed / length

    @property
    def opens(self) -> int:
        """What begins with this day: 0 a year, 1 a month, 2 only the day itself."""
        return 2 if self.day != 1 else 1 if self.month != 1 else 0

    @property
    def closes(self) -> int:
        """What ends with this day: 0 a year, 1 a month, 2 only the day itself."""
        if self.day != days_in_month(self.year, self.month):
            return 2
        return 1 if self.month != _DECEMBER else 0


def day_exists(day: Day) -> bool:
    """Say whether the calendar has such a day."""
    year, month, number = day
    return 1 <= month <= _DECEMBER and (
        1 <= number <= _ALWAYS or _ALWAYS < number <= days_in_month(year, month)
    )


def next_day(day: Day) -> Day:
    """Step one day forward."""
    year, month, number = day
    if number < days_in_month(year, month):
        return Day(year, month, number + 1)
    return Day(year, month + 1, 1) if month < _DECEMBER else Day(year + 1, 1, 1)


def day_before(day: Day) -> Day:
    """Step one day back."""
    year, month, number = day
    if number > 1:
        return Day(year, month, number - 1)
    if month > 1:
        return Day(year, month - 1, days_in_month(year, month - 1))
    return Day(year - 1, _DECEMBER, 31)


def year_text(year: int) -> str:
    """Write a year as EDTF does: ``1909``, ``-0043``, ``Y12345``."""
    if -_FOUR_DIGITS <= year <= _FOUR_DIGITS:
        return f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    return f"Y{year}"


def day_text(day: Day, fineness: int = 2) -> str:
    """Write a day as EDTF does: its year (0), its month (1) or all of it (2)."""
    parts = (year_text(day.year), f"{day.month:02d}", f"{day.day:02d}")
    return "-".join(parts[: fineness + 1])


def _whole(earliest: Day, latest: Day) -> str | None:
    """Write bounds that are exactly a day, a month, a year, a decade or a hundred years."""
    if earliest == latest:
        return day_text(earliest)
    fineness = max(earliest.opens, latest.closes)
    if fineness == 1 and earliest[:2] == latest[:2]:
        return day_text(earliest, 1)
    if fineness == 0 and earliest.year == latest.year:
        return day_text(earliest, 0)
    if fineness == 0 and earliest.year >= 0 and latest.year <= _FOUR_DIGITS:
        for length, mask in ((10, "X"), (100, "XX")):
            if earliest.year % length == 0 and latest.year - earliest.year == length - 1:
                return f"{earliest.year:04d}"[: -len(mask)] + mask
    return None


def bounds_text(earliest: Day | None, latest: Day | None, mark: str) -> str:
    """Write the exact EDTF text of bounds; ``mark`` is one of ``""``, ``~``, ``?``, ``%``."""
    if earliest is None and latest is None:
        return ""
    if earliest is not None and latest is not None:
        whole = _whole(earliest, latest)
        if whole is not None:
            return whole + mark
    fineness = max(
        earliest.opens if earliest is not None else 0, latest.closes if latest is not None else 0
    )
    first = day_text(earliest, fineness) + mark if earliest is not None else ""
    last = day_text(latest, fineness) + mark if latest is not None else ""
    return f"[{first}..{last}]"


MARKS = ("", "~", "?", "%")
"""EDTF qualification by ``approximate + 2 * uncertain``."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """One end of a span: an instant known within bounds.

    Parameters
    ----------
    earliest, latest
        The first and the last day on which it can have been; None where no bound is known.
    approximate, uncertain
        "About", and "perhaps".
    edtf
        The exact EDTF text of this end; written from the bounds where it is not given. An open
        end is ``".."``, one that is not known ``""``.
    """

    earliest: Day | None
    latest: Day | None
    approximate: bool = False
    uncertain: bool = False
    edtf: str = ""

    def __post_init__(self) -> None:
        """Write the EDTF text where it was not given."""
        if self.edtf:
            return
        known = self.earliest is not None or self.latest is not None
        if not known and (self.approximate or self.uncertain):
            reason = "An instant that is not known at all cannot be approximate or uncertain"
            raise ValueError(reason)
        if self.earliest is not None and self.latest is not None and self.latest < self.earliest:
            reason = f"The latest day, {self.latest}, is before the earliest, {self.earliest}"
            raise ValueError(reason)
        mark = MARKS[self.approximate + 2 * self.uncertain]
        object.__setattr__(self, "edtf", bounds_text(self.earliest, self.latest, mark))


UNKNOWN = Bounds(None, None)
"""An end of which only this is known: that there is one (EDTF ``1941/``)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time: when a stay began and when it ended, each known within bounds.

    Parameters
    ----------
    start
        When it began; None where that is not told.
    end
        When it ended; None where that is not told (until the next stay begins). An end that is
        open ("since 1954", "present") has no latest day.
    written
        The date as the user wrote it.
    note
        What must be said to people, such as "Old Style, 13 days behind".

    Notes
    -----
    ``written`` and ``note`` do not count when two spans are compared.
    """

    start: Bounds | None
    end: Bounds | None
    written: str = field(default="", compare=False)
    note: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Say it in English, as a table shows it; what began and ended in one year only once."""
        once = self.start is not None and self.start == self.end
        return (Span(self.start, None) if once else self).words()

    @property
    def edtf(self) -> str:
        """The span as one exact text, which `read_span` reads as an equal span."""
        start = self.start.edtf if self.start is not None else ""
        if self.end is None:
            return start
        return f"{start}/{self.end.edtf}"

    @property
    def years(self) -> tuple[float | None, float | None, float | None, float | None]:
        """Earliest and latest start, earliest and latest end, as decimal astronomical years.

        Latest ones are the end of their day: the year 1909 is 1909.0 to 1910.0.
        """
        start, end = self.start, self.end
        return (
            start.earliest.start if start is not None and start.earliest is not None else None,
            start.latest.end if start is not None and start.latest is not None else None,
            end.earliest.start if end is not None and end.earliest is not None else None,
            end.latest.end if end is not None and end.latest is not None else None,
        )

    @property
    def approximate(self) -> bool:
        """Whether either end is approximate ("about")."""
        return any(b is not None and b.approximate for b in (self.start, self.end))

    @property
    def uncertain(self) -> bool:
        """Whether either end is uncertain ("perhaps")."""
        return any(b is not None and b.uncertain for b in (self.start, self.end))

    def words(self, lang: str = "en") -> str:
        """Say the span to people: "about 1909", "between March and May 1917".

        Parameters
        ----------
        lang
            A language of the interface; a region is ignored ("pt-BR"), and an unknown language
            is answered in English.
        """
        from exile_map.dates.phrases import phrase  # noqa: PLC0415 - read when first spoken

        return phrase(self, lang)
