"""Kana: how Japanese syllables, as folded, are written in Latin letters.

Japanese puts a vowel after each consonant, and has one letter for L and R.
"""

from __future__ import annotations

from typing import Final

_VOWELS: Final = "aiueo"
# Rows of five syllables, with their consonant as it is spelt, the likeliest first.
_ROWS: Final = (
    ("カキクケコ", "k|c"), ("ガギグゲゴ", "g"), ("サシスセソ", "s|th"), ("ザジズゼゾ", "z|th"),
    ("タチツテト", "t"), ("ダヂヅデド", "d"), ("ナニヌネノ", "n"), ("ハヒフヘホ", "h|kh"),
    ("バビブベボ", "b|v"),
    ("パピプペポ", "p"), ("マミムメモ", "m"), ("ラリルレロ", "r|l"),
)  # fmt: skip
# What is not so regular: letters, and how they are spelt.
_OTHERS: Final = (
    "ア:a イ:i|y ウ:u|w エ:e|ye オ:o ァ:a ィ:i ゥ:u| ェ:e ォ:o ヤ:ya|ia ユ:yu|iu "
    "ヨ:yo|io ャ:ya ュ:yu ョ:yo ワ:wa|va ヲ:o ン:n|m ヴ:v ッ: ー: シ:shi|si チ:chi|ti "
    "ツ:ts|tsu|t フ:f|v|fu|hu ジ:ji|zi|di ズ:z|s|zu ス:s|su ト:t|to ド:d|do "
    "ク:k|ku|c グ:g|gu ル:r|l|ru|lu ム:m|mu ブ:b|v|bu プ:p|pu ヌ:nu|n ヴュ:view|vyu "
    "ヴィ:vi ヴァ:va ヴェ:ve ヴォ:vo ファ:fa|va フィ:fi|vi フェ:fe|ve フォ:fo|vo ウィ:wi|vi "
    "ウェ:we|ve ウォ:wo|vo ウァ:wa ティ:ti ディ:di トゥ:tu ドゥ:du|d シャ:sha|cha シュ:sh|shu "
    "ショ:sho|cho シェ:she|che チャ:cha チュ:chu|tyu チョ:cho チェ:che|ce ジャ:ja|zha "
    "ジュ:ju|zhu ジョ:jo|zho ジェ:je|ge|zhe ツァ:tsa|za ツィ:tsi|zi ツェ:tse|ze "
    "ツォ:tso|zo イェ:ye|e クァ:kwa|qua グァ:gua リュ:lyu|lu|ryu"
)


def _table() -> dict[str, str]:
    """Return how each syllable is spelt."""
    spelt = dict(told.split(":") for told in _OTHERS.split())
    for row, consonants in _ROWS:
        for letter, vowel in zip(row, _VOWELS, strict=True):
            spelt.setdefault(letter, "|".join(way + vowel for way in consonants.split("|")))
    return spelt


SPELT: Final = _table()


def is_kana(folded: str) -> bool:
    """Tell whether a folded name begins with a letter of the syllabary for foreign words."""
    return "\u30a1" <= folded[:1] <= "\u30fa"
