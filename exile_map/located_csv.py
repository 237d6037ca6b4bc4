"""The located table as a CSV: what people keep, correct by hand, and feed back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from exile_map.geocoding import named
from exile_map.places import header_is_ours, yours

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exile_map.geocoding import Located, LocatedRow
    from exile_map.places import Places

_AS_WRITTEN: Final = 0.5e-5
ADDED: Final = (
    "lat",
    "lon",
    "radius_km",
    "precision",
    "status",
    "matched",
    "layer",
    "confidence",
    "geonames_id",
    "candidates",
    "note",
)
"""The columns we add; one of the user's by the same name is kept as "note (yours)"."""


def write(located: Located, places: Places) -> str:
    """Write every cell of the user's, and where each place is.

    Read again, the table gives the same route: coordinates corrected in it win, those left as
    they are keep the gazetteer's answer.

    Parameters
    ----------
    located
        The located rows.
    places
        The rows they come from, with the user's own columns.
    """
    # What we wrote before is written anew; what is the user's is never overwritten.
    again = header_is_ours(places.columns)
    theirs = [
        column
        for column in places.columns
        if column not in ADDED or not (again or _is_told(column, located.rows))
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(yours(c) if c in ADDED else c for c in theirs), *ADDED])
    for row in located.rows:
        where = found(row)
        cells = [row.place.cells.get(column, "") for column in theirs]
        writer.writerow([*cells, *(where[column] for column in ADDED)])
    return out.getvalue()


def _is_told(column: str, rows: Iterable[LocatedRow]) -> bool:
    """Say whether what we write under a name tells all that the user wrote there."""
    for row in rows:
        text, ours = row.place.cells.get(column, "").strip(), found(row)[column]
        if text and text != ours and not _same_number(text, ours):
            return False
    return True


def _same_number(text: str, ours: str) -> bool:
    try:
        return abs(float(text) - float(ours)) <= _AS_WRITTEN
    except ValueError:
        return False


def found(row: LocatedRow) -> dict[str, str]:
    """Tell where a row is, as cells by the columns of `ADDED`."""
    lat, lon = row.point or (None, None)
    match = row.match
    return {
        "lat": "" if lat is None else f"{lat:.5f}",
        "lon": "" if lon is None else f"{lon:.5f}",
        "radius_km": "" if row.radius_km is None else f"{row.radius_km:g}",
        "precision": row.precision,
        "status": row.status,
        "matched": match.name if match else "",
        "layer": row.layer,
        "confidence": f"{match.confidence:.2f}" if match else "",
        "geonames_id": str(match.geonames_id) if match and match.geonames_id else "",
        "candidates": "; ".join(named(candidate) for candidate in row.candidates),
        "note": row.note,
    }
