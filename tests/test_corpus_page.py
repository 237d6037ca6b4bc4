"""The page of many lives, in a real browser: what it shows, tells and can be asked."""

from __future__ import annotations

import csv
import json
import math
import random
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from hostile import HOSTILE
from test_player import DESKTOP, PHONE, SIZES, opened, wait_until

from exile_map import geocoding, page, places, routes
from exile_map.errors import UsageError
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

AXE = ROOT / "exile_map" / "player" / "node_modules" / "axe-core" / "axe.min.js"
COLUMNS = ("person", "place", "country", "lat", "lon", "start", "end", "move", "story")
TOWNS = {
    "Paris": (48.86, 2.35, "France"),
    "Marseille": (43.3, 5.37, "France"),
    "Berlin": (52.52, 13.41, "Germany"),
    "Odessa": (46.48, 30.72, "Ukraine"),
    "Orenburg": (51.77, 55.1, "Russia"),
    "Mexico City": (19.43, -99.13, "Mexico"),
    "Sydney": (-33.87, 151.21, "Australia"),
}
MOVES = ("deported", "fled", "moved", "", "expelled")
NAMES = ("Łucja Świętek", "Émile Müller", "Anna Petrenko", "Viktor Ivanov", "Rosa García")


def write_lives(path: Path, people: int = 90, stays: int = 6) -> Path:
    """Write lives as a CSV; the same each time."""
    dice = random.Random(1947)  # noqa: S311 -- a table for tests
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for person in range(people):
            name, year = f"{NAMES[person % 5]} {person}", dice.randint(1870, 1910)
            for stay in range(stays):
                town = dice.choice(list(TOWNS))
                lat, lon, country = TOWNS[town]
                start, year = year, year + dice.randint(1, 14)
                move = "born" if stay == 0 else dice.choice(MOVES)
                day = f"{start}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
                story = f"Story {person} {stay}"
                out.writerow([name, town, country, lat, lon, day, year, move, story])
    return path


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a CSV of ninety lives."""
    return write_lives(tmp_path_factory.mktemp("lives") / "lives.csv")


@pytest.fixture(scope="module")
def lives(table: Path) -> tuple[routes.Route, ...]:
    """Return the ninety lives."""
    return routes.build(geocoding.locate(places.read(table)))


@pytest.fixture(scope="module")
def corpus_page(table: Path) -> Path:
    """Return their map, drawn by the command line."""
    from click.testing import CliRunner

    from exile_map.cli import main

    target = table.with_suffix(".html")
    command = ["draw", str(table), "-o", str(target), "--title", "Lives of Exile", "--quiet"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    return target


def render(drawn: tuple[routes.Route, ...], **more: Any) -> str:  # noqa: ANN401 -- page.render's own
    return page.render(drawn, country_name=Gazetteer().country_name, **more)


def ready(tab: Page) -> None:
    wait_until(tab, "window.exileMap?.ready() === true")


def inspect(tab: Page) -> dict[str, Any]:
    seen: dict[str, Any] = tab.evaluate("exileMap.inspect()")
    return seen


def seek_year(tab: Page, year: float) -> None:
    tab.evaluate("(year) => { location.hash = `year=${year}`; }", year)
    wait_until(tab, f"Math.abs(exileMap.now().year - {year}) < 0.01")


def group_of(stay: routes.Stay) -> str:
    return stay.move_group if stay.move_group in ("forced", "flight", "free") else "unknown"


def moves_of(route: routes.Route) -> list[routes.Stay]:
    return [b for a, b in zip(route.stays, route.stays[1:], strict=False) if a.point != b.point]


# The choice of the view


def test_many_lives_are_shown_all_at_once_and_few_are_told(
    lives: tuple[routes.Route, ...],
) -> None:
    many = render(lives)
    assert 'class="em-lives-listed"' in many
    assert 'class="em-lives-listed"' not in render(lives[:20])
    assert 'class="em-lives-listed"' not in render(lives, view="route")
    assert 'class="em-lives-listed"' in render(lives[:2], view="corpus")
    assert render(lives) == many, "the same bytes each time"
    with pytest.raises(UsageError, match="there is no view “globe”; there is route, corpus"):
        render(lives, view="globe")


def test_from_python_it_is_the_same_page(
    lives: tuple[routes.Route, ...], corpus_page: Path, table: Path, tmp_path: Path
) -> None:
    import exile_map as xm

    target = tmp_path / "map.html"
    xm.draw(table, title="Lives of Exile").save(target)
    assert target.read_bytes() == corpus_page.read_bytes()
    xm.ExileMap(lives, view="route").save(target)
    assert "em-lives-listed" not in target.read_text("utf-8")


def test_folium_s_layers_are_for_routes(lives: tuple[routes.Route, ...]) -> None:
    text = render(lives, additions=page.Additions(script="window.added = 1;"))
    assert 'class="em-lives-listed"' not in text


def test_the_command_line_has_the_last_word(table: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from exile_map.cli import main

    target = tmp_path / "told.html"
    done = CliRunner().invoke(main, ["draw", str(table), "-o", str(target), "--view", "route"])
    assert done.exit_code == 0, done.output
    assert "em-lives-listed" not in target.read_text("utf-8")


# The document for readers without scripts


def test_without_scripts_there_are_a_table_of_moves_and_all_lives(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...]
) -> None:
    with opened(chromium, corpus_page, scripts=False) as tab:
        assert tab.locator("h1").inner_text() == "Lives of Exile"
        listed = tab.locator(".em-lives-listed li").all_inner_texts()
        assert len(listed) == len(lives)
        first, last = lives[0].stays[0], lives[0].stays[-1]
        assert listed[0].startswith(f"{lives[0].person} {math.floor(first.clock[0])}–")
        assert listed[0].endswith(f"{first.located.title} to {last.located.title}")
        counted: Counter[int] = Counter()
        for route in lives:
            counted.update(math.floor(stay.clock[0]) // 10 * 10 for stay in moves_of(route))
        rows = tab.locator(".em-table tbody tr").all()
        cells = [row.locator("th, td").all_inner_texts() for row in rows]
        assert {row[0]: int(row[-1]) for row in cells} == {
            f"{decade}–{decade + 9}": count for decade, count in counted.items()
        }
        for row in cells:
            assert sum(map(int, row[1:-1])) == int(row[-1])


def test_countries_are_named_in_the_page_s_language(lives: tuple[routes.Route, ...]) -> None:
    for lang, name in (("de", "Frankreich"), ("ru", "Франция"), ("en", "France")):
        text = render(lives, lang=lang)
        head = json.loads(text.split('id="em-data">')[1].split("</script>")[0])
        assert name in head["packed"]["lists"]["country"]
        assert len(head["packed"]["lists"]["country"]) == len({c for *_, c in TOWNS.values()})


@pytest.mark.parametrize("lang", page.languages())
def test_it_speaks_every_language(
    chromium: Browser, lives: tuple[routes.Route, ...], tmp_path: Path, lang: str
) -> None:
    target = tmp_path / "page.html"
    target.write_text(render(lives, lang=lang), encoding="utf-8")
    with opened(chromium, target) as tab:
        ready(tab)
        said = tab.locator("#exile-map").inner_text()
        known = set(page.strings(lang)) | set(page.strings("en"))
        labels = tab.evaluate(
            "[...document.querySelectorAll('#exile-map [aria-label]')]"
            ".map((e) => e.getAttribute('aria-label'))"
        )
        assert not [text for text in [*labels, *said.split("\n")] if "_" in text or text in known]
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


# What is on at a moment


def test_it_plays_to_the_end_and_says_so(chromium: Browser, corpus_page: Path) -> None:
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        tab.evaluate("""() => { window.told = [];
            for (const type of ["playing", "paused", "ended"]) document
              .getElementById("exile-map").addEventListener(type, () => told.push(type));
            exileMap.rate(40); exileMap.play(); }""")
        wait_until(tab, "exileMap.state() === 1 && !exileMap.now().playing")
        assert tab.evaluate("told") == ["playing", "paused", "ended"]
        assert tab.get_by_role("button", name="Play again").is_visible()


def test_everybody_is_where_the_table_says(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...]
) -> None:
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        for year in (1885.5, 1911.25, 1925.7):
            seek_year(tab, year)
            seen = {who["person"]: who for who in inspect(tab)["where"]}
            for person, route in enumerate(lives):
                come = [stay for stay in route.stays if stay.clock[0] <= year]
                if not come or (come[-1] is route.stays[-1] and year > come[-1].clock[1]):
                    assert person not in seen
                    continue
                who = seen[person]
                if who["travels"]:
                    continue
                assert come[-1].point is not None
                assert who["lat"] == pytest.approx(come[-1].point[0], abs=1e-5)
                assert who["lng"] == pytest.approx(come[-1].point[1], abs=1e-5)


@SIZES
def test_seeking_anywhere_gives_the_picture_that_playing_gives(
    chromium: Browser, corpus_page: Path, size: tuple[int, int]
) -> None:
    picture = "() => document.querySelector('.em-sheet-travelled').toDataURL()"
    with opened(chromium, corpus_page, size) as tab:
        ready(tab)
        for where in (0.0, 0.21, 0.5, 0.83, 1.0):
            tab.evaluate(
                "f => { for (let i = 0; i <= 30; i++) exileMap.seek((f * i) / 30); }", where
            )
            played = tab.evaluate(picture)
            tab.evaluate("f => { exileMap.seek(1); exileMap.seek(0.4); exileMap.seek(f); }", where)
            assert tab.evaluate(picture) == played


def test_the_timeline_reads_its_year_and_moves(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...]
) -> None:
    counted: Counter[tuple[int, str]] = Counter()
    for route in lives:
        counted.update((math.floor(s.clock[0]), group_of(s)) for s in moves_of(route))
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        slider = tab.get_by_role("slider", name="Timeline")
        slider.focus()
        seek_year(tab, 1900.5)
        for key, year in (("ArrowRight", 1901), ("PageUp", 1911), ("ArrowLeft", 1910)):
            tab.keyboard.press(key)
            of_year = {group: n for (then, group), n in counted.items() if then == year}
            total, forced = sum(of_year.values()), of_year.get("forced", 0)
            moves = f"{total} move{'' if total == 1 else 's'}"
            assert slider.get_attribute("aria-valuetext") == f"{year}: {moves}, {forced} forced"
            assert slider.get_attribute("aria-valuenow") == str(year)
            assert tab.locator(".em-year").inner_text() == str(year)
            assert tab.get_by_role("status").inner_text().startswith(f"{year}: {moves}")
        tab.keyboard.press("End")
        assert tab.evaluate("exileMap.state()") == 1
        tab.keyboard.press("Home")
        assert tab.evaluate("exileMap.state()") == 0
        histogram = inspect(tab)["histogram"]
        shown = {
            (histogram["from"] + i // 4, ("forced", "flight", "free", "unknown")[i % 4]): n
            for i, n in enumerate(histogram["counts"])
            if n
        }
        assert shown == dict(counted)


def test_nothing_is_announced_while_it_plays(chromium: Browser, corpus_page: Path) -> None:
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        seek_year(tab, 1900.5)
        said = tab.get_by_role("status").inner_text()
        tab.evaluate("exileMap.play()")
        wait_until(tab, "exileMap.now().year > 1902")
        assert tab.get_by_role("status").inner_text() == said
        tab.evaluate("exileMap.pause()")
        assert tab.get_by_role("status").inner_text() != said


def test_the_page_stays_small_while_it_plays(chromium: Browser, corpus_page: Path) -> None:
    count = "document.querySelectorAll('*').length"
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        tab.evaluate("exileMap.seek(0.3)")
        before = tab.evaluate(count)
        tab.evaluate("exileMap.play()")
        wait_until(tab, "exileMap.state() > 0.4")
        assert tab.evaluate(count) == before <= 200


def test_all_lives_are_in_view_however_the_window_is_turned(
    chromium: Browser, corpus_page: Path
) -> None:
    seen = """(towns) => { const { x: width, y: height } = exileMap.map.getSize();
        const at = (lat, lng) => exileMap.map.latLngToContainerPoint([lat, lng]);
        return towns.every(([lat, lng]) => [-360, 0, 360].some((turn) => {
          const { x, y } = at(lat, lng + turn);
          return x >= 0 && x <= width && y >= 0 && y <= height; })); }"""
    towns = [[lat, lon] for lat, lon, _ in TOWNS.values()]
    with opened(chromium, corpus_page, PHONE) as tab:
        ready(tab)
        for width, height in (PHONE, (760, 1075), DESKTOP, (700, 360), PHONE):
            tab.set_viewport_size({"width": width, "height": height})
            wait_until(tab, f"exileMap.map.getSize().x === {width}")
            tab.wait_for_timeout(100)
            assert tab.evaluate(seen, towns), (width, height)
        tab.evaluate("exileMap.map.setView([48.9, 2.3], 6, { animate: false })")
        tab.set_viewport_size({"width": 800, "height": 700})
        wait_until(tab, "exileMap.map.getSize().x === 800")
        assert tab.evaluate("exileMap.map.getZoom()") == 6, "what was moved is left alone"


# The filters

FILTERS: dict[str, dict[str, Any]] = {
    "forced": {"kinds": {"forced"}},
    "forced or fled, in France": {"kinds": {"forced", "flight"}, "country": "France"},
    "in Mexico": {"country": "Mexico"},
    "in the twenties": {"years": (1920, 1929)},
    "freely, in Russia, before the war": {
        "kinds": {"free"},
        "country": "Russia",
        "years": (1900, 1913),
    },
}


def fits(route: routes.Route, asked: dict[str, Any]) -> bool:
    moved = set(map(id, moves_of(route)))
    first, last = asked.get("years", (-math.inf, math.inf))
    return any(
        ("kinds" not in asked or (id(stay) in moved and group_of(stay) in asked["kinds"]))
        and ("country" not in asked or stay.located.place.country == asked["country"])
        and stay.clock[0] < last + 1
        and stay.clock[1] >= first
        for stay in route.stays
    )


def ask(tab: Page, asked: dict[str, Any]) -> None:
    """Ask by hand, with the keyboard's help."""
    for group in ("forced", "flight", "free", "unknown"):
        box = tab.locator(f".em-kinds input[value={group}]")
        box.set_checked("kinds" not in asked or group in asked["kinds"])
    if "country" in asked:
        field = tab.get_by_role("combobox", name="Country")
        field.fill(asked["country"][:3].upper())
        field.press("ArrowDown")
        field.press("Enter")
        assert field.input_value() == asked["country"]
    for label, year in zip(("From the year", "To the year"), asked.get("years", ()), strict=False):
        tab.get_by_role("spinbutton", name=label).fill(str(year))
        tab.keyboard.press("Tab")


