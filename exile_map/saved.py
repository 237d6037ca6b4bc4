"""Saved routes: a GeoJSON document of ours, checked and read back."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from exile_map import linked_places, routes
from exile_map._records import Complaints, Record
from exile_map.dates import DateError, Span, read_span
from exile_map.gazetteer import Match
from exile_map.gazetteer.statehood import Reign
from exile_map.geocoding import LocatedRow
from exile_map.geodesy import unwrapped
from exile_map.places import PlaceRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from exile_map.geodesy import Point
    from exile_map.routes import Leg, Route, Stay

_SUFFIXES: Final = (".geojson", ".json")
_DEGREES: Final = 5
"""Decimals of coordinates, as the document has them: unwrapping leaves traces of a float."""
_EAST: Final = 180.0
_NORTH: Final = 90.0
_TEXTS: Final = (
    *("stay", "move", "mode", "story", "quote", "source", "url"),
    *("image", "image_alt", "image_credit"),
)
_CERTAINTIES: Final = ("certain", "less-certain", "uncertain")
_STATUSES: Final = ("ok", "ambiguous", "unresolved", "not-a-place")
_PRECISIONS: Final = ("point", "locality", "region", "country")
_USERS: Final = ("", "user")
_LEAST_RING: Final = 3


@dataclass(frozen=True, slots=True)
class Saved:
    """What a saved document holds.

    Parameters
    ----------
    routes
        The routes, as they were written.
    title
        The map's title; may be empty.
    lang
        The language of what was written for people, an ISO 639-1 code.
    """

    routes: tuple[Route, ...]
    title: str
    lang: str


def is_saved(path: object) -> bool:
    """Tell by its name whether a file is a document, and no table."""
    return isinstance(path, str | Path) and Path(path).suffix.lower() in _SUFFIXES


def load(path: str | Path) -> Saved:
    """Read a file that `linked_places.to_geojson` wrote; see `read`.

    Raises
    ------
    DataError
        There is no such file, it is no document of ours, or has errors: all of them are told.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "is no text in UTF-8"
        complaints = Complaints(str(path))
        complaints.add(f"cannot be read: {reason}", "Check the name.")
        complaints.refuse()
        raise
    return read(text, file=Path(path).name)


def read(text: str, *, file: str = "") -> Saved:
    """Read a document that `linked_places.to_geojson` wrote.

    Written again in the same language and with the same title, it is the same document.

    Parameters
    ----------
    text
        The document, as JSON.
    file
        Its name, for messages.

    Raises
    ------
    DataError
        It is no document of ours, or things in it are of the wrong kind: all of them are told,
        by the number of their feature.
    """
    complaints = Complaints(file)
    whole = Record(_parsed(text, complaints), complaints)
    head = whole.member("exile_map")
    if "exile_map" not in whole:
        complaints.add(
            "is not a map's data as exile_map writes it: it has no member “exile_map”",
            "Draw a table of places, or a file that `exile-map export` wrote.",
        )
    elif head.number("version") != linked_places.VERSION:
        complaints.add(
            f"is not of version {linked_places.VERSION} of the format",
            "Write it anew from its table with this version of exile_map.",
        )
    complaints.refuse()
    features = [Record(item, complaints, i) for i, item in enumerate(whole.items("features"), 1)]
    lives = _lives([str(name) for name in head.items("persons")], features)
    if not lives:
        complaints.add("holds no stays, so there is nothing to draw")
    complaints.refuse()
    return Saved(lives, head.text("title"), head.text("language", missing="en"))


def _parsed(text: str, complaints: Complaints) -> object:
    try:
        parsed: object = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        complaints.add(f"is no JSON document: line {error.lineno}: {error.msg}")
    except (ValueError, RecursionError):
        complaints.add("is no JSON document that can be read: numbers or depth are beyond measure")
    else:
        return parsed
    return None


def _no_number(name: str) -> float:
    message = f"{name} is no number of JSON's"
    raise ValueError(message)


def _lives(named: Sequence[str], features: Sequence[Record]) -> tuple[Route, ...]:
    """Bring the stays of each person together, and the ways between them."""
    of_person: dict[str, list[Record]] = {person: [] for person in named}
    ways: dict[tuple[str, str], Record] = {}
    for feature in features:
        said = feature.member("properties")
        if said.text("type", ("stay", "leg")) == "stay":
            of_person.setdefault(said.text("person"), []).append(feature)
        else:
            ways[said.text("from"), said.text("to")] = feature
    return tuple(_life(person, stays, ways) for person, stays in of_person.items() if stays)


