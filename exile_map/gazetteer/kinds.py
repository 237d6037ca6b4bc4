"""Kinds: words for the kind of place that stand before or behind its name ("massif de l'Aurès").

For names that no place has with them. What lies in nature is no town called alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Folded; `;` divides.
_NATURE: Final = (
    "mount; mountain; mountains; massif; lake; lakes; cape; peak; hill; hills; range; valley; "
    "river; bay; gulf; strait; desert; plateau; forest; forests; glacier; volcano; peninsula; "
    "mont; monts; montagne; montagnes; chaine; hauts plateaux; lac; lacs; etang; cap; pic; col; "
    "vallee; riviere; fleuve; baie; golfe; detroit; foret; presquile; gebirge; berg; berge; "
    "bergland; massiv; see; kap; gipfel; pass; tal; fluss; bucht; golf; wald; halbinsel; hochland; "
    "hochebene; macizo; monte; montes; montana; montanas; cerro; cordillera; lago; laguna; cabo; "
    "pico; valle; rio; bahia; golfo; estrecho; selva; peninsula; volcan; meseta; macico; serra; "
    "sierra; lagoa; vale; baia; massiccio; monti; montagna; montagne; capo; picco; passo; fiume; "
    "penisola; altopiano; gebergte; meer; kaap; rivier; baai; massis; serralada; muntanya; "
    "muntanyes; llac; estany; riu; gory; gora; masyw; jezioro; przyladek; rzeka; dolina; zatoka; "
    "przelecz; polwysep; puszcza; hory; hora; pohori; jezero; jazero; mys; reka; udoli; zaliv; "
    "muntii; muntele; masivul; lacul; raul; capul; valea; golful; planina; planine; rijeka; rt; "
    "zaljev; планина; језеро; езеро; горы; гора; массив; хребет; озеро; мыс; река; долина; залив; "
    "полуостров; плоскогорье; плато; перевал; вулкан; горах; озере; реке; гори; масив; мис; ріка; "
    "річка; затока; півострів; рудногірря; ορη; οροσ; λιμνη; ακρωτηριο; ποταμοσ; κοιλαδα; جبل; "
    "جبال; بحیره; راس; نهر; وادی; خلیج; هضبه; صحراء; کوه; کوههای; دریاچه; رود; رودخانه; دماغه; "
    "دره; הר; הרי; ימת; אגמ; נהר; עמק; מפרצ"
)
_SETTLED: Final = (
    "village; hamlet; parish; settlement; township; bourg; bourgade; hameau; commune; paroisse; "
    "localite; dorf; weiler; gemeinde; ort; ortschaft; marktflecken; stadtchen; flecken; pfarrei; "
    "kirchdorf; pueblo; aldea; parroquia; caserio; municipio; localidad; villa; aldeia; vila; "
    "freguesia; povoado; villaggio; paese; borgo; frazione; comune; parrocchia; borgata; dorp; "
    "gehucht; gemeente; poble; byn; socken; samhallet; landsbyen; sogn; bygda; wies; osada; "
    "miasteczko; parafia; kolonia; gmina; vesnice; obec; mestys; mestecko; farnost; dedina; satul; "
    "comuna; orasul; selo; mjesto; село; место; деревня; д; с; пос; поселок; слобода; станица; "
    "хутор; местечко; м; аул; кишлак; улус; селение; селище; містечко; хутір; χωριο; κωμη; قریه; "
    "بلده; روستای; دهکده; قصبه; כפר; מושבה; עיירת; שטעטל; דארפ; գյուղ; სოფელი; დაბა"
)
# What joins them to the name, and the articles before that, as they are written.
_JOINT: Final = re.compile(
    r"^(?:(?:de|di|do|da|du|des|del|della|delle|dei|degli|dos|das|of|von|van)\s+)?"
    r"(?:(?:the|la|le|les|el|los|las|il|der|des)\s+|(?:d|l|dell|de l)['’]\s*)?"
    r"(?:l['’])?(?=\w)",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"^(?:(?:the|la|le|les|el|los|las|il|lo|i|gli|o|a|os|as|der|die|das|het|de|els|les)\s+|l['’]\s*)",
    re.IGNORECASE,
)
# The same behind names, as they are written.
_BEHIND: Final = re.compile(
    r"(?:(?<=\w)(?:山地|山脈|山脉|高原|盆地|半島|半岛|群島|群岛|諸島|諸岛|列島|平原|沙漠|砂漠)|"
    r"\s?(?:산맥|산지|고원|반도|평원|사막)|"
    r"[\s-](?:hegység|fennsík|dağları|dağı|gölü|nehri|yaylası|vadisi|körfezi|mountains|hills|"
    r"range|plateau|լեռներ|լեռ|լիճ|მთა|ტბა|पर्वत|पहाड़|झील))$",
    re.IGNORECASE,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split("; "))


_NATURAL: Final = _words(_NATURE)
FIRST_WORDS: Final = _NATURAL | _words(_SETTLED)
"""Words, folded, for kinds of places before their names."""
WORDS: Final = FIRST_WORDS | {"mountains", "hills", "range", "plateau"}
"""Words of plain letters, folded, by which a name may say its kind."""
_SHORTEST: Final = 3  # letters, of a name in an alphabet


class Bare(NamedTuple):
    """A name without the word for its kind.

    Parameters
    ----------
    name
        What is left of it, as written.
    natural
        Whether that is no town.
    """

    name: str
    natural: bool


def may_say(name: str, words: Sequence[str]) -> bool:
    """Tell quickly whether a name may have a word for its kind.

    Parameters
    ----------
    name
        The name as written.
    words
        Its folded words.
    """
    if not words[1:] and name.isascii():
        return False
    return not FIRST_WORDS.isdisjoint(words[:2]) or bool(_BEHIND.search(name))


def without_kind(name: str) -> Iterator[Bare]:
    """Yield a name without a word for its kind before or behind it.

    Parameters
    ----------
    name
        The name as written.
    """
    plain = _ARTICLE.sub("", name)
    first, _, rest = plain.partition(" ")
    word = fold(first.rstrip("."))
    if rest and word in FIRST_WORDS:
        bare = _JOINT.sub("", rest.strip())
        if len(bare) >= _SHORTEST and not bare[0].islower():
            yield Bare(bare, natural=word in _NATURAL)
    before = _BEHIND.sub("", plain)
    if before != plain and len(before) > 1:
        yield Bare(before, natural=True)
