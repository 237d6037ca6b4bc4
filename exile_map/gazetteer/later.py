"""Later: what an answer by decision leaves out, asked for only when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.answers import Question

if TYPE_CHECKING:
    from exile_map.gazetteer.answers import Answer, Match
    from exile_map.gazetteer.bulk import Bulk


class Later:
    """The rest of such an answer: the lookup's, asked once, when any of it is looked at."""

    __slots__ = ("_asked", "_bulk", "_decision", "_folded", "_whole")

    def __init__(
        self, bulk: Bulk, name: str, year: float | None, folded: str, decision: int
    ) -> None:
        self._bulk, self._folded, self._decision = bulk, folded, decision
        self._asked = Question(name, year)

    def whole(self) -> Answer:
        """Return the lookup's answer."""
        try:
            return self._whole
        except AttributeError:
            self._whole: Answer = self._bulk.again(self._asked, self._folded)
            return self._whole

    def match(self) -> Match:
        """Return the place meant, with all that is known of it."""
        match = self.whole().match
        if match is None:
            message = f"the decision about {self._asked.name!r} is not the lookup's"
            raise AssertionError(message)
        return match

    def candidates(self) -> tuple[Match, ...]:
        """Return the runners-up."""
        return self.whole().candidates

    def suggestions(self) -> tuple[str, ...]:
        """Return the names near in spelling."""
        return self.whole().suggestions

    def reason(self) -> str:
        """Return the sentence for people."""
        return self.whole().reason


class LaterCity(Later):
    """The same of a name that only one city has: the decision tells which."""

    __slots__ = ()

    def match(self) -> Match:
        """Return the city, with all that is known of it."""
        return self._bulk.city(self._asked, self._decision)
