"""Encounters: two persons at one place, or on one ship, at the same time.

Times are known within bounds, so an encounter is *certain* where both were there at once whatever
the bounds allow, and *possible* where some of what they allow has it so.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, combinations
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map import dates, geodesy, vocabulary
from exile_map.dates import spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.dates import Bounds, Day, Span
    from exile_map.routes import Leg, Route, Stay

NEAR_KM: Final = 5.0
"""Places so near are one: a prison and its town, a villa and its suburb."""

_SMALL_AREA_KM: Final = 100.0
"""Within areas up to this radius (an island, a county) two may have met; larger ones say nothing."""

_DEGREE_KM: Final = 111.0
_LIFE_YEARS: Final = 110.0
_SURE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two persons at one place, or on one ship, at the same time.

    Parameters
    ----------
    persons, stays
        Who, in the order of the routes, and the stay of each; where they meet on a ship, the
        stays it brings them to.
    certainty
        ``certain``: at all times that the bounds allow, both were there at once; ``possible``: at
        some. Never certain are: times that are approximate, uncertain, or told only by the next
        stay; regions and countries; ways on ships without a name; stays that are doubted.
    span
        When: from the later arrival to the earlier departure; for a possible encounter, the
        bounds it lies within.
    years
        From when to when they can have been there at once, in decimal astronomical years.
    title
        The place as it was called, or the ship.
    legs
        The legs, where they meet on the way.
    """

    persons: tuple[str, str]
    stays: tuple[Stay, Stay]
    certainty: str
    span: Span
    years: tuple[float, float]
    title: str
    legs: tuple[()] | tuple[Leg, Leg] = ()


def encounters(routes: Iterable[Route]) -> tuple[Encounter, ...]:
    """Find who was where at the same time.

    Parameters
    ----------
    routes
        Several persons' routes; the stays of one person do not meet each other.

    Returns
    -------
    tuple of Encounter
        In the order of time; each pair once.
    """
    lives = tuple(routes)
    there = [p for i, route in enumerate(lives) for p in _stays_of(route, i)]
    aboard = [p for i, route in enumerate(lives) for p in _ways_of(route, i)]
    # A ship may stand in the column of places: it has no place, but it has a name.
    aboard += [p for p in there if p.stay.point is None and p.stay.stay_group == "sea" and _ship(p)]
    pairs = chain(_at_one_place(there), _on_one_ship(aboard))
    found = (_met(a, b, lives) for a, b in pairs if a.first < b.last and b.first < a.last)
    return tuple(sorted(found, key=lambda e: (e.years, *(stay.id for stay in e.stays))))


class _Presence(NamedTuple):
    """A person at a place or on a way, for a time within bounds.

    ``first`` to ``last`` is all the time they can have been there; ``arrived`` and ``left`` are the
    bounds themselves, and ``is_sure`` says whether there is no other doubt.
    """

    life: int
    stay: Stay
    leg: Leg | None
    first: float
    last: float
    arrived: Bounds
    left: Bounds
    is_sure: bool


def _stays_of(route: Route, life: int) -> Iterator[_Presence]:
    """Give each stay that has a date; open ends reach as far as a life can."""
    for stay in route.stays:
        arrived, left = stay.filled.start or spans.UNKNOWN, stay.filled.end or spans.UNKNOWN
        located = stay.located
        confident = located.match is None or located.match.confidence >= _SURE
        is_sure = confident and not stay.is_area and not stay.inferred
        yield from _presence(route, life, stay, None, arrived, left, is_sure=is_sure)


def _ways_of(route: Route, life: int) -> Iterator[_Presence]:
    """Give each way by ship that has a date: from the departure to the arrival."""
    for leg in route.legs:
        if leg.end.mode_group != "ship":
            continue
        told = leg.start.span.end
        begun = leg.start.filled.start
        come = leg.end.span.start or spans.UNKNOWN
        first = begun.earliest if begun else None
        if told is None and first and come.latest and come.latest < first:
            continue  # dates out of order tell no departure
        left = told or dates.Bounds(first, come.latest)
        is_sure = told is not None and bool(vocabulary.vehicle(leg.end.located.place.mode))
        yield from _presence(route, life, leg.end, leg, left, come, is_sure=is_sure)


def _presence(  # noqa: PLR0913 -- who, where, from when to when
    route: Route,
    life: int,
    stay: Stay,
    leg: Leg | None,
    arrived: Bounds,
    left: Bounds,
    *,
    is_sure: bool,
) -> Iterator[_Presence]:
    known = [year for each in route.stays for year in each.years if year is not None]
    if all(b.earliest is None and b.latest is None for b in (arrived, left)):
        return
    first = arrived.earliest.start if arrived.earliest else max(known) - _LIFE_YEARS
    last = left.latest.end if left.latest else max(*known, min(known) + _LIFE_YEARS)
    doubted = any(b.approximate or b.uncertain for b in (arrived, left))
    is_sure = is_sure and not doubted and stay.located.place.certainty == "certain"
    yield _Presence(life, stay, leg, first, last, arrived, left, is_sure)


