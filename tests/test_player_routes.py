"""The page proved on five lives: short, long, over the Pacific, before the era, four at once."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from test_player import DESKTOP, PHONE, drawn, inspect, opened, overlap, stays_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
ROUTES = ("benjamin", "trotsky", "flotilla", "ovid", "lemerle")
ZOOMED = (640, 380)
"""1280 by 760 at 200 % zoom."""
WIDTHS = ((320, 640), (768, 1024), (1280, 760), ZOOMED)

_AXE_RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`))"""
_EVERY_STAY = """(ids) => ids.map((id) => {
    if (id === null) exileMap.seek(0); else exileMap.goTo(id);
    const { labels, markers } = exileMap.inspect();
    const furniture = [...document.querySelectorAll(".em-card, .em-legend-toggle, .em-legend-body, "
        + ".em-zooms, .em-credits, .em-bar")].map((e) => { const r = e.getBoundingClientRect();
            return { text: e.className, x: r.x, y: r.y, w: r.width, h: r.height }; })
        .filter((r) => r.w);
    return { id, labels, markers, furniture }; })"""
_SHIFTS = """() => new Promise((done) => {
    let shifted = []; let frames = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries())
        shifted.push(...entry.sources.map((s) => s.node?.className ?? s.node?.nodeName)); })
        .observe({ type: "layout-shift", buffered: false });
    exileMap.seek(0); exileMap.rate(10); exileMap.play();
    const look = () => { frames++;
        if (exileMap.inspect().playing) requestAnimationFrame(look);
        else setTimeout(() => done({ shifted, frames }), 100); };
    look(); })"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Return what draws a route in a language, once."""
    made: dict[tuple[str, str], Path] = {}

    def page(name: str, lang: str = "en") -> Path:
        if (name, lang) not in made:
            folder = tmp_path_factory.mktemp(f"{name}-{lang}")
            table = ROOT / "tests" / "routes" / f"{name}.csv"
            made[name, lang] = drawn(table, folder, "--lang", lang)
        return made[name, lang]

    return page


@pytest.fixture(scope="module")
def tools() -> Callable[[str, str], Path]:
    """Return what finds a file of an npm package, installed where it is missing."""

    def find(folder: str, path: str) -> Path:
        home = ROOT / folder
        found = home / "node_modules" / path
        if not found.exists():
            npm = shutil.which("npm")
            if npm is None:
                pytest.skip(f"{path} comes from npm, and there is no npm")
            command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run(command, cwd=home, check=True)
        return found

    return find


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_to_object_to(
    chromium: Browser,
    pages: Callable[..., Path],
    tools: Callable[[str, str], Path],
    theme: Literal["light", "dark"],
    lang: str,
) -> None:
    axe = tools("exile_map/player", "axe-core/axe.min.js").read_text("utf-8")
    turn = ("en", "ar").index(lang) * 2 + ("light", "dark").index(theme)
    for number, (width, height) in enumerate(WIDTHS):
        name = ROUTES[(number + turn) % len(ROUTES)]
        # axe is no part of the page: its policy would, rightly, not let it run.
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            device_scale_factor=2 if (width, height) == ZOOMED else 1,
            color_scheme=theme,
            bypass_csp=True,
            offline=True,
        )
        page = context.new_page()
        page.goto(pages(name, lang).as_uri())
        page.evaluate(axe)
        for moment in ("exileMap.seek(0)", "exileMap.seek(0.4)", "exileMap.seek(1)"):
            page.evaluate(moment)
            assert page.evaluate(_AXE_RUN) == [], f"{name} {lang} {theme} {width} {moment}"
        page.locator(".em-list-toggle").click()
        assert page.evaluate(_AXE_RUN) == [], f"{name} {lang} {theme} {width}, list"
        page.keyboard.press("Escape")
        page.keyboard.press("?")
        assert page.evaluate(_AXE_RUN) == [], f"{name} {lang} {theme} {width}, help"
        context.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize(("name", "lang"), [*((n, "en") for n in ROUTES), ("lemerle", "ar")])