def _life(person: str, features: Sequence[Record], ways: Mapping[tuple[str, str], Record]) -> Route:
    ids = [feature.text("id") for feature in features]
    rows = [_located(feature, person, number) for number, feature in enumerate(features, 1)]
    for i, pair in enumerate(pairwise(ids), 1):
        # The way to a stay names the places on the way.
        via = ways[pair].member("properties").items("via") if pair in ways else []
        if via:
            place = replace(rows[i].place, via=tuple(str(name) for name in via))
            rows[i] = replace(rows[i], place=place)
    stays = routes.in_order(rows, ids)
    return routes.Route(
        person, stays, tuple(_leg(a, b, ways.get((a.id, b.id))) for a, b in pairwise(stays))
    )


def _leg(start: Stay, end: Stay, way: Record | None) -> Leg:
    if way is None or "geometry" not in way:
        return routes.Leg(start, end, ())
    shape, said = way.member("geometry"), way.member("properties")
    parts = shape.items("coordinates")
    if shape.text("type", ("LineString", "MultiLineString")) == "LineString":
        parts = [parts]
    flat = [point for part in _uncut(parts) for point in part]
    points = [point for point in map(_position, flat) if point is not None]
    if len(points) != len(flat) or len(points) < 2:  # noqa: PLR2004 -- a line has two ends
        shape.wrong("coordinates", "a line of longitudes and latitudes")
        return routes.Leg(start, end, ())
    km = said.number("km", 0) or said.number("rough_km", 0) or 0.0
    line = tuple((lat, round(lon, _DEGREES)) for lat, lon in unwrapped(points))
    return routes.Leg(start, end, line, km, said.flag("sea"))


def _uncut(parts: Sequence[Any]) -> Iterator[list[Any]]:
    """Leave out the points on the 180th meridian that were put in where a line was cut."""
    lines = [part for part in parts if isinstance(part, list)]
    for i, line in enumerate(lines):
        yield line[i > 0 : len(line) - (i + 1 < len(lines))]


def _position(value: object) -> Point | None:
    """Return (lat, lon) of a GeoJSON position; None for anything else."""
    if not isinstance(value, list) or len(value) < 2:  # noqa: PLR2004 -- longitude, latitude
        return None
    lon, lat = value[:2]
    if any(isinstance(n, bool) or not isinstance(n, int | float) for n in (lon, lat)):
        return None
    return (lat, lon) if abs(lat) <= _NORTH and abs(lon) <= _EAST else None


def _located(feature: Record, person: str, number: int) -> LocatedRow:
    said = feature.member("properties")
    at = _point(feature)
    layer = said.text("layer")
    users = at is not None and layer in _USERS
    lat, lon = at if at is not None and users else (None, None)
    texts: dict[str, Any] = {name: said.text(name) for name in _TEXTS}
    place = PlaceRow(
        number,
        number,
        person,
        said.text("written"),
        _span(said),
        lat,
        lon,
        said.number("radius_km", 0) if users else None,
        # What was told without a place found is the user's own word for the country.
        country=said.text("context") if at is None or users else "",
        certainty=said.text("certainty", _CERTAINTIES, missing="certain"),
        id=feature.text("id"),
        **texts,
    )
    match = None if at is None or users else _match(said, at)
    status = said.text("status", _STATUSES, missing="ok")
    return LocatedRow(place, status, match, note=said.text("note"))


def _point(feature: Record) -> Point | None:
    if "geometry" not in feature:
        return None
    shape = feature.member("geometry")
    shape.text("type", ("Point",))
    coordinates = shape.items("coordinates")
    point = _position(coordinates)
    if point is None:
        shape.wrong("coordinates", "a longitude and a latitude")
    return point


def _span(said: Record) -> Span:
    text = said.text("edtf")
    try:
        return replace(read_span(text), written=said.text("date") or text)
    except DateError as error:
        said.wrong("edtf", f"a date: {error.reason}")
        return Span(None, None)


def _match(said: Record, at: Point) -> Match:
    title = said.text("title")
    number = said.number("geonames_id")
    return Match(
        said.text("name") or title,
        title,
        *at,
        said.text("precision", _PRECISIONS, missing="locality"),
        said.number("radius_km", 0),
        said.text("layer"),
        said.text("country"),
        region="",
        population=0,
        geonames_id=None if number is None else int(number),
        extent=_ring(said.member("area")),
        confidence=1.0,
        source="",
        note="",
        stands_in=said.text("stands_in"),
        country_then=said.text("country_then"),
        states=tuple(Reign(-inf, inf, str(state)) for state in said.items("states")),
    )


def _ring(area: Record) -> tuple[tuple[float, float], ...] | None:
    if "ring" not in area:
        return None
    points = [_position(point) for point in area.items("ring")]
    known = [(lon, lat) for point in points if point is not None for lat, lon in (point,)]
    if len(known) != len(points) or len(known) < _LEAST_RING:
        area.wrong("ring", "a ring of longitudes and latitudes")
        return None
    return tuple(known)
