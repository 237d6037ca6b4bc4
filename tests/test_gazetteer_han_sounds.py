from __future__ import annotations

from exile_map.gazetteer import han_sounds
from exile_map.gazetteer.folding import fold


def test_each_letter_is_told_once_and_as_folding_leaves_it() -> None:
    letters = [
        letter
        for told in han_sounds._STANDING_FOR.split()  # noqa: SLF001 -- the table itself
        for letter in told.partition(":")[2]
    ]
    assert len(letters) == len(han_sounds.SAID)
    assert all(han_sounds.SAID[fold(letter)] for letter in letters)
    assert all(map(han_sounds.is_han, letters))
