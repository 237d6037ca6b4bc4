from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import exile_map
from exile_map import geocoding, places, routes
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson
from exile_map.telling import when_words

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden" / "places.geojson"
SCHEMA = json.loads(Path(exile_map.__file__).with_name("exile_map.schema.json").read_text("utf-8"))


def build(text: str) -> tuple[routes.Route, ...]:
    return routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))


def wire(text: str, lang: str = "en") -> dict[str, Any]:
    return to_geojson(build(text), lang=lang, country_name=Gazetteer().country_name)


def stays(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [f["properties"] for f in document["features"] if f["properties"]["type"] == "stay"]


@pytest.mark.parametrize("name", ["places.csv", "serge_detailed.csv", "paul_lemerle.csv"])
def test_the_data_files_are_valid_against_the_schema(name: str) -> None:
    document = wire((ROOT / "data" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)


def test_the_golden_file_is_what_we_write() -> None:
    """The player's tests read the same file; write it anew when the format changes on purpose."""
    read = places.read(ROOT / "data" / "places.csv")
    drawn = routes.build(geocoding.locate(read))
    document = to_geojson(drawn, title="Victor Serge", country_name=Gazetteer().country_name)
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    assert text == GOLDEN.read_text("utf-8")


def test_a_stay_says_where_then_and_now() -> None:
    (stay,) = stays(wire("place,year\nPetrograd,1919\n"))
    assert (stay["title"], stay["now"], stay["context"], stay["country"]) == (
        "Petrograd",
        "Saint Petersburg, Russia",
        "Soviet Russia",
        "RU",
    )


def test_a_prison_says_where_it_stands_and_a_place_not_renamed_only_its_country() -> None:
    prison, city = stays(wire("place,year\nLa Santé,1912\nVienna,1924\n"))
    assert (prison["context"], prison.get("now")) == ("Paris, France", None)
    assert (city["context"], city.get("now")) == ("Austria", None)


def test_a_place_whose_full_name_begins_with_its_own_was_not_renamed() -> None:
    (camp,) = stays(wire("place,year,country\nPrécigné,1918,France\n"))
    assert (camp["title"], camp.get("now")) == ("Précigné", None)


def test_countries_are_named_in_the_page_s_language() -> None:
    (stay,) = stays(wire("place,year\nMexico City,1941\n", "ru"))
    assert stay["context"] == "Мексика"


def test_a_country_is_drawn_by_its_shape_and_a_region_by_its_ring() -> None:
    russia, urals = stays(wire("place,year\nRussia,1919\nthe Urals,1933\n"))
    assert russia["area"] == {"country": "RU"}
    assert len(urals["area"]["ring"]) > 5


def test_an_unplaced_stay_has_no_geometry_and_its_legs_are_gaps() -> None:
    document = wire("place,year\nBrussels,1890\nMarsielle,1909\n")
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    _, lost, leg = document["features"]
    assert lost["geometry"] is None
    assert lost["properties"]["status"] == "unresolved"
    assert leg["geometry"] is None
    assert leg["properties"]["gap"] is True


def test_a_way_to_an_area_has_no_length_that_could_be_told() -> None:
    document = wire("place,year\nBrussels,1890\nParis,1909\nthe Urals,1933\n")
    first, second = document["features"][-2:]
    assert first["properties"]["km"] == pytest.approx(264, abs=2)
    assert "km" not in second["properties"]


def test_a_way_over_the_pacific_is_cut_at_the_180th_meridian() -> None:
    leg = wire("place,year\nManila,1930\nSan Francisco,1931\n")["features"][-1]
    assert leg["geometry"]["type"] == "MultiLineString"
    first, second = leg["geometry"]["coordinates"]
    assert (first[-1][0], second[0][0]) == (180, -180)


@pytest.mark.parametrize(
    ("date", "label"),
    [
        ("1909", None),
        ("c. 1909", ["c. 1909", None]),
        ("1909?", ["1909?", None]),
        ("between 1936 and 1937", ["1936–37", None]),
        ("between 1899 and 1901", ["1899–1901", None]),
    ],
)
def test_the_big_year_is_never_more_exact_than_the_date(date: str, label: list[str] | None) -> None:
    (stay,) = stays(wire(f"place,start\nParis,{date}\n"))
    assert stay.get("year_label") == label


def test_numbers_are_astronomical_years_and_bounds_are_kept() -> None:
    (stay,) = stays(wire("place,start,end\nRome,44 BC,c. 40 BC\n"))
    assert stay["years"] == [-43, -42, -39, -38]
    assert stay["approximate"] is True


def test_words_of_an_undated_stay_give_the_bounds_it_must_lie_in() -> None:
    (route,) = build("place,start,end\nRussia,1919,\nthe Urals,,1936\nBrussels,1936,\n")
    assert when_words(route.stays[1]) == "between 1919 and 1936"


def test_words_of_a_stay_that_begins_and_ends_in_one_year_name_it_once() -> None:
    (route,) = build("place,start,end\nBarcelona,1917,1917\n")
    assert when_words(route.stays[0]) == "1917"


def test_a_leg_says_how_by_what_and_by_which_places() -> None:
    text = (
        "place,year,mode,via\nMarseille,1941,,\nHavana,1942,the ship Winnipeg,Casablanca; Dakar\n"
    )
    leg = wire(text)["features"][-1]["properties"]
    assert leg["mode"] == "the ship Winnipeg"
    assert leg["mode_group"] == "ship"
    assert leg["via"] == ["Casablanca", "Dakar"]
    assert leg["sea"] is True
    assert leg["km"] > 8000


def test_a_leg_without_a_mode_says_nothing_of_it() -> None:
    leg = wire("place,year\nParis,1909\nLyon,1912\n")["features"][-1]["properties"]
    assert not leg.keys() & {"mode", "mode_group", "via", "sea", "gap"}


LIVES = (
    "person,place,start,end,mode\n"
    "A,Marseille,1940,1941-03-24,\nA,Havana,1941-04-20,1941-08,ship Winnipeg\n"
    "B,Marseille,1940,1941-03-24,\nB,Havana,1941-04-20,1941-07,ship Winnipeg\n"
)


def test_encounters_name_stays_and_legs_of_the_document() -> None:
    document = wire(LIVES)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    ids = {feature["id"] for feature in document["features"]}
    harbour, ship, town = document["exile_map"]["encounters"]
    assert [e["title"] for e in (harbour, ship, town)] == ["Marseille", "Winnipeg", "Havana"]
    assert {*ship["stays"], *ship["legs"], *harbour["stays"]} <= ids
    assert ship["certainty"] == "certain"
    assert ship["label"] == "24 March to 20 April 1941"
    assert "legs" not in town
    assert wire(LIVES, "de")["exile_map"]["encounters"][1]["label"].endswith("April 1941")


def test_each_life_is_summed_up_in_the_order_of_the_persons() -> None:
    document = wire(LIVES)["exile_map"]
    assert [life["person"] for life in document["summary"]] == document["persons"]
    life = document["summary"][0]
    assert [country["name"] for country in life["countries"]] == ["France", "Cuba"]
    assert life["countries"][0]["years"] == pytest.approx(0.7, abs=0.05)
    assert life["moves"] == 1
    assert life["doubtful"] is False


def test_one_life_meets_nobody_and_is_summed_up() -> None:
    document = wire("place,year\nParis,1909\nLyon,1912\n")["exile_map"]
    assert "encounters" not in document
    assert len(document["summary"]) == 1


def test_of_very_many_lives_no_encounters_are_told() -> None:
    rows = "".join(f"P{i},Paris,1909,1912\n" for i in range(101))
    document = wire("person,place,start,end\n" + rows)["exile_map"]
    assert not document.keys() & {"encounters", "summary"}


def test_of_very_many_encounters_the_certain_ones_are_told() -> None:
    rows = "".join(f"P{i},Paris,1909,1912\nP{i},Lyon,1912,1912\n" for i in range(60))
    told = wire("person,place,start,end\n" + rows)["exile_map"]["encounters"]
    assert len(told) == 1000
    assert {encounter["certainty"] for encounter in told} == {"certain"}


def test_what_the_gazetteers_editors_remark_on_a_place_is_no_part_of_a_life() -> None:
    """Elba's row speaks of Napoleon; the page of Ovid's life must not."""
    (stay,) = stays(wire("place,year\nElba,8 CE\n"))
    assert "Napoleon" in Gazetteer().find("Elba").match.remark  # type: ignore[union-attr]
    assert "note" not in stay
