"""Shown: a picture and the list of stays, as a notebook shows them where no script runs."""

from __future__ import annotations

import base64
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Final

from exile_map.telling import when_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.routes import Route, Stay

_MOST_LISTED: Final = 400


def shown(routes: Sequence[Route], svg: str, title: str, lang: str) -> str:
    """Write the picture and the list as HTML that no notebook's sanitiser takes away.

    Parameters
    ----------
    routes
        The routes.
    svg
        Their picture.
    title
        What it is called, for those who do not see it.
    lang
        The language of the dates.
    """
    source = base64.b64encode(svg.encode()).decode()
    image = f'<img src="data:image/svg+xml;base64,{source}" alt="{escape(title)}" width="100%">'
    return "".join([f"<div>{image}", *_lists(routes, lang), "</div>"])


def _lists(routes: Sequence[Route], lang: str) -> Iterator[str]:
    room = _MOST_LISTED
    for route in routes:
        if room <= 0:
            break
        if len(routes) > 1:
            yield f"<p><b>{escape(route.person)}</b></p>"
        items = (f"<li>{escape(_line(stay, lang))}</li>" for stay in islice(route.stays, room))
        yield f"<ol>{''.join(items)}</ol>"
        room -= len(route.stays)
    if room < 0:
        yield f"<p>… {-room:+}</p>"


def _line(stay: Stay, lang: str) -> str:
    place = stay.located.place
    told = (stay.located.title, when_words(stay, lang), place.move, place.stay)
    return ", ".join(part for part in told if part)
