"""The exported KML: valid, read by others, and as doubtful as the map."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pykml
import pytest
from click.testing import CliRunner
from conftest import ROOT
from fastkml import KML, Document, Folder, Placemark
from fastkml.utils import find_all
from hypothesis import HealthCheck, given, settings
from lxml import etree
from test_picture import read
from test_saved import ROWS, TABLES

from exile_map import exports, geocoding, places, routes
from exile_map.cli import main
from exile_map.errors import DataError
from exile_map.gazetteer import Gazetteer

GAZETTEER = Gazetteer()
OGC = etree.XMLSchema(file=str(Path(pykml.__file__).parent / "schemas" / "ogckml22.xsd"))
NS = {"k": "http://www.opengis.net/kml/2.2"}


def written(drawn: tuple[routes.Route, ...], lang: str = "en") -> bytes:
    request = exports.Request(drawn, GAZETTEER.country_name, lang=lang)
    return exports.format_of("kml", "").write(request)


def parsed(drawn: tuple[routes.Route, ...]) -> Any:  # noqa: ANN401 -- lxml's
    return etree.fromstring(written(drawn))


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.stem)
def test_every_data_file_is_valid_against_the_schema_of_the_ogc(table: Path) -> None:
    OGC.assertValid(parsed(read(table)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_whatever_can_be_drawn_is_valid(rows: list[tuple[str, str, str, str, str]]) -> None:
    head = ["person", "place", "start", "story", "mode"]
    try:
        located = geocoding.locate(places.from_records(rows, header=head), GAZETTEER)
    except DataError:
        return
    OGC.assertValid(parsed(routes.build(located)))


def every(kind: type, within: Any) -> list[Any]:  # noqa: ANN401 -- fastkml's
    return list(find_all(within, of_type=kind))


def test_another_reader_finds_every_stay_and_way_in_its_persons_folder_and_time() -> None:
    drawn = read("person,place,year\nA,Paris,1909\nA,Rome,1910\nB,Bern,1911\n")
    whole = KML.parse(io.BytesIO(written(drawn)))
    (document,) = every(Document, whole)
    assert document.name == "A, B"
    folders = every(Folder, whole)
    assert [folder.name for folder in folders] == ["A", "B"]
    marks = [[m.name for m in every(Placemark, f)] for f in folders]
    assert marks == [["Paris", "Rome", "Paris – Rome"], ["Bern"]]
    paris, rome, way = every(Placemark, folders[0])
    assert (str(paris.begin), str(paris.end)) == ("1909-01-01", "1910-12-31")
    assert (str(rome.begin), str(way.begin), way.end) == ("1910-01-01", "1910-01-01", None)
    assert paris.geometry.coords[0] == pytest.approx((2.3488, 48.85341))
    assert len(way.geometry.coords) > 2


def test_doubt_is_told_in_words_and_areas_are_areas() -> None:
    table = "place,year,certainty\nParis,c. 1909,uncertain\nthe Urals,1911,\nMarsielle,1912,\n"
    tree = parsed(read(table))
    told = [" ".join(mark.itertext()) for mark in tree.iterfind(".//k:Placemark", NS)]
    paris, urals, lost, way = told
    for text, said in (
        (paris, "This stay is uncertain."),
        (paris, "about 1909"),
        (urals, "Known only as a region."),
        (lost, "Place not found."),
        (way, "This stay is not quite certain."),
    ):
        assert said in text
    assert len(tree.findall(".//k:Polygon", NS)) == 1
    styles = [e.text for e in tree.iterfind(".//k:Placemark/k:styleUrl", NS)]
    assert styles[-1].endswith("-doubted")
    assert {f"#{e.get('id')}" for e in tree.iterfind(".//k:Style", NS)} >= set(styles)


def test_years_before_the_common_era_are_left_out_of_the_time_and_that_is_said(
    tmp_path: Path,
) -> None:
    table = str(ROOT / "tests" / "routes" / "ovid.csv")
    done = CliRunner().invoke(main, ["export", table, "-o", str(tmp_path / "a.kml")])
    assert done.exit_code == 0
    assert "before the common era" in done.stderr
    tree = etree.fromstring((tmp_path / "a.kml").read_bytes())
    assert "before the common era" in tree.findtext(".//k:description", namespaces=NS)
    begins = [e.text for e in tree.iterfind(".//k:begin", NS)]
    assert begins
    assert not any(text.startswith(("-", "0000")) for text in begins)


def test_a_users_words_are_text_and_never_markup() -> None:
    table = "place,year,story,url\nParis,1909,<script>x</script> & \x01,javascript:alert(1)\n"
    (mark,) = parsed(read(table)).iterfind(".//k:Placemark", NS)
    text = mark.findtext("k:description", namespaces=NS)
    assert "&lt;script&gt;x&lt;/script&gt; &amp;" in text
    assert "href" not in text
