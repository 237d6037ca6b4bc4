"""Packed: many stays in columns, small and quick to open; a page of few has GeoJSON.

The numbers, and short texts as numbers into lists, are one block, the long texts another, so that a
reader opens the first at once and the second when something is to be told. Each block is packed
with zlib (RFC 1950) and written in base64. The ways between stays are not in it, but for those by
sea or with stops: the others are shortest ways, and the reader draws and measures them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from operator import attrgetter
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final

from exile_map import telling, vocabulary
from exile_map._blocks import Block, Columns
from exile_map._edges import YEARS, edges_of
from exile_map._kinds import kind_in
from exile_map._sentences import Sentences, year_labels
from exile_map.linked_places import area_of
from exile_map.routes import STAY_DEGREES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from exile_map._edges import Edge
    from exile_map.geocoding import LocatedRow
    from exile_map.places import PlaceRow
    from exile_map.routes import Route, Stay
    from exile_map.telling import CountryName

DEGREES: Final = 10**5
"""Parts of a degree in which positions are counted: about a metre."""
_WAY_DEGREES: Final = 3
_TEXTS: Final = ("story", "quote", "source", "url", "image", "image_alt", "image_credit")

# What is true or not of a stay: bits of one number.
_BITS: Final = {
    "placed": 1,
    "approximate": 2,
    "uncertain": 4,
    "inferred_start": 8,
    "inferred_end": 16,
    # Which of the four bounds are known: 32, 64, 128, 256.
    "known": 32,
    # Of the way to the stay.
    "doubtful": 512,
    "measured": 1024,
}


@dataclass(frozen=True, slots=True)
class Packed:
    """Routes, packed.

    Parameters
    ----------
    head
        What is read first, as JSON has it: the map's title, the persons, what the blocks hold.
    columns, texts
        The blocks, in base64.
    """

    head: dict[str, Any]
    columns: str
    texts: str


def pack(
    routes: Sequence[Route],
    about: dict[str, Any],
    *,
    country_name: CountryName,
    plain: bool = False,
    countries: bool = False,
) -> Packed:
    """Pack routes.

    Parameters
    ----------
    routes
        The routes.
    about
        What is told of them as a whole, by `linked_places.head_of`.
    country_name
        Where a country's name comes from, e.g. ``Gazetteer().country_name``.
    plain
        Whether the columns are to be written as they are, so that they can be read at once:
        browsers unpack only by and by.
    countries
        Whether each stay's country is told by itself, so that stays can be sought by it.
    """
    stays = [stay for route in routes for stay in route.stays]
    columns = Columns()
    _positions(columns, stays)
    ends = list(edges_of(stay.filled for stay in stays))
    _times(columns, stays, ends)
    columns.add("flags", list(_flags(routes, ends)))
    lists = {
        name: columns.add_listed(name, values)
        for name, values in _listed(stays, ends, about["language"], country_name)
    }
    lists["kind"] = [_with_groups(kind, about["language"]) for kind in lists["kind"]]
    if countries:
        named = _countries(stays, about["language"], country_name)
        lists["country"] = columns.add_listed("country", named)
    names, texts = _texts(columns, stays, ends, about["language"])
    head = {
        # Among so many stays no encounter could be seen.
        "exile_map": {key: told for key, told in about.items() if key != "encounters"},
        "packed": {
            "stays": len(stays),
            "of_person": [len(route.stays) for route in routes],
            "columns": columns.described,
            "lists": lists,
            "texts": names,
            "ways": dict(_ways(routes)),
            "plain": plain,
        },
    }
    return Packed(head, columns.text(plain=plain), texts)


def _texts(
    columns: Columns, stays: Sequence[Stay], ends: Iterable[tuple[Edge, Edge]], lang: str
) -> tuple[list[str], str]:
    """Write the texts; return the names of those that any stay has, and the block."""
    rows = [stay.located.place for stay in stays]
    columns.add("letters", [len(row.story) + len(row.quote) for row in rows])
    told: dict[str, Callable[[], list[str]]] = {
        "id": lambda: [stay.id for stay in stays],
        "when": lambda: Sentences(lang).said(stays, ends),
        **{name: partial(_column, rows, name) for name in _TEXTS},
    }
    block, names = Block(), []
    for name, column in told.items():
        if any(values := column()):
            names.append(name)
            columns.add_texts(f"{name}_bytes", values, block)
    return names, block.text()


def _column(rows: Iterable[PlaceRow], name: str) -> list[str]:
    return list(map(attrgetter(name), rows))


def _positions(columns: Columns, stays: Sequence[Stay]) -> None:
    lats, lons, radii = [], [], []
    lat = lon = 0
    for stay in stays:
        located = stay.located
        # What has no place has that of the one before, which costs nothing.
        if (at := located.point) is not None:
            lat, lon = _parts(at[0]), _parts(at[1])
        lats.append(lat)
        lons.append(lon)
        radius = located.radius_km
        radii.append(round(100 * radius) if radius else 0)
    columns.add_steps("lat", lats)
    columns.add_steps("lon", lons)
    columns.add("radius", radii)


def _parts(degrees: float) -> int:
    """Count the parts of a degree, of a position as a stay has it: rounded to them."""
    parts = round(degrees * DEGREES)
    # Most tables have no more decimals, and rounding to decimals is slow.
    return parts if parts / DEGREES == degrees else round(round(degrees, STAY_DEGREES) * DEGREES)


def _times(columns: Columns, stays: Iterable[Stay], ends: Iterable[tuple[Edge, Edge]]) -> None:
    """Write the bounds of each stay and its clock, each as what it adds to a likely one."""
    told: tuple[list[int], ...] = ([], [], [], [], [], [])
    firsts, arrivals, departures, sures, untils, lasts = told
    for stay, (begun, over) in zip(stays, ends, strict=True):
        arrival, departure = stay.clock
        come, gone = round(arrival * YEARS), round(departure * YEARS)
        first = come if begun.first is None else begun.first
        until = gone if over.first is None else over.first
        firsts.append(first)
        arrivals.append(come - first)
        departures.append(gone - come)
        sures.append(0 if begun.last is None else begun.last - first)
        untils.append(until - gone)
        lasts.append(0 if over.last is None else over.last - until)
    columns.add_steps("first", firsts)
    names = ("arrival", "departure", "sure", "until", "end")
    for name, values in zip(names, told[1:], strict=True):
        columns.add(name, values)


def _flags(routes: Iterable[Route], ends: Iterable[tuple[Edge, Edge]]) -> Iterator[int]:
    """Return what is true of each stay and of the way to it."""
    ends = iter(ends)
    for route in routes:
        was_there = False
        for stay, leg in zip(route.stays, (None, *route.legs), strict=True):
            begun, over = next(ends)
            located, inferred = stay.located, stay.inferred
            placed = located.point is not None
            here = placed and not located.is_area
            flags = _BITS["placed"] if placed else 0
            flags |= begun.known * _BITS["known"] | over.known * _BITS["known"] << 2
            # What was inferred was not told, and so not with a doubt.
            marks = 0 if "start" in inferred else begun.marks
            marks |= 0 if "end" in inferred else over.marks
            flags |= marks * _BITS["approximate"]
            for end in inferred:
                flags |= _BITS[f"inferred_{end}"]
            if leg is not None:
                measured = here and was_there if leg.line is None else leg.is_measured
                flags |= _BITS["measured"] if measured else 0
                flags |= _BITS["doubtful"] if leg.certainty != "certain" else 0
            was_there = here
            yield flags


def _listed(
    stays: Sequence[Stay],
    ends: Iterable[tuple[Edge, Edge]],
    lang: str,
    country_name: CountryName,
) -> Iterator[tuple[str, Iterable[Any]]]:
    """Return what few different values tell of many stays."""
    rows = [stay.located for stay in stays]
    where = [telling.then_and_now(row, lang, country_name) for row in rows]
    yield "title", [row.title for row in rows]
    yield "context", [context for context, _ in where]
    yield "now", [now for _, now in where]
    yield "note", [telling.notes_of(stay, lang) for stay in stays]
    yield "year_label", year_labels(stays, ends, lang)
    yield "kind", map(_kind, rows)


def _countries(stays: Sequence[Stay], lang: str, country_name: CountryName) -> Iterator[str]:
    """Name the country of today that each stay's place is in, else the one the user wrote.

    What the user wrote is put into the page's language if it is a country's name in that or in
    English, or its code.
    """
    name = cache(country_name)
    known: dict[str, str] = {}
    for stay in stays:
        match = stay.located.match
        code = match.country if match is not None else ""
        written = stay.located.place.country
        if not code and written and not known:
            known = _countries_by_name(name, lang)
        yield (name(code, lang) if code else "") or known.get(written.casefold(), written)


def _countries_by_name(name: CountryName, lang: str) -> dict[str, str]:
    """Return each country's name in a language by that, by its English one, and by its code."""
    known: dict[str, str] = {}
    for code in map("".join, product(ascii_uppercase, repeat=2)):
        if there := name(code, lang):
            known |= {known_as.casefold(): there for known_as in (name(code, "en"), there, code)}
    return known


