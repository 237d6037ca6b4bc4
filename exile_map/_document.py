"""The document of a page: the ordered list of stays, for every reader and every printer."""

from __future__ import annotations

import re
from html import escape
from typing import Any, Final

from exile_map._citing import citation
from exile_map._kinds import called
from exile_map.telling import doubts, kilometres, years

MOST_LISTED: Final = 400
"""Above so many stays the list is for readers without scripts only: the player makes its own."""

_LINK: Final = re.compile(r"(?:https?://|mailto:)[^\s\"'<>]+", re.IGNORECASE)


def heading(title: str) -> str:
    """Write what stands above the document."""
    return f'<header class="em-document-head"><h1>{escape(title)}</h1></header>'


def document(
    data: dict[str, Any],
    title: str,
    words: dict[str, Any],
    picture: str = "",
    *,
    stays: int | None = None,
) -> list[str]:
    """Write the picture and the list of stays, the document, for every reader and every printer.

    Parameters
    ----------
    data
        The stays to list, as GeoJSON.
    title
        The map's title.
    words
        The words of the interface.
    picture
        The map as SVG; blank for none.
    stays
        How many stays there are, where not all are listed; that is then said.
    """
    listed = [f for f in data["features"] if f["properties"]["type"] == "stay"]
    persons = data["exile_map"]["persons"]
    out = []
    # Browsers with scripts read a noscript as one text: ten thousand stays cost them nothing.
    long = len(listed) > MOST_LISTED
    figure = f'<figure class="em-picture">{picture}</figure>' if picture else ""
    if long:
        out.append(f"<noscript>{figure}")
    elif picture:
        # The player takes it from there when it is to print.
        out.append(f'<noscript class="em-drawn">{figure}</noscript>')
    if stays is not None and len(listed) < stays:
        said = str(words["listed_first"]).format(n=len(listed), total=stays)
        out.append(f'<p class="em-listed-first">{escape(said)}</p>')
    out.append('<ol class="em-stays" id="em-stays">')
    out += [_item(stay, words, several=len(persons) > 1) for stay in listed]
    out.append(f"</ol>{'</noscript>' if long else ''}")
    # The player tells these in its own way.
    more = [*_encounters(data, words), *_figures(data, words)]
    out += ["<noscript>", *more, "</noscript>"] if more else []
    out.append(f'<p class="em-cite">{escape(citation(data, title, words))}</p>')
    out.append(f'<footer class="em-credits">{escape(str(words["credits"]))}</footer>')
    return out


