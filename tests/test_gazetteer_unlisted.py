"""Unlisted: many names that nothing is known of are told so together, and no other one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import BUILT, Store
from exile_map.gazetteer.unlisted import NO_FORM, known_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.unlisted import Form

GAZETTEER = Gazetteer()


def told_forms(names: Sequence[str], known: Sequence[str] = ()) -> list[Form | None]:
    """Return what is told of each name where only some forms are known."""
    folded = [fold(name) for name in names]
    return list(known_forms(names, folded, lambda forms: [form in known for form in forms]))


def test_a_plain_name_is_nowhere_unless_another_form_of_it_is_known() -> None:
    names = ["batwryn", "Muehlqx", "Lan Qxgang", "Ta Qxta", "Muehl Qx"]
    assert told_forms(names) == [NO_FORM] * 5
    known = ["muhlqx", "lanqxgang", "muehlqx", "muhl qx"]
    forms = [NO_FORM, ("muhlqx", True), ("lanqxgang", True), NO_FORM, ("muhl qx", True)]
    assert told_forms(names, known) == forms


def test_of_names_that_are_not_plain_each_is_told_its_own_form_beside_those_that_are() -> None:
    names = ["Muehlqx", "the Qxqx", "ガガ", "Lan Qxgang", "q x"]
    assert told_forms(names, ["lanqxgang", "qxqx"]) == [
        NO_FORM,
        ("qxqx", False),
        None,
        ("lanqxgang", True),
        NO_FORM,
    ]
    assert told_forms([]) == []


def test_the_first_form_is_told_of_a_name_with_words_or_signs_beside_it() -> None:
    names = [
        "the Qxqx",
        "S Qxqx",
        "Qxqx a M",
        "q x",
        "d'Qxqx",
        "Qx-Qx",
        "Qx island",
        "la Qx Qx",
        "Qx oblast",
    ]
    assert told_forms(names) == [NO_FORM] * 9
    known = [
        *("qxqx", "san qxqx", "sur qxqx", "qxqx am main", "qx", "qxqx", "qx", "qx qx", "laqxqx"),
    ]
    assert told_forms(names, known) == [
        ("qxqx", False),
        ("san qxqx", True),
        ("qxqx am main", True),
        ("qx", False),
        ("qxqx", False),
        ("qxqx", True),
        ("qx", True),
        ("qx qx", False),
        ("qx", True),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nowhere",
        "Qxqx castle",
        "Qxqx comarca",
        "near Qxqx",
        "Qxqx oriental",
        "the  Qxqx",
        "Qxqx (France)",
        "Berlin-Qxqxqx",
        "Qxqx, Texas",
        "Qx/Qxqx",
        "Кхкхкхыв",
    ],
)
def test_nothing_is_told_of_a_name_that_can_be_read_otherwise(name: str) -> None:
    assert told_forms([name]) == [None]


WORDS = ["qxa", "boevex", "Muehlqx", "la", "near", "Camp", "S", "a", "M", "prison", "oblast", "San"]
WORDS += ["d'Qx", "Qx-Qx", "of", "Fort", "castle", "bei", "q"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), max_size=8))
def test_together_nothing_else_is_told_than_one_by_one(names: list[str]) -> None:
    for name, told in zip(names, GAZETTEER.find_many(map(Question, names)), strict=True):
        alone = GAZETTEER.find(name)
        assert (told.status, told.match, told.reason) == (alone.status, alone.match, alone.reason)
        if told.status == "unresolved":
            assert told.suggestions == alone.suggestions


@pytest.mark.parametrize("year", [None, -300.0, 1919.0])
def test_a_name_in_two_words_that_is_known_in_one_is_answered_together_as_by_itself(
    year: float | None,
) -> None:
    own = [p.name for p in Store(BUILT).places() if p.name.isalpha() and len(p.name) > 5]
    names = [f"{name[:3]} {name[3:]}" for name in own[::800]]
    answers = list(GAZETTEER.find_many(Question(name, year) for name in names))
    alone = [GAZETTEER.find(name, year=year) for name in names]
    assert [a.match and (a.match.lat, a.match.confidence) for a in answers] == [
        a.match and (a.match.lat, a.match.confidence) for a in alone
    ]
    assert answers == alone
    assert sum(answer.status == "ok" for answer in answers) > len(answers) / 3
