"""Tests of sounds: names are said by the rules of their writing, and found by their consonants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map.gazetteer.build_sounds import Sounds
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.phonemes import least_unlike, skeleton, skeletons, unlike
from exile_map.gazetteer.pronouncing import language_of, said, written_in
from exile_map.gazetteer.records import NUMBER, RANK_SHIFT, PlaceRow
from exile_map.gazetteer.scripts import steps, vowel_cost
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer
from exile_map.gazetteer.transcribed import is_transcribed

LATIN = st.text("abcdefghijklmnoprstuvwyz", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "language", "other"),
    [("Wiaźma", "pl", "Vyazma"), ("Wjasma", "de", "Vyazma"), ("Saratoff", "fr", "Saratov")],
)
def test_spellings_of_one_name_are_said_nearly_alike(one: str, language: str, other: str) -> None:
    way = [((sound, 0.0),) for sound in said(one, language)]
    assert unlike(way, said(other, "ru"), 1.0) < 0.06


@pytest.mark.parametrize(
    ("name", "meant", "country"),
    [
        ("Вязьма", "Vyaz'ma", "RU"),
        ("كونيغسبرغ", "Königsberg", "DE"),
        ("シャルルヴィル", "Charleville", "FR"),
        ("布加勒斯特", "Bucharest", "RO"),
        ("ጎንደር", "Gonder", "ET"),
        ("ڈینبیگھ", "Denbigh", "GB"),
        ("Дессау", "Dessau", "DE"),
        ("پونتوآز", "Pontoise", "FR"),
        ("볼터스도르프", "Woltersdorf", "DE"),
        ("フェアヘイブン", "Fairhaven", "US"),
        ("ウッドサイド", "Woodside", "US"),
        ("Йозефів", "Josefov", "CZ"),
        ("Обржистви", "Obříství", "CZ"),
    ],
)
def test_another_script_has_the_consonants_of_the_name_at_home(
    name: str, meant: str, country: str
) -> None:
    folded, own = fold(name), said(meant, language_of(country))
    way = steps(folded)
    assert way
    assert skeleton(own) in set(skeletons(way))
    assert unlike(way, own, 1.0, vowel_cost(folded)) < 0.1


@given(LATIN)
def test_a_name_is_like_itself_and_has_its_own_skeleton(name: str) -> None:
    heard = said(name, "ru")
    way = [((sound, 0.0),) for sound in heard]
    assert unlike(way, heard, 1.0) == 0


@given(st.lists(LATIN, min_size=1, max_size=5), LATIN, st.floats(0.01, 0.5))
def test_of_several_ways_the_likest_counts_and_a_limit_changes_nothing_below_it(
    names: list[str], other: str, most: float
) -> None:
    ways = [[((sound, 0.0), ("y" + sound, 0.02)) for sound in said(n, "ru")] for n in names]
    heard = said(other, "en")
    each = [unlike(way, heard, 9.0) for way in ways]
    assert least_unlike(sorted(ways), heard, 9.0, 0.45) == min(each)
    near = least_unlike(sorted(ways), heard, most, 0.45)
    assert near == min(each) if min(each) < most - 1e-9 else near > most - 1e-9


@pytest.mark.parametrize(
    ("name", "language", "heard"),
    [
        ("Highgate", "en", "haigeit"),
        ("Woodside", "en", "wudsaid"),
        ("Worcester", "en", "woster"),
        ("Kawai", "en", "kawei"),
        ("Ouidah", "fr", "wida"),
        ("Djenné", "fr", "jene"),
        ("Khemisset", "fr", "xemise"),
        ("Žiežmariai", "lt", "ZieZmari"),
    ],
)
def test_letters_are_said_together_as_their_language_has_it(
    name: str, language: str, heard: str
) -> None:
    assert said(name, language) == heard


def test_letters_of_an_unknown_script_say_nothing() -> None:
    assert steps("岗颍岗") is None


def test_only_letters_that_names_abroad_are_written_with_are_transcribed() -> None:
    assert is_transcribed("布加勒斯特")
    assert not is_transcribed("南京雨花台")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("Munkács", "hu"),
        ("Włodzimierz", "pl"),
        ("Kišiněv", "cs"),
        ("Königsberg", "de"),
        ("Iaşi", "ro"),
        ("Tchernovtsy", ""),
    ],
)
def test_the_letters_of_a_name_tell_its_language(name: str, language: str) -> None:
    assert written_in(name) == language


def _town(number: int, name: str, rank: int) -> PlaceRow:
    return number, Layer.CITY, name, 0, 0, 0, "UA", None, rank, None


def test_places_are_found_by_their_consonants_the_most_prominent_first() -> None:
    """What sounds like a place's own name is not told beside it; what does not, is."""
    places = [_town(0, "Mukacheve", 50), _town(1, "Mykachev", 80)]
    sounds = Sounds()
    for place in places:
        sounds.add(place[2], place[0], MAIN, prominent=True)
    sounds.add("Mukachevo", 0, ALTERNATE, prominent=True)
    sounds.add("Munkács", 0, ALTERNATE, prominent=True)
    rows = {heard: (packed, besides) for heard, packed, besides in sounds.rows(places)}
    entries = [int.from_bytes(rows["MKSF"][0][at : at + 4], "little") for at in (0, 4)]
    assert [((entry & NUMBER) >> 2, entry >> RANK_SHIFT) for entry in entries] == [(1, 80), (0, 50)]
    assert rows["MKSF"][1] == ""
    assert rows["MNKS"][1] == "munkaC"
