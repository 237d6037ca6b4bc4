"""Tests of certainty: how sure it is that the likeliest place is the one meant."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer

FINDER = Gazetteer()


@pytest.mark.parametrize("name", ["Izumi", "Noto", "Yamato", "Kai"])
def test_without_a_year_a_province_of_the_past_may_be_a_town_of_its_name(name: str) -> None:
    undated, then = FINDER.find(name).match, FINDER.find(name, year=1600).match
    assert undated
    assert then
    assert undated.confidence < 0.8 <= then.confidence


def test_a_town_off_the_route_is_hardly_the_one_of_many_in_its_country() -> None:
    """There are Highlands all over America; beside a stay one is meant, for all that."""
    far = FINDER.find("Highland", near=((41.2, -75.9), (41.0, -75.2))).match
    beside = FINDER.find("Highland", near=((41.7, -73.95), (42.37, -71.1))).match
    assert far
    assert beside
    assert (far.region, beside.region) == ("New York", "New York")
    assert far.confidence < 0.8 <= beside.confidence
