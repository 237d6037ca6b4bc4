"""The custom element in a real browser: what it shows, what it asks, what it bears."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, SERGE
from serving import Site, served

from exile_map import geocoding, page, places, routes
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

Json = Any

HOST_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"


def document_of(table: Path, lang: str = "en") -> Json:
    """Return a table as the document that `exile-map export` writes."""
    drawn = routes.build(geocoding.locate(places.read(table)))
    title = drawn[0].person
    return to_geojson(drawn, title=title, lang=lang, country_name=Gazetteer().country_name)


def write(folder: Path, name: str, document: Json) -> None:
    """Write a document beside the module."""
    text = document if isinstance(document, str) else json.dumps(document)
    (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the module and two lives."""
    made = tmp_path_factory.mktemp("element")
    (made / "exile-map.js").write_text(page.module("110m"), encoding="utf-8")
    write(made, "serge.geojson", document_of(SERGE))
    write(made, "benjamin.geojson", document_of(ROOT / "tests" / "routes" / "benjamin.csv", "fr"))
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    """Serve the folder under the strictest policy that the documentation allows a host."""
    with served(folder, {"Content-Security-Policy": HOST_POLICY}) as running:
        yield running


@contextmanager
def article(  # noqa: PLR0913 -- one parameter a thing that tests vary
    browser: Browser,
    site: Site,
    folder: Path,
    body: str,
    *,
    head: str = "",
    expected: tuple[str, ...] = (),
    **options: Any,  # noqa: ANN401 -- the browser's own
) -> Iterator[Page]:
    """Open a page with this body, and fail on any error, or request elsewhere, that it makes."""
    head = f'<script type="module" src="exile-map.js"></script>{head}'
    text = f'<!doctype html><html lang="en"><title>An article</title>{head}<main>{body}</main>'
    (folder / "article.html").write_text(text, encoding="utf-8")
    site.asked.clear()
    options.setdefault("viewport", {"width": 1000, "height": 800})
    context = browser.new_context(**options)
    opened = context.new_page()
    requests: list[str] = []
    errors: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: errors.append(message.text))
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(f"{site.origin}/article.html")
    try:
        yield opened
        assert [u for u in requests if not u.startswith((site.origin, "data:", "blob:"))] == []
        assert [e for e in errors if not any(part in e for part in expected)] == []
        assert context.cookies() == []
    finally:
        context.close()


def until(opened: Page, truth: str, arg: object = None) -> None:
    """Wait until something is true; a page with a policy does not let Playwright do it itself."""
    for _ in range(200):
        if opened.evaluate(truth, arg):
            return
        opened.wait_for_timeout(50)
    pytest.fail(f"it never became true: {truth}")


def wait(opened: Page, name: str = "a") -> None:
    """Wait until an element shows a map."""
    until(opened, f"document.getElementById('{name}').ready?.()")


_BASE = "a.shadowRoot.querySelector('.em-sheet-base').toDataURL()"
SERGE_ELEMENT = '<exile-map id="a" src="serge.geojson"></exile-map>'


def test_it_asks_for_the_module_and_the_document_and_nothing_else(
    chromium: Browser, site: Site, folder: Path
) -> None:
    with article(chromium, site, folder, SERGE_ELEMENT) as opened:
        wait(opened)
        opened.evaluate("a.play()")
        until(opened, "a.now().progress > 0.03")
        for stay in (0, 5, 10):
            opened.evaluate("n => a.goTo(a.data.features[n].id)", stay)
        assert site.asked == ["/article.html", "/exile-map.js", "/serge.geojson"]
        assert site.cookies == []
        assert opened.evaluate("localStorage.length + sessionStorage.length") == 0


def test_a_map_that_nobody_has_come_near_is_not_even_fetched(
    chromium: Browser, site: Site, folder: Path
) -> None:
    far = "<p>far</p>" * 200 + SERGE_ELEMENT
    with article(chromium, site, folder, far) as opened:
        opened.wait_for_timeout(300)
        assert site.asked == ["/article.html", "/exile-map.js"]
        assert opened.evaluate("a.shadowRoot.childElementCount") == 0
        opened.evaluate("a.scrollIntoView()")
        wait(opened)
        assert site.asked[-1] == "/serge.geojson"


