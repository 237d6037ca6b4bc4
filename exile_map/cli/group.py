"""The group of commands: every error a user can cause ends in a message and an exit code."""

from __future__ import annotations

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
        try:
            return super().invoke(ctx)
        except DataError as error:
            report(error.problems)
            _leave(PROBLEMS_IN_DATA)
        except UsageError as error:
            click.echo(f"Error: {error}", err=True)
            _leave(WRONG_USAGE)
        except ExileMapError as error:
            click.echo(f"Error: {error}", err=True)
            _leave(PROBLEMS_IN_DATA)


def _leave(code: int) -> NoReturn:
    raise click.exceptions.Exit(code)
