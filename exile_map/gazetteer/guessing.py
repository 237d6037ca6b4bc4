"""Guessing: which place a name in another alphabet may be that is known in Latin letters only."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from itertools import islice, product
from typing import TYPE_CHECKING

from exile_map.gazetteer import caucasian, devanagari, ethiopic, kana
from exile_map.gazetteer.candidates import Candidate, apart, spot
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.han_sounds import SAID, is_han
from exile_map.gazetteer.hangul import HEARD_AS, SPELT, is_hangul
from exile_map.gazetteer.likeness import where_written
from exile_map.gazetteer.orthographies import respellings
from exile_map.gazetteer.romanising import romanise, serbian_latin, sound
from exile_map.gazetteer.storage import ALTERNATE, MAIN, Layer
from exile_map.gazetteer.suggestions import SOUND_LETTERS, slips

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.candidates import Spot
    from exile_map.gazetteer.hints import Hint
    from exile_map.gazetteer.naming import Names

_SPELLINGS, _HEARD = 256, 64  # ways to write a name, and to hear it, that are tried
_HEARD_AMISS = 4  # and where one consonant may be another
_OF_ONE_SOUND = 60  # places, the most prominent
_SHORTEST, _SHORTEST_AMISS = 2, 5  # consonants
_LIKE, _LIKE_IF_SHORT = 0.26, 0.14  # of its letters, how much may differ
_LIKE_AREA = 0.08  # areas are named in every alphabet, seldom otherwise
_SHORT = 3  # consonants
_STRICT = 12.0  # how much a difference counts against prominence
_ROUTE, _NEAR_KM = 1.5, 50.0  # as in ranking
_LEAST, _LEAST_RESPELT = 3.5, 2.5  # what a guess must weigh
_AHEAD, _AHEAD_IF_SHORT = 0.3, 1.0  # of the next: less is no guess
_SAME_KM, _FARTHEST_KM = 25.0, 3000.0
_RESPELT = 0.05  # what it says against a place that its name had to be written otherwise
# What it says for a place that its own people would so write it, and how like its name is then.
_AT_HOME, _AS_SPELT = 2.0, 0.05
# Scripts by their first and last letters, and where they are at home: who writes there of a place
# that GeoNames has in Latin letters only is likelier to mean it.
_HOMES = (
    ("α", "ω", "GR CY TR"), ("а", "џ", "RU UA BY BG RS MK KZ KG MN ME BA"),
    ("ա", "ֆ", "AM TR AZ"), ("ა", "ჰ", "GE"),
    ("ሀ", "ፚ", "ET ER"), ("अ", "ॿ", "IN NP BD LK PK"), ("ァ", "ヺ", "JP"),
    ("\u1100", "\u11ff", "KR KP CN"),
)  # fmt: skip
_UNUSUAL = 0.03  # and how much each letter that is seldom so heard
_UNWRITTEN, _VOWEL, _OTHER_VOWEL, _CONSONANT = 0.2, 0.5, 0.4, 1.0  # costs of differing
_SPELT = {
    # Cyrillic
    "а": "a", "б": "b", "в": "v|w", "г": "g|h", "д": "d", "е": "e|ye|ie", "є": "ye|ie", "ж": "zh",
    "з": "z", "и": "i|y", "і": "i", "ї": "yi|i", "й": "y|i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f",
    "х": "kh|h|ch", "ц": "ts|c", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu|iu", "я": "ya|ia",
    # Greek
    "μπ": "b|mp", "ντ": "d|nt", "γκ": "g|gk", "γγ": "ng|gg", "ου": "ou|u", "αι": "ai|e",
    "ει": "ei|i", "οι": "oi|i", "αυ": "av|au", "ευ": "ev|eu", "τσ": "ts|ch", "τζ": "tz|dz|j",
    "α": "a", "β": "v|b", "γ": "g|y", "δ": "d", "ε": "e", "ζ": "z", "η": "i|e", "θ": "th",
    "ι": "i", "κ": "k|c", "λ": "l", "μ": "m", "ν": "n", "ξ": "x|ks", "ο": "o", "π": "p", "ρ": "r",
    "σ": "s", "ς": "s", "τ": "t", "υ": "y|i", "φ": "f|ph", "χ": "ch|h|kh", "ψ": "ps", "ω": "o",
    **SPELT, **caucasian.SPELT, **kana.SPELT, **ethiopic.SPELT,
}  # fmt: skip
# What a letter may be heard as, beside what it is romanised to; consonants as in `sound`.
_HEARD_AS = {
    "г": "K|", "х": "K|", "у": "o|F", "μπ": "P|MP", "ντ": "T|NT", "γκ": "K|NK", "γγ": "NK",
    "β": "F|P", "γ": "K|", "χ": "K|", "ου": "o|F", "υ": "i|F", "αι": "i", "ει": "i", "οι": "i",
    "дж": "S|TS", "тс": "S|TS", "τσ": "S|TS", "τζ": "S", "τς": "S|TS", "טס": "S|TS",
    "تس": "S|TS", "تش": "S", "دج": "S", "دژ": "S", "ە": "a|i", "ۇ": "o", "ۈ": "o", "ۋ": "F",
    "טש": "S", "זש": "S", "דז": "TS|S", "שט": "ST", "יי": "i|ai", "וי": "oi", "יע": "i",  # Yiddish
    "ב": "P|F", "פ": "P|F", "ו": "o|F", "וו": "F|o", "ג": "K|S", "ה": "a|", "צ": "S", "א": "a|o|",
    "ٹ": "T", "ڈ": "T", "ڑ": "R", "ں": "N", "ے": "i|", "ہ": "|a", "ھ": "", "ټ": "T", "ړ": "R",
    "ځ": "S", "څ": "S", "ښ": "S|K", "ګ": "K", "ې": "i", "ڕ": "R", "ڵ": "L", "ۆ": "o", "ێ": "i",
    "ڤ": "F", "ڨ": "K", "ڭ": "NK", "ه": "|a", "ع": "a|", "ج": "S|K", "و": "o|F",
    "ث": "T|S", "ب": "P|F", "ح": "", "غ": "K",
    **HEARD_AS, **caucasian.HEARD_AS, **devanagari.HEARD_AS, **kana.HEARD_AS,
    **ethiopic.HEARD_AS,
}  # fmt: skip
# Scripts that leave vowels out, or put one after each consonant, where none is said.
_UNVOCALISED = re.compile("[\u0590-\u06ff\u0900-\u097f\u30a0-\u30ff\u4e00-\u9fff]")
_SOUNDS = (
    (
        re.compile(r"tsch|tch|shch|sch|sh|ch|cz|cs|sz|zs|ts|tz|dz|zh|dj|[scjxq](?=[eiy])|[szjx]"),
        "S",
    ),
    (re.compile(r"ph|[fvw]"), "F"),
    (re.compile(r"kh|gh|[ckqg]"), "K"),
    (re.compile(r"[bp]"), "P"),
    (re.compile(r"th|[dt]"), "T"),
    (re.compile(r"h"), ""),
    (re.compile(r"[eiy]+"), "i"),
    (re.compile(r"[ou]+"), "o"),
    (re.compile(r"a+"), "a"),
    (re.compile(r"[lmnr]"), lambda found: found[0].upper()),
    (re.compile(r" "), ""),
    (re.compile(r"(.)\1+"), r"\1"),
)
_REPEATED = re.compile(r"(.)\1+")


def guess(
    names: Names,
    folded: str,
    near: Sequence[tuple[float, float]],
    hints: Sequence[Hint] = (),
    written: str = "",
) -> list[Candidate]:
    """Return the places a name may be, best first; none where no one place is clearly likest.

    The name is spelt and heard in Latin letters in the ways its alphabet allows; of the places
    that are so called, or sound so, the one on the route is likelier.

    Parameters
    ----------
    names
        The names of places.
    folded
        The folded name, which no place has.
    near
        Points (lat, lon) before and after it on the route.
    hints
        Where the place must be.
    written
        The name as written, where another language may write it otherwise in Latin letters.
    """
    folded = devanagari.as_devanagari(folded)
    spots = [spot(point) for point in near]
    home = where_written(folded, _HOMES)
    found: dict[int, Candidate] = {}
    for candidate, unlike in _likely(names, folded, written):
        if hints and not all(hint.holds(candidate) for hint in hints):
            continue
        candidate.spot = spot(candidate.at)
        candidate.score = _score(candidate, unlike, spots)
        if unlike <= _AS_SPELT and candidate.place.country in home:
            candidate.score += _AT_HOME
        if candidate.away > _FARTHEST_KM and unlike > 0:
            continue
        place = candidate.place.id
        if place not in found or found[place].score < candidate.score:
            found[place] = candidate
    ranked = sorted(found.values(), key=lambda c: (-c.score, c.place.id))
    ahead = _AHEAD_IF_SHORT if _is_short(folded) else _AHEAD
    least = _LEAST_RESPELT if folded.isascii() else _LEAST
    return ranked if _is_clear(ranked, ahead, least) else []


def _likely(names: Names, folded: str, written: str) -> Iterator[tuple[Candidate, float]]:
    """Yield the places that may be meant, with how unlike their names are."""
    if folded.isascii():
        # What a city is called besides may be a slip like the one that was written.
        for form in respellings(written):
            if names.is_known(form):
                for candidate in names.bearers(form):
                    if candidate.flag == MAIN or candidate.place.layer != Layer.CITY:
                        yield candidate, _RESPELT
        return
    forms = [form for form in (folded, caucasian.without_ending(folded)) if form]
    found = [one for form in forms for one in (*_spelt(names, form), *_heard(names, form))]
    yield from found or (one for form in forms for one in _heard(names, form, amiss=True))


def _is_short(folded: str) -> bool:
    """Tell whether a name has so few consonants that many others sound like it."""
    if is_hangul(folded):
        return sum(HEARD_AS.get(letter, "").isupper() for letter in folded) < _SHORT
    if devanagari.is_devanagari(folded):
        return sum(devanagari.HEARD_AS.get(sign, "")[:1].isupper() for sign in folded) < _SHORT
    ways = _ways(unicodedata.normalize("NFC", folded), _HEARD_AS, sounds=True)
    if ways is None:
        return len(sound(folded)) < _SHORT
    return (
        len(_REPEATED.sub(r"\1", "".join(c for way in ways for c in way[0] if c.isupper())))
        < _SHORT
    )


def _score(candidate: Candidate, unlike: float, near: Sequence[Spot]) -> float:
    """Weigh how prominent a place is, how unlike its name, and how far off the route."""
    away = candidate.away = min((apart(candidate.spot, s) for s in near), default=0.0)
    far = _ROUTE * math.log10((away + _NEAR_KM) / _NEAR_KM)
    return candidate.place.rank / 16 - _STRICT * unlike - far


def _is_clear(ranked: Sequence[Candidate], ahead: float, least: float) -> bool:
    """Tell whether the first is likely, and so far ahead of the next that is somewhere else."""
    if not ranked or ranked[0].score < least:
        return False
    first = ranked[0]
    others = (c for c in ranked[1:] if apart(c.spot, first.spot) > _SAME_KM)
    return first.score - max((c.score for c in others), default=-math.inf) >= ahead


def _spelt(names: Names, folded: str) -> Iterator[tuple[Candidate, float]]:
    """Yield the places called as the name may be spelt in Latin letters."""
    ways = _ways(unicodedata.normalize("NFC", folded) if kana.is_kana(folded) else folded, _SPELT)
    forms = dict.fromkeys(
        devanagari.spellings(folded)
        if ways is None
        else map("".join, islice(product(*ways), _SPELLINGS))
    )
    if not forms:
        return
    for form in forms | {serbian_latin(folded): None}:
        if names.is_known(form):
            for candidate in names.bearers(form):
                if candidate.flag <= ALTERNATE:
                    yield candidate, 0.0 if candidate.flag == MAIN else 0.05


def _heard(names: Names, folded: str, *, amiss: bool = False) -> Iterator[tuple[Candidate, float]]:
    """Yield prominent places whose own name sounds as the name may, or all but one consonant."""
    letters = folded if is_hangul(folded) else unicodedata.normalize("NFC", folded)
    ways = _ways(letters, _HEARD_AS, sounds=True)
    if ways is None:
        return
    vowel = _UNWRITTEN if _UNVOCALISED.search(letters) else _VOWEL
    store = names.store
    for said in islice(product(*ways), _HEARD_AMISS if amiss else _HEARD):
        heard = "".join(said)
        unusual = sum(one != way[0] for one, way in zip(said, ways, strict=True))
        consonants = _REPEATED.sub(r"\1", "".join(c for c in heard if c.isupper()))
        if len(consonants) < (_SHORTEST_AMISS if amiss else _SHORTEST):
            continue
        most = _LIKE if len(consonants) > _SHORT and not is_han(folded) else _LIKE_IF_SHORT
        likely = slips(consonants, SOUND_LETTERS) if amiss else (consonants,)
        for number in (n for like in likely for n in store.sounding(like)[:_OF_ONE_SOUND]):
            place = store.place(number)
            detail = store.detail(number) if place.layer != Layer.CITY else None
            unlike = _UNUSUAL * unusual
            unlike += _unlike(_REPEATED.sub(r"\1", heard), _sounds(fold(place.name)), vowel)
            if detail and detail.kind != "city":
                limit = _LIKE_AREA if len(consonants) > _SHORT else 0.0
            else:
                limit = most
            if unlike <= limit:
                yield Candidate(MAIN, place, detail), unlike


def _ways(folded: str, table: dict[str, str], *, sounds: bool = False) -> list[list[str]] | None:
    """Return for each letter of a name what it may be; None where one is of another script."""
    ways: list[list[str]] = []
    at = 0
    while at < len(folded):
        letters = folded[at : at + 2]
        if letters not in table:
            letters = folded[at]
        at += len(letters)
        roman = romanise(letters)
        if letters in table:
            ways.append(table[letters].split("|"))
        elif letters == " ":
            ways.append(["" if sounds else " "])
        elif sounds and letters in SAID:
            ways.append(list(dict.fromkeys(map(_sounds, SAID[letters].split("|")))))
        elif sounds and roman.isascii():
            ways.append([_sounds(roman)])
        else:
            return None
    return ways


@lru_cache(maxsize=2048)
def _sounds(roman: str) -> str:
    """Return a name in Latin letters as it sounds: consonants as in `sound`, and vowels."""
    for pattern, letter in _SOUNDS:
        roman = pattern.sub(letter, roman)
    return roman


def _unlike(written: str, own: str, vowel: float) -> float:
    """Return how much must differ between what is heard and a place's own name, of all letters.

    Parameters
    ----------
    written, own
        Both as they sound.
    vowel
        What a vowel costs that is not written.
    """
    row = [_CONSONANT * j for j in range(len(own) + 1)]  # a first vowel is always written
    for letter in written:
        lost = _VOWEL if letter.islower() else _CONSONANT
        diagonal, row[0] = row[0], row[0] + lost
        for j, other in enumerate(own, start=1):
            if letter == other:
                changed = 0.0
            elif letter.islower() and other.islower():
                changed = _OTHER_VOWEL
            else:
                changed = _CONSONANT
            added = vowel if other.islower() else _CONSONANT
            diagonal, row[j] = row[j], min(diagonal + changed, row[j] + lost, row[j - 1] + added)
    return row[-1] / max(len(written), len(own), 1)
