"""Where a command writes: a file that is not the table itself, or standard output."""

from __future__ import annotations

import sys
from pathlib import Path

from exile_map.errors import UsageError, shown
from exile_map.files import encoded


def target_of(output: str, *tables: str) -> Path | None:
    """Return the file to write; None is standard output.

    Raises
    ------
    UsageError
        It is a table that is read.
    """
    if output == "-":
        return None
    target = Path(output)
    if any(table != "-" and target.resolve() == Path(table).resolve() for table in tables):
        message = f"{shown(target)} is the table itself. Name another file with -o."
        raise UsageError(message)
    return target


def write(text: str) -> None:
    """Write a text to standard output, as UTF-8 whatever the terminal speaks.

    Raises
    ------
    UsageError
        Standard output is closed.
    """
    # Python has none when the shell closed it.
    if (stdout := sys.stdout) is None:
        message = "standard output is closed. Name a file with -o."
        raise UsageError(message)
    stdout.buffer.write(encoded(text))
    stdout.buffer.flush()
