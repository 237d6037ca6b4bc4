"""Namesakes: places of one name in the same life, told apart by what it calls more fully."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer import Answer
from exile_map.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Match
    from exile_map.places import PlaceRow

_SAME_KM: Final = 25.0
_CALLED_MORE_FULLY: Final = 0.75
_TOWNS: Final = frozenset({"city", "curated", "user"})
_TIMES: Final = 30  # as many people
_HINTED: Final = re.compile(r"[,(，（،、]")


def tell_apart(life: Sequence[int], rows: Sequence[PlaceRow], settled: list[Answer | None]) -> None:
    """Doubt a bare name taken for what the same life calls more fully elsewhere.

    After "Cambridge, Massachusetts" a bare "Cambridge" is nearest to that, and may be the other:
    it is, where the life has it so once more.

    Parameters
    ----------
    life
        The rows of one person, by their numbers.
    rows
        The rows of a table.
    settled
        The answer to each; doubted ones are put in the place of others.
    """
    fuller = {_HINTED.split(rows[i].place, maxsplit=1)[0].strip() for i in life} - {""}
    bare = [i for i in life if rows[i].place in fuller]
    full = [i for i in life if rows[i].place not in fuller and _HINTED.search(rows[i].place)]
    if not (bare and full):
        return
    for i in bare:
        answer = settled[i]
        match = answer.match if answer else None
        if answer is None or match is None or not answer.may_be_another:
            continue
        heads = (j for j in full if _HINTED.split(rows[j].place)[0].strip() == rows[i].place)
        if not any(_is_at(settled[j], match) for j in heads):
            continue
        if not any(_is_rival(candidate, match) for candidate in answer.candidates):
            continue
        same = [settled[j] for j in bare if rows[j].place == rows[i].place]
        others = (a for a in same if a and a.match and not _is_at(a, match))
        other = max(others, key=_sureness, default=None)
        meant = other.match if other and other.match else match
        candidates = (match, *answer.candidates) if other else answer.candidates
        doubted = replace(meant, confidence=min(meant.confidence, _CALLED_MORE_FULLY))
        settled[i] = Answer("ok", doubted, candidates, (), answer.reason)


def _is_rival(other: Match, match: Match) -> bool:
    """Tell whether another town of the name is not so small that nobody would think of it."""
    elsewhere = distance_km((other.lat, other.lon), (match.lat, match.lon)) > _SAME_KM
    return elsewhere and other.layer in _TOWNS and other.population * _TIMES >= match.population


def _is_at(answer: Answer | None, match: Match) -> bool:
    """Tell whether an answer is the same place, or one in it."""
    if answer is None or answer.match is None:
        return False
    at = answer.match.lat, answer.match.lon
    return distance_km(at, (match.lat, match.lon)) < _SAME_KM


def _sureness(answer: Answer) -> float:
    """Return how sure an answer is."""
    return answer.match.confidence if answer.match else 0.0
