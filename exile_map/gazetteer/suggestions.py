"""Suggestions: names near in spelling or sound to one that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.romanising import romanise, sound
from exile_map.gazetteer.storage import CODE, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.gazetteer.storage import Place, Store

_MOST = 5
_SHORTEST = 3
_LONGEST = 40
_LIKE = 25  # of one sound: the most prominent
_STRICT = 16  # how much nearness counts against prominence
_LESS_LIKE = 4
_FAR = 0.45  # of the letters may differ
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїє",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
)
_SOUND_LETTERS = "SFKPTLMNR"


def suggest(store: Store, folded: str) -> tuple[str, ...]:
    """Return names near in spelling to a folded name, the likeliest first.

    Parameters
    ----------
    store
        Where the names are.
    folded
        The folded name that is not known, in any script.
    """
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return ()
    best: dict[str, float] = {}
    for place, far in (*_misspelt(store, folded), *_like_sounding(store, folded)):
        weight = _weight(place) - _STRICT * far
        best[place.name] = max(weight, best.get(place.name, weight))
    return tuple(sorted(best, key=lambda name: (-best[name], name))[:_MOST])


def _weight(place: Place) -> float:
    """Return how likely a place is named at all."""
    return place.rank / 16 + (2.0 if place.layer != Layer.CITY else 0.0)


def _misspelt(store: Store, folded: str) -> Iterator[tuple[Place, float]]:
    """Yield the places whose name is one slip of the pen away, with how far."""
    tried = {folded}
    for form in _slips(folded, _alphabet(folded)):
        if form not in tried:
            tried.add(form)
            for number in store.numbers(form)[:2]:
                if number & 3 != CODE:
                    yield store.place(number >> 2), 1 / len(folded)


def _alphabet(folded: str) -> str:
    """Return the letters of the script a name is in; none for scripts without an alphabet."""
    return next((a for a in _ALPHABETS if any(c in a for c in folded)), "")


def _slips(text: str, alphabet: str) -> Iterator[str]:
    """Yield the text with one letter left out, exchanged with its neighbour, changed or added."""
    for i in range(len(text)):
        head, tail = text[:i], text[i + 1 :]
        yield head + tail
        if tail:
            yield head + tail[0] + text[i] + tail[1:]
        for letter in alphabet:
            yield head + letter + tail
            yield head + letter + text[i:]
    for letter in alphabet:
        yield text + letter


def _like_sounding(store: Store, folded: str) -> Iterator[tuple[Place, float]]:
    """Yield prominent places whose name sounds alike, with how far they are in letters."""
    heard = sound(folded)
    if not heard:
        return
    roman = romanise(folded)
    sounds = {heard: None, **dict.fromkeys(_slips(heard, _SOUND_LETTERS))}
    for like in sounds:
        if len(like) < _SHORTEST - 1:
            continue
        for number in store.sounding(like)[: _LIKE if like == heard else _LESS_LIKE]:
            place = store.place(number)
            far = _distance(roman, romanise(fold(place.name))) / max(len(roman), 1)
            if far <= _FAR:
                yield place, far
            elif like == heard and len(heard) > _SHORTEST:
                yield place, _FAR  # another of its names sounds alike


def _distance(a: str, b: str) -> int:
    """Return how many letters must be left out, added or changed to make one name the other."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, start=1):
            step = min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
            diagonal, row[j] = row[j], step
    return row[len(b)]
