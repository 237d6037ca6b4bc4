"""The group of commands: every error a user can cause ends in a message and an exit code."""

from __future__ import annotations

import errno
import io
import sys
from typing import Any, NoReturn

import click

from exile_map.cli.report import report
from exile_map.errors import DataError, ExileMapError, UsageError

PROBLEMS_IN_DATA = 1
WRONG_USAGE = 2


class Group(click.Group):
    """A group whose commands end in a message and an exit code, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        """Run a command; 1 says that the data, 2 that the call has to change."""
        _bear_any_text()
        try:
            result = super().invoke(ctx)
            _flush()
        except DataError as error:
            report(error.problems)
            _leave(PROBLEMS_IN_DATA)
        except ExileMapError as error:
            click.echo(f"Error: {error}", err=True)
            _leave(WRONG_USAGE if isinstance(error, UsageError) else PROBLEMS_IN_DATA)
        except OSError as error:
            if error.errno == errno.EPIPE:  # click ends quietly when the reader has left
                raise
            click.echo(f"Error: cannot write: {error.strerror or error}.", err=True)
            _leave(WRONG_USAGE)
        return result


def _bear_any_text() -> None:
    """Let a terminal that cannot show a character show another, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _flush() -> None:
    # Python has no stdout when the shell closed it.
    if sys.stdout is not None:
        sys.stdout.flush()


def _leave(code: int) -> NoReturn:
    raise click.exceptions.Exit(code)
