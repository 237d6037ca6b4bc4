"""Tests of leads: how far the first of the ranked places is ahead of the others."""

from __future__ import annotations

import pytest

from exile_map.gazetteer.candidates import Candidate, spot
from exile_map.gazetteer.leads import lead, margin, too_close
from exile_map.gazetteer.storage import MAIN, Layer, Place


def town(number: int, score: float, home: float = 0.0) -> Candidate:
    """Return a town of a name, each a degree farther east."""
    place = Place(number, Layer.CITY, "X", 0, number * 100_000, 5_000, "FR", None, 60, None)
    at = spot((0.0, float(number)))
    return Candidate(MAIN, place, None, spot=at, score=score, home=home)


def test_several_namesakes_together_tell_more_against_it_than_the_next_alone() -> None:
    two, many = [town(1, 5.0), town(2, 4.0)], [town(n, 5.0 if n == 1 else 4.0) for n in range(1, 5)]
    assert margin(two) == pytest.approx(1.0)
    assert margin(many) < 0.6
    assert lead(two) == lead(many) == pytest.approx(1.0)


def test_what_only_the_rest_of_a_life_makes_likelier_is_no_surer() -> None:
    assert margin([town(1, 5.0), town(2, 4.0, home=-1.5)]) == pytest.approx(-0.5)
    assert margin([town(1, 5.0, home=-1.5), town(2, 4.0)]) == pytest.approx(1.0)


def test_a_place_beside_the_first_is_no_other() -> None:
    near = Candidate(MAIN, town(2, 4.0).place, None, spot=spot((0.0, 1.1)), score=4.0)
    assert lead([town(1, 5.0), near]) is None


def test_on_a_route_less_is_enough_to_pick_it() -> None:
    assert too_close(0.2, on_a_route=False)
    assert not too_close(0.2, on_a_route=True)
    assert too_close(0.05, on_a_route=True)
