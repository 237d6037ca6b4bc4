"""Belongings: what a town has and lends its name to ("Bantry Bay", "szpital w Wilnie")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.beside import EDGES, NEAR_KM, Near, phrase_of
from exile_map.gazetteer.nearwords import ASKING_NOTHING, JOINTS, LOCATING
from exile_map.gazetteer.stems import of_adjective, uninflected
from exile_map.gazetteer.townwords import BEHIND, BUILDINGS, MOST_WORDS, WHICH, is_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.beside import Word

KIND_WITHIN: Final = 2
"""So many words from its beginning a name says its kind: "Military School of Realengo"."""
_BUILT: Final = 3  # words
_DIVIDED: Final = frozenset(",;()[]،、，；")


def its(text: str, words: Sequence[Word]) -> Near | None:
    """Read what a town has and lends its name to: its castle, its bay, its prison.

    Parameters
    ----------
    text
        The place as written.
    words
        The words of it.
    """
    if not _DIVIDED.isdisjoint(text):
        return None
    located, named = _its_located(text, words), _its_named(text, words)
    return located._replace(otherwise=named) if located else named


def _its_located(text: str, words: Sequence[Word]) -> Near | None:
    """Read the same where a word says in which town it is: "szpital św. Anny w Wilnie"."""
    begins = {word for word, _, _ in words[:KIND_WITHIN]}
    ends = {word for word, _, _ in words[KIND_WITHIN:]}
    if len(words) <= _BUILT or (BUILDINGS.isdisjoint(begins) and BEHIND.isdisjoint(ends)):
        return None
    for last in range(len(words) - 2, 1, -1):
        if words[last][0] in LOCATING and not text[words[last + 1][1]].islower():
            return _had(text, text[words[last][2] :], words[last][0])
    return None


def _its_named(text: str, words: Sequence[Word]) -> Near | None:
    """Read the same where its name is joined to the kind, or stands before or behind it."""
    for end in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        if is_before(phrase_of(words[:end])):
            told = _had(text, text[words[end - 1][2] :])
            return told._replace(otherwise=_its_farther_on(text, words))
    if len(words) > 1 and words[-1][0] in BEHIND:
        last = len(words) - 1
        while last > 1 and words[last - 1][0] in WHICH:
            last -= 1
        return _had(text, text[: words[last - 1][2]])
    return _its_farther_on(text, words)


def _its_farther_on(text: str, words: Sequence[Word]) -> Near | None:
    """Read what a town has where more than its name is joined to that ("Gymnasium X in Y")."""
    begins = [word for word, _, _ in words[:KIND_WITHIN] if word not in JOINTS]
    if len(words) < _BUILT or BUILDINGS.isdisjoint(begins):
        return None
    for last in range(len(words) - 2, 0, -1):
        if words[last][0] in JOINTS:
            return _had(text, text[words[last][2] :], words[last][0])
    return None


def _had(text: str, other: str, joint: str = "") -> Near:
    """Return that something is only called after another place, as it may be called."""
    other = other.strip(EDGES)
    if joint in ASKING_NOTHING:
        return Near(text, (other,), NEAR_KM, is_its=True)
    return Near(text, (other, *uninflected(other), *of_adjective(other)), NEAR_KM, is_its=True)
