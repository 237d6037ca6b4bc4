from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from exile_map.dates import read_span
from exile_map.making import maker
from exile_map.places import PlaceRow


@dataclass(frozen=True, slots=True)
class Pair:
    """A value."""

    one: int
    other: str = "b"


def test_few_values_are_made_as_usual() -> None:
    assert maker(Pair, 10) is Pair


def test_many_are_made_otherwise_and_are_the_same() -> None:
    make = maker(Pair, 100_000)
    assert make is not Pair
    value, usual = make(1, "a"), Pair(1, "a")
    assert type(value) is Pair
    assert (value, hash(value), repr(value)) == (usual, hash(usual), repr(usual))
    assert replace(value, one=2) == Pair(2, "a")
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == usual  # noqa: S301 -- our own


def test_what_is_made_is_frozen() -> None:
    value = maker(Pair, 100_000)(1, "a")
    with pytest.raises(FrozenInstanceError):
        value.one = 2  # type: ignore[misc]


def test_all_fields_have_to_be_given() -> None:
    with pytest.raises(TypeError):
        maker(Pair, 100_000)(1)


def test_a_row_made_of_its_fields_is_that_row() -> None:
    row = PlaceRow(1, 2, "Ana", "Paris", read_span("1909"), story="A story")
    fields = [getattr(row, name) for name in PlaceRow.__slots__]
    assert maker(PlaceRow, 100_000)(*fields) == row
