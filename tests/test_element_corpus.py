"""The custom element with many lives, in a page of its own on a real web server."""

from __future__ import annotations

import json
import math
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from serving import Site, served
from test_corpus_page import moves_of, write_lives
from test_element import HOST_POLICY, Json, article, until, wait, write

from exile_map import embedding, geocoding, page, places, routes
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

LIVES = '<exile-map id="a" src="lives.geojson"></exile-map>'
_HISTORY = "history.length + location.href"
SAID = "(words) => a.shadowRoot.querySelector('.em-cartouche').innerText.includes(words)"


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> tuple[routes.Route, ...]:
    """Return ninety lives."""
    table = write_lives(tmp_path_factory.mktemp("lives") / "lives.csv")
    return routes.build(geocoding.locate(places.read(table)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, lives: tuple[routes.Route, ...]) -> Path:
    """Return a folder with the module, ninety lives, and two of them."""
    made = tmp_path_factory.mktemp("element")
    (made / "exile-map.js").write_text(page.module("110m"), encoding="utf-8")
    write(made, "lives.geojson", document_of(lives))
    write(made, "two.geojson", document_of(lives[:2]))
    for name, drawn in (("lives.html", lives), ("two.html", lives[:2])):
        write(made, name, page.render(drawn, country_name=Gazetteer().country_name))
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    """Serve the folder under the strictest policy that the documentation allows a host."""
    with served(folder, {"Content-Security-Policy": HOST_POLICY}) as running:
        yield running


def document_of(drawn: tuple[routes.Route, ...]) -> Json:
    title = page.title_of(drawn, page.strings("en"))
    return to_geojson(drawn, title=title, lang="en", country_name=Gazetteer().country_name)


def is_all(opened: Page) -> bool:
    """Tell whether the element shows all lives at once."""
    shown: bool = opened.evaluate("a.shadowRoot.querySelector('.em-corpus') !== null")
    return shown


def test_many_lives_are_shown_all_at_once_with_the_moves_of_each_year(
    chromium: Browser, site: Site, folder: Path, lives: tuple[routes.Route, ...]
) -> None:
    counted: Counter[str] = Counter()
    for route in lives:
        counted.update(str(math.floor(stay.clock[0])) for stay in moves_of(route))
    with article(chromium, site, folder, LIVES) as opened:
        wait(opened)
        assert is_all(opened)
        assert site.asked == ["/article.html", "/exile-map.js", "/lives.geojson"]
        assert opened.locator(".em-cartouche .em-name").inner_text() == "90 lives"
        assert opened.locator(".em-credits").is_visible()
        opened.get_by_role("button", name="Settings and help").click()
        opened.get_by_role("button", name="Moves as a table").click()
        rows = opened.locator("dialog .em-table tbody tr").all()
        cells = [row.locator("th, td").all_inner_texts() for row in rows]
        assert {row[0]: int(row[-1]) for row in cells} == dict(counted)


def test_a_page_that_was_drawn_will_do_as_well(
    chromium: Browser, site: Site, folder: Path, lives: tuple[routes.Route, ...]
) -> None:
    body = LIVES.replace("geojson", "html")
    with article(chromium, site, folder, body) as opened:
        wait(opened)
        assert is_all(opened)
        opened.evaluate("(name) => a.goTo(name)", lives[3].person)
        back = opened.get_by_role("button", name="All lives")
        back.wait_for()
        opened.get_by_role("button", name="Places", exact=True).click()
        until(opened, "a.shadowRoot.querySelector('.em-one').textContent.includes('Story 3 2')")
        back.click()
        until(opened, "a.now().person === null")
        opened.evaluate("a.setAttribute('lang', 'fr')")
        until(opened, SAID, "vies")
        assert site.asked == ["/article.html", "/exile-map.js", "/lives.html"]
    with article(chromium, site, folder, body.replace("lives", "two")) as opened:
        wait(opened)
        assert not is_all(opened)
        assert opened.evaluate("a.data.features.length") == 2 * 6 + 2 * 5


def test_a_page_that_is_broken_is_told_of(chromium: Browser, site: Site, folder: Path) -> None:
    whole = (folder / "lives.html").read_text("utf-8")
    plain = json.loads(whole.split('id="em-data">')[1].split("</script>")[0])
    del plain["packed"]["lists"]["country"]
    for name, text in (
        ("told", f'<script type="application/json" id="em-data">{json.dumps(plain)}</script>'),
        ("other", "<!doctype html><title>Lives</title>"),
        ("cut", whole[: whole.index('id="em-columns">') + 40]),
        ("odd", whole.replace('"stays":540', '"stays":99999999999')),
    ):
        assert text != whole
        write(folder, f"{name}.html", text)
        body = f'<exile-map id="a" src="{name}.html"></exile-map>'
        with article(chromium, site, folder, body) as opened:
            until(opened, "a.shadowRoot.querySelector('.em-reason') !== null")
            assert not opened.evaluate("a.ready()")


def test_which_view_it_is_can_be_said_and_changed(
    chromium: Browser, site: Site, folder: Path
) -> None:
    two = '<exile-map id="a" src="two.geojson"></exile-map>'
    with article(chromium, site, folder, two) as opened:
        wait(opened)
        assert not is_all(opened)
        opened.evaluate("a.setAttribute('view', 'corpus')")
        until(opened, "a.shadowRoot.querySelector('.em-corpus') !== null")
        assert opened.locator(".em-life").inner_text() != ""
        opened.evaluate("a.setAttribute('view', 'route')")
        until(opened, "a.shadowRoot.querySelector('.em-corpus') === null")
        assert opened.locator(".em-map canvas").count() > 0


def test_it_is_driven_as_any_other(
    chromium: Browser, site: Site, folder: Path, lives: tuple[routes.Route, ...]
) -> None:
    with article(chromium, site, folder, LIVES) as opened:
        wait(opened)
        opened.evaluate("""() => { window.told = [];
            for (const type of ["stay", "playing", "paused", "ended"])
              a.addEventListener(type, ({ detail }) => told.push([type, detail.person])); }""")
        opened.evaluate("a.seek(0.4); a.play()")
        until(opened, "a.state() > 0.41")
        opened.evaluate("a.pause()")
        before = opened.evaluate(_HISTORY)
        year = opened.evaluate("a.now().year")
        first = lives[0].stays[0].clock[0]
        assert first < year < lives[-1].stays[-1].clock[1] + 100
        opened.evaluate("(name) => a.goTo(name)", lives[3].person)
        until(opened, "a.shadowRoot.querySelector('.em-one .em-live') !== null")
        assert opened.evaluate("a.now().person") == lives[3].person
        assert opened.evaluate(_HISTORY) == before, "the page's own address is its own"
        assert opened.title() == "An article"
        told = opened.evaluate("told")
        assert told == [["playing", None], ["paused", None], ["stay", lives[3].person]]


def test_a_life_is_found_opened_and_left_by_the_keyboard(
    chromium: Browser, site: Site, folder: Path, lives: tuple[routes.Route, ...]
) -> None:
    with article(chromium, site, folder, LIVES) as opened:
        wait(opened)
        field = opened.get_by_role("combobox", name="Find a person")
        field.fill("swietek 45")
        field.press("ArrowDown")
        field.press("Enter")
        back = opened.get_by_role("button", name="All lives")
        back.wait_for()
        assert opened.evaluate("a.now().person") == lives[45].person
        inside = opened.evaluate("""() => {
            const [all, one] = [a, a.shadowRoot.querySelector(".em-one")]
              .map((e) => e.getBoundingClientRect());
            return [all.x - one.x, all.y - one.y, all.width - one.width, all.height - one.height];
        }""")
        assert inside == [0, 0, 0, 0], "before the map of all, and nothing else of the page"
        opened.keyboard.press("Escape")
        until(opened, "a.now().person === null")
        assert opened.evaluate("a.shadowRoot.activeElement.getAttribute('aria-label')") == (
            "Find a person"
        )


def test_taken_away_nothing_is_left_and_put_back_it_is_there_again(
    chromium: Browser, site: Site, folder: Path
) -> None:
    with article(chromium, site, folder, LIVES) as opened:
        wait(opened)
        opened.evaluate("a.goTo('Łucja Świętek 45')")
        until(opened, "a.shadowRoot.querySelector('.em-one') !== null")
        opened.evaluate("window.kept = a; a.remove()")
        assert opened.evaluate("kept.shadowRoot.childElementCount") == 0
        assert opened.evaluate("kept.now()") is None
        opened.evaluate("document.querySelector('main').append(kept)")
        until(opened, "kept.ready()")
        assert opened.evaluate("kept.now().person") is None
        assert is_all(opened)


def test_it_takes_the_look_the_language_and_the_size_it_is_given(
    chromium: Browser, site: Site, folder: Path
) -> None:
    for width, lang, said in ((1000, "ar", "سيرة"), (380, "de", "Leben")):
        body = f'<exile-map id="a" src="lives.geojson" lang="{lang}" theme="dark"></exile-map>'
        view = {"width": width, "height": 800}
        with article(chromium, site, folder, body, viewport=view) as opened:
            wait(opened)
            until(opened, SAID, said)  # counted once the map is seen
            ink = "getComputedStyle(a.shadowRoot.querySelector('.em-corpus')).color"
            assert opened.evaluate(ink) == "rgb(236, 231, 218)"
            outside = opened.evaluate("""() => { const box = a.getBoundingClientRect();
                return [...a.shadowRoot.querySelectorAll(".em-card, .em-bar, .em-zooms, .em-year")]
                  .map((e) => e.getBoundingClientRect())
                  .filter((r) => r.left < box.left || r.right > box.right || r.bottom > box.bottom)
                  .length; }""")
            assert outside == 0


def test_what_is_pasted_lists_each_life_once(lives: tuple[routes.Route, ...]) -> None:
    document = document_of(lives)
    pasted = embedding.element(document, "lives.geojson", "exile-map.js")
    assert pasted.count("<li>") == len(lives)
    first, last = lives[0].stays[0], lives[0].stays[-1]
    line = next(line for line in pasted.splitlines() if f"<li>{lives[0].person}: " in line)
    assert first.located.title in line
    assert last.located.title in line
    few = embedding.element(document_of(lives[:2]), "two.geojson", "exile-map.js")
    assert few.count("<li>") == sum(len(route.stays) for route in lives[:2])


def test_a_hostile_document_does_nothing_but_show(
    chromium: Browser, site: Site, folder: Path, lives: tuple[routes.Route, ...]
) -> None:
    document = json.loads(json.dumps(document_of(lives)))
    bad = "<img src=x onerror=alert(1)>"
    for feature in document["features"]:
        if feature["properties"]["type"] == "stay":
            feature["properties"] |= {"title": bad, "country": bad, "context": bad}
    document["exile_map"]["title"] = bad
    write(folder, "hostile.geojson", document)
    body = '<exile-map id="a" src="hostile.geojson"></exile-map>'
    with article(chromium, site, folder, body) as opened:
        wait(opened)
        assert opened.locator(".em-cartouche .em-name").inner_text() == bad
        opened.evaluate("a.seek(0.5)")
        opened.locator(".em-list-toggle").click()
        assert bad in opened.locator(".em-row .em-when").first.inner_text()
        assert opened.locator("img").count() == 0
