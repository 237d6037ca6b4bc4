"""The picture: the map as a printed plate in SVG, the same as the page draws."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from itertools import combinations
from math import hypot
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from conftest import ROOT, SERGE

from exile_map import geocoding, page, picture, places, routes
from exile_map._kinds import kind_in
from exile_map.errors import UsageError
from exile_map.gazetteer import Gazetteer
from exile_map.picture import (
    labels,
    mapping,
    markers,
    moments,
    paints,
    palette,
    projecting,
    scene,
    ways,
)
from exile_map.picture.rects import Rect

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser

DETAILED = ROOT / "data" / "serge_detailed.csv"
ROUTES = {path.stem: path for path in sorted((ROOT / "tests" / "routes").glob("*.csv"))}
SVG = "{http://www.w3.org/2000/svg}"
PLATE = (1200.0, 800.0)


def read(source: Path | str) -> tuple[routes.Route, ...]:
    """Make routes of a file, or of a table's text."""
    table = io.BytesIO(source.encode()) if isinstance(source, str) else source
    return routes.build(geocoding.locate(places.read(table)))


def draw(source: Path | str, lang: str = "en", **told: object) -> str:
    """Draw a picture of a file or a table's text."""
    strings = page.strings(lang)
    return picture.svg(read(source), strings=strings, **{"title": "A life", **told})  # type: ignore[arg-type]


def parsed(svg: str) -> ET.Element:
    """Parse a picture."""
    return ET.fromstring(svg)  # noqa: S314 -- our own document


def texts(svg: str) -> list[str]:
    """Return all that is written in a picture, in its order."""
    return ["".join(e.itertext()) for e in parsed(svg).iter(f"{SVG}text")]


def drawn(told: Sequence[routes.Route], year: float | None = None) -> tuple[scene.Scene, str]:
    """Draw a map of some routes, alone."""
    staged = scene.stage(told)
    view = projecting.fit(staged.box, 1140, 600)
    return staged, mapping.draw(staged, view, moments.moment_of(staged, year), paints.Defs())


@pytest.mark.parametrize("lang", page.languages())
def test_a_picture_is_a_document_in_every_language(lang: str) -> None:
    root = parsed(draw(SERGE, lang))
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert (root.get("width"), root.get("height")) == ("1200", "800")
    titles = [e.text or "" for e in root.findall(f"{SVG}title")]
    assert len(titles) == 1
    assert titles[0].startswith("A life, ")
    words, said = page.strings(lang), texts(draw(SERGE, lang))
    assert {words["bar"], words["soft"], words["area"]} <= set(said)
    # Ways and stays are called as on the page's cards, or, where that is long, by their kind.
    for of, word, kind in (
        ("move", "deported", "forced"),
        ("stay", "prison", "confined"),
        ("stay", "waiting for a visa", "low"),
    ):
        name = kind_in(lang, of, word) or word
        called = any(name.casefold() in label.casefold() for label in said)
        assert called or words[kind] in said, name


@pytest.mark.parametrize("path", [SERGE, DETAILED, *ROUTES.values()], ids=lambda path: path.stem)
@pytest.mark.parametrize("year", [None, -20, 1917, 1941])
def test_every_route_is_drawn_with_plain_attributes_only(path: Path, year: float | None) -> None:
    svg = draw(path, year=year)
    root = parsed(svg)
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        assert "style" not in element.attrib
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            for target in re.findall(r"url\(#([^)]*)\)", value):
                assert target in ids
            if name.endswith("href"):
                assert value[0] == "#"
                assert value[1:] in ids
            assert "nan" not in value
            assert "inf" not in value.replace("info", "")


def test_what_a_user_writes_stays_text() -> None:
    hostile = '<script>alert(1)</script> & "quoted" \x01]]> \N{BELL}'
    table = f'person,place,year,lat,lon\n,"{hostile.replace(chr(34), chr(34) * 2)}",1900,1,2\n'
    svg = draw(table + ",Rome,1901,,\n", title="<b>& \x02 'x'")
    root = parsed(svg)
    assert [e.tag for e in root.iter() if e.tag.endswith(("script", "}b"))] == []
    assert any(text.startswith("<script>alert(1)</script>") for text in texts(svg))
    assert any(text.startswith("<b>& 'x'") for text in texts(svg))


