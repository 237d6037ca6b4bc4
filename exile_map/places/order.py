"""The order of rows: which can only have begun before the one above."""

from __future__ import annotations

from itertools import compress
from operator import gt, ne
from typing import TYPE_CHECKING

from exile_map.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exile_map.dates import Day
    from exile_map.dates.ends import Ends
    from exile_map.places.checked import Checked


def disorder(rows: Checked, source: str, columns: Mapping[str, str]) -> list[Problem]:
    """Tell of each stay that can only have begun before the one above it; change nothing.

    Parameters
    ----------
    rows
        The rows.
    source
        The file's name, for messages.
    columns
        Our columns to the user's headers.
    """
    persons, ends = rows.told("person"), rows.spans.ends
    if _go_forwards(persons, ends):
        return []
    problems = []
    latest_known: dict[str, Day] = {}
    reason = "is earlier than the row above; the order of the file was kept"
    for i, (person, start) in enumerate(zip(persons, ends.starts, strict=True)):
        if start is None:
            continue
        before = latest_known.get(person)
        if before is not None and start.latest is not None and start.latest < before:
            row = rows.made()[i]
            ours = "start" if row.cells.get(columns.get("start", ""), "").strip() else "year"
            column, written = columns.get(ours, ours), row.span.written
            remedy = "Check the date, or move the row."
            where = (source, row.row, row.line, column, written)
            problems.append(Problem("warning", "out-of-order", reason, remedy, *where))
        if start.earliest is not None:
            earliest = start.earliest
            latest_known[person] = earliest if before is None else max(earliest, before)
    return problems


def _go_forwards(persons: Sequence[str], ends: Ends) -> bool:
    """Tell at little cost whether life stands below life, each with its dates in order."""
    first_days = [start and start.earliest for start in ends.bounds]
    days = list(map(first_days.__getitem__, ends.begun))
    if not all(days):
        return False
    changes = list(map(ne, persons, persons[1:]))
    if 1 + sum(changes) > len(set(persons)):
        return False
    return all(compress(changes, map(gt, days, days[1:])))  # type: ignore[arg-type]