@pytest.mark.parametrize("name", FILTERS)
def test_filters_show_the_lives_that_a_search_through_all_finds(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...], name: str
) -> None:
    asked = FILTERS[name]
    expected = [route for route in lives if fits(route, asked)]
    assert 0 < len(expected) < len(lives)
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        tab.get_by_role("button", name="Filter").click()
        ask(tab, asked)
        assert tab.locator(".em-sifted").inner_text() == f"{len(expected)} of {len(lives)} lives"
        kinds = asked.get("kinds", {"forced", "flight", "free", "unknown"})
        first, last = asked.get("years", (-math.inf, math.inf))
        moves = Counter(
            (math.floor(stay.clock[0]), group_of(stay))
            for route in expected
            for stay in moves_of(route)
            if group_of(stay) in kinds and first <= math.floor(stay.clock[0]) <= last
        )
        histogram = inspect(tab)["histogram"]
        assert sum(histogram["counts"]) == moves.total()
        tab.get_by_role("button", name="Lives", exact=True).click()
        assert tab.locator(".em-roster .em-panel-title").inner_text() == f"{len(expected)} lives"
        shown = tab.locator(".em-roster .em-go").first
        assert shown.inner_text() == expected[0].person
        for where in (0.3, 0.6):
            tab.evaluate("f => exileMap.seek(f)", where)
            people = {lives[who["person"]].person for who in inspect(tab)["where"]}
            assert people <= {route.person for route in expected}
        # The address tells the same, to whom it is sent.
        link = tab.evaluate("location.hash")
        tab.get_by_role("button", name="Clear the filters").click()
        assert inspect(tab)["lives"] == len(lives)
    with opened(chromium, corpus_page, link=link) as tab:
        ready(tab)
        assert inspect(tab)["lives"] == len(expected)


