"""The persons of a table: merged cells filled, names that differ only in their typing joined."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from exile_map import vocabulary
from exile_map.errors import Problem, shown
from exile_map.places.tidying import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Sequence


def settled(
    cells: Sequence[str], lines: Sequence[int], *, file: str, column: str
) -> tuple[list[str], list[Problem]]:
    """Say for each row who it is about.

    Parameters
    ----------
    cells
        The cell of the person in each row.
    lines
        The line of the file each row begins on.
    file, column
        The file's name and the user's header, for messages.

    Returns
    -------
    list of str, list of Problem
        The names; and what had to be settled, or could not be.
    """
    clean = {cell: tidy(cell) for cell in set(cells)}
    names = [clean[cell] for cell in cells]
    problems = _joined(cells, names, lines, file, column)
    if "" in clean.values() and any(names):
        names, unclear = _filled(names, lines, file, column)
        problems += unclear
    return names, problems


def tidy(name: str) -> str:
    """Bring a name to one form: composed letters, single spaces, nothing that cannot be seen."""
    if name.isascii():
        return " ".join(name.split())
    return " ".join(UNSEEN.sub("", unicodedata.normalize("NFKC", name)).split())


def _joined(
    cells: Sequence[str], names: Sequence[str], lines: Sequence[int], file: str, column: str
) -> list[Problem]:
    """Tell of names that were joined, and of names so near that one may be a slip."""
    # Backwards, so that the first of several rows stays.
    first = dict(zip(reversed(cells), range(len(cells) - 1, -1, -1), strict=True))
    where: dict[str, int] = {}
    for cell, i in sorted(first.items(), key=lambda item: item[1]):
        where.setdefault(cell.strip(), i)
    written: dict[str, str] = {}
    near: dict[str, str] = {}
    problems = []
    for cell, i in where.items():
        name = names[i]
        if name in written:
            kind, remedy = "same-person", ""
            reason = f"differs from {shown(written[name])} only in how it is typed: one person"
        else:
            written[name] = cell
            alike = near.setdefault(vocabulary.fold(name) or name, name)
            if alike == name:
                continue
            kind, remedy = "similar-person", "If they are one, write the name in one way."
            reason = f"is nearly {shown(alike)}, and was taken for another person"
        problems.append(
            Problem("warning", kind, reason, remedy, file, i + 1, lines[i], column, cell)
        )
    return problems


def _filled(
    names: list[str], lines: Sequence[int], file: str, column: str
) -> tuple[list[str], list[Problem]]:
    """Fill blanks with the name above where the file does so throughout; else ask, row by row."""
    if _merged(names):
        filled, person = [], ""
        for name in names:
            person = name or person
            filled.append(person)
        return filled, []
    persons = list(dict.fromkeys(filter(None, names)))
    only = persons[0] if len(persons) == 1 else ""
    blank = [i for i, name in enumerate(names) if not name]
    if only:
        reason, remedy = f"is blank and was taken as {shown(only)}", "Write the name."
    else:
        reason = "is blank, while other rows repeat the name of the row above"
        remedy = "Write the name here, or only in the first row of each person."
    problems = [
        Problem(
            "warning" if only else "error",
            "person-filled" if only else "blank-person",
            reason,
            remedy,
            file,
            i + 1,
            lines[i],
            column,
        )
        for i in blank
    ]
    return [name or only for name in names], problems


def _merged(names: Sequence[str]) -> bool:
    """Say whether blank means "as above": the first row is named, and no name is repeated."""
    if not names[0]:
        return False
    above = ""
    for before, name in zip(("", *names), names, strict=False):
        # A name written again right under itself shows that this file does repeat names.
        if name and name == before:
            return False
        if name and name == above and not before:
            return False
        above = name or above
    return True
