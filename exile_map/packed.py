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
from itertools import compress, count, product
from operator import add, sub
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final, cast

from exile_map import vocabulary
from exile_map._bits import bits_of
from exile_map._blocks import BlockAside, Columns
from exile_map._gathered import Gathered
from exile_map._kinds import kind_in
from exile_map._sentences import year_labels
from exile_map.linked_places import area_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from exile_map._edges import Edges
    from exile_map.gazetteer import Match
    from exile_map.routes import Route
    from exile_map.telling import CountryName

_WAY_DEGREES: Final = 3
_NUMBERS: Final = 2**18
"""Bytes of numbers that are packed at once; of texts there are far more."""
_READ: Final = ("story", "quote")
_TEXTS: Final = (*_READ, "source", "url", "image", "image_alt", "image_credit")


@dataclass(frozen=True, slots=True)
class Packed:
    """Routes, packed.

    Parameters
    ----------
    head
        What is read first, as JSON has it: the map's title, the persons, what the blocks hold.
    columns, texts
        The blocks, in base64; that of the texts in parts, for it may be larger than all else.
    """

    head: dict[str, Any]
    columns: str
    texts: tuple[str, ...]


def pack(  # noqa: PLR0913 -- what is told, and how
    routes: Sequence[Route],
    about: dict[str, Any],
    *,
    country_name: CountryName,
    plain: bool = False,
    countries: bool = False,
    gathered: Gathered | None = None,
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
    gathered
        The same routes in columns, where they are gathered already.
    """
    told = gathered or Gathered(routes, about["language"], country_name)
    with BlockAside() as block, BlockAside(plain=plain, at_once=_NUMBERS) as numbers:
        columns = Columns(numbers)
        lengths = _texts(told, block)
        _positions(columns, told)
        _times(columns, told)
        columns.add("flags", bits_of(told))
        lists = _lists(columns, told, countries=countries)
        columns.add("letters", list(map(add, *(map(len, told.told(name)) for name in _READ))))
        for name, column in lengths.items():
            columns.add(f"{name}_bytes", column)
        texts, told_in_numbers = block.parts(), numbers.text()
    packed = {
        "stays": len(told),
        "of_person": told.lives.of_person,
        "columns": columns.described,
        "lists": lists,
        "texts": list(lengths),
        "ways": dict(_ways(told)),
        "plain": plain,
    }
    # Among so many stays no encounter could be seen.
    head = {key: told for key, told in about.items() if key != "encounters"}
    return Packed({"exile_map": head, "packed": packed}, told_in_numbers, texts)


def _lists(columns: Columns, told: Gathered, *, countries: bool) -> dict[str, list[Any]]:
    """Write what few different values tell of many stays; return these."""
    lists = {name: columns.add_listed(name, values) for name, values in _listed(told)}
    lists["kind"] = [_with_groups(kind, told.lang) for kind in lists["kind"]]
    if countries:
        lists["country"] = columns.add_listed("country", _countries(told))
    return lists


def _texts(told: Gathered, block: BlockAside) -> dict[str, Sequence[int]]:
    """Write the texts; return how many bytes each has, of those kinds that any stay has."""
    texts: dict[str, Callable[[], Sequence[str]]] = {
        "id": lambda: told.lives.ids,
        "when": lambda: told.said,
        **{name: partial(told.told, name) for name in _TEXTS},
    }
    return {
        name: block.add_texts(given) for name, column in texts.items() if any(given := column())
    }


def _positions(columns: Columns, told: Gathered) -> None:
    lats, lons = told.positions
    columns.add_steps("lat", lats)
    columns.add_steps("lon", lons)
    radii = told.rows.found("radius_km")
    columns.add("radius", [round(100 * radius) if radius else 0 for radius in radii])


def _times(columns: Columns, told: Gathered) -> None:
    """Write the bounds of each stay and its clock, each as what it adds to a likely one."""
    arrivals, departures = told.clocks
    begun, over = told.ends.begun, told.ends.over
    firsts = _firsts(told.edges, begun, arrivals)
    untils = _firsts(told.edges, over, departures)
    columns.add_steps("first", firsts)
    columns.add("arrival", list(map(sub, arrivals, firsts)))
    columns.add("departure", list(map(sub, departures, arrivals)))
    columns.add("sure", _lengths(told.edges, begun, firsts))
    columns.add("until", list(map(sub, untils, departures)))
    columns.add("end", _lengths(told.edges, over, untils))


def _firsts(edges: Edges, which: Iterable[int], clock: Iterable[int]) -> list[int]:
    """Return the first moment of each edge; what the clock shows where it is not known."""
    firsts = list(map(edges.first.__getitem__, which))
    if None not in firsts:
        return cast("list[int]", firsts)
    pairs = zip(firsts, clock, strict=True)
    return [shown if first is None else first for first, shown in pairs]


def _lengths(edges: Edges, which: Iterable[int], firsts: Iterable[int]) -> list[int]:
    """Return for how long each edge may have been; 0 where that is not known."""
    lasts = list(map(edges.last.__getitem__, which))
    if None not in lasts:
        return list(map(sub, cast("list[int]", lasts), firsts))
    pairs = zip(lasts, firsts, strict=True)
    return [0 if last is None else last - first for last, first in pairs]


def _listed(told: Gathered) -> Iterator[tuple[str, Iterable[Any]]]:
    """Return what few different values tell of many stays."""
    yield "title", told.titles
    context, now = told.where
    yield "context", context
    yield "now", now
    yield "note", told.notes
    yield "year_label", year_labels(told.ends, told.edges, told.inferred, told.lang)
    yield "kind", _kinds(told)


def _countries(told: Gathered) -> Iterator[str]:
    """Name the country of today that each stay's place is in, else the one the user wrote.

    What the user wrote is put into the page's language if it is a country's name in that or in
    English, or its code.
    """
    name = cache(told.country_name)
    known: dict[str, str] = {}
    countries = told.told("country")
    if not any(countries) and not any(told.matches):
        yield from countries
        return
    for match, written in zip(told.matches, countries, strict=True):
        code = match.country if match is not None else ""
        if not code and written and not known:
            known = _countries_by_name(name, told.lang)
        yield (name(code, told.lang) if code else "") or known.get(written.casefold(), written)


def _countries_by_name(name: CountryName, lang: str) -> dict[str, str]:
    """Return each country's name in a language by that, by its English one, and by its code."""
    known: dict[str, str] = {}
    for code in map("".join, product(ascii_uppercase, repeat=2)):
        if there := name(code, lang):
            known |= {known_as.casefold(): there for known_as in (name(code, "en"), there, code)}
    return known


def _kinds(told: Gathered) -> Iterator[tuple[str, ...]]:
    """Return what tells each stay's kind; what follows from it is added where each is told once."""
    # Rows share what the gazetteer answered.
    known = {id(match): _area(match) for match in {id(m): m for m in told.matches}.values()}
    areas = list(map(known.__getitem__, map(id, told.matches)))
    found = (told.rows.found(name) for name in ("precision", "status"))
    rows = (told.told(name) for name in ("certainty", "stay", "move", "mode"))
    return zip(*found, areas, *rows, strict=True)


def _with_groups(kind: tuple[str, ...], lang: str) -> tuple[str, ...]:
    """Add to a kind how it is drawn, and say it in the language."""
    *others, stay, move, mode = kind
    groups = (vocabulary.stay_group(stay), vocabulary.move_group(move), vocabulary.mode_group(mode))
    stay, move = kind_in(lang, "stay", stay) or stay, kind_in(lang, "move", move) or move
    drawn = zip((stay, move, mode), groups, strict=True)
    return (*others, *(told for pair in drawn for told in pair))


def _area(match: Match | None) -> str:
    area = area_of(match)
    return json.dumps(area, separators=(",", ":")) if area else ""


def _ways(told: Gathered) -> Iterator[tuple[int, dict[str, Any]]]:
    """Return what is told of the ways by sea or with stops, by the number of the stay they lead to.

    Only these are given as lines.
    """
    lives, stops = told.lives, told.told("via")
    begins = set(lives.firsts)
    for number in sorted({*lives.lines, *compress(count(), stops)} - begins):
        leg, via = lives.leg(number), stops[number]
        line = [[round(d, _WAY_DEGREES) for d in (lon, lat)] for lat, lon in leg.points]
        yield number, {"line": line, "km": leg.km, "via": list(via)}
