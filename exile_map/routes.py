"""Routes: one person's stays and the legs between them, in order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from exile_map import dates, geodesy, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.dates import Bounds, Span
    from exile_map.geocoding import Located, LocatedRow
    from exile_map.geodesy import Point

Years = tuple[float | None, float | None, float | None, float | None]
"""Earliest and latest start, earliest and latest end, in decimal astronomical years."""

_SAME_PLACE_KM: Final = 0.05


@dataclass(frozen=True, slots=True)
class Stay:
    """A person at a place for a span of time.

    Parameters
    ----------
    id
        Stable and unique within a map; links point at it.
    located
        The row it comes from, with the place as written and as found.
    filled
        When, with what the user did not tell filled from the neighbours; `inferred` says which.
    clock
        The calendar at arrival and departure as the playback shows it; never runs backwards.
    inferred
        ``"start"``, ``"end"``, both or neither: what the neighbours told.
    """

    id: str
    located: LocatedRow
    filled: Span
    clock: tuple[float, float]
    inferred: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """When, as the user told it."""
        return self.located.place.span

    @property
    def years(self) -> Years:
        """Earliest and latest start, earliest and latest end, filled, in decimal years."""
        return self.filled.years

    @property
    def point(self) -> Point | None:
        """Where, ``(lat, lon)`` in degrees; None where it is not known."""
        return self.located.point

    @property
    def stay_group(self) -> str:
        """How the stay is drawn; see `vocabulary.STAY_GROUPS`."""
        return vocabulary.stay_group(self.located.place.stay)

    @property
    def move_group(self) -> str:
        """How the person came; see `vocabulary.MOVE_GROUPS`."""
        return vocabulary.move_group(self.located.place.move)


@dataclass(frozen=True, slots=True)
class Leg:
    """The way from one stay to the next; its line is made when it is asked for.

    Parameters
    ----------
    start, end
        The stays it joins.
    """

    start: Stay
    end: Stay

    @property
    def id(self) -> str:
        """Name the leg by its stays."""
        return f"{self.start.id}--{self.end.id}"

    @property
    def is_gap(self) -> bool:
        """Whether one of the two places is not known, so that no way can be drawn."""
        return self.start.point is None or self.end.point is None

    @property
    def points(self) -> tuple[Point, ...]:
        """The way, ``(lat, lon)`` in degrees, longitudes running on past 180; empty for a gap."""
        return _way(self._stops)[0]

    @property
    def km(self) -> float | None:
        """Its length in kilometres; None for a gap."""
        return _way(self._stops)[1]

    @property
    def _stops(self) -> tuple[Point, ...]:
        a, b = self.start.point, self.end.point
        return () if a is None or b is None else (a, *self.end.located.via, b)


@dataclass(frozen=True, slots=True)
class Route:
    """One person's stays and legs, in order."""

    person: str
    stays: tuple[Stay, ...]
    legs: tuple[Leg, ...]


def build(located: Located) -> tuple[Route, ...]:
    """Make a route for each person, in the order in which they first appear.

    Parameters
    ----------
    located
        The located rows; the order of one person's rows is the order of the route.
    """
    order = {row.place.person: None for row in located.rows}
    persons = {person: i for i, person in enumerate(order)}
    rows = sorted(located.rows, key=lambda row: persons[row.place.person])
    ids = _Ids(prefixed=len(persons) > 1)
    return tuple(
        _route(person, list(group), ids)
        for person, group in groupby(rows, key=lambda row: row.place.person)
    )


def _route(person: str, rows: Sequence[LocatedRow], ids: _Ids) -> Route:
    spans = [row.place.span for row in rows]
    stays = tuple(
        Stay(ids.take(person, i, row), row, filled, clock, inferred)
        for i, (row, (filled, inferred), clock) in enumerate(
            zip(rows, _filled(spans), _clock(spans), strict=True), 1
        )
    )
    legs = tuple(Leg(a, b) for a, b in pairwise(stays))
    return Route(person, stays, legs)


# A leg's line and its length are asked for one after the other.
@lru_cache(maxsize=64)
def _way(stops: tuple[Point, ...]) -> tuple[tuple[Point, ...], float | None]:
    """Return the way through some stops, and its kilometres; nothing where there are none."""
    if not stops:
        return (), None
    points = [stops[0]]
    km = 0.0
    for stop, following in pairwise(stops):
        points += geodesy.great_circle(stop, following)[1:]
        km += geodesy.distance_km(stop, following)
    return tuple(geodesy.unwrapped(points)), 0.0 if km < _SAME_PLACE_KM else km


