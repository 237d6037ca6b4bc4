"""Tests of suggestions: on a route what is near it and sounds alike; else rather nothing."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.candidates import spot
from exile_map.gazetteer.likelihood import off_route, standing

LONDON, EDINBURGH = (51.5, -0.1), (55.95, -3.2)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "near", "meant"),
    [
        ("Карано", (46.3, 11.5), "Carano"),  # not Erzurum, which Armenians call nearly so
        ("Мёлльн", (53.6, 10.5), "Mölln"),  # nor Ireland
    ],
)
def test_what_is_beside_the_route_is_suggested_first(
    gazetteer: Gazetteer, name: str, near: tuple[float, float], meant: str
) -> None:
    assert gazetteer.find(name, near=(near,)).suggestions[0] == meant


def test_nothing_is_suggested_on_a_route_rather_than_what_is_unlike(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Hogwarts", near=(LONDON, EDINBURGH)).suggestions == ()


def test_what_is_far_less_likely_than_the_first_is_not_suggested(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Свойшице", near=((50.1, 14.4),)).suggestions == ("Svojšice",)


def test_of_a_transcribed_name_all_is_looked_for_not_only_its_end(gazetteer: Gazetteer) -> None:
    assert "Malchow" in gazetteer.find("穆尔霍夫", near=((50.98, 11.03),)).suggestions


def test_what_is_great_gains_little_by_being_greater() -> None:
    """A name that nobody knows is seldom that of a great city: those have names everywhere."""
    assert standing(6 * 16) - standing(5 * 16) > 3 * (standing(8 * 16) - standing(7 * 16))


def test_what_is_far_off_the_route_is_less_likely() -> None:
    near = [spot(LONDON)]
    assert off_route(spot(LONDON), near) == (0.0, 0.0)
    assert off_route(spot(EDINBURGH), near)[0] > 1.5
