"""Packed: many stays in columns, small and quick to open; a page of few has GeoJSON.

The numbers, and short texts as numbers into lists, are one block, the long texts another, so that a
reader opens the first at once and the second when something is to be told. Each block is packed
with zlib (RFC 1950) and written in base64. The ways between stays are not in it, but for those by
sea or with stops: the others are shortest ways, and the reader draws and measures them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from exile_map import telling, vocabulary
from exile_map._blocks import Block, Columns
from exile_map._sentences import Sentences, year_labels
from exile_map.linked_places import area_of, notes_of
from exile_map.routes import STAY_DEGREES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.dates import Bounds
    from exile_map.geocoding import LocatedRow
    from exile_map.routes import Leg, Route, Stay
    from exile_map.telling import CountryName

DEGREES: Final = 10**5
"""Parts of a degree in which positions are counted: about a metre."""
YEARS: Final = 10**4
"""Parts of a year in which moments are counted: about an hour."""

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
    """
    stays = [stay for route in routes for stay in route.stays]
    columns = Columns()
    _positions(columns, stays)
    _times(columns, stays, (leg for route in routes for leg in (None, *route.legs)))
    lists = {
        name: columns.add_listed(name, values)
        for name, values in _listed(stays, about["language"], country_name)
    }
    lists["kind"] = [_with_groups(kind) for kind in lists["kind"]]
    names, texts = _texts(columns, stays, about["language"])
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


def _texts(columns: Columns, stays: Sequence[Stay], lang: str) -> tuple[list[str], str]:
    """Write the texts; return the names of those that any stay has, and the block."""
    rows = [stay.located.place for stay in stays]
    columns.add("letters", [len(row.story) + len(row.quote) for row in rows])
    texts = [("id", [stay.id for stay in stays]), ("when", Sentences(lang).said(stays))]
    texts += [(name, list(map(attrgetter(name), rows))) for name in _TEXTS]
    block, names = Block(), []
    for name, values in texts:
        if any(values):
            names.append(name)
            block.add(columns.add_lengths(f"{name}_bytes", values))
    return names, block.text()


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


def _times(columns: Columns, stays: Sequence[Stay], legs: Iterable[Leg | None]) -> None:
    """Write the bounds of each stay and its clock, each as what it adds to a likely one."""
    edges = _Edges()
    told: tuple[list[int], ...] = ([], [], [], [], [], [], [])
    firsts, arrivals, departures, sures, untils, ends, flags = told
    for stay, leg in zip(stays, legs, strict=True):
        filled, span = stay.filled, stay.located.place.span
        arrival, departure = stay.clock
        come, gone = round(arrival * YEARS), round(departure * YEARS)
        first, sure, start_known, _ = edges.of(filled.start)
        until, end, end_known, _ = edges.of(filled.end)
        first = come if first is None else first
        until = gone if until is None else until
        firsts.append(first)
        arrivals.append(come - first)
        departures.append(gone - come)
        sures.append(0 if sure is None else sure - first)
        untils.append(until - gone)
        ends.append(0 if end is None else end - until)
        known = start_known * _BITS["known"] | end_known * _BITS["known"] << 2
        marks = edges.of(span.start)[3] | edges.of(span.end)[3]
        flags.append(known | marks | _flags(stay, leg))
    columns.add_steps("first", firsts)
    names = ("arrival", "departure", "sure", "until", "end", "flags")
    for name, values in zip(names, told[1:], strict=True):
        columns.add(name, values)


class _Edges:
    """The first and the last moment of bounds, each told once: stays share them."""

    def __init__(self) -> None:
        # By identity, which holds while the stays do: to compare bounds takes longer than all else.
        self._known: dict[int, tuple[int | None, int | None, int, int]] = {
            id(None): (None, None, 0, 0)
        }

    def of(self, bounds: Bounds | None) -> tuple[int | None, int | None, int, int]:
        """Return the moments, which of the two are known (1, 2), and the marks of doubt."""
        found = self._known.get(id(bounds))
        if found is None and bounds is not None:
            first, last = bounds.earliest, bounds.latest
            marks = (
                _BITS["approximate"] * bounds.approximate | _BITS["uncertain"] * bounds.uncertain
            )
            found = self._known[id(bounds)] = (
                None if first is None else round(first.start * YEARS),
                None if last is None else round(last.end * YEARS),
                (first is not None) | (last is not None) << 1,
                marks,
            )
        return found or (None, None, 0, 0)


def _flags(stay: Stay, leg: Leg | None) -> int:
    """Return what is true of a stay and of the way to it, but for its time."""
    flags = 0 if stay.located.point is None else _BITS["placed"]
    if leg is not None:
        flags |= _BITS["doubtful"] * (leg.certainty != "certain")
        flags |= _BITS["measured"] * leg.is_measured
    for end in stay.inferred:
        flags |= _BITS[f"inferred_{end}"]
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
    yield "year_label", year_labels(stays)
    yield "kind", map(_kind, rows)


def _kind(located: LocatedRow) -> tuple[str, ...]:
    """Return what tells a stay's kind; what follows from it is added where each is told once."""
    row = located.place
    area = _area(located) if located.match else ""
    return (located.precision, located.status, area, row.certainty, row.stay, row.move, row.mode)


def _with_groups(kind: tuple[str, ...]) -> tuple[str, ...]:
    """Add to a kind how it is drawn."""
    *others, stay, move, mode = kind
    groups = (vocabulary.stay_group(stay), vocabulary.move_group(move), vocabulary.mode_group(mode))
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
