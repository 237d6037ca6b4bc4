"""Nearness: places told by others that they lie near."""

from __future__ import annotations

import pytest

from exile_map.gazetteer.nearness import NEAR_KM, SIDE_KM, near


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
    told = near(written)
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
    ],
)
def test_a_name_is_also_tried_as_it_is_without_a_word_before_it(
    written: str, nominative: str
) -> None:
    told = near(written)
    assert told is not None
    assert nominative in told.others[1:]


@pytest.mark.parametrize("written", ["north of Paris", "südlich von Berlin", "к северу от Москвы"])
def test_a_side_of_a_place_may_be_farther_off(written: str) -> None:
    told = near(written)
    assert told is not None
    assert told.km == SIDE_KM


@pytest.mark.parametrize(
    "written", ["Paris", "Frankfurt am Main", "near", "Nearing", "under London", "", "附近", "..."]
)
def test_other_places_lie_near_nothing(written: str) -> None:
    assert near(written) is None
