"""Tests of ranking: which place of a name is likeliest among its neighbours."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.build_names import unbracketed

FINDER = Gazetteer()
Near = tuple[tuple[float, float], ...]
NEW_YORK, PARIS = (40.71, -74.0), (48.86, 2.35)


@pytest.mark.parametrize(
    ("name", "near", "region", "greater"),
    [
        ("Hove", ((51.22, 4.4), (52.52, 13.4)), "Flanders", "England"),  # 9 km from Antwerp
        ("Pratt", ((38.1, -81.4), (37.6, -104.8)), "West Virginia", "Kansas"),  # by Paint Creek
    ],
)
def test_a_small_town_beside_a_stay_is_likelier_than_a_greater_one_far_off(
    name: str, near: Near, region: str, greater: str
) -> None:
    answer = FINDER.find(name, near=near)
    assert answer.match
    assert answer.match.region == region
    assert answer.match.confidence < 0.8  # but not sure
    assert greater in [other.region for other in answer.candidates]


def test_a_metropolis_is_not_the_hamlet_of_its_name_beside_a_stay() -> None:
    """Cortesão flew from Lisbon, where there is a São Paulo."""
    match = FINDER.find("São Paulo", near=((38.71, -9.14), (-22.9, -43.2))).match
    assert match
    assert match.country == "BR"


@pytest.mark.parametrize(("name", "city"), [("Mexico", "Mexico City"), ("Guatemala", "Guatemala")])
def test_amid_towns_a_country_called_as_its_capital_is_that(name: str, city: str) -> None:
    answer = FINDER.find(name, near=(NEW_YORK, PARIS))
    assert answer.match
    assert answer.match.precision == "locality"
    assert answer.match.name.startswith(city)
    assert answer.match.confidence < 0.8
    assert any(other.layer == "country" for other in answer.candidates)


def test_by_itself_it_is_the_country() -> None:
    match = FINDER.find("Mexico").match
    assert match
    assert match.layer == "country"


def test_a_land_is_doubted_where_a_town_of_its_name_lies_near_the_route() -> None:
    """Beckett hid in a village of Vaucluse, not in the old province."""
    answer = FINDER.find("Roussillon", near=((44.66, -1.17), (49.12, -1.09)))
    assert answer.match
    assert answer.match.confidence < 0.8
    assert any(other.layer == "city" for other in answer.candidates)


def test_what_is_curated_with_a_qualifier_is_heard_without_beside_the_route() -> None:
    match = FINDER.find("Ronneburg", near=((50.29, 9.11),)).match
    assert match
    assert match.name == "Ronneburg (Hessen)"


@pytest.mark.parametrize("near", [(), ((50.88, 12.07),)])
def test_elsewhere_it_is_not(near: Near) -> None:
    answer = FINDER.find("Ronneburg", near=near)
    assert answer.match
    assert answer.match.layer == "city"
    assert answer.match.confidence >= 0.8
    assert all(other.layer != "curated" for other in answer.candidates)


def test_what_no_other_place_is_called_is_not_found_in_short_far_off_the_route() -> None:
    beside = FINDER.find("Villa Foscarini", near=((45.4, 12.2),)).match
    assert beside
    assert beside.confidence >= 0.8
    assert FINDER.find("Villa Foscarini", near=((10.0, 10.0),)).match is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Ronneburg (Hessen)", ["ronneburg"]),
        ("Ronneburg", []),
        ("Prison (Melun)", []),
        ("Castle of Ham (Somme)", []),  # what is called after a town is asked of the town
    ],
)
def test_what_stands_before_brackets_is_a_name_unless_it_is_a_word(
    name: str, bare: list[str]
) -> None:
    assert unbracketed(name) == bare


@pytest.mark.parametrize("name", ["Limoeiro", "Lichtenburg", "Tura"])
def test_a_prison_is_asked_about_where_a_town_far_off_has_its_name(name: str) -> None:
    match = Gazetteer().find(name).match
    assert match is None or match.confidence < 0.8


def test_a_prison_on_the_route_is_no_town_far_off() -> None:
    match = Gazetteer().find("Limoeiro", near=((38.72, -9.14),)).match
    assert match
    assert match.country == "PT"
    assert match.confidence >= 0.8


LISBON, RIO = (38.72, -9.14), (-22.9, -43.2)


def test_where_the_rest_of_a_life_was_a_place_is_likelier() -> None:
    """Miguel I was born in Queluz, and first sailed to Rio de Janeiro, near another."""
    alone = FINDER.find("Queluz", near=(RIO,))
    among = FINDER.find("Queluz", near=(RIO,), life=(LISBON,))
    assert (alone.match.country if alone.match else "BR") == "BR"
    assert among.match
    assert among.match.country == "PT"


def test_but_no_surer_than_it_were_without() -> None:
    match = FINDER.find("Queluz", near=(RIO,), life=(LISBON,)).match
    assert match
    assert match.confidence < 0.8


def test_what_river_a_town_lies_on_goes_unsaid_near_it() -> None:
    """Dillingen on the Danube, not the one on the Saar."""
    match = FINDER.find("Dillingen", near=((48.4, 10.0), (48.37, 10.9))).match
    assert match
    assert match.name == "Dillingen an der Donau"


def test_a_town_on_the_route_is_meant_before_a_region_of_its_name_elsewhere() -> None:
    """Colón in Panama, not the department of Honduras."""
    match = FINDER.find("Colón", year=1911, near=((9.99, -83.03), (40.8, -73.9))).match
    assert match
    assert match.country == "PA"


def test_a_city_comes_before_a_country_that_others_call_so() -> None:
    answer = FINDER.find("Granada")
    first = answer.match or answer.candidates[0]
    assert first.country == "ES"
    assert first.confidence < 0.8


@pytest.mark.parametrize("name", ["Columbia", "Guadalupe", "Grenade"])
def test_a_country_is_asked_about_where_a_large_city_abroad_has_its_name(name: str) -> None:
    match = FINDER.find(name).match
    assert match is None or match.confidence < 0.8
