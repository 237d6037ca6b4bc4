"""Nearness: a place told by another that it lies near ("Linden bei Hannover", "north of Paris")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.stems import of_adjective, uninflected
from exile_map.gazetteer.townwords import (
    BEHIND,
    BUILDINGS,
    FIRST_WORDS,
    MOST_WORDS,
    WHICH,
    is_before,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEAR_KM: Final = 20.0
"""How far "near" reaches: nobody's measure, only wide enough to promise no more than was said."""
SIDE_KM: Final = 50.0
"""How far "north of" reaches."""

QUALIFYING: Final = (
    "near", "nearby", "outside", "outside of", "around", "pres de", "pres d", "aux environs de",
    "environs de", "banlieue de", "bei", "nahe", "in der nahe von", "umgebung von", "raum",
    "cerca de", "alrededores de", "vicino a", "presso", "dintorni di", "perto de", "arredores de",
    "около", "близ", "под", "kolo", "pod", "okolice",
)  # fmt: skip
"""Words for "near" that may also only qualify a name, so that it is looked for without them."""
# The others; what follows such words is the place near which. Folded; `;` divides.
_BEFORE = {
    "en": "nr; near to; close to; outskirts of; the outskirts of; suburb of; suburbs of; the "
    "suburbs of; not far from; vicinity of; in the vicinity of; environs of",
    "fr": "pres du; pres des; pres; aux environs d; banlieue d; non loin de; non loin d; aux "
    "abords de; a cote de; a proximite de",
    "de": "nahe bei; unweit; unweit von; bei der; beim; vor den toren von",
    "es": "cerca del; afueras de; en las afueras de; en los alrededores de; proximo a; junto a",
    "it": "vicino ad; nei pressi di; nei dintorni di; periferia di; fuori",
    "pt": "perto do; perto da; nos arredores de; proximo de",
    "ru": "возле; вблизи; недалеко от; неподалеку от; окрестности; в окрестностях; пригород; у",
    "uk": "біля; поблизу; під; неподалік; неподалік від; околиці; коло; передмістя",
    "pl": "kolo miasta; w poblizu; niedaleko; niedaleko od; w okolicach; nieopodal",
    "cs": "u; pobliz; nedaleko; blizko; v blizkosti; okoli; pri",
    "sr": "kod; blizu; u blizini; код; близу; у близини",
    "sv": "nara; utanfor; i narheten av; naer; ved; i naerheden af; uden for; utenfor",
    "nl": "bij; nabij; in de buurt van; vlakbij",
    "ar": "قرب; بالقرب من; بجوار; ضواحي; ضاحیه; من ضواحي; في ضواحي",
    "fa": "نزدیک; در نزدیکی; نزدیکی; حومه; اطراف",
    "he": "ליד; סמוך ל; בקרבת; על יד; פרברי",
    "el": "κοντα στην; κοντα στη; κοντα στο; κοντα στον; κοντα σε; εξω απο; εξω απο την; περιξ",
    "others": "край; до; при; покрай; langa; aproape de; netoli; prie; salia; pie; netalu no; "
    "gan; dekat; k; opodal; nedaleč od; aan het; aan de; vid; v blizine; לעבן; נעבן",
}  # fmt: skip
# The same where the place near which stands before them: Turkish, Hungarian, Armenian, Hindi …
_BEHIND = (
    "yakinlari; yakininda; yakinlarinda; yakini; civari; civarinda; mellett; kozeleben; "
    "kornyeke; մոտ; մօտ; մոտակայքում; մերձակայքում; მახლობლად; ახლოს; lahella; lahistolla; 부근; "
    "근처; 인근; 교외; के निकट; के पास; yaninda; yakinindaki"
)
_SIDES = (
    "north of; south of; east of; west of; northeast of; northwest of; southeast of; southwest of; "
    "au nord de; au sud de; a l est de; a l ouest de; nordlich von; sudlich von; ostlich von; "
    "westlich von; al norte de; al sur de; al este de; al oeste de; a nord di; a sud di; a est di; "
    "a ovest di; ao norte de; ao sul de; a leste de; a oeste de; к северу от; к югу от; "
    "к востоку от; к западу от; севернее; южнее; восточнее; западнее; на північ від; на південь "
    "від; на схід від; на захід від; na polnoc od; na poludnie od; na wschod od; na zachod od"
)
_HAN = re.compile(
    r"^(?P<other>.+?)(?:附近|近郊|郊外|周辺|周边|付近|近辺|の近く|郊区)(?:(?:の|的)(?P<name>.+))?$"
)
# The same of what a town has: "早稲田大学", "上海监狱".
_HAN_HAD = re.compile(
    r"^(?P<other>[\u3040-\u30ff\u4e00-\u9fff]{2,}?)(?:第[一二三])?(?:(?:军|軍)?(?:大学|大學|中学|中學|学校|學校|学院|學院|師範|师范)"
    r"|監獄|监狱|看守所|刑務所|拘置所|集中营|集中營|收容所|勞改農場|劳改农场|干校|農場|农场|"
    r"公墓|墓地|墓園|墓园|陵園|陵园|霊園|医院|醫院|病院|療養院|疗养院|領事館|领事馆|大使館|大使馆|"
    r"教会|教會|车站|車站|火车站|機場|机场|空港|駅|港)$"
)
# Words that join what a town has to its name, where more stands between: "Escola Naval do Rio".
_JOINTS: Final = frozenset(
    (
        *("in", "at", "of", "near", "de", "du", "d", "des", "del", "do", "da", "dos", "das", "di"),
        *("a", "em", "no", "na", "en", "dell", "della", "w", "we", "v", "ve", "u", "i", "pa"),
        *("zu", "bei", "im", "am", "von", "te", "bij", "ved", "vid", "din", "la", "在"),
        *("в", "во", "у", "при", "під", "на", "код", "във", "край", "στη", "στην", "στο", "στον"),
        *("του", "τησ", "في", "در", "ب"),
    )
)  # fmt: skip
_DIVIDED = frozenset(",;()[]،、，；")
_BEFORE_OTHER = re.compile("[,(\\[]")
_BUILT: Final = 3  # words
_ITS_KIND_WITHIN: Final = 2  # words: "Military School of Realengo"
_EDGES = " ,;:.()[]'’–—-"
_WORD = re.compile("(?:[^\\W_]|[\u0900-\u097f])+")  # vowels of Devanagari are marks, no letters


