"""The located table as a CSV: what people keep, correct by hand, and feed back."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from exile_map.geocoding import named

if TYPE_CHECKING:
    from exile_map.geocoding import Located, LocatedRow
    from exile_map.places import Places

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
"""The columns we add; of the same name in the user's table, ours are written in their place."""


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
    theirs = [column for column in places.columns if column not in ADDED]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*theirs, *ADDED])
    for row in located.rows:
        found = _found(row)
        cells = [row.place.cells.get(column, "") for column in theirs]
        writer.writerow([*cells, *(found[column] for column in ADDED)])
    return out.getvalue()


def _found(row: LocatedRow) -> dict[str, str]:
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
