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
_TOWN: Final = 5_000  # people
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
    sure = Counter(
        answer.match.country
        for i in life
        if (answer := settled[i]) and answer.match and answer.match.confidence >= SURE
    )
    for i in life:
        answer, by_itself = settled[i], alone[i]
        if answer is None or by_itself is None or (match := answer.match) is None:
            continue
        if match.confidence <= _UNHINTED:
            settled[i] = _Lands(names[i], match, near[i], sure).weighed(answer, by_itself)


class _Lands:
    """One stay, and the lands of the others.

    Parameters
    ----------
    name
        What the place is called.
    match
        What it was taken for.
    near
        Where the neighbours are.
    sure
        The countries of the life's sure stays, with how many there are.
    """

    def __init__(self, name: str, match: Match, near: Sequence[Point], sure: Counter[str]) -> None:
        self._name, self._match, self._near, self._sure = name, match, near, sure
        self._known: float | None = None

    @property
    def _away(self) -> float:
        """How far it is from the nearest neighbour, in kilometres; 0 without any.

        Kept by hand: in Python 3.11 `cached_property` takes a lock each time.
        """
        away = self._known
        if away is None:
            away = self._known = _nearest((self._match.lat, self._match.lon), self._near)
        return away

    @property
    def _is_far(self) -> bool:
        """Whether it is far off the route: of what is not, nothing is said here."""
        return self._away > _OFF_KM

    def _is_of_the_life(self, country: str) -> bool:
        """Tell whether another stay is surely in a country."""
        is_itself = country == self._match.country and self._match.confidence >= SURE
        return self._sure[country] > is_itself

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
        if (alone.lat, alone.lon) != (match.lat, match.lon) or match.layer != "city":
            return False
        if not self._is_far or answer.candidates or self._is_a_detour():
            return False
        own = self._name.casefold() == match.name.casefold()
        far = _A_WORLD_AWAY_KM if match.population >= _TOWN else _QUALIFIED_KM
        return (own and self._away < far) or self._is_of_the_life(match.country)

    def _is_a_detour(self) -> bool:
        """Tell whether the stays before and after are together, and only this one far from them."""
        return len(self._near) > 1 and distance_km(*self._near) < _TOGETHER * self._away

    def _is_too_sure(self, answer: Answer) -> bool:
        """Tell whether a place abroad of the life is hardly likelier than one that is not."""
        match = self._match
        if match.precision not in _NO_AREA or self._is_of_the_life(match.country):
            return False
        if not self._is_far:
            return False
        head, bracket, _ = match.name.partition(" (")
        if bracket and fold(match.name) == fold(self._name):
            return False
        if bracket and self._away > _QUALIFIED_KM:
            return fold(head) in fold(self._name)
        return match.population < _FAMED and any(map(self._is_likelier, answer.candidates))

    def _is_likelier(self, other: Match) -> bool:
        """Tell whether another place of the name lies in a land of the life, and far nearer."""
        if not self._is_of_the_life(other.country) or other.precision not in _NO_AREA:
            return False
        if fold(other.name) != fold(self._name):
            return False
        away = _nearest((other.lat, other.lon), self._near)
        return self._away + _ABOUT_KM > _MANY_TIMES * (away + _ABOUT_KM)

    def _is_a_wild_guess(self) -> bool:
        """Tell whether a name in Latin letters was guessed to be where the life never was."""
        if self._away <= _GUESSED_KM or self._is_of_the_life(self._match.country):
            return False
        return self._match.note.startswith(f"“{self._name}”") and fold(self._name).isascii()


def _nearest(at: Point, near: Sequence[Point]) -> float:
    """Return how far a point is from the nearest of others, in kilometres; 0 without any."""
    return min((distance_km(at, point) for point in near), default=0.0)
