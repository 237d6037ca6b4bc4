"""Doubts: what a check has to say about a stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exile_map.errors import Problem, shown

if TYPE_CHECKING:
    from exile_map.routes import Stay


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubt about a stay.

    Parameters
    ----------
    kind
        The name of the check.
    stay
        What it is about.
    reason, remedy
        As in `errors.Problem`.
    value
        The cell to show; the place's where not given.
    """

    kind: str
    stay: Stay
    reason: str
    remedy: str = ""
    value: str = ""

    def problem(self, file: str) -> Problem:
        """Say it as a warning about a row of a file."""
        row = self.stay.located.place
        value = self.value or row.place
        column = next((header for header, cell in row.cells.items() if cell.strip() == value), "")
        return Problem(
            "warning",
            self.kind,
            self.reason,
            self.remedy,
            row.file or file,
            row.row,
            row.line,
            column,
            value,
        )


def named(stay: Stay) -> str:
    """Name a stay by its place and its row."""
    return f"{shown(stay.located.place.place)} (row {stay.located.place.row})"
