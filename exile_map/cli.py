"""The command line: arguments, messages, exit codes. What is done is done elsewhere."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from exile_map.errors import DataError, ExileMapError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from exile_map.gazetteer import Gazetteer
    from exile_map.geocoding import Located
    from exile_map.routes import Route

PROBLEMS_IN_DATA = 1
WRONG_USAGE = 2


class _Group(click.Group):
    """A group whose commands end in a message and an exit code, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        try:
            return super().invoke(ctx)
        except DataError as error:
            _report(error.problems)
            _leave(PROBLEMS_IN_DATA)
        except UsageError as error:
            click.echo(f"Error: {error}", err=True)
            _leave(WRONG_USAGE)
        except ExileMapError as error:
            click.echo(f"Error: {error}", err=True)
            _leave(PROBLEMS_IN_DATA)


def _leave(code: int) -> NoReturn:
    raise click.exceptions.Exit(code)


def _columns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Read --column OURS=YOURS options."""
    pairs = [value.partition("=") for value in values]
    if not all(ours and equals and yours for ours, equals, yours in pairs):
        message = "write it as OURS=YOURS, e.g. --column place=Ort"
        raise click.BadParameter(message, ctx, param)
    return {ours.strip(): yours for ours, _, yours in pairs}


def _reading(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of every command that reads a table."""
    for decorate in (
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="OURS=YOURS",
            callback=_columns,
            help="Which of your headers is which column, e.g. place=Ort. May be repeated.",
        ),
        click.option("--strict", is_flag=True, help="An unsettled place is an error."),
        click.argument("table", metavar="FILE.csv"),
    ):
        command = decorate(command)
    return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="exile-map", prog_name="exile-map")
def main() -> None:
    """Turn a CSV of places and years into an animated map of a life in exile."""


@main.command()
@_reading
@click.option("-o", "--output", help="The map; FILE.html beside you by default, - for stdout.")
@click.option("--title", help="The map's title; the person's name by default.")
@click.option("--lang", default="en", show_default=True, help="The language of the page.")
@click.option("--open", "open_it", is_flag=True, help="Open the map in the browser.")
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
def draw(  # noqa: PLR0913 -- one parameter an option
    *,
    table: str,
    columns: dict[str, str],
    strict: bool,
    output: str | None,
    title: str | None,
    lang: str,
    open_it: bool,
    quiet: bool,
) -> None:
    """Draw the map of FILE.csv ("-" for standard input) as one HTML file that just opens."""
    from exile_map import page
    from exile_map.gazetteer import Gazetteer

    page.strings(lang)
    gazetteer = Gazetteer()
    located, drawn = _routes(table, columns, gazetteer, strict=strict)
    text = page.render(drawn, country_name=gazetteer.country_name, title=title, lang=lang)
    if not quiet:
        _report(located.problems)
    if output == "-":
        sys.stdout.buffer.write(text.encode())
        return
    target = Path(output or f"{'map' if table == '-' else Path(table).stem}.html")
    if table != "-" and target.resolve() == Path(table).resolve():
        message = f"{target} is the table itself. Name another file with -o."
        raise UsageError(message)
    page.save(target, text)
    if not quiet:
        click.echo(_done(target, text, drawn), err=True)
    if open_it:
        click.launch(target.resolve().as_uri())


@main.command()
@_reading
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def check(*, table: str, columns: dict[str, str], strict: bool, as_json: bool) -> None:
    """Say what was understood of FILE.csv, row by row, and what is doubtful."""
    from exile_map.gazetteer import Gazetteer

    located, drawn = _routes(table, columns, Gazetteer(), strict=strict)
    if as_json:
        click.echo(json.dumps(_understood(located, drawn), ensure_ascii=False, indent=1))
        return
    _print_table(drawn)
    _report(located.problems)


def _routes(
    table: str,
    columns: dict[str, str],
    gazetteer: Gazetteer,
    *,
    strict: bool,
) -> tuple[Located, tuple[Route, ...]]:
    from exile_map import geocoding, places, routes

    located = geocoding.locate(places.read(table, columns=columns), gazetteer, strict=strict)
    return located, routes.build(located)


def _done(target: Path, text: str, drawn: Iterable[Route]) -> str:
    stays = [stay for route in drawn for stay in route.stays]
    placed = sum(stay.point is not None for stay in stays)
    size = len(text.encode()) / 1000
    missing = f", {len(stays) - placed} without a place" if placed < len(stays) else ""
    return f"Wrote {target} ({size:.0f} kB): {len(stays)} stays{missing}."


def _report(problems: Iterable[Problem]) -> None:
    """Print problems, errors first, one a line, on standard error."""
    ordered = sorted(problems, key=lambda p: p.severity != "error")
    for problem in ordered:
        colour = "red" if problem.severity == "error" else "yellow"
        label = click.style(f"{problem.severity.capitalize()}:", fg=colour, bold=True)
        click.echo(f"{label} {problem}", err=True)


def _understood(located: Located, drawn: Iterable[Route]) -> dict[str, Any]:
    from dataclasses import asdict

    from exile_map.linked_places import when_words

    rows = []
    for route in drawn:
        for stay in route.stays:
            here = stay.located
            rows.append(
                {
                    "row": here.place.row,
                    "line": here.place.line,
                    "person": route.person,
                    "place": here.place.place,
                    "title": here.title,
                    "when": when_words(stay),
                    "edtf": stay.span.edtf,
                    "lat": here.point[0] if here.point else None,
                    "lon": here.point[1] if here.point else None,
                    "precision": here.precision,
                    "layer": here.layer,
                    "status": here.status,
                    "stay": here.place.stay,
                    "move": here.place.move,
                    "move_group": stay.move_group,
                }
            )
    return {"rows": rows, "problems": [asdict(problem) for problem in located.problems]}


def _print_table(drawn: Iterable[Route]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from exile_map.geocoding import named
    from exile_map.linked_places import when_words

    table = Table(box=None, pad_edge=False, header_style="bold")
    for header in ("Row", "Person", "Place", "Found as", "When", "Stay", "Came"):
        table.add_column(header, overflow="fold")
    for route in drawn:
        for stay in route.stays:
            here = stay.located
            found = named(here.match) if here.match else ("given" if here.point else "?")
            cells = (
                str(here.place.row),
                route.person,
                here.place.place,
                f"{found} ({here.precision})" if here.point else found,
                when_words(stay),
                here.place.stay,
                here.place.move,
            )
            table.add_row(*(Text(_visible(cell)) for cell in cells))
    # A pipe gets whole lines; a terminal gets its own width.
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else 200
    Console(width=width).print(table)


def _visible(text: str) -> str:
    """Show a user's text without obeying the control characters in it."""
    return "".join(c if c.isprintable() else "�" for c in text)
