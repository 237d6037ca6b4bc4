"""Curated rows: the reviewed CSV of places of exile, and a user's overlay in the same columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LANGUAGE_LETTERS = (2, 3)


@dataclass(frozen=True, slots=True)
class CuratedRow:
    """One place, or one name of a place for the years it was in use.

    The fields are the columns of the file; `countries` is its `country_now`.
    """

    id: str
    name: str
    kind: str
    precision: str
    lat: float
    lon: float
    radius_km: float | None
    extent: tuple[tuple[float, float], ...] | None
    since: int | None
    until: int | None
    names: tuple[str, ...]
    stands_in: str
    country_then: str
    countries: tuple[str, ...]
    now: str
    geonames_id: int | None
    source: str
    note: str


def read_curated(paths: Iterable[Path]) -> Iterator[CuratedRow]:
    """Yield the rows of curated files, in the order of the files and rows.

    Raises
    ------
    ValueError
        If a row cannot be read; the message names file, line and what is wrong.
    """
    for path in paths:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                filled = {k: (v or "").strip() for k, v in row.items() if isinstance(k, str)}
                try:
                    yield _read_row(filled)
                except (KeyError, ValueError) as error:
                    where = f"{path.name}, entry {filled.get('id', '')!r}"
                    message = f"{where}: cannot be read: {error}"
                    raise ValueError(message) from error


def _read_row(row: dict[str, str]) -> CuratedRow:
    """Turn the cells of one row into values."""
    get = row.get
    return CuratedRow(
        id=row["id"],
        name=row["name"],
        kind=get("kind") or "other",
        precision=get("precision") or "locality",
        lat=float(row["lat"]),
        lon=float(row["lon"]),
        radius_km=float(row["radius_km"]) if get("radius_km") else None,
        extent=_read_ring(get("extent", "")),
        since=int(row["from"]) if get("from") else None,
        until=int(row["to"]) if get("to") else None,
        names=tuple(_read_names(get("names", ""))),
        stands_in=get("stands_in", ""),
        country_then=get("country_then", ""),
        countries=tuple(c.strip() for c in get("country_now", "").split(";") if c.strip()),
        now=get("now", ""),
        geonames_id=int(row["geonames_id"]) if get("geonames_id") else None,
        source=get("source", ""),
        note=get("note", ""),
    )


def _read_ring(text: str) -> tuple[tuple[float, float], ...] | None:
    """Read "lon lat, lon lat, …"; None where there is nothing."""
    if not text:
        return None
    pairs = (point.split() for point in text.split(","))
    return tuple((float(lon), float(lat)) for lon, lat in pairs)


def _read_names(text: str) -> Iterator[str]:
    """Yield the written forms without their language codes."""
    for part in text.split(";"):
        head, colon, tail = part.strip().partition(":")
        coded = bool(colon) and len(head) in _LANGUAGE_LETTERS and head.islower()
        name = tail.strip() if coded else part.strip()
        if name:
            yield name
