"""Kinds: the field's words follow the reader's language, the author's own stay as they are."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from exile_map import _kinds, geocoding, places, routes, vocabulary
from exile_map._document import document as written_out
from exile_map._kinds import kind_in
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson
from exile_map.page import languages, strings

ROOT = Path(__file__).parent.parent
KINDS = json.loads(Path(_kinds.__file__).with_name("kinds.json").read_text("utf-8"))
GROUPS = {"stay": vocabulary.stay_group, "move": vocabulary.move_group}


def test_every_kind_is_said_in_every_language() -> None:
    for of, kinds in KINDS.items():
        for kind in kinds:
            assert set(kind) == set(languages()), kind["en"]
            for lang in set(kind) - {"en"}:
                assert kind_in(lang, of, kind["en"][0]) or kind[lang].casefold() in kind["en"]
                assert kind[lang].strip() == kind[lang] != ""


def test_the_words_of_the_examples_are_the_fields_but_for_what_an_author_made() -> None:
    own = set()
    tables = [*(ROOT / "data").glob("*.csv"), *(ROOT / "tests" / "routes").glob("*.csv")]
    for table in tables:
        for row in csv.DictReader(io.StringIO(table.read_text("utf-8-sig"))):
            for of in ("stay", "move"):
                word = (row.get(of) or "").strip()
                own |= {word} if word and not kind_in("de", of, word) else set()
    assert own == {"sent by the Comintern"}


@pytest.mark.parametrize("of", ["stay", "move"])
def test_a_word_is_drawn_alike_in_the_languages_we_read(of: str) -> None:
    """A table may be written with the words its author saw on a map."""
    for kind in KINDS[of]:
        group = GROUPS[of](kind["en"][0])
        for lang in ("fr", "de", "es", "it", "pt", "ru", "pl"):
            drawn = GROUPS[of](kind[lang])
            assert drawn in (group, "other", "unknown"), (lang, kind[lang], drawn, group)


def test_the_authors_own_words_and_the_readers_language_are_left_alone() -> None:
    assert kind_in("fr", "move", "sent by the Comintern") == ""
    assert kind_in("en", "move", "Deported") == ""
    assert kind_in("fr", "move", "Déportation") == ""
    assert kind_in("fr", "move", "") == ""
    assert kind_in("en", "stay", "Gefängnis") == "prison"
    assert kind_in("de", "stay", "PRISON") == "Gefängnis"


def test_the_document_says_them_beside_what_the_author_wrote() -> None:
    text = "place,year,stay,move\nOrenburg,1933,internal exile,deported\nParis,1936,hotel,fled\n"
    built = routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))
    document = to_geojson(built, lang="ru", country_name=Gazetteer().country_name)
    first, second = (f["properties"] for f in document["features"][:2])
    assert (first["stay"], first["move"]) == ("internal exile", "deported")
    assert (first["stay_label"], first["move_label"]) == ("ссылка", "депортация")
    assert "stay_label" not in second
    html = "".join(written_out(document, "A life", strings("ru")))
    assert "депортация, ссылка" in html
    assert "бегство, hotel" in html
