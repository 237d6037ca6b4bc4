"""Surroundings: what is not known is shown as the area it lies in, told and never trusted."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.answers import Question
from exile_map.gazetteer.readings import Reading, readings
from exile_map.gazetteer.surroundings import WIDEST_KM


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(
    ("written", "area"),
    [
        ("Quibberham, Tyrol", "Tyrol"),
        ("Quibberham (Andalusia)", "Andalusia"),
        ("mănăstirea Xyzescu, jud. Prahova", "Prahova"),
        ("Xyzvka, Šilalės r.", "Šilalė"),
        ("Ыхзвка, Гайворонський р-н", "Hayvoron"),
        ("哈比比（山口県）", "Yamaguchi"),
    ],
)
def test_an_unknown_place_is_shown_as_the_area_named_with_it_and_told(
    gazetteer: Gazetteer, written: str, area: str
) -> None:
    answer = gazetteer.find(written)
    assert answer.match
    assert answer.match.name == area
    assert answer.match.precision == "region"
    assert answer.match.radius_km
    assert answer.match.confidence <= 0.5
    assert "is not in the gazetteer" in answer.reason == answer.match.note


def test_an_area_too_wide_to_say_anything_is_not_shown(gazetteer: Gazetteer) -> None:
    russia = gazetteer.find("Russia").match
    assert russia
    assert (russia.radius_km or 0) > WIDEST_KM
    assert gazetteer.find("Quibberham, Russia").status == "unresolved"


def test_a_name_known_elsewhere_is_not_shown_as_a_wide_area(gazetteer: Gazetteer) -> None:
    assert gazetteer.find("Bothwell, Bavaria").match is None


@pytest.mark.parametrize(
    ("written", "area"),
    [("Мордовська АРСР", "Respublika Mordoviya"), ("Jakutijos ASSR", "Yakutia")],
)
def test_what_calls_itself_a_district_is_shown_as_what_it_is_called_after(
    gazetteer: Gazetteer, written: str, area: str
) -> None:
    answer = gazetteer.find(written)
    assert answer.match
    assert (answer.match.name, answer.match.precision) == (area, "region")
    assert answer.match.confidence <= 0.5


def test_all_is_said_alike_one_by_one_and_at_once(gazetteer: Gazetteer) -> None:
    names = ["Quibberham, Tyrol", "Мордовська АРСР", "Xyzvka, Šilalės r.", "Luxembourg méridional"]
    together = list(gazetteer.find_many(map(Question, names)))
    assert all(answer.match for answer in together)
    assert [a.match for a in together] == [gazetteer.find(name).match for name in names]


def test_what_stands_first_in_east_asia_is_where_the_rest_is(gazetteer: Gazetteer) -> None:
    assert Reading("청산리", ("화룡현",), only_there=True) in list(readings("화룡현 청산리"))
    answer = gazetteer.find("함경남도 힣힣리")
    assert answer.match
    assert answer.match.country == "KP"
    assert answer.match.confidence <= 0.5


def test_a_monastery_behind_a_name_is_not_the_town_called_monastir() -> None:
    """Nor surely the town that is called as the monastery."""
    told = Gazetteer().find("Сирач, манастир").match
    assert told
    assert (told.name, told.confidence < 0.8) == ("Sirač", True)


@pytest.mark.parametrize(
    ("name", "land"), [("Front d'Aragó", "ES"), ("Aragon front", "ES"), ("province d’Oran", "DZ")]
)
def test_a_front_or_a_province_is_shown_as_the_land_it_is_called_after(
    name: str, land: str
) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert match.country == land


@pytest.mark.parametrize(
    ("written", "shown", "layer"),
    [
        ("Quarnleyville, New York", "New York", "region"),
        ("Quarnleyville, Washington", "Washington State", "region"),
        ("Quarnley Hotel, New York", "New York City", "city"),
        ("12 Quarnley Street, New York", "New York City", "city"),
        ("Tres Cruces de Quarnela, Montevideo", "Montevideo", "city"),
    ],
)
def test_a_state_called_as_its_city_is_told_with_what_is_no_house(
    gazetteer: Gazetteer, written: str, shown: str, layer: str
) -> None:
    match = gazetteer.find(written).match
    assert match
    assert (match.name, match.layer) == (shown, layer)
    assert match.confidence <= 0.6
    assert "itself is not in the gazetteer" in match.note
