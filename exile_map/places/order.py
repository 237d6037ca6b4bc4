"""The order of rows: which can only have begun before the one above."""

from __future__ import annotations

from itertools import compress, pairwise
from operator import gt
from typing import TYPE_CHECKING

from exile_map.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exile_map.dates import Bounds, Day
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
    persons, starts = rows.told("person"), rows.spans.starts
    if _go_forwards(persons, starts):
        return []
    problems = []
    latest_known: dict[str, Day] = {}
    reason = "is earlier than the row above; the order of the file was kept"
    for i, (person, start) in enumerate(zip(persons, starts, strict=True)):
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


def _go_forwards(persons: Sequence[str], starts: Sequence[Bounds | None]) -> bool:
    """Tell at little cost whether life stands below life, each with its dates in order."""
    days = [start and start.earliest for start in starts]
    if not all(days):
        return False
    back = list(compress(pairwise(persons), map(gt, days, days[1:])))  # type: ignore[arg-type]
    lives = 1 + sum(one != other for one, other in pairwise(persons))
    return lives <= len(set(persons)) and all(one != other for one, other in back)