def test_the_same_routes_give_the_same_bytes_in_any_process() -> None:
    code = (
        "from exile_map import geocoding, page, picture, places, routes\n"
        f"told = routes.build(geocoding.locate(places.read({str(DETAILED)!r})))\n"
        "print(picture.svg(told, strings=page.strings('en'), title='A life', year=1934))"
    )
    out = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(out) == 1
    assert out.pop().decode().rstrip("\n") == draw(DETAILED, year=1934)


def crossings(named: Sequence[markers.Label], gathered: Sequence[markers.Marker]) -> list[str]:
    """Return what lines to far names run across: names, other markers, each other."""
    found: list[str] = []
    lines = []
    for label in (label for label in named if label.placed.is_far):
        m = label.marker
        x, y = labels.landing(label.rect, m.x, m.y)
        spots = [(m.x + (x - m.x) * t / 40, m.y + (y - m.y) * t / 40) for t in range(41)]
        others = [(o.text or o.numbers, o.rect) for o in named if o is not label]
        marks = [
            (f"marker {o.places}", Rect(o.x - o.r, o.y - o.r, 2 * o.r, 2 * o.r))
            for o in gathered
            if o is not m
        ]
        for what, rect in [*others, *marks]:
            if any(rect.overlaps(Rect(*spot, 0.01, 0.01)) for spot in spots):
                found.append(f"{label.text} on {what}")
        lines.append((label.text, spots))
    for (a, line), (b, other) in combinations(lines, 2):
        if min(hypot(x - u, y - v) for x, y in line for u, v in other) < 1:
            found.append(f"the line of {a} on that of {b}")
    return found


@pytest.mark.parametrize("path", [SERGE, DETAILED, *ROUTES.values()], ids=lambda path: path.stem)
@pytest.mark.parametrize("size", [(1200, 800), (800, 550), (2000, 1300)], ids=str)
def test_no_name_stands_on_another_or_on_a_marker(path: Path, size: tuple[int, int]) -> None:
    staged = scene.stage(read(path))
    view = projecting.fit(staged.box, size[0] - 60, size[1] - 200)
    years = [None, *sorted({int(stop.stay.clock[0]) for stop in staged.stops})]
    named = 0
    for year in years:
        moment = moments.moment_of(staged, year)
        gathered = markers.gather(staged, view, moment)
        bounds = Rect(4, 4, view.width - 8, view.height - 8)
        route = (pixels for way in staged.ways for pixels in ways.drawn(way, view))
        told = markers.name(staged, moment, gathered, bounds, route)
        named += len(told)
        rects = [label.rect for label in told]
        assert [pair for pair in combinations(rects, 2) if pair[0].overlaps(pair[1])] == []
        marks = [Rect(m.x - m.r, m.y - m.r, 2 * m.r, 2 * m.r) for m in gathered]
        assert [(r, m) for r in rects for m in marks if r.overlaps(m)] == []
        assert all(bounds.holds(rect) for rect in rects)
        assert crossings(told, gathered) == []
    assert named > len(years)


@pytest.mark.parametrize("path", [DETAILED, ROUTES["trotsky"]], ids=lambda path: path.stem)
def test_names_do_not_collide_as_a_browser_writes_them(
    path: Path, chromium: Browser, tmp_path: Path
) -> None:
    """Widths are reckoned; here they are measured."""
    file = tmp_path / "map.svg"
    file.write_text(draw(path), encoding="utf-8")
    tab = chromium.new_page(viewport={"width": 1200, "height": 800})
    try:
        tab.goto(file.as_uri())
        boxes = tab.evaluate(
            """() => [...document.querySelectorAll("[id^=em-names] text")].map((e) => {
                const r = e.getBBox();
                return [e.textContent, r.x, r.y + 3, r.width, r.height - 6]; })"""
        )
        marks = tab.evaluate(
            """() => [...document.querySelectorAll("[clip-path] circle")].map((e) =>
                ["marker", e.cx.baseVal.value - 3, e.cy.baseVal.value - 3, 6, 6])"""
        )
    finally:
        tab.close()
    rects = [(name, Rect(*rect)) for name, *rect in boxes]
    assert len(rects) > 10
    assert [(a, b) for (a, p), (b, q) in combinations(rects, 2) if p.overlaps(q)] == []
    assert [a for a, p in rects for _, *q in marks if p.overlaps(Rect(*q))] == []


