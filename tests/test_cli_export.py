"""`exile-map export` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from exile_map.cli import main

SERGE = str(Path(__file__).parent.parent / "data" / "places.csv")


def run(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["export", *arguments], input=stdin)


def test_the_name_of_the_file_says_the_format(tmp_path: Path) -> None:
    for name, start in (
        ("a.svg", b"<svg "),
        ("a.png", b"\x89PNG"),
        ("a.csv", b"id,person,place"),
        ("a.kml", b"<?xml"),
        ("a.geojson", b"{"),
    ):
        done = run(SERGE, "-o", str(tmp_path / name))
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).read_bytes().startswith(start)
        assert f"{name} (" in done.stderr


def test_a_picture_goes_to_standard_output_in_the_format_asked_for() -> None:
    done = run("-", "-o", "-", "--format", "svg", "--quiet", stdin=Path(SERGE).read_bytes())
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("<svg ")
    assert done.stdout.endswith("</svg>")


def test_year_size_title_and_language_are_heeded(tmp_path: Path) -> None:
    target = tmp_path / "a.svg"
    told = ("--year", "May 1925", "--size", "900x600", "--title", "Un exil", "--lang", "fr")
    done = run(SERGE, "-o", str(target), *told)
    assert done.exit_code == 0, done.output
    text = target.read_text("utf-8")
    assert 'width="900" height="600"' in text
    for said in (">Un exil<", ">1925<", "Parcours à venir"):
        assert said in text


def test_years_before_the_common_era_are_understood(tmp_path: Path) -> None:
    table = str(Path(__file__).parent / "routes" / "ovid.csv")
    done = run(table, "-o", str(tmp_path / "a.svg"), "--year", "20 BCE")
    assert done.exit_code == 0, done.output
    assert ">20 BCE<" in (tmp_path / "a.svg").read_text("utf-8")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("-o", "a.docx"), "svg, png"),
        (("-o", "a.svg", "--scale", "2"), "--scale"),
        (("-o", "a.svg", "--size", "big"), "1600x1000"),
        (("-o", "a.svg", "--size", "5x5"), "pixels"),
        (("-o", "a.svg", "--year", "nonsense"), "1936"),
        (("-o", "a.svg", "--lang", "xx"), "no interface"),
        (("-o", "a.png", "--scale", "0"), "scale"),
        ((), "--output"),
    ],
)
def test_a_wrong_call_says_what_is_wrong_and_writes_nothing(
    told: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(SERGE, *told)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not list(tmp_path.iterdir())


def test_problems_in_the_table_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    done = run("-", "-o", str(tmp_path / "a.svg"), stdin=b"place,year\nRome,noyear\n")
    assert done.exit_code == 1
    assert "noyear" in done.stderr
    assert not list(tmp_path.iterdir())


def test_the_table_itself_is_never_written_over(tmp_path: Path) -> None:
    table = tmp_path / "life.svg"
    table.write_text("place,year\nRome,1900\n", encoding="utf-8")
    done = run(str(table), "-o", str(table))
    assert done.exit_code == 2
    assert table.read_text("utf-8").startswith("place")
