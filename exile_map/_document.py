"""The document of a page: the ordered list of stays, for every reader and every printer."""

from __future__ import annotations

import re
from html import escape
from typing import Any, Final

MOST_LISTED: Final = 400
"""Above so many stays the list is for readers without scripts only: the player makes its own."""

_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+", re.IGNORECASE)


def document(
    data: dict[str, Any], title: str, words: dict[str, Any], *, stays: int | None = None
) -> list[str]:
    """Write the list of stays, the document itself, for every reader and every printer.

    Parameters
    ----------
    data
        The stays to list, as GeoJSON.
    title
        The map's title.
    words
        The words of the interface.
    stays
        How many stays there are, where not all are listed; that is then said.
    """
    listed = [f for f in data["features"] if f["properties"]["type"] == "stay"]
    persons = data["exile_map"]["persons"]
    out = [f'<header class="em-document-head"><h1>{escape(title)}</h1></header>']
    # Browsers with scripts read a noscript as one text: ten thousand stays cost them nothing.
    long = len(listed) > MOST_LISTED
    out += ["<noscript>"] if long else []
    if stays is not None and len(listed) < stays:
        said = str(words["listed_first"]).format(n=len(listed), total=stays)
        out.append(f'<p class="em-listed-first">{escape(said)}</p>')
    out.append('<ol class="em-stays" id="em-stays">')
    out += [_item(stay, words, several=len(persons) > 1) for stay in listed]
    out.append(f"</ol>{'</noscript>' if long else ''}")
    out.append(f'<footer class="em-credits">{escape(str(words["credits"]))}</footer>')
    return out


def _item(feature: dict[str, Any], words: dict[str, Any], *, several: bool) -> str:
    p = feature["properties"]

    def part(tag: str, name: str, text: object) -> str:
        return f'<{tag} class="{name}">{escape(str(text))}</{tag}>' if text else ""

    today = words["today"].replace("{place}", p["now"]) if p.get("now") else ""
    parts = [
        part("p", "em-person", p["person"] if several else ""),
        part("h2", "em-place", p["title"]),
        part("p", "em-context", " · ".join(t for t in (p.get("context", ""), today) if t)),
        part("p", "em-when", feature["when"]["label"]),
        part("p", "em-how", ", ".join(t for t in (p.get("move", ""), p.get("stay", "")) if t)),
        *(part("p", "em-story", text) for text in p.get("story", "").split("\n")),
        f"<blockquote>{part('p', 'em-quote', p['quote'])}</blockquote>" if p.get("quote") else "",
        part("p", "em-doubt", " ".join(_doubts(p, words))),
        _source(p, words),
    ]
    return f'<li class="em-stay" id="stay-{escape(feature["id"])}">{"".join(parts)}</li>'


def _doubts(p: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """Say in words all that is doubtful about a stay."""
    keys = [f"inferred_{end}" for end in p.get("inferred", ())]
    keys += [f"precision_{p['precision']}"] if p.get("precision") in ("region", "country") else []
    keys += [{"less-certain": "less_certain"}.get(p["certainty"], p["certainty"])]
    said = [str(words[key]) for key in keys if key in words and key != "certain"]
    if p["status"] != "ok":
        said.insert(0, str(words["place_not_found"]).capitalize() + ".")
    return [*said, *([p["note"]] if p.get("note") else [])]


def _source(p: dict[str, Any], words: dict[str, Any]) -> str:
    text, url = p.get("source", ""), p.get("url", "")
    if not text and not url:
        return ""
    shown = escape(text or url)
    if _LINK.fullmatch(url):
        shown = f'<a href="{escape(url)}" rel="noopener noreferrer">{shown}</a>'
    elif text and url:
        shown += f" {escape(url)}"
    said = escape(str(words["source"])).replace("{source}", shown)
    return f'<p class="em-source">{said}</p>'
