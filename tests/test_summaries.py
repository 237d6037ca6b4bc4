from __future__ import annotations

import io

import pytest

from exile_map import geocoding, places, routes
from exile_map.summaries import Summary, summary


def summed(rows: str) -> Summary:
    text = "place,start,end,stay,move\n" + rows
    (route,) = routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))
    return summary(route)


def test_years_are_counted_by_country_and_by_how_they_came() -> None:
    life = summed(
        "Brussels,1890-01-01,1900-01-01,home,born\n"
        "Paris,1900-01-01,1910-01-01,home,moved\n"
        "Paris,1910-01-01,1915-01-01,prison,arrested\n"
        "Barcelona,1915-01-01,1917-01-01,home,fled\n"
    )
    # A day is a time within bounds of its own: from its middle it counts.
    assert life.free_years == pytest.approx(10, abs=0.01)
    assert life.forced_years == pytest.approx(5, abs=0.01)
    assert life.confined_years == pytest.approx(5, abs=0.01)
    assert life.flight_years == pytest.approx(2, abs=0.01)
    assert [code for code, _ in life.countries] == ["FR", "BE", "ES"]
    assert dict(life.countries)["FR"] == pytest.approx(15, abs=0.01)
    assert not life.doubtful


def test_moves_and_kilometres_count_ways_and_not_stays_at_one_place() -> None:
    life = summed("Brussels,1890,1909,,\nParis,1909,1912,,\nParis,1912,1917,prison,\n")
    assert life.moves == 1
    assert life.km == pytest.approx(264.6, abs=0.5)


def test_years_at_two_homes_at_once_count_once_for_their_country() -> None:
    life = summed("Paris,1900,1910,home,moved\nLyon,1905,1915,home,moved\n")
    assert dict(life.countries)["FR"] == pytest.approx(15)
    assert life.free_years == pytest.approx(15)


def test_a_stay_without_an_end_counts_nothing_and_makes_it_doubtful() -> None:
    life = summed("Brussels,1890,1909,home,born\nParis,1909,,home,moved\n")
    assert dict(life.countries) == {"BE": 19.0}
    assert life.doubtful


@pytest.mark.parametrize(
    "rows",
    [
        "Brussels,1890,,,\nParis,1909,1912,,\n",
        "Brussels,1890,1909,,\nXyzzy,1909,1912,,\n",
        "Brussels,1890,1909,,\nthe Urals,1909,1912,,\n",
        "Brussels,before 1890,1909,,\nParis,1909,1912,,\n",
    ],
    ids=["inferred", "unplaced", "area", "open"],
)
def test_what_is_not_known_makes_the_figures_rough(rows: str) -> None:
    assert summed(rows).doubtful


def test_a_way_back_counts_as_far_as_the_way_there() -> None:
    there = summed("Brussels,1890,1909,,\nParis,1909,1912,,\n")
    back = summed("Brussels,1890,1909,,\nParis,1909,1912,,\nBrussels,1912,1913,,\n")
    assert back.km == pytest.approx(2 * there.km)
    assert back.moves == 2


def test_a_day_and_a_year_of_one_date_are_counted_too() -> None:
    """Nothing lay between their ends, as these are told, and their countries were dropped."""
    life = summed(
        "Paris,1930-01-01,1940-09-25,home,moved\n"
        "Portbou,1940-09-25,1940-09-25,transit,fled\n"
        "Lisbon,1941,1941,transit,moved\n"
        "New York,1942,1950,home,moved\n"
    )
    spent = dict(life.countries)
    assert spent["ES"] == pytest.approx(1 / 365, rel=0.02)
    assert spent["PT"] == pytest.approx(1 / 3, rel=0.02)
    assert life.doubtful


def test_a_stay_without_an_end_has_no_length_but_a_beginning() -> None:
    life = summed(
        "Busan,1922-11-23,1922-12-02,waiting,\n"
        "San Francisco,1923-07-01,1923,home,\n"
        "San Pedro (California),c. 1924,,home,\n"
    )
    # Nobody leaves in 1923 before he came in July: the middle of what is left of it counts.
    assert dict(life.countries)["US"] == pytest.approx(0.25, abs=0.01)
    assert [(code, span.words()) for code, span in life.since] == [("US", "since about 1924")]
    still = summed("Paris,1909,1912,home,\nMexico City,since 1941,,asylum,\n")
    assert "MX" not in dict(still.countries)
    assert [code for code, _ in still.since] == ["MX"]
