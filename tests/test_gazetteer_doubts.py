"""Tests of doubts: a place that the route does not confirm is told, not trusted."""

from __future__ import annotations

import io

import pytest

from exile_map import geocoding, places
from exile_map.gazetteer import Gazetteer


def told(route: str, year: int = 1850) -> list[str]:
    """Return the names of a route, divided by semicolons, that the reader is warned of."""
    rows = "".join(f'"{stop.strip()}",{year + i}\n' for i, stop in enumerate(route.split(";")))
    found = geocoding.locate(places.read(io.BytesIO(f"place,year\n{rows}".encode())), Gazetteer())
    return [problem.value or "" for problem in found.problems]


@pytest.mark.parametrize(
    "route",
    [
        "Harvard; Mosinee; Providence",  # a village in Wisconsin alone has that name
        "Rio de Janeiro; Jaicós; Niterói",
        "Buenos Aires; Santa Bárbara; Mendoza",
        "Melbourne; Brandy Hill; Ballarat",  # two words make it no better known
        "Paris; Salses; Orléans",  # nor do those that only its full name has
    ],
)
def test_an_obscure_place_far_off_the_route_is_doubted(route: str) -> None:
    assert route.split(";")[1].strip() in told(route)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Landen", ((50.5, 5.2), (50.6, 4.1))),  # London is hardly called so where Landen is
        ("Александрия", ((45.3, 28.0), (45.4, 28.8))),  # Egypt is far from the lower Danube
        ("Breda", ((19.8, -72.2),)),  # in another part of the world, and others are called so
        ("Πετρούπολη", ((40.6, 22.9),)),  # a suburb of Athens, and a capital
        ("Luc", ((43.1, 6.1), (43.3, 5.4))),  # hardly Łódź: France has five
        ("Homestead", ((41.4, -75.7),)),  # not only in Florida, but a third as far
        ("大田", ((26.1, 119.3), (26.0, 117.4))),  # a county, and Daejeon
        (
            "密陽",
            ((29.6, 106.6), (28.2, 113.0)),
        ),  # Miryang is far from there
    ],
)
def test_what_the_route_contradicts_is_doubted(
    name: str, near: tuple[tuple[float, float], ...]
) -> None:
    match = Gazetteer().find(name, near=near).match
    assert match is None or match.confidence < 0.8


@pytest.mark.parametrize(
    ("name", "city"),
    [("México", "Mexico City"), ("تونس", "Tunis"), ("Panamá", "Panama City")],
)
def test_a_country_called_as_its_capital_gives_way_to_it_and_both_are_told(
    name: str, city: str
) -> None:
    answer = Gazetteer().find(name, year=1941)
    assert answer.match
    assert answer.match.name == city
    assert answer.match.confidence < 0.8
    assert "country" in {candidate.precision for candidate in answer.candidates}


def test_a_country_whose_capital_bears_its_name_in_other_languages_is_doubted() -> None:
    """Who writes "Mexico" in French means the city."""
    answer = Gazetteer().find("Mexico", year=1941)
    assert answer.match
    assert answer.match.precision == "country"
    assert answer.match.confidence < 0.8
    assert Gazetteer().find("Mexiko", year=1941, country="MX").match


@pytest.mark.parametrize(
    "route",
    [
        "Berlin; Davos; Zurich",
        "New York; Saranac Lake; Albany",
        "Moscow; Yalta; Saint Petersburg",
        "Paris; Vichy; Lyon",
        "上海; 東京; 横浜; 上海",
    ],
)
def test_a_small_place_near_or_well_known_is_not_doubted(route: str) -> None:
    assert told(route) == []


@pytest.mark.parametrize(
    ("route", "asked"),
    [
        ("Mexico City; Monterey; Havana", "Monterey"),  # Monterrey is called so besides
        ("Milano; Turi; Formia", "Turi"),
    ],
)
def test_a_town_only_besides_called_as_another_is_to_the_letter_is_doubted(
    route: str, asked: str
) -> None:
    assert asked in told(route)


@pytest.mark.parametrize(
    "route",
    [
        "Paris; Roma; Milano",
        "Madrid; Londres; París",
        "Berlin; Mailand; Wien",
        "Torino; Parigi; Londra",
    ],
)
def test_an_exonym_in_use_is_not_doubted(route: str) -> None:
    assert told(route) == []


@pytest.mark.parametrize(
    ("route", "asked"),
    [
        ("Santa Monica; Ost-Berlin; Buckow", "Buckow"),  # a quarter of Berlin, and a spa near it
        ("Wien; Neunkirchen; Graz", "Neunkirchen"),
    ],
)
def test_one_of_two_towns_hardly_apart_on_the_route_is_doubted(route: str, asked: str) -> None:
    assert asked in told(route, 1940)


def test_the_town_called_so_to_the_letter_comes_before_one_so_called_besides() -> None:
    """Hampton in Virginia was once Southampton, and nearer to Washington."""
    kutahya_and_washington = (39.42, 29.98), (38.9, -77.04)
    answer = Gazetteer().find("Southampton", near=kutahya_and_washington)
    assert answer.match
    assert answer.match.country == "GB"


def test_a_greek_town_in_greek_letters_comes_before_a_greater_one_abroad() -> None:
    gazetteer, pyrgos, tunis = Gazetteer(), (37.67, 21.44), (36.8, 10.18)
    for near, country in ((pyrgos, "GR"), (tunis, "LY")):
        answer = gazetteer.find("Τρίπολη", near=(near,))
        assert answer.match
        assert answer.match.country == country


def test_a_city_without_equal_is_meant_from_far_off_unless_a_namesake_is_beside() -> None:
    gazetteer, stockholm, newcastle = Gazetteer(), (59.33, 18.06), (54.97, -1.61)
    answer = gazetteer.find("Washington", near=(stockholm,))
    assert answer.match
    assert answer.match.country == "US"
    beside = gazetteer.find("Washington", near=(newcastle,))
    assert beside.match is None or beside.match.country == "GB"


def test_a_greater_town_is_doubted_where_its_namesake_is_nearer() -> None:
    assert told("Buenos Aires; San Lorenzo; Mendoza", 1750) == ["San Lorenzo"]


def test_of_namesakes_hardly_less_likely_the_first_is_shown_on_a_route_and_told() -> None:
    """By the name alone that is a question; a route says enough to show one."""
    gazetteer = Gazetteer()
    assert gazetteer.find("Waterloo").status == "ambiguous"
    answer = gazetteer.find("Waterloo", near=((50.9, 4.4),))
    assert answer.match
    assert answer.match.country == "BE"
    assert gazetteer.find("Sorrento", near=((42.4, -71.1),)).match.confidence < 0.8  # type: ignore[union-attr]
