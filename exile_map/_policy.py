"""The policy: what a page lets run and come, as its Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING, Final

from exile_map._life import lives_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.routes import Route

_HOST: Final = re.compile(r"https?://[\w.\-]+(?::\d+)?", re.IGNORECASE | re.ASCII)


def policy(style: str, script: str, *, head: str, scripts: str, linked: str) -> str:
    """Write the element: our own code by its hash, nothing from anywhere.

    A layer of folium's may set style attributes and bring images or scripts from the web; only a
    page with such layers allows that.

    Parameters
    ----------
    style, script
        The page's own.
    head, scripts
        What folium's layers bring: markup for the head, and JavaScript; empty without any.
    linked
        Whence pictures come that are not in the page; see `sources_of`.
    """
    ours = [_hash(script)]
    styles, images, extra = _hash(style), f"data: blob:{linked}", ""
    if head or scripts:
        ours += [_hash(scripts)] if scripts else []
        ours += [_hash(text) for text in re.findall(r"<script>(.*?)</script>", head, re.DOTALL)]
        ours += sorted(set(re.findall(r'<script[^>]* src="(https://[^/"]+)', head)))
        styles, images = "'unsafe-inline' https:", "data: blob: https:"
        extra = "; font-src https:"
    told = (
        f"default-src 'none'; script-src {' '.join(ours)}; style-src {styles};"
        f" img-src {images}{extra}; base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{told}">'


def sources_of(routes: Sequence[Route]) -> str:
    """Name the sources of pictures that are not in the page."""
    found = lives_of(routes).rows.told("image")
    hosts = (_HOST.match(image) for image in found if image and not image.startswith("data:"))
    return "".join(f" {source}" for source in sorted({h[0] if h else "'self'" for h in hosts}))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
