"""Embedding: what an editor pastes into a page to show a map, and what its host must allow."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Any, Final

from exile_map.errors import UsageError, shown

DEFAULT_HEIGHT: Final = 600
"""Pixels: enough for the card, the map and the timeline, on a desk and on a phone."""

_LEAST_HEIGHT: Final = 440
_RATIO: Final = re.compile(r"\s*(\d+(?:\.\d+)?)\s*[:/x×]\s*(\d+(?:\.\d+)?)\s*")
_OURS: Final = '<meta name="generator" content="exile_map">'
_TITLE: Final = re.compile("<title>(.*?)</title>", re.DOTALL)
_POLICY: Final = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
_ORIGINS: Final = re.compile('<main [^>]*data-origins="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Frame:
    """How a framed map stands in its page.

    Parameters
    ----------
    height
        Pixels.
    ratio
        Width to height, such as ``16:10``; blank for a fixed height.
    links
        Whether links to sources may open in a new tab, which the strictest sandbox forbids.

    Raises
    ------
    UsageError
        The ratio is none, or the height is no height.
    """

    height: int = DEFAULT_HEIGHT
    ratio: str = ""
    links: bool = False

    def __post_init__(self) -> None:
        """Check height and ratio."""
        if self.height < 1:
            message = f"{self.height} is no height. Write pixels, such as {DEFAULT_HEIGHT}."
            raise UsageError(message)
        read = _RATIO.fullmatch(self.ratio)
        if self.ratio and not (read and float(read[1]) and float(read[2])):
            message = f"{shown(self.ratio)} is no ratio. Write width and height, such as 16:10."
            raise UsageError(message)

    @property
    def style(self) -> str:
        """The frame's own style; without it the attributes of width and height hold."""
        read = _RATIO.fullmatch(self.ratio)
        if not read:
            return "border:0"
        across = f"{read[1]}/{read[2]}"
        return f"border:0;height:auto;min-height:{_LEAST_HEIGHT}px;aspect-ratio:{across}"


def is_page(html: str) -> bool:
    """Tell whether a text is a page of ours."""
    return _OURS in html


def title_of(html: str) -> str:
    """Return the title of a page of ours."""
    found = _TITLE.search(html)
    return unescape(found[1]).strip() if found else ""


def frame(source: str, title: str, how: Frame = Frame()) -> str:
    """Write the iframe that shows a page.

    Parameters
    ----------
    source
        The page's address.
    title
        What it is called, for those who do not see it.
    how
        How it stands in its page.
    """
    popups = " allow-popups allow-popups-to-escape-sandbox" if how.links else ""
    return (
        f'<iframe src="{escape(source)}" title="{escape(title)}"'
        f' width="100%" height="{how.height}" style="{how.style}"'
        f' loading="lazy" sandbox="allow-scripts{popups}" allow="fullscreen"'
        ' referrerpolicy="no-referrer"></iframe>'
    )


def element(document: dict[str, Any], source: str, module: str, title: str = "") -> str:
    """Write the custom element that shows a document, with what stands there without scripts.

    Parameters
    ----------
    document
        The exported GeoJSON.
    source, module
        The addresses of the document and of the module.
    title
        What it is called; the document's own title where blank.
    """
    from exile_map import page  # noqa: PLC0415 -- with it comes all that tells of places

    head = document["exile_map"]
    title = title or str(head.get("title") or "")
    lang = str(head.get("language") or "")
    spoken = f' lang="{escape(lang)}"' if lang else ""
    several = len(head.get("persons") or ()) > 1
    stays = [f for f in document["features"] if f["properties"].get("type") == "stay"]
    lives: dict[str, list[dict[str, Any]]] = {}
    for stay in stays:
        lives.setdefault(str(stay["properties"].get("person", "")), []).append(stay)
    if page.are_many(len(lives), len(stays)):
        listed = [_life(person, theirs) for person, theirs in lives.items()]
    else:
        listed = [_line(stay, several=several) for stay in stays]
    lines = [
        f'<script type="module" src="{escape(module)}"></script>',
        f'<exile-map src="{escape(source)}"{spoken}>',
        f'  <p><a href="{escape(source)}">{escape(title or source)}</a></p>',
        "  <ol>",
        *(f"    <li>{escape(line)}</li>" for line in listed),
        "  </ol>",
        "</exile-map>",
    ]
    return "\n".join(lines)


def _line(stay: dict[str, Any], *, several: bool) -> str:
    p = stay["properties"]
    parts = [p.get("person", "") if several else "", p["title"], stay["when"]["label"]]
    return ", ".join(str(part) for part in parts if part)


def _life(person: str, stays: list[dict[str, Any]]) -> str:
    """Write one of many lives: who, and where and when it began and ended."""
    ends = dict.fromkeys(_line(stay, several=False) for stay in (stays[0], stays[-1]))
    return f"{person}: {' – '.join(ends)}"


def document_of(text: str) -> dict[str, Any]:
    """Read a document that `exile-map export` wrote.

    Raises
    ------
    UsageError
        It is none.
    """
    try:
        document = json.loads(text)
        valid = document["type"] == "FeatureCollection" and document["exile_map"]["version"] == 1
        for feature in document["features"]:
            if feature["properties"].get("type") == "stay":
                _ = (feature["properties"]["title"], feature["when"]["label"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        valid = False
    if not valid:
        message = "it is no GeoJSON of ours: write it with exile-map export, or draw a page"
        raise UsageError(message)
    read: dict[str, Any] = document
    return read


def headers(html: str) -> dict[str, str]:
    """Return the HTTP headers that a page of ours may be served with.

    The page carries its policy itself; as a header it also holds before the page is read, and
    only a header can say who may frame it: those who may send it messages.

    Parameters
    ----------
    html
        The page.
    """
    policy = _POLICY.search(html)
    origins = _ORIGINS.search(html)
    framed = f"; frame-ancestors {unescape(origins[1])}" if origins else ""
    return {
        "Content-Security-Policy": (unescape(policy[1]) if policy else "") + framed,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }


def integrity(data: bytes) -> str:
    """Return what a host writes so that a browser runs these bytes and no others."""
    import hashlib  # noqa: PLC0415 -- OpenSSL comes with it

    return f"sha384-{base64.b64encode(hashlib.sha384(data).digest()).decode()}"
