"""Town words: what a town has and lends its name to, as it is said in the languages read."""

from __future__ import annotations

from itertools import product
from typing import Final

from exile_map.gazetteer.folding import fold

# Folded as names are; `;` divides.
# What a town has, then how its name is joined to that; "-" joins nothing ("Schloss Orth").
_HAVING: Final = (
    (
        (
            "carcel; prision; penal; presidio; penitenciaria; manicomio; hospital; sanatorio; "
            "castillo; fuerte; campo; campo de concentracion; cuartel; seminario; palacio; "
            "cartuja; minas"
        ),
        "de; del; de la; en; en la",
    ),
    (
        (
            "prisao; cadeia; penitenciaria; carcere; presidio; fortaleza; forte; quartel; "
            "hospital; sanatorio; seminario; colonia penal; palacio; engenho; mosteiro; convento; "
            "missao"
        ),
        "em; de; do; da; no; na",
    ),
    (
        (
            "carcere; carceri; prigione; penitenziario; manicomio; ospedale; sanatorio; forte; "
            "campo; campo di concentramento; caserma; seminario; palazzo; monastero; certosa; "
            "eremo"
        ),
        "di; d; a; ad; in; del; della; presso",
    ),
    (
        (
            "prison; prison centrale; maison d arret; maison centrale; bagne; camp; hopital; "
            "asile; sanatorium; fort; caserne; seminaire; college; lycee; palais; monastere; "
            "chartreuse; prieure; ferme; mines"
        ),
        "de; d; du; de la; a",
    ),
    (
        (
            "prison; gaol; jail; camp; internment camp; hospital; asylum; sanatorium; barracks; "
            "monastery; convent; castle; fort; palace; mines"
        ),
        "in; at; of",
    ),
    (
        (
            "gefangnis; zuchthaus; strafanstalt; kz; konzentrationslager; lager; "
            "internierungslager; ghetto; festung; rittergut; landgut; krankenhaus; spital; "
            "sanatorium; heilanstalt; kaserne; jagdschloss; forsthaus; pfarrhaus; schloss; "
            "kloster; burg"
        ),
        "-; in; bei; zu; von; auf",
    ),
    ("gevangenis; kamp; klooster; ziekenhuis; fort; landgoed; kasteel", "-; in; te; van; bij"),
    ("fangelset; fastningen; sjukhuset; slottet; lagret; faengslet; fengselet", "i; pa; ved; vid"),
    (
        "vezeni; veznice; vaznice; zamek; hrad; klaster; tabor; pevnost; nemocnice; statek",
        "-; v; ve; na; u",
    ),
    (
        (
            "wiezienie; areszt; oboz; dwor; palac; klasztor; twierdza; cytadela; szpital; "
            "majatek; folwark; zamek"
        ),
        "-; w; we; na",
    ),
    (
        (
            "тюрьма; острог; лагерь; больница; госпиталь; рудник; завод; совхоз; колхоз; прииск; "
            "станция; лавра; пустынь; скит; дача; монастырь; крепость; усадьба; имение; лагпункт"
        ),
        "-; в; во; при; на; у",
    ),
    (
        "в'язниця; вязниця; тюрма; табір; лікарня; хутір; лавра; монастир; фортеця; садиба; маєток",
        "-; в; у; на",
    ),
    ("затвор; затвора; манастир; кула; лагер; болница; замак; логор", "-; в; във; на; у"),
    ("zatvor; logor; samostan; manastir; tvrdava; bolnica; dvorac; zapor; grad", "-; u; v; na"),
    (
        (
            "inchisoarea; inchisoare; penitenciarul; schitul; castelul; conacul; cetatea; "
            "lagarul; spitalul; mosia; manastirea"
        ),
        "-; din; de la; de; la",
    ),
    (
        (
            "φυλακη; φυλακεσ; στρατοπεδο; μοναστηρι; μονη; καστρο; φρουριο; κελια; νοσοκομειο; "
            "ανακτορο"
        ),
        "-; στην; στη; στο; τησ; του; των; στα",
    ),
    (
        (
            "سجن; سجون; معتقل; قلعة; دير; مخيم; مستشفى; قصر; حصن; زندان; قلعه; اردوگاه; کاخ; "
            "منفى; ثكنة; ميناء; جامعة; بیمارستان; بندر"
        ),
        "-; في; در",
    ),
    ("כלא; מחנה; מנזר; מבצר; טירת; ארמון; תפיסה; לאגער; מחנה הריכוז; בית הסוהר; גטו", "-; אין; של"),
    (
        (
            "nha nguc; nha tu; nha lao; trai giam; trai; nguc; de lao; kinh thanh; hoang thanh; "
            "thanh; chua; lang tam; benh vien"
        ),
        "-; o; tai",
    ),
    ("penjara; kamp; benteng; istana", "-; di"),
    # More than one of them, or what else a town has.
    ("carceles; prisiones; castillos; ciudadela; alcazar; puerto; catedral; abadia", "de; del; en"),
    ("presos; cidadela; castelo; porto; abadia; catedral", "de; do; da; em"),
    ("prigioni; cittadella; castello; fortezza; porto; lazzaretto; abbazia; rocca", "di; d; a; in"),
    ("prisons; camps; citadelle; rade; port; abbaye; depot", "de; d; du; a"),
    ("preso; prisons; citadel; docks; harbour; port; abbey; workhouse", "in; at; of"),
    ("preson; camp; camp de concentracio; castell; monestir; convent; ciutadella", "de; d; del"),
    ("zitadelle; gefangnisse; straflager; aussenlager; residenz; abtei; stift", "-; in; bei; zu"),
    ("тюрьмы; лагеря; цитадель; централ; пересылка; семинария", "-; в; во; на"),
    ("тюрми; табори; цитадель; семінарія", "-; в; у; на"),
    ("патријаршија; тамница; двор; скит", "-; у; на"),
    ("tamnica; patrijarsija; dvor; utvrda", "-; u; na"),
    ("vezenie; vaznica; kastiel; klastor; pevnost; tabor", "-; v; vo; na"),
)
# The same where it is joined in one way only, or is more often a name of its own ("Villa Clara").
_JOINED: Final = (
    "fortress of; plantation of; chateau de; chateau d; couvent de; couvent d; forteresse de; "
    "manoir de; manoir d; gut; convento di; villa di; monasterio de; hacienda de; hacienda; "
    "estancia de; estancia; fazenda; quinta de; quinta da; quinta do; замок; хутор; тврђава; "
    "крепост; slot; gods; herregard"
)
# What stands behind the name of the town that has it.
_HAD: Final = (
    "gefangnis; vankila; leiri; linna; luostari; kartano; sairaala; pappila; cezaevi; hapishanesi; "
    "zindani; sarayi; manastiri; kampi; konagi; kislasi; hastanesi; bortone; fegyhaz; tabor; "
    "tabora; kolostor; kalejimas; tvirtove; pilis; vienuolynas; lageris; stovykla; dvaras; cietums;"
    "pils; klosteris; muiza; fangelse; fastning; faengsel; fengsel; asylum; hospital; sanatorium; "
    "острог; тюрьма; лагерь; монастырь; крепость; рудник; завод; централ; монастир; фортеця; "
    "тюрма; каторга; крепост; затвор; патријаршија; патриаршия; патріархія; лавра; цитадель; "
    "kvarter; slottet; fangsel; klostret; tukthus; festning; telep; vegvar; bortonok; "
    "kalejimai; lager; citadelle; zitadelle; zuchthaus; stift; patrijarsija; zatvor; "
    "manastir; բանտ; ամրոց; վանք; գյուղ; բերդ; ճամբար; կղզի; ციხე; მონასტერი; ციხესიმაგრე; "
    "ბანაკი; სოფელი; 감옥; 형무소; 수용소; 교도소; 마을; जेल; कारागार; किला; "
    "castle; palace; abbey; priory; monastery; convent; gaol; jail; prison; barracks; camp; "
    "fortress; citadel; dzong; penitentiary; kastely; vara; kastelya; borton; monostor; kalesi; "
    "slott; kloster"
)
# The same of what is no building.
_LAND: Final = "harbour; harbor; bay; valley; common; docks; mission; plantation; ranch; estate"


def _divided(text: str) -> list[str]:
    return [fold(phrase) for phrase in text.split(";")]


def _joined() -> list[str]:
    """Return the ways to say before its name what a town has, if there are several."""
    return [
        f"{word} {joint}".strip()
        for words, joints in _HAVING
        for word, joint in product(_divided(words), _divided(joints))
    ]


_WAYS: Final = _joined()

BEFORE: Final = frozenset((*_WAYS, *_divided(_JOINED)))
"""What stands before the name of the town that has it, folded."""
BEHIND: Final = frozenset(_divided(f"{_HAD}; {_LAND}"))
"""What stands behind it, folded."""
BUILDINGS: Final = frozenset(way.split()[0] for way in (*_WAYS, *_divided(_HAD)))
"""Words that tell of a house, not where it is, folded."""
