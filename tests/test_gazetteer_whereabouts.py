"""Tests of whereabouts: a state as a hint holds for what it ruled in the year asked for."""

from __future__ import annotations

import csv

import pytest

from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.build_states import STATE_NAMES
from exile_map.geodesy import distance_km

JAMAICA = ((18.2, -77.5), (17.9, -77.2))


@pytest.mark.parametrize(
    ("name", "country", "year", "there"),
    [
        ("Alexandria", "Ottoman Empire", 1812, "EG"),  # not the one in Romania, founded later
        ("طرابلس", "الدولة العثمانية", 1898, "LY"),
        ("Santo Domingo", "España", 1862, "DO"),
        ("Tripoli", "Italy", 1930, "LY"),
        ("Lobatse", "United Kingdom", 1962, "BW"),
        ("Korfu", "Wielka Brytania", 1836, "GR"),
        ("Corfu", "Republic of Venice", 1776, "GR"),
    ],
)
def test_a_state_holds_for_what_it_ruled_in_that_year(
    name: str, country: str, year: int, there: str
) -> None:
    answer = Gazetteer().find(name, country=country, year=year)
    assert answer.match, answer.reason
    assert answer.match.country == there
    assert answer.match.confidence >= 0.8


@pytest.mark.parametrize("year", [1906, None])
def test_a_colony_on_the_route_is_meant_though_the_mother_country_has_the_name(
    year: int | None,
) -> None:
    match = Gazetteer().find("Kingston", country="United Kingdom", year=year, near=JAMAICA).match
    assert match
    assert match.country == "JM"
    assert match.confidence >= 0.8


@pytest.mark.parametrize(
    ("name", "country", "year"),
    [("Perth", "United Kingdom", 1880), ("Belém", "Portugal", 1655), ("Praia", "Portugal", 1934)],
)
def test_a_colony_or_the_mother_country_is_asked_about_without_a_route(
    name: str, country: str, year: int
) -> None:
    answer = Gazetteer().find(name, country=country, year=year)
    assert answer.match is None or answer.match.confidence < 0.8
    assert len({place.country for place in answer.candidates}) > 1


@pytest.mark.parametrize(
    ("name", "country", "year", "there"),
    [("Cambridge", "United Kingdom", 1700, "GB"), ("Birmingham", "United Kingdom", 1900, "GB")],
)
def test_a_small_place_overseas_is_no_doubt(name: str, country: str, year: int, there: str) -> None:
    match = Gazetteer().find(name, country=country, year=year).match
    assert match
    assert match.country == there
    assert match.confidence >= 0.8


def test_what_a_hint_held_for_is_remembered_by_its_years() -> None:
    """Many questions share what their names mean, but only within the same reign."""
    years = [1934.0, 1990.0, 1935.0, 1991.0]
    questions = [Question("Praia", year, country="Portugal", near=((16, -24),)) for year in years]
    countries = [a.match and a.match.country for a in Gazetteer().find_many(questions)]
    assert countries == ["CV", "PT", "CV", "PT"]


def test_states_are_understood_as_readers_are_told_them() -> None:
    """Somebody may copy them from a map into a table."""
    gazetteer = Gazetteer()
    with STATE_NAMES.open(encoding="utf-8", newline="") as file:
        told = [name for row in csv.DictReader(file) for name in list(row.values())[1:] if name]
    unknown = [name for name in told if gazetteer.find(name).status == "unresolved"]
    assert unknown == []


def test_a_place_is_not_told_from_what_is_called_and_lies_alike() -> None:
    """Praia is also the district about it."""
    answer = Gazetteer().find("Praia", country="Portugal", year=1934, near=((16, -24),))
    assert answer.reason == "“Praia” is Praia (Cape Verde); not Praia (Azores, Portugal)."


def test_a_country_says_nothing_for_what_is_only_in_short_called_so() -> None:
    """Lake Van is in Turkey, too, but nobody calls it no more than Van."""
    match = Gazetteer().find("Van", country="Türkiye").match
    assert match
    assert match.layer == "city"
    assert match.confidence >= 0.8


def test_a_country_does_not_answer_for_the_town_that_a_name_begins_with() -> None:
    """Nijō-gosho was a castle in Kyoto, not Gose in Nara."""
    answer = Gazetteer().find("二条御所", country="日本", near=((35.0, 135.76),))
    assert answer.match is None or answer.match.confidence < 0.8


@pytest.mark.parametrize(
    ("name", "country", "year", "there"),
    [("Iași", "Moldova", 1685, "RO"), ("Lüneburg", "Hannover", 1770, "DE")],
)
def test_a_principality_is_no_smaller_for_what_is_called_so_today(
    name: str, country: str, year: int, there: str
) -> None:
    match = Gazetteer().find(name, country=country, year=year).match
    assert match
    assert match.country == there


def test_a_village_overseas_is_no_namesake() -> None:
    """Denmark's Altona was by Hamburg, though there is one on Saint Thomas, too."""
    near = ((55.68, 12.57), (54.32, 10.13))
    match = Gazetteer().find("Altona", country="Danmark", year=1766, near=near).match
    assert match
    assert match.country == "DE"


def test_but_a_camp_on_the_route_is_no_village_far_off_in_that_country() -> None:
    """Perm-36 was at Kuchino, which is also by Moscow."""
    match = Gazetteer().find("Кучино", country="Россия", near=((58.3, 57.8), (58.0, 56.2))).match
    assert match
    assert distance_km((match.lat, match.lon), (58.27, 57.44)) < 10
