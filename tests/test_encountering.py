from __future__ import annotations

import io
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map import geocoding, places, routes
from exile_map.dates import Bounds, Day, Span
from exile_map.encountering import Encounter, encounters

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parent.parent
HEADER = "person,place,start,end,stay,mode,certainty,lat,lon,radius_km\n"


def build(rows: str) -> tuple[routes.Route, ...]:
    read = places.read(io.BytesIO((HEADER + rows).encode()))
    return routes.build(geocoding.locate(read))


def met(rows: str) -> list[Encounter]:
    return list(encounters(build(rows)))


def certainties(rows: str) -> list[str]:
    return [encounter.certainty for encounter in met(rows)]


def test_two_persons_at_one_place_at_one_time_surely_meet() -> None:
    (found,) = met("A,Paris,1909,1912,,,,,,\nB,Paris,1910,1915,,,,,,\n")
    assert found.persons == ("A", "B")
    assert found.certainty == "certain"
    assert found.title == "Paris"
    assert found.years == (1910.0, 1913.0)
    assert found.span.words() == "1910 to 1912"


def test_where_the_bounds_leave_it_open_two_possibly_meet() -> None:
    (found,) = met("A,Paris,1909,1912,,,,,,\nB,Paris,1912,1915,,,,,,\n")
    assert found.certainty == "possible"
    assert found.years == (1912.0, 1913.0)
    assert found.span.words() == "1912"


@pytest.mark.parametrize(
    "rows",
    [
        "A,Paris,1909,1911,,,,,,\nB,Paris,1912,1915,,,,,,\n",
        "A,Paris,1909,1912,,,,,,\nB,Lyon,1910,1911,,,,,,\n",
        "A,Paris,1909,1912,,,,,,\nA,Paris,1911,1915,,,,,,\n",
        "A,Paris,,,,,,,,\nB,Paris,1910,1911,,,,,,\n",
        "A,Paris,1700,,,,,,,\nB,Paris,1910,1911,,,,,,\n",
    ],
    ids=["one after the other", "elsewhere", "one person", "undated", "of other centuries"],
)
def test_no_others_meet(rows: str) -> None:
    assert met(rows) == []


@pytest.mark.parametrize(
    "row",
    [
        "B,Paris,c. 1910,1911,,,,,,",
        "B,Paris,1910?,1911,,,,,,",
        "B,Paris,1910,1911,,,uncertain,,,",
        "B,Paris,1910,,,,,,,\nB,Lyon,1912,1913,,,,,,",
        "B,Paris,1910,,,,,,,",
        "B,somewhere,1910,1911,,,,48.85,2.35,60",
    ],
    ids=["about", "perhaps", "doubted", "inferred", "without an end", "in an area"],
)
def test_what_is_doubtful_is_no_certain_encounter(row: str) -> None:
    assert certainties(f"A,Paris,1900,1920,,,,,,\n{row}\n") == ["possible"]


def test_a_country_is_a_place_to_meet_only_for_those_of_whom_no_more_is_known() -> None:
    assert certainties("A,Russia,1919,1930,,,,,,\nB,Russia,1920,1925,,,,,,\n") == ["possible"]
    assert certainties("A,Russia,1919,1930,,,,,,\nB,Moscow,1920,1925,,,,,,\n") == []


def test_an_island_and_its_town_are_one_place_but_not_for_certain() -> None:
    rows = "A,Martinique,1941,1943,,,,,,\nB,Fort-de-France,1941,1943,,,,,,\n"
    (found,) = met(rows)
    assert (found.certainty, found.title) == ("possible", "Fort-de-France / Martinique")


def test_a_prison_and_its_town_are_one_place() -> None:
    (found,) = met("A,La Santé,1912,1915,,,,,,\nB,Paris,1900,1920,,,,,,\n")
    assert (found.certainty, found.title) == ("certain", "La Santé / Paris")


SHIP = "{0},Marseille,1940-12,1941-03-24,,,,,,\n{0},Fort-de-France,1941-04-20,1941-05-01,,{1},,,,\n"


def aboard(one: str, other: str) -> list[Encounter]:
    return [e for e in met(SHIP.format("A", one) + SHIP.format("B", other)) if e.legs]


def test_two_on_a_ship_of_one_name_surely_meet() -> None:
    (found,) = aboard("ship Capitaine Paul-Lemerle", "the steamer “Capitaine Paul Lemerle”")
    assert found.certainty == "certain"
    assert found.title.startswith("Capitaine Paul")
    assert found.span.words() == "24 March to 20 April 1941"
    assert [leg.end.id for leg in found.legs] == [stay.id for stay in found.stays]


def test_two_on_ships_without_a_name_meet_only_possibly_and_only_by_the_same_ports() -> None:
    (found,) = aboard("ship", "ship")
    assert (found.certainty, found.title) == ("possible", "Marseille – Fort-de-France")
    assert aboard("ship Winnipeg", "ship") == []
    assert aboard("ship Winnipeg", "ship Sinaia") == []
    assert aboard("train", "train") == []


