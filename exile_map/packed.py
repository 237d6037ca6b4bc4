"""Packed: many stays in columns, small and quick to open; a page of few has GeoJSON.

The numbers, and short texts as numbers into lists, are one block, the long texts another, so that a
reader opens the first at once and the second when something is to be told. Each block is packed
with zlib (RFC 1950) and written in base64. The ways between stays are not in it, but for those by
sea or with stops: the others are shortest ways, and the reader draws and measures them.
"""

from __future__ import annotations

import binascii
import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any, Final

from exile_map import telling, vocabulary
from exile_map._sentences import Sentences, is_one_day
from exile_map.linked_places import area_of, notes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from exile_map.dates import Bounds, Day
    from exile_map.routes import Leg, Route, Stay
    from exile_map.telling import CountryName

DEGREES: Final = 10**5
"""Parts of a degree in which positions are counted: about a metre."""
YEARS: Final = 10**4
"""Parts of a year in which moments are counted: about an hour."""

_QUICK: Final = 1
"""The level of zlib: higher ones take many times as long to save a tenth."""
_WAY_DEGREES: Final = 3
_FORMS: Final = ("b", "h", "i")
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
    lang = about["language"]
    columns = _Columns()
    _positions(columns, stays)
    _times(columns, stays, [leg for route in routes for leg in (None, *route.legs)])
    lists = {
        name: columns.add_listed(name, values)
        for name, values in _listed(stays, lang, country_name)
    }
    if countries:
        lists["country"] = columns.add_listed("country", _countries(stays, lang, country_name))
    columns.add("letters", [len(s.located.place.story) + len(s.located.place.quote) for s in stays])
    texts = [("id", [stay.id for stay in stays]), ("when", Sentences(lang).said(stays))]
    texts += [(name, [getattr(s.located.place, name) for s in stays]) for name in _TEXTS]
    told = [(name, values) for name, values in texts if any(values)]
    said = []
    for name, values in told:
        encoded = [value.encode() for value in values]
        columns.add(f"{name}_bytes", [len(value) for value in encoded])
        said.append(b"".join(encoded))
    head = {
        # Among so many stays no encounter could be seen.
        "exile_map": {key: told for key, told in about.items() if key != "encounters"},
        "packed": {
            "stays": len(stays),
            "of_person": [len(route.stays) for route in routes],
            "columns": columns.described,
            "lists": lists,
            "texts": [name for name, _ in told],
            "ways": dict(_ways(routes)),
            "plain": plain,
        },
    }
    block = _base64(b"".join(columns.blocks)) if plain else _block(columns.blocks)
    return Packed(head, block, _block(said))


class _Columns:
    """Columns of whole numbers, each in the smallest form that holds it."""

    def __init__(self) -> None:
        self.described: list[tuple[str, str]] = []
        self.blocks: list[bytes] = []

    def add(self, name: str, values: Iterable[int]) -> None:
        """Add a column; numbers beyond 32 bits are written as floating ones."""
        values = list(values)
        least, most = min(values, default=0), max(values, default=0)
        sizes = {form: 8 * array(form).itemsize - 1 for form in _FORMS}
        form = next((f for f in _FORMS if -(1 << sizes[f]) <= least and most < 1 << sizes[f]), "d")
        column = array(form, values)
        if sys.byteorder == "big":
            column.byteswap()
        self.described.append((name, form))
        self.blocks.append(column.tobytes())

    def add_steps(self, name: str, values: Sequence[int]) -> None:
        """Add a column as each number's difference from the one before."""
        self.add(name, [values[0], *(b - a for a, b in pairwise(values))] if values else [])

    def add_listed(self, name: str, values: Iterable[Any]) -> list[Any]:
        """Add a column of numbers into a list of what there is, and return that list."""
        codes: dict[Any, int] = {}
        self.add(name, [codes.setdefault(value, len(codes)) for value in values])
        return list(codes)


def _block(parts: Iterable[bytes]) -> str:
    packer = zlib.compressobj(_QUICK)
    return _base64(b"".join([*map(packer.compress, parts), packer.flush()]))


def _base64(block: bytes) -> str:
    return binascii.b2a_base64(block, newline=False).decode()


