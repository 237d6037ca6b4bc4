"""Heirs: which states of the past, and what they held, readers call by a country of today."""

from __future__ import annotations

from typing import Final

_HEIRS: Final = {
    "AT": "austria-hungary austrian-empire",
    "BE": "belgian-congo congo-free-state ruanda-urundi",
    "CD": "belgian-congo congo-free-state zaire",
    "CN": "qing-china",
    "CO": "gran-colombia republic-of-new-granada",
    "CZ": "czechoslovakia protectorate-bohemia-moravia",
    "DE": "german-empire nazi-germany west-germany east-germany german-confederation prussia"
    " holy-roman-empire german-east-africa",
    "DK": "danish-west-indies denmark-norway",
    "EG": "anglo-egyptian-sudan khedivate-of-egypt united-arab-republic",
    "ES": "new-spain spanish-florida spanish-sahara",
    "FR": "cochinchina dahomey french-algeria french-india french-indochina"
    " french-mandate-syria-lebanon saint-domingue upper-volta",
    "GB": "aden-colony anglo-egyptian-sudan british-india british-malaya british-north-borneo burma"
    " cape-colony ceylon ionian-islands-state mandatory-iraq mandatory-palestine natal rhodesia"
    " straits-settlements tanganyika transjordan",
    "HU": "austria-hungary",
    "IN": "british-india",
    "IR": "persia",
    "IT": "fiume-free-state italian-east-africa kingdom-of-sardinia republic-of-venice",
    "JP": "chosen-japanese-korea kwantung manchukuo",
    "KP": "joseon korean-empire chosen-japanese-korea",
    "KR": "joseon korean-empire chosen-japanese-korea",
    "LK": "ceylon",
    "LT": "polish-lithuanian-commonwealth",
    "MD": "moldavia",
    "MM": "burma",
    "MX": "new-spain",
    "NL": "batavian-republic dutch-east-indies kingdom-of-holland netherlands-new-guinea"
    " united-kingdom-of-the-netherlands",
    "PL": "duchy-of-warsaw polish-lithuanian-commonwealth",
    "PT": "macao portuguese-india",
    "RO": "moldavia wallachia",
    "RS": "yugoslavia",
    "RU": "russian-empire russian-america soviet-russia soviet-union far-eastern-republic",
    "SE": "sweden-norway",
    "SK": "czechoslovakia slovak-state",
    "TH": "siam",
    "TR": "ottoman-empire",
}


def states_called(code: str) -> frozenset[str]:
    """Return the states that a country of today stands for in books, itself among them.

    Parameters
    ----------
    code
        ISO 3166-1 alpha-2.

    Returns
    -------
    frozenset of str
        As in `Reign`. Editors' reading of biographies: "Russia" of the empire and of the Soviet
        Union, "Germany" of Prussia.
    """
    return frozenset((code, *_HEIRS.get(code, "").split()))
