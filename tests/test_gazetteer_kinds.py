"""Kinds: a word for the kind of place is left out where no place has it in its name."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.kinds import may_say, without_kind

KNOWN = (
    ("massif de l'Aurès", "Aurès"),
    ("les monts de l'Aurès", "Aurès"),
    ("Gebirge Aurès", "Aurès"),
    ("montagnes de Kabylie", "Kabylia"),
    ("pueblo de Tepoztlán", "Tepoztlán"),
    ("aldea de Tepoztlán", "Tepoztlán"),
    ("Dorf Clarens", "Montreux"),
    ("lac Ladoga", "Lake Ladoga"),
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(("name", "meant"), KNOWN)
def test_a_place_is_found_by_its_name_without_its_kind(
    gazetteer: Gazetteer, name: str, meant: str
) -> None:
    match = gazetteer.find(name).match
    assert match is not None
    assert match.name == meant


def test_many_are_told_as_one_is(gazetteer: Gazetteer) -> None:
    names = [name for name, _ in KNOWN]
    many = [answer.match for answer in gazetteer.find_many(map(Question, names))]
    assert many == [gazetteer.find(name).match for name in names]


@pytest.mark.parametrize("name", ["mont Dresden", "Lake Dresden", "гора Дрезден", "cabo Dresden"])
def test_a_mountain_is_no_town_called_alike(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.find(name).match is None


def test_articles_and_what_joins_both_are_left_out_with_it() -> None:
    assert [tuple(bare) for bare in without_kind("les monts de l'Aurès")] == [("Aurès", True)]
    assert [tuple(bare) for bare in without_kind("village of Clarens")] == [("Clarens", False)]
    assert [tuple(bare) for bare in without_kind("オーレス山地")] == [("オーレス", True)]
    assert list(without_kind("village des enfants")) == []
    assert list(without_kind("Dresden")) == []


def test_it_is_told_quickly_whether_a_name_may_say_its_kind() -> None:
    assert may_say("les monts Qx", ["les", "monts", "qx"])
    assert may_say("Qx Mountains", ["qx", "mountains"])
    assert not may_say("Mont", ["mont"])
    assert not may_say("Qx Qx", ["qx", "qx"])
