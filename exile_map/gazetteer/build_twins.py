"""Build, twins: curated rows of places that GeoNames knows by the same name, on the same spot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from exile_map.gazetteer.build_prominence import apart_km
from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from exile_map.gazetteer.curated import CuratedRow

_TOWNS = frozenset({"banishment", "city", "port", "site", "village"})
_AREAS = frozenset({"department", "province", "region"})
_BESIDE_KM = 5.0
_WITHIN_KM = 300.0  # the middles of what was one land in two times


def told_once(
    rows: Iterable[CuratedRow],
    cities: Sequence[dict[str, Any]],
    regions: Mapping[tuple[str, str], tuple[int, tuple[float, float]]],
) -> Iterator[CuratedRow]:
    """Yield curated rows, those without a number of GeoNames with that of their twin there.

    Without it one place would be told as two: "Galicia (Spain) or Galicia (Spain)?"

    Parameters
    ----------
    rows
        The curated rows.
    cities
        GeoNames' towns.
    regions
        GeoNames' number and the middle (lat, lon) of a first-order region, by its country and
        folded name.
    """
    towns: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        towns[city["countrycode"], fold(city["name"])].append(city)
    for row in rows:
        number = row.geonames_id
        if number is None and len(row.countries) == 1:
            key = (row.countries[0], fold(row.name))
            if row.precision == "locality" and row.kind in _TOWNS:
                number = _nearest(row, towns.get(key, ()))
            elif row.precision == "region" and row.kind in _AREAS and key in regions:
                known, middle = regions[key]
                number = known if apart_km((row.lat, row.lon), middle) < _WITHIN_KM else None
        yield row if number == row.geonames_id else replace(row, geonames_id=number)


def _nearest(row: CuratedRow, cities: Iterable[dict[str, Any]]) -> int | None:
    """Return the number of the nearest town beside a row; None where there is none."""
    away = [
        (apart_km((row.lat, row.lon), (city["latitude"], city["longitude"])), city["geonameid"])
        for city in cities
    ]
    return min(((km, number) for km, number in away if km <= _BESIDE_KM), default=(0, None))[1]
