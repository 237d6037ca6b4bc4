"""The page: routes as one HTML file that needs nothing else, not even JavaScript to be read."""

from __future__ import annotations

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
from exile_map._data import corpus_data, data_block, page_data
from exile_map._document import document, heading
from exile_map._gathered import Gathered
from exile_map._life import stays_in
from exile_map._policy import policy, sources_of
from exile_map._publishing import BASEMAPS, PLAIN, Additions, Publication
from exile_map._shell import LEAFLET_NOTICE, ended, opened, scripts, shut
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

_NAMED_PERSONS: Final = 4
_BASEMAP_CREDIT: Final = "Natural Earth"

VIEWS: Final = ("route", "corpus")
"""How lives are shown: told one stay after the other, or all at once by the calendar."""

# The picture is part of every page: as small a file as still looks well.
_PICTURE_SIZE: Final = (800, 550)
_PICTURE_COARSER: Final = 1.5
# Of more stays the page is quicker made and read without one.
_MOST_PICTURED: Final = 2000


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
    corpus = _is_corpus(routes, view, additions)
    words = _words(lang, publication, corpus=corpus)
    if not title and corpus:
        title = words["corpus_title"].format(n=len(routes))
    title = title or title_of(routes, words)
    added = (additions or Additions()).contained
    told: dict[str, Any] = {"title": title, "lang": lang, "country_name": country_name}
    if corpus:
        data, listed, drawn = *_corpus_told(routes, told, words), ""
    else:
        drawn = _picture(routes, words)
        data = page_data(routes, **told, at_once=bool(added.script))
        listed = document(data.listed, title, words, drawn, stays=data.stays)
    # Where the picture is in the document, print shows it instead of the player's map.
    pictured = bool(drawn) and not data.is_packed
    style, script = _code(data, corpus=corpus, whole=additions is not None)
    linked = sources_of(routes) if publication.link_images else ""
    allowed = policy(style, script, head=added.head, scripts=added.script, linked=linked)
    above = opened(title, lang, allowed, style, added, pictured=pictured, published=publication)
    begun = scripts(_basemap(publication), words, script, at_once=corpus)
    # The player needs nothing that follows it: the map is seen before the rest has come.
    if corpus:
        whole = _lines(above, listed, shut(added))
        return (whole, *data.blocks, _lines(begun), *data.texts, _lines(ended(added)))
    rest = _lines(begun, listed, shut(added))
    ends = _lines(_catalogued(data, title, words), ended(added))
    return (_lines(above, [heading(title)]), *data.blocks, rest, *data.texts, ends)


def _corpus_told(
    routes: Sequence[Route], told: dict[str, Any], words: dict[str, Any]
) -> tuple[PageData, list[str]]:
    """Return the data and the document of a page of many lives."""
    gathered = Gathered(routes, told["lang"], told["country_name"])
    data = corpus_data(routes, gathered, title=told["title"])
    return data, _corpus.document(gathered, told["title"], words)


def _code(data: PageData, *, corpus: bool, whole: bool) -> tuple[str, str]:
    """Return the page's styles and script.

    It has as much of Leaflet as it needs; folium's layers may need any (``whole``) of it.
    """
    bundle = "player" if whole else "corpus" if corpus else "page"
    script = "packed.js" if data.is_packed and bundle == "page" else f"{bundle}.js"
    return static_text(f"{bundle}.css"), static_text(script)


def _lines(*several: list[str]) -> str:
    return "\n".join([*(line for lines in several for line in lines), ""])


def _words(lang: str, publication: Publication, *, corpus: bool) -> dict[str, Any]:
    """Return the words of a page, those that not every page has among them."""
    words = strings(lang)
    own = dict(corpus_strings(lang)) if corpus else {}
    if publication.basemap == "none":
        own["credits"] = words["credits"].replace(f"{_BASEMAP_CREDIT} · ", "")
    return words | own


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
