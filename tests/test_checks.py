from __future__ import annotations

import io
from pathlib import Path

import pytest

from exile_map import checks, geocoding, places, routes
from exile_map.errors import Problem, UsageError
from exile_map.gazetteer import Gazetteer

ROOT = Path(__file__).parent.parent
HEADER = "person,place,start,end,stay,move,mode,source,lat,lon\n"
FINDER = Gazetteer()


def doubts(rows: str, *silence: str) -> list[Problem]:
    """Check a table of rows, each sourced unless it says otherwise."""
    read = places.read(io.BytesIO((HEADER + rows).encode()))
    lives = routes.build(geocoding.locate(read, FINDER))
    return list(checks.problems(lives, file="life.csv", finder=FINDER, silence=silence))


def kinds(rows: str, *silence: str) -> list[str]:
    return [problem.kind for problem in doubts(rows, *silence)]


def test_a_plain_life_has_no_doubts() -> None:
    assert kinds("A,Paris,1909,1912,,,,s,,\nA,Lyon,1912,1913,,,,s,,\n") == []


def test_stays_that_surely_overlap_are_told_and_those_that_only_may_are_not() -> None:
    near = "A,Paris,1909,1912,,,,s,,\nA,Melun,{},1915,,,,s,,\n"
    assert kinds(near.format("1911")) == ["overlap"]
    assert kinds(near.format("1912")) == []
    assert kinds(near.format("1911 or 1912")) == []


def test_two_places_at_once_are_told_with_the_distance_and_the_other_row() -> None:
    (problem,) = doubts("A,Paris,1909,1912,,,,s,,\nA,Berlin,1911,1915,,,,s,,\n")
    assert problem.kind == "two-places"
    assert (problem.file, problem.row, problem.line, problem.column) == ("life.csv", 2, 3, "place")
    assert problem.value == "Berlin"
    assert "is 87" in problem.reason
    assert "“Paris” (row 1)" in problem.reason


def test_a_stay_within_a_long_one_is_found_past_a_short_one() -> None:
    rows = "A,Paris,1900,1920,,,,s,,\nA,Melun,1901,1902,,,,s,,\nA,Melun,1915,1916,,,,s,,\n"
    assert kinds(rows) == ["overlap", "overlap"]


def test_two_persons_may_be_in_two_places() -> None:
    assert kinds("A,Paris,1909,1912,,,,s,,\nB,Berlin,1909,1912,,,,s,,\n") == []


def test_time_of_which_nothing_is_told_is_a_gap() -> None:
    (problem,) = doubts("A,Paris,1909,1912,,,,s,,\nA,Lyon,1917,1918,,,,s,,\n")
    assert problem.kind == "gap"
    assert "4 years after the end of “Paris” (row 1)" in problem.reason
    assert kinds("A,Paris,1909,1912,,,,s,,\nA,Lyon,1913,1918,,,,s,,\n") == []


@pytest.mark.parametrize(
    ("year", "days", "mode", "told"),
    [
        (1930, 1, "", ["too-fast"]),
        (1930, 15, "", []),
        (1800, 20, "", ["too-fast"]),
        (1960, 1, "", []),
        (1960, 5, "ship", ["too-fast"]),
        (1960, 20, "Schiff", []),
    ],
)
def test_a_journey_is_too_fast_by_the_means_of_its_time(
    year: int, days: int, mode: str, told: list[str]
) -> None:
    rows = (
        f"A,Paris,{year}-05-03,{year}-05-03,,,,s,,\n"
        f"A,Mexico City,{year}-05-{3 + days:02},{year}-06,,,{mode},s,,\n"
    )
    assert kinds(rows) == told


def test_a_name_out_of_its_time_is_told() -> None:
    (problem,) = doubts("A,Leningrad,1920,1921,,,,s,,\n")
    assert problem.kind == "other-name"
    assert "Petrograd" in problem.reason
    assert kinds("A,Petrograd,1920,1921,,,,s,,\n") == []


def test_a_name_that_came_up_during_the_stay_is_no_slip() -> None:
    assert kinds("A,Leningrad,1920,1933,,,,s,,\n") == []


def test_a_stay_after_the_death_is_told_but_not_a_grave() -> None:
    rows = "A,Lyon,1934,1934,,died,,s,,\nA,{},1934,1935,{},,,s,,\n"
    assert kinds(rows.format("Nice", "home")) == ["after-death"]
    assert kinds(rows.format("Nice", "grave")) == []
    assert kinds("A,Lyon,1934,1934,,sentenced to death,,s,,\nA,Nice,1934,1935,,,,s,,\n") == []


