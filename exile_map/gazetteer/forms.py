"""Forms: the ways a name may stand in the gazetteer, folded, in the order to try them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exile_map.gazetteer.abbreviations import SHORT_WORDS, SHORTENED, SITUATING, situated
from exile_map.gazetteer.endings import other_endings
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.qualifiers import AFTER, FIRST_WORDS, shortened, without_elision
from exile_map.gazetteer.romanising import serbian_latin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_MODIFIED = (("ae", "a"), ("oe", "o"), ("ue", "u"))
ASKING_MORE = FIRST_WORDS | AFTER | SHORT_WORDS | SITUATING
"""Words, folded, for which more forms of a name are tried than `respelt_latin` makes."""
_ANYWHERE = SHORT_WORDS | SITUATING


# Ukrainian as Russian would write it: "Симбірськ" is hardly in any list of names.
_RUSSIAN = str.maketrans("іїє", "иие")
_RESPELT = frozenset("ъьіїєi")
_SOFT = re.compile("([сц])ь(?=к)")
# An area's adjective: "Магаданська область" is "Магаданская" in Russian.
_UKRAINIAN_AREA = re.compile("(?<=[сц]ка)(?= (?:область|губерния)$)")
# Serbian and Macedonian as Russian would write it: "Галиција".
_SERBIAN = frozenset("јљњћђџѓќѕ")
_AS_RUSSIAN = (
    *(("ја", "я"), ("је", "е"), ("ју", "ю"), ("ј", "и"), ("љ", "ль"), ("њ", "нь"), ("ћ", "ч")),
    *(("ђ", "дж"), ("џ", "дж"), ("ѓ", "г"), ("ќ", "к"), ("ѕ", "дз")),
)
DOUBLED = "\u0651"
_DOUBLED_LETTER = re.compile(rf"(\w)[\u064b-\u0650]*{DOUBLED}")


def plain_forms(name: str, folded: str) -> Iterator[tuple[str, bool]]:
    """Yield folded forms of a name to try, with whether each was made by more than folding.

    The name itself comes first; then without articles and qualifiers, with abbreviations and
    other ways of writing the same letters spelt out.

    Parameters
    ----------
    name
        The name as written.
    folded
        The same, folded.
    """
    seen = {folded, ""}
    if DOUBLED in name:
        yield fold(doubled(name)), False
    if folded:
        yield folded, False
    for form, guessed in _other_forms(name, folded):
        if form not in seen:
            seen.add(form)
            yield form, guessed


def respelt_latin(folded: str) -> tuple[str, ...]:
    """Return other spellings of a name in plain letters: without umlauts, and in one word."""
    modern = modern_latin(folded)
    return (modern, folded.replace(" ", "")) if " " in folded else (modern,)


def asks_more(words: Sequence[str]) -> bool:
    """Tell whether any such word of a folded name stands where it has that effect.

    Parameters
    ----------
    words
        The words of the name.
    """
    return words[0] in FIRST_WORDS or words[-1] in AFTER or not _ANYWHERE.isdisjoint(words)


def modern_latin(folded: str) -> str:
    """Write names in plain letters without what stands for umlauts: "Muehlen" as "Muhlen"."""
    for pair, letter in _MODIFIED:
        folded = folded.replace(pair, letter)
    return folded


def doubled(name: str) -> str:
    """Write the letters out that an Arabic mark doubles: Amman is no Oman."""
    return _DOUBLED_LETTER.sub(r"\1\1", name)


def _other_forms(name: str, folded: str) -> list[tuple[str, bool]]:
    """Return what a name may also be; repeats are the caller's to leave out.

    A list, for all of it is needed where a name is not known, and that must not take long.
    """
    forms: list[tuple[str, bool]] = []
    if "'" in name or "’" in name:
        forms += without_elision(name)
    if ":" in name:  # a Swedish word in short: "S:t Petersburg"
        forms.append((fold(name.replace(":", "")), False))
    words = folded.split()
    several = len(words) > 1
    if several:
        forms += shortened(folded, words)
    if not SHORT_WORDS.isdisjoint(words):
        for place, word in enumerate(words):
            for full in SHORTENED.get(word, ()):
                forms.append((" ".join([*words[:place], full, *words[place + 1 :]]), True))
    if several:
        forms += [(form, True) for form in situated(words)]
        if all(len(word) == 1 for word in words):
            forms.append(("".join(words), False))
    forms += [(form, True) for form in _respelt(folded, words)]
    if not folded.isascii():
        forms += [(form, True) for form in other_endings(folded)]
    return forms


def _respelt(folded: str, words: list[str]) -> Iterator[str]:
    """Yield other spellings of the same letters."""
    if folded.isascii():
        yield from respelt_latin(folded)
    elif not _RESPELT.isdisjoint(folded):
        old = " ".join(word.removesuffix("ъ") for word in words)
        yield old
        yield old.replace("i", "и").replace("і", "и")
        yield folded.replace("ь", "").replace("ъ", "")
        russian = folded.translate(_RUSSIAN)
        yield russian
        hard = _SOFT.sub(r"\1", russian)
        yield hard
        yield _UKRAINIAN_AREA.sub("я", hard)
    elif not _SERBIAN.isdisjoint(folded):
        russian = folded
        for letter, other in _AS_RUSSIAN:
            russian = russian.replace(letter, other)
        yield russian
        yield serbian_latin(folded)