def test_what_is_asked_before_it_is_ready_is_done_then(
    chromium: Browser, site: Site, folder: Path
) -> None:
    far = "<p>far</p>" * 200 + SERGE_ELEMENT
    with article(chromium, site, folder, far) as opened:
        opened.evaluate("a.goTo('11-mexico-city')")
        wait(opened)
        assert opened.evaluate("a.now().stay") == "11-mexico-city"


def test_its_attributes_choose_language_stay_and_theme(
    chromium: Browser, site: Site, folder: Path
) -> None:
    more = 'lang="de-AT" stay="2-paris" theme="dark"'
    body = f'<exile-map id="a" src="serge.geojson" {more}></exile-map>'
    with article(chromium, site, folder, body) as opened:
        wait(opened)
        state = opened.evaluate("a.now()")
        assert state["stay"] == "2-paris"
        assert state["place"] == "Paris"
        assert state["playing"] is False
        assert opened.get_by_role("button", name="Orte", exact=True).count() == 1
        paper = "getComputedStyle(a.shadowRoot.firstElementChild).backgroundColor"
        dark = opened.evaluate(paper)
        opened.evaluate("a.setAttribute('theme', 'light')")
        assert opened.evaluate(paper) != dark
        opened.evaluate("a.setAttribute('stay', '4-barcelona')")
        assert opened.evaluate("a.now().stay") == "4-barcelona"
        opened.evaluate("a.setAttribute('lang', 'ar')")
        assert opened.evaluate("a.shadowRoot.firstElementChild.dir") == "rtl"
        assert opened.evaluate("a.now().stay") == "4-barcelona", "it keeps its place"
        opened.evaluate("a.setAttribute('src', 'benjamin.geojson'); a.removeAttribute('lang')")
        wait(opened)
        assert opened.evaluate("a.shadowRoot.firstElementChild.lang") == "fr", "the document's own"


def test_it_tells_what_it_does_by_events_on_itself(
    chromium: Browser, site: Site, folder: Path
) -> None:
    body = '<exile-map id="a"></exile-map>'
    with article(chromium, site, folder, body) as opened:
        told = opened.evaluate("""async () => {
            await customElements.whenDefined("exile-map");
            const told = [];
            for (const type of ["ready", "stay", "playing", "paused", "ended"])
                a.addEventListener(type, (e) => told.push([type, e.detail.stay, e.bubbles]));
            a.data = await (await fetch("benjamin.geojson")).json();
            a.seek(0.999);
            a.play();
            await new Promise((done) => a.addEventListener("ended", done));
            a.goTo(a.data.features[1].id);
            return told; }""")
        assert [type_ for type_, _, _ in told] == ["ready", "playing", "paused", "ended", "stay"]
        assert told[-1][1] == "2-paris"
        assert not any(bubbles for _, _, bubbles in told)


def test_autoplay_waits_until_it_is_seen_and_rests_when_it_is_not(
    chromium: Browser, site: Site, folder: Path
) -> None:
    body = (
        '<div id="top"><p>above</p></div>'
        '<exile-map id="a" src="serge.geojson" autoplay></exile-map>' + "<p>below</p>" * 100
    )
    head = '<link rel="stylesheet" href="gap.css">'
    (folder / "gap.css").write_text("#top { height: 1000px }", encoding="utf-8")
    site.headers["Content-Security-Policy"] = HOST_POLICY + "; style-src 'self'"
    with article(chromium, site, folder, body, head=head) as opened:
        wait(opened)
        opened.wait_for_timeout(400)
        assert opened.evaluate("a.now().progress") < 0.02, "it is near, and not seen"
        opened.evaluate("a.scrollIntoView({block: 'center'})")
        until(opened, "a.now().playing && a.now().progress > 0.02")
        opened.evaluate("scrollTo(0, 0)")
        until(opened, "!a.now().playing")
        at = opened.evaluate("a.now().progress")
        opened.wait_for_timeout(300)
        assert opened.evaluate("a.now().progress") == at
        opened.evaluate("a.scrollIntoView({block: 'center'})")
        until(opened, "a.now().playing")
        opened.evaluate("a.pause(); scrollTo(0, 0)")
        opened.wait_for_timeout(200)
        opened.evaluate("a.scrollIntoView({block: 'center'})")
        opened.wait_for_timeout(200)
        assert opened.evaluate("a.now().playing") is False, "who paused it is obeyed"
    site.headers["Content-Security-Policy"] = HOST_POLICY