def _kind(located: LocatedRow) -> tuple[str, ...]:
    """Return what tells a stay's kind; what follows from it is added where each is told once."""
    row = located.place
    area = _area(located) if located.match else ""
    return (located.precision, located.status, area, row.certainty, row.stay, row.move, row.mode)


def _with_groups(kind: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Add to a kind how it is drawn, and say it in the language."""
    *others, stay, move, mode = kind
    groups = (vocabulary.stay_group(stay), vocabulary.move_group(move), vocabulary.mode_group(mode))
    stay, move = kind_in(lang, "stay", stay) or stay, kind_in(lang, "move", move) or move
    drawn = zip((stay, move, mode), groups, strict=True)
    return (*others, *(told for pair in drawn for told in pair))


def _area(located: LocatedRow) -> str:
    area = area_of(located)
    return json.dumps(area, separators=(",", ":")) if area else ""


def _ways(routes: Iterable[Route]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return what is told of the ways by sea or with stops, by the number of the stay they lead to.

    Only these are given as lines.
    """
    number = 0
    for route in routes:
        for leg in route.legs:
            number += 1
            via = leg.end.located.place.via
            if leg.line is not None or via:
                line = [[round(d, _WAY_DEGREES) for d in (lon, lat)] for lat, lon in leg.points]
                yield number, {"line": line, "km": leg.km, "via": list(via)}
        number += 1
