"""The axis of a picture's strip of time."""

from __future__ import annotations

import pytest

from exile_map import page
from exile_map.picture import axis
from exile_map.picture.wording import Words

EN = Words(page.strings("en"))


@pytest.mark.parametrize(
    ("start", "end", "first", "last", "count"),
    [
        (1890.0, 1948.0, "1890", "1945", 12),
        (1900.2, 1903.9, "July 1900", "July 1903", 7),
        (-43.5, 17.5, "40 BCE", "15 CE", 12),
        (-3000.0, 2000.0, "3000 BCE", "2000", 11),
        (1917.1, 1917.9, "April 1917", "October 1917", 3),
        (1940.40, 1940.46, "1 June 1940", "15 June 1940", 4),
    ],
)
def test_ticks_are_round_and_as_many_as_fit(
    start: float, end: float, first: str, last: str, count: int
) -> None:
    ticks = axis.ticks(start, end, 1140, EN)
    said = [tick.text for tick in ticks]
    assert (said[0], said[-1]) == (first, last)
    assert len(said) == pytest.approx(count, abs=1)
    years = [tick.year for tick in ticks]
    assert years == sorted(years)
    assert all(start <= year <= end for year in years)


def test_no_tick_says_year_nought() -> None:
    said = [tick.text for tick in axis.ticks(-4, 5, 1140, EN)]
    assert "1 BCE" in said
    assert "1 CE" in said
    assert not [text for text in said if text.startswith("0")]


def test_texts_that_would_touch_are_left_out() -> None:
    ticks = axis.ticks(1900, 1910, 1140, EN)
    near = axis.apart(ticks, {tick.year: 10 * (tick.year - 1900) for tick in ticks})
    assert 1 < len(near) < len(ticks)
    assert axis.apart(ticks, {tick.year: 100 * (tick.year - 1900) for tick in ticks}) == ticks


@pytest.mark.parametrize(("year", "month", "days"), [(2024, 2, 29), (1900, 2, 28), (-44, 2, 29)])
def test_months_have_their_days(year: int, month: int, days: int) -> None:
    assert axis.days_in(year, month) == days
