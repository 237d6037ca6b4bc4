"""The gazetteer itself: finds the place that a written name means, or many at once."""

from __future__ import annotations

import threading
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import ref

from exile_map.gazetteer.answers import Answer, Question, Toponym
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.lookup import Lookup
from exile_map.gazetteer.naming import Names
from exile_map.gazetteer.overlay import read_overlay
from exile_map.gazetteer.storage import BUILT, Store
from exile_map.gazetteer.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from weakref import ReferenceType

    from exile_map.gazetteer.bulk import Bulk

_ISO = 2  # letters
_AT_ONCE = 50_000  # questions: the places of so many are held in memory together


class Gazetteer:
    """Where a name is, and was; offline.

    Opens nothing until asked. Safe to use from several threads and processes; pickles.

    Parameters
    ----------
    path
        The gazetteer's SQLite file; the package's own without it.
    overlay
        A CSV of one's own places in the columns of the curated files, above everything else.
    """

    def __init__(
        self, path: str | Path | None = None, *, overlay: str | Path | None = None
    ) -> None:
        self._store = Store(Path(path) if path is not None else BUILT)
        own = read_overlay(Path(overlay)) if overlay is not None else {}
        self._names = Names(self._store, own)
        self._lookup = Lookup(self._names, Teller(self._names))
        self._ahead = threading.local()

    def __getstate__(self) -> dict[str, object]:
        """Pickle without what was read ahead."""
        return {**vars(self), "_ahead": None}

    def __setstate__(self, state: dict[str, object]) -> None:
        """Begin with nothing read ahead."""
        vars(self).update(state, _ahead=threading.local())

    def find(  # noqa: PLR0913 - all that a question has
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[tuple[float, float]] = (),
        life: Sequence[tuple[float, float]] = (),
    ) -> Answer:
        """Find the place that a name means.

        Parameters
        ----------
        name
            The name as written; may carry its own hints: "San Pedro (California)".
        year
            When it was so called: an astronomical year.
        country, region
            Where it is, in any language, or a country's code.
        near
            Points (lat, lon) before and after it on the route.
        life
            Points (lat, lon) of the other stays of the same life, where these may tell more.

        Returns
        -------
        Answer
            The place, or why none was picked.
        """
        asked = Question(name, year, country, region, near, life)
        return self._lookup.answer(asked, fold(name))

    def find_many(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Find the places of many names: what `find` says of each, several times as fast.

        Reads the file in its order for fifty thousand questions at a time. Runners-up,
        suggestions and reasons are worked out where they are looked at.

        Parameters
        ----------
        questions
            What to find.

        Yields
        ------
        Answer
            One for each question, in their order.
        """
        return chain.from_iterable(self._in_parts(questions))

    def _in_parts(self, questions: Iterable[Question]) -> Iterator[Iterator[Answer]]:
        """Yield the answers to so many questions as are held in memory together."""
        from exile_map.gazetteer.bulk import Asked  # noqa: PLC0415 -- a few questions need none

        waiting, bulk = iter(questions), self._bulk()
        while (some := Asked.some(waiting, _AT_ONCE)).whole:
            yield bulk.answers(some)

    def alike(self, questions: Sequence[Question]) -> list[Question]:
        """Return for each question the first that is answered alike, though of another year.

        So that many lives ask once for all years in which a name meant the same. Neighbours on the
        route change nothing in that: with the same ones, both are still answered alike.

        Parameters
        ----------
        questions
            What to find.
        """
        return self._bulk().alike(questions)

    def _bulk(self) -> Bulk:
        """Return what this thread has read ahead, as long as any answer from it is kept."""
        last: ReferenceType[Bulk] | None = getattr(self._ahead, "last", None)
        bulk = last() if last else None
        if bulk is None:
            from exile_map.gazetteer.bulk import Bulk  # noqa: PLC0415 -- as above

            bulk = Bulk(self._names, self._lookup)
            self._ahead.last = ref(bulk)
        return bulk

    def country_name(self, code: str, language: str = "en") -> str:
        """Name a country to readers.

        Parameters
        ----------
        code
            ISO 3166-1 alpha-2; or the id of a state that is no more, as in `Match.states`.
        language
            One of the page's languages, ISO 639-1.

        Returns
        -------
        str
            The name as CLDR has it, of a state that is no more as our reviewed files have it, if
            need be in English; the code itself where there is none.
        """
        name_of = self._store.country_name
        return name_of(code, language) or (name_of(code, "en") if len(code) > _ISO else "") or code

    def toponyms(self, geonames_id: int) -> tuple[Toponym, ...]:
        """Return the names that a city is known to have had in some years.

        Parameters
        ----------
        geonames_id
            The city's number in GeoNames.
        """
        found = self._store.toponyms(geonames_id)
        return tuple(Toponym(p.name, d.since, d.until, d.source or "") for p, d in found)
