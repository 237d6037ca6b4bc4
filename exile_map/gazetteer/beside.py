"""Beside: what was said to lie near another place, or to be that place's, as it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR_KM: Final = 20.0
"""How far "near" reaches: nobody's measure, only wide enough to promise no more than was said."""
SIDE_KM: Final = 50.0
"""How far "north of" reaches."""
EDGES: Final = " ,;:.()[]'’–—-"
"""Signs at the edges of a name that are none of it."""

Word = tuple[str, int, int]
"""A folded word, and from where to where it stands in the text."""


class Near(NamedTuple):
    """What was said to lie near what.

    Parameters
    ----------
    name
        What lies there; empty where only the other was told ("near Paris").
    others
        The name of the place near which, as written, then as it may be called when no word
        before it asks for a case ("pod Krakowem": Kraków).
    km
        How far from it that may be.
    is_its
        Whether it is only called after the other ("Bantry Bay"), which may be far off.
    otherwise
        How else it may be read, where the other is not known; None if in no other way.
    """

    name: str
    others: tuple[str, ...]
    km: float
    is_its: bool = False
    otherwise: Near | None = None


def phrase_of(words: Sequence[Word]) -> str:
    """Return folded words as one phrase."""
    return " ".join([word for word, _, _ in words])