# A single life


def test_a_person_is_found_by_a_part_of_the_name_and_opened(
    chromium: Browser, corpus_page: Path
) -> None:
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        seek_year(tab, 1901.25)
        field = tab.get_by_role("combobox", name="Find a person")
        field.click()
        tab.keyboard.type("swietek 4")
        options = tab.get_by_role("option")
        assert options.first.inner_text() == "Łucja Świętek 40"
        tab.keyboard.press("ArrowDown")
        assert options.first.get_attribute("aria-selected") == "true"
        active = field.get_attribute("aria-activedescendant")
        assert active == options.first.get_attribute("id")
        tab.keyboard.press("Enter")
        card = tab.locator(".em-one .em-card")
        card.wait_for()
        assert "Łucja Świętek 40" in card.inner_text()
        assert tab.title() == "Łucja Świętek 40"
        tab.keyboard.press("l")
        assert tab.locator(".em-one .em-stay").count() == 6
        assert "Story 40" in (tab.locator(".em-one").text_content() or "")
        assert tab.locator("#exile-map").evaluate("(e) => e.inert")
        tab.keyboard.press("Escape")
        tab.keyboard.press("Escape")
        card.wait_for(state="detached")
        assert tab.title() == "Lives of Exile"
        assert tab.evaluate("exileMap.now().year") == pytest.approx(1901.25, abs=0.01)


