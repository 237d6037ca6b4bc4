"""The framed page in a real browser: messages, the sandbox, the scroll of the host's page."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from conftest import SERGE
from serving import Site, served
from test_element import until
from test_player import drawn

from exile_map import embedding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, FrameLocator, Page

_LISTEN = """
const map = () => document.querySelector("iframe").contentWindow;
window.heard = [];
addEventListener("message", ({ source, origin, data }) => {
    heard.push({ ours: source === map(), origin, data }); });
window.send = (data) => map().postMessage(data, "*");
"""
_UNKNOWN = """() => { heard.length = 0;
    for (const data of [null, 0, "play", [], {}, { command: "play" }, new Error("x"),
        { exileMap: 2, command: "play" }, { exileMap: "1", command: "play" }, { exileMap: 1 },
        { exileMap: 1, command: "destroy" }, { exileMap: 1, command: "constructor" },
        { exileMap: 1, command: ["play"] }, { exileMap: 1, command: "seek" },
        { exileMap: 1, command: "seek", to: "0.5" }, { exileMap: 1, command: "goTo", to: 4 },
        { exileMap: 1, command: "goTo" }, new Map([["command", "play"]])]) send(data); }"""
_EVENTS = "heard.map((m) => m.data.event)"


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Path]]:
    """Serve a folder of maps on an origin of its own."""
    folder = tmp_path_factory.mktemp("maps")
    drawn(SERGE, folder).rename(folder / "serge.html")
    with served(folder) as site:
        yield site, folder


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Path]]:
    """Serve a folder of articles on another origin."""
    folder = tmp_path_factory.mktemp("hosts")
    with served(folder) as site:
        yield site, folder


@contextmanager
def framed(
    browser: Browser,
    host: tuple[Site, Path],
    snippet: str,
    *,
    policy: str = "default-src 'none'; script-src 'self'; frame-src http:",
    **options: Any,  # noqa: ANN401 -- the browser's own
) -> Iterator[Page]:
    """Open an article with a framed map, and fail on any error."""
    site, folder = host
    (folder / "listen.js").write_text(_LISTEN, encoding="utf-8")
    text = (
        '<!doctype html><html lang="en"><meta name="viewport" content="width=device-width">'
        # It listens before the frame is there, which may be ready sooner than a script below it.
        f'<title>An article</title><script src="listen.js"></script><main><h1>An article</h1>'
        f"{snippet}{'<p>below</p>' * 60}</main>"
    )
    (folder / "article.html").write_text(text, encoding="utf-8")
    site.headers["Content-Security-Policy"] = policy
    options.setdefault("viewport", {"width": 1000, "height": 800})
    context = browser.new_context(**options)
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.origin}/article.html")
    try:
        yield page
        # The frame's own style attribute is what such a policy forbids: its attributes hold.
        assert [e for e in errors if "inline style" not in e] == []
    finally:
        context.close()


def snippet(maps: tuple[Site, Path], name: str = "serge.html", **how: Any) -> str:  # noqa: ANN401 -- as Frame has them
    """Return what `exile-map embed` prints for a map on its own origin."""
    return embedding.frame(f"{maps[0].origin}/{name}", "Victor Serge", embedding.Frame(**how))


def inside(page: Page) -> FrameLocator:
    """Return the framed page."""
    return page.frame_locator("iframe")


def test_the_sandboxed_map_answers_and_tells(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path]
) -> None:
    with framed(chromium, hosts, snippet(maps)) as page:
        until(page, f"({_EVENTS}).includes('ready')")
        assert page.evaluate("heard[0].origin") == "null", "it has no origin to speak of"
        assert page.evaluate("heard[0].ours") is True
        page.evaluate("send({ exileMap: 1, command: 'goTo', to: '4-barcelona' })")
        until(page, f"({_EVENTS}).includes('state')")
        state = page.evaluate("heard.at(-1).data")
        assert state["event"] == "state"
        assert state["exileMap"] == 1
        assert state["place"] == "Barcelona"
        assert state["playing"] is False
        assert inside(page).locator(".em-card h2").inner_text() == "Barcelona"
        page.evaluate("send({ exileMap: 1, command: 'play' })")
        until(page, f"({_EVENTS}).includes('playing')")
        page.evaluate("send({ exileMap: 1, command: 'seek', to: 0.9999 })")
        until(page, f"({_EVENTS}).includes('ended')")
        told = page.evaluate(_EVENTS)
        assert "stay" in told
        assert told[-2:] in (["paused", "ended"], ["ended", "state"])
        page.evaluate("send({ exileMap: 1, command: 'play' })")
        page.evaluate("send({ exileMap: 1, command: 'pause' })")
        until(page, "heard.at(-1).data.event === 'state' && !heard.at(-1).data.playing")


def test_it_ignores_what_it_does_not_know(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path]
) -> None:
    with framed(chromium, hosts, snippet(maps)) as page:
        until(page, f"({_EVENTS}).includes('ready')")
        page.evaluate(_UNKNOWN)
        page.evaluate("send({ exileMap: 1, command: 'seek', to: NaN })")
        page.evaluate("send({ exileMap: 1, command: 'goTo', to: 'nowhere' })")
        page.evaluate("send({ exileMap: 1, command: 'state' })")
        until(page, "heard.length === 3")
        answers = page.evaluate("heard.map((m) => [m.data.event, m.data.progress, m.data.playing])")
        assert answers == [["state", 0, False]] * 3


def test_only_its_own_parent_may_speak_to_it(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path]
) -> None:
    site, folder = hosts
    (folder / "stranger.html").write_text(
        '<!doctype html><title>x</title><script src="stranger.js"></script>', encoding="utf-8"
    )
    (folder / "stranger.js").write_text(
        "const play = { exileMap: 1, command: 'play' };"
        "setInterval(() => parent.frames[0].postMessage(play, '*'), 30);",
        encoding="utf-8",
    )
    both = snippet(maps) + f'<iframe src="{site.origin}/stranger.html" title="Another"></iframe>'
    with framed(chromium, hosts, both) as page:
        until(page, f"({_EVENTS}).includes('ready')")
        page.wait_for_timeout(400)
        assert "playing" not in page.evaluate(_EVENTS)


@pytest.mark.parametrize("who", ["this host", "https://museum.example"])
def test_a_list_of_origins_says_who_may_speak_and_hear(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path], tmp_path: Path, who: str
) -> None:
    listed = who == "this host"
    who = hosts[0].origin if listed else who
    options = ("--allow-origin", "https://other.example:8443", "--allow-origin", who)
    drawn(SERGE, tmp_path, *options).rename(maps[1] / "listed.html")
    with framed(chromium, hosts, snippet(maps, "listed.html")) as page:
        assert inside(page).locator(".em-card .em-name").inner_text() == "Victor Serge"
        page.evaluate("send({ exileMap: 1, command: 'play' })")
        if listed:
            until(page, f"({_EVENTS}).includes('playing')")
            assert "ready" in page.evaluate(_EVENTS)
        else:
            page.wait_for_timeout(400)
            assert page.evaluate("heard.length") == 0
            play = inside(page).get_by_role("button", name="Play", exact=True)
            assert play.is_visible(), "it was told to play, and does not"


def test_the_wheel_over_the_map_scrolls_the_article(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path]
) -> None:
    with framed(chromium, hosts, snippet(maps)) as page:
        until(page, f"({_EVENTS}).includes('ready')")
        box = page.locator("iframe").bounding_box()
        assert box
        page.mouse.move(box["x"] + 700, box["y"] + 250)
        page.mouse.wheel(0, 150)
        until(page, "scrollY > 100")
        assert inside(page).locator(".em-hint.em-shown").inner_text().startswith("Ctrl")
        page.evaluate("scrollTo(0, 0)")
        # Over the card's text, whose own scrolling is at its end, too.
        inside(page).get_by_role("button", name="Follow the route").click()
        inside(page).get_by_role("button", name="Pause").click()
        page.mouse.move(box["x"] + 150, box["y"] + 200)
        for _ in range(4):
            page.mouse.wheel(0, 300)
            page.wait_for_timeout(100)
        until(page, "scrollY > 100")


def test_it_rests_while_it_is_scrolled_away(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path]
) -> None:
    with framed(chromium, hosts, snippet(maps)) as page:
        until(page, f"({_EVENTS}).includes('ready')")
        page.evaluate("send({ exileMap: 1, command: 'play' })")
        until(page, f"({_EVENTS}).includes('playing')")
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        # A stay that was reached in the last picture may be told after it.
        until(page, f"({_EVENTS}).includes('paused')")
        page.evaluate("scrollTo(0, 0)")
        until(page, f"({_EVENTS}).lastIndexOf('playing') > ({_EVENTS}).lastIndexOf('paused')")


def test_by_itself_a_page_takes_the_wheel_and_speaks_to_nobody(
    chromium: Browser, maps: tuple[Site, Path]
) -> None:
    context = chromium.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(f"{maps[0].origin}/serge.html")
    before = page.evaluate("exileMap.inspect().camera.zoom")
    page.evaluate("addEventListener('message', () => (window.heard = true))")
    page.evaluate("postMessage({ exileMap: 1, command: 'play' }, '*')")
    page.mouse.move(700, 300)
    page.mouse.wheel(0, -300)
    page.wait_for_timeout(400)
    assert page.evaluate("exileMap.inspect().camera.zoom") > before
    assert page.evaluate("exileMap.now().playing") is False
    assert page.evaluate("heard") is True
    context.close()


def test_the_page_s_own_object_is_what_the_documentation_says(
    chromium: Browser, maps: tuple[Site, Path]
) -> None:
    context = chromium.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(f"{maps[0].origin}/serge.html")
    told = page.evaluate("""() => { const told = [];
        const root = document.getElementById("exile-map");
        for (const type of ["stay", "playing", "paused", "ended"])
            root.addEventListener(type, (e) => told.push([type, e.detail.stay]));
        const found = exileMap.goTo("4-barcelona"); const lost = exileMap.goTo("nowhere");
        exileMap.play(); exileMap.pause(); exileMap.seek(1);
        return { found, lost, told, now: exileMap.now(), state: exileMap.state(),
            ready: exileMap.ready() }; }""")
    assert (told["found"], told["lost"], told["ready"]) == (True, False, True)
    assert told["told"] == [
        ["stay", "4-barcelona"],
        ["playing", "4-barcelona"],
        ["paused", "4-barcelona"],
        ["stay", None],
    ]
    assert told["state"] == 1
    now = told["now"]
    assert now.keys() == {"playing", "progress", "stay", "place", "when", "year"}
    assert now["progress"] == 1
    context.close()


def test_links_open_in_a_new_tab_where_the_frame_lets_them(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path], tmp_path: Path
) -> None:
    table = tmp_path / "linked.csv"
    table.write_text(
        f"place,year,url\nParis,1909,{hosts[0].origin}/article.html\nBrussels,1910,\n",
        encoding="utf-8",
    )
    drawn(table, tmp_path).rename(maps[1] / "linked.html")
    with framed(chromium, hosts, snippet(maps, "linked.html", links=True)) as page:
        inside(page).get_by_role("button", name="Follow the route").click()
        with page.context.expect_page() as opened:
            inside(page).get_by_role("link", name="Read more").click()
        assert opened.value.title() == "An article"
        assert opened.value.evaluate("opener") is None


def test_served_with_its_headers_it_works_as_before(
    chromium: Browser, maps: tuple[Site, Path], hosts: tuple[Site, Path]
) -> None:
    html = (maps[1] / "serge.html").read_text("utf-8")
    maps[0].headers.update(embedding.headers(html))
    try:
        with framed(chromium, hosts, snippet(maps)) as page:
            until(page, f"({_EVENTS}).includes('ready')")
    finally:
        maps[0].headers.clear()
