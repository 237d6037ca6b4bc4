from __future__ import annotations

import io

import pytest

from exile_map import geocoding, places
from exile_map.errors import DataError


def locate(text: str, *, strict: bool = False) -> geocoding.Located:
    return geocoding.locate(places.read(io.BytesIO(text.encode())), strict=strict)


def test_place_and_year_alone_draw_the_seven_places_of_the_mission() -> None:
    located = locate(
        "place,year\nBrussels,1890\nParis,1909\nBarcelona,1917\nRussia,1919\nthe Urals,1933\n"
        "Marseille,1940\nMexico City,1941\n"
    )
    found = [(row.point, row.precision) for row in located.rows]
    expected = [
        ((50.85, 4.35), "locality"),
        ((48.85, 2.35), "locality"),
        ((41.39, 2.16), "locality"),
        ((55, 47), "country"),
        ((56, 59), "region"),
        ((43.30, 5.38), "locality"),
        ((19.43, -99.13), "locality"),
    ]
    for (point, precision), (near, exactness) in zip(found, expected, strict=True):
        assert precision == exactness
        tolerance = 0.05 if precision == "locality" else 6
        assert point == pytest.approx(near, abs=tolerance)


def test_the_name_follows_the_year() -> None:
    rows = locate("place,year\nPetrograd,1919\nLeningrad,1930\nOrenburg,1933\n").rows
    assert [row.title for row in rows] == ["Petrograd", "Leningrad", "Orenburg"]
    assert [row.match.name for row in rows if row.match][:2] == ["Saint Petersburg"] * 2


def test_the_user_s_coordinates_win() -> None:
    (row,) = locate("place,year,lat,lon\nParis,1909,10,20\n").rows
    assert (row.point, row.layer, row.precision) == ((10.0, 20.0), "user", "point")


def test_a_radius_makes_the_user_s_place_a_region() -> None:
    (row,) = locate("place,year,lat,lon,radius_km\nsomewhere,1909,10,20,80\n").rows
    assert (row.precision, row.radius_km) == ("region", 80.0)


def test_a_misspelt_place_is_told_with_suggestions_and_the_stay_is_kept() -> None:
    located = locate("place,year\nBrussels,1890\nMarsielle,1909\nParis,1912\n")
    assert [row.status for row in located.rows] == ["ok", "unresolved", "ok"]
    assert located.rows[1].point is None
    (problem,) = located.problems
    assert (problem.severity, problem.row, problem.value) == ("warning", 2, "Marsielle")
    assert "Marseille" in str(problem)


def test_when_strict_a_misspelt_place_is_an_error() -> None:
    with pytest.raises(DataError) as caught:
        locate("place,year\nBrussels,1890\nMarsielle,1909\n", strict=True)
    assert [p.kind for p in caught.value.problems] == ["unresolved"]


def test_no_place_at_all_is_always_an_error() -> None:
    with pytest.raises(DataError) as caught:
        locate("place,year\nin prison,1890\n")
    assert [p.kind for p in caught.value.problems] == ["not-a-place", "nothing-placed"]


@pytest.mark.parametrize(("before", "country"), [("London", "GB"), ("Boston", "US")])
def test_a_name_of_two_places_is_settled_by_the_route(before: str, country: str) -> None:
    rows = locate(f"place,year,country\n{before},1930,{country}\nCambridge,1931,\n").rows
    assert rows[1].match
    assert rows[1].match.country == country


def test_places_on_the_way_are_found() -> None:
    (row,) = locate("place,year,via\nVienna,1923,Prague; Brünn\n").rows
    assert [round(lat) for lat, _ in row.via] == [50, 49]


