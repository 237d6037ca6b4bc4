"""The cells of a table: text into records, the header found. Not yet what the cells mean."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exile_map import vocabulary
from exile_map.dates import DateError, read_span
from exile_map.errors import DataError, Problem
from exile_map.places.decoding import decode, empty_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 20
_SAMPLE_TEXT: Final = 200_000
_TITLE_LINES: Final = 10
_FIELD_LIMIT: Final = 2**31 - 1
_MOST: Final = 0.8
_LONG: Final = 60
_SEP: Final = re.compile(r"[\"']?sep=(.)[\"']?[;,\t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_NUMBERING: Final = re.compile(r"#\d{0,6}")
_WEB_PAGE: Final = re.compile(r"\s*<(?:!doctype html|html|table|head|meta)\b", re.IGNORECASE)

Record = tuple[int, list[str]]
"""The line a record begins on, and its cells."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells: the header, the rows, the line each began on, what was noticed."""

    header: tuple[str, ...]
    rows: tuple[Sequence[str], ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


def read_table(data: bytes, name: str, *, told: Collection[str] = ()) -> Table:
    """Split a file's bytes into a header and rows.

    Parameters
    ----------
    data
        The file.
    name
        Its name, for messages.
    told
        Headers that the user named, by which the header's line is known.

    Raises
    ------
    DataError
        The bytes are no text, or the text is no table.
    """
    text, problems = decode(data, name)
    body = text.removeprefix("\ufeff")
    if _WEB_PAGE.match(body):
        reason, remedy = "is a web page, not a table", "Export or publish the table as CSV."
        raise DataError([Problem("error", "not-a-table", reason, remedy, file=name)])
    first_line = 1
    delimiter = None
    sep = _SEP.match(body)
    if sep:
        delimiter, body, first_line = sep.group(1), body[sep.end() :], 2
    delimiter = delimiter or _delimiter(body, told)
    return table_of(_records(body, delimiter, first_line, name), name, problems, told=told)


def table_of(
    records: list[Record],
    name: str,
    problems: Iterable[Problem] = (),
    *,
    told: Collection[str] = (),
) -> Table:
    """Make a table of records: pass over comments, find the header, tell of cells beyond it."""
    noticed = list(problems)
    kept = _without_comments(records)
    if not kept:
        raise DataError([empty_file(name)])
    header, kept = _header(kept, name, noticed, frozenset(told))
    noticed += _ragged(kept, header, name)
    return Table(
        header,
        tuple(cells for _, cells in kept),
        tuple(line for line, _ in kept),
        tuple(noticed),
    )


def _known(cells: Iterable[str], told: Collection[str]) -> int:
    """Count the cells that are headers."""
    return sum(
        len(cell) <= _LONG and (cell.strip() in told or bool(vocabulary.column_named(cell)))
        for cell in cells
    )


def _delimiter(text: str, told: Collection[str]) -> str:
    """Choose the delimiter that shows most headers, then the one that splits lines most alike."""
    sample = io.StringIO(text[:_SAMPLE_TEXT], newline="")
    csv.field_size_limit(_FIELD_LIMIT)

    def agreement(delimiter: str) -> tuple[int, int, int]:
        sample.seek(0)
        rows = []
        try:
            for cells in csv.reader(sample, delimiter=delimiter):
                if any(cells) and not cells[0].startswith("#"):
                    rows.append(cells)
                if len(rows) == _SAMPLE:
                    break
        except csv.Error:
            return (0, 0, 0)
        if not rows:
            return (0, 0, 0)
        known = max(_known(cells, told) for cells in rows[:_TITLE_LINES])
        usual, count = Counter(map(len, rows)).most_common(1)[0]
        return (known if known > 1 else 0, count if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=agreement)


def _records(text: str, delimiter: str, first: int, name: str) -> list[Record]:
    """Split into records with the line each begins on."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records: list[Record] = []
    begins = before = first
    try:
        for cells in reader:
            records.append((begins, cells))
            before, begins = begins, first + reader.line_num
    except csv.Error as error:
        reason = f"is not a table here: {error}"
        remedy = "Look at this line in a plain text editor, or export the table again."
        problem = Problem("error", "not-a-table", reason, remedy, file=name, line=begins)
        raise DataError([problem]) from error
    if begins - before > 1:
        _refuse_open_quote(text, delimiter, before - first, name, before)
    return records


def _refuse_open_quote(text: str, delimiter: str, skipped: int, name: str, line: int) -> None:
    """Refuse a quote that is never closed: it would swallow every row after it."""
    rest = io.StringIO(text, newline="")
    for _ in range(skipped):
        rest.readline()
    try:
        list(csv.reader(rest, delimiter=delimiter, strict=True))
    except csv.Error as error:
        if "unexpected end" not in str(error):
            return
        reason, remedy = 'opens a quote (") that is never closed', "Close it, or write it twice."
        problem = Problem("error", "open-quote", reason, remedy, file=name, line=line)
        raise DataError([problem]) from error


def _without_comments(records: list[Record]) -> list[Record]:
    """Leave out blank records and comments; a column of numbers headed # is no comment."""
    kept = []
    for line, cells in records:
        first = cells[0].lstrip() if cells else ""
        if first.startswith("#"):
            numbered = _NUMBERING.fullmatch(first.strip()) and any(map(str.strip, cells[1:]))
            if not numbered:
                continue
        elif not first and not any(map(str.strip, cells)):
            continue
        kept.append((line, cells))
    return kept


def _header(
    records: list[Record], name: str, problems: list[Problem], told: frozenset[str]
) -> tuple[tuple[str, ...], list[Record]]:
    """Take the header off; a file that has none, and is clearly place and year, gets ours."""
    at = _header_at(records, told)
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


def _header_at(records: list[Record], told: frozenset[str]) -> int | None:
    """Find the header among the first records; only a title or a note may stand above it."""
    for i, (_, cells) in enumerate(records[:_TITLE_LINES]):
        known = _known(cells, told)
        dated = any(_is_date(cells, j) for j in range(len(cells)))
        if known > 1 or (known and i == 0 and not dated):
            return i
        if sum(bool(cell.strip()) for cell in cells) > 1:
            break
    return None


_MADE: Final = ("place", "year", "start", "end")


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


def _ragged(records: list[Record], header: tuple[str, ...], name: str) -> list[Problem]:
    """Tell of rows with more cells than the header: a comma that was not quoted, usually."""
    problems = []
    width = len(header)
    reason = f"stands beyond the {width} columns of the header"
    remedy = "Put quotes around a text that contains the delimiter."
    for row, (line, cells) in enumerate(records, 1):
        if len(cells) > width:
            extra = next((cell for cell in cells[width:] if cell.strip()), None)
            if extra is not None:
                problems.append(
                    Problem("error", "too-many-cells", reason, remedy, name, row, line, value=extra)
                )
    return problems
