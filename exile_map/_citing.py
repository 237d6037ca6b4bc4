"""Citing: what a page says of itself to those who cite it, in words and as schema.org has it."""

from __future__ import annotations

import math
from typing import Any, Final

_MOST: Final = 100
"""Of more persons, places or sources a catalogue makes nothing, and the page only grows."""
_LONGEST: Final = 400
"""Characters: more sources than fit stand only with their stays."""

GEONAMES: Final = {
    "@type": "Dataset",
    "name": "GeoNames",
    "url": "https://www.geonames.org/",
    "license": "https://creativecommons.org/licenses/by/4.0/",
}
NATURAL_EARTH: Final = {
    "@type": "Dataset",
    "name": "Natural Earth",
    "url": "https://www.naturalearthdata.com/",
    "license": "https://creativecommons.org/publicdomain/mark/1.0/",
}


def citation(data: dict[str, Any], title: str, words: dict[str, Any]) -> str:
    """Write how the map is cited: its title, the program, where places and facts are from.

    Parameters
    ----------
    data
        The wire document.
    title
        The map's title.
    words
        The interface's words, see `page.strings`.
    """
    credited = [name for name in words["credits"].split(" · ") if name != "Leaflet"]
    text = str(words["cite"]).replace("{credits}", ", ".join(credited)).replace("{title}", title)
    sources = "; ".join(dict.fromkeys(_told(data, "source")))
    if sources and len(sources) <= _LONGEST:
        text += " " + words["sources"].replace("{sources}", sources.rstrip("."))
    return text


def linked_data(data: dict[str, Any], title: str, words: dict[str, Any]) -> dict[str, Any]:
    """Describe the map as schema.org does, for search engines and catalogues; see `citation`."""
    persons = [name for name in data["exile_map"]["persons"] if name][:_MOST]
    sources = list(dict.fromkeys(_told(data, "source")))[:_MOST]
    bases = [base for base in (GEONAMES, NATURAL_EARTH) if base["name"] in words["credits"]]
    described = {
        "@context": "https://schema.org",
        "@type": ["CreativeWork", "Dataset"],
        "name": title,
        "description": citation(data, title, words),
        "inLanguage": data["exile_map"]["language"],
        "about": [{"@type": "Person", "name": name} for name in persons],
        "temporalCoverage": _time(data),
        "spatialCoverage": _places(data),
        "citation": sources,
        "isBasedOn": bases,
        "creditText": words["credits"],
    }
    return {name: value for name, value in described.items() if value}


def _told(data: dict[str, Any], name: str) -> list[str]:
    texts = (feature["properties"].get(name, "") for feature in data["features"])
    return [text for text in texts if text]


def _time(data: dict[str, Any]) -> str:
    """Return from which year to which the stays are known, as ISO 8601; blank if undated."""
    spans = [f["properties"]["years"] for f in data["features"] if "years" in f["properties"]]
    known = [year for years in spans for year in years if year is not None]
    if not known:
        return ""
    # A latest moment is the end of its day: that of a year is the beginning of the next.
    first, last = math.floor(min(known)), max(math.ceil(max(known)) - 1, math.floor(min(known)))
    return "/".join(f"{year:05}" if year < 0 else f"{year:04}" for year in (first, last))


def _places(data: dict[str, Any]) -> list[dict[str, Any]]:
    places: dict[str, dict[str, Any]] = {}
    for feature in data["features"]:
        shape, said = feature["geometry"], feature["properties"]
        if said["type"] == "stay" and shape and len(places) < _MOST:
            lon, lat = shape["coordinates"]
            at = {"@type": "GeoCoordinates", "latitude": lat, "longitude": lon}
            places.setdefault(said["title"], {"@type": "Place", "name": said["title"], "geo": at})
    return list(places.values())