@pytest.mark.parametrize(
    ("route", "named", "country"),
    [
        ("Haifa; Acre; Baghdad", "Acre", "IL"),
        ("Haifa; Acre", "Acre", "IL"),
        ("Seville; Cordoba; Granada", "Granada", "ES"),
        ("Cordoba, Spain; Granada; Fez", "Granada", "ES"),
        ("Bilbao; Santander; Oviedo", "Santander", "ES"),
        ("Madrid; Valencia; Barcelona", "Valencia", "ES"),
        ("Calcutta; Java; Singapore", "Java", "ID"),
        ("Sakhalin; De Castries; Vladivostok", "De Castries", "RU"),
        ("London; Kent; Oxford", "Kent", "GB"),
        ("London; Essex; Paris", "Essex", "GB"),
        ("London; Lincoln; York", "Lincoln", "GB"),
        ("Manchester; Durham; Edinburgh", "Durham", "GB"),
        ("Chicago; Lincoln; Denver", "Lincoln", "US"),
        ("Baltimore; Norfolk; Richmond, Virginia", "Norfolk", "US"),
        ("Atlanta; Georgia; Savannah", "Georgia", "US"),
        ("Tbilisi; Georgia; Baku", "Georgia", "GE"),
        ("Lviv; Galicia; Vienna", "Galicia", "PL"),
        ("Lisbon; Galicia; Madrid", "Galicia", "ES"),
        ("London; Cambridge; Oxford", "Cambridge", "GB"),
        ("Boston; Cambridge; New York", "Cambridge", "US"),
        ("New York; London; New York", "London", "GB"),
        ("New York; Paris; New York", "Paris", "FR"),
    ],
)
def test_a_namesake_on_the_route_is_meant_not_a_greater_one_far_off(
    route: str, named: str, country: str
) -> None:
    stops = [stop.strip() for stop in route.split(";")]
    rows = locate("place,year\n" + "".join(f'"{p}",{1900 + i}\n' for i, p in enumerate(stops))).rows
    (row,) = (row for row in rows if row.place.place == named)
    assert row.match
    assert row.match.country == country


def test_venice_among_american_towns_is_no_dayton_and_a_question() -> None:
    """GeoNames knows Dayton as Venice; the reader is asked, and Italy is the first answer."""
    located = locate("place,year\nNew York,1971\nVenice,1972\nAnn Arbor,1973\n")
    row = located.rows[1]
    assert [problem.row for problem in located.problems] == [2]
    told = [row.match, *row.candidates] if row.match else row.candidates
    assert told[0]
    assert (told[0].name, told[0].country) == ("Venice", "IT")
    assert "Dayton" not in [match.name for match in told[:3] if match]


def test_a_village_far_off_the_route_is_doubted_though_it_alone_has_the_name() -> None:
    table = "place,year\n{},1931\nSaranac Lake,1932\n{},1933\n"
    told = locate(table.format("Vienna", "Prague")).problems
    assert [(problem.kind, problem.row) for problem in told] == [("settled-ambiguity", 2)]
    assert not locate(table.format("New York", "Albany")).problems


def test_a_name_that_is_guessed_at_is_told_as_not_known() -> None:
    (problem,) = locate("place,year\nПолтава,1889\nקורצ'טוב,1890\nМосква,1891\n").problems
    assert problem.reason.startswith(
        "is not in the gazetteer: read as Kurchatov (Kurskaya oblast', "
    )


def test_what_a_place_may_be_besides_is_told_apart() -> None:
    (problem,) = locate("place,year\nNew York,1971\nVenice,1972\nAnn Arbor,1973\n").problems
    assert {other.count(", ") for other in problem.reason.split("; ")} == {2}


def test_ordinary_cities_in_a_row_raise_no_warnings() -> None:
    cities = (
        *("Paris", "London", "Berlin", "Vienna", "Rome", "Madrid", "Lisbon", "Brussels"),
        *("Amsterdam", "Geneva", "Zurich", "Prague", "Budapest", "Warsaw", "Munich", "Hamburg"),
        *("Milan", "Venice", "Florence", "Naples", "Barcelona", "Seville", "Lyon", "Marseille"),
        *("Copenhagen", "Stockholm", "Oslo", "Helsinki", "Athens", "Dublin"),
    )
    rows = "".join(f"{city},{1900 + i}\n" for i, city in enumerate(cities))
    assert locate("place,year\n" + rows).problems == ()


def test_a_place_on_the_way_that_is_not_found_is_told_with_its_row() -> None:
    located = locate("place,year,via\nBerlin,1922,\nVienna,1923,Prague; Xyzzyx\n")
    assert len(located.rows[1].via) == 1
    (problem,) = (p for p in located.problems if p.kind == "via-not-found")
    assert (problem.severity, problem.row, problem.value) == ("warning", 2, "Xyzzyx")


def test_what_a_place_could_be_instead_is_told_once_and_not_as_itself() -> None:
    """Praia is also the district about it."""
    (problem,) = locate("place,year,country\nPraia,1934,Portugal\n").problems
    others = "Praia, Azores, PT; Praia da Vitória, Azores, PT"
    assert problem.reason == f"was taken to be Praia, CV; it could also be {others}"
