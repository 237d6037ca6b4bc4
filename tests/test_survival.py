"""Nothing of the user's is lost: what stood in a cell stands in all that is made of the table."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

import exile_map as xm
from exile_map import geocoding, located_csv, places
from exile_map.gazetteer import Gazetteer

TABLES = Path(__file__).parent / "tables"
MESSY = json.loads((TABLES / "expected.json").read_text(encoding="utf-8"))["messy"]
FINDER = Gazetteer()
NUMBER = re.compile(r"-?\d+\.\d+")
HIDDEN = (
    b"place,year,lat,lon,note,status,row,candidates,span,layer,Box\n"
    b' Paris ,vers 1909,N48 51,"2,35",my note,draft,r7,c,sp,l,IISH 12\n'
)


def squeezed(cells: list[str]) -> set[str]:
    """Bring cells to what they say: single spaces, numbers without needless noughts."""
    said = (" ".join(cell.split()) for cell in cells)
    return {f"{float(cell):.5f}" if NUMBER.fullmatch(cell) else cell for cell in said if cell}


def survives(table: places.Places) -> None:
    """Look for every cell in the located CSV and in the located DataFrame."""
    located = geocoding.locate(table, FINDER)
    written = list(csv.reader(io.StringIO(located_csv.write(located, table), newline="")))[1:]
    for row, cells in zip(table.rows, written, strict=True):
        assert squeezed(list(row.cells.values())) <= squeezed(cells)


@pytest.mark.parametrize("name", MESSY)
def test_every_cell_of_the_corpus_survives_geocoding_and_export(name: str) -> None:
    path = TABLES / "messy" / name
    columns = MESSY[name].get("columns")
    table = places.read(path, columns=columns)
    survives(table)
    frame = xm.geocode(xm.read_places(path, columns=columns))
    for row, (_, record) in zip(table.rows, frame.iterrows(), strict=True):
        assert squeezed(list(row.cells.values())) <= squeezed([str(cell) for cell in record])


def test_columns_named_like_ours_are_kept_beside_ours() -> None:
    table = places.read(io.BytesIO(HIDDEN))
    survives(table)
    frame = xm.geocode(xm.read_places(io.BytesIO(HIDDEN)))
    record = frame.iloc[0].to_dict()
    assert (record["lat (yours)"], record["lat"]) == ("N48 51", 48.85)
    assert (record["note (yours)"], record["note"]) == ("my note", "")
    assert (record["status (yours)"], record["status"]) == ("draft", "ok")
    assert (record["row (yours)"], record["row"]) == ("r7", 1)
    assert record["Box"] == "IISH 12"


def test_what_the_gazetteer_wrote_is_not_taken_for_the_user_s_when_read_again() -> None:
    table = places.read(io.BytesIO(b"place,year\nLeningrad,1912\nParis,1913\n"))
    text = located_csv.write(geocoding.locate(table, FINDER), table)
    again = places.read(io.BytesIO(text.encode()))
    assert [(row.story, row.stay) for row in again.rows] == [("", ""), ("", "")]
    assert located_csv.write(geocoding.locate(again, FINDER), again).count("(yours)") == 0


def test_a_note_of_the_user_s_is_still_the_story_when_read_again() -> None:
    table = places.read(io.BytesIO(b"place,year,note\nParis,1909,my note\n"))
    text = located_csv.write(geocoding.locate(table, FINDER), table)
    assert places.read(io.BytesIO(text.encode())).rows[0].story == "my note"
