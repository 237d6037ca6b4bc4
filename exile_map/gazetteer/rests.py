"""Rests: what of a value is worked out only when it is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from exile_map.gazetteer.answers import Match


class Rest(Protocol):
    """What of an answer is worked out only when it is looked at."""

    def candidates(self) -> tuple[Match, ...]:
        """Return the runners-up."""

    def suggestions(self) -> tuple[str, ...]:
        """Return the names near in spelling."""

    def reason(self) -> str:
        """Return the sentence for people."""


class MatchedRest(Rest, Protocol):
    """The same, where also of the match only the point and the confidence are known yet."""

    def match(self) -> Match:
        """Return the place meant, with all that is known of it."""


class WithRest:
    """Room for the rest of a value: no field of it, so neither compared, shown nor pickled.

    It is a `Rest`, or, where thousands of answers are made that are hardly looked at, a list of
    what makes one and what that takes; then of the one alone.
    """

    __slots__ = ("_rest",)
    _rest: Any

    def _its_rest(self) -> MatchedRest:
        """Return the rest, made now if it was not."""
        rest = self._rest
        if type(rest) is not list:
            return rest  # type: ignore[no-any-return]
        make, *given = rest
        if given:
            rest[:] = [make := make(*given)]
        return make  # type: ignore[no-any-return]

    def _fill(self, name: str) -> object:
        """Fill a field that is not filled yet, and return it."""
        raise NotImplementedError


def filled_when_read(kind: type[WithRest], name: str) -> None:
    """Let a field be filled when it is first looked at.

    A `__getattr__` would do that, too, but make all others ten times as slow.
    """
    slot = kind.__dict__[name]
    its = slot.__get__

    def read(self: WithRest) -> object:
        try:
            return its(self)
        except AttributeError:
            return self._fill(name)

    setattr(kind, name, property(read, slot.__set__))