def test_every_way_back_leads_to_the_same_moment(chromium: Browser, corpus_page: Path) -> None:
    name = "Anna Petrenko 2"
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        # The address names a moment that is left before a life is opened.
        seek_year(tab, 1912.5)
        tab.evaluate("exileMap.seek(0.42)")
        before = inspect(tab)
        for back in (
            lambda: tab.get_by_role("button", name="All lives").click(),
            tab.go_back,
            lambda: tab.keyboard.press("Escape"),
        ):
            assert tab.evaluate("name => exileMap.goTo(name)", name) is True
            tab.locator(".em-one .em-card").wait_for()
            assert f"person={name.replace(' ', '%20')}" in tab.evaluate("location.hash")
            back()
            tab.locator(".em-one").wait_for(state="detached")
            assert inspect(tab) == before
        assert tab.evaluate("exileMap.goTo('Nobody')") is False


def test_a_link_opens_one_life(chromium: Browser, corpus_page: Path) -> None:
    with opened(chromium, corpus_page, link="#year=1905&person=Viktor%20Ivanov%203") as tab:
        tab.locator(".em-one .em-card").wait_for()
        assert "Viktor Ivanov 3" in tab.locator(".em-one .em-card").inner_text()
        tab.get_by_role("button", name="All lives").click()
        tab.locator(".em-one").wait_for(state="detached")
        assert tab.evaluate("exileMap.now().year") == pytest.approx(1905, abs=0.01)


