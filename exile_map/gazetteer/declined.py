"""Declined: the town in a name as a sentence has it ("w Krakowie"), or as a longer one begins.

Every form is only one to try, for names that no place has as they are written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.endings import is_han
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.stems import of_adjective, uninflected
from exile_map.gazetteer.townwords import IN_TOWNS

if TYPE_CHECKING:
    from collections.abc import Iterator

# Words that say "in", "at", "to" or "from" before a name that they may change.
_PREPOSITIONS: Final = frozenset(
    (
        *("w", "we", "v", "ve", "vo", "do", "z", "ze", "u", "iz", "na", "k", "ke", "od", "pod"),
        *("в", "во", "у", "до", "із", "з", "из", "на", "к", "под", "під", "за", "о", "от", "от"),
        *("στην", "στη", "στο", "στον", "στα", "στις", "στους", "εις", "εν", "από", "σε"),
        *("à", "a", "en", "in", "em", "no", "na", "di", "at", "to", "from", "ở", "tại", "di"),
    )
)
# Endings that say "in" by themselves, in Finnish, Estonian, Hungarian, Lithuanian, Turkish …
_IN: Final = (
    ("iuje", ("ius", "is", "ys")), ("uje", ("us", "as")), ("oje", ("a", "ė")), ("ėje", ("ė",)),
    ("yje", ("is", "ys")), ("iuose", ("iai",)), ("uose", ("ai",)), ("ose", ("os",)),
    ("ssa", ("",)), ("ssä", ("",)), ("sta", ("",)), ("stä", ("",)), ("lla", ("",)), ("llä", ("",)),
    ("ban", ("",)), ("ben", ("",)), ("ból", ("",)), ("ből", ("",)), ("ba", ("",)), ("be", ("",)),
    ("ott", ("",)), ("ett", ("",)), ("ött", ("",)), ("on", ("",)), ("en", ("",)), ("ön", ("",)),
    ("sse", ("",)), ("s", ("",)), ("st", ("",)), ("n", ("",)), ("ā", ("a",)), ("ē", ("e",)),
    ("ში", ("ი", "", "ა")), ("ում", ("",)), ("ից", ("",)),
    ("\u09a4\u09c7", ("",)), ("\u09af\u09bc\u09c7", ("",)), ("\u09c7", ("",)), ("\u09b0", ("",)),
)  # fmt: skip
_LENGTHENED: Final = str.maketrans("áé", "ae")
# A consonant that such an ending weakens in Finnish: "Helsingissä" is in Helsinki.
_WEAKENED: Final = (
    ("ng", "nk"),
    ("ll", "lt"),
    ("nn", "nt"),
    ("rr", "rt"),
    ("mm", "mp"),
    ("d", "t"),
)
_STEM: Final = 4  # letters
_SUFFIX: Final = re.compile(
    r"['’](?:[dt][ae]n?|y[aeıiuü]|[ae]|n[ıiuü]n|[ıiuü]n|s[kt][aei]?|ssa|ssä|n?ın)$", re.IGNORECASE
)
_SEATS: Final = re.compile(r"[^省縣县市府州郡道區区鎮镇鄉乡]{1,4}?[省縣县市府州郡道區区鎮镇鄉乡]")
_DIVIDED: Final = frozenset(",;()[]/،、，；（）")
_BRACKET: Final = re.compile(r"[（(].*")
_SHORTEST_HAN: Final = 2  # signs
_WITH_PROVINCE: Final = 4
_PROVINCE: Final = "省"


def forms(name: str) -> Iterator[str]:
    """Yield what towns a name may tell of, the likeliest first.

    Parameters
    ----------
    name
        The name as written, in any script.
    """
    bare = _SUFFIX.sub("", name)
    if bare != name:
        yield bare
    han = _BRACKET.sub("", name)
    if is_han(han):
        yield from _han(han)
        return
    if not _DIVIDED.isdisjoint(name):
        return
    first, _, rest = name.partition(" ")
    if rest and first.lower() in _PREPOSITIONS and not rest[0].islower():
        yield rest
        yield from uninflected(rest)
        yield from towns(rest)
    elif not rest:
        yield from towns(name)


def owners(name: str) -> Iterator[str]:
    """Yield whose a house may be that is told by a town's genitive or adjective before its kind.

    "Kuopion teatteri", "Liepājas osta", "Вологодский театр", "szegedi színház"; streets are called
    after other towns than their own.

    Parameters
    ----------
    name
        The name as written.
    """
    from exile_map.gazetteer.housewords import is_house_word  # noqa: PLC0415 -- seldom needed

    first, _, rest = name.partition(" ")
    kind = fold(rest.rpartition(" ")[2])
    if not rest[-1:].islower() or kind in IN_TOWNS or not is_house_word(kind):
        return
    genitive = first.removesuffix("s")  # "Linköpings hamn"
    for town in dict.fromkeys((genitive, *uninflected(first), *towns(first), *of_adjective(first))):
        if len(town) >= _STEM and town != first:
            yield town[:1].upper() + town[1:]


def tells_where(form: str) -> bool:
    """Tell whether a form has so much of a name in Han letters that it says where it is."""
    return len(form) >= _WITH_PROVINCE and is_han(form)


def towns(name: str) -> Iterator[str]:
    """Yield a name without what says "in" at its end.

    Parameters
    ----------
    name
        The name as written: one word.
    """
    for ending, owns in _IN:
        stem = name.removesuffix(ending)
        if stem == name or len(stem) < _STEM:
            continue
        yield from (stem + own for own in owns)
        if owns == ("",):
            for weak, strong in _WEAKENED:
                head, found, vowel = stem.rpartition(weak)
                if found and len(vowel) == 1:
                    yield head + strong + vowel
            if stem.endswith("ee"):  # "Tampereella" is in Tampere
                yield stem[:-1]
            if not stem[-1].isascii():
                yield stem[:-1] + stem[-1].translate(_LENGTHENED)
            if ending in {"s", "sse", "st"}:  # Estonian: "Tallinnas" is in Tallinn
                yield stem[:-1]


def _han(name: str) -> Iterator[str]:
    """Yield the town that a longer name in Han letters begins with, the longest first.

    "湖南郴州苏仙岭" is in Chenzhou; of "奉天省海城县桑林子" Haicheng is the seat of the county.
    """
    yield from (name[:end] for end in range(len(name) - 1, _SHORTEST_HAN, -1))
    seats = [found[0] for found in _SEATS.finditer(name)]
    yield from (seat for seat in reversed(seats) if seat[-1] != _PROVINCE)
