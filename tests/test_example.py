"""The demonstration in examples/embed: an article with a framed map, two elements, and buttons."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, SERGE
from serving import Site, served
from test_element import document_of, until, wait, write
from test_player import drawn
from test_player_routes import tools  # noqa: F401 -- a fixture

from exile_map import embedding, page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

EXAMPLE = ROOT / "examples" / "embed"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'"
)
_SAYS = "document.getElementById('{}-says').textContent"
_AXE_RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`))"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the example as its README says to make it, under a strict policy."""
    folder = tmp_path_factory.mktemp("example")
    for path in EXAMPLE.iterdir():
        if path.suffix in (".html", ".css", ".js") and "exile_map" not in path.name:
            shutil.copy(path, folder)
    drawn(SERGE, folder).rename(folder / "serge.html")
    for name in ("benjamin", "trotsky"):
        life = document_of(ROOT / "tests" / "routes" / f"{name}.csv")
        write(folder, f"{name}.geojson", life)
    (folder / "exile-map.js").write_text(page.module(), encoding="utf-8")
    with served(folder, {"Content-Security-Policy": POLICY}) as running:
        # The framed page is a page of its own, with a policy of its own.
        html = (folder / "serge.html").read_text("utf-8")
        running.own["/serge.html"] = embedding.headers(html)
        yield running


def test_the_buttons_of_the_article_drive_its_maps(chromium: Browser, site: Site) -> None:
    site.asked.clear()
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    errors: list[str] = []
    requests: list[str] = []
    opened.on("console", lambda message: errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("request", lambda request: requests.append(request.url))
    opened.goto(f"{site.origin}/index.html")

    def press(label: str) -> None:
        button = opened.get_by_role("button", name=label, exact=True)
        button.scroll_into_view_if_needed()
        opened.wait_for_timeout(300)  # the browser learns where a frame in another process is
        button.click()

    def says(name: str) -> str:
        return opened.locator(f"#{name}-says").inner_text()

    opened.locator("#serge").scroll_into_view_if_needed()
    until(opened, f"{_SAYS.format('serge')} === 'At the beginning, at rest'")
    press("Go to Mexico")
    until(opened, f"{_SAYS.format('serge')}.startsWith('Mexico City')")
    opened.locator("#benjamin").scroll_into_view_if_needed()
    wait(opened, "benjamin")
    press("Follow Benjamin")
    until(opened, f"{_SAYS.format('benjamin')}.startsWith('Berlin')")
    assert says("benjamin").endswith("playing")
    assert says("serge").startswith("Mexico City"), "each is driven by itself"
    opened.locator("#trotsky").scroll_into_view_if_needed()
    wait(opened, "trotsky")
    press("Follow Trotsky")
    press("Pause Trotsky")
    until(opened, f"{_SAYS.format('trotsky')}.endsWith('at rest')")
    assert errors == []
    assert [url for url in requests if not url.startswith(site.origin)] == []
    assert sorted(site.asked) == sorted(
        f"/{name}"
        for name in (
            *("index.html", "article.css", "article.js", "exile-map.js"),
            *("serge.html", "benjamin.geojson", "trotsky.geojson"),
        )
    )
    context.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_to_object_to_in_the_article(
    chromium: Browser,
    site: Site,
    tools: Callable[[str, str], Path],  # noqa: F811 -- the fixture
    width: int,
) -> None:
    axe = tools("exile_map/player", "axe-core/axe.min.js").read_text("utf-8")
    # axe is no part of the article: its policy would, rightly, not let it run.
    context = chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    opened = context.new_page()
    opened.goto(f"{site.origin}/index.html")
    for name in ("serge", "benjamin", "trotsky"):
        opened.locator(f"#{name}").scroll_into_view_if_needed()
        opened.wait_for_timeout(300)
    wait(opened, "benjamin")
    wait(opened, "trotsky")
    for frame in opened.frames:
        frame.evaluate(axe)
    assert opened.evaluate(_AXE_RUN) == []
    opened.evaluate("benjamin.goTo('2-paris'); trotsky.goTo(trotsky.data.features[5].id)")
    for name in ("benjamin", "trotsky"):
        opened.locator(f"#{name} .em-list-toggle").click()
    assert opened.evaluate(_AXE_RUN) == []
    context.close()


def test_its_readme_makes_every_file_the_article_asks_for() -> None:
    readme = (EXAMPLE / "README.md").read_text("utf-8")
    article = (EXAMPLE / "index.html").read_text("utf-8")
    for name in re.findall(r'src="([^"]+)"', article):
        assert (EXAMPLE / name).exists() or name in readme, name