def test_a_click_on_a_crowd_lists_it_and_a_click_on_a_point_opens_it(
    chromium: Browser, corpus_page: Path
) -> None:
    at = """([lat, lng]) => { const p = exileMap.map.latLngToContainerPoint([lat, lng]);
        const box = document.querySelector(".em-map").getBoundingClientRect();
        return [p.x + box.x, p.y + box.y]; }"""
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        seek_year(tab, 1903.5)
        here = [w for w in inspect(tab)["where"] if not w["travels"]]
        crowd = [w for w in here if abs(w["lat"] - TOWNS["Paris"][0]) < 0.01]
        assert len(crowd) >= 4
        tab.mouse.move(*tab.evaluate(at, [crowd[0]["lat"], crowd[0]["lng"]]))
        assert tab.locator(".em-who").inner_text() == f"{len(crowd)} lives · Paris"
        tab.mouse.click(*tab.evaluate(at, [crowd[0]["lat"], crowd[0]["lng"]]))
        title = tab.locator(".em-roster .em-panel-title")
        assert title.inner_text() == f"Lives here: {len(crowd)}"
        tab.locator(".em-roster .em-go").first.click()
        tab.locator(".em-one .em-card").wait_for()
        tab.keyboard.press("Escape")
        tab.locator(".em-one").wait_for(state="detached")
        assert title.is_visible()
        # Opened from the list, the focus is on the list again.
        assert tab.evaluate("document.activeElement.className") == "em-go"
        tab.keyboard.press("Escape")
        # Far from the others somebody is under way: one click opens that life.
        alone = """() => { for (let f = 0.2; f < 0.9; f += 0.002) { exileMap.seek(f);
            const box = document.querySelector(".em-map").getBoundingClientRect();
            const all = exileMap.inspect().where.map((w) => ({ ...w,
                at: exileMap.map.latLngToContainerPoint([w.lat, w.lng]) }));
            const one = all.find((w) => w.travels && all.every((o) => o.person === w.person
                || Math.hypot(o.at.x - w.at.x, o.at.y - w.at.y) > 40)
                && document.elementFromPoint(box.x + w.at.x, box.y + w.at.y)?.closest(".em-map"));
            if (one) return one; } return null; }"""
        one = tab.evaluate(alone)
        assert one
        tab.mouse.click(*tab.evaluate(at, [one["lat"], one["lng"]]))
        tab.locator(".em-one .em-card").wait_for()
        assert inspect(tab)["person"] == one["person"]


