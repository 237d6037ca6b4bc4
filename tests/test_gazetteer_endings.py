"""Tests of endings: names without Latin letters that have or lack a sign of what they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.endings import is_han, other_endings, town_and_place
from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from exile_map.gazetteer.answers import Match


def found(name: str) -> Match:
    """Return what a name means, which must be known."""
    match = Gazetteer().find(name).match
    assert match, name
    return match


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("讃岐国", "讃岐"),
        ("徐州", "徐州市"),
        ("통영시", "통영"),
        ("통영", "통영군"),
        ("الريونيون", "ريونيون"),
    ],
)
def test_a_name_is_tried_with_and_without_the_sign_of_its_kind(name: str, other: str) -> None:
    assert fold(other) in list(other_endings(fold(name)))


@pytest.mark.parametrize("name", ["Paris", "Москва", "山", "ال"])
def test_nothing_is_taken_from_other_letters_or_from_what_is_too_short(name: str) -> None:
    assert [form for form in other_endings(fold(name)) if len(form) < len(fold(name))] == []


def test_only_han_letters_are_divided_into_a_town_and_a_place_in_it() -> None:
    assert list(town_and_place("京都伏見")) == [("京都", "伏見")]
    assert list(town_and_place("哈尔滨道里")) == [("哈尔", "滨道里"), ("哈尔滨", "道里")]
    assert list(town_and_place("ベルリン")) == list(town_and_place("北京")) == []
    assert not is_han("")


def test_a_province_or_an_island_is_known_without_the_sign_of_its_kind() -> None:
    assert found("讃岐国").country == "JP"
    assert found("الريونيون").country == "RE"
    assert found("جزیره موریس").country == "MU"


def test_a_place_behind_its_town_is_where_that_town_is() -> None:
    """Several are called Xikou."""
    xikou = found("奉化溪口")
    assert (round(xikou.lat), round(xikou.lon)) == (30, 121)
    somewhere = found("南京鬼脸照镜子处")
    assert somewhere.name == "Nanjing"
    assert somewhere.confidence <= 0.6
    assert "itself is not in the gazetteer" in somewhere.note


def test_a_quarter_behind_its_city_is_in_that_city() -> None:
    """There are four Schönebergs, and no place is called after a hyphen alone."""
    assert found("Berlin-Schöneberg").region == "Berlin"
    assert found("Berlin-Xyzzydorf").name == "Berlin"
    assert found("Berlin-Xyzzydorf").confidence <= 0.6
    assert Gazetteer().find("Vence-Xyzzydorf").match is None


@pytest.mark.parametrize(
    ("town", "hint", "country"),
    [
        ("Kassa", "Felvidék", "SK"),
        ("Zombor", "Bácska", "RS"),
        ("Nagykároly", "Szatmár vármegye", "RO"),
        ("Skopje", "Rumeli", "MK"),
        ("Serres", "Selanik vilayeti", "GR"),
        ("Рума", "Срем", "RS"),
        ("Травник", "Босна", "BA"),
        ("Минусинск", "Минусинский уезд", "RU"),
        ("Ніжин", "Чернігівська губернія", "UA"),
        ("Pau", "Béarn", "FR"),
        ("Lida", "województwo nowogródzkie", "BY"),
        ("Heidelberg", "Kurpfalz", "DE"),
        ("Antofagasta", "Litoral boliviano", "CL"),
        ("Caserta", "Terra di Lavoro", "IT"),
        ("Vellore", "Madras Presidency", "IN"),
        ("武昌", "湖广", "CN"),
        ("川越", "武蔵国", "JP"),
        ("전주", "전라도", "KR"),
        ("Τρίπολη", "Μοριάς", "GR"),
        ("Pozsony", "Uhry", "SK"),
    ],
)
def test_a_historical_region_is_a_hint_in_its_own_language(
    town: str, hint: str, country: str
) -> None:
    answer = Gazetteer().find(town, country=hint)
    assert answer.match
    assert answer.match.country == country
    assert f"“{hint}”" not in answer.reason


def test_a_province_is_wider_than_the_town_it_is_called_after() -> None:
    """Shusha is ninety kilometres from Ganja."""
    gazetteer = Gazetteer()
    assert gazetteer.find("Shusha", country="Ganja kazası").match
    assert gazetteer.find("Shusha", country="Ganja").match is None


def test_of_two_towns_in_a_county_s_circle_the_one_nearer_its_middle_is_meant() -> None:
    """There is another Bramley just over the border, in Surrey."""
    match = found("Bramley, Hampshire")
    assert (round(match.lat, 1), round(match.lon, 1)) == (51.3, -1.1)


def test_a_province_of_japan_before_a_place_in_it_is_read_as_a_whole() -> None:
    assert next(town_and_place("大和国沢城")) == ("大和国", "沢城")
    assert found("大和国沢城").radius_km == 40.0


def test_an_island_is_tried_without_its_sign() -> None:
    assert found("舟山島").name == "Zhoushan"
