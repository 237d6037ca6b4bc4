"""`exile-map check`: what was understood, row by row, and what is doubtful."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from exile_map.cli.group import PROBLEMS_IN_DATA
from exile_map.cli.reading import Reading, reading
from exile_map.cli.report import print_table, report
from exile_map.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.errors import Problem
    from exile_map.routes import Route, Stay


@click.command()
@reading
@click.option("--json", "as_json", is_flag=True, help="Print everything as JSON.")
def check(told: Reading, *, as_json: bool) -> None:
    """Say what was understood of FILE.csv (or several), row by row, and what is doubtful.

    Doubtful are names, dates and cells, and lives: stays that overlap, journeys too fast for their
    time, places called by a name they did not have, stays without a source, and more. What you
    know to be right can be left out: --silence no-source.
    """
    try:
        drawn, problems = _checked(told)
    except DataError as error:
        if as_json:
            click.echo(_as_json([], error.problems))
            raise click.exceptions.Exit(PROBLEMS_IN_DATA) from error
        raise
    if as_json:
        click.echo(_as_json(drawn, problems))
        return
    headers = ("Row", "Person", "Place", "Found as", "When", "Stay", "Came")
    print_table(headers, (_cells(route, stay) for route in drawn for stay in route.stays))
    if len(drawn) > 1:
        click.echo(_met(drawn))
    report(problems)


def _checked(told: Reading) -> tuple[tuple[Route, ...], tuple[Problem, ...]]:
    """Read, locate and check; return the lives and all that is doubtful about them."""
    from exile_map import checks, reports

    lives = told.lives()
    doubts = checks.problems(lives.routes, file=lives.source, finder=told.finder)
    return lives.routes, reports.silenced((*lives.problems, *doubts), told.silence)


def _met(drawn: Sequence[Route]) -> str:
    """Say in a line how often the persons met."""
    from exile_map.encountering import encounters

    found = encounters(drawn)
    certain = sum(each.certainty == "certain" for each in found)
    return f"Encounters: {certain} certain, {len(found) - certain} possible."


def _as_json(drawn: Iterable[Route], problems: Iterable[Problem]) -> str:
    rows = [_row(route, stay) for route in drawn for stay in route.stays]
    told = {"rows": rows, "problems": [asdict(problem) for problem in problems]}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _row(route: Route, stay: Stay) -> dict[str, Any]:
    from exile_map.telling import when_words

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
    from exile_map.telling import when_words

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
