from __future__ import annotations

import pytest

from exile_map import reports
from exile_map.checks import CHECKS
from exile_map.errors import Problem, UsageError


def problem(severity: str, kind: str, row: int, value: str = "x") -> Problem:
    return Problem(
        "error" if severity == "error" else "warning",
        kind,
        "is wrong",
        "Correct it.",
        "life.csv",
        row,
        row + 1,
        "year",
        value,
    )


def test_one_problem_is_one_line_with_all_that_helps() -> None:
    told = reports.text([problem("error", "bad-date", 1, "19xy")])
    assert told == ("Error: life.csv, row 1 (line 2), column year: “19xy” is wrong. Correct it.\n")


def test_errors_come_before_warnings_and_like_stands_with_like() -> None:
    told = reports.text(
        [
            problem("warning", "gap", 1),
            problem("error", "bad-date", 2),
            problem("warning", "overlap", 3),
            problem("warning", "gap", 4),
            problem("error", "bad-date", 5),
        ]
    )
    line = "  life.csv, row {} (line {}), column year: “x” is wrong. Correct it."
    assert told.splitlines() == [
        "Error: Dates that cannot be read: 2",
        line.format(2, 3),
        line.format(5, 6),
        "Warning: Time of which nothing is told: 2 [gap]",
        line.format(1, 2),
        line.format(4, 5),
        "Warning: life.csv, row 3 (line 4), column year: “x” is wrong. Correct it. [overlap]",
    ]


def test_all_errors_are_told_but_a_flood_of_warnings_is_cut() -> None:
    errors = reports.text([problem("error", "bad-date", i) for i in range(100)])
    assert len(errors.splitlines()) == 101
    warnings = reports.text([problem("warning", "gap", i) for i in range(100)])
    assert len(warnings.splitlines()) == 22
    assert warnings.endswith("  … and 80 more; --json lists them all\n")


def test_only_the_labels_are_styled() -> None:
    told = reports.text(
        [problem("warning", "gap", 1)], style=lambda words, kind: f"<{kind}>{words}"
    )
    assert told.startswith("<warning>Warning: life.csv")


def test_control_characters_are_shown_wherever_they_stand() -> None:
    nasty = Problem(
        "error", "x", "has \x1b[31m in it", file="a\x07.csv", value="\x1b]0;t\x07\n\u202e"
    )
    told = reports.text([nasty])
    assert "\\x1b[31m" in told
    assert told.removesuffix("\n").isprintable()


def test_warnings_are_silenced_by_name_and_errors_never() -> None:
    found = [problem("warning", "gap", 1), problem("error", "gap", 2), problem("warning", "x", 3)]
    assert [p.row for p in reports.silenced(found, ["gap"])] == [2, 3]
    with pytest.raises(UsageError, match="no warning 'gaps' to silence; there are encoding"):
        reports.silenced(found, ["gaps"])


def test_every_check_can_be_silenced_from_the_command_line() -> None:
    assert set(CHECKS) <= set(reports.WARNINGS)


def test_nothing_wrong_is_nothing_said() -> None:
    assert reports.text([]) == ""
