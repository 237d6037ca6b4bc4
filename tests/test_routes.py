from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map import geocoding, places, routes, ways
from exile_map.errors import DataError
from exile_map.geodesy import distance_km
from exile_map.linked_places import to_geojson
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


def test_a_sketched_leg_is_the_same_way_by_fewer_points() -> None:
    (route,) = build("place,year\nManila,1930\nSan Francisco,1931\n")
    (leg,) = route.legs
    sketched = leg.sketched(300)
    assert len(sketched) < 0.6 * len(leg.points)
    assert (sketched[0], sketched[-1]) == (leg.points[0], leg.points[-1])
    for point in sketched:
        assert min(distance_km(point, other) for other in leg.points) < 51


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
@settings(deadline=None)
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


VOYAGE = "place,start,end,mode,via\nMarseille,1941,1941-03-24,,\nHavana,1941-06,1941,{},{}\n"


def test_a_ship_follows_the_sea_and_a_train_does_not() -> None:
    (ship,), (train,) = (build(VOYAGE.format(mode, ""))[0].legs for mode in ("ship", "train"))
    assert ship.sea
    assert not train.sea
    assert ship.km is not None
    assert train.km is not None
    assert ship.km > train.km + 100
    assert ship.points[0] == ship.start.point
    assert ship.points[-1] == ship.end.point


def test_a_ship_calls_at_the_places_on_the_way() -> None:
    (leg,) = build(VOYAGE.format("ship", "Oran; Casablanca"))[0].legs
    assert leg.sea
    for call in ((35.69, -0.64), (33.59, -7.61)):
        assert min(abs(lat - call[0]) + abs(lon - call[1]) for lat, lon in leg.points) < 0.1


@pytest.mark.parametrize(("year", "south"), [("1860", -34), ("1910", 11)])
def test_the_year_of_a_voyage_says_which_canals_there_were(year: str, south: float) -> None:
    (leg,) = build(f"place,year,mode,country\nLondon,1850,,\nMumbai,{year},ship,India\n")[0].legs
    assert min(lat for lat, _ in leg.points) < -34 if south < 0 else True
    assert min(lat for lat, _ in leg.points) > south - 2


def test_a_ship_where_no_sea_is_goes_straight_and_that_is_told() -> None:
    drawn = build("place,year,mode\nVienna,1900,\nBudapest,1901,ship\n")
    (leg,) = drawn[0].legs
    assert not leg.sea
    assert leg.km == pytest.approx(214, abs=2)
    (problem,) = ways.problems(drawn, file="life.csv")
    assert (problem.kind, problem.row, problem.file) == ("no-sea-way", 2, "life.csv")
    assert "“Budapest” is not reached by sea from “Vienna”" in str(problem)


def test_without_the_sea_installed_a_ship_goes_straight_and_the_command_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "searoute", None)
    drawn = build(VOYAGE.format("ship", ""))
    assert not drawn[0].legs[0].sea
    assert len(drawn[0].legs[0].points) > 50
    (problem,) = ways.problems(drawn)
    assert problem.row == 2
    assert "pip install 'exile-map[sea]'" in problem.remedy


def test_ways_on_land_and_ways_by_sea_are_nothing_to_tell() -> None:
    assert ways.problems(build(VOYAGE.format("ship", ""))) == ()
    assert ways.problems(build(VOYAGE.format("on foot", ""))) == ()


@pytest.mark.parametrize(
    ("rows", "certainty"),
    [
        ("Paris,1909,1912,,\nLyon,1912,1913,,\n", "certain"),
        ("Paris,1909,1912,,\nLyon,1912,1913,,uncertain\n", "uncertain"),
        ("Paris,1909,1912,,\nLyon,1912,1913,,less-certain\n", "less-certain"),
        ("Paris,1909,1912,,uncertain\nLyon,1912,1913,,\n", "certain"),
        ("Paris,1909,1912,,\nLyon,1912,1913,train?,\n", "uncertain"),
        ("Paris,1909,1912,,\nLyon,1917,1918,,\n", "uncertain"),
        ("Paris,1909,1912,,\nLyon,1913,1918,,\n", "certain"),
        ("Paris,1909,1912,,\nthe Urals,1912,1918,,\n", "less-certain"),
    ],
)
def test_a_way_is_as_sure_as_the_stay_it_leads_to_and_what_is_known_of_it(
    rows: str, certainty: str
) -> None:
    (leg,) = build("place,start,end,mode,certainty\n" + rows)[0].legs
    assert leg.certainty == certainty


def told(text: str) -> list[dict[str, object]]:
    document = to_geojson(build(text), country_name=lambda code, _: code)
    return [
        feature["properties"] | {"when": feature.get("when")} for feature in document["features"]
    ]


def test_two_homes_at_once_are_two_stays_with_their_own_times() -> None:
    (route,) = build("place,start,end\nParis,1900,1910\nLyon,1905,1908\nParis,1910,1912\n")
    assert [stay.years for stay in route.stays][:2] == [
        (1900.0, 1901.0, 1910.0, 1911.0),
        (1905.0, 1906.0, 1908.0, 1909.0),
    ]
    # In the playback the person leaves the first home when the second begins.
    assert [stay.clock for stay in route.stays] == [(1900, 1905), (1905, 1908), (1910, 1912)]
    assert [stay.inferred for stay in route.stays] == [(), (), ()]


def test_a_stay_of_a_day_keeps_its_turn_and_its_day() -> None:
    first, day, *_ = told("place,start,end\nParis,1909,1912\nLyon,1912-05-01,1912-05-01\n")
    assert day["clock"][0] <= day["clock"][1] < day["clock"][0] + 0.01  # type: ignore[index]
    assert day["when"]["label"] == "1 May 1912"  # type: ignore[index]
    assert first["clock"] == [1909.0, 1912.0]


def test_a_way_there_and_back_is_two_legs_over_the_same_points() -> None:
    (route,) = build("place,year\nBrussels,1890\nParis,1909\nBrussels,1912\n")
    there, back = route.legs
    assert there.km == pytest.approx(back.km)
    assert [p[0] for p in there.points] == pytest.approx([p[0] for p in back.points[::-1]])


def test_a_first_stay_without_a_start_and_a_last_without_an_end_are_told_as_they_are() -> None:
    first, last, leg = told("place,start,end\nBrussels,,1909\nParis,1909,\n")
    assert first["years"] == [None, None, 1909.0, 1910.0]
    assert first["when"]["label"] == "until 1909"  # type: ignore[index]
    assert first["clock"] == [1909.0, 1909.0]
    assert last["years"] == [1909.0, 1910.0, None, None]
    assert last["when"]["label"] == "1909"  # type: ignore[index]
    assert "inferred" not in first
    assert "inferred" not in last
    assert leg["certainty"] == "certain"


def test_whereabouts_that_are_not_known_are_a_gap_on_both_sides() -> None:
    text = "place,start,end\nParis,1909,1912\nunknown,1912,1915\nLyon,1915,1917\n"
    *stays, before, after = told(text)
    assert stays[1]["status"] == "not-a-place"
    assert before["gap"] is True
    assert after["gap"] is True
    assert "km" not in before
