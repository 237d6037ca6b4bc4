"""The page proved on five lives: short, long, over the Pacific, before the era, four at once."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from itertools import combinations, pairwise
from math import floor
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest
from test_player import DESKTOP, PHONE, SIZES, drawn, inspect, opened, overlap, stays_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
ROUTES = ("benjamin", "trotsky", "flotilla", "ovid", "lemerle")
ZOOMED = (640, 380)
"""1280 by 760 at 200 % zoom."""
WIDTHS = ((320, 640), (768, 1024), (1280, 760), ZOOMED)

_AXE_RUN = """() => axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
    violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`))"""
_EVERY_STAY = """(ids) => ids.map((id) => {
    if (id === null) exileMap.seek(0); else exileMap.goTo(id);
    const { labels, markers, people } = exileMap.inspect();
    const furniture = [...document.querySelectorAll(".em-card, .em-legend-toggle, .em-legend-body, "
        + ".em-zooms, .em-credits, .em-bar")].map((e) => { const r = e.getBoundingClientRect();
            return { text: e.className, x: r.x, y: r.y, w: r.width, h: r.height }; })
        .filter((r) => r.w);
    return { id, labels, markers, people, furniture }; })"""
_ASTRAY = """const { people, markers } = exileMap.inspect();
    return people.filter((p) => !markers.some((m) =>
        Math.abs(m.x - p.x) < 80 && Math.abs(m.y - p.y) < 30)).length;"""
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


def _tell_lives(path: Path) -> None:
    """Write into a page of four lives whom they met and what they came to, as the wire has it."""
    html = path.read_text("utf-8")
    found = re.search(r'id="em-data">(.*?)</script>', html, re.DOTALL)
    assert found
    data = json.loads(found[1])
    features = data["features"]
    stays = [f for f in features if f["properties"]["type"] == "stay"]
    legs = {f["properties"]["to"]: f["id"] for f in features if f["properties"]["type"] == "leg"}

    def at(place: str) -> list[str]:
        return [f["id"] for f in stays if f["properties"]["title"] == place]

    def met(ids: Sequence[str], title: str, years: list[float], **more: object) -> dict[str, Any]:
        return {"stays": ids, "certainty": "certain", "years": years, "title": title, **more}

    landed = list(combinations(at("Fort-de-France"), 2))
    ship = "Capitaine Paul-Lemerle"
    data["exile_map"]["encounters"] = [
        *(met(pair, "Marseille", [1941.1, 1941.22]) for pair in combinations(at("Marseille"), 2)),
        *(met(p, ship, [1941.22, 1941.3], legs=[legs[i] for i in p]) for p in landed),
        *(
            {**met(pair, "Fort-de-France", [1941.3, 1941.4]), "certainty": "possible"}
            for pair in landed
        ),
    ]
    data["exile_map"]["summary"] = [
        {
            "person": person,
            "km": 18_250.0,
            "moves": 3,
            "forced_years": 0,
            "flight_years": 0.7,
            "free_years": 9.6,
            "confined_years": 0.1,
            "countries": [{"code": "FR", "name": "France", "years": 4.2}],
            "doubtful": True,
        }
        for person in data["exile_map"]["persons"]
    ]
    told = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    path.write_text(html[: found.start(1)] + told + html[found.end(1) :], "utf-8")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Path]:
    """Return what draws a route in a language, once."""
    made: dict[tuple[str, str], Path] = {}

    def page(name: str, lang: str = "en") -> Path:
        if (name, lang) not in made:
            folder = tmp_path_factory.mktemp(f"{name}-{lang}")
            table = ROOT / "tests" / "routes" / f"{name}.csv"
            made[name, lang] = drawn(table, folder, "--lang", lang)
            if name == "lemerle":
                _tell_lives(made[name, lang])
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
                for m in seen["markers"] + seen["people"]
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
            *("em-context", "em-when", "em-place", "em-facts", "em-quote", "em-eyebrow", "em-met"),
            *("em-came", "em-lasted"),
            "em-dots",  # the names that the steps lead to
            "em-card",  # at the beginning and the end it changes places with the title
        )
        assert [s for s in seen["shifted"] if s and not s.startswith(card)] == []


def test_four_lives_are_walked_by_keyboard_alone(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("lemerle")) as page:
        stays = told_order(page)

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
        by_id = {stay["id"]: stay["properties"] for stay in stays}
        walked = []
        for _ in stays:
            page.keyboard.press("ArrowRight")
            walked.append(inspect(page)["stay"])
            assert page.locator(".em-eyebrow").inner_text() == by_id[walked[-1]]["person"]
        assert sorted(walked) == sorted(by_id), "every stay of every life"
        clocks = [by_id[stay]["clock"][0] for stay in walked]
        assert clocks == sorted(clocks), "by the one calendar"
        page.keyboard.press("l")
        assert page.evaluate("document.activeElement.className").split()[-1] == "em-close"
        tab_to(".em-go")
        page.keyboard.press("Enter")
        assert inspect(page)["stay"] in {
            stay["id"] for stay in stays if stay["properties"]["title"] == "Marseille"
        }
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.classList.contains('em-list-toggle')")
        tab_to(".em-more")
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.classList.contains('em-more')")


def told_order(page: Page) -> list[dict[str, Any]]:
    """Return the stays as they are told: by the one calendar, whoever's they are."""
    return sorted(stays_of(page), key=lambda stay: stay["properties"]["clock"][0])


def ids_of(page: Page, person: str) -> set[str]:
    return {stay["id"] for stay in stays_of(page) if stay["properties"]["person"] == person}


def marked(page: Page) -> set[str]:
    """Return the stays that the markers on the map stand for."""
    return {stay for marker in inspect(page)["markers"] for stay in marker["stays"]}


def test_lives_are_told_by_one_calendar(chromium: Browser, pages: Callable[..., Path]) -> None:
    with opened(chromium, pages("lemerle")) as page:
        stays = told_order(page)
        persons = {stay["properties"]["person"] for stay in stays}
        changes = sum(
            a["properties"]["person"] != b["properties"]["person"] for a, b in pairwise(stays)
        )
        assert changes > len(persons), "lives are not played one after the other"
        years = page.evaluate(
            """() => Array.from({ length: 300 }, (_, i) => { exileMap.seek(i / 300);
                return exileMap.inspect().year; })"""
        )
        assert all(b >= a for a, b in pairwise(years))
        page.evaluate("id => exileMap.goTo(id)", stays[5]["id"])
        page.locator(".em-step-next").click()
        assert inspect(page)["stay"] == stays[6]["id"]
        person = stays[6]["properties"]["person"]
        assert page.locator(".em-eyebrow").inner_text() == person
        assert inspect(page)["caption"].startswith(person.split()[-1])


def test_everybody_stands_where_he_is(chromium: Browser, pages: Callable[..., Path]) -> None:
    with opened(chromium, pages("lemerle")) as page:
        marseille = [s for s in told_order(page) if s["properties"]["title"] == "Marseille"]
        page.evaluate("id => exileMap.goTo(id)", marseille[-1]["id"])
        people = inspect(page)["people"]
        assert sorted(p["slot"] for p in people) == [0, 1, 2, 3]
        assert {p["met"] for p in people} == {"certain"}
        assert max(p["x"] for p in people) - min(p["x"] for p in people) < 80, "in one row"
        for a, b in combinations(people, 2):
            apart = max(abs(a["x"] - b["x"]), abs(a["y"] - b["y"]))
            assert apart >= min(a["r"], b["r"]) * 2, "nobody hides another"
        assert inspect(page)["drawn"]["legs"] > 0


def test_a_life_put_away_leaves_map_timeline_list_and_clock(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("lemerle")) as page:
        box = page.get_by_role("checkbox", name="Anna Seghers")
        gone = ids_of(page, "Anna Seghers")
        assert gone <= marked(page)
        page.evaluate("exileMap.goTo('andre-breton-2-marseille')")
        box.focus()
        page.keyboard.press("Space")
        assert not box.is_checked()
        assert inspect(page)["stay"] == "andre-breton-2-marseille", "what is told stays told"
        assert not gone & marked(page)
        left = len(stays_of(page)) - len(gone)
        assert page.locator(".em-position").inner_text().endswith(f"of {left}")
        assert page.get_by_role("slider").get_attribute("aria-valuemax") == str(left - 1)
        page.locator(".em-list-toggle").click()
        assert page.locator(".em-stay:visible").count() == left
        assert "Seghers" not in page.locator(".em-meetings").inner_text()
        page.keyboard.press("Escape")
        for _ in range(left + 1):
            page.locator(".em-timeline").press("ArrowRight")
            assert inspect(page)["stay"] not in gone
        page.evaluate("id => exileMap.goTo(id)", min(gone))
        assert box.is_checked(), "who asks for a stay is shown it"


def test_one_life_is_seen_alone_and_all_come_back(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("lemerle")) as page:
        only = page.get_by_role("button", name="Only Victor Serge")
        only.press("Enter")
        assert marked(page) == ids_of(page, "Victor Serge")
        assert only.get_attribute("aria-pressed") == "true"
        boxes = page.locator(".em-people input")
        assert [boxes.nth(i).is_checked() for i in range(4)] == [True, False, False, False]
        only.press("Enter")
        assert len(marked(page)) == len(stays_of(page))
        for i in range(4):
            boxes.nth(i).uncheck() if i < 3 else boxes.nth(i).click()
        assert len(marked(page)) == len(stays_of(page)), "a map of nobody is no map"


def test_a_link_names_one_of_several_lives(chromium: Browser, pages: Callable[..., Path]) -> None:
    with opened(chromium, pages("lemerle"), link="#person=Anna%20Seghers&year=1943") as page:
        assert marked(page) <= ids_of(page, "Anna Seghers")
        assert inspect(page)["stay"] in ids_of(page, "Anna Seghers")
        assert floor(inspect(page)["year"]) == 1943


def test_with_reduced_motion_nobody_is_seen_on_his_way(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("lemerle")) as page:
        look = f"exileMap.seek(i / 400); {_ASTRAY}"
        places = f"() => Array.from({{ length: 400 }}, (_, i) => {{ {look} }})"
        assert sum(page.evaluate(places)) > 0, "with motion they are"
        page.emulate_media(reduced_motion="reduce")
        assert sum(page.evaluate(places)) == 0


def test_fingers_and_wheel_zoom_the_map(chromium: Browser, pages: Callable[..., Path]) -> None:
    with opened(chromium, pages("lemerle")) as page:
        zoom = inspect(page)["camera"]["zoom"]
        page.mouse.move(700, 400)
        page.mouse.wheel(0, -200)
        page.wait_for_function("z => exileMap.inspect().camera.zoom > z + 0.2", arg=zoom)
        page.mouse.dblclick(700, 400)
    context = chromium.new_context(viewport={"width": 390, "height": 780}, has_touch=True)
    page = context.new_page()
    page.goto(pages("lemerle").as_uri())
    zoom = inspect(page)["camera"]["zoom"]
    client = context.new_cdp_session(page)

    def touch(kind: str, apart: int) -> None:
        fingers = [{"x": 190 - apart, "y": 200}, {"x": 190 + apart, "y": 200}] if apart else []
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    touch("touchStart", 30)
    for apart in range(35, 110, 5):
        touch("touchMove", apart)
    touch("touchEnd", 0)
    page.wait_for_function("z => exileMap.inspect().camera.zoom > z + 0.5", arg=zoom)
    context.close()


def test_an_encounter_is_listed_and_one_click_away(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("lemerle")) as page:
        page.keyboard.press("l")
        page.locator(".em-list-toggle").click()
        listed = page.locator(".em-meet")
        titles = ["Marseille", "Capitaine Paul-Lemerle", "Fort-de-France"]
        assert [listed.nth(i).locator("button").inner_text() for i in range(3)] == titles
        assert "Possible encounter" in listed.nth(2).inner_text()
        assert "Possible" not in listed.nth(0).inner_text()
        listed.nth(0).locator("button").click()
        assert inspect(page)["caption"].endswith("Marseille")
        assert len({p["slot"] for p in inspect(page)["people"]}) == 4
        assert page.locator(".em-met").inner_text().startswith("Here with ")
        listed.nth(2).locator("button").click()
        assert "Perhaps here with " in page.locator(".em-met").inner_text()
        assert "On the way here with " in page.locator(".em-met").inner_text()


def test_at_the_end_each_life_is_summed_up(chromium: Browser, pages: Callable[..., Path]) -> None:
    with opened(chromium, pages("lemerle")) as page:
        assert not page.locator(".em-sums").is_visible()
        page.evaluate("exileMap.seek(1)")
        sums = page.locator(".em-sums details")
        assert sums.count() == 4
        sums.nth(1).locator("summary").press("Enter")
        told = sums.nth(1).inner_text()
        for part in (
            "Anna Seghers",
            "Moves",
            "3\u00a0·\u00a018,000\u00a0km",
            "Time in today’s countries",
            "France",
        ):
            assert part in told
        assert "Expelled" not in told, "what does not occur is not named"
        assert told.count("years") == 1, "nobody moves for years"


def test_a_map_without_a_person_says_its_journey_once(chromium: Browser, tmp_path: Path) -> None:
    table = tmp_path / "nobody.csv"
    table.write_text("place,year\nBrussels,1890\nMexico City,1941\n", encoding="utf-8")
    with opened(chromium, drawn(table, tmp_path)) as page:
        assert page.locator(".em-title").inner_text().count("Brussels to Mexico City") == 1


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
        assert '- checkbox "Today’s borders"\n' in key, "there, and off: Ovid knew none of them"
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


_NAMELESS = """() => { exileMap.seek(0); const { labels, markers } = exileMap.inspect();
    return markers.filter((m) => !labels.some((l) => l.text
        && Math.hypot(l.at.x - m.x, l.at.y - m.y) < 1)).map((m) => m.stays.join()); }"""


# Where lines to names may not cross, those of 27 places leave some without; a phone's width more.
MOST_NAMELESS = {"data/serge_detailed.csv": (0, 0), "tests/routes/trotsky.csv": (2, 6)}


@pytest.mark.parametrize("table", MOST_NAMELESS)
@SIZES
def test_at_the_opening_hardly_a_place_is_a_bare_number(
    chromium: Browser, tmp_path: Path, table: str, size: tuple[int, int]
) -> None:
    with opened(chromium, drawn(ROOT / table, tmp_path), size) as page:
        assert len(page.evaluate(_NAMELESS)) <= MOST_NAMELESS[table][size == PHONE]
        for label in inspect(page)["labels"]:
            # "+2" beside the numbers of stays read as persons, or as a sum.
            assert "+" not in label["text"]
