"""The page: routes as one HTML file that needs nothing else, not even JavaScript to be read."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from exile_map import _corpus
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
from exile_map._document import document, heading
from exile_map._gathered import Gathered
from exile_map._life import stays_in
from exile_map._policy import policy, sources_of
from exile_map._publishing import BASEMAPS, PLAIN, Additions, Publication
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
    "parts",
    "render",
    "strings",
    "title_of",
    "widget",
]

_RTL: Final = frozenset({"ar", "fa", "he"})
_NAMED_PERSONS: Final = 4
_BASEMAP_CREDIT: Final = "Natural Earth"

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


def render(  # noqa: PLR0913 -- each is a choice of its own, all but one with a default
    routes: Sequence[Route],
    *,
    country_name: CountryName,
    title: str | None = None,
    lang: str = "en",
    additions: Additions | None = None,
    publication: Publication = PLAIN,
    view: str | None = None,
) -> str:
    """Write the page as one text; see `parts`."""
    return "".join(
        parts(
            routes,
            country_name=country_name,
            title=title,
            lang=lang,
            additions=additions,
            publication=publication,
            view=view,
        )
    )


def parts(  # noqa: PLR0913 -- as above
    routes: Sequence[Route],
    *,
    country_name: CountryName,
    title: str | None = None,
    lang: str = "en",
    additions: Additions | None = None,
    publication: Publication = PLAIN,
    view: str | None = None,
) -> tuple[str, ...]:
    """Write the page, in parts to be written one after the other: a large one is so there once.

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
    words = words | _own_words(lang, words, publication, corpus=corpus)
    if not title and corpus:
        title = words["corpus_title"].format(n=len(routes))
    title = title or title_of(routes, words)
    added = (additions or Additions()).contained
    # The page has as much of Leaflet as it needs; folium's layers may need any of it.
    bundle = "player" if additions else "corpus" if corpus else "page"
    drawn = ""
    if corpus:
        gathered = Gathered(routes, lang, country_name)
        data = corpus_data(routes, gathered, title=title)
        listed = _corpus.document(gathered, title, words)
    else:
        told: dict[str, Any] = {"title": title, "lang": lang, "country_name": country_name}
        data = page_data(routes, **told, at_once=bool(added.script))
        drawn = _picture(routes, words)
        listed = document(data.listed, title, words, drawn, stays=data.stays)
    style = static_text(f"{bundle}.css")
    script = static_text("packed.js" if data.is_packed and bundle == "page" else f"{bundle}.js")
    linked = sources_of(routes) if publication.link_images else ""
    allowed = policy(style, script, head=added.head, scripts=added.script, linked=linked)
    # Where the picture is in the document, print shows it instead of the player's map.
    pictured = " em-pictured" if drawn and not data.is_packed else ""
    above = [
        *_head(title, lang, allowed, style, added),
        '<body class="exile-map-page">',
        f'<main id="exile-map" class="exile-map{pictured}"{publication.attributes}>',
    ]
    asynchronous = ' type="module" async' if corpus else ""
    begun = [
        f'<script type="application/json" id="em-basemap">{_basemap(publication)}</script>',
        json_block("em-strings", words),
        f"<script{asynchronous}>{script}</script>",
    ]
    shut = ["</main>", *([added.body] if added.body else [])]
    below = [
        *([f'<script type="module">{added.script}</script>'] if added.script else []),
        "</body>",
        "</html>",
    ]
    # The player needs nothing that follows it: the map is seen before the rest has come.
    if corpus:
        whole = _lines(above, listed, shut)
        return (whole, *data.blocks, _lines(begun), *data.texts, _lines(below))
    rest = _lines(begun, listed, shut)
    ends = _lines(_catalogued(data, title, words), below)
    return (_lines(above, [heading(title)]), *data.blocks, rest, *data.texts, ends)


def _lines(*several: list[str]) -> str:
    return "\n".join([*(line for lines in several for line in lines), ""])


def _own_words(
    lang: str, words: dict[str, Any], publication: Publication, *, corpus: bool
) -> dict[str, Any]:
    """Return the words that not every page has: those of many lives, and whom to credit."""
    own = dict(corpus_strings(lang)) if corpus else {}
    if publication.basemap == "none":
        own["credits"] = words["credits"].replace(f"{_BASEMAP_CREDIT} · ", "")
    return own


def _is_corpus(routes: Sequence[Route], view: str | None, additions: Additions | None) -> bool:
    if view is not None and view not in VIEWS:
        message = f"there is no view {shown(view)}; there is {', '.join(VIEWS)}"
        raise UsageError(message)
    if additions:
        return False
    return is_corpus(routes) if view is None else view == "corpus"


def _picture(routes: Sequence[Route], words: dict[str, Any]) -> str:
    """Draw the picture for print and for readers without scripts; none of very many stays."""
    if stays_in(routes) > _MOST_PICTURED:
        return ""
    from exile_map import picture  # noqa: PLC0415 -- a fifth of what a page of many has to import

    return picture.svg(routes, strings=words, size=_PICTURE_SIZE, coarser=_PICTURE_COARSER)


def _catalogued(data: PageData, title: str, words: dict[str, Any]) -> list[str]:
    """Describe the map to search engines and catalogues; not by a part of its stays."""
    if not data.is_whole:
        return []
    return [data_block("application/ld+json", linked_data(data.listed, title, words))]


def _basemap(publication: Publication) -> str:
    name = BASEMAPS[publication.basemap]
    return static_text(name) if name else "null"


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
