"""Readings: a written place taken apart into its name and its hints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.endings import larger_first, town_and_place
from exile_map.gazetteer.nearwords import LOCATING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = re.compile(r"^(?P<name>[^()\[\]]+?)\s*[(\[](?P<hint>[^()\[\]]+)[)\]]\s*$")
_COMMAS = re.compile(r"\s*[,،、，;]\s*")
# What says of a hint only that the place was so called at another time: "Danzig (now Gdańsk)".
_AT_OTHER_TIMES = frozenset(
    (
        *("now", "today", "today's", "modern", "later", "formerly", "früher", "heute", "heutiges"),
        *("jetzt", "später", "ehemals", "aujourd'hui", "aujourd’hui", "actuellement", "actuel"),
        *("actuelle", "hoy", "actual", "actualmente", "oggi", "odierna", "hoje", "atual", "avui"),
        *("ныне", "теперь", "сейчас", "позже", "ранее", "бывш.", "нині", "тепер", "сьогодні"),
        *("dziś", "dzisiaj", "obecnie", "dawniej", "dnes", "nyní", "dříve", "dnešní", "danes"),
        *("danas", "sada", "данас", "сада", "днес", "днешен", "astăzi", "azi", "ma", "mai"),
        *("bugün", "bugünkü", "şimdiki", "nykyinen", "nykyisin", "nyk.", "nykyään", "nu", "idag"),
        *("nå", "nüüd", "tänapäeval", "praegu", "dabar", "tagad", "tani", "σήμερα", "νυν", "nay"),
        *("kini", "sekarang", "اليوم", "حاليا", "حالياً", "امروز", "امروزه", "کنونی", "היום"),
        *("כיום", "הײַנט", "այժմ", "ներկայիս", "ახლა", "ამჟამად", "현재", "현", "आज", "अब", "বর্তমান"),
    )
)  # fmt: skip
_AT_OTHER_TIMES_IN_HAN = ("現在の", "现在的", "今の", "今", "現", "现")
_LEFT_IN_HAN = 2  # signs
_DIVIDERS = frozenset("()[],،、，;/")
_FULL_WIDTH = str.maketrans("（）［］【】〔〕／；", "()[][]()/;")
# A large city and its quarter: "Berlin-Dahlem". Shorter words are parts of one name.
_QUARTER = re.compile(r"^(?P<city>[^\W\d_]{4,})[-–](?P<quarter>[^\W\d_]{4,})$")


class Reading(NamedTuple):
    """One way to take a written place apart.

    Parameters
    ----------
    name
        The name in it.
    hints
        What tells where that is.
    only_there
        Whether it is no reading of it if the name is not there.
    """

    name: str
    hints: tuple[str, ...]
    only_there: bool = False


def readings(text: str) -> Iterator[Reading]:
    """Yield the ways to read a written place, the simplest first."""
    yield Reading(text, ())
    text = text.translate(_FULL_WIDTH)
    if _DIVIDERS.isdisjoint(text):
        yield from (Reading(*parts, only_there=True) for parts in larger_first(text))
        quarter = _QUARTER.match(text)
        if quarter:
            yield Reading(quarter["quarter"], (quarter["city"],), only_there=True)
        for town, place in town_and_place(text):
            yield Reading(place, (town,), only_there=True)
        return
    bracketed = _BRACKETS.match(text)
    if bracketed:
        hints = tuple(_of_today(h) for h in _COMMAS.split(bracketed["hint"]) if h)
        for reading in _at_commas(bracketed["name"]):
            yield Reading(reading.name, (*reading.hints, *hints))
    else:
        yield from list(_at_commas(text))[1:]
    if "/" in text:
        yield from (Reading(part.strip(), ()) for part in text.split("/") if part.strip())


def is_undivided(text: str) -> bool:
    """Tell whether no mark divides a written place into its name and its hints."""
    return _DIVIDERS.isdisjoint(text.translate(_FULL_WIDTH))


def has_one_reading(text: str) -> bool:
    """Tell of a name in plain letters whether it can only be read as it is."""
    return _DIVIDERS.isdisjoint(text) and not is_quarter(text)


def is_quarter(text: str) -> bool:
    """Tell whether a name may be that of a quarter behind its city's."""
    return bool(_QUARTER.match(text))


def _at_commas(text: str) -> Iterator[Reading]:
    """Yield the text whole, then with what follows its commas as hints."""
    yield Reading(text, ())
    parts = [part for part in _COMMAS.split(text) if part]
    if len(parts) > 1:
        yield Reading(parts[0], tuple(map(_of_today, parts[1:])))


def _of_today(hint: str) -> str:
    """Return a hint without what says only when the place was so called, or that it is there."""
    first, _, rest = hint.partition(" ")
    if rest and (first.rstrip(":").lower() in _AT_OTHER_TIMES or first in LOCATING):
        return rest.strip()
    for word in _AT_OTHER_TIMES_IN_HAN:
        bare = hint.removeprefix(word)
        if bare != hint and len(bare) >= _LEFT_IN_HAN:
            return bare
    return hint
