"""Tests of guessing: a name in another alphabet is read by its sound, told, and never trusted."""

from __future__ import annotations

import io

import pytest

from exile_map import geocoding, places
from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.devanagari import as_devanagari, spellings
from exile_map.gazetteer.folding import fold

PRAGUE, KHARKIV, PARIS, TEHRAN = (50.1, 14.4), (50.0, 36.2), (48.9, 2.4), (35.7, 51.4)
CORFU, VIENNA = (39.6, 19.9), (48.2, 16.4)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "near", "meant"),
    [
        ("קמישין", KHARKIV, "Kamyshin"),
        ("मुरसान", (27.6, 77.7), "Mursān"),
        ("हाथरस", (27.6, 77.7), "Hāthras"),
        ("Ախալքալակ", (41.7, 44.8), "Akhalkalaki"),
        ("სიზრანი", KHARKIV, "Syzran"),
        ("קורצ'טוב", KHARKIV, "Kurchatov"),
        ("بالافروجل", (41.4, 2.2), "Palafrugell"),
        ("Πραιτόρια", CORFU, "Pretoria"),
        ("Τάρνοφ", PRAGUE, "Tarnów"),
        ("Οκουλόφκα", (58.5, 31.3), "Okulovka"),
        ("ঝিকরগাছা", (22.6, 88.4), "Jhingergācha"),  # Bengali, as Devanagari
        ("ರಾಣೆಬೆನ್ನೂರು", (15.0, 75.0), "Ranebennur"),  # Kannada
        ("ગોંડલ", (22.0, 71.0), "Gondal"),  # Gujarati
        ("니진", KHARKIV, "Nizhyn"),  # Korean, by its sound
        ("ボブロフ", KHARKIV, "Bobrov"),
        ("Σαμεντάν", (46.7, 9.5), "Samedan"),
        ("Saratoff", KHARKIV, "Saratov"),  # as French and German wrote it
        ("ルブヌイ", KHARKIV, "Lubny"),  # Japanese, which has a vowel after each consonant
        ("シズラニ", KHARKIV, "Syzran"),
        ("基涅什玛", (56.3, 40.4), "Kineshma"),  # Chinese, as it writes sounds from abroad
        ("በርዲቼቭ", KHARKIV, "Berdychiv"),  # Amharic
        ("ხარაგაული", (41.7, 44.8), "Kharagauli"),  # small, but its own people would so write it
        ("ڈنگاروان", (52.3, -7.0), "Dungarvan"),  # Urdu, with letters of its own
        ("Свойшице", PRAGUE, "Svojšice"),  # a village beside the route, and not Switzerland
        ("זוהור", VIENNA, "Zohor"),  # nor the Sahara
        ("Ловас", (45.2, 19.94), "Lovas"),
        ("Дезау", (51.5, 12.0), "Dessau"),  # of d and s that a vowel keeps apart
        ("Тизафюред", (47.5, 21.6), "Tiszafüred"),
        ("דוצ'קי", (52.26, 21.0), "Duczki"),
        ("볼터스도르프", (52.5, 13.4), "Woltersdorf"),  # Korean leaves out an r
        ("Dorfhein", (51.0, 13.6), "Dorfhain"),  # a slip in a long name, beside the route
    ],
)
def test_a_name_in_another_alphabet_is_read_by_its_sound_and_told(
    gazetteer: Gazetteer, name: str, near: tuple[float, float], meant: str
) -> None:
    assert gazetteer.find(name).status == "unresolved"
    answer = gazetteer.find(name, near=(near,))
    assert answer.match
    assert (answer.match.name, answer.match.toponym) == (meant, name)
    assert answer.match.confidence < 0.5
    assert answer.reason == answer.match.note
    assert f"“{name}” is not in the gazetteer: read as {meant}" in answer.reason


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Xyzzyx", PARIS),
        ("Sarratvo", KHARKIV),  # a misspelling, which gets suggestions
        ("ובגקס", PARIS),
        ("ζζζ", PARIS),
        ("岗颍岗", (34.7, 113.6)),  # says nothing of its sound
        ("Bickhorn", (54.7, 8.0)),  # Germans who mean Bockhorn write it so
        ("Барсова", (61.3, 73.4)),  # and Russians Barsovo
    ],
)
def test_what_sounds_like_nothing_near_or_is_misspelt_is_not_guessed(
    gazetteer: Gazetteer, name: str, near: tuple[float, float]
) -> None:
    assert gazetteer.find(name, near=(near,)).match is None


def test_a_guess_stays_where_the_hint_says(gazetteer: Gazetteer) -> None:
    there = gazetteer.find("קורצ'טוב", near=(KHARKIV,), country="Russia")
    assert there.match
    assert there.match.name == "Kurchatov"
    assert gazetteer.find("קורצ'טוב", near=(KHARKIV,), country="Spain").match is None


def test_a_serbian_name_of_a_hungarian_town_is_heard(gazetteer: Gazetteer) -> None:
    """Hungarian writes “cs” for “č”."""
    there = gazetteer.find("Чонград", near=((45.76, 21.23),))
    assert there.match
    assert there.match.name == "Csongrád"


def test_a_guess_in_a_life_is_drawn_and_warned_of() -> None:
    table = "place,year\nПолтава,1889\nקורצ'טוב,1890\nМосква,1891\n"
    located = geocoding.locate(places.read(io.BytesIO(table.encode())), Gazetteer())
    assert located.rows[1].match
    assert located.rows[1].match.name == "Kurchatov"
    assert [(problem.kind, problem.row) for problem in located.problems] == [
        ("settled-ambiguity", 2)
    ]


def test_the_scripts_of_india_are_read_as_devanagari_sign_by_sign() -> None:
    assert as_devanagari(fold("বহরমপুর")) == fold("बहरमपुर")
    assert as_devanagari(fold("ಮೈಸೂರು")) == fold("मैसूरु")
    assert as_devanagari("paris") == "paris"


def test_devanagari_is_spelt_with_and_without_the_vowels_that_are_not_said() -> None:
    assert set(spellings(fold("मथुरा"))) == {"mthura", "mathura"}
    assert "hathras" in spellings(fold("हाथरस"))
    assert list(spellings("москва")) == []


def test_what_sounds_only_somewhat_alike_is_no_guess_far_off_the_route() -> None:
    """Savona, between Odessa and Sanremo, was read as Sanaa."""
    route = ((46.48, 30.73), (43.82, 7.78))
    match = Gazetteer().find("ساوونا", near=route).match
    assert match is None or match.country != "YE"
