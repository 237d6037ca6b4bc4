"""Unmarked: a town told with where it is, or with what is in it, is found, told, and never sure."""

from __future__ import annotations

import math

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.unmarked import divided, in_it, within_of

PARIS, ISTANBUL, MANILA, WARSAW = (48.9, 2.3), (41.0, 29.0), (14.6, 121.0), (52.2, 21.0)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


def test_a_name_is_divided_wherever_both_parts_may_be_names() -> None:
    ways = [(way.name, way.hints) for way in divided("Clermont-de-l'Oise")]
    assert ("Clermont", ("Oise",)) in ways
    assert all(way.only_there for way in divided("Clermont-de-l'Oise"))
    assert list(divided("Oise, Clermont")) == []
    assert list(divided("Oise")) == []
    assert list(divided("prison de la ville")) == []


def test_what_makes_another_name_is_not_left_out() -> None:
    assert "Delft" not in list(in_it("New Delft"))
    assert "Маяк" not in list(in_it("Новый Маяк"))
    assert "Delhi" in list(in_it("Delhi Polytechnic"))


@pytest.mark.parametrize(
    ("name", "near", "meant", "country"),
    [
        ("Clermont-de-l'Oise", PARIS, "Clermont", "FR"),
        ("Concord Massachusetts", (42.4, -71.1), "Concord", "US"),
        ("Marburg an der Lahn", (50.1, 8.7), "Marburg an der Lahn", "DE"),
        ("Delhi Polytechnic Hostel", ISTANBUL, "Delhi", "IN"),
        ("Pensionat Meyer Göttingen", (52.4, 9.7), "Göttingen", "DE"),
    ],
)
def test_the_part_that_is_known_is_shown_and_told(
    gazetteer: Gazetteer, name: str, near: tuple[float, float], meant: str, country: str
) -> None:
    match = gazetteer.find(name, near=(near,)).match
    assert match
    assert (match.name, match.country) == (meant, country)


def test_it_is_never_sure(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("Pensionat Meyer Göttingen", near=((52.4, 9.7),))
    assert answer.match
    assert answer.match.confidence <= 0.6
    assert "not in the gazetteer" in answer.match.note
    assert "Göttingen" in answer.match.note


def test_a_town_half_the_world_away_is_not_what_a_longer_name_holds(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Fuerza Valparaíso", near=(MANILA,)).match is None


def test_without_a_route_nothing_is_taken_apart(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Delhi Polytechnic Hostel").status == "unresolved"


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("rue d'Amsterdam", "Amsterdam"),
        ("12 rue de Lisbonne", "Lisbonne"),
        ("Hotel London", "London"),
        ("Warsaw Road", "Warsaw"),
    ],
)
def test_a_street_or_a_hotel_is_only_called_after_a_town(name: str, town: str) -> None:
    assert within_of(name, town) == 20


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Hotel Sacher Wien", "Wien"),
        ("Opera din Paris", "Paris"),
        ("Museum Bern", "Bern"),
        ("Haus in Bern", "Bern"),
    ],
)
def test_what_says_more_or_says_where_it_is_is_not(name: str, town: str) -> None:
    assert within_of(name, town) == math.inf


def test_a_hospital_may_be_called_after_what_is_no_town() -> None:
    assert within_of("hospital de San José", "San José") == 150


def test_a_word_for_a_house_is_no_town() -> None:
    assert "Tower" not in list(in_it("Norwich Tower"))
    assert "Norwich" in list(in_it("Norwich Tower"))
