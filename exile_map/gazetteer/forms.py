"""Forms: the ways a name may stand in the gazetteer, folded, in the order to try them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exile_map.gazetteer.endings import other_endings
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nearwords import QUALIFYING
from exile_map.gazetteer.romanising import serbian_latin

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
_FIRST_WORDS = _ARTICLES | _QUALIFIED_BY.keys() | _AREAS_BY.keys()
_AFTER = frozenset(
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
_MODIFIED = (("ae", "a"), ("oe", "o"), ("ue", "u"))
_SHORTENED = {
    "s": ("san", "saint", "sao", "santa", "sur"),
    "n": ("north", "new"),
    "b": ("bad",),
    "sta": ("santa",),
    "sto": ("santo",),
    "gr": ("gross", "grand", "great"),
    "pto": ("puerto",),
    "pt": ("port",),
    "port": ("puerto", "porto"),
    "puerto": ("port", "porto"),
    "porto": ("port", "puerto"),
    "cd": ("ciudad",),
    "on": ("upon",),
    "upon": ("on",),
    "с": ("санкт",),
    "спб": ("санкт петербург",),
    "ниж": ("нижнии",),
    "н": ("нижнии",),
    "обл": ("область",),
    "губ": ("губерния",),
    "wlkp": ("wielkopolski",),
    "maz": ("mazowiecki",),
    "sl": ("slaski",),
}
# How places name the water, the hills or the land they lie by, in short; at a name's end.
_SITUATED = {
    "a m": ("am main",),
    "a n": ("am neckar",),
    "a l": ("am lech",),
    "a i": ("am inn",),
    "a rh": ("am rhein",),
    "a o": ("an der oder",),
    "a d o": ("an der oder",),
    "a s": ("an der saale",),
    "a d s": ("an der saale",),
    "a w": ("an der warthe",),
    "a d w": ("an der warthe", "an der weinstrasse"),
    "a d h": ("an der havel",),
    "a h": ("an der havel", "am harz"),
    "a d d": ("an der donau",),
    "i br": ("im breisgau",),
    "i b": ("im breisgau",),
    "i a": ("im allgau",),
    "i e": ("im elsass",),
    "i th": ("in thuringen", ""),
    "i w": ("in westfalen", ""),
    "i pr": ("in preussen", ""),
    "i ostpr": ("ostpreussen", ""),
    "i schl": ("in schlesien", ""),
    "i sa": ("in sachsen", ""),
    "v d h": ("vor der hohe",),
    "o d t": ("ob der tauber",),
    "н д": ("на дону",),
    "н дону": ("на дону",),
}
_SHORT_WORDS = frozenset(_SHORTENED)
_SITUATED_WORDS = 3
_NO_SHORTER = 4  # letters
_WHERE = {"a": ("am", "an der"), "a d": ("an der",), "i": ("im", "in"), "b": ("bei",)}
_SITUATING = frozenset(short.partition(" ")[0] for short in (*_SITUATED, *_WHERE))
ASKING_MORE = _FIRST_WORDS | _AFTER | _SHORT_WORDS | _SITUATING
"""Words, folded, for which more forms of a name are tried than `respelt_latin` makes."""
_ANYWHERE = _SHORT_WORDS | _SITUATING


# Ukrainian as Russian would write it: "Симбірськ" is hardly in any list of names.
_RUSSIAN = str.maketrans("іїє", "иие")
_RESPELT = frozenset("ъьіїєi")
_SOFT = re.compile("([сц])ь(?=к)")
# An area's adjective: "Магаданська область" is "Магаданская" in Russian.
_UKRAINIAN_AREA = re.compile("(?<=[сц]ка)(?= (?:область|губерния)$)")
# Serbian and Macedonian as Russian would write it: "Галиција".
_SERBIAN = frozenset("јљњћђџѓќѕ")
_AS_RUSSIAN = (
    *(("ја", "я"), ("је", "е"), ("ју", "ю"), ("ј", "и"), ("љ", "ль"), ("њ", "нь"), ("ћ", "ч")),
    *(("ђ", "дж"), ("џ", "дж"), ("ѓ", "г"), ("ќ", "к"), ("ѕ", "дз")),
)
DOUBLED = "\u0651"
_DOUBLED_LETTER = re.compile(rf"(\w)[\u064b-\u0650]*{DOUBLED}")


def plain_forms(name: str, folded: str) -> Iterator[tuple[str, bool]]:
    """Yield folded forms of a name to try, with whether each was made by more than folding.

    The name itself comes first; then without articles and qualifiers, with abbreviations and
    other ways of writing the same letters spelt out.

    Parameters
    ----------
    name
        The name as written.
    folded
        The same, folded.
    """
    seen = {folded, ""}
    if DOUBLED in name:
        yield fold(doubled(name)), False
    if folded:
        yield folded, False
    for form, guessed in _other_forms(name, folded):
        if form not in seen:
            seen.add(form)
            yield form, guessed


def respelt_latin(folded: str) -> tuple[str, ...]:
    """Return other spellings of a name in plain letters: without umlauts, and in one word."""
    modern = modern_latin(folded)
    return (modern, folded.replace(" ", "")) if " " in folded else (modern,)


def asks_more(words: Sequence[str]) -> bool:
    """Tell whether any such word of a folded name stands where it has that effect."""
    return words[0] in _FIRST_WORDS or words[-1] in _AFTER or not _ANYWHERE.isdisjoint(words)


def modern_latin(folded: str) -> str:
    """Write names in plain letters without what stands for umlauts: "Muehlen" as "Muhlen"."""
    for pair, letter in _MODIFIED:
        folded = folded.replace(pair, letter)
    return folded


def doubled(name: str) -> str:
    """Write the letters out that an Arabic mark doubles: Amman is no Oman."""
    return _DOUBLED_LETTER.sub(r"\1\1", name)


def unqualified(name: str) -> list[str]:
    """Return the folded forms of a name without articles and qualifiers ("île d'Elbe": "elbe")."""
    folded = fold(name)
    bare = fold(_ELIDED.sub("", name.strip()))
    forms = list(_unqualified(folded))
    split = fold(name.replace("'", " ").replace("’", " "))
    forms += [form for form in _unqualified(split) if split != folded]
    return [form for form in (bare, *forms) if form not in {"", folded}]


def _other_forms(name: str, folded: str) -> list[tuple[str, bool]]:
    """Return what a name may also be; repeats are the caller's to leave out.

    A list, for all of it is needed where a name is not known, and that must not take long.
    """
    forms: list[tuple[str, bool]] = []
    if "'" in name or "’" in name:
        forms += _without_elision(name)
    if ":" in name:  # a Swedish word in short: "S:t Petersburg"
        forms.append((fold(name.replace(":", "")), False))
    words = folded.split()
    several = len(words) > 1
    if several:
        forms += _shortened(folded, words)
    if not _SHORT_WORDS.isdisjoint(words):
        for place, word in enumerate(words):
            for full in _SHORTENED.get(word, ()):
                forms.append((" ".join([*words[:place], full, *words[place + 1 :]]), True))
    if several:
        forms += [(form, True) for form in _situated(words)]
        if all(len(word) == 1 for word in words):
            forms.append(("".join(words), False))
    forms += [(form, True) for form in _respelt(folded, words)]
    if not folded.isascii():
        forms += [(form, True) for form in other_endings(folded)]
    return forms


def _without_elision(name: str) -> Iterator[tuple[str, bool]]:
    """Yield a name without what is elided before it ("l'Aquila", "Front d'Aragó")."""
    yield fold(_ELIDED.sub("", name.strip())), False
    split = fold(name.replace("'", " ").replace("’", " "))
    if " " in split:
        yield from _shortened(split, split.split())


def _shortened(folded: str, words: list[str]) -> Iterator[tuple[str, bool]]:
    """Yield a name of several words without those that only tell what it names."""
    if words[0] in _FIRST_WORDS:
        for form in _unqualified(folded):
            yield form, False
            first, _, rest = form.partition(" ")
            if first in _ARTICLES and rest:
                yield rest, False
        for area in _AREAS_BY.get(words[0], ()):
            if folded.startswith(area) and len(folded) - len(area) >= _NO_SHORTER:
                yield folded[len(area) :], True
    if words[-1] in _AFTER:
        yield " ".join(words[:-1]), True


def _situated(words: list[str]) -> Iterator[str]:
    """Yield the name with what tells it from its namesakes written out ("Frankfurt a. M.")."""
    if _SITUATING.isdisjoint(words):
        return
    for count in range(min(_SITUATED_WORDS, len(words) - 1), 1, -1):
        name, short = " ".join(words[:-count]), " ".join(words[-count:])
        for full in _SITUATED.get(short, ()):
            yield f"{name} {full}".strip()
        for full in _WHERE.get(" ".join(words[-count:-1]), ()):
            yield f"{name} {full} {words[-1]}"


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


def _respelt(folded: str, words: list[str]) -> Iterator[str]:
    """Yield other spellings of the same letters."""
    if folded.isascii():
        yield from respelt_latin(folded)
    elif not _RESPELT.isdisjoint(folded):
        old = " ".join(word.removesuffix("ъ") for word in words)
        yield old
        yield old.replace("i", "и").replace("і", "и")
        yield folded.replace("ь", "").replace("ъ", "")
        russian = folded.translate(_RUSSIAN)
        yield russian
        hard = _SOFT.sub(r"\1", russian)
        yield hard
        yield _UKRAINIAN_AREA.sub("я", hard)
    elif not _SERBIAN.isdisjoint(folded):
        russian = folded
        for letter, other in _AS_RUSSIAN:
            russian = russian.replace(letter, other)
        yield russian
        yield serbian_latin(folded)
