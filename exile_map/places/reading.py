"""Reading: a source into bytes, bytes into cells, cells into checked rows; all problems at once."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from exile_map.collecting import collector_at_rest
from exile_map.errors import DataError, Problem, UsageError, shown
from exile_map.places import cells, parquet
from exile_map.places.checking import Checker
from exile_map.places.columns import columns_of
from exile_map.places.decoding import decode, empty_file
from exile_map.places.headers import assigned
from exile_map.places.heading import distinct
from exile_map.places.order import disorder
from exile_map.places.rows import Places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exile_map.places.rows import PlaceRow

_ADDRESS: Final = ("http://", "https://")
_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def read(
    source: str | Path | BinaryIO,
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    allow_url: bool = False,
) -> Places:
    """Read a table of places and years: a CSV in any usual form, an Excel workbook, or Parquet.

    Parameters
    ----------
    source
        A path, ``"-"`` for standard input, a binary stream, or an address on the web. A folder
        of Parquet files, as Dask writes it, is one table.
    columns
        Which of the user's headers is which of our columns, e.g. ``{"place": "Ort"}``, for
        headers we do not know.
    day_first
        How to read 3/4/1917: 3 April (True) or 4 March (False); None lets the dates of the table
        that force it decide, and asks where none does.
    allow_url
        Whether ``source`` may be an address, which is then asked for over the network.

    Raises
    ------
    DataError
        The file cannot be read, is no table, or has errors; all of them are told.
    UsageError
        ``columns`` names a column or a header that does not exist, or ``source`` is an address
        and that was not allowed.
    CannotAskError
        The address did not answer.
    MissingPartError
        The table is an Excel workbook or Parquet, and the part that reads it is not installed.
    """
    with collector_at_rest():
        table, name = _table_of(source, tuple((columns or {}).values()), allow_url=allow_url)
        told = table.columns, table.header, table.lines, table.problems
        return _checked(*told, name, columns, day_first)


def _table_of(
    source: str | Path | BinaryIO, told: Sequence[str], *, allow_url: bool
) -> tuple[cells.Table, str]:
    """Take a source apart into cells; return its name as well."""
    if isinstance(source, str | Path) and (parts := parquet.parts_of(Path(source))):
        name = Path(source).name
        read = [(part.name, _bytes_of_file(part)[0]) for part in parts]
        return parquet.read_table(read, name), name
    data, name = _bytes_of(source, allow_url=allow_url)
    if data.startswith(parquet.MAGIC):
        return parquet.read_table([(name, data)], name), name
    if data.startswith((_ZIP, _OLD_OFFICE)):
        from exile_map.places import excel  # noqa: PLC0415 -- pandas comes only for a workbook

        return excel.read_table(data, name, told=told), name
    text, problems = decode(data, name)
    # The larger a table, the less can it stay in memory twice.
    del data
    return cells.read_table(text, name, problems, told=told), name


def _bytes_of(source: str | Path | BinaryIO, *, allow_url: bool) -> tuple[bytes, str]:
    if not isinstance(source, str | Path):
        data: object = source.read()
        if not isinstance(data, bytes):
            message = "the stream gives text; open the file in binary mode"
            raise UsageError(message)
        return data, str(getattr(source, "name", "the stream"))
    if str(source) == "-":
        return sys.stdin.buffer.read(), "standard input"
    if isinstance(source, str) and source.casefold().startswith(_ADDRESS):
        if not allow_url:
            message = f"{source} is an address; it is asked for only with --allow-url"
            raise UsageError(message)
        from exile_map.places import fetching  # noqa: PLC0415 -- the network only when asked for

        return fetching.fetch(source)
    return _bytes_of_file(Path(source))


def _bytes_of_file(path: Path) -> tuple[bytes, str]:
    try:
        return path.read_bytes(), path.name
    except FileNotFoundError:
        reason, remedy = "there is no such file", "Check the path."
    except IsADirectoryError:
        reason, remedy = "is a folder, and no Parquet is in it", "Name the CSV inside it."
    except PermissionError:
        reason, remedy = "may not be read", "Check the file's permissions."
    except (OSError, ValueError) as error:
        reason, remedy = f"cannot be read: {getattr(error, 'strerror', None) or error}", ""
    problem = Problem("error", "unreadable-file", reason, remedy, file=str(path))
    raise DataError([problem])


def from_records(  # noqa: PLR0913 -- each says where a record came from
    records: Sequence[Sequence[str]],
    *,
    header: Sequence[str],
    lines: Sequence[int] | None = None,
    source: str = "",
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    problems: Iterable[Problem] = (),
    may_be_empty: bool = False,
) -> Places:
    """Check records that are already split into cells.

    Parameters
    ----------
    records
        The rows' cells; short rows are filled up with blanks.
    header
        The users' headers, one for each cell.
    lines
        The line each record began on; the record's number plus one where not given.
    source
        A name for messages.
    columns, day_first
        As in `read`.
    problems
        What was noticed before.
    may_be_empty
        Whether there may be no rows at all, as in a part of a larger table.

    Raises
    ------
    DataError
        With every problem, when at least one is an error.
    """
    named = distinct(header)
    with collector_at_rest():
        by_column = columns_of(records, len(named))
        starts = lines or range(2, len(records) + 2)
        return _checked(
            by_column,
            named,
            starts,
            problems,
            source,
            columns,
            day_first,
            may_be_empty=may_be_empty,
        )


def _checked(  # noqa: PLR0913, PLR0917 -- as above
    by_column: Sequence[list[str]],
    named: tuple[str, ...],
    lines: Sequence[int],
    problems: Iterable[Problem],
    source: str,
    columns: Mapping[str, str] | None,
    day_first: bool | None,  # noqa: FBT001 -- private
    *,
    may_be_empty: bool = False,
) -> Places:
    """Check the columns of a table; see `from_records`."""
    noticed = list(problems)
    ours, questions = assigned(named, columns or {}, source)
    noticed += questions
    if any(problem.kind == "no-place-column" for problem in questions) or _of_place(questions):
        raise DataError(sorted(noticed, key=lambda p: p.severity != "error"))
    checker = Checker(source, named, ours, day_first=day_first)
    rows = checker.checked(by_column, lines)
    noticed += checker.problems
    if not rows and not may_be_empty and not _has_errors(noticed):
        noticed.append(empty_file(source, "has no places"))
    if _has_errors(noticed):
        raise DataError(sorted(noticed, key=lambda p: p.severity != "error"))
    rows = rows.by_sequence()
    noticed += disorder(rows, source, ours)
    if rows and not ours.keys() & {"year", "start", "end"}:
        noticed.append(_no_dates(named, ours, source))
    return Places(cast("tuple[PlaceRow, ...]", rows), tuple(noticed), source, named)


def _no_dates(header: Sequence[str], ours: Mapping[str, str], source: str) -> Problem:
    """Tell that no column was taken for dates, and which columns nothing was made of."""
    unused = [name for name in header if name not in ours.values()]
    others = f"; not used: {', '.join(map(shown, unused))}" if unused else ""
    return Problem(
        "warning",
        "no-dates",
        f"has no column of dates, so that only the order of the rows is known{others}",
        "Name one “year”, or say which it is with --column year=NAME.",
        file=source,
    )


def _of_place(questions: Iterable[Problem]) -> bool:
    """Say whether it is open which column is the place: then no row can be checked."""
    return any("“place”" in problem.reason for problem in questions)


def _has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether one of the problems forbids to go on."""
    return any(problem.severity == "error" for problem in problems)