def _phrases(text: str) -> set[str]:
    return {fold(phrase) for phrase in text.split(";") if phrase.strip()}


_NEAR: Final = frozenset(QUALIFYING).union(*map(_phrases, _BEFORE.values()))
_ASIDE: Final = frozenset(_phrases(_SIDES))
_AFTER: Final = frozenset(_phrases(_BEHIND))
MAY_TELL: Final = frozenset(
    {phrase.partition(" ")[0] for phrase in _NEAR | _ASIDE | _AFTER | BEHIND}
).union(BUILDINGS, FIRST_WORDS)
"""First words, folded, of what may tell of another place."""
_BEGINNING: Final = frozenset(phrase.partition(" ")[0] for phrase in _NEAR | _ASIDE)
_ENDING: Final = frozenset(phrase.rpartition(" ")[2] for phrase in _AFTER)
_LONGEST: Final = max(MOST_WORDS, *(phrase.count(" ") + 1 for phrase in _NEAR | _ASIDE))


class Near(NamedTuple):
    """What was said to lie near what.

    Parameters
    ----------
    name
        What lies there; empty where only the other was told ("near Paris").
    others
        The name of the place near which, as written, then as it may be called when no word
        before it asks for a case ("pod Krakowem": Kraków).
    km
        How far from it that may be.
    is_its
        Whether it is only called after the other ("Bantry Bay"), which may be far off.
    """

    name: str
    others: tuple[str, ...]
    km: float
    is_its: bool = False


