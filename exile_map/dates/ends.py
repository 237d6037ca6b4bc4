"""Ends: the beginnings and ends of many stays, in which each different one is held once."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import chain, count
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.dates.spans import Bounds

_Value = TypeVar("_Value")


class Ends:
    """The beginnings and the ends of many stays.

    Most recur, so that what follows from them is found once for each that differs.

    Parameters
    ----------
    bounds
        Those that differ; None, where nothing is told, is the first.
    begun, over
        The number in ``bounds`` of each stay's beginning and end.
    """

    def __init__(
        self, bounds: Sequence[Bounds | None], begun: Sequence[int], over: Sequence[int]
    ) -> None:
        self.bounds = bounds
        self.begun = begun
        self.over = over

    @classmethod
    def of(cls, starts: Sequence[Bounds | None], ends: Sequence[Bounds | None]) -> Ends:
        """Count the beginnings and the ends of stays."""
        # By identity: to compare bounds takes longer than all that is done for each.
        different = {id(each): each for each in chain((None,), starts, ends)}
        numbers: defaultdict[int, int] = defaultdict(count().__next__)
        number = numbers.__getitem__
        number(id(None))
        begun, over = (list(map(number, map(id, each))) for each in (starts, ends))
        return cls(list(different.values()), begun, over)

    def __len__(self) -> int:
        """Count the stays."""
        return len(self.begun)

    @cached_property
    def are_told(self) -> bool:
        """Whether something is told of every beginning and every end."""
        return all(self.begun) and all(self.over)

    @cached_property
    def starts(self) -> list[Bounds | None]:
        """The beginning of each stay."""
        return self.of_each(self.bounds)[0]

    @cached_property
    def ends(self) -> list[Bounds | None]:
        """The end of each stay."""
        return self.of_each(self.bounds)[1]

    def of_each(self, values: Sequence[_Value]) -> tuple[list[_Value], list[_Value]]:
        """Return what is told of ``bounds``, in their order, of each beginning and each end."""
        find = values.__getitem__
        return list(map(find, self.begun)), list(map(find, self.over))

    def picked(self, order: Sequence[int]) -> Ends:
        """Return the same in another order."""
        return Ends(self.bounds, [self.begun[i] for i in order], [self.over[i] for i in order])
