from __future__ import annotations

import io

import pytest

from exile_map import places
from exile_map.errors import DataError
from exile_map.places.columns import columns_of, stripped


def test_rows_become_columns_and_short_ones_are_filled_up() -> None:
    rows = [["Paris", "1909"], ["Rome"], ["Oslo", "1912", "too much"], []]
    assert columns_of(rows, 2) == [["Paris", "Rome", "Oslo", ""], ["1909", "", "1912", ""]]
    assert columns_of([], 2) == [[], []]


def test_a_text_that_comes_again_is_held_once_and_one_that_never_does_is_left_alone() -> None:
    def fresh(text: str) -> str:
        return "".join([*text])

    rows = [[fresh(f"Place {i % 10}"), fresh(f"Story {i}")] for i in range(9_000)]
    names, stories = columns_of(rows, 2)
    assert [*map(list, zip(names, stories, strict=True))] == rows
    assert len(set(map(id, names))) == 10
    assert stories[-1] is rows[-1][1]


def test_a_column_with_nothing_to_strip_is_the_very_one() -> None:
    bare, wide = ["Paris", ""], [" Paris", "\t"]
    assert stripped(bare, "place") is bare
    assert stripped(wide, "place") == bare
    assert stripped(["NA", "48.8"], "lat") == ["", "48.8"]


def test_a_row_knows_its_own_cells_and_its_line_below_a_story_of_many_lines() -> None:
    head = "place,year,story\n"
    alone = "".join(f"P{i},{1800 + i % 100},S{i}\n" for i in range(2_000))
    text = f'{head}{alone}Paris,1909,"One\r\n\r\ntwo"\n\nRome,1910, last \n'
    read = places.read(io.BytesIO(text.encode()))
    assert [row.line for row in read.rows[-3:]] == [2001, 2002, 2006]
    assert read.rows[1_234].cells == {"place": "P1234", "year": "1834", "story": "S1234"}
    assert read.rows[-2].cells["story"] == "One\r\n\r\ntwo"
    assert read.rows[-1].cells["story"] == " last "
    assert (read.rows[-1].story, read.rows[-1].row) == ("last", 2_002)
    assert [row.line for row in places.read(io.BytesIO((head + alone).encode())).rows] == [
        *range(2, 2_002)
    ]


def test_a_day_in_figures_that_does_not_exist_is_told_in_its_row() -> None:
    rows = "".join(f"P,1,2,{1700 + i // 12}-{i % 12 + 1:02}-28,1999-01-01\n" for i in range(1_500))
    wrong = "Q,1,2,1909-02-29,1910-01-01\nR,1,2,1911-05-02,1911-05-01\n"
    with pytest.raises(DataError) as raised:
        places.read(io.BytesIO(f"place,lat,lon,start,end\n{rows}{wrong}".encode()))
    told = [(p.kind, p.row, p.column) for p in raised.value.problems if p.severity == "error"]
    assert told == [("bad-date", 1_501, "start"), ("inverted-span", 1_502, "end")]
