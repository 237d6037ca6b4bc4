"""Kinds: words for how they stayed, and for how they came, that stand in one column of the user's.

A column "Type" or "Art" holds what its author found telling: "prison" in one row, "fled" in the
next. Each word goes to what it tells of; one that may tell of either stays where it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.vocabulary import move_group, stay_group

if TYPE_CHECKING:
    from collections.abc import Sequence


def told_apart(
    stays: Sequence[str], moves: Sequence[str]
) -> tuple[list[str], list[str], list[str]]:
    """Give every word to the column it tells of.

    Parameters
    ----------
    stays, moves
        The cells of the two columns, row by row; blank where nothing is told.

    Returns
    -------
    stays, moves
        The same, each word where it belongs.
    moved
        The different words that went from one to the other, as they came.
    """
    pairs = list(zip(stays, moves, strict=True))
    known = {pair: _told_apart(*pair) for pair in dict.fromkeys(pairs)}
    moved = [stay or move for (stay, move), now in known.items() if now != (stay, move)]
    apart = [known[pair] for pair in pairs]
    return [stay for stay, _ in apart], [move for _, move in apart], moved


def _told_apart(stay: str, move: str) -> tuple[str, str]:
    if stay and not move and stay_group(stay) == "other" and move_group(stay) != "unknown":
        return "", stay
    if move and not stay and move_group(move) == "unknown" and stay_group(move) != "other":
        return move, ""
    return stay, move