def _at_one_place(there: Sequence[_Presence]) -> Iterator[tuple[_Presence, _Presence]]:
    """Pair the presences of two persons at places that are one, place by place."""
    by_place: dict[tuple[float, float, float], list[_Presence]] = defaultdict(list)
    for presence in there:
        if presence.stay.point is not None:
            by_place[(*presence.stay.point, _reach(presence.stay))].append(presence)
    spots = sorted(by_place)
    for i, spot in enumerate(spots):
        yield from _of_two(combinations(by_place[spot], 2))
        for other in spots[i + 1 :]:
            if (other[0] - spot[0]) * _DEGREE_KM > _SMALL_AREA_KM + 1:
                break
            if geodesy.distance_km(spot[:2], other[:2]) <= max(spot[2], other[2]):
                pairs = ((a, b) for a in by_place[spot] for b in by_place[other])
                yield from _of_two(pairs)


def _on_one_ship(aboard: Sequence[_Presence]) -> Iterator[tuple[_Presence, _Presence]]:
    """Pair the ways of two persons by a ship of the same name, or without one by the same ends."""
    by_name: dict[str, list[_Presence]] = defaultdict(list)
    for presence in aboard:
        by_name[_ship(presence)].append(presence)
    for name, ways in by_name.items():
        pairs = combinations(ways, 2)
        yield from _of_two(pairs if name else ((a, b) for a, b in pairs if _ends_are_one(a, b)))


def _of_two(
    pairs: Iterable[tuple[_Presence, _Presence]],
) -> Iterator[tuple[_Presence, _Presence]]:
    """Leave out pairs of one person, and put the first life first."""
    for a, b in pairs:
        if a.life != b.life:
            yield (a, b) if a.life < b.life else (b, a)


def _ship(presence: _Presence) -> str:
    row = presence.stay.located.place
    return vocabulary.fold(vocabulary.vehicle(row.mode if presence.leg else row.place))


def _ends_are_one(a: _Presence, b: _Presence) -> bool:
    if a.leg is None or b.leg is None:
        return False
    return _is_one_place(a.leg.start, b.leg.start) and _is_one_place(a.leg.end, b.leg.end)


def _is_one_place(a: Stay, b: Stay) -> bool:
    if a.point is None or b.point is None:
        return False
    return geodesy.distance_km(a.point, b.point) <= max(_reach(a), _reach(b))


def _reach(stay: Stay) -> float:
    """How far off another stay can be and still be at the same place, in kilometres."""
    radius = stay.located.radius_km or 0.0
    return max(NEAR_KM, radius if radius <= _SMALL_AREA_KM else 0.0)


def _met(a: _Presence, b: _Presence, lives: Sequence[Route]) -> Encounter:
    years = (max(a.first, b.first), min(a.last, b.last))
    arrived = dates.Bounds(
        _latest(a.arrived.earliest, b.arrived.earliest), _latest_known(a.arrived, b.arrived)
    )
    left = dates.Bounds(_earliest_known(a.left, b.left), _earliest(a.left.latest, b.left.latest))
    is_certain = a.is_sure and b.is_sure and _surely_overlap(arrived, left)
    span = dates.Span(arrived, left) if is_certain else _window(arrived.earliest, left.latest)
    return Encounter(
        (lives[a.life].person, lives[b.life].person),
        (a.stay, b.stay),
        "certain" if is_certain else "possible",
        span,
        years,
        _title(a, b),
        (a.leg, b.leg) if a.leg and b.leg else (),
    )


def _surely_overlap(arrived: Bounds, left: Bounds) -> bool:
    """Tell whether the later arrival was surely before the earlier departure."""
    if arrived.latest is None or left.earliest is None:
        return False
    return arrived.latest.end < left.earliest.start


def _window(first: Day | None, last: Day | None) -> Span:
    """Return the bounds of a time that is not known itself."""
    return dates.Span(dates.Bounds(first, last), None)


def _latest(a: Day | None, b: Day | None) -> Day | None:
    return max((day for day in (a, b) if day is not None), default=None)


def _earliest(a: Day | None, b: Day | None) -> Day | None:
    return min((day for day in (a, b) if day is not None), default=None)


def _latest_known(a: Bounds, b: Bounds) -> Day | None:
    """Return by when both had surely come; None where that is open for one."""
    return None if a.latest is None or b.latest is None else max(a.latest, b.latest)


def _earliest_known(a: Bounds, b: Bounds) -> Day | None:
    """Return until when both had surely not left; None where that is open for one."""
    return None if a.earliest is None or b.earliest is None else min(a.earliest, b.earliest)


def _title(a: _Presence, b: _Presence) -> str:
    """Name the ship, or the place by its more general name, whoever comes first."""
    if a.leg and b.leg:
        names = [vocabulary.vehicle(p.stay.located.place.mode) for p in (a, b)]
        ends = f"{a.leg.start.located.title} – {a.leg.end.located.title}"
        return min(names) or ends
    stays = sorted((a.stay, b.stay), key=lambda s: (_EXACTNESS[s.located.precision], s.id))
    return stays[0].located.title


_EXACTNESS: Final = {"locality": 0, "point": 1, "region": 2, "country": 3, "": 4}
