"""Guessing: which place a name in another alphabet may be that is known in Latin letters only."""

from __future__ import annotations

import math
from itertools import islice, product
from typing import TYPE_CHECKING

from exile_map.gazetteer import caucasian, devanagari
from exile_map.gazetteer.candidates import TODAYS_AREAS, Candidate, apart, spot
from exile_map.gazetteer.hangul import SPELT
from exile_map.gazetteer.likesounding import STRICT, alike, heard_as, off_route
from exile_map.gazetteer.orthographies import respellings
from exile_map.gazetteer.phonemes import skeletons
from exile_map.gazetteer.romanising import serbian_latin
from exile_map.gazetteer.storage import ALTERNATE, MAIN, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.candidates import Spot
    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.naming import Names

_SPELLINGS = 256  # ways to write a name that are tried
_LIKE, _LIKE_IN_LATIN = 0.065, 0.03  # how unlike what is picked may sound
_RIVALS = 0.1  # and what may be meant instead
_SHORT = 3  # consonants
_LEAST = 2.5  # what a guess must weigh
_AHEAD, _AHEAD_IF_SHORT = 1.2, 1.5  # of the next: less is no guess
_AHEAD_IF_SPELT, _AHEAD_IF_SPELT_SHORT = 0.3, 1.0  # where a place is written so
_DOUBT = 10.0  # how much more, by how unlike it is
_SAME_KM, _FARTHEST_KM = 25.0, 3000.0
_RESPELT = 0.03  # what it says against a place that its name had to be written otherwise
_SPELT = {
    # Cyrillic
    "а": "a", "б": "b", "в": "v|w", "г": "g|h", "д": "d", "е": "e|ye|ie", "є": "ye|ie", "ж": "zh",
    "з": "z", "и": "i|y", "і": "i", "ї": "yi|i", "й": "y|i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh|h|ch", "ц": "ts|c", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu|iu", "я": "ya|ia",
    # Greek
    "μπ": "b|mp", "ντ": "d|nt", "γκ": "g|gk", "γγ": "ng|gg", "ου": "ou|u", "αι": "ai|e",
    "ει": "ei|i", "οι": "oi|i", "αυ": "av|au", "ευ": "ev|eu", "τσ": "ts|ch", "τζ": "tz|dz|j",
    "α": "a", "β": "v|b", "γ": "g|y", "δ": "d", "ε": "e", "ζ": "z", "η": "i|e", "θ": "th",
    "ι": "i", "κ": "k|c", "λ": "l", "μ": "m", "ν": "n", "ξ": "x|ks", "ο": "o", "π": "p", "ρ": "r",
    "σ": "s", "ς": "s", "τ": "t", "υ": "y|i", "φ": "f|ph", "χ": "ch|h|kh", "ψ": "ps", "ω": "o",
    **SPELT, **caucasian.SPELT,
}  # fmt: skip


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
    spots = [spot(point) for point in near]
    found: dict[int, Candidate] = {}
    for candidate, unlike in _likely(names, folded, written, spots):
        if hints and not all(hint.holds(candidate) for hint in hints):
            continue
        candidate.spot = spot(candidate.at)
        candidate.score = _score(candidate, unlike, spots)
        candidate.off_middle = unlike
        if candidate.away > _FARTHEST_KM and unlike > 0:
            continue
        place = candidate.place.id
        known = found.get(place)
        if known is None or known.score < candidate.score:
            candidate.literal |= known is not None and known.literal
            found[place] = candidate
    ranked = sorted(found.values(), key=lambda c: (-c.score, c.place.id))
    short = _is_short(folded, written)
    spelt = [candidate for candidate in ranked if candidate.literal]
    ahead = _AHEAD_IF_SPELT_SHORT if short else _AHEAD_IF_SPELT
    alone = folded.isascii() or _is_clear(ranked, _LEAST, _AHEAD_IF_SPELT)
    if alone and _is_clear(spelt, _LEAST, ahead):
        return [spelt[0], *(c for c in ranked if c is not spelt[0])]
    most = _LIKE_IN_LATIN if folded.isascii() else _LIKE
    if not ranked or ranked[0].flag == VARIANT or ranked[0].off_middle > most:
        return []
    ahead = (_AHEAD_IF_SHORT if short else _AHEAD) + _DOUBT * ranked[0].off_middle
    return ranked if _is_clear(ranked, _LEAST, ahead) else []


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
    return candidate.place.rank / 16 - STRICT * unlike - far


def _is_clear(ranked: Sequence[Candidate], least: float, ahead: float) -> bool:
    """Tell whether the first is likely, and so far ahead of the next that is somewhere else."""
    if not ranked or ranked[0].score < least:
        return False
    first = ranked[0]
    others = (c for c in ranked[1:] if apart(c.spot, first.spot) > _SAME_KM)
    return first.score - max((c.score for c in others), default=-math.inf) >= ahead


def _spelt(names: Names, folded: str) -> Iterator[tuple[Candidate, float]]:
    """Yield the places called as the name may be spelt in Latin letters."""
    ways = _ways(folded, _SPELT)
    forms = dict.fromkeys(
        devanagari.spellings(folded)
        if ways is None
        else map("".join, islice(product(*ways), _SPELLINGS))
    )
    if not forms:
        return
    for form in forms | {serbian_latin(folded): None}:
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
    for like in alike(store, written, folded, near, _RIVALS):
        place = like.place
        detail = store.detail(place.id) if place.layer != Layer.CITY else None
        if detail is None or detail.kind == "city":  # areas are named in every alphabet
            yield Candidate(VARIANT if like.is_other else MAIN, place, detail), like.unlike


def _ways(folded: str, table: dict[str, str]) -> list[list[str]] | None:
    """Return for each letter of a name what it may be; None where one is of another script."""
    ways: list[list[str]] = []
    at = 0
    while at < len(folded):
        letters = folded[at : at + 2]
        if letters not in table:
            letters = folded[at]
        at += len(letters)
        if letters in table:
            ways.append(table[letters].split("|"))
        elif letters == " ":
            ways.append([" "])
        else:
            return None
    return ways
