from __future__ import annotations

import csv
import io
from pathlib import Path

from exile_map import geocoding, located_csv, places, routes

SERGE = Path(__file__).parent.parent / "data" / "places.csv"


def locate(text: str) -> tuple[places.Places, geocoding.Located]:
    read = places.read(io.BytesIO(text.encode()))
    return read, geocoding.locate(read)


def write(text: str) -> str:
    read, located = locate(text)
    return located_csv.write(located, read)


def test_every_cell_of_the_user_survives_and_where_it_is_is_added() -> None:
    (row,) = csv.DictReader(io.StringIO(write("place,year,box\nPetrograd, c. 1919 ,IISH 12\n")))
    assert (row["place"], row["year"], row["box"]) == ("Petrograd", " c. 1919 ", "IISH 12")
    assert (row["matched"], row["status"], row["layer"]) == ("Saint Petersburg", "ok", "curated")
    assert float(row["lat"]) > 59


def test_read_again_it_is_the_same_route() -> None:
    first = locate(SERGE.read_text("utf-8"))[1]
    again = locate(write(SERGE.read_text("utf-8")))[1]
    for one, other in zip(first.rows, again.rows, strict=True):
        assert (one.match, one.title, one.point) == (other.match, other.title, other.point)
    assert len(routes.build(again)[0].legs) == 10


def test_how_sure_the_gazetteer_is_is_not_how_sure_the_user_is_of_the_stay() -> None:
    (row,) = locate(write("place,year\nParis,1909\n"))[1].rows
    assert row.place.certainty == "certain"


def test_a_correction_wins_and_says_so() -> None:
    table = list(csv.reader(io.StringIO(write("place,year\nParis,1909\nLille,1913\n"))))
    table[1][table[0].index("lat")] = "48.9"
    out = io.StringIO()
    csv.writer(out).writerows(table)
    corrected, left = locate(out.getvalue())[1].rows
    assert (corrected.layer, corrected.point) == ("user", (48.9, 2.3488))
    assert left.layer == "city"


def test_an_unplaced_row_is_written_with_its_suggestions_left_to_correct() -> None:
    text = write("place,year\nParis,1909\nMarsielle,1912\n")
    row = list(csv.DictReader(io.StringIO(text)))[1]
    assert (row["lat"], row["status"]) == ("", "unresolved")


def test_a_table_written_twice_does_not_grow() -> None:
    once = write(SERGE.read_text("utf-8"))
    assert write(once) == once
