"""Pictures: routes drawn as a printed plate, in SVG, without a browser.

One drawing code for every still picture of a map: exports, print, pages without JavaScript and
notebooks. It draws what the page draws, from the same basemap and in the same encoding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exile_map.errors import UsageError
from exile_map.picture import plate
from exile_map.picture.wording import Words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exile_map.routes import Route

__all__ = ["SIZE", "svg"]

SIZE: Final = (1200, 800)
"""Width and height of a picture, in pixels, where none are told."""

_LARGEST: Final = 20000


def svg(  # noqa: PLR0913 -- the options of a picture
    routes: Sequence[Route],
    *,
    strings: Mapping[str, Any],
    title: str = "",
    year: float | None = None,
    size: tuple[float, float] = SIZE,
    coarser: float = 0,
) -> str:
    """Draw routes as an SVG document.

    Parameters
    ----------
    routes
        What is drawn, one after another.
    strings
        The words of the interface, from `page.strings`.
    title
        Written above the map. Without one the map has no head and no margin: for a page that has
        its own.
    year
        The moment shown, an astronomical year (1 BCE = 0): the way travelled by then is drawn, the
        way ahead faint. None for the whole route.
    size
        Width and height in pixels.
    coarser
        How many zooms the basemap is coarser than could be seen, for a small file.

    Raises
    ------
    UsageError
        The size is no size of a picture.
    MissingPartError
        The basemap was not built.
    """
    width, height = size
    fits = plate.LEAST[0] <= width <= _LARGEST and plate.LEAST[1] <= height <= _LARGEST
    if not fits:
        least = "×".join(map(str, plate.LEAST))
        message = (
            f"a picture is {least} to {_LARGEST}×{_LARGEST} pixels large, not {width}×{height}"
        )
        raise UsageError(message)
    sheet = plate.Sheet(width, height, title, year, coarser)
    return plate.draw(routes, Words(strings), sheet)
