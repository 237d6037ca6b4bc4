"""Kinds: the field's own words for a stay and a move, in the languages of the page."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exile_map.vocabulary import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAMED: Final = 3
_LETTERS: Final = 30


@lru_cache(maxsize=4096)
def kind_in(lang: str, of: str, word: str) -> str:
    """Say a kind of stay or move in a language.

    Parameters
    ----------
    lang
        The reader's language.
    of
        ``"stay"`` or ``"move"``.
    word
        The author's word, such as ``"deported"``.

    Returns
    -------
    str
        Blank where the word is the author's own, none of the field's: it stays as it is; and
        where it is in that language already.
    """
    kind = _known(of).get(fold(word)) if word else None
    said = _forms(kind.get(lang)) if kind else []
    return "" if not said or fold(word) in map(fold, said) else said[0]


def called(said: Iterable[str], generic: str, comma: str) -> str:
    """Name a kind of stay or move by a map's own words for it, as the page's key does.

    Parameters
    ----------
    said
        The word for each stay or move of the kind.
    generic
        What the kind is called where some have no word, there are none, or too many.
    comma
        What stands between two.

    Returns
    -------
    str
        The words, those said most often first, where they are soon read.
    """
    words = [word for word, _ in Counter(said).most_common()]
    if not all(words) or not words:
        return generic
    label = comma.join(words)
    if len(words) > _NAMED or len(label) > _LETTERS:
        return generic
    return label[0].upper() + label[1:]


@cache
def _known(of: str) -> dict[str, dict[str, Any]]:
    """Return each kind by its word in every language; a word of two kinds is the first one's."""
    kinds = json.loads(Path(__file__).with_name("kinds.json").read_text("utf-8"))[of]
    known: dict[str, dict[str, Any]] = {}
    for kind in kinds:
        for words in kind.values():
            for word in _forms(words):
                known.setdefault(fold(word), kind)
    return known


def _forms(words: str | list[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else words or []
