"""Kana: how Japanese syllables, as folded, are written in Latin letters, and may be heard abroad.

Japanese puts a vowel after each consonant, and has one letter for L and R; as in `guessing`.
"""

from __future__ import annotations

from typing import Final

_VOWELS: Final = "aiueo"
_HEARD_VOWELS: Final = {"a": "a", "i": "i", "u": "", "e": "i", "o": "o"}
# Rows of five syllables, with their consonant as it is spelt and heard, the likeliest first.
_ROWS: Final = (
    ("カキクケコ", "k|c", "K"), ("ガギグゲゴ", "g", "K"), ("サシスセソ", "s|th", "S|T"),
    ("ザジズゼゾ", "z|th", "S|T"), ("タチツテト", "t", "T"), ("ダヂヅデド", "d", "T"),
    ("ナニヌネノ", "n", "N"), ("ハヒフヘホ", "h|kh", "|K"), ("バビブベボ", "b|v", "P|F"),
    ("パピプペポ", "p", "P"), ("マミムメモ", "m", "M"), ("ラリルレロ", "r|l", "R|L"),
)  # fmt: skip
# What is not so regular: letters, how they are spelt, and how heard.
_OTHERS: Final = (
    "ア:a:a イ:i|y:i ウ:u|w:o|F エ:e|ye:i オ:o:o ァ:a:a ィ:i:i ゥ:u|:o| ェ:e:i ォ:o:o "
    "ヤ:ya|ia:ia ユ:yu|iu:io ヨ:yo|io:io ャ:ya:ia ュ:yu:io|o ョ:yo:io ワ:wa|va:Fa|oa ヲ:o:o "
    "ン:n|m:N|M ヴ:v:F ッ:: ー:: シ:shi|si:Si チ:chi|ti:Si|Ti|S ツ:ts|tsu|t:S|T "
    "フ:f|v|fu|hu:F| ジ:ji|zi|di:Si|Ti ズ:z|s|zu:S ス:s|su:S ト:t|to:T|To ド:d|do:T|To "
    "ク:k|ku|c:K グ:g|gu:K ル:r|l|ru|lu:R|L ム:m|mu:M ブ:b|v|bu:P|F プ:p|pu:P ヌ:nu|n:N "
    "ヴュ:view|vyu:Fio ヴィ:vi:Fi ヴァ:va:Fa ヴェ:ve:Fi ヴォ:vo:Fo ファ:fa|va:Fa "
    "フィ:fi|vi:Fi フェ:fe|ve:Fi フォ:fo|vo:Fo ウィ:wi|vi:Fi|oi ウェ:we|ve:Fi|oi "
    "ウォ:wo|vo:Fo|o ウァ:wa:Fa ティ:ti:Ti ディ:di:Ti トゥ:tu:To ドゥ:du|d:To|T "
    "シャ:sha|cha:Sa シュ:sh|shu:S ショ:sho|cho:So シェ:she|che:Si チャ:cha:Sa "
    "チュ:chu|tyu:So|Tio チョ:cho:So チェ:che|ce:Si ジャ:ja|zha:Sa ジュ:ju|zhu:So "
    "ジョ:jo|zho:So ジェ:je|ge|zhe:Si ツァ:tsa|za:Sa ツィ:tsi|zi:Si ツェ:tse|ze:Si "
    "ツォ:tso|zo:So イェ:ye|e:i クァ:kwa|qua:KFa グァ:gua:Koa リュ:lyu|lu|ryu:Rio|Lo"
)


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    """Return how each syllable is spelt, and how it is heard."""
    others = [told.split(":") for told in _OTHERS.split()]
    spelt = {letters: ways for letters, ways, _ in others}
    heard = {letters: ways for letters, _, ways in others}
    for row, written, said in _ROWS:
        for letter, vowel in zip(row, _VOWELS, strict=True):
            ways = written.split("|")
            spelt.setdefault(letter, "|".join(way + vowel for way in ways))
            ways = [way + _HEARD_VOWELS[vowel] for way in said.split("|")]
            heard.setdefault(letter, "|".join(ways))
    return spelt, heard


SPELT, HEARD_AS = _tables()


def is_kana(folded: str) -> bool:
    """Tell whether a folded name begins with a letter of the syllabary for foreign words."""
    return "\u30a1" <= folded[:1] <= "\u30fa"
