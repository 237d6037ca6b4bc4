"""Texts: how wide a text will be, where nothing can measure it."""

from __future__ import annotations

from functools import cache
from typing import Final
from unicodedata import category, east_asian_width

# Advance widths in hundredths of an em of DejaVu Serif 2.37 (Bitstream Vera licence), the widest
# of the letters that may be used: with any other, labels are further apart and never collide.
_ASCII: Final = (
    *(32, 40, 46, 84, 64, 95, 89, 27, 39, 39, 50, 84, 32, 34, 32, 34),
    *(64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54),
    *(100, 72, 73, 77, 80, 73, 69, 80, 87, 40, 40, 75, 66, 102, 88, 82),
    *(67, 82, 75, 69, 67, 84, 72, 103, 71, 66, 69, 39, 34, 39, 84, 50),
    *(50, 60, 64, 56, 64, 59, 37, 64, 64, 32, 31, 61, 32, 95, 64, 60),
    *(64, 64, 48, 51, 40, 64, 56, 86, 56, 56, 53, 64, 34, 64, 84),
)
_FIRST: Final = 32
_BOLD: Final = 1.12
_UPPER: Final = 0.82
_LOWER: Final = 0.68
_OTHER: Final = 0.7
_WIDE: Final = 1.0


@cache
def _advance(character: str) -> float:
    number = ord(character) - _FIRST
    if 0 <= number < len(_ASCII):
        return _ASCII[number] / 100
    kind = category(character)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if east_asian_width(character) in "WF":
        return _WIDE
    return {"Lu": _UPPER, "Ll": _LOWER}.get(kind, _OTHER)


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the most pixels a text of some size takes."""
    return sum(map(_advance, text)) * size * (_BOLD if bold else 1)


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Cut a text to the room there is."""
    if width(text, size, bold=bold) <= room:
        return text
    while len(text) > 1 and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1].rstrip()
    return f"{text}…"
