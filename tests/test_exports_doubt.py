"""Doubt: every export of a table with doubt in it still carries the doubt."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops
from test_picture import read

from exile_map import exports
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HEAD = "place,year,certainty\n"
DOUBTFUL = HEAD + "Paris,c. 1909,\nthe Urals,1911?,uncertain\nMarsielle,1912,\nRome,1914,\n"
PLAIN = HEAD + "Paris,1909,\nPerm,1911,\nMarseille,1912,\nRome,1914,\n"
# What each text says of the four doubts: about when, a region, an uncertain stay, a lost place.
SAID = {
    "geojson": ('"approximate": true', '"region"', '"uncertain"', '"unresolved"'),
    "csv": ("1909~", "region", "uncertain", "unresolved"),
    "kml": ("about 1909", "Known only as a region.", "This stay is uncertain.", "Place not found."),
}


def written(form: str, table: str) -> bytes:
    options = {"size": (640, 360), "fps": 1} if form in ("mp4", "gif", "webp") else {}
    request = exports.Request(read(table), Gazetteer().country_name, options=options)
    return exports.format_of(form, "").write(request)


def test_every_format_is_looked_at_for_its_doubt() -> None:
    names = {known.name for known in exports.FORMATS}
    assert names == {*SAID, "svg", "png", "mp4", "gif", "webp"}


@pytest.mark.parametrize("form", SAID)
def test_data_tell_every_doubt_and_invent_none(form: str) -> None:
    doubtful, plain = written(form, DOUBTFUL).decode(), written(form, PLAIN).decode()
    for said in SAID[form]:
        assert said in doubtful
        assert said not in plain.replace("certain and", "")


def test_linked_places_have_the_doubt_in_their_own_terms() -> None:
    features = json.loads(written("geojson", DOUBTFUL))["features"]
    paris, urals, lost, _ = features[:4]
    assert [f["when"]["certainty"] for f in (paris, urals)] == ["less-certain", "uncertain"]
    assert urals["geometry"]["certainty"] == "uncertain"
    assert lost["geometry"] is None


def test_a_picture_names_what_is_doubtful_in_its_legend() -> None:
    doubtful, plain = written("svg", DOUBTFUL).decode(), written("svg", PLAIN).decode()
    for said in (">Place known roughly<", ">Way not known<", ">c. 1909–1914<"):
        assert said in doubtful
        assert said not in plain
    vector = Image.open(io.BytesIO(written("png", DOUBTFUL))).convert("RGB")
    other = Image.open(io.BytesIO(written("png", PLAIN))).convert("RGB")
    assert ImageChops.difference(vector, other).getbbox()


@pytest.mark.parametrize("form", ["mp4", "gif", "webp"])
def test_a_film_shows_the_page_with_all_its_doubt(chromium: Browser, form: str) -> None:
    """A film is the page: what it is made of says the doubts, and it differs from one without."""
    from exile_map.exports import film

    assert chromium.is_connected()
    html = film.html_of(exports.Request(read(DOUBTFUL), Gazetteer().country_name)).decode()
    for said in ("about 1909", "Known only as a region.", "This stay is uncertain."):
        assert said in html
    hidden = film.STYLE.split("{")[0]
    assert not any(name in hidden for name in ("em-doubt", "em-when", "em-legend,", "em-card"))
    assert written(form, DOUBTFUL) != written(form, PLAIN)
