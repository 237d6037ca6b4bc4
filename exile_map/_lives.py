"""Lives: the stays of several lives side by side, of which each is made when it is asked for."""

from __future__ import annotations

from functools import cached_property
from itertools import chain, compress, count
from operator import ne
from typing import TYPE_CHECKING, Any, cast

from exile_map._abreast import Found
from exile_map._calendar import clocks, earliest_of, filled, moments_of
from exile_map._ids import Ids
from exile_map._lengths import tenths_along
from exile_map.dates.ends import Ends
from exile_map.making import maker
from exile_map.stays import Leg, Stay, by_sea, to_a_metre
from exile_map.vocabulary import mode_group

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map._abreast import Abreast
    from exile_map._calendar import Moments
    from exile_map.dates import Span


class Lives:
    """The stays of several lives side by side, one life after the other.

    Parameters
    ----------
    rows
        The located rows, in this order.
    persons
        Whose lives they are.
    firsts
        The number of the stay that each life begins with.
    ids
        The id of each stay.
    """

    def __init__(
        self, rows: Abreast, persons: Sequence[str], firsts: Sequence[int], ids: Sequence[str]
    ) -> None:
        self.rows = rows
        self.persons = persons
        self.firsts = firsts
        self.ids = ids
        self.lines: dict[int, Leg] = {}
        self._made: Sequence[Stay] = ()

    @classmethod
    def of(cls, rows: Abreast) -> Lives:
        """Bring rows together by person, in the order in which these first appear."""
        if not len(rows):
            return cls(rows, [], [], [])
        names = rows.told("person")
        firsts = _begun(names)
        if len({names[i] for i in firsts}) < len(firsts):
            order = {name: i for i, name in enumerate(dict.fromkeys(names))}
            rows = Found(tuple(sorted(rows.made(), key=lambda row: order[row.place.person])))
            names = rows.told("person")
            firsts = _begun(names)
        persons = [names[i] for i in firsts]
        ids = Ids(prefixed=len(persons) > 1).of(
            persons, firsts, rows.told("id"), rows.told("place")
        )
        return cls(rows, persons, firsts, ids)

    def __len__(self) -> int:
        """Count the stays."""
        return len(self.rows)

    @cached_property
    def lasts(self) -> Sequence[int]:
        """The number after that of the stay that each life ends with."""
        return [*self.firsts[1:], len(self)]

    @cached_property
    def of_person(self) -> list[int]:
        """How many stays each life has."""
        return [last - first for first, last in zip(self.firsts, self.lasts, strict=True)]

    @cached_property
    def moments(self) -> list[Moments]:
        """The first and the last moment of all bounds of `ends`, in their order."""
        return moments_of(self.ends.bounds)

    @cached_property
    def _filled(self) -> tuple[Ends, dict[int, Any]]:
        """When each stay was, with what its neighbours tell; the spans that are not as told."""
        told = self.rows.ends
        if told.are_told:
            return told, {}
        spans = self.rows.spans()
        lives = zip(self.firsts, self.lasts, strict=True)
        known = chain.from_iterable(filled(spans[first:last]) for first, last in lives)
        more = {i: told for i, told in enumerate(known) if told[1]}
        starts, ends = list(told.starts), list(told.ends)
        for i, (span, _) in more.items():
            starts[i], ends[i] = span.start, span.end
        return Ends.of(starts, ends), more

    @property
    def ends(self) -> Ends:
        """The beginnings and the ends of stays, filled."""
        return self._filled[0]

    @cached_property
    def inferred(self) -> Sequence[tuple[str, ...]]:
        """Which ends the neighbours told."""
        out: list[tuple[str, ...]] = [()] * len(self)
        for i, (_, inferred) in self._filled[1].items():
            out[i] = inferred
        return out

    @cached_property
    def clocks(self) -> tuple[Sequence[float], Sequence[float]]:
        """The calendar at arrival and departure as the playback shows it."""
        return clocks(*self.rows.ends.of_each(self._earliest), self.firsts, self.lasts)

    def clocks_in(self, parts: int) -> tuple[Sequence[int], Sequence[int]]:
        """Return `clocks`, counted in parts of a year."""
        earliest = [None if at is None else round(at * parts) for at in self._earliest]
        begun, over = self.rows.ends.of_each(earliest)
        if None in begun:
            return counted(self.clocks, parts)
        # Where nothing is shared out, moments may be rounded before they are compared.
        shown = clocks(begun, over, self.firsts, self.lasts)
        return cast("tuple[Sequence[int], Sequence[int]]", shown)

    @cached_property
    def _earliest(self) -> list[float | None]:
        """The earliest moment that each of the bounds allows that rows tell."""
        told = self.rows.ends
        return earliest_of(self.moments if told is self.ends else moments_of(told.bounds))

    def spans(self) -> Sequence[Span]:
        """Return when each stay was, filled."""
        spans, more = self.rows.spans(), self._filled[1]
        if not more:
            return spans
        spans = list(spans)
        for i, (span, _) in more.items():
            spans[i] = span
        return spans

    def stay(self, number: int) -> Stay:
        """Return one stay; the same each time."""
        return self.stays(number, number + 1)[0]

    def stays(self, first: int, last: int) -> tuple[Stay, ...]:
        """Return some stays; the same each time."""
        if not self._made:
            times = zip(*self.clocks, strict=True)
            columns = (self.ids, self.rows.made(), self.spans(), times, self.inferred)
            make = maker(Stay, len(self))
            self._made = tuple(make(*told) for told in zip(*columns, strict=True))
        return tuple(self._made[first:last])

    def leg(self, number: int) -> Leg:
        """Return the leg to a stay that does not begin a life."""
        line = self.lines.get(number)
        return Leg(self.stay(number - 1), self.stay(number)) if line is None else line

    @cached_property
    def sails(self) -> bool:
        """Whether anyone goes by ship."""
        return any(mode_group(mode) == "ship" for mode in set(self.rows.told("mode")))

    def kilometres(self, first: int, last: int) -> list[float | None]:
        """Return the length of the legs between some stays of a life, as `Leg.km` has it."""
        degrees = [_to_a_metre(column[first:last]) for column in self.rows.degrees]
        unknown = [i for i, lat in enumerate(degrees[0]) if lat is None]
        for column in degrees if unknown else ():
            for i in unknown:
                column[i] = 0.0
        kms: list[float | None] = list(tenths_along(zip(*degrees, strict=True)))
        for i in unknown:
            kms[max(0, i - 1) : i + 1] = [None] * len(kms[max(0, i - 1) : i + 1])
        stops = self.rows.found("via")[first:last]
        others = {*self.lines, *compress(count(first), stops)}
        for i in others & {*range(first + 1, last)} if others else ():
            kms[i - first - 1] = self.leg(i).km
        return kms

    def are_measured(self, first: int, last: int) -> bool:
        """Tell whether the length of each leg between placed stays of a life says something."""
        lines = (leg for i, leg in self.lines.items() if first < i < last)
        areas = last - first > 1 and any(self.rows.is_area[first:last])
        return not areas and all(leg.is_measured for leg in lines)

    def go_by_sea(self) -> None:
        """Find the legs that go by ship."""
        if not self.sails:
            return
        begins = set(self.firsts)
        for i, mode in enumerate(self.rows.told("mode")):
            if mode and i not in begins and mode_group(mode) == "ship":
                leg = by_sea(self.stay(i - 1), self.stay(i))
                if leg is not None:
                    self.lines[i] = leg


def counted(
    clocks: tuple[Sequence[float], Sequence[float]], parts: int
) -> tuple[list[int], list[int]]:
    """Return clocks in parts of a year."""
    arrivals, departures = ([round(moment * parts) for moment in each] for each in clocks)
    return arrivals, departures


def _to_a_metre(column: Sequence[float | None]) -> list[float | None]:
    return [None if angle is None else to_a_metre(angle) for angle in column]


def _begun(names: Sequence[str]) -> list[int]:
    """Return where another name begins."""
    return [0, *(i for i, is_other in enumerate(map(ne, names, names[1:]), 1) if is_other)]
