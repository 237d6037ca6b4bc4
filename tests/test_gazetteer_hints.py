"""Tests of hints: what stands beside a name holds, or the reader is told."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.geodesy import distance_km

TEXAS = ((29.3, -94.8), (30.3, -97.7))
SWABIA = ((48.8, 9.2), (48.1, 11.6))


@pytest.mark.parametrize(
    ("name", "near", "there"),
    [
        ("Ulm, Württemberg", SWABIA, (48.4, 10.0)),
        ("Würzburg, Bayern", SWABIA, (49.8, 9.94)),
        ("Houston, Texas", TEXAS, (29.76, -95.37)),
        ("Kingston, Upper Canada", ((43.6, -79.4),), (44.23, -76.49)),
        ("Trieste, Austria", ((45.4, 12.3),), (45.65, 13.77)),
        ("Pisa, Granducato di Toscana", ((43.77, 11.25),), (43.72, 10.4)),
    ],
)
def test_a_former_state_says_where_a_place_is(
    name: str, near: tuple[tuple[float, float], ...], there: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match
    assert match.confidence >= 0.8
    assert distance_km((match.lat, match.lon), there) < 20


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Oldenburg (Württemberg)", SWABIA),  # all of Germany was never in Württemberg
        ("Nashville (Texas)", TEXAS),  # nor the United States in Texas
        ("Derry, Upper Canada", ((43.6, -79.4),)),
        ("Wesel (Baden)", SWABIA),
    ],
)
def test_a_namesake_outside_a_former_state_is_not_trusted(
    name: str, near: tuple[tuple[float, float], ...]
) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match is None or match.confidence < 0.8


def test_nothing_on_the_route_makes_up_for_a_hint() -> None:
    match = Gazetteer().find("London, Ontario", near=((51.6, 0.1), (51.2, 0.4))).match
    assert match
    assert match.country == "CA"
    assert match.confidence >= 0.8


def test_a_hint_is_hardly_about_a_much_lesser_namesake() -> None:
    """Richmond lies near Dublin in California."""
    match = Gazetteer().find("Richmond (Dublin)", near=((53.35, -6.26),)).match
    assert match
    assert match.confidence < 0.8
    assert distance_km((match.lat, match.lon), (53.35, -6.26)) < 20


def test_a_hint_about_a_lesser_namesake_holds_where_the_route_passes_it() -> None:
    match = Gazetteer().find("Pleasanton (Dublin)", near=((37.8, -122.27),)).match
    assert match
    assert distance_km((match.lat, match.lon), (37.66, -121.87)) < 20


@pytest.mark.parametrize(
    ("name", "near", "there"),
    [
        ("Köln-Mülheim", ((50.94, 6.96),), (50.96, 7.01)),  # there is a city Mülheim 55 km off
        ("Frankfurt-Höchst", ((50.11, 8.68),), (50.1, 8.54)),
    ],
)
def test_a_quarter_is_in_its_city_not_in_the_next(
    name: str, near: tuple[tuple[float, float], ...], there: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match
    assert distance_km((match.lat, match.lon), there) < 15


def test_a_village_at_the_rim_of_what_a_hint_may_mean_is_told() -> None:
    """Trittau in Holstein is as far from Pomerania as a hint may be wrong."""
    match = Gazetteer().find("Trittau (Pommern)", near=((53.43, 14.55),)).match
    assert match is None or match.confidence < 0.8


def test_what_bears_a_name_nothing_like_its_own_is_told_in_spite_of_a_hint() -> None:
    match = Gazetteer().find("Baden (California)", near=((37.77, -122.42),)).match
    assert match
    assert match.name == "South San Francisco"
    assert match.confidence < 0.8


def test_a_far_large_place_is_told_where_its_hint_was_not_understood() -> None:
    find = Gazetteer().find
    match = find("La Métairie (le sculpteur)", near=((42.7, 2.9),)).match
    assert match is None or match.confidence < 0.8
    match = find("Buenos Aires (Tacuarí)", near=((42.7, 2.9),)).match
    assert match
    assert match.confidence >= 0.8


@pytest.mark.parametrize(("name", "near"), [("San Remo", (44.4, 8.9)), ("San Remo", (43.7, 7.27))])
def test_a_name_in_two_words_is_no_other_name_and_one_a_world_away_no_rival(
    name: str, near: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, near=(near,)).match
    assert match
    assert match.confidence >= 0.8
    assert match.country == "IT"
