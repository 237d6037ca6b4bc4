"""KML: the routes for Google Earth, with its slider of time; styled as the map, doubt in words."""

from __future__ import annotations

import re
from html import escape
from math import asin, atan2, cos, degrees, pi, radians, sin
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET

from exile_map import page, telling
from exile_map.exports import geojson
from exile_map.files import encoded
from exile_map.geodesy import EARTH_RADIUS_KM
from exile_map.picture import palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.exports.formats import Request

NAMESPACE: Final = "http://www.opengis.net/kml/2.2"
_ICON: Final = "http://maps.google.com/mapfiles/kml/shapes/placemark_{}.png"
_ICONS: Final = {"": "circle", "-confined": "square"}
_SURE, _DOUBTED, _SHADE = "ff", "80", "4d"
_CORNERS: Final = 48
_LOST: Final = (
    "Made with exile_map. KML has no dashes, no soft edges and no hatching: ways that are not"
    " certain are fainter here, areas have an edge that nobody knows so exactly, prisons and"
    " camps are squares, and what is in doubt is said with each stay."
)
_NO_BCE: Final = (
    "Google Earth's time knows no years before the common era: {count} dates are told in words"
    " only, and the slider of time does not move what has them."
)
# What XML 1.0 cannot hold, even escaped.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LINK: Final = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)
_TOLD: Final = (
    *("written", "country", "geonames_id", "precision", "radius_km", "status", "certainty"),
    *("edtf", "approximate", "uncertain", "inferred", "move_group", "stay_group", "km"),
)

_Json = dict[str, Any]


def write(request: Request) -> bytes:
    """Write routes as KML."""
    data = geojson.document(request)
    words = page.strings(request.lang)
    root = ET.Element("kml", xmlns=NAMESPACE)
    whole = ET.SubElement(root, "Document")
    _text(whole, "name", data["exile_map"]["title"])
    _text(whole, "open", "1")
    lost = sum(_is_bce(day) for f in data["features"] for day in _days(f))
    notes = [_LOST, words["credits"]]
    if lost:
        notes.insert(1, _NO_BCE.format(count=lost))
        request.tell(notes[1])
    _text(whole, "description", "".join(f"<p>{escape(note)}</p>" for note in notes))
    whole.extend(_styles())
    for person in data["exile_map"]["persons"]:
        folder = ET.SubElement(whole, "Folder")
        _text(folder, "name", person or data["exile_map"]["title"])
        for feature in data["features"]:
            said = feature["properties"]
            is_drawn = said["type"] == "stay" or feature["geometry"]
            if said.get("person", "") == person and is_drawn:
                folder.append(_placemark(feature, words))
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return encoded(f"{head}{ET.tostring(root, encoding='unicode')}\n")


def _styles() -> Iterator[ET.Element]:
    """Style stays and ways as the map does: a colour and a width for each kind of move."""
    for group in ("forced", "flight", "free", "unknown", "none"):
        stroke = palette.stroke_of(group)
        for doubt, alpha in (("", _SURE), ("-doubted", _DOUBTED)):
            style = ET.Element("Style", id=f"way-{group}{doubt}")
            line = ET.SubElement(style, "LineStyle")
            _text(line, "color", _colour(stroke.colour, alpha))
            _text(line, "width", f"{stroke.width:g}")
            yield style
        for kind, icon in _ICONS.items():
            style = ET.Element("Style", id=f"stay-{group}{kind}")
            sign = ET.SubElement(style, "IconStyle")
            _text(sign, "color", _colour(stroke.colour, _SURE))
            _text(ET.SubElement(sign, "Icon"), "href", _ICON.format(icon))
            edge = ET.SubElement(style, "LineStyle")
            _text(edge, "color", _colour(palette.AREA, _SHADE))
            _text(ET.SubElement(style, "PolyStyle"), "color", _colour(palette.AREA, _SHADE))
            yield style


def _colour(css: str, alpha: str) -> str:
    """Write a colour as KML does: alpha, blue, green, red."""
    return f"{alpha}{css[5:7]}{css[3:5]}{css[1:3]}"


def _placemark(feature: _Json, words: dict[str, Any]) -> ET.Element:
    said, is_stay = feature["properties"], feature["properties"]["type"] == "stay"
    mark = ET.Element("Placemark")
    _text(mark, "name", said["title"])
    label = feature["when"].get("label", "")
    if label:
        _text(mark, "Snippet", label)
    paragraphs = _story(said, label, words) if is_stay else _way(said, words)
    _text(mark, "description", "".join(f"<p>{text}</p>" for text in paragraphs))
    _time(mark, feature)
    if is_stay:
        kind = "-confined" if said["stay_group"] == "confined" else ""
    else:
        kind = "-doubted" if said["certainty"] != "certain" else ""
    prefix = "stay" if is_stay else "way"
    _text(mark, "styleUrl", f"#{prefix}-{said['move_group']}{kind}")
    extended = ET.SubElement(mark, "ExtendedData")
    for name in _TOLD:
        if name in said:
            value = said[name]
            text = (
                ", ".join(value) if isinstance(value, list) else str(value).replace("True", "yes")
            )
            _text(ET.SubElement(extended, "Data", name=name), "value", text)
    _geometry(mark, feature)
    return mark


