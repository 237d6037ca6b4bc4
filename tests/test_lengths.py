from __future__ import annotations

import random
from itertools import pairwise
from math import asin, degrees

import pytest

from exile_map._lengths import tenths_along
from exile_map.geodesy import Point, geodesic_km


def places(kind: str, count: int) -> list[Point]:
    """Make places all over the globe, near to each other, or where the search is hard."""
    dice = random.Random(kind)  # noqa: S311 -- a test
    everywhere = [
        (degrees(asin(dice.uniform(-1, 1))), dice.uniform(-180, 180)) for _ in range(count)
    ]
    made = {
        "everywhere": everywhere,
        "near": [(lat / 1000 + 50, lon / 1000 - 180) for lat, lon in everywhere],
        "equator": [(lat / 1e5, lon) for lat, lon in everywhere],
        "poles": [(90.0 if lat > 0 else -89.99, lon) for lat, lon in everywhere],
        "meridian": [(lat, 10.0) for lat, _ in everywhere],
        "same": [(48.85, 2.35)] * count,
    }
    points = [(round(lat, 5), round(lon, 5)) for lat, lon in made[kind]]
    opposite = [(-lat, lon + 180 - 360 * (lon > 0)) for lat, lon in points[:2]]
    return [*points[:1], *opposite, *points[1:]]


@pytest.mark.parametrize("kind", ["everywhere", "near", "equator", "poles", "meridian", "same"])
def test_lengths_found_many_at_a_time_are_those_found_one_by_one(kind: str) -> None:
    points = places(kind, 2_000)
    assert tenths_along(points) == [round(geodesic_km(a, b), 1) for a, b in pairwise(points)]


def test_of_no_place_or_one_there_is_no_length() -> None:
    assert tenths_along([]) == tenths_along([(48.85, 2.35)]) == []
