"""The exported CSV: every stay a row, and the same routes again."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from test_picture import read
from test_saved import DATES, NAMES, ROWS, TABLES

from exile_map import exports, geocoding, places, routes, saved
from exile_map.errors import DataError
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson

if TYPE_CHECKING:
    from pathlib import Path

GAZETTEER = Gazetteer()
Drawn = tuple[routes.Route, ...]


def written(drawn: Drawn) -> str:
    request = exports.Request(drawn, GAZETTEER.country_name)
    return exports.format_of("csv", "").write(request).decode()


def table(drawn: Drawn) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written(drawn))))


def told(drawn: Drawn) -> dict[str, Any]:
    """Tell all of routes but how the dates were written."""
    document = to_geojson(drawn, title="", lang="en", country_name=GAZETTEER.country_name)
    for feature in document["features"]:
        for name in ("date", "note"):
            feature["properties"].pop(name, None)
    return document


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_data_file_read_back_is_the_same_route(path: Path) -> None:
    drawn = read(path)
    assert told(read(written(drawn))) == told(drawn)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_saved_map_becomes_the_same_table_and_the_same_route(path: Path) -> None:
    drawn = read(path)
    document = to_geojson(drawn, title="", lang="en", country_name=GAZETTEER.country_name)
    back = saved.read(json.dumps(document)).routes
    assert told(read(written(back))) == told(drawn)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_whatever_can_be_drawn_is_the_same_route_when_read_back(
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    head = ["person", "place", "start", "story", "mode"]
    try:
        cells = [[cell.replace("\0", "") for cell in row] for row in rows]
        located = geocoding.locate(places.from_records(cells, header=head), GAZETTEER)
    except DataError:
        return
    drawn = routes.build(located)
    assert told(read(written(drawn))) == told(drawn)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, DATES, DATES)
def test_two_ends_come_back_as_they_were_understood(name: str, start: str, end: str) -> None:
    try:
        read_once = places.from_records(
            [["Paris", "1800", ""], [name, start, end]], header=["place", "start", "end"]
        )
        located = geocoding.locate(read_once, GAZETTEER)
    except DataError:
        return
    drawn = routes.build(located)
    again = read(written(drawn))
    assert [s.span for s in again[0].stays] == [s.span for s in drawn[0].stays]


def test_a_row_tells_when_where_and_how_sure_and_keeps_the_users_own_columns() -> None:
    text = "Ort,von,bis,box,layer\nPetrograd,vers 1919,1921,IISH 12,mine\nMarsielle,1922,,,\n"
    found, lost = table(read(text))
    assert (found["place"], found["start"], found["end"]) == ("Petrograd", "1919~", "1921")
    assert (found["matched"], found["geonames_id"]) == ("Saint Petersburg", "498817")
    assert (found["status"], found["layer"], found["precision"]) == ("ok", "curated", "locality")
    assert (found["box"], found["layer (yours)"]) == ("IISH 12", "mine")
    assert found["date as written"] == "vers 1919 – 1921"
    assert (lost["lat"], lost["status"]) == ("", "unresolved")
    assert "Ort" not in found


def test_a_table_written_twice_does_not_grow() -> None:
    once = written(read(TABLES[0]))
    assert written(read(once)).splitlines()[0] == once.splitlines()[0]
