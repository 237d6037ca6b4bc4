"""Counties: second-order areas are found, and tell where a place is, and hide no town."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("name", "lat", "lon"),
    [
        ("Talbot County, Maryland", 38.8, -76.1),
        ("Southampton County, Virginia", 36.7, -77.1),
        ("Travis County, Texas", 30.3, -97.7),
        ("Karmøy", 59.3, 5.3),
        ("Abitibi-Témiscamingue", 48.2, -78.5),
    ],
)
def test_a_county_is_an_area_about_where_its_people_live(name: str, lat: float, lon: float) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert (match.precision, match.layer) == ("region", "region")
    assert (match.lat, match.lon) == pytest.approx((lat, lon), abs=0.3)
    assert match.radius_km
    assert 5 <= match.radius_km <= 200


def test_a_county_of_many_states_is_asked_about_and_settled_by_a_hint_or_the_route() -> None:
    gazetteer = Gazetteer()
    alone = gazetteer.find("Lincoln County")
    assert alone.match is None or alone.match.confidence < 0.8
    for told in (
        gazetteer.find("Lincoln County, New Mexico"),
        gazetteer.find("Lincoln County", region="New Mexico"),
    ):
        assert told.match
        assert told.match.lat == pytest.approx(33.4, abs=0.4)


@pytest.mark.parametrize(
    ("town", "county"),
    [("Manor", "Travis County"), ("Buda", "Hays County"), ("Kyle", "Hays County")],
)
def test_a_county_tells_towns_of_one_name_apart(town: str, county: str) -> None:
    match = Gazetteer().find(f"{town}, {county}").match
    assert match
    assert (match.name, match.region, match.precision) == (town, "Texas", "locality")
    assert match.confidence >= 0.8


@pytest.mark.parametrize(
    ("name", "country"), [("Harmon", "US"), ("Lincoln", "GB"), ("Celle", "DE")]
)
def test_no_county_hides_a_town_called_alike(name: str, country: str) -> None:
    match = Gazetteer().find(name, country=country).match
    assert match is None or match.precision == "locality"