def test_it_rests_in_a_hidden_tab(chromium: Browser, site: Site, folder: Path) -> None:
    # A headless browser hides no tab: the page is told so instead.
    hide = """hidden => { Object.defineProperty(document, "hidden",
        { configurable: true, get: () => hidden });
        document.dispatchEvent(new Event("visibilitychange")); }"""
    with article(chromium, site, folder, SERGE_ELEMENT) as opened:
        wait(opened)
        opened.evaluate("a.play()")
        opened.evaluate(hide, arg=True)
        assert opened.evaluate("a.now().playing") is False
        opened.evaluate(hide, arg=False)
        assert opened.evaluate("a.now().playing") is True


def test_it_never_plays_by_itself_for_those_who_asked_for_less_motion(
    chromium: Browser, site: Site, folder: Path
) -> None:
    body = '<exile-map id="a" src="serge.geojson" autoplay></exile-map>'
    with article(chromium, site, folder, body, reduced_motion="reduce") as opened:
        wait(opened)
        opened.wait_for_timeout(200)
        assert opened.evaluate("a.now().playing") is False


def test_two_on_a_page_are_independent(chromium: Browser, site: Site, folder: Path) -> None:
    body = (
        '<exile-map id="a" src="serge.geojson"></exile-map>'
        '<exile-map id="b" src="benjamin.geojson" theme="dark"></exile-map>'
    )
    with article(chromium, site, folder, body) as opened:
        wait(opened, "a")
        wait(opened, "b")
        opened.evaluate("a.goTo('4-barcelona')")
        assert opened.evaluate("b.now().stay") is None
        opened.evaluate("b.play()")
        assert opened.evaluate("[a.now().playing, b.now().playing]") == [False, True]
        opened.evaluate("b.pause(); a.remove()")
        opened.evaluate("b.goTo('3-portbou')")
        assert opened.evaluate("b.now().place") == "Portbou"
        shown = _BASE.replace("a.", "b.", 1)
        before = opened.evaluate(shown)
        opened.evaluate("b.seek(0)")
        assert opened.evaluate(shown) != before


_LOOKS = """() => [...a.shadowRoot.querySelectorAll("*")].map((e) => {
    const s = getComputedStyle(e); const r = e.getBoundingClientRect();
    return [e.tagName, e.className.baseVal ?? e.className, s.color, s.fontSize, s.fontFamily,
        s.letterSpacing, s.textAlign, s.textTransform, s.lineHeight, s.cursor, s.margin,
        Math.round(r.width), Math.round(r.height)].join("|"); })"""
_OUTSIDE = """() => [p, q].map((e) => { const s = getComputedStyle(e);
    return [s.padding, s.border, s.backgroundColor, s.display].join("|"); })"""


