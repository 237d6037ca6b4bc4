"""Tidying: what is taken off a cell, and what stays."""

from __future__ import annotations

import io
import pickle

import pytest

from exile_map import places
from exile_map.places.rows import Cells
from exile_map.places.tidying import cleaned, date_of, without_nothings


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Trier[1]", "Trier"),
        ("Trier[1][a]", "Trier"),
        ("[1]", "[1]"),
        ("San Pedro [California]", "San Pedro [California]"),
        ("\u200bLille\u200f ", "Lille"),
        ("New\n  York", "New York"),
        ("Łódz\u0301", "Łódź"),
    ],
)
def test_a_name_is_one_line_without_footnotes(written: str, name: str) -> None:
    assert cleaned(written) == name


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("1941", "3", "24"), "24.3.1941"),
        (("1941", "3.0", "24,0"), "24.3.1941"),
        (("1941", "mars", "24"), "24 mars 1941"),
        (("1941", "mars", ""), "mars 1941"),
        (("1941", "3", ""), "3/1941"),
        (("1941", "", "24"), "1941"),
        (("", "3", "24"), ""),
    ],
)
def test_a_date_is_put_together_as_far_as_it_is_told(
    parts: tuple[str, str, str], date: str
) -> None:
    assert date_of(*parts) == date


def test_what_programs_write_for_nothing_is_nothing_but_only_among_numbers() -> None:
    assert list(without_nothings(["1", "NA", "NaN", "null", "-", "n"])) == [
        *("1", "", "", "", "", "n"),
    ]
    read = places.read(io.BytesIO(b"place,year,lat,lon,story\nNa,1909,NA,NA,NA\n"))
    assert (read.rows[0].place, read.rows[0].lat, read.rows[0].story) == ("Na", None, "NA")


def test_the_cells_of_a_row_are_a_mapping_that_can_be_compared_hashed_and_pickled() -> None:
    cells = Cells({"place": 0, "year": 1}, [["", "Paris"], ["", "1909"]], 1)
    assert cells == {"place": "Paris", "year": "1909"}
    assert dict(pickle.loads(pickle.dumps(cells))) == dict(cells)  # noqa: S301 -- our own bytes
    assert len({cells, Cells({"year": 0, "place": 1}, [["1909"], ["Paris"]], 0)}) == 1
    assert repr(cells) == "{'place': 'Paris', 'year': '1909'}"
