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
    ],
)
def test_an_obscure_place_far_off_the_route_is_doubted(route: str) -> None:
    assert route.split(";")[1].strip() in told(route)


@pytest.mark.parametrize(
    "route",
    [
        "Berlin; Davos; Zurich",
        "New York; Saranac Lake; Albany",
        "Moscow; Yalta; Saint Petersburg",
        "Paris; Vichy; Lyon",
    ],
)
def test_a_small_place_near_or_well_known_is_not_doubted(route: str) -> None:
    assert told(route) == []


def test_a_greater_town_is_doubted_where_its_namesake_is_nearer() -> None:
    assert told("Buenos Aires; San Lorenzo; Mendoza", 1813) == ["San Lorenzo"]


def test_of_namesakes_hardly_less_likely_the_first_is_shown_on_a_route_and_told() -> None:
    """By the name alone that is a question; a route says enough to show one."""
    gazetteer = Gazetteer()
    assert gazetteer.find("San Remo").status == "ambiguous"
    answer = gazetteer.find("San Remo", near=((45.5, 9.2),))
    assert answer.match
    assert answer.match.country == "IT"
    assert gazetteer.find("Sorrento", near=((42.4, -71.1),)).match.confidence < 0.8  # type: ignore[union-attr]
