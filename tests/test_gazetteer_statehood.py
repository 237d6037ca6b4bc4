"""Tests of statehood: which states places lay in, by year, and how readers are told."""

from __future__ import annotations

import csv
import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map import linked_places, routes, saved, telling
from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.build_names import LANGUAGES
from exile_map.gazetteer.build_states import courses, states
from exile_map.gazetteer.statehood import (
    DOUBT,
    OF,
    Reign,
    Statehood,
    during,
    reigns,
    state_name,
    unpack_rules,
)
from exile_map.gazetteer.storage import BUILT, Layer, Store
from exile_map.geocoding import Located, LocatedRow, locate
from exile_map.places import from_records

if TYPE_CHECKING:
    from collections.abc import Sequence

TABLE = Path(__file__).with_name("tables") / "country_then.csv"
FIRST, LAST = 1789, 1991
MOSTLY = 0.95  # of a row's years, where what is disputed is not to be compared
HEADER = ("person", "place", "country", "start", "end")
PARIS = {"place": "Paris", "country": "FR", "when": "1909", "then": ""}


def known() -> list[dict[str, str]]:
    """Return the reviewed places with their states; written before these were derived."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def gazetteer() -> Gazetteer:
    """Return the one gazetteer of these tests."""
    return Gazetteer()


def located(asked: Sequence[dict[str, str]]) -> tuple[LocatedRow, ...]:
    """Locate rows, each a life of its own."""
    records = []
    for number, row in enumerate(asked):
        start, _, end = row["when"].partition("/")
        records.append((f"person {number}", row["place"], row["country"], start, end or start))
    return locate(from_records(records, header=HEADER), gazetteer()).rows


def told(place: str, country: str, when: str, lang: str = "en") -> tuple[str, str]:
    """Return what readers are told a place was in, and what it is today."""
    (row,) = located([{"place": place, "country": country, "when": when}])
    return telling.then_and_now(row, lang, gazetteer().country_name)


def test_places_lay_in_the_states_that_histories_say() -> None:
    """What a curated row adds in brackets is no contradiction."""
    asked = known()
    assert len(asked) >= 350
    wrong = []
    for row, here in zip(asked, located(asked), strict=True):
        then = telling.country_then(here, "en", gazetteer().country_name)
        if then != row["then"] and not (row["then"] and then.startswith(f"{row['then']} (")):
            wrong.append((row["place"], row["when"], row["then"], then))
    assert wrong == []


def test_the_gazetteer_tells_the_state_of_the_year_asked_for() -> None:
    find = gazetteer().find
    kyiv = find("Kyiv", country="UA", year=1905).match
    assert kyiv is not None
    assert kyiv.country_then == "Russian Empire"
    vienna = find("Vienna", country="AT", year=1938).match
    assert vienna is not None
    assert vienna.country_then == "Austria, then Nazi Germany"
    today = find("Kyiv", country="UA").match
    assert today is not None
    assert today.country_then == ""


def test_a_curated_row_of_another_year_does_not_win() -> None:
    """Breslau was no more in Prussia in 1950 than Pola was in Italy in 1905."""
    breslau = gazetteer().find("Breslau", country="PL", year=1950).match
    pola = gazetteer().find("Pola", country="HR", year=1905).match
    assert breslau is not None
    assert pola is not None
    assert breslau.country_then == ""
    assert pola.country_then == "Austria-Hungary"


def test_a_state_is_not_told_by_another_whose_name_holds_its_own() -> None:
    """Algiers was French until July 1962: "French Algeria" alone does not tell of Algeria."""
    algiers = gazetteer().find("Algiers", year=1962).match
    assert algiers is not None
    assert algiers.country_then == "French Algeria, then Algeria"


@pytest.mark.parametrize(
    ("lang", "then", "now"),
    [
        ("en", "Russian Empire", "Ukraine"),
        ("fr", "Empire russe", "Ukraine"),
        ("de", "Russisches Reich", "Ukraine"),
        ("ru", "Российская империя", "Украина"),
        ("uk", "Російська імперія", "Україна"),
        ("fa", "امپراتوری روسیه", "اوکراین"),
        ("ja", "ロシア帝国", "ウクライナ"),
    ],
)
def test_states_are_named_in_the_readers_language(lang: str, then: str, now: str) -> None:
    assert told("Odesa", "UA", "1905", lang) == (then, now)


def test_nothing_is_said_twice_where_then_and_now_are_the_same() -> None:
    assert told("Paris", "FR", "1909") == ("France", "")
    assert told("Nairobi", "KE", "1930") == ("Kenya (United Kingdom)", "")
    assert told("Nairobi", "KE", "1930", "ru") == ("Кения (Великобритания)", "")
    assert told("Vienna", "AT", "1900") == ("Austria-Hungary", "")


@pytest.mark.parametrize(
    ("lang", "then"),
    [
        ("en", "Austria-Hungary, then Czechoslovakia"),
        ("fr", "Autriche-Hongrie, puis Tchécoslovaquie"),
        ("pl", "Austro-Węgry, potem Czechosłowacja"),
        ("ja", "オーストリア=ハンガリー帝国、のちチェコスロバキア"),
    ],
)
def test_a_stay_over_a_change_tells_both_states(lang: str, then: str) -> None:
    assert told("Brno", "CZ", "1912/1925", lang)[0] == then


def test_a_time_that_may_be_any_before_a_year_tells_no_state() -> None:
    assert told("Saint Petersburg", "RU", "before 1919")[0] == "Russia"
    assert told("Saint Petersburg", "RU", "1919")[0] == "Soviet Russia"


def test_what_a_curated_row_says_of_a_disputed_year_is_not_told_either() -> None:
    for name, year, then in (("Tallinn", 1943, ""), ("Tallinn", 1950, "Soviet Union")):
        answer = gazetteer().find(name, year=year)
        assert answer.match
        assert answer.match.country_then == then


def test_of_many_states_only_the_first_and_the_last_are_told() -> None:
    then, now = told("Uzhhorod", "UA", "1900/1960")
    assert then == "Austria-Hungary, then …, then Soviet Union"
    assert now.endswith("Ukraine")


def test_a_country_that_was_divided_is_not_told_as_one() -> None:
    """In 1905 Poland lay in three empires, but all of Ukraine lay in the Soviet Union in 1950."""
    assert told("Poland", "", "1905")[0] == ""
    assert told("Ukraine", "", "1950")[0] == "Soviet Union"


def test_a_saved_map_tells_the_same_states_in_any_language() -> None:
    rows = located([{"place": "Brno", "country": "CZ", "when": "1912/1925"}, PARIS])
    lives = routes.build(Located(rows))
    name = gazetteer().country_name
    for lang in ("en", "fr"):
        whole = linked_places.to_geojson(lives, lang=lang, country_name=name)
        again = saved.read(json.dumps(whole)).routes
        for other in ("en", "fr"):
            expected = linked_places.to_geojson(lives, lang=other, country_name=name)
            assert linked_places.to_geojson(again, lang=other, country_name=name) == expected


def test_every_state_has_a_name_in_every_language_of_the_page() -> None:
    store = Store(BUILT)
    nameless = [(s, la) for s in states() for la in LANGUAGES if not store.country_name(s, la)]
    assert nameless == []


def test_each_course_is_sourced_and_every_land_it_names_is_known() -> None:
    store = Store(BUILT)
    seen = set()
    for course in courses():
        where = f"{course.country}, {course.part}"
        assert where not in seen, where
        seen.add(where)
        assert course.source, where
        assert bool(course.part) == bool(course.regions or course.ring), where
        assert not course.ring or len(course.ring) > 2, where
        for (_, state), (_, following) in pairwise(course.reigns):
            assert state != following, where
        for name in {n for _, s in course.reigns for n in s.split(OF)} - {DOUBT, "-"}:
            assert store.country_name(name, "en"), (where, name)


def test_no_city_lay_in_two_states_at_once() -> None:
    """Of every city in the world: its reigns follow each other."""
    store = Store(BUILT)
    statehood, different = Statehood(store), set()
    for place in store.places():
        if place.layer == Layer.CITY:
            different.add(statehood.of(place))
    assert len(different) > 300
    for one in different:
        assert all(reign.since < reign.until for reign in one)
        for before, after in pairwise(one):
            assert before.until <= after.since
            assert before.until < after.since or before.state != after.state


RULES = st.lists(
    st.tuples(
        st.integers(-1, 2), st.integers(1800, 1900), st.integers(1, 90), st.sampled_from("ABC?")
    ),
    max_size=8,
).map(lambda some: [(part, float(a), float(a + length), s) for part, a, length, s in some])


@given(RULES, st.lists(st.booleans(), min_size=3, max_size=3), st.integers(0, 2))
def test_who_does_not_know_the_part_says_only_what_is_true_of_both(
    rules: list[tuple[int, float, float, str]], within: list[bool], part: int
) -> None:
    doubtful = [None if number == part else inside for number, inside in enumerate(within)]
    said = list(reigns(rules, doubtful))
    for before, after in pairwise(said):
        assert before.until <= after.since
    for inside in (True, False):
        sure = [inside if number == part else other for number, other in enumerate(within)]
        exactly = list(reigns(rules, sure))
        for since, until, state in said:
            assert any(
                reign.since <= since and until <= reign.until and reign.state == state
                for reign in exactly
            )


def test_a_time_mostly_unknown_is_not_told_and_a_few_days_are_not_either() -> None:
    known_reigns = [Reign(1721, 1917.7, "russian-empire"), Reign(1920.45, 1922.99, "A")]
    assert during(known_reigns, 1905, 1906) == ("russian-empire",)
    assert during(known_reigns, 1917, 1923) == ("russian-empire", "A")
    assert during(known_reigns, 1917.5, 1920) == ()
    assert during([Reign(0, 1922.99, "A"), Reign(1922.99, 1991, "B")], 1922, 1923) == ("A",)


def test_a_country_without_rules_has_none() -> None:
    assert unpack_rules("").rules == ()
    assert Store(BUILT).rules("XX") == ""


def test_no_curated_row_tells_a_state_that_its_place_never_lay_in() -> None:
    """Of states that are no more: others are named in words of the editors' own."""
    store = Store(BUILT)
    statehood = Statehood(store)
    named = {store.country_name(state, "en") for state in states()}
    compared, wrong = 0, []
    for place in store.places():
        detail = store.detail(place.id) if place.layer == Layer.CURATED else None
        lasting = statehood.of(place, detail) if detail is not None else ()
        if detail is None or not detail.country_then or not lasting:
            continue
        first, last = max(detail.since or FIRST, FIRST), min(detail.until or LAST, LAST) + 1
        touched = [r for r in lasting if r.since < last and r.until > first]
        covered = sum(min(r.until, last) - max(r.since, first) for r in touched)
        if first >= last or covered < MOSTLY * (last - first):
            continue
        compared += 1
        ever = " ".join(state_name(r.state, "en", store.country_name) for r in touched)
        said = named & {part.strip() for part in detail.country_then.split(";")}
        wrong += [(place.name, place.country, first, name) for name in said if name not in ever]
    assert compared > 500
    assert wrong == []
