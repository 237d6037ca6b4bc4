"""The player in a real browser: what people see, hear and can do."""

from __future__ import annotations

import json
from contextlib import contextmanager
from itertools import combinations
from math import floor
from typing import TYPE_CHECKING, Any

import pytest
from conftest import SERGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

DESKTOP = (1280, 760)
PHONE = (390, 780)
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])

_PICTURES = """() => ["base", "travelled", "overlay"].map(
    (name) => document.querySelector(`.em-sheet-${name}`).toDataURL())"""
_BOXES = """() => [...document.querySelectorAll(
        ".em-live button, .em-live .em-timeline, .em-live .em-year")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }))
    .filter((e) => !e.closest("[hidden], .em-menu, dialog"))
    .map((e) => { const r = e.getBoundingClientRect();
        return { name: e.className, x: r.x, y: r.y, w: r.width, h: r.height }; })
    .filter((r) => r.w > 0)"""
_FRAMES = """() => new Promise((done) => { const seen = [];
    const look = () => { const now = exileMap.inspect(); seen.push(now);
        if (now.phase === "closing" && !now.playing) done(seen);
        else requestAnimationFrame(look); };
    exileMap.seek(0); exileMap.rate(12); exileMap.play(); look(); })"""


@contextmanager
def opened(
    browser: Browser,
    path: Path,
    size: tuple[int, int] = DESKTOP,
    *,
    link: str = "",
    scripts: bool = True,
) -> Iterator[Page]:
    """Open a saved page with the network off, and fail on any error or request it makes."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        offline=True,
        java_script_enabled=scripts,
    )
    page = context.new_page()
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: errors.append(message.text))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri() + link)
    try:
        yield page
        assert [url for url in requests if not url.startswith((path.as_uri(), "data:"))] == []
        assert errors == []
    finally:
        context.close()


def inspect(page: Page) -> dict[str, Any]:
    """Return what is on screen now."""
    seen: dict[str, Any] = page.evaluate("exileMap.inspect()")
    return seen


def stays_of(page: Page) -> list[dict[str, Any]]:
    """Return the stays of the page's own document."""
    text = page.locator("#em-data").text_content()
    features = json.loads(text or "")["features"]
    return [f for f in features if f["properties"]["type"] == "stay"]


def overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    """Tell whether two boxes cover each other by more than a hair."""
    hair = 0.5
    return (
        a["x"] + hair < b["x"] + b["w"]
        and b["x"] + hair < a["x"] + a["w"]
        and a["y"] + hair < b["y"] + b["h"]
        and b["y"] + hair < a["y"] + a["h"]
    )


def drawn(table: Path, folder: Path, *options: str) -> Path:
    """Return the saved map of a table."""
    from click.testing import CliRunner

    from exile_map.cli import main

    target = folder / f"{table.stem}.html"
    done = CliRunner().invoke(main, ["draw", str(table), "-o", str(target), *options])
    assert done.exit_code == 0, done.output
    return target


