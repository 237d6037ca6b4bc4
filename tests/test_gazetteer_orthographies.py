"""Orthographies: names in other languages' Latin letters are tried near the route, and told."""

from __future__ import annotations

import pytest

from exile_map.gazetteer import Gazetteer
from exile_map.gazetteer.orthographies import respellings

ODESSA, RIGA, LYON, MOSCOW = (46.5, 30.7), (56.9, 24.1), (45.8, 4.8), (55.75, 37.6)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Return the built gazetteer."""
    return Gazetteer()


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Csernavoda", "chernavoda"),
        ("Ługowoje", "lugovoye"),
        ("Tsarskoje Selo", "tsarskoye selo"),
        ("Savoya", "savoia"),
        ("Gorkis", "gorki"),
        ("Naisso", "naissus"),
        ("Araukania", "araucania"),
        ("Badaxoz", "badajoz"),
        ("Ufaa", "ufa"),
        ("Rangkasbetoeng", "rangkasbetung"),
        ("Švainfurtas", "schweinfurt"),
        ("Manhatanas", "manhattan"),
        ("Qazax", "gazakh"),
    ],
)
def test_a_name_is_written_as_other_languages_would(written: str, form: str) -> None:
    assert form in set(respellings(written))


@pytest.mark.parametrize(
    ("written", "near", "meant"),
    [
        ("Tsarskoje Selo", RIGA, "Pushkin"),
        ("Csernavoda", ODESSA, "Cernavodă"),
        ("Csanakkale", (41.7, 26.6), "Çanakkale"),
        ("Hafnarfjord", (64.1, -21.9), "Hafnarfjörður"),
        ("Švainfurtas", (50.0, 8.3), "Schweinfurt"),
    ],
)
def test_the_place_so_called_near_the_route_is_told_and_never_trusted(
    gazetteer: Gazetteer, written: str, near: tuple[float, float], meant: str
) -> None:
    assert gazetteer.find(written).status == "unresolved"
    answer = gazetteer.find(written, near=(near,))
    assert answer.match
    assert answer.match.name == meant
    assert answer.match.confidence < 0.5
    assert f"“{written}” is not in the gazetteer: read as" in answer.reason


def test_no_spelling_is_tried_twice() -> None:
    forms = list(respellings("Szczuczyn"))
    assert len(forms) == len(set(forms))
