"""Hangul: how Korean letters, as folded, are written in Latin ones, and how names abroad sound.

The spellings are those of the Revised Romanization of Korean, 2000; sounds as in `guessing`.
"""

from __future__ import annotations

import re
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
# What a town has behind its name: "대구형무소", "하얼빈역".
_HANGUL_HAD = re.compile(
    r"^(?P<other>[가-힣]{2,5}?)\s?(?:(?:포로|강제)?수용소|형무소|교도소|감옥|구치소|유치장|경찰서|법원|시청|"
    r"(?:고등|중|소|국민|초등|보통|고등보통|여|여자고등|사범|신|상업|농림|공업|군관|무관|사관|의|전문|의학전문)학교|"
    r"학교|(?:사범|의과|공과|고등|여자)?대학교?|고보|서당|서원|향교|감영|연구소|교회|성당|수도원|사찰|"
    r"(?:공동)?묘지|묘원|(?:정신|육군)?병원|요양원|고아원|양로원|극장|박물관|도서관|호텔|여관|기차역|역|항|공항|"
    r"영사관|대사관|공사관|병영|기지|공장|광산|탄광|농장)$"
)


def town_having(text: str) -> str:
    """Return the town whose prison, school or station a name is; empty if it names none.

    Parameters
    ----------
    text
        The name as written, in Korean letters.
    """
    had = _HANGUL_HAD.match(text)
    return had["other"] if had else ""


def is_hangul(folded: str) -> bool:
    """Tell whether a folded name begins with a Korean letter, as folding leaves them."""
    return "\u1100" <= folded[:1] <= "\u11ff"
