"""The exported GeoJSON: Linked Places, and the same map again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from conftest import SERGE
from geojson_pydantic import FeatureCollection
from hypothesis import HealthCheck, given, settings
from test_linked_places import SCHEMA
from test_picture import read
from test_saved import ROWS, TABLES

from exile_map import exports, geocoding, places, routes, saved
from exile_map.cli import main
from exile_map.errors import DataError
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson

GAZETTEER = Gazetteer()
URL = r"https?://(www\.)?[a-zA-Z0-9\-.]{2,256}\.[a-z]{2,63}(:[0-9]{1,5})?(/.*)?"
TERM = r"\w+:\S+"
DATE = r"-\d{5,}|-?\d{1,4}(-(0[1-9]|1[0-2]))?(-([0-2]\d|3[01]))?"


def exported(drawn: tuple[routes.Route, ...], lang: str = "en") -> dict[str, Any]:
    names = GAZETTEER.country_name, GAZETTEER.toponyms
    request = exports.Request(drawn, names[0], "A life", lang, toponyms=names[1])
    document: dict[str, Any] = json.loads(exports.format_of("geojson", "").write(request))
    return document


def check_linked_places(feature: dict[str, Any]) -> None:
    """Check a feature by the rules of the Linked Places Format, version 2."""
    assert re.fullmatch(f"{URL}|{TERM}", feature["@id"])
    assert feature["properties"]["title"] == one_line(feature["properties"]["title"])
    assert set(feature["properties"]["fclasses"]) <= set("AHLPRSTUVX")
    assert len(feature["properties"]["fclasses"]) == 1
    for code in feature["properties"].get("ccodes", ()):
        assert re.fullmatch("[A-Z]{2}", code)
    assert feature["names"]
    for name in feature["names"]:
        assert name["toponym"] == one_line(name["toponym"])
        if "when" in name:
            check_when(name["when"])
        for citation in name.get("citations", ()):
            assert citation.keys() & {"label", "@id"}
            assert one_line(citation.get("label", "")) == citation.get("label", "")
            assert re.fullmatch(f"{URL}|{TERM}", citation.get("@id", "a:b"))
    for kind in feature["types"]:
        assert re.fullmatch(TERM, kind.get("identifier", "a:b"))
        assert kind["label"]
    for link in feature.get("links", ()):
        assert link["type"] == "closeMatch"
        assert re.fullmatch(r"gn:\d+", link["identifier"])
    for told in feature.get("descriptions", ()):
        assert told["value"] == one_line(told["value"])
    check_when(feature["when"])
    shape = feature["geometry"]
    if shape is not None:
        assert shape["certainty"] in ("certain", "less-certain", "uncertain")


def check_when(when: dict[str, Any]) -> None:
    for span in when["timespans"]:
        assert span.keys() <= {"start", "end"}
        for bounds in span.values():
            assert bounds.keys() <= {"earliest", "latest"} or bounds.keys() == {"in"}
            assert bounds
            assert all(re.fullmatch(DATE, day) for day in bounds.values())
    assert when.get("certainty", "certain") in ("certain", "less-certain", "uncertain")


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_data_file_is_linked_places_rfc_7946_and_ours(table: Path) -> None:
    document = exported(read(table))
    for feature in document["features"]:
        check_linked_places(feature)
    FeatureCollection(**document)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_whatever_can_be_drawn_is_linked_places_and_comes_back(
    rows: list[tuple[str, str, str, str, str]],
) -> None:
    head = ["person", "place", "start", "story", "mode"]
    try:
        located = geocoding.locate(places.from_records(rows, header=head), GAZETTEER)
    except DataError:
        return
    drawn = routes.build(located)
    document = exported(drawn)
    for feature in document["features"]:
        check_linked_places(feature)
    FeatureCollection(**document)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    name = GAZETTEER.country_name
    back = saved.read(json.dumps(document, ensure_ascii=False))
    same = to_geojson(back.routes, title=back.title, lang=back.lang, country_name=name)
    assert same == to_geojson(drawn, title="A life", lang="en", country_name=name)


def test_a_place_has_its_names_with_their_years_its_link_and_its_country() -> None:
    table = "place,year,source,url\nPetrograd,1919,Memoirs,https://example.org/a b\n"
    (stay,) = exported(read(table))["features"]
    names = {name["toponym"]: name for name in stay["names"]}
    assert names["Petrograd"]["when"]["timespans"] == [
        {"start": {"in": "1914"}, "end": {"in": "1924"}}
    ]
    assert {"Leningrad", "Saint Petersburg"} <= names.keys()
    assert names["Petrograd"]["citations"][0] == {"label": "Memoirs"}
    assert stay["links"] == [{"type": "closeMatch", "identifier": "gn:498817"}]
    assert (stay["properties"]["ccodes"], stay["properties"]["fclasses"]) == (["RU"], ["P"])


def test_doubt_is_told_as_linked_places_tells_it() -> None:
    table = "place,year,certainty\nParis,c. 1909,\nRome,1910?,\nBern,1911,uncertain\n"
    paris, rome, bern, *_, way = exported(read(table))["features"]
    assert [f["when"]["certainty"] for f in (paris, rome)] == ["less-certain", "uncertain"]
    assert [f["geometry"]["certainty"] for f in (bern, way)] == ["uncertain", "uncertain"]


def test_an_exported_file_is_drawn_to_the_byte_as_the_table_it_is_from(tmp_path: Path) -> None:
    run = CliRunner().invoke
    document = str(tmp_path / "life.geojson")
    for told in (
        ["export", str(SERGE), "--lang", "fr", "-o", document],
        ["draw", str(SERGE), "--lang", "fr", "-o", str(tmp_path / "a.html")],
        ["draw", document, "-o", str(tmp_path / "b.html")],
        ["export", document, "-o", str(tmp_path / "again.geojson")],
    ):
        assert run(main, told).exit_code == 0
    assert (tmp_path / "b.html").read_bytes() == (tmp_path / "a.html").read_bytes()
    assert (tmp_path / "again.geojson").read_bytes() == Path(document).read_bytes()


def test_pictures_are_put_in_or_left_where_they_are(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (4, 4)).save(tmp_path / "a.png")
    table = tmp_path / "a.csv"
    table.write_text("place,year,image\nParis,1909,a.png\nRome,1910,https://example.org/a.png\n")
    images = {}
    for how in ("inline", "link"):
        done = CliRunner().invoke(
            main, ["export", str(table), "-o", "-", "--format", "geojson", "--images", how]
        )
        features = json.loads(done.stdout)["features"]
        images[how] = [f["properties"].get("image", "")[:20] for f in features[:2]]
    assert images["inline"][0].startswith("data:image/")
    assert images["link"] == ["a.png", "https://example.org/"]
