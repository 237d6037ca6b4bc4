"""The commands `place` and `geocode`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from exile_map.cli import main

SERGE = Path(__file__).parent.parent / "data" / "places.csv"


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def test_place_says_what_a_name_was_in_a_year() -> None:
    done = run("place", "Petrograd", "--year", "1919")
    assert done.exit_code == 0
    assert "“Petrograd” is Saint Petersburg" in done.stdout
    assert "59.9386" in done.stdout


def test_a_name_of_several_words_needs_no_quotes() -> None:
    assert run("place", "Novi", "Sad", "--year", "1990").stdout.startswith("“Novi Sad” is Novi Sad")


def test_place_lists_the_choices_of_an_ambiguous_name_and_ends_with_1() -> None:
    done = run("place", "Cambridge")
    assert done.exit_code == 1
    assert "Massachusetts" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "country"),
    [
        (["--country", "USA"], "US"),
        (["--near", "51.5,-0.1"], "GB"),
        (["--region", "Ontario"], "CA"),
    ],
)
def test_a_hint_settles_it(arguments: list[str], country: str) -> None:
    answer = json.loads(run("place", "Cambridge", "--json", *arguments).stdout)
    assert (answer["status"], answer["match"]["country"]) == ("ok", country)


def test_places_are_told_with_their_sources_on_lines_of_their_own() -> None:
    lines = run("place", "Galicia", "--year", "1915").stdout.splitlines()
    told = [line for line in lines if line.startswith("Source of Galicia")]
    assert [line.partition(": ")[0] for line in told] == [
        "Source of Galicia (PL)",
        "Source of Galicia (ES)",
    ]
    assert "\nSource: GeoNames\n" in run("place", "Irvine").stdout


def test_place_suggests_spellings() -> None:
    done = run("place", "Marsielle")
    assert done.exit_code == 1
    assert "Near in spelling: Marseille" in done.stdout


@pytest.mark.parametrize(
    "wrong", [["--year", "19o9"], ["--near", "here"], ["--near", "99,200"], ["--year", ""]]
)
def test_wrong_usage_of_place_ends_with_2(wrong: list[str]) -> None:
    assert run("place", "Paris", *wrong).exit_code == 2


def test_one_s_own_places_come_first(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text(
        "id,name,kind,precision,lat,lon,country_now\nmine,Villa Air-Bel,house,point,43.3,5.43,FR\n"
    )
    answer = json.loads(run("place", "Villa Air-Bel", "--gazetteer", str(own), "--json").stdout)
    assert (answer["match"]["layer"], answer["match"]["lat"]) == ("user", 43.3)


def test_geocode_writes_a_table_to_keep(tmp_path: Path) -> None:
    target = tmp_path / "located.csv"
    done = run("geocode", str(SERGE), "-o", str(target))
    assert done.exit_code == 0, done.output
    assert "11 rows" in done.stderr
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8"))))
    assert [row["status"] for row in rows] == ["ok"] * 11
    assert rows[0]["story"].startswith("Victor Kibalchich")


def test_a_table_corrected_by_hand_is_drawn_as_corrected(tmp_path: Path) -> None:
    table = tmp_path / "life.csv"
    table.write_text("place,year\nBrussels,1890\nMarsielle,1940\n", encoding="utf-8")
    located = tmp_path / "located.csv"
    assert run("geocode", str(table), "-o", str(located)).exit_code == 0
    header, brussels, lost = list(csv.reader(io.StringIO(located.read_text("utf-8"))))
    lost[header.index("lat")], lost[header.index("lon")] = "43.3", "5.38"
    with located.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, brussels, lost])
    told = json.loads(run("check", str(located), "--json").stdout)
    assert [row["layer"] for row in told["rows"]] == ["city", "user"]
    assert told["rows"][1]["lat"] == 43.3


def test_an_online_geocoder_demands_who_asks() -> None:
    done = run("geocode", str(SERGE), "--online", "nominatim")
    assert done.exit_code == 2
    assert "user_agent" in done.stderr or "user agent" in done.stderr


def test_only_a_terminal_is_shown_progress_and_only_once_a_question_goes_out(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from exile_map.cli.progress import asking

    with asking(3) as show:
        show("Lille")
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    with asking(3):
        pass
    assert capsys.readouterr().err == ""
    with asking(3) as show:
        show("Lille [bold]")
    shown = capsys.readouterr().err
    assert "Lille [bold]" in shown
    assert "1 of at most 3" in shown


def test_an_unknown_service_is_wrong_usage() -> None:
    done = run("geocode", str(SERGE), "--online", "atlantis", "--user-agent", "museum/1 a@b.org")
    assert done.exit_code == 2


def test_geocode_never_writes_over_the_table_itself(tmp_path: Path) -> None:
    table = tmp_path / "life.csv"
    table.write_text("place,year\nParis,1909\n", encoding="utf-8")
    done = run("geocode", str(table), "-o", str(table))
    assert done.exit_code == 2
    assert "is the table itself" in done.stderr
    assert table.read_text("utf-8") == "place,year\nParis,1909\n"
