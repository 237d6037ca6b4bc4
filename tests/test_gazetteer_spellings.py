"""Tests of spellings: how names in other alphabets may be written in Latin letters."""

from __future__ import annotations

import pytest

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.spellings import spellings


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Харьков", "kharkov"),
        ("Ντύσσελντορφ", "dysseldorf"),
        ("საირმე", "sairme"),
        ("Արթիկ", "artik"),
        ("가평", "gapyeong"),
        ("タシケント", "tashikento"),
        ("ጎንደር", "gonder"),
        ("मथुरा", "mathura"),
        ("Шабац", "sabac"),  # as Serbs write it
    ],
)
def test_a_name_may_be_written_as_its_alphabet_is_in_latin_letters(name: str, latin: str) -> None:
    assert latin in set(spellings(fold(name)))


def test_no_more_ways_are_tried_than_can_be_looked_up() -> None:
    assert len(list(spellings(fold("Χ" * 30)))) <= 257


@pytest.mark.parametrize("name", ["岗颍岗", "ปารีส", "paris"])
def test_letters_of_another_script_are_not_spelt(name: str) -> None:
    assert list(spellings(fold(name))) == []
