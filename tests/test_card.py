"""The card on small screens: no line is cut, a button has the rest, the present stays in sight."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from test_player import PHONE, drawn, inspect, opened, overlap, stays_of, wait_until

from exile_map.page import languages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
TABLES = ["data/serge_detailed.csv", "data/paul_lemerle.csv"]
SMALL = [PHONE, (390, 667), (320, 640), (844, 390), (640, 380)]
_HALF = 0.5

# Lines of prose that are seen in part, and parts of the card that are.
_CUT = """() => {
    const text = document.querySelector(".em-text");
    const box = text.getBoundingClientRect();
    const seen = (r) => r.height > 0 && r.top < box.bottom - 1 && r.bottom > box.bottom + 1;
    const lines = document.createRange();
    lines.selectNodeContents(text.querySelector(".em-story"));
    const cut = [...lines.getClientRects()].filter((r) => r.height < 30 && seen(r));
    const parts = [...text.querySelectorAll(".em-source, .em-doubt, .em-met, .em-figure")];
    const halved = parts.filter((part) => seen(part.getBoundingClientRect()));
    return [cut.length, ...halved.map((part) => part.className)];
}"""
_HIDDEN = """() => {
    const text = document.querySelector(".em-text");
    const parts = [...text.children].filter((part) => !part.hidden);
    return parts.some((part) => part.getClientRects().length === 0
        || part.getBoundingClientRect().bottom > text.getBoundingClientRect().bottom + 8);
}"""


@pytest.fixture(scope="module", params=TABLES, ids=["one life", "four lives"])
def small_page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drawn(ROOT / request.param, tmp_path_factory.mktemp("card"))


def box_of(page: Page, selector: str) -> dict[str, float]:
    box: Any = page.locator(selector).bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "w": box["width"], "h": box["height"]}


@pytest.mark.parametrize("size", SMALL)
def test_no_line_is_cut_and_a_button_shows_where_there_is_more(
    chromium: Browser, small_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, small_page, size) as page:
        folded = 0
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            assert page.evaluate(_CUT) == [0], stay["id"]
            fold = page.locator(".em-fold")
            assert fold.is_visible() is page.evaluate(_HIDDEN), stay["id"]
            folded += fold.is_visible()
            if size[0] < size[1]:
                assert box_of(page, ".em-card")["h"] <= _HALF * size[1]
            # Some of the story can always be read.
            assert page.locator(".em-text").bounding_box()["height"] >= 20, stay["id"]  # type: ignore[index]
        assert folded > 3


@pytest.mark.parametrize("size", SMALL)
def test_more_shows_all_of_it_and_the_map_keeps_the_present_in_sight(
    chromium: Browser, small_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, small_page, size) as page:
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            if page.locator(".em-fold").is_visible():
                break
        fold = page.get_by_role("button", name="More", exact=True)
        fold.click()
        fold = page.get_by_role("button", name="Less", exact=True)
        assert fold.get_attribute("aria-expanded") == "true"
        page.evaluate("document.querySelector('.em-stay-card').scrollTop = 1e5")
        steps, shown = box_of(page, ".em-steps"), box_of(page, ".em-text .em-source")
        assert shown["y"] + shown["h"] <= steps["y"] + 8
        card = box_of(page, ".em-card")
        assert card["y"] >= 0
        for after in stays_of(page)[:9]:
            page.evaluate("id => exileMap.goTo(id)", after["id"])
            card = box_of(page, ".em-card")
            for spot in [m for m in inspect(page)["markers"] if m["state"] == "now"]:
                dot = {"x": spot["x"] - 8, "y": spot["y"] - 8, "w": 16, "h": 16}
                assert not overlap(card, dot), after["id"]
        fold.click()
        wait_until(page, "() => !document.querySelector('.em-card').matches('.em-open')")


def test_a_desktops_card_has_no_such_button(chromium: Browser, small_page: Path) -> None:
    with opened(chromium, small_page) as page:
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            assert not page.locator(".em-fold").is_visible()
            assert not page.evaluate(_HIDDEN)


@pytest.mark.parametrize("size", [*SMALL, (1280, 760)])
def test_the_names_of_the_neighbours_are_written_out(
    chromium: Browser, small_page: Path, size: tuple[int, int]
) -> None:
    whole = """() => [...document.querySelectorAll(".em-step span")].every((s) =>
        s.scrollWidth <= s.clientWidth + 1 && getComputedStyle(s).textOverflow !== "ellipsis")"""
    with opened(chromium, small_page, size) as page:
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            assert page.evaluate(whole), stay["id"]


def test_the_key_is_low_until_it_is_asked_for_more(chromium: Browser, small_page: Path) -> None:
    with opened(chromium, small_page) as page:
        key = page.locator(".em-legend")
        assert box_of(page, ".em-legend")["h"] < 760 * 0.45
        assert "The way ahead" not in key.inner_text()
        key.get_by_role("button", name="More", exact=True).click()
        said = key.inner_text()
        for named in ("By ship", "More places close by", "The way ahead", "Date known roughly"):
            assert named in said
        # Whatever a card calls a way or a stay without freedom, the key has the same word.
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            about = stay["properties"]
            tags = page.locator(".em-chip").all_inner_texts()
            if about.get("move_group", "none") != "none" and tags:
                assert tags[0].lower() in said.lower(), stay["id"]
            if about.get("stay_group") == "confined":
                assert tags[-1].lower() in said.lower(), stay["id"]
        key.get_by_role("button", name="Less", exact=True).click()
        assert "The way ahead" not in key.inner_text()


@pytest.mark.parametrize(("height", "whole"), [(760, True), (560, False)])
def test_a_key_that_takes_less_than_half_of_the_map_is_shown_whole(
    chromium: Browser, tmp_path: Path, height: int, *, whole: bool
) -> None:
    """It hid the very signs that were in use, and left the room below it empty."""
    with opened(chromium, drawn(ROOT / "tests/routes/ovid.csv", tmp_path), (1280, height)) as page:
        key = page.locator(".em-legend")
        assert ("The way ahead" in key.inner_text()) is whole
        assert ("By ship" in key.inner_text()) is whole
        assert key.get_by_role("button", name="More", exact=True).is_visible() is not whole
        page.set_viewport_size({"width": 1280, "height": 1000})
        wait_until(page, "() => document.querySelector('.em-legend').innerText.includes('By ship')")


@pytest.mark.parametrize("size", [PHONE, (844, 390), (768, 1024)])
def test_on_small_screens_the_key_is_one_line_that_opens(
    chromium: Browser, small_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, small_page, size) as page:
        page.evaluate("exileMap.seek(0.4)")
        key = page.get_by_role("button", name="Key to the map")
        assert key.inner_text() == "Key to the map"
        assert box_of(page, ".em-legend")["h"] <= 40
        key.click()
        body = box_of(page, ".em-legend-body")
        # It takes the place of the card, and leaves the map to be compared with.
        assert overlap(body, box_of(page, ".em-card"))
        assert not overlap(body, box_of(page, ".em-bar"))
        assert body["y"] + body["h"] <= size[1]
        assert "By ship" in page.locator(".em-legend-body").inner_text()


def test_a_marker_says_what_is_gathered_in_it(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, drawn(ROOT / TABLES[0], tmp_path)) as page:
        page.evaluate("exileMap.seek(0)")
        gathered = [m for m in inspect(page)["markers"] if len(m["stays"]) > 2]
        spot = next(m for m in gathered if m["x"] > 420)
        page.mouse.move(spot["x"], spot["y"])
        lines = page.locator(".em-map").get_attribute("title", timeout=1000) or ""
        assert len(lines.splitlines()) == len(spot["stays"])
        assert re.match(r"\d+ · .+, .+\d", lines)
        page.mouse.move(spot["x"] + 40, spot["y"] + 60)
        assert not page.locator(".em-map").get_attribute("title")


@pytest.mark.parametrize("size", [PHONE, (844, 390)])
def test_at_the_end_every_life_is_in_sight(
    chromium: Browser, small_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, small_page, size) as page:
        page.evaluate("exileMap.seek(1)")
        card = box_of(page, ".em-card")
        lives = page.locator(".em-sums summary").all()
        assert lives
        for life in lives:
            box = life.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= card["y"] + card["h"]


@pytest.mark.parametrize("lang", sorted(languages()))
def test_key_and_credits_leave_each_other_room_in_every_language(
    chromium: Browser, tmp_path: Path, lang: str
) -> None:
    saved = drawn(ROOT / "tests" / "routes" / "benjamin.csv", tmp_path, "--lang", lang)
    for size in ((320, 640), PHONE):
        with opened(chromium, saved, size) as page:
            assert not overlap(box_of(page, ".em-legend-toggle"), box_of(page, ".em-credits"))


def test_the_names_of_lives_are_written_out_in_the_key(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, drawn(ROOT / TABLES[1], tmp_path, "--lang", "ru")) as page:
        names = page.locator(".em-life-name").all()
        assert len(names) == 4
        for name in names:
            assert name.evaluate("e => e.scrollWidth <= e.clientWidth")


# The lines of a dotted line of facts, each as it is seen: what is clipped is no part of it.
_LINES = """(selector) => [...document.querySelectorAll(selector)].flatMap((line) => {
    const box = line.getBoundingClientRect();
    const rtl = getComputedStyle(line).direction === "rtl";
    const dots = [...line.children].map((part) => {
        const { left, right, top } = part.getBoundingClientRect();
        return { top, wide: part.scrollWidth > part.clientWidth + 1,
            first: rtl ? Math.abs(right - box.right) < 1 : Math.abs(left - box.left) < 1 };
    });
    const text = line.innerText;
    const clipped = getComputedStyle(line).overflowX;
    const card = line.closest(".em-card").getBoundingClientRect();
    const inside = box.left >= card.left && box.right <= card.right;
    return line.checkVisibility() && dots.length ? [{ dots, text, clipped, inside }] : [];
})"""


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("size", [(320, 640), PHONE, (1280, 760)])
def test_no_dot_is_alone_at_the_edge_of_a_line(
    chromium: Browser, tmp_path: Path, size: tuple[int, int], lang: str
) -> None:
    page_of = drawn(ROOT / "data/paul_lemerle.csv", tmp_path, "--lang", lang)
    dots = 0
    with opened(chromium, page_of, size) as page:
        for stay in [None, *stays_of(page)]:
            if stay:
                page.evaluate("id => exileMap.goTo(id)", stay["id"])
            for line in page.evaluate(_LINES, ".em-facts, .em-context, .em-counts"):
                assert line["clipped"] == "hidden"
                assert line["inside"], line["text"]
                assert "·" not in line["text"], "the dots are the stylesheet's"
                tops = [dot["top"] for dot in line["dots"]]
                dots += len(tops)
                for i, dot in enumerate(line["dots"]):
                    # The dot stands in the gap before a part; the line's edge cuts the first one's.
                    assert dot["first"] is (i == 0 or tops[i] > tops[i - 1]), line["text"]
                    assert not dot["wide"]
            for caption in page.locator(".em-caption, .em-step span").all_inner_texts():
                assert not re.search(r"[ \n]·|·[ \n]", caption), caption
    assert dots


@pytest.mark.parametrize("size", [(320, 640), PHONE, (844, 390), (1280, 760)])
def test_the_caption_of_the_bar_has_room_and_the_whole_of_it_as_a_tip(
    chromium: Browser, small_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, small_page, size) as page:
        caption = page.locator(".em-caption")
        tall = caption.evaluate("e => e.clientHeight")
        year = page.locator(".em-year").bounding_box()
        cut = []
        for part in range(100):
            page.evaluate("part => exileMap.seek(part / 99)", part)
            assert caption.get_attribute("title") == caption.text_content()
            assert caption.evaluate("e => e.clientHeight") == tall
            assert page.locator(".em-year").bounding_box()["y"] == pytest.approx(year["y"], abs=5)  # type: ignore[index]
            if caption.evaluate("e => e.scrollHeight > e.clientHeight + 2"):
                cut.append(caption.text_content())
        bar, box = box_of(page, ".em-bar"), box_of(page, ".em-caption")
        assert box["y"] + box["h"] <= bar["y"] + bar["h"]
        axis = box_of(page, ".em-bars")
        assert not overlap(axis, box)
        assert len(cut) <= (size[0] == 320), cut


MANY_LANDS = """person,place,start,end,country
X,Brussels,1890,1909,Belgium
X,Paris,1909,1940-09-25,France
X,Portbou,1940-09-25,1940-09-25,Spain
X,Lisbon,1941,1942,Portugal
X,London,1942,1944,United Kingdom
X,Dublin,1944,1946,Ireland
X,Oslo,1946,1947,Norway
X,Stockholm,1947,1948,Sweden
X,Vienna,1948,1949,Austria
X,Prague,1949,1950,Czechia
X,Zurich,1950,1952,Switzerland
X,Rome,1952,1953,Italy
X,Athens,1953,1955,Greece
"""


def test_the_figures_have_each_country_and_none_is_cut_where_there_are_more_below(
    chromium: Browser, tmp_path: Path
) -> None:
    table = tmp_path / "lands.csv"
    table.write_text(MANY_LANDS, "utf-8")
    with opened(chromium, drawn(table, tmp_path), (1280, 640)) as page:
        page.evaluate("exileMap.seek(1)")
        rows = page.locator(".em-sums dl").nth(-1).inner_text().splitlines()
        assert rows[rows.index("Spain") + 1] == "1 day"
        assert len([row for row in rows if row[-1].isalpha()]) >= 13
        title = page.locator(".em-title")
        assert title.evaluate("e => e.scrollHeight - e.clientHeight") > 20
        # Along the card's lower edge, wherever it is scrolled to: what is there has faded.
        box = box_of(page, ".em-title")
        edge = {"x": box["x"] + 20, "y": box["y"] + box["h"] - 4, "width": 240, "height": 3}
        for top in range(0, 21, 3):
            title.evaluate("(e, top) => e.scrollTop = top", top)
            seen = Image.open(io.BytesIO(page.screenshot(clip=edge)))  # type: ignore[arg-type]
            assert len(seen.convert("RGB").getcolors() or ()) == 1, top
        html = page.content()
        assert "Spain: &lt; 0.1 years" in html


_MIDWAY = """(index) => { for (let f = 0; f < 1; f += 0.001) { exileMap.seek(f);
    const { phase, index: i, fraction } = exileMap.inspect();
    if (phase === "leg" && i === index && fraction > 0.3) return true; } return false; }"""


@pytest.mark.parametrize("size", [(1280, 760), PHONE])
def test_on_the_way_the_card_says_so_and_tells_the_stay_once_one_is_there(
    chromium: Browser, serge_page: Path, size: tuple[int, int]
) -> None:
    with opened(chromium, serge_page, size) as page:
        stays = stays_of(page)
        start, end = stays[9], stays[10]
        assert page.evaluate(_MIDWAY, 9)
        way = f"{start['properties']['title']} → {end['properties']['title']}"
        assert page.locator(".em-card h2").inner_text() == way == inspect(page)["caption"]
        assert page.locator(".em-position").inner_text() == "on the way"
        assert page.locator(".em-came .em-facts span").first.inner_text() == "by ship"
        for part in (".em-when", ".em-context", ".em-story", ".em-chip-kind", ".em-source"):
            assert not page.locator(f".em-card {part}").is_visible(), part
        said = page.get_by_role("slider").get_attribute("aria-valuetext") or ""
        assert said.startswith(way.replace(" →", " to"))
        # The steps lead where they say.
        step = page.locator(".em-step-next").inner_text().split()
        assert step == ["11", "·", *end["properties"]["title"].split()]
        page.locator(".em-step-next").click()
        assert inspect(page)["stay"] == end["id"]
        assert page.locator(".em-card h2").inner_text() == end["properties"]["title"]
        assert page.locator(".em-card .em-story").is_visible()


def test_where_nothing_moves_one_is_there_at_once(chromium: Browser, serge_page: Path) -> None:
    with opened(chromium, serge_page) as page:
        page.emulate_media(reduced_motion="reduce")
        assert page.evaluate(_MIDWAY, 9)
        assert page.locator(".em-card h2").inner_text() == stays_of(page)[10]["properties"]["title"]


@pytest.mark.parametrize("small_page", TABLES[1:], indirect=True)
def test_no_line_of_a_step_ends_within_a_name_at_its_hyphen(
    chromium: Browser, small_page: Path
) -> None:
    with opened(chromium, small_page, PHONE) as page:
        named = 0
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            for step in page.locator(".em-step .em-dots span:last-child").all():
                if "Fort" in (step.text_content() or ""):
                    named += 1
                    lines = "e => Math.round(e.getBoundingClientRect().height / 17)"
                    assert step.evaluate(lines) == 1, stay["id"]
        assert named


def test_the_year_of_an_era_keeps_its_size(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, drawn(ROOT / "tests/routes/ovid.csv", tmp_path)) as page:
        size = "getComputedStyle(document.querySelector('.em-year')).fontSize"
        sizes = set()
        for stay in stays_of(page):
            page.evaluate("id => exileMap.goTo(id)", stay["id"])
            sizes.add(page.evaluate(size))
        assert len(sizes) == 1


def test_steps_tell_two_visits_to_one_place_apart(chromium: Browser, tmp_path: Path) -> None:
    """From Elba both steps led to "Rome"."""
    with opened(chromium, drawn(ROOT / "tests/routes/ovid.csv", tmp_path)) as page:
        page.evaluate("id => exileMap.goTo(id)", stays_of(page)[4]["id"])
        steps = [page.locator(f".em-step-{step}").inner_text() for step in ("previous", "next")]
        assert [step.split() for step in steps] == [["4", "·", "Rome"], ["6", "·", "Rome"]]


def test_a_title_of_several_names_is_broken_between_them(chromium: Browser, tmp_path: Path) -> None:
    with opened(chromium, drawn(ROOT / TABLES[1], tmp_path, "--title", "A B, C")) as page:
        assert page.locator(".em-name").inner_text() == "A B, C"
    with opened(chromium, drawn(ROOT / "tests/routes/lemerle.csv", tmp_path)) as page:
        names = page.locator(".em-name").inner_text().replace("\n", " ").split(" ")
        assert names[1] == "Anna\N{NO-BREAK SPACE}Seghers,"


def test_the_playhead_of_a_page_from_right_to_left_stands_at_its_year(
    chromium: Browser, tmp_path: Path
) -> None:
    table = ROOT / "tests/routes/benjamin.csv"
    with opened(chromium, drawn(table, tmp_path, "--lang", "ar")) as page:
        bars = box_of(page, ".em-bars")
        for at, far in ((0, 1), (1, 0)):
            page.evaluate("at => exileMap.seek(at)", at)
            x = box_of(page, ".em-playhead")["x"]
            assert x == pytest.approx(bars["x"] + far * bars["w"], abs=40)


@pytest.mark.parametrize("size", [(1280, 760), PHONE])
def test_the_playhead_leaves_the_last_day_of_a_life_to_be_seen(
    chromium: Browser, tmp_path: Path, size: tuple[int, int]
) -> None:
    """Under it Portbou, where Benjamin died, was the least visible thing of all."""
    with opened(chromium, drawn(ROOT / "tests/routes/benjamin.csv", tmp_path), size) as page:
        page.evaluate("exileMap.seek(1)")
        head, bars = box_of(page, ".em-playhead"), box_of(page, ".em-bars")
        right = {"x": head["x"] + head["w"], "y": bars["y"], "width": 3, "height": bars["h"] - 24}
        shot = page.screenshot(clip=right)  # type: ignore[arg-type]
        seen = Image.open(io.BytesIO(shot)).convert("L")
        rows = [int(seen.getpixel((1, y))) for y in range(seen.height)]  # type: ignore[arg-type]
        # Below the knob, half as high as other bars.
        assert sum(row < 0xC0 for row in rows[12:]) >= 6


def test_a_title_of_several_names_is_not_parted_within_one(
    chromium: Browser, tmp_path: Path
) -> None:
    table = tmp_path / "two.csv"
    rows = (
        "A$$ap $& Roe,Paris,1930\nA$$ap $& Roe,Rome,1931\nAnna Doe,Oslo,1930\nAnna Doe,Bern,1931\n"
    )
    table.write_text(f"person,place,year\n{rows}", encoding="utf-8")
    with opened(chromium, drawn(table, tmp_path)) as page:
        title = page.locator(".em-card .em-name").text_content()
    assert title == "A$$ap\u00a0$&\u00a0Roe, Anna\u00a0Doe"
