"""Publishing: what a page carries, who may talk to it, and what a host adds to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from html import escape
from typing import Final

from exile_map.errors import UsageError, shown

_ORIGIN: Final = re.compile(r"https?://[a-z0-9.\-]+(?::\d+)?", re.IGNORECASE)

BASEMAPS: Final = {"none": "", "110m": "world-110m.json", "10m": "world.json"}
"""The basemaps, by Natural Earth's scales (1:110,000,000 and 1:10,000,000), and their files."""


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

    @property
    def contained(self) -> Additions:
        """The same; a closing tag in a layer's text would end the element it stands in."""
        script = re.sub("</(?=script)", r"<\\/", self.script, flags=re.IGNORECASE)
        return replace(self, script=script)


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

    @property
    def attributes(self) -> str:
        """What the player has to know of it, as attributes."""
        pictures = " data-pictures" if self.link_images else ""
        origins = " ".join(origin.lower() for origin in self.origins)
        return pictures + (f' data-origins="{escape(origins)}"' if origins else "")


PLAIN: Final = Publication()
"""As pages are published where nothing else is asked for."""
