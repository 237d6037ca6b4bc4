"""Tests of the curated files: every row can be read, is sourced, and lies where it says."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.build_names import AREA_LANGUAGES, CITY_LANGUAGES, CITY_NAMES
from exile_map.gazetteer.build_namesakes import has_no_kind
from exile_map.gazetteer.candidates import DEGREES, apart, spot
from exile_map.gazetteer.curated import CuratedRow, read_curated
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.likeness import is_compound
from exile_map.gazetteer.storage import BUILT, Layer, Store

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(BUILT.parent.glob("curated*.csv"))
NEAR_KM = 80.0
ABROAD_KM = 150.0  # a place may lie farther from the towns of its country only if it is wider
AS_GOOD_AS_ONE_KM = 10.0  # two editors' estimates of one place, or two sites of one town
ANOTHER_PLACE_KM = 60.0  # so far apart, two places may be called alike
NUMBERED_KM = 8.0
ALPHABETS = {
    "ar": "ARABIC",
    "be": "CYRILLIC",
    "bg": "CYRILLIC",
    "el": "GREEK",
    "fa": "ARABIC",
    "he": "HEBREW",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
    "ru": "CYRILLIC",
    "uk": "CYRILLIC",
    "yi": "HEBREW",
}


@cache
def rows() -> tuple[CuratedRow, ...]:
    """Return all curated rows."""
    return tuple(read_curated(FILES))


def alphabets(text: str) -> set[str]:
    """Return the alphabets of the letters of a text, as Unicode names them."""
    return {unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()}


def test_there_are_thousands_and_each_is_sourced_and_within_the_world() -> None:
    assert len(rows()) > 4_000
    assert [n for n, count in Counter(row.id for row in rows()).items() if count > 1] == []
    for row in rows():
        assert row.name, row.id
        assert row.source, row.id
        assert -90 <= row.lat <= 90, row.id
        assert -180 <= row.lon <= 180, row.id
        assert row.since is None or row.until is None or row.since <= row.until, row.id
        assert row.radius_km is None or 0 < row.radius_km < 10_000, row.id
        assert row.precision in {"point", "locality", "region", "country"}, row.id


def test_the_same_name_is_not_curated_twice_of_one_place() -> None:
    """Dated toponyms may repeat: the same name, in other years."""
    seen: defaultdict[str, list[CuratedRow]] = defaultdict(list)
    for row in rows():
        if row.precision == "locality" and row.since is None and row.until is None:
            seen[fold(row.name)].append(row)
    for namesakes in seen.values():
        for i, row in enumerate(namesakes):
            for other in namesakes[i + 1 :]:
                assert apart(spot((row.lat, row.lon)), spot((other.lat, other.lon))) > 5, row.id


def test_a_place_told_in_two_files_lies_at_one_spot() -> None:
    """Two rows of one name and of the same years are one place, or two well apart."""
    seen: defaultdict[str, list[CuratedRow]] = defaultdict(list)
    for row in rows():
        if row.precision in {"point", "locality"}:
            for name in {fold(name) for name in (row.name, *row.names)}:
                seen[name].append(row)
    torn = set()
    for namesakes in seen.values():
        for row, other in combinations(namesakes, 2):
            if (row.since or -9999) > (other.until or 9999):
                continue
            if (other.since or -9999) > (row.until or 9999):
                continue
            apart_km = apart(spot((row.lat, row.lon)), spot((other.lat, other.lon)))
            widest = max(row.radius_km or 0.0, other.radius_km or 0.0, AS_GOOD_AS_ONE_KM)
            if widest < apart_km < ANOTHER_PLACE_KM:
                torn.add((row.id, other.id, round(apart_km)))
    assert torn == set()


def test_a_place_with_a_number_of_geonames_lies_where_geonames_has_it() -> None:
    towns = {p.geonames_id: p for p in Store(BUILT).places() if p.layer == Layer.CITY}
    astray = []
    for row in rows():
        town = towns.get(row.geonames_id) if row.geonames_id else None
        if town and row.precision == "locality":
            there = spot((town.lat / DEGREES, town.lon / DEGREES))
            if apart(spot((row.lat, row.lon)), there) > max(NUMBERED_KM, row.radius_km or 0.0):
                astray.append(row.id)
    assert astray == []


def test_no_word_of_a_name_is_written_in_letters_of_two_alphabets() -> None:
    """A Latin "a" in a Cyrillic word is seen by no reader, and by no reader's search."""
    mixed = [
        (row.id, word)
        for row in rows()
        for name in (row.name, *row.names)
        for word in name.split()
        if len(alphabets(word) & {"LATIN", *ALPHABETS.values()}) > 1
    ]
    assert mixed == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_name_said_to_be_of_a_language_is_in_its_alphabet(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        named = [(row["id"], row["names"].split(";")) for row in csv.DictReader(file)]
    for number, names in named:
        for language, _, name in (part.strip().partition(":") for part in names):
            if language in ALPHABETS:
                assert ALPHABETS[language] in alphabets(name), (number, name)


def test_a_place_lies_among_towns_of_the_country_it_is_said_to_be_in() -> None:
    towns: defaultdict[tuple[int, int], list[tuple[float, float, str]]] = defaultdict(list)
    for place in Store(BUILT).places():
        if place.layer == Layer.CITY:
            at = place.lat / DEGREES, place.lon / DEGREES
            towns[int(at[0] // 2), int(at[1] // 2)].append((*at, place.country))
    abroad = []
    for row in rows():
        if row.precision != "locality" or not row.countries:
            continue
        cell = int(row.lat // 2), int(row.lon // 2)
        near = [t for i in (-1, 0, 1) for j in (-1, 0, 1) for t in towns[cell[0] + i, cell[1] + j]]
        here = spot((row.lat, row.lon))
        known = {(lat, lon): country for lat, lon, country in near}
        away = {at: apart(here, spot(at)) for at in known}
        abroad_km = (km for at, km in away.items() if known[at] not in row.countries)
        foreign = min(abroad_km, default=inf)
        own = min((km for at, km in away.items() if known[at] in row.countries), default=None)
        if own is None or foreign > NEAR_KM:
            continue  # an islet, a desert, the Arctic: no town at all is near
        if own > max(ABROAD_KM, row.radius_km or 0.0):
            abroad.append((row.id, round(own)))
    assert abroad == []


@pytest.mark.parametrize(
    ("name", "year", "near", "at"),
    [
        ("Potidaea", -431, (), (40.2, 23.3)),
        ("Potsdam", 1945, (), (52.4, 13.1)),
        ("凤翔", 1061, ((34.7, 113.6),), (34.5, 107.4)),
        ("登州", 1085, ((35.3, 115.0),), (37.8, 120.8)),
        ("比叡山", 1242, (), (35.1, 135.8)),
        ("Эмс", 1874, (), (50.3, 7.7)),
        ("Μονεμβασιά", 1909, (), (36.7, 23.1)),
        ("דגניה", 1919, (), (32.7, 35.6)),
        ("البروة", 1941, (), (32.9, 35.2)),
        ("Kumbum", 1937, (), (36.5, 101.6)),
        ("Poverty Bay", 1832, (), (-38.7, 178.0)),
        ("鄂州", 1102, ((31.6, 118.5),), (30.55, 114.3)),
        ("太平州", 1102, ((30.4, 114.9),), (31.6, 118.5)),
        ("Ilha Terceira", 1832, (), (38.7, -27.2)),
        ("남원", 1597, ((37.6, 127.0),), (35.4, 127.4)),
        ("פוצ'פ", 1895, (), (52.9, 33.5)),
        ("ruzyňská věznice", 1951, (), (50.1, 14.3)),
        ("X Pawilon Cytadeli Warszawskiej", 1878, (), (52.3, 21.0)),
        ("ლეჩხუმი", 1910, (), (42.6, 42.7)),
        ("Βέρμιο", 1943, (), (40.6, 22.0)),
        ("Askold", 1875, ((43.1, 131.9),), (42.75, 132.3)),
        ("ヴャトラグ", 1940, (), (59.8, 52.1)),
        ("Потьма", 1943, (), (54.1, 42.9)),
        ("Aleksandrowsk", 1887, ((59.95, 30.3), (50.7, 142.7)), (50.9, 142.2)),
        ("Darasun", 1866, ((52.0, 113.5),), (51.2, 113.7)),
        ("Vladimiro kalėjimas", 1962, (), (56.1, 40.4)),
        ("Lager Les Milles", 1940, (), (43.5, 5.4)),
    ],
)
def test_what_biographies_name_is_found(
    name: str, year: float, near: tuple[tuple[float, float], ...], at: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, year=year, near=near).match
    assert match
    assert apart(spot((match.lat, match.lon)), spot(at)) < 30


def test_a_town_of_antiquity_is_not_meant_where_no_year_is_told() -> None:
    """Also Mende in Chalcidice was a town, two thousand years ago."""
    gazetteer = Gazetteer()
    match = gazetteer.find("Mende").match
    assert match
    assert match.country == "FR"
    ancient = gazetteer.find("Mende", year=-423).match
    assert ancient
    assert ancient.country == "GR"


@pytest.mark.parametrize(
    ("name", "country"), [("Ende", "ID"), ("Jesi", "IT"), ("Poole", "GB"), ("Nowe", "PL")]
)
def test_a_town_is_no_country_that_few_languages_call_so(name: str, country: str) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert (match.country, match.precision) == (country, "locality")


@pytest.mark.parametrize("path", [CITY_NAMES, CITY_LANGUAGES], ids=lambda path: path.stem)
def test_each_city_that_is_given_further_names_is_known_by_its_number(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        given = list(csv.DictReader(file))
    known = {p.geonames_id: p.name for p in Store(BUILT).places() if p.layer == Layer.CITY}
    assert [g["name"] for g in given if known.get(int(g["geonames_id"])) != g["name"]] == []
    assert all(g["names"] and g["source"] for g in given)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Lake Como", "IT"),
        ("Lago Maggiore", "IT"),
        ("Boszporusz", "TR"),
        ("pustynia Atakama", "CL"),
        ("Laptevų jūros pakrantė", "RU"),
        ("Lenos žiotys", "RU"),
        ("Royaume du Cayor", "SN"),
        ("Svenska Pommern", "DE"),
        ("אוסטריה תחתית", "AT"),
        ("Άλπεις", "CH"),
        ("Χαλκιδική", "GR"),
        ("मैसाचूसिट्स", "US"),
        ("Онтаріо", "CA"),
        ("แคว้นอีล-เดอ-ฟร็องส์", "FR"),
    ],
)
def test_waters_deserts_and_former_lands_are_areas(name: str, country: str) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert (match.country, match.precision) == (country, "region")


def test_a_land_is_not_sure_whose_great_city_is_called_alike() -> None:
    match = Gazetteer().find("طرابلس الغرب").match
    assert match
    assert match.country == "LY"
    assert match.confidence < 0.8


@pytest.mark.parametrize(
    ("name", "near", "country"),
    [
        ("Christiansborg", (55.7, 12.5), "DK"),  # not the fort in Accra
        ("Christiansborg", (5.6, -0.2), "GH"),
        ("Frederiksborg", (55.7, 12.5), "DK"),
        ("Westminster", (51.5, -0.1), "GB"),
        ("小豆島", (34.7, 135.5), "JP"),
    ],
)
def test_castles_and_quarters_are_told_from_namesakes_by_the_route(
    name: str, near: tuple[float, float], country: str
) -> None:
    match = Gazetteer().find(name, near=(near,)).match
    assert match
    assert match.country == country


def test_a_direction_before_a_name_does_not_make_it_one_of_its_kind() -> None:
    """There is a West Kensington in Pennsylvania; who was in London before means another."""
    assert not is_compound("West Kensington")
    assert is_compound("Saranac Lake")


def test_a_landscape_far_off_is_not_sure_whose_namesake_is_a_town_beside_the_route() -> None:
    gazetteer = Gazetteer()
    for name, near in (("Lake Geneva", (42.0, -88.0)), ("Lake Como", (40.2, -74.1))):
        answer = gazetteer.find(name, near=(near,))
        town = [place for place in answer.candidates if place.country == "US"]
        assert town
        assert answer.match is None or answer.match.confidence < 0.8


@pytest.mark.parametrize("path", [CITY_LANGUAGES, AREA_LANGUAGES], ids=lambda path: path.stem)
def test_no_name_in_further_languages_is_given_twice_to_one_place(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    ids = [row.get("geonames_id") or row["id"] for row in rows]
    assert len(ids) == len(set(ids))
    for row in rows:
        names = row["names"].split(";")
        assert len(names) == len(set(names))
        assert all(name and name == name.strip() for name in names)
        assert row["source"]


@pytest.mark.parametrize(
    ("name", "year", "at"),
    [
        ("Constantinopol", 1900, (41.0, 29.0)),
        ("নিউ ইয়র্ক", 1925, (40.7, -74.0)),
        ("நியூயார்க்", 1925, (40.7, -74.0)),
        ("பாண்டிச்சேரி", 1910, (11.9, 79.8)),
        ("ক্যান্টন", 1925, (23.1, 113.3)),
        ("পিকিং", 1920, (39.9, 116.4)),
        ("पेत्रोग्राद", 1916, (59.9, 30.3)),
        ("서간도", 1911, (41.7, 126.0)),
        ("하얼빈", 1909, (45.8, 126.6)),
        ("浦塩", 1918, (43.1, 131.9)),
        ("知取", 1935, (48.6, 142.8)),
        ("檀香山", 1894, (21.3, -157.9)),
        ("ወሎ", 1950, (11.6, 39.6)),
        ("დერპტი", 1890, (58.4, 26.7)),
        ("Կեսարիա", 1910, (38.7, 35.5)),
        ("לבוב", 1939, (49.8, 24.0)),
        ("Pétervár", 1905, (59.9, 30.3)),
        ("Karaļauči", 1900, (54.7, 20.5)),
        ("Răng-gun", 1930, (16.8, 96.2)),
        ("ไซ่ง่อน", 1950, (10.8, 106.7)),
    ],
)
def test_a_place_is_found_by_its_usual_name_in_many_languages(
    name: str, year: float, at: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, year=year).match
    assert match
    assert match.confidence > 0.8
    assert apart(spot((match.lat, match.lon)), spot(at)) < 120


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("نیویارک", (40.7, -74.0)),
        ("ब्रुसेल्स", (50.9, 4.4)),
        ("சாவோ பாலோ", (-23.5, -46.6)),
        ("በርሊን", (52.5, 13.4)),
    ],
)
def test_a_city_bears_the_translated_name_of_its_own_region(
    name: str, at: tuple[float, float]
) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert match.precision == "locality"
    assert apart(spot((match.lat, match.lon)), spot(at)) < 20


@pytest.mark.parametrize(
    ("name", "own", "is_bare"),
    [
        ("Νέα Υόρκη", "new york", True),
        ("நியூ யோர்க் மாநிலம்", "new york", False),
        ("Niujorko valstija", "new york", False),
        ("뉴욕 주", "new york", False),
        ("纽约州", "new york", False),
        ("รัฐนิวยอร์ก", "new york", False),
        ("บรัสเซลส์", "brussels", True),
        ("东京都", "tokyo", False),
    ],
)
def test_a_translated_name_with_a_word_for_a_region_is_the_region_s_alone(
    name: str, own: str, *, is_bare: bool
) -> None:
    assert has_no_kind(name, own) is is_bare


def test_provinces_that_were_numbered_anew_bear_their_own_names() -> None:
    """CLDR's release has Iran's provinces by numbers that ISO 3166-2 has since given to others."""
    gazetteer = Gazetteer()
    for name, at in (
        ("Kurdisztán tartomány", (35.7, 47.0)),
        ("Mázandarán tartomány", (36.5, 52.5)),
    ):
        match = gazetteer.find(name).match
        assert match
        assert apart(spot((match.lat, match.lon)), spot(at)) < 150


@pytest.mark.parametrize(
    ("name", "year", "near", "at"),
    [
        ("cimitirul Père-Lachaise", 1955, (), (48.86, 2.39)),
        ("Rasų kapinės", 1947, (), (54.67, 25.30)),
        ("Quirinale", 1978, (), (41.90, 12.49)),
        ("Escola Militar do Realengo", 1916, (), (-22.88, -43.43)),
        ("Kadriorg", 1938, (), (59.44, 24.79)),
        ("wyspa Beringa", 1881, (), (55.2, 166.0)),
        ("Altopiano della Bainsizza", 1917, (), (46.05, 13.75)),
        ("نهر الفرات", 750, (), (34.5, 41.0)),
        ("Utyka", -106, (), (37.06, 10.06)),
        ("黄山", 1937, ((29.7, 121.4),), (30.13, 118.16)),
        ("المطرية", 1910, ((30.05, 31.24),), (30.12, 31.31)),
        ("Олександрія", 1863, ((41.0, 29.0),), (31.2, 29.9)),
        ("বারাণসী", 1914, (), (25.3, 83.0)),
    ],
)
def test_graves_schools_rivers_and_quarters_are_found_in_the_languages_of_lives(
    name: str, year: float, near: tuple[tuple[float, float], ...], at: tuple[float, float]
) -> None:
    match = Gazetteer().find(name, year=year, near=near).match
    assert match
    assert apart(spot((match.lat, match.lon)), spot(at)) < 30


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("Gulf of Carpentaria", (-14.0, 139.0)),
        ("Бенгальский залив", (15.0, 88.0)),
        ("озеро Светлояр", (56.8, 45.1)),
        ("massif de l'Aurès", (35.3, 6.4)),
        ("Monte Zebio", (45.9, 11.5)),
        ("Przełęcz Werecka", (48.8, 23.2)),
        ("יערות נליבוקי", (53.9, 26.4)),
        ("Capo Vergini (Patagonia)", (-52.3, -68.4)),
        ("נמל התעופה בן-גוריון", (32.0, 34.9)),
        ("فرودگاه مهرآباد", (35.7, 51.3)),
        ("aeropuerto de Barajas", (40.5, -3.6)),
        ("גשר גליניקה", (52.4, 13.1)),
        ("Финляндский вокзал", (59.96, 30.36)),
        ("bitwa nad Jaramą", (40.25, -3.5)),
        ("مضيق هرمز", (26.6, 56.4)),
        ("喜望峰", (-34.4, 18.5)),
    ],
)
def test_what_is_neither_town_nor_region_is_found(name: str, at: tuple[float, float]) -> None:
    match = Gazetteer().find(name).match
    assert match
    assert match.confidence > 0.8
    assert apart(spot((match.lat, match.lon)), spot(at)) < 60


@pytest.mark.parametrize(
    ("name", "country"),
    [("Auckland", "NZ"), ("San Blas", "MX"), ("Chatham", "GB"), ("Oran", "DZ")],
)
def test_a_town_is_not_taken_for_islands_called_like_it(name: str, country: str) -> None:
    """Islands are found without their word too: "îles Chatham" would be Chatham."""
    match = Gazetteer().find(name).match
    assert match is None or (match.country == country and "Islands" not in match.name)
