"""The page: routes as one HTML file that needs nothing else, not even JavaScript to be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING, Any, Final

from exile_map import _corpus, picture
from exile_map._built import (
    STATIC,
    corpus_strings,
    data_url,
    languages,
    static_text,
    strings,
    widget,
)
from exile_map._citing import linked_data
from exile_map._corpus import are_many, is_corpus
from exile_map._data import corpus_data, data_block, json_block, page_data
from exile_map._document import document
from exile_map._policy import policy, sources_of
from exile_map.errors import UsageError, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map._data import PageData
    from exile_map.routes import Route
    from exile_map.telling import CountryName

__all__ = [
    "BASEMAPS",
    "LEAFLET_NOTICE",
    "STATIC",
    "VIEWS",
    "Additions",
    "Publication",
    "are_many",
    "data_url",
    "is_corpus",
    "languages",
    "module",
    "render",
    "strings",
    "title_of",
    "widget",
]

_RTL: Final = frozenset({"ar", "fa", "he"})
_NAMED_PERSONS: Final = 4
_ORIGIN: Final = re.compile(r"https?://[a-z0-9.\-]+(?::\d+)?", re.IGNORECASE)
_BASEMAP_CREDIT: Final = "Natural Earth"

BASEMAPS: Final = {"none": "", "110m": "world-110m.json", "10m": "world.json"}
"""The basemaps, by Natural Earth's scales (1:110,000,000 and 1:10,000,000), and their files."""

VIEWS: Final = ("route", "corpus")
"""How lives are shown: told one stay after the other, or all at once by the calendar."""

# The picture is part of every page: as small a file as still looks well.
_PICTURE_SIZE: Final = (800, 550)
_PICTURE_COARSER: Final = 1.5
# Of more stays the page is quicker made and read without one.
_MOST_PICTURED: Final = 2000

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


@dataclass(frozen=True, slots=True)
class Publication:
    """How a page is published: what it carries, and who may talk to it.

    Parameters
    ----------
    basemap
        How finely the world is drawn, by Natural Earth's scales; see `BASEMAPS`.
    link_images
        Whether pictures may be asked for where they are; otherwise only those in the page show.
    origins
        Whose pages may drive a framed map by messages, e.g. ``https://museum.example``; none is
        anybody's.

    Raises
    ------
    UsageError
        There is no such basemap, or an origin is none.
    """

    basemap: str = "10m"
    link_images: bool = False
    origins: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check what was chosen."""
        if self.basemap not in BASEMAPS:
            message = f"there is no basemap {shown(self.basemap)}; there is {', '.join(BASEMAPS)}"
            raise UsageError(message)
        for origin in self.origins:
            if not _ORIGIN.fullmatch(origin):
                message = (
                    f"{shown(origin)} is no origin. Write scheme and host, without a path:"
                    " https://museum.example"
                )
                raise UsageError(message)


def render(  # noqa: PLR0913 -- each is a choice of its own, all but one with a default
    routes: Sequence[Route],
    *,
    country_name: CountryName,
    title: str | None = None,
    lang: str = "en",
    additions: Additions | None = None,
    publication: Publication = Publication(),
    view: str | None = None,
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
    publication
        What the page carries, and who may talk to it.
    view
        One of `VIEWS`; by the number of lives and stays where None, see `is_corpus`. With
        folium's layers it is always the route's.

    Raises
    ------
    UsageError
        There is no interface in that language, or no such view.
    MissingPartError
        The player was not built.
    """
    words = strings(lang)
    corpus = _is_corpus(routes, view, additions)
    if corpus:
        words = words | corpus_strings(lang)
    basemap = BASEMAPS[publication.basemap]
    if not basemap:
        words = words | {"credits": words["credits"].replace(f"{_BASEMAP_CREDIT} · ", "")}
    if not title and corpus:
        title = words["corpus_title"].format(n=len(routes))
    title = title or title_of(routes, words)
    added = additions or Additions()
    told: dict[str, Any] = {"title": title, "lang": lang, "country_name": country_name}
    if corpus:
        data = corpus_data(routes, **told)
    else:
        data = page_data(routes, **told, at_once=bool(added.script))
    # The page has as much of Leaflet as it needs; folium's layers may need any of it.
    bundle = "player" if additions else "corpus" if corpus else "page"
    style = static_text(f"{bundle}.css")
    script = static_text("packed.js" if data.is_packed and bundle == "page" else f"{bundle}.js")
    # A closing tag in a layer's text would end the element it stands in.
    extra = re.sub("</(?=script)", r"<\\/", added.script, flags=re.IGNORECASE)
    added = replace(added, script=extra)
    drawn = "" if corpus else _picture(routes, words)
    # Where the picture is in the document, print shows it instead of the player's map.
    pictured = " em-pictured" if drawn and not data.is_packed else ""
    linked = sources_of(routes) if publication.link_images else ""
    allowed = policy(style, script, head=added.head, scripts=added.script, linked=linked)
    return "\n".join(
        [
            *_head(title, lang, allowed, style, added),
            '<body class="exile-map-page">',
            f'<main id="exile-map" class="exile-map{pictured}"{_told(publication)}>',
            *(
                _corpus.document(routes, title, words, lang)
                if corpus
                else document(data.listed, title, words, drawn, stays=data.stays)
            ),
            "</main>",
            *([added.body] if added.body else []),
            *([] if corpus else _catalogued(data, title, words)),
            *data.blocks[: -1 if corpus else None],
            f'<script type="application/json" id="em-basemap">{_json(basemap)}</script>',
            json_block("em-strings", words),
            f'<script type="module"{" async" if corpus else ""}>{script}</script>',
            # Of many lives the texts are most of the page: the map does not wait for them.
            *(data.blocks[-1:] if corpus else []),
            *([f'<script type="module">{added.script}</script>'] if added.script else []),
            "</body>",
            "</html>",
            "",
        ]
    )


