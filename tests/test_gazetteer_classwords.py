"""Tests of class words: what a name says it names is not forgotten where it is found without."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer, Question
from exile_map.geodesy import distance_km

Near = tuple[tuple[float, float], ...]
PARIS: Near = ((48.85, 2.35), (47.4, 0.7))


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Isla Santa Clara", ((-2.2, -79.9),)),  # towns of that name are no islands
        ("Île Saint-Paul", ((-20.9, 55.5),)),
        ("Norway County", ((38.25, -85.75),)),  # nor a country a county
        ("Paris Colony", ((50.4, -104.6),)),  # nor a capital a colony
        ("Cotopaxi Colony of Colorado", ((39.74, -105.0),)),
        ("Les Buis", PARIS),  # who writes an article hardly means an exonym or a hamlet
    ],
)
def test_a_place_of_another_kind_than_was_said_is_told(name: str, near: Near) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match is None or match.confidence < 0.8


@pytest.mark.parametrize(
    ("name", "near", "there"),
    [
        ("Isola di Ponza", ((41.2, 13.6),), (40.9, 12.97)),
        ("Île de Ré", ((48.85, 2.35),), (46.2, -1.4)),
        ("Isola d'Oléron", ((48.85, 2.35),), (45.95, -1.3)),
        ("остров Сахалин", ((52.0, 113.0),), (50.5, 143.0)),
        ("the Hague", ((52.37, 4.9),), (52.08, 4.31)),
        ("County Kerry", ((53.35, -6.26),), (52.1, -9.6)),
        ("Cape Colony", ((51.5, -0.1),), (-32.0, 22.0)),
    ],
)
def test_what_is_of_the_kind_that_was_said_is_trusted(
    name: str, near: Near, there: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match
    assert match.confidence >= 0.8
    assert distance_km((match.lat, match.lon), there) < (match.radius_km or 0.0) + 40


@pytest.mark.parametrize(
    ("name", "near", "meant"),
    [
        ("Nérac (château)", ((44.84, -0.58),), "Nérac"),  # "château" is in no country
        ("Elba (fort)", ((43.5, 10.3),), "Elba"),
        ("Montserrat (monestir)", ((41.39, 2.17),), "Collbató"),  # no island in the Caribbean
        ("Telgte (Münster)", ((51.5, 7.5),), "Telgte"),  # here it is a city
    ],
)
def test_a_word_for_a_house_beside_a_name_is_no_place(name: str, near: Near, meant: str) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match
    assert match.name == meant
    assert match.confidence >= 0.8


def test_a_country_is_no_house_of_its_name() -> None:
    match = Gazetteer().find("Estonia (manor)", near=((48.0, 10.0),)).match
    assert match is None or match.confidence < 0.8


def test_a_name_asked_for_by_itself_is_told_as_well() -> None:
    """Of many names at once, too."""
    alone = Gazetteer().find("Mosinee Island").match
    (many,) = Gazetteer().find_many([Question("Mosinee Island")])
    assert alone == many.match
    assert alone is None or alone.confidence < 0.8
