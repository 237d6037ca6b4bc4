"""Endings: what a name without Latin letters may have or lack: a city's 市, a county's 군, "al-".

Lists of names have "Tongyeong-si" or "Tongyeong", "下関" or "下関市", as it happens.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAN_FIRST, _HAN_LAST = "\u4e00", "\u9fff"
_KANA_FIRST, _HANGUL_FIRST, _HANGUL_LAST = "\u3040", "\uac00", "\ud7a3"
_JAMO_FIRST, _JAMO_LAST = "\u1100", "\u11ff"
_HAN_ENDINGS: Final = tuple(fold(sign) for sign in "市縣區鎮鄉村町省州府郡國藩城島")
_HAN_ADDED: Final = tuple(fold(sign) for sign in "市縣區鎮町村")
_HANGUL_ENDINGS: Final = tuple(fold(sign) for sign in "시군구읍면리도현성주섬")
_HANGUL_ADDED: Final = tuple(fold(sign) for sign in "시군도")
_ARTICLE: Final = "ال"
_LAND: Final = re.compile("(?P<land>[^国國州省]{2,}[国國州省])(?P<place>.{2,})")
_LEFT: Final = 2  # signs: the shortest names
_LEFT_ARABIC: Final = 3  # letters
_COMPOUND: Final = 4  # signs: a town and a place in it ("南京雨花台")


def is_han(text: str) -> bool:
    """Tell whether a text is written in Han letters only."""
    return bool(text) and all(_HAN_FIRST <= sign <= _HAN_LAST for sign in text)


def other_endings(folded: str) -> Iterator[str]:
    """Yield a folded name with or without what tells its kind, or without its article.

    Parameters
    ----------
    folded
        The folded name; nothing is yielded of one in other letters.
    """
    if is_han(folded):
        if folded[-1] in _HAN_ENDINGS and len(folded) > _LEFT:
            yield folded[:-1]
        elif len(folded) >= _LEFT:
            yield from (folded + ending for ending in _HAN_ADDED)
    elif all(_JAMO_FIRST <= sign <= _JAMO_LAST for sign in folded):
        for ending in _HANGUL_ENDINGS:
            if folded.endswith(ending) and len(folded) - len(ending) > _LEFT:
                yield folded.removesuffix(ending)
        yield from (folded + ending for ending in _HANGUL_ADDED)
    elif folded.startswith(_ARTICLE) and len(folded) - len(_ARTICLE) >= _LEFT_ARABIC:
        yield folded.removeprefix(_ARTICLE)


def town_and_place(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to divide a name in Han letters into a town and a place in it.

    Parameters
    ----------
    text
        The name as written; "京都伏見" is Fushimi in Kyoto.
    """
    if len(text) >= _COMPOUND and is_han(text):
        if land := _LAND.match(text):
            yield land["land"], land["place"]
        yield text[:2], text[2:]
        if len(text) > _COMPOUND:
            yield text[:3], text[3:]


def larger_first(text: str) -> Iterator[tuple[str, tuple[str]]]:
    """Yield a place and the larger one before it, as they are written in East Asia.

    Parameters
    ----------
    text
        The name as written; "화룡현 청산리" is Cheongsan-ri in Hwaryong.
    """
    larger, _, place = text.rpartition(" ")
    if larger and all(_is_eastern(sign) for sign in text if sign != " "):
        yield place, (larger,)


def _is_eastern(sign: str) -> bool:
    """Tell whether a sign is of Korea, Japan or China."""
    return _KANA_FIRST <= sign <= _HAN_LAST or _HANGUL_FIRST <= sign <= _HANGUL_LAST
