"""The order of day and month in a column of dates: 3/4/1917 is in April, or in March."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.dates.spans import DateError

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMERIC: Final = re.compile(r"(?<![0-9/.-])([0-9]{1,2})([/-])([0-9]{1,2})\2[0-9]{2,4}(?![0-9])")


def day_order(texts: Iterable[str]) -> bool | None:
    """Decide for a whole column whether 3/4/1917 has its day first.

    Parameters
    ----------
    texts
        The cells of the column.

    Returns
    -------
    bool or None
        True for day/month, False for month/day, None where no cell forces either.

    Raises
    ------
    DateError
        If some cells force the one and some the other.
    """
    forcing: dict[bool, str] = {}
    for text in texts:
        # Most cells are a year, or begin with one, and force nothing.
        if not ("/" in text or "-" in text) or text[:4].isdigit():
            continue
        for found in _NUMERIC.finditer(text):
            first, second = int(found[1]), int(found[3])
            if (first > 12) != (second > 12):  # noqa: PLR2004 - months
                forcing.setdefault(first > 12, found[0])  # noqa: PLR2004
    if len(forcing) > 1:
        raise DateError(
            reason=f"has the day first in {forcing[True]} and the month first in {forcing[False]}",
            remedy="Write these dates in one order, or with the month as a word.",
        )
    return next(iter(forcing), None)
