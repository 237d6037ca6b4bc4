from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from conftest import ROOT, SERGE
from running_lab import Lab, Opened, lab, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

READ = f"""import exile_map as xm
routes = xm.to_routes(xm.geocode(xm.read_places({str(SERGE)!r})))"""
OTHER = ROOT / "tests" / "routes" / "benjamin.csv"
BENJAMIN = f"xm.to_routes(xm.geocode(xm.read_places({str(OTHER)!r})))"
ONE = "w = xm.RouteWidget(routes)\nw"
FOLLOW = """stays, ends = [], []
w.on_stay(lambda stay: stays.append(stay and stay.id))
w.on_end(lambda: ends.append(w.year))"""

# The players of a page, in its order: each in the shadow tree of a widget's view.
PLAYERS = "[...document.querySelectorAll('.jp-OutputArea *')].filter((e) => e.shadowRoot)"
SHOWN = f"(n) => {PLAYERS}.filter((e) => e.shadowRoot.querySelector('.em-live')).length === n"
YEAR = f"(n) => {PLAYERS}[n].shadowRoot.querySelector('.em-year').textContent"
PLACE = f"(n) => {PLAYERS}[n].shadowRoot.querySelector('.em-card .em-place')?.textContent"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """Run one JupyterLab for all tests here."""
    with lab(tmp_path_factory.mktemp("lab")) as started:
        yield started


@pytest.fixture(scope="module")
def shared(chromium: Browser, running: Lab) -> Iterator[Opened]:
    """Open one notebook for all tests that leave it as it was but for the widget's state."""
    running.write("shared.ipynb", [READ, ONE, FOLLOW])
    with opened(chromium, running, "shared.ipynb") as notebook:
        run(notebook, 1)
        yield notebook


@pytest.fixture
def notebook(shared: Opened) -> Opened:
    """Bring the widget back to where it began."""
    again = "w.playing, w.speed, w.title, w.lang, w.height = False, 1, '', 'en', 560"
    shared.do(f"{again}\nw.routes, w.stay, w.year = routes, '1-brussels', 1890")
    shared.until_python("w.year == 1890 and w.stay == '1-brussels' and not w.playing")
    shared.do("stays.clear(), ends.clear()")
    return shared


def run(notebook: Opened, widgets: int) -> None:
    """Run a notebook and wait for its widgets."""
    notebook.run()
    notebook.until(SHOWN, widgets)


def test_dragging_the_timeline_changes_the_year_in_python(notebook: Opened) -> None:
    notebook.page.locator(".jp-OutputArea .em-timeline").scroll_into_view_if_needed()
    box = notebook.page.locator(".jp-OutputArea .em-timeline").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    mouse = notebook.page.mouse
    mouse.move(box["x"] + 5, middle)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.5, middle, steps=4)
    notebook.until_python("1910 < w.year < 1930")
    mouse.move(box["x"] + box["width"] * 0.9, middle, steps=4)
    mouse.up()
    notebook.until_python("1935 < w.year < 1946")
    assert notebook.python("w.stay in [s.id for s in routes[0].stays]")
    assert notebook.python("stays[-1] == w.stay")


def test_what_python_sets_moves_the_map(notebook: Opened) -> None:
    notebook.do("w.stay = '4-barcelona'")
    notebook.until(f"() => ({PLACE})(0) === 'Barcelona'")
    notebook.until_python("w.year == 1917 and stays[-1] == '4-barcelona'")
    notebook.do("w.year = 1941.9")
    notebook.until(f"() => ({YEAR})(0) === '1941'")
    notebook.until_python("w.stay == '11-mexico-city'")
    notebook.do("w.selected = ['2-paris', '3-paris']")
    notebook.until_python("w.stay == '2-paris' and w.selected == ['2-paris', '3-paris']")
    notebook.do("w.height = 480")
    notebook.until(f"{PLAYERS}[0].clientHeight === 480")
    # A wrong word is refused, and changes nothing.
    assert notebook.python(
        "refused",
        do="try:\n    w.stay = 'nowhere'\nexcept xm.UsageError as e:\n    refused = str(e)",
    ).startswith("there is no stay “nowhere”")
    assert notebook.python("w.stay") == "2-paris"


