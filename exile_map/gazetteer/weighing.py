"""Weighing: what speaks for and against each place of a name, wherever the route led."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.candidates import (
    AREAS,
    BORNE,
    CROSSED,
    MINOR_AREAS,
    apart,
    is_area,
    is_bare,
    spot,
)
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.likeness import is_at_home, is_in_short, is_stray, letters
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.candidates import Candidate

_LAYER = {Layer.USER: 20.0, Layer.CURATED: 3.0, Layer.COUNTRY: 3.0, Layer.REGION: 1.0}
_FORMER_NAME = 2.25
_LINGERING = 1.5
_PAST, _LONG_PAST = 1.0, 2.5  # where no year is asked for: "Mende" is hardly the one of antiquity
_OF_ITS_TIME = 0.5
_OUT_OF_USE = 4.0  # a town is still called by its former names, before and after
_GONE = 6.0  # a state that was not there is hardly ever meant
_UNHEARD_OF = 2.5
_NAMED_OTHERWISE = 3.0
_BESIDES = 1.0  # a town hardly known better that others are called as to the letter
_TO_THE_LETTER = 0.6
_AMID_TOWNS, _IN_SHORT = 0.5, 0.5
_TO_THE_ACCENT = 2.5  # who writes "Petrópolis" does not mean Saint Petersburg
_HINTED = 6.0
_OFF_MIDDLE = 2.0  # a circle about a county holds some of the next, too
_ONLY_RULED = 1.0  # "Perth, United Kingdom" was in Australia, too, but then most say so
_HINTED_LOOSELY = 3.0
_OF_ANOTHER_KIND = 1.0  # than the name says
_MUCH_LESS_KNOWN = 2.0
_NO_WIDER_KM = 75.0  # an area is no nearer for being vast: its own city would be the farther one
_KEPT = 1_000  # points


class Weighed(NamedTuple):
    """The places of a name, weighed: what is left to say is what neighbours say.

    Parameters
    ----------
    candidates
        The places; `rank` writes into them, one caller at a time.
    heard
        The folded name.
    has_areas
        Whether there are areas among them that may give way to cities.
    has_twins
        Whether any two may be the same place.
    has_bare
        Whether any is called so only in short.
    wide
        How wide each of them is taken to be, in kilometres, for how far off it is.
    known
        How far they are from points that were asked about.
    """

    candidates: Sequence[Candidate]
    heard: str
    has_areas: bool
    has_twins: bool
    has_bare: bool
    wide: Sequence[float]
    known: dict[tuple[float, float], list[float]]

    def distances(self, point: tuple[float, float]) -> list[float]:
        """Return how far each place is from a point (lat, lon): many lives pass the same ones."""
        distances = self.known.get(point)
        if distances is None:
            there = spot(point)
            distances = [apart(candidate.spot, there) for candidate in self.candidates]
            if len(self.known) >= _KEPT:
                self.known.clear()
            self.known[point] = distances
        return distances


def weigh(candidates: Sequence[Candidate], written: str) -> Weighed:
    """Note what speaks for and against each place of a written name, wherever the route led.

    Parameters
    ----------
    candidates
        The places; whether each is where the hints say is known.
    written
        The name as written.
    """
    as_asked, heard = letters(written), fold(written)
    same = _TO_THE_LETTER if as_asked.isascii() else _TO_THE_ACCENT
    proper = any(c.flag == MAIN and c.place.layer == Layer.CITY for c in candidates)
    nearest = min((c.off_middle for c in candidates if c.hinted), default=0.0)
    to_the_letter = max((c.place.rank for c in candidates if _is_called(c, as_asked)), default=0)
    for candidate in candidates:
        candidate.stray = is_stray(candidate.place, candidate.flag, heard)
        candidate.above = _above(candidate)
        standing = candidate.place.rank / 16 + BORNE[candidate.flag] - _untimely(candidate)
        if proper and candidate.stray:
            standing -= _NAMED_OTHERWISE
        if candidate.misnamed:
            standing -= _OF_ANOTHER_KIND
        candidate.literal = letters(candidate.place.name) == as_asked
        if candidate.literal or is_at_home(candidate.place, heard):
            standing += same
        elif _is_besides(candidate, to_the_letter):
            standing -= _BESIDES
        if candidate.hinted:
            standing += _HINTED - _OFF_MIDDLE * (candidate.off_middle - nearest)
            standing -= _ONLY_RULED if candidate.only_ruled else 0.0
        elif candidate.loosely or candidate.barely:
            standing += _HINTED_LOOSELY
        candidate.among = _among(candidate, heard)
        candidate.standing = standing
        candidate.spot = spot(candidate.at)
    numbers = [c.place.geonames_id for c in candidates if c.place.geonames_id is not None]
    twins = len(set(numbers)) < len(numbers)
    wide = [min(candidate.radius_km, _NO_WIDER_KM) for candidate in candidates]
    areas, bare = any(map(is_area, candidates)), any(map(is_bare, candidates))
    return Weighed(candidates, heard, areas, twins, bare, wide, {})


def _among(candidate: Candidate, heard: str) -> float:
    """Return what speaks for a place where it stands among others on a route.

    Amid towns a name is a town's before it is a region's, and what river it lies on goes unsaid.
    """
    if candidate.place.layer == Layer.REGION:
        return -_AMID_TOWNS
    short = candidate.flag == ALTERNATE and is_in_short(candidate.place, heard)
    return _IN_SHORT if short else 0.0


def _is_called(candidate: Candidate, written: str) -> bool:
    """Tell whether a city is called as written, to the letter."""
    place = candidate.place
    return place.layer == Layer.CITY and candidate.flag == MAIN and letters(place.name) == written


def _is_besides(candidate: Candidate, known: int) -> bool:
    """Tell whether a city bears a name only besides that one as well known is called by."""
    place = candidate.place
    if not known or place.layer != Layer.CITY or candidate.flag == MAIN:
        return False
    return place.rank / 16 - known / 16 < _MUCH_LESS_KNOWN


def _above(candidate: Candidate) -> float:
    """Return how much an area or a curated place stands above the cities of its name."""
    place, detail = candidate.place, candidate.detail
    if place.layer == Layer.CITY:
        return 0.0
    above = _LAYER[Layer(place.layer)]
    if place.layer != Layer.CURATED or detail is None:
        return above
    if detail.kind not in AREAS:
        above -= _FORMER_NAME  # a town's former name competes with towns of that name today
        if candidate.in_years is None and detail.until is not None:
            above -= _PAST if detail.until > CROSSED else _LONG_PAST
        elif candidate.in_years and detail.until is not None:
            above += _OF_ITS_TIME
    return above - MINOR_AREAS.get(detail.kind, 0.0)


def _untimely(candidate: Candidate) -> float:
    """Return what the year asked for says against a place."""
    if candidate.too_early:
        return _UNHEARD_OF
    if candidate.in_years is not False:
        return 0.0
    if candidate.detail and candidate.detail.kind in AREAS:
        return _GONE
    return _LINGERING if candidate.lingers else _OUT_OF_USE
