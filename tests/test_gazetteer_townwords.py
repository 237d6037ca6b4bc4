"""Town words: what a town has, and what says that a name is of a house or a street in it."""

from __future__ import annotations

import pytest

from exile_map.gazetteer.townwords import BUILDINGS, is_before, is_called_freely, is_in_town


@pytest.mark.parametrize(
    "name",
    ["12 Quarnley Road", "Quarnewitzer Straße", "Hotel Quarnley", "calle Cuarnela", "улица Ленина"],
)
def test_a_house_or_a_street_is_in_a_town(name: str) -> None:
    assert is_in_town(name)


@pytest.mark.parametrize("name", ["Quarnleyville", "Кварнелино", "Santa Cuarnela"])
def test_any_other_name_is_not_said_to_be(name: str) -> None:
    assert not is_in_town(name)


def test_what_a_town_has_is_joined_to_its_name_as_its_language_does() -> None:
    assert is_before("klasztor w")
    assert is_before("hospital de la")
    assert not is_before("klasztor de")


def test_no_word_that_only_joins_is_a_building() -> None:
    assert BUILDINGS.isdisjoint(("de", "of", "in", "w", "в"))


def test_streets_and_hotels_are_called_after_any_town_and_museums_after_their_own() -> None:
    assert all(map(is_called_freely, ("rue", "hotel", "lindenstrasse", "улица")))
    assert not any(map(is_called_freely, ("museum", "quarter", "prison", "quarnel")))