def test_it_plays_at_the_speed_asked_for_and_says_so(notebook: Opened) -> None:
    notebook.do("w.stay = '11-mexico-city'\nw.speed = 16\nw.playing = True")
    notebook.until(f"{PLAYERS}[0].shadowRoot.querySelector('.em-speed').textContent === '16×'")
    notebook.until_python("len(ends) == 1")
    notebook.until_python("not w.playing and w.stay is None")
    notebook.page.get_by_role("button", name="Speed 16×").click()
    notebook.until_python("w.speed == 0.5")
    notebook.page.locator(".em-play").click()
    notebook.until_python("w.playing")
    notebook.page.locator(".em-play").click()
    notebook.until_python("not w.playing")


def test_a_click_on_a_place_selects_its_stays(notebook: Opened) -> None:
    notebook.do("w.stay = '10-marseille'")
    notebook.page.wait_for_timeout(500)
    # The camera has the current place in the middle of what the card leaves free.
    spot = notebook.page.evaluate(
        f"""() => {{
          const map = {PLAYERS}[0].shadowRoot.querySelector(".em-map");
          const {{ left, top, width, height }} = map.getBoundingClientRect();
          const [from, to] = [width * 0.45, width - 60];
          for (let y = 10; y < height - 10; y += 8) for (let x = from; x < to; x += 8) {{
            const at = {{ clientX: left + x, clientY: top + y, bubbles: true, composed: true }};
            map.dispatchEvent(new MouseEvent("mousemove", at));
            if (map.classList.contains("em-over")) return [left + x + 2, top + y + 2];
          }}
          return null;
        }}"""
    )
    assert spot is not None
    notebook.page.mouse.click(*spot)
    notebook.until_python("len(w.selected) > 0 and w.stay in w.selected")
    places = "{s.located.title for s in routes[0].stays if s.id in w.selected}"
    assert notebook.python(f"len({places})") == 1


def test_two_widgets_do_not_disturb_each_other_and_two_views_of_one_agree(
    chromium: Browser, running: Lab
) -> None:
    both = "v = xm.RouteWidget(" + BENJAMIN + ", lang='fr', height=320)\nv"
    running.write("two.ipynb", [READ, "w = xm.RouteWidget(routes, height=320)\nw", both, "w"])
    with opened(chromium, running, "two.ipynb") as notebook:
        notebook.page.set_viewport_size({"width": 1280, "height": 1500})
        run(notebook, 3)
        notebook.do("w.stay = '4-barcelona'")
        notebook.until(f"() => [0, 2].every((n) => ({PLACE})(n) === 'Barcelona')")
        assert notebook.python("v.stay") is None
        before = notebook.python("v.year")
        notebook.do("w.playing = True")
        notebook.until_python("w.year > 1917.2 or w.stay != '4-barcelona'")
        assert notebook.python("w.playing")
        assert notebook.python("[v.year, v.playing]") == [before, False]
        # One of the two views plays, and the other follows it.
        notebook.until(f"() => ({YEAR})(0) === ({YEAR})(2) && ({YEAR})(0) > '1917'")
        notebook.do("w.playing = False")
        notebook.until_python("not w.playing")
        notebook.page.wait_for_timeout(300)
        year = notebook.python("w.year")
        notebook.page.wait_for_timeout(400)
        assert notebook.python("w.year") == year


