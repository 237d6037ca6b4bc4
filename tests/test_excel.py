from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

import exile_map as xm
from exile_map import places
from exile_map.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

ROWS: list[list[Any]] = [
    ["Ort", "von", "bis", "Breite", "Länge", "Archiv"],
    ["Köln", 1909, dt.date(1912, 1, 31), 50.94, 6.96, "IISG 12"],
    ["Paris", 1912.0, "um 1914", None, None, None],
]


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for i, rows in enumerate(sheets, 1):
        sheet = book.create_sheet(f"Blatt {i}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["life.xlsx", "life.csv"])
def test_a_workbook_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(workbook(ROWS))
    table = places.read(path)
    assert [(row.place, row.span.edtf) for row in table.rows] == [
        ("Köln", "1909/1912-01-31"),
        ("Paris", "1912/1914~"),
    ]
    assert (table.rows[0].lat, table.rows[0].lon) == (50.94, 6.96)
    assert table.rows[0].cells["Archiv"] == "IISG 12"
    assert (table.rows[1].row, table.rows[1].line) == (2, 3)
    assert table.problems == ()


def test_a_workbook_becomes_a_frame_as_a_csv_does() -> None:
    frame = xm.read_places(io.BytesIO(workbook(ROWS)))
    assert list(frame["Archiv"]) == ["IISG 12", ""]


def test_of_several_sheets_the_first_that_holds_something_is_read_and_told() -> None:
    table = places.read(io.BytesIO(workbook([], ROWS, [["x", "y"]])))
    assert [row.place for row in table.rows] == ["Köln", "Paris"]
    assert [problem.kind for problem in table.problems] == ["other-sheets"]
    assert "Blatt 2" in table.problems[0].reason


def test_an_empty_workbook_is_empty() -> None:
    with pytest.raises(DataError) as caught:
        places.read(io.BytesIO(workbook([])))
    assert caught.value.problems[0].kind == "empty-file"


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive(letter=b"<x/>"), "is a spreadsheet or an archive"),
        (archive(xl__workbook=b"<no"), "is a damaged workbook"),
        (archive(xl__workbook=b"<a/>"), "is a damaged workbook"),
        (workbook(ROWS)[:-300], "is a damaged archive"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, "old Office"),
    ],
)
def test_what_is_no_whole_workbook_is_told(data: bytes, reason: str) -> None:
    with pytest.raises(DataError, match=reason):
        places.read(io.BytesIO(data))


def test_without_its_part_a_workbook_names_the_command_that_adds_it(tmp_path: Path) -> None:
    path = tmp_path / "life.xlsx"
    path.write_bytes(workbook(ROWS))
    script = (
        "import sys; sys.modules['openpyxl'] = None\n"
        "from exile_map.cli import main\n"
        f"main(['check', {str(path)!r}])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "pip install 'exile-map[excel]'" in done.stderr
    assert "Traceback" not in done.stderr
