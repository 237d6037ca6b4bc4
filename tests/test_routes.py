from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map import geocoding, places, routes
from exile_map.errors import DataError
from exile_map.telling import when_words


def build(text: str) -> tuple[routes.Route, ...]:
    return routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))


def test_a_route_has_a_leg_between_each_stay_and_the_next() -> None:
    (route,) = build("place,year\nBrussels,1890\nParis,1909\nBarcelona,1917\n")
    assert [(leg.start.id, leg.end.id) for leg in route.legs] == [
        ("1-brussels", "2-paris"),
        ("2-paris", "3-barcelona"),
    ]


def test_the_ends_of_a_leg_are_its_stays() -> None:
    (route,) = build("place,year\nManila,1930\nSan Francisco,1931\n")
    (leg,) = route.legs
    assert leg.points[0] == leg.start.point
    assert leg.end.point
    lat, lon = leg.points[-1]
    assert lat == leg.end.point[0]
    assert lon == pytest.approx(leg.end.point[1] + 360)
    assert leg.km == pytest.approx(11_230, rel=0.01)


def test_a_stay_that_cannot_be_placed_leaves_a_gap_and_keeps_its_turn() -> None:
    (route,) = build("place,year\nBrussels,1890\nMarsielle,1909\nParis,1912\n")
    assert [stay.point is None for stay in route.stays] == [False, True, False]
    assert [leg.is_gap for leg in route.legs] == [True, True]


def test_two_stays_at_one_place_are_joined_by_a_leg_of_no_length() -> None:
    (route,) = build("place,year,stay\nParis,1909,home\nParis,1912,prison\n")
    assert route.legs[0].km == 0
    assert not route.legs[0].is_gap


def test_an_end_that_is_not_told_is_the_next_beginning_and_said_to_be_inferred() -> None:
    (route,) = build("place,year\nBrussels,1890\nParis,1909\n")
    first, last = route.stays
    assert (first.inferred, last.inferred) == (("end",), ())
    assert first.years == (1890.0, 1891.0, 1909.0, 1910.0)
    assert last.years == (1909.0, 1910.0, None, None)


def test_an_undated_stay_lies_between_its_neighbours() -> None:
    (route,) = build("place,start\nRussia,1919\nthe Urals,\nBrussels,1936\n")
    urals = route.stays[1]
    assert urals.inferred == ("start", "end")
    assert urals.years == (1919.0, 1937.0, 1936.0, 1937.0)
    assert urals.clock == (1927.5, 1936.0)


@pytest.mark.parametrize("end", ["1936", ""])
def test_an_undated_stay_between_dates_out_of_order_stays_undated(end: str) -> None:
    (route,) = build(f"place,start,end\nRussia,1940,\nthe Urals,,{end}\nBrussels,1936,\n")
    urals = route.stays[1]
    assert "start" not in urals.inferred
    assert urals.years[:2] == (None, None)
    assert when_words(urals) == "until 1936"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "1909", "c. 1912", "before 1919", "1930/", "44 BC"]),
            st.sampled_from(["", "1909", "1936?", "after 1940", "present", "10 BC"]),
        ),
        min_size=1,
        max_size=6,
    )
)
def test_no_order_of_dates_breaks_a_route(dates: list[tuple[str, str]]) -> None:
    rows = "".join(f"Paris,{start},{end}\n" for start, end in dates)
    try:
        (route,) = build("place,start,end\n" + rows)
    except DataError:
        return
    clocks = [moment for stay in route.stays for moment in stay.clock]
    assert clocks == sorted(clocks)
    assert all(isinstance(when_words(stay), str) for stay in route.stays)


def test_the_clock_never_runs_backwards() -> None:
    (route,) = build(
        "place,start,end\nParis,1912,1909-01\nMelun,1905,\nLille,1920,\n".replace("1909-01", "1950")
    )
    clocks = [moment for stay in route.stays for moment in stay.clock]
    assert clocks == sorted(clocks)


def test_each_person_has_a_route_in_the_order_of_their_first_rows() -> None:
    serge, breton = build(
        "person,place,year\nSerge,Brussels,1890\nBreton,Paris,1896\nSerge,Paris,1909\n"
    )
    assert (serge.person, breton.person) == ("Serge", "Breton")
    assert [stay.id for stay in serge.stays] == ["serge-1-brussels", "serge-2-paris"]


def test_ids_are_unique_and_the_user_s_own_win() -> None:
    (route,) = build("place,year,id\nParis,1909,first\nParis,1912,first\nParis,1913,\n")
    assert [stay.id for stay in route.stays] == ["first", "first-2", "3-paris"]


def test_a_leg_goes_by_the_places_on_the_way() -> None:
    (route,) = build("place,year,via\nBerlin,1922,\nVienna,1923,Prague\n")
    (leg,) = route.legs
    assert any(abs(lat - 50.088) < 0.01 and abs(lon - 14.42) < 0.01 for lat, lon in leg.points)
