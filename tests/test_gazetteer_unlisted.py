"""Unlisted: many names that nothing is known of are told so together, and no other one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.folding import fold
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
