"""GeoJSON: the map's own document, as Linked Places has it, for gazetteers, GIS and `draw`.

Every stay and every way is a feature of the Linked Places Format (https://github.com/LinkedPasts/
linked-places-format), with what the page has no use for: names with their years, types, links.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from exile_map import page
from exile_map.files import encoded
from exile_map.linked_places import to_geojson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exile_map.exports.formats import Request, Toponyms

# The Getty's Art & Architecture Thesaurus and GeoNames' feature classes, as Linked Places asks.
_TYPES: Final = {
    "point": ("S", "sites (locations)", "aat:300000809"),
    "locality": ("P", "inhabited places", "aat:300008347"),
    "region": ("A", "regions (geographic)", "aat:300182722"),
    "country": ("A", "nations", "aat:300128207"),
}
_UNKNOWN: Final = "X"
_WAY: Final = "R"
# GeoNames' codes of countries that ISO 3166-1 has not, or no longer.
_NO_CODES: Final = frozenset({"", "AN", "CS", "XK"})
_URL: Final = re.compile(
    r"https?://(www\.)?[a-zA-Z0-9\-.]{2,256}\.[a-z]{2,63}(:[0-9]{1,5})?(/\S*)?"
)

_Json = dict[str, Any]


def write(request: Request) -> bytes:
    """Write routes as Linked Places."""
    return encoded(json.dumps(document(request), ensure_ascii=False, indent=1) + "\n")


def document(request: Request) -> _Json:
    """Return routes as a Linked Places document: the page's, and what it leaves out."""
    title = request.title or page.title_of(request.routes, page.strings(request.lang))
    data = to_geojson(
        request.routes, title=title, lang=request.lang, country_name=request.country_name
    )
    stays = {f["id"]: f for f in data["features"] if f["properties"]["type"] == "stay"}
    data["features"] = [
        _stay(feature, request.toponyms) if feature["id"] in stays else _leg(feature, stays)
        for feature in data["features"]
    ]
    return data


def _stay(feature: _Json, toponyms: Toponyms) -> _Json:
    said = feature["properties"]
    fclass, label, identifier = _TYPES.get(said.get("precision", ""), (_UNKNOWN, "", ""))
    kind: _Json = {"identifier": identifier, "label": label} if label else {"label": "unknown"}
    if said.get("stay"):
        kind["sourceLabels"] = [{"label": _line(said["stay"])}]
    number = said.get("geonames_id")
    links = [{"type": "closeMatch", "identifier": f"gn:{number}"}] if number else []
    code = said.get("country", "")
    more = {"ccodes": [code]} if code not in _NO_CODES else {}
    return {
        "@id": _identifier(feature["id"]),
        **feature,
        "names": _names(said, toponyms),
        "types": [kind],
        "when": feature["when"] | {"certainty": _time_certainty(said)},
        **({"links": links} if links else {}),
        **_descriptions(said),
        "properties": said | more | {"fclasses": [fclass]},
    }


def _names(said: _Json, toponyms: Toponyms) -> list[_Json]:
    """Name the place: as it was called, with its source; as written; and its other names."""
    first: _Json = {"toponym": _line(said["title"])}
    source = {"label": _line(said.get("source", ""))} if said.get("source") else {}
    if _URL.fullmatch(said.get("url", "")):
        source["@id"] = said["url"]
    if source:
        first["citations"] = [source]
    names = {first["toponym"]: first}
    for toponym in toponyms(said["geonames_id"]) if "geonames_id" in said else ():
        name = names.setdefault(toponym.name, {"toponym": toponym.name})
        ends = (("start", toponym.since), ("end", toponym.until))
        span = {end: {"in": f"{y:05}" if y < 0 else f"{y:04}"} for end, y in ends if y is not None}
        if span:
            name["when"] = {"timespans": [span]}
        if toponym.source:
            name.setdefault("citations", []).append({"label": _line(toponym.source)})
    for name in (said.get("name", ""), said["written"]):
        if name:
            names.setdefault(_line(name), {"toponym": _line(name)})
    return list(names.values())


def _time_certainty(said: _Json) -> str:
    if said.get("uncertain"):
        return "uncertain"
    return "less-certain" if said.get("approximate") or said.get("inferred") else "certain"


def _descriptions(said: _Json) -> _Json:
    """Tell the story, the quotation and what has to be said of the place."""
    texts = (said.get(name, "") for name in ("story", "quote", "note"))
    told = [{"value": _line(text)} for text in texts if text]
    return {"descriptions": told} if told else {}


def _leg(feature: _Json, stays: Mapping[str, _Json]) -> _Json:
    said = feature["properties"]
    start, end = stays[said["from"]], stays[said["to"]]
    title = _line(f"{start['properties']['title']} – {end['properties']['title']}")
    # A way begins where a stay ends, and ends where the next begins.
    ends = {"start": _bounds(start, "end"), "end": _bounds(end, "start")}
    span = {name: bounds for name, bounds in ends.items() if bounds}
    kind: _Json = {"label": "journey"}
    if said.get("mode"):
        kind["sourceLabels"] = [{"label": _line(said["mode"])}]
    geometry = feature["geometry"]
    certainty = said.get("certainty", "certain")
    return {
        "@id": _identifier(feature["id"]),
        **feature,
        "geometry": geometry and geometry | {"certainty": certainty},
        "names": [{"toponym": title}],
        "types": [kind],
        "when": {"timespans": [span] if span else []},
        "properties": said | {"title": title, "fclasses": [_WAY]},
    }


def _bounds(stay: _Json, end: str) -> _Json:
    spans = stay["when"]["timespans"]
    bounds: _Json = spans[0].get(end, {}) if spans else {}
    return bounds


def _identifier(name: str) -> str:
    """Name a feature as Linked Places does: a term in a namespace of ours."""
    return "exile_map:" + re.sub(r"\s+", "_", name)


def _line(text: str) -> str:
    """Write a text in one line, as the format's texts are."""
    return " ".join(text.split())
