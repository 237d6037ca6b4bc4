"""Devanagari: how its letters, as folded, are written in Latin ones, and may be heard in names.

Folding leaves out what tells that a consonant has no vowel after it, so vowels tell little.
"""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Hunterian, as the names of India are written on its maps.
_CONSONANTS: Final = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "chh", "ज": "j",
    "झ": "jh", "ञ": "n", "ट": "t", "ठ": "th", "ड": "d", "ढ": "dh", "ण": "n", "त": "t",
    "थ": "th", "द": "d", "ध": "dh", "न": "n", "प": "p", "फ": "ph", "ब": "b", "भ": "bh",
    "म": "m", "य": "y", "र": "r", "ल": "l", "ळ": "l", "व": "v", "श": "sh", "ष": "sh",
    "स": "s", "ह": "h",
}  # fmt: skip
_VOWELS: Final = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ए": "e", "ऐ": "ai", "ओ": "o",
    "औ": "au", "ऋ": "ri", "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e",
    "ै": "ai", "ो": "o", "ौ": "au", "ं": "n", "ँ": "n", " ": " ",
}  # fmt: skip
_SPELLINGS: Final = 128

_SCRIPTS: Final = range(0x0980, 0x0D80)  # Bengali to Malayalam: laid out alike, 128 signs each
_LIKE: Final = {
    "ऎ": "ए", "ऒ": "ओ", "ॆ": "े", "ॊ": "ो", "ऴ": "ळ", "ऱ": "र", "ऩ": "न", "य़": "य", "ऍ": "ए", "ॅ": "े",
    "ॎ": "त", "॰": "र", "ॱ": "व",
}  # fmt: skip

# Vowels that are written around a consonant, as folding takes them apart.
_TWO_PARTS: Final = (
    ("ेॖ", "ै"), ("ेूॕ", "ो"), ("ेा", "ो"), ("ेू", "ो"), ("ेॗ", "ौ"), ("ॕ", ""), ("ॖ", ""), ("ॗ", ""),
)  # fmt: skip


def as_devanagari(folded: str) -> str:
    """Write a name in another script of India in Devanagari, sign by sign.

    Their blocks in Unicode follow one plan, that of ISCII, so each sign has its place there.

    Parameters
    ----------
    folded
        The folded name; other scripts stay as they are.
    """
    if not any(ord(sign) in _SCRIPTS for sign in folded):
        return folded
    signs = (chr(0x0900 + ord(s) % 128) if ord(s) in _SCRIPTS else s for s in folded)
    text = "".join(_LIKE.get(sign, sign) for sign in signs)
    for parts, vowel in _TWO_PARTS:
        text = text.replace(parts, vowel)
    return text


def spellings(folded: str) -> Iterator[str]:
    """Yield how a name is written in Latin letters, with and without the vowels that are not said.

    Parameters
    ----------
    folded
        The folded name; nothing is yielded of one in other letters.
    """
    ways: list[tuple[str, ...]] = []
    for place, sign in enumerate(folded):
        after = folded[place + 1 : place + 2]
        if sign in _VOWELS:
            ways.append((_VOWELS[sign],))
        elif sign not in _CONSONANTS:
            return
        elif after in _CONSONANTS or after in {"ं", "ँ"}:
            ways.append((_CONSONANTS[sign], f"{_CONSONANTS[sign]}a"))
        else:
            ways.append((_CONSONANTS[sign],))
    yield from dict.fromkeys(map("".join, islice(product(*ways), _SPELLINGS)))
