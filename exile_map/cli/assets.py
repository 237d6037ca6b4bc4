"""`exile-map assets`: the one file that the custom element needs."""

from __future__ import annotations

from pathlib import Path

import click

from exile_map.cli.report import visible


@click.command()
@click.argument("folder", metavar="DIR")
@click.option(
    "--basemap",
    default="10m",
    show_default=True,
    metavar="none|110m|10m",
    help="The world it carries: none, coarsely (25 kB) or finely (200 kB).",
)
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
def assets(*, folder: str, basemap: str, quiet: bool) -> None:
    """Write exile-map.js, the module of <exile-map src="life.geojson">, into DIR."""
    import gzip

    from exile_map import embedding, files, page
    from exile_map.errors import UsageError, shown

    text = page.module(basemap)
    target = Path(folder) / "exile-map.js"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"cannot make the folder {shown(folder)}: {error.strerror}. Name another."
        raise UsageError(message) from error
    files.save(target, text)
    if quiet:
        return
    data = files.encoded(text)
    packed = len(gzip.compress(data)) / 1000
    size = f"{len(data) / 1000:.0f} kB, {packed:.0f} kB as servers send it"
    click.echo(f"Wrote {visible(str(target))} ({size}). In the page:", err=True)
    key = embedding.integrity(data)
    click.echo(f'<script type="module" src="exile-map.js" integrity="{key}"></script>')
