"""`exile-map place`: ask the gazetteer where a name is, and was."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from exile_map.cli.report import print_table, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer import Answer, Match

NOT_SETTLED = 1
_POLE, _ROUND = 90, 180  # degrees


def _year(ctx: click.Context, param: click.Parameter, value: str | None) -> float | None:
    """Read a year as people write it: 1919, 44 BC."""
    if value is None:
        return None
    from exile_map.dates import DateError, read_span

    try:
        years = read_span(value).years
    except DateError as error:
        raise click.BadParameter(str(error), ctx, param) from error
    year = next((y for y in years if y is not None), None)
    if year is None:
        message = "write a year, like 1919"
        raise click.BadParameter(message, ctx, param)
    return year


def _point(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[float, float], ...]:
    """Read --near LAT,LON options."""
    points = []
    for value in values:
        try:
            lat, lon = (float(part) for part in value.split(","))
        except ValueError as error:
            message = "write it as LAT,LON, e.g. --near 48.85,2.35"
            raise click.BadParameter(message, ctx, param) from error
        if not (abs(lat) <= _POLE and abs(lon) <= _ROUND):
            message = f"{value} is not on the globe: the latitude, -90 to 90, comes first"
            raise click.BadParameter(message, ctx, param)
        points.append((lat, lon))
    return tuple(points)


@click.command()
@click.argument("name", nargs=-1, required=True)
@click.option("--year", callback=_year, help="When it was so called: 1919, 44 BC.")
@click.option("--country", default="", help="Where it is: a country's name or code.")
@click.option("--region", default="", help="Where it is: a region's name.")
@click.option("--near", multiple=True, metavar="LAT,LON", callback=_point, help="What it is near.")
@click.option("--gazetteer", "overlay", metavar="OWN.csv", help="Your own places, above all.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
def place(  # noqa: PLR0913 -- one parameter an option
    *,
    name: tuple[str, ...],
    year: float | None,
    country: str,
    region: str,
    near: tuple[tuple[float, float], ...],
    overlay: str | None,
    as_json: bool,
) -> None:
    """Ask the gazetteer where NAME is, and was; ends with 1 where that cannot be settled.

    A NAME of several words needs no quotes.
    """
    from exile_map.gazetteer import Gazetteer

    gazetteer = Gazetteer(overlay=overlay)
    answer = gazetteer.find(" ".join(name), year=year, country=country, region=region, near=near)
    if as_json:
        click.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=1))
    else:
        _print(answer)
    if answer.status != "ok":
        raise click.exceptions.Exit(NOT_SETTLED)


def _print(answer: Answer) -> None:
    click.echo(visible(answer.reason))
    matches = [answer.match] if answer.match else []
    rows = [_cells(match) for match in [*matches, *answer.candidates]]
    if rows:
        headers = ("Then", "Today", "Where", "Lat", "Lon", "How exactly", "Layer")
        print_table(headers, rows)
    for said in _sources([*matches, *answer.candidates]):
        click.echo(visible(said))
    for said in (answer.match.note, answer.match.remark) if answer.match else ():
        if said:
            click.echo(visible(said))
    if answer.suggestions:
        click.echo(f"Near in spelling: {visible(', '.join(answer.suggestions))}")


def _cells(match: Match) -> tuple[str, ...]:
    around = match.stands_in or match.region
    then = f"{match.country_then} (today {match.country})" if match.country_then else match.country
    where = [around if around != match.name else "", then]
    width = f", within {match.radius_km:.0f} km" if match.radius_km else ""
    return (
        match.toponym,
        match.name,
        ", ".join(part for part in where if part),
        f"{match.lat:.4f}",
        f"{match.lon:.4f}",
        f"{match.precision}{width}",
        match.layer,
    )


def _sources(matches: Sequence[Match]) -> list[str]:
    """Say where each place is known from, and those known from one source together."""
    places: dict[str, dict[str, None]] = {}
    for match in matches:
        places.setdefault(match.source, {})[f"{match.name} ({match.country})"] = None
    if len(places) == 1:
        return [f"Source: {source}" for source in places]
    return [f"Source of {', '.join(named)}: {source}" for source, named in places.items()]
