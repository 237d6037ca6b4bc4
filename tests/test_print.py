"""The page on paper and without scripts: the map as drawn, and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pymupdf
import pytest
from conftest import ROOT
from test_player import opened

from exile_map.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

DETAILED = ROOT / "data" / "serge_detailed.csv"
A4 = {False: (595, 842), True: (842, 595)}
ORIENTATIONS = pytest.mark.parametrize("landscape", [False, True], ids=["portrait", "landscape"])


@pytest.fixture(scope="session")
def detailed_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the saved map of data/serge_detailed.csv."""
    target = tmp_path_factory.mktemp("print") / "serge.html"
    arguments = ["draw", str(DETAILED), "-o", str(target), "--quiet"]
    assert main(arguments, standalone_mode=False) is None
    return target


def printed(browser: Browser, path: Path, *, landscape: bool, scripts: bool) -> Any:  # noqa: ANN401 -- pymupdf has no types
    """Print a page as a reader does whose browser leaves backgrounds out."""
    with opened(browser, path, scripts=scripts) as page:
        data = page.pdf(format="A4", landscape=landscape, print_background=False)
    return pymupdf.open(stream=data)


@ORIENTATIONS
@pytest.mark.parametrize("scripts", [True, False], ids=["player", "no-scripts"])
def test_print_is_the_map_as_drawn_and_the_list(
    chromium: Browser, detailed_page: Path, *, landscape: bool, scripts: bool
) -> None:
    paper = printed(chromium, detailed_page, landscape=landscape, scripts=scripts)
    first = paper[0]
    assert (first.rect.width, first.rect.height) == pytest.approx(A4[landscape], abs=1)
    text = first.get_text()
    assert "Victor Serge" in text
    for name in ("Orenburg", "Mexico City", "Fort-de-France", "Expelled, deported", "1905"):
        assert name in text, name
    everything = "".join(sheet.get_text() for sheet in paper)
    assert "Released and banned from France" in everything
    for furniture in ("Follow the route", "Play", "Today’s borders\n☑", "1×", "Key to the map"):
        assert furniture not in everything
    # Drawn as lines, not as a picture of dots: sharp on any printer.
    assert len(first.get_drawings()) > 60
    assert not [image for image in first.get_image_info() if image["width"] > 400]


@ORIENTATIONS
def test_nothing_is_cut_at_the_edge_of_the_paper(
    chromium: Browser, detailed_page: Path, *, landscape: bool
) -> None:
    paper = printed(chromium, detailed_page, landscape=landscape, scripts=True)
    assert len(paper) < 15
    for sheet in paper:
        for x0, y0, x1, y1, *_ in sheet.get_text("words"):
            assert x0 >= 20
            assert y0 >= 20
            assert x1 <= sheet.rect.width - 20
            assert y1 <= sheet.rect.height - 20
    # Land and sea come out though backgrounds are left out, each in its own grey.
    shades = set(paper[0].get_pixmap(colorspace=pymupdf.csGRAY, dpi=50).samples)
    assert len(shades) > 20


def test_the_picture_is_hidden_while_the_player_is_there(
    chromium: Browser, detailed_page: Path
) -> None:
    with opened(chromium, detailed_page) as page:
        assert page.locator(".em-live").count() == 1
        assert page.locator(".em-picture").is_hidden()
        page.emulate_media(media="print")
        assert page.locator(".em-picture").is_visible()
        assert page.locator(".em-map").is_hidden()


@pytest.mark.parametrize("size", [(1280, 760), (390, 780), (320, 600)], ids=str)
def test_without_scripts_the_picture_stands_above_the_list_and_fits(
    chromium: Browser, detailed_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, detailed_page, size, scripts=False) as page:
        drawing = page.locator(".em-picture svg").bounding_box()
        listed = page.locator(".em-stays").bounding_box()
        assert drawing
        assert listed
        assert drawing["x"] >= 0
        assert drawing["x"] + drawing["width"] <= size[0]
        assert drawing["height"] > 0.6 * drawing["width"]
        assert drawing["y"] + drawing["height"] <= listed["y"]
        assert page.get_by_role("img", name="Map of the route").count() == 1
