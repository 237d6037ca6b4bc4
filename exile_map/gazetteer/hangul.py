"""Hangul: how Korean letters, as folded, are written in Latin ones, and how names abroad sound.

The spellings are those of the Revised Romanization of Korean, 2000; sounds as in `guessing`.
"""

from __future__ import annotations

from typing import Final

# Consonants that begin a syllable, vowels, consonants that end one; the likeliest way first.
SPELT: Final = {
    "ᄀ": "g|k", "ᄁ": "kk|k", "ᄂ": "n", "ᄃ": "d|t", "ᄄ": "tt", "ᄅ": "r|l", "ᄆ": "m",
    "ᄇ": "b|p", "ᄈ": "pp", "ᄉ": "s", "ᄊ": "ss", "ᄋ": "", "ᄌ": "j|ch", "ᄍ": "jj",
    "ᄎ": "ch", "ᄏ": "k", "ᄐ": "t", "ᄑ": "p", "ᄒ": "h", "ᅡ": "a", "ᅢ": "ae", "ᅣ": "ya",
    "ᅤ": "yae", "ᅥ": "eo|o", "ᅦ": "e", "ᅧ": "yeo", "ᅨ": "ye", "ᅩ": "o", "ᅪ": "wa", "ᅫ": "wae",
    "ᅬ": "oe", "ᅭ": "yo", "ᅮ": "u", "ᅯ": "wo", "ᅰ": "we", "ᅱ": "wi", "ᅲ": "yu", "ᅳ": "eu|",
    "ᅴ": "ui", "ᅵ": "i", "ᆨ": "k|g", "ᆩ": "k", "ᆫ": "n", "ᆮ": "t", "ᆯ": "l", "ᆷ": "m", "ᆸ": "p|b",
    "ᆺ": "t", "ᆻ": "t", "ᆼ": "ng", "ᆽ": "t", "ᆾ": "t", "ᇀ": "t", "ᇁ": "p", "ᆪ": "k", "ᆰ": "k",
    "ᆱ": "m", "ᆹ": "p",
}  # fmt: skip


def is_hangul(folded: str) -> bool:
    """Tell whether a folded name begins with a Korean letter, as folding leaves them."""
    return "\u1100" <= folded[:1] <= "\u11ff"
