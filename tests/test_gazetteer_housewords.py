"""House words: what stands beside a town and only tells which house in it is meant."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.housewords import is_house_word, names_house


@pytest.mark.parametrize(
    "text", ["Lazarett", "казармы", "Hotel Elisabeth", "laktanya", "rue Quarnel 12", "병영", "旅館"]
)
def test_a_house_is_known_by_its_first_or_last_word(text: str) -> None:
    assert names_house(text)


@pytest.mark.parametrize("text", ["Quarnelshire", "Normandie", "12", "", "Lazaretto Quarnel West"])
def test_what_may_tell_where_a_town_is_is_no_house(text: str) -> None:
    assert not names_house(text)


def test_no_part_of_a_word_is_one() -> None:
    assert is_house_word("musee")
    assert not is_house_word("muse")
    assert not is_house_word("")


@pytest.mark.parametrize(
    "name",
    [
        "Bad Ischl (Lazarett)",
        "Грязовец (казармы)",
        "Mohács, laktanya",
        "Bad Ischl, Hotel Quarnel",
        "Bredevoort (pastorie)",
    ],
)
def test_a_house_beside_a_town_makes_it_no_less_sure(name: str) -> None:
    answer = Gazetteer().find(name)
    assert answer.match
    assert answer.match.confidence >= 0.8
    assert "not known as a country" not in answer.reason


def test_of_what_is_no_house_it_is_told_that_it_was_not_understood() -> None:
    answer = Gazetteer().find("Bad Ischl, Quarnelshire")
    assert "not known as a country" in answer.reason
