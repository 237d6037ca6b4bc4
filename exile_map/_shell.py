"""The shell of a page: what stands around its data and its document."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from exile_map._data import json_block

if TYPE_CHECKING:
    from exile_map._publishing import Additions, Publication

_RTL: Final = frozenset({"ar", "fa", "he"})

LEAFLET_NOTICE: Final = (
    "Leaflet 1.9.4, BSD-2-Clause, © 2010–2023 Volodymyr Agafonkin, © 2010–2011 CloudMade"
)


def opened(  # noqa: PLR0913 -- each is said in the page
    title: str,
    lang: str,
    policy: str,
    style: str,
    added: Additions,
    *,
    pictured: bool,
    published: Publication,
) -> list[str]:
    """Write all that stands above the document; ``pictured`` where that has a picture for print."""
    kind = "exile-map em-pictured" if pictured else "exile-map"
    return [
        *_head(title, lang, policy, style, added),
        '<body class="exile-map-page">',
        f'<main id="exile-map" class="{kind}"{published.attributes}>',
    ]


def scripts(basemap: str, words: dict[str, Any], script: str, *, at_once: bool) -> list[str]:
    """Write the world, the words and the player, which may run ``at_once``, before all has come."""
    asynchronous = ' type="module" async' if at_once else ""
    return [
        f'<script type="application/json" id="em-basemap">{basemap}</script>',
        json_block("em-strings", words),
        f"<script{asynchronous}>{script}</script>",
    ]


def shut(added: Additions) -> list[str]:
    """Write the end of the map."""
    return ["</main>", *([added.body] if added.body else [])]


def ended(added: Additions) -> list[str]:
    """Write the end of the page."""
    script = [f'<script type="module">{added.script}</script>'] if added.script else []
    return [*script, "</body>", "</html>"]


def _head(title: str, lang: str, policy: str, style: str, added: Additions) -> list[str]:
    return [
        "<!doctype html>",
        f'<html lang="{lang}" dir="{"rtl" if lang in _RTL else "ltr"}">',
        "<head>",
        '<meta charset="utf-8">',
        policy,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="generator" content="exile_map">',
        f"<title>{escape(title)}</title>",
        f"<!-- {LEAFLET_NOTICE} -->",
        f"<style>{style}</style>",
        *([added.head] if added.head else []),
        "</head>",
    ]