def _positions(columns: _Columns, stays: Sequence[Stay]) -> None:
    lats, lons = [], []
    lat = lon = 0
    for stay in stays:
        # What has no place has that of the one before, which costs nothing.
        if (point := stay.point) is not None:
            lat, lon = round(point[0] * DEGREES), round(point[1] * DEGREES)
        lats.append(lat)
        lons.append(lon)
    columns.add_steps("lat", lats)
    columns.add_steps("lon", lons)
    columns.add("radius", [round(100 * (stay.located.radius_km or 0)) for stay in stays])


def _times(columns: _Columns, stays: Sequence[Stay], legs: Sequence[Leg | None]) -> None:
    """Write the bounds of each stay and its clock, each as what it adds to a likely one."""

    # A century has 36,525 days, and a table may have a million.
    @cache
    def begun(day: Day) -> int:
        return round(day.start * YEARS)

    @cache
    def over(day: Day) -> int:
        return round(day.end * YEARS)

    def edges(bounds: Bounds | None) -> tuple[int | None, int | None]:
        if bounds is None:
            return None, None
        first, last = bounds.earliest, bounds.latest
        return None if first is None else begun(first), None if last is None else over(last)

    def row(stay: Stay, leg: Leg | None) -> tuple[int, ...]:
        arrival, departure = stay.clock
        come, gone = round(arrival * YEARS), round(departure * YEARS)
        (first, sure), (until, end) = edges(stay.filled.start), edges(stay.filled.end)
        flags = _flags(stay, leg, (first, sure, until, end))
        first = come if first is None else first
        sure = first if sure is None else sure
        until = gone if until is None else until
        end = until if end is None else end
        return first, come - first, gone - come, sure - first, until - gone, end - until, flags

    first, *others = zip(*map(row, stays, legs), strict=True)
    columns.add_steps("first", first)
    names = ("arrival", "departure", "sure", "until", "end", "flags")
    for name, values in zip(names, others, strict=True):
        columns.add(name, values)


def _flags(stay: Stay, leg: Leg | None, bounds: tuple[int | None, ...]) -> int:
    flags = 0 if stay.located.point is None else _BITS["placed"]
    if leg is not None:
        flags |= _BITS["doubtful"] * (leg.certainty != "certain")
        flags |= _BITS["measured"] * leg.is_measured
    for bound in (stay.span.start, stay.span.end):
        if bound is not None and (bound.approximate or bound.uncertain):
            flags |= _BITS["approximate"] * bound.approximate
            flags |= _BITS["uncertain"] * bound.uncertain
    for end in stay.inferred:
        flags |= _BITS[f"inferred_{end}"]
    known = _BITS["known"]
    for year in bounds:
        if year is not None:
            flags |= known
        known <<= 1
    return flags


def _listed(
    stays: Sequence[Stay], lang: str, country_name: CountryName
) -> Iterator[tuple[str, Iterable[Any]]]:
    """Return what few different values tell of many stays."""
    rows = [stay.located for stay in stays]
    where = [telling.then_and_now(row, lang, country_name) for row in rows]
    yield "title", (row.title for row in rows)
    yield "context", (context for context, _ in where)
    yield "now", (now for _, now in where)
    yield "note", map(notes_of, stays)
    yield "year_label", map(_year_labels, stays)
    yield "kind", map(_kind(), stays)


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


def _kind() -> Callable[[Stay], tuple[str, ...]]:
    """Return what tells a stay's kind: where few kinds make up all stays, each is told once."""
    stay_group, move_group = cache(vocabulary.stay_group), cache(vocabulary.move_group)
    mode_group = cache(vocabulary.mode_group)

    def kind(stay: Stay) -> tuple[str, ...]:
        located = stay.located
        row = located.place
        return (
            located.precision,
            located.status,
            _area(stay),
            row.certainty,
            row.stay,
            stay_group(row.stay),
            row.move,
            move_group(row.move),
            row.mode,
            mode_group(row.mode),
        )

    return kind


def _area(stay: Stay) -> str:
    area = area_of(stay) if stay.located.match else None
    return json.dumps(area, separators=(",", ":")) if area else ""


def _year_labels(stay: Stay) -> tuple[str | None, ...]:
    if is_one_day(stay.filled.start) and is_one_day(stay.filled.end):
        return ()
    return tuple(telling.year_labels(stay) or ())


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
