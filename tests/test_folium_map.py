from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import folium
import pandas as pd
import pytest
from click.testing import CliRunner

import exile_map as xm
from exile_map.cli import main

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
SERGE = ROOT / "data" / "places.csv"


def with_layers() -> xm.ExileMap:
    """Return Serge's map with one of each of folium's common layers on it."""
    drawn = xm.draw(SERGE)
    popup = folium.Popup("<b>Villa Air-Bel</b> </script>", max_width=200)
    folium.Marker([43.3, 5.38], tooltip="Villa Air-Bel", popup=popup).add_to(drawn)
    group = folium.FeatureGroup(name="Ports").add_to(drawn)
    folium.CircleMarker([14.6, -61.07], radius=9, color="#135").add_to(group)
    folium.PolyLine([[43.3, 5.38], [35.7, -0.63]], color="#246").add_to(group)
    line = {"type": "LineString", "coordinates": [[4.35, 50.85], [2.35, 48.85]]}
    folium.GeoJson({"type": "Feature", "properties": {}, "geometry": line}).add_to(drawn)
    folium.LayerControl().add_to(drawn)
    return drawn


def test_an_exile_map_is_a_folium_map() -> None:
    assert isinstance(xm.draw(SERGE), folium.Map)


def test_the_command_and_the_class_write_the_same_bytes(tmp_path: Path) -> None:
    command, saved = tmp_path / "a.html", tmp_path / "b.html"
    assert CliRunner().invoke(main, ["draw", str(SERGE), "-o", str(command)]).exit_code == 0
    xm.draw(SERGE).save(saved)
    assert command.read_bytes() == saved.read_bytes()


def test_a_map_is_saved_to_a_stream_too() -> None:
    stream = io.BytesIO()
    xm.draw(SERGE).save(stream, close_file=False)
    assert stream.getvalue().startswith(b"<!doctype html>")


def test_two_maps_with_the_same_layers_are_the_same_bytes() -> None:
    first, second = with_layers(), with_layers()
    assert first.get_root().render() == second.get_root().render()
    assert first.get_root().render() == first.get_root().render()


def test_folium_s_shared_lists_are_left_alone() -> None:
    before = list(folium.Map.default_js), list(folium.Map.default_css)
    with_layers().get_root().render()
    assert (list(folium.Map.default_js), list(folium.Map.default_css)) == before
    assert xm.ExileMap.default_js == []


def test_one_route_or_several_are_drawn() -> None:
    route = xm.to_routes(xm.geocode(xm.read_places(SERGE)))[0]
    assert xm.ExileMap(route).routes == xm.ExileMap([route]).routes


def test_a_title_and_a_language_are_used() -> None:
    text = xm.draw(SERGE, title="Exil", lang="en").get_root().render()
    assert "<title>Exil</title>" in text


def test_a_frame_is_drawn_like_the_file_it_came_from() -> None:
    frame = pd.read_csv(SERGE, dtype="string")
    assert [stay.id for stay in xm.draw(frame).routes[0].stays] == [
        stay.id for stay in xm.draw(SERGE).routes[0].stays
    ]
    assert "&lt;NA&gt;" not in xm.draw(frame).get_root().render()


@pytest.mark.parametrize("wrong", [[], ["Paris"], None, 3])
def test_what_is_no_route_is_refused_with_a_sentence(wrong: Any) -> None:  # noqa: ANN401 -- anything
    with pytest.raises((xm.UsageError, TypeError)):
        xm.ExileMap(wrong)


def test_errors_in_the_table_are_raised_whole(tmp_path: Path) -> None:
    table = tmp_path / "life.csv"
    table.write_text("place,year\nParis,x1\n,1912\n")
    with pytest.raises(xm.DataError) as caught:
        xm.draw(table)
    assert [problem.row for problem in caught.value.problems] == [1, 2]


def test_folium_s_layers_show_in_the_saved_page_without_the_network(
    chromium: Browser, tmp_path: Path
) -> None:
    target = tmp_path / "layers.html"
    with_layers().save(target)
    context = chromium.new_context(offline=True, viewport={"width": 1280, "height": 760})
    page = context.new_page()
    errors: list[str] = []
    requests: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(target.as_uri())
    page.locator(".leaflet-marker-icon").wait_for(state="visible")
    assert page.locator("path.leaflet-interactive").count() == 3
    assert page.locator(".leaflet-marker-icon").evaluate("icon => icon.naturalWidth") > 0
    assert page.locator(".leaflet-control-layers").get_by_text("Ports").count() == 1
    page.locator(".leaflet-marker-icon").dispatch_event("click")
    assert page.locator(".leaflet-popup-content b").inner_text() == "Villa Air-Bel"
    assert errors == []
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []
    context.close()


def test_the_way_ahead_lies_over_folium_s_layers(chromium: Browser, tmp_path: Path) -> None:
    target = tmp_path / "layers.html"
    with_layers().save(target)
    page = chromium.new_page()
    page.goto(target.as_uri())
    page.locator(".leaflet-marker-icon").wait_for(state="visible")
    page.evaluate("exileMap.seek(0.5)")
    sheet = page.locator(".leaflet-em-route-pane .em-sheet-under")
    assert sheet.evaluate("""(canvas) => canvas.getContext("2d")
        .getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)""")
    page.close()


def test_folium_s_layers_show_on_a_map_of_many_stays_too(chromium: Browser, tmp_path: Path) -> None:
    rows = "".join(f"Stay {n},{1000 + n},{n % 50},{n % 90}\n" for n in range(450))
    drawn = xm.draw(io.BytesIO(f"place,year,lat,lon\n{rows}".encode()))
    folium.Marker([20, 20]).add_to(drawn)
    target = tmp_path / "many.html"
    drawn.save(target)
    page = chromium.new_page()
    errors: list[str] = []
    page.on("console", lambda m: errors.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{target.as_uri()}#year=1200")
    page.locator(".leaflet-marker-icon").wait_for(state="visible")
    page.locator(".em-card .em-when", has_text="1200").wait_for(state="visible")
    assert errors == []
    page.close()
