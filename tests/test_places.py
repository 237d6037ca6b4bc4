from __future__ import annotations

import csv
import gc
import io
import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map import places
from exile_map.errors import DataError, UsageError

if TYPE_CHECKING:
    from pathlib import Path


def read(text: str, *, columns: dict[str, str] | None = None) -> places.Places:
    return places.read(io.BytesIO(text.encode()), columns=columns)


def problems_of(text: str) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(text)
    return [problem.kind for problem in caught.value.problems]


def outcome(data: bytes) -> str:
    """Read bytes; say what came of it."""
    try:
        table = places.read(io.BytesIO(data))
    except DataError as error:
        return "errors" if error.problems else "nothing told"
    return "table" if table.rows else "an empty table"


def test_place_and_year_are_enough() -> None:
    table = read("place,year\nBrussels,1890\nParis,1909\n")
    assert [row.place for row in table.rows] == ["Brussels", "Paris"]
    assert [row.span.years[0] for row in table.rows] == [1890.0, 1909.0]


@pytest.mark.parametrize(
    "header", ["lieu;année", "Ort;Jahr", "lugar;año", "luogo;anno", "место;год", "miejsce;rok"]
)
def test_headers_are_known_in_other_languages(header: str) -> None:
    assert read(f"{header}\nParis;1909\n").rows[0].place == "Paris"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_usual_delimiter_is_found(delimiter: str) -> None:
    text = f"place{delimiter}year\nSan Pedro (California){delimiter}1909\n"
    assert read(text).rows[0].place == "San Pedro (California)"


def test_excel_s_sep_line_is_obeyed_and_counted() -> None:
    row = read("sep=;\nplace;year\nParis;1909\n").rows[0]
    assert (row.place, row.row, row.line) == ("Paris", 1, 3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp1251"])
def test_encodings_are_detected(encoding: str) -> None:
    name = "Оренбург" if encoding == "cp1251" else "Précigné"
    table = places.read(io.BytesIO(f"place,year\n{name},1917\n".encode(encoding)))
    assert table.rows[0].place == name
    guessed = encoding in ("cp1252", "cp1251")
    assert [p.kind for p in table.problems] == (["encoding"] if guessed else [])


def test_a_file_without_a_header_is_recognised_and_told() -> None:
    table = read("Brussels,1890\nParis,1909\n")
    assert [row.place for row in table.rows] == ["Brussels", "Paris"]
    assert [p.kind for p in table.problems] == ["no-header"]


def test_comments_and_blank_lines_are_passed_over_and_lines_still_counted() -> None:
    row = read("# Serge\nplace,year\n\n# born\nBrussels,1890\n,\n").rows[0]
    assert (row.row, row.line) == (1, 5)


def test_a_quoted_line_break_does_not_shift_the_lines() -> None:
    table = read('place,year,story\nParis,1909,"one\ntwo"\nMelun,1913,\n')
    assert [row.line for row in table.rows] == [2, 4]


def test_the_order_of_the_file_is_the_order_of_the_route() -> None:
    table = read("place,year\nParis,1912\nMelun,1909\n")
    assert [row.place for row in table.rows] == ["Paris", "Melun"]


def test_a_date_out_of_order_is_a_warning_with_its_row() -> None:
    (problem,) = read("place,year\nParis,1912\nMelun,1909\n").problems
    assert (problem.kind, problem.row, problem.value) == ("out-of-order", 2, "1909")


def test_an_explicit_order_wins() -> None:
    table = read("place,year,seq\nParis,1912,2\nMelun,1909,1\n")
    assert [row.place for row in table.rows] == ["Melun", "Paris"]


def test_a_blank_person_is_the_one_above() -> None:
    table = read("person,place,year\nSerge,Paris,1909\n,Melun,1913\nBreton,Paris,1896\n")
    assert [row.person for row in table.rows] == ["Serge", "Serge", "Breton"]


def test_two_columns_for_one_meaning_are_a_question() -> None:
    assert problems_of("Ort,Stadt,Jahr\nParis,Paris,1909\n") == ["two-columns"]


def test_a_column_can_be_named() -> None:
    table = read("Wohnsitz,Jahr\nParis,1909\n", columns={"place": "Wohnsitz"})
    assert table.rows[0].place == "Paris"


def test_naming_a_column_that_is_not_there_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no column 'Ort'"):
        read("place,year\nParis,1909\n", columns={"place": "Ort"})


def test_all_bad_rows_are_told_at_once_with_row_column_and_value() -> None:
    with pytest.raises(DataError) as caught:
        read("place,year,lat,lon\nParis,19o9,,\n,1912,,\nMelun,1913,95,2\nLille,1909,50,\n")
    told = [(p.kind, p.row, p.line, p.column, p.value) for p in caught.value.problems]
    assert told == [
        ("ambiguous-date", 1, 2, "year", "19o9"),
        ("no-place", 2, 3, "place", None),
        ("swapped-position", 3, 4, "lat", "95"),
        ("half-position", 4, 5, "lat", "50"),
    ]
    assert "row 1 (line 2), column year: “19o9”" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty-file"),
        ("\n \n", "empty-file"),
        ("place,year\n", "empty-file"),
        ("a,b\nx,y\n", "no-place-column"),
        ("place,year\nParis,1909,extra\n", "too-many-cells"),
        ('place,year,lat,lon\nParis,1909,nan,2"\n', "bad-number"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, kind: str) -> None:
    assert kind in problems_of(text)


@pytest.mark.parametrize("magic", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"%PDF-1.7", b"a\x00b"])
def test_a_file_that_is_no_text_is_told(magic: bytes) -> None:
    with pytest.raises(DataError) as caught:
        places.read(io.BytesIO(magic + b"rest"))
    assert caught.value.problems[0].kind == "not-text"


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(DataError) as caught:
            places.read(path)
        assert caught.value.problems[0].kind == "unreadable-file"