def test_replaced_routes_keep_the_view(notebook: Opened) -> None:
    fewer = "w.routes = xm.to_routes(xm.geocode(xm.read_places({!r})).drop(index=[0, 4]))"
    notebook.do("w.year = 1940.9")
    notebook.until_python("w.stay == '10-marseille'")
    notebook.do(fewer.format(str(SERGE)))
    notebook.until(
        f"{PLAYERS}[0].shadowRoot.querySelector('.em-card').textContent.includes('8 of 9')"
    )
    notebook.until_python("w.stay == '8-marseille' and abs(w.year - 1940.9) < 0.1")
    notebook.do("w.title = 'A life'\nw.lang = 'de'")
    notebook.until(f"{PLAYERS}[0].shadowRoot.firstElementChild.lang === 'de'")
    assert notebook.page.evaluate(f"{PLAYERS}.length") == 1
    assert notebook.python("w.stay") == "8-marseille"


def test_a_notebook_that_is_opened_again_shows_the_widget_and_needs_no_kernel(
    chromium: Browser, running: Lab
) -> None:
    running.write("again.ipynb", [READ, "w = xm.RouteWidget(routes, stay='4-barcelona')\nw"])
    with opened(chromium, running, "again.ipynb") as notebook:
        run(notebook, 1)
        notebook.until_python("w.stay == '4-barcelona' and w.year == 1917")
        notebook.save()
        # The same kernel, another page.
        notebook.reload()
        notebook.until(SHOWN, 1)
        notebook.until(f"() => ({PLACE})(0) === 'Barcelona'")
        notebook.do("w.stay = '11-mexico-city'")
        notebook.until(f"() => ({PLACE})(0) === 'Mexico City'")
        notebook.do("w.stay = '4-barcelona'")
        notebook.until(f"() => ({PLACE})(0) === 'Barcelona'")
        notebook.save()
        notebook.shut_down()
    saved = json.loads((running.folder / "again.ipynb").read_text(encoding="utf-8"))
    assert "widgets" in saved["metadata"]
    with opened(chromium, running, "again.ipynb") as notebook:
        notebook.until(SHOWN, 1)
        notebook.until(f"() => ({PLACE})(0) === 'Barcelona'")
        notebook.shut_down()
        notebook.page.get_by_role("button", name="Play", exact=True).click()
        notebook.until(f"() => ({PLACE})(0) !== 'Barcelona'")


def test_a_route_and_a_map_show_themselves(chromium: Browser, running: Lab) -> None:
    running.write("shown.ipynb", [READ, "routes[0]", "xm.ExileMap(routes)"])
    with opened(chromium, running, "shown.ipynb") as notebook:
        notebook.run()
        picture = notebook.page.locator(".jp-OutputArea-output img[alt='Victor Serge']")
        picture.wait_for()
        assert picture.evaluate("(e) => e.decode().then(() => e.naturalWidth)") == 960
        notebook.page.locator("iframe").scroll_into_view_if_needed()
        framed = notebook.page.frame_locator("iframe")
        framed.get_by_role("button", name="Follow the route").click()
        framed.get_by_role("button", name="Pause").wait_for()


def test_where_nothing_is_trusted_the_picture_and_the_stays_stand_there(
    chromium: Browser, running: Lab
) -> None:
    running.write("wary.ipynb", [READ, ONE, "routes[0]", "xm.ExileMap(routes)"])
    with opened(chromium, running, "wary.ipynb") as notebook:
        run(notebook, 1)
        notebook.save()
    text = (running.folder / "wary.ipynb").read_text(encoding="utf-8")
    # Another's notebook: nobody here has signed it, and its widgets were not saved with it.
    other = json.loads(text)
    del other["metadata"]["widgets"]
    other["cells"][0]["source"] += "\n# another's"
    (running.folder / "other.ipynb").write_text(json.dumps(other), encoding="utf-8")
    with opened(chromium, running, "other.ipynb") as notebook:
        notebook.page.locator(".jp-OutputArea-output li", has_text="Barcelona").first.wait_for()
        shown = notebook.page.locator(".jp-OutputArea-output img[alt='Victor Serge']")
        assert shown.count() >= 2
        assert notebook.page.locator(".jp-OutputArea-output iframe").count() == 0
        for n in range(2):
            assert shown.nth(n).evaluate("(e) => e.decode().then(() => e.naturalWidth)") == 960
