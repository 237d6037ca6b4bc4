"""Cells: text into records under a header. Not yet what the cells mean."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from exile_map.errors import DataError, Problem
from exile_map.places.columns import columns_of
from exile_map.places.decoding import empty_file
from exile_map.places.heading import (
    TITLE_LINES,
    Record,
    distinct,
    headed,
    header_at,
    known_headers,
)
from exile_map.places.regular import columns_by_line, reader_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 20
_SAMPLE_TEXT: Final = 200_000
_SEP: Final = re.compile(r"[\"']?sep=(.)[\"']?[;,\t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_NUMBERING: Final = re.compile(r"#\d{0,6}")
# The lines drawn in a table of Markdown, or of plain text: |---|:--:|, +----+, =====.
_RULED: Final = frozenset("-+=:|")
_RULE: Final = re.compile(r"(?=.*(?:---|===|:--|--:))[-+=:| ]+")
# The header of a table in a wiki of Atlassian: ||place||year||.
_HEADER_BARS: Final = re.compile(r"\|\|[^\n]*\|\|[ \t]*(?=[\r\n])")
_JSON: Final = re.compile(r"\s*(?:\[\s*)?\{\s*\"")
_WEB_PAGE: Final = re.compile(r"\s*<(?:!doctype html|html|table|head|meta)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells: the header, the columns, the line each row began on, what was noticed."""

    header: tuple[str, ...]
    columns: list[list[str]]
    lines: Sequence[int]
    problems: tuple[Problem, ...]


def read_table(
    text: str, name: str, problems: Iterable[Problem] = (), *, told: Collection[str] = ()
) -> Table:
    """Split a file's text into a header and columns.

    Parameters
    ----------
    text
        The file.
    name
        Its name, for messages.
    problems
        What was noticed before.
    told
        Headers that the user named, by which the header's line is known.

    Raises
    ------
    DataError
        The text is no table.
    """
    body = text.removeprefix("\ufeff")
    if _WEB_PAGE.match(body):
        reason, remedy = "is a web page, not a table", "Export or publish the table as CSV."
        raise DataError([Problem("error", "not-a-table", reason, remedy, file=name)])
    if _JSON.match(body):
        reason, remedy = "is JSON, not a table", "Save the data as CSV."
        raise DataError([Problem("error", "not-a-table", reason, remedy, file=name)])
    first_line = 1
    delimiter = None
    sep = _SEP.match(body)
    if sep:
        delimiter, body, first_line = sep.group(1), body[sep.end() :], 2
    delimiter = delimiter or _delimiter(body, told)
    if delimiter == "|" and _HEADER_BARS.match(body):
        head, end, rest = body.partition("\n")
        body = head.replace("||", "|") + end + rest
    if table := _regular(body, delimiter, first_line, problems, told):
        return table
    records = _unquoted(_records(body, delimiter, first_line, name), told)
    return table_of(records, name, problems, told=told)


def _regular(
    text: str, delimiter: str, first: int, problems: Iterable[Problem], told: Collection[str]
) -> Table | None:
    """Read a table that is just a header with rows of as many cells below, a line each."""
    try:
        begun = list(islice(reader_of(text, delimiter), _SAMPLE))
    except csv.Error:
        return None
    if not begun or header_at([(first, cells) for cells in begun], frozenset(told)) != 0:
        return None
    columns = columns_by_line(text, delimiter, len(begun[0]))
    if columns is None or not _no_comments(columns[0]):
        return None
    for column in columns:
        del column[0]
    lines = range(first + 1, first + 1 + len(columns[0]))
    return Table(distinct(begun[0]), columns, lines, tuple(problems)) if lines else None


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
    header, kept = headed(kept, name, noticed, frozenset(told))
    noticed += _ragged(kept, header, name)
    return Table(
        header,
        columns_of([cells for _, cells in kept], len(header)),
        tuple(line for line, _ in kept),
        tuple(noticed),
    )


def _delimiter(text: str, told: Collection[str]) -> str:
    """Choose the delimiter that shows most headers, then the one that splits lines most alike."""
    sample = text[:_SAMPLE_TEXT]

    def agreement(delimiter: str) -> tuple[int, int, int]:
        rows = []
        try:
            for cells in reader_of(sample, delimiter):
                if any(cells) and not cells[0].startswith("#"):
                    rows.append(cells)
                if len(rows) == _SAMPLE:
                    break
        except csv.Error:
            return (0, 0, 0)
        if not rows:
            return (0, 0, 0)
        known = max(known_headers(cells, told) for cells in rows[:TITLE_LINES])
        usual, count = Counter(map(len, rows)).most_common(1)[0]
        return (known if known > 1 else 0, count if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=agreement)


def _records(text: str, delimiter: str, first: int, name: str) -> list[Record]:
    """Split into records with the line each begins on."""
    reader = reader_of(text, delimiter)
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


def _unquoted(records: list[Record], told: Collection[str]) -> list[Record]:
    """Split lines that stand whole in quotes, as a CSV saved once more by Excel has them."""
    if any(len(cells) > 1 for _, cells in records):
        return records
    lines = [cells[0] if cells else "" for _, cells in records]
    try:
        for delimiter in _DELIMITERS:
            split = list(csv.reader(lines, delimiter=delimiter))
            head = next((cells for cells in split if any(cells)), [])
            if len(split) == len(lines) and known_headers(head, told) > 1:
                return [(line, cells) for (line, _), cells in zip(records, split, strict=True)]
    except csv.Error:
        pass  # Then they are no lines of a CSV.
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
    if _no_comments(cells[0] if cells else "" for _, cells in records):
        return records
    kept = []
    for record in records:
        cells = record[1]
        first = cells[0].lstrip() if cells else ""
        if first.startswith("#"):
            numbered = _NUMBERING.fullmatch(first.strip()) and any(map(str.strip, cells[1:]))
            if not numbered:
                continue
        elif (not first or first[0] in _RULED) and (
            _is_rule(first, cells) or not any(map(str.strip, cells))
        ):
            continue
        kept.append(record)
    return kept


def _no_comments(firsts: Iterable[str]) -> bool:
    """Tell at little cost that no row can be blank, or a comment: mostly all begin with a word."""
    return all(map(str.isalnum, {first[:1] for first in firsts}))


def _is_rule(first: str, cells: list[str]) -> bool:
    """Say whether a record is a line drawn in the table."""
    start = first or next((cell.strip() for cell in cells[1:2]), "")
    return start[:1] in _RULED and _RULE.fullmatch("".join(cells).strip()) is not None


def _ragged(records: list[Record], header: tuple[str, ...], name: str) -> list[Problem]:
    """Tell of rows with more cells than the header: a comma that was not quoted, usually."""
    problems: list[Problem] = []
    width = len(header)
    if not any(len(cells) > width for _, cells in records):
        return problems
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
