"""Answers: what the gazetteer is asked, and what it says about a name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from exile_map.gazetteer.rests import Rest, WithRest, filled_when_read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.statehood import Reign

Points = tuple[tuple[float, float], ...]
Route = tuple[Points, Points]


class Question(NamedTuple):
    """A name to find, with what is known about it.

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
    """

    name: str
    year: float | None = None
    country: str = ""
    region: str = ""
    near: Sequence[tuple[float, float]] = ()
    life: Sequence[tuple[float, float]] = ()

    @property
    def given(self) -> tuple[str, ...]:
        """The hints beside the name."""
        if not (self.region or self.country):
            return ()
        return tuple(hint for hint in (self.region.strip(), self.country.strip()) if hint)

    @property
    def route(self) -> Route:
        """The points before and after it, and those of the rest of the life."""
        near = tuple((lat, lon) for lat, lon in self.near)
        return near, tuple((lat, lon) for lat, lon in self.life) if self.life else ()


class Toponym(NamedTuple):
    """A name of a place, and when it bore it.

    Parameters
    ----------
    name
        The name.
    since, until
        Its first and its last year, astronomical; None where that is open or not known.
    source
        Where the fact comes from; may be empty.
    """

    name: str
    since: int | None
    until: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Match(WithRest):
    """A place that a name was found to mean.

    Parameters
    ----------
    name
        The place's name today ("Saint Petersburg").
    toponym
        The name to show for the year asked ("Petrograd" for 1919); else as it was written, where
        that is one of the place's names.
    lat, lon
        Where it is; for a country or region, where its people lived, not the middle of its box.
    precision
        How exactly: ``point``, ``locality``, ``region`` or ``country``.
    radius_km
        How wide it is; None for a locality.
    layer
        Who knew it: ``user``, ``curated``, ``country``, ``region`` or ``city``.
    country
        ISO 3166-1 alpha-2 code of today's country; empty where there is none.
    region
        Name of the first-order region; empty where not known.
    population
        How many live there today; 0 where not known.
    geonames_id
        GeoNames' number for it, where it has one.
    extent
        A coarse ring of (lon, lat) around an area, where one is known.
    confidence
        0 to 1: how sure the gazetteer is that this place is meant.
    source
        Where the fact comes from.
    note
        What the reader should be told ("Leningrad in 1912: Saint Petersburg then").
    stands_in
        The town or district a prison, camp or house stands in; empty where not known.
    country_then
        The country it was in that year, in English; empty where that is today's, or not known.
    remark
        What the gazetteer's editors say of the place, of whatever year; in English, so no page of
        a life shows it.
    states
        The states it lay in, one after the other, each with its beginning and its end; nothing for
        times that are not known, or in which it was fought for.
    """

    name: str
    toponym: str
    lat: float
    lon: float
    precision: str
    radius_km: float | None
    layer: str
    country: str
    region: str
    population: int
    geonames_id: int | None
    extent: tuple[tuple[float, float], ...] | None
    confidence: float
    source: str
    note: str
    stands_in: str = ""
    country_then: str = ""
    remark: str = ""
    states: tuple[Reign, ...] = ()

    def __str__(self) -> str:
        """Name the place and its country, as a table shows it."""
        return ", ".join(part for part in (self.name, self.country) if part)

    def _fill(self, name: str) -> object:
        """Fill the fields that are not filled yet, and return one of them."""
        whole = self._its_rest().match()
        for _ in map(_set, repeat(self), _MATCH_FIELDS, _all_of(whole)):
            pass
        return getattr(whole, name)


@dataclass(frozen=True, slots=True)
class Answer(WithRest):
    """What the gazetteer says about a name, and how sure it is.

    Parameters
    ----------
    status
        ``ok``, ``ambiguous``, ``unresolved`` or ``not-a-place``.
    match
        The place meant; only when the status is ``ok``.
    candidates
        Other places of the name, best first, without the match.
    suggestions
        Names near in spelling, when nothing was found.
    reason
        One sentence for people.
    """

    status: str
    match: Match | None
    candidates: tuple[Match, ...]
    suggestions: tuple[str, ...]
    reason: str

    @classmethod
    def with_rest(
        cls, status: str, match: Match | None, rest: Rest | list[Any], *, only: bool = False
    ) -> Answer:
        """Make an answer whose other fields are filled when they are first looked at.

        Parameters
        ----------
        status, match
            As in the answer.
        rest
            Tells what is left; or what makes it, and what that takes.
        only
            Whether it is the only place of its name, so that there are no runners-up.
        """
        answer = _AnswerTwin()
        answer.status, answer.match, answer._rest = status, match, rest  # noqa: SLF001
        if only:
            answer.candidates = answer.suggestions = ()
        answer.__class__ = cls
        return answer  # type: ignore[no-any-return]

    @property
    def may_be_another(self) -> bool:
        """Whether there may be runners-up; quicker to tell than which they are."""
        try:
            return bool(_its_candidates(self))
        except AttributeError:
            return True

    def _fill(self, name: str) -> object:
        """Fill a field that is not filled yet, and return it."""
        value = getattr(self._its_rest(), name)()
        _set(self, name, value)
        return value


_set = object.__setattr__
_its_candidates = Answer.__dict__["candidates"].__get__  # where they are filled already
_MATCH_FIELDS = tuple(field.name for field in fields(Match))
_all_of = attrgetter(*_MATCH_FIELDS)


for _name in ("candidates", "suggestions", "reason"):
    filled_when_read(Answer, _name)
for _name in frozenset(_MATCH_FIELDS) - {"lat", "lon", "confidence"}:
    filled_when_read(Match, _name)

# A frozen dataclass sets each field through a call. Mutable twins, that become what they stand for
# by a change of class once their first fields are set, are ten times as quick.
_MatchTwin: Any = type("_MatchTwin", (WithRest,), {"__slots__": _MATCH_FIELDS})
_AnswerTwin: Any = type(
    "_AnswerTwin", (WithRest,), {"__slots__": tuple(f.name for f in fields(Answer))}
)


def quick_match(*values: object) -> Match:
    """Make a match of values in the order of its fields."""
    match = _MatchTwin()
    for _ in map(setattr, repeat(match), _MATCH_FIELDS, values):
        pass
    match.__class__ = Match
    return match  # type: ignore[no-any-return]


def late_answer(
    lat: float,
    lon: float,
    confidence: float,
    rest: list[Any],
    others: tuple[Match, ...] | None = None,
) -> Answer:
    """Make an answer with a match whose other fields are filled when they are first looked at.

    Parameters
    ----------
    lat, lon
        Where the place is.
    confidence
        How sure it is that it is meant.
    rest
        What makes the rest, a `MatchedRest`, and what that takes.
    others
        The runners-up, where they are known yet.
    """
    match, answer = _MatchTwin(), _AnswerTwin()
    match.lat, match.lon, match.confidence = lat, lon, confidence
    match._rest = answer._rest = rest  # noqa: SLF001
    match.__class__ = Match
    answer.status, answer.match = "ok", match
    if others is not None:
        answer.candidates, answer.suggestions = others, ()
    answer.__class__ = Answer
    return answer  # type: ignore[no-any-return]
