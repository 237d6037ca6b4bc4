"""Nearness: a place told by another that it lies near ("Linden bei Hannover", "north of Paris")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.belongings import KIND_WITHIN, its
from exile_map.gazetteer.beside import EDGES, NEAR_KM, SIDE_KM, Near, phrase_of
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nearwords import AFTER, ASIDE, NEAR
from exile_map.gazetteer.stems import uninflected
from exile_map.gazetteer.townwords import BEHIND, BUILDINGS, FIRST_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.beside import Word

_HAN = re.compile(
    r"^(?P<other>.+?)(?:附近|近郊|郊外|周辺|周边|付近|近辺|の近く|郊区)(?:(?:の|的)(?P<name>.+))?$"
)
# The same of what a town has: "早稲田大学", "上海监狱".
_HAN_HAD = re.compile(
    r"^(?P<other>[\u3040-\u30ff\u4e00-\u9fff]{2,}?)(?:第[一二三])?(?:(?:军|軍)?(?:大学|大學|中学|中學|学校|學校|学院|學院|師範|师范)"
    r"|監獄|监狱|看守所|刑務所|拘置所|集中营|集中營|收容所|勞改農場|劳改农场|干校|農場|农场|"
    r"公墓|墓地|墓園|墓园|陵園|陵园|霊園|医院|醫院|病院|療養院|疗养院|領事館|领事馆|大使館|大使馆|"
    r"教会|教會|ホテル|サナトリウム|车站|車站|火车站|機場|机场|空港|駅|港)$"
)
_BEFORE_OTHER = re.compile("[,(\\[]")
_TWO: Final = 2  # words of a town's name
_WORD = re.compile("(?:[^\\W_]|[\u0900-\u097f])+")  # vowels of Devanagari are marks, no letters
_BEGINNING: Final = frozenset(phrase.partition(" ")[0] for phrase in NEAR | ASIDE)
MAY_TELL: Final = (
    *(BUILDINGS, FIRST_WORDS, BEHIND, _BEGINNING),
    frozenset(phrase.partition(" ")[0] for phrase in (*AFTER, *(p for p in BEHIND if " " in p))),
)
"""First words, folded, of what may tell of another place; all in one they would take as much."""
_ENDING: Final = frozenset(phrase.rpartition(" ")[2] for phrase in AFTER)
_LONGEST: Final = max(phrase.count(" ") + 1 for phrase in NEAR | ASIDE)


def near(text: str, folded: str) -> Near | None:
    """Read a place that is told by another near it; None if it is not.

    Parameters
    ----------
    text
        The place as written, in one of twenty languages: "Linden bei Hannover", "巴黎附近".
    folded
        The same, folded.
    """
    if " b. " in text or " k/" in text:
        text = text.replace(" b. ", " bei ").replace(" k/", " k. ")
        folded = fold(text)
    if not text.isascii():
        if han := _HAN.match(text):
            return Near((han["name"] or "").strip(), (han["other"].strip(),), NEAR_KM)
        if town := _town_having(text):
            return Near(text, (town,), NEAR_KM, is_its=True)
    words = _telling_words(text, folded)
    if not words:
        return None
    told = _behind(text, words)
    if told is not None:
        return told
    for first, end, phrase in _phrases_in(words):
        if phrase in NEAR or phrase in ASIDE:
            km = NEAR_KM if phrase in NEAR else SIDE_KM
            return _told(text[: words[first][1]], text[words[end - 1][2] :], km)
    return its(text, words)


def _town_having(text: str) -> str:
    """Return the town before what it has, in the letters of East Asia; empty without one."""
    if not "가" <= text[-1] <= "힣":
        had = _HAN_HAD.match(text)
        return had["other"] if had else ""
    from exile_map.gazetteer.hangul import town_having  # noqa: PLC0415 -- seldom needed

    return town_having(text)


def _behind(text: str, words: Sequence[Word]) -> Near | None:
    """Read the same where what says it stands behind the town: "Kisháza Szeged mellett"."""
    for end in range(len(words), 1, -1):
        for count in (1, 2):
            if end > count and phrase_of(words[end - count : end]) in AFTER:
                before = text[: words[end - count][1]].rstrip()
                return _before_phrase(before, text[words[end - 1][2] :].strip(EDGES))
    return None


def _before_phrase(before: str, name: str) -> Near | None:
    """Return what lies near the town with which a text ends; its name stands there or behind."""
    at = max((found.end() for found in _BEFORE_OTHER.finditer(before)), default=0)
    if at or name:
        return _told(name or before[: max(at - 1, 0)], before[at:], NEAR_KM)
    words = before.split()
    ways = [_told(" ".join(words[:i]), " ".join(words[i:]), NEAR_KM) for i in (0, -1, -2)]
    first, last, two = ways
    if first is None or len(words) == 1:
        return first
    if last is not None and two is not None and len(words) > _TWO:
        last = last._replace(otherwise=two)
    return first._replace(otherwise=last)


def _phrases_in(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Yield what may be a phrase before another word, the longest first: from where, to where."""
    for first, (word, _, _) in enumerate(words[:-1]):
        if word in _BEGINNING:
            for end in range(min(first + _LONGEST, len(words) - 1), first, -1):
                yield first, end, phrase_of(words[first:end])


def _telling_words(text: str, folded: str) -> list[Word]:
    """Return the folded words and where they stand; none where they tell of no other place.

    Those of a text without punctuation are those of the folded one.
    """
    if text.replace(" ", "").isalnum():
        plain = folded.split()
        tells = _may_tell(plain) if text.isascii() else _has_telling_word(plain)
        if not tells:
            return []
    words = [(fold(word[0]), word.start(), word.end()) for word in _WORD.finditer(text)]
    return words if _may_tell([word for word, _, _ in words]) else []


def _has_telling_word(words: Sequence[str]) -> bool:
    """Tell whether any word, wherever it stands, may tell of another place."""
    return any(not some.isdisjoint(words) for some in MAY_TELL)


def _may_tell(words: Sequence[str]) -> bool:
    """Tell whether a word that may tell of another place stands where it would do so."""
    return len(words) > 1 and (
        words[0].partition(" ")[0] in FIRST_WORDS
        or words[-1] in BEHIND
        or not _ENDING.isdisjoint(words[1:])
        or not BUILDINGS.isdisjoint(words[:KIND_WITHIN])
        or not _BEGINNING.isdisjoint(words[:-1])
    )


def _told(name: str, other: str, km: float) -> Near | None:
    name, other = name.strip(EDGES), other.strip(EDGES)
    return Near(name, (other, *uninflected(other)), km) if other else None