@pytest.mark.parametrize(
    ("path", "link", "year"),
    [(SERGE, "", None), (DETAILED, "#year=1934", 1934), (ROUTES["flotilla"], "#year=1923", 1923)],
    ids=["whole", "orenburg", "pacific"],
)
def test_the_picture_marks_the_same_places_as_the_page_at_the_same_view(
    path: Path, link: str, year: float | None, chromium: Browser, tmp_path: Path
) -> None:
    told = read(path)
    file = tmp_path / "map.html"
    file.write_text(page.render(told, country_name=Gazetteer().country_name), encoding="utf-8")
    tab = chromium.new_page(viewport={"width": 1280, "height": 760})
    try:
        tab.goto(file.as_uri() + link)
        tab.wait_for_function("window.exileMap && exileMap.inspect().markers.length")
        seen = tab.evaluate("exileMap.inspect()")
        box = tab.evaluate("""() => { const r = document.querySelector(".em-map")
            .getBoundingClientRect(); return [r.width, r.height]; }""")
    finally:
        tab.close()
    camera = seen["camera"]
    at = projecting.world(camera["lat"], camera["lng"])
    view = projecting.View(*at, projecting.TILE * 2 ** camera["zoom"], *box)
    staged = scene.stage(told)
    ours = markers.gather(staged, view, moments.moment_of(staged, year))
    assert len(ours) == len(seen["markers"])
    for theirs in seen["markers"]:
        near = [m for m in ours if abs(m.x - theirs["x"]) < 1 and abs(m.y - theirs["y"]) < 1]
        assert len(near) == 1
        ids = {staged.stops[i].stay.id for n in near[0].places for i in staged.places[n].stops}
        assert ids == set(theirs["stays"])
        if len(near[0].places) == 1:
            assert near[0].state == theirs["state"]


def test_the_palette_is_the_pages() -> None:
    css = (ROOT / "exile_map" / "player" / "player.css").read_text("utf-8")
    light = css[css.index(".exile-map {") : css.index("@media")]
    colours = dict(re.findall(r"--em-([\w-]+): (#\w+);", light))
    for name in (
        *("land", "sea", "coast", "border", "ink", "muted", "paper", "casing", "ahead", "area"),
        *("forced", "flight", "free", "unknown", "bar", "bar-line", "rule"),
    ):
        assert getattr(palette, name.replace("-", "_").upper()) == colours[name], name
    for number, colour in enumerate(palette.LIVES, start=1):
        assert colours.get(f"p{number}", colour) == colour
    theme = (ROOT / "exile_map" / "player" / "src" / "theme.js").read_text("utf-8")
    strokes = re.findall(r'(\w+): \{ width: ([\d.]+), dash: \[(.*?)\], cap: "(\w+)" \}', theme)
    assert {name for name, *_ in strokes} == set(palette.STROKES)
    for name, width, dash, cap in strokes:
        stroke = palette.STROKES[name]
        assert (stroke.width, stroke.dash, stroke.cap) == (float(width), dash.replace(",", ""), cap)


def test_doubt_is_carried_in_place_in_time_and_in_words() -> None:
    svg = draw(SERGE)
    # Russia and the Urals are known as areas only: blurred shapes.
    assert len(re.findall('filter="url\\(#em-blur-', svg)) == 2
    # Years without a day: bars with soft ends.
    assert len(re.findall('<rect [^>]*fill="url\\(#em-ends-', svg)) > 3
    words = page.strings("en")
    assert {words["area"], words["soft"]} <= set(texts(svg))
    assert "c. " in "".join(texts(draw(ROUTES["ovid"])))


