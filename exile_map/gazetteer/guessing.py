"""Guessing: which place a name in another alphabet may be that is known in Latin letters only."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer import caucasian, devanagari
from exile_map.gazetteer.candidates import TODAYS_AREAS, Candidate, apart, spot
from exile_map.gazetteer.likelihood import off_route, weigh
from exile_map.gazetteer.likeness import where_written
from exile_map.gazetteer.likesounding import alike, heard_as, said_at_home
from exile_map.gazetteer.orthographies import respellings
from exile_map.gazetteer.phonemes import skeletons
from exile_map.gazetteer.pronouncing import UNLATIN, language_of, said
from exile_map.gazetteer.spellings import spellings
from exile_map.gazetteer.standins import NO_AREA
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.candidates import Spot
    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.naming import Names

_SHORT = 3  # consonants
_LEAST = 1.0  # what a guess by spelling must weigh
_AHEAD, _AHEAD_IF_SHORT = 0.3, 1.0  # of the next, where a place is written so: less is no guess


class _Bar(NamedTuple):
    """What a place must come up to, to be picked by its sound.

    Parameters
    ----------
    like
        How unlike it may sound at most.
    least
        What it must weigh.
    ahead
        How much more than the next; less is no guess.
    doubt
        How much more yet, by how unlike it is.
    astray
        And for each kilometre off the route.
    """

    like: float
    least: float
    ahead: float
    doubt: float
    astray: float = 0.001


# Set by some 900 names of towns beside routes, each once with its town and once without.
_BAR = _Bar(0.1, 0.3, 0.6, 5.0)
_BAR_IN_LATIN = _Bar(0.08, 0.3, 0.6, 10.0)
_BAR_IF_HINTED = _Bar(0.12, 0.0, 0.4, 0.0)
_BAR_IF_SHORT = _Bar(0.04, 1.0, 0.8, 5.0, 0.002)
_BAR_IF_LONG = _Bar(0.07, -2.0, 1.0, 10.0)  # however small the place: no other sounds so by chance
_LONG = 9  # sounds
# Who writes of a place as its own people do writes it as they do: what differs is another place,
# but for a slip in a long name that is beside the route.
_THE_SAME, _OWN_LETTERS, _BESIDE_KM = 0.015, 0.02, 100.0
_NO_CHANCE = 8  # sounds
_RIVALS = 0.16
_LIKE_SPELT = 0.1
_LIKE_AREA = 0.04  # areas are named in every alphabet, seldom otherwise
_UNLIKELY = -3.0  # what weighs no more is neither picked nor a rival
_SAME_KM, _FARTHEST_KM = 25.0, 3000.0
_ASTRAY_KM, _QUITE_LIKE = 900.0, 0.04
_RESPELT = 0.03  # what it says against a place that its name had to be written otherwise
# What it says for a place that its own people would so write it.
_AT_HOME = 2.0
# Scripts by their first and last letters, and where they are at home: who writes there of a place
# that GeoNames has in Latin letters only is likelier to mean it.
_HOMES = (
    ("α", "ω", "GR CY TR"), ("а", "џ", "RU UA BY BG RS MK KZ KG MN ME BA"),
    ("ա", "ֆ", "AM TR AZ"), ("ა", "ჰ", "GE"),
    ("ሀ", "ፚ", "ET ER"), ("अ", "ॿ", "IN NP BD LK PK"), ("ァ", "ヺ", "JP"),
    ("\u1100", "\u11ff", "KR KP CN"),
)  # fmt: skip


def guess(
    names: Names,
    folded: str,
    near: Sequence[tuple[float, float]],
    hints: Sequence[Hint] = (),
    written: str = "",
) -> list[Candidate]:
    """Return the places a name may be, best first; none where no one place is clearly likest.

    The name is spelt and heard in Latin letters in the ways its alphabet allows; of the places
    that are so called, or sound so, the one on the route is likelier.

    Parameters
    ----------
    names
        The names of places.
    folded
        The folded name, which no place has.
    near
        Points (lat, lon) before and after it on the route.
    hints
        Where the place must be.
    written
        The name as written, where another language may write it otherwise in Latin letters.
    """
    folded = devanagari.as_devanagari(folded)
    found = _weighed(names, folded, near, hints, written)
    ranked = sorted(found.values(), key=lambda c: (-c.score, c.place.id))
    short = _is_short(folded, written)
    bar = _BAR_IF_HINTED if hints else _BAR_IN_LATIN if folded.isascii() else _BAR
    if short and not hints:
        bar = _BAR_IF_SHORT
    likely = _as_spelt(ranked, folded, short=short) or _as_heard(ranked, bar)
    if not likely and max(map(len, heard_as(written, folded)), default=0) >= _LONG:
        likely = _as_heard(ranked, _BAR_IF_LONG)
    if likely and not likely[0].literal and _is_another(likely[0], folded, written):
        return []
    return [] if likely and not hints and _is_astray(likely[0]) else likely


def _weighed(
    names: Names,
    folded: str,
    near: Sequence[tuple[float, float]],
    hints: Sequence[Hint],
    written: str,
) -> dict[int, Candidate]:
    """Return the places a name may be, each by its id with the best that speaks for it."""
    spots = [spot(point) for point in near]
    home = where_written(folded, _HOMES)
    found: dict[int, Candidate] = {}
    for candidate, unlike in _likely(names, folded, written, spots):
        if hints and not all(hint.holds(candidate) for hint in hints):
            continue
        candidate.spot = spot(candidate.at)
        candidate.score = _score(candidate, unlike, spots)
        if candidate.literal and candidate.place.country in home:
            candidate.score += _AT_HOME
        candidate.off_middle = unlike
        if candidate.away > _FARTHEST_KM and unlike > 0:
            continue
        place = candidate.place.id
        known = found.get(place)
        if known is None or known.score < candidate.score:
            candidate.literal |= known is not None and known.literal
            found[place] = candidate
    return found


def _is_astray(candidate: Candidate) -> bool:
    """Tell whether a place only sounds like a name, not quite, and lies far off the route."""
    unlike = candidate.off_middle
    return candidate.away > _ASTRAY_KM and unlike > _QUITE_LIKE and not candidate.literal


def _as_spelt(ranked: Sequence[Candidate], folded: str, *, short: bool) -> list[Candidate]:
    """Return the places, first the one that is clearly likest of those that are written so."""
    near = _none_unlike(ranked, _LIKE_SPELT)
    spelt = [candidate for candidate in near if candidate.literal]
    alone = folded.isascii() or _is_clear(near, _LEAST, _AHEAD)
    if alone and _is_clear(spelt, _LEAST, _AHEAD_IF_SHORT if short else _AHEAD):
        return [spelt[0], *(c for c in near if c is not spelt[0])]
    return []


def _is_another(candidate: Candidate, folded: str, written: str) -> bool:
    """Tell whether a place's own people write it too much like a name to write it so."""
    unlike, country = candidate.off_middle, candidate.place.country
    language = language_of(country)
    if language in UNLATIN:
        home = where_written(folded, _HOMES)
        at_home = country in home and language == language_of(home[0])
        return at_home and unlike > _OWN_LETTERS
    if not folded.isascii():
        return False
    heard = said_at_home(written, candidate.place, unlike + _THE_SAME)
    if heard > unlike + _THE_SAME:
        return False
    return len(said(written, language)) < _NO_CHANCE or candidate.away > _BESIDE_KM


