"""Checks: what is doubtful in a life as told, though every cell of it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.checks import life, timing, travel, whereabouts
from exile_map.checks.doubts import Doubt
from exile_map.errors import Problem, UsageError
from exile_map.finders import Remembering

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from exile_map.finders import Finder
    from exile_map.routes import Route, Stay

CHECKS: Final = {
    "overlap": "Stays that overlap",
    "two-places": "Two places at once",
    "future": "Dates far in the future",
    "inverted-span": "Ends before beginnings",
    "gap": "Time of which nothing is told",
    "too-fast": "Journeys too fast for their time",
    "after-death": "Stays after a death",
    "before-birth": "Stays before a birth",
    "duplicate": "Stays told twice",
    "other-name": "Names a place did not have then",
    "swapped-position": "Coordinates that may be exchanged",
    "no-source": "Stays without a source",
}
"""The checks, by the name that silences each, and what they look for."""

_OF_A_ROUTE: Final[tuple[Callable[[Route], Iterator[Doubt]], ...]] = (
    timing.overlaps,
    timing.inverted,
    timing.future,
    timing.gaps,
    travel.too_fast,
    life.after_death,
    life.before_birth,
    life.duplicates,
)
_OF_A_STAY: Final[tuple[Callable[[Stay, Finder], Iterator[Doubt]], ...]] = (
    whereabouts.other_name,
    whereabouts.swapped,
)


def problems(
    routes: Iterable[Route],
    *,
    file: str = "",
    finder: Finder | None = None,
    silence: Collection[str] = (),
) -> tuple[Problem, ...]:
    """Look for what cannot well have been.

    Parameters
    ----------
    routes
        The lives.
    file
        The table's name, for messages.
    finder
        Whom to ask about names and years, and about exchanged coordinates; nobody when None.
    silence
        Names of `CHECKS` that are not to be told.

    Returns
    -------
    tuple of Problem
        Warnings, check by check, in the order of the routes.

    Raises
    ------
    UsageError
        ``silence`` names a check that does not exist.
    """
    unknown = [name for name in silence if name not in CHECKS]
    if unknown:
        message = f"there is no check {unknown[0]!r}; the checks are {', '.join(CHECKS)}"
        raise UsageError(message)
    lives = tuple(routes)
    doubts = [doubt for check in _OF_A_ROUTE for route in lives for doubt in check(route)]
    if finder is not None:
        finder = Remembering.of(finder)
        doubts += [
            doubt
            for check in _OF_A_STAY
            for route in lives
            for stay in route.stays
            for doubt in check(stay, finder)
        ]
    found = [doubt.problem(file) for doubt in doubts] + _no_source(lives, file)
    return tuple(problem for problem in found if problem.kind not in silence)


def _no_source(routes: Sequence[Route], file: str) -> list[Problem]:
    """Tell of stays without a source; of a table that has none, once."""
    stays = [stay for route in routes for stay in route.stays]
    bare = [stay for stay in stays if not (stay.located.place.source or stay.located.place.url)]
    if bare and len(bare) == len(stays):
        reason, remedy = "names no source for any stay", "Add a column “source”."
        return [Problem("warning", "no-source", reason, remedy, file=file)]
    return [Doubt("no-source", stay, "has no source", "Name one.").problem(file) for stay in bare]
