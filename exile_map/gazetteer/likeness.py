"""Likeness: whether a name as written is a place's own, or nothing like it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.romanising import sound
from exile_map.gazetteer.storage import MAIN, Layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.storage import Place

_COMMON_WORDS = frozenset(
    (
        *("saint", "sainte", "san", "santa", "santo", "sao", "new", "nueva", "nova", "port"),
        *("puerto", "porto", "fort", "mount", "city", "bad", "la", "le", "les", "el", "los"),
        *("las", "il", "the", "de", "da", "do", "del", "di", "du", "al", "el"),
        *("north", "south", "east", "west", "upper", "lower", "old", "great", "little"),
    )
)
_LONG = 5  # letters, of a word that is hardly another but for its first

_LYING = frozenset(
    (
        *("an", "am", "ob", "im", "in", "bei", "auf", "vor", "aan", "a", "sur", "sous", "en"),
        *("les", "lez", "upon", "on", "under", "by", "nad", "pod", "na", "pri", "sul", "sulla"),
        *("del", "della", "dei", "do", "de", "di"),
    )
)

# Alphabets of one nation, by their first and last letters, and where they are at home.
_NATIONAL = (("α", "ω", "GR CY"), ("א", "ת", "IL PS"), ("ա", "ֆ", "AM"), ("ა", "ჰ", "GE"))


def is_at_home(place: Place, heard: str) -> bool:
    """Tell whether a city's name is written in its own country's alphabet: so it calls itself.

    "Τρίπολη" is a town in Greece before it is Tripoli, where nobody writes so.

    Parameters
    ----------
    place
        The place.
    heard
        The folded name.
    """
    if heard.isascii() or place.layer != Layer.CITY:
        return False
    return place.country in where_written(heard, _NATIONAL)


def where_written(folded: str, scripts: Sequence[tuple[str, str, str]]) -> Sequence[str]:
    """Return the countries at home in the script that a folded name begins with; none for others.

    Parameters
    ----------
    folded
        The name.
    scripts
        Of each its first and last letter, and the countries.
    """
    told = (where for first, last, where in scripts if first <= folded[:1] <= last)
    return next(told, "").split()


def is_in_short(place: Place, heard: str) -> bool:
    """Tell whether a city's name goes on, where the one heard ends, with what it lies on or in.

    "Dillingen" is Dillingen an der Donau to whoever is near.

    Parameters
    ----------
    place
        The place.
    heard
        The folded name.
    """
    own = place.name
    if place.layer != Layer.CITY or len(own) <= len(heard) or own.isalpha():
        return False
    before, _, behind = fold(own).partition(f"{heard} ")
    return not before and behind.partition(" ")[0] in _LYING


def is_stray(place: Place, flag: int, heard: str) -> bool:
    """Tell whether a city bears a name only besides, and one that is nothing like its own.

    "Vienne" may be Vienna; but "Venice" is hardly Dayton, though GeoNames knows it so.

    Parameters
    ----------
    place, flag
        The place, and how it bears the name.
    heard
        The folded name; nothing is told of other scripts than Latin.
    """
    if place.layer != Layer.CITY or flag == MAIN or not heard.isascii():
        return False
    return not _is_alike(place.name, heard)


@lru_cache(maxsize=2048)
def _is_alike(name: str, heard: str) -> bool:
    """Tell whether one name holds the other, or a word of each begins or goes on alike."""
    own = fold(name)
    if own.replace(" ", "") == heard.replace(" ", ""):
        return True
    if own in heard or heard in own or _first_sounds(own) & _first_sounds(heard):
        return True
    return not _long_ends(own).isdisjoint(_long_ends(heard))


def _long_ends(folded: str) -> frozenset[str]:
    """Return what follows the first letter of the long words: "Jalapa" is "Xalapa"."""
    return frozenset(word[1:] for word in folded.split() if len(word) >= _LONG)


def _first_sounds(folded: str) -> frozenset[str]:
    """Return the first consonants of a name's words as they sound: exonyms mostly share one."""
    words = folded.split()
    telling = [word for word in words if word not in _COMMON_WORDS] or words
    return frozenset(map(_first_sound, telling))


@lru_cache(maxsize=2048)
def _first_sound(word: str) -> str:
    """Return the first consonant of a word as it sounds; names share many words."""
    return sound(word)[:1]


def is_compound(name: str) -> bool:
    """Tell whether a name has two telling words, so that few places share it ("Saranac Lake")."""
    return sum(word not in _COMMON_WORDS for word in fold(name).split()) > 1


def letters(name: str) -> str:
    """Return a name without case and punctuation, but with its accents."""
    return name.casefold().replace("-", " ").replace(".", "")
