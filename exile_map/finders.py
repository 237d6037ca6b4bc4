"""Finders: whom to ask for places, and one that is asked only once for the same name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from exile_map.gazetteer import Answer, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.geodesy import Point


class Finder(Protocol):
    """Whom to ask for places: the gazetteer, or what answers as it does."""

    def find(
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[Point] = (),
    ) -> Answer:
        """Find the place that a name means."""


@runtime_checkable
class BulkFinder(Finder, Protocol):
    """One that answers many questions faster than each by itself."""

    def find_many(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Find the places that names mean, in their order."""


@runtime_checkable
class DatedFinder(Finder, Protocol):
    """One that knows in which years it answers the same."""

    def alike(self, questions: Sequence[Question]) -> Sequence[Question]:
        """Return for each question the first that is answered alike, though of another year."""


class Remembering:
    """A finder that is asked only once for the same name, year and hints: lives share places.

    What is asked with neighbours is not kept, though asked once if it comes more often in one call.

    Parameters
    ----------
    finder
        Whom to ask.
    """

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._known: dict[Question, Answer] = {}

    @classmethod
    def of(cls, finder: Finder) -> Remembering:
        """Return a finder that remembers: itself, if it does so already."""
        return finder if isinstance(finder, cls) else cls(finder)

    def find(
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[Point] = (),
    ) -> Answer:
        """Find the place that a name means."""
        if near:
            return self._finder.find(name, year=year, country=country, region=region, near=near)
        return next(self.find_many([Question(name, year, country, region)]))

    def alike(self, questions: Sequence[Question]) -> Sequence[Question]:
        """Return for each question the first that is answered alike; itself if none is known to."""
        return self._finder.alike(questions) if isinstance(self._finder, DatedFinder) else questions

    def find_many(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Find the places of many names, in their order."""
        asked, known = list(questions), self._known
        unknown = [q for q in dict.fromkeys(asked) if q.near or q not in known]
        found = dict(zip(unknown, self._ask(unknown), strict=True))
        known.update((q, answer) for q, answer in found.items() if not q.near)
        return (found.get(question) or known[question] for question in asked)

    @property
    def sees_lives(self) -> bool:
        """Whether it looks at more of a life than neighbours; others need not be asked twice."""
        return isinstance(self._finder, BulkFinder)

    def among(self, questions: Iterable[tuple[Question, Sequence[Point]]]) -> Iterator[Answer]:
        """Ask about names among neighbours on the route; nothing of it is kept."""
        return self.asked(by_itself._replace(near=near) for by_itself, near in questions)

    def asked(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Ask questions in their order; nothing of it is kept."""
        return self._ask(questions)

    def _ask(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Ask all at once where that can be done."""
        if isinstance(self._finder, BulkFinder):
            yield from self._finder.find_many(questions)
            return
        for name, year, country, region, near, _ in questions:
            yield self._finder.find(name, year=year, country=country, region=region, near=near)
