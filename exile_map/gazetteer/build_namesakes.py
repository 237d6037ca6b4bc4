"""Build, namesakes: cities that bear, in many languages, the name of the region around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.hintwords import is_area
from exile_map.gazetteer.storage import Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# As in ranking: a region gives way to a city that holds so much of its people.
_CITY_IN_REGION = 0.05
# What English adds to the one or the other ("New York City", "Beijing Shi").
_ADDED = (" city", " shi")
# How words for regions begin in the languages of CLDR, where these are words of their own.
_KINDS = tuple(
    fold(stem)
    for stem in (
        *("provin", "prowin", "pokrajin", "valst", "savivald", "tartom", "osarii", "distri"),
        *("regi", "emira", "emirl", "šebīj", "kaupungin", "maakun", "eyalet", "bölge", "ilçe"),
        *("apskri", "krasht", "kotar", "oblast", "rajon", "vilaj", "wilaj", "wilay", "vilay"),
        *("gubernat", "departam", "departem", "kanton", "canton", "prefek", "prefect", "osakon"),
        *("lään", "lani", "län", "tỉnh", "tiểu", "žudec", "changwat", "област", "провін"),
        *("провин", "правін", "вобла", "префек", "πολιτεία", "νομός", "περιφέρεια", "մարզ"),
        *("صوبہ", "استان", "ایالت", "محافظة", "إمارة", "امارت", "إقليم", "ولاية", "ولایت"),
        *("ضلع", "מחוז", "प्रांत", "प्रान्त", "राज्य", "ज़िला", "প্রদেশ", "জেলা", "বিভাগ"),
        *("மாநில", "மாகாண", "மாவட்ட"),
    )
)
# Words for regions that are written in one with the name.
_BEHIND = tuple("州省县縣県市都府道郡区區镇鎮方域주도시)²")
_BEFORE = ("รัฐ", "จังหวัด", "เขต", "แคว้น", "มณฑล", "แขวง", "นคร", "เทศมณฑล", "เมือง")


def namesakes(
    places: Iterable[tuple[Any, ...]], translated: dict[int, list[str]]
) -> Iterator[tuple[int, str]]:
    """Yield numbers of cities and further names of them: those of the region of their name.

    A name with a word for a region in it is the region's alone.

    Parameters
    ----------
    places
        The rows of places, regions before cities.
    translated
        Of each region, by its number: its names in many languages.
    """
    regions: dict[int, tuple[str, int]] = {}
    for number, layer, name, _, _, people, _, region, *_ in places:
        if layer == Layer.REGION:
            regions[number] = _bare(name), people
        elif layer == Layer.CITY and region in translated:
            own, all_people = regions[region]
            if own == _bare(name) and people >= _CITY_IN_REGION * all_people:
                for other in translated[region]:
                    if has_no_kind(other, own):
                        yield number, other


def _bare(name: str) -> str:
    """Fold a name without what English adds to it."""
    folded = fold(name)
    for added in _ADDED:
        folded = folded.removesuffix(added)
    return folded


def has_no_kind(name: str, own: str) -> bool:
    """Tell whether a translated name says no more than the name: no word for a region.

    Parameters
    ----------
    name
        The name in some language.
    own
        The folded name of the city; as many words may be in the other.
    """
    folded = fold(name)
    words = folded.split()
    if not words or len(words) > len(own.split()) or is_area(folded):
        return False
    if any(word.startswith(_KINDS) for word in words):
        return False
    return not (name.endswith(_BEHIND) or name.startswith(_BEFORE))
