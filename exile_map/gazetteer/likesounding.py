"""Like-sounding: the places whose names sound as a written one may, by the rules of its writing."""

from __future__ import annotations

import math
import re
from bisect import insort
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.candidates import DEGREES, spot
from exile_map.gazetteer.commonwords import COMMON
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.likelihood import STRICT, is_area, off_route, standing, weigh
from exile_map.gazetteer.phonemes import WRITTEN as VOWEL
from exile_map.gazetteer.phonemes import Step, least_unlike, skeletons
from exile_map.gazetteer.pronouncing import OTHER, WRITTEN, language_of, said
from exile_map.gazetteer.records import NUMBER, RANK_SHIFT
from exile_map.gazetteer.scripts import steps, vowel_cost
from exile_map.gazetteer.storage import MAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from exile_map.gazetteer.candidates import Spot
    from exile_map.gazetteer.storage import Place, Store

MOST_UNLIKE: Final = 0.3
"""How unlike a name may be to be told at all."""
_FOREIGN: Final = 0.03  # what it costs to be said as those say who do not know the language
_HEARD: Final = 60  # places whose names are compared
_OF_ONE_SOUND: Final = 1500
_BEHIND: Final = 2.5  # the best: what cannot come nearer is not compared
_SHORTEST, _TELLING = 2, 3  # consonants
_BESIDE_KM: Final = 100.0
_OTHER_NAME: Final = 0.02  # what it costs to be said like another of its names


_UKRAINE: Final = "UA"
_UKRAINIAN: Final = re.compile("i(?=v(?:$|k|s|c|n))")


class Like(NamedTuple):
    """A place whose name sounds like the one written.

    Parameters
    ----------
    place
        The place.
    unlike
        How unlike it sounds: 0 is alike.
    weight
        How likely it is meant, as far off the route as it is.
    is_area
        Whether it is a country, a region or the like.
    """

    place: Place
    unlike: float
    weight: float
    is_area: bool


@lru_cache(maxsize=16)
def heard_as(written: str, folded: str) -> Sequence[Sequence[Step]]:
    """Return the ways a name may be heard: one in other scripts, one for each language in Latin.

    Parameters
    ----------
    written, folded
        The name as written, and folded.
    """
    if not folded.isascii():
        heard = steps(folded)
        translated = _translated(folded, steps)
        return tuple(way for way in (heard, translated) if way)
    spoken = dict.fromkeys(said(written, language) for language in WRITTEN)
    translated = _translated(folded, lambda word: _as_steps(said(word, OTHER)))
    return (*map(_as_steps, spoken), *([translated] if translated else []))


def _as_steps(said_so: str) -> list[Step]:
    """Return the steps of a name that is said in one way only."""
    return [((sound, 0.0),) for sound in said_so]


def _translated(folded: str, read: Callable[[str], list[Step] | None]) -> list[Step] | None:
    """Return a name of several words with the common ones in any language; None of another."""
    words = folded.split()
    if COMMON.keys().isdisjoint(words) or len(words) == 1 or all(w in COMMON for w in words):
        return None
    found: list[Step] = []
    for word in words:
        some = [COMMON[word]] if word in COMMON else read(word)
        if some is None:
            return None
        found += some
    return found


def alike(  # noqa: PLR0913, PLR0917 -- the name in two forms, and how far to look
    store: Store,
    written: str,
    folded: str,
    near: Sequence[Spot] = (),
    most: float = MOST_UNLIKE,
    least: float = -math.inf,
) -> Iterator[Like]:
    """Yield places whose own name sounds like the one written, those first that may be likeliest.

    Parameters
    ----------
    store
        The gazetteer's file.
    written, folded
        The name as written, and folded.
    near
        Where the route was before and after it.
    most
        How unlike a name may be.
    least
        What a place must weigh that is looked at; how many at most are, is bounded.
    """
    ways = heard_as(written, folded)
    vowel = vowel_cost(folded) if not folded.isascii() else VOWEL
    best = -math.inf
    for one in _possible(store, ways, near):
        if one.bound < max(least, best - _BEHIND):
            return
        place = store.place(one.number)
        names = [*_sayings(place), *((name, _OTHER_NAME) for name in one.besides)]
        # What weighs too much less than the best is as good as nothing.
        limit = min(most, (one.bound - max(least, best - _BEHIND)) / STRICT)
        found = _likest(sorted([*ways[number]] for number in one.ways), names, limit, vowel)
        if found <= limit:
            wide, far = is_area(store, place), standing(place.rank) - one.bound
            weight = weigh(place, found, far, is_area=wide)
            best = max(best, weight)
            yield Like(place, found, weight, wide)


