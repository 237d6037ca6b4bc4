from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map.places import positions
from exile_map.places.coordinates import CoordinateError, degrees, west_is_o
from exile_map.places.latlon import position

PARIS = (48.85, 2.35)


@pytest.mark.parametrize(
    "text",
    [
        "48.85, 2.35",
        "48.85 2.35",
        "48.85;2.35",
        "48,85; 2,35",
        "48,85, 2,35",
        "48,85 2,35",
        "48,85,2,35",
        "(48.85, 2.35)",
        "48°51′N 2°21′E",
        "48°51'00\"N, 2°21'00\"E",
        "48 51 0 N 2 21 0 E",
        "N48 51 E2 21",
        "N 48.85 E 2.35",
        "2.35E 48.85N",
        "48.85° N, 2.35° E",
        "48°51' nord, 2°21' est",
        "48° 51′ с. ш. 2° 21′ в. д.",
        "48:51N 2:21E",
        "POINT(2.35 48.85)",
        "Point(2.35 48.85)",
        "SRID=4326;POINT (2.35 48.85)",
        "geo:48.85,2.35",
        '{"type": "Point", "coordinates": [2.35, 48.85]}',
        "https://www.google.com/maps/@48.85,2.35,12z",
    ],
)
def test_one_place_in_every_notation_is_one_place(text: str) -> None:
    assert position(text) == pytest.approx(PARIS)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("34.6037 S 58.3816 W", (-34.6037, -58.3816)),
        ("S 34° 36' 13.3\" W 58° 22' 54\"", (-34.60369, -58.38167)),
        ("−34.6, −58.38", (-34.6, -58.38)),
        ("N48 51.2 E2 21", (48.85333, 2.35)),
    ],
)
def test_south_west_and_minus_signs_are_negative(text: str, where: tuple[float, float]) -> None:
    assert position(text) == pytest.approx(where, abs=1e-5)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("48,85", "position-question"),
        ("[2.35, 48.85]", "position-question"),
        ("48°51′N 2°21′O", "position-question"),
        ("139.69, 35.68", "swapped-position"),
        ("99, 99", "out-of-range"),
        ("90 N 181 E", "out-of-range"),
        ("48°75′N 2°21′E", "out-of-range"),
        ("48°51′N", "bad-position"),
        ("-48 N 2 E", "bad-position"),
        ("near the river", "bad-position"),
        ("nan, 2", "bad-position"),
        ("", "bad-position"),
        ("1" * 1000, "bad-position"),
    ],
)
def test_what_is_unclear_is_asked_and_what_is_wrong_is_told(text: str, kind: str) -> None:
    with pytest.raises(CoordinateError) as caught:
        position(text)
    assert caught.value.kind == kind


def test_o_is_west_or_east_as_the_column_says() -> None:
    text = "47°13′N 1°33′O"
    assert west_is_o([text, "48°51′N 2°21′E"]) is True
    assert west_is_o([text, "38°43′N 9°8′W"]) is False
    assert west_is_o([text]) is None
    assert position(text, o_is_west=True) == pytest.approx((47.2167, -1.55), abs=1e-4)
    assert position(text, o_is_west=False) == pytest.approx((47.2167, 1.55), abs=1e-4)


@pytest.mark.parametrize(
    ("text", "axis", "value"),
    [
        ("48.85", "lat", 48.85),
        ("48,85", "lat", 48.85),
        ("48°51′N", "lat", 48.85),
        ("48 51 00", "lat", 48.85),
        ("2.35 W", "lon", -2.35),
        ("−2.35", "lon", -2.35),
        ("-1e-05", "lon", -0.00001),
    ],
)
def test_a_latitude_or_longitude_has_many_notations_too(text: str, axis: str, value: float) -> None:
    assert degrees(text, axis) == pytest.approx(value)


@pytest.mark.parametrize("text", ["2.35 E", "x", "1_0", "nan", "inf", "0x10", "48.85 2 3 4"])
def test_what_is_no_latitude_is_told(text: str) -> None:
    with pytest.raises(CoordinateError) as caught:
        degrees(text, "lat")
    assert caught.value.kind == "bad-number"


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_a_written_position_is_read_again(lat: float, lon: float) -> None:
    assert position(f"{lat:.6f}, {lon:.6f}") == pytest.approx((lat, lon), abs=1e-6)
    assert position(f"POINT({lon:.6f} {lat:.6f})") == pytest.approx((lat, lon), abs=1e-6)


@settings(deadline=5000)
@given(st.text(alphabet="0123456789.,;:°′″'\" NSEWO()[]POINT-+e", max_size=60) | st.text())
def test_no_text_gives_anything_but_a_place_on_the_globe_or_our_error(text: str) -> None:
    try:
        lat, lon = position(text)
    except CoordinateError as error:
        told = error.reason
    else:
        told = "fine" if abs(lat) <= 90 and abs(lon) <= 180 else ""
    assert told


_CELLS = st.lists(
    st.tuples(*[st.text("0123456789.-+, e°\n", max_size=12) | st.just("")] * 2)
    | st.tuples(st.floats(-95, 95).map("{:.5f}".format), st.floats(-190, 190).map(str)),
    max_size=4,
)


@settings(max_examples=300)
@given(_CELLS)
def test_whole_columns_are_read_as_cell_by_cell_or_not_at_all(
    cells: list[tuple[str, str]],
) -> None:
    found = positions.plain([lat for lat, _ in cells], [lon for _, lon in cells])
    if found is not None:
        assert list(zip(*found, strict=True)) == [
            positions.read(lat, lon, "")[:2] if lat or lon else (None, None) for lat, lon in cells
        ]


def test_plain_columns_are_read_whole_and_others_are_not() -> None:
    assert positions.plain(["48.85", ""], ["-2.35", ""]) == ([48.85, None], [-2.35, None])
    for lats, lons in (
        (["48,85"], ["2.35"]),
        (["91"], ["2.35"]),
        (["48.85"], [""]),
        (["1e1"], ["2"]),
        (["0000000000048"], ["2"]),
        (["4\n8"], ["2"]),
    ):
        assert positions.plain(lats, lons) is None
