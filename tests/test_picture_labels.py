"""Labels of a picture: placed where they cover nothing."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from exile_map.picture import labels
from exile_map.picture.labels import Offer, Wish
from exile_map.picture.rects import Rect

BOUNDS = Rect(0, 0, 800, 500)
PLACES = st.tuples(st.integers(0, 800), st.integers(0, 500))


def wish(x: float, y: float, *texts: tuple[float, int], r: float = 5) -> Wish:
    """Return a label's wish, eighteen pixels high."""
    return Wish(x, y, r, tuple(Offer(w, 18, cost) for w, cost in texts or ((60, 0),)))


def mark(x: float, y: float, r: float = 5) -> Rect:
    """Return the room of a marker."""
    return Rect(x - r, y - r, 2 * r, 2 * r)


@given(st.lists(PLACES, max_size=40), st.lists(PLACES, max_size=30))
def test_whatever_is_wished_for_nothing_collides(
    places: list[tuple[int, int]], route: list[tuple[int, int]]
) -> None:
    marks = [mark(*place) for place in places]
    placed = labels.place([wish(*place) for place in places], marks, route, BOUNDS)
    rects = [label.rect for label in placed]
    assert not [pair for pair in combinations(rects, 2) if pair[0].overlaps(pair[1])]
    assert not [(rect, m) for rect in rects for m in marks if rect.overlaps(m)]
    assert all(BOUNDS.holds(rect) for rect in rects)
    assert [label.wish for label in placed] == sorted(label.wish for label in placed)


def test_alone_a_label_stands_to_the_east() -> None:
    (placed,) = labels.place([wish(400, 250)], [mark(400, 250)], [], BOUNDS)
    assert placed.rect == Rect(410, 241, 60, 18)
    assert (placed.anchor, placed.is_far) == ("start", False)


def test_at_the_eastern_edge_it_stands_to_the_west() -> None:
    (placed,) = labels.place([wish(780, 250)], [mark(780, 250)], [], BOUNDS)
    assert placed.anchor == "end"
    assert placed.rect.x + placed.rect.w < 780


def test_it_keeps_off_the_route_and_off_other_markers() -> None:
    route = [(400.0 + 4 * i, 250.0) for i in range(40)]
    (placed,) = labels.place([wish(400, 250)], [mark(400, 250)], route, BOUNDS)
    assert placed.anchor == "end"
    # Beside another marker a name might be taken for that one's.
    marks = [mark(400, 250), mark(482, 250)]
    (placed, *_) = labels.place([wish(400, 250)], marks, [], BOUNDS)
    assert placed.anchor == "end"


def test_a_shorter_text_is_taken_where_the_longer_finds_no_room() -> None:
    bounds = Rect(380, 200, 100, 100)
    (placed,) = labels.place([wish(400, 250, (120, 0), (50, 4))], [mark(400, 250)], [], bounds)
    assert placed.text == 1
    assert placed.rect.w == 50


def test_where_there_is_no_room_at_all_there_is_no_label() -> None:
    assert labels.place([wish(10, 10)], [mark(10, 10)], [], Rect(0, 0, 20, 20)) == []


def test_where_it_would_be_taken_for_another_s_there_is_no_label() -> None:
    marks = [mark(400 + 12 * x, 250 + 12 * y) for x in range(-9, 10) for y in range(-5, 6)]
    assert labels.place([wish(400, 250)], marks, [], BOUNDS) == []
    near = [mark(400, 250), mark(472, 238), mark(328, 262)]
    (placed,) = labels.place([wish(400, 250)], near, [], BOUNDS)
    assert not [m for m in near[1:] if placed.rect.grown(8).overlaps(m)]


def test_a_text_of_a_later_tier_is_taken_where_no_other_finds_room() -> None:
    told = Wish(400, 250, 5, (Offer(60, 18), Offer(12, 14, 3, 2)))
    (free,) = labels.place([told], [mark(400, 250)], [], BOUNDS)
    (narrow,) = labels.place([told], [mark(400, 250)], [], Rect(385, 220, 50, 60))
    assert (free.text, narrow.text) == (0, 1)


def test_a_name_makes_room_for_one_that_has_none() -> None:
    wishes = [wish(120, 30, (80, 0)), wish(232, 30, (80, 0))]
    marks, bounds = [mark(120, 30), mark(232, 30)], Rect(0, 20, 300, 20)
    (alone,) = labels.place(wishes[:1], marks, [], bounds)
    moved, other = labels.place(wishes, marks, [], bounds)
    assert (alone.anchor, moved.anchor, other.anchor) == ("start", "end", "end")
