"""Class words: what a name says it names, where it was found without them ("Clare Island").

A county is no island, a country no county, and an article stands before few exonyms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import ALTERNATE, Layer
from exile_map.gazetteer.townwords import is_had

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from exile_map.gazetteer.candidates import Candidate

# Folded.
_ISLAND: Final = frozenset(
    (
        *("island", "isle", "ile", "isla", "isola", "ilha", "illa", "insel", "eiland", "oya"),
        *("остров", "острів", "wyspa", "ostrov", "insula", "νησι", "νησοσ", "saari", "adasi"),
        *("جزیره", "האי", "pulau"),
    )
)
_COLONY: Final = frozenset(("colony",))
_PART: Final = frozenset(("county", "district", "territory", "colony"))
_ARTICLES: Final = frozenset(
    (
        *("the", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "o", "os", "as"),
        *("der", "die", "das", "het"),
    )
)
# What stands, besides what a town has, beside a name in brackets only ("Nohant (manoir)").
_HOUSES: Final = frozenset(
    (
        *("chateau", "schloss", "manoir", "couvent", "forteresse", "villa", "hacienda", "estancia"),
        *("fazenda", "convento", "monasterio", "manor", "house", "estate", "gut", "haus", "slot"),
        *("kartano", "дом", "дача", "монастырь", "крепость", "хутор"),
    )
)
_CLOISTERS: Final = frozenset(
    (
        *("manastir", "monastery", "monastero", "monasterio", "monastere", "monestir", "mosteiro"),
        *("manastire", "манастир", "монастырь", "монастир", "monastyr", "klastor", "klaster"),
    )
)
_NO_ISLANDS: Final = frozenset(("state", "region", "county", "district", "department"))
_TOWN, _LARGE = 5_000, 50_000  # people
_SMALL_KM = 30.0  # an island may be told as a region


def doubt_other_kinds(found: Sequence[Candidate], folded: str, form: str) -> None:
    """Note of places whether words that the name was found without speak against them.

    Parameters
    ----------
    found
        The places.
    folded
        The folded name as written.
    form
        The form of it that the place bears.
    """
    words = folded.split()
    if len(words) == 1 or form.replace(" ", "") == folded.replace(" ", ""):
        return
    left = {words[0], words[-1]} - set(form.split())
    for candidate in found if left else ():
        candidate.misnamed = _speak_against(candidate, left, words[0])


def _speak_against(candidate: Candidate, left: set[str], first: str) -> bool:
    """Tell the same of the words left out at a name's ends, of which one may be its first."""
    layer = candidate.place.layer
    is_city = layer == Layer.CITY
    kind = candidate.detail.kind if candidate.detail else ""
    if not _ISLAND.isdisjoint(left):
        wide = kind in _NO_ISLANDS and candidate.radius_km > _SMALL_KM
        return is_city or (layer == Layer.CURATED and wide)
    if not _PART.isdisjoint(left):
        return is_city or layer == Layer.COUNTRY or not _COLONY.isdisjoint(left)
    if first in left and first in _ARTICLES and is_city:
        return candidate.flag >= ALTERNATE or candidate.place.population < _TOWN
    return False


def is_house(text: str) -> bool:
    """Tell whether what stands beside a name is only a word for a house, a prison or a camp.

    Parameters
    ----------
    text
        What stands there.
    """
    folded = fold(text)
    return folded in _HOUSES or is_had(folded)


def doubt_no_houses(found: Sequence[Candidate], texts: Iterable[str]) -> None:
    """Note of countries and large islands that they are no house of their name.

    Nor is a small town surely a monastery that is called like it, often far from it.

    Parameters
    ----------
    found
        What bears the name.
    texts
        What stands beside it.
    """
    cloister = any(fold(text) in _CLOISTERS for text in texts)
    for candidate in found:
        place, kind = candidate.place, candidate.detail.kind if candidate.detail else ""
        wide = kind == "island" and candidate.radius_km > _SMALL_KM
        village = cloister and place.layer == Layer.CITY and place.population < _LARGE
        if village or place.layer == Layer.COUNTRY or kind == "state" or wide:
            candidate.misnamed = True
