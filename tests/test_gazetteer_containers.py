"""Containers: a longer name is shown at the bigger place it says it lies in, told, never surely."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.containers import containers, is_marked, may_contain
from exile_map.gazetteer.folding import fold

# What lies there is invented, so that nothing but the town in it can be known.
TOLD = (
    ("Oxford: Quarnley House", "Oxford"),
    ("Lyon – Quarneille", "Lyon"),
    ("Quarneille – Lyon", "Lyon"),
    ("couvent des Quarnelines à Lyon", "Lyon"),
    ("cimetière de Quarneille à Lyon", "Lyon"),
    ("Sanatorium Quarnewitz in Dresden", "Dresden"),
    ("Quarnewitz b. Dresden", "Dresden"),
    ("asilo de San Aldebrando de Buenos Aires", "Buenos Aires"),
    ("pensión Cuarnela en Buenos Aires", "Buenos Aires"),
    ("hospital de Santa Aldebranda em Lisboa", "Lisbon"),
    ("carcere di Quarnella a Torino", "Turin"),
    ("villa Quarnella a Torino", "Turin"),
    ("klooster Quarnesloot te Utrecht", "Utrecht"),
    ("hospital de Santa Aldebranda de Girona", "Girona"),
    ("Quarnela, prop de Girona", "Girona"),
    ("Kvarnsunda, utanför Göteborg", "Gothenburg"),
    ("Aalborg: Kværnsund", "Aalborg"),
    ("Sankt Aldebrands kirke i Bergen", "Bergen"),
    ("klasztor kwarnelitów w Wilnie", "Vilnius"),
    ("fabryka Kwarnela w Łodzi", "Łódź"),
    ("Kwarnelice k/Białegostoku", "Białystok"),
    ("klášter kvarnelek v Brně", "Brno"),
    ("Kvarnelice u Českých Budějovic", "České Budějovice"),
    ("kaštieľ Kvarnelice pri Košiciach", "Košice"),
    ("Kvarnelháza Szeged mellett", "Szeged"),
    ("Kvarnel gimnázium Szegeden", "Szeged"),
    ("biserica Sfântul Aldebrand din Iași", "Iași"),
    ("selo Kvarnelci blizu Zagreba", "Zagreb"),
    ("болница Свете Алдебранде у Новом Саду", "Novi Sad"),
    ("Кварнелци, крај Београда", "Belgrade"),
    ("гимназия „Кварнела“ в Пловдив", "Plovdiv"),
    ("гимназия Кварнелиной в Нижнем Новгороде", "Nizhny Novgorod"),
    ("с. Кварнелино Пермской губернии", "Perm Governorate"),
    ("лікарня святої Альдебранди у Львові", "Lviv"),
    ("село Кварнеличі на Львівщині", "Lviv Oblast"),
    ("φυλακές Κουαρνέλας Θεσσαλονίκης", "Thessaloniki"),
    ("Bursa'nın Kavarnel köyü", "Bursa"),
    ("Bursa yakınlarında Kavarnel", "Bursa"),
    ("مستشفى القرنلة بدمشق", "Damascus"),
    ("زندان قرنلای اصفهان", "Isfahan"),
    ("רחוב קרנלה בחיפה", "Haifa"),
    ("ישיבה קוואַרנעלע אין וואַרשע", "Warsaw"),
    ("Երևանի Կվարնելի հիվանդանոց", "Yerevan"),
    ("Կվարնելի բանտը Երևանում", "Yerevan"),
    ("კვარნელის ციხე თბილისში", "Tbilisi"),
    ("თბილისის კვარნელის უბანი", "Tbilisi"),
    ("江戸・苦和藩邸", "Tokyo"),
    ("東京の苦和町", "Tokyo"),
    ("上海·苦和", "Shanghai"),
    ("佐治亚州苦和镇", "佐治亚州"),
    ("서울의 쿠르넬병원", "Seoul"),
    ("서울·쿠르넬동", "Seoul"),
    ("कानपुर का क्वारनेल अस्पताल", "Kanpur"),
    ("कानपुर के पास क्वारनेल गाँव", "Kanpur"),
)
SILLY = (
    "Escuela Normal Superior",
    "Colegio Nacional Simón Bolívar",
    "Hospital of the Sisters of Mercy",
    "Hospital San Juan de Dios",
    "завод имени Сталина",
    "Οδός Ελευθερίας",
    "Лагерь военнопленных № 188",
    "Moskva – Leningrad",
    "Paris – London",
    "Pension Beaurepaire",
    "בית אבא",
    "باب النصر",
    "木の下",
    "カール・マルクス",
    "ジャン・ジャック・ルソー",
    "卡尔·马克思",
    "나의 집",
    "ბებიის სახლი",
    "Casa del Pueblo",
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(("name", "meant"), TOLD)
def test_the_bigger_place_is_shown_told_and_never_sure(
    gazetteer: Gazetteer, name: str, meant: str
) -> None:
    match, there = gazetteer.find(name).match, gazetteer.find(meant).match
    assert match is not None
    assert there is not None
    assert abs(match.lat - there.lat) < 1
    assert abs(match.lon - there.lon) < 1
    assert match.confidence <= 0.6
    assert "itself is not in the gazetteer" in match.note


@pytest.mark.parametrize("name", SILLY)
def test_words_of_a_name_that_only_sound_like_a_town_are_none(
    gazetteer: Gazetteer, name: str
) -> None:
    assert gazetteer.find(name).match is None


def test_many_are_told_as_one_is(gazetteer: Gazetteer) -> None:
    names = [*(name for name, _ in TOLD), *SILLY]
    many = [answer.match for answer in gazetteer.find_many(map(Question, names))]
    assert many == [gazetteer.find(name).match for name in names]


def test_a_dot_divides_no_foreign_name() -> None:
    assert is_marked("上海·苦和")
    assert is_marked("江戸・番町")
    assert not is_marked("弗拉基米尔·沃伦斯基")
    assert not is_marked("サン・パウロ")
    assert not is_marked("col·legi")
    assert not is_marked("Berlin-Dahlem")


def test_a_word_that_says_in_is_followed_by_the_town_without_its_case() -> None:
    container = next(containers("szpital w Krakowie"))
    assert "Kraków" in container.names
    assert container.rest == "szpital"
    container = next(containers("Pension Meyer in Baden"))
    assert container.names == ("Baden",)


@pytest.mark.parametrize(
    ("name", "bigger"),
    [
        ("с. Блинково Симбирского уезда", "Симбирский уезд"),
        ("Kwarnelice powiatu lidzkiego", "powiat lidzki"),
        ("села Житомирської області", "Житомирська область"),
    ],
)
def test_a_district_is_called_as_it_is_by_itself(name: str, bigger: str) -> None:
    assert bigger in next(containers(name)).names


def test_what_has_commas_is_read_otherwise() -> None:
    assert list(containers("Quarnley, Oxford")) == []


def test_it_is_told_quickly_whether_a_name_may_contain_another() -> None:
    assert may_contain("Pension Meyer in Dresden", ["pension", "meyer", "in", "dresden"])
    assert not may_contain("Pension Meyer", ["pension", "meyer"])
    assert not may_contain("Qxqx a M", ["qxqx", "a", "m"])
    assert may_contain("רחוב קרנלה בחיפה", fold("רחוב קרנלה בחיפה").split())


def test_a_field_that_a_saint_has_is_in_no_town_called_after_saints() -> None:
    towns = [name for bigger in containers("San Quarnel del Campo") for name in bigger.names]
    assert "San" not in towns
