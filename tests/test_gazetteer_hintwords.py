"""Hint words: what districts are called in short, and what stands beside a name and is no hint."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.hintwords import bare_forms, in_full, is_area, is_no_hint, is_part


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("jud. Prahova", "Prahova"),
        ("Vilkaviškio aps.", "Vilkaviškis"),
        ("Гайворонський р-н", "Гайворон"),
        ("Магаданська обл.", "Магадан"),
        ("Nordböhmen", "bohmen"),
        ("East Tennessee", "Tennessee"),
        ("Komin ASNT", "Komi"),
    ],
)
def test_a_district_is_also_tried_as_what_its_name_is_made_of(written: str, form: str) -> None:
    assert form in list(bare_forms(written))


@pytest.mark.parametrize("beside", ["confino", "Пафнутьев монастырь", "in exile"])
def test_what_it_was_to_them_is_no_hint(beside: str) -> None:
    assert is_no_hint(beside)
    assert not is_no_hint("Grodno")


def test_a_short_word_may_be_anything_in_a_name_of_its_own() -> None:
    assert is_area(fold("Altajaus kraštas"))
    assert not is_area(fold("Il Pino"))
    assert is_part(fold("Maroc oriental"))
    assert not is_part(fold("Nordhausen"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Morelia, Mich.", "Morelia"),
        ("Angicos (RN)", "Angicos"),
        ("Ustica (confino)", "Ustica"),
        ("Vorkuta (Komin ASNT)", "Vorkuta"),
        ("Боровск, Пафнутьев монастырь", "Borovsk"),
    ],
)
def test_a_place_is_told_apart_by_what_stands_in_short_beside_it(
    gazetteer: Gazetteer, written: str, meant: str
) -> None:
    answer = gazetteer.find(written)
    assert answer.match
    assert answer.match.name == meant
    assert "not known" not in answer.reason


def test_a_region_holds_the_curated_places_in_it_whose_region_nobody_noted(
    gazetteer: Gazetteer,
) -> None:
    answer = gazetteer.find("Parícutin (Michoacán)")
    assert answer.match
    assert answer.match.name == "Parícutin"
    assert answer.match.region == ""


def test_what_is_short_for_a_country_is_it() -> None:
    assert in_full("jav") == "usa"
    assert in_full("grodno") == ""


def test_a_hint_read_by_its_stem_only_never_hides_the_place(gazetteer: Gazetteer) -> None:
    plain, hinted = gazetteer.find("Suchedniów"), gazetteer.find("Suchedniów, Kowelskie")
    assert plain.match
    assert hinted.match
    assert (hinted.match.lat, hinted.match.lon) == (plain.match.lat, plain.match.lon)
    assert "“Kowelskie” is not known" in hinted.reason


def test_the_only_place_of_its_name_is_sure_beside_the_route_whatever_stands_beside_it(
    gazetteer: Gazetteer,
) -> None:
    warsaw, lima = (52.2, 21.0), (-12.0, -77.0)
    near, far = (gazetteer.find("Suchedniów, Quibberland", near=(at,)) for at in (warsaw, lima))
    assert near.match
    assert far.match
    assert near.match.confidence >= 0.8 > far.match.confidence


def test_an_island_is_not_sure_whose_large_town_of_its_name_is_far_from_its_middle(
    gazetteer: Gazetteer,
) -> None:
    crete, elba = gazetteer.find("Kreta"), gazetteer.find("Elba")
    assert crete.match
    assert elba.match
    assert crete.match.confidence < 0.8 <= elba.match.confidence
    assert any(city.layer == "city" for city in crete.candidates)


def test_an_island_is_where_its_people_live(gazetteer: Gazetteer) -> None:
    for island, town in (("Rodos", (36.44, 28.22)), ("Tsushima Island", (34.2, 129.3))):
        match = gazetteer.find(island).match
        assert match
        assert kilometres((match.lat, match.lon), town) < 20


def test_a_swedish_word_in_short_is_read(gazetteer: Gazetteer) -> None:
    answer = gazetteer.find("S:t Petersburg")
    assert answer.match
    assert answer.match.country == "RU"


@pytest.mark.parametrize(("written", "country"), [("Bălți", "MD"), ("Annapolis", "US")])
def test_a_code_that_is_a_country_s_and_a_state_s_means_the_one_that_has_the_place(
    gazetteer: Gazetteer, written: str, country: str
) -> None:
    match = gazetteer.find(written, country="MD").match
    assert match
    assert match.country == country


@pytest.mark.parametrize(
    ("written", "country"),
    [
        ("Danzig (now Gdańsk)", "PL"),
        ("Königsberg (heute Kaliningrad)", "RU"),
        ("Лемберг (ныне Львов)", "UA"),
        ("奉天（今沈阳）", "CN"),
    ],
)
def test_what_a_place_is_called_today_tells_where_it_is(
    gazetteer: Gazetteer, written: str, country: str
) -> None:
    match = gazetteer.find(written).match
    assert match
    assert match.country == country
    assert match.confidence >= 0.8