def test_one_life_is_drawn_as_on_a_map_of_its_own(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...], tmp_path: Path
) -> None:
    alone = tmp_path / "alone.html"
    alone.write_text(render(lives[7:8]), encoding="utf-8")
    read = "() => [...document.querySelectorAll('.em-stays .em-stay')].map((e) => e.innerText)"
    with opened(chromium, alone) as tab:
        expected = tab.evaluate(read)
        km = tab.evaluate("exileMap.inspect().drawn.legs")
    with opened(
        chromium, corpus_page, link=f"#person={lives[7].person.replace(' ', '%20')}"
    ) as tab:
        tab.locator(".em-one .em-card").wait_for()
        assert [text.replace("\n\n", "\n") for text in tab.evaluate(read)] == [
            text.replace("\n\n", "\n") for text in expected
        ]
        assert km == len(moves_of(lives[7]))


# For everyone


def test_it_is_driven_by_the_keyboard_alone(chromium: Browser, corpus_page: Path) -> None:
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        reached = []
        for _ in range(14):
            tab.keyboard.press("Tab")
            reached.append(
                tab.evaluate(
                    "(document.activeElement.getAttribute('aria-label')"
                    " || document.activeElement.innerText || '').trim()"
                )
            )
        for name in ("Find a person", "Filter", "Play", "Timeline", "Lives", "Speed 1×"):
            assert name in reached, reached
        tab.get_by_role("button", name="Play").focus()
        tab.keyboard.press("Space")
        wait_until(tab, "exileMap.now().playing && exileMap.state() > 0.01")
        tab.keyboard.press("Space")
        assert not tab.evaluate("exileMap.now().playing")
        tab.keyboard.press("l")
        assert tab.locator(".em-roster").is_visible()
        tab.keyboard.press("Escape")
        assert tab.locator(".em-roster").is_hidden()
        assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == "Lives"
        tab.keyboard.press("?")
        assert tab.get_by_role("dialog", name="Help").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@SIZES
