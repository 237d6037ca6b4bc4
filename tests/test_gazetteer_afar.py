"""Afar: no house on the route is drawn at a far town that only happens to bear its name."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer

LONDON, PITTSBURGH, PERTH, LIMA = (51.5, -0.1), (40.4, -79.9), (-32.0, 115.9), (-12.0, -77.0)
ISTANBUL = (41.0, 29.0)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Quillabamba Castle", LONDON),  # the only one of its name, in Peru
        ("Springfield Infirmary", PERTH),  # one of many
        ("монастырь Мильково", LONDON),
        ("San Quarnel del Campo", LONDON),
    ],
)
def test_a_house_is_not_drawn_a_world_away(
    gazetteer: Gazetteer, name: str, near: tuple[float, float]
) -> None:
    answer = gazetteer.find(name, near=(near,))
    assert (answer.status, answer.match) == ("unresolved", None)


@pytest.mark.parametrize(
    "name", ["convento de San Antonio", "hospital de San José", "Kloster St. Johann"]
)
def test_a_house_of_a_saint_is_in_no_far_town_of_that_saint(
    gazetteer: Gazetteer, name: str
) -> None:
    match = gazetteer.find(name, near=((40.4, -3.7),)).match
    assert match is None or match.country == "ES"


def test_a_house_is_in_the_only_town_that_is_called_after_its_saint(gazetteer: Gazetteer) -> None:
    match = gazetteer.find("Kloster Sankt Gallen", near=((48.2, 16.4),)).match
    assert match
    assert match.country == "CH"


def test_nobody_is_asked_which_of_several_far_places_a_house_is_called_after(
    gazetteer: Gazetteer,
) -> None:
    assert gazetteer.find("Western Workhouse").status == "ambiguous"
    assert gazetteer.find("Western Workhouse", near=(PITTSBURGH,)).status == "unresolved"


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Quillabamba Hospital", LIMA, "PE"),  # far, but the only one
        ("Kayseri Hastanesi", LONDON, "TR"),  # large
        ("Kayseri Hastanesi", ISTANBUL, "TR"),
    ],
)
def test_a_house_of_a_town_that_may_be_meant_is_shown_there_and_told(
    gazetteer: Gazetteer, name: str, near: tuple[float, float], country: str
) -> None:
    match = gazetteer.find(name, near=(near,)).match
    assert match
    assert match.country == country
    assert "itself is not in the gazetteer" in match.note


def test_in_han_letters_a_house_is_its_town_s_wherever_that_is(gazetteer: Gazetteer) -> None:
    match = gazetteer.find("漠河监狱", near=(LONDON,)).match
    assert match
    assert (match.name, match.country, match.precision) == ("漠河监狱", "CN", "region")


@pytest.mark.parametrize("name", ["rue de Varsovie", "Hotel Bristol", "calle de Toledo, 12"])
def test_a_street_is_not_where_the_town_is_that_it_is_called_after(
    gazetteer: Gazetteer, name: str
) -> None:
    match = gazetteer.find(name, near=((40.4, -3.7),)).match
    assert match is None or match.name not in {"Warsaw", "Bristol", "Toledo"}


def test_a_street_that_leads_to_a_town_beside_is_shown_there_and_told(gazetteer: Gazetteer) -> None:
    match = gazetteer.find("rue de Sèvres", near=((48.85, 2.35),)).match
    assert match
    assert (match.name, match.confidence) == ("Sèvres", 0.6)
