from __future__ import annotations

import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import SERGE

import exile_map as xm
from exile_map import geocoding, places
from exile_map.errors import DataError

if TYPE_CHECKING:
    from pathlib import Path

DOUBTS = """person,place,year,from,until,radius_km,archive,via,note
Ana,Paris,c. 1909,,,,IISH 12,,mine
Ana,the Urals,,1933?,between March and May 1936,,,Moscow; Samara,
Ana,Nowhere at all zzz,,before 1919,,,,,
Bo,Rome,44 BC,,,,,,
Bo,Lyon,winter 1934/35,,,,,,
Bo,Paris,,since April 1954,,,,,
Bo,Vienna,,,1909,25,,,
"""


def saved(path: Path, text: str = DOUBTS) -> Path:
    """Write a table as Parquet, all texts, as pandas does."""
    frame = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    frame.to_parquet(path)
    return path


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "exile_map", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_parquet_is_read_as_the_same_table_in_csv_is(tmp_path: Path) -> None:
    table = places.read(saved(tmp_path / "lives.parquet"))
    expected = places.read(io.BytesIO(DOUBTS.encode()))
    for row, same in zip(table.rows, expected.rows, strict=True):
        assert (row.place, row.span, row.via, row.radius_km) == (
            *(same.place, same.span, same.via, same.radius_km),
        )
        assert dict(row.cells) == dict(same.cells)


def test_cells_of_any_type_are_read_as_people_write_them() -> None:
    columns: dict[str, list[Any]] = {
        "place": ["Paris", "Lyon"],
        "start": [1909.0, None],
        "end": [1912, 1914],
        "via": [["Oran", "Marseille"], None],
        "archive": [pd.Timestamp("1909-05-03"), pd.Timestamp("1909-05-03T10:30")],
    }
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    first, second = places.read(io.BytesIO(out.getvalue())).rows
    assert (first.span.edtf, second.span.edtf) == ("1909/1912", "/1914")
    assert (first.via, second.via) == (("Oran", "Marseille"), ())
    assert (first.cells["archive"], second.cells["archive"]) == (
        *("1909-05-03", "1909-05-03T10:30:00"),
    )


def test_pandas_own_index_is_no_column_unless_it_has_a_name(tmp_path: Path) -> None:
    frame = pd.DataFrame({"person": ["A", "B"], "place": ["Rome", "Lyon"]}, index=[5, 7])
    frame.to_parquet(tmp_path / "numbered.parquet")
    assert places.read(tmp_path / "numbered.parquet").columns == ("person", "place")
    frame.set_index("person").to_parquet(tmp_path / "named.parquet")
    assert [row.person for row in places.read(tmp_path / "named.parquet").rows] == ["A", "B"]
    assert list(xm.read_places(frame.set_index("person"))["person"]) == ["A", "B"]


def test_doubt_and_every_column_survive_the_way_through_parquet(tmp_path: Path) -> None:
    source, target = saved(tmp_path / "lives.parquet"), tmp_path / "located.parquet"
    done = run("geocode", source, "-o", target)
    assert done.returncode == 0, done.stderr
    frame = pd.read_parquet(target)
    assert list(frame["start"]) == ["1909~", "1933?", "[..1918]", "-0043", "1934-24", "1954-04", ""]
    assert list(frame["end"]) == ["", "[1936-03..1936-05]", "", "", "", "..", "1909"]
    assert frame["year"][0] == "c. 1909"
    assert frame["until"][1] == "between March and May 1936"
    assert (frame["archive"][0], frame["note (yours)"][0]) == ("IISH 12", "mine")
    assert str(frame["lat"].dtype) == "float64"
    assert str(frame["geonames_id"].dtype) == "Int64"
    first = geocoding.locate(places.read(source))
    again = geocoding.locate(places.read(target))
    for one, other in zip(first.rows, again.rows, strict=True):
        assert (one.match, one.point, one.status) == (other.match, other.point, other.status)
        assert one.place.span == other.place.span
        assert (one.place.via, one.radius_km) == (other.place.via, other.radius_km)


