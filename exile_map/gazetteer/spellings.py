"""Spellings: how a name in another alphabet may be written in Latin letters, letter by letter."""

from __future__ import annotations

import unicodedata
from itertools import islice, product
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer import caucasian, devanagari, ethiopic, hangul, kana
from exile_map.gazetteer.romanising import serbian_latin

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST: Final = 256  # ways to write a name that are tried
_SPELT: Final = {
    # Cyrillic
    "а": "a", "б": "b", "в": "v|w", "г": "g|h", "д": "d", "е": "e|ye|ie", "є": "ye|ie", "ж": "zh",
    "з": "z", "и": "i|y", "і": "i", "ї": "yi|i", "й": "y|i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh|h|ch", "ц": "ts|c", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu|iu", "я": "ya|ia",
    # Greek
    "μπ": "b|mp", "ντ": "d|nt", "γκ": "g|gk", "γγ": "ng|gg", "ου": "ou|u", "αι": "ai|e",
    "ει": "ei|i", "οι": "oi|i", "αυ": "av|au", "ευ": "ev|eu", "τσ": "ts|ch", "τζ": "tz|dz|j",
    "α": "a", "β": "v|b", "γ": "g|y", "δ": "d", "ε": "e", "ζ": "z", "η": "i|e", "θ": "th",
    "ι": "i", "κ": "k|c", "λ": "l", "μ": "m", "ν": "n", "ξ": "x|ks", "ο": "o", "π": "p", "ρ": "r",
    "σ": "s", "ς": "s", "τ": "t", "υ": "y|i", "φ": "f|ph", "χ": "ch|h|kh", "ψ": "ps", "ω": "o",
    **hangul.SPELT, **caucasian.SPELT, **kana.SPELT, **ethiopic.SPELT,
}  # fmt: skip


def spellings(folded: str) -> Iterator[str]:
    """Yield how a name may be written in Latin letters; nothing where its script is not known.

    Parameters
    ----------
    folded
        The folded name.
    """
    letters = unicodedata.normalize("NFC", folded) if kana.is_kana(folded) else folded
    ways = _ways(letters)
    spelt = devanagari.spellings(folded) if ways is None else map("".join, product(*ways))
    forms = dict.fromkeys(islice(spelt, _MOST))
    if forms:
        yield from forms | {serbian_latin(folded): None}


def _ways(letters: str) -> list[list[str]] | None:
    """Return for each letter of a name what it may be; None where one is of another script."""
    ways: list[list[str]] = []
    at = 0
    while at < len(letters):
        some = letters[at : at + 2]
        if some not in _SPELT:
            some = letters[at]
        at += len(some)
        if some in _SPELT:
            ways.append(_SPELT[some].split("|"))
        elif some == " ":
            ways.append([" "])
        else:
            return None
    return ways
