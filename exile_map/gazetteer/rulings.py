"""Rulings: what neighbours on the route say about the places that a name may mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.certainty import confidence, unread
from exile_map.gazetteer.leads import lead, rivalled_abroad
from exile_map.gazetteer.ranking import rank

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Answer, Route
    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.senses import Meaning

SHOWN: Final = 6  # places of one name, at most
_KEPT = 1_000  # on one meaning
_ONE_OF_TWO = 0.75


class Ruling(NamedTuple):
    """What neighbours say about a meaning.

    Parameters
    ----------
    shown
        The likeliest places, the best first.
    ahead
        By how much it leads the next that is somewhere else; None without one.
    sure
        How sure it is that it is meant.
    told
        The answer, once it was told; empty where it is another for each year.
    """

    shown: Sequence[Candidate]
    ahead: float | None
    sure: float
    told: list[Answer]


def rule(meaning: Meaning, route: Route) -> Ruling:
    """Rank the places meant among neighbours, or remember what came of it."""
    ruling = meaning.rulings.get(route)
    if ruling is None:
        ranked = rank(meaning.weighed, *route)
        ahead = lead(ranked)
        sure = confidence(ranked, ahead, guessed=meaning.guessed or bool(meaning.said.unread))
        if meaning.said.unread:
            sure = unread(ranked, ahead, sure)
        if rivalled_abroad(ranked):
            sure = min(sure, _ONE_OF_TWO)
        if len(meaning.rulings) >= _KEPT:
            meaning.rulings.clear()
        ruling = meaning.rulings[route] = Ruling(ranked[:SHOWN], ahead, sure, [])
    return ruling
