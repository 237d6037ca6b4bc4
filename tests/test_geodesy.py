from __future__ import annotations

from itertools import pairwise
from math import log, pi, radians, tan

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exile_map.geodesy import (
    EARTH_RADIUS_KM,
    Point,
    cut_at_antimeridian,
    distance_km,
    geodesic,
    unwrapped,
)

BRUSSELS, PARIS = (50.8505, 4.3488), (48.8534, 2.3488)
VLADIVOSTOK, MANILA, SAN_PEDRO = (43.1056, 131.8735), (14.6042, 120.9822), (33.7359, -118.2923)
SVALBARD, BARROW = (78.22, 15.65), (71.29, -156.79)
WGS84 = Geodesic.WGS84

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))
offsets = st.tuples(st.floats(-1, 1), st.floats(-1, 1))


def off_the_geodesic_km(a: Point, b: Point, point: Point) -> float:
    """Say how far a point is from the true geodesic's point at the same distance."""
    told = WGS84.Inverse(*a, *b)["s12"]
    along = min(told, WGS84.Inverse(*a, *point)["s12"])
    true = WGS84.InverseLine(*a, *b).Position(along)
    return float(WGS84.Inverse(true["lat2"], true["lon2"], *point)["s12"]) / 1000


def test_brussels_and_paris_are_264_km_apart() -> None:
    assert distance_km(BRUSSELS, PARIS) == pytest.approx(264, abs=1)


def test_antipodes_are_half_the_circumference_apart() -> None:
    assert distance_km((10, 20), (-10, -160)) == pytest.approx(3.14159265 * EARTH_RADIUS_KM)


@given(points, points)
@settings(deadline=None)
def test_every_point_of_a_geodesic_is_on_it_to_a_kilometre(a: Point, b: Point) -> None:
    # Of places exactly opposite, a geodesic is one of several; which, is nobody's to say.
    assume(WGS84.Inverse(*a, *b)["a12"] < 179.999)
    for point in geodesic(a, b).points:
        assert off_the_geodesic_km(a, b, point) < 1


@given(points, offsets)
@settings(deadline=None)
def test_a_geodesic_to_nearly_the_other_side_of_the_globe_is_as_long_as_it_has_to_be(
    a: Point, off: Point
) -> None:
    lat = max(-90.0, min(90.0, -a[0] + off[0]))
    b = (lat, a[1] + 180 + off[1])
    way = geodesic(a, b)
    assert way.km == pytest.approx(WGS84.Inverse(*a, *b)["s12"] / 1000, abs=0.001)
    pieces = sum(WGS84.Inverse(*p, *q)["s12"] for p, q in pairwise(way.points)) / 1000
    assert pieces == pytest.approx(way.km, abs=0.1)


@given(points, points)
def test_a_geodesic_is_as_long_as_geographiclib_says(a: Point, b: Point) -> None:
    assert geodesic(a, b).km == pytest.approx(WGS84.Inverse(*a, *b)["s12"] / 1000, abs=0.001)


@given(points, points)
def test_a_geodesic_begins_and_ends_at_its_places(a: Point, b: Point) -> None:
    line = geodesic(a, b).points
    assert line[0] == a
    assert line[-1][0] == b[0]
    turns = (line[-1][1] - b[1]) / 360
    assert turns == pytest.approx(round(turns), abs=1e-9)


@given(points, points)
@settings(deadline=None)
def test_no_piece_is_longer_than_the_step_and_no_longitude_jumps(a: Point, b: Point) -> None:
    for p, q in pairwise(geodesic(a, b, step_km=150).points):
        assert WGS84.Inverse(*p, *q)["s12"] / 1000 <= 151.5
        assert abs(q[1] - p[1]) <= 180


def mercator(point: Point) -> tuple[float, float]:
    """Project to pixels of a world as wide as at zoom 8."""
    lat = radians(max(-85.0511, min(85.0511, point[0])))
    return (point[1] / 360 * 65536, -log(tan(pi / 4 + lat / 2)) / (2 * pi) * 65536)


@pytest.mark.parametrize(
    ("a", "b"), [(BRUSSELS, SAN_PEDRO), (SVALBARD, BARROW), (MANILA, SAN_PEDRO), (PARIS, MANILA)]
)
def test_a_geodesic_shows_no_corners(a: Point, b: Point) -> None:
    way = geodesic(a, b).points
    for p, q in pairwise(way):
        if max(abs(p[0]), abs(q[0])) > 85:
            continue  # beyond the edge of the map
        middle = geodesic(p, q, step_km=distance_km(p, q) / 2 + 0.01).points[1]
        (x0, y0), (x1, y1), (x, y) = mercator(p), mercator(q), mercator(middle)
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        off = abs((x - x0) * (y1 - y0) - (y - y0) * (x1 - x0)) / length
        # A bend as flat as a fiftieth of its length is seen as a curve.
        assert off < length / 50


def test_the_way_from_manila_to_california_goes_over_the_pacific_in_one_piece() -> None:
    line = geodesic(MANILA, SAN_PEDRO).points
    assert line[-1][1] == pytest.approx(SAN_PEDRO[1] + 360)
    assert all(p[1] < q[1] for p, q in pairwise(line))


def test_a_line_over_the_pacific_is_cut_at_the_180th_meridian() -> None:
    west, east = cut_at_antimeridian(geodesic(MANILA, SAN_PEDRO).points)
    assert west[-1][1] == 180
    assert east[0][1] == -180
    assert west[-1][0] == pytest.approx(east[0][0])
    assert east[-1] == pytest.approx(SAN_PEDRO)


def test_a_line_that_stays_on_one_side_is_not_cut() -> None:
    line = list(geodesic(VLADIVOSTOK, MANILA).points)
    assert cut_at_antimeridian(line) == [line]


def test_no_points_make_no_line() -> None:
    assert cut_at_antimeridian([]) == []


@given(st.lists(points, min_size=2, max_size=8))
def test_the_cut_line_and_the_unwrapped_line_are_the_same_way(stops: list[Point]) -> None:
    way = unwrapped(stops)
    cut = cut_at_antimeridian(way)
    assert all(-180 <= lon <= 180 for line in cut for _, lon in line)
    again = unwrapped([point for line in cut for point in line])
    for lat, lon in way:
        near = min(abs(lat - y) + abs((lon - x + 180) % 360 - 180) for y, x in again)
        assert near == pytest.approx(0, abs=1e-6)


@given(points, points)
def test_a_geodesic_that_was_cut_is_as_long_as_before(a: Point, b: Point) -> None:
    way = geodesic(a, b).points
    for line in (cut := cut_at_antimeridian(way)):
        assert len(line) > 1 or len(cut) == 1
    for one, other in pairwise(cut):
        assert abs(one[-1][1]) == 180
        assert other[0] == (one[-1][0], -one[-1][1])
    whole = sum(distance_km(p, q) for p, q in pairwise(way))
    pieces = sum(distance_km(p, q) for line in cut for p, q in pairwise(line))
    # Where a line is cut close by a pole, its piece on the map is not its piece on the globe.
    assert pieces == pytest.approx(whole, rel=0.01, abs=25)
