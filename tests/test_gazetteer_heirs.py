"""Tests of heirs: the states of the past that a country of today stands for."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.build_states import states
from exile_map.gazetteer.heirs import _HEIRS, states_called


def test_each_state_is_one_that_places_lay_in() -> None:
    assert {state for code in _HEIRS for state in states_called(code) - {code}} <= states()


@pytest.mark.parametrize(
    ("name", "country", "year", "there"),
    [
        ("Warsaw", "Russia", 1900, "PL"),
        ("Gleiwitz", "Deutschland", 1938, "PL"),
        ("Hanoi", "France", 1900, "VN"),
        ("Agram", "Österreich", 1900, "HR"),
    ],
)
def test_a_country_of_today_stands_for_the_state_before_it(
    name: str, country: str, year: int, there: str
) -> None:
    match = Gazetteer().find(name, country=country, year=year).match
    assert match
    assert match.country == there
    assert match.confidence >= 0.9


def test_the_same_hint_holds_less_after_that_state() -> None:
    match = Gazetteer().find("Warsaw", country="Russia", year=1930).match
    assert match
    assert match.confidence < 0.9