def test_it_opens_from_the_disk_without_one_request(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        assert page.evaluate("exileMap.ready()") is True
        assert inspect(page)["phase"] == "opening"
        assert page.evaluate("performance.getEntriesByType('resource').length") == 0


def test_it_plays_through_every_stay_in_order(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        ids = [stay["id"] for stay in stays_of(page)]
        places = {s["id"]: s["geometry"] and s["geometry"]["coordinates"] for s in stays_of(page)}
        frames = page.evaluate(_FRAMES)
        at_stays = [f for f in frames if f["phase"] == "stay"]
        assert list(dict.fromkeys(f["stay"] for f in at_stays)) == ids
        years = [f["year"] for f in frames]
        assert years == sorted(years), "the calendar runs on and never back"
        for frame in at_stays:
            lon, lat = places[frame["stay"]]
            assert frame["traveller"]["lat"] == pytest.approx(lat, abs=1e-6)
            around = (frame["traveller"]["lng"] - lon + 180) % 360 - 180
            assert around == pytest.approx(0, abs=1e-6)
        assert page.evaluate("exileMap.state()") == 1


def test_the_year_shown_at_each_stay_is_right(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        for stay in stays_of(page):
            p = stay["properties"]
            label = (p.get("year_label") or [None])[0]
            assert page.evaluate("id => exileMap.goTo(id)", stay["id"]) is True
            assert inspect(page)["stay"] == stay["id"]
            assert page.locator(".em-year").inner_text() == (label or str(floor(p["clock"][0])))
            assert page.locator(".em-caption").inner_text() == p["title"]
            assert page.locator(".em-card h2").inner_text() == p["title"]
            assert page.locator(".em-card .em-when").inner_text() == stay["when"]["label"]


@SIZES
def test_scrubbing_anywhere_gives_the_drawing_that_playing_gives(
    chromium: Browser, serge_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, serge_page, size) as page:
        for where in (0.004, 0.13, 0.31, 0.52, 0.77, 0.93, 0.99, 1):
            page.evaluate(
                "f => { for (let i = 0; i <= 40; i++) exileMap.seek((f * i) / 40); }", where
            )
            played, drawn = inspect(page), page.evaluate(_PICTURES)
            page.evaluate("f => { exileMap.seek(1); exileMap.seek(0.4); exileMap.seek(f); }", where)
            assert inspect(page) == played
            assert page.evaluate(_PICTURES) == drawn


@SIZES
def test_no_label_covers_another_or_a_marker_at_any_stay(
    chromium: Browser, serge_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, serge_page, size) as page:
        for id_ in [None, *(stay["id"] for stay in stays_of(page))]:
            page.evaluate("id => id === null ? exileMap.seek(0) : exileMap.goTo(id)", id_)
            seen = inspect(page)
            labels = seen["labels"]
            dots = [
                {"x": m["x"] - m["r"], "y": m["y"] - m["r"], "w": 2 * m["r"], "h": 2 * m["r"]}
                for m in seen["markers"]
            ]
            assert labels, f"nothing is named at {id_}"
            for a, b in combinations(labels, 2):
                assert not overlap(a, b), f"{a['text']} and {b['text']} at {id_}"
            for label in labels:
                assert not any(overlap(label, dot) for dot in dots), f"{label['text']} at {id_}"
                assert 0 <= label["x"] <= size[0] - label["w"]


@SIZES
def test_the_present_place_is_named_and_clear_of_the_card(
    chromium: Browser, serge_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, serge_page, size) as page:
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            seen = inspect(page)
            (now,) = [m for m in seen["markers"] if m["state"] == "now"]
            assert stay["id"] in now["stays"]
            title = stay["properties"]["title"]
            assert any(label["text"].startswith(title) for label in seen["labels"])
            card = page.locator(".em-card").bounding_box()
            assert card is not None
            box = {"x": card["x"], "y": card["y"], "w": card["width"], "h": card["height"]}
            dot = {"x": now["x"] - 8, "y": now["y"] - 8, "w": 16, "h": 16}
            assert not overlap(box, dot), f"the card hides {stay['id']}"


_FURNITURE = """() => [...document.querySelectorAll(
        ".em-card, .em-legend-toggle, .em-legend-body, .em-corner, .em-credits, .em-bar")]
    .map((e) => { const r = e.getBoundingClientRect();
        return { name: e.className, x: r.x, y: r.y, w: r.width, h: r.height }; })
    .filter((r) => r.w > 0)"""


@SIZES
@pytest.mark.parametrize("table", ["places.csv", "serge_detailed.csv"])
def test_the_present_place_is_well_clear_of_all_furniture(
    chromium: Browser, tmp_path: Path, table: str, size: tuple[int, int]
) -> None:
    with opened(chromium, drawn(SERGE.parent / table, tmp_path), size) as page:
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            (now,) = [m for m in inspect(page)["markers"] if m["state"] == "now"]
            room = {"x": now["x"] - 30, "y": now["y"] - 30, "w": 60, "h": 60}
            for box in page.evaluate(_FURNITURE):
                assert not overlap(room, box), f"{box['name']} stands close to {stay['id']}"
            assert room["x"] >= 0
            assert room["x"] + 60 <= size[0]
            assert room["y"] >= 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE, (320, 640), (820, 1100), (780, 390), (640, 380)])
def test_controls_do_not_overlap_and_can_be_hit(
    chromium: Browser, serge_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, serge_page, size) as page:
        for where in (0, 0.5, 1):
            page.evaluate("f => exileMap.seek(f)", where)
            boxes = page.evaluate(_BOXES)
            assert len(boxes) > 6
            for a, b in combinations(boxes, 2):
                assert not overlap(a, b), f"{a} and {b}"
            for box in boxes:
                assert box["x"] >= 0
                assert box["x"] + box["w"] <= size[0] + 0.5, box
                assert box["y"] >= 0
                assert box["y"] + box["h"] <= size[1] + 0.5, box
                assert min(box["w"], box["h"]) >= 24, box
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0]


