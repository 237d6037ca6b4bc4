"""The heading of a table: where its header stands; for a table without one, what it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map import column_names
from exile_map.dates import DateError, read_span
from exile_map.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

TITLE_LINES: Final = 10
"""How far down a header is looked for, below titles and notes."""

_SAMPLE: Final = 20
_MOST: Final = 0.8
_LONG: Final = 60
_MADE: Final = ("place", "year", "start", "end")

Record = tuple[int, list[str]]
"""The line a record begins on, and its cells."""


def known_headers(cells: Iterable[str], told: Collection[str]) -> int:
    """Count the cells that are headers."""
    return sum(
        len(cell) <= _LONG and (cell.strip() in told or bool(column_names.column_named(cell)))
        for cell in cells
    )


def headed(
    records: list[Record], name: str, problems: list[Problem], told: frozenset[str]
) -> tuple[tuple[str, ...], list[Record]]:
    """Take the header off; a file that has none, and is clearly place and year, gets ours."""
    at = header_at(records, told)
    if at:
        above = [" ".join(cells).strip() for _, cells in records[:at]]
        reason = f"stands above the header (line {records[at][0]}) and was passed over"
        problems += [
            Problem("warning", "above-header", reason, file=name, line=line, value=text)
            for (line, _), text in zip(records, above, strict=False)
        ]
    elif at is None:
        header = _made_header([cells for _, cells in records[:_SAMPLE]], name, told)
        if header:
            made = ", ".join(f"{i} as {h}" for i, h in enumerate(header, 1) if h in _MADE)
            reason = f"has no header; its columns were read so: {made}"
            remedy = "Write a first line such as place,year."
            problems.append(Problem("warning", "no-header", reason, remedy, file=name))
            return header, records
    at = at or 0
    return distinct(records[at][1]), records[at + 1 :]


def header_at(records: list[Record], told: frozenset[str]) -> int | None:
    """Find the header among the first records; only a title or a note may stand above it."""
    for i, (_, cells) in enumerate(records[:TITLE_LINES]):
        known = known_headers(cells, told)
        dated = any(_is_date(cells, j) for j in range(len(cells)))
        if known > 1 or (known and i == 0 and not dated):
            return i
        if sum(bool(cell.strip()) for cell in cells) > 1:
            break
    return None


def _made_header(rows: list[list[str]], name: str, told: frozenset[str]) -> tuple[str, ...] | None:
    """Make a header for a table that has none; None if its first line may well be one."""
    width = max(map(len, rows))
    dated = [i for i in range(width) if _is_date(rows[0], i) and _mostly_dates(rows, i)]
    if not dated or width == 1:
        return None
    header = [f"column {i}" for i in range(1, width + 1)]
    if told & set(header):
        return tuple(header)
    texts = [i for i in range(width) if i not in dated and _is_words(rows, i)]
    before = [i for i in texts if i < dated[0]]
    if len(before) > 1 or not texts:
        choices = " or ".join(f"--column place='{header[i]}'" for i in before)
        reason = "has no header, and its columns cannot be told apart by themselves"
        remedy = "Write a first line such as person,place,year" + f", or say {choices}" * bool(
            before
        )
        raise DataError([Problem("error", "no-header", reason, f"{remedy}.", file=name)])
    header[(before or texts)[0]] = "place"
    if len(dated) > 1 and dated[1] == dated[0] + 1:
        header[dated[0]], header[dated[1]] = "start", "end"
    else:
        header[dated[0]] = "year"
    return tuple(header)


def _is_words(rows: list[list[str]], i: int) -> bool:
    return any(any(c.isalpha() for c in cells[i]) for cells in rows if i < len(cells))


def _is_date(cells: list[str], i: int) -> bool:
    """Say whether a cell is a date, with figures in it (May and Augusta are places, too)."""
    text = cells[i].strip() if i < len(cells) else ""
    if len(text) > _LONG or not any(c.isdecimal() for c in text):
        return False
    try:
        span = read_span(text, day_first=True)
    except DateError:
        return False
    return span.start is not None or span.end is not None


def _mostly_dates(rows: list[list[str]], i: int) -> bool:
    filled = [cells for cells in rows if i < len(cells) and cells[i].strip()]
    return sum(_is_date(cells, i) for cells in filled) >= _MOST * len(filled)


def distinct(header: Iterable[str]) -> tuple[str, ...]:
    """Make blank and repeated headers distinct, so that no cell is lost."""
    seen: dict[str, int] = {}
    taken: set[str] = set()
    out = []
    for i, cell in enumerate(header, 1):
        label = " ".join(cell.split()) or f"column {i}"
        seen[label] = seen.get(label, 0) + 1
        unique = label if label not in taken else f"{label} ({seen[label]})"
        while unique in taken:
            seen[label] += 1
            unique = f"{label} ({seen[label]})"
        taken.add(unique)
        out.append(unique)
    return tuple(out)
