"""Tests of lands: what is far off the route is judged by where else the life was."""

from __future__ import annotations

import io

import pytest

from exile_map import geocoding, places
from exile_map.gazetteer import Gazetteer


def located(route: str, year: int = 1900) -> dict[str, geocoding.LocatedRow]:
    """Return the rows of a route, divided by semicolons, by what each calls its place."""
    rows = "".join(f'"{stop.strip()}",{year + i}\n' for i, stop in enumerate(route.split(";")))
    found = geocoding.locate(places.read(io.BytesIO(f"place,year\n{rows}".encode())), Gazetteer())
    return {row.place.place: row for row in found.rows}


def sureness(route: str, name: str) -> float:
    """Return how sure the place of a name on a route is."""
    match = located(route)[name].match
    return match.confidence if match else 0.0


@pytest.mark.parametrize(
    ("route", "name"),
    [
        ("Nijmegen; Kinsale; Niagara Falls, Ontario", "Kinsale"),  # called so to the letter
        ("Berlin; Ascona; Barcelona", "Ascona"),
        ("Санкт-Петербург; Казань; Баргузин; Женева", "Баргузин"),  # in a land of the life
        ("Москва; Вильна; Бобров; Гельсингфорс", "Бобров"),
    ],
)
def test_the_only_place_of_a_name_is_not_doubted_for_being_far_off(route: str, name: str) -> None:
    assert sureness(route, name) >= 0.8


@pytest.mark.parametrize(
    ("route", "name"),
    [
        ("Harvard; Mosinee; Providence", "Mosinee"),  # there and back
        ("Constantinople; Bonita; Nicaea", "Bonita"),  # no land of the life, a world away
        ("Antalya; Meis; Atina", "Meis"),  # a village in Galicia; the Greek isle is not known so
    ],
)
def test_it_still_is_where_the_life_hardly_was(route: str, name: str) -> None:
    assert 0 < sureness(route, name) < 0.8


@pytest.mark.parametrize(
    ("route", "name", "country"),
    [
        ("Halifax, Nova Scotia; Birchtown; Preston; Freetown", "Preston", "CA"),
        ("Guadalajara; Larache; Benicasim; Madrid", "Guadalajara", "ES"),
    ],
)
def test_a_city_abroad_is_doubted_where_a_namesake_lies_in_a_land_of_the_life(
    route: str, name: str, country: str
) -> None:
    row = located(route)[name]
    assert row.match
    assert row.match.confidence < 0.8
    assert country in {row.match.country, *(match.country for match in row.candidates)}


def test_what_all_the_world_means_by_a_name_is_not_doubted_for_a_village_nearer_by() -> None:
    assert sureness("New York; Boston; London; Montreal", "London") >= 0.8


def test_a_name_guessed_to_be_where_the_life_never_was_is_only_suggested() -> None:
    row = located("Warszawa; Kwetta; Kraków")["Kwetta"]
    assert (row.status, row.match) == ("unresolved", None)
    assert row.suggestions[0] == "Quetta"
    assert row.note == "“Kwetta” is not in the gazetteer."


def test_one_guessed_on_the_way_is_shown() -> None:
    assert located("Lahore; Kwetta; Karachi")["Kwetta"].match
