from __future__ import annotations

import io
from operator import le
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map import geocoding, places, routes
from exile_map._calendar import clocks
from exile_map._edges import YEARS
from exile_map._life import There, lives_of
from exile_map.dates import Bounds, Day
from exile_map.dates.ends import Ends
from exile_map.errors import DataError

if TYPE_CHECKING:
    from random import Random

BOUNDS = [None, *(Bounds(Day(1900 + i, 5, 3), Day(1900 + i, 5, 3 + i)) for i in range(4))]
either = st.sampled_from(BOUNDS)
written = st.sampled_from(["", "1909", "1909-05-03", "1911-08-17", "c. 1910", "before 1920"])


@given(st.lists(st.tuples(either, either)), st.randoms())
@settings(deadline=None)
def test_ends_give_back_what_was_told_of_each_stay(
    pairs: list[tuple[Bounds | None, Bounds | None]], dice: Random
) -> None:
    starts, ends = [start for start, _ in pairs], [end for _, end in pairs]
    told = Ends.of(starts, ends)
    assert (told.starts, told.ends) == (starts, ends)
    assert len(told) == len(pairs)
    assert told.bounds[0] is None
    assert len(told.bounds) == len({id(None), *map(id, starts), *map(id, ends)})
    assert told.are_told == (None not in starts and None not in ends)
    order = dice.sample(range(len(pairs)), len(pairs))
    assert told.picked(order).ends == [ends[i] for i in order]


@given(st.lists(st.tuples(st.sampled_from("AB"), written, written), min_size=1))
@settings(deadline=None)
def test_clocks_counted_in_parts_of_a_year_are_the_clocks_of_stays(
    rows: list[tuple[str, str, str]],
) -> None:
    lines = (f"{who},P,1,2,{start or end},{end if start else ''}" for who, start, end in rows)
    table = "\n".join(["person,place,lat,lon,start,end", *lines])
    try:
        read = places.read(io.BytesIO(table.encode()))
    except DataError:
        return
    drawn = routes.build(geocoding.locate(read))
    shown = lives_of(drawn).clocks_in(YEARS)
    stays = [stay for route in drawn for stay in route.stays]
    assert list(map(list, shown)) == [[round(s.clock[i] * YEARS) for s in stays] for i in (0, 1)]
    assert list(map(list, There(drawn).clocks_in(YEARS))) == list(map(list, shown))


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 40), st.integers(0, 5)), min_size=1, max_size=6),
        min_size=1,
        max_size=6,
    )
)
@settings(deadline=None)
def test_the_calendar_of_lives_in_order_is_that_of_each_life_by_itself(
    lives: list[list[tuple[int, int]]],
) -> None:
    """Lives together, most in order, and each alone give the same calendar."""
    spans = [[(begun, begun + years) for begun, years in life] for life in lives]
    spans = [sorted(life) if i % 2 else life for i, life in enumerate(spans)]
    together = [span for life in spans for span in life]
    lasts = [sum(map(len, spans[: i + 1])) for i in range(len(spans))]
    firsts = [last - len(life) for last, life in zip(lasts, spans, strict=True)]
    begun, over = [start for start, _ in together], [end for _, end in together]
    alone = [
        clocks(begun[first:last], over[first:last], [0], [last - first])
        for first, last in zip(firsts, lasts, strict=True)
    ]
    shown = clocks(begun, over, firsts, lasts)
    for each, ours in zip(shown, zip(*alone, strict=True) if alone else ([], []), strict=True):
        assert list(each) == [moment for life in ours for moment in life]
    for arrivals, departures in alone:
        assert list(arrivals) == sorted(arrivals)
        assert all(map(le, arrivals, departures))
        assert all(map(le, departures, arrivals[1:]))
