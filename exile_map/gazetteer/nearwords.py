"""Near words: what says in many languages that a place lies near another, or in it."""

from __future__ import annotations

from typing import Final

from exile_map.gazetteer.folding import fold

QUALIFYING: Final = (
    "near", "nearby", "outside", "outside of", "around", "pres de", "pres d", "aux environs de",
    "environs de", "banlieue de", "bei", "nahe", "in der nahe von", "umgebung von", "raum",
    "cerca de", "alrededores de", "vicino a", "presso", "dintorni di", "perto de", "arredores de",
    "около", "близ", "под", "kolo", "pod", "okolice",
)  # fmt: skip
"""Words for "near" that may also only qualify a name, so that it is looked for without them."""
# The others; what follows such words is the place near which. Folded; `;` divides.
_BEFORE: Final = {
    "en": "nr; near to; close to; outskirts of; the outskirts of; suburb of; suburbs of; the "
    "suburbs of; not far from; vicinity of; in the vicinity of; environs of; just outside",
    "fr": "pres du; pres des; pres; aux environs d; banlieue d; non loin de; non loin d; aux "
    "abords de; a cote de; a proximite de; dans les environs de; a la peripherie de",
    "de": "nahe bei; unweit; unweit von; bei der; beim; vor den toren von; in der umgebung von",
    "es": "cerca del; afueras de; en las afueras de; en los alrededores de; proximo a; junto a; "
    "en las cercanias de; cercanias de; a las afueras de",
    "it": "vicino ad; vicino; nei pressi di; nei dintorni di; periferia di; fuori; alle porte di",
    "pt": "perto do; perto da; nos arredores de; proximo de; nas cercanias de; junto de",
    "ca": "prop de; prop d; a prop de; afores de; als afores de; voltants de; als voltants de; a "
    "la vora de; rodalia de; rodalies de",
    "ru": "возле; вблизи; недалеко от; неподалеку от; невдалеке от; окрестности; в окрестностях; "
    "пригород; у; поблизости от; рядом с",
    "uk": "біля; поблизу; під; неподалік; неподалік від; недалеко від; околиці; околиця; в "
    "околицях; коло; передмістя",
    "pl": "kolo miasta; w poblizu; poblize; niedaleko; niedaleko od; w okolicach; w okolicy; "
    "okolica; nieopodal",
    "cs": "u; pobliz; nedaleko; blizko; v blizkosti; okoli; v okoli; pri; nedaleko od; okolie; "
    "v blizkosti mesta; nablizku",
    "sr": "kod; blizu; u blizini; pokraj; okolica; u okolici; nedaleko od; код; близу; у "
    "близини; крај; поред; надомак; околина; у околини; недалеко од",
    "bg": "краи; до; при; покраи; близо до; околностите на; в околностите на; недалеч от",
    "ro": "langa; de langa; aproape de; in apropiere de; in apropierea; imprejurimile; in "
    "imprejurimile; imprejurimi",
    "sv": "nara; utanfor; i narheten av; trakten av; i trakten av; vid; naer; ved; i naerheden "
    "af; i naerheten av; omegnen af; i omegnen af; omegnen av; i omegnen av; uden for; utenfor; "
    "udenfor",
    "nl": "bij; nabij; in de buurt van; vlakbij; omgeving van; de omgeving van; in de omgeving "
    "van; aan het; aan de",
    "ar": "قرب; بالقرب من; بجوار; ضواحي; ضاحیه; من ضواحي; في ضواحي; بقرب; جوار; بضواحي",
    "fa": "نزدیک; در نزدیکی; نزدیکی; حومه; اطراف; در حومه; در اطراف; حوالی; در حوالی",
    "he": "ליד; סמוך ל; בקרבת; על יד; פרברי; סביבות; בסביבות; סביבת; בסביבת",
    "el": "κοντα στην; κοντα στη; κοντα στο; κοντα στον; κοντα στα; κοντα σε; εξω απο; εξω απο την;"
    "εξω απο τη; εξω απο το; εξω απο τον; περιξ; περιχωρα; περιχωρα τησ; περιχωρα του; περιχωρα "
    "των; στα περιχωρα τησ; στα περιχωρα του; πλησιον; πλησιον τησ; πλησιον του",
    "others": "langa; netoli; prie; salia; pie; netalu no; gan; dekat; k; opodal; nedaleč od; v "
    "blizine; לעבן; נעבן; ביי",
}  # fmt: skip
# The same where the place near which stands before them: Turkish, Hungarian, Armenian, Hindi …
_BEHIND: Final = (
    "yakinlari; yakininda; yakinlarinda; yakini; civari; civarinda; mellett; melletti; kozeleben; "
    "kornyeke; kornyeken; hataraban; kozelebol; cevresi; cevresinde; yakinlarindaki; civarindaki; "
    "մոտ; մօտ; մոտակայքում; մերձակայքում; շրջակայք; շրջակայքում; მახლობლად; ახლოს; "
    "შემოგარენი; შემოგარენში; lahella; lahistolla; 부근; 근처; 인근; 교외; 근교; 부근의; 근처의; "
    "인근의; 교외의; 근교의; के निकट; के पास; के नज़दीक; के आसपास; yaninda; yakinindaki"
)
_SIDES: Final = (
    "north of; south of; east of; west of; northeast of; northwest of; southeast of; southwest of; "
    "au nord de; au sud de; a l est de; a l ouest de; nordlich von; sudlich von; ostlich von; "
    "westlich von; al norte de; al sur de; al este de; al oeste de; a nord di; a sud di; a est di; "
    "a ovest di; ao norte de; ao sul de; a leste de; a oeste de; к северу от; к югу от; "
    "к востоку от; к западу от; севернее; южнее; восточнее; западнее; на північ від; на південь "
    "від; на схід від; на захід від; na polnoc od; na poludnie od; na wschod od; na zachod od"
)
# Words that join what a town has to its name, where more stands between: "Escola Naval do Rio".
JOINTS: Final = frozenset(
    (
        *("in", "at", "of", "near", "de", "du", "d", "des", "del", "do", "da", "dos", "das", "di"),
        *("a", "em", "no", "na", "en", "dell", "della", "w", "we", "v", "ve", "u", "i", "pa"),
        *("zu", "bei", "im", "am", "von", "te", "bij", "ved", "vid", "din", "la", "在"),
        *("в", "во", "у", "при", "під", "на", "код", "във", "край", "στη", "στην", "στο", "στον"),
        *("του", "τησ", "في", "در", "ب"),
    )
)  # fmt: skip
# Those of them that say where it stands, not after what it is called: "Spital Sf. Ana din Iași".
LOCATING: Final = frozenset(
    (
        *("in", "at", "a", "en", "em", "no", "na", "im", "zu", "te", "i", "pa", "ved", "vid", "w"),
        *("we", "v", "ve", "vo", "u", "kraj", "din", "в", "во", "у", "във", "στη", "στην"),
        *("στο", "στον", "στα", "εισ", "فی", "در", "אין", "אינ", "ở", "tai"),
    )
)
"""Words, folded, that say "in" or "at" before a town."""
# Words before a name that never change it.
ASKING_NOTHING: Final = frozenset(
    (
        *("in", "at", "of", "near", "de", "du", "d", "des", "del", "da", "dos", "das", "di", "en"),
        *("em", "no", "dell", "della", "im", "am", "von", "zu", "bei", "te", "bij", "ved", "vid"),
        *("i", "pa", "din", "la", "tai"),
    )
)


def _phrases(text: str) -> set[str]:
    return {fold(phrase) for phrase in text.split(";") if phrase.strip()}


NEAR: Final = frozenset(QUALIFYING).union(*map(_phrases, _BEFORE.values()))
"""Phrases, folded, that say "near" before a town."""
ASIDE: Final = frozenset(_phrases(_SIDES))
"""The same that say on which side of it."""
AFTER: Final = frozenset(_phrases(_BEHIND))
"""Phrases, folded, that say "near" behind a town."""


def may_hold(name: str) -> bool:
    """Tell at once of a name whether it may hold another: in plain letters, with capitals only.

    Parameters
    ----------
    name
        The name as written.
    """
    return not name.isascii() or ((" " in name or ":" in name) and not name.islower())