def test_a_place_known_within_a_radius_is_a_disc_that_fades() -> None:
    table = "place,year,lat,lon,radius_km\nSomewhere,1900,50,10,{}\nRome,1901,,,\n"
    near, far = draw(table.format("")), draw(table.format(300))
    disc = '<circle [^>]*fill="url\\(#em-disc-'
    assert not re.search(disc, near)
    assert re.search(disc, far)
    assert page.strings("en")["area"] in texts(far)
    # Where somebody is it is stippled too.
    assert "#em-stipple" not in far
    assert "#em-stipple" in draw(table.format(300), year=1900)


def test_what_is_certain_is_drawn_without_doubt() -> None:
    table = "place,start,end\nRome,1900-01-01,1905-02-03\nParis,1905-02-03,1910-04-05\n"
    svg = draw(table)
    words = page.strings("en")
    assert not {words["area"], words["soft"], words["gap"], words["confined"]} & set(texts(svg))
    assert "Gradient" not in svg


def test_a_stay_whose_place_is_not_known_is_a_gap_and_keeps_its_bar() -> None:
    table = "place,start,end\nRome,1900,1901\nQwxyzzy,1902,1903\nParis,1904,1905\n"
    svg = draw(table)
    assert page.strings("en")["gap"] in texts(svg)
    assert texts(svg).count("?") == 3  # the casing, the sign on the map, and in the legend
    known = draw(table.replace("Qwxyzzy", "Berlin"))
    assert texts(known).count("?") == 0
    assert {"1", "2", "3"} <= set(texts(svg))


def test_prison_is_hatched_in_the_strip_and_named() -> None:
    table = "place,start,end,stay\nRome,1900,1910,{}\nParis,1911,1915,home\n"
    free, bound = draw(table.format("home")), draw(table.format("prison"))
    assert "Prison" in texts(bound)
    assert "Prison" not in texts(free)
    assert len(re.findall(r'<path d="M[^"]*" stroke="[^"]*" stroke-width="1.8"', bound)) == 2


def test_ways_are_told_apart_by_more_than_colour() -> None:
    table = (
        "place,year,move\nRome,1900,\nParis,1901,deported\nBerlin,1902,fled\nMadrid,1903,moved\n"
    )
    _, svg = drawn(read(table))
    looks = {
        name: re.search(f'stroke="{stroke.colour}" stroke-width="{stroke.width:g}"([^/]*)/', svg)
        for name, stroke in palette.STROKES.items()
    }
    assert looks["unknown"] is None
    assert looks["forced"]
    assert "dasharray" not in looks["forced"][1]
    assert looks["flight"]
    assert 'stroke-dasharray="9 6"' in looks["flight"][1]
    assert looks["free"]
    # One arrowhead a way, in its colour, where the way is long enough.
    assert len(re.findall(f'fill="{palette.FORCED}"', svg)) == 1


def test_a_way_there_and_back_is_drawn_as_two_lanes_side_by_side() -> None:
    """As drawn, not as reckoned: smoothed curves would swing apart."""
    table = "place,year,mode\nLisbon,1900,\nVladivostok,1902,air\nLisbon,1904,air\n"
    staged = scene.stage(read(table))
    view = projecting.fit(staged.box, 1140, 600)
    svg = "".join(ways.travelled(staged, view, moments.moment_of(staged, None)))
    pieces = {piece for d in re.findall(r'd="M([^"]*)"', svg) for piece in d.split("M")}
    straight = {piece for piece in pieces if re.fullmatch(r"[-\d. ]+l[-\d. ]+", piece)}
    there, back = sorted(straight, key=len)[-2:]
    a, b = (walked(d) for d in (there, back))
    apart = [min(hypot(x - u, y - v) for u, v in b) for x, y in a]
    assert 4 < max(apart) < 8


