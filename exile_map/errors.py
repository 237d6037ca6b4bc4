"""Errors, by who must act: the user's data, the call, the network, the installation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHOWN = 60


def shown(value: object) -> str:
    """Quote a user's value for a message: shortened, control characters made visible."""
    text = str(value)
    if len(text) > _SHOWN:
        text = text[: _SHOWN - 1] + "…"
    visible = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
    return f"“{visible}”"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong or doubtful in the user's data, and where.

    Parameters
    ----------
    severity
        ``"error"``: nothing is drawn; ``"warning"``: drawn, and told.
    kind
        A stable name for this kind of problem, such as ``"bad-date"``.
    reason
        What is wrong, as a clause without a full stop.
    remedy
        What to do about it, as a sentence; may be empty.
    file, row, line, column, value
        Where: the file's name, the data row (1 = first), the line of the file (1 = first), the
        column's header as the user wrote it, and the cell.
    """

    severity: Literal["error", "warning"]
    kind: str
    reason: str
    remedy: str = ""
    file: str = ""
    row: int | None = None
    line: int | None = None
    column: str = ""
    value: str | None = None

    @property
    def where(self) -> str:
        """Where the problem is, in words: file, row, line, column."""
        parts = [shown(self.file)[1:-1]] if self.file else []
        if self.row is not None:
            line = f" (line {self.line})" if self.line is not None else ""
            parts.append(f"row {self.row}{line}")
        elif self.line is not None:
            parts.append(f"line {self.line}")
        if self.column:
            parts.append(f"column {shown(self.column)[1:-1]}")
        return ", ".join(parts)

    def __str__(self) -> str:
        """Say it all in one line."""
        quoted = f"{shown(self.value)} " if self.value is not None else ""
        said = f"{quoted}{self.reason}."
        where = f"{self.where}: " if self.where else ""
        return f"{where}{said} {self.remedy}".rstrip()


class ExileMapError(Exception):
    """The base of every error this package raises on purpose."""


class DataError(ExileMapError, ValueError):
    """The user's data must change before anything can be drawn.

    Parameters
    ----------
    problems
        Every problem found, errors and warnings, in the order of the rows.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))

    def __reduce__(self) -> tuple[type[DataError], tuple[tuple[Problem, ...]]]:
        """Pickle by the problems, not by the message."""
        return (type(self), (self.problems,))


class UsageError(ExileMapError, ValueError):
    """The call itself must change: an unknown option, a wrong type, a missing argument."""


class CannotAskError(ExileMapError, ConnectionError):
    """A service could not be asked; this says nothing about whether the place exists."""


class MissingPartError(ExileMapError, ImportError):
    """A part of the installation is missing; the message names the command that adds it."""
