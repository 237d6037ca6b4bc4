from __future__ import annotations

import pickle

import pytest

from exile_map.errors import (
    CannotAskError,
    DataError,
    ExileMapError,
    MissingPartError,
    Problem,
    UsageError,
    shown,
)

BAD_YEAR = Problem(
    "error", "bad-date", "is not a date", "Write 1909.", "serge.csv", 3, 4, "year", "19o9"
)


def test_a_problem_says_where_what_and_what_to_do() -> None:
    assert str(BAD_YEAR) == (
        "serge.csv, row 3 (line 4), column year: “19o9” is not a date. Write 1909."
    )


def test_a_problem_of_a_whole_file_names_no_row() -> None:
    problem = Problem("error", "empty-file", "is empty", file="serge.csv")
    assert str(problem) == "serge.csv: is empty."


def test_a_long_value_is_shortened() -> None:
    assert shown("x" * 1000) == "“" + "x" * 59 + "…”"


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert shown("\x1b[31mred\x07") == r"“\x1b[31mred\x07”"


def test_a_data_error_holds_every_problem_and_survives_pickling() -> None:
    error = DataError([BAD_YEAR, BAD_YEAR])
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 -- our own bytes
    assert again.problems == (BAD_YEAR, BAD_YEAR)
    assert str(error).count("\n") == 1


@pytest.mark.parametrize(
    ("ours", "plain"),
    [
        (DataError, ValueError),
        (UsageError, ValueError),
        (CannotAskError, ConnectionError),
        (MissingPartError, ImportError),
    ],
)
def test_plain_excepts_work(ours: type[ExileMapError], plain: type[Exception]) -> None:
    assert issubclass(ours, plain)
    assert issubclass(ours, ExileMapError)