def test_axe_finds_nothing(
    chromium: Browser, corpus_page: Path, size: tuple[int, int], scheme: str
) -> None:
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,  # type: ignore[arg-type]  # a parameter is no literal
        bypass_csp=True,
    )
    tab = context.new_page()
    tab.goto(corpus_page.as_uri())
    ready(tab)
    tab.add_script_tag(path=str(AXE))
    states = (
        "exileMap.seek(0)",
        "exileMap.seek(0.5)",
        "document.querySelector('.em-filter-toggle').click()",
        "document.querySelector('.em-list-toggle').click()",
        "document.querySelector('.em-more').click()",
        "document.querySelector('.em-menu .em-item').click()",
    )
    for state in states:
        tab.evaluate(state)
        found = tab.evaluate("axe.run().then((r) => r.violations)")
        told = [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found]
        assert told == [], f"after {state}"
    context.close()


def test_hostile_texts_are_text(chromium: Browser, tmp_path: Path) -> None:
    source, target = tmp_path / "evil.csv", tmp_path / "evil.html"
    with source.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for i, evil in enumerate(HOSTILE * 2):
            for n in range(12):
                year = 1900 + i + n
                row = [f"{evil} {i}", f"{evil}", evil, 10 + i, 20 + n, year, year + 1, evil, evil]
                out.writerow(row)
    drawn = routes.build(geocoding.locate(places.read(source)))
    target.write_text(render(drawn, title=HOSTILE[1]), encoding="utf-8")
    with opened(chromium, target) as tab:
        ready(tab)
        assert tab.evaluate("window.ran === undefined")
        tab.locator(".em-list-toggle").click()
        tab.locator(".em-filter-toggle").click()
        field = tab.get_by_role("combobox", name="Find a person")
        field.fill("onload")
        assert tab.get_by_role("option").count() >= 1
        country = tab.get_by_role("combobox", name="Country")
        country.click()
        country.press("ArrowDown")
        tab.locator(".em-roster .em-go").first.click()
        tab.locator(".em-one .em-card").wait_for()
        assert tab.evaluate("window.ran === undefined")
        assert tab.locator("#exile-map img, #exile-map iframe, .em-one iframe").count() == 0


def test_a_phone_has_its_controls_apart_and_the_filters_in_a_sheet(
    chromium: Browser, corpus_page: Path
) -> None:
    boxes = """() => [...document.querySelectorAll(
            "#exile-map :is(button, .em-timeline, .em-year, .em-field)")]
        .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest("dialog"))
        .map((e) => { const r = e.getBoundingClientRect();
            return [e.className, r.x, r.y, r.right, r.bottom]; })"""
    with opened(chromium, corpus_page, PHONE) as tab:
        ready(tab)
        seen = tab.evaluate(boxes)
        assert len(seen) >= 9
        for i, (name, x, y, right, bottom) in enumerate(seen):
            assert min(x, y, PHONE[0] - right, PHONE[1] - bottom) >= 0, name
            assert min(right - x, bottom - y) >= 24, name
            for other, x2, y2, right2, bottom2 in seen[i + 1 :]:
                apart = right <= x2 + 1 or right2 <= x + 1 or bottom <= y2 + 1 or bottom2 <= y + 1
                assert apart, f"{name} and {other}"
        tab.get_by_role("button", name="Filter").click()
        sheet = tab.locator(".em-cartouche").bounding_box()
        bar = tab.locator(".em-bar").bounding_box()
        assert sheet is not None
        assert bar is not None
        assert 100 < sheet["y"] <= bar["y"] - sheet["height"]
        assert tab.locator(".em-kinds").is_visible()
        tab.keyboard.press("Escape")
        assert tab.locator(".em-kinds").is_hidden()


