"""Whereabouts: which places of a name are where the hints say, today or as the state then ruled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.candidates import AREAS, is_bare
from exile_map.gazetteer.statehood import ruled_by

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.statehood import Reign
    from exile_map.gazetteer.storage import Detail, Place

_VILLAGE = 5_000  # people
_IN_IT = 0.5  # of the way from a town's middle to where what is told by it may end


def mark(
    found: Sequence[Candidate],
    hints: Sequence[Hint],
    year: float | None,
    reigns: Callable[[Place, Detail | None], Sequence[Reign]],
) -> None:
    """Note of each of the places of a name whether it is where all hints say.

    Parameters
    ----------
    found
        The places.
    hints
        At least one.
    year
        The year asked for.
    reigns
        Gives the times that a place lay in one state.
    """
    held = [[_held(candidate, hint, year, reigns) for hint in hints] for candidate in found]
    for n, hint in enumerate(hints):
        if hint.is_past and any(of[n].ruled for of in held):
            for of in held:
                of[n] = of[n].among_the_ruled()
    proper = any(
        all(one.surely for one in of)
        for candidate, of in zip(found, held, strict=True)
        if not is_bare(candidate)
    )
    wide = proper and not any(hint.is_narrow for hint in hints)
    for candidate, of in zip(found, held, strict=True):
        detail = candidate.detail
        if wide and is_bare(candidate) and detail is not None and detail.kind in AREAS:
            candidate.hinted = False  # "Van" in Turkey is the town, not Van (lake)
            continue
        candidate.hinted = all(one.surely for one in of)
        if candidate.hinted:
            candidate.off_middle = max(one.off_middle for one in of)
            candidate.only_ruled = any(one.only_ruled for one in of)
            continue
        candidate.loosely = all(one.surely or one.once for one in of)
        candidate.barely = not candidate.loosely and all(
            one.surely or hint.held_besides(candidate) for one, hint in zip(of, hints, strict=True)
        )


class _Held(NamedTuple):
    """How a place is where a hint says: by today's map, or as it was ruled in the year asked for.

    Whether surely; whether it once was; whether that state ruled it, if known; how far from the
    middle of what was named it lies, 0 to 1; whether it lies outside today's country.
    """

    surely: bool
    once: bool
    ruled: bool | None
    off_middle: float = 0.0
    only_ruled: bool = False

    def among_the_ruled(self) -> _Held:
        """Return how it is there beside a namesake that the state did rule: no wide map holds."""
        return self._replace(surely=False, once=True) if self.ruled is False else self


def _held(
    candidate: Candidate,
    hint: Hint,
    year: float | None,
    reigns: Callable[[Place, Detail | None], Sequence[Reign]],
) -> _Held:
    """Tell how a place is where a hint says."""
    there = hint.holds(candidate)
    ruled = None
    if hint.states and (hint.is_past or not there):
        ruled = ruled_by(reigns(candidate.place, candidate.detail), hint.states, year)
    if there:
        return _Held(surely=True, once=True, ruled=ruled, off_middle=hint.off_middle(candidate))
    once = bool(ruled) or hint.held_once(candidate)
    known = candidate.detail is not None or candidate.place.population >= _VILLAGE
    surely = bool(ruled) and (known or hint.is_past)  # a village overseas is hardly called by it
    return _Held(surely=surely, once=once, ruled=ruled, only_ruled=not hint.is_past)


def any_hinted(found: Sequence[Candidate]) -> bool:
    """Tell whether any of the places is where the hints say, or once was, or may say."""
    return any(c.hinted or c.loosely or c.barely for c in found)


def any_is_in_it(found: Sequence[Candidate], hints: Sequence[Hint]) -> bool:
    """Tell whether any of the places is in what was told with it, if a town, well within it.

    The others no longer count as hinted.
    """
    if all(hint.is_narrow for hint in hints):
        for candidate in found:
            if candidate.hinted and candidate.off_middle > _IN_IT:
                candidate.hinted, candidate.barely = False, True
    return any(candidate.hinted or candidate.loosely for candidate in found)
