"""The palette: the colours, strokes and letters of the page's light theme, for a picture.

The stylesheet (`player.css`) and `theme.js` say the same; a test compares them.
"""

from __future__ import annotations

from typing import Final, NamedTuple

LAND: Final = "#f5f1e6"
SEA: Final = "#dde6e9"
COAST: Final = "#b3b5a8"
BORDER: Final = "#d8d0bd"
INK: Final = "#23282d"
MUTED: Final = "#62666a"
PAPER: Final = "#fffef9"
CASING: Final = "#fbf9f1"
AHEAD: Final = "#6c7071"
AREA: Final = "#a08048"
FORCED: Final = "#a61c24"
FLIGHT: Final = "#b8670e"
FREE: Final = "#2a5f9e"
UNKNOWN: Final = "#6d7074"
BAR: Final = "#8296a3"
BAR_LINE: Final = "#b9b29c"
RULE: Final = "#ddd6c4"

STIPPLE: Final = "#604212"
STIPPLE_OPACITY: Final = 0.5

SERIF: Final = (
    "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Book Antiqua', Georgia,"
    " 'Noto Serif', 'DejaVu Serif', serif"
)
# Generic names of systems' own letters mean nothing outside a browser.
SANS: Final = (
    "'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'DejaVu Sans', 'Liberation Sans',"
    " sans-serif"
)


LIVES: Final = (
    *("#7e5ac8", "#bf3f5e", "#007d8c", "#6d5d00", "#2d4602", "#445290", "#822d53", "#591277"),
)
"""Of several lives each has a colour of its own, as in the page; the rest share the last."""


class Stroke(NamedTuple):
    """How a way is drawn: colour never alone tells the kinds apart."""

    colour: str
    width: float
    dash: str
    cap: str


STROKES: Final = {
    "forced": Stroke(FORCED, 3.2, "", "round"),
    "flight": Stroke(FLIGHT, 2.8, "9 6", "butt"),
    "free": Stroke(FREE, 2.0, "", "round"),
    "unknown": Stroke(UNKNOWN, 2.4, "0.1 5.5", "round"),
}


def slot(person: int) -> int:
    """Return which of the colours a life among several has."""
    return min(person, len(LIVES) - 1)


def life(person: int) -> str:
    """Return the colour of a life among several."""
    return LIVES[slot(person)]


def stroke_of(group: str) -> Stroke:
    """Return how a group of moves is drawn; what is no move is drawn as one not known."""
    return STROKES.get(group, STROKES["unknown"])
