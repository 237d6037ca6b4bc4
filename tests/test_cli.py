from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from exile_map.cli import main

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parent.parent
SERGE = str(ROOT / "data" / "places.csv")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def command(arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, as a user does."""
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"}
    return subprocess.run(
        [sys.executable, "-m", "exile_map", *arguments],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


def write(folder: Path, text: str) -> str:
    path = folder / "life.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_draw_writes_one_file_beside_you(tmp_path: Path) -> None:
    done = command(["draw", SERGE], tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["places.html"]
    assert "Wrote places.html" in done.stderr
    assert done.stdout == ""


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        assert run("draw", SERGE, "-o", str(tmp_path / name)).exit_code == 0
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_a_table_is_read_from_standard_input_and_a_map_written_to_standard_output() -> None:
    done = run("draw", "-", "-o", "-", stdin=Path(SERGE).read_bytes())
    assert done.exit_code == 0
    assert done.stdout.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "life.csv: is empty."),
        ("place,year\n", "life.csv: has no places."),
        ("place,year\nParis,19o9\n", "life.csv, row 1 (line 2), column year: “19o9”"),
        ("a,b\nx,y\n", "life.csv: has no column of places; its columns are a, b."),
    ],
)
def test_a_table_with_errors_is_told_and_nothing_is_written(
    tmp_path: Path, text: str, said: str
) -> None:
    done = command(["draw", write(tmp_path, text), "-o", "map.html"], tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["life.csv"]


def test_an_existing_map_is_untouched_when_the_table_has_errors(tmp_path: Path) -> None:
    target = tmp_path / "map.html"
    target.write_text("yesterday's")
    assert run("draw", write(tmp_path, "place,year\nParis,x1\n"), "-o", str(target)).exit_code == 1
    assert target.read_text() == "yesterday's"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    done = command(["draw", "none.csv"], tmp_path)
    assert done.returncode == 1
    assert done.stderr == "Error: none.csv: there is no such file. Check the path.\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["draw"], "Missing argument"),
        (["draw", SERGE, "--lang", "xx"], "there is no interface in 'xx'"),
        (["draw", SERGE, "--column", "place"], "OURS=YOURS"),
        (["draw", SERGE, "--column", "place=Ort"], "has no column 'Ort'"),
        (["draw", SERGE, "--column", "plaice=place"], "no column 'plaice' to assign"),
        (["draw", SERGE, "-o", "none/map.html"], "Choose a folder that exists"),
        (["draw", SERGE, "-o", SERGE], "is the table itself"),
        (["paint", SERGE], "No such command"),
    ],
)
def test_wrong_usage_ends_with_2_and_a_sentence(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    before = Path(SERGE).read_bytes()
    done = command(arguments, tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert Path(SERGE).read_bytes() == before


def test_a_misspelt_place_is_told_with_suggestions_and_still_drawn(tmp_path: Path) -> None:
    table = write(tmp_path, "place,year\nBrussels,1890\nMarsielle,1909\n")
    done = run("draw", table, "-o", str(tmp_path / "map.html"))
    assert done.exit_code == 0
    assert "“Marsielle” is not in the gazetteer; near it are" in done.stderr
    assert "Marseille" in done.stderr
    assert "1 without a place" in done.stderr


def test_when_strict_a_misspelt_place_is_an_error(tmp_path: Path) -> None:
    table = write(tmp_path, "place,year\nBrussels,1890\nMarsielle,1909\n")
    done = run("draw", table, "--strict", "-o", str(tmp_path / "map.html"))
    assert done.exit_code == 1
    assert not (tmp_path / "map.html").exists()


def test_quiet_says_nothing_but_errors(tmp_path: Path) -> None:
    table = write(tmp_path, "place,year\nBrussels,1890\nMarsielle,1909\n")
    done = run("draw", table, "--quiet", "-o", str(tmp_path / "map.html"))
    assert (done.exit_code, done.output) == (0, "")


def test_check_says_what_was_understood_row_by_row() -> None:
    done = run("check", SERGE)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert len(lines) == 12
    assert "the Urals" in lines[7]
    assert "between 1919 and 1936" in lines[7]
    assert "internal exile" in lines[7]


def test_check_writes_json_for_machines(tmp_path: Path) -> None:
    table = write(tmp_path, "place,year\nBrussels,c. 1890\nMarsielle,1909\n")
    done = run("check", table, "--json")
    told = json.loads(done.stdout)
    assert [row["status"] for row in told["rows"]] == ["ok", "unresolved"]
    assert told["rows"][0]["edtf"] == "1890~"
    assert [problem["kind"] for problem in told["problems"]] == ["unresolved", "no-source"]


def test_check_writes_errors_as_json_too(tmp_path: Path) -> None:
    done = run("check", write(tmp_path, "place,year\nParis,soon\n"), "--json")
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert told["rows"] == []
    assert [(p["kind"], p["row"], p["value"]) for p in told["problems"]] == [
        ("bad-date", 1, "soon")
    ]


LIFE = "place,start,end\nParis,1909,1912\nBerlin,1911,1915\nMarsielle,1915,1916\n"


def test_check_tells_what_cannot_well_have_been(tmp_path: Path) -> None:
    done = run("check", write(tmp_path, LIFE))
    assert done.exit_code == 0
    for name in ("[two-places]", "[unresolved]", "[no-source]"):
        assert name in done.stderr


def test_each_kind_of_warning_can_be_silenced_by_its_name(tmp_path: Path) -> None:
    table = write(tmp_path, LIFE)
    silent = ["--silence", "two-places", "--silence", "unresolved", "--silence", "no-source"]
    assert run("check", table, *silent).stderr == ""
    drawn = run("draw", table, "-o", str(tmp_path / "m.html"), "--silence", "unresolved")
    assert "[unresolved]" not in drawn.stderr
    wrong = run("check", table, "--silence", "two-place")
    assert wrong.exit_code == 2
    assert "no warning 'two-place' to silence" in wrong.stderr


def test_the_order_of_day_and_month_can_be_told_on_the_command_line(tmp_path: Path) -> None:
    table = write(tmp_path, "place,date\nParis,3/4/1917\n")
    assert "--day-first or --month-first" in run("check", table).stderr
    assert "3 April 1917" in run("check", table, "--day-first").stdout
    assert "4 March 1917" in run("check", table, "--month-first").stdout


def test_an_address_is_not_asked_unless_that_was_said() -> None:
    done = run("check", "https://example.org/life.csv")
    assert done.exit_code == 2
    assert "--allow-url" in done.stderr


def test_a_report_is_coloured_in_a_terminal_and_plain_in_a_pipe(tmp_path: Path) -> None:
    table = write(tmp_path, "place,year\nParis,soon\n")
    plain = CliRunner().invoke(main, ["check", table])
    coloured = CliRunner().invoke(main, ["check", table], color=True)
    assert plain.stderr.startswith("Error: life.csv")
    assert coloured.stderr.startswith("\x1b[31m\x1b[1mError:\x1b[0m life.csv")


def test_a_long_table_is_printed_in_whole_lines_with_its_columns_below_each_other(
    tmp_path: Path,
) -> None:
    rows = "".join(f"Łódź,{1000 + i}\n" for i in range(501))
    lines = run("check", write(tmp_path, "place,year\n" + rows)).stdout.splitlines()
    assert len(lines) == 502
    assert {line.index("Łódź") for line in lines[1:]} == {lines[0].index("Place")}


def test_control_characters_in_a_table_are_not_obeyed(tmp_path: Path) -> None:
    table = write(tmp_path, "place,year\nParis,1909\n\x1b[31mred\x07,1912\n")
    done = run("check", table)
    assert "\x1b" not in done.output
    assert "\x07" not in done.output


def test_help_is_there_for_every_command() -> None:
    for arguments in (["--help"], ["draw", "-h"], ["check", "--help"]):
        done = run(*arguments)
        assert done.exit_code == 0
        assert "Usage:" in done.stdout


def test_a_terminal_that_cannot_show_a_character_shows_another(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    table = write(tmp_path, "place,year\nŁódź,1909\n")
    done = subprocess.run(
        [sys.executable, "-m", "exile_map", "check", table],
        env=env,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert b"?" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_in_a_sentence() -> None:
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "exile_map", "draw", SERGE, "-o", "-", "--quiet"],
            env=env,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert b"Error: cannot write" in done.stderr
    assert b"Traceback" not in done.stderr


def test_half_a_character_in_a_title_is_drawn_as_a_mark(tmp_path: Path) -> None:
    done = run("draw", SERGE, "--title", "\udcff", "-o", str(tmp_path / "map.html"))
    assert done.exit_code == 0, done.output
    assert "<title>\ufffd</title>" in (tmp_path / "map.html").read_text("utf-8")


def test_a_name_of_a_file_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    done = run("draw", SERGE, "-o", str(tmp_path / "esc\x1b[31m.html"))
    assert done.exit_code == 0
    assert "\x1b" not in done.stderr


def test_a_table_without_dates_is_told(tmp_path: Path) -> None:
    done = run("check", write(tmp_path, "place;Datierung\nParis;1909\n"))
    assert "has no column of dates" in done.stderr
    assert "Datierung" in done.stderr


SHIPPED = "place,year,mode,source\nVienna,1900,,s\nBudapest,1901,ship,s\n"


def test_a_way_by_ship_that_is_drawn_straight_is_told_by_draw_and_by_check(tmp_path: Path) -> None:
    table = write(tmp_path, SHIPPED)
    for told in (run("draw", table, "-o", str(tmp_path / "a.html")), run("check", table)):
        assert told.exit_code == 0, told.output
        assert "row 2 (line 3): “Budapest” is not reached by sea from “Vienna”" in told.stderr
    silent = run("draw", table, "-o", str(tmp_path / "a.html"), "--silence", "no-sea-way")
    assert "sea" not in silent.stderr


def test_drawing_without_a_ship_loads_nothing_of_the_sea(tmp_path: Path) -> None:
    table = write(tmp_path, SHIPPED.replace("ship", "train"))
    script = (
        "import sys\nfrom exile_map.cli import main\n"
        f"main(['draw', {table!r}, '-o', '-'], standalone_mode=False)\n"
        "loaded = {'searoute', 'networkx', 'exile_map.seas.land'} & set(sys.modules)\n"
        "sys.exit(str(loaded) if loaded else 0)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_drawing_leaves_the_cycle_collector_as_it_was(tmp_path: Path) -> None:
    gc.enable()
    drawn = run("draw", str(SERGE), "-o", str(tmp_path / "a.html"))
    assert (drawn.exit_code, gc.isenabled()) == (0, True)


@pytest.mark.parametrize("output", ["a.html", "-"])
def test_a_process_that_draws_ends_with_all_written_and_nothing_taken_apart(
    tmp_path: Path, output: str
) -> None:
    def process(code: str) -> subprocess.CompletedProcess[bytes]:
        env = os.environ | {"PYTHONPATH": str(ROOT)}
        run_it = [sys.executable, "-c", code]
        return subprocess.run(run_it, env=env, cwd=tmp_path, capture_output=True, check=False)

    command = ["draw", str(SERGE), "-o", output]
    as_usual = f"from exile_map.cli import main\nmain({command!r})"
    expected = process(as_usual)
    page = tmp_path / "a.html"
    drawn = page.read_bytes() if page.exists() else b""
    page.unlink(missing_ok=True)
    # What is registered for the end runs where objects are freed one by one, and only there.
    script = (
        "import atexit, sys\nfrom exile_map.cli import start\n"
        "atexit.register(print, 'taken apart', file=sys.stderr)\n"
        f"sys.argv[1:] = {command!r}\nstart()"
    )
    done = process(script)
    assert (done.returncode, done.stdout) == (0, expected.stdout)
    assert done.stderr == expected.stderr
    assert (page.read_bytes() if page.exists() else b"") == drawn
    assert len(done.stdout) + len(drawn) > 100_000


def test_a_process_that_ends_at_once_says_first_what_it_has_not_yet_said() -> None:
    script = (
        "import sys, click\nfrom exile_map.cli.leaving import keep, run\n"
        "@click.command()\ndef made():\n    keep(object())\n    sys.stdout.write('all of it')\n"
        "sys.argv[1:] = []\nrun(made)"
    )
    held_back = {name: told for name, told in os.environ.items() if name != "PYTHONUNBUFFERED"}
    run_it = [sys.executable, "-c", script]
    done = subprocess.run(
        run_it, env=held_back, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "all of it", "")


def test_a_process_that_cannot_draw_says_so_with_its_code(tmp_path: Path) -> None:
    for command, code in ((["draw", "none.csv"], 1), (["draw"], 2), (["--version"], 0)):
        done = subprocess.run(
            [sys.executable, "-m", "exile_map", *command],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert done.stdout or done.stderr
