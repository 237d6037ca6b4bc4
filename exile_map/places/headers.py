"""The headers of a table: which of the user's columns is which of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map import column_names
from exile_map.errors import Problem, UsageError, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_AGAIN: Final = re.compile(r" \(\d+\)$")
_BRACKETS: Final = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]\s*")
_SHOWN: Final = 30
# In a located table that is read again, these are the gazetteer's words, not the user's.
_WRITTEN: Final = {"status", "matched", "layer", "confidence", "candidates", "note"}
_OURS: Final = frozenset({"status", "note", "confidence"})
# In such a table of Python's, `start` and `end` are what was made of all date cells.
_DATED: Final = {"row", "line", "start", "end"}


def assigned(
    header: Sequence[str], told: Mapping[str, str], source: str
) -> tuple[dict[str, str], list[Problem]]:
    """Map our columns to the user's headers; two candidates for one meaning are a question.

    Parameters
    ----------
    header
        The user's headers.
    told
        What the user said: our columns to theirs.
    source
        The file's name, for messages.

    Returns
    -------
    dict, list of Problem
        Our columns to the user's, without those in question; and the questions.

    Raises
    ------
    UsageError
        ``told`` names a column that does not exist.
    """
    told = {ours: _said(ours, theirs, header, source) for ours, theirs in told.items()}
    ignored = _OURS if header_is_ours(header) else frozenset()
    settled = {"year", "month", "day"} if ignored and {*header} >= _DATED else frozenset()
    found: dict[str, list[tuple[int, str]]] = {ours: [(0, yours)] for ours, yours in told.items()}
    for theirs in header:
        if theirs in told.values() or theirs in ignored:
            continue
        rank, ours = _meaning(theirs)
        if ours and ours not in told and ours not in settled:
            found.setdefault(ours, []).append((rank, theirs))
    best = {
        ours: [theirs for rank, theirs in named if rank == min(named)[0]]
        for ours, named in found.items()
    }
    problems = [_question(ours, names, source) for ours, names in best.items() if len(names) > 1]
    says_where = best.keys() & {"place", "coordinates", "country", "region"}
    if not says_where and not best.keys() >= {"lat", "lon"}:
        problems.append(_no_place(header, source))
    return {ours: names[0] for ours, names in best.items() if len(names) == 1}, problems


def header_is_ours(header: Sequence[str]) -> bool:
    """Say whether a table was written by us, with what the gazetteer answered beside the cells."""
    return set(header) >= _WRITTEN


def yours(name: str) -> str:
    """Name a column of the user's that one of ours would hide; read again, it counts last."""
    return f"{name} (yours)"


def _said(ours: str, theirs: str, header: Sequence[str], source: str) -> str:
    """Find the header that the user named, whatever its case and spaces."""
    if ours not in column_names.COLUMNS:
        known = ", ".join(column_names.COLUMNS)
        message = f"there is no column {ours!r} to assign; the columns are {known}"
        raise UsageError(message)
    if theirs in header:
        return theirs
    alike = [h for h in header if h.casefold().split() == theirs.casefold().split()]
    if len(alike) != 1:
        message = f"{source} has no column {theirs!r}; its columns are {_listed(header)}"
        raise UsageError(message)
    return alike[0]


def _meaning(theirs: str) -> tuple[int, str | None]:
    """Return which of our columns a header is, and how well it says so (0 is best)."""
    name = _AGAIN.sub("", theirs)
    if name.casefold().replace(" ", "_") in column_names.COLUMNS:
        return 0, name.casefold().replace(" ", "_")
    ours = column_names.column_named(name)
    if ours:
        return 1, ours
    bare = _BRACKETS.sub(" ", name).strip()
    return 2, column_names.column_named(bare) if bare and bare != name else None


def _question(ours: str, names: list[str], source: str) -> Problem:
    return Problem(
        "error",
        "two-columns",
        f"could each be the column “{ours}”",
        f"Say which with --column {ours}={_quoted(names[0])} (or another of them).",
        file=source,
        column=" and ".join(names),
    )


def _no_place(header: Sequence[str], source: str) -> Problem:
    return Problem(
        "error",
        "no-place-column",
        f"has no column of places; its columns are {_listed(header)}",
        "Name one “place”, or say which it is with --column place=NAME.",
        file=source,
    )


def _quoted(name: str) -> str:
    """Write a header so that a shell takes it as one word."""
    return name if name.isalnum() else '"' + name.replace('"', '\\"') + '"'


def _listed(header: Sequence[str]) -> str:
    more = f" and {len(header) - _SHOWN} more" if len(header) > _SHOWN else ""
    return ", ".join(shown(name)[1:-1] for name in header[:_SHOWN]) + more
