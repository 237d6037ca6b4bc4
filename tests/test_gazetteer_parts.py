from __future__ import annotations

import pytest

from exile_map.gazetteer.parts import Part, is_within

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


@pytest.mark.parametrize(
    ("regions", "region", "at", "km", "expected"),
    [
        (None, None, (5, 5), 0, True),
        (None, None, (5, 15), 0, False),
        (None, None, (5, 9.99), 0, None),
        (None, None, (5, 9), 200, None),
        ({7}, 7, (5, 5), 0, True),
        ({7}, 8, (5, 5), 0, False),
        ({7}, None, (5, 5), 0, None),
        ({7}, None, (50, 50), 0, False),
        ({7}, 7, (5, 15), 0, False),
    ],
)
def test_a_place_is_in_a_part_out_of_it_or_in_doubt(
    regions: set[int] | None,
    region: int | None,
    at: tuple[float, float],
    km: float,
    *,
    expected: bool | None,
) -> None:
    part = Part.of(regions or (), (0, 0, 10, 10), SQUARE, 5.0)
    assert is_within(part, region, at, km) is expected
