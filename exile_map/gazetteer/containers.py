"""Containers: the bigger place in which a longer name says that it lies ("Lyon – Quarneille").

For names of which nothing else is known. Every container is only one to try, and is told.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer import declined
from exile_map.gazetteer.endings import is_han
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nearwords import ASKING_NOTHING, JOINTS, LOCATING
from exile_map.gazetteer.stems import of_adjective, uninflected
from exile_map.gazetteer.townwords import BEHIND, BUILDINGS, IN_TOWNS
from exile_map.gazetteer.transcribed import is_transcribed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DIVIDED: Final = frozenset(",;()[]/،、，；（）")
# Between a town and what is in it; a dash without spaces joins two parts of one name.
_MARK: Final = re.compile(r"\s+[-–—·]\s+|\s*[:：・‧]\s*|(?<=[\u3040-\uffff])·(?=[\u3040-\uffff])")
_DOTS: Final = re.compile("[・‧]|(?<=[\u3040-\uffff])·")
_KANA: Final = re.compile("[\u30a0-\u30ff]")
# Districts as a sentence has them, folded, each with how they are called by themselves.
_DISTRICTS: Final = {
    "губернии": "губерния", "области": "область", "уезда": "уезд", "района": "район",
    "волости": "волость", "края": "край", "республики": "республика", "округа": "округ",
"області": "область", "губернії": "губернія", "повіту": "повіт",
    "району": "район", "краю": "край", "воєводства": "воєводство", "guberni": "gubernia",
    "powiatu": "powiat", "powiecie": "powiat", "województwa": "województwo", "okresu": "okres",
    "kraje": "kraj", "okresie": "okres", "županije": "županija", "županiji": "županija",
    "воеводства": "воеводство", "наместничества": "наместничество",
}  # fmt: skip
# Adjectives of such districts: how they end there, and by themselves.
_OF_DISTRICTS: Final = (
    ("ской", "ская"), ("ского", "ский"), ("ском", "ский"), ("цкой", "цкая"), ("цкого", "цкий"),
    ("ської", "ська"), ("ського", "ський"), ("цької", "цька"), ("цького", "цький"),
    ("skiego", "ski"), ("skiej", "ska"), ("skim", "ski"), ("ckiego", "cki"), ("ckiej", "cka"),
    ("ckim", "cki"), ("dzkiego", "dzki"), ("dzkiej", "dzka"),
    ("ského", "ský"), ("ske", "ska"), ("skoj", "ska"),
)  # fmt: skip
# What follows the town that something is in, folded; and what ends its name, as it is written.
_OF: Final = frozenset(fold(word) for word in ("का", "की", "के", "में"))
_OF_IT: Final = re.compile(r"^(?P<town>[^の의]{2,})(?:の|의 )(?P<place>.{2,})$")
_APOSTROPHE: Final = re.compile(
    r"^(?P<town>[^'’\s]{3,}(?:\s[^'’\s]{3,})?)['’](?:[dt][ae]|n?[ıiuü]n)\s"
)
_ITS_FIRST: Final = (("ის", ("ი", "")), ("ի", ("",)))
_IN_LAST: Final = (("ში", ("ი", "ა", "")), ("თან", ("ი", "")), ("ում", ("",)))
_ITS_LAST: Final = (
    ("ης", ("η",)), ("ας", ("α",)), ("ου", ("ος", "ο", "ι")), ("ων", ("α", "ες", "αι")),
    ("ών", ("α", "ες")),
)  # fmt: skip
# Lands that are called after their town, and an area of that name.
_LANDS: Final = (
    ("щині", "ська область"), ("щина", "ська область"), ("щини", "ська область"),
    ("щине", "ская область"), ("щины", "ская область"), ("чині", "цька область"),
    ("ччині", "цька область"),
)  # fmt: skip
_PREFIXED: Final = frozenset("בب")
_PREFIXED_LETTERS: Final = 4
_SEGMENT: Final = re.compile("[^国國省州府県縣县郡市]{1,5}[国國省州府県縣县郡市]")
_TOWN_LETTERS: Final = 3
_ITS_KIND_AND_NAME: Final = 2  # words
_ARABIC_FIRST, _ARABIC_LAST = "\u0620", "\u06ff"
# Words before what lies in a town, in letters that know no capitals.
_QUARTERS: Final = frozenset(
    fold(word)
    for word in ("کوچه", "خیابان", "محله", "محلهٔ", "میدان", "روستای", "حي", "حارة", "شارع", "قرية")
)
# A house is called after whom such a word is said of, though a town may be called like him.
_NAMED_AFTER: Final = frozenset(("имени", "им", "імені", "ім"))

WORDS: Final = LOCATING | BUILDINGS | _DISTRICTS.keys()
"""Words of plain letters, folded, by which a name may say in what it lies."""


class Container(NamedTuple):
    """A place that a longer name may lie in.

    Parameters
    ----------
    names
        As written, and as it may be called by itself, the likeliest first.
    rest
        What is said to lie there.
    is_told
        Whether a word, a prefix or an ending says so; a mark may also stand for a way between two.
    """

    names: tuple[str, ...]
    rest: str = ""
    is_told: bool = True


def containers(name: str) -> Iterator[Container]:
    """Yield the places in which a longer name may say it lies, the likeliest first.

    Parameters
    ----------
    name
        The name as written.
    """
    if not _DIVIDED.isdisjoint(name):
        return
    if is_marked(name):
        parts = _parts(name)
        yield Container((parts[0],), parts[-1], is_told=False)
        yield Container((parts[-1],), parts[0], is_told=False)
        return
    if is_han(name):
        yield from _of_segments(name)
        return
    if found := _OF_IT.match(name):
        yield Container((found["town"],))
    words = name.split()
    if len(words) > 1:
        yield from _in_words(name, words)


def may_contain(name: str, words: Sequence[str]) -> bool:
    """Tell quickly of a name whether it may say in what it lies.

    Parameters
    ----------
    name
        The name as written.
    words
        Its folded words.
    """
    if name.isascii():
        some = len(words) > 1 and not (
            (len(words[-1]) < _TOWN_LETTERS or LOCATING.isdisjoint(words[1:-1]))
            and BUILDINGS.isdisjoint(words)
            and _DISTRICTS.keys().isdisjoint(words[-2:])
        )
        return some or bool(_APOSTROPHE.match(name)) or is_marked(name)
    return next(containers(name), None) is not None


def is_marked(name: str) -> bool:
    """Tell whether a mark stands between a town and what is in it.

    None does in foreign names, whose words Chinese and Japanese divide by a dot.
    """
    return bool(_MARK.search(name)) and len(_parts(name)) > 1


def _parts(name: str) -> list[str]:
    """Return what stands before and behind the marks of a name."""
    if _DOTS.search(name):
        bare = _DOTS.sub("", name)
        if is_transcribed(bare) or all(map(_KANA.search, _DOTS.split(name))):
            return [name]
    return [part for part in _MARK.split(name) if part]


def _of_segments(name: str) -> Iterator[Container]:
    """Yield the province or county with which a name in Han letters begins, the smaller first."""
    ends = [found.end() for found in _SEGMENT.finditer(name) if found.end() < len(name)]
    starts = [0, *ends]
    for start, end in reversed(list(zip(starts, ends, strict=False))):
        yield Container((name[:end], name[start:end]) if start else (name[:end],))


def _in_words(name: str, words: Sequence[str]) -> Iterator[Container]:
    """Yield what words, prefixes or endings say that a name lies in."""
    folded = [fold(word) for word in words]
    if found := _APOSTROPHE.match(name):
        yield Container((found["town"],))
    yield from _areas(words)
    for last in range(len(words) - 2, 0, -1):
        may_be = len(words[-1]) >= _TOWN_LETTERS and not words[last + 1].islower()
        if may_be and folded[last] in LOCATING:
            town = " ".join(words[last + 1 :])
            others = () if folded[last] in ASKING_NOTHING else uninflected(town)
            yield Container((town, *others), " ".join(words[:last]))
    yield from _beside_joints(words, folded)
    if _NAMED_AFTER.isdisjoint(folded):
        yield from _by_ending(words, folded)
    if not BUILDINGS.isdisjoint(" ".join(folded).split()) or folded[0] in _QUARTERS:
        yield from _appositions(words, folded)


def _areas(words: Sequence[str]) -> Iterator[Container]:
    """Yield the district or the land that a name ends with."""
    if district := _district(words):
        yield Container(district)
    for ending, area in _LANDS:
        if words[-1].endswith(ending):
            yield Container((words[-1].removesuffix(ending) + area,))


def _beside_joints(words: Sequence[str], folded: Sequence[str]) -> Iterator[Container]:
    """Yield the town before a word that says "of", or behind a letter that says "in"."""
    for count in (1, 2):
        if len(words) > count and folded[count] in _OF:
            yield Container((" ".join(words[:count]),))
        town = " ".join(words[-count:])
        if len(words) > count and town[0] in _PREFIXED and len(town) >= _PREFIXED_LETTERS:
            yield Container((town[1:].lstrip("־'-"),))


def _by_ending(words: Sequence[str], folded: Sequence[str]) -> Iterator[Container]:
    """Yield the first or last word without what says "of" or "in" at its end."""
    endings: list[tuple[str, Sequence[tuple[str, tuple[str, ...]]]]] = [(words[-1], _IN_LAST)]
    if IN_TOWNS.isdisjoint(folded):
        endings.append((words[-1], _ITS_LAST))
    if len(words) > _ITS_KIND_AND_NAME or IN_TOWNS.isdisjoint(folded):
        endings.append((words[0], _ITS_FIRST))
    for word, its in endings:
        for ending, owns in its:
            stem = word.removesuffix(ending)
            if stem != word and len(stem) >= _TOWN_LETTERS:
                yield Container(tuple(stem + own for own in owns))


def _appositions(words: Sequence[str], folded: Sequence[str]) -> Iterator[Container]:
    """Yield the towns to whose names those of houses in them are only added."""
    last, first = words[-1], words[0]
    if len(words) > _ITS_KIND_AND_NAME and folded[-2] in JOINTS:  # "San Quarnel del Campo"
        return
    if len(words) > _ITS_KIND_AND_NAME and (folded[-1] in BEHIND or folded[-1] in BUILDINGS):
        own = [form for form in of_adjective(first) if first[0].islower()]
        yield Container((first, *own, *(form[:1].upper() + form[1:] for form in own)))
        return
    if len(words) > _ITS_KIND_AND_NAME and _ARABIC_FIRST <= last[0] <= _ARABIC_LAST:
        yield Container((last,))
    yield Container(tuple(_towns(last)))


def _towns(word: str) -> Iterator[str]:
    """Yield a word without what says "in" at its end, if that is more than a letter."""
    return (form for form in declined.towns(word) if form != word[:-1])


def _district(words: Sequence[str]) -> tuple[str, ...]:
    """Return how a district is called with which a name ends; nothing if with none."""
    two = words[-2:]
    for kind, own in (two, two[::-1]):
        bare = _DISTRICTS.get(kind.lower())
        if bare is None:
            continue
        for ending, plain in _OF_DISTRICTS:
            if own.endswith(ending):
                adjective = own.removesuffix(ending) + plain
                first = (bare, adjective) if two[0] == kind else (adjective, bare)
                return (" ".join(first),)
    return ()
