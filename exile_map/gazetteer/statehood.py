"""Statehood: the states a place lay in, one after the other, as the reviewed `then.csv` has them.

What belonged to which state is told by today's country, and where that was divided by parts of it:
first-order regions, or a ring of points. Where a place is too near a part's edge to tell, or
stretches over it, only that is said which is so on both sides.
"""

from __future__ import annotations

import json
import math
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.parts import Part, is_within
from exile_map.gazetteer.storage import Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from exile_map.gazetteer.storage import Detail, Place, Store

THEN: Final = ", then "
"""What stands between states that followed each other, in English."""
DOUBT: Final = "?"
"""The state where it is not known, or was fought for: nothing is told."""
OF: Final = "@"
"""Stands between a land and the state that held it: ``KE@GB``."""
_KEPT: Final = 10_000  # places, remembered
_ISLAND: Final = "island"  # wide, but it ends at the sea
_HARDLY: Final = 0.05  # of a year, or of a shorter time: not told
_MOSTLY: Final = 0.5  # of a time has to be known


class Reign(NamedTuple):
    """A time in which a place lay in one state.

    Parameters
    ----------
    since, until
        Its beginning and its end, astronomical decimal years; 9999 where it lasts.
    state
        As `Gazetteer.country_name` takes it: ISO 3166-1 alpha-2 code, or the id of a curated
        state; ``land@state`` for a land that a state held.
    """

    since: float
    until: float
    state: str


class Rules(NamedTuple):
    """What is known of a country: its parts, and who held which of them, the stronger rule first.

    Each rule is a part's number (-1: the whole), beginning, end and state.
    """

    parts: tuple[Part, ...]
    rules: tuple[tuple[int, float, float, str], ...]


def unpack_rules(text: str) -> Rules:
    """Read the rules of a country as the gazetteer's file has them; none where it has none."""
    parts, rules = json.loads(text or "[[],[]]")
    return Rules(
        tuple(Part.of(*part) for part in parts),
        tuple(tuple(rule) for rule in rules),
    )


class Statehood:
    """Tells the states that places lay in.

    Parameters
    ----------
    store
        The gazetteer's file.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, Rules] = {}
        self._reigns: dict[tuple[object, ...], tuple[Reign, ...]] = {}
        self._of: dict[int, tuple[Reign, ...]] = {}

    def __reduce__(self) -> tuple[type[Statehood], tuple[Store]]:
        """Pickle without what is remembered."""
        return type(self), (self._store,)

    def of(self, place: Place, detail: Detail | None = None) -> tuple[Reign, ...]:
        """Return the times that a place lay in one state, in their order.

        Parameters
        ----------
        place
            The place.
        detail
            What is known besides of an area or a curated place.
        """
        told = self._of.get(place.id)
        if told is None:
            if len(self._of) >= _KEPT:
                self._of.clear()
            told = self._of[place.id] = self._reigns_of(place, detail)
        return told

    def _reigns_of(self, place: Place, detail: Detail | None) -> tuple[Reign, ...]:
        """Return the same, worked out."""
        country = place.country
        rules = self._known.get(country)
        if rules is None:
            rules = self._known[country] = unpack_rules(self._store.rules(country))
        if not rules.rules or (detail is not None and ";" in (detail.countries or "")):
            return ()
        within: tuple[bool | None, ...] = ()
        if rules.parts:
            if place.layer == Layer.COUNTRY:
                within = (None,) * len(rules.parts)
            else:
                own = place.layer == Layer.REGION and place.region is None
                region = place.id if own else place.region
                wide = detail is not None and detail.kind != _ISLAND
                km = (detail.radius_km or 0.0) if wide and detail else 0.0
                at = place.lat / DEGREES, place.lon / DEGREES
                within = tuple(is_within(part, region, at, km) for part in rules.parts)
        told = self._reigns.get((country, within))
        if told is None:
            told = tuple(reigns(rules.rules, within))
            # What never was anything but today's country needs no telling.
            told = () if all(reign.state == country for reign in told) else told
            self._reigns[country, within] = told
        return told


def reigns(
    rules: Sequence[tuple[int, float, float, str]], within: Sequence[bool | None]
) -> Iterable[Reign]:
    """Yield the times in one state of what lies in some parts of a country.

    Parameters
    ----------
    rules
        Who held which part, as in `Rules`.
    within
        Of each part, whether it lies in it; None where that is not known.
    """
    valid = [(within[n] if n >= 0 else True, a, b, state) for n, a, b, state in rules]
    valid = [rule for rule in valid if rule[0] is not False]
    edges = sorted({edge for _, *ends, _ in valid for edge in ends})
    last: Reign | None = None
    for first, until in pairwise(edges):
        state = _only([(sure, name) for sure, a, b, name in valid if a <= first and until <= b])
        if last is not None and (state != last.state or first != last.until):
            yield last
            last = None
        if state != DOUBT:
            last = Reign(last.since if last else first, until, state)
    if last is not None:
        yield last


def _only(held: Iterable[tuple[bool | None, str]]) -> str:
    """Return the only state there can have been, of rules the stronger first."""
    found = set()
    for sure, state in held:
        found.add(state)
        if sure:
            break
    else:
        return DOUBT
    return found.pop() if len(found) == 1 else DOUBT


def during(told: Sequence[Reign], first: float, last: float) -> tuple[str, ...]:
    """Return the states of a time, in their order; none where it is mostly not known.

    Parameters
    ----------
    told
        The reigns of a place.
    first, last
        The time, astronomical decimal years.
    """
    for since, until, state in told:
        if since <= first and last <= until and until - since < inf:  # a saved map has no bounds
            return (state,)
    known, length = 0.0, last - first
    states: list[str] = []
    least = _HARDLY * min(1.0, length)
    for since, until, state in told:
        if until > first and since < last:
            time = min(until, last) - max(since, first)
            known += time
            if time > least and (not states or states[-1] != state):
                states.append(state)
    return tuple(states) if known >= _MOSTLY * length else ()


def ruled_by(told: Sequence[Reign], states: frozenset[str], year: float | None) -> bool | None:
    """Tell whether a place lay in one of some states, or was held by one; None if not known.

    Parameters
    ----------
    told
        The reigns of the place.
    states
        The states, as in `Reign`, but lands and who held them by themselves.
    year
        In some part of which year; None for whether it ever did.
    """
    known = False
    for since, until, state in told:
        if year is None or (since < math.floor(year) + 1 and until > math.floor(year)):
            known = True
            if not states.isdisjoint(state.split(OF)):
                return True
    return False if known and year is not None else None


def changes(told: Sequence[Reign]) -> Iterator[float]:
    """Yield the years from which on `ruled_by` may tell something else."""
    edges = (edge for since, until, _ in told for edge in (since, until))
    for edge in filter(math.isfinite, edges):
        yield from map(float, (math.floor(edge), math.ceil(edge)))


def state_name(state: str, language: str, name_of: Callable[[str, str], str]) -> str:
    """Name a state to readers.

    Parameters
    ----------
    state
        As in `Reign`.
    language
        The readers', ISO 639-1.
    name_of
        Names a country or a curated state, e.g. ``Gazetteer().country_name``.
    """
    land, _, holder = state.partition(OF)
    name = name_of(land, language)
    return f"{name} ({name_of(holder, language)})" if holder else name
