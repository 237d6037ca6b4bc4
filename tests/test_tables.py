from __future__ import annotations

import io
import math
from pathlib import Path

import pandas as pd
import pytest

import exile_map as xm
from exile_map import page
from exile_map.gazetteer import Gazetteer

ROOT = Path(__file__).parent.parent
SERGE = ROOT / "data" / "places.csv"


def test_a_table_has_a_row_a_stay_with_its_span_and_every_column() -> None:
    table = xm.read_places(SERGE)
    assert len(table) == 11
    assert list(table["row"]) == list(range(1, 12))
    assert isinstance(table["span"].iloc[0], xm.Span)
    assert (table["start"].iloc[0], table["end"].iloc[0]) == ("1890", "1909")
    assert {"person", "place", "lat", "lon", "radius_km", "story", "certainty"} <= set(table)


def test_unknown_columns_of_the_user_are_kept() -> None:
    table = xm.read_places(io.BytesIO(b"place,year,box\nParis,1909,IISH 12\n"))
    assert table["box"].iloc[0] == "IISH 12"
    assert xm.geocode(table)["box"].iloc[0] == "IISH 12"


def test_a_frame_is_read_like_a_file() -> None:
    frame = pd.DataFrame({"place": ["Brussels", "Paris"], "year": [1890, None]})
    table = xm.read_places(frame)
    assert list(table["start"]) == ["1890", ""]


def test_geocoding_adds_where_and_how_sure() -> None:
    located = xm.geocode(xm.read_places(SERGE))
    urals = located[located["place"] == "the Urals"].iloc[0]
    assert (urals["status"], urals["precision"], urals["layer"]) == ("ok", "region", "curated")
    assert urals["radius_km"] > 100
    assert located["lat"].notna().all()


def test_an_unplaced_row_is_kept_without_coordinates() -> None:
    table = xm.read_places(io.BytesIO(b"place,year\nParis,1909\nMarsielle,1912\n"))
    lost = xm.geocode(table).iloc[1]
    assert lost["status"] == "unresolved"
    assert math.isnan(lost["lat"])
    assert [problem.kind for problem in xm.geocode(table).attrs["problems"]] == ["unresolved"]


def test_the_steps_draw_what_the_command_draws() -> None:
    by_steps = xm.ExileMap(xm.to_routes(xm.geocode(xm.read_places(SERGE))))
    assert by_steps.get_root().render() == xm.draw(SERGE).get_root().render()


def test_a_correction_in_the_table_wins() -> None:
    located = xm.geocode(xm.read_places(SERGE))
    located.loc[located["place"] == "the Urals", ["lat", "lon", "radius_km"]] = [51.77, 55.1, 20]
    (route,) = xm.to_routes(located)
    assert route.stays[6].point == (51.77, 55.1)
    assert route.stays[6].located.radius_km == 20


def test_a_corrected_date_is_read_again_and_a_bad_one_is_told() -> None:
    table = xm.read_places(SERGE)
    table.loc[1, "start"] = "1908-12"
    (route,) = xm.to_routes(xm.geocode(table))
    assert route.stays[1].span.edtf == "1908-12/1912"
    table.loc[1, "start"] = "19o8"
    with pytest.raises(xm.DataError, match="19o8"):
        xm.geocode(table)


def test_rows_can_be_filtered_and_reordered() -> None:
    located = xm.geocode(xm.read_places(SERGE))
    (route,) = xm.to_routes(located[located["stay"] == "home"].iloc[::-1])
    assert route.stays[0].located.place.place == "Paris"
    assert len(route.legs) == len(route.stays) - 1


def test_a_table_that_was_not_geocoded_is_told() -> None:
    with pytest.raises(xm.UsageError, match=r"call xm\.geocode"):
        xm.to_routes(xm.read_places(SERGE))
    with pytest.raises(xm.UsageError, match=r"call xm\.read_places"):
        xm.geocode(pd.DataFrame({"place": ["Paris"]}))


def test_a_located_table_saved_as_csv_and_read_again_is_the_same_route(tmp_path: Path) -> None:
    located = xm.geocode(xm.read_places(SERGE))
    path = tmp_path / "located.csv"
    located.drop(columns=["span", "match", "via_points"]).to_csv(path, index=False)
    (again,) = xm.to_routes(xm.geocode(xm.read_places(path)))
    (first,) = xm.to_routes(located)
    assert [stay.point for stay in again.stays] == [stay.point for stay in first.stays]
    assert [stay.span.edtf for stay in again.stays] == [stay.span.edtf for stay in first.stays]
    assert page.render([again], country_name=Gazetteer().country_name)
