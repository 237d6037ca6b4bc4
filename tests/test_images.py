from __future__ import annotations

import base64
import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from serving import served
from test_player import opened

from exile_map import geocoding, images, places
from exile_map.cli import main
from exile_map.errors import CannotAskError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
)
JPEG = b"\xff\xd8\xff\xe0 and so on"
WEBP = b"RIFF\x00\x00\x00\x00WEBPVP8 "
AVIF = b"\x00\x00\x00\x1cftypavif"


def table(folder: Path, *cells: str) -> Path:
    path = folder / "life.csv"
    rows = [f'Paris,{1909 + n},"{cell}",the portrait' for n, cell in enumerate(cells)]
    path.write_text("place,year,image,image_alt\n" + "\n".join(rows), encoding="utf-8")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def shown(path: Path) -> list[str]:
    """Return the pictures in a saved map."""
    found = re.search(r'id="em-data">(.*?)</script>', path.read_text("utf-8"), re.DOTALL)
    assert found
    features = json.loads(found[1])["features"]
    return [f["properties"].get("image", "") for f in features if "title" in f["properties"]]


def told(
    folder: Path, cell: str, fetch: Callable[[str], bytes] | None = None
) -> tuple[str, list[str]]:
    """Return what became of a picture, and what was said of it."""
    located = geocoding.locate(places.read(table(folder, cell)))
    done = images.inline(located, folder, fetch=fetch)
    said = [str(problem) for problem in done.problems if problem.kind == "no-image"]
    return done.rows[0].place.image, said


@pytest.mark.parametrize(
    ("data", "kind"),
    [(PNG, "png"), (JPEG, "jpeg"), (b"GIF89a", "gif"), (WEBP, "webp"), (AVIF, "avif")],
)
def test_a_file_beside_the_table_is_put_into_the_map(
    tmp_path: Path, data: bytes, kind: str
) -> None:
    # What it is, is told by its bytes; the name may say what it likes.
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "portrait.dat").write_bytes(data)
    image, said = told(tmp_path, "pictures/portrait.dat")
    assert image == f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    assert said == []


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("none.png", "is no file beside the table"),
        ("../secret.png", "lies outside the table's folder"),
        ("/etc/passwd", "lies outside the table's folder"),
        ("link.png", "lies outside the table's folder"),
        ("pictures", "is no file beside the table"),
        ("drawing.svg", "is an SVG drawing, which can hold scripts"),
        ("text.png", "is no JPEG, PNG, GIF, WebP or AVIF picture"),
        ("large.png", "is too large: a page can bear 5 MB a picture"),
        ("javascript:alert(1)", "is no address of a picture"),
        ("file:///etc/passwd", "is no address of a picture"),
        ("//host/share.png", "is no address of a picture"),
        ("data:text/html;base64,PGI+", "is no address of a picture"),
        ("data:image/svg+xml;base64,PHN2Zz4=", "is no address of a picture"),
        ("https://museum.example/a.jpg", "is on the web"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_what_cannot_be_put_into_the_map_is_told_with_its_row(
    tmp_path: Path, cell: str, reason: str
) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(PNG)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "pictures").mkdir()
    (folder / "drawing.svg").write_text("<?xml version='1.0'?><svg/>")
    (folder / "text.png").write_text("no picture")
    (folder / "large.png").write_bytes(PNG + b"\0" * images.LARGEST)
    image, said = told(folder, cell)
    assert image == ""
    assert len(said) == 1
    assert said[0].startswith("life.csv, row 1 (line 2), column image: “")
    assert reason in said[0]


def test_a_picture_on_the_web_is_fetched_once_when_that_was_allowed(tmp_path: Path) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (web / "a.png").write_bytes(PNG)
    target = tmp_path / "map.html"
    with served(web) as site:
        given = table(tmp_path, f"{site.origin}/a.png", f"{site.origin}/a.png")
        refused = run("draw", str(given), "-o", str(target))
        assert "is on the web. Add --allow-url to fetch it, or --images link." in refused.output
        assert (shown(target), site.asked) == (["", ""], [])
        done = run("draw", str(given), "-o", str(target), "--allow-url")
        assert done.exit_code == 0
        assert site.asked == ["/a.png"]
    assert {image[:22] for image in shown(target)} == {"data:image/png;base64,"}
    assert re.search(r"kB, 0 of them pictures\)|kB, \d+ of them pictures\)", done.output)


def test_a_picture_that_does_not_answer_is_told_and_the_map_drawn(tmp_path: Path) -> None:
    asked: list[str] = []

    def silent(address: str) -> bytes:
        asked.append(address)
        message = f"{address} could not be asked: timed out"
        raise CannotAskError(message)

    address = "https://museum.example/a.jpg"
    located = geocoding.locate(places.read(table(tmp_path, address, address)))
    done = images.inline(located, tmp_path, fetch=silent)
    assert [row.place.image for row in done.rows] == ["", ""]
    assert asked == [address], "once is enough"
    said = [str(problem) for problem in done.problems if problem.kind == "no-image"]
    assert len(said) == 2
    assert "could not be asked: timed out. Check the address" in said[0]


def test_linked_pictures_are_left_where_they_are_and_the_policy_lets_them_come(
    chromium: Browser, tmp_path: Path
) -> None:
    web = tmp_path / "web"
    web.mkdir()
    (web / "a.png").write_bytes(PNG)
    (web / "b.png").write_bytes(PNG)
    with served(web) as other, served(web) as site:
        given = table(tmp_path, f"{other.origin}/a.png", "b.png", "javascript:alert(1)")
        done = run("draw", str(given), "-o", str(web / "map.html"), "--images", "link")
        assert "is no address of a picture" in done.output
        assert "2 pictures are asked for when they are shown." in done.output
        assert shown(web / "map.html") == [f"{other.origin}/a.png", "b.png", ""]
        policy = re.search("img-src ([^;]*);", (web / "map.html").read_text("utf-8"))
        assert policy
        assert policy[1] == f"data: blob: 'self' {other.origin}"
        context = chromium.new_context()
        page = context.new_page()
        errors: list[str] = []
        page.on("console", lambda message: errors.append(message.text))
        page.goto(f"{site.origin}/map.html")
        page.evaluate("exileMap.goTo('1-paris')")
        # Not `wait_for_function`: where it has to ask again, the page's policy refuses its `eval`.
        page.locator(".em-image").evaluate(
            "image => image.complete || new Promise(done => { image.onload = done; })"
        )
        assert page.locator(".em-image").get_attribute("alt") == "the portrait"
        page.evaluate("exileMap.goTo('2-paris')")
        page.wait_for_timeout(200)
        assert other.asked == ["/a.png"]
        assert site.asked == ["/map.html", "/b.png"]
        assert errors == []
        context.close()


def test_a_picture_in_the_map_is_shown_without_a_request(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    target = tmp_path / "map.html"
    assert run("draw", str(table(tmp_path, "a.png", "")), "-o", str(target)).exit_code == 0
    with opened(chromium, target) as page:
        page.evaluate("exileMap.goTo('1-paris')")
        assert page.evaluate("document.querySelector('.em-image').naturalWidth") == 2
        assert page.locator(".em-figure").is_visible()
        page.evaluate("exileMap.goTo('2-paris')")
        assert not page.locator(".em-figure").is_visible()


def test_a_warning_about_pictures_can_be_silenced(tmp_path: Path) -> None:
    given = table(tmp_path, "none.png")
    done = run("draw", str(given), "-o", str(tmp_path / "map.html"), "--silence", "no-image")
    assert done.exit_code == 0
    assert "none.png" not in done.output