def test_unknown_columns_and_the_text_of_each_cell_survive() -> None:
    row = read("place,year,archive box\nParis, c. 1909 ,IISH 12\n").rows[0]
    assert dict(row.cells) == {"place": "Paris", "year": " c. 1909 ", "archive box": "IISH 12"}


def test_decimal_commas_are_read() -> None:
    row = read('place;year;lat;lon\nParis;1909;"48,85";"2,35"\n').rows[0]
    assert (row.lat, row.lon) == (48.85, 2.35)


def test_a_row_can_be_pickled() -> None:
    row = read("place,year\nParis,1909\n").rows[0]
    assert pickle.loads(pickle.dumps(row)) == row  # noqa: S301 -- our own bytes


def test_a_field_of_a_million_characters_is_read() -> None:
    story = "life " * 200_000
    row = read(f"place,year,story\nParis,1909,{story}\nMelun,1913,\n").rows[0]
    assert row.story == story.strip()


def test_a_name_of_a_million_characters_is_an_error_at_once() -> None:
    assert problems_of(f"place,year\n{'x' * 1_000_000},1909\n") == ["too-long"]


def test_an_encoding_that_may_be_another_is_told_with_a_word_of_each() -> None:
    (problem,) = places.read(io.BytesIO("Ort,Jahr\nKöln,1933\n".encode("mac_roman"))).problems
    assert problem.kind == "encoding"
    assert "mac_roman (“Köln”)" in problem.reason


def test_a_question_about_one_column_does_not_hide_what_is_wrong_in_the_others() -> None:
    text = "place,année,date,lat,lon\nParis,1909,1909,95,x\n"
    assert problems_of(text) == ["two-columns", "out-of-range", "bad-number"]


def test_our_own_word_for_a_column_wins_over_another_of_its_names() -> None:
    row = read("place,city,year,Year (old)\nParis,Lutetia,1909,1910\n").rows[0]
    assert (row.place, row.span.edtf, row.cells["city"]) == ("Paris", "1909", "Lutetia")


def test_a_named_column_is_found_whatever_its_case_and_spaces() -> None:
    assert read("Wohn Sitz,Jahr\nParis,1909\n", columns={"place": "wohn  sitz"}).rows


def test_columns_of_a_table_without_header_can_be_named_by_their_number() -> None:
    text = "Victor Serge,Paris,1909\nVictor Serge,Melun,1913\n"
    named = {"person": "column 1", "place": "column 2", "year": "column 3"}
    rows = read(text, columns=named).rows
    assert [(row.person, row.place, row.span.edtf) for row in rows] == [
        ("Victor Serge", "Paris", "1909"),
        ("Victor Serge", "Melun", "1913"),
    ]


