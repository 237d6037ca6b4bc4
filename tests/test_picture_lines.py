"""Lines of a picture: thinned, rounded and in lanes."""

from __future__ import annotations

import itertools
from math import dist, hypot, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map.picture import lines

COORDINATES = st.floats(-500, 500).map(lambda value: round(value, 3))
LINES = st.lists(st.tuples(COORDINATES, COORDINATES), min_size=2, max_size=30)


def distance(point: tuple[float, float], a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return how far a point is from a piece of a line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    part = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / long if long else 0
    part = max(0.0, min(1.0, part))
    return hypot(point[0] - a[0] - part * dx, point[1] - a[1] - part * dy)


def test_lengths_grow_from_nothing() -> None:
    assert lines.lengths([(0, 0), (3, 4), (3, 5)]) == [0, 5, 6]


def test_a_fraction_of_a_line_ends_where_it_should() -> None:
    line = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    along = lines.lengths(line)
    assert lines.point_at(line, along, 0.25) == (5, 0, 0)
    assert lines.point_at(line, along, 0.75) == (10, 5, 1)
    assert lines.point_at(line, along, 1)[:2] == (10, 10)
    assert lines.point_at(line, along, 0)[:2] == (0, 0)


@given(LINES)
def test_a_thinned_line_keeps_its_ends_and_its_order(line: list[tuple[float, float]]) -> None:
    thin = lines.thinned(line, 1)
    assert (thin[0], thin[-1]) == (line[0], line[-1])
    remaining = iter(line)
    assert all(point in remaining for point in thin)


def test_a_thinned_curve_misses_no_point_by_more_than_the_tolerance() -> None:
    line = [(x, 60 * sin(x / 40)) for x in range(0, 400, 3)]
    thin = lines.thinned(line, 2)
    assert 5 < len(thin) < len(line) / 4
    for point in line:
        assert min(distance(point, a, b) for a, b in itertools.pairwise(thin)) <= 2


def test_the_tangents_of_an_arc_are_the_circles() -> None:
    angles = [0, 0.3, 0.5, 0.9, 1.4]
    arc = [(100 * sin(a + pi / 2), 100 * sin(a)) for a in angles]
    for a, (x, y) in zip(angles, lines.tangents(arc), strict=True):
        assert (x, y) == pytest.approx((-sin(a), sin(a + pi / 2)), abs=1e-9)


@given(st.integers(1, 5), st.sampled_from([-1, 1]))
def test_a_lane_keeps_its_ends_and_is_parallel_between_them(lane: int, side: int) -> None:
    straight = [(2.0 * x, 0.0) for x in range(101)]
    beside = lines.aside(straight, side * lane)
    assert beside[0] == pytest.approx((0, 0))
    assert beside[-1] == pytest.approx((200, 0))
    middle = [y for x, y in beside if 45 < x < 155]
    assert middle == pytest.approx([side * lane * 6] * len(middle))
    assert all(y * side >= 0 for _, y in beside)


def test_a_corner_is_rounded_and_a_gentle_bend_is_left() -> None:
    corner = [(0.0, 0.0), (0.005, 0.0), (0.01, 0.0), (0.01, 0.005), (0.01, 0.01)]
    smooth = lines.rounded(corner)
    assert len(smooth) > len(corner)
    assert (smooth[0], smooth[-1]) == (corner[0], corner[-1])
    assert corner[2] not in smooth
    assert min(dist(corner[2], point) for point in smooth) < 0.003
    gentle = [(0.0, 0.0), (0.01, 0.0), (0.02, 0.001)]
    assert lines.rounded(gentle) == gentle
