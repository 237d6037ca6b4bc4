"""Stand-ins: what is not known itself is shown at the town or area it says it is in, and told."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.lands import SURE


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("prison, Lyon", "Lyon"),
        ("Tres Cruces, Montevideo", "Montevideo"),
        ("Kaserne, Sankt Pölten", "Sankt Pölten"),
    ],
)
def test_what_is_in_a_town_is_shown_there_and_told(name: str, town: str) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert match.name == town
    assert match.confidence < SURE
    assert match.note == f"“{name}” itself is not in the gazetteer: shown at {town}."


def test_what_lies_near_a_town_is_a_circle_about_it() -> None:
    match = Gazetteer().find("Qwzxfarm near Lyon").match
    lyon = Gazetteer().find("Lyon").match
    assert match
    assert lyon
    assert (match.lat, match.lon) == (lyon.lat, lyon.lon)
    assert (match.precision, match.geonames_id) == ("region", None)
    assert match.radius_km
    assert match.radius_km >= 10
    assert match.toponym == "Qwzxfarm near Lyon"


def test_what_lies_near_a_town_is_itself_where_that_is_known() -> None:
    match = Gazetteer().find("Villeurbanne near Lyon").match
    assert match
    assert (match.name, match.precision) == ("Villeurbanne", "locality")


def test_an_island_stands_in_for_what_is_on_it_but_a_land_does_not() -> None:
    match = Gazetteer().find("Farm, Corsica").match
    assert match
    assert (match.name, match.precision) == ("Corsica", "region")
    assert match.confidence < SURE
    assert Gazetteer().find("Prison, France").match is None
    assert Gazetteer().find("Prison, Siberia").match is None


def test_a_region_and_its_country_in_columns_stand_in_but_no_country_alone() -> None:
    gazetteer = Gazetteer()
    match = gazetteer.find("Qwzxfarm", region="Lyon", country="France").match
    assert match
    assert match.name == "Lyon"
    assert gazetteer.find("Qwzxfarm", country="France").match is None


@pytest.mark.parametrize(("country", "near"), [("", ((48.4, 2.7),)), ("France", ()), ("", ())])
def test_a_great_city_is_not_sought_in_a_village_called_as_its_church(
    country: str, near: tuple[tuple[float, float], ...]
) -> None:
    """Villages from Normandy to Mauritius are called Notre-Dame."""
    match = Gazetteer().find("Paris (Notre-Dame)", country=country, near=near).match
    assert match
    assert match.name == "Paris"
    assert match.confidence < 0.8
