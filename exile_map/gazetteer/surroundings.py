"""Surroundings: the area in which a place lies that is not known itself ("Ommakylä, Savonia")."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.answers import Answer
from exile_map.gazetteer.suggestions import suggest

if TYPE_CHECKING:
    from exile_map.gazetteer.answers import Match, Question
    from exile_map.gazetteer.telling import Teller

WIDEST_KM: Final = 300.0
"""How wide an area may be that is shown for a place in it: a wider one says too little."""
WIDEST_ELSEWHERE_KM: Final = 30.0
"""The same where places of the name are known elsewhere: then the area may not be the one meant."""
_ABOUT_A_TOWN_KM: Final = 40.0  # a district that is called after it
_ONLY_THE_AREA: Final = 0.5


class Within(NamedTuple):
    """The rest of an answer that shows an area for a place in it."""

    teller: Teller
    asked: Question
    match: Match
    others: tuple[Match, ...]

    def candidates(self) -> tuple[Match, ...]:
        """Return the other areas of that name."""
        return self.others

    def suggestions(self) -> tuple[str, ...]:
        """Return names near in spelling: it may only be misspelt."""
        return suggest(self.teller.names, self.asked.name, near=self.asked.near)

    def reason(self) -> str:
        """Say that the place itself is not known, and what is shown."""
        return self.match.note


def within(
    teller: Teller, asked: Question, area: Answer, widest: float = WIDEST_KM
) -> Answer | None:
    """Answer about a place by the area it lies in, saying so; None where that is too wide.

    Parameters
    ----------
    teller
        Tells the rest of the answer.
    asked
        What was asked.
    area
        What was answered about the area.
    widest
        How wide it may be, in kilometres from its middle.
    """
    match = area.match
    if match is not None and match.radius_km is None:
        match = replace(match, precision="region", radius_km=_ABOUT_A_TOWN_KM, geonames_id=None)
    if match is None or (match.radius_km or math.inf) > widest:
        return None
    note = f"“{asked.name}” itself is not in the gazetteer: shown as the area of {match.toponym}."
    sure = min(match.confidence, _ONLY_THE_AREA)
    shown = replace(match, confidence=sure, note=note)
    return Answer.with_rest("ok", shown, Within(teller, asked, shown, area.candidates))
