"""Reports: problems and tables as a terminal shows them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.errors import Problem

_PIPE_WIDTH = 200


def report(problems: Iterable[Problem]) -> None:
    """Print problems on standard error: in colour in a terminal, plain in a pipe."""
    found = tuple(problems)
    if found:
        from exile_map import reports

        click.echo(reports.text(found, style=_coloured), err=True, nl=False)


def _coloured(words: str, severity: str) -> str:
    return click.style(words, fg="red" if severity == "error" else "yellow", bold=True)


def print_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; a user's text is shown, never obeyed."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for header in headers:
        table.add_column(header, overflow="fold")
    for cells in rows:
        table.add_row(*(Text(visible(cell)) for cell in cells))
    # A pipe gets whole lines; a terminal gets its own width.
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    Console(width=width).print(table)


def visible(text: str) -> str:
    """Show a user's text without obeying the control characters in it."""
    return "".join(c if c.isprintable() else "�" for c in text)
