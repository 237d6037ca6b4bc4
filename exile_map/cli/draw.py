"""`exile-map draw`: the map as one HTML file."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

import click

from exile_map import files
from exile_map.cli.output import target_of, write
from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import report, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.routes import Route


@click.command()
@reading
@click.option("-o", "--output", help="The map; FILE.html beside you by default, - for stdout.")
@click.option("--title", help="The map's title; the person's name by default.")
@click.option("--lang", default="en", show_default=True, help="The language of the page.")
@click.option("--open", "open_it", is_flag=True, help="Open the map in the browser.")
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
def draw(  # noqa: PLR0913 -- one parameter an option
    told: Reading, *, output: str | None, title: str | None, lang: str, open_it: bool, quiet: bool
) -> None:
    """Draw the map of FILE.csv ("-" for standard input) as one HTML file that just opens."""
    from exile_map import page, routes

    # Rows and routes hold no cycles: looking for some takes half the time of a large table.
    gc.disable()
    page.strings(lang)
    target = target_of(output or _beside(told.table), told.table)
    _, located = told.locate()
    drawn = routes.build(located)
    name_of = told.gazetteer().country_name
    text = page.render(drawn, country_name=name_of, title=title, lang=lang)
    if not quiet:
        report(located.problems)
    if target is None:
        write(text)
        return
    files.save(target, text)
    if not quiet:
        click.echo(_done(target, text, drawn), err=True)
    if open_it:
        click.launch(target.resolve().as_uri())


def _beside(table: str) -> str:
    return f"{'map' if table == '-' else Path(table).stem}.html"


def _done(target: Path, text: str, drawn: Iterable[Route]) -> str:
    stays = [stay for route in drawn for stay in route.stays]
    placed = sum(stay.point is not None for stay in stays)
    size = len(files.encoded(text)) / 1000
    missing = f", {len(stays) - placed} without a place" if placed < len(stays) else ""
    return f"Wrote {visible(str(target))} ({size:.0f} kB): {len(stays)} stays{missing}."
