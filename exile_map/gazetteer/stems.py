"""Stems: what a name may be where no word about it asks for a case, in the languages that decline.

"pod Krakowem" is near Kraków, "Բաքվի բանտ" the prison of Baku. Every form is only one to try.
"""

from __future__ import annotations

from typing import Final

# How names end after words that ask for a case, and how they may end by themselves.
_ENDINGS: Final = (
    ("ові", ("ів", "ов")), ("єві", ("їв",)), ("еві", ("ів", "ев")),
    ("ьою", ("ь",)), ("євом", ("їв",)), ("овом", ("ів", "ов")), ("ием", ("ий",)), ("єва", ("їв",)),
    ("ова", ("ів", "ов")), ("ева", ("ев",)), ("ською", ("ська",)), ("ской", ("ская",)),
    ("ском", ("ск", "ское")), ("ським", ("ськ", "ський")), ("ским", ("ский",)), ("ою", ("а",)),
    ("ею", ("я",)), ("ой", ("а",)), ("ей", ("я",)), ("ом", ("", "о")), ("ем", ("", "ь", "е")),
    ("ью", ("ь",)), ("ы", ("а",)), ("и", ("а", "ь", "я")), ("ії", ("ія",)), ("ії", ("ия",)),
    ("а", ("", "о")), ("я", ("ь", "й", "е")), ("ња", ("ње",)), ("у", ("", "о")),
    ("е", ("а", "", "о")), ("і", ("а", "", "о")),
    ("iem", ("", "ie")), ("em", ("", "o")), ("ą", ("a",)), ("ou", ("a",)), ("y", ("a", "")),
    ("ie", ("a", "")), ("i", ("a", "")), ("a", ("", "o")), ("u", ("", "o")), ("e", ("a",)),
    # A vowel that flees where an ending follows: "під Віднем" is near Відень
    ("нем", ("ень", "ен")), ("лем", ("ель",)), ("цем", ("ець", "ец")), ("лом", ("ёл", "ел")),
    ("цом", ("ец",)), ("ьцом", ("ец",)), ("ком", ("ок", "ек")), ("ля", ("ель",)),
    ("ця", ("ець",)), ("ца", ("ец",)),
    ("niem", ("eń", "ień", "ń")), ("kiem", ("ek",)), ("cem", ("iec", "ec")), ("nia", ("eń",)),
    ("ka", ("ek",)), ("ca", ("iec", "ec")), ("ně", ("eň", "na", "no")), ("ce", ("ec",)),
    ("ze", ("ha", "ga")), ("зі", ("га",)), ("dni", ("deň",)), ("ni", ("ň",)), ("niu", ("ń",)),
    ("dzi", ("dź",)), ("ch", ("e", "y")), ("ах", ("ы", "и")), ("ях", ("и",)), ("iu", ("",)),
    ("nie", ("no", "na", "ń", "n", "nia")), ("wie", ("w", "wa", "wo")), ("dzie", ("d", "da")),
    ("cie", ("t", "ta", "to")), ("rze", ("r", "ra")), ("le", ("l", "ł", "ła", "ło")),
    ("owie", ("ów",)), ("owa", ("ów",)), ("odzi", ("ódź",)), ("ach", ("e", "y", "i", "a")),
    ("ymstoku", ("ystok",)), ("ymstokiem", ("ystok",)), ("egostoku", ("ystok",)),
    ("een", ("e",)), ("љу", ("ље",)), ("ља", ("ље",)), ("ու", ("ի",)), ("ech", ("ce", "y", "e")),
    ("iach", ("ie", "e")), ("ích", ("e",)), ("zni", ("zeň",)),
    ("ic", ("ice",)), ("íc", ("ice",)), ("źnie", ("zna",)), ("śnie", ("sno", "sna")),
    ("ska", ("sko",)), ("ści", ("ść",)), ("ele", ("ely",)), ("ле", ("ёл", "ел", "ль", "ла")),
    ("де", ("дь", "да")), ("аж", ("",)), ("ові", ("ів",)), ("овці", ("овець",)),
    # Lithuanian, Latvian
    ("iaus", ("ius",)), ("aus", ("us",)), ("io", ("is", "ys", "ias")), ("o", ("as", "a")),
    ("ės", ("ė",)), ("os", ("a",)), ("ų", ("os", "ai", "iai")), ("as", ("a",)),
    # Finnish, Turkish, Hungarian
    ("an", ("a",)), ("en", ("i", "e")), ("un", ("u",)), ("on", ("o",)), ("in", ("i",)),
    ("n", ("",)), ("'nin", ("",)), ("’nin", ("",)), ("i", ("",)),
    # Greek
    ("ής", ("ή",)), ("άς", ("ά",)), ("ού", ("ός", "ό", "ί")), ("ών", ("ά", "ές")),
    ("ης", ("η", "α")), ("ας", ("α",)), ("ου", ("ος", "ο", "ι")), ("ων", ("α", "ες", "αι")),
    # Armenian, Georgian
    ("վի", ("ու",)), ("ի", ("",)), ("այի", ("ա",)), ("ის", ("ი", "")), ("იის", ("ია",)),
    ("ს", ("",)),
)  # fmt: skip
# Adjectives of towns, by which districts and what is in a town are called.
_ADJECTIVES: Final = (
    ("инский", ("а", "", "ин", "инск")), ("инская", ("а", "", "ин", "инск")),
    ("инское", ("а", "", "ин")), ("овский", ("ов", "", "овск", "ва")),
    ("овская", ("ов", "", "овск", "ва")), ("евский", ("ев", "", "евск")),
    ("цкий", ("цк", "ц", "к", "ч")), ("цкая", ("цк", "ц", "к")),
    ("ский", ("ск", "", "ы", "а", "и")), ("ская", ("ск", "", "ы", "а", "ия", "ь")),
    ("ское", ("ск", "", "ы", "а")), ("ской", ("а", "ь", "")), ("одский", ("да", "од")),
    ("одская", ("да", "од")), ("инський", ("а", "", "ин")), ("івський", ("ів", "", "ова")),
    ("цький", ("цьк", "ць", "ч", "к")), ("цька", ("ця", "ць", "цьк", "ч")),
    ("ський", ("ськ", "", "и", "а")), ("ська", ("ськ", "", "и", "ія", "ь", "а")),
    ("ський", ("",)), ("skie", ("sk", "", "y", "i")), ("ckie", ("ce", "ck", "cz", "k")),
    ("eński", ("no", "en", "eń")), ("ieński", ("no", "ien", "ień")), ("dzieński", ("dno",)),
    ("eńska", ("no", "en", "eń")), ("ieńska", ("no",)), ("owski", ("ów", "owo", "owa", "owy")),
    ("owska", ("ów", "owo", "owa", "owy")), ("ński", ("ń", "n", "na", "no", "nia")),
    ("ńska", ("ń", "n", "na", "no", "nia")), ("ska", ("sk", "", "y", "a")),
    ("owskie", ("ów", "owo")), ("ńskie", ("ń", "n", "na", "no")),
    ("ostocki", ("ystok",)), ("ostockie", ("ystok",)), ("енско", ("а", "ен")),
    ("енска", ("а", "ен")), ("енски", ("а", "ен")), ("ווער", ("", "ע")), ("ער", ("", "ע")),
    ("ski", ("sk", "", "y", "a")), ("cki", ("ck", "ce", "cz", "k")), ("ský", ("sko", "", "y")),
    ("ská", ("sko", "", "y")), ("ské", ("sko", "", "y")), ("er", ("", "en")), ("i", ("",)),
    # Serbian, Croatian, Bulgarian
    ("ка", ("",)), ("ки", ("",)), ("чка", ("к", "ц", "ч", "ка")),
    ("ски", ("", "а", "о", "ск", "ово")), ("ска", ("", "а", "о", "ск", "ово")),
    ("ско", ("", "а", "о")), ("ka", ("",)), ("čka", ("k", "c")),
    ("ska", ("", "a", "o")), ("sko", ("", "a", "o")),
)  # fmt: skip
# The same of an adjective before a noun, whose gender is not looked at: "w Nowej Hucie".
_BEFORE_NOUN: Final = (
    ("ого", ("ый", "ий", "ой", "ое")), ("его", ("ий", "ее")), ("ому", ("ий", "ый", "е")),
    ("ому", ("ое",)), ("ом", ("ый", "ий", "ой", "ое", "и", "о")), ("ем", ("ий", "ее")),
    ("ой", ("ая",)), ("ей", ("яя",)), ("ую", ("ая",)), ("ых", ("ые",)), ("их", ("ие", "і")),
    ("ым", ("ый", "ые", "ое")), ("им", ("ий", "ие", "е")), ("ої", ("а",)), ("ій", ("а",)),
    ("ою", ("а",)), ("ог", ("и", "о")), ("ога", ("и", "о")), ("ој", ("а",)), ("им", ("и",)),
    ("ego", ("y", "e")), ("iego", ("i", "ie")), ("ej", ("a", "e")), ("iej", ("a", "ia")),
    ("ym", ("y", "e")), ("im", ("i", "ie")), ("ych", ("e",)), ("ich", ("ie",)),
    ("ém", ("ý", "é")), ("ého", ("ý", "é")), ("é", ("á",)), ("ých", ("é",)), ("ým", ("ý", "é")),
    ("om", ("i", "o")), ("og", ("i", "o")), ("oga", ("i", "o")), ("oj", ("a",)),
    ("ας", ("α",)), ("ου", ("ος", "ο")), ("ων", ("οι", "ες", "α")),
)  # fmt: skip
_MOST_PAIRS: Final = 40
_SHORTEST_STEM: Final = 2  # letters
_SHORTEST_ADJECTIVE: Final = 3


