"""The file of a table: bytes into text, text into cells. What the cells mean is not decided here."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import Final

from exile_map import vocabulary
from exile_map.errors import DataError, Problem

_DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE_LINES: Final = 20
_BINARY: Final = (b"\x89PNG", b"\xff\xd8\xff", b"%PDF", b"GIF8", b"\x7fELF", b"Rar!", b"\x1f\x8b")
_ZIP: Final = b"PK\x03\x04"
_OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
_YEARISH: Final = re.compile(r"\d")
_FIELD_LIMIT: Final = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of cells: the header, the rows, the line each began on, what was noticed."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    problems: tuple[Problem, ...]


def read_table(data: bytes, name: str) -> Table:
    """Split a file's bytes into a header and rows.

    Parameters
    ----------
    data
        The file.
    name
        Its name, for messages.

    Raises
    ------
    DataError
        The bytes are no text, or the text is no table.
    """
    text, problems = decode(data, name)
    body = text.removeprefix("\ufeff")
    first_line = 1
    delimiter = None
    told = re.match(r"[\"']?sep=(.)[\"']?\r?\n", body, re.IGNORECASE)
    if told:
        delimiter, body, first_line = told.group(1), body[told.end() :], 2
    delimiter = delimiter or _delimiter(body)
    records = _records(body, delimiter, first_line, name)
    if not records:
        raise DataError([_empty(name)])
    header, records = _header(records, name, problems)
    problems += _ragged(records, header, name)
    return Table(
        header,
        tuple(tuple(cells) for _, cells in records),
        tuple(line for line, _ in records),
        tuple(problems),
    )


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Decode a file's bytes; what is not UTF-8 or UTF-16 is guessed, and the guess is told."""
    if not data.strip():
        raise DataError([_empty(name)])
    if data.startswith((_ZIP, _OLD_EXCEL)):
        reason, remedy = "is a spreadsheet or an archive, not a CSV", "Save the sheet as CSV UTF-8."
        raise DataError([Problem("error", "not-text", reason, remedy, file=name)])
    for bom in (b"\xff\xfe", b"\xfe\xff"):
        if data.startswith(bom) and not data.startswith(_BINARY):
            try:
                return data.decode("utf-16"), []
            except UnicodeDecodeError:
                break
    if data.startswith(_BINARY) or b"\x00" in data:
        reason, remedy = "is not a text file", "Export the table as CSV UTF-8."
        raise DataError([Problem("error", "not-text", reason, remedy, file=name)])
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return _guess(data, name)


def _guess(data: bytes, name: str) -> tuple[str, list[Problem]]:
    high = [byte for byte in data if byte >= 0x80]  # noqa: PLR2004 -- beyond ASCII
    # In cp1251 almost every Cyrillic letter is 0xC0 or above and they come in runs; accented
    # Latin letters in cp1252 stand alone between ASCII letters.
    runs = sum(len(run) for run in re.findall(rb"[\xc0-\xff]{3,}", data))
    encoding = "cp1251" if runs > len(high) / 2 else "cp1252"
    problem = Problem(
        "warning",
        "encoding",
        f"is not UTF-8 and was read as {encoding}",
        "If names look wrong, save it as CSV UTF-8.",
        file=name,
    )
    return data.decode(encoding, errors="replace"), [problem]


def _empty(name: str) -> Problem:
    return Problem(
        "error",
        "empty-file",
        "is empty",
        "Write one place and year a line, under a header such as place,year.",
        file=name,
    )


def _delimiter(text: str) -> str:
    """Choose the delimiter that splits most of the first lines into the same number of cells."""
    sample = [line for line in text.splitlines()[:_SAMPLE_LINES] if line.strip()]

    def agreement(delimiter: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=delimiter)]
        usual = max(set(widths), key=widths.count)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(_DELIMITERS, key=agreement)


def _records(text: str, delimiter: str, first: int, name: str) -> list[tuple[int, list[str]]]:
    """Split into records with the line each begins on, without blank lines and comments."""
    csv.field_size_limit(_FIELD_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    records, begins = [], first
    try:
        for cells in reader:
            is_comment = bool(cells) and cells[0].lstrip().startswith("#")
            if any(cell.strip() for cell in cells) and not is_comment:
                records.append((begins, cells))
            begins = first + reader.line_num
    except csv.Error as error:
        problem = Problem(
            "error", "not-a-table", f"is not a table here: {error}", file=name, line=begins
        )
        raise DataError([problem]) from error
    return records


def _header(
    records: list[tuple[int, list[str]]], name: str, problems: list[Problem]
) -> tuple[tuple[str, ...], list[tuple[int, list[str]]]]:
    """Take the header off; a file that has none, and is clearly place and year, gets ours."""
    first = [cell.strip() for cell in records[0][1]]
    known = any(vocabulary.column_named(cell) for cell in first)
    headerless = not known and len(first) > 1 and bool(_YEARISH.search(first[1]))
    if not headerless:
        return _distinct(first), records[1:]
    header = ("place", "year", *(f"column {i}" for i in range(3, len(first) + 1)))
    problems.append(
        Problem(
            "warning",
            "no-header",
            "has no header; the first column was read as the place, the second as the year",
            "Write a first line such as place,year.",
            file=name,
        )
    )
    return header, records


def _distinct(header: list[str]) -> tuple[str, ...]:
    """Make blank and repeated headers distinct, so that no cell is lost."""
    seen: dict[str, int] = {}
    out = []
    for i, cell in enumerate(header, 1):
        label = cell or f"column {i}"
        seen[label] = seen.get(label, 0) + 1
        out.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return tuple(out)


def _ragged(
    records: list[tuple[int, list[str]]], header: tuple[str, ...], name: str
) -> list[Problem]:
    """Tell of rows with more cells than the header: a comma that was not quoted, usually."""
    problems = []
    for row, (line, cells) in enumerate(records, 1):
        extra = [cell for cell in cells[len(header) :] if cell.strip()]
        if extra:
            problems.append(
                Problem(
                    "error",
                    "too-many-cells",
                    f"stands beyond the {len(header)} columns of the header",
                    "Put quotes around a text that contains the delimiter.",
                    file=name,
                    row=row,
                    line=line,
                    value=extra[0],
                )
            )
    return problems
