"""`exile-map geocode`: the table with where each place is, to correct and feed back."""

from __future__ import annotations

import sys

import click

from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import report


@click.command()
@reading
@click.option("-o", "--output", default="-", help="The table; standard output by default.")
def geocode(told: Reading, *, output: str) -> None:
    """Add to FILE.csv where each place is: a table to keep, correct by hand, and draw.

    Coordinates you correct in it win; those you leave keep the gazetteer's answer.
    """
    from exile_map import located_csv, page

    read, located = told.locate()
    text = located_csv.write(located, read)
    report(located.problems)
    if output == "-":
        sys.stdout.buffer.write(text.encode())
        return
    page.save(output, text)
    unplaced = sum(row.point is None for row in located.rows)
    missing = f", {unplaced} without a place" if unplaced else ""
    click.echo(f"Wrote {output}: {len(located.rows)} rows{missing}.", err=True)
