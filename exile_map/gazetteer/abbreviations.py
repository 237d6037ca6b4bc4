"""Abbreviations: the words that names of places are written with in short ("Frankfurt a. M.")."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTENED = {
    "s": ("san", "saint", "sao", "santa", "sur"),
    "n": ("north", "new"),
    "b": ("bad",),
    "sta": ("santa",),
    "sto": ("santo",),
    "gr": ("gross", "grand", "great"),
    "pto": ("puerto",),
    "pt": ("port",),
    "port": ("puerto", "porto"),
    "puerto": ("port", "porto"),
    "porto": ("port", "puerto"),
    "cd": ("ciudad",),
    "on": ("upon",),
    "upon": ("on",),
    "с": ("санкт",),
    "спб": ("санкт петербург",),
    "ниж": ("нижнии",),
    "н": ("нижнии",),
    "обл": ("область",),
    "губ": ("губерния",),
    "wlkp": ("wielkopolski",),
    "maz": ("mazowiecki",),
    "sl": ("slaski",),
}
"""Words, folded, each with what it may be short for."""
# How places name the water, the hills or the land they lie by, in short; at a name's end.
_SITUATED = {
    "a m": ("am main",),
    "a n": ("am neckar",),
    "a l": ("am lech",),
    "a i": ("am inn",),
    "a rh": ("am rhein",),
    "a o": ("an der oder",),
    "a d o": ("an der oder",),
    "a s": ("an der saale",),
    "a d s": ("an der saale",),
    "a w": ("an der warthe",),
    "a d w": ("an der warthe", "an der weinstrasse"),
    "a d h": ("an der havel",),
    "a h": ("an der havel", "am harz"),
    "a d d": ("an der donau",),
    "i br": ("im breisgau",),
    "i b": ("im breisgau",),
    "i a": ("im allgau",),
    "i e": ("im elsass",),
    "i th": ("in thuringen", ""),
    "i w": ("in westfalen", ""),
    "i pr": ("in preussen", ""),
    "i ostpr": ("ostpreussen", ""),
    "i schl": ("in schlesien", ""),
    "i sa": ("in sachsen", ""),
    "v d h": ("vor der hohe",),
    "o d t": ("ob der tauber",),
    "н д": ("на дону",),
    "н дону": ("на дону",),
}
SHORT_WORDS = frozenset(SHORTENED)
_SITUATED_WORDS = 3
_WHERE = {"a": ("am", "an der"), "a d": ("an der",), "i": ("im", "in"), "b": ("bei",)}
SITUATING = frozenset(short.partition(" ")[0] for short in (*_SITUATED, *_WHERE))
"""Words, folded, with which what tells a town from its namesakes begins in short."""


def situated(words: list[str]) -> Iterator[str]:
    """Yield the name with what tells it from its namesakes written out ("Frankfurt a. M.").

    Parameters
    ----------
    words
        The folded words of the name.
    """
    if SITUATING.isdisjoint(words):
        return
    for count in range(min(_SITUATED_WORDS, len(words) - 1), 1, -1):
        name, short = " ".join(words[:-count]), " ".join(words[-count:])
        for full in _SITUATED.get(short, ()):
            yield f"{name} {full}".strip()
        for full in _WHERE.get(" ".join(words[-count:-1]), ()):
            yield f"{name} {full} {words[-1]}"
