"""The page on paper and without scripts: the map as drawn, and the list."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pdfplumber
import pytest
from conftest import ROOT
from test_player import opened

from exile_map.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
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


def is_said(name: str, text: str) -> bool:
    """Tell whether a text names something; names stand over a casing of the same letters."""
    pattern = "".join(f"{re.escape(letter)}{{1,3}}" for letter in name if letter != " ")
    return re.search(pattern, text.replace(" ", "")) is not None


@contextmanager
def printed(
    browser: Browser, path: Path, *, landscape: bool, scripts: bool
) -> Iterator[list[pdfplumber.page.Page]]:
    """Print a page as a reader does whose browser leaves backgrounds out."""
    with opened(browser, path, scripts=scripts) as page:
        data = page.pdf(format="A4", landscape=landscape, print_background=False)
    with pdfplumber.open(io.BytesIO(data)) as paper:
        yield paper.pages


@ORIENTATIONS
@pytest.mark.parametrize("scripts", [True, False], ids=["player", "no-scripts"])
def test_print_is_the_map_as_drawn_and_the_list(
    chromium: Browser, detailed_page: Path, *, landscape: bool, scripts: bool
) -> None:
    with printed(chromium, detailed_page, landscape=landscape, scripts=scripts) as paper:
        first = paper[0]
        assert (first.width, first.height) == pytest.approx(A4[landscape], abs=1)
        text = first.extract_text()
        assert "Victor Serge" in text
        key = "Expelled, arrested, deported"
        for name in ("Orenburg", "Mexico City", "Fort-de-France", key, "1905"):
            assert is_said(name, text), name
        everything = "".join(sheet.extract_text() for sheet in paper)
        assert "Released and banned from France" in everything
        for furniture in ("Follow the route", "Play", "1×", "Key to the map"):
            assert furniture not in everything
        # Drawn as lines, not as a picture of dots: sharp on any printer.
        assert len(first.curves) > 40
        assert not [image for image in first.images if image["width"] > first.width / 3]


@ORIENTATIONS
def test_nothing_is_cut_at_the_edge_of_the_paper(
    chromium: Browser, detailed_page: Path, *, landscape: bool
) -> None:
    with printed(chromium, detailed_page, landscape=landscape, scripts=True) as paper:
        assert len(paper) < 15
        for sheet in paper:
            for word in sheet.extract_words():
                assert word["x0"] >= 20
                assert word["top"] >= 20
                assert word["x1"] <= sheet.width - 20
                assert word["bottom"] <= sheet.height - 20
        # Land and sea come out though backgrounds are left out, each in its own grey.
        shades = paper[0].to_image(resolution=50).original.convert("L").getcolors()
        assert shades
        assert len([count for count, _ in shades if count > 20]) > 10


def test_picture_and_list_are_in_the_players_page_only_where_they_are_read(
    chromium: Browser, detailed_page: Path
) -> None:
    read = ".em-picture, .em-picture svg *, .em-stays, .em-stay"
    with opened(chromium, detailed_page) as page:
        assert page.locator(".em-live").count() == 1
        assert page.locator(read).count() == 0
        assert page.locator("*").count() <= 200
        page.locator(".em-list-toggle").click()
        assert page.locator(".em-panel .em-stay").count() > 20
        page.locator(".em-list-toggle").click()
        assert page.locator(read).count() == 0
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.locator(".em-picture").is_visible()
        assert page.locator(".em-map").is_hidden()
        assert page.locator(".em-stay").last.is_visible()


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


def test_a_dark_screen_prints_dark_ink_on_white(chromium: Browser, detailed_page: Path) -> None:
    with opened(chromium, detailed_page) as page:
        page.emulate_media(color_scheme="dark")
        dark = page.evaluate("getComputedStyle(document.querySelector('.exile-map')).color")
        page.emulate_media(color_scheme="dark", media="print")
        ink = page.evaluate("getComputedStyle(document.querySelector('.exile-map')).color")
    assert dark == "rgb(236, 231, 218)"
    assert ink == "rgb(35, 40, 45)"
