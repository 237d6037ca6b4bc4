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
_WHOLE_TOWNS = frozenset({"city", "port", "village"})
_AREAS = frozenset({"department", "province", "region"})
_ESTIMATED = "coordinates: editors' estimate"
_BESIDE_KM = 5.0
_WITHIN_KM = 300.0  # the middles of what was one land in two times


def told_once(
    rows: Iterable[CuratedRow],
    cities: Sequence[dict[str, Any]],
    regions: Mapping[tuple[str, str], tuple[int, tuple[float, float]]],
) -> Iterator[CuratedRow]:
    """Yield curated rows, those without a number of GeoNames with that of their twin there.

    Without it one place would be told as two: "Galicia (Spain) or Galicia (Spain)?" A town lies
    where GeoNames has it, which is more exact than an editor's estimate.

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
        told = row
        if row.geonames_id is None and len(row.countries) == 1:
            key = (row.countries[0], fold(row.name))
            if row.precision == "locality" and row.kind in _TOWNS:
                town = _nearest(row, towns.get(key, ()))
                told = _at(row, town) if town else row
            elif row.precision == "region" and row.kind in _AREAS and key in regions:
                number, middle = regions[key]
                if apart_km((row.lat, row.lon), middle) < _WITHIN_KM:
                    told = replace(row, geonames_id=number)
        yield told


def _nearest(row: CuratedRow, cities: Iterable[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the nearest town beside a row; None where there is none."""
    away = [
        (apart_km((row.lat, row.lon), _point(city)), city["geonameid"], city) for city in cities
    ]
    km, _, nearest = min(away, default=(_BESIDE_KM, 0, None), key=lambda town: town[:2])
    return nearest if km < _BESIDE_KM else None


def _at(row: CuratedRow, town: dict[str, Any]) -> CuratedRow:
    """Return a row where its town is; a town's own row is then sure of it."""
    lat, lon = _point(town)
    return replace(
        row,
        lat=lat,
        lon=lon,
        radius_km=row.radius_km if row.kind not in _WHOLE_TOWNS else None,
        source=row.source.replace(_ESTIMATED, "coordinates: GeoNames"),
        geonames_id=town["geonameid"],
    )


def _point(city: dict[str, Any]) -> tuple[float, float]:
    return city["latitude"], city["longitude"]
