from __future__ import annotations

from pathlib import Path

import pytest

import exile_map as xm

ROOT = Path(__file__).parent.parent
TABLE = """person,place,start,end,move
A,Brussels,1890,1909,born
A,Paris,1909,1920,fled
B,Paris,1900,1915,moved
"""


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> tuple[xm.Route, ...]:
    path = tmp_path_factory.mktemp("lives") / "lives.csv"
    path.write_text(TABLE, encoding="utf-8")
    return xm.to_routes(xm.geocode(xm.read_places(path)))


def test_encounters_are_a_row_each(routes: tuple[xm.Route, ...]) -> None:
    frame = xm.encounters(routes)
    (record,) = frame.to_dict("records")
    assert record == {
        "person_a": "A",
        "person_b": "B",
        "place": "Paris",
        "when": "1909 to 1915",
        "certainty": "certain",
        "earliest": 1909.0,
        "latest": 1916.0,
        "stay_a": "a-2-paris",
        "stay_b": "b-1-paris",
        "aboard": False,
    }


def test_encounters_are_told_in_the_language_asked_for(routes: tuple[xm.Route, ...]) -> None:
    assert xm.encounters(routes, lang="fr")["when"].tolist() == ["de 1909 à 1915"]


def test_no_encounters_make_an_empty_table_with_its_columns(routes: tuple[xm.Route, ...]) -> None:
    frame = xm.encounters(routes[:1])
    assert frame.empty
    assert list(frame.columns) == list(xm.encounters(routes).columns)


def test_a_summary_has_a_row_for_each_person(routes: tuple[xm.Route, ...]) -> None:
    frame = xm.summary(routes)
    assert list(frame.index) == ["A", "B"]
    assert frame.loc["A", "years in Belgium"] == 19
    assert frame.loc["B", "years in Belgium"] == 0
    assert frame.loc["A", "flight_years"] == 11
    assert frame.loc["A", "moves"] == 1
    assert "years in Belgique" in xm.summary(routes, lang="fr").columns


def test_a_route_sums_itself_up(routes: tuple[xm.Route, ...]) -> None:
    frame = routes[0].summary()
    assert list(frame.index) == ["A"]
    assert frame.loc["A", "km"] == pytest.approx(264.6, abs=0.5)
    assert frame.equals(xm.summary(routes[0]))


def test_no_routes_sum_up_to_nothing() -> None:
    assert xm.summary([]).empty
