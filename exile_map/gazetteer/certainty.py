"""Certainty: how sure it is that the first of the ranked places is the one meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import is_bare
from exile_map.gazetteer.leads import margin
from exile_map.gazetteer.rivals import is_rivalled
from exile_map.gazetteer.storage import MAIN, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.storage import Place

GUESSED = 0.4  # how sure a guess is: always told, never a neighbour to others
_BY_KM = 50.0
_SEVERAL, _AS_WELL_KNOWN = 3, 1.5 * 16  # and by how many ranks they may be less known
_AHEAD = 3.0  # of the next: then a village is hardly one of several
_FAR_AHEAD = 2.0  # of the next: then a hint that nobody understood is hardly about another
_HINT_UNREAD = 0.75
_RIVALLED = 0.75
_GREAT, _LARGE = 1_000_000, 100_000  # people
_FAR_KM = 1000.0
_HAMLET, _VILLAGE = 1_000, 5_000  # people
_UNRIVALLED = 0.97
_STRAY = 0.7
_AT_THE_RIM, _AT_THE_VERY_RIM = 0.6, 0.85  # of a circle
_BY_FORM = 0.85  # found in another form of the name than as it is written
_ONE_OF_SEVERAL = 0.75  # hamlets that GeoNames leaves out share the names of those it has


def _is_at_the_rim(city: Candidate, *, only: bool) -> bool:
    """Tell whether a town is where a hint says only as its area was taken wide.

    The only one of its name hardly is another for that, unless it is a village.
    """
    if not city.hinted or city.off_middle <= _AT_THE_RIM or city.place.layer != Layer.CITY:
        return False
    known = only and city.off_middle <= _AT_THE_VERY_RIM
    return city.place.population < (_VILLAGE if known else _LARGE)


def _is_one_of_many(ranked: Sequence[Candidate]) -> bool:
    """Tell whether towns of its country share the name of one not beside the route ("Highland")."""
    first = ranked[0]
    if first.hinted or first.away < _BY_KM or first.place.layer != Layer.CITY:
        return False
    if first.place.population >= _LARGE:
        return False
    return (
        sum(
            other.flag == MAIN
            and other.place.country == first.place.country
            and first.place.rank - other.place.rank < _AS_WELL_KNOWN
            for other in ranked[1:]
        )
        >= _SEVERAL
    )


def unrivalled(place: Place, flag: int, *, stray: bool = False) -> float:
    """Return how sure it is that the only place of a name is meant: a hamlet less than a town.

    Parameters
    ----------
    place, flag
        The place, and how it bears the name.
    stray
        Whether the name is nothing like the place's own.
    """
    if stray and place.population < _LARGE:
        return _STRAY
    if place.layer != Layer.CITY or place.population >= _HAMLET:
        return _UNRIVALLED
    return round(_UNRIVALLED * (0.85 if flag == MAIN else 0.6), 2)


def by_form(sure: float) -> float:
    """Return how sure it is that a place is meant, found in another form of the name than written.

    Parameters
    ----------
    sure
        How sure it is under that form, where it is the only place of it.
    """
    return round(sure * _BY_FORM, 2)


def unread(ranked: Sequence[Candidate], ahead: float | None, sure: float) -> float:
    """Return how sure it is where a hint was not understood: it may be another place's country.

    The only place of its name, on the route, is hardly another.

    Parameters
    ----------
    ranked
        The places, best first.
    ahead
        The lead of the first.
    sure
        How sure it were without that hint.
    """
    first = ranked[0]
    on_the_way = first.away <= _FAR_KM or first.place.layer == Layer.CITY
    far = first.away > _FAR_KM
    large = on_the_way and first.place.population >= (_GREAT if far else _LARGE)
    known = first.detail is not None or first.place.population >= _VILLAGE
    if ahead is None and first.beside and known and not first.stray:
        return sure
    if large and (ahead is None or ahead >= _FAR_AHEAD):
        return sure
    return min(sure, _HINT_UNREAD)


def confidence(ranked: Sequence[Candidate], ahead: float | None, *, guessed: bool) -> float:
    """Return how sure it is that the first is meant, 0 to 1; `ahead` is its lead."""
    first = ranked[0]
    sure = _UNRIVALLED
    if ahead is not None:
        # That it lies so near may make it the likeliest, but no surer than it were without.
        sure = 1 / (1 + 10 ** -max(margin(ranked) - first.here, 0.0))
    if not first.hinted:
        sure = min(sure, unrivalled(first.place, first.flag, stray=first.stray))
    elif first.stray and (
        first.place.population < _LARGE or any(c.hinted and c.literal for c in ranked[1:])
    ):
        sure = min(sure, _STRAY)
    village = first.place.layer == Layer.CITY and first.place.population < _VILLAGE
    if village and ahead is not None and ahead < _AHEAD and not first.here:
        sure = min(sure, _ONE_OF_SEVERAL)
    if is_rivalled(ranked):
        sure = min(sure, _RIVALLED)
    for doubtful, factor in (
        (guessed, _BY_FORM),
        (_is_one_of_many(ranked), 0.8),
        (first.flag == VARIANT and not (is_bare(first) and first.beside), 0.6),
        (first.in_years is False, 0.9),
        (first.loosely, 0.85),
        (first.barely and not first.beside, 0.75),
        (first.unlikely and not first.hinted, 0.75),
        (first.weakly, 0.8),
        (first.misnamed, 0.75),
        (_is_at_the_rim(first, only=ahead is None), 0.78),
    ):
        if doubtful:
            sure *= factor
    return round(min(sure, 0.99), 2)