def uninflected(name: str) -> list[str]:
    """Return what a name of one word or two may be where nothing asks for a case.

    Parameters
    ----------
    name
        The name as written.
    """
    first, _, noun = name.rpartition(" ")
    if not first:
        return _with_other_endings(name, _ENDINGS, _SHORTEST_STEM)
    if " " in first:
        return []
    nouns = [noun, *_with_other_endings(noun, _ENDINGS, _SHORTEST_STEM)]
    firsts = _with_other_endings(first, _BEFORE_NOUN, _SHORTEST_STEM)
    return [f"{one} {other}" for one in firsts for other in nouns][:_MOST_PAIRS]


def of_adjective(word: str) -> list[str]:
    """Return what towns may have lent their name to an adjective ("Нерчинский": Нерчинск).

    Parameters
    ----------
    word
        The adjective as written, or folded.
    """
    return _with_other_endings(word, _ADJECTIVES, _SHORTEST_ADJECTIVE)


def _with_other_endings(
    name: str, endings: tuple[tuple[str, tuple[str, ...]], ...], least: int
) -> list[str]:
    forms = [
        name[: -len(ending)] + own
        for ending, owns in endings
        if name.endswith(ending) and len(name) - len(ending) >= least
        for own in owns
    ]
    return list(dict.fromkeys(forms))
