"""Tables as people have them, in eight languages: what comes out, or the message.

Where ``expected.json`` says ``first``, the expectation was written before the table was read; the
others were read, looked at and then kept.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exile_map import places
from exile_map.errors import DataError
from exile_map.places.cells import read_table
from exile_map.places.decoding import decode

TABLES = Path(__file__).parent / "tables"
EXPECTED = json.loads((TABLES / "expected.json").read_text(encoding="utf-8"))
MESSY: dict[str, dict[str, Any]] = EXPECTED["messy"]
BROKEN: dict[str, list[str]] = EXPECTED["broken"]


def seen(row: places.PlaceRow) -> list[Any]:
    """Show a row as the expectations write it: person, place, time and, if given, position."""
    out: list[Any] = [row.person, row.place, row.span.edtf]
    if row.lat is not None and row.lon is not None:
        out.append([round(row.lat, 3), round(row.lon, 3)])
    return out


@pytest.mark.parametrize("name", MESSY)
def test_a_messy_table_is_read_as_meant(name: str) -> None:
    expected = MESSY[name]
    table = places.read(TABLES / "messy" / name, columns=expected.get("columns"))
    assert [seen(row) for row in table.rows] == expected["rows"]
    assert [problem.kind for problem in table.problems] == expected.get("warnings", [])


@pytest.mark.parametrize("name", MESSY)
def test_every_cell_of_a_messy_table_survives_as_it_stood(name: str) -> None:
    path = TABLES / "messy" / name
    told = tuple(MESSY[name].get("columns", {}).values())
    raw = read_table(decode(path.read_bytes(), name)[0], name, told=told)
    table = places.read(path, columns=MESSY[name].get("columns"))
    kept = {row.row: [cell for cell in row.cells.values() if cell.strip()] for row in table.rows}
    rows = enumerate(zip(*raw.columns, strict=True), 1)
    stood = {i: [cell for cell in cells if cell.strip()] for i, cells in rows}
    assert kept == stood


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_table_is_told_in_full(name: str) -> None:
    with pytest.raises(DataError) as caught:
        places.read(TABLES / "broken" / name)
    assert [str(problem) for problem in caught.value.problems] == BROKEN[name]


def test_the_corpus_is_as_large_as_promised_and_in_eight_languages() -> None:
    languages = {name[:3] for name in MESSY}
    assert languages >= {"en_", "fr_", "de_", "es_", "it_", "pt_", "ru_", "pl_"}
    assert len(MESSY) >= 60
    assert sum(expected.get("first", False) for expected in MESSY.values()) >= 30
    assert len(BROKEN) >= 40
    for part, told in EXPECTED.items():
        assert {path.name for path in (TABLES / part).iterdir()} == set(told)