def _likest(
    ways: Sequence[Sequence[Step]], names: Sequence[tuple[str, float]], most: float, vowel: float
) -> float:
    """Return how unlike the likest two are; anything above `most` is as good as any other."""
    found = most + 1.0
    for name, cost in names:
        if cost <= most:
            found = min(found, least_unlike(ways, name, most - cost, vowel) + cost)
            most = min(most, found)
    return found


def said_at_home(written: str, place: Place, most: float) -> float:
    """Return how unlike a name and a place's own sound when both are read as in its country.

    Parameters
    ----------
    written
        The name as written, in Latin letters.
    place
        The place.
    most
        Anything above is as good as any other.
    """
    language = language_of(place.country)
    heard = _as_steps(said(written, language))
    return least_unlike((heard,), said(place.name, language), most, VOWEL)


def _sayings(place: Place) -> list[tuple[str, float]]:
    """Return how a place's name is said at home, by neighbours and by others; with what it costs.

    Russians and Poles say a Ukrainian name with another vowel: Korostyshiv is Korostyshev.
    """
    own = said(place.name, language_of(place.country))
    sayings = [(own, 0.0)]
    if place.country == _UKRAINE:
        others = dict.fromkeys(_UKRAINIAN.sub(vowel, own) for vowel in "oe")
        sayings += [(other, _FOREIGN) for other in others if other != own]
    abroad = said(fold(place.name), OTHER)
    if abroad != own:
        sayings.append((abroad, _FOREIGN))
    return sayings


class _Possible(NamedTuple):
    """A place that has a name of these consonants.

    Parameters
    ----------
    bound
        The most it may weigh.
    number
        Its id.
    ways
        Which ways to hear the written name have these consonants.
    besides
        How other names of it with these consonants are said.
    is_short
        Whether only short ones of its other names have them: it must be beside the route.
    """

    bound: float
    number: int
    ways: list[int]
    besides: list[str]
    is_short: bool


def _possible(
    store: Store, ways: Sequence[Sequence[Step]], near: Sequence[Spot]
) -> list[_Possible]:
    """Return the places of these sounds, the likeliest first; of short ones by their own names."""
    heard: dict[str, list[int]] = {}
    for number, way in enumerate(ways):
        for bones in skeletons(way):
            if len(bones) >= _SHORTEST:
                heard.setdefault(bones, []).append(number)
    found: dict[int, _Possible] = {}
    for bones, numbers in heard.items():
        entries = store.sounding(bones, _OF_ONE_SOUND)
        said_so = store.said_besides(bones) or [""] * len(entries)
        for entry, others in zip(entries, said_so, strict=False):
            place = (entry & NUMBER) >> 2
            is_short = entry & 3 != MAIN and len(bones) < _TELLING
            one = found.get(place)
            if one is None or (one.is_short and not is_short):
                ways_of, besides = (one.ways, one.besides) if one else ([], [])
                prominent = standing(entry >> RANK_SHIFT)
                one = found[place] = _Possible(prominent, place, ways_of, besides, is_short)
            one.ways.extend(number for number in numbers if number not in one.ways)
            if others:
                one.besides.extend(others.split(","))
    ranked = sorted(found.values(), key=_likeliest)
    if near:
        return _nearest(store, ranked, near)
    return [one for one in ranked if not one.is_short][:_HEARD]


def _likeliest(one: _Possible) -> tuple[float, int]:
    """Order places by the most they may weigh, and equal ones always alike."""
    return -one.bound, one.number


def _nearest(store: Store, prominent: Sequence[_Possible], near: Sequence[Spot]) -> list[_Possible]:
    """Return the places that may weigh most when it counts how far off the route they are.

    Parameters
    ----------
    store
        The gazetteer's file.
    prominent
        The places, the most prominent first.
    near
        Where the route was before and after.
    """
    best: list[_Possible] = []
    for one in prominent:
        if len(best) == _HEARD and one.bound < best[-1].bound:
            break  # nor is any of the others likelier, however near
        lat, lon = store.at(one.number)
        far, away = off_route(spot((lat / DEGREES, lon / DEGREES)), near)
        if one.is_short and away > _BESIDE_KM:
            continue
        insort(best, one._replace(bound=one.bound - far), key=_likeliest)
        del best[_HEARD:]
    return best
