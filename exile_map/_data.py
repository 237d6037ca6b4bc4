"""The data of a page: a few stays as GeoJSON, to be read as it stands; many of them packed."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from exile_map._document import MOST_LISTED
from exile_map._gathered import Gathered
from exile_map._life import stays_in
from exile_map._listed import listed
from exile_map.linked_places import head_of, to_geojson
from exile_map.packed import pack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.packed import Packed
    from exile_map.routes import Route
    from exile_map.telling import CountryName

MOST_WRITTEN: Final = 10_000
"""Of more stays than this the document for readers without scripts has the first thousand only."""
_FIRST: Final = 1_000


@dataclass(frozen=True, slots=True)
class PageData:
    """What a page carries of its routes.

    Parameters
    ----------
    listed
        GeoJSON of the stays that the document lists.
    blocks
        The elements that hold what the player needs to begin, each on its line: texts to be
        written one after the other.
    stays
        How many stays there are in all.
    texts
        The element that holds what it needs later, in such texts; none where all is in the blocks.
    """

    listed: dict[str, Any]
    blocks: tuple[str, ...]
    stays: int
    texts: tuple[str, ...] = ()

    @property
    def is_packed(self) -> bool:
        """Whether there are so many stays that they are packed."""
        return self.stays > MOST_LISTED

    @property
    def is_whole(self) -> bool:
        """Whether all stays are listed."""
        return self.stays <= MOST_WRITTEN


def corpus_data(routes: Sequence[Route], gathered: Gathered, *, title: str) -> PageData:
    """Write the data of a page of many lives, which is always packed; see `page_data`."""
    lang, name = gathered.lang, gathered.country_name
    head = head_of(routes, title=title, lang=lang, country_name=name)
    # Of many lives nobody reads what each comes to, or who met whom.
    head = {name: told for name, told in head.items() if name != "summary"}
    packed = pack(routes, head, country_name=name, countries=True, gathered=gathered)
    stays = len(gathered)
    return PageData({"exile_map": head, "features": []}, *_packed_blocks(packed, stays))


def page_data(
    routes: Sequence[Route], *, title: str, lang: str, country_name: CountryName, at_once: bool
) -> PageData:
    """Write the data of a page.

    Parameters
    ----------
    routes
        What is drawn.
    title, lang, country_name
        As in `linked_places.to_geojson`.
    at_once
        Whether the page's own scripts follow at once, so that nothing may wait to be unpacked.
    """
    told: dict[str, Any] = {"title": title, "lang": lang, "country_name": country_name}
    stays = stays_in(routes)
    if stays <= MOST_LISTED:
        data = to_geojson(routes, **told)
        return PageData(data, (f"{json_block('em-data', data)}\n",), stays)
    head = head_of(routes, **told)
    gathered = Gathered(routes, lang, country_name)
    packed = pack(routes, head, country_name=country_name, plain=at_once, gathered=gathered)
    shown = _FIRST if stays > MOST_WRITTEN else stays
    first = listed(gathered, shown)
    return PageData({"exile_map": head, "features": first}, *_packed_blocks(packed, stays))


def _packed_blocks(packed: Packed, stays: int) -> tuple[tuple[str, ...], int, tuple[str, ...]]:
    """Write the elements, in parts that are not to be put together before they are written."""
    block = '<script type="application/octet-stream" id="em-{}">'.format
    columns = f"{block('columns')}{packed.columns}</script>\n"
    head = f"{json_block('em-data', packed.head)}\n"
    return (head, columns), stays, (block("texts"), *packed.texts, "</script>\n")


def json_block(name: str, value: object) -> str:
    """Write an element that holds JSON for the player."""
    return data_block(f'application/json" id="{name}', value)


def data_block(kind: str, value: object) -> str:
    """Write an element that holds JSON of some kind."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    # Inside a script element only "<" can end it or open a comment.
    safe = text.replace("<", "\\u003c")
    return f'<script type="{kind}">{safe}</script>'
