"""Several tables as one: each life in a file of its own, read together."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from exile_map.errors import DataError
from exile_map.places.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exile_map.errors import Problem
    from exile_map.places.rows import Places

Source = TypeVar("Source")


def read_several(
    sources: Sequence[Source], read_one: Callable[[Source], Places] = read
) -> tuple[Places, ...]:
    """Read several tables.

    Parameters
    ----------
    sources
        The tables, in the order in which their persons are to stand.
    read_one
        What reads one of them: `read`, with the options it is to have.

    Returns
    -------
    tuple of Places
        As many as there are sources. Of several, each row knows its file, and where a table names
        no person, the file's name without its ending is the person's.

    Raises
    ------
    DataError
        A table cannot be read or has errors; those of all tables are told.
    """
    tables: list[Places] = []
    problems: list[Problem] = []
    failed = False
    for source in sources:
        try:
            tables.append(read_one(source))
            problems += tables[-1].problems
        except DataError as error:
            failed = True
            problems += error.problems
    if failed:
        raise DataError(problems)
    return tuple(tables) if len(tables) == 1 else _told_apart(tables, list(map(_stem, sources)))


def _stem(source: object) -> str:
    """Name a source by its file: the name without its ending; blank if it has none."""
    if isinstance(source, str | Path):
        return "" if source == "-" else Path(source).stem
    return Path(str(getattr(source, "name", ""))).stem if hasattr(source, "read") else ""


def _told_apart(tables: Sequence[Places], stems: Sequence[str]) -> tuple[Places, ...]:
    """Say in each row which file it is from, and whose life it is."""
    count = Counter(stems)
    out = []
    for number, (table, stem) in enumerate(zip(tables, stems, strict=True), 1):
        # Two files of one name are two lives.
        name = stem if stem and count[stem] == 1 else f"{stem} {number}".strip()
        rows = (replace(r, person=r.person or name, file=table.source) for r in table.rows)
        out.append(replace(table, rows=tuple(rows)))
    return tuple(out)
