"""Lands: what the countries of a life's other stays say of one far off them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer import Answer
from exile_map.gazetteer.certainty import GUESSED
from exile_map.gazetteer.folding import fold
from exile_map.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Match
    from exile_map.geodesy import Point

SURE: Final = 0.8
"""How sure an answer must be that nobody is told of any doubt."""
_SURE_ALONE, _DOUBTED_ONCE, _UNHINTED = 0.9, 0.7, 0.97
_DOUBTED: Final = 0.75
_OFF_KM: Final = 300.0
_QUALIFIED_KM, _GUESSED_KM, _A_WORLD_AWAY_KM = 900.0, 600.0, 3000.0
_ABOUT_KM, _MANY_TIMES = 100.0, 10.0  # as far
_TOGETHER: Final = 0.2  # of how far off the place is
_FAMED: Final = 1_500_000  # people: what is meant from across the world by its name alone
_NO_AREA: Final = frozenset({"locality", "point"})
_UNKNOWN: Final = "“{}” is not in the gazetteer."


def weigh_lands(
    life: Sequence[int],
    names: Sequence[str],
    alone: Sequence[Answer | None],
    settled: list[Answer | None],
    near: Sequence[Sequence[Point]],
) -> None:
    """Ask less about what is far off the route in a land of the life, more about what is not.

    Parameters
    ----------
    life
        The rows of one person, by their numbers.
    names
        What each row of the table calls its place.
    alone
        The answer to each name by itself.
    settled
        The answer to each among its neighbours; others are put in the place of some.
    near
        Where the neighbours of each are.
    """
    far = {i: away for i in life if (away := _away(settled[i], near[i])) > _OFF_KM}
    if not far:
        return
    sure = Counter(
        answer.match.country
        for i in life
        if (answer := settled[i]) and answer.match and answer.match.confidence >= SURE
    )
    for i, away in far.items():
        answer, by_itself = settled[i], alone[i]
        if answer is not None and answer.match is not None and by_itself is not None:
            life_lands = _Lands(names[i], answer.match, away, near[i], sure)
            settled[i] = life_lands.weighed(answer, by_itself)


class _Lands:
    """One far stay, and the lands of the others.

    Parameters
    ----------
    name
        What the place is called.
    match
        What it was taken for.
    away
        How far that is from the nearest neighbour, in kilometres.
    near
        Where the neighbours are.
    sure
        The countries of the life's sure stays, with how many there are.
    """

    def __init__(
        self, name: str, match: Match, away: float, near: Sequence[Point], sure: Counter[str]
    ) -> None:
        self._name, self._match, self._away, self._near = name, match, away, near
        itself = Counter([match.country] if match.confidence >= SURE else [])
        self._lands = set(sure - itself)

    def weighed(self, answer: Answer, by_itself: Answer) -> Answer:
        """Return the answer, more or less sure, or nothing where it was only guessed."""
        match = self._match
        if match.confidence >= SURE:
            if self._is_too_sure(answer):
                doubted = replace(match, confidence=_DOUBTED)
                return Answer("ok", doubted, answer.candidates, (), answer.reason)
        elif self._is_meant(answer, by_itself):
            return by_itself
        elif match.confidence <= GUESSED and self._is_a_wild_guess():
            found = tuple(dict.fromkeys((match.name, *answer.suggestions)))
            return Answer("unresolved", None, answer.candidates, found, _UNKNOWN.format(self._name))
        return answer

    def _is_meant(self, answer: Answer, by_itself: Answer) -> bool:
        """Tell whether only the route speaks against the only place of a name, and not much."""
        alone, match = by_itself.match, self._match
        if alone is None or alone.confidence < _SURE_ALONE or match.confidence < _DOUBTED_ONCE:
            return False
        if answer.candidates or self._is_a_detour():
            return False
        if (alone.lat, alone.lon) != (match.lat, match.lon) or match.layer != "city":
            return False
        own = self._name.casefold() == match.name.casefold() and self._away < _A_WORLD_AWAY_KM
        return own or match.country in self._lands

    def _is_a_detour(self) -> bool:
        """Tell whether the stays before and after are together, and only this one far from them."""
        return len(self._near) > 1 and distance_km(*self._near) < _TOGETHER * self._away

    def _is_too_sure(self, answer: Answer) -> bool:
        """Tell whether a place abroad of the life is hardly likelier than one that is not."""
        match = self._match
        if match.country in self._lands or match.precision not in _NO_AREA:
            return False
        head, bracket, _ = match.name.partition(" (")
        if match.confidence > _UNHINTED or fold(match.name) == fold(self._name) != fold(head):
            return False
        if bracket and self._away > _QUALIFIED_KM:
            return fold(head) in fold(self._name)
        return match.population < _FAMED and any(map(self._is_likelier, answer.candidates))

    def _is_likelier(self, other: Match) -> bool:
        """Tell whether another place of the name lies in a land of the life, and far nearer."""
        if other.country not in self._lands or other.precision not in _NO_AREA:
            return False
        if fold(other.name) != fold(self._name):
            return False
        away = _nearest((other.lat, other.lon), self._near)
        return self._away + _ABOUT_KM > _MANY_TIMES * (away + _ABOUT_KM)

    def _is_a_wild_guess(self) -> bool:
        """Tell whether a name in Latin letters was guessed to be where the life never was."""
        is_guess = self._match.note.startswith(f"“{self._name}”") and fold(self._name).isascii()
        return is_guess and self._away > _GUESSED_KM and self._match.country not in self._lands


def _away(answer: Answer | None, near: Sequence[Point]) -> float:
    """Return how far an answer is from the nearest neighbour; 0 where either is not known."""
    if answer is None or answer.match is None:
        return 0.0
    return _nearest((answer.match.lat, answer.match.lon), near)


def _nearest(at: Point, near: Sequence[Point]) -> float:
    """Return how far a point is from the nearest of others, in kilometres; 0 without any."""
    return min((distance_km(at, point) for point in near), default=0.0)
