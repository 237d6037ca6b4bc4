"""Widths of texts in a picture: reckoned, and never less than they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from exile_map.picture import palette, texts

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = [
    "Mexico City",
    "Łódź",
    "WWWWW",
    "illicit",
    "Санкт-Петербург",
    "Ciudad Trujillo\u00a0…",
    "1·2–5…",
]


@pytest.mark.parametrize("family", [palette.SERIF, palette.SANS], ids=["serif", "sans"])
def test_no_text_is_wider_in_a_browser_than_was_reckoned(family: str, chromium: Browser) -> None:
    tab = chromium.new_page()
    try:
        widths = tab.evaluate(
            """([names, family]) => names.map((name) => {
                const ctx = document.createElement("canvas").getContext("2d");
                ctx.font = `20px ${family}`; return ctx.measureText(name).width; })""",
            [NAMES, family],
        )
    finally:
        tab.close()
    for name, wide in zip(NAMES, widths, strict=True):
        assert wide <= texts.width(name, 20) * 1.03, name
        assert wide >= texts.width(name, 20) * 0.5, name


def test_a_text_is_cut_to_its_room() -> None:
    assert texts.cut("Rome", 12, 100) == "Rome"
    short = texts.cut("A very long name of a very long person", 12, 100)
    assert short.endswith("…")
    assert texts.width(short, 12) <= 100
    assert texts.width("Rome", 12, bold=True) > texts.width("Rome", 12)


def test_signs_that_take_no_room_take_none_and_wide_ones_a_square() -> None:
    assert texts.width("e\u0301", 10) == texts.width("e", 10)
    assert texts.width("東京", 10) == 20