def test_a_correction_in_parquet_wins(tmp_path: Path) -> None:
    frame = xm.plain(xm.geocode(xm.read_places(saved(tmp_path / "lives.parquet"))))
    frame.loc[0, ["lat", "lon"]] = [48.9, 2.3]
    frame.to_parquet(tmp_path / "located.parquet")
    located = xm.geocode(xm.read_places(tmp_path / "located.parquet"))
    assert list(located["layer"])[:2] == ["user", "curated"]


def test_a_table_with_problems_can_be_saved(tmp_path: Path) -> None:
    located = xm.geocode(xm.read_places(saved(tmp_path / "lives.parquet")))
    assert located.attrs["problems"]
    xm.plain(located).to_parquet(tmp_path / "located.parquet")
    assert located.attrs["problems"], "the table itself is as it was"


@pytest.mark.parametrize("command", [["check"], ["draw"], ["export", "-o", "life.geojson"]])
def test_every_command_reads_parquet(tmp_path: Path, command: list[str]) -> None:
    path = saved(tmp_path / "life.parquet", SERGE.read_text("utf-8"))
    done = subprocess.run(
        [sys.executable, "-m", "exile_map", *command, path],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(SERGE.parent.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = {"draw": "life.html", "export": "life.geojson"}.get(command[0])
    assert "the Urals" in ((tmp_path / written).read_text("utf-8") if written else done.stdout)


def test_a_folder_of_parts_is_one_table_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    folder = tmp_path / "lives"
    folder.mkdir()
    for number in (10, 9, 1):
        saved(folder / f"part.{number}.parquet", f"person,place,year\nP{number},Rome,1900\n")
    assert [row.person for row in places.read(folder).rows] == ["P1", "P9", "P10"]
    assert places.read(folder).problems == ()
    assert "3 rows" in run("geocode", folder, "-o", tmp_path / "all.parquet").stderr


def test_a_life_that_was_located_in_two_parts_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "located"
    folder.mkdir()
    frame = xm.plain(xm.geocode(xm.read_places(saved(tmp_path / "lives.parquet"))))
    frame.iloc[:2].to_parquet(folder / "part.0.parquet")
    frame.iloc[2:].to_parquet(folder / "part.1.parquet")
    (problem,) = [p for p in places.read(folder).problems if p.kind == "cut-life"]
    assert "“Ana”" in problem.reason
    assert "“Bo”" not in problem.reason
    assert "cut-life" in run("check", folder).stderr


def test_parts_with_other_columns_are_no_table(tmp_path: Path) -> None:
    saved(tmp_path / "part.0.parquet", "place,year\nRome,1900\n")
    saved(tmp_path / "part.1.parquet", "place,box\nRome,1900\n")
    with pytest.raises(DataError, match=r"part\.1\.parquet: has other columns than part\.0"):
        places.read(tmp_path)


def test_parts_of_any_name_are_read_and_folders_among_them_are_not(tmp_path: Path) -> None:
    for name in ("part.2", "rest", "part.1"):
        saved(tmp_path / f"{name}.parquet", f"person,place\n{name},Rome\n")
    (tmp_path / "other.parquet").mkdir()
    assert [row.person for row in places.read(tmp_path).rows] == ["rest", "part.1", "part.2"]


def test_what_unpacks_to_more_than_a_table_can_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exile_map.places.parquet._LARGEST", 100)
    with pytest.raises(DataError, match="unpacks to more"):
        places.read(saved(tmp_path / "lives.parquet"))


@pytest.mark.parametrize("cut", [5, 300, -4])
def test_a_damaged_file_is_told(tmp_path: Path, cut: int) -> None:
    path = saved(tmp_path / "lives.parquet")
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(DataError, match="is a damaged Parquet file"):
        places.read(path)
    done = run("draw", path, "-o", tmp_path / "map.html")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "map.html").exists()


def test_without_its_part_parquet_names_the_command_that_adds_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "lives.parquet")
    for arguments in (
        ["check", str(path)],
        ["geocode", str(SERGE), "-o", str(tmp_path / "o.parquet")],
    ):
        script = (
            "import sys; sys.modules['pyarrow'] = None\n"
            "from exile_map.cli import main\n"
            f"main({arguments!r})"
        )
        done = subprocess.run(
            [sys.executable, "-c", script], capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "pip install 'exile-map[parquet]'" in done.stderr
        assert "Traceback" not in done.stderr
