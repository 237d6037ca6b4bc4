from __future__ import annotations

import io
import json
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import pytest
from click.testing import CliRunner, Result

import exile_map as xm
from exile_map import geocoding, routes
from exile_map.cli import main
from exile_map.errors import DataError
from exile_map.places import read, read_several

if TYPE_CHECKING:
    from pathlib import Path

SERGE = "place,start,end\nMarseille,1940-07,1941-03-24\nMexico City,1941-09,1947\n"
BRETON = "place,start,end,note\nMarseille,1940-10,1941-03-24,waiting\nNew York,1941,1946,\n"


@pytest.fixture
def lives(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("serge", SERGE), ("breton", BRETON)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return str(tmp_path / "serge.csv"), str(tmp_path / "breton.csv")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_a_file_that_names_no_person_is_named_after_itself(lives: tuple[str, str]) -> None:
    tables = read_several(lives, read)
    assert [{row.person for row in table.rows} for table in tables] == [{"serge"}, {"breton"}]
    assert [table.rows[0].file for table in tables] == ["serge.csv", "breton.csv"]


def test_one_file_alone_is_as_it_always_was(lives: tuple[str, str]) -> None:
    assert read_several(lives[:1], read) == (read(lives[0]),)


def test_persons_that_are_named_keep_their_names_and_go_on_in_the_next_file() -> None:
    one, other = (
        io.BytesIO(f"person,place,year\nSerge,{place},{year}\n".encode())
        for place, year in (("Brussels", 1890), ("Paris", 1909))
    )
    located = geocoding.locate_several(read_several([one, other], read))
    (route,) = routes.build(located)
    assert [stay.located.title for stay in route.stays] == ["Brussels", "Paris"]


def test_two_files_of_one_name_are_two_lives(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "life.csv").write_text("place,year\nParis,1909\n", encoding="utf-8")
    tables = read_several([tmp_path / f / "life.csv" for f in ("a", "b")], read)
    assert [table.rows[0].person for table in tables] == ["life 1", "life 2"]


def test_the_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("place,year\nParis,xyz\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_several([tmp_path / "a.csv", tmp_path / "b.csv"], partial(read, day_first=True))
    assert [problem.file for problem in caught.value.problems] == ["a.csv", "b.csv"]


def test_a_place_that_is_not_found_is_told_with_its_own_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text("place,year\nXyzzyx,1909\n", encoding="utf-8")
    tables = read_several([tmp_path / "a.csv", tmp_path / "b.csv"], read)
    with pytest.raises(DataError) as caught:
        geocoding.locate_several(tables)
    assert {problem.file for problem in caught.value.problems} == {"a.csv", "b.csv"}


def test_several_files_are_drawn_as_one_map(lives: tuple[str, str], tmp_path: Path) -> None:
    target = tmp_path / "both.html"
    done = run("draw", *lives, "-o", str(target))
    assert done.exit_code == 0, done.output
    page = target.read_text("utf-8")
    assert '"persons":["serge","breton"]' in page
    xm.draw(list(lives)).save(tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == target.read_bytes()


def test_a_map_of_several_files_is_named_after_none_of_them(
    lives: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("draw", *lives).exit_code == 0
    assert (tmp_path / "map.html").exists()


def test_none_of_the_tables_is_overwritten(lives: tuple[str, str]) -> None:
    done = run("draw", *lives, "-o", lives[1])
    assert done.exit_code == 2
    assert "is the table itself" in done.output


def test_check_reads_several_and_counts_encounters_in_a_line(lives: tuple[str, str]) -> None:
    done = run("check", *lives)
    assert done.exit_code == 0, done.output
    assert "Encounters: 1 certain, 0 possible." in done.output
    assert "Encounters" not in run("check", lives[0]).output


def test_check_names_the_file_of_what_is_doubtful(lives: tuple[str, str]) -> None:
    told = json.loads(run("check", "--json", *lives).stdout)
    assert [row["person"] for row in told["rows"]] == ["serge", "serge", "breton", "breton"]
    gaps = [p["file"] for p in told["problems"] if p["kind"] == "gap"]
    assert gaps == ["serge.csv"]


def test_geocode_takes_one_table_at_a_time(lives: tuple[str, str]) -> None:
    done = run("geocode", *lives)
    assert done.exit_code == 2
    assert "one table at a time" in done.output


def test_frames_and_files_are_read_together(lives: tuple[str, str]) -> None:
    table = xm.read_places([pd.read_csv(lives[0]), lives[1]])
    assert table["person"].tolist() == ["1", "1", "breton", "breton"]
    drawn = xm.to_routes(xm.geocode(table))
    assert [route.person for route in drawn] == ["1", "breton"]
    assert xm.draw([pd.read_csv(lives[0]), lives[1]]).routes == drawn


def test_what_was_doubtful_in_each_file_is_kept(tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = "place,start\nParis,1909\nLyon,1905\n"
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    table = xm.read_places([tmp_path / "a.csv", tmp_path / "b.csv"])
    kinds = [(p.file, p.kind) for p in table.attrs["problems"]]
    assert kinds == [("a.csv", "out-of-order"), ("b.csv", "out-of-order")]
