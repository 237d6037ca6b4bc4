"""The cells of an Excel workbook: the first sheet that holds something, each cell as its text."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from exile_map.errors import DataError, MissingPartError, Problem
from exile_map.places.cells import Table, table_of
from exile_map.places.tidying import text_of

if TYPE_CHECKING:
    from collections.abc import Collection

_WORKBOOK: Final = "xl/workbook.xml"
_LARGEST: Final = 500_000_000


def read_table(data: bytes, name: str, *, told: Collection[str] = ()) -> Table:
    """Read the first sheet that holds something as a table.

    Parameters
    ----------
    data
        The file.
    name
        Its name, for messages.
    told
        Headers that the user named, by which the header's row is known.

    Raises
    ------
    DataError
        The file is no workbook, is damaged, or is empty.
    MissingPartError
        What reads workbooks is not installed.
    """
    _check(data, name)
    try:
        import openpyxl  # noqa: F401, PLC0415 -- pandas reads with it
        import pandas as pd  # noqa: PLC0415 -- heavy, and only for workbooks
    except ImportError as error:
        message = f"{name} is an Excel workbook; to read it: pip install 'exile-map[excel]'"
        raise MissingPartError(message) from error
    try:
        sheets = pd.read_excel(
            io.BytesIO(data), sheet_name=None, header=None, dtype=object, engine="openpyxl",
            na_filter=False,
        )  # fmt: skip
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, EOFError, SyntaxError,
            OSError, zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError,
            RuntimeError) as error:  # fmt: skip
        # What openpyxl says of a damaged part of a workbook comes from any of its parsers.
        raise _refused(name, "is a damaged workbook", "Open it and save it again.") from error
    filled = {title: sheet for title, sheet in sheets.items() if sheet.size}
    problems = []
    if len(filled) > 1:
        first, *others = filled
        reason = f"has {len(filled)} sheets, and only the first, “{first}”, was read"
        remedy = f"Save another ({', '.join(map(str, others[:5]))}) as CSV if that was meant."
        problems.append(Problem("warning", "other-sheets", reason, remedy, file=name))
    sheet = next(iter(filled.values()), pd.DataFrame())
    records = [
        (line, [text_of(cell) for cell in cells])
        for line, cells in enumerate(sheet.itertuples(index=False, name=None), 1)
    ]
    return table_of(records, name, problems, told=told)


def _check(data: bytes, name: str) -> None:
    """Refuse what is no workbook, or would unpack to more than a table can be."""
    if not data.startswith(b"PK"):
        remedy = "Save the sheet as .xlsx or as CSV UTF-8."
        raise _refused(name, "is in the format of old Office programs (.xls, .doc)", remedy)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _refused(name, "is a damaged archive or workbook", "Save it again.") from error
    if _WORKBOOK not in {info.filename for info in infos}:
        remedy = "Save the sheet as .xlsx or as CSV UTF-8."
        raise _refused(name, "is a spreadsheet or an archive, not a CSV", remedy)
    if sum(info.file_size for info in infos) > _LARGEST:
        raise _refused(name, "is a workbook of more than 500 MB", "Save the sheet as CSV UTF-8.")


def _refused(name: str, reason: str, remedy: str) -> DataError:
    return DataError([Problem("error", "not-text", reason, remedy, file=name)])
