"""PNG: the vector picture in pixels, drawn by resvg (optional extra ``png``)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.errors import MissingPartError, UsageError
from exile_map.exports.svg import picture_of

if TYPE_CHECKING:
    from exile_map.exports.formats import Request

_SIZE: Final = re.compile(' (?:width|height)="([^"]+)"')

MOST_PIXELS: Final = 200_000_000
"""More take more memory (four bytes each, several times over) than a desk has."""


def write(request: Request) -> bytes:
    """Draw routes as a PNG."""
    return picture_of(request).png(scale=request.options.get("scale", 1))


def rasterised(svg: str, scale: float) -> bytes:
    """Turn an SVG document into a PNG.

    Parameters
    ----------
    svg
        The document.
    scale
        How many pixels one of the document's becomes.

    Raises
    ------
    UsageError
        The picture would be too large, or have no size.
    MissingPartError
        The extra ``png`` is not installed.
    """
    try:
        import resvg_py  # noqa: PLC0415 -- an optional extra
    except ImportError as error:
        message = "a PNG needs the extra png: pip install 'exile-map[png]'. An .svg needs nothing."
        raise MissingPartError(message) from error
    width, height = _size(svg)
    if not (scale > 0 and 1 <= width * height * scale**2 <= MOST_PIXELS):
        message = f"at scale {scale:g} the picture would have no size or be too large to draw"
        raise UsageError(message)
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, zoom=scale))


def _size(svg: str) -> tuple[float, float]:
    """Read the size that our own documents tell in their first tag."""
    width, height = (float(part) for part in _SIZE.findall(svg[: svg.index(">")]))
    return width, height
