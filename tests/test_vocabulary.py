from __future__ import annotations

import pytest

from exile_map import vocabulary


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("", "home"),
        ("home", "home"),
        ("Prison", "confined"),
        ("internal exile", "confined"),
        ("labour camp", "confined"),
        ("detained", "confined"),
        ("in hiding", "hiding"),
        ("waiting for a visa", "waiting"),
        ("at sea", "sea"),
        ("transit", "transit"),
        ("asylum", "home"),
        ("retreat", "other"),
        ("work camp", "confined"),
        ("house of detention", "confined"),
        ("forced residence", "confined"),
        ("тюрьма", "confined"),
        ("лагерь", "confined"),
        ("в ссылке", "confined"),
        ("Gefängnis", "confined"),
        ("im Versteck", "hiding"),
        ("exil", "home"),
        ("clandestinité", "hiding"),
        ("cárcel", "confined"),
        ("confino", "confined"),
        ("prisão", "confined"),
        ("więzienie", "confined"),
        ("w drodze", "other"),
    ],
)
def test_a_kind_of_stay_has_its_group(word: str, group: str) -> None:
    assert vocabulary.stay_group(word) == group


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("deported", "forced"),
        ("Expelled", "forced"),
        ("banished", "forced"),
        ("fled", "flight"),
        ("returned illegally", "flight"),
        ("granted asylum", "flight"),
        ("moved", "free"),
        ("returned", "free"),
        ("left or was expelled", "unknown"),
        ("born", "none"),
        ("", "unknown"),
        ("somehow", "unknown"),
        ("left after being expelled", "forced"),
        ("released from prison", "free"),
        ("expulsé", "forced"),
        ("fuite", "flight"),
        ("ausgewiesen", "forced"),
        ("geflohen", "flight"),
        ("umgezogen", "free"),
        ("desterrado", "forced"),
        ("huyó", "flight"),
        ("espulso", "forced"),
        ("fuggì", "flight"),
        ("deportado", "forced"),
        ("voltou", "free"),
        ("выслан", "forced"),
        ("бежал", "flight"),
        ("вернулся", "free"),
        ("zesłany", "forced"),
        ("uciekł", "flight"),
        ("né", "none"),
        ("неизвестно", "unknown"),
    ],
)
def test_a_move_has_its_group(word: str, group: str) -> None:
    assert vocabulary.move_group(word) == group


def test_every_group_is_one_that_is_drawn() -> None:
    words = ("home", "prison", "hiding", "transit", "waiting", "sea", "war", "retreat")
    assert {vocabulary.stay_group(word) for word in words} == set(vocabulary.STAY_GROUPS)
    moves = ("deported", "fled", "moved", "somehow", "born")
    assert {vocabulary.move_group(word) for word in moves} == set(vocabulary.MOVE_GROUPS)


@pytest.mark.parametrize(
    ("mode", "group"),
    [
        ("", ""),
        ("ship", "ship"),
        ("ship Capitaine Paul-Lemerle", "ship"),
        ("à bord du Massilia", "ship"),
        ("Dampfer", "ship"),
        ("пароход", "ship"),
        ("by train and ship", "ship"),
        ("Eisenbahn", "train"),
        ("sealed train", "train"),
        ("pociągiem", "train"),
        ("lorry", "road"),
        ("coche", "road"),
        ("Pferdeschlitten", "road"),
        ("on foot over the Pyrenees", "foot"),
        ("flight on foot", "foot"),
        ("пешком", "foot"),
        ("aeroplane", "air"),
        ("самолёт", "air"),
        ("balloon", ""),
    ],
)
def test_ways_are_grouped_by_what_one_travels_on(mode: str, group: str) -> None:
    assert vocabulary.mode_group(mode) == group
    assert group in ("", *vocabulary.MODES)


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("ship Capitaine Paul-Lemerle", "Capitaine Paul-Lemerle"),
        ("SS Winnipeg", "Winnipeg"),
        ("paquebot « Sinaia »", "Sinaia"),
        ("à bord du Massilia", "Massilia"),
        ("the steamer “Flandre”", "Flandre"),
        ("by train and ship", ""),
        ("ship", ""),
        ("", ""),
    ],
)
def test_a_ship_s_name_is_what_is_no_word_for_a_ship(mode: str, name: str) -> None:
    assert vocabulary.vehicle(mode) == name
