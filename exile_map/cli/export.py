"""`exile-map export`: the routes as a file for another program."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from exile_map import files
from exile_map.cli.output import target_of, write
from exile_map.cli.progress import filming
from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import report, visible

if TYPE_CHECKING:
    from pathlib import Path


def _size(ctx: click.Context, param: click.Parameter, value: str) -> tuple[int, int] | None:
    """Read WIDTHxHEIGHT."""
    if not value:
        return None
    found = re.fullmatch(r"([0-9]{1,6})\s*[x×*]\s*([0-9]{1,6})", value.strip(), re.IGNORECASE)
    if not found:
        message = "write it as WIDTHxHEIGHT in pixels, e.g. 1600x1000"
        raise click.BadParameter(message, ctx, param)
    return int(found[1]), int(found[2])


def _year(ctx: click.Context, param: click.Parameter, value: str) -> float | None:
    """Read a year or a date, as in the table: 1936, May 1936, 44 BCE."""
    if not value:
        return None
    from exile_map import dates

    try:
        start = dates.read_span(value).start
    except dates.DateError:
        start = None
    if start is None or start.earliest is None:
        message = "write a year or a date: 1936, May 1936, 44 BCE"
        raise click.BadParameter(message, ctx, param)
    return start.earliest.start


@click.command()
@reading
@click.option("-o", "--output", required=True, help="The file; its name says the format.")
@click.option("--format", "form", default="", help="The format, where the file's name says none.")
@click.option("--title", help="The title; the person's name by default.")
@click.option("--lang", help="The language of titles and dates; English by default.")
@click.option(
    "--year", default="", callback=_year, help="A picture of that year, or day, not of the whole."
)
@click.option(
    "--size",
    default="",
    callback=_size,
    metavar="WxH",
    help="Pixels, e.g. 1600x1000; of a film 1080x1920.",
)
@click.option("--scale", type=float, help="Times as many pixels of a PNG: 3 for print.")
@click.option("--fps", type=float, help="Frames a second of a film: 24 by default, of a GIF 8.")
@click.option(
    "--images",
    type=click.Choice(["inline", "link"]),
    help="Put pictures into a GeoJSON (the default), or leave them where they are.",
)
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
def export(  # noqa: PLR0913 -- one parameter an option
    told: Reading,
    *,
    output: str,
    form: str,
    title: str | None,
    lang: str | None,
    quiet: bool,
    **options: Any,  # noqa: ANN401 -- each format's own
) -> None:
    """Write the routes of FILE.csv for another program.

    As data (GeoJSON, CSV, KML), a picture (SVG, PNG) or a film (MP4, GIF, WebP).
    """
    from exile_map import exports, page

    if lang:
        page.strings(lang)
    chosen = exports.format_of(form, output)
    asked = {name: value for name, value in options.items() if value is not None}
    chosen.check(asked)
    target = target_of(output, *told.tables)
    lives = told.lives(images=asked.get("images") or chosen.images)
    gazetteer = told.gazetteer()
    request = exports.Request(
        lives.routes,
        gazetteer.country_name,
        title or lives.title,
        lang or lives.lang,
        asked,
        gazetteer.toponyms,
        _ignore if quiet else _warn,
    )
    with filming(silent=quiet) as on_frame:
        data = chosen.write(replace(request, on_frame=on_frame))
    if not quiet:
        report(lives.problems)
    if target is None:
        write(data)
        return
    files.save(target, data)
    if not quiet:
        click.echo(_done(target, data), err=True)


def _warn(message: str) -> None:
    click.echo(f"Warning: {message}", err=True)


def _ignore(_message: str) -> None:
    pass


def _done(target: Path, data: bytes) -> str:
    return f"Wrote {visible(str(target))} ({len(data) / 1000:.0f} kB)."
