"""Progress: what is being asked online or filmed, and how far it is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from exile_map.cli.report import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def asking(most: int) -> Iterator[Callable[[str], None]]:
    """Show a bar in a terminal while questions go out; give what to call with each.

    Parameters
    ----------
    most
        How many questions there can be at most.
    """
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f} of at most {task.total:.0f}"),
    )
    console = Console(stderr=True)
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
    task = bar.add_task("Asking online", total=most)

    def show(question: str) -> None:
        bar.start()  # at the first question: most tables are settled without one
        shown = visible(question).replace("[", r"\[")
        bar.update(task, advance=1, description=f"Asking for {shown}")

    try:
        yield show
    finally:
        bar.stop()


@contextmanager
def filming(*, silent: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Show a bar in a terminal while a film is made; give what to call with each frame."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("Filming"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    disabled = silent or not console.is_terminal
    bar = Progress(*columns, console=console, transient=True, disable=disabled)
    task = bar.add_task("")

    def show(number: int, count: int) -> None:
        bar.start()  # at the first frame: most formats have none
        bar.update(task, completed=number, total=count)

    try:
        yield show
    finally:
        bar.stop()
