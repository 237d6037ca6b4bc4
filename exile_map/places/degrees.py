"""Degrees: plain numbers, and how sure a stay is, read down their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.places.complaints import Complaint
from exile_map.places.coordinates import CoordinateError, number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Tell = Callable[[int, Complaint], None]

_CERTAINTIES: Final = ("certain", "less-certain", "uncertain")
_DEGREES_OF_DOUBT: Final = {"": "certain", "yes": "certain", "no": "uncertain"}
_HALF_THE_EARTH_KM: Final = 20_038.0


def measures(ours: str, cells: Sequence[str], tell: Tell) -> list[float | None]:
    """Read plain numbers: a radius, or the place of a row in an order.

    Parameters
    ----------
    ours
        Our column.
    cells
        Its cells; blank where nothing is told.
    tell
        What is told what is wrong in which row, from 0.
    """
    return [_measure(i, ours, text, tell) if text else None for i, text in enumerate(cells)]


def _measure(i: int, ours: str, text: str, tell: Tell) -> float | None:
    try:
        value = number(text)
    except CoordinateError as error:
        tell(i, Complaint(error.kind, ours, error.reason, "Write it like 25 or 2.5."))
        return None
    if ours == "radius_km" and not 0 <= value <= _HALF_THE_EARTH_KM:
        reason = f"is not between 0 and {_HALF_THE_EARTH_KM:g}"
        tell(i, Complaint("out-of-range", ours, reason, "Write the radius in kilometres."))
        return None
    return value


def certainties(cells: Sequence[str], tell: Tell) -> list[str]:
    """Read the doubts about whole stays; see `measures`."""
    known = {text: _certainty(text) for text in set(cells)}
    out = [known[text] for text in cells]
    for i, certainty in enumerate(out):
        if not certainty:
            reason = "is not a degree of certainty, and is taken as less-certain"
            remedy = "Write certain, less-certain or uncertain."
            tell(i, Complaint("bad-certainty", "certainty", reason, remedy, "warning"))
            out[i] = "less-certain"
    return out


def _certainty(text: str) -> str:
    """Read a degree of certainty; blank if it is none."""
    folded = text.casefold().replace(" ", "-")
    certainty = _DEGREES_OF_DOUBT.get(folded, folded)
    return certainty if certainty in _CERTAINTIES else ""
