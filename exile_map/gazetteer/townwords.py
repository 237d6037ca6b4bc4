"""Town words: what a town has, and what lies near one, as it is said in the languages read.

`nearness` reads them. Folded as names are; `;` divides. Words that other modules have are not
said again.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from exile_map.gazetteer.folding import fold

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
    ("φυλακη; φυλακεσ; στρατοπεδο; μοναστηρι; μονη; καστρο", "-; στην; στη; στο; τησ; του"),
    ("سجن; معتقل; قلعة; دير; مخيم; مستشفى; قصر; حصن; زندان; قلعه; اردوگاه; کاخ", "-; في; در"),
    ("כלא; מחנה; מנזר; מבצר; טירת; ארמון; תפיסה; לאגער; מחנה הריכוז", "-; אין"),
    ("nha nguc; nha tu; nha lao; trai giam; trai; nguc; de lao", "-; o; tai"),
    ("penjara; kamp; benteng; istana", "-; di"),
)
# What stands behind the name of the town that has it.
_HAD: Final = (
    "gefangnis; vankila; leiri; linna; luostari; kartano; sairaala; pappila; cezaevi; hapishanesi; "
    "zindani; sarayi; manastiri; kampi; konagi; kislasi; hastanesi; bortone; fegyhaz; tabor; "
    "tabora; kolostor; kalejimas; tvirtove; pilis; vienuolynas; lageris; stovykla; dvaras; cietums;"
    "pils; klosteris; muiza; fangelse; fastning; faengsel; fengsel; asylum; hospital; sanatorium; "
    "острог; тюрьма; лагерь; монастырь; крепость; рудник; завод; централ; монастир; фортеця; "
    "тюрма; каторга; բանտ; ամրոց; վանք; գյուղ; բերդ; ճամբար; կղզի; ციხე; მონასტერი; "
    "ციხესიმაგრე; ბანაკი; სოფელი; 감옥; 형무소; 수용소; 교도소; 마을; जेल; कारागार; किला"
)
# Near which, before the name and behind it.
_NEARBY: Final = (
    "край; до; при; покрай; langa; aproape de; netoli; prie; salia; pie; netalu no; gan; dekat; k; "
    "opodal; blizu; nedaleč od; aan het; aan de; vid; v blizine; לעבן; נעבן"
)
_NEARBY_BEHIND: Final = (
    "մոտ; մօտ; մոտակայքում; մերձակայքում; მახლობლად; ახლოს; lahella; lahistolla; 부근; 근처; 인근; "
    "교외; के निकट; के पास; yaninda; yakinindaki"
)


def _divided(text: str) -> list[str]:
    return [fold(phrase) for phrase in text.split(";")]


def _joined() -> str:
    """Return all ways to say before its name what a town has."""
    ways = (
        f"{word} {joint.replace('-', '')}".strip()
        for words, joints in _HAVING
        for word, joint in product(_divided(words), joints.split(";"))
    )
    return "; ".join(ways)


HAVING: Final = _joined()
HAD: Final = _HAD
NEARBY: Final = _NEARBY
NEARBY_BEHIND: Final = _NEARBY_BEHIND
