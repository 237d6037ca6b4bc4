"""Regular: a text every line of which is a record of as many cells, read at once into columns.

Most tables are so, and the larger they are, the more is gained where no record has to be looked at.
"""

from __future__ import annotations

import csv
import io
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from exile_map.places.columns import Growing

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator, Sequence

_PART: Final = 2**16
_AT_ONCE: Final = 2**10
_FIELD_LIMIT: Final = 2**31 - 1
_MEANING: Final = frozenset('"\r\n')
"""What no cell holds in a text that can be split at every delimiter."""


def reader_of(text: str, delimiter: str) -> Reader:
    """Return what reads the records of a text, each where it is asked for."""
    csv.field_size_limit(_FIELD_LIMIT)
    # Some lines at a time: a StringIO takes four times the memory of its text.
    lines = chain.from_iterable(io.StringIO(part, newline="") for part in _parts(text))
    return csv.reader(lines, delimiter=delimiter)


def columns_by_line(text: str, delimiter: str, width: int) -> list[list[str]] | None:
    """Return the columns of a text, as `csv` and `columns_of` do.

    Parameters
    ----------
    text
        A table.
    delimiter
        What stands between two cells.
    width
        How many cells each line has.

    Returns
    -------
    list of list of str, or None
        The cells under each other, those of the first line above; None where a line is no record of
        ``width`` cells, or where `csv` refuses the text.
    """
    plain = width > 1 and delimiter not in _MEANING and '"' not in text
    parts = _split(text, delimiter, width) if plain else _read(text, delimiter, width)
    growing = Growing(width)
    for part in parts:
        if part is None:
            return None
        growing.add(part)
    return growing.columns


def _split(text: str, delimiter: str, width: int) -> Iterator[Sequence[Sequence[str]] | None]:
    """Split a text in which nothing is quoted, which takes half the time of `csv`."""
    for part in _parts(text):
        lines = part.removesuffix("\n")
        if "\r" in lines:
            lines = lines.replace("\r\n", "\n").removesuffix("\r")
        # So each line break stands at the beginning of a cell, and only there.
        cells = lines.replace("\n", f"{delimiter}\n").split(delimiter)
        firsts = "".join(cells[::width]).split("\n")
        # As many as there are lines: then none is elsewhere than in the first column.
        regular = len(firsts) * width == len(cells) and len(firsts) == lines.count("\n") + 1
        if not regular or "\r" in lines:
            yield None
            return
        yield [firsts, *(cells[i::width] for i in range(1, width))]


def _read(text: str, delimiter: str, width: int) -> Iterator[Sequence[Sequence[str]] | None]:
    """Read a text by `csv`, some records at a time."""
    reader, count = reader_of(text, delimiter), 0
    try:
        while some := list(islice(reader, _AT_ONCE)):
            count += len(some)
            if reader.line_num != count or set(map(len, some)) != {width}:
                yield None
                return
            yield list(zip(*some, strict=True))
    except csv.Error:
        yield None


def _parts(text: str) -> Iterator[str]:
    """Cut a text after lines."""
    begin = 0
    while begin < len(text):
        cut = text.find("\n", begin + _PART) + 1
        yield text[begin : cut or len(text)]
        begin = cut or len(text)
