"""Pronouncing: how a name in Latin letters is said, by the rules of the language it is written in.

Roughly, in the letters of `phonemes`: two ways to write a place's name come to nearly the same.
The rules are those of each language's spelling as its grammars have them; and, of countries with
other scripts, those by which their names are romanised (BGN/PCGN, ELOT 743, Hepburn, Hunterian).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

# Each rule is a pattern and what it sounds as; the first that fits counts. `_` is nothing.
_NOTHING: Final = "_"
_RULES: Final = {
    "de": (
        r"tzsch>C tsch>C dsch>j sch>S \bst>St \bsp>Sp chs>ks (?<=[aou])ch>x ch>x ck>k tz>c "
        r"dt\b>t th>t ph>f qu>kv (?:ei|ai|ey|ay)>ai (?:eu|äu)>oi ie>i ee>e aa>a oo>o "
        r"(?<=[aeiouäöü])h>_ ß>s z>c \bs(?=[aeiouäöü])>z (?<=[aeiou])s(?=[aeiou])>z v>f w>v j>y "
        r"ä>e ö>O ü>Y y>i c>k b\b>p d\b>t g\b>k x>ks"
    ),
    "fr": (
        r"\bou(?=[aeéèiy])>w eaux?>o aux?>o oeu>O oin>uen oi>ua oy>uay oux?>u où>u ain>en ein>en "
        r"ail+e?>ay eil+e?>ey euil+e?>Oy ouil+e?>uy ai>e ei>e aî>e eu>O oê>ua tch>C dj>j "
        r"ch>S gn>ny kh>x gh>g ph>f th>t "
        r"qu>k gu(?=[eiyé])>g ge(?=[aou])>Z g(?=[eiyéè])>Z c(?=[eiyéè])>s ç>s j>Z sc(?=[ei])>s "
        r"ss>s cq>k ck>k (?:es|e|ent)\b>_ er\b>e ez\b>e et\b>e iers?\b>ie "
        r"(?<=[aeiouéy])s(?=[aeiouéy])>z (?:ts|rs|ds|ns|cs)\b>_ ll>l "
        r"(?:em|en|an|am)(?![aeiouynmé])>an (?:in|im|yn|ym|un)(?![aeiouynmé])>en om(?=[pb])>on "
        r"(?<=.)(?<!\b)[tdsxzp]\b>_ h>_ é>e è>e ê>e ë>e u>Y û>Y y>i w>v x>ks œ>O"
    ),
    "it": (
        r"sci(?=[aou])>S sc(?=[ei])>S ci(?=[aou])>C c(?=[ei])>C ch>k gi(?=[aou])>j g(?=[ei])>j "
        r"gh>g gli(?=[aeou])>ly gli>li gn>ny qu>ku zz>c z>c h>_ (?<=[aeiou])s(?=[aeiou])>z j>i "
        r"w>v x>ks"
    ),
    "es": (
        r"ch>C ll>y qu>k gu(?=[ei])>g gü>gu c(?=[ei])>s g(?=[ei])>x j>x ñ>ny z>s h>_ v>b y\b>i "
        r"y>y x>ks w>u"
    ),
    "pt": (
        r"ch>S lh>ly nh>ny qu(?=[ei])>k qu>ku gu(?=[ei])>g c(?=[ei])>s ç>s g(?=[ei])>Z j>Z x>S "
        r"ão\b>an ãe>an õe>on ou>o (?<=[aeiou])s(?=[aeiou])>z ss>s rr>r h>_ y>i w>v"
    ),
    "ca": (
        r"ny>ny tx>C ix\b>S x>S ig\b>C tg>j tj>j ll>ly qu(?=[ei])>k gu(?=[ei])>g c(?=[ei])>s ç>s "
        r"g(?=[ei])>Z j>Z h>_ y>i w>v (?<=[aeiou])s(?=[aeiou])>z ss>s"
    ),
    "pl": (
        r"szcz>SC sz>S cz>C rz>Z dzi(?=[aeouóąę])>j dź>j dż>j dz>dz ch>x si(?=[aeouóąę])>S "
        r"ci(?=[aeouóąę])>C zi(?=[aeouóąę])>Z ni(?=[aeouóąę])>ny ś>s ć>C ź>z ż>Z ń>n ó>u ł>l w>v "
        r"c>c j>y ą(?=[bp])>om ą>on ę(?=[bp])>em ę>en y>i x>ks"
    ),
    "cs": (
        r"ch>x dž>j š>S č>C ž>Z ř>r ě>ie ů>u c>c j>y ď>d ť>t ň>n ľ>l y>i ý>i w>v x>ks ä>e ô>uo"
    ),
    "hr": (
        r"dž>j š>S č>C ć>C ž>Z đ>j lj>ly nj>ny c>c j>y y>i w>v x>ks"
    ),
    "hu": (
        r"dzs>j cs>C zs>Z sz>s ssz>s gy>dy ly>y ny>ny ty>ty s>S c>c j>y ö>O ő>O ü>Y ű>Y y\b>i "
        r"y>i w>v x>ks cz>c th>t eö>O"
    ),
    "ro": (
        r"che>ke chi>ki ghe>ge ghi>gi ce(?=[aou])>C ci(?=[aou])>C c(?=[ei])>C ge(?=[aou])>j "
        r"gi(?=[aou])>j g(?=[ei])>j (?<=[^aeiouăâî])i\b>_ [șş]>S [țţ]>c ă>a â>i î>i j>Z x>ks y>i "
        r"w>v oa>oa"
    ),
    "tr": (
        r"ç>C ş>S c>j j>Z ğ>_ ı>i ö>O ü>Y y>y â>a î>i x>x q>g ə>e w>v ň>n ž>Z ý>i"
    ),
    "nl": (
        r"tsj>C sj>S sch\b>s sch>sx ch>x ij>ei ei>ei ui>au oe>u eu>O ou>au aa>a ee>e oo>o uu>Y "
        r"ie>i dt\b>t d\b>t th>t g>x j>y z>z w>v v>v c(?=[ei])>s c>k qu>kv y>ei "
        r"u(?=[^aeiou][aeiou])>Y x>ks"
    ),
    "sv": (
        r"skj>S sj>S stj>S tj>C kj>C sk(?=[iyäö])>S k(?=[iyäö])>C hv>v gj>y hj>y lj>y ö>O ø>O "
        r"ä>e æ>e å>o aa>o j>y y>Y c(?=[ei])>s ck>k w>v x>ks z>s ð>d þ>t dt>t"
    ),
    "fi": (
        r"aa>a ee>e ii>i oo>o uu>u yy>Y ää>e öö>O õ>o ä>e ö>O ü>Y y>Y j>y š>S ž>Z w>v c>k å>o "
        r"x>ks z>s"
    ),
    "lt": (
        r"š>S č>C ž>Z ch>x c>c j>y y>i ė>e ų>u ū>u į>i ą>a ę>e w>v ie>ie ģ>dy ķ>ty ļ>l ņ>n "
        r"(?<=[^aeiou])(?:as|is|us|ys)\b>_ i?ai\b>i x>ks"
    ),
    "en": (
        r"tch>C ch>C sh>S ph>f wh>w th>t ck>k igh>ai gh\b>_ ght>t qu>kw \bkn>n \bwr>r oo>u ee>i "
        r"ea>i ou>au ow(?![aeiou])>ou ay>ei ai>ei ey\b>i ie>i aw(?![aeiou])>o au>o ew>yu "
        r"rcester>ster cester>ster a(?=[dklmnptv]e\b)>ei i(?=[dklmnptv]e\b)>ai c(?=[eiy])>s ge\b>j "
        r"dge>j j>j x>ks z>z e\b>_ ham\b>am y\b>i (?<=[aeiou])y>i y>y ia>ia burgh\b>boro sch>S"
    ),
    "ru": (
        r"shch>SC sh>S ch>C zh>Z kh>x ts>c yë>yo ye>e yo>yo yu>yu ya>ya iya\b>iya yy\b>i iy\b>i "
        r"(?<=[aeou])y>y y(?=[aeou])>y y>i e>e j>y x>x q>k g>g"
    ),
    "el": (
        r"mp>b nt>nd gk>g tz>c ts>c ch>x th>t ou>u oi>i ei>i ai>e av>av af>af y>i x>ks kh>x ph>f "
        r"ng>ng dh>d gh>g rr>r"
    ),
    "ar": (
        r"kh>x gh>g sh>S ch>S th>t dh>d j>j q>k ou>u oo>u ee>i ai>ai ay>ai aw>au iy>iy y>y w>w "
        r"é>e dj>j tch>C x>ks c(?=[ei])>s c>k"
    ),
    "zh": (
        r"zh>Z ch>C sh>S x>S q>C j>j c>c z>c ian\b>ien ü>Y ui>uei iu>iou y>y w>w"
    ),
    "ja": (
        r"sh>S ch>C ts>c j>j y>y w>w"
    ),
    "ko": (
        r"ch>C j>j eo>o eu>u ae>e oe>O ye>ye y>y w>w sh>S"
    ),
    "hi": (
        r"chh>C ch>C sh>S kh>k gh>g th>t dh>d ph>f bh>b jh>j j>j w>v v>v y>y aa>a oo>u ee>i q>k "
        r"c>k x>ks"
    ),
    "id": (
        r"ny>ny ng>ng sy>S c>C j>j y>y w>w kh>x oe>u tj>C dj>j x>ks"
    ),
    "vi": (
        r"ch>C tr>C nh>ny ph>f th>t kh>x gi>z đ>d d>z x>s qu>kw gh>g ng>ng y>i"
    ),
}  # fmt: skip
_REPEATED: Final = re.compile(r"(.)\1+")
_LETTERS: Final = {
    **{letter: letter for letter in "abdefghiklmnoprstuvwz"},
    "c": "k", "j": "j", "q": "k", "x": "ks", "y": "i", "ł": "l", "ø": "O", "đ": "d", "ð": "d",
    "þ": "t", "æ": "e", "œ": "O", "ı": "i", "ß": "s", "ə": "e", " ": " ",
}  # fmt: skip
_SPOKEN: Final = {
    "de": "DE AT CH LI LU",
    "fr": "FR MC DZ MA TN SN ML CI HT BJ BF CM CD CG GA GN MG "
    "NE TD TG DJ RE GP MQ GF NC PF KM MR CF RW BI VU",
    "it": "IT SM VA",
    "es": "ES AR BO CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV UY VE GQ",
    "pt": "PT BR AO MZ GW CV ST TL",
    "ca": "AD",
    "pl": "PL",
    "cs": "CZ SK",
    "hr": "HR SI BA RS ME MK XK AL",
    "hu": "HU",
    "ro": "RO MD",
    "tr": "TR AZ CY TM",
    "nl": "NL BE SR CW AW",
    "sv": "SE NO DK IS FO GL AX SJ",
    "fi": "FI EE",
    "lt": "LT LV",
    "ru": "RU UA BY BG KZ KG UZ TJ MN GE AM",
    "el": "GR",
    "ar": "SY IQ EG LB JO SA IR PS IL LY YE OM AE QA KW BH SD AF PK EH",
    "zh": "CN TW",
    "ja": "JP",
    "ko": "KR KP",
    "hi": "IN NP BD LK BT MV MM",
    "id": "ID MY BN",
    "vi": "VN",
}  # fmt: skip
_BY_COUNTRY: Final = {
    country: language for language, countries in _SPOKEN.items() for country in countries.split()
}
UNLATIN: Final = frozenset(("ru", "el", "ar", "zh", "ja", "ko", "hi"))
"""The languages among them that are not written in Latin letters."""
OTHER: Final = "en"
WRITTEN: Final = (
    "pl", "de", "fr", "it", "es", "cs", "hr", "hu", "ro", "tr", "nl", "sv", "lt", "pt", "en", "ru",
)  # fmt: skip
"""The languages in whose spelling biographies are most often written, and romanised Russian."""


# What tells by its letters in which language a name is written; the first that fits counts.
_MARKS: Final = (
    ("hu", "[őű]|zs|gy|cs(?!k)"), ("pl", "[łżźśćńąę]|sz|cz|rz"), ("cs", "[ěřů]|[šžč]"),
    ("ro", "[șşțţăâ]"), ("tr", "[ğı]|ç.*[üö]"), ("sv", "[åøæ]"), ("de", "[ßäöü]|sch|tz"),
    ("pt", "[ãõ]"), ("es", "ñ"), ("fr", "[éèêçî]|eau|ou|qu"),
)  # fmt: skip


def language_of(country: str) -> str:
    """Return the language by whose rules the names of a country are read.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2.
    """
    return _BY_COUNTRY.get(country, OTHER)


def written_in(name: str) -> str:
    """Return the language that a name is written in by its letters; empty where they do not tell.

    Parameters
    ----------
    name
        The name as written.
    """
    text = unicodedata.normalize("NFC", name).lower()
    return next((language for language, marks in _MARKS if re.search(marks, text)), "")


def said(name: str, language: str) -> str:
    """Return how a name in Latin letters is said.

    Parameters
    ----------
    name
        The name as written.
    language
        In whose spelling: ISO 639-1, one of those that `language_of` returns or of `WRITTEN`.
    """
    text = unicodedata.normalize("NFC", name).lower().replace("-", " ")
    pattern, sounds = _rules(language)
    heard = pattern.sub(lambda found: sounds[found.lastindex or 0] or _letter(found[0]), text)
    return _REPEATED.sub(r"\1", heard.replace(_NOTHING, "").replace(" ", ""))


@cache
def _rules(language: str) -> tuple[re.Pattern[str], list[str]]:
    """Return what finds the rules of a language, and what each sounds as."""
    rules = [rule.rpartition(">") for rule in _RULES[language].split()]
    pattern = "|".join(f"({found})" for found, _, _ in rules)
    sounds = ["", *(sound for _, _, sound in rules)]
    return re.compile(f"{pattern}|.", re.DOTALL), sounds


@cache
def _letter(letter: str) -> str:
    """Return what a letter sounds as that no rule tells of."""
    own = _LETTERS.get(letter)
    if own is None:
        base = unicodedata.normalize("NFD", letter)[0]
        own = _LETTERS.get(base, "")
    return own
