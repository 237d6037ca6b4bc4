"""One place is told once: curated rows and what GeoNames knows by their name, on their spot."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.build_twins import told_once
from exile_map.gazetteer.curated import read_curated

if TYPE_CHECKING:
    from pathlib import Path

    from exile_map.gazetteer.curated import CuratedRow

TOWN = {"name": "Ems", "countrycode": "DE", "latitude": 50.33, "longitude": 7.71, "geonameid": 7}
REGIONS = {("ES", "galicia"): (9, (42.78, -8.34))}


def told(tmp_path: Path, **cells: str) -> CuratedRow:
    row = {"id": "x", "kind": "site", "precision": "locality", "country_now": "DE", **cells}
    path = tmp_path / "curated.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        writer.writeheader()
        writer.writerow(row)
    (row_told,) = told_once(read_curated([path]), [TOWN], REGIONS)
    return row_told


def number_of(tmp_path: Path, **cells: str) -> int | None:
    return told(tmp_path, **cells).geonames_id


@pytest.mark.parametrize(
    ("cells", "number"),
    [
        ({"name": "Ems", "lat": "50.34", "lon": "7.72"}, 7),
        ({"name": "Ems", "lat": "50.34", "lon": "7.72", "kind": "prison"}, None),
        ({"name": "Ems", "lat": "50.34", "lon": "7.72", "precision": "point"}, None),
        ({"name": "Ems", "lat": "50.34", "lon": "7.72", "country_now": "CH"}, None),
        ({"name": "Ems", "lat": "50.34", "lon": "7.72", "geonames_id": "3"}, 3),
        ({"name": "Ems", "lat": "50.43", "lon": "7.72"}, None),
        ({"name": "Nassau", "lat": "50.33", "lon": "7.71"}, None),
    ],
)
def test_a_curated_row_is_a_town_of_its_name_and_country_beside_it(
    cells: dict[str, str], number: int | None, tmp_path: Path
) -> None:
    assert number_of(tmp_path, **cells) == number


@pytest.mark.parametrize(("kind", "radius_km"), [("village", None), ("site", 4)])
def test_a_row_of_a_town_lies_where_geonames_has_it_and_says_so(
    kind: str, radius_km: float | None, tmp_path: Path
) -> None:
    cells = {"name": "Ems", "lat": "50.34", "lon": "7.7", "radius_km": "4", "kind": kind}
    row = told(tmp_path, **cells, source="see A; coordinates: editors' estimate")
    assert (row.lat, row.lon, row.radius_km) == (50.33, 7.71, radius_km)
    assert row.source == "see A; coordinates: GeoNames"


@pytest.mark.parametrize(("lat", "number"), [("42.7", 9), ("38", None)])
def test_a_land_is_the_region_of_its_name_about_the_same_middle(
    lat: str, number: int | None, tmp_path: Path
) -> None:
    land = {"name": "Galicia", "kind": "region", "precision": "region", "country_now": "ES"}
    assert number_of(tmp_path, **land, lat=lat, lon="-8.3", radius_km="155") == number


@pytest.mark.parametrize("name", ["Galicia", "Halifax", "Charleston", "Plymouth"])
def test_no_choice_offers_one_place_twice(name: str) -> None:
    answer = Gazetteer().find(name)
    offered = [*([answer.match] if answer.match else []), *answer.candidates]
    told = [(place.name, place.country, round(place.lat), round(place.lon)) for place in offered]
    assert len(set(told)) == len(told)
