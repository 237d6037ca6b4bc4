"""Make exile_map/gazetteer/region_exonyms.csv anew from CLDR's names of subdivisions.

Run ``python maintenance/region_names.py FOLDER`` with the package and what its gazetteer is built
from installed. FOLDER holds CLDR's ``common/subdivisions/*.xml``, which no package of PyPI has;
Debian's ``unicode-cldr-core`` installs them in ``/usr/share/unicode/cldr/common/subdivisions``.
Release 41 is in use; later ones leave most of the names out. To be run on a gazetteer that was
built without the file: a name is left out that is known already, unless only places bear it that
the region shares its own name with.
"""

from __future__ import annotations

import csv
import html
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from exile_map.gazetteer.build_draft import Draft
from exile_map.gazetteer.build_names import REGION_EXONYMS, first_order_regions
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import BUILT, Store

LANGUAGES = frozenset(
    (
        *("ar", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr"),
        *("he", "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "ko", "lt", "lv", "mk", "no", "nl"),
        *("pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "ta", "th", "tr", "uk", "ur", "vi"),
        *("zh", "am"),
    )
)
AT_LEAST = 100_000  # people
# Iran numbered its provinces anew in 2020, after CLDR 41: its number of each, by today's.
IRAN = {
    "03": "01", "04": "02", "24": "03", "10": "04", "16": "05", "18": "06", "23": "07", "14": "08",
    "06": "10", "19": "11", "20": "12", "11": "13", "07": "14", "08": "15", "12": "16", "05": "17",
    "17": "18", "01": "19", "15": "20", "02": "21", "00": "22", "22": "23", "13": "24", "21": "25",
    "25": "26", "27": "27", "26": "28", "29": "29", "09": "30", "28": "31", "30": "32",
}  # fmt: skip
# Morocco has other regions since 2015; what is left of those of CLDR 41, by today's number.
MOROCCO = {"01": "01", "02": "04"}
_NAME = re.compile(r'<subdivision type="([a-z0-9]+)"[^>]*>([^<]+)<')


def main() -> int:
    """Read, choose and write."""
    regions = [(code, name, _in_cldr(iso)) for code, name, _, _, iso in first_order_regions()]
    used = {iso for _, _, iso in regions}
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for path in sorted(Path(sys.argv[1]).glob("*.xml")):
        if path.stem.partition("_")[0] in LANGUAGES:
            for code, name in _NAME.findall(path.read_text(encoding="utf-8")):
                if code in used:
                    names[code][html.unescape(name).strip().replace(";", ",")] = None
    shared = Counter(form for told in names.values() for form in {fold(name) for name in told})
    people: Counter[str] = Counter()
    for city in Draft.of_geonames().cities:
        people[f"{city['countrycode']}.{city['admin1code']}"] += city["population"]
    store = Store(BUILT)
    rows = []
    for code, region, iso in regions:
        own = {number >> 2 for number in store.numbers(fold(region))}
        kept = {}
        for name in names[iso] if people[code] >= AT_LEAST else ():
            form = fold(name)
            bearers = {number >> 2 for number in store.numbers(form)}
            known = bearers and (form.isascii() or not bearers <= own)
            if len(form) > 1 and shared[form] == 1 and not known:
                kept.setdefault(form, name)
        if kept:
            rows.append((code, region, ";".join(sorted(kept.values()))))
    with REGION_EXONYMS.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("code", "name", "names"), *rows])
    return 0


def _in_cldr(iso: str) -> str:
    """Return CLDR's code of a region; of one that it does not have, none that is used."""
    country, _, number = iso.partition("-")
    renumbered = {"IR": IRAN, "MA": MOROCCO}.get(country)
    if renumbered is not None:
        number = renumbered.get(number, "")
    return f"{country}{number}".lower()


if __name__ == "__main__":
    sys.exit(main())
