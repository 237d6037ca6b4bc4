from __future__ import annotations

import csv
import io
import re
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map import places
from exile_map.errors import DataError
from exile_map.places.columns import columns_of, stripped
from exile_map.places.regular import columns_by_line


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


cell = st.text(st.sampled_from(" ab1#-'\"\r\n\x0b\u2028é"), max_size=4)


@given(
    st.integers(1, 3).flatmap(
        lambda width: st.lists(st.lists(cell, min_size=width, max_size=width), min_size=1)
    ),
    st.sampled_from(",;\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)
@settings(deadline=None)
def test_a_written_table_is_read_by_line_as_by_record(
    rows: list[list[str]], delimiter: str, end: str, quoting: Literal[0, 1]
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    agrees(file.getvalue(), delimiter, len(rows[0]))


@given(st.text(st.sampled_from('ab,"\r\n'), max_size=30), st.integers(1, 3))
@settings(deadline=None)
def test_any_text_is_read_by_line_as_by_record_or_not_at_all(text: str, width: int) -> None:
    agrees(text, ",", width)


def agrees(text: str, delimiter: str, width: int) -> None:
    """Assert that what is read by line is what the csv module has, and all that it can be."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records = list(reader)
    by_line = columns_by_line(text, delimiter, width)
    regular = reader.line_num == len(records) and {*map(len, records)} <= {width}
    if by_line is not None:
        assert regular
        assert by_line == columns_of(records, width)
    elif regular:
        # A line break by a mere carriage return is left to the csv module.
        assert re.search(r"\r(?!\n)", text)


@pytest.mark.parametrize("quote", ["", '"'])
def test_a_row_that_is_not_like_the_others_is_seen_however_far_down_it_stands(quote: str) -> None:
    row = f"{quote}Paris{quote},1909,a story\n"
    many = 30_000
    columns = columns_by_line(row * many, ",", 3)
    assert columns is not None
    assert [*map(len, columns)] == [many] * 3
    assert [*map(set, columns)] == [{"Paris"}, {"1909"}, {"a story"}]
    for odd in ("Rome,1910\n", "Rome,1910,a story,more\n", "\n", 'Rome,1910,"two\nlines"\n'):
        assert columns_by_line(row * many + odd + row, ",", 3) is None
    # One cell too few and one too many are as many together as two whole rows have.
    assert columns_by_line(row * many + "Rome,1910\nOslo,1911,a story,more\n", ",", 3) is None
