"""Gathered: what many stays tell, side by side in columns, each thing counted once for all."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from exile_map import telling
from exile_map._edges import YEARS, edges_of
from exile_map._sentences import Sentences
from exile_map.routes import STAY_DEGREES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer import Match
    from exile_map.geodesy import Point
    from exile_map.routes import Route
    from exile_map.telling import CountryName

DEGREES: Final = 10**STAY_DEGREES
"""Parts of a degree in which positions are counted: about a metre."""


class Gathered:
    """The stays of routes in columns, one after the other.

    Parameters
    ----------
    routes
        The routes.
    lang
        The language of what is written for people.
    country_name
        Where a country's name comes from, e.g. ``Gazetteer().country_name``.
    """

    def __init__(self, routes: Sequence[Route], lang: str, country_name: CountryName) -> None:
        self.routes = routes
        self.lang = lang
        self.country_name = country_name
        self.stays = [stay for route in routes for stay in route.stays]
        self.located = each(self.stays, "located")
        self.rows = each(self.located, "place")
        self.inferred: list[tuple[str, ...]] = each(self.stays, "inferred")
        self.matches: list[Match | None] = each(self.located, "match")
        self.begun, self.over = edges_of(each(self.stays, "filled"))

    def told(self, name: str) -> list[Any]:
        """Return what each row tells in a column of ours."""
        return each(self.rows, name)

    @cached_property
    def of_person(self) -> list[int]:
        """How many stays each route has."""
        return [len(route.stays) for route in self.routes]

    @cached_property
    def firsts(self) -> list[int]:
        """The number of the stay that each route begins with."""
        return list(accumulate(self.of_person[:-1], initial=0))

    @cached_property
    def placed(self) -> list[bool]:
        """Whether it is known where each stay was."""
        return [at is not None for at in each(self.located, "point")]

    @cached_property
    def positions(self) -> tuple[Sequence[int], Sequence[int]]:
        """Latitudes and longitudes in parts of a degree.

        What has no place has that of the one before, which costs nothing.
        """
        points = list(_carried_on(each(self.located, "point")))
        return (
            _compact(_parts(lat for lat, _ in points)),
            _compact(_parts(lon for _, lon in points)),
        )

    @cached_property
    def clocks(self) -> tuple[Sequence[int], Sequence[int]]:
        """The calendar at arrival and departure, in parts of a year."""
        clocks = each(self.stays, "clock")
        return (
            _compact([round(arrival * YEARS) for arrival, _ in clocks]),
            _compact([round(departure * YEARS) for _, departure in clocks]),
        )

    @cached_property
    def said(self) -> list[str]:
        """When each stay was, in words."""
        ends = zip(self.begun, self.over, strict=True)
        return Sentences(self.lang).said(self.stays, ends)

    @cached_property
    def titles(self) -> list[str]:
        """The name of each place, as it was at the time."""
        pairs = zip(self.matches, self.rows, strict=True)
        return [match.toponym if match is not None else row.place for match, row in pairs]

    @cached_property
    def where(self) -> list[tuple[str, str]]:
        """What each place was in, and what it is today; see `telling.then_and_now`."""
        # Rows share what the gazetteer answered; from it and the states of the time all follows.
        known: dict[tuple[int, tuple[str, ...]], tuple[str, str]] = {}
        written: dict[str, tuple[str, str]] = {}
        out = []
        for match, located, row in zip(self.matches, self.located, self.rows, strict=True):
            if match is None:
                out.append(written.setdefault(row.country, (row.country, "")))
                continue
            asked = id(match), telling.states_of(located)
            told = known.get(asked)
            if told is None:
                told = telling.then_and_now(located, self.lang, self.country_name)
                known[asked] = told
            out.append(told)
        return out

    @cached_property
    def notes(self) -> list[str]:
        """What has to be said about the place and the time of each stay."""
        of_place, of_time = each(self.located, "note"), each(self.rows, "span.note")
        if not any(of_place) and not any(of_time):
            return [""] * len(self.stays)
        return [telling.notes_of(stay, self.lang) for stay in self.stays]


def each(values: Iterable[Any], name: str) -> list[Any]:
    """Return an attribute of each value."""
    return list(map(attrgetter(name), values))


def _compact(numbers: list[int]) -> Sequence[int]:
    """Hold numbers in a fifth of the memory, if none is beyond 64 bits."""
    try:
        return array("q", numbers)
    except OverflowError:
        return numbers


def _carried_on(points: Iterable[Point | None]) -> Iterator[Point]:
    here = (0.0, 0.0)
    for at in points:
        here = here if at is None else at
        yield here


def _parts(degrees: Iterable[float]) -> list[int]:
    """Count the parts of degrees, of positions as stays have them: rounded to them."""
    # Most tables have no more decimals, and rounding to decimals is slow.
    return [
        parts
        if (parts := round(angle * DEGREES)) / DEGREES == angle
        else round(round(angle, STAY_DEGREES) * DEGREES)
        for angle in degrees
    ]
