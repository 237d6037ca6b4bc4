"""SVG: a vector picture, for print and for drawing programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.exports.pictures import Picture
from exile_map.files import encoded

if TYPE_CHECKING:
    from exile_map.exports.formats import Request


def write(request: Request) -> bytes:
    """Draw routes as an SVG document."""
    return encoded(picture_of(request).svg())


def picture_of(request: Request) -> Picture:
    """Return the picture that is asked for."""
    told = {key: request.options[key] for key in ("year", "size") if key in request.options}
    return Picture(request.routes, title=request.title, lang=request.lang, **told)
