"""Unpacked: what is read of the whole file at once is what is read of it name by name."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from exile_map.gazetteer import Gazetteer, Question, bulk
from exile_map.gazetteer.ahead import Ahead
from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.folding import fold, keys
from exile_map.gazetteer.records import ABSENT, NUMBER, decided_entries
from exile_map.gazetteer.storage import BUILT, Store
from exile_map.gazetteer.unpacked import Unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

NAMES = ["paris", "san antonio", "petrograd", "galicia", "qxqx", "", "tae", "наданичсе", "圣彼得堡"]


def one_by_one(store: Ahead, names: Sequence[str]) -> list[int]:
    """Return the entries, each looked up in its own bucket."""
    numbers, marks = keys(names)
    return list(decided_entries(store.read_buckets(set(numbers)), numbers, marks))


def test_every_name_has_the_entry_that_its_bucket_has() -> None:
    store = Ahead.of(Store(BUILT))
    names = [*NAMES, *(fold(place.name) for place in store.places())]
    entries = Unpacked(store).entries(names)
    assert entries == one_by_one(Ahead.of(Store(BUILT)), names)
    assert {entry > NUMBER for entry in entries} == {True, False}
    assert entries[NAMES.index("qxqx")] == ABSENT


def test_every_place_is_where_its_own_row_says() -> None:
    store = Ahead.of(Store(BUILT))
    unpacked = Unpacked(store)
    points = list(zip(unpacked.lats, unpacked.lons, strict=True))
    assert points == [(p.lat / DEGREES, p.lon / DEGREES) for p in store.places()]


def test_a_mark_that_stands_across_two_others_is_not_taken_for_one(tmp_path: Path) -> None:
    file = Path(shutil.copy(BUILT, tmp_path))
    (number,), (mark,) = keys(["paris"])
    records = Store(BUILT).bucket(number)
    half = len(records) // 2
    across = b"xxx" + mark + b"x" + records[:half] + b"\xff" * 8 + records[half:]
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE names SET records=? WHERE bucket=?", (across, number))
    found = Unpacked(Ahead.of(Store(file))).entries(["paris"])
    assert found == one_by_one(Ahead.of(Store(BUILT)), ["paris"])


def test_few_questions_keep_few_rows_of_points_and_many_keep_all() -> None:
    store = Store(BUILT)
    for place in store.numbers("san antonio"):
        store.at(place >> 2)
    few = len(store.known_points)
    assert 0 < few <= 64
    for number in range(0, 100_000, 500):
        store.at(number)
    assert few < len(store.known_points) < 200
    ahead = Ahead.of(store)
    for number in range(0, 100_000, 500):
        ahead.at(number)
    assert len(ahead.known_points) > 190


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let any number of names be very many."""
    monkeypatch.setattr(bulk, "_VERY_MANY", 0)


@pytest.mark.usefixtures("_at_once")
def test_few_names_are_answered_alike_from_the_whole_file() -> None:
    names = ["Paris", "PARIS", "San Antonio", "Петроград", "Vienne", "the Hague", "Qxqx", "prison"]
    gazetteer = Gazetteer()
    for year in (None, 1919.0):
        found = gazetteer.find_many(Question(name, year) for name in names)
        assert list(found) == [Gazetteer().find(name, year=year) for name in names]
