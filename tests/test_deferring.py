from __future__ import annotations

import copy
import io
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from exile_map import geocoding, places, routes
from exile_map.deferring import Deferred, held, with_changes
from exile_map.located import Located

if TYPE_CHECKING:
    from collections.abc import Callable

    from exile_map.places import Places

TABLE = (
    "person,place,lat,lon,start,end,mode,radius_km\n"
    "Ana,Paris,48.85,2.35,1909-05-03,1910,,\n"
    "Ana,Rome,41.9,12.5,1911,1912,train,25\n"
    "Bo,Oslo,59.91,10.75,1900,,,\n"
    "Bo,Lima,-12.05,-77.04,1903-02-01,1905-01-01,,\n"
)


def read(text: str = TABLE) -> Places:
    return places.read(io.BytesIO(text.encode()))


def test_what_is_asked_for_is_a_tuple_and_the_same_each_time() -> None:
    table = read()
    located = geocoding.locate(table)
    drawn = routes.build(located)
    assert isinstance(held(table, "rows"), Deferred)
    assert isinstance(held(drawn[0], "legs"), Deferred)
    made: list[object] = [table.rows, located.rows, drawn[0].stays, drawn[0].legs]
    assert [type(each) for each in made] == [tuple] * 4
    assert table.rows is table.rows
    assert located.rows[2].place is table.rows[2]
    assert drawn[1].stays[0].located is located.rows[2]
    assert drawn[0].legs[0].start is drawn[0].stays[0]
    assert [len(held(route, "stays")) for route in drawn] == [2, 2]


def test_values_made_of_columns_equal_those_made_of_rows() -> None:
    table = read()
    located = geocoding.locate(table)
    by_rows = Located(tuple(located.rows), located.problems, located.source)
    assert (by_rows, repr(by_rows)) == (located, repr(located))
    for one, other in zip(routes.build(located), routes.build(by_rows), strict=True):
        assert (one, hash(one), repr(one)) == (other, hash(other), repr(other))
        assert [leg.km for leg in one.legs] == [leg.km for leg in other.legs]
    assert replace(table, source="x") == with_changes(table, source="x") != table
    assert isinstance(held(with_changes(table, source="x"), "rows"), Deferred)


def pickled(value: object) -> object:
    """Send a value to another process and back."""
    return pickle.loads(pickle.dumps(value))  # noqa: S301 -- our own


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_is_the_same(copied: Callable[[object], object]) -> None:
    table = read()
    drawn = routes.build(geocoding.locate(table))
    assert copied(table) == table
    assert copied(drawn) == drawn


def test_a_table_of_a_thousand_rows_is_read_back_whole() -> None:
    lines = [
        f"Ana,P{i},{i % 90},{i % 180},{1000 + i}-01-02,{1000 + i}-05-01,," for i in range(1500)
    ]
    text = "\n".join([TABLE.splitlines()[0], *lines])
    table = read(text)
    (route,) = routes.build(geocoding.locate(table))
    assert [row.place for row in table.rows] == [f"P{i}" for i in range(1500)]
    assert table.rows[7].cells["lat"] == "7"
    assert str(table.rows[7].span) == str(route.stays[7].span) == str(route.stays[7].filled)
    assert route.stays[7].span.written == "1007-01-02 – 1007-05-01"


def test_rows_numbered_by_the_user_come_in_that_order_with_their_own_cells() -> None:
    table = read("place,lat,lon,year,seq\nA,1,1,1909,2\nB,2,2,1905,1\n")
    assert [(row.place, row.row, row.cells["seq"]) for row in table.rows] == [
        ("B", 2, "1"),
        ("A", 1, "2"),
    ]
    assert [row.span.edtf for row in table.rows] == ["1905", "1909"]
