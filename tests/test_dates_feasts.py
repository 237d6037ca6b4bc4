"""Feasts: their days, against years that the almanacs name."""

from __future__ import annotations

from datetime import date

import pytest

from exile_map.dates import DateError
from exile_map.dates.feasts import FEASTS, easter, eastern_easter, feast_bounds


@pytest.mark.parametrize(
    "day",
    [
        *(date(1818, 3, 22), date(1943, 4, 25), date(1916, 4, 23), date(1917, 4, 8)),
        *(date(1954, 4, 18), date(1981, 4, 19), date(2000, 4, 23), date(2038, 4, 25)),
    ],
)
def test_easter_falls_where_the_almanacs_have_it(day: date) -> None:
    """1818 and 1943 (and 2038) are the earliest and the latest days it can fall on."""
    assert easter(day.year) == day


@pytest.mark.parametrize("day", [date(1917, 4, 15), date(1983, 5, 8), date(2016, 5, 1)])
def test_the_easter_of_the_east_is_told_by_our_calendar(day: date) -> None:
    assert eastern_easter(day.year) == day


def test_easter_is_a_sunday_between_its_bounds_in_every_year() -> None:
    for year in range(1583, 4100):
        day = easter(year)
        assert day.weekday() == 6
        assert date(year, 3, 22) <= day <= date(year, 4, 25)
        assert eastern_easter(year).weekday() == 6


WESTERN = [name for name, feast in FEASTS.items() if not feast.eastern]


@pytest.mark.parametrize("name", WESTERN)
def test_a_feast_is_bounded_in_every_year_we_reckon(name: str) -> None:
    for year in (1583, 1700, 1899, 1900, 1917, 1942, 2100):
        bounds = feast_bounds(name, year)
        assert bounds.earliest is not None
        assert bounds.earliest.year == year
        assert bounds.approximate != FEASTS[name].exact


@pytest.mark.parametrize(
    ("year", "readings"),
    [
        (1917, ("7 January 1917", "25 December 1917")),
        (1900, ("6 January 1900", "25 December 1900")),
        (1750, ("5 January 1750", "25 December 1750")),
    ],
)
def test_the_christmas_of_the_east_is_asked(year: int, readings: tuple[str, str]) -> None:
    with pytest.raises(DateError) as caught:
        feast_bounds("eastern christmas", year)
    assert caught.value.readings == readings


def test_a_movable_feast_before_the_reform_is_refused() -> None:
    with pytest.raises(DateError, match="do not reckon"):
        feast_bounds("easter", 1500)