@pytest.mark.parametrize("word", ["mort", "gestorben", "murió", "morto", "умер", "zmarł", "died"])
def test_death_is_known_in_eight_languages(word: str) -> None:
    assert kinds(f"A,Lyon,1934,1934,,{word},,s,,\nA,Nice,1934,1935,,,,s,,\n") == ["after-death"]


def test_a_stay_before_the_birth_is_told() -> None:
    assert kinds("A,Lyon,1934,1934,,,,s,,\nA,Nice,1934,1935,,born,,s,,\n") == ["before-birth"]


def test_a_stay_told_twice_is_told() -> None:
    rows = "A,Paris,1909,1909,,,,s,,\nA,paris ,1909,1909,,,,s,,\n"
    assert kinds(rows) == ["duplicate"]


def test_exchanged_coordinates_are_a_question() -> None:
    (problem,) = doubts("A,Paris,1909,1912,,,,s,2.35,48.85\n")
    assert problem.kind == "swapped-position"
    assert kinds("A,Paris,1909,1912,,,,s,48.85,2.35\n") == []


def test_stays_without_a_source_are_told_one_by_one_or_once_for_all() -> None:
    some = "A,Paris,1909,1912,,,,s,,\nA,Lyon,1912,1913,,,,,,\n"
    assert [(p.kind, p.row) for p in doubts(some)] == [("no-source", 2)]
    none = "A,Paris,1909,1912,,,,,,\nA,Lyon,1912,1913,,,,,,\n"
    assert [(p.kind, p.row) for p in doubts(none)] == [("no-source", None)]


def test_an_end_before_the_beginning_is_told_where_a_span_was_made_by_hand() -> None:
    from dataclasses import replace

    from exile_map.dates import Span, read_span

    read = places.read(io.BytesIO((HEADER + "A,Paris,1912,1913,,,,s,,\n").encode()))
    wrong = Span(read_span("1912").start, read_span("1909").start)
    read = replace(read, rows=(replace(read.rows[0], span=wrong),))
    lives = routes.build(geocoding.locate(read, FINDER))
    assert [problem.kind for problem in checks.problems(lives)] == ["inverted-span"]


EXAMPLES = {
    "overlap": "A,Paris,1909,1912,,,,s,,\nA,Melun,1911,1915,,,,s,,\n",
    "two-places": "A,Paris,1909,1912,,,,s,,\nA,Berlin,1911,1915,,,,s,,\n",
    "future": "A,Paris,3412,3413,,,,s,,\n",
    "gap": "A,Paris,1909,1912,,,,s,,\nA,Lyon,1917,1918,,,,s,,\n",
    "too-fast": "A,Paris,1930-05-03,1930-05-03,,,,s,,\nA,Mexico City,1930-05-04,1931,,,,s,,\n",
    "after-death": "A,Lyon,1934,1934,,died,,s,,\nA,Nice,1934,1935,,,,s,,\n",
    "before-birth": "A,Lyon,1934,1934,,,,s,,\nA,Nice,1934,1935,,born,,s,,\n",
    "duplicate": "A,Paris,1909,1909,,,,s,,\nA,Paris,1909,1909,,,,s,,\n",
    "other-name": "A,Leningrad,1920,1921,,,,s,,\n",
    "swapped-position": "A,Paris,1909,1912,,,,s,2.35,48.85\n",
    "no-source": "A,Paris,1909,1912,,,,,,\n",
}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_each_check_can_be_silenced_by_its_name(kind: str) -> None:
    assert kinds(EXAMPLES[kind]) == [kind]
    assert kinds(EXAMPLES[kind], kind) == []


def test_every_check_has_an_example() -> None:
    assert set(checks.CHECKS) - set(EXAMPLES) == {"inverted-span"}


def test_silencing_what_does_not_exist_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no check 'gaps'"):
        kinds("A,Paris,1909,1912,,,,s,,\n", "gaps")


@pytest.mark.parametrize("name", ["places.csv", "serge_detailed.csv"])
def test_our_own_lives_of_serge_raise_no_doubts(name: str) -> None:
    read = places.read(ROOT / "data" / name)
    lives = routes.build(geocoding.locate(read, FINDER))
    assert checks.problems(lives, file=name, finder=FINDER) == ()
