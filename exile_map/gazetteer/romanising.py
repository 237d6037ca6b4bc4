"""Romanising: names of other scripts in Latin letters, and how they sound, to find like names."""

from __future__ import annotations

import re

# Rough on purpose: only likeness is asked for. Vowels that Semitic scripts leave out do not count.
_ROMAN = str.maketrans(
    {
        # Cyrillic
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "є": "e", "ж": "zh", "з": "z",
        "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts",
        "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu",
        "я": "ia", "ј": "i", "љ": "l", "њ": "n", "ћ": "ch", "ђ": "d", "џ": "dzh", "қ": "k",
        "ғ": "g", "ң": "n", "ү": "u", "ұ": "u", "һ": "h", "ө": "o", "ә": "a",
        # Greek
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i",
        "κ": "k", "λ": "l", "μ": "m", "ν": "n", "ξ": "ks", "ο": "o", "π": "p", "ρ": "r", "σ": "s",
        "ς": "s", "τ": "t", "υ": "i", "φ": "f", "χ": "kh", "ψ": "ps", "ω": "o",
        # Hebrew
        "א": "a", "ב": "b", "ג": "g", "ד": "d", "ה": "h", "ו": "o", "ז": "z", "ח": "kh", "ט": "t",
        "י": "i", "כ": "k", "ל": "l", "מ": "m", "נ": "n", "ס": "s", "ע": "a", "פ": "p", "צ": "ts",
        "ק": "k", "ר": "r", "ש": "sh", "ת": "t",
        # Arabic and Persian
        "ا": "a", "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h",
        "خ": "kh", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh",
        "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "g", "ف": "f", "ق": "k", "ک": "k",
        "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "o", "ی": "i", "ء": "",
        # Armenian
        "ա": "a", "բ": "b", "գ": "g", "դ": "d", "ե": "e", "զ": "z", "է": "e", "ը": "e", "թ": "t",
        "ժ": "zh", "ի": "i", "լ": "l", "խ": "kh", "ծ": "ts", "կ": "k", "հ": "h", "ձ": "dz",
        "ղ": "g", "ճ": "ch", "մ": "m", "յ": "i", "ն": "n", "շ": "sh", "ո": "o", "չ": "ch",
        "պ": "p", "ջ": "j", "ռ": "r", "ս": "s", "վ": "v", "տ": "t", "ր": "r", "ց": "ts", "ւ": "u",
        "փ": "p", "ք": "k", "օ": "o", "ֆ": "f",
        # Georgian
        "ა": "a", "ბ": "b", "გ": "g", "დ": "d", "ე": "e", "ვ": "v", "ზ": "z", "თ": "t", "ი": "i",
        "კ": "k", "ლ": "l", "მ": "m", "ნ": "n", "ო": "o", "პ": "p", "ჟ": "zh", "რ": "r", "ს": "s",
        "ტ": "t", "უ": "u", "ფ": "p", "ქ": "k", "ღ": "g", "ყ": "k", "შ": "sh", "ჩ": "ch",
        "ც": "ts", "ძ": "dz", "წ": "ts", "ჭ": "ch", "ხ": "kh", "ჯ": "j", "ჰ": "h",
    }
)  # fmt: skip
# Serbian and Macedonian letter by letter, as folded: their own Latin alphabet without its marks.
_SERBIAN = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "ђ": "d", "ѓ": "g", "е": "e", "ж": "z",
        "з": "z", "ѕ": "dz", "и": "i", "ј": "j", "к": "k", "ќ": "k", "л": "l", "љ": "lj", "м": "m",
        "н": "n", "њ": "nj", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "ћ": "c", "у": "u",
        "ф": "f", "х": "h", "ц": "c", "ч": "c", "џ": "dz", "ш": "s",
    }
)  # fmt: skip
_SOUNDS = (
    (re.compile(r"tsch|tch|sch|sh|ch|cz|cs|sz|zs|ts|tz|dz|zh|dj|[szcjxq](?=[eiy])|[sz]|c$"), "S"),
    (re.compile(r"ph|[fvw]"), "F"),
    (re.compile(r"kh|gh|[ckqgx]"), "K"),
    (re.compile(r"[bp]"), "P"),
    (re.compile(r"th|[dt]"), "T"),
    (re.compile(r"[aeiouyhj ]"), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)


def romanise(folded: str) -> str:
    """Write a folded name in Latin letters; letters of scripts without an alphabet stay."""
    return folded if folded.isascii() else folded.translate(_ROMAN)


def serbian_latin(folded: str) -> str:
    """Write a folded Serbian name as Serbs do in Latin letters; letters they lack stay."""
    return folded.translate(_SERBIAN)


def sound(folded: str) -> str:
    """Return the consonants of a folded name as they sound; empty where that says too little."""
    roman = romanise(folded)
    if not roman.isascii():
        return ""
    for pattern, letter in _SOUNDS:
        roman = pattern.sub(letter, roman)
    return roman.upper()
