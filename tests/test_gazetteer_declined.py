"""Declined: names as a sentence has them, or that begin with the town they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.declined import forms, owners

WARSAW, WUHAN = (52.2, 21.0), (30.6, 114.3)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("w Krakowie", "Kraków"),
        ("we Lwowie", "Lviv"),
        ("в Париже", "Paris"),
        ("v Praze", "Prague"),
        ("Vilniuje", "Vilnius"),
        ("Maskvoje", "Moscow"),
        ("Helsingissä", "Helsinki"),
        ("Tallinnas", "Tallinn"),
        ("Budapesten", "Budapest"),
        ("Krakkóban", "Kraków"),
        ("İstanbul'da", "Istanbul"),
        ("στην Αθήνα", "Athens"),
    ],
)
def test_a_town_is_known_in_the_case_a_sentence_asks_for_and_that_is_told(
    written: str, meant: str
) -> None:
    match = Gazetteer().find(written, near=(WARSAW,)).match
    assert match
    assert match.name == meant
    assert match.confidence < 0.8
    assert "itself is not in the gazetteer" in match.note


@pytest.mark.parametrize(
    ("written", "meant"),
    [("湖南郴州北湖山", "Chenzhou"), ("浙江奉化溪口雪窦山", "Fenghua")],
)
def test_a_long_name_in_han_letters_is_in_the_town_it_begins_with(written: str, meant: str) -> None:
    match = Gazetteer().find(written, near=(WUHAN,)).match
    assert match
    assert match.name == meant


@given(st.text(max_size=30))
def test_any_text_has_forms_that_are_not_endless(text: str) -> None:
    assert len(list(forms(text))) < 400


@pytest.mark.parametrize(
    ("written", "near", "meant"),
    [
        ("Kuopion teatteri", (62.4, 27.2), "Kuopio"),
        ("Liepājas osta", (56.9, 22.0), "Liepāja"),
        ("Linköpings rådhus", (58.9, 16.0), "Linköping"),
        ("szegedi múzeum", (46.9, 20.0), "Szeged"),
        ("Вологодский театр", (59.9, 40.3), "Vologda"),
        ("Костромской музей", (57.6, 39.9), "Kostroma"),
    ],
)
def test_a_house_is_told_by_the_genitive_or_adjective_of_the_town_that_has_it(
    written: str, near: tuple[float, float], meant: str
) -> None:
    match = Gazetteer().find(written, near=(near,)).match
    assert match
    assert (match.name, match.confidence) == (meant, 0.6)
    assert "itself is not in the gazetteer" in match.note


@pytest.mark.parametrize("written", ["Московская улица", "Göteborgs gata", "bécsi kapu", "Kuopio"])
def test_a_street_a_gate_and_a_town_have_no_such_owner(written: str) -> None:
    assert list(owners(written)) == []


def test_a_house_is_not_shown_in_a_town_far_off_by_whose_adjective_it_goes() -> None:
    assert Gazetteer().find("Лондонская гостиница", near=(WARSAW,)).match is None
