"""Nearness: places told by others that they lie near."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.answers import Question
from exile_map.gazetteer.beside import NEAR_KM, SIDE_KM
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nearness import near


@pytest.mark.parametrize(
    ("written", "name", "other"),
    [
        ("near Paris", "", "Paris"),
        ("Linden bei Hannover", "Linden", "Hannover"),
        ("Sils bei St. Moritz", "Sils", "St. Moritz"),
        ("L'Estaque près d'Aix", "L'Estaque", "Aix"),
        ("à côté de Lyon", "", "Lyon"),
        ("Bellevue (near Constance)", "Bellevue", "Constance"),
        ("un pueblo cerca de Toulouse", "un pueblo", "Toulouse"),
        ("vicino a Roma", "", "Roma"),
        ("Perto de Lisboa", "", "Lisboa"),
        ("nära Stockholm", "", "Stockholm"),
        ("巴黎附近", "", "巴黎"),
        ("ベルリン近郊のポツダム", "ポツダム", "ベルリン"),
        ("ליד פריז", "", "פריז"),
        ("بالقرب من باريس", "", "باريس"),
        ("نزدیک پاریس", "", "پاریس"),
        ("κοντά στην Αθήνα", "", "Αθήνα"),
        ("Paris yakınları", "", "Paris"),
    ],
)
def test_a_place_and_what_it_lies_near_are_told_apart(written: str, name: str, other: str) -> None:
    told = near(written, fold(written))
    assert told is not None
    assert (told.name, told.others[0], told.km) == (name, other, NEAR_KM)


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Mstyczów pod Krakowem", "Krakow"),
        ("pod Paryżem", "Paryż"),
        ("koło Warszawy", "Warszawa"),
        ("под Москвой", "Москва"),
        ("Близ Парижа", "Париж"),
        ("под Тверью", "Тверь"),
        ("около Казани", "Казань"),
        ("біля Києва", "Київ"),
        ("під Львовом", "Львів"),
        ("u Prahy", "Praha"),
        ("Баден під Віднем", "Відень"),  # a vowel that flees
        ("pod Wiedniem", "Wiedeń"),
        ("под Ельцом", "Елец"),
        ("под Орлом", "Орел"),
    ],
)
def test_a_name_is_also_tried_as_it_is_without_a_word_before_it(
    written: str, nominative: str
) -> None:
    told = near(written, fold(written))
    assert told is not None
    assert nominative in told.others[1:]


@pytest.mark.parametrize("written", ["north of Paris", "südlich von Berlin", "к северу от Москвы"])
def test_a_side_of_a_place_may_be_farther_off(written: str) -> None:
    told = near(written, fold(written))
    assert told is not None
    assert told.km == SIDE_KM


@pytest.mark.parametrize(
    "written", ["Paris", "Frankfurt am Main", "near", "Nearing", "under London", "", "附近", "..."]
)
def test_other_places_lie_near_nothing(written: str) -> None:
    assert near(written, fold(written)) is None


def test_near_a_town_is_an_area_around_it_not_the_town() -> None:
    answer = Gazetteer().find("near Paris")
    assert answer.match is not None
    assert (answer.match.toponym, answer.match.precision) == ("near Paris", "region")
    assert answer.reason == "“near Paris” is around Paris (Île-de-France, France)."
    assert answer.match.radius_km == NEAR_KM
    assert answer.match.geonames_id is None, "it is not Paris"
    assert (round(answer.match.lat), round(answer.match.lon)) == (49, 2)


def test_what_is_not_known_is_shown_around_what_it_lies_near_and_that_is_told() -> None:
    answer = Gazetteer().find("Mstyczów pod Krakowem")
    assert answer.match is not None
    assert (round(answer.match.lat), round(answer.match.lon)) == (50, 20)
    assert (answer.match.precision, answer.match.radius_km) == ("region", NEAR_KM)
    assert "itself is not in the gazetteer" in answer.match.note
    assert answer.match.confidence < 0.8


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [("Linden bei Hannover", 52.36, 9.71), ("Meudon près de Paris", 48.81, 2.24)],
)
def test_what_is_known_there_is_where_it_is(written: str, lat: float, lon: float) -> None:
    match = Gazetteer().find(written).match
    assert match is not None
    assert match.precision == "locality"
    assert (match.lat, match.lon) == pytest.approx((lat, lon), abs=0.02)


def test_a_name_that_has_such_a_word_in_it_is_itself() -> None:
    match = Gazetteer().find("Neustadt bei Coburg").match
    assert match is not None
    assert (match.toponym, match.precision) == ("Neustadt bei Coburg", "locality")


def test_near_what_nobody_knows_is_not_known_at_once_either() -> None:
    names = ["near Nowhereville", "near Paris", "Mstyczów pod Krakowem"]
    one_by_one = [Gazetteer().find(name) for name in names]
    assert one_by_one[0].status == "unresolved"
    assert [a.match for a in Gazetteer().find_many(map(Question, names))] == [
        a.match for a in one_by_one
    ]


WORDS = ("bei", "près", "de", "pod", "под", "castle", "yakini", "St", "½", "ﷺ", "ガ", "Ålesund")


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=1, max_size=4))
@example(["Linden", "bei", "Hannover"])
@example(["ﷺ", "bei", "½"])
def test_a_name_without_punctuation_is_read_as_with_it(words: list[str]) -> None:
    """A full stop at the end changes no word, but lets the words be looked at one by one."""
    written, stopped = " ".join(words), " ".join((*words, "."))
    assert (near(written, fold(written)) is None) == (near(stopped, fold(stopped)) is None)


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("Bantry Bay", "Bantry"),
        ("Wallowa Valley", "Wallowa"),
        ("Schloss Duino", "Duino"),
        ("château de Sully", "Sully"),
        ("Munkács vára", "Munkács"),
        ("манастир Студеница", "Студеница"),
    ],
)
def test_what_is_called_after_a_town_is_looked_for_near_it(written: str, town: str) -> None:
    told = near(written, fold(written))
    assert told is not None
    assert (told.name, told.others[0], told.is_its) == (written, town, True)


@pytest.mark.parametrize(
    "written", ["Bay of Pigs", "Castle, Dublin", "Schloss", "Montego Bay (JM)"]
)
def test_what_is_divided_or_has_no_town_is_called_after_none(written: str) -> None:
    told = near(written, fold(written))
    assert told is None or not told.is_its


def test_the_castle_of_a_known_town_is_shown_around_it_and_doubted() -> None:
    """Of a town that nobody knows, and of a castle that is itself known, nothing is made up."""
    gazetteer = Gazetteer()
    there = gazetteer.find("Schloss Tutzing").match
    assert there
    assert (there.toponym, there.precision, there.radius_km) == (
        "Schloss Tutzing",
        "region",
        NEAR_KM,
    )
    assert there.confidence <= 0.6
    assert "shown at Tutzing" in there.note
    assert gazetteer.find("Schloss Xyzzydorf").match is None
    known = gazetteer.find("château de Coppet").match
    assert known
    assert known.confidence > 0.9


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("prisão em Olinda", "Olinda"),
        ("carcere di Como", "Como"),
        ("Lubjankan vankila", "Lubjanka"),
        ("Բաքվի բանտ", "Բաքու"),
        ("მაგდებურგის ციხე", "მაგდებურგი"),
        ("Kauno kalėjimas", "Kaunas"),
        ("nhà ngục Quảng Châu", "Quảng Châu"),
        ("Нерчинский острог", "Нерчинск"),
        ("φυλακή της Κασταμονής", "Κασταμονή"),
        ("Φυλακές Κέρκυρας", "Κέρκυρα"),
        ("Cittadella di Torino", "Torino"),
        ("Kinh thành Huế", "Huế"),
        ("Пећка патријаршија", "Пећ"),
        ("Тобольский централ", "Тобольск"),
    ],
)
def test_what_a_town_has_is_told_by_the_town_in_many_languages(written: str, town: str) -> None:
    told = near(written, fold(written))
    assert told is not None
    assert told.is_its
    assert town in told.others


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Kangalasai, netoli Jakutsko", "Jakutskas"),
        ("Վարագավանք, Վանի մոտ", "Վան"),
        ("Филарет край Букурещ", "Букурещ"),
        ("टोक्यो के निकट", "टोक्यो"),
        ("Grosbois (Párizs mellett)", "Párizs"),
        ("Бајице код Цетиња", "Цетиње"),
    ],
)
def test_nearness_is_read_in_more_languages(written: str, other: str) -> None:
    told = near(written, fold(written))
    assert told is not None
    assert any(name.endswith(other) for name in told.others)


def test_a_form_that_is_known_counts_before_one_that_is_guessed() -> None:
    belgrade = (44.8, 20.5)
    match = Gazetteer().find("Бајице код Цетиња", near=(belgrade,)).match
    assert match
    assert match.country == "ME"


def test_of_the_forms_of_a_town_the_one_beside_the_route_is_meant() -> None:
    """Pecka is a town in Bohemia."""
    skopje = (42.0, 21.4)
    match = Gazetteer().find("Пећка гимназија", near=(skopje,)).match
    assert match
    assert match.country == "XK"
    assert match.confidence <= 0.6


def test_what_an_island_has_is_shown_as_the_island_and_doubted() -> None:
    match = Gazetteer().find("Φυλακές Λευκάδας").match
    assert match
    assert (match.country, match.precision) == ("GR", "region")
    assert match.confidence <= 0.5
    assert Gazetteer().find("prison in Siberia").match is None


def test_another_comma_divides_a_castle_from_where_it_is() -> None:
    match = Gazetteer().find("حصن القصر، غرب إشبيلية").match
    assert match
    assert (match.name, match.country) == ("Sevilla", "ES")


@pytest.mark.parametrize(
    ("written", "lat", "lon"),
    [
        ("Mannheim University", 49.5, 8.5),
        ("Uniwersytet Poznański", 52.4, 16.9),
        ("Lycée Louis-le-Grand à Paris", 48.9, 2.3),
        ("Gymnasium zum Grauen Kloster in Berlin", 52.5, 13.4),
        ("兰州大学", 36.06, 103.84),
        ("Пермский университет", 58.0, 56.25),
    ],
)
def test_a_school_or_a_grave_is_in_the_town_it_is_called_after(
    written: str, lat: float, lon: float
) -> None:
    match = Gazetteer().find(written, near=((50.0, 10.0),)).match
    assert match
    assert (match.lat, match.lon) == pytest.approx((lat, lon), abs=0.25)
    assert match.confidence < 0.8


def test_a_namesake_beyond_the_border_is_not_the_place_near_a_town() -> None:
    """Schönenberg in Baden is not the farm near Pratteln."""
    match = Gazetteer().find("Schönenberg bei Pratteln").match
    assert match
    assert match.country == "CH"
    assert match.confidence < 0.8


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("대구교도소", "대구"),
        ("신의주고등보통학교", "신의주"),
        ("하얼빈역", "하얼빈"),
        ("대구 포로수용소", "대구"),
    ],
)
def test_what_a_town_has_is_told_by_the_town_in_korean(written: str, town: str) -> None:
    told = near(written, fold(written))
    assert told
    assert (told.others, told.is_its) == ((town,), True)


@pytest.mark.parametrize("written", ["대구", "점령지", "서울 구역"])
def test_other_korean_names_are_called_after_no_town(written: str) -> None:
    assert near(written, fold(written)) is None
