"""Unmarked: a town told with where it is, or with what is in it, and no mark between both.

"Clermont-de-l'Oise", "Cambridge Massachusetts", "Delhi Jamia Millia": each way to divide such a
name is only one to try, and counts only where the one part is known to lie in the other.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.answers import Answer
from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.hintwords import is_no_hint
from exile_map.gazetteer.housewords import is_house_word
from exile_map.gazetteer.nearwords import LOCATING
from exile_map.gazetteer.readings import Reading
from exile_map.gazetteer.townwords import is_called_freely, is_had

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.answers import Match

_WORDS: Final = re.compile(r"[\s\-–—]+")
_ELIDED: Final = re.compile(r"^(?:[ldLD]|dell|nell|all|sull|dall)['’](?=\w)")
_DIVIDED: Final = frozenset(",;()[]/،、，；（）")
# Words between a name and where that is; folded.
_JOINTS: Final = frozenset(
    (
        *("de", "du", "des", "del", "de la", "di", "da", "do", "dos", "das", "della", "dei", "la"),
        *("le", "les", "los", "las", "el", "il", "lo", "l", "d", "of", "the", "in", "im", "am"),
        *("an", "der", "den", "dem", "bei", "beim", "zu", "vor", "auf", "ob", "unter", "en", "on"),
        *("upon", "at", "by", "near", "sur", "sous", "lez", "aux", "au", "a", "i", "w", "we"),
        *("na", "pod", "nad", "u", "v", "ve", "do", "van", "het", "te", "bij", "aan", "op", "pa"),
        *("och", "og", "y", "e", "und", "et", "в", "во", "на", "под", "при", "у", "над", "біля"),
        *("код", "край", "в", "от", "σ", "στην", "στη", "στο", "τησ", "του", "των", "ла", "din"),
    )
)  # fmt: skip
# Words that make another name of the one they stand before: nothing is known of "New Delft".
_OTHERS: Final = frozenset(
    (
        *("new", "old", "saint", "saints", "san", "santa", "santo", "sao", "sankt", "neu", "alt"),
        *("nova", "novo", "nove", "novi", "nowa", "nowe", "nowy", "stara", "stare", "stary"),
        *("novaya", "novoe", "novyi", "ny", "nya", "nieuw", "nieuwe", "oud", "nueva", "nuevo"),
        *("vieja", "viejo", "vieux", "vieille", "nouveau", "nouvelle", "nuova", "nuovo", "villa"),
        *("port", "puerto", "porto", "fort", "mount", "monte", "mont", "bad", "gross", "klein"),
        *("grand", "grande", "great", "little", "upper", "lower", "north", "south", "east", "west"),
        *("ober", "nieder", "unter", "velika", "velike", "veliki", "mala", "male", "mali", "maly"),
        *("нова", "нове", "новии", "новыи", "новая", "новое", "стара", "старая", "старыи"),
        *("велика", "большая", "большои", "малая", "малыи", "верхняя", "верхнии"),
        *("нижняя", "нижнии"),
        *("νεα", "νεο", "νεοσ", "αγιοσ", "αγια", "בית", "כפר", "תל", "באר", "קרית", "tel"),
        *("beit", "kfar", "abu", "umm", "wadi", "bir", "ain", "ابو", "ام", "وادی", "بئر", "عین"),
        *("تل", "بنی", "stari"),
    )
)  # fmt: skip
_TELLING: Final = 4  # letters, where there are capitals
_TELLING_WITHOUT: Final = 3  # and where there are none
_MOST_WORDS: Final = 6
_GREAT: Final = 300_000  # people
_IN_IT_KM: Final = 20.0
_BESIDE_KM: Final = 150.0
_ASTRAY_KM: Final = 5000.0
_KNOWN: Final = 0.9
_ONLY_A_PART: Final = 0.6


def divided(name: str) -> Iterator[Reading]:
    """Yield the ways to divide a name into a place and where that is, the likeliest first.

    Parameters
    ----------
    name
        The name as written; nothing is yielded of one that has marks between its parts.
    """
    words = _words(name)
    for count in range(1, len(words)):
        for place, where in ((words[:-count], words[-count:]), (words[count:], words[:count])):
            told, hint = _without_joints(place), _without_joints(where)
            if _is_telling(told) and _is_telling(hint) and told != " ".join(words):
                yield Reading(told, (hint,), only_there=True)


def in_it(name: str) -> Iterator[str]:
    """Yield what town a longer name may begin or end with, the longer first.

    Parameters
    ----------
    name
        The name as written, of which no more is known.
    """
    words = _words(name)
    seen = set()
    for count in range(len(words) - 1, 0, -1):
        for part, before in ((words[-count:], words[-count - 1]), (words[:count], "")):
            told = _without_joints(part)
            if fold(before) in _OTHERS or fold(part[0]) in _OTHERS or told in seen:
                continue
            seen.add(told)
            if _is_telling(told) and not is_house_word(fold(told)):
                yield told


def within_of(name: str, town: str) -> float:
    """Return how many kilometres off the route a town may be that a name has; mostly any.

    A street, a house or a hotel is only called after a town ("rue de Rome"), and hardly in it; but
    "Hotel Sacher Wien" is. A hospital or a castle may be called after what is no town.

    Parameters
    ----------
    name
        The name as written.
    town
        The part of it that is a town's.
    """
    left = [fold(_ELIDED.sub("", word)) for word in _WORDS.split(name)]
    for word in fold(town).split():
        if word in left:
            left.remove(word)
    if not LOCATING.isdisjoint(left):
        return math.inf
    kinds = [word for word in left if word not in _JOINTS and not word.isdigit()]
    if len(kinds) != 1:
        return math.inf
    if is_called_freely(kinds[0]):
        return _IN_IT_KM
    return _BESIDE_KM if is_had(kinds[0]) else math.inf


def is_likely(match: Match, near: Sequence[tuple[float, float]], within: float = math.inf) -> bool:
    """Tell whether a town that a longer name holds is likely meant: great, curated, or beside.

    Parameters
    ----------
    match
        The town.
    near
        Points (lat, lon) before and after it on the route.
    within
        So many kilometres from them, whatever it is.
    """
    at = match.lat, match.lon
    away = min((kilometres(at, (lat, lon)) for lat, lon in near), default=_ASTRAY_KM)
    well_known = match.layer == "curated" and match.confidence >= _KNOWN
    likely = away <= (_ASTRAY_KM if match.population >= _GREAT or well_known else _BESIDE_KM)
    return away <= within if within < math.inf else likely


def only_part(answer: Answer, match: Match, note: str) -> Answer:
    """Answer with what was found for a part of a name: told, and never sure.

    Parameters
    ----------
    answer, match
        What was answered about the part.
    note
        What to tell.
    """
    shown = replace(match, confidence=min(match.confidence, _ONLY_A_PART), note=note)
    return Answer("ok", shown, answer.candidates, (), note)


def _words(name: str) -> list[str]:
    """Return the words of a name that may be divided; none of another."""
    if not _DIVIDED.isdisjoint(name):
        return []
    words = [word for word in _WORDS.split(name) if word]
    return words if 1 < len(words) <= _MOST_WORDS else []


def _without_joints(words: list[str]) -> str:
    """Return words as a name, without those at its edges that only join it."""
    first, last = 0, len(words)
    while first < last and fold(words[first]) in _JOINTS:
        first += 1
    while last > first and fold(words[last - 1]) in _JOINTS:
        last -= 1
    return _ELIDED.sub("", " ".join(words[first:last]))


def _is_telling(name: str) -> bool:
    """Tell whether a part of a name may be a name: long enough, with a capital if it can."""
    if not name or is_no_hint(name):
        return False
    cased = name.lower() != name.upper()
    if not cased:
        return len(name) >= _TELLING_WITHOUT
    return len(name) >= _TELLING and name[0].isupper()
