"""The overlay: a user's own places, in the columns of the curated files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from exile_map.errors import DataError, Problem
from exile_map.gazetteer.candidates import DEGREES
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Detail, Layer, Place

if TYPE_CHECKING:
    from pathlib import Path

    from exile_map.gazetteer.curated import CuratedRow

Overlay = dict[str, list[tuple[int, Place, Detail]]]


def read_overlay(path: Path) -> Overlay:
    """Read a user's own places, by folded name.

    Raises
    ------
    DataError
        If the file cannot be read; the message names the entry.
    """
    from exile_map.gazetteer.curated import read_curated  # noqa: PLC0415 - most have no overlay

    try:
        rows = list(read_curated([path]))
    except (OSError, ValueError) as error:
        problem = Problem("error", "bad-gazetteer", f"cannot be read: {error}", file=path.name)
        raise DataError([problem]) from error
    own: Overlay = {}
    for number, row in enumerate(rows, start=1):
        place, detail = _as_stored(-number, row, path.name)
        for flag, name in ((MAIN, row.name), *((ALTERNATE, other) for other in row.names)):
            own.setdefault(fold(name), []).append((flag, place, detail))
    return own


def _as_stored(number: int, row: CuratedRow, file: str) -> tuple[Place, Detail]:
    """Return a row as the gazetteer's file would have it."""
    lat, lon = round(row.lat * DEGREES), round(row.lon * DEGREES)
    country = row.countries[0] if row.countries else ""
    place = Place(number, Layer.USER, row.name, lat, lon, 0, country, None, 0, row.geonames_id)
    ring = json.dumps(row.extent) if row.extent else None
    detail = Detail(
        number, row.precision, row.radius_km, row.kind, row.since, row.until, row.now or None,
        ";".join(row.countries), row.stands_in or None, row.country_then or None, ring,
        row.source or file, row.note or None,
    )  # fmt: skip
    return place, detail