def test_names_markers_and_furniture_keep_clear_of_each_other(
    chromium: Browser, pages: Callable[..., Path], name: str, lang: str, size: tuple[int, int]
) -> None:
    with opened(chromium, pages(name, lang), size) as page:
        ids = [None, *(stay["id"] for stay in stays_of(page))]
        for seen in page.evaluate(_EVERY_STAY, ids):
            at, labels = seen["id"], seen["labels"]
            dots = [
                {"x": m["x"] - m["r"], "y": m["y"] - m["r"], "w": 2 * m["r"], "h": 2 * m["r"]}
                for m in seen["markers"]
            ]
            assert labels, f"nothing is named at {at}"
            for number, label in enumerate(labels):
                others = [*labels[:number], *dots, *seen["furniture"]]
                assert not [o for o in others if overlap(label, o)], f"{label['text']} at {at}"
            if at is None:
                whole = [o for d in dots for o in seen["furniture"] if overlap(d, o)]
                assert not whole, "the opening hides no place"
            for a, b in combinations(seen["furniture"], 2):
                assert not overlap(a, b), f"{a['text']} and {b['text']} at {at}"
            for now in (m for m in seen["markers"] if m["state"] == "now"):
                room = {"x": now["x"] - 30, "y": now["y"] - 30, "w": 60, "h": 60}
                assert not [o for o in seen["furniture"] if overlap(room, o)], at


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_shifts_while_it_plays(
    chromium: Browser, pages: Callable[..., Path], size: tuple[int, int]
) -> None:
    with opened(chromium, pages("lemerle"), size) as page:
        seen = page.evaluate(_SHIFTS)
        assert seen["frames"] > 60
        # The card's own text is another at each stay; what stands around it stays where it is.
        card = (
            *("em-step", "em-position", "em-text", "em-story", "em-source", "em-doubt", "em-chip"),
            *("em-context", "em-when", "em-place", "em-facts", "em-quote", "em-eyebrow"),
            "em-card em-titled",  # at the end the title takes the card's place
        )
        assert [s for s in seen["shifted"] if s and not s.startswith(card)] == []


def test_four_lives_are_walked_by_keyboard_alone(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("lemerle")) as page:
        stays = stays_of(page)

        def tab_to(selector: str) -> None:
            for _ in range(40):
                page.keyboard.press("Tab")
                if page.evaluate("s => document.activeElement.matches(s)", selector):
                    return
            pytest.fail(f"{selector} is not reached by Tab")

        tab_to(".em-begin")
        page.keyboard.press("Enter")
        assert inspect(page)["playing"] is True
        page.keyboard.press("Space")
        assert inspect(page)["playing"] is False
        tab_to(".em-timeline")
        page.keyboard.press("Home")
        for stay in stays:
            page.keyboard.press("ArrowRight")
            assert inspect(page)["stay"] == stay["id"]
            assert page.locator(".em-eyebrow").inner_text() == stay["properties"]["person"]
        page.keyboard.press("l")
        assert page.evaluate("document.activeElement.className").split()[-1] == "em-close"
        tab_to(".em-go")
        page.keyboard.press("Enter")
        assert inspect(page)["stay"] == stays[0]["id"]
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.classList.contains('em-list-toggle')")
        tab_to(".em-more")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.classList.contains('em-more')")


def test_what_a_screen_reader_meets(chromium: Browser, pages: Callable[..., Path]) -> None:
    with opened(chromium, pages("ovid")) as page:
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[-1]["id"])
        card = page.locator(".em-card").aria_snapshot()
        assert '- heading "Tomis" [level=2]' in card
        assert 'button "Previous: Samothrace"' in card
        bar = page.locator(".em-bar").aria_snapshot()
        assert '- button "Play"' in bar
        assert '- slider "Timeline"' in bar
        assert page.get_by_role("slider").get_attribute("aria-valuetext", timeout=500)
        key = page.locator(".em-legend").aria_snapshot()
        assert '- region "Key to the map"' in key
        assert '- checkbox "Today’s borders" [checked]' in key
        whole = page.locator("main").aria_snapshot()
        assert whole.count("- heading") == 2, "the page's title and the present place"
        assert "- status: " in whole


def test_years_before_the_era_are_read_as_such(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("ovid"), link="#year=40BCE") as page:
        assert inspect(page)["stay"] == stays_of(page)[0]["id"]
        assert page.locator(".em-year").inner_text() == "40 BCE"


def test_over_the_pacific_the_way_does_not_turn_round(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("flotilla")) as page:
        seen = page.evaluate(
            """() => Array.from({ length: 400 }, (_, i) => { exileMap.seek(i / 400);
                return exileMap.inspect().traveller?.lng; }).filter((lng) => lng !== undefined)"""
        )
        assert max(abs(b - a) for a, b in pairwise(seen)) < 40
        assert max(seen) > 180, "the route runs on eastward"


@pytest.mark.parametrize(("name", "lang"), [*((n, "en") for n in ROUTES), ("lemerle", "ar")])
def test_the_nu_checker_finds_no_error(
    pages: Callable[..., Path], tools: Callable[[str, str], Path], name: str, lang: str
) -> None:
    java = shutil.which("java")
    if java is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the Nu HTML checker needs Java: apt-get install default-jre-headless")
        pytest.skip("the Nu HTML checker needs Java")
    jar = tools("tests/tools", "vnu-jar/build/dist/vnu.jar")
    command = [java, "-jar", str(jar), "--format", "json", str(pages(name, lang))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [m["message"] for m in messages if m["type"] == "error"] == []