def test_two_at_sea_on_a_ship_that_stands_for_the_place_meet() -> None:
    row = "{},the steamer {},1939-08-04,1939-09-03,at sea,,,,,\n{},Paris,1950,1951,,,,,,\n"
    (found, _) = met(row.format("A", "Xyzzy", "A") + row.format("B", "Xyzzy", "B"))
    assert (found.certainty, found.title) == ("certain", "the steamer Xyzzy")
    assert len(met(row.format("A", "Xyzzy", "A") + row.format("B", "Plugh", "B"))) == 1


def test_dates_out_of_order_break_nothing() -> None:
    row = "{0},Marseille,1950,,,,,,,\n{0},Havana,1941,,,ship Winnipeg,,,,\n"
    found = met(row.format("A") + row.format("B"))
    assert {(e.title, e.certainty) for e in found} == {
        ("Marseille", "possible"),
        ("Havana", "possible"),
    }


def test_one_long_life_meets_nobody_in_no_time() -> None:
    (lone,) = build("".join(f"A,Paris,{year},{year},,,,,,\n" for year in range(1000, 2000)))
    assert encounters([lone]) == ()


def test_the_paul_lemerle_s_four_passengers_are_six_certain_encounters_aboard() -> None:
    lives = routes.build(geocoding.locate(places.read(ROOT / "data" / "paul_lemerle.csv")))
    found = [e for e in encounters(lives) if e.title == "Capitaine Paul-Lemerle"]
    assert len(found) == 6
    assert {e.certainty for e in found} == {"certain"}
    assert all(len(e.legs) == 2 for e in found)


def test_encounters_come_in_the_order_of_time() -> None:
    lives = routes.build(geocoding.locate(places.read(ROOT / "data" / "paul_lemerle.csv")))
    years = [e.years for e in encounters(lives)]
    assert years == sorted(years)


# -- what the definition says, tried out by hand ---------------------------------------------------

Years = tuple[int, int, int, int]

spans = st.tuples(st.integers(1900, 1906), st.integers(0, 3), st.integers(0, 4), st.integers(0, 3))
lives_of = st.lists(st.lists(spans, min_size=1, max_size=3), min_size=2, max_size=3)


def span_of(told: tuple[int, int, int, int]) -> Span:
    """Make a span of whole years: its start within some, its end within some later."""
    first, loose, length, loose_end = told
    start = Bounds(Day(first, 1, 1), Day(first + loose, 12, 31))
    end_first = first + length
    return Span(start, Bounds(Day(end_first, 1, 1), Day(end_first + loose_end, 12, 31)))


def life(person: str, told: Iterable[tuple[int, int, int, int]]) -> routes.Route:
    rows = [
        geocoding.LocatedRow(
            places.PlaceRow(i, i + 1, person, "Paris", span_of(each), lat=48.85, lon=2.35), "ok"
        )
        for i, each in enumerate(told, 1)
    ]
    (route,) = routes.build(geocoding.Located(tuple(rows)))
    return route


def tried(a: Span, b: Span) -> str:
    """Try all there can have been: every start and end that the bounds allow, by half years."""
    outcomes = set()
    for (s, e), (t, f) in product(possible_stays(a), possible_stays(b)):
        outcomes.add(max(s, t) < min(e, f))
    return "certain" if outcomes == {True} else "possible" if True in outcomes else ""


def possible_stays(span: Span) -> list[tuple[float, float]]:
    first, last, end_first, end_last = span.years
    assert first is not None
    assert last is not None
    assert end_first is not None
    assert end_last is not None
    starts = [first + step / 2 for step in range(int((last - first) * 2) + 1)]
    ends = [end_first + step / 2 for step in range(int((end_last - end_first) * 2) + 1)]
    return [(s, e) for s, e in product(starts, ends) if s <= e]


@given(lives_of)
@settings(deadline=None, max_examples=150)
def test_encounters_are_what_trying_everything_finds(
    told: list[list[tuple[int, int, int, int]]],
) -> None:
    lives = [life(f"person {i}", spans) for i, spans in enumerate(told)]
    # Each has a name of its own, so that stays can be told apart.
    found = {
        (e.persons, *(s.located.place.row for s in e.stays)): e.certainty for e in encounters(lives)
    }
    expected = {}
    for i, one in enumerate(lives):
        for other in lives[i + 1 :]:
            for p, q in product(one.stays, other.stays):
                if outcome := tried(p.span, q.span):
                    rows = (p.located.place.row, q.located.place.row)
                    expected[((one.person, other.person), *rows)] = outcome
    assert found == expected


@given(lives_of)
@settings(deadline=None)
def test_encounters_are_the_same_from_either_side(
    told: list[list[tuple[int, int, int, int]]],
) -> None:
    lives = [life(f"person {i}", spans) for i, spans in enumerate(told)]

    def facts(found: Iterable[Encounter], *, mirrored: bool) -> set[object]:
        order = -1 if mirrored else 1
        return {
            (
                e.persons[::order],
                tuple(s.located.place.row for s in e.stays)[::order],
                e.certainty,
                e.years,
                e.title,
                e.span,
            )
            for e in found
        }

    there = facts(encounters(lives), mirrored=False)
    assert facts(encounters(lives[::-1]), mirrored=True) == there