def test_the_order_of_day_and_month_can_be_told() -> None:
    data = b"place,date\nParis,3/4/1917\n"
    told = [places.read(io.BytesIO(data), day_first=first).rows[0] for first in (True, False)]
    assert [row.span.edtf for row in told] == ["1917-04-03", "1917-03-04"]


def test_names_that_differ_in_more_than_typing_stay_two_persons_and_that_is_told() -> None:
    table = read("person,place,year\nJose Marti,Paris,1874\nJosé Martí,Madrid,1871\n")
    assert [row.person for row in table.rows] == ["Jose Marti", "José Martí"]
    assert [problem.kind for problem in table.problems] == ["similar-person"]


def test_what_a_date_was_taken_for_is_told_once_a_row() -> None:
    (problem,) = read("place,year\nParis,3 April 1917 (O.S.)\n").problems
    assert (problem.kind, problem.row, problem.column) == ("date-note", 1, "year")


def test_a_stream_of_text_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="binary mode"):
        places.read(io.StringIO("place,year\nParis,1909\n"))  # type: ignore[arg-type]


def test_reading_leaves_the_cycle_collector_as_it_was() -> None:
    before = gc.isenabled()
    read("place,year\nParis,1909\n")
    assert gc.isenabled() == before


CELLS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@settings(deadline=5000)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=6), min_size=1, max_size=8))
def test_any_cells_under_any_header_give_a_table_or_our_error(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    assert outcome(out.getvalue().encode()) in ("table", "errors")


@settings(max_examples=25, deadline=5000)
@given(st.binary(max_size=10_000) | st.text(min_size=5_000, max_size=10_000).map(str.encode))
def test_ten_thousand_random_characters_are_answered_in_bounded_time(data: bytes) -> None:
    assert outcome(data) in ("table", "errors")
    assert outcome(b"place,year,lat,lon\n" + data) in ("table", "errors")


@settings(deadline=5000)
@given(st.binary(max_size=300))
def test_no_bytes_give_anything_but_a_table_or_our_error(data: bytes) -> None:
    assert outcome(data) in ("table", "errors")


@settings(deadline=5000)
@given(st.text(max_size=200))
def test_no_text_gives_anything_but_a_table_or_our_error(text: str) -> None:
    assert outcome(("place,year\n" + text).encode()) in ("table", "errors")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["1911-12", "1914-18"], ["1911/1912", "1914/1918"]),
        (["1911-12", "1920-24", "1933-49"], ["1911/1912", "1920/1924", "1933/1949"]),
        (["1911-12", "1914-18", "1917-04"], ["1911-12", "1914/1918", "1917-04"]),
        (["1911-12", "1917-04"], ["1911-12", "1917-04"]),
    ],
)
def test_a_column_of_years_decides_what_one_cell_leaves_open(
    cells: list[str], expected: list[str]
) -> None:
    table = read("place,year\n" + "".join(f"Paris,{cell}\n" for cell in cells))
    assert [row.span.edtf for row in table.rows] == expected


def test_one_column_for_how_they_stayed_and_how_they_came_is_told_apart() -> None:
    table = read(
        "Ort;Jahr;Art\nHannover;1906;geboren\nPrag;1933;geflohen\nGurs;1940;Lager\nKöln;1941;Amt\n"
    )
    kinds = [(row.stay, row.move) for row in table.rows]
    assert kinds == [("", "geboren"), ("", "geflohen"), ("Lager", ""), ("Amt", "")]
    [warning] = table.problems
    assert (warning.kind, warning.column) == ("mixed-kinds", "Art")
    assert "“geboren”, “geflohen”" in warning.reason
    assert [row.cells["Art"] for row in table.rows] == ["geboren", "geflohen", "Lager", "Amt"]


def test_a_stay_told_among_the_moves_is_one() -> None:
    table = read("place,year,move\nParis,1909,moved\nMelun,1912,prison\nParis,1917,unheard-of\n")
    assert [(row.stay, row.move) for row in table.rows] == [
        ("", "moved"),
        ("prison", ""),
        ("", "unheard-of"),
    ]
    assert [problem.kind for problem in table.problems] == ["mixed-kinds"]


def test_what_tells_of_both_stays_where_it_was_written() -> None:
    table = read("place,year,stay,move\nParis,1909,asylum,\nGurs,1940,fled,deported\n")
    assert [(row.stay, row.move) for row in table.rows] == [("asylum", ""), ("fled", "deported")]
    assert not table.problems
