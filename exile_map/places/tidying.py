"""Tidying: what programs and web pages leave in cells, and what no reader would take for text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

UNSEEN: Final = re.compile("[\u200b\u200e\u200f\u00ad\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
"""Characters that cannot be seen, and mean nothing in a name."""

_FOOTNOTES: Final = re.compile(r"(?:\[(?:\d{1,3}|[a-z])\])+$")
# What R, pandas and databases write where nothing stands.
_NOTHINGS: Final = frozenset(("na", "n/a", "nan", "nat", "none", "null", "<na>", "-", "–", "—"))
_MIDNIGHT: Final = re.compile("[T ]00:00:00$")
LONGEST_NOTHING: Final = max(map(len, _NOTHINGS))
"""Letters of what programs write where nothing stands."""
_WHOLE: Final = re.compile(r"(\d+)[.,]0+")


def cleaned(name: str) -> str:
    """Bring the name of a place to one line, without the footnotes of a web page.

    Line breaks and double spaces inside a name come from wrapped cells.
    """
    if not name.isascii():
        name = UNSEEN.sub("", unicodedata.normalize("NFC", name))
    name = " ".join(name.split())
    return _FOOTNOTES.sub("", name).rstrip() or name if name.endswith("]") else name


def is_nothing(text: str) -> bool:
    """Say whether a program wrote this for a blank cell: NA, NaN, NULL, or a dash."""
    return text.casefold() in _NOTHINGS


def without_nothings(column: Sequence[str]) -> Sequence[str]:
    """Blank what programs write where nothing stands."""
    short = {text for text in set(column) if len(text) <= LONGEST_NOTHING}
    nothing = {text for text in short if is_nothing(text)}
    return ["" if text in nothing else text for text in column] if nothing else column


def date_of(year: str, month: str, day: str) -> str:
    """Put a date together that has a column for its year, its month and its day."""
    month, day = (_WHOLE.sub(r"\1", part) for part in (month, day))
    if not year or not month:
        return year
    if not month.isdecimal():
        return f"{day} {month} {year}".strip()
    return f"{day}.{month}.{year}" if day else f"{month}/{year}"


def text_of(cell: object) -> str:
    """Write a typed cell as a sheet shows it: no 1909.0, no midnight; nothing is blank."""
    if cell is None or cell != cell:  # noqa: PLR0124 -- NaN differs from itself
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.datetime | dt.date):
        return _MIDNIGHT.sub("", cell.isoformat())
    return str(cell)
