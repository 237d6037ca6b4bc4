from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks import budgets, parts, report, rivals  # noqa: E402 -- beside the package
from benchmarks.commands import Taken  # noqa: E402
from benchmarks.figures import MANY, ONE, Drawn, Figures, Measured, Shown  # noqa: E402
from benchmarks.lives import Workload, write  # noqa: E402
from benchmarks.pages import Trial, measure  # noqa: E402


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
    assert "stopped" not in text.replace("is stopped after", "")
    assert "failed" not in text
    assert [row for row in rows if row[1:2] == ["3,000"]]
    judged = {row[1]: row[4] for row in rows if len(row) == 7 and row[2][:1] in {"≤", "≥"}}
    assert judged["`exile-map --help`"] in {"met", "**missed**"}
    assert judged["7 stays: navigation to route painted, beside the floor"] != "not measured"
    assert judged["gazetteer: memory"] == "not measured"


def test_a_page_that_hangs_leaves_the_figures_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("benchmarks.pages.PATIENCE", 4)
    page = tmp_path / "page.html"
    hook = "{ready: () => true, play() { for (;;); }, pause() {}, seek() {}, state: () => 1}"
    page.write_text(f"<script>exileMap = {hook}</script>", encoding="utf-8")
    # In a thread: the browser that other tests share has a loop of its own in this one.
    with ThreadPoolExecutor(1) as thread:
        found = thread.submit(measure, page, "hook", Trial(1, 0, 1, 1), []).result()
    assert found.painted
    assert found.heap
    assert found.updates is None
    row = report.page_row("7 stays", "peer", Shown(found, 0))
    assert [cell.strip() for cell in row.split("|")][5:8] == ["over 4 s", "", ""]


def test_a_tool_that_was_stopped_is_asked_for_no_more_stays() -> None:
    figures = Figures()
    figures.draw[Workload(1, 1000), "peer"] = Drawn(Taken(-9, 60, 60, 100), 0)
    assert not figures.stopped("peer", 999)
    assert figures.stopped("peer", 1000)
    assert not figures.stopped("other", 1000)


def test_budgets_are_judged_by_the_figures_and_a_miss_has_its_reason() -> None:
    figures = Figures(
        pages={
            (ONE, "exile_map"): Shown(Measured(painted=200, elements=300), 0),
            (ONE, "floor"): Shown(Measured(painted=100), 0),
            (MANY, "exile_map"): Shown(Measured(painted=200, elements=200), 13_000_000),
        }
    )
    rows = [[cell.strip() for cell in row.split("|")[1:-1]] for row in budgets.table(figures)]
    judged = {row[0]: row[1:] for row in rows if len(row) == 5}
    beside = judged["7 stays: navigation to route painted, beside the floor"]
    assert beside[:3] == ["≤ 1.5 ×", "2 ×", "**missed**"]
    assert "The floor has no land" in beside[3]
    assert judged["7 stays: elements while playing"][1:3] == ["300", "**missed**"]
    assert judged["5,000 lives of 20: elements while playing"][1:] == ["200", "met", ""]
    assert judged["5,000 lives of 20: HTML"][1:] == ["13 MB", "met", ""]
    assert judged["`import exile_map`, whole process"][1:] == ["", "not measured", ""]


def test_every_reason_is_that_of_a_table_s_line() -> None:
    known = {budget.what for budget in budgets.BUDGETS} | {rivals.REASON}
    assert budgets.reasons(budgets.REASONS.read_text("utf-8")).keys() <= known


def test_it_is_told_where_a_peer_is_ahead() -> None:
    figures = Figures(
        draw={
            (ONE, "exile_map"): Drawn(Taken(0, 1, 1, 100), 10),
            (ONE, "peer"): Drawn(Taken(0, 0.5, 1, 99), 10),
            (ONE, "floor"): Drawn(Taken(0, 0.1, 1, 10), 10),
        }
    )
    told = rivals.ahead(figures)
    rows = [row for row in told if row.startswith("| 7 stays")]
    assert rows == ["| 7 stays | s, CSV to HTML | 1 | 0.5 | peer |"]
    assert "check nothing" in told[-1]


def test_the_gazetteer_s_figures_are_read_from_what_it_prints() -> None:
    text = "cold first lookup   1.8 ms\n\n1,000,000 names\n  at once   7.22 s\n  ok 9, no 1\n"
    assert parts.printed(text) == {
        ("", "cold first lookup"): 1.8,
        ("1,000,000 names", "at once"): 7.22,
    }


def test_lives_are_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(tmp_path / name, Workload(3, 5))
    text = (tmp_path / "one").read_text("utf-8")
    assert text == (tmp_path / "other").read_text("utf-8")
    assert len(text.splitlines()) == 16
