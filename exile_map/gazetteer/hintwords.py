"""Hint words: what districts and provinces are called in short beside a name ("р-н", "jud.")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.stems import of_adjective, uninflected
from exile_map.gazetteer.townwords import BUILDINGS

if TYPE_CHECKING:
    from collections.abc import Iterator


def _folded(words: str) -> frozenset[str]:
    """Return words that `;` divides, folded."""
    return frozenset(fold(word) for word in words.split(";")) - {""}


_TELLING: Final = 4  # letters
# Kinds of areas, whole and in short, before their names or behind them; `;` divides.
_AREAS: Final = _folded(
    "обл; область; губ; губерния; губернія; уезд; у; уѣзд; повет; повіт; пов; округ; окр; р-н; "
    "район; рн; край; волость; вол; воеводство; воєводство; наместничество; асср; ссср; сср; "
    "асср; арср; рср; бсср; усср; республика; республіка; ао; нао; автономия; губернія; ст; "
    "обл; околия; община; окръг; бановина; срез; okr; okres; okr; kr; kraj; kreis; lkr; ldkr; "
    "bez; bezirk; reg-bez; prov; provinz; gouv; gouvernement; obw; obwod; woj; województwo; "
    "pow; powiat; gub; gubernia; gm; gmina; ziemia; rej; rejon; župa; zupanija; srez; kotar; "
    "jud; judetul; judet; raionul; tinutul; com; comuna; plasa; aps; apskritis; apskr; r; raj; "
    "rajonas; sav; valsc; valscius; sen; kras; krastas; sritis; apr; apriņķis; novads; pag; "
    "kr; sn; socken; hd; harad; lan; landskap; amt; fylke; herred; kommune; lääni; kunta; "
    "pitaja; megye; vm; varmegye; jaras; vmegye; assr; asnt; assr; sntl; snt; ssr; sfsr; ao; "
    "ili; ilcesi; kazasi; vilayeti; sancagi; livasi; eyaleti; il; ilce; kaza; vilayet; nahiyesi"
    "; co; county; shire; dept; dep; departamento; departement; dto; pcia; provincia; prov; "
    "edo; estado; est; mpio; municipio; conc; concelho; distrito; dist; district; distr; "
    "freguesia; comarca; partido; canton; cant; arr; arrondissement; tp; twp; township; par; "
    "parish; state; territory; terr; region; reg; regione; ducato; contado; tinh; huyen; quan; "
    "phu; xa; tong; ज़िला; जिला; जिले; ज़िले; प्रांत; राज्य; रियासत; νομός; ν; επαρχία; επ; δήμος; գավառ; "
    "մարզ; նահանգ; շրջան; վիլայեթ; მხარე; მაზრა; გუბერნია; რაიონი; მუნიციპალიტეტი; ولاية; "
    "محافظة; قضاء; إقليم; لواء; متصرفية; استان; شهرستان; ولایت; بخش; מחוז; פלך; נפת; גליל; "
    "גוב; גובערניע; געגנט; 군; 도; 현; 성; 주"
)
# The same in names that stand by themselves, where few letters may be anything.
_CALLED_AREAS: Final = frozenset(
    word for word in _AREAS if len(word) >= _TELLING or (len(word) > 1 and not word.isascii())
) | {"aps", "gub", "jud", "obl", "obw", "okr", "woj"}
# Parts of a land, as words of their own and as German and its neighbours put them before a name.
_PARTS: Final = _folded(
    "north; northern; south; southern; east; eastern; west; western; upper; lower; central; "
    "nord; sud; est; ouest; oriental; orientale; occidental; occidentale; septentrional; "
    "meridional; haut; haute; bas; basse; superieur; inferieur; norte; sur; este; oeste; leste;"
    "sul; alto; alta; bajo; baja; baixo; baixa; settentrionale; meridionale; superiore; "
    "inferiore; nordlich; sudlich; ostlich; westlich; nördliches; südliches; noord; zuid; oost;"
    "west; norra; södra; östra; västra; nordre; søndre; østre; vestre; övre; nedre; pohjois; "
    "etelä; itä; länsi; северный; северная; северное; южный; южная; южное; восточный; "
    "восточная; восточное; западный; западная; западное; верхняя; верхний; нижняя; нижний; "
    "центральная; средняя; сев; южн; вост; зап; північна; північний; південна; південний; "
    "східна; східний; західна; західний; półn; płd; wsch; zach; północny; północna; południowy;"
    "południowa; wschodni; wschodnia; zachodni; zachodnia; górny; górna; górne; dolny; dolna; "
    "dolne; severní; jižní; východní; západní; horní; dolní; severna; južna; istočna; zapadna; "
    "северна; јужна; източна; источна; западна; gornja; donja; горња; доња; felső; alsó; észak;"
    "észak; dél; kelet; nyugat; kuzey; güney; doğu; batı; yukarı; aşağı; šiaurės; pietų; rytų; "
    "vakarų; de nord; de sud; de est; de vest; rasarit; apus; βόρεια; νότια; ανατολική; δυτική;"
    "δυτ; ανατ; άνω; κάτω; شمال; جنوب; شرق; غرب; شمالی; جنوبی; شرقی; غربی; צפון; דרום; מזרח; "
    "מערב; հյուսիսային; հարավային; արևելյան; արևմտյան; ჩრდილოეთ; სამხრეთ; აღმოსავლეთ; დასავლეთ;"
    "북부; 남부; 동부; 서부"
)
SAYING_AREA: Final = _CALLED_AREAS | _PARTS
"""Words, folded, by which `is_area` or `is_part` tell a name of several."""
_GERMAN_PARTS: Final = (
    "nord", "sud", "ost", "west", "ober", "unter", "nieder", "mittel", "hinter", "vorder", "inner",
)  # fmt: skip
# Names in short, and as they are written in full.
_IN_FULL: Final = {
    "jav": "usa", "eeuu": "usa", "ee uu": "usa", "e u a": "usa", "eua": "usa", "сша": "usa",
    "usa": "usa", "vsa": "usa", "vs": "usa", "ссср": "soviet union", "срср": "soviet union",
    "zsrr": "soviet union", "sssr": "soviet union", "urss": "soviet union", "tsrs": "soviet union",
    "cccp": "soviet union", "udssr": "soviet union", "szovjetunio": "soviet union",
    "nsvl": "soviet union", "sscb": "soviet union", "гдр": "german democratic republic",
    "ddr": "german democratic republic", "rda": "german democratic republic",
    "nrd": "german democratic republic", "ndr": "german democratic republic",
    "brd": "germany", "фрг": "germany", "rfa": "germany", "rfn": "germany", "nsr": "germany",
    "rsfsr": "russia", "рсфср": "russia", "бсср": "belarus", "усср": "ukraine", "урср": "ukraine",
    "u k": "united kingdom", "g b": "united kingdom", "gt britain": "united kingdom",
    "ch": "switzerland", "schw": "switzerland", "u s": "usa", "u s a": "usa",
    "r c": "china", "п р": "puerto rico", "p r": "puerto rico", "d f": "mexico city",
    "n l": "netherlands", "b w i": "jamaica", "b c a": "malawi", "z a r": "transvaal",
    "o f s": "orange free state", "c c": "cape colony", "n z": "new zealand",
    "ag": "aargau", "be": "bern", "bl": "basel landschaft", "bs": "basel stadt", "fr": "fribourg",
    "ge": "geneva", "gr": "graubunden", "lu": "lucerne", "ne": "neuchatel", "ow": "obwalden",
    "nw": "nidwalden", "sg": "st gallen", "sh": "schaffhausen", "sz": "schwyz", "tg": "thurgau",
    "ti": "ticino", "ur": "uri", "vd": "vaud", "vs valais": "valais", "zg": "zug", "zh": "zurich",
    "mich": "michoacan", "jal": "jalisco", "gto": "guanajuato", "oax": "oaxaca", "ver": "veracruz",
    "pue": "puebla", "qro": "queretaro", "chih": "chihuahua", "coah": "coahuila", "dgo": "durango",
    "mor": "morelos", "tamps": "tamaulipas", "yuc": "yucatan", "zac": "zacatecas", "son": "sonora",
    "sin": "sinaloa", "s l p": "san luis potosi", "slp": "san luis potosi", "gro": "guerrero",
    "hgo": "hidalgo", "tab": "tabasco", "chis": "chiapas", "nay": "nayarit", "camp": "campeche",
    "meckl": "mecklenburg", "pomm": "pomerania", "ostpr": "east prussia", "westpr": "west prussia",
    "schles": "silesia", "thur": "thuringia", "bay": "bavaria", "wurtt": "wurttemberg",
    "sa": "saxony", "bad": "baden", "hess": "hesse", "holst": "holstein", "westf": "westphalia",
    "steierm": "styria", "karnten": "carinthia", "n o": "lower austria", "o o": "upper austria",
    "no": "lower austria", "oo": "upper austria", "stmk": "styria", "sbg": "salzburg",
    "mor sl": "moravia", "bohm": "bohemia", "mahr": "moravia", "galiz": "galicia",
    "bukow": "bukovina", "siebenb": "transylvania", "ung": "hungary", "osterr": "austria",
}  # fmt: skip
# Words that join a kind of area to its name: "concelho de Lisboa".
_OF: Final = frozenset(("de", "del", "di", "do", "da", "du", "d", "of", "von", "van"))
# What else a town may be told as, that names of towns begin with, too.
_TOWNSHIPS: Final = frozenset(
    (
        *("commune", "comune", "gemeinde", "gem", "gde", "pueblo", "aldea", "aldeia", "obec"),
        *(
            "gmina",
            "frazione",
            "freguesia",
            "localidad",
            "village",
            "town",
            "ville",
            "stadt",
            "ciudad",
            "cidade",
            "grad",
            "comuna",
        ),
    )
)
_LEFT: Final = 2  # letters
_LEFT_OF_COMPOUND: Final = 5


def in_full(folded: str) -> str:
    """Return what a folded hint is short for; empty where it is not known to be.

    Parameters
    ----------
    folded
        The folded hint.
    """
    return _IN_FULL.get(folded, "")


def bare_forms(text: str) -> Iterator[str]:
    """Yield the forms of a hint that leave out what kind or part of an area it names.

    Also those in which the area's name may stand by itself: "Vilkaviškio aps." is about
    Vilkaviškis, "Магаданська обл." about Магадан, "Nordböhmen" a part of Böhmen.

    Parameters
    ----------
    text
        The hint as written.
    """
    words = text.replace("-", "").replace(".", ". ").split()
    words = words[1:] if len(words) > 1 and fold(words[0]) in _TOWNSHIPS else words
    kept = [word for word in words if fold(word) not in _AREAS]
    whole = [word for word in kept if fold(word) not in _PARTS]
    while len(kept) < len(words) and kept[:-1] and fold(kept[0]) in _OF:
        kept, whole = kept[1:], [word for word in whole if word is not kept[0]]
    name, wider = (" ".join(some).strip(" .,") for some in (kept, whole))
    if len(fold(name)) < _LEFT:
        return
    if len(kept) < len(words):
        yield name
        if len(kept) == 1:
            yield from (f"{name} {word}" for word in ("область", "губерния"))
    if whole and len(whole) < len(kept):
        yield wider
    if len(whole) == 1:
        yield from (f for f in (*of_adjective(wider), *uninflected(wider)) if len(f) > _LEFT)
        folded = fold(wider)
        for part in _GERMAN_PARTS:
            if folded.startswith(part) and len(folded) - len(part) >= _LEFT_OF_COMPOUND:
                yield folded.removeprefix(part)


def is_no_hint(text: str) -> bool:
    """Tell whether what stands beside a name says what it was to them, not where it is.

    "Ustica (confino)"; or names a house in it: "Боровск, Пафнутьев монастырь".

    Parameters
    ----------
    text
        What stands there.
    """
    folded = fold(text)
    return bool(not_a_place(folded)) or not BUILDINGS.isdisjoint(folded.split())


def is_area(folded: str) -> bool:
    """Tell whether a folded name says that it is that of a district or province."""
    return " " in folded and not _CALLED_AREAS.isdisjoint(folded.split())


def is_part(folded: str) -> bool:
    """Tell whether a folded name says that it is that of a part of a land ("Maroc oriental")."""
    return " " in folded and not _PARTS.isdisjoint(folded.split())
