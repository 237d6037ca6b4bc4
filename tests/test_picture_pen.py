"""The pen of a picture: short and valid SVG."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map.picture import pen

WHOLE = st.lists(st.tuples(st.integers(-300, 300), st.integers(-300, 300)), min_size=2, max_size=40)


def numbers(data: str) -> list[float]:
    """Return the numbers of a path's data."""
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", data)]


def walked(data: str) -> list[tuple[float, float]]:
    """Return the points of straight steps."""
    told = numbers(data)
    x, y = told[:2]
    out = [(x, y)]
    for dx, dy in zip(told[2::2], told[3::2], strict=True):
        x, y = x + dx, y + dy
        out.append((round(x, 3), round(y, 3)))
    return out


@pytest.mark.parametrize(
    ("value", "short"), [(1.0, "1"), (0.04, "0"), (-0.04, "0"), (12.35, "12.3"), (100.0, "100")]
)
def test_numbers_are_short(value: float, short: str) -> None:
    assert pen.number(value) == short


def test_text_is_escaped_and_what_xml_forbids_is_left_out() -> None:
    assert pen.clean(' a<b>&"c"\x00\ud800\uffff\n d') == "a&lt;b&gt;&amp;&quot;c&quot; d"


def test_attributes_say_what_they_are() -> None:
    assert pen.element("use", xlink__href="#a", stroke_width=1.23456) == (
        '<use xlink:href="#a" stroke-width="1.2"/>'
    )
    assert pen.element("a", "b", fill="", opacity=0.123) == '<a opacity="0.12">b</a>'
    assert pen.group("", "", fill="red") == ""


@given(WHOLE)
def test_steps_lead_to_every_point_that_changes_something(points: list[tuple[int, int]]) -> None:
    xs, ys = zip(*points, strict=True)
    data = pen.steps(xs, ys)
    ends = [p for p, q in zip(points, [None, *points], strict=False) if p != q]
    assert (walked(data) if data else ends[:1]) == ends


@given(st.lists(st.tuples(st.floats(-99, 99), st.floats(-99, 99)), min_size=2, max_size=20))
def test_a_polyline_never_strays_from_its_points(points: list[tuple[float, float]]) -> None:
    at = walked(pen.polyline(points))
    for x, y in points:
        assert any(abs(x - a) <= 0.051 and abs(y - b) <= 0.051 for a, b in at)


@given(WHOLE.filter(lambda points: len(set(points)) > 3))
def test_a_smooth_outline_touches_the_middle_of_every_piece(points: list[tuple[int, int]]) -> None:
    even = [(2 * x, 2 * y) for x, y in points]
    even = [p for p, q in zip(even, [None, *even], strict=False) if p != q]
    if even[0] == even[-1]:
        even.pop()
    xs, ys = zip(*even, strict=True)
    data = pen.smooth_steps(xs, ys, closed=True)
    start, turn, *rest = re.split("[qt]", data[1:])
    x, y = numbers(start)
    touched = [(x, y)]
    for dx, dy in [tuple(numbers(turn)[2:]), *_pairs(numbers("".join(rest)))]:
        x, y = x + dx, y + dy
        touched.append((x, y))
    ring = [*even, even[0]]
    middles = [((a + c) / 2, (b + d) / 2) for (a, b), (c, d) in itertools.pairwise(ring)]
    assert touched == [*middles, middles[0]]


def _pairs(told: list[float]) -> list[tuple[float, float]]:
    return list(zip(told[::2], told[1::2], strict=True))


def test_a_curve_begins_and_ends_where_its_points_do() -> None:
    points = [(0.0, 0.0), (50.0, 20.0), (100.0, 0.0)]
    data = pen.curve(points)
    assert data.startswith("M0 0c")
    assert data.count("c") == 2
    ends = [numbers(piece)[-2:] for piece in data.split("c")[1:]]
    assert [sum(axis) for axis in zip(*ends, strict=True)] == [100, 0]
    assert pen.curve(points[:2]) == "M0 0l50 20"


def test_a_long_path_drawn_twice_is_written_once() -> None:
    long = "M0 0l" + "1 1 " * 60
    drawn = pen.twice(long, {"stroke": "white"}, {"stroke": "red"})
    assert drawn.count(long) == 1
    key = pen.key_of("way", long)
    assert f'id="{key}"' in drawn
    assert f'xlink:href="#{key}"' in drawn
    assert pen.twice("M0 0l1 1", {"stroke": "white"}, {"stroke": "red"}).count("M0 0") == 2
