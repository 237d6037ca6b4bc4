"""CSV: the routes as a table, a row a stay, that draws the same routes when it is read again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from exile_map import located_csv
from exile_map.column_names import column_named
from exile_map.files import encoded
from exile_map.places import yours

if TYPE_CHECKING:
    from exile_map.dates import Span
    from exile_map.exports.formats import Request
    from exile_map.routes import Route, Stay

_FIRST: Final = ("id", "person", "place", "start", "end")
_TEXTS: Final = (
    *("country", "region", "stay", "move", "mode", "story", "quote", "source", "url"),
    *("image", "image_alt", "image_credit"),
)
_OURS: Final = (*_FIRST, "date as written", *_TEXTS, "via", "certainty")
_ALWAYS: Final = frozenset({"place", "start", "end"})


def write(request: Request) -> bytes:
    """Write routes as a CSV: our columns, then where each place is, then the user's own."""
    told = [(stay, _told(stay, route)) for route in request.routes for stay in route.stays]
    columns = [name for name in _OURS if name in _ALWAYS or any(cells[name] for _, cells in told)]
    theirs = _theirs([stay for stay, _ in told])
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    named = (yours(name) if name in (*columns, *located_csv.ADDED) else name for name in theirs)
    writer.writerow([*columns, *located_csv.ADDED, *named])
    for stay, cells in told:
        found = located_csv.found(stay.located)
        writer.writerow(
            [
                *(cells[name] for name in columns),
                *(found[name] for name in located_csv.ADDED),
                *(stay.located.place.cells.get(name, "") for name in theirs),
            ]
        )
    # No text has these, and no reader of tables takes them.
    return encoded(out.getvalue().replace("\0", ""))


def _told(stay: Stay, route: Route) -> dict[str, str]:
    """Write what the user says of a stay."""
    place = stay.located.place
    start, end = _span(place.span)
    written = place.span.written
    first = (stay.id, route.person, place.place, start, end)
    cells: dict[str, str] = dict(zip(_FIRST, first, strict=True))
    cells["date as written"] = written if written not in (place.span.edtf, start) else ""
    cells |= {name: getattr(place, name) for name in _TEXTS}
    # A file of ours has forgotten the user's hints, and knows the country they led to.
    if not place.country and not place.cells and stay.located.match:
        cells["country"] = stay.located.match.country
    cells["via"] = "; ".join(place.via)
    cells["certainty"] = place.certainty if place.certainty != "certain" else ""
    return cells


def _span(span: Span) -> tuple[str, str]:
    """Write start and end as EDTF; an end that is only known to be, with its start."""
    start = span.start.edtf if span.start else ""
    if span.end is None or not span.end.edtf:
        return span.edtf, ""
    return start, span.end.edtf


def _theirs(stays: list[Stay]) -> list[str]:
    """Name the user's own columns: those whose meaning is none of ours."""
    headers = dict.fromkeys(name for stay in stays for name in stay.located.place.cells)
    written = {*located_csv.ADDED, "date as written"}
    again = written <= headers.keys()
    return [name for name in headers if not column_named(name) and not (again and name in written)]
