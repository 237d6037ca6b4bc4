"""`exile-map geocode`: the table with where each place is, to correct and feed back."""

from __future__ import annotations

import click

from exile_map.cli.output import target_of, write
from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import report, visible


@click.command()
@reading
@click.option("-o", "--output", default="-", help="The table; standard output by default.")
def geocode(told: Reading, *, output: str) -> None:
    """Add to FILE.csv where each place is: a table to keep, correct by hand, and draw.

    Coordinates you correct in it win; those you leave keep the gazetteer's answer.
    """
    from exile_map import files, located_csv

    if len(told.tables) > 1:
        message = "one table at a time, please: each is written with its own columns."
        raise click.UsageError(message)
    target = target_of(output, *told.tables)
    (read,), located = told.locate()
    text = located_csv.write(located, read)
    report(located.problems)
    if target is None:
        write(text)
        return
    files.save(target, text)
    unplaced = sum(row.point is None for row in located.rows)
    missing = f", {unplaced} without a place" if unplaced else ""
    click.echo(f"Wrote {visible(output)}: {len(located.rows)} rows{missing}.", err=True)
