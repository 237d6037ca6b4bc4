"""Hostile tables: whatever stands in a cell is shown as text, and nothing runs."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest
from hostile import HOSTILE
from test_player import drawn, opened

from exile_map.places.tidying import UNSEEN

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

TEXTS = (
    *("person", "place", "stay", "move", "mode", "story", "quote", "source", "url"),
    *("image", "image_alt", "image_credit", "id", "my own column"),
)
_LOOK = """() => {
    window.ran ??= null;
    document.querySelector(".em-list-toggle").click();
    const stays = JSON.parse(document.getElementById("em-data").textContent).features
        .filter((f) => f.properties.type === "stay");
    const seen = stays.map((s) => { exileMap.goTo(s.id);
        const text = (what) => document.querySelector(what).textContent;
        return { place: text(".em-card .em-place"), story: text(".em-card .em-story"),
            quote: text(".em-card .em-quote") }; });
    return { ran: window.ran, seen,
        links: [...document.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")),
        alien: document.querySelectorAll("img[src], svg svg, iframe, object, main * script,"
            + " main style, [onerror], [onload], [onfocus], [onclick], [onmouseover]").length,
        styles: document.querySelectorAll("style").length,
        hidden: getComputedStyle(document.querySelector(".em-card")).display }; }"""


def table_of(folder: Path) -> Path:
    """Write a table with a hostile text in every column that holds one, a row for each."""
    rows = io.StringIO()
    writer = csv.writer(rows)
    writer.writerow([*TEXTS, "year", "lat", "lon"])
    for number, text in enumerate(HOSTILE):
        cells = [f"{text}{number}" if name == "id" else text for name in TEXTS]
        writer.writerow([*cells, 1900 + number, 48.8 + number / 10, 2.3])
    table = folder / "hostile.csv"
    table.write_text(rows.getvalue(), encoding="utf-8", newline="")
    return table


@pytest.mark.parametrize("title", HOSTILE[:4])
def test_hostile_texts_in_every_column_stay_texts(
    chromium: Browser, tmp_path: Path, title: str
) -> None:
    target = drawn(table_of(tmp_path), tmp_path, "--title", title)
    html = target.read_text("utf-8")
    assert len(re.findall("<script", html)) == 5, "ours: what it is, data, basemap, words, code"
    with opened(chromium, target) as page:
        found = page.evaluate(_LOOK)
        assert found["ran"] is None
        assert found["alien"] == 0
        assert found["styles"] == 1
        assert found["hidden"] != "none"
        assert [u for u in found["links"] if not u.startswith(("http://", "https://"))] == []
        assert len(found["seen"]) == len(HOSTILE)
        for text, seen in zip(HOSTILE, found["seen"], strict=True):
            # Of a place's name, what cannot be seen is left out.
            assert seen["place"].split() == UNSEEN.sub("", text).split()
            for name in ("story", "quote"):
                assert seen[name].split() == text.split(), name
        assert page.title().split() == title.split()