def test_no_style_leaks_in_or_out(chromium: Browser, site: Site, folder: Path) -> None:
    wild = (
        "* { letter-spacing: 9px !important; box-sizing: content-box } html { font-size: 40px }"
        " main { color: red; text-transform: uppercase; line-height: 4; text-align: right;"
        " font: bold 30px monospace; direction: rtl; cursor: wait; visibility: visible }"
        " p, button, h2, ol, .em-card, .em-stay { color: lime !important; margin: 40px !important;"
        " border: 9px solid !important } .exile-map { --em-ink: red }"
    )
    (folder / "wild.css").write_text(wild, encoding="utf-8")
    (folder / "plain.css").write_text("", encoding="utf-8")
    site.headers["Content-Security-Policy"] = HOST_POLICY + "; style-src 'self'"
    looks = []
    for sheet in ("plain", "wild"):
        head = f'<link rel="stylesheet" href="{sheet}.css">'
        ours = '<p class="em-stay" id="p">text</p><button id="q" class="em-button">b</button>'
        body = ours + SERGE_ELEMENT
        with article(chromium, site, folder, body, head=head) as opened:
            wait(opened)
            opened.evaluate("a.goTo('4-barcelona')")
            opened.evaluate("a.shadowRoot.querySelector('.em-list-toggle').click()")
            looks.append(opened.evaluate(_LOOKS))
            if sheet == "plain":
                outside = opened.evaluate(_OUTSIDE)
                opened.evaluate("a.remove()")
                assert outside == opened.evaluate(_OUTSIDE)
    site.headers["Content-Security-Policy"] = HOST_POLICY
    assert len(looks[0]) > 100
    assert looks[0] == looks[1]


# To the top until it stays there: what a finger threw takes its time to come to rest.
_REST = """async () => { for (let still = 0; still < 30; still = scrollY === 0 ? still + 1 : 0) {
    scrollTo(0, 0); await new Promise(requestAnimationFrame); } }"""


def test_the_wheel_and_one_finger_scroll_the_page_and_ctrl_zooms(
    chromium: Browser, site: Site, folder: Path
) -> None:
    body = SERGE_ELEMENT + "<p>below</p>" * 100
    with article(chromium, site, folder, body, has_touch=True) as opened:
        wait(opened)
        hint = "a.shadowRoot.querySelector('.em-hint.em-shown')?.textContent"
        opened.mouse.move(700, 250)
        opened.mouse.wheel(0, 120)
        until(opened, "scrollY > 80")
        assert opened.evaluate(hint) == "Ctrl and scrolling zooms the map"
        opened.evaluate("scrollTo(0, 0)")
        view = opened.evaluate(_BASE)
        opened.keyboard.down("Control")
        opened.mouse.wheel(0, -240)
        opened.keyboard.up("Control")
        until(opened, f"view => {_BASE} !== view", view)
        assert opened.evaluate("scrollY") == 0
        view = opened.evaluate(_BASE)
        swipe(opened, *([{"x": 700, "y": 420 - n}] for n in range(0, 240, 30)))
        until(opened, "scrollY > 100")
        assert opened.evaluate(hint) == "Move the map with two fingers"
        assert opened.evaluate(_BASE) == view, "the page moved, and not the map"
        opened.evaluate(_REST)
        pinch = [
            [{"x": 700 - apart, "y": 300, "id": 0}, {"x": 700 + apart, "y": 300, "id": 1}]
            for apart in (40, 60, 90, 130)
        ]
        swipe(opened, *pinch)
        until(opened, f"view => {_BASE} !== view", view)
        assert opened.evaluate("scrollY") == 0


def swipe(opened: Page, *moves: list[dict[str, int]]) -> None:
    """Put fingers on the page, move them, and lift them."""
    touch = opened.context.new_cdp_session(opened)
    for kind, fingers in (
        ("touchStart", moves[0]),
        *(("touchMove", fingers) for fingers in moves[1:]),
        ("touchEnd", []),
    ):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})


def test_the_list_never_scrolls_the_page(chromium: Browser, site: Site, folder: Path) -> None:
    body = SERGE_ELEMENT + "<p>below</p>" * 100
    with article(chromium, site, folder, body) as opened:
        wait(opened)
        opened.evaluate("a.shadowRoot.querySelector('.em-list-toggle').click()")
        opened.evaluate("scrollTo(0, 450)")
        opened.evaluate("a.goTo('11-mexico-city')")
        assert opened.evaluate("scrollY") == 450
        seen = opened.evaluate("""() => { const item = a.shadowRoot.querySelector("[aria-current]");
            const [i, p] = [item, item.closest(".em-panel")].map((e) => e.getBoundingClientRect());
            return item.id === "stay-11-mexico-city" && i.top >= p.top && i.top < p.bottom; }""")
        assert seen