class _Ids:
    """Gives each stay an id that stays the same while its row does: its number and its name."""

    def __init__(self, *, prefixed: bool) -> None:
        self.prefixed = prefixed
        self.taken: set[str] = set()

    def take(self, person: str, number: int, row: LocatedRow) -> str:
        """Return the user's own id, or one of number and place; never one twice."""
        told = _slug(row.place.id)
        made = f"{number}-{_slug(row.place.place)}".rstrip("-")
        wanted = told or (f"{_slug(person)}-{made}" if self.prefixed else made)
        unique, count = wanted, 1
        while unique in self.taken:
            count += 1
            unique = f"{wanted}-{count}"
        self.taken.add(unique)
        return unique


@lru_cache(maxsize=4096)
def _slug(text: str) -> str:
    bare = text.casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare)
        bare = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", "-", bare).strip("-_")[:60]


def _filled(spans: Sequence[Span]) -> Iterable[tuple[Span, tuple[str, ...]]]:
    """Fill what a span does not tell from its neighbours, and say what was filled."""
    starts = [span.start for span in spans]
    before = _last_known(starts)
    after = _last_known(starts[::-1])[::-1]
    for span, earlier, later in zip(spans, before, after, strict=True):
        start, end = span.start, span.end
        inferred = []
        if start is None and (start := _between(earlier, later, end)):
            inferred.append("start")
        if end is None and later and not _is_before(later, start):
            end = later
            inferred.append("end")
        yield dates.Span(start, end, span.written, span.note), tuple(inferred)


def _is_before(bounds: Bounds, start: Bounds | None) -> bool:
    """Tell whether something was surely over before a stay began: dates out of order."""
    over, begun = bounds.latest, start.earliest if start else None
    return over is not None and begun is not None and over < begun


def _between(earlier: Bounds | None, later: Bounds | None, end: Bounds | None) -> Bounds | None:
    """Return the bounds of a beginning that only its neighbours and its end tell; None if nothing.

    Between dates that are out of order, nothing can be told.
    """
    first = earlier.earliest if earlier else None
    lasts = [bounds.latest for bounds in (later, end) if bounds and bounds.latest]
    if first is None and later is None:
        return None
    last = min(lasts, default=None)
    if first is not None and last is not None and last < first:
        return None
    return dates.Bounds(first, last)


def _last_known(bounds: Sequence[Bounds | None]) -> list[Bounds | None]:
    """For each place in a list, the nearest known bounds before it."""
    out: list[Bounds | None] = []
    last = None
    for own in bounds:
        out.append(last)
        last = own or last
    return out


def _clock(spans: Sequence[Span]) -> list[tuple[float, float]]:
    """Give each stay the calendar at arrival and departure for playing.

    The earliest date that a stay's bounds allow is shown; undated stays share out the time
    between their dated neighbours; the calendar never runs backwards.
    """
    arrivals = _spread([_first(span.start) for span in spans])
    out = []
    for i, span in enumerate(spans):
        following = arrivals[i + 1] if i + 1 < len(spans) else None
        leaving = _first(span.end)
        if leaving is None:
            leaving = following if following is not None else arrivals[i]
        if following is not None:
            leaving = min(leaving, following)
        out.append((arrivals[i], max(arrivals[i], leaving)))
    return out


def _first(bounds: Bounds | None) -> float | None:
    """Return the earliest moment a bound allows, or, if it has none, the latest."""
    if bounds is None:
        return None
    if bounds.earliest is not None:
        return bounds.earliest.start
    return bounds.latest.end if bounds.latest is not None else None


def _spread(moments: Sequence[float | None]) -> list[float]:
    """Make moments run forwards, and space the unknown evenly between the known."""
    known: list[tuple[int, float]] = []
    for i, moment in enumerate(moments):
        if moment is not None:
            known.append((i, max(moment, known[-1][1]) if known else moment))
    if not known:
        return [0.0] * len(moments)
    out = [known[0][1]] * len(moments)
    for (i, from_), (j, to) in zip(known, [*known[1:], (len(moments), known[-1][1])], strict=True):
        for k in range(i, j):
            out[k] = from_ + (to - from_) * (k - i) / (j - i)
    return out
