"""Ethiopic: how the syllables of Amharic, as folded, are written in Latin letters, and heard.

Unicode has the syllables of each consonant together, in the order of their vowels.
"""

from __future__ import annotations

from typing import Final

_FIRST: Final = 0x1200
_IN_A_ROW: Final = 8  # the last has a vowel of two, and is seldom written
# Consonants in the order of Unicode, as spelt; "-" for none.
_CONSONANTS: Final = (
    "h l h m s r s sh k|q kw k|q kw b v t ch h|kh hw n ny|gn - k kw kh kw w - z zh y d d "
    "j|dj g gw g t ch p ts ts f p"
)
_SPELT_VOWELS: Final = ("e|a", "u|ou", "i", "a", "e|ie", "|i|e", "o")
_HEARD_VOWELS: Final = ("e|a", "u", "i", "a", "e", "|i", "o")
# What is heard otherwise than it is spelt, in the letters of `phonemes`.
_HEARD_CONSONANTS: Final = {
    "-": "", "sh": "S", "ch": "C", "zh": "Z", "ts": "c", "kh": "x|k", "h": "h|x", "b": "b|v",
    "w": "w|v",
}  # fmt: skip


def _ways(consonants: str, vowels: str) -> str:
    return "|".join(
        consonant.strip("-") + vowel
        for consonant in consonants.split("|")
        for vowel in vowels.split("|")
    )


def _tables() -> tuple[dict[str, str], str]:
    """Return how each syllable is spelt, and how all are heard, as in `scripts`."""
    spelt, heard = {}, []
    for row, consonants in enumerate(_CONSONANTS.split()):
        first = consonants.split("|")[0]
        for place, (written, said) in enumerate(zip(_SPELT_VOWELS, _HEARD_VOWELS, strict=True)):
            sign = chr(_FIRST + _IN_A_ROW * row + place)
            spelt[sign] = _ways(consonants, written)
            heard.append(f"{sign}:{_ways(_HEARD_CONSONANTS.get(first, first), said)}")
    return spelt, " ".join(heard)


SPELT, SOUNDS = _tables()