def _encounters(data: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """List who met whom; all who were at one place at one time, in one line."""
    who = {f["id"]: f["properties"].get("person", "") for f in data["features"]}
    groups: dict[tuple[str, str, str], list[list[str]]] = {}
    for met in data["exile_map"].get("encounters", ()):
        key = (met["title"], met["label"], met["certainty"])
        groups.setdefault(key, []).append([who[stay] for stay in met["stays"]])
    if not groups or "encounters" not in words:
        return []
    lines = []
    for (title, label, certainty), pairs in groups.items():
        together = list(dict.fromkeys(person for pair in pairs for person in pair))
        all_met = len(pairs) == len(together) * (len(together) - 1) // 2
        doubt = f" ({words['perhaps']})" if certainty == "possible" else ""
        lines += [
            f"<li>{escape(f'{title}, {label}: ' + ', '.join(persons) + doubt)}</li>"
            for persons in ([together] if all_met else pairs)
        ]
    heading = f"<h2>{escape(words['encounters'])}</h2>"
    return ['<section class="em-encounters">', heading, "<ul>", *lines, "</ul>", "</section>"]


def _figures(data: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """Say what each life comes to: moves by kind, time in confinement and by country."""
    lives = data["exile_map"].get("summary", ())
    if not lives or "figures" not in words:
        return []
    lang, comma = data["exile_map"]["language"], str(words["comma"])
    kinds = _kinds(data, words)
    lines = []
    for life in lives:
        lands = [(c["name"], c["years"], c.get("since", "")) for c in life["countries"]]
        spent = [("time", [(kinds["confined"], life["confined_years"], "")]), ("lands", lands)]
        parts = [_moves(life, kinds, words, lang)]
        for key, rows in spent:
            told = [
                f"{name}: {comma.join(filter(None, (years(count, lang) if count else '', since)))}"
                for name, count, since in rows
                if count or since
            ]
            parts += [f"{words[key]}: {'; '.join(told)}"] if told else []
        about = "≈ " if life["doubtful"] else ""
        said = [f"<li>{escape(about + part)}</li>" for part in parts]
        lines += [f"<li>{escape(life['person'])}", "<ul>", *said, "</ul>", "</li>"]
    heading = f"<h2>{escape(words['figures'])}</h2>"
    return ['<section class="em-figures">', heading, "<ul>", *lines, "</ul>", "</section>"]


def _kinds(data: dict[str, Any], words: dict[str, Any]) -> dict[str, str]:
    """Name each kind of move, and confinement, by the map's own words for it."""
    told = {feature["id"]: feature["properties"] for feature in data["features"]}
    at = {feature["id"]: feature["geometry"] for feature in data["features"]}
    legs = (p for p in told.values() if p["type"] == "leg")
    moved = {leg["to"] for leg in legs if at[leg["from"]] != at[leg["to"]]}
    out = {}
    for key in ("forced", "flight", "free", "unknown", "confined"):
        kind = "stay" if key == "confined" else "move"
        said = (
            str(p.get(f"{kind}_label") or p.get(kind, ""))
            for id_, p in told.items()
            if p["type"] == "stay"
            and p.get(f"{kind}_group") == key
            and (kind == "stay" or id_ in moved)
        )
        out[key] = called(said, words[key], words["comma"])
    return out


def _moves(life: dict[str, Any], kinds: dict[str, str], words: dict[str, Any], lang: str) -> str:
    """Say how often and how far a person went, in all and by each kind of move."""

    def went(moves: int, km: float) -> str:
        return f"{moves} · {kilometres(km, lang)}" if km >= 1 else f"{moves}"

    groups = ("forced", "flight", "free")
    ways = [(group, life[f"{group}_moves"], life[f"{group}_km"]) for group in groups]
    rest = life["moves"] - sum(moves for _, moves, _ in ways)
    ways.append(("unknown", rest, life["km"] - sum(km for *_, km in ways)))
    told = [f"{kinds[key]}: {went(n, km)}" for key, n, km in ways if n and rest < life["moves"]]
    still = life["stays"] - 1 - life["moves"]
    told += [f"{words['still']}: {still}"] if still > 0 else []
    return "; ".join([f"{words['moves']}: {went(life['moves'], life['km'])}", *told])


def _item(feature: dict[str, Any], words: dict[str, Any], *, several: bool) -> str:
    p = feature["properties"]

    def part(tag: str, name: str, text: object) -> str:
        return f'<{tag} class="{name}">{escape(str(text))}</{tag}>' if text else ""

    comma = str(words["comma"])

    def said(kind: str) -> str:
        return str(p.get(f"{kind}_label") or p.get(kind, ""))

    today = words["today"].replace("{place}", p["now"]) if p.get("now") else ""
    parts = [
        part("p", "em-person", p["person"] if several else ""),
        part("h2", "em-place", p["title"]),
        part("p", "em-context", comma.join(t for t in (p.get("context", ""), today) if t)),
        part("p", "em-when", feature["when"]["label"]),
        part("p", "em-how", comma.join(t for t in (said("move"), said("stay")) if t)),
        *(part("p", "em-story", text) for text in p.get("story", "").split("\n")),
        f"<blockquote>{part('p', 'em-quote', p['quote'])}</blockquote>" if p.get("quote") else "",
        part("p", "em-doubt", " ".join(doubts(p, words))),
        _source(p, words),
    ]
    return f'<li class="em-stay" id="stay-{escape(feature["id"])}">{"".join(parts)}</li>'


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
