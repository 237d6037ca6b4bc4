"""Progress: what is being asked online, and how far it is."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from exile_map.cli.report import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def asking(most: int) -> Iterator[Callable[[str], None]]:
    """Show a bar on standard error while questions go out; give what to call with each.

    Parameters
    ----------
    most
        How many questions there can be at most.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Asking online", total=most)

        def show(question: str) -> None:
            shown = visible(question).replace("[", r"\[")
            bar.update(task, advance=1, description=f"Asking for {shown}")

        yield show
