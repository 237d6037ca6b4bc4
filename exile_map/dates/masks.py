"""Masks: digits that nobody knows, as people mark them: 1941-05-??, xx.05.1941, 19??, 193?."""

from __future__ import annotations

import re
from typing import Final

from exile_map.dates.spans import DateError

_SIGN: Final = re.compile(r"[?xX_]|--|\d-\]?$")
# Behind a year, XX is EDTF, and stays.
_UNKNOWN: Final = r"(?:\?{1,2}|xx|__)"
_LAST: Final = re.compile(
    rf"(?<!\d)(\d{{4}}(?=[-./]{_UNKNOWN}[-./])|\d{{4}}[-./]\d\d)(?:[-./]{_UNKNOWN}){{1,2}}(?!\w)"
)
_FIRST: Final = re.compile(
    rf"(?<![\w./-])(?:(?:{_UNKNOWN}|XX)[-./]){{1,2}}(?=\d{{1,2}}[-./]\d{{4}}|\d{{4}})"
)
_DECADE: Final = re.compile(r"(?<![\w-])(\d{3})[xX_](?!\w)")
_CENTURY: Final = re.compile(r"(?<![\w-])(\d\d)(?:\?\?|xx|XX|__|--)(?!\w)")
_EITHER: Final = re.compile(r"(?<![\d.-])(1\d\d|20[0-2])(?:\?(?!\w)|-\??\]?$)")


def unmask(text: str) -> str:
    """Leave out a day and a month that are unknown, and write unknown years as EDTF does.

    Raises
    ------
    DateError
        It can be a decade, or a year of three digits: 193?.
    """
    if not _SIGN.search(text):
        return text
    either = _EITHER.search(text)
    if either and not any(c.isalpha() for c in text):
        readings = (f"{either[1]}0s", f"{either[1]} CE")
        raise DateError(
            reason="can be a decade or a year",
            remedy=f"Write it like {readings[0]}, or with its era: {readings[1]}.",
            readings=readings,
        )
    text = _FIRST.sub("", _LAST.sub(r"\1", text))
    return _CENTURY.sub(r"\1XX", _DECADE.sub(r"\1X", text))
