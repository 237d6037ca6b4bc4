"""The atlas of a picture: the same land and sea as the page's basemap, cut to the view."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from exile_map.errors import MissingPartError
from exile_map.picture import atlas
from exile_map.picture.projecting import View, world

if TYPE_CHECKING:
    from pathlib import Path

EUROPE = View(*world(50, 10), 256 * 2**4, 800, 500)
# Known to be land, or sea, at this distance from any coast.
LAND = {"Paris": (48.9, 2.3), "Berlin": (52.5, 13.4), "Madrid": (40.4, -3.7)}
SEA = {"Bay of Biscay": (45.5, -5), "North Sea": (56, 3), "Tyrrhenian Sea": (40, 12)}


def rings(data: str) -> list[list[tuple[float, float]]]:
    """Return the outlines that path data describe, in pixels."""
    out = []
    for part in data.split("M")[1:]:
        told = [int(n) for n in re.findall(r"-?\d+", part)]
        x, y = told[:2]
        ring = [(x * atlas.UNIT, y * atlas.UNIT)]
        for dx, dy in zip(told[2::2], told[3::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x * atlas.UNIT, y * atlas.UNIT))
        out.append(ring)
    return out


def is_inside(
    outlines: list[list[tuple[float, float]]], lat: float, lon: float, view: View
) -> bool:
    """Tell whether a place is inside outlines, by the nonzero rule."""
    x, y = view.pixel(world(lat, lon))
    turns = 0
    for ring in outlines:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 <= y) != (y1 <= y) and x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x:
                turns += 1 if y1 > y0 else -1
    return turns != 0


@pytest.mark.parametrize("zoom", [2.0, 3.3, 4.0, 5.6, 7.5])
@pytest.mark.parametrize("coarser", [0, 1])
def test_towns_are_on_land_and_seas_are_not(zoom: float, coarser: float) -> None:
    for places, expected in ((LAND, True), (SEA, False)):
        for lat, lon in places.values():
            view = View(*world(lat, lon), 256 * 2**zoom, 800, 500)
            sheet = atlas.level_for(view, coarser=coarser)
            land = rings(atlas.shapes(sheet, "land", view))
            assert is_inside(land, lat, lon, view) is expected


def test_shapes_are_cut_to_the_view() -> None:
    sheet = atlas.level_for(EUROPE)
    for ring in rings(atlas.shapes(sheet, "land", EUROPE)):
        for x, y in ring:
            assert -4.5 <= x <= 804.5
            assert -4.5 <= y <= 504.5


def test_a_coarser_sheet_is_smaller() -> None:
    sizes = [
        len(atlas.shapes(atlas.level_for(EUROPE, coarser=n), "land", EUROPE)) for n in (0, 1, 2)
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[2] < sizes[0] / 3


def test_a_country_has_its_shape_and_a_country_that_is_none_has_not() -> None:
    sheet = atlas.Sheet("countries")
    france = rings(atlas.shapes(sheet, "FR", EUROPE))
    assert is_inside(france, *LAND["Paris"], EUROPE)
    assert not is_inside(france, *LAND["Berlin"], EUROPE)
    box = sheet.box("LU")
    assert box is not None
    x, y = world(49.6, 6.1)
    assert box[0] < x < box[2]
    assert box[1] < y < box[3]
    assert sheet.box("XX") is None
    assert atlas.shapes(sheet, "XX", EUROPE) == ""


def test_borders_are_lines_and_lakes_are_shapes() -> None:
    sheet = atlas.level_for(EUROPE)
    assert len(rings(atlas.strokes(sheet, "borders", EUROPE))) > 20
    ladoga = View(*world(61, 31.5), 256 * 2**5, 800, 500)
    lakes = rings(atlas.shapes(atlas.level_for(ladoga), "lakes", ladoga))
    assert is_inside(lakes, 61, 31.5, ladoga)


def test_the_world_goes_on_beyond_its_edge() -> None:
    pacific = View(world(0, 180)[0], 0.5, 256 * 2**2, 800, 500)
    land = rings(atlas.shapes(atlas.level_for(pacific), "land", pacific))
    assert is_inside(land, 65, 170, pacific)  # Chukotka
    assert is_inside(land, 65, 360 - 150, pacific)  # Alaska, in the next copy of the world


def test_an_atlas_that_was_not_built_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(atlas, "FOLDER", tmp_path)
    with pytest.raises(MissingPartError, match="pip install"):
        atlas.Sheet("3")
