"""Qualifiers: articles, and words that only tell what a name names, left out to look for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nearwords import QUALIFYING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Elided articles stand against the name; the others are words before it.
_ELIDED = re.compile(r"^(?:[ldLD]|dell|nell|all|sull)['’]\s*(?=\w)")
_ARTICLES = frozenset(
    (
        "the", "le", "la", "les", "el", "los", "las", "il", "lo", "gli", "i", "o", "os", "as",
        "a", "der", "die", "das", "het", "al",
    )
)  # fmt: skip
_QUALIFIERS = (
    *QUALIFYING,
    "greater", "central", "city of", "town of", "village of", "port of", "island of", "isle of",
    "islands of", "isles of", "province of", "region of", "republic of", "kingdom of", "state of",
    "department of", "in", "at", "from", "to", "region de", "la region de", "ville de", "ile de",
    "ile d", "iles d", "iles de", "ile", "camp de", "camp d", "prison de", "prison d", "iles",
    "a", "vers", "au", "en", "le grand", "stadt", "insel", "nach", "ciudad de", "isla de", "isla",
    "islas", "campo de", "archipielago de", "provincia de", "citta di", "isola di", "isola d",
    "isole", "campo di", "provincia di", "cidade de", "ilha de", "город", "г", "гор", "остров",
    "о", "село", "деревня", "станица", "в", "miasto", "wyspa", "w", "місто", "острів", "жупания",
    "οροσ", "νησι", "νησοσ", "το", "η", "ο", "τα", "οι", "جزیره", "جزر", "مدینه", "قریه", "بلده",
    "سجن", "معتقل", "مخیم", "شهر", "روستای", "دهکده", "زندان", "اردوگاه", "قلعه", "منفی", "האי",
    "העיר", "מחנה", "כלא", "dao", "con dao", "tinh", "lang", "thanh pho", "xa", "huyen", "pulau",
    "kota", "kampung", "ostrov", "mesto", "hrad", "insula", "orasul", "satul", "ada", "illa de",
    "illa", "eiland", "oya", "on",
)  # fmt: skip
# What an area may be called by whose name alone is known: "Kreis Starnberg", "canton de Vaud".
_AREAS = (
    "kreis", "landkreis", "lkr", "kr", "kt", "bezirk", "bez", "kanton", "canton de", "canton du",
    "canton of", "cantone di", "departement de", "departement du", "departement des",
    "departement de la", "departement de l", "dept de", "departamento de", "county of", "prov de",
    "prov di", "distrito de", "estado de", "gouvernement", "gouvernement de", "gubernia", "woj",
    "wojewodztwo", "gubernia", "powiat", "obwod", "prowincja", "regierungsbezirk", "provinz",
    "prov", "herzogtum", "grossherzogtum", "furstentum", "konigreich", "mark", "province du",
    "province d", "duche de", "comte de", "vilayet de", "vilayet d", "vilayet of", "sandjak de",
    "sanjak of", "eyalet of", "comitat de", "comitat", "komitat", "judet", "judetul", "zupanija",
    "provincie", "ducato di", "regno di", "granducato di", "capitania de", "intendencia de",
    "front de", "front d", "front du", "frente de", "frente del", "frente do", "fronte di",
    "fronte del", "fronte dell", "front", "desert de", "desert d", "desert du", "desierto de",
    "deserto di", "deserto do", "deserto del", "desert of", "wuste", "pustynia", "пустыня",
    "пустеля", "poust", "costa de", "costa di", "cote de", "coast of", "kuste von", "побережье",
    "узбережжя", "wybrzeze", "pobrezi", "steppe of", "степь", "royaume de", "royaume du",
    "royaume d", "reino de", "krolestwo", "kralovstvi", "королевство", "королівство",
    "governorate of", "oblast", "kraj", "ولايه", "محافظه", "استان", "سنجق", "tinh",
)  # fmt: skip


def _by_first_word(qualifiers: Sequence[str]) -> dict[str, list[str]]:
    """Return qualifiers by their first word, each with the space after it."""
    by: dict[str, list[str]] = {}
    for qualifier in qualifiers:
        by.setdefault(qualifier.partition(" ")[0], []).append(qualifier + " ")
    return by


_QUALIFIED_BY, _AREAS_BY = _by_first_word(_QUALIFIERS), _by_first_word(_AREAS)
FIRST_WORDS = _ARTICLES | _QUALIFIED_BY.keys() | _AREAS_BY.keys()
"""First words, folded, of what is left out before a name."""
AFTER = frozenset(
    (
        "city", "region", "area", "district", "province", "oblast", "governorate", "guberniya",
        "krai", "county", "island", "islands", "область", "губерния", "край", "уезд", "район",
        "остров", "governorate", "co", "shire", "округ", "республика", "губернія", "губерниа",
        "повіт", "повит", "megye", "varmegye", "vm", "vilayeti", "sancagi", "eyaleti", "kazasi",
        "adasi", "koyu", "ili", "presidency", "princely", "vilayet", "sanjak", "gubernia",
        "gubernija", "gubernie", "front", "desert", "coast", "steppe", "sivatag", "dykuma", "фронт",
        "pakrante", "rannikko", "kyst", "kust", "kuste", "colu", "cephesi", "territory",
        "colony", "okrug", "saari", "νομοσ",
    )
)  # fmt: skip
"""Words, folded, that are left out behind it."""
_NO_SHORTER = 4  # letters


def unqualified(name: str) -> list[str]:
    """Return the folded forms of a name without articles and qualifiers ("île d'Elbe": "elbe").

    Parameters
    ----------
    name
        The name as written.
    """
    folded = fold(name)
    bare = fold(_ELIDED.sub("", name.strip()))
    forms = list(_unqualified(folded))
    split = fold(name.replace("'", " ").replace("’", " "))
    forms += [form for form in _unqualified(split) if split != folded]
    return [form for form in (bare, *forms) if form not in {"", folded}]


def without_elision(name: str) -> Iterator[tuple[str, bool]]:
    """Yield a name without what is elided before it ("l'Aquila", "Front d'Aragó").

    Parameters
    ----------
    name
        The name as written.
    """
    yield fold(_ELIDED.sub("", name.strip())), False
    split = fold(name.replace("'", " ").replace("’", " "))
    if " " in split:
        yield from shortened(split, split.split())


def shortened(folded: str, words: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield a name of several words without those that only tell what it names.

    Parameters
    ----------
    folded, words
        The folded name, and its words.
    """
    if words[0] in FIRST_WORDS:
        for form in _unqualified(folded):
            yield form, False
            first, _, rest = form.partition(" ")
            if first in _ARTICLES and rest:
                yield rest, False
        for area in _AREAS_BY.get(words[0], ()):
            if folded.startswith(area) and len(folded) - len(area) >= _NO_SHORTER:
                yield folded[len(area) :], True
    if words[-1] in AFTER:
        yield " ".join(words[:-1]), True


def _unqualified(folded: str) -> Iterator[str]:
    """Yield the name without a leading article or qualifier."""
    first, _, rest = folded.partition(" ")
    if not rest:
        return
    if first in _ARTICLES:
        yield rest
    for qualifier in _QUALIFIED_BY.get(first, ()):
        if folded.startswith(qualifier):
            yield folded[len(qualifier) :]
