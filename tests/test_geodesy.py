from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map.geodesy import (
    EARTH_RADIUS_KM,
    cut_at_antimeridian,
    distance_km,
    great_circle,
    unwrapped,
)

BRUSSELS, PARIS = (50.8505, 4.3488), (48.8534, 2.3488)
VLADIVOSTOK, MANILA, SAN_PEDRO = (43.1056, 131.8735), (14.6042, 120.9822), (33.7359, -118.2923)

points = st.tuples(st.floats(-89.9, 89.9), st.floats(-180, 180))


def test_brussels_and_paris_are_264_km_apart() -> None:
    assert distance_km(BRUSSELS, PARIS) == pytest.approx(264, abs=1)


def test_antipodes_are_half_the_circumference_apart() -> None:
    assert distance_km((10, 20), (-10, -160)) == pytest.approx(3.14159265 * EARTH_RADIUS_KM)


@given(points, points)
def test_a_great_circle_begins_and_ends_at_its_places(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    line = great_circle(a, b)
    assert line[0] == a
    assert line[-1][0] == b[0]
    assert (line[-1][1] - b[1]) % 360 == pytest.approx(0, abs=1e-6) or (
        line[-1][1] - b[1]
    ) % 360 == pytest.approx(360, abs=1e-6)


@given(points, points)
def test_the_pieces_of_a_great_circle_add_up_to_the_distance(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    line = great_circle(a, b)
    pieces = sum(distance_km(p, q) for p, q in pairwise(line))
    assert pieces == pytest.approx(distance_km(a, b), rel=1e-6, abs=1e-3)


@given(points, points)
def test_no_piece_is_longer_than_the_step_and_no_longitude_jumps(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    line = great_circle(a, b, step_km=150)
    for p, q in pairwise(line):
        assert distance_km(p, q) <= 150.001
        assert abs(q[1] - p[1]) <= 180


def test_the_way_from_manila_to_california_goes_over_the_pacific_in_one_piece() -> None:
    line = great_circle(MANILA, SAN_PEDRO)
    assert line[-1][1] == pytest.approx(SAN_PEDRO[1] + 360)
    assert all(p[1] < q[1] for p, q in pairwise(line))


def test_a_line_over_the_pacific_is_cut_at_the_180th_meridian() -> None:
    west, east = cut_at_antimeridian(great_circle(MANILA, SAN_PEDRO))
    assert west[-1][1] == 180
    assert east[0][1] == -180
    assert west[-1][0] == pytest.approx(east[0][0])
    assert east[-1] == pytest.approx(SAN_PEDRO)


def test_a_line_that_stays_on_one_side_is_not_cut() -> None:
    line = great_circle(VLADIVOSTOK, MANILA)
    assert cut_at_antimeridian(line) == [line]


def test_no_points_make_no_line() -> None:
    assert cut_at_antimeridian([]) == []


@given(st.lists(points, min_size=2, max_size=8))
def test_the_cut_line_and_the_unwrapped_line_are_the_same_way(
    stops: list[tuple[float, float]],
) -> None:
    way = unwrapped(stops)
    cut = cut_at_antimeridian(way)
    assert all(-180 <= lon <= 180 for line in cut for _, lon in line)
    again = unwrapped([point for line in cut for point in line])
    for lat, lon in way:
        near = min(abs(lat - y) + abs((lon - x + 180) % 360 - 180) for y, x in again)
        assert near == pytest.approx(0, abs=1e-6)
