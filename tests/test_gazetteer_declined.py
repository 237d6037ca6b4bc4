"""Declined: names as a sentence has them, or that begin with the town they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.declined import forms

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
    [("湖南郴州苏仙岭", "Chenzhou"), ("浙江奉化溪口雪窦山", "Fenghua")],
)
def test_a_long_name_in_han_letters_is_in_the_town_it_begins_with(written: str, meant: str) -> None:
    match = Gazetteer().find(written, near=(WUHAN,)).match
    assert match
    assert match.name == meant


@given(st.text(max_size=30))
def test_any_text_has_forms_that_are_not_endless(text: str) -> None:
    assert len(list(forms(text))) < 400
