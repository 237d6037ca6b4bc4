from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from conftest import SERGE
from hostile import HOSTILE
from test_element import document_of

from exile_map import embedding, page
from exile_map.cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Elements(HTMLParser):
    """Collects elements with their attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def printed(*arguments: str) -> tuple[str, dict[str, str | None]]:
    """Return the one element that the command prints."""
    done = run("embed", *arguments)
    assert done.exit_code == 0, done.output
    (one,) = Elements(done.stdout).found
    return one


def test_the_frame_is_sandboxed_lazy_and_titled(serge_page: Path) -> None:
    tag, attributes = printed(str(serge_page))
    assert tag == "iframe"
    assert attributes == {
        "src": "serge.html",
        "title": "Victor Serge",
        "width": "100%",
        "height": "600",
        "style": "border:0",
        "loading": "lazy",
        "sandbox": "allow-scripts",
        "allow": "fullscreen",
        "referrerpolicy": "no-referrer",
    }


def test_height_ratio_title_and_address_are_the_editor_s_choice(serge_page: Path) -> None:
    _, attributes = printed(str(serge_page), "--height", "480", "--title", 'A "life"')
    assert (attributes["height"], attributes["title"]) == ("480", 'A "life"')
    _, attributes = printed(str(serge_page), "--ratio", "16:10", "--src", "https://x.org/a?b&c")
    assert attributes["style"] == "border:0;height:auto;min-height:440px;aspect-ratio:16/10"
    assert attributes["src"] == "https://x.org/a?b&c"


def test_links_open_only_where_that_was_asked_for(tmp_path: Path) -> None:
    table = tmp_path / "life.csv"
    table.write_text("place,year,url\nParis,1909,https://example.org\n", encoding="utf-8")
    target = tmp_path / "life.html"
    assert run("draw", str(table), "-o", str(target)).exit_code == 0
    assert "links to sources do not open" in run("embed", str(target)).stderr
    done = run("embed", str(target), "--links")
    assert done.stderr == ""
    sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
    assert f'sandbox="{sandbox}"' in done.stdout


def test_a_document_is_embedded_as_an_element_with_the_list_of_its_stays(tmp_path: Path) -> None:
    path = tmp_path / "serge.geojson"
    path.write_text(json.dumps(document_of(SERGE)), encoding="utf-8")
    done = run("embed", str(path), "--src", "/maps/serge.geojson")
    found = Elements(done.stdout)
    assert found.found[0] == ("script", {"type": "module", "src": "/maps/exile-map.js"})
    assert found.found[1] == ("exile-map", {"src": "/maps/serge.geojson", "lang": "en"})
    assert [tag for tag, _ in found.found].count("li") == 11
    assert ("a", {"href": "/maps/serge.geojson"}) in found.found
    assert any(re.match("Mexico City, 1941 to", words) for words in found.words)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_printed_holds_hostile_text_as_text(text: str) -> None:
    (one,) = Elements(embedding.frame(text, text)).found
    assert (one[1]["src"], one[1]["title"]) == (text, text)
    document = document_of(SERGE)
    document["exile_map"].update(title=text, language=text)
    document["features"][0]["properties"]["title"] = text
    found = Elements(embedding.element(document, text, text))
    assert [tag for tag, _ in found.found] == ["script", "exile-map", "p", "a", "ol", *["li"] * 11]
    assert all(set(a) <= {"type", "src", "lang", "href"} for _, a in found.found)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["embed", "none.html"], "cannot read “none.html”: No such file"),
        (["embed", "{other}"], "no GeoJSON of ours"),
        (["embed", "{other}", "--headers"], "only a map is served with headers"),
        (["embed", "{binary}"], "is no map of ours"),
        (["embed", "{map}", "--ratio", "wide"], "“wide” is no ratio"),
        (["embed", "{map}", "--ratio", "0:10"], "is no ratio"),
        (["embed", "{map}", "--height", "-5"], "-5 is no height"),
        (["assets", "{other}/x"], "cannot make the folder"),
        (["assets", "{folder}", "--basemap", "50m"], "there is no basemap “50m”"),
        (
            ["draw", str(SERGE), "--basemap", "50m"],
            "there is none, 110m, 10m",
        ),
        (["draw", str(SERGE), "--allow-origin", "*"], "“*” is no origin"),
        (["draw", str(SERGE), "--allow-origin", "https://x.org/a"], "is no origin"),
        (["draw", str(SERGE), "--allow-origin", 'https://x" a="'], "is no origin"),
        (["draw", str(SERGE), "--images", "maybe"], "Invalid value for '--images'"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(
    tmp_path: Path, serge_page: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "other").write_text('{"type": "FeatureCollection", "features": []}')
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    names = {"map": serge_page, "folder": tmp_path}
    names |= {name: tmp_path / name for name in ("other", "binary")}
    done = run(*(word.format(**names) if "{" in word else word for word in arguments))
    assert done.exit_code == 2, done.output
    assert said in done.stderr


def test_a_nested_or_damaged_document_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bad.geojson"
    half = '{"type": "FeatureCollection", "exile_map": {"version": 1}}'
    for text in ("[" * 100_000, "{}", "3", half):
        path.write_text(text)
        done = run("embed", str(path))
        assert done.exit_code == 2
        assert "cannot be embedded: it is no GeoJSON of ours" in done.stderr


def test_the_headers_are_the_page_s_own_policy_and_who_may_frame_it(tmp_path: Path) -> None:
    target = tmp_path / "serge.html"
    origin = "https://Museum.example"
    assert run("draw", str(SERGE), "-o", str(target), "--allow-origin", origin).exit_code == 0
    lines = run("embed", str(target), "--headers").stdout.splitlines()
    told = dict(line.split(": ", 1) for line in lines)
    assert told.keys() == {"Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"}
    policy = told["Content-Security-Policy"]
    assert policy.endswith("; frame-ancestors https://museum.example")
    in_page = re.search('Policy" content="([^"]*)"', target.read_text("utf-8"))
    assert in_page
    assert policy.startswith(in_page[1])


def test_assets_writes_the_module_and_prints_what_names_it(tmp_path: Path) -> None:
    done = run("assets", str(tmp_path / "new" / "folder"), "--basemap", "none")
    assert done.exit_code == 0
    written = (tmp_path / "new" / "folder" / "exile-map.js").read_bytes()
    assert written.decode() == page.module("none")
    assert embedding.integrity(written) in done.stdout
    assert "kB as servers send it" in done.stderr


WEIGHTS = [("none", 240_000), ("110m", 265_000), ("10m", 450_000)]


@pytest.mark.parametrize(("basemap", "most"), WEIGHTS)
def test_a_basemap_weighs_what_its_editor_chose(tmp_path: Path, basemap: str, most: int) -> None:
    target = tmp_path / "serge.html"
    assert run("draw", str(SERGE), "-o", str(target), "--basemap", basemap).exit_code == 0
    assert most - 60_000 < target.stat().st_size < most
    credit = re.search('<footer class="em-credits">(.*?)<', target.read_text("utf-8"))
    assert credit
    assert ("Natural Earth" in credit[1]) == (basemap != "none")
    # The element also shows many lives, in all languages: 85 kB, or 29 as servers send it.
    assert len(page.module(basemap)) < most + 85_000
