"""One cell with a latitude and a longitude, in any notation: 48.85, 2.35, 48°51′N 2°21′E, WKT."""

from __future__ import annotations

import re
from typing import Final

from exile_map.places.coordinates import (
    LIMITS,
    LONGEST,
    SIGNS,
    CoordinateError,
    lettered,
    number,
    signed,
    unreadable,
    within,
)

_NUMBER: Final = r"[-+]?\d{1,9}(?:[.,]\d+)?"
_POINT: Final = re.compile(
    rf"(?:SRID=4326;)?\s*POINT\s*Z?\s*\(\s*({_NUMBER})\s+({_NUMBER})(?:\s+{_NUMBER})?\s*\)",
    re.IGNORECASE,
)
_GEOJSON: Final = re.compile(
    rf'\{{.*"coordinates"\s*:\s*\[\s*({_NUMBER})\s*,\s*({_NUMBER})\s*(?:,\s*{_NUMBER})?\].*\}}'
)
_BRACKETED: Final = re.compile(rf"\[\s*({_NUMBER})\s*[,;]\s*({_NUMBER})\s*\]")
_MAP_LINK: Final = re.compile(
    rf"https?://\S*?[@=/]({_NUMBER}),({_NUMBER})(?:[,&?]\S*)?", re.IGNORECASE
)
_PAIR: Final = re.compile(
    r"([-+]?\d{1,9}(?:\.\d+)?)°?(?:\s*[,;/|]\s*|\s+)([-+]?\d{1,9}(?:\.\d+)?)°?"
    r"|([-+]?\d{1,9}(?:,\d+)?)°?(?:\s*[;/|]\s*|,\s+|\s+)([-+]?\d{1,9}(?:,\d+)?)°?"
)
_FOUR: Final = re.compile(r"([-+]?\d{1,3}),(\d+),([-+]?\d{1,3}),(\d+)")


def position(text: str, *, o_is_west: bool | None = None) -> tuple[float, float]:
    """Read a latitude and a longitude from one cell.

    Parameters
    ----------
    text
        Such as "48.85, 2.35", "48°51′N 2°21′E", "N48 51.2 E2 21" or "POINT(2.35 48.85)".
    o_is_west
        What the letter O is; None asks.

    Returns
    -------
    tuple of float
        ``(lat, lon)`` in degrees.

    Raises
    ------
    CoordinateError
        It is no position, can be read in two ways, or lies off the globe.
    """
    if len(text) > LONGEST:
        raise unreadable()
    clean = text.translate(SIGNS).strip()
    named = _POINT.fullmatch(clean) or _GEOJSON.fullmatch(clean)
    if named:
        return _on_globe(number(named[2]), number(named[1]))
    link = _MAP_LINK.fullmatch(clean)
    if link:
        return _on_globe(number(link[1]), number(link[2]))
    listed = _BRACKETED.fullmatch(clean)
    if listed:
        return _ask_order(number(listed[1]), number(listed[2]))
    clean = clean.removeprefix("geo:").strip("()").strip()
    if re.fullmatch(r"[-+]?\d+,\d+", clean):
        one, two = clean.replace(",", "."), clean.replace(",", " and ")
        reason = f"can be one number ({one}) or two ({two})"
        remedy = "Write latitude and longitude with a space between them."
        raise CoordinateError(kind="position-question", reason=reason, remedy=remedy)
    four = _FOUR.fullmatch(clean)
    if four:
        return _on_globe(float(f"{four[1]}.{four[2]}"), float(f"{four[3]}.{four[4]}"))
    pair = _PAIR.fullmatch(clean)
    if pair:
        first, second = (p for p in pair.groups() if p is not None)
        return _on_globe(number(first), number(second))
    return _of_letters(lettered(clean, o_is_west))


def _of_letters(clean: str) -> tuple[float, float]:
    """Read a position whose two halves are told by N, S, E and W."""
    letters = re.findall("[NSEWO]", clean)
    if not letters:
        halves = re.split(r"\s*[,;]\s+|\s*;\s*", clean)
        if len(halves) == 2:  # noqa: PLR2004 -- a latitude and a longitude
            return _on_globe(signed(halves[0], ""), signed(halves[1], ""))
        raise unreadable()
    if len(letters) != 2:  # noqa: PLR2004 -- a latitude and a longitude
        raise unreadable()
    leading = clean.lstrip().startswith(letters[0])
    cut = clean.rindex(letters[1]) if leading else clean.index(letters[0]) + 1
    halves = [clean[:cut].strip(" ,;/"), clean[cut:].strip(" ,;/")]
    if "O" in letters:
        reason = "has an O, which is west in French and Spanish, and east in German"
        remedy = "Write W or E instead of O."
        raise CoordinateError(kind="position-question", reason=reason, remedy=remedy)
    values = {
        "lat" if letter in "NS" else "lon": signed(half, letter)
        for letter, half in zip(letters, halves, strict=True)
    }
    if len(values) != 2:  # noqa: PLR2004 -- as above
        raise unreadable()
    return _on_globe(values["lat"], values["lon"])


def _on_globe(lat: float, lon: float) -> tuple[float, float]:
    if LIMITS["lat"] < abs(lat) <= LIMITS["lon"] and abs(lon) <= LIMITS["lat"]:
        reason = f"has no latitude {lat:g}; latitude and longitude may be swapped"
        remedy = "Write the latitude first."
        raise CoordinateError(kind="swapped-position", reason=reason, remedy=remedy)
    return within(lat, "lat"), within(lon, "lon")


def _ask_order(first: float, second: float) -> tuple[float, float]:
    """Ask what a bare pair in square brackets is: GeoJSON writes the longitude first."""
    if first == second:
        return _on_globe(first, second)
    reason = (
        f"can be latitude {first:g}, longitude {second:g}, or, as GeoJSON has it, the other way"
        " round"
    )
    remedy = f"Write the latitude first, without brackets: {first:g}, {second:g} or"
    remedy = f"{remedy} {second:g}, {first:g}."
    raise CoordinateError(kind="position-question", reason=reason, remedy=remedy)
