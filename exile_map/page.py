"""The page: routes as one HTML file that needs nothing else, not even JavaScript to be read."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exile_map._data import json_block, page_data
from exile_map._document import document
from exile_map.errors import MissingPartError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.routes import Route
    from exile_map.telling import CountryName

STATIC: Final = Path(__file__).parent / "static"
"""What the build hook made of the player."""

_RTL: Final = frozenset({"ar", "fa", "he"})
_NAMED_PERSONS: Final = 3

LEAFLET_NOTICE: Final = (
    "Leaflet 1.9.4, BSD-2-Clause, © 2010–2023 Volodymyr Agafonkin, © 2010–2011 CloudMade"
)


@dataclass(frozen=True, slots=True)
class Additions:
    """What a host adds to the page, already markup: used by folium's layers only.

    Parameters
    ----------
    head, body, script
        Markup for the head and the body, and JavaScript that runs after the player.
    """

    head: str = ""
    body: str = ""
    script: str = ""


def render(
    routes: Sequence[Route],
    *,
    country_name: CountryName,
    title: str | None = None,
    lang: str = "en",
    additions: Additions | None = None,
) -> str:
    """Write the page.

    Parameters
    ----------
    routes
        What is drawn.
    country_name
        Where a country's name comes from, e.g. ``Gazetteer().country_name``.
    title
        The map's title; the persons' names where not given.
    lang
        The interface's language, an ISO 639-1 code; see `languages`.
    additions
        What folium's layers bring.

    Raises
    ------
    UsageError
        There is no interface in that language.
    MissingPartError
        The player was not built.
    """
    words = strings(lang)
    title = title or _title(routes, words)
    added = additions or Additions()
    data = page_data(
        routes, title=title, lang=lang, country_name=country_name, at_once=bool(added.script)
    )
    # The page has as much of Leaflet as it needs; folium's layers may need any of it.
    bundle = "player" if additions else "page"
    style = _static(f"{bundle}.css")
    script = _static("packed.js" if data.is_packed and not additions else f"{bundle}.js")
    # A closing tag in a layer's text would end the element it stands in.
    extra = re.sub("</(?=script)", r"<\\/", added.script, flags=re.IGNORECASE)
    added = replace(added, script=extra)
    return "\n".join(
        [
            *_head(title, lang, style, script, added),
            '<body class="exile-map-page">',
            '<main id="exile-map" class="exile-map">',
            *document(data.listed, title, words, stays=data.stays),
            "</main>",
            *([added.body] if added.body else []),
            *data.blocks,
            f'<script type="application/json" id="em-basemap">{_static("world.json")}</script>',
            json_block("em-strings", words),
            f'<script type="module">{script}</script>',
            *([f'<script type="module">{added.script}</script>'] if added.script else []),
            "</body>",
            "</html>",
            "",
        ]
    )


def _head(title: str, lang: str, style: str, script: str, added: Additions) -> list[str]:
    return [
        "<!doctype html>",
        f'<html lang="{lang}" dir="{"rtl" if lang in _RTL else "ltr"}">',
        "<head>",
        '<meta charset="utf-8">',
        _policy(style, script, added),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="exile_map">',
        f"<title>{escape(title)}</title>",
        f"<!-- {LEAFLET_NOTICE} -->",
        f"<style>{style}</style>",
        *([added.head] if added.head else []),
        "</head>",
    ]


def languages() -> tuple[str, ...]:
    """Return the languages the page speaks, as ISO 639-1 codes."""
    return tuple(sorted(path.stem for path in (STATIC / "lang").glob("*.json")))


@cache
def strings(lang: str) -> dict[str, Any]:
    """Return the words of the interface in one language.

    Raises
    ------
    UsageError
        There is no interface in that language.
    """
    if not re.fullmatch("[a-z]{2}", lang) or not (STATIC / "lang" / f"{lang}.json").exists():
        known = ", ".join(languages()) or "none: the player was not built"
        message = f"there is no interface in {lang!r}; there is {known}"
        raise UsageError(message)
    words: dict[str, Any] = json.loads(_static(f"lang/{lang}.json"))
    return words


def data_url(name: str, media_type: str) -> str:
    """Return one of the player's files as an address that holds it.

    Raises
    ------
    MissingPartError
        The player was not built.
    """
    return f"data:{media_type};base64,{base64.b64encode(_bytes(name)).decode()}"


@cache
def _static(name: str) -> str:
    return _bytes(name).decode()


def _bytes(name: str) -> bytes:
    try:
        return (STATIC / name).read_bytes()
    except FileNotFoundError as error:
        message = (
            f"the player's {name} is missing: the package was not built."
            " Run `pip install .` in the checkout, or `pip install exile-map`."
        )
        raise MissingPartError(message) from error


def _title(routes: Sequence[Route], words: dict[str, Any]) -> str:
    named = [route.person for route in routes if route.person]
    if not named:
        stays = [stay for route in routes for stay in route.stays]
        ends = {"from": stays[0].located.title, "to": stays[-1].located.title}
        return str(words["journey"]).format(**ends)
    shown = ", ".join(named[:_NAMED_PERSONS])
    return shown + ("\N{NO-BREAK SPACE}…" if len(named) > _NAMED_PERSONS else "")


def _policy(style: str, script: str, added: Additions) -> str:
    """Write the Content-Security-Policy: our own code by its hash, nothing from anywhere.

    A layer of folium's may set style attributes and bring images or scripts from the web; only a
    page with such layers allows that.
    """
    scripts = [_hash(script)]
    styles, images, extra = _hash(style), "data: blob:", ""
    if added.head or added.body or added.script:
        scripts += [_hash(added.script)] if added.script else []
        scripts += [
            _hash(text) for text in re.findall(r"<script>(.*?)</script>", added.head, re.DOTALL)
        ]
        scripts += sorted(set(re.findall(r'<script[^>]* src="(https://[^/"]+)', added.head)))
        styles, images = "'unsafe-inline' https:", "data: blob: https:"
        extra = "; font-src https:"
    policy = (
        f"default-src 'none'; script-src {' '.join(scripts)}; style-src {styles};"
        f" img-src {images}{extra}; base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
