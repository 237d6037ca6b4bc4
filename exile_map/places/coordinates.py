"""Coordinates as people write them: degrees, minutes, seconds, letters, decimal commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.errors import ExileMapError

if TYPE_CHECKING:
    from collections.abc import Iterable

LIMITS: Final = {"lat": 90.0, "lon": 180.0}
_SIXTY: Final = 60.0
LONGEST: Final = 200
_PLAIN: Final = re.compile(r"[-+]?(?:\d{1,9}(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?")
SIGNS: Final = str.maketrans(
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
    plain = text.translate(SIGNS).replace(",", ".").replace(" ", "")
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
        return within(float(text), axis)
    clean = lettered(text[: LONGEST + 1], None)
    letters = re.findall("[NSEWO]", clean)
    if len(letters) > 1 or (letters and axis != ("lat" if letters[0] in "NS" else "lon")):
        reason = f"is not a {'latitude' if axis == 'lat' else 'longitude'}"
        remedy = "Check whether lat and lon are swapped."
        raise CoordinateError(kind="bad-number", reason=reason, remedy=remedy)
    try:
        value = signed(clean, letters[0] if letters else "")
    except CoordinateError as error:
        if error.kind == "out-of-range":
            raise
        raise _no_number() from error
    return within(value, axis)


def west_is_o(texts: Iterable[str]) -> bool | None:
    """Decide for a whole column whether O is west (ouest, oeste) or east (Ost).

    Returns
    -------
    bool or None
        True where E stands elsewhere in the column, False where W does; None where neither.
    """
    seen: set[str] = set()
    for text in texts:
        if any(c.isalpha() for c in text[:LONGEST]):
            seen |= set(re.findall("[EW]", lettered(text[:LONGEST], None)))
    return "E" in seen if len(seen) == 1 else None


def lettered(text: str, o_is_west: bool | None) -> str:  # noqa: FBT001 -- private
    """Write the words for north, south, east and west as their English letters."""
    clean = _CYRILLIC.sub(
        lambda m: _CYRILLIC_LETTERS[m[1].casefold()], text.translate(SIGNS).strip()
    )
    for word, letter in _WORDS:
        clean = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", letter, clean, flags=re.IGNORECASE)
    # Letters are signs only beside figures: "deg" and "min" hold none.
    clean = re.sub(
        r"(?<![a-zA-Z])[nsewo](?![a-zA-Z])", lambda m: m[0].upper(), clean, flags=re.IGNORECASE
    )
    clean = re.sub(r"(?<![a-zA-Z])Ö(?![a-zA-Z])", "E", clean)
    return clean if o_is_west is None else clean.replace("O", "W" if o_is_west else "E")


def signed(half: str, letter: str) -> float:
    """Read degrees, minutes and seconds, and the letter that gives the sign."""
    body = half.replace(letter, "", 1).strip(" .,;") if letter else half.strip()
    found = _PARTS.fullmatch(body)
    if not found:
        raise unreadable()
    whole, minutes, seconds = (p.replace(",", ".") if p else None for p in found.groups())
    if whole is None or (minutes and "." in whole) or (seconds and minutes and "." in minutes):
        raise unreadable()
    if float(minutes or 0) >= _SIXTY or float(seconds or 0) >= _SIXTY:
        reason, remedy = "has 60 or more minutes or seconds", "Check the figures."
        raise CoordinateError(kind="out-of-range", reason=reason, remedy=remedy)
    if letter and whole[0] in "+-":
        reason, remedy = "has a sign as well as a letter", "Leave one of them out."
        raise CoordinateError(kind="bad-position", reason=reason, remedy=remedy)
    size = abs(float(whole)) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return -size if letter in ("S", "W") or whole.startswith("-") else size


def within(value: float, axis: str) -> float:
    """Give back a degree that lies on the globe; raise where it does not."""
    limit = LIMITS[axis]
    if abs(value) <= limit:
        return value
    remedy = "Check the number; lat comes first, and both are in degrees."
    reason = f"is not between -{limit:g} and {limit:g}"
    raise CoordinateError(kind="out-of-range", reason=reason, remedy=remedy)


def unreadable() -> CoordinateError:
    """Say that a text is no position, and how one is written."""
    remedy = "Write it like 48.8566, 2.3522 or 48°51′N 2°21′E."
    reason = "is not a position we can read"
    return CoordinateError(kind="bad-position", reason=reason, remedy=remedy)


def _no_number() -> CoordinateError:
    return CoordinateError(
        kind="bad-number", reason="is not a number", remedy="Write it like 48.8566."
    )
