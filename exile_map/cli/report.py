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
_FOLDED_ROWS = 500


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
    shown = [[visible(cell) for cell in cells] for cells in rows]
    # rich takes a millisecond a row, which nobody waits for in a long table.
    if len(shown) > _FOLDED_ROWS:
        click.echo(_aligned([headers, *shown]), nl=False)
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for header in headers:
        table.add_column(header, overflow="fold")
    for cells in shown:
        table.add_row(*map(Text, cells))
    # A pipe gets whole lines; a terminal gets its own width.
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    Console(width=width).print(table)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    """Write rows with their columns below each other, whole lines, as wide as they have to be."""
    from rich.cells import cell_len

    sizes = [[cell_len(cell) for cell in cells] for cells in rows]
    widths = [max(column) for column in zip(*sizes, strict=True)]
    lines = (
        "  ".join(
            cell + " " * (width - size)
            for cell, size, width in zip(cells, own, widths, strict=True)
        )
        for cells, own in zip(rows, sizes, strict=True)
    )
    return "".join(f"{line.rstrip()}\n" for line in lines)


def visible(text: str) -> str:
    """Show a user's text without obeying the control characters in it."""
    return "".join(c if c.isprintable() else "�" for c in text)
