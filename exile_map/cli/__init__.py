"""The command line: arguments, messages, exit codes. What is done is done elsewhere."""

from __future__ import annotations

import click

from exile_map.cli.assets import assets
from exile_map.cli.check import check
from exile_map.cli.draw import draw
from exile_map.cli.embed import embed
from exile_map.cli.export import export
from exile_map.cli.geocode import geocode
from exile_map.cli.group import Group
from exile_map.cli.leaving import run
from exile_map.cli.place import place

__all__ = ["main", "start"]


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="exile-map", prog_name="exile-map")
def main() -> None:
    """Turn a CSV of places and years into an animated map of a life in exile."""


for _command in (draw, check, export, geocode, place, embed, assets):
    main.add_command(_command)


def start() -> None:
    """Run the command line as a process of its own."""
    run(main)