def test_on_a_phone_the_map_keeps_its_share(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page, PHONE) as page:
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            card = page.locator(".em-card").bounding_box()
            assert card is not None
            assert card["y"] >= 0.45 * PHONE[1]


def test_the_keyboard_does_everything(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        ids = [stay["id"] for stay in stays_of(page)]
        slider = page.get_by_role("slider")
        slider.focus()
        for key, expected in [
            ("ArrowRight", ids[0]),
            ("ArrowRight", ids[1]),
            ("ArrowLeft", ids[0]),
            ("PageUp", ids[5]),
            ("PageDown", ids[0]),
        ]:
            page.keyboard.press(key)
            assert inspect(page)["stay"] == expected
        page.keyboard.press("End")
        assert inspect(page)["phase"] == "closing"
        page.keyboard.press("Home")
        assert inspect(page)["phase"] == "opening"
        page.keyboard.press("Space")
        assert inspect(page)["playing"] is True
        page.keyboard.press("Space")
        assert inspect(page)["playing"] is False
        page.keyboard.press("?")
        assert page.get_by_role("dialog").is_visible()
        page.keyboard.press("Escape")
        assert page.get_by_role("dialog").count() == 0
        assert slider.evaluate("e => e === document.activeElement"), "focus comes back"


def test_every_control_is_reached_by_tab(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[3]["id"])
        reached: set[str] = set()
        for _ in range(25):
            page.keyboard.press("Tab")
            reached |= set(page.evaluate("document.activeElement.className").split())
        assert {"em-play", "em-timeline", "em-speed", "em-list-toggle", "em-more"} <= reached
        assert {"em-zoom", "em-step-previous", "em-step-next"} <= reached


def test_the_slider_says_dates_place_and_move(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        slider = page.get_by_role("slider")
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            said = slider.get_attribute("aria-valuetext") or ""
            assert said.startswith(f"{stay['when']['label']}, {stay['properties']['title']}")
            heard = page.get_by_role("status").text_content()
            assert heard == f"{stay['properties']['title']}, {stay['when']['label']}"


def test_the_list_is_the_pages_own_and_marks_where_we_are(
    chromium: Browser, serge_page: Path
) -> None:
    with opened(chromium, serge_page) as page:
        stays = stays_of(page)
        assert page.get_by_role("list").filter(has=page.locator(".em-stay")).count() == 0
        page.get_by_role("button", name="Places").click()
        assert page.locator(".em-panel .em-stay").count() == len(stays)
        page.locator(".em-panel .em-go").nth(3).click()
        assert inspect(page)["stay"] == stays[3]["id"]
        marked = page.locator(".em-stay[aria-current]").get_attribute("id")
        assert marked == f"stay-{stays[3]['id']}"
        page.keyboard.press("Escape")
        assert not page.locator(".em-panel").is_visible()


def wait_until(page: Page, truth: str) -> None:
    """Ask the page until something is true: its policy forbids the watching of Playwright's own."""
    for _ in range(400):
        if page.evaluate(truth):
            return
        page.wait_for_timeout(25)
    pytest.fail(f"it never became true: {truth}")


def test_a_very_long_list_is_made_as_far_as_it_is_seen(chromium: Browser, tmp_path: Path) -> None:
    table = tmp_path / "long.csv"
    rows = (f"Anna,Stay {n},{1000 + n // 10},{n % 50},{n % 90}\n" for n in range(3000))
    table.write_text("person,place,year,lat,lon\n" + "".join(rows), encoding="utf-8")
    saved = drawn(table, tmp_path)
    with opened(chromium, saved) as page:
        wait_until(page, "window.exileMap?.ready()")
        assert page.locator(".em-stay").count() == 0, "one node holds the list for other readers"
        page.get_by_role("button", name="Places").click()
        rows_made = page.locator(".em-row")
        assert 5 < rows_made.count() < 60
        assert page.evaluate("exileMap.goTo('2501-stay-2500')")
        marked = page.locator(".em-row[aria-current]")
        assert marked.locator(".em-go").inner_text() == "Stay 2500"
        assert marked.get_attribute("aria-posinset") == "2501"
        assert rows_made.count() < 60
        page.get_by_role("button", name="Stay 2502", exact=True).click()
        assert inspect(page)["stay"] == "2503-stay-2502"
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert rows_made.count() == 3000
    with opened(chromium, saved, link="#stay=2501-stay-2500") as page:
        wait_until(page, "window.exileMap?.inspect().stay === '2501-stay-2500'")
        assert page.locator(".em-card .em-when").inner_text() == "1250"
    with opened(chromium, saved, scripts=False) as page:
        assert page.locator("ol.em-stays > .em-stay").count() == 3000
        assert page.locator(".em-stay h2").last.text_content() == "Stay 2999"


def test_without_javascript_the_list_is_a_document(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page, scripts=False) as page:
        assert page.locator("h1").is_visible()
        items = page.locator(".em-stay")
        assert items.count() > 5
        for number in range(items.count()):
            assert items.nth(number).locator("h2").is_visible()
            assert items.nth(number).locator(".em-when").is_visible()


def test_the_land_and_the_route_are_drawn_first_and_the_rest_a_frame_later(
    chromium: Browser, serge_page: Path
) -> None:
    look = """window.inked = () => ["base", "travelled", "overlay"].map((name) => {
            const { width, height } = document.querySelector(`.em-sheet-${name}`);
            const blank = Object.assign(document.createElement("canvas"), { width, height });
            return document.querySelector(`.em-sheet-${name}`).toDataURL() !== blank.toDataURL();
        });
        window.coloured = () => {
            const canvas = document.querySelector(".em-sheet-base");
            const { width, height } = canvas;
            const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
            const pixels = new Set();
            for (let i = 0; i < data.length; i += 4) pixels.add(data.slice(i, i + 3).join());
            const style = getComputedStyle(document.querySelector(".em-live"));
            const parts = (name) => style.getPropertyValue(name).match(/\\w\\w/g);
            const rgb = (name) => parts(name).map((hex) => parseInt(hex, 16)).join();
            return ["--em-land", "--em-sea", "--em-forced"].map((name) => pixels.has(rgb(name)));
        };
        const keep = () => { window.first = [window.inked(), window.coloured()]; };
        addEventListener("ready", keep, true);"""
    context = chromium.new_context(viewport={"width": DESKTOP[0], "height": DESKTOP[1]})
    context.add_init_script(look)
    page = context.new_page()
    page.goto(serge_page.as_uri())
    assert page.evaluate("window.first") == [[True, False, False], [True, True, True]]
    wait_until(page, "window.inked().every(Boolean)")
    assert page.evaluate("window.coloured()") == [True, True, False], "the land has its own sheet"
    assert page.locator(".em-timeline").get_attribute("aria-valuetext")
    context.close()


def test_the_document_is_hidden_before_the_player_but_shown_should_it_fail(
    chromium: Browser, serge_page: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.html"
    text = serge_page.read_text("utf-8")
    broken.write_text(text.replace("<script>", "<script>throw 1;", 1), "utf-8")
    page = chromium.new_page()
    page.goto(broken.as_uri())
    stay = page.locator(".em-stay").first
    assert not stay.is_visible()
    stay.wait_for(state="visible", timeout=10_000)
    page.close()


def test_reduced_motion_cuts_and_never_starts_by_itself(
    chromium: Browser, serge_page: Path
) -> None:
    with opened(chromium, serge_page, link="#play") as page:
        assert inspect(page)["playing"] is True
        page.emulate_media(reduced_motion="reduce")
        page.reload()
        assert inspect(page)["playing"] is False
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[1]["id"])
        cameras = set()
        for step in range(200):
            page.evaluate("f => exileMap.seek(f)", step / 200)
            cameras.add(json.dumps(inspect(page)["camera"]))
        assert len(cameras) <= len(stays_of(page)) + 1, "one camera a stay, none in between"


def test_links_lead_to_a_stay_and_to_a_year(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page, link="#year=1943") as page:
        assert floor(inspect(page)["year"]) == 1943
        target = stays_of(page)[2]["id"]
        page.evaluate("id => { location.hash = 'stay=' + encodeURIComponent(id); }", target)
        page.wait_for_function("id => exileMap.inspect().stay === id", arg=target)


def test_back_leads_where_one_came_from(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        ids = [stay["id"] for stay in stays_of(page)]
        entries = page.evaluate("history.length")
        page.keyboard.press("Tab")
        for id_ in ids:
            page.evaluate("id => exileMap.goTo(id)", id_)
        assert page.evaluate("history.length") == entries, "playing leaves no trail of its own"
        for id_ in ids[2:4]:
            page.evaluate("id => { location.hash = 'stay=' + id; }", id_)
            page.wait_for_function("id => exileMap.inspect().stay === id", arg=id_)
        page.go_back()
        page.wait_for_function("id => exileMap.inspect().stay === id", arg=ids[2])
        page.go_back()
        page.wait_for_function("exileMap.inspect().phase === 'opening'")


def test_a_kiosk_plays_over_and_over_and_begins_anew_when_left(
    chromium: Browser, serge_page: Path
) -> None:
    with opened(chromium, serge_page, link="#kiosk") as page:
        page.clock.install()
        page.reload()
        assert inspect(page)["playing"] is True
        page.evaluate("exileMap.seek(0.9999)")
        page.clock.run_for(2_000)
        assert inspect(page)["phase"] == "closing"
        assert inspect(page)["playing"] is False
        page.clock.run_for(6_500)
        assert inspect(page)["playing"] is True, "the end is not the end"
        page.get_by_role("button", name="Pause").click()
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[3]["id"])
        page.clock.run_for(50_000)
        page.keyboard.press("Shift")
        page.clock.run_for(50_000)
        assert inspect(page)["stay"] == stays_of(page)[3]["id"], "a visitor is still there"
        page.clock.run_for(11_000)
        assert inspect(page)["playing"] is True
        assert inspect(page)["phase"] == "opening"


def test_the_card_tells_how_long_how_old_and_how_far(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        told = []
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            told.append(" | ".join(page.locator(".em-chips p").all_inner_texts()))
        # How they came and how old they were then is told apart from how long they stayed.
        came, lasted = told[1].split(" | ")
        assert "km" in came
        assert "age 18" in came or "age 19" in came
        assert "years" in lasted
        assert "km" not in lasted
        assert all("undefined" not in facts and "NaN" not in facts for facts in told)


def test_the_hand_takes_the_camera_and_the_button_gives_it_back(
    chromium: Browser, serge_page: Path
) -> None:
    with opened(chromium, serge_page) as page:
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[3]["id"])
        planned = inspect(page)["camera"]
        page.mouse.move(700, 400)
        page.mouse.down()
        page.mouse.move(560, 330, steps=5)
        page.mouse.up()
        assert inspect(page)["following"] is False
        assert inspect(page)["camera"]["lng"] != pytest.approx(planned["lng"], abs=0.5)
        page.get_by_role("button", name="Follow the traveller").click()
        assert inspect(page)["camera"] == pytest.approx(planned)


def test_nothing_is_made_or_removed_while_it_plays(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        story = "document.querySelectorAll('.em-story *, .em-dots *').length"
        count = f"document.querySelectorAll('*').length - {story}"
        seen = set()
        for step in range(60):
            page.evaluate("f => exileMap.seek(f)", 0.01 + step / 62)
            seen.add(page.evaluate(count))
        assert len(seen) == 1


def test_mounted_and_unmounted_often_it_leaves_nothing(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        metrics = page.context.new_cdp_session(page)
        metrics.send("Performance.enable")

        def counted() -> dict[str, float]:
            metrics.send("HeapProfiler.collectGarbage")
            found = metrics.send("Performance.getMetrics")["metrics"]
            return {m["name"]: m["value"] for m in found}

        # The page's policy allows its own script, told by its hash: added again, it mounts again.
        again = """async (times) => {
            const text = document.querySelector("script:not([type])").textContent;
            for (let i = 0; i < times; i++) {
                exileMap.seek(0.5); exileMap.destroy(); delete window.exileMap;
                const script = document.createElement("script");
                script.textContent = text;
                document.body.append(script); script.remove();
                while (!window.exileMap) await new Promise((done) => setTimeout(done));
            }
        }"""
        page.evaluate(again, 5)
        before = counted()
        page.evaluate(again, 100)
        after = counted()
        assert after["JSEventListeners"] <= before["JSEventListeners"] + 2
        assert after["Nodes"] <= before["Nodes"] * 1.1 + 50
        page.evaluate("exileMap.destroy()")
        assert page.locator(".em-live, .em-map, .em-card").count() == 0
        assert page.locator("main > ol.em-stays > .em-stay").count() > 5, "the list is back"


def test_without_room_it_goes_on_and_is_drawn_once_there_is_some(
    chromium: Browser, serge_page: Path
) -> None:
    with opened(chromium, serge_page) as page:
        page.evaluate("exileMap.seek(0.6)")
        page.wait_for_timeout(300)
        place, pictures = inspect(page)["stay"], page.evaluate(_PICTURES)
        page.evaluate("exileMap.seek(0.3)")
        root = "document.querySelector('.em-live').style"
        # As notebooks do with all their cells while they change their look.
        page.evaluate(f"{root}.width = {root}.height = '0px'; exileMap.play()")
        page.wait_for_timeout(300)
        page.evaluate("for (let f = 0; f < 1; f += 0.01) exileMap.seek(f)")
        page.emulate_media(color_scheme="dark")
        page.evaluate("exileMap.pause(); exileMap.seek(0.6)")
        page.emulate_media(color_scheme="light")
        page.wait_for_timeout(200)
        assert inspect(page)["stay"] == place
        page.evaluate(f"{root}.width = {root}.height = ''")
        page.wait_for_timeout(300)
        assert page.evaluate(_PICTURES) == pictures


def test_what_the_user_wrote_is_shown_as_written(chromium: Browser, tmp_path: Path) -> None:
    evil = "<img src=x onerror=document.title=1></script><b>"
    table = tmp_path / "evil.csv"
    head = "person,place,year,lat,lon,move,story,quote,source,url\n"
    row = f"{evil},{evil}{{}},{{}},48.8,{{}},{evil},{evil},{evil},{evil},javascript:alert(1)\n"
    table.write_text(head + row.format(1, 1909, 2.3) + row.format(2, 1912, 5.4), encoding="utf-8")
    with opened(chromium, drawn(table, tmp_path)) as page:
        page.keyboard.press("Tab")
        page.evaluate("exileMap.seek(0.5)")
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[0]["id"])
        assert page.locator(".em-card h2").inner_text() == f"{evil}1"
        assert page.locator(".em-card .em-story").inner_text() == evil
        assert page.locator("img[src=x], b, a[href^=javascript]").count() == 0
        assert page.title() != "1"
