"""`exile-map draw`: the map as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from exile_map import files
from exile_map.cli.leaving import keep
from exile_map.cli.output import target_of, write
from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import report, visible
from exile_map.collecting import collector_at_rest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.routes import Route


@click.command()
@reading
@click.option("-o", "--output", help="The map; FILE.html beside you by default, - for stdout.")
@click.option("--title", help="The map's title; the person's name by default.")
@click.option("--lang", help="The language of the page; English by default.")
@click.option(
    "--basemap",
    default="10m",
    show_default=True,
    metavar="none|110m|10m",
    help="How finely the world is drawn: none, coarsely (25 kB) or finely (200 kB).",
)
@click.option(
    "--images",
    type=click.Choice(["inline", "link"]),
    default="inline",
    show_default=True,
    help="Put pictures into the map, or leave them where they are.",
)
@click.option(
    "--allow-origin",
    "origins",
    multiple=True,
    metavar="ORIGIN",
    help="Whose pages may drive the framed map, e.g. https://museum.example. May be repeated.",
)
@click.option(
    "--view",
    type=click.Choice(["route", "corpus"]),
    help="Tell each stay, or show all lives at once; by the number of lives where not given.",
)
@click.option("--open", "open_it", is_flag=True, help="Open the map in the browser.")
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
def draw(  # noqa: PLR0913 -- one parameter an option
    told: Reading,
    *,
    output: str | None,
    title: str | None,
    lang: str | None,
    basemap: str,
    images: str,
    origins: tuple[str, ...],
    view: str | None,
    open_it: bool,
    quiet: bool,
) -> None:
    """Draw the map of FILE.csv ("-" for standard input) as one HTML file that just opens.

    A .geojson that `export` wrote is drawn as it was. Several files are several lives in one map;
    where a file names no person, its own name is taken.
    """
    from exile_map import page

    if lang:
        page.strings(lang)
    publication = page.Publication(basemap, images == "link", origins)
    target = target_of(output or _beside(told.tables), *told.tables)
    with collector_at_rest():
        lives = told.lives(images=images)
        keep(lives)
        text = page.parts(
            lives.routes,
            country_name=told.gazetteer().country_name,
            title=title or lives.title,
            lang=lang or lives.lang,
            publication=publication,
            view=view,
        )
    if not quiet:
        report(lives.problems)
    if target is None:
        write("".join(text))
        return
    files.save(target, text)
    if not quiet:
        size = sum(map(len, files.parts(text)))
        click.echo(_done(target, size, lives.routes), err=True)
    if open_it:
        click.launch(target.resolve().as_uri())


def _beside(tables: Sequence[str]) -> str:
    """Name the map after its table; one of several is after none of them."""
    return f"{'map' if len(tables) > 1 or tables[0] == '-' else Path(tables[0]).stem}.html"


def _done(target: Path, size: int, drawn: Sequence[Route]) -> str:
    from exile_map._life import lives_of

    lives = lives_of(drawn)
    unplaced = sum(lat is None for lat in lives.rows.degrees[0])
    missing = f", {unplaced} without a place" if unplaced else ""
    held = [image for image in lives.rows.told("image") if image]
    inside = sum(len(image) for image in held if image.startswith("data:")) / 1000
    linked = len({image for image in held if not image.startswith("data:")})
    pictures = f", {inside:.0f} of them pictures" if inside else ""
    asked = f" {linked} pictures are asked for when they are shown." if linked else ""
    return (
        f"Wrote {visible(str(target))} ({size / 1000:.0f} kB{pictures}):"
        f" {len(lives)} stays{missing}.{asked}"
    )