def walked(data: str) -> list[tuple[float, float]]:
    """Return points of a path of straight pieces, two pixels or less apart."""
    start, steps = data.split("l")
    x, y = map(float, re.findall(r"-?[\d.]+", start))
    out = [(x, y)]
    told = [float(n) for n in re.findall(r"-?\d*\.?\d+", steps)]
    for dx, dy in zip(told[::2], told[1::2], strict=True):
        count = max(1, int(hypot(dx, dy) / 2) + 1)
        out += [(x + dx * i / count, y + dy * i / count) for i in range(1, count + 1)]
        x, y = x + dx, y + dy
    return out


def test_a_year_shows_the_way_so_far_and_the_way_ahead() -> None:
    svg = draw(DETAILED, year=1934)
    told = texts(svg)
    words = page.strings("en")
    assert words["ahead"] in told
    assert any("Orenburg" in text and "1934" in text for text in told)
    assert 'font-weight="bold">Orenburg' in svg
    assert any(text.startswith("Leningrad") for text in told)
    assert any(text.startswith("Petrograd") for text in texts(draw(DETAILED, year=1920)))
    assert words["ahead"] not in texts(draw(DETAILED))


@pytest.mark.parametrize(("year", "present", "past"), [(1880, 0, 0), (1895, 1, 1), (2000, 0, 11)])
def test_nobody_is_anywhere_before_birth_or_after_the_end(
    year: float, present: int, past: int
) -> None:
    moment = moments.moment_of(scene.stage(read(SERGE)), year)
    assert (len(moment.present), len(moment.past)) == (present, past)


def test_between_two_stays_the_head_says_from_where_to_where() -> None:
    table = "place,start,end\nRome,1900-01-01,1901-01-01\nParis,1905-01-01,1906-01-01\n"
    assert any("Rome → Paris" in text for text in texts(draw(table, year=1903)))
    assert any("Rome ← Paris" in text for text in texts(draw(table, "he", year=1903)))


def test_years_before_the_common_era_are_written_so() -> None:
    told = texts(draw(ROUTES["ovid"]))
    assert any("43 BCE" in text for text in told)
    assert "20 BCE" in told


def test_time_runs_from_right_to_left_where_people_read_so() -> None:
    def places_of(svg: str) -> list[float]:
        years = r'<text x="([\d.]+)" y="[\d.]+">(?:18|19)\d\d</text>'
        return [float(x) for x in re.findall(years, svg)]

    ltr, rtl = places_of(draw(SERGE, "en")), places_of(draw(SERGE, "he"))
    assert len(ltr) > 5
    assert ltr == sorted(ltr)
    assert sorted(rtl) == rtl  # written from left to right, from the latest to the earliest
    assert "۱۹۰۰" in "".join(texts(draw(SERGE, "fa")))
    labels = [t for t in texts(draw(SERGE, "he")) if re.fullmatch(r"(18|19)\d\d", t)]
    assert labels == sorted(labels, reverse=True)


def test_a_route_across_the_antimeridian_is_in_one_piece() -> None:
    staged = scene.stage(read(ROUTES["flotilla"]))
    west, _, east, _ = staged.box
    assert 0.3 < east - west < 0.6
    ends = [(a.line[-1], staged.stops[a.start + 1].at) for a in staged.ways if a.line]
    assert all(end == at for end, at in ends)


def test_of_several_lives_each_has_a_lane_with_its_name() -> None:
    told = texts(draw(ROUTES["lemerle"], title="The Capitaine Paul-Lemerle"))
    persons = {route.person for route in read(ROUTES["lemerle"])}
    assert len(persons) > 2
    assert persons <= set(told)


