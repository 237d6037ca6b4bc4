"""Many questions at once: what is decided when the file is built is what is answered live."""

from __future__ import annotations

import csv
import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import hatch_build
from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.folding import fold, fold_all
from exile_map.gazetteer.storage import BUILT, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exile_map.gazetteer import Answer

CASES = Path(__file__).parent.parent / "benchmarks" / "gazetteer_cases.csv"
YEARS = (None, None, -43, 1000, 1491.5, 1492, 1850, 1919, 1936.2, 2020)
HINTS = (*[("", "")] * 6, ("France", ""), ("", "Bavaria"), ("USA", ""), ("nowhere", ""))
NEIGHBOURS = (*[()] * 6, ((48.8, 2.3),), ((55.7, 37.6), (42.4, -71.1)))


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    product = hatch_build.gazetteer()
    if not product.is_fresh():
        product.build()


def alone(gazetteer: Gazetteer, asked: Question) -> Answer:
    """Ask one question by itself."""
    name, year, country, region, near, life = asked
    return gazetteer.find(name, year=year, country=country, region=region, near=near, life=life)


def known_names() -> list[str]:
    """Return the places' own names, and the names of curated places in all their scripts."""
    names = {place.name for place in Store(BUILT).places()}
    for path in BUILT.parent.glob("curated*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                names |= {part.rpartition(":")[2].strip() for part in row["names"].split(";")}
    return sorted(names)


def written_ways(name: str) -> tuple[str, ...]:
    """Return a name as it may also be written, rightly or not."""
    return (
        name, name.lower(), name.upper(), name.swapcase(), f" {name}", f"{name}\t",
        name.replace(" ", "  "), name.replace(" ", "-"), name.replace("-", " "), f"{name}.",
        name.replace(" ", ". "), f"{name}\u0301", f"{name}\u0651", f"l'{name}", f"near {name}",
        f"{name} (France)", f"{name}, Brazil", f"{name} / {name}", name.replace("'", "’"),
        fold(name), name[1:], name[:-1], f"{name}x", f"{name}\n", f"Prison, {name}",
        f"{name[:3]} {name[3:]}",
    )  # fmt: skip


def many_questions() -> Iterator[Question]:
    """Yield thousands of questions of all kinds, always the same."""
    chance = random.Random(3)  # noqa: S311 - a sample
    for name in chance.sample(known_names(), 20_000):
        for written in (name, chance.choice(written_ways(name))):
            year, near = chance.choice(YEARS), chance.choice(NEIGHBOURS)
            yield Question(written, year, *chance.choice(HINTS), near)
    with CASES.open(encoding="utf-8", newline="") as file:
        for case in csv.DictReader(file):
            yield Question(case["name"], float(case["year"]), case["hint"])
            yield Question(case["name"])
    for name in (
        "Parsi",
        "prison",
        "",
        "Prison, Lille",
        "Cambridge",
        "Paris / prison",
        "\n",
        "a\nb",
    ):
        yield Question(name)


def test_many_at_once_are_answered_as_one_by_one() -> None:
    gazetteer = Gazetteer()
    questions = list(many_questions())
    for asked, answer in zip(questions, Gazetteer().find_many(questions), strict=True):
        live = alone(gazetteer, asked)
        assert answer.status == live.status, asked
        if answer.match and live.match:  # what a decision says, before anything else is looked at
            assert answer.match.confidence == live.match.confidence, asked
            assert (answer.match.lat, answer.match.lon) == (live.match.lat, live.match.lon), asked
        assert answer.match == live.match, asked
        assert answer.candidates == live.candidates, asked


def test_reasons_and_suggestions_are_those_of_one_by_one() -> None:
    gazetteer = Gazetteer()
    questions = random.Random(5).sample(list(many_questions()), 600)  # noqa: S311 - a sample
    answers = list(Gazetteer().find_many(questions))
    assert [alone(gazetteer, asked) for asked in questions] == answers


def test_most_names_by_themselves_are_decided_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    names = random.Random(7).sample(known_names(), 2_000)  # noqa: S311 - a sample
    live: list[Question] = []

    def not_at_all(_: object, asked: Question, __: str) -> None:
        live.append(asked)

    monkeypatch.setattr("exile_map.gazetteer.lookup.Lookup.answer", not_at_all)
    statuses = [a and a.status for a in Gazetteer().find_many(map(Question, names))]
    assert len(statuses) == len(names)
    assert len(live) < 0.02 * len(names)


def test_many_at_once_are_answered_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exile_map.gazetteer.finder._AT_ONCE", 2)
    names = ["Paris", "Petrograd", "Cambridge", "Parsi", "Lille"]
    alone = [Gazetteer().find(name) for name in names]
    assert list(Gazetteer().find_many(map(Question, names))) == alone


def test_an_overlay_is_above_what_the_file_decides(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("id,name,lat,lon\n1,Paris,1,2\n2,Petrogad,3,4\n", encoding="utf-8")
    gazetteer = Gazetteer(overlay=mine)
    questions = [Question(name) for name in ("Paris", "PARIS", "Petrogad", "the Petrogad", "Lille")]
    answers = list(gazetteer.find_many(questions))
    assert answers == [alone(gazetteer, asked) for asked in questions]
    assert [a.match.layer for a in answers if a.match] == [*["user"] * 4, "city"]


def test_answers_are_whole_after_the_gazetteer_is_gone() -> None:
    names = ["Paris", "São Paulo", "Cambridge", "Parsi", "San José", "Москва"]
    live = [Gazetteer().find(name) for name in names]
    assert pickle.loads(pickle.dumps(answers_to(names))) == live  # noqa: S301 - our own pickle
    assert [repr(a) for a in answers_to(names)] == [repr(a) for a in live]
    assert [hash(a) for a in answers_to(names)] == [hash(a) for a in live]


def test_what_a_thread_keeps_of_many_answers_is_looked_at_rightly_in_another() -> None:
    names = ("Cambridge", "Granada", "Georgia", "Lincoln", "Paris", "Cordoba")
    points = ((48.8, 2.3), (42.4, -71.1), (55.7, 37.6), (37.4, -6.0), (-31.0, -64.0))
    questions = [Question(n, 1900, near=(a, b)) for n in names for a in points for b in points]
    questions += [Question(name, 1900) for name in names]
    live = [repr(alone(Gazetteer(), asked)) for asked in questions]
    kept = list(Gazetteer().find_many(questions))
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(repr, kept)) == live


def test_a_name_that_comes_again_means_what_it_does_in_each_year() -> None:
    names = ("Leningrad", "Petrograd", "Galicia", "Georgia", "Boston", "Königsberg", "Paris")
    years = (None, *(start + part for start in (1400, 1491, 1914, 1991, 2041) for part in range(3)))
    halves = [year + 0.5 for year in years if year is not None]
    near = ((), ((48.8, 2.3),), ((42.4, -71.1), (59.9, 30.3)))
    chance = random.Random(2)  # noqa: S311 - a sample
    questions = [Question(n, y, near=p) for n in names for y in (*years, *halves) for p in near]
    chance.shuffle(questions)
    live = [alone(Gazetteer(), asked) for asked in questions]
    assert list(Gazetteer().find_many(questions)) == live


def test_neighbours_may_be_told_as_lists() -> None:
    near = ((48.8, 2.3), (42.4, -71.1))
    lists: Any = tuple(map(list, near))
    told = (near, [*near], lists, near)
    answers = Gazetteer().find_many([Question("Cambridge", 1900, near=points) for points in told])
    assert len(set(map(repr, answers))) == 1


def test_where_a_greater_namesake_is_meant_is_decided_in_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """GeoNames has these names of one place each, and none of them is the one meant."""
    names = ["ニューヘイブン", "Мэскуайт", "Мескит", "میلفورد، اوهایو"]
    meant = [(n, Gazetteer().find(n)) for n in names]
    greater = {n: a.match.name for n, a in meant if a.match and a.candidates}
    assert greater
    mine = tmp_path / "mine.csv"
    rows = [f"{i},{name},{i},2" for i, name in enumerate(greater.values())]
    mine.write_text("\n".join(["id,name,lat,lon", *rows]), encoding="utf-8")
    own = Gazetteer(overlay=mine)
    asked = [Question(name) for name in greater]
    assert list(own.find_many(asked)) == [alone(own, one) for one in asked]
    monkeypatch.delattr("exile_map.gazetteer.lookup.Lookup.answer")
    points = [(a.match.lat, a.match.lon) for a in Gazetteer().find_many(asked) if a.match]
    assert points == [(a.match.lat, a.match.lon) for _, a in meant if a.match and a.candidates]


def test_a_gazetteer_that_has_read_ahead_is_pickled_as_it_was_made() -> None:
    gazetteer = Gazetteer()
    answers = list(gazetteer.find_many([Question("Cambridge"), Question("Lille")]))
    again = pickle.loads(pickle.dumps(gazetteer))  # noqa: S301 - our own pickle
    assert list(again.find_many([Question("Cambridge"), Question("Lille")])) == answers


def test_whether_there_may_be_another_is_told_before_it_is_looked_for() -> None:
    cambridge, xanten = Gazetteer().find_many([Question("Cambridge"), Question("Xanten")])
    assert cambridge.may_be_another
    assert not xanten.may_be_another
    assert xanten.candidates == ()


def test_a_field_that_is_filled_later_is_no_less_frozen() -> None:
    cambridge, xanten = answers_to(["Cambridge", "Xanten"])
    match: Any = xanten.match
    for value, name in ((cambridge, "candidates"), (xanten, "status"), (match, "country")):
        with pytest.raises(FrozenInstanceError):
            setattr(value, name, "")
    assert match.country == "DE"
    assert not hasattr(match, "county")
    assert replace(match, lat=1.0).toponym == "Xanten"


def answers_to(names: Iterable[str]) -> list[Answer]:
    """Ask for many names of a gazetteer that nobody keeps."""
    return list(Gazetteer().find_many(map(Question, names)))


@given(st.lists(st.text(max_size=20)))
@example(["Saint-Étienne", "St. Louis", "", " a  b ", "l'Oural", "x\ny", "ガ", "Ὀδησσός", "St"])
def test_folding_many_is_folding_each(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


def test_folding_many_real_names_is_folding_each() -> None:
    names = known_names()
    assert fold_all(names) == [fold(name) for name in names]


@settings(deadline=None)
@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_texts_at_once_are_answered_as_one_by_one(texts: list[str]) -> None:
    gazetteer = Gazetteer()
    live = [gazetteer.find(text) for text in texts]
    assert list(gazetteer.find_many(map(Question, texts))) == live