def _story(said: _Json, label: str, words: dict[str, Any]) -> list[str]:
    """Tell of a stay what the map's card tells, as HTML: every word of the user's as text."""
    now = words["today"].replace("{place}", said["now"]) if said.get("now") else ""
    kinds = [said.get(f"{kind}_label") or said.get(kind) for kind in ("move", "stay")]
    how = words["comma"].join(filter(None, kinds))
    where = " · ".join(filter(None, (said.get("context"), now)))
    quote = f"“{said['quote']}”" if said.get("quote") else ""
    lines = [where, label, how, *said.get("story", "").split("\n"), quote]
    out = [escape(line) for line in lines if line.strip()]
    out += [f"<i>{escape(doubt)}</i>" for doubt in telling.doubts(said, words)]
    source, url = escape(said.get("source", "")), said.get("url", "")
    if _LINK.fullmatch(url):
        source = f'<a href="{escape(url)}">{source or escape(url)}</a>'
    if source:
        out.append(escape(words["source"]).replace("{source}", source))
    return out


def _way(said: _Json, words: dict[str, Any]) -> list[str]:
    """Tell of a way how it was travelled, and what is in doubt."""
    parts = [said.get("move", ""), said.get("mode", ""), ", ".join(said.get("via", ()))]
    out = [escape(part) for part in parts if part]
    doubt = {"less-certain": "less_certain", "uncertain": "uncertain"}.get(said["certainty"])
    return [*out, f"<i>{escape(words[doubt])}</i>"] if doubt else out


def _time(mark: ET.Element, feature: _Json) -> None:
    """Show a stay while it lasts, and a way from when it was travelled on."""
    begin, end = _days(feature)
    ends = (("begin", begin), ("end", end if feature["properties"]["type"] == "stay" else ""))
    told = [(name, day) for name, day in ends if day and not _is_bce(day)]
    # A slider that knew the end alone would show the stay from the beginning of time.
    if begin and not _is_bce(begin):
        span = ET.SubElement(mark, "TimeSpan")
        for name, day in told:
            _text(span, name, day)


def _days(feature: _Json) -> tuple[str, str]:
    """Return the first day and the last that a feature's bounds allow; blank where not known."""
    spans = feature["when"]["timespans"]
    span: _Json = spans[0] if spans else {}
    start, end = span.get("start", {}), span.get("end", {})
    return start.get("earliest", start.get("latest", "")), end.get("latest", "")


def _is_bce(day: str) -> bool:
    return day.startswith(("-", "0000"))


def _geometry(mark: ET.Element, feature: _Json) -> None:
    shape, said = feature["geometry"], feature["properties"]
    if shape is None:
        return
    if shape["type"] != "Point":
        is_one = shape["type"] == "LineString"
        lines = [shape["coordinates"]] if is_one else shape["coordinates"]
        parent = mark if is_one else ET.SubElement(mark, "MultiGeometry")
        for line in lines:
            drawn = ET.SubElement(parent, "LineString")
            _text(drawn, "tessellate", "1")
            _text(drawn, "coordinates", _positions(line))
        return
    ring = _ring(said, shape["coordinates"])
    parent = ET.SubElement(mark, "MultiGeometry") if ring else mark
    _text(ET.SubElement(parent, "Point"), "coordinates", _positions([shape["coordinates"]]))
    if ring:
        area = ET.SubElement(parent, "Polygon")
        _text(area, "tessellate", "1")
        edge = ET.SubElement(ET.SubElement(area, "outerBoundaryIs"), "LinearRing")
        _text(edge, "coordinates", _positions([*ring, ring[0]]))


def _ring(said: _Json, centre: Sequence[float]) -> list[Sequence[float]]:
    """Return the edge of an area, or the circle that the place lies within; nothing of a point."""
    ring: list[Sequence[float]] = said.get("area", {}).get("ring", [])
    if ring:
        return ring[:-1] if ring[0] == ring[-1] else ring
    return list(_circle(centre, said["radius_km"])) if said.get("radius_km") else []


def _circle(centre: Sequence[float], km: float) -> Iterator[tuple[float, float]]:
    """Go round a point on the sphere, anticlockwise."""
    lon, lat, away = radians(centre[0]), radians(centre[1]), km / EARTH_RADIUS_KM
    for corner in range(_CORNERS):
        bearing = -2 * pi * corner / _CORNERS
        y = asin(sin(lat) * cos(away) + cos(lat) * sin(away) * cos(bearing))
        east = sin(bearing) * sin(away) * cos(lat)
        x = lon + atan2(east, cos(away) - sin(lat) * sin(y))
        yield round((degrees(x) + 540) % 360 - 180, 5), round(degrees(y), 5)


def _positions(points: Iterable[Sequence[float]]) -> str:
    return " ".join(f"{lon},{lat}" for lon, lat in points)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NO_XML.sub("\ufffd", text)