def test_added_and_removed_often_it_leaves_nothing(
    chromium: Browser, site: Site, folder: Path
) -> None:
    with article(chromium, site, folder, "<div id='place'></div>") as opened:
        metrics = opened.context.new_cdp_session(opened)
        metrics.send("Performance.enable")

        def counted() -> dict[str, float]:
            metrics.send("HeapProfiler.collectGarbage")
            found = metrics.send("Performance.getMetrics")["metrics"]
            return {m["name"]: m["value"] for m in found}

        again = """async (times) => {
            window.read ??= await (await fetch("benjamin.geojson")).json();
            for (let i = 0; i < times; i++) {
                const map = document.createElement("exile-map");
                map.data = read;
                place.append(map);
                map.seek(0.5);
                await new Promise((done) => map.addEventListener("ready", done));
                map.play();
                map.remove();
            }
            await new Promise((done) => setTimeout(done, 100)); }"""
        opened.evaluate(again, 5)
        before = counted()
        opened.evaluate(again, 100)
        after = counted()
        assert after["JSEventListeners"] <= before["JSEventListeners"] + 2
        assert after["Nodes"] <= before["Nodes"] * 1.1 + 50
        assert after["JSHeapUsedSize"] <= before["JSHeapUsedSize"] + 3_000_000


def test_without_scripts_the_link_and_the_list_stand_there(
    chromium: Browser, site: Site, folder: Path
) -> None:
    from exile_map import embedding

    document = json.loads((folder / "serge.geojson").read_text("utf-8"))
    body = embedding.element(document, "serge.geojson", "exile-map.js")
    with article(chromium, site, folder, body, java_script_enabled=False) as opened:
        assert opened.get_by_role("link", name="Victor Serge").is_visible()
        assert opened.get_by_role("listitem").count() == 11
        assert opened.get_by_role("listitem").first.is_visible()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "none.geojson could not be fetched: 404"),
        ("<!doctype html>", "is no JSON"),
        ("[1, 2]", "no GeoJSON FeatureCollection"),
        ('{"type": "FeatureCollection", "features": []}', "exile-map export"),
        ('{"type": "FeatureCollection", "features": [], "exile_map": {"version": 9}}', "version 9"),
    ],
)
def test_what_cannot_be_shown_is_told_and_the_fallback_stands(
    chromium: Browser, site: Site, folder: Path, text: str | None, reason: str
) -> None:
    if text is not None:
        write(folder, "bad.geojson", text)
    src = "none.geojson" if text is None else "bad.geojson"
    body = f'<exile-map id="a" src="{src}" lang="fr"><p>The fallback</p></exile-map>'
    with article(chromium, site, folder, body, expected=("404",)) as opened:
        alert = opened.get_by_role("alert")
        assert alert.inner_text() == "Cette carte n’a pas pu être affichée."
        assert reason in opened.locator(".em-reason").inner_text()
        assert opened.get_by_text("The fallback").is_visible()
        assert opened.evaluate("a.ready()") is False


def test_pictures_from_elsewhere_are_asked_for_only_where_the_page_says_so(
    chromium: Browser, site: Site, folder: Path
) -> None:
    document = document_of(ROOT / "tests" / "routes" / "benjamin.csv")
    for feature in document["features"]:
        if feature["properties"]["type"] == "stay":
            feature["properties"]["image"] = f"{site.origin}/picture.png"
    write(folder, "pictures.geojson", document)
    pixel = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
    )
    (folder / "picture.png").write_bytes(pixel)
    body = '<exile-map id="a" src="pictures.geojson" stay="2-paris"></exile-map>'
    with article(chromium, site, folder, body) as opened:
        wait(opened)
        opened.wait_for_timeout(200)
        assert "/picture.png" not in site.asked
    site.headers["Content-Security-Policy"] = HOST_POLICY + "; img-src 'self'"
    body = body.replace("stay=", 'images="link" stay=')
    with article(chromium, site, folder, body, expected=("Failed to load", "decod")) as opened:
        wait(opened)
        opened.wait_for_timeout(200)
        assert "/picture.png" in site.asked
    site.headers["Content-Security-Policy"] = HOST_POLICY
