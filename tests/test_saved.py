from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exile_map import geocoding, places, routes, saved
from exile_map.cli import main
from exile_map.errors import DataError
from exile_map.folium_map import draw
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson

ROOT = Path(__file__).parent.parent
TABLES = sorted([*(ROOT / "data").glob("*.csv"), *(ROOT / "tests" / "routes").glob("*.csv")])
GAZETTEER = Gazetteer()


def written(table: Path | bytes, lang: str = "en") -> dict[str, Any]:
    read = places.read(table if isinstance(table, Path) else io.BytesIO(table))
    drawn = routes.build(geocoding.locate(read, GAZETTEER))
    return to_geojson(drawn, title="A life", lang=lang, country_name=GAZETTEER.country_name)


def again(document: dict[str, Any]) -> dict[str, Any]:
    back = saved.read(json.dumps(document, ensure_ascii=False))
    name = GAZETTEER.country_name
    return to_geojson(back.routes, title=back.title, lang=back.lang, country_name=name)


@pytest.mark.parametrize("lang", ["en", "fa"])
@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_data_file_read_back_is_the_same_document(table: Path, lang: str) -> None:
    document = written(table, lang)
    assert again(document) == document


def test_the_map_drawn_from_a_saved_document_is_the_same_to_the_byte(tmp_path: Path) -> None:
    table, document = ROOT / "data" / "places.csv", tmp_path / "serge.geojson"
    drawn = routes.build(geocoding.locate(places.read(table), GAZETTEER))
    name = GAZETTEER.country_name
    data = to_geojson(drawn, title="Victor Serge", lang="fr", country_name=name)
    document.write_text(json.dumps(data), "utf-8")
    run = CliRunner().invoke
    once = run(main, ["draw", str(table), "--lang", "fr", "-o", str(tmp_path / "a.html")])
    twice = run(main, ["draw", str(document), "-o", str(tmp_path / "b.html")])
    assert (once.exit_code, twice.exit_code) == (0, 0)
    page = (tmp_path / "a.html").read_bytes()
    assert (tmp_path / "b.html").read_bytes() == page
    draw(document).save(tmp_path / "c.html")
    assert (tmp_path / "c.html").read_bytes() == page


def test_a_saved_document_is_no_table_and_a_missing_one_is_told(tmp_path: Path) -> None:
    run = CliRunner().invoke
    (tmp_path / "a.geojson").write_text("{}", "utf-8")
    assert run(main, ["geocode", str(tmp_path / "a.geojson")]).exit_code == 2
    missing = run(main, ["draw", str(tmp_path / "b.geojson")])
    assert (missing.exit_code, "cannot be read" in missing.stderr) == (1, True)


NAMES = st.sampled_from(
    [
        "Paris",
        "Leningrad",
        "Vladivostok",
        "San Francisco",
        "Suva",
        "Apia",
        "the Urals",
        "Russia",
        "La Santé",
        "Marsielle",
        "at sea",
        "Saint Helena",
        "Elba",
        "Longyearbyen",
        "Ушуайя",
    ]
)
DATES = st.sampled_from(
    [
        "",
        "1909",
        "c. 1909",
        "1909?",
        "44 BC",
        "spring 1941",
        "winter 1934/35",
        "Feb.–March 1933",
        "since April 1954",
        "before 1919",
        "1933–38",
        "early 1930s",
        "present",
        "12 May 1917 O.S.",
    ]
)
CELLS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=12)
ROWS = st.lists(
    st.tuples(st.sampled_from(["A", "B"]), NAMES, DATES, CELLS, st.sampled_from(["", "ship"])),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_whatever_can_be_drawn_is_the_same_document_when_read_back(
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    head = ["person", "place", "start", "story", "mode"]
    try:
        located = geocoding.locate(places.from_records(rows, header=head), GAZETTEER)
    except DataError:
        return
    name = GAZETTEER.country_name
    document = to_geojson(routes.build(located), title="", lang="en", country_name=name)
    assert again(document) == document


def test_the_users_own_coordinates_radius_and_country_come_back() -> None:
    head = b"place,year,lat,lon,radius_km,country\n"
    table = head + b"Home,1900,48.5,2.25,12,France\nLost,1901,,,,Ruritania\n"
    document = written(table)
    back = saved.read(json.dumps(document)).routes[0].stays
    assert [(s.point, s.located.radius_km, s.located.place.country) for s in back] == [
        ((48.5, 2.25), 12, "France"),
        (None, None, "Ruritania"),
    ]
    assert again(document) == document


def test_a_date_is_kept_as_it_was_written() -> None:
    (route,) = saved.read(json.dumps(written(b"place,year\nParis,vers 1909\n"))).routes
    assert route.stays[0].span.written == "vers 1909"
    assert route.stays[0].span.approximate


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "is no JSON document"),
        ('{"a": NaN}', "is no JSON document"),
        ("[" * 100_000, "is no JSON document"),
        ("[]", "no member “exile_map”"),
        ('{"type": "FeatureCollection", "features": []}', "no member “exile_map”"),
        ('{"exile_map": {"version": 2, "persons": []}}', "is not of version 1"),
        ('{"exile_map": {"version": 1, "persons": []}, "features": []}', "holds no stays"),
        ('{"exile_map": {"version": 1, "persons": []}, "features": 3}', "is not a list"),
    ],
)
def test_what_is_no_document_of_ours_is_refused_with_its_reason(text: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        saved.read(text, file="a.geojson")


def test_everything_that_is_wrong_is_told_at_once_with_its_feature() -> None:
    document = written(b"place,year\nParis,1909\nBrussels,1910\n")
    document["features"][0]["properties"]["story"] = 7
    document["features"][1]["properties"]["edtf"] = "soon"
    document["features"][1]["geometry"]["coordinates"] = [4, "x"]
    document["features"][2]["geometry"]["coordinates"] = [[0, 0]]
    with pytest.raises(DataError) as raised:
        saved.read(json.dumps(document), file="a.geojson")
    told = [(p.file, p.row, p.column) for p in raised.value.problems]
    assert sorted(told) == [
        ("a.geojson", 1, "story"),
        ("a.geojson", 2, "coordinates"),
        ("a.geojson", 2, "edtf"),
        ("a.geojson", 3, "coordinates"),
    ]
