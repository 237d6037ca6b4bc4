"""Orthographies: a name that another language writes in its own Latin letters ("Šanghai").

What the letters say is written as English writes names from other alphabets; what comes of it is
only tried, and told.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WAYS: Final = tuple(
    dict(pair.split(">") for pair in way.split())
    for way in (
        # Czech, Slovak, Croatian, Slovene, Lithuanian, Latvian, Finnish
        "šč>shch š>sh č>ch ć>ch ž>zh đ>dj ě>e ij>iy j>y",
        "š>sh č>ch ž>zh c>ts j>y",
        "š>sch č>tsch ž>sch j>j",
        "ja>ia je>ie jo>io j>i k>c š>sh č>ch ž>zh",
        "ch>kh š>sh č>ch ž>zh j>y",
        # Polish
        "szcz>shch sz>sh cz>ch ż>zh ź>z rz>r ś>s ć>c w>v ch>kh j>y",
        "sz>sh cz>ch ż>zh w>v ja>ia j>y c>ts",
        # Hungarian
        "cs>ch zs>zh sz>s s>sh c>ts gy>dy j>y",
        "cs>c zs>z sz>s",
        # German, Dutch, the Scandinavian languages
        "schtsch>shch tsch>ch dsch>j sch>sh w>v j>y z>ts",
        "tsch>ch sch>sh w>v j>y",
        "tsj>ch sj>sh dj>j tj>ch oe>u ij>y",
        "tj>ch sj>sh dj>j j>y å>o ö>e ä>e",
        # French, Italian, Portuguese, Spanish
        "tch>ch dj>j ou>u ch>sh",
        "tch>ch dj>j ou>u gu>g",
        "gh>g sci>sh ci>chi k>c",
        "x>sh ch>sh qu>k lh>l nh>n",
        "sh>ch y>i",
        "k>c",
        # Galician, Catalan; Estonian; the Dutch of the Indies; Baltic names of German towns
        "x>j",
        "aa>a ee>e ii>i oo>o uu>u kk>k pp>p tt>t š>sh ž>zh",
        "oe>u tj>c dj>j nj>ny sj>sy ch>kh j>y",
        "š>sch č>tsch ai>ei v>w z>s",
        # Azerbaijani, Turkish, Romanian
        "q>g x>kh ə>a c>j ş>sh ç>ch ğ>gh",
        "ş>sh ș>sh ç>ch c>j ı>i ğ>gh",
        "ş>s ș>s ț>ts ţ>ts j>zh",
        "y>i v>w",
    )
)
# How languages end the names they decline or make their own, and how those end abroad.
_ENDINGS: Final = (
    ("as", ""), ("is", "i"), ("is", ""), ("us", ""), ("ė", "e"), ("ys", ""), ("ija", "ia"),
    ("ija", "iya"), ("o", "us"), ("o", "um"), ("io", "ium"), ("io", "ius"),
    ("ska", "skoy"), ("ska", "sk"), ("as", "o"), ("i", ""), ("u", ""), ("ë", ""),
    ("y", "ia"), ("y", ""), ("ien", "ia"), ("ie", "ia"), ("fjord", "fjordur"),
)  # fmt: skip
_LEFT: Final = 4  # letters
# Whose endings tell that they were written as they are heard, so once what was doubled.
_HEARD: Final = frozenset(("as", "is", "us", "ys", "ė", "a", "e", "i"))
_ONCE: Final = re.compile("(?<=[aeiouy])([bdfgklmnprst])(?=[aeiouy])")
_PROSTHETIC: Final = "is"  # what Turkish puts before names that begin with two consonants
_VOWELS: Final = frozenset("aeiou")


def respellings(name: str) -> Iterator[str]:
    """Yield folded forms of a name as other languages would write it; each once.

    Parameters
    ----------
    name
        The name as written, in Latin letters.
    """
    written = unicodedata.normalize("NFC", name).lower().replace("i̇", "i")
    seen = {fold(written)}
    forms = [written]
    for number, way in enumerate(_WAYS):
        forms.append(_letters(number).sub(partial(_other_letters, way), written))
    for form in dict.fromkeys(forms):
        for other in _with_other_endings(form):
            folded = fold(other)
            if folded not in seen:
                seen.add(folded)
                yield folded


def _other_letters(way: dict[str, str], found: re.Match[str]) -> str:
    """Return the letters that stand for those found."""
    return way[found[0]]


@cache
def _letters(way: int) -> re.Pattern[str]:
    """Return what finds the letters that one way of writing has, two together before one."""
    return re.compile("|".join(map(re.escape, sorted(_WAYS[way], key=len, reverse=True))))


def _with_other_endings(form: str) -> Iterator[str]:
    """Yield a form, and what it may be without what its language added to it."""
    yield form
    if form.startswith(_PROSTHETIC) and form[2:3] not in _VOWELS:
        yield form[1:]
        yield form[2:]
    for ending, other in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEFT:
            stem = form.removesuffix(ending)
            yield stem + other
            if ending in _HEARD and not other:
                yield from _doubled(stem)


def _doubled(stem: str) -> Iterator[str]:
    """Yield a stem with each of its consonants doubled that stands between vowels ("Manhatan")."""
    for found in _ONCE.finditer(stem + "a"):
        yield stem[: found.start()] + found[1] + stem[found.start() :]
