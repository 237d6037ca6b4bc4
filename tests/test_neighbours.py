"""Neighbours: a choice is settled by the stays before and after, the surest first."""

from __future__ import annotations

import io

from exile_map import places
from exile_map.gazetteer import Gazetteer, Question
from exile_map.neighbours import asked_of, in_context, year_of

FINDER = Gazetteer()


def countries(table: str) -> list[str]:
    """Return the country of each row's place, read among its neighbours."""
    rows = places.read(io.BytesIO(table.encode())).rows
    asked = [Question(*asked_of(row)) for row in rows]
    answers = in_context(rows, asked, list(FINDER.find_many(asked)), FINDER)
    return [answer.match.country if answer and answer.match else "" for answer in answers]


def test_what_is_sure_settles_what_is_not_and_that_the_next() -> None:
    """Seville is sure, so Cordoba is the one in Spain, so Granada is."""
    table = "place,year\nSeville,1900\nCordoba,1901\nGranada,1902\nMérida,1903\n"
    assert countries(table) == ["ES"] * 4


def test_one_life_says_nothing_about_another() -> None:
    table = "person,place,year\nA,Boston,1900\nA,Cambridge,1901\n"
    table += "B,London,1900\nB,Cambridge,1901\n"
    assert countries(table) == ["US", "US", "GB", "GB"]


def test_a_name_between_given_coordinates_is_settled_by_them() -> None:
    rows = places.read(
        io.BytesIO(b"place,year,lat,lon\nx,1900,51.5,-0.1\nCambridge,1901,,\ny,1902,52,0\n")
    ).rows
    asked = [None, Question(*asked_of(rows[1])), None]
    answers = in_context(rows, asked, [None, FINDER.find("Cambridge"), None], FINDER)
    assert answers[1]
    assert answers[1].match
    assert answers[1].match.country == "GB"


def test_what_a_hint_settled_stays_where_the_hint_says() -> None:
    table = "place,year,country\nLondon,1900,\nCambridge,1901,USA\nOxford,1902,England\n"
    assert countries(table) == ["GB", "US", "GB"]


def test_all_days_of_a_year_are_asked_about_together() -> None:
    text = "place,start\nOslo,1924-03-02\nOslo,1924-11-30\nOslo,1925-01-02\nOslo,1924\nOslo,\n"
    rows = places.read(io.BytesIO(text.encode())).rows
    assert [year_of(row) for row in rows] == [1924.5, 1924.5, 1925.5, 1924.0, None]


def test_a_bare_name_is_not_surely_what_the_same_life_calls_more_fully() -> None:
    """Max Born's Cambridge of 1933 was the English one, as in 1907."""
    text = "place,year\nGöttingen,1904\nCambridge,1907\nBerlin,1915\nGöttingen,1921\n"
    text += '"Cambridge, Massachusetts",1925\nCambridge,1933\nBangalore,1935\n'
    assert countries(text) == ["DE", "GB", "DE", "DE", "US", "GB", "IN"]


def test_what_neighbours_far_off_made_doubtful_is_sure_beside_nearer_ones() -> None:
    """Polinyà is far from Teruel, but beside Barcelona once that is known to be the Catalan one."""
    rows = places.read(io.BytesIO("place\nBarcelona\nPolinyà\nTerol\n".encode())).rows
    asked = [Question(*asked_of(row)) for row in rows]
    answers = in_context(rows, asked, list(FINDER.find_many(asked)), FINDER)
    assert [round(a.match.confidence, 1) for a in answers if a and a.match] == [1.0, 1.0, 1.0]


def test_all_sure_stays_of_a_life_tell_what_neighbours_leave_open() -> None:
    """Born in Queluz, and first taken to Rio: the years in Lisbon tell of the one near there."""
    table = "place,year\nQueluz,1802\nRio de Janeiro,1807\nLisboa,1821\nParis,1824\n"
    assert countries(table) == ["PT", "BR", "PT", "FR"]
    assert countries(table.replace("Lisboa,1821\n", "")) != ["PT", "BR", "FR"]