def _as_heard(ranked: Sequence[Candidate], bar: _Bar) -> list[Candidate]:
    """Return the places, where the first comes up to the bar."""
    if not ranked or ranked[0].off_middle > bar.like:
        return []
    ahead = bar.ahead + bar.doubt * ranked[0].off_middle + bar.astray * ranked[0].away
    return [*ranked] if _is_clear(ranked, bar.least, ahead) else []


def _none_unlike(ranked: Sequence[Candidate], most: float) -> list[Candidate]:
    """Return the candidates that are not too unlike."""
    return [candidate for candidate in ranked if candidate.off_middle <= most]


def _likely(
    names: Names, folded: str, written: str, near: Sequence[Spot]
) -> Iterator[tuple[Candidate, float]]:
    """Yield the places that may be meant, with how unlike their names are."""
    if folded.isascii():
        # What a city is called besides may be a slip like the one that was written.
        for form in respellings(written):
            if names.is_known(form):
                for candidate in names.bearers(form):
                    if candidate.flag == MAIN or candidate.place.layer != Layer.CITY:
                        candidate.literal = True
                        yield candidate, _RESPELT
        yield from _heard(names, folded, written, near)
        return
    for form in (folded, caucasian.without_ending(folded)):
        if form:
            yield from _spelt(names, form)
            yield from _heard(names, form, form, near)


def _is_short(folded: str, written: str) -> bool:
    """Tell whether a name has so few consonants that many others sound like it."""
    ways = heard_as(written, folded)
    return all(len(next(skeletons(way), "")) < _SHORT for way in ways)


def _score(candidate: Candidate, unlike: float, near: Sequence[Spot]) -> float:
    """Weigh how prominent a place is, how unlike its name, and how far off the route."""
    far, candidate.away = off_route(candidate.spot, near)
    wide = candidate.detail is not None and candidate.detail.precision not in NO_AREA
    return weigh(candidate.place, unlike, far, is_area=wide)


def _is_clear(ranked: Sequence[Candidate], least: float, ahead: float) -> bool:
    """Tell whether the first is likely, and so far ahead of the next that is somewhere else."""
    if not ranked or ranked[0].score < least:
        return False
    first = ranked[0]
    others = (c for c in ranked[1:] if apart(c.spot, first.spot) > _SAME_KM)
    return first.score - max((c.score for c in others), default=-math.inf) >= ahead


def _spelt(names: Names, folded: str) -> Iterator[tuple[Candidate, float]]:
    """Yield the places called as the name may be spelt in Latin letters."""
    for form in spellings(folded):
        if names.is_known(form):
            for candidate in names.bearers(form):
                if candidate.flag <= ALTERNATE and candidate.place.layer not in TODAYS_AREAS:
                    candidate.literal = True
                    yield candidate, 0.0 if candidate.flag == MAIN else 0.05


def _heard(
    names: Names, folded: str, written: str, near: Sequence[Spot]
) -> Iterator[tuple[Candidate, float]]:
    """Yield the places whose own name sounds as the name may."""
    store = names.store
    for like in alike(store, written, folded, near, _RIVALS, least=_UNLIKELY):
        if not like.is_area or like.unlike <= _LIKE_AREA:
            place = like.place
            detail = store.detail(place.id) if place.layer != Layer.CITY else None
            yield Candidate(MAIN, place, detail), like.unlike
