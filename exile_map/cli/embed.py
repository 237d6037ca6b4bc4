"""`exile-map embed`: what to paste into a page so that it shows a map."""

from __future__ import annotations

from pathlib import Path

import click

from exile_map.embedding import DEFAULT_HEIGHT
from exile_map.errors import UsageError, shown


@click.command()
@click.argument("file", metavar="MAP.html|LIFE.geojson")
@click.option("--height", type=int, default=DEFAULT_HEIGHT, show_default=True, help="Pixels.")
@click.option("--ratio", default="", metavar="16:10", help="Width to height, instead of a height.")
@click.option("--title", default="", help="What the map is called; its own title by default.")
@click.option("--src", default="", metavar="ADDRESS", help="Where the file will lie on the web.")
@click.option("--links", is_flag=True, help="Let links to sources open in a new tab.")
@click.option("--headers", is_flag=True, help="Print the HTTP headers to serve the map with.")
def embed(  # noqa: PLR0913 -- one parameter an option
    *, file: str, height: int, ratio: str, title: str, src: str, links: bool, headers: bool
) -> None:
    """Print what to paste into a page: a frame for MAP.html, an element for LIFE.geojson."""
    from exile_map import embedding

    text = _text_of(file)
    source = src or Path(file).name
    if not embedding.is_page(text):
        if headers:
            message = f"{shown(file)} is no map of ours: only a map is served with headers."
            raise UsageError(message)
        click.echo(_element(text, file, source, title))
        return
    if headers:
        for name, value in embedding.headers(text).items():
            click.echo(f"{name}: {value}")
        return
    how = embedding.Frame(height, ratio, links)
    click.echo(embedding.frame(source, title or embedding.title_of(text), how))
    if not links and 'rel="noopener' in text:
        note = "Note: in this frame links to sources do not open; --links lets them."
        click.echo(note, err=True)


def _element(text: str, file: str, source: str, title: str) -> str:
    from exile_map import embedding

    try:
        document = embedding.document_of(text)
    except UsageError as error:
        message = f"{shown(file)} cannot be embedded: {error}."
        raise UsageError(message) from error
    folder = source.rpartition("/")[0]
    module = f"{folder}/exile-map.js" if folder else "exile-map.js"
    return embedding.element(document, source, module, title)


def _text_of(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        message = f"{shown(file)} is no map of ours."
        raise UsageError(message) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"cannot read {shown(file)}: {reason}. Check the path."
        raise UsageError(message) from error
