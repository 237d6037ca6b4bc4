"""Unlisted: many names that nothing is known of are told so together, and no other one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.unlisted import known_forms

if TYPE_CHECKING:
    from collections.abc import Sequence

GAZETTEER = Gazetteer()


def told_forms(names: Sequence[str], known: Sequence[str] = ()) -> list[str | None]:
    """Return what is told of each name where only some forms are known."""
    folded = [fold(name) for name in names]
    return list(known_forms(names, folded, lambda forms: [form in known for form in forms]))


def test_a_plain_name_is_nowhere_unless_another_form_of_it_is_known() -> None:
    names = ["batwryn", "Muehlqx", "Lan Qxgang", "Ta Qxta", "Muehl Qx"]
    assert told_forms(names) == [""] * 5
    known = ["muhlqx", "lanqxgang", "muehlqx", "muhl qx"]
    assert told_forms(names, known) == ["", "muhlqx", "lanqxgang", "", "muhl qx"]


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nowhere",
        "Qxqx castle",
        "Qxqx comarca",
        "near Qxqx",
        "Qxqx oblast",
        "Qxqx oriental",
        "the Qxqx",
        "S Qxqx",
        "Qxqx a M",
        "q x",
        "Qxqx (France)",
        "Berlin-Qxqxqx",
        "d'Qxqx",
        "Qxqx, Texas",
        "Кхкхкхыв",
    ],
)
def test_nothing_is_told_of_a_name_whose_words_or_signs_say_more(name: str) -> None:
    assert told_forms([name]) == [None]


WORDS = ["qxa", "boevex", "Muehlqx", "la", "near", "Camp", "S", "a", "M", "prison", "oblast", "San"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join), max_size=8))
def test_together_nothing_else_is_told_than_one_by_one(names: list[str]) -> None:
    for name, told in zip(names, GAZETTEER.find_many(map(Question, names)), strict=True):
        alone = GAZETTEER.find(name)
        assert (told.status, told.match, told.reason) == (alone.status, alone.match, alone.reason)
        if told.status == "unresolved":
            assert told.suggestions == alone.suggestions
