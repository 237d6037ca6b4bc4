"""`exile-map check`: what was understood, row by row, and what is doubtful."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import print_table, report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.geocoding import Located
    from exile_map.routes import Route, Stay


@click.command()
@reading
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def check(told: Reading, *, as_json: bool) -> None:
    """Say what was understood of FILE.csv, row by row, and what is doubtful."""
    from exile_map import routes

    _, located = told.locate()
    drawn = routes.build(located)
    if as_json:
        click.echo(json.dumps(_understood(located, drawn), ensure_ascii=False, indent=1))
        return
    headers = ("Row", "Person", "Place", "Found as", "When", "Stay", "Came")
    print_table(headers, (_cells(route, stay) for route in drawn for stay in route.stays))
    report(located.problems)


def _understood(located: Located, drawn: Iterable[Route]) -> dict[str, Any]:
    rows = [_row(route, stay) for route in drawn for stay in route.stays]
    return {"rows": rows, "problems": [asdict(problem) for problem in located.problems]}


def _row(route: Route, stay: Stay) -> dict[str, Any]:
    from exile_map.linked_places import when_words

    here = stay.located
    return {
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


def _cells(route: Route, stay: Stay) -> tuple[str, ...]:
    from exile_map.geocoding import named
    from exile_map.linked_places import when_words

    here = stay.located
    found = named(here.match) if here.match else ("given" if here.point else "?")
    return (
        str(here.place.row),
        route.person,
        here.place.place,
        f"{found} ({here.precision})" if here.point else found,
        when_words(stay),
        here.place.stay,
        here.place.move,
    )
