"""Coordinates as people write them: degrees, minutes, letters, WKT, decimal commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.errors import ExileMapError

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMITS: Final = {"lat": 90.0, "lon": 180.0}
_SIXTY: Final = 60.0
_LONGEST: Final = 200
_PLAIN: Final = re.compile(r"[-+]?(?:\d{1,9}(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?")
_NUMBER: Final = r"[-+]?\d{1,9}(?:[.,]\d+)?"
_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("−–‒﹣－", "-"),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("′’ʹ´`‘ʼ", "'"),
        **dict.fromkeys("″”“ʺ˝", '"'),
        **dict.fromkeys("\u00a0\u2009\u202f\u200b\ufeff", " "),
    }
)
_DIRECTIONS: Final = {
    "N": "north norte nord nördlich",
    "S": "south sud sur sul süd südlich",
    "E": "east est este leste ost östlich",
    "W": "west ouest oeste ovest westlich",
}
_WORDS: Final = [(word, letter) for letter, words in _DIRECTIONS.items() for word in words.split()]
_CYRILLIC: Final = re.compile(r"(с|ю|в|з)\.?\s*(ш|д)\.?(?!\w)", re.IGNORECASE)
_CYRILLIC_LETTERS: Final = {"с": "N", "ю": "S", "в": "E", "з": "W"}
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
_PARTS: Final = re.compile(
    r"([-+]?\d{1,9}(?:[.,]\d+)?)\s*(?:°|d|deg|:)?\s*"
    r"(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:'(?!')|m|min|:)?\s*)?"
    r"(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:\"|''|s|sec)?\s*)?",
    re.IGNORECASE,
)


class CoordinateError(ExileMapError, ValueError):
    """A coordinate that cannot be read, or can be read in more than one way."""

    def __init__(self, kind: str, reason: str, remedy: str = "") -> None:
        self.kind = kind
        self.reason = reason
        self.remedy = remedy
        super().__init__(f"{reason}. {remedy}".rstrip())

    def __reduce__(self) -> tuple[type[CoordinateError], tuple[str, str, str]]:
        """Pickle by the parts, not by the message."""
        return (type(self), (self.kind, self.reason, self.remedy))


def number(text: str) -> float:
    """Read a plain number with a decimal point or comma.

    Raises
    ------
    CoordinateError
        The text is no number.
    """
    plain = text.translate(_SIGNS).replace(",", ".").replace(" ", "")
    if not _PLAIN.fullmatch(plain) or not plain.isascii():
        raise _no_number()
    return float(plain)


def degrees(text: str, axis: str) -> float:
    """Read a latitude or a longitude that has a column of its own: 48.85, 48,85 or 48°51′N.

    Parameters
    ----------
    text
        The cell.
    axis
        ``"lat"`` or ``"lon"``.

    Raises
    ------
    CoordinateError
        It is no coordinate, or lies off the globe.
    """
    if _PLAIN.fullmatch(text) and text.isascii():
        return _within(float(text), axis)
    clean = _lettered(text[: _LONGEST + 1], None)
    letters = re.findall("[NSEWO]", clean)
    if len(letters) > 1 or (letters and axis != ("lat" if letters[0] in "NS" else "lon")):
        reason = f"is not a {'latitude' if axis == 'lat' else 'longitude'}"
        remedy = "Check whether lat and lon are swapped."
        raise CoordinateError(kind="bad-number", reason=reason, remedy=remedy)
    try:
        value = _signed(clean, letters[0] if letters else "")
    except CoordinateError as error:
        if error.kind == "out-of-range":
            raise
        raise _no_number() from error
    return _within(value, axis)


def west_is_o(texts: Iterable[str]) -> bool | None:
    """Decide for a whole column whether O is west (ouest, oeste) or east (Ost).

    Returns
    -------
    bool or None
        True where E stands elsewhere in the column, False where W does; None where neither.
    """
    seen: set[str] = set()
    for text in texts:
        if any(c.isalpha() for c in text[:_LONGEST]):
            seen |= set(re.findall("[EW]", _lettered(text[:_LONGEST], None)))
    return "E" in seen if len(seen) == 1 else None


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
    if len(text) > _LONGEST:
        raise _unreadable()
    clean = text.translate(_SIGNS).strip()
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
    return _of_letters(_lettered(clean, o_is_west))


def _of_letters(clean: str) -> tuple[float, float]:
    """Read a position whose two halves are told by N, S, E and W."""
    letters = re.findall("[NSEWO]", clean)
    if not letters:
        halves = re.split(r"\s*[,;]\s+|\s*;\s*", clean)
        if len(halves) == 2:  # noqa: PLR2004 -- a latitude and a longitude
            return _on_globe(_signed(halves[0], ""), _signed(halves[1], ""))
        raise _unreadable()
    if len(letters) != 2:  # noqa: PLR2004 -- a latitude and a longitude
        raise _unreadable()
    leading = clean.lstrip().startswith(letters[0])
    cut = clean.rindex(letters[1]) if leading else clean.index(letters[0]) + 1
    halves = [clean[:cut].strip(" ,;/"), clean[cut:].strip(" ,;/")]
    if "O" in letters:
        reason = "has an O, which is west in French and Spanish, and east in German"
        remedy = "Write W or E instead of O."
        raise CoordinateError(kind="position-question", reason=reason, remedy=remedy)
    values = {
        "lat" if letter in "NS" else "lon": _signed(half, letter)
        for letter, half in zip(letters, halves, strict=True)
    }
    if len(values) != 2:  # noqa: PLR2004 -- as above
        raise _unreadable()
    return _on_globe(values["lat"], values["lon"])


def _lettered(text: str, o_is_west: bool | None) -> str:  # noqa: FBT001 -- private
    """Write the words for north, south, east and west as their English letters."""
    clean = _CYRILLIC.sub(
        lambda m: _CYRILLIC_LETTERS[m[1].casefold()], text.translate(_SIGNS).strip()
    )
    for word, letter in _WORDS:
        clean = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", letter, clean, flags=re.IGNORECASE)
    # Letters are signs only beside figures: "deg" and "min" hold none.
    clean = re.sub(
        r"(?<![a-zA-Z])[nsewo](?![a-zA-Z])", lambda m: m[0].upper(), clean, flags=re.IGNORECASE
    )
    clean = re.sub(r"(?<![a-zA-Z])Ö(?![a-zA-Z])", "E", clean)
    return clean if o_is_west is None else clean.replace("O", "W" if o_is_west else "E")


def _signed(half: str, letter: str) -> float:
    """Read degrees, minutes and seconds, and the letter that gives the sign."""
    body = half.replace(letter, "", 1).strip(" .,;") if letter else half.strip()
    found = _PARTS.fullmatch(body)
    if not found:
        raise _unreadable()
    whole, minutes, seconds = (p.replace(",", ".") if p else None for p in found.groups())
    if whole is None or (minutes and "." in whole) or (seconds and minutes and "." in minutes):
        raise _unreadable()
    if float(minutes or 0) >= _SIXTY or float(seconds or 0) >= _SIXTY:
        reason, remedy = "has 60 or more minutes or seconds", "Check the figures."
        raise CoordinateError(kind="out-of-range", reason=reason, remedy=remedy)
    if letter and whole[0] in "+-":
        reason, remedy = "has a sign as well as a letter", "Leave one of them out."
        raise CoordinateError(kind="bad-position", reason=reason, remedy=remedy)
    size = abs(float(whole)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return -size if letter in ("S", "W") or whole.startswith("-") else size


def _within(value: float, axis: str) -> float:
    limit = LIMITS[axis]
    if abs(value) <= limit:
        return value
    remedy = "Check the number; lat comes first, and both are in degrees."
    reason = f"is not between -{limit:g} and {limit:g}"
    raise CoordinateError(kind="out-of-range", reason=reason, remedy=remedy)


def _on_globe(lat: float, lon: float) -> tuple[float, float]:
    if LIMITS["lat"] < abs(lat) <= LIMITS["lon"] and abs(lon) <= LIMITS["lat"]:
        reason = f"has no latitude {lat:g}; latitude and longitude may be swapped"
        remedy = "Write the latitude first."
        raise CoordinateError(kind="swapped-position", reason=reason, remedy=remedy)
    return _within(lat, "lat"), _within(lon, "lon")


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


def _unreadable() -> CoordinateError:
    remedy = "Write it like 48.8566, 2.3522 or 48°51′N 2°21′E."
    reason = "is not a position we can read"
    return CoordinateError(kind="bad-position", reason=reason, remedy=remedy)


def _no_number() -> CoordinateError:
    return CoordinateError(
        kind="bad-number", reason="is not a number", remedy="Write it like 48.8566."
    )
