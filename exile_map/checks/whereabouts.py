"""Whereabouts: names used out of their time, coordinates far from the place that is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map import geodesy, vocabulary
from exile_map.checks.doubts import Doubt
from exile_map.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.finders import Finder
    from exile_map.routes import Stay

_FAR_KM: Final = 300.0
_NEAR_KM: Final = 100.0
_POLE: Final = 90.0
_OTHERWISE_NAMED: Final = re.compile(r".+ in .+: (.+) then\.")


def other_name(stay: Stay, finder: Finder) -> Iterator[Doubt]:
    """Tell of a place called by a name that it had only before, or only later."""
    note = _OTHERWISE_NAMED.fullmatch(stay.located.note)
    row = stay.located.place
    # "Précigné" for the camp of Précigné is no other name.
    if note is None or vocabulary.fold(row.place) in vocabulary.fold(note[1]):
        return
    # A name that came up, or went out of use, during the stay is right for a part of it.
    for year in {year for year in stay.years if year is not None}:
        answer = finder.find(row.place, year=year, country=row.country, region=row.region)
        if answer.match is None or not _OTHERWISE_NAMED.fullmatch(answer.match.note):
            return
    reason = f"was called {shown(note[1])} at the time"
    yield Doubt("other-name", stay, reason, "Write that, unless you mean to use another name.")


def swapped(stay: Stay, finder: Finder) -> Iterator[Doubt]:
    """Tell of coordinates that are far from the place named, and near it when exchanged."""
    row = stay.located.place
    if row.lat is None or row.lon is None or abs(row.lon) > _POLE or row.place[:1].isdecimal():
        return
    answer = finder.find(row.place, country=row.country, region=row.region)
    places = [(m.lat, m.lon) for m in (answer.match, *answer.candidates) if m is not None]
    if not places:
        return
    given, exchanged = (row.lat, row.lon), (row.lon, row.lat)
    far = min(geodesy.distance_km(place, given) for place in places)
    near = min(geodesy.distance_km(place, exchanged) for place in places)
    if far > _FAR_KM and near < _NEAR_KM:
        reason = f"is {far:,.0f} km from lat {row.lat:g}, lon {row.lon:g}; exchanged, they fit"
        yield Doubt("swapped-position", stay, reason, "Exchange lat and lon.")
