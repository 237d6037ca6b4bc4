"""Hostile and damaged documents given to the element: nothing runs, breaks or hangs."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from conftest import ROOT
from hostile import HOSTILE
from jsonschema import Draft202012Validator
from serving import Site, served
from test_element import HOST_POLICY, Json, article, document_of

from exile_map import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

SCHEMA: Json = json.loads((ROOT / "exile_map" / "exile_map.schema.json").read_text("utf-8"))
FUZZED = 2000
SLOWEST_MS = 3000
MOST_GROWTH = 30_000_000
"""Bytes of heap that thousands of documents may leave behind: caches, not documents."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the module, without a basemap: thousands of maps are quicker so."""
    made = tmp_path_factory.mktemp("hostile")
    (made / "exile-map.js").write_text(page.module("none"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Site]:
    """Serve the folder under the strictest policy that the documentation allows a host."""
    with served(folder, {"Content-Security-Policy": HOST_POLICY}) as running:
        yield running


def hostile_documents() -> Iterator[tuple[str, Json]]:
    """Put each hostile text into every field of a document that holds a text."""
    base = document_of(ROOT / "tests" / "routes" / "benjamin.csv")
    more = ("story", "quote", "source", "url", "image", "image_alt", "image_credit", "note", "now")
    for text in HOSTILE:
        document = json.loads(json.dumps(base))
        head = document["exile_map"]
        head.update(title=text, persons=[text], language=text)
        for feature in document["features"]:
            properties = feature["properties"]
            for name, value in properties.items():
                if isinstance(value, str) and name != "type":
                    properties[name] = text
            properties["person"] = text
            if properties["type"] == "stay":
                properties.update(dict.fromkeys(more, text))
                properties["year_label"] = [text, text]
                feature["when"]["label"] = text
                feature["names"] = [{"toponym": text}]
        yield text, document


_NOTHING_RUNS = """async (texts) => {
    const found = [];
    for (const text of texts) {
        const map = document.createElement("exile-map");
        map.data = JSON.parse(text);
        document.querySelector("main").append(map);
        map.seek(0.5);
        await new Promise((done) => map.addEventListener("ready", done));
        const tree = map.shadowRoot;
        tree.querySelector(".em-list-toggle").click();
        map.goTo(map.data.features[1].id);
        tree.querySelector(".em-timeline").dispatchEvent(new PointerEvent("pointermove",
            { clientX: tree.querySelector(".em-timeline").getBoundingClientRect().left + 200 }));
        found.push({
            links: [...tree.querySelectorAll("a[href]")].map((a) => a.getAttribute("href")),
            images: [...tree.querySelectorAll("img[src]")].map((i) => i.getAttribute("src")),
            alien: [...tree.querySelectorAll("script, svg svg, iframe, b, object, [onerror],"
                + " [onload], [onfocus], [onmouseover], [style*=url]")].length,
            title: tree.querySelector(".em-name").textContent,
            story: tree.querySelector(".em-card .em-story").textContent,
            place: tree.querySelector(".em-card .em-place").textContent,
        });
        map.remove();
    }
    return { found, ran: window.ran ?? null, polluted: {}.polluted ?? null }; }"""


def test_hostile_text_in_every_field_is_shown_as_text_and_nothing_runs(
    chromium: Browser, site: Site, folder: Path
) -> None:
    given = list(hostile_documents())
    with article(chromium, site, folder, "") as opened:
        texts = [json.dumps(document) for _, document in given]
        seen = opened.evaluate(_NOTHING_RUNS, texts)
        assert seen["ran"] is None
        for (text, _), found in zip(given, seen["found"], strict=True):
            assert found["links"] == []
            assert found["images"] == []
            assert found["alien"] == 0
            assert found["title"] == text
            assert found["place"] == text
            assert found["story"].strip() == text.strip()


class Mutator:
    """Changes documents at random, the same way for the same seed.

    Parameters
    ----------
    seed
        What the chances come from.
    """

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 -- for tests, and repeatable

    def value(self) -> Json:
        """Return a value that nobody expects."""
        deep: Json = "deep"
        for _ in range(self.random.choice((3, 200))):
            deep = [deep] if self.random.random() < 0.5 else {"features": deep}
        numbers = (0, -1, 0.5, 1e308, -1e308, 5e-324, 2**53, 1900, 90.0001, 180.5, -100000, 1e5)
        return self.random.choice(
            (
                *(None, True, False, [], {}, "", "x" * 20000, "2-paris", "1933", deep),
                *({"toString": 1}, {"__proto__": {"polluted": 1}}, {"length": 1e9}),
                *({"type": "stay"}, [None] * 50, [[0, 0]] * 50, [[1e300, 5]], ["\ud800"]),
                *("Point", "LineString", "stay", "leg", "forced", "confined", "country", "XX"),
                *numbers,
                *HOSTILE,
            )
        )

    def paths(self, node: Json, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Name every place in a document."""
        inside = (
            node.items()
            if isinstance(node, dict)
            else enumerate(node)
            if isinstance(node, list) and len(path) < 6
            else ()
        )
        for key, child in inside:
            yield (*path, key)
            yield from self.paths(child, (*path, key))

    def mutate(self, base: Json) -> Json:
        """Return a changed copy of a document."""
        document = json.loads(json.dumps(base))
        for _ in range(self.random.choice((1, 1, 2, 4))):
            *way, last = self.random.choice(list(self.paths(document)) or [("features",)])
            node = document
            for key in way:
                node = node[key]
            chance = self.random.random()
            if chance < 0.15:
                del node[last]
            elif chance < 0.25 and isinstance(node, list):
                node.insert(0, node[last])
            elif chance < 0.35 and isinstance(node, dict):
                node[self.random.choice(("__proto__", "constructor", "x", "id"))] = self.value()
            else:
                node[last] = self.value()
        return document


_FUZZ = """async (texts) => {
    const map = document.getElementById("a");
    const results = [];
    for (const text of texts) {
        const start = performance.now();
        map.data = JSON.parse(text);
        const end = new Promise((done) => {
            map.addEventListener("ready", () => done(""), { once: true });
            map.addEventListener("error", (e) => done(e.detail.reason), { once: true });
        });
        map.seek(0);
        const refused = await end;
        if (!refused) {
            for (const at of [0.2, 0.6, 1]) map.seek(at);
            map.shadowRoot.querySelector(".em-step-previous").click();
            map.shadowRoot.querySelector(".em-list-toggle").click();
        }
        const all = (what) => [...map.shadowRoot.querySelectorAll(what)].map((e) => e.textContent);
        results.push({ refused, ms: performance.now() - start, titles: all(".em-stay h2"),
            whens: all(".em-stay .em-when") });
    }
    return { results, polluted: {}.polluted ?? null, ran: window.ran ?? null }; }"""


def test_thousands_of_damaged_documents_break_nothing_and_the_schema_agrees(
    chromium: Browser, site: Site, folder: Path
) -> None:
    base = document_of(ROOT / "tests" / "routes" / "benjamin.csv")
    mutator = Mutator(1890)
    documents = [base, *(mutator.mutate(base) for _ in range(FUZZED))]
    validator = Draft202012Validator(SCHEMA)
    valid = [validator.is_valid(document) for document in documents]
    assert valid[0]
    assert 0.05 < sum(valid) / len(valid) < 0.95, "the fuzzing must try both"
    body = '<exile-map id="a"></exile-map>'
    size = {"width": 480, "height": 500}
    with article(chromium, site, folder, body, viewport=size) as opened:
        metrics = opened.context.new_cdp_session(opened)
        metrics.send("Performance.enable")

        def heap() -> float:
            metrics.send("HeapProfiler.collectGarbage")
            found = metrics.send("Performance.getMetrics")["metrics"]
            used: float = next(m["value"] for m in found if m["name"] == "JSHeapUsedSize")
            return used

        results: list[dict[str, Any]] = []
        for at in range(0, len(documents), 100):
            texts = [json.dumps(document) for document in documents[at : at + 100]]
            done = opened.evaluate(_FUZZ, texts)
            assert done["ran"] is None
            assert done["polluted"] is None
            results += done["results"]
            if at == 100:
                settled = heap()
        assert heap() < settled + MOST_GROWTH
    for document, is_valid, result in zip(documents, valid, results, strict=True):
        assert result["ms"] < SLOWEST_MS
        if result["refused"]:
            assert not is_valid, result["refused"]
        if is_valid:
            stays = [f for f in document["features"] if f["properties"]["type"] == "stay"]
            titles = [(s["properties"]["title"], s["properties"]["written"]) for s in stays]
            assert result["titles"] == [title or written or "?" for title, written in titles]
            assert result["whens"] == [s["when"]["label"] for s in stays if s["when"]["label"]]