def _is_corpus(routes: Sequence[Route], view: str | None, additions: Additions | None) -> bool:
    if view is not None and view not in VIEWS:
        message = f"there is no view {shown(view)}; there is {', '.join(VIEWS)}"
        raise UsageError(message)
    if additions:
        return False
    return is_corpus(routes) if view is None else view == "corpus"


def _picture(routes: Sequence[Route], words: dict[str, Any]) -> str:
    """Draw the picture for print and for readers without scripts; none of very many stays."""
    if sum(len(route.stays) for route in routes) > _MOST_PICTURED:
        return ""
    return picture.svg(routes, strings=words, size=_PICTURE_SIZE, coarser=_PICTURE_COARSER)


def _catalogued(data: PageData, title: str, words: dict[str, Any]) -> list[str]:
    """Describe the map to search engines and catalogues; not by a part of its stays."""
    if not data.is_whole:
        return []
    return [data_block("application/ld+json", linked_data(data.listed, title, words))]


def _told(publication: Publication) -> str:
    """Write what the player has to know of the publication, as attributes."""
    pictures = " data-pictures" if publication.link_images else ""
    origins = " ".join(origin.lower() for origin in publication.origins)
    return pictures + (f' data-origins="{escape(origins)}"' if origins else "")


def _json(basemap: str) -> str:
    return static_text(basemap) if basemap else "null"


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


def module(basemap: str = "10m") -> str:
    """Return the module of the custom element, with a basemap of `BASEMAPS` in it.

    Raises
    ------
    UsageError
        There is no such basemap.
    MissingPartError
        The player was not built.
    """
    return static_text(f"exile-map.{Publication(basemap).basemap}.js")


def title_of(routes: Sequence[Route], words: dict[str, Any]) -> str:
    """Return the title of a map that was given none: the persons, or from where to where.

    Many lives are called by their number.
    """
    if is_corpus(routes):
        return str(corpus_strings(words["lang"])["corpus_title"]).format(n=len(routes))
    named = [route.person for route in routes if route.person]
    if not named:
        stays = [stay for route in routes for stay in route.stays]
        ends = {"from": stays[0].located.title, "to": stays[-1].located.title}
        return str(words["journey"]).format(**ends)
    shown = ", ".join(named[:_NAMED_PERSONS])
    return shown + ("\N{NO-BREAK SPACE}…" if len(named) > _NAMED_PERSONS else "")
