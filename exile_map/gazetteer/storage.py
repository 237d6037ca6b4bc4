"""Storage: what stands in the gazetteer's SQLite file, and the little of it that is remembered."""

from __future__ import annotations

from collections import defaultdict
from enum import IntEnum
from pathlib import Path
from struct import unpack_from
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from exile_map.gazetteer.connection import Connection
from exile_map.gazetteer.folding import key
from exile_map.gazetteer.records import (
    NUMBER,
    PER_BLOCK_SHIFT,
    POINTS_SHIFT,
    entries,
    find_mark,
    unpack_place,
    unpack_point,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


MAIN, ALTERNATE, VARIANT, CODE = range(4)
BUILT = Path(__file__).with_name("gazetteer.sqlite")

_KEPT = 512  # buckets, blocks and places, remembered for what is asked for again
_POINTS_KEPT = 24  # rows of points at first: few questions need two of the five hundred in each
_AT_HAND = 10_000  # places, at most: unpacked they take six times as much
_AT_ONCE = 500  # rows in one question: SQLite once took no more than 999
_BLOCK = "SELECT packed, names FROM places WHERE block=?"
_DETAIL = "SELECT * FROM details WHERE id=?"
_NAMES = "SELECT records FROM names WHERE bucket=?"
_SOUNDS = "SELECT substr(records,1,?) FROM sounds WHERE heard=?"
_BESIDES = "SELECT besides FROM sounds WHERE heard=?"
_COUNTRY = "SELECT name FROM country_names WHERE language=? AND code=?"
_POINTS = "SELECT packed FROM points WHERE first=?"
ALL_BLOCKS: Final = "SELECT * FROM places"
MANY_NAMES: Final = "SELECT * FROM names WHERE bucket IN ({})"
_TOPONYMS = "SELECT id FROM toponyms WHERE geonames_id=?"
_STATE = "SELECT state FROM state_ids WHERE place=?"
_RULES = "SELECT told FROM states WHERE country=?"


class Layer(IntEnum):
    """The layers of the gazetteer, strongest first."""

    USER = 0
    CURATED = 1
    COUNTRY = 2
    REGION = 3
    CITY = 4


class Place(NamedTuple):
    """A place as stored; coordinates in units of 0.00001 degrees."""

    id: int
    layer: int
    name: str
    lat: int
    lon: int
    population: int
    country: str
    region: int | None
    rank: int
    geonames_id: int | None


class Detail(NamedTuple):
    """What only areas and curated places have."""

    id: int
    precision: str
    radius_km: float | None
    kind: str
    since: int | None
    until: int | None
    now: str | None
    countries: str
    stands_in: str | None
    country_then: str | None
    extent: str | None
    source: str | None
    note: str | None


class Block(NamedTuple):
    """Places whose ids follow each other."""

    packed: bytes
    names: str


class Store:
    """The file of the gazetteer, and what was read of it lately.

    Parameters
    ----------
    path
        The SQLite file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._cursor = Connection(path).cursor
        self._kept, self._points_kept = _KEPT, _POINTS_KEPT
        self.known_buckets: dict[int, bytes] = {}
        self._blocks: dict[int, Block] = {}
        self.known_points: dict[int, bytes] = {}
        self._places: dict[int, Place] = {}
        self._details: dict[int, Detail | None] = {}
        self._renamed: frozenset[int | None] | None = None
        self._toponyms: dict[int | None, list[tuple[Place, Detail]]] = {}
        self._regions: dict[int, str] = {}
        self._countries: dict[tuple[str, str], str] = {}

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        """Pickle by the path: a connection stays where it was opened."""
        return type(self), (self.path,)

    def numbers(self, folded: str) -> list[int]:
        """Return the stored numbers of a folded name's places, most prominent first.

        Each is a place's id, shifted by two bits that tell how it bears the name.
        """
        bucket, mark = key(folded)
        return [entry & NUMBER for entry in entries(self.bucket(bucket), mark)]

    def is_known(self, folded: str) -> bool:
        """Tell whether any place has a folded name."""
        bucket, mark = key(folded)
        return find_mark(self.bucket(bucket), mark) >= 0

    def bucket(self, number: int) -> bytes:
        """Return a bucket of names."""
        found = self.known_buckets.get(number)
        if found is None:
            row = self._cursor().execute(_NAMES, (number,)).fetchone()
            found = row[0] if row else b""
            if len(self.known_buckets) >= self._kept:
                self.known_buckets.clear()
            self.known_buckets[number] = found
        return found

    def sounding(self, heard: str, most: int) -> tuple[int, ...]:
        """Return the entries of the places with a name of this sound, most prominent first.

        Each is a place's stored number, and above `RANK_SHIFT` how prominent it is.

        Parameters
        ----------
        heard
            The consonants of the name, as `phonemes.skeleton` has them.
        most
            How many at most.
        """
        row = self._cursor().execute(_SOUNDS, (most << 2, heard)).fetchone()
        return unpack_from(f"<{len(row[0]) >> 2}I", row[0]) if row else ()

    def said_besides(self, heard: str) -> list[str]:
        """Return of each of these places how its names are said that are not like its own.

        Parameters
        ----------
        heard
            The consonants of those names; nothing is returned where no place has another.
        """
        row = self._cursor().execute(_BESIDES, (heard,)).fetchone()
        return row[0].split("\n") if row and row[0] else []

    def place(self, number: int) -> Place:
        """Return a place by its id."""
        place = self._places.get(number)
        if place is None:
            block, points = self.block(number >> PER_BLOCK_SHIFT), self.points(number)
            place = Place._make(unpack_place(number, *block, points))
            if len(self._places) >= min(self._kept, _AT_HAND):
                self._places.clear()
            self._places[number] = place
        return place

    def at(self, number: int) -> tuple[int, int]:
        """Return only where a place is: latitude and longitude, as stored."""
        return unpack_point(number, self.points(number))

    def points(self, number: int) -> bytes:
        """Return the points among which a place's is."""
        first = number >> POINTS_SHIFT
        points = self.known_points.get(first)
        if points is None:
            points = self._cursor().execute(_POINTS, (first,)).fetchone()[0]
            if len(self.known_points) >= self._points_kept:
                self.known_points.clear()
                self._points_kept = min(2 * self._points_kept, self._kept)
            self.known_points[first] = points
        return points

    def block(self, number: int) -> Block:
        """Return a block of places."""
        block = self._blocks.get(number)
        if block is None:
            block = Block._make(self._cursor().execute(_BLOCK, (number,)).fetchone())
            if len(self._blocks) >= self._kept:
                self._blocks.clear()
            self._blocks[number] = block
        return block

    def places(self) -> Iterator[Place]:
        """Yield all places, in the order of their ids."""
        for block, packed, names in self._cursor().connection.execute(ALL_BLOCKS):
            first = block << PER_BLOCK_SHIFT
            for number in range(first, first + names.count("\n") + 1):
                yield Place._make(unpack_place(number, packed, names, self.points(number)))

    def read_names(self, names: Iterable[str]) -> Iterator[tuple[str, list[int]]]:
        """Yield folded names with their numbers, bucket by bucket."""
        buckets: defaultdict[int, list[tuple[bytes, str]]] = defaultdict(list)
        for name in dict.fromkeys(names):
            bucket, mark = key(name)
            buckets[bucket].append((mark, name))
        for bucket, records in self._rows(MANY_NAMES, sorted(buckets)):
            for mark, name in buckets.pop(bucket):
                yield name, [entry & NUMBER for entry in entries(records, mark)]
        for marked in buckets.values():
            yield from ((name, []) for _, name in marked)

    def _rows(self, question: str, ids: list[int]) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of many ids, some hundreds at a time."""
        cursor = self._cursor().connection.cursor()
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            yield from cursor.execute(question.format(",".join("?" * len(some))), some)

    def detail(self, number: int) -> Detail | None:
        """Return the details of an area or a curated place."""
        if number not in self._details:
            row = self._cursor().execute(_DETAIL, (number,)).fetchone()
            self._details[number] = Detail._make(row) if row else None
        return self._details[number]

    def region_name(self, number: int | None) -> str:
        """Return the name of a first-order region."""
        if number is None:
            return ""
        name = self._regions.get(number)
        if name is None:
            name = self._regions[number] = self.place(number).name
        return name

    def country_name(self, code: str, language: str) -> str:
        """Return a country's name in a language, or nothing where it has none."""
        name = self._countries.get((code, language))
        if name is None:
            row = self._cursor().execute(_COUNTRY, (language, code)).fetchone()
            name = self._countries[code, language] = row[0] if row else ""
        return name

    def rules(self, country: str) -> str:
        """Return what states held the parts of a country of today, as JSON; empty if not known."""
        row = self._cursor().execute(_RULES, (country,)).fetchone()
        return str(row[0]) if row else ""

    def state_id(self, number: int) -> str:
        """Return by which id `rules` tells of a curated place, a state; empty if by none."""
        row = self._cursor().execute(_STATE, (number,)).fetchone()
        return str(row[0]) if row else ""

    @property
    def renamed(self) -> frozenset[int | None]:
        """GeoNames' numbers of the cities that have curated toponyms.

        Kept by hand: in Python 3.11 `cached_property` has a lock that outlives a fork.
        """
        if self._renamed is None:
            rows = self._cursor().execute("SELECT DISTINCT geonames_id FROM toponyms")
            self._renamed = frozenset(number for (number,) in rows)
        return self._renamed

    def toponyms(self, geonames_id: int | None) -> list[tuple[Place, Detail]]:
        """Return the curated toponyms of a city."""
        found = self._toponyms.get(geonames_id)
        if found is None:
            numbers = self._cursor().execute(_TOPONYMS, (geonames_id,)).fetchall()
            details = [(self.place(number), self.detail(number)) for (number,) in numbers]
            found = [(place, detail) for place, detail in details if detail]
            if len(self._toponyms) >= _KEPT:
                self._toponyms.clear()
            self._toponyms[geonames_id] = found
        return found
