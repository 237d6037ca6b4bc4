"""Complaints: what is wrong with a cell, before it is known in which row and file it stands."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Complaint(NamedTuple):
    """What is wrong with a cell of a row: `errors.Problem` without the place in the file."""

    kind: str
    column: str
    reason: str
    remedy: str = ""
    severity: Literal["error", "warning"] = "error"
