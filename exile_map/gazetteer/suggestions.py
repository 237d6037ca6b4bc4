"""Suggestions: names near in spelling or sound to one that is not known."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import DEGREES, Candidate, spot
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.records import NUMBER, RANK_SHIFT
from exile_map.gazetteer.romanising import romanise
from exile_map.gazetteer.storage import CODE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.storage import Place, Store

_MOST = 5
_SHORTEST = 3
_LONGEST = 40
_LIKE = 25  # of one sound: the most prominent
_FEW_BEARERS, _MANY_BEARERS = 2, 20  # of one name
_HINTED = 2.0  # where it should be, counts as a hundred times as prominent
_STRICT = 16  # how much nearness counts against prominence
_LESS_LIKE = 4
_PROMINENT = 72  # what is to be suggested by nearly its sound: 5,000 people, or many names
_FAR = 0.45  # of the letters may differ
# On a route: what is not worth a look, and how much less likely than the best it may be. Of names
# held out, one in a hundred is lost by it, and three in four of those suggested for no place.
_LEAST, _BEHIND = -2.0, 2.5
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїє",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "אבגדהוזחטיכלמנסעפצקרשת",
    "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنهوی",
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
)
SOUND_LETTERS = "SFKPTLMNR"
"""What `sound` makes of all consonants."""


def suggest(
    names: Names,
    name: str,
    hints: Sequence[Hint] = (),
    near: Sequence[tuple[float, float]] = (),
) -> tuple[str, ...]:
    """Return names near in spelling or sound to one that is not known, the likeliest first.

    Parameters
    ----------
    names
        The names of places.
    name
        The name that is not known, as written, in any script.
    hints
        Where the place should be: what is there is likelier.
    near
        Points (lat, lon) before and after it on the route: what is near is likelier.
    """
    folded = fold(name)
    if not _SHORTEST <= len(folded) <= _LONGEST:
        return ()
    store = names.store
    best: dict[str, float] = {}
    deep = _MANY_BEARERS if hints else _FEW_BEARERS
    misspelt = list(_misspelt(store, folded, deep))
    if folded.isascii() and (near or not misspelt):
        misspelt += _like_sounding(store, folded)
    worth = _weight_on_a_route if near else _weight
    weighed = [(place, worth(place) - _STRICT * far) for place, far in misspelt]
    # What slip it is of an English spelling, letters alone tell.
    if near or not folded.isascii():
        weighed = _heard(store, name, folded, near, weighed)
    for place, prominent in weighed:
        weight = prominent
        if hints:
            detail = store.detail(place.id) if place.layer != Layer.CITY else None
            candidate = Candidate(MAIN, place, detail)
            weight += _HINTED * all(hint.holds(candidate) for hint in hints)
        best[place.name] = max(weight, best.get(place.name, weight))
    least = max(_LEAST, max(best.values(), default=0.0) - _BEHIND) if near else -math.inf
    likely = (name for name, weight in best.items() if weight >= least)
    return tuple(sorted(likely, key=lambda name: (-best[name], name))[:_MOST])


def _heard(
    store: Store,
    name: str,
    folded: str,
    near: Sequence[tuple[float, float]],
    weighed: Sequence[tuple[Place, float]],
) -> list[tuple[Place, float]]:
    """Return the places with how likely each is, and those that sound alike; as the route goes."""
    from exile_map.gazetteer.likelihood import off_route  # noqa: PLC0415 -- seldom needed
    from exile_map.gazetteer.likesounding import alike  # noqa: PLC0415 -- as above

    spots = [spot(point) for point in near]
    heard = [
        (one.place, one.weight)
        for one in alike(store, name, folded, spots, least=_LEAST if spots else -math.inf)
        if not folded.isascii() or _is_like(folded, one.place)
    ]
    if not spots:
        return [*weighed, *heard]
    misspelt = [
        (place, weight - off_route(spot((place.lat / DEGREES, place.lon / DEGREES)), spots)[0])
        for place, weight in weighed
    ]
    return [*misspelt, *heard]


def _is_like(folded: str, place: Place) -> bool:
    """Tell whether most letters of a name are those that a place is called by."""
    roman = romanise(folded)
    most = int(_FAR * len(roman))
    return _distance(roman, romanise(fold(place.name)), most) <= most


def _weight(place: Place) -> float:
    """Return how likely a place is named at all."""
    return place.rank / 16 + (2.0 if place.layer != Layer.CITY else 0.0)


def _weight_on_a_route(place: Place) -> float:
    """Return the same where a route tells what is likely: names that are great all know."""
    from exile_map.gazetteer.likelihood import standing  # noqa: PLC0415 -- seldom needed

    return standing(place.rank)


def _misspelt(store: Store, folded: str, most: int) -> Iterator[tuple[Place, float]]:
    """Yield the places, of each name so many, whose name is one slip of the pen away."""
    forms = set(slips(folded, _alphabet(folded))) - {folded}
    for _, numbers in store.read_names(sorted(forms)):
        for number in numbers[:most]:
            if number & 3 != CODE:
                yield store.place(number >> 2), 1 / len(folded)


def _alphabet(folded: str) -> str:
    """Return the letters of the script a name is in; none for scripts without an alphabet."""
    return next((a for a in _ALPHABETS if any(c in a for c in folded)), "")


def slips(text: str, alphabet: str) -> Iterator[str]:
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
    from exile_map.gazetteer.phonemes import skeleton  # noqa: PLC0415 -- seldom needed
    from exile_map.gazetteer.pronouncing import OTHER, said  # noqa: PLC0415

    heard = skeleton(said(folded, OTHER))
    roman = romanise(folded)
    most = int(_FAR * len(roman))
    for like in dict.fromkeys((heard, *slips(heard, SOUND_LETTERS))):
        if len(like) < _SHORTEST - 1:
            continue
        for entry in store.sounding(like, _LIKE if like == heard else _LESS_LIKE):
            if like != heard and entry >> RANK_SHIFT < _PROMINENT:
                break
            place = store.place((entry & NUMBER) >> 2)
            apart = _distance(roman, romanise(fold(place.name)), most)
            if apart <= most:
                yield place, apart / len(roman)
            elif like == heard and len(heard) > _SHORTEST and place.layer == Layer.CITY:
                yield place, _FAR  # another of its names sounds alike; areas have too many


def _distance(a: str, b: str, most: int) -> int:
    """Return how many letters must be left out, added or changed to make one name the other.

    Anything above `most` is as good as any other: the count ends there.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, start=1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, start=1):
            above, before = row[j], row[j - 1]
            step = diagonal + (left != right)
            if above < step:
                step = above + 1
            if before < step:
                step = before + 1
            diagonal, row[j] = above, step
        if min(row) > most:
            return most + 1
    return row[len(b)]