def test_who_wants_no_motion_sees_a_picture_a_year(chromium: Browser, corpus_page: Path) -> None:
    context = chromium.new_context(
        viewport={"width": DESKTOP[0], "height": DESKTOP[1]}, reduced_motion="reduce"
    )
    tab = context.new_page()
    tab.goto(corpus_page.as_uri() + "#play")
    ready(tab)
    tab.wait_for_timeout(300)
    assert tab.evaluate("exileMap.state()") == 0, "nothing plays unasked"
    pictures = tab.evaluate("""() => new Promise((done) => { const seen = new Map();
        exileMap.seek(0.3); exileMap.play();
        const look = () => { const { year } = exileMap.now();
            const picture = document.querySelector(".em-sheet-travelled").toDataURL();
            const then = String(Math.floor(year));
            seen.set(then, (seen.get(then) ?? new Set()).add(picture));
            if (seen.size < 4) requestAnimationFrame(look);
            else { exileMap.pause(); done([...seen.values()].slice(1, -1).map((s) => s.size)); } };
        look(); })""")
    assert pictures == [1, 1]
    context.close()


def test_print_has_a_picture_and_the_table(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...]
) -> None:
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        seek_year(tab, 1905.5)
        tab.emulate_media(media="print")
        tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        rows = tab.locator(".em-table-print tbody tr").all()
        cells = [row.locator("th, td").all_inner_texts() for row in rows]
        assert all(re.fullmatch(r"\d{3}0–\d{3}9", row[0]) for row in cells), "decades"
        assert sum(int(row[-1]) for row in cells) == sum(len(moves_of(route)) for route in lives)
        assert tab.locator(".em-then").inner_text().startswith("1905: ")
        assert tab.locator(".em-sheet-travelled").is_visible()
        assert tab.locator(".em-bar").is_hidden()
        assert tab.locator(".em-cartouche").is_hidden()
        tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert tab.locator(".em-table-print").count() == 0


def test_the_table_of_moves_is_the_histogram(
    chromium: Browser, corpus_page: Path, lives: tuple[routes.Route, ...]
) -> None:
    counted: Counter[str] = Counter()
    for route in lives:
        counted.update(str(math.floor(stay.clock[0])) for stay in moves_of(route))
    with opened(chromium, corpus_page) as tab:
        ready(tab)
        tab.get_by_role("button", name="Settings and help").click()
        tab.get_by_role("button", name="Moves as a table").click()
        rows = tab.locator("dialog .em-table tbody tr").all()
        cells = [row.locator("th, td").all_inner_texts() for row in rows]
        assert {row[0]: int(row[-1]) for row in cells} == dict(counted)
        tab.keyboard.press("Escape")
        assert tab.locator(".em-table").count() == 0, "as light as before"


def test_the_page_asks_for_nothing_and_allows_nothing(lives: tuple[routes.Route, ...]) -> None:
    text = render(lives)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert policy[1].startswith("default-src 'none'")
    assert "unsafe" not in policy[1]
    assert not re.search(r"<[^>]+ style=", text)
    head = json.loads(text.split('id="em-data">')[1].split("</script>")[0])
    assert "country" in head["packed"]["lists"]
