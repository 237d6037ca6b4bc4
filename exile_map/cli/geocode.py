"""`exile-map geocode`: the table with where each place is, to correct and feed back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from exile_map.cli.output import target_of, write
from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import report, visible

if TYPE_CHECKING:
    from pathlib import Path

    from exile_map.geocoding import Located
    from exile_map.places import Places


@click.command()
@reading
@click.option(
    "-o",
    "--output",
    default="-",
    help="The table, .csv or .parquet; CSV on standard output by default.",
)
def geocode(told: Reading, *, output: str) -> None:
    """Add to FILE.csv where each place is: a table to keep, correct by hand, and draw.

    Coordinates you correct in it win; those you leave keep the gazetteer's answer.
    """
    from exile_map import files

    if len(told.tables) > 1:
        message = "one table at a time, please: each is written with its own columns."
        raise click.UsageError(message)
    target = target_of(output, *told.tables)
    (read,), located = told.locate()
    content = _written(located, read, target)
    report(located.problems)
    if target is None:
        write(content)
        return
    files.save(target, content)
    unplaced = sum(row.point is None for row in located.rows)
    missing = f", {unplaced} without a place" if unplaced else ""
    click.echo(f"Wrote {visible(output)}: {len(located.rows)} rows{missing}.", err=True)


def _written(located: Located, read: Places, target: Path | None) -> str | bytes:
    """Write the table in the form that the file's name asks for."""
    if target is not None and target.suffix.lower() == ".parquet":
        from exile_map import tables

        return tables.parquet(located, read)
    from exile_map import located_csv

    return located_csv.write(located, read)
