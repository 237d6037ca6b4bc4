"""A life among several: stands for the stays and legs of its route until these are asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from exile_map._abreast import Found, each
from exile_map._lives import Lives, counted
from exile_map.dates.ends import Ends
from exile_map.deferring import held
from exile_map.making import maker
from exile_map.stays import Leg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.routes import Route
    from exile_map.stays import Stay


class Life:
    """One of several lives: stands for the stays of a route.

    Parameters
    ----------
    lives, number
        The lives, and which of them, from 0.
    """

    def __init__(self, lives: Lives, number: int) -> None:
        self.lives = lives
        self.number = number
        self._made: tuple[Stay, ...] | None = None

    @property
    def person(self) -> str:
        """Whose life it is."""
        return self.lives.persons[self.number]

    @property
    def first(self) -> int:
        """The number of the stay that it begins with."""
        return self.lives.firsts[self.number]

    def __len__(self) -> int:
        """Count the stays."""
        return self.lives.of_person[self.number]

    def made(self) -> tuple[Stay, ...]:
        """Make the stays; the same each time."""
        if self._made is None:
            self._made = self.lives.stays(self.first, self.first + len(self))
        return self._made


class Legs:
    """The ways between the stays of a life."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self._made: tuple[Leg, ...] | None = None

    def __len__(self) -> int:
        """Count the legs."""
        return len(self.life) - 1

    def made(self) -> tuple[Leg, ...]:
        """Make the legs; the same each time."""
        if self._made is None:
            make = maker(Leg, len(self.life.lives))
            lines = self.life.lives.lines
            self._made = tuple(
                lines.get(i) or make(a, b, None, None, False)  # noqa: FBT003 -- a field
                for i, (a, b) in enumerate(pairwise(self.life.made()), self.life.first + 1)
            )
        return self._made


class There(Lives):
    """The stays of routes that are there already."""

    def __init__(self, routes: Sequence[Route]) -> None:
        stays = [stay for route in routes for stay in route.stays]
        counts = [len(route.stays) for route in routes]
        firsts = list(accumulate(counts[:-1], initial=0)) if counts else []
        rows = Found(tuple(each(stays, "located")))
        super().__init__(rows, [route.person for route in routes], firsts, each(stays, "id"))
        self._made = tuple(stays)
        for first, route in zip(firsts, routes, strict=True):
            lines = enumerate(route.legs, first + 1)
            self.lines |= {i: leg for i, leg in lines if leg.line is not None}

    @property
    def ends(self) -> Ends:
        """The beginnings and the ends of stays, filled."""
        return self._ends

    @cached_property
    def _ends(self) -> Ends:
        return Ends.of(each(self._made, "filled.start"), each(self._made, "filled.end"))

    @cached_property
    def inferred(self) -> Sequence[tuple[str, ...]]:
        """Which ends the neighbours told."""
        return each(self._made, "inferred")

    @cached_property
    def clocks(self) -> tuple[Sequence[float], Sequence[float]]:
        """The calendar at arrival and departure as the playback shows it."""
        times = each(self._made, "clock")
        return [arrival for arrival, _ in times], [departure for _, departure in times]

    def clocks_in(self, parts: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return `clocks`, counted in parts of a year."""
        return counted(self.clocks, parts)


def lives_of(routes: Sequence[Route]) -> Lives:
    """Return the lives that routes were made of, or those of routes that are there already."""
    stood = [held(route, "stays") for route in routes]
    first = stood[0].lives if stood and isinstance(stood[0], Life) else None
    if first is None or list(first.persons) != [route.person for route in routes]:
        return There(routes)
    same = all(
        isinstance(life, Life) and life.lives is first and life.number == number
        for number, life in enumerate(stood)
    )
    return first if same else There(routes)


def part_of(route: Route) -> tuple[Lives, int, int]:
    """Return the lives that a route is of, and the numbers of its first stay and after its last."""
    life = held(route, "stays")
    if isinstance(life, Life):
        return life.lives, life.first, life.first + len(life)
    lives = lives_of([route])
    return lives, 0, len(lives)


def stays_in(routes: Iterable[Route]) -> int:
    """Count the stays of routes, without making any."""
    return sum(len(held(route, "stays")) for route in routes)
