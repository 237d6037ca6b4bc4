"""Leaving: a command that made very much ends without taking it apart piece by piece."""

from __future__ import annotations

import os
import sys

import click


def keep(made: object) -> None:
    """Keep what was made until the process ends, where it is a command's own; see `run`."""
    kept = click.get_current_context().obj
    if isinstance(kept, list):
        kept.append(made)


def run(command: click.Command) -> None:
    """Run a command as a process of its own.

    To free a hundred thousand stays one by one takes a tenth of what it took to draw them, and the
    system takes all back at once: where something was kept, the process just ends, all written.
    """
    kept: list[object] = []
    try:
        command(obj=kept)
    except SystemExit as leaving:
        if kept and (leaving.code is None or isinstance(leaving.code, int)):
            for stream in (sys.stdout, sys.stderr):
                if stream is not None:
                    stream.flush()
            os._exit(leaving.code or 0)
        raise
