"""Leads: how far the first of the ranked places is ahead of those that are somewhere else."""

from __future__ import annotations

from itertools import islice
from math import log10
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.candidates import apart, gives_way, is_within
from exile_map.gazetteer.storage import MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.candidates import Candidate

SAME_KM: Final = 25.0
"""What is no farther off is the same place."""
TOWNS: Final = frozenset((Layer.CITY, Layer.CURATED))
"""Where towns are: what is curated of one knows its people."""
# Less than this between the first two, in powers of ten, is a question to the user: by the name
# alone, and less where the route says something, too.
_TOO_CLOSE, _TOO_CLOSE_ON_A_ROUTE = 0.4, 0.1
_HINTED = 1.0  # ahead of what is not where a hint says, at least
_CONSIDERABLE = 40_000  # people
_HARDLY_LESS = 0.9
_MANY = 5  # others: those behind them hardly count


def lead(ranked: Sequence[Candidate]) -> float | None:
    """Return how far the first is ahead of the next that is somewhere else; None without one."""
    first = ranked[0]
    return next((_ahead(first, o, first.score - o.score) for o in _elsewhere(ranked)), None)


def margin(ranked: Sequence[Candidate]) -> float:
    """Return how far the first is ahead of all others together, in powers of ten.

    Where the rest of a life makes it the likeliest, it is no surer than it were without.

    Parameters
    ----------
    ranked
        The places, best first; at least one of them is somewhere else than the first.
    """
    first, total = ranked[0], 0.0
    for other in islice(_elsewhere(ranked), _MANY):
        ahead = first.score - other.score
        without = ahead - (first.home - other.home)
        total += 10 ** -_ahead(first, other, min(ahead, without))
    return -log10(total)


def too_close(ahead: float | None, *, on_a_route: bool) -> bool:
    """Tell whether the first of the ranked places is too little `ahead` to be picked."""
    least = _TOO_CLOSE_ON_A_ROUTE if on_a_route else _TOO_CLOSE
    return ahead is not None and ahead < least


def rivalled_abroad(ranked: Sequence[Candidate]) -> bool:
    """Tell whether a town of another country bears the name hardly less well ("Lincoln")."""
    first = ranked[0]
    if first.beside or first.hinted or first.loosely:
        return False
    return first.place.layer == Layer.CITY and any(
        other.place.layer in TOWNS
        and other.flag == MAIN
        and other.place.population >= _CONSIDERABLE
        and other.place.country != first.place.country
        and first.score - other.score < _HARDLY_LESS
        for other in ranked[1:]
    )


def _elsewhere(ranked: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the places that are somewhere else than the first, the likeliest first."""
    first = ranked[0]
    wide = max(SAME_KM, first.radius_km)
    for other in ranked[1:]:
        layer, country = other.place.layer, other.place.country
        nested = layer == Layer.REGION and first.place.region == other.place.id
        nested |= layer == Layer.COUNTRY and first.place.country == country
        nested |= (layer == Layer.REGION or gives_way(other)) and is_within(first, other)
        if not nested and apart(first.spot, other.spot) > wide:
            yield other


def _ahead(first: Candidate, other: Candidate, by: float) -> float:
    """Return how far the first is ahead of another by its score: a hint tells more than that."""
    return max(by, _HINTED) if first.hinted and not other.hinted else by
