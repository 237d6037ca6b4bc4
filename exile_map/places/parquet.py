"""The cells of a Parquet file, or of a folder of such parts, each as its text."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from exile_map.errors import DataError, MissingPartError, Problem, shown
from exile_map.places.cells import Table
from exile_map.places.columns import columns_of
from exile_map.places.headers import header_is_ours
from exile_map.places.heading import distinct
from exile_map.places.tidying import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MAGIC: Final = b"PAR1"
"""What a Parquet file begins with."""

_LARGEST: Final = 2_000_000_000
_NAMED: Final = 3
# What pandas and Dask call an index without a name.
_UNNAMED_INDEX: Final = re.compile(r"__index_level_\d+__|__null_dask_index__")


def parts_of(path: Path) -> list[Path]:
    """Return the Parquet files in a folder, in the order of the numbers in their names."""
    found = [part for part in path.glob("*.parquet") if part.is_file()] if path.is_dir() else []
    return sorted(found, key=lambda part: ([*map(int, re.findall(r"\d+", part.stem))], part.stem))


def read_table(parts: Sequence[tuple[str, bytes]], name: str) -> Table:
    """Read Parquet files as one table.

    Parameters
    ----------
    parts
        The files: of each its name and its bytes. All have the same columns.
    name
        The name of the whole, for messages.

    Raises
    ------
    DataError
        A file is damaged, or the files have not the same columns.
    MissingPartError
        What reads Parquet is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: PLC0415 -- heavy, and only for Parquet
    except ImportError as error:
        message = f"{name} is a Parquet file; to read it: pip install 'exile-map[parquet]'"
        raise MissingPartError(message) from error
    header: list[str] = []
    rows: list[list[str]] = []
    persons: Counter[str] = Counter()
    for part, data in parts:
        try:
            names, cells = _columns(pyarrow.parquet.ParquetFile(io.BytesIO(data)), part)
        except DataError:
            raise
        except (pyarrow.ArrowException, OSError, ValueError, OverflowError) as error:
            raise _refused(part, "is a damaged Parquet file", "Write it again.") from error
        if header and names != header:
            reason = f"has other columns than {parts[0][0]}, in the same folder"
            raise _refused(part, reason, "Put tables that differ into different folders.")
        header = names
        if header_is_ours(header) and "person" in header:
            persons.update(set(cells[header.index("person")]))
        rows += map(list, zip(*cells, strict=True))
    problems = _cut_lives([person for person, count in persons.items() if count > 1], name)
    columns = columns_of(rows, len(header))
    return Table(distinct(header), columns, range(1, len(rows) + 1), tuple(problems))


def _columns(file: Any, part: str) -> tuple[list[str], list[list[str]]]:  # noqa: ANN401 -- pyarrow's, which comes late
    """Return a file's columns and their cells as texts."""
    groups = range(file.metadata.num_row_groups)
    if sum(file.metadata.row_group(i).total_byte_size for i in groups) > _LARGEST:
        remedy = "Draw a part of it: nobody could look at so many lives."
        raise _refused(part, "unpacks to more than 2 GB", remedy)
    table = file.read()
    names = [name for name in table.column_names if not _UNNAMED_INDEX.fullmatch(name)]
    return names, [list(map(_text, table.column(name).to_pylist())) for name in names]


def _text(cell: object) -> str:
    """Write a cell as people would: several places on the way with semicolons."""
    if isinstance(cell, list):
        return "; ".join(map(_text, cell))
    return cell.decode("utf-8", errors="replace") if isinstance(cell, bytes) else text_of(cell)


def _cut_lives(persons: Sequence[str], name: str) -> list[Problem]:
    """Tell of lives whose stays were located in several parts, each without the others."""
    if not persons:
        return []
    named = ", ".join(map(shown, persons[:_NAMED])) + ", …" * (len(persons) > _NAMED)
    lives = f"{len(persons)} lives" if len(persons) > 1 else "a life"
    return [
        Problem(
            "warning",
            "cut-life",
            f"has {lives} of which several parts hold stays ({named}):"
            " each part was located without the others",
            "Bring all rows of a person into one partition before: lives.shuffle('person').",
            file=name,
        )
    ]


def _refused(name: str, reason: str, remedy: str) -> DataError:
    return DataError([Problem("error", "not-text", reason, remedy, file=name)])