def near(text: str, folded: str) -> Near | None:
    """Read a place that is told by another near it; None if it is not.

    Parameters
    ----------
    text
        The place as written, in one of twenty languages: "Linden bei Hannover", "巴黎附近".
    folded
        The same, folded.
    """
    if not text.isascii():
        if han := _HAN.match(text):
            return Near((han["name"] or "").strip(), (han["other"].strip(),), NEAR_KM)
        if had := _HAN_HAD.match(text):
            return Near(text, (had["other"],), NEAR_KM, is_its=True)
    words = _telling_words(text, folded)
    if not words:
        return None
    for count in (1, 2):
        if len(words) > count and _phrase(words[-count:]) in _AFTER:
            before = text[: words[-count][1]]
            at = max((found.end() for found in _BEFORE_OTHER.finditer(before)), default=0)
            return _told(before[: max(at - 1, 0)], before[at:], NEAR_KM)
    for first, end, phrase in _phrases_in(words):
        if phrase in _NEAR or phrase in _ASIDE:
            km = NEAR_KM if phrase in _NEAR else SIDE_KM
            return _told(text[: words[first][1]], text[words[end - 1][2] :], km)
    return _its(text, words)


def _phrases_in(words: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, int, str]]:
    """Yield what may be a phrase before another word, the longest first: from where, to where."""
    for first, (word, _, _) in enumerate(words[:-1]):
        if word in _BEGINNING:
            for end in range(min(first + _LONGEST, len(words) - 1), first, -1):
                yield first, end, _phrase(words[first:end])


def _telling_words(text: str, folded: str) -> list[tuple[str, int, int]]:
    """Return the folded words and where they stand; none where they tell of no other place.

    Those of a text without punctuation are those of the folded one.
    """
    if text.replace(" ", "").isalnum():
        plain = folded.split()
        if MAY_TELL.isdisjoint(plain) or (text.isascii() and not _may_tell(plain)):
            return []
    words = [(fold(word[0]), word.start(), word.end()) for word in _WORD.finditer(text)]
    return words if _may_tell([word for word, _, _ in words]) else []


def _may_tell(words: Sequence[str]) -> bool:
    """Tell whether a word that may tell of another place stands where it would do so."""
    return len(words) > 1 and (
        words[0].partition(" ")[0] in FIRST_WORDS
        or words[-1] in BEHIND
        or words[-1].rpartition(" ")[2] in _ENDING
        or not BUILDINGS.isdisjoint(words[:_ITS_KIND_WITHIN])
        or not _BEGINNING.isdisjoint(words[:-1])
    )


def _phrase(words: Sequence[tuple[str, int, int]]) -> str:
    return " ".join([word for word, _, _ in words])


def _its(text: str, words: Sequence[tuple[str, int, int]]) -> Near | None:
    """Read what a town has and lends its name to: its castle, its bay, its prison."""
    if not _DIVIDED.isdisjoint(text):
        return None
    for end in range(min(_LONGEST, len(words) - 1), 0, -1):
        if is_before(_phrase(words[:end])):
            return _had(text, text[words[end - 1][2] :])
    if len(words) > 1 and words[-1][0] in BEHIND:
        last = len(words) - 1
        while last > 1 and words[last - 1][0] in WHICH:
            last -= 1
        return _had(text, text[: words[last - 1][2]])
    return _its_farther_on(text, words)


def _its_farther_on(text: str, words: Sequence[tuple[str, int, int]]) -> Near | None:
    """Read what a town has where more than its name is joined to that ("Gymnasium X in Y")."""
    begins = [word for word, _, _ in words[:_ITS_KIND_WITHIN] if word not in _JOINTS]
    if len(words) < _BUILT or BUILDINGS.isdisjoint(begins):
        return None
    for last in range(len(words) - 2, 0, -1):
        if words[last][0] in _JOINTS:
            return _had(text, text[words[last][2] :])
    return None


def _had(text: str, other: str) -> Near:
    """Return that something is only called after another place, as it may be called."""
    other = other.strip(_EDGES)
    return Near(text, (other, *uninflected(other), *of_adjective(other)), NEAR_KM, is_its=True)


def _told(name: str, other: str, km: float) -> Near | None:
    name, other = name.strip(_EDGES), other.strip(_EDGES)
    return Near(name, (other, *uninflected(other)), km) if other else None
