"""Naming: who bears a name, the user's own places first, and how a place was called in a year."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from exile_map.gazetteer.candidates import Candidate, in_years, lingers, too_early
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.overlay import Overlay
    from exile_map.gazetteer.storage import Place, Store

_KEPT = 2_000  # countries and toponyms of a year


class Names:
    """The names of places.

    Parameters
    ----------
    store
        The gazetteer's file.
    own
        The user's own places.
    """

    def __init__(self, store: Store, own: Overlay) -> None:
        self.store, self.own = store, own
        self._then: dict[tuple[str, int], str] = {}
        self._toponyms: dict[tuple[int, str, float, bool | None], tuple[str, str]] = {}

    def is_known(self, form: str) -> bool:
        """Tell whether any place has a folded name."""
        return form in self.own or self.store.is_known(form)

    def bearers(self, form: str, year: float | None = None) -> list[Candidate]:
        """Return the places of a folded name, the user's own first.

        Parameters
        ----------
        form
            The folded name.
        year
            The year asked for, to tell whether the name was in use.
        """
        store = self.store
        found = [Candidate(*stored) for stored in self.own.get(form, ())] if self.own else []
        for number in store.numbers(form):
            place = store.place(number >> 2)
            detail = store.detail(place.id) if place.layer != Layer.CITY else None
            found.append(Candidate(number & 3, place, detail))
        if year is not None:
            for candidate in found:
                candidate.in_years = in_years(candidate.detail, year)
                candidate.lingers = lingers(candidate.detail, year)
                candidate.too_early = candidate.detail is None and too_early(candidate.place, year)
        return found

    def has_greater_namesake(self, place: Place, folded: str) -> bool:
        """Tell whether a name of another script, known of one place only, may be a greater one's.

        GeoNames has "ニューヘイブン" of New Haven in Indiana only.
        """
        if folded.isascii():
            return False
        numbers = self.store.numbers(fold(place.name))
        return bool(numbers) and numbers[0] >> 2 != place.id

    def namesakes(
        self, found: Sequence[Candidate], form: str, year: float | None
    ) -> list[Candidate]:
        """Return the places called as the only one found is, in its own script."""
        if len(found) != 1:
            return []
        only = found[0].place
        if only.layer != Layer.CITY or not self.has_greater_namesake(only, form):
            return []
        others = self.bearers(fold(only.name), year)
        namesakes = [c for c in others if c.flag == MAIN and c.place.id != only.id]
        for candidate in namesakes:
            candidate.flag = ALTERNATE
        return namesakes

    def country_then(self, names: str, year: float | None) -> str:
        """Choose among the countries a place has been in the one that existed in a year.

        Parameters
        ----------
        names
            The countries' names, divided by semicolons.
        year
            The year asked for.

        Returns
        -------
        str
            The only one there can be; empty where several are possible.
        """
        named = [name.strip() for name in names.split(";")]
        if len(named) == 1 or year is None:
            return named[0] if len(named) == 1 else ""
        asked = names, math.floor(year)
        told = self._then.get(asked)
        if told is None:
            then = [
                name
                for name in named
                if any(c.in_years and c.detail for c in self.bearers(fold(name), year))
            ]
            if len(self._then) >= _KEPT:
                self._then.clear()
            told = self._then[asked] = then[0] if len(then) == 1 else ""
        return told

    def is_told_by_year(self, candidate: Candidate) -> bool:
        """Tell whether what `toponym` and `country_then` say may be another for each year.

        Else it is the same for all years in which the name means the same places.
        """
        detail, city = candidate.detail, candidate.place.geonames_id
        if detail is not None and ";" in (detail.country_then or ""):
            return True
        return not candidate.in_years and city is not None and city in self.store.renamed

    def existed(self, state: str, year: float | None) -> bool:
        """Tell whether a state that is no more is known to have existed in a year.

        Parameters
        ----------
        state
            Its name.
        year
            The year asked for.
        """
        return any(in_years(c.detail, year) for c in self.bearers(fold(state)))

    def toponym(self, candidate: Candidate, name: str, year: float | None) -> tuple[str, str]:
        """Return the name to show for a year, and what to tell about it.

        Parameters
        ----------
        candidate
            The place.
        name
            Its name as written.
        year
            The year asked for.
        """
        place = candidate.place
        if candidate.in_years or year is None or place.geonames_id not in self.store.renamed:
            return as_written(name, place.name), ""
        asked = place.id, name, year, candidate.in_years
        told = self._toponyms.get(asked)
        if told is None:
            if len(self._toponyms) >= _KEPT:
                self._toponyms.clear()
            told = self._toponyms[asked] = self._renamed(candidate, name, year)
        return told

    def _renamed(self, candidate: Candidate, name: str, year: float) -> tuple[str, str]:
        """Return the same of a city that is known to have had other names."""
        place, store = candidate.place, self.store
        names = store.toponyms(place.geonames_id)
        then = [other for other in names if in_years(other[1], year)]
        if not then and candidate.in_years is not False:
            meant = {number >> 2 for number in store.numbers(fold(name))}
            if not any(p.id in meant and in_years(d, year) is False for p, d in names):
                return as_written(name, place.name), ""
        today = (candidate.detail.now if candidate.detail else None) or place.name
        shown = max(then, key=lambda other: other[1].since or -9999)[0].name if then else today
        if fold(shown) == fold(name):
            return as_written(name, shown), ""
        return shown, f"{name} in {_told_year(year)}: {shown} then."


def as_written(name: str, known: str) -> str:
    """Return the name as the user wrote it, unless only its letters' case is theirs.

    Parameters
    ----------
    name
        The name as written.
    known
        The name as the gazetteer has it.
    """
    one_case = name.islower() or name.isupper()
    return known if one_case and name != known and fold(name) == fold(known) else name


def _told_year(year: float) -> str:
    """Write an astronomical year for people."""
    whole = math.floor(year)
    return str(whole) if whole > 0 else f"{1 - whole} BCE"
