"""Pictures: routes as one drawing, to be shown in a notebook or saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exile_map import files, page, picture
from exile_map.errors import UsageError
from exile_map.exports import shown
from exile_map.routes import Route

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SMALL_SIZE: Final = (960, 600)
_SMALL_COARSER: Final = 1


@dataclass(frozen=True)
class Picture:
    """A still picture of one or several routes: a printed plate, drawn without a browser.

    Shows itself in a notebook.

    Parameters
    ----------
    routes
        A route, or several.
    year
        The moment shown, an astronomical year (1936; 1936.5; 44 BCE is -43): the way travelled by
        then, the way ahead faint. The whole routes where None.
    title
        The picture's title; the persons' names where None.
    lang
        The language of title, legend and dates, an ISO 639-1 code.
    size
        Width and height in pixels.
    coarser
        How many zooms the basemap is coarser than could be seen, for a smaller file.

    Raises
    ------
    UsageError
        What was given are no routes.
    """

    routes: Route | Iterable[Route]
    year: float | None = None
    title: str | None = None
    lang: str = "en"
    size: tuple[float, float] = picture.SIZE
    coarser: float = 0

    def __post_init__(self) -> None:
        routes = _several(self.routes)
        if not routes or not all(isinstance(route, Route) for route in routes):
            message = "a Picture is made of routes; make them with xm.to_routes"
            raise UsageError(message)
        # What can be gone through only once is kept, so that the picture can be drawn again.
        object.__setattr__(self, "routes", routes)

    def svg(self) -> str:
        """Draw the picture as an SVG document.

        Raises
        ------
        UsageError
            There is no such language, or the size is no size of a picture.
        """
        words = page.strings(self.lang)
        return picture.svg(
            _several(self.routes),
            strings=words,
            title=self.named,
            year=self.year,
            size=self.size,
            coarser=self.coarser,
        )

    @classmethod
    def small(
        cls, routes: Route | Iterable[Route], *, title: str | None = None, lang: str = "en"
    ) -> Picture:
        """Make a picture as notebooks keep it: small, and a small file."""
        return cls(routes, title=title, lang=lang, size=_SMALL_SIZE, coarser=_SMALL_COARSER)

    def with_stays(self) -> str:
        """Write the picture with the list of stays below it, as HTML without a script.

        Raises
        ------
        UsageError
            As `svg`.
        """
        routes = _several(self.routes)
        return shown.shown(routes, self.svg(), self.named, self.lang)

    def png(self, *, scale: float = 1) -> bytes:
        """Draw the picture as a PNG.

        Parameters
        ----------
        scale
            How many times as many pixels as `size`: 1 for a screen, 3 for print.

        Raises
        ------
        UsageError
            As `svg`, or the scale is too large or too small.
        MissingPartError
            The extra ``png`` is not installed.
        """
        from exile_map.exports import png  # noqa: PLC0415 -- the library comes only for this

        return png.rasterised(self.svg(), scale)

    def save(self, path: str | Path, *, scale: float = 1) -> None:
        """Save the picture as a file, whole or not at all.

        Parameters
        ----------
        path
            A name that ends in ``.svg`` or ``.png``.
        scale
            As in `png`.

        Raises
        ------
        UsageError
            The name ends otherwise, or the file cannot be written.
        """
        name = str(path).lower()
        if name.endswith(".png"):
            files.save(path, self.png(scale=scale))
        elif name.endswith(".svg"):
            files.save(path, self.svg())
        else:
            message = f"a Picture is saved as .svg or .png, not as {path}"
            raise UsageError(message)

    @property
    def named(self) -> str:
        """Its title, or the persons' names."""
        return self.title or page.title_of(_several(self.routes), page.strings(self.lang))

    def _repr_svg_(self) -> str:
        """Show the picture in a notebook."""
        return self.svg()


def _several(routes: Route | Iterable[Route]) -> tuple[Route, ...]:
    return (routes,) if isinstance(routes, Route) else tuple(routes)
