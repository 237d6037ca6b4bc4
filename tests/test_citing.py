"""The page says what it is and how it is cited, and gives its data away."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT, SERGE
from serving import served
from test_picture import read
from test_player import drawn, opened

from exile_map import page, saved
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

OVID = ROOT / "tests" / "routes" / "ovid.csv"


def render(source: Path | str, **told: Any) -> str:  # noqa: ANN401 -- the page's options
    return page.render(read(source), country_name=Gazetteer().country_name, **told)


def described(html: str) -> dict[str, Any]:
    (text,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', html)
    what: dict[str, Any] = json.loads(text)
    return what


def cited(html: str) -> str:
    (text,) = re.findall('<p class="em-cite">(.*?)</p>', html)
    return str(text)


def test_the_page_describes_itself_to_catalogues() -> None:
    what = described(render(SERGE))
    assert what["name"] == "Victor Serge"
    assert what["about"] == [{"@type": "Person", "name": "Victor Serge"}]
    assert what["temporalCoverage"] == "1890/1947"
    assert [place["name"] for place in what["spatialCoverage"]][:2] == ["Brussels", "Paris"]
    assert [base["name"] for base in what["isBasedOn"]] == ["GeoNames", "Natural Earth"]
    assert described(render(OVID))["temporalCoverage"].startswith("-0042/")


def test_a_page_without_the_worlds_map_does_not_credit_it() -> None:
    bare = render(SERGE, publication=page.Publication("none"))
    assert [base["name"] for base in described(bare)["isBasedOn"]] == ["GeoNames"]
    assert "Natural Earth" not in cited(bare)


@pytest.mark.parametrize("lang", page.languages())
def test_the_page_says_how_it_is_cited_in_its_language(lang: str) -> None:
    table = "place,year,source\nParis,1909,Memoirs & letters\n"
    text = cited(render(table, lang=lang, title="<i>Exile</i>"))
    for said in ("&lt;i&gt;Exile&lt;/i&gt;", "exile_map", "GeoNames", "Memoirs &amp; letters"):
        assert said in text
    assert "{" not in text


def test_the_help_tells_how_to_cite_and_the_menu_saves_the_data(
    chromium: Browser, tmp_path: Path
) -> None:
    target = drawn(SERGE, tmp_path)
    with opened(chromium, target) as shown:
        shown.click(".em-more")
        with shown.expect_download() as waited:
            shown.click("text=Save the data")
        assert waited.value.suggested_filename == "Victor Serge.geojson"
        data = waited.value.path().read_text("utf-8")
        assert [r.person for r in saved.read(data).routes] == ["Victor Serge"]
        shown.click("text=Help")
        assert "How to cite: Victor Serge." in shown.inner_text(".em-help")
        assert not shown.is_visible(".exile-map > .em-cite")


@pytest.mark.parametrize(("sandbox", "is_shown"), [("allow-scripts", False), (None, True)])
def test_a_frame_that_may_not_save_offers_nothing_to_save(
    chromium: Browser, tmp_path: Path, sandbox: str | None, *, is_shown: bool
) -> None:
    target = drawn(SERGE, tmp_path)
    trust = f'sandbox="{sandbox}"' if sandbox else ""
    frame = f'<iframe src="{target.name}" width="900" height="600" {trust}></iframe>'
    (tmp_path / "host.html").write_text(frame, "utf-8")
    with served(tmp_path) as site:
        shown = chromium.new_page()
        shown.goto(f"{site.origin}/host.html")
        inside = shown.frame_locator("iframe")
        inside.locator(".em-more").click()
        inside.get_by_text("Full screen").wait_for(state="attached")
        assert inside.get_by_text("Save the data").is_visible() == is_shown
        shown.close()
