from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_benchmarks_run_in_their_small_form(tmp_path: Path) -> None:
    """Nothing is asserted of the seconds: that it measures is what is shown."""
    table = tmp_path / "table.md"
    command = [sys.executable, "-m", "benchmarks", "--quick", "--peers", "floor"]
    done = subprocess.run(
        [*command, "--work", tmp_path, "--write", table],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    text = table.read_text("utf-8")
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    for workload in ("7 stays", "500 stays"):
        for tool in ("exile_map", "floor"):
            drawn, shown = (row for row in rows if row[1:3] == [workload, tool])
            assert float(drawn[4]) > 0, "processor seconds"
            assert float(shown[3].replace(",", "")) > 0, "milliseconds to the route"
            assert float(shown[6]) > 1, "updates a second"
    assert "did not finish" not in text
    assert "failed" not in text
    assert [row[1] for row in rows if row[1:2] == ["1,000"] or row[1:2] == ["3,000"]]


def test_lives_are_the_same_each_time(tmp_path: Path) -> None:
    sys.path.insert(0, str(ROOT))
    from benchmarks.lives import Workload, write

    for name in ("one", "other"):
        write(tmp_path / name, Workload(3, 5))
    text = (tmp_path / "one").read_text("utf-8")
    assert text == (tmp_path / "other").read_text("utf-8")
    assert len(text.splitlines()) == 16
