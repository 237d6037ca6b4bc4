"""Positions: the cells of a row that say where it was, by coordinates, brought together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.places.complaints import Complaint
from exile_map.places.coordinates import LIMITS, CoordinateError, degrees
from exile_map.places.latlon import position

if TYPE_CHECKING:
    from collections.abc import Sequence

Half = float | None

_SAME_DEGREES: Final = 0.01
_PLAIN: Final = re.compile("[0-9.+-]*")
_LONG: Final = "0" * 9


def read(
    lat: str, lon: str, both: str, *, o_is_west: bool | None = None
) -> tuple[Half, Half, list[Complaint]]:
    """Read where the user says it was; two different answers are a question.

    Parameters
    ----------
    lat, lon, both
        The cells; blank where there are none. ``both`` is one cell with a whole position.
    o_is_west
        What the letter O is in ``both``; None asks.

    Returns
    -------
    lat, lon
        Degrees; None where they are not told, or not rightly.
    complaints
        What is wrong.
    """
    wrong: list[Complaint] = []
    here = _half("lat", lat, lon, wrong), _half("lon", lon, lat, wrong)
    if bool(lat) != bool(lon):
        reason, remedy = "stands alone: lat and lon go together", "Give both or none."
        wrong.append(Complaint("half-position", "lat" if lat else "lon", reason, remedy))
    if not both:
        return *here, wrong
    try:
        there = position(both, o_is_west=o_is_west)
    except CoordinateError as error:
        wrong.append(Complaint(error.kind, "coordinates", error.reason, error.remedy))
        return *here, wrong
    if here[0] is None or here[1] is None:
        return *there, wrong
    if max(abs(here[0] - there[0]), abs(here[1] - there[1])) > _SAME_DEGREES:
        reason, remedy = "is not where lat and lon say", "Leave one of them out."
        wrong.append(Complaint("two-positions", "coordinates", reason, remedy))
    return *here, wrong


def plain(lats: Sequence[str], lons: Sequence[str]) -> tuple[list[Half], list[Half]] | None:
    """Read two columns in which all cells are plain decimals, as most are; None if not all are.

    Cells may be blank, two by two.
    """
    columns: list[list[Half]] = []
    for axis, texts in (("lat", lats), ("lon", lons)):
        whole = "".join(texts)
        # So many figures may be more than a number may have before its point.
        if not _PLAIN.fullmatch(whole) or _LONG in whole:
            return None
        try:
            column: list[Half] = (
                [float(text) if text else None for text in texts]
                if "" in texts
                else list(map(float, texts))
            )
        except ValueError:
            return None
        known = [at for at in column if at is not None]
        if known and not -LIMITS[axis] <= min(known) <= max(known) <= LIMITS[axis]:
            return None
        columns.append(column)
    if None not in columns[0] and None not in columns[1]:
        return columns[0], columns[1]
    if any((lat is None) != (lon is None) for lat, lon in zip(*columns, strict=True)):
        return None
    return columns[0], columns[1]


def _half(axis: str, text: str, other: str, wrong: list[Complaint]) -> Half:
    if not text:
        return None
    try:
        return degrees(text, axis)
    except CoordinateError as error:
        complaint = Complaint(error.kind, axis, error.reason, error.remedy)
        if axis == "lat" and error.kind == "out-of-range" and _fits_exchanged(text, other):
            reason = f"{error.reason}; lat and lon may be swapped"
            remedy = "Exchange the two cells, or correct the number."
            complaint = Complaint("swapped-position", axis, reason, remedy)
        wrong.append(complaint)
        return None


def _fits_exchanged(lat: str, lon: str) -> bool:
    """Say whether a latitude off the globe, and its longitude, make sense the other way."""
    try:
        degrees(lat, "lon")
        degrees(lon, "lat")
    except CoordinateError:
        return False
    return True
