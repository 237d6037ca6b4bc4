"""Storage: the gazetteer's SQLite file, read only, opened when first asked."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections import defaultdict
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from exile_map.errors import MissingPartError
from exile_map.gazetteer.folding import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = 5
MAIN, ALTERNATE, VARIANT, CODE = range(4)
BUILT = Path(__file__).with_name("gazetteer.sqlite")

_MARK, _NUMBER = 4, 3  # bytes
_RECORD = _MARK + _NUMBER
_MOST = 400  # of one name: "San Antonio" has about 300
_KEPT = 512  # names and places that are remembered for those asked for again
_AT_ONCE = 500  # rows in one question: SQLite once took no more than 999
_PLACE = "SELECT * FROM places WHERE id=?"
_DETAIL = "SELECT * FROM details WHERE id=?"
_NAMES = "SELECT records FROM names WHERE bucket=?"
_SOUNDS = "SELECT records FROM sounds WHERE bucket=?"
_COUNTRY = "SELECT name FROM country_names WHERE language=? AND code=?"
_MANY_PLACES = "SELECT * FROM places WHERE id IN ({})"
_MANY_NAMES = "SELECT bucket, records FROM names WHERE bucket IN ({})"
_TOPONYMS = "SELECT id FROM toponyms WHERE geonames_id=?"

_forks = [0]  # how often this process was forked; cheaper to look at than its number


def _count_fork() -> None:
    """Note in a forked child that connections made before are not its own."""
    _forks[0] += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_count_fork)


class Layer(IntEnum):
    """The layers of the gazetteer, strongest first."""

    USER = 0
    CURATED = 1
    COUNTRY = 2
    REGION = 3
    CITY = 4


class Place(NamedTuple):
    """A row of the places; coordinates in units of 0.00001 degrees."""

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


class Store:
    """The file of the gazetteer: one cursor for each thread and process that asks.

    Parameters
    ----------
    path
        The SQLite file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._owner = _forks[0]
        self._kept = _KEPT
        self._numbers: dict[str, list[int]] = {}
        self._places: dict[int, Place] = {}
        self._details: dict[int, Detail | None] = {}
        self._regions: dict[int, str] = {}
        self._countries: dict[tuple[str, str], str] = {}

    def __reduce__(self) -> tuple[type[Store], tuple[Path]]:
        """Pickle by the path: a connection stays where it was opened."""
        return type(self), (self.path,)

    def _cursor(self) -> sqlite3.Cursor:
        """Return this thread's cursor, opening the file if need be."""
        if self._owner != _forks[0]:  # a forked child must not use its parent's connection
            self._local, self._owner = threading.local(), _forks[0]
        try:
            return self._local.cursor  # type: ignore[no-any-return]
        except AttributeError:
            cursor = self._local.cursor = self._open().cursor()
            return cursor

    def _open(self) -> sqlite3.Connection:
        """Open the file, or say what is missing."""
        if not self.path.is_file():
            message = (
                f"The gazetteer's file {self.path.name} is not there. "
                "Install exile-map again (pip install exile-map), which brings or builds it."
            )
            raise MissingPartError(message)
        uri = f"{self.path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(uri, uri=True)
            ((found,),) = connection.execute("SELECT value FROM meta WHERE key='format'")
        except (sqlite3.DatabaseError, ValueError) as error:
            message = f"{self.path.name} is not a gazetteer of exile_map: {error}"
            raise MissingPartError(message) from error
        if found != str(FORMAT):
            message = f"{self.path.name} was built for another version of exile_map; build it anew."
            raise MissingPartError(message)
        return connection

    def numbers(self, folded: str) -> list[int]:
        """Return the stored numbers of a folded name's places, most prominent first.

        Each is a place's id, shifted by two bits that tell how it bears the name.
        """
        found = self._numbers.get(folded)
        if found is None:
            found = self._bucket(_NAMES, folded)
            if len(self._numbers) >= self._kept:
                self._numbers.clear()
            self._numbers[folded] = found
        return found

    def sounding(self, heard: str) -> list[int]:
        """Return the ids of prominent places with a name of this sound, most prominent first."""
        return [number >> 2 for number in self._bucket(_SOUNDS, heard)]

    def _bucket(self, question: str, folded: str) -> list[int]:
        """Return the numbers stored under a key."""
        bucket, mark = key(folded)
        row = self._cursor().execute(question, (bucket,)).fetchone()
        return _numbers(row[0], mark) if row else []

    def place(self, number: int) -> Place:
        """Return a place by its id."""
        place = self._places.get(number)
        if place is None:
            place = Place._make(self._cursor().execute(_PLACE, (number,)).fetchone())
            if len(self._places) >= self._kept:
                self._places.clear()
            self._places[number] = place
        return place

    def having_read(self, names: Iterable[str]) -> Store:
        """Return this store with many folded names and their places read at once, in order.

        It shares what is open and known with this one, which stays as small as it is.
        """
        store = type(self)(self.path)
        store.__dict__.update(self.__dict__)
        numbers = dict(self.read_names(names))
        ids = {number >> 2 for some in numbers.values() for number in some}
        rows = self._rows(_MANY_PLACES, sorted(ids))
        places = {place.id: place for place in map(Place._make, rows)}
        vars(store).update(_numbers=numbers, _places=places, _kept=sys.maxsize)
        return store

    def read_names(self, names: Iterable[str]) -> Iterator[tuple[str, list[int]]]:
        """Yield folded names with their numbers, bucket by bucket."""
        buckets: defaultdict[int, list[tuple[bytes, str]]] = defaultdict(list)
        for name in dict.fromkeys(names):
            bucket, mark = key(name)
            buckets[bucket].append((mark, name))
        for bucket, records in self._rows(_MANY_NAMES, sorted(buckets)):
            for mark, name in buckets.pop(bucket):
                yield name, _numbers(records, mark)
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

    @cached_property
    def renamed(self) -> frozenset[int | None]:
        """GeoNames' numbers of the cities that have curated toponyms."""
        rows = self._cursor().execute("SELECT DISTINCT geonames_id FROM toponyms")
        return frozenset(number for (number,) in rows)

    def toponyms(self, geonames_id: int | None) -> list[tuple[Place, Detail]]:
        """Return the curated toponyms of a city."""
        numbers = self._cursor().execute(_TOPONYMS, (geonames_id,)).fetchall()
        details = [(self.place(number), self.detail(number)) for (number,) in numbers]
        return [(place, detail) for place, detail in details if detail]


def _numbers(records: bytes, mark: bytes) -> list[int]:
    """Return the numbers that stand in a bucket under a mark."""
    end = len(records) // _RECORD * _MARK
    at = records.find(mark, 0, end)
    while at % _MARK and at > 0:
        at = records.find(mark, at + 1, end)
    if at < 0:
        return []
    after = at + _MARK
    while after < end and records[after : after + _MARK] == mark:
        after += _MARK
    start, stop = end + at // _MARK * _NUMBER, end + after // _MARK * _NUMBER
    stop = min(stop, start + _MOST * _NUMBER)
    return [int.from_bytes(records[i : i + _NUMBER], "little") for i in range(start, stop, _NUMBER)]
