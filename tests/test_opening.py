"""How a page opens: what is seen before all has come, and what is made ready while it rests."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from test_player import DESKTOP, drawn, opened, wait_until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

PATIENCE = 60
_SEEN = """() => {
    const all = (what) => [...document.querySelectorAll(what)];
    const [route] = all(".em-sheet-travelled");
    const { width, height } = route;
    const blank = Object.assign(document.createElement("canvas"), { width, height });
    return { route: route.toDataURL() !== blank.toDataURL(),
        title: all(".em-card .em-name")[0].checkVisibility(),
        credits: all(".em-credits").filter((e) => e.checkVisibility()).length,
        loading: document.readyState === "loading", panel: all(".em-panel li").length }; }"""
_AT_A_STAY = """() => { let part = 0.4;
    while (exileMap.inspect().phase !== "stay") exileMap.seek((part += 0.0003)); }"""
_PLACES = [0.9, 0.13, 0.52, 0.31, 0.77, 0.04, 0.64]
_NAMES = "(places) => places.map((f) => { exileMap.seek(f); return exileMap.inspect().labels; })"


@contextmanager
def held(page: Path) -> Iterator[tuple[str, threading.Event]]:
    """Serve a page of which what follows the player's script does not come before it is let go."""
    let_go = threading.Event()
    html = page.read_bytes()
    end = html.index(b"</script>", html.index(b"<script>")) + len(b"</script>")

    class Slow(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(html[:end])
            self.wfile.flush()
            let_go.wait(PATIENCE)
            self.wfile.write(html[end:])

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", let_go
    finally:
        let_go.set()
        server.shutdown()
        server.server_close()


def table(folder: Path, stays: int) -> Path:
    """Write a life of many stays, each with a story."""
    path = folder / f"{stays}.csv"
    rows = (f"Stay {i},{1000 + i},{40 + i % 17},{2 + i % 23},Story {i}." for i in range(stays))
    path.write_text("\n".join(["place,year,lat,lon,story", *rows]), encoding="utf-8")
    return path


@pytest.mark.parametrize("stays", [30, 500], ids=["few", "packed"])
def test_the_route_is_seen_and_plays_before_the_document_has_come(
    chromium: Browser, tmp_path: Path, stays: int
) -> None:
    context = chromium.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    with held(drawn(table(tmp_path, stays), tmp_path)) as (address, let_go):
        page.goto(address, wait_until="commit")
        wait_until(page, "window.exileMap?.ready()")
        seen = page.evaluate(_SEEN)
        assert seen == {"route": True, "title": True, "credits": 1, "loading": True, "panel": 0}
        page.evaluate(_AT_A_STAY)
        place = page.locator(".em-card .em-place").inner_text()
        assert place.startswith("Stay ")
        page.get_by_role("button", name="Places", exact=True).click()
        let_go.set()
        wait_until(page, "document.readyState === 'complete'")
        wait_until(page, "document.querySelector('.em-panel li[aria-current]') !== null")
        assert page.locator(".em-panel li[aria-current] .em-go").inner_text() == place
        wait_until(page, "document.querySelector('.em-card .em-story').textContent !== ''")
        assert (
            page.locator(".em-card .em-story").inner_text() == place.replace("Stay", "Story") + "."
        )
        assert page.evaluate(_SEEN)["credits"] == 1
    context.close()
    assert errors == []


def test_names_placed_while_the_page_rests_are_those_placed_when_asked_for(
    chromium: Browser, tmp_path: Path
) -> None:
    page_of = drawn(table(tmp_path, 60), tmp_path)
    with opened(chromium, page_of) as page:
        asked = page.evaluate(_NAMES, _PLACES)
    with opened(chromium, page_of) as page:
        page.wait_for_timeout(4000)
        rested = page.evaluate(_NAMES, _PLACES[::-1])[::-1]
    assert all(asked)
    assert rested == asked
