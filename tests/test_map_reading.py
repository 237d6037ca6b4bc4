"""How the map itself reads: names, leaders, ways, and what the camera shows, on six routes."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from test_player import DESKTOP, PHONE, drawn, opened, stays_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent
TABLES = {
    "trotsky": ROOT / "tests" / "routes" / "trotsky.csv",
    "serge_detailed": ROOT / "data" / "serge_detailed.csv",
    "flotilla": ROOT / "tests" / "routes" / "flotilla.csv",
    "paul_lemerle": ROOT / "data" / "paul_lemerle.csv",
    "ovid": ROOT / "tests" / "routes" / "ovid.csv",
    "benjamin": ROOT / "tests" / "routes" / "benjamin.csv",
}
_READING = (Path(__file__).parent / "reading.js").read_text("utf-8")

MOST_CROSSED = 0.07
"""What part of a route's names a way may cross: where 32 places crowd in Europe on a phone, some
names of note have no place free of ways, and stand on one rather than not at all."""

MOST_ASTRIDE = 0.1
"""The same of the lines that lead to names: each way that one crosses counts."""

MOST_LONG = 3
"""So many lines, of all that a route shows, may be longer than they should."""

SEEN = 0.9
"""So opaque is a name that is fully there."""

SAID = 0.8
"""So many of a whole route's places have at least their numbers beside them, or a name."""

_WHOLE = """at => { exileMap.seek(at);
    const { markers, labels } = exileMap.inspect();
    const near = (m) => labels.find(({ at }) => Math.hypot(at.x - m.x, at.y - m.y) < 0.5);
    return markers.filter((m) => m.x > 0 && m.x < innerWidth)
        .map((m) => ({ ...m, text: near(m)?.text ?? "", numbers: near(m)?.numbers ?? "" })); }"""

_PLAYED = """([from, to, steps]) => Array.from({ length: steps }, (_, i) => {
    exileMap.seek(from + ((to - from) * i) / steps);
    const { phase, index, fraction, labels } = exileMap.inspect();
    return { at: `${phase} ${index} ${fraction.toFixed(2)}`, labels:
        labels.map(({ text, side, alpha }) => ({ text, side, alpha: alpha ?? 1 })) }; })"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return what draws a route in a language, once."""
    made: dict[tuple[str, str], Path] = {}

    def page(name: str, lang: str = "en") -> Path:
        if (name, lang) not in made:
            folder = tmp_path_factory.mktemp(f"{name}-{lang}")
            made[name, lang] = drawn(TABLES[name], folder, "--lang", lang)
        return made[name, lang]

    return page


def read(page: Page) -> dict[str, Any]:
    """Return what misleads on a page's map, by kind, and how many names were looked at."""
    seen: dict[str, Any] = page.evaluate(f"({_READING})()")
    return seen


def judge(seen: dict[str, Any]) -> None:
    """Fail on anything that misleads."""
    faults: dict[str, list[str]] = seen["faults"]
    crossed = faults.pop("name on line", [])
    astride = faults.pop("leader on line", [])
    long = faults.pop("long leader", [])
    assert faults == {}
    assert seen["names"] > 0
    assert len(crossed) <= MOST_CROSSED * seen["names"], crossed
    assert len(astride) <= MOST_ASTRIDE * seen["names"], astride
    assert len(long) <= MOST_LONG, long


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", TABLES)
def test_nothing_on_the_map_misleads_at_any_stay_or_on_any_way(
    chromium: Browser, pages: Callable[..., Path], name: str, size: tuple[int, int]
) -> None:
    with opened(chromium, pages(name), size) as page:
        judge(read(page))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nor_does_it_beside_the_open_list_or_from_right_to_left(
    chromium: Browser, pages: Callable[..., Path], lang: str
) -> None:
    with opened(chromium, pages("serge_detailed", lang), DESKTOP) as page:
        if lang == "ar":
            judge(read(page))
        page.locator(".em-list-toggle").click()
        judge(read(page))


@pytest.mark.parametrize("size", [DESKTOP, PHONE, (820, 1100)], ids=["desktop", "phone", "tablet"])
@pytest.mark.parametrize("name", ["trotsky", "serge_detailed", "paul_lemerle"])
def test_nor_does_it_under_the_opened_key(
    chromium: Browser, pages: Callable[..., Path], name: str, size: tuple[int, int]
) -> None:
    with opened(chromium, pages(name), size) as page:
        page.locator(".em-all" if size == DESKTOP else ".em-legend-toggle").click()
        assert page.locator(".em-legend-body").bounding_box()
        seen = read(page)
        # The whole world finds no room beside card and key.
        for kind in ("covered", "out of view"):
            hidden = [at for at in seen["faults"].pop(kind, []) if not at.startswith("opening")]
            assert hidden == [], kind
        judge(seen)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", [name for name in TABLES if name != "paul_lemerle"])
def test_of_the_whole_the_first_and_the_last_are_named_and_hardly_any_place_lacks_its_number(
    chromium: Browser, pages: Callable[..., Path], name: str, size: tuple[int, int]
) -> None:
    with opened(chromium, pages(name), size) as page:
        stays = [f for f in stays_of(page) if f["geometry"]]
        ends = [stays[0], stays[-1]]
        for at in (0, 1):
            seen = page.evaluate(_WHOLE, at)
            for end, mark in zip(ends, (1, 2), strict=True):
                (marker,) = [m for m in seen if end["id"] in m["stays"]]
                assert end["properties"]["title"] in marker["text"]
                assert marker["numbers"], f"{marker['text']} has lost its numbers"
                assert marker["ends"] & mark
            assert sum(bool(m["ends"]) for m in seen) <= 2
            said = [m for m in seen if m["text"] or m["numbers"]]
            assert len(said) >= SAID * len(seen), [m["stays"] for m in seen if m not in said]


def test_names_do_not_jump_about_their_places_while_it_plays(
    chromium: Browser, pages: Callable[..., Path]
) -> None:
    with opened(chromium, pages("serge_detailed")) as page:
        frames = page.evaluate(_PLAYED, [0.3, 0.6, 2500])
        assert {frame["at"].split()[0] for frame in frames} == {"stay", "leg"}
        jumped = []
        for before, after in pairwise(frames):
            stood = {a["text"]: a["side"] for a in before["labels"] if a["alpha"] > SEEN}
            jumped += [
                (after["at"], b["text"], stood[b["text"]], b["side"])
                for b in after["labels"]
                if b["alpha"] > SEEN and stood.get(b["text"], b["side"]) != b["side"]
            ]
        assert jumped == [], "a name changes its side by fading, or stays"
