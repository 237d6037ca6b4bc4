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
HEARD_AS: Final = {
    "ᄀ": "K", "ᄁ": "K", "ᄂ": "N", "ᄃ": "T", "ᄄ": "T", "ᄅ": "R|L", "ᄆ": "M", "ᄇ": "P|F",
    "ᄈ": "P", "ᄉ": "S|T", "ᄊ": "S", "ᄋ": "", "ᄌ": "S", "ᄍ": "S", "ᄎ": "S", "ᄏ": "K",
    "ᄐ": "T", "ᄑ": "P|F", "ᄒ": "|F|K", "ᅡ": "a", "ᅢ": "a", "ᅣ": "ia", "ᅤ": "ia", "ᅥ": "o",
    "ᅦ": "i", "ᅧ": "io", "ᅨ": "i", "ᅩ": "o", "ᅪ": "Fa|oa", "ᅫ": "Fi", "ᅬ": "oi|Fi", "ᅭ": "io",
    "ᅮ": "o", "ᅯ": "Fo|o", "ᅰ": "Fi|oi", "ᅱ": "Fi|oi", "ᅲ": "io", "ᅳ": "", "ᅴ": "i", "ᅵ": "i",
    "ᆨ": "K", "ᆩ": "K", "ᆫ": "N", "ᆮ": "T", "ᆯ": "L|R", "ᆷ": "M", "ᆸ": "P", "ᆺ": "T", "ᆻ": "T",
    "ᆼ": "NK", "ᆽ": "T", "ᆾ": "T", "ᇀ": "T", "ᇁ": "P", "ᆪ": "K", "ᆰ": "K", "ᆱ": "M", "ᆹ": "P",
}  # fmt: skip


def is_hangul(folded: str) -> bool:
    """Tell whether a folded name begins with a Korean letter, as folding leaves them."""
    return "\u1100" <= folded[:1] <= "\u11ff"