def test_of_several_lives_a_colour_is_a_life_and_the_stroke_how_it_moved() -> None:
    table = (
        "person,place,year,move\n{},Rome,1900,\n{},Paris,1901,fled\n"
        "B,Berlin,1900,\nB,Madrid,1901,deported\n"
    )
    _, several = drawn(read(table.format("A", "A")))
    for colour, look in ((palette.life(0), 'stroke-dasharray="9 6"'), (palette.life(1), "")):
        assert re.search(f'stroke="{colour}" stroke-width="[^"]*" ?{look}', several)
    assert palette.FORCED not in several
    assert palette.FLIGHT not in several
    _, one = drawn(read(table.format("B", "B")))
    assert palette.life(0) not in one
    assert palette.FLIGHT in one
    assert palette.life(99) == palette.LIVES[-1]


def test_repeat_visits_are_one_marker_with_their_numbers() -> None:
    table = "place,year\nRome,1900\nParis,1901\nRome,1902\nParis,1903\nRome,1904\n"
    told = texts(draw(table))
    assert "Rome\N{NO-BREAK SPACE}1·3·5" in told
    assert "Paris\N{NO-BREAK SPACE}2·4" in told
    assert markers.numerals([1, 2, 3, 5, 9, 10]) == "1–3·5·9·10"
    assert markers.numerals([1, 3, 5, 7, 9, 11]) == "1·3·5·7…"


def test_what_stands_over_a_picture_in_a_page_is_left_to_the_page() -> None:
    svg = draw(SERGE, title="", size=(800, 550))
    assert texts(svg)[0] != "A life"
    title = parsed(svg).find(f"{SVG}title")
    assert title is not None
    assert title.text == "Map of the route, 1890–1947"


@pytest.mark.parametrize("path", [SERGE, DETAILED])
def test_the_picture_in_a_page_is_small(path: Path) -> None:
    html = page.render(read(path), country_name=Gazetteer().country_name)
    svg = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert svg
    assert len(svg[0].encode()) < 27_000
    assert "em-pictured" in html


def many(count: int) -> str:
    """Return a table of many stays all over the world."""
    rows = "".join(
        f"Place {i},{1500 + i // 20},{(i * 37) % 120 - 50},{(i * 91) % 340 - 170},fled\n"
        for i in range(count)
    )
    return f"place,year,lat,lon,move\n{rows}"


def test_ways_too_many_to_be_told_apart_are_drawn_by_fewer_points() -> None:
    few, lots = (scene.stage(read(many(n))) for n in (400, 401))
    counts = [sum(len(way.line) for way in staged.ways) for staged in (few, lots)]
    assert counts[1] < 0.6 * counts[0]
    assert [way.line[0] for way in few.ways[:99]] == [way.line[0] for way in lots.ways[:99]]


def test_very_many_stays_are_plain_lines_of_bounded_size() -> None:
    svg = draw(many(5000))
    assert len(svg) < 400_000
    assert not any(text.startswith("Place") for text in texts(svg))
    assert len(list(parsed(svg).iter())) < 2500


def test_a_page_of_more_stays_than_can_be_told_apart_has_no_picture() -> None:
    name = Gazetteer().country_name
    some, lots = (page.render(read(many(n)), country_name=name) for n in (500, 2100))
    assert '<noscript><figure class="em-picture">' in some
    assert '<figure class="em-picture">' not in lots
    assert 'class="exile-map em-pictured"' not in some


@pytest.mark.parametrize("size", [(10, 10), (1200, 100), (50_000, 800), (float("nan"), 800)])
def test_a_size_that_is_none_is_refused(size: tuple[float, float]) -> None:
    with pytest.raises(UsageError, match="pixels"):
        draw(SERGE, size=size)


def test_a_large_sheet_is_the_same_plate_enlarged() -> None:
    small, large = draw(SERGE, size=(1500, 1000)), draw(SERGE, size=(4500, 3000))
    assert 'viewBox="0 0 1500 1000"' in large
    assert small.split("viewBox")[1].split(">", 1)[1] == large.split("viewBox")[1].split(">", 1)[1]


@pytest.mark.parametrize("size", [(320, 240), (400, 1200), (2000, 300)])
def test_odd_sheets_are_drawn_too(size: tuple[int, int]) -> None:
    parsed(draw(DETAILED, size=size))
