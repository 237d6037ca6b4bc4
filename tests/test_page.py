from __future__ import annotations

import base64
import hashlib
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from exile_map import geocoding, page, places, routes
from exile_map._document import document
from exile_map.errors import UsageError
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson

ROOT = Path(__file__).parent.parent
LANGUAGES = {"ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "pl", "pt", "ru", "uk", "zh"}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>&\u2028{{7*7}}"


class Outline(HTMLParser):
    """Collects elements, and the text of each script and style."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.words: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = tag in ("script", "style")
        if self.inside:
            self.raw.append("")

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 -- any end ends raw text
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.raw[-1] += data
        else:
            self.words.append(data)


def render(text: str, *, title: str | None = None, lang: str = "en") -> str:
    drawn = routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))
    return page.render(drawn, country_name=Gazetteer().country_name, title=title, lang=lang)


SERGE = (ROOT / "data" / "places.csv").read_text("utf-8")


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(SERGE) == render(SERGE)


def test_nothing_in_the_page_can_be_fetched() -> None:
    for tag, attributes in Outline(render(SERGE)).elements:
        assert tag not in ("link", "iframe", "object", "embed", "img")
        assert not attributes.keys() & {"src", "srcset", "data", "background", "style", "onload"}


def test_scripts_and_styles_run_by_their_hash_alone() -> None:
    outline = Outline(render(SERGE))
    (policy,) = [
        a["content"]
        for _, a in outline.elements
        if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    style, script = outline.raw[0], outline.raw[4]
    for text in (style, script):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_the_list_of_stays_is_a_document_of_its_own() -> None:
    outline = Outline(render(SERGE))
    words = " ".join(outline.words)
    stays = [a["id"] for tag, a in outline.elements if a.get("class") == "em-stay"]
    assert len(stays) == 11
    assert stays[6] == "stay-7-the-urals"
    assert "Known only as a region." in words
    assert "between 1919 and 1936" in words
    assert [tag for tag, _ in outline.elements].count("h1") == 1


def test_hostile_text_reaches_the_page_as_text_only() -> None:
    columns = ["person", "place", "start", "stay", "move", "story", "quote", "source", "url"]
    values = [HOSTILE] * len(columns)
    values[1], values[2] = "Paris", "1909"
    quoted = ",".join(f'"{value}"' for value in values)
    plain = Outline(render(f"{','.join(columns)}\nSerge,Paris,1909,,,,,,\n"))
    outline = Outline(render(f"{','.join(columns)}\n{quoted}\n", title=HOSTILE))
    tags = [tag for tag, _ in outline.elements]
    assert tags.count("script") == [tag for tag, _ in plain.elements].count("script")
    assert "img" not in tags
    assert outline.words.count(HOSTILE) >= 4
    data = json.loads(outline.raw[1])
    assert data["features"][0]["properties"]["story"] == HOSTILE


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a?b=c&d", True),
        ("mailto:archive@example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://example.org/\"onclick='x'", False),
    ],
)
def test_only_web_and_mail_addresses_become_links(url: str, linked: bool) -> None:  # noqa: FBT001
    quoted = url.replace('"', '""')
    text = render(f'place,year,source,url\nParis,1909,Archive,"{quoted}"\n')
    links = [a for tag, a in Outline(text).elements if tag == "a"]
    assert [a["href"] for a in links] == ([url] if linked else [])
    assert all(a["rel"] == "noopener noreferrer" for a in links)


def test_a_map_without_a_person_is_named_after_its_ends() -> None:
    text = render("place,year\nBrussels,1890\nParis,1909\nBarcelona,1917\n")
    assert "<title>Brussels to Barcelona</title>" in text


def test_every_language_has_the_same_words_and_none_is_blank() -> None:
    keys = {lang: set(page.strings(lang)) for lang in page.languages()}
    assert set(keys) == LANGUAGES
    plural = re.compile(r"\.(zero|one|two|few|many|other)$")
    english = {plural.sub("", key) for key in keys["en"]}
    for lang, own in keys.items():
        assert {plural.sub("", key) for key in own} == english, lang
        assert all(page.strings(lang).values()), lang


def test_every_language_has_the_same_words_for_many_lives() -> None:
    folder = page.STATIC / "lang" / "corpus"
    words = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    assert set(words) == LANGUAGES
    plural = re.compile(r"\.(zero|one|two|few|many|other)$")
    said = {lang: {plural.sub("", key) for key in own} for lang, own in words.items()}
    assert all(keys == said["en"] for keys in said.values())
    holes = {lang: [re.findall(r"{\w+}", own["moves_then"])] for lang, own in words.items()}
    assert all(sorted(*found) == ["{forced}", "{moves}", "{when}"] for found in holes.values())
    assert all(all(own.values()) for own in words.values())
    english = words.pop("en")
    same = {lang: [k for k, v in own.items() if v == english.get(k)] for lang, own in words.items()}
    assert all(set(keys) <= {"total"} for keys in same.values()), "still in English"


@pytest.mark.parametrize("lang", ["ar", "fa", "he"])
def test_languages_written_from_right_to_left_are_so_in_the_page(lang: str) -> None:
    assert f'<html lang="{lang}" dir="rtl">' in render(SERGE, lang=lang)


@pytest.mark.parametrize("lang", ["xx", "en/../de", "", "EN"])
def test_a_language_we_do_not_speak_is_wrong_usage(lang: str) -> None:
    with pytest.raises(UsageError, match="there is no interface in"):
        render(SERGE, lang=lang)


def test_one_life_weighs_what_was_budgeted() -> None:
    assert len(render(SERGE).encode()) <= 450_000


# What the player's words add for several lives.
WORDS = {
    "encounters": "Encounters",
    "perhaps": "Possible encounter",
    "figures": "In figures",
    "moves": "Moves",
    "distance": "Distance",
}


def written(text: str, lang: str = "en") -> list[str]:
    """Return the lines that the document adds below the stays."""
    drawn = routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))
    data = to_geojson(drawn, lang=lang, country_name=Gazetteer().country_name)
    lines = document(data, "Title", page.strings(lang) | WORDS)
    inside = lines[lines.index("<noscript>") : lines.index("</noscript>")]
    return [line.removeprefix("<li>").removesuffix("</li>") for line in inside if "<li>" in line]


LIVES = (
    "person,place,start,end,move\n"
    "A,Paris,1900,1912,fled\nB,Paris,1905,1912,\nC,Paris,1905,1912,\nA,Lyon,1912,1914,deported\n"
    "<b>D</b>,Lyon,1914,1915,\n"
)


def test_the_document_lists_who_was_where_together() -> None:
    assert written(LIVES)[:2] == [
        "Paris, 1905 to 1912: A, B, C",
        "Lyon, 1914: A, &lt;b&gt;D&lt;/b&gt; (Possible encounter)",
    ]


def test_the_document_says_what_each_life_comes_to() -> None:
    assert "A" in written(LIVES)
    assert "Moves: 1 · 393\N{NO-BREAK SPACE}km; Deported: 1 · 393\N{NO-BREAK SPACE}km" in written(
        LIVES
    )
    assert "Time in today’s countries: France: 14.0 years" in written(LIVES)
    assert "Temps passé dans les pays d’aujourd’hui: France: 14,0 ans" in written(LIVES, "fr")


def test_figures_that_are_rough_are_told_as_such() -> None:
    said = written("place,start,end\nParis,1909,1912\nLyon,1912,\n")
    assert any(line.startswith("≈ Moves: 1") for line in said)


def test_moves_and_new_stays_at_a_place_add_up_to_the_stays() -> None:
    """Kinds of move were given in years, and "40 stays, 38 moves" was not explained."""
    table = (
        "place,start,end,stay,move\nParis,1909,1912,,born\nParis,1912,1917,prison,arrested\n"
        "Barcelona,1917,1918,,expelled\nParis,1918,1919,,returned\nParis,1919,1920,,\n"
    )
    (moves,) = (line for line in written(table) if line.startswith("Moves"))
    kinds = dict(part.split(": ")[-2:] for part in moves.split("; "))
    assert {kind: said.split(" · ")[0] for kind, said in kinds.items()} == {
        "Moves": "2",
        "Expelled": "1",
        "Returned": "1",
        "New stay, same place": "2",
    }
    assert any(line.startswith("Time: Prison: 5") for line in written(table))
