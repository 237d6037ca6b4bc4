"""Gathered: what many stays tell, side by side in columns, each thing counted once for all."""

from __future__ import annotations

from functools import cached_property
from itertools import compress, count
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, cast

from exile_map import telling
from exile_map._edges import YEARS, Edges
from exile_map._life import lives_of
from exile_map._sentences import Sentences
from exile_map.routes import STAY_DEGREES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.routes import Route
    from exile_map.telling import CountryName

_telling = attrgetter("country", "toponym", "name", "stands_in", "country_then")
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
        self.lives = lives_of(routes)
        self.lang = lang
        self.country_name = country_name
        self.rows = self.lives.rows
        self.matches = self.rows.matches
        self.inferred = self.lives.inferred
        self.ends = self.lives.ends
        self.edges = Edges(self.ends.bounds, self.lives.moments)

    def __len__(self) -> int:
        """Count the stays."""
        return len(self.lives)

    def told(self, name: str) -> Sequence[Any]:
        """Return what each row tells in a column of ours."""
        return self.rows.told(name)

    @cached_property
    def placed(self) -> list[bool]:
        """Whether it is known where each stay was."""
        lats = self.rows.degrees[0]
        return [lat is not None for lat in lats] if None in lats else [True] * len(self)

    @cached_property
    def positions(self) -> tuple[Sequence[int], Sequence[int]]:
        """Latitudes and longitudes in parts of a degree.

        What has no place has that of the one before, which costs nothing.
        """
        lats, lons = map(_carried_on, self.rows.degrees)
        return _parts(lats), _parts(lons)

    @cached_property
    def clocks(self) -> tuple[Sequence[int], Sequence[int]]:
        """The calendar at arrival and departure, in parts of a year."""
        return self.lives.clocks_in(YEARS)

    @cached_property
    def said(self) -> list[str]:
        """When each stay was, in words."""
        return Sentences(self.lang).said(self.ends, self.edges, self.inferred)

    @cached_property
    def titles(self) -> Sequence[str]:
        """The name of each place, as it was at the time."""
        written = self.told("place")
        if not any(self.matches):
            return written
        pairs = zip(self.matches, written, strict=True)
        return [place if match is None else match.toponym for match, place in pairs]

    @cached_property
    def where(self) -> tuple[Sequence[str], Sequence[str]]:
        """What each place was in, and what it is today; see `telling.then_and_now`."""
        countries = self.told("country")
        if not any(self.matches):
            return countries, [""] * len(self)
        # Many ask for the same place: what they are told follows from few things and the states.
        known: dict[tuple[object, ...], tuple[str, str]] = {}
        rows = self.rows.made()
        out = []
        for match, located, country in zip(self.matches, rows, countries, strict=True):
            if match is None:
                out.append((country, ""))
                continue
            asked = (*_telling(match), id(match.states), telling.states_of(located))
            told = known.get(asked)
            if told is None:
                told = telling.then_and_now(located, self.lang, self.country_name)
                known[asked] = told
            out.append(told)
        return [context for context, _ in out], [now for _, now in out]

    @cached_property
    def notes(self) -> list[str]:
        """What has to be said about the place and the time of each stay."""
        noted = [place or time for place, time in zip(*self.rows.notes, strict=True)]
        if any(noted):
            for i in compress(count(), noted):
                noted[i] = telling.notes_of(self.lives.stay(i), self.lang)
        return noted


def _carried_on(degrees: Sequence[float | None]) -> Sequence[float]:
    if None not in degrees:
        return cast("Sequence[float]", degrees)
    out, here = [], 0.0
    for angle in degrees:
        here = here if angle is None else angle
        out.append(here)
    return out


def _parts(degrees: Iterable[float]) -> list[int]:
    """Count the parts of degrees, of positions as stays have them: rounded to them."""
    # Most tables have no more decimals, and rounding to decimals is slow.
    return [
        parts
        if (parts := round(angle * DEGREES)) / DEGREES == angle
        else round(round(angle, STAY_DEGREES) * DEGREES)
        for angle in degrees
    ]
