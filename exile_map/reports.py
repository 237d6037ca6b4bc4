"""Reports: all problems of a table as one text, errors first, like with like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.checks import CHECKS
from exile_map.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from exile_map.errors import Problem

    Style = Callable[[str, str], str]

WARNINGS: Final = {
    "encoding": "Encodings that were guessed",
    "no-header": "Files without a header",
    "above-header": "Lines above the header",
    "other-sheets": "Sheets that were not read",
    "same-person": "Persons written in several ways",
    "similar-person": "Persons whose names are nearly the same",
    "person-filled": "Blank persons",
    "bad-certainty": "Degrees of certainty",
    "date-note": "Dates to know about",
    "out-of-order": "Dates out of order",
    "settled-ambiguity": "Places that are not quite sure",
    "ambiguous": "Places that could be several",
    "unresolved": "Places that were not found",
    "not-a-place": "What is no place",
    "via-not-found": "Places on the way that were not found",
    "no-sea-way": "Ways by ship that are not drawn by sea",
    "no-image": "Pictures that are not in the map",
    **CHECKS,
}
"""What each kind of warning is about, by the name that silences it."""

_ERRORS: Final = {
    "ambiguous-date": "Dates that can be read in several ways",
    "bad-date": "Dates that cannot be read",
    "bad-number": "Numbers that cannot be read",
    "bad-position": "Positions that cannot be read",
    "blank-person": "Blank persons",
    "day-order": "Days and months in two orders",
    "half-position": "Positions of which half is missing",
    "no-place": "Rows without a place",
    "nothing-placed": "Nothing to draw",
    "out-of-range": "Numbers out of range",
    "position-question": "Positions that can be read in several ways",
    "too-long": "Names that are too long",
    "too-many-cells": "Rows with too many cells",
    "two-columns": "Columns that mean the same",
    "two-positions": "Positions that contradict each other",
}
_SHOWN_WARNINGS: Final = 20


def silenced(problems: Iterable[Problem], names: Collection[str]) -> tuple[Problem, ...]:
    """Leave out the warnings of these kinds; errors cannot be silenced.

    Raises
    ------
    UsageError
        A name is of no kind of warning.
    """
    unknown = next((name for name in names if name not in WARNINGS), None)
    if unknown is not None:
        message = f"there is no warning {unknown!r} to silence; there are {', '.join(WARNINGS)}"
        raise UsageError(message)
    return tuple(p for p in problems if p.severity == "error" or p.kind not in names)


def text(problems: Iterable[Problem], *, style: Style = lambda words, _: words) -> str:
    """Write problems as one report: errors then warnings, grouped by kind.

    Parameters
    ----------
    problems
        What was found, in any order.
    style
        Given words and the severity (``error`` or ``warning``), returns them as a terminal
        shows such words; plain where not given.

    Returns
    -------
    str
        One line for one problem; else a heading for each kind with a line for each problem
        below it. Control characters are shown, not obeyed. Ends in a line break unless empty.
    """
    by_kind: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        by_kind.setdefault((problem.severity, problem.kind), []).append(problem)
    lines: list[str] = []
    # Sorting keeps the order of the kinds as they were found.
    for (severity, kind), group in sorted(by_kind.items(), key=lambda item: item[0][0] != "error"):
        label = style(f"{severity.capitalize()}:", severity)
        if len(group) == 1:
            lines.append(f"{label} {_line(group[0])}{_name(kind, severity)}")
            continue
        title = WARNINGS.get(kind) or _ERRORS.get(kind) or kind.replace("-", " ").capitalize()
        lines.append(f"{label} {title}: {len(group)}{_name(kind, severity)}")
        shown = group if severity == "error" else group[:_SHOWN_WARNINGS]
        lines += [f"  {_line(problem)}" for problem in shown]
        if len(shown) < len(group):
            lines.append(f"  … and {len(group) - len(shown)} more; --json lists them all")
    return "".join(f"{line}\n" for line in lines)


def _name(kind: str, severity: str) -> str:
    """Name a kind of warning, as it can be silenced by it."""
    return f" [{kind}]" if severity == "warning" else ""


def _line(problem: Problem) -> str:
    said = str(problem)
    if said.isprintable():
        return said
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in said)
