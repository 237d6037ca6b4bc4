"""Build, states: who held which part of today's countries, and what states are called."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from exile_map.gazetteer.build_names import LANGUAGES
from exile_map.gazetteer.statehood import DOUBT, OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

STATES: Final = Path(__file__).with_name("then.csv")
STATE_NAMES: Final = Path(__file__).with_name("state_names.csv")
_AS_OTHERS: Final = "-"  # from then on a part has the state of the whole
_OPEN: Final = 9999.0  # years
_EDGE_KM: Final = 5.0
_DATE: Final = re.compile(r"(?P<year>\d+)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?")


class Course(NamedTuple):
    """The states that a country, or a part of one, belonged to.

    Parameters
    ----------
    country
        ISO 3166-1 alpha-2 code of today's country.
    part
        What the part is called; empty for the rest of the country.
    regions
        GeoNames' codes of the part's first-order regions, without the country's.
    ring
        (lon, lat) around the part.
    edge_km
        How exactly the ring is known.
    reigns
        Beginning and state, in their order; see `then.csv`.
    source
        What made it so.
    """

    country: str
    part: str
    regions: tuple[str, ...]
    ring: tuple[tuple[float, float], ...]
    edge_km: float
    reigns: tuple[tuple[float, str], ...]
    source: str


def courses() -> Iterator[Course]:
    """Yield the rows of `then.csv`.

    Raises
    ------
    ValueError
        A row cannot be read; the message names it.
    """
    with STATES.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                yield Course(
                    row["country"],
                    row["part"],
                    tuple(row["regions"].split()),
                    tuple(_point(point) for point in row["ring"].split(",") if point),
                    float(row["edge_km"] or _EDGE_KM),
                    tuple(_reigns(row["course"])),
                    row["source"],
                )
            except (KeyError, ValueError) as error:
                message = f"{STATES.name}, line {number}: cannot be read: {error}"
                raise ValueError(message) from error


def _point(text: str) -> tuple[float, float]:
    """Read "lon lat"."""
    lon, lat = text.split()
    return float(lon), float(lat)


def _reigns(text: str) -> Iterator[tuple[float, str]]:
    """Read "1795-10-24 russian-empire; 1918 PL"."""
    last = 0.0
    for part in text.split(";"):
        day, state = part.split()
        begun = _decimal_year(day)
        if begun <= last:
            message = f"{day} is no later than what stands before it"
            raise ValueError(message)
        last = begun
        yield begun, state


def _decimal_year(text: str) -> float:
    """Return a day, or the beginning of a month or year, as a decimal year."""
    read = _DATE.fullmatch(text)
    if read is None:
        message = f"{text} is no date like 1918, 1918-11 or 1918-11-09"
        raise ValueError(message)
    year = int(read["year"])
    begun, day = date(year, 1, 1), date(year, int(read["month"] or 1), int(read["day"] or 1))
    length = (date(year + 1, 1, 1) - begun).days
    return round(year + (day - begun).days / length, 4)


def rules(
    regions: Mapping[str, int], cities: Iterable[Mapping[str, Any]]
) -> Iterator[tuple[str, str]]:
    """Yield each country with what `statehood.unpack_rules` reads.

    Parameters
    ----------
    regions
        The places that are first-order regions, by GeoNames' codes ("UA.15").
    cities
        GeoNames' cities, which tell how far regions reach.
    """
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        code = f"{city['countrycode']}.{city['admin1code']}"
        points[code].append((city["longitude"], city["latitude"]))
    by_country: dict[str, list[Course]] = defaultdict(list)
    for course in courses():
        by_country[course.country].append(course)
    for country, told in sorted(by_country.items()):
        divided = [course for course in told if course.part]
        parts = []
        for course in divided:
            codes = [f"{country}.{code}" for code in course.regions]
            box = _box([point for code in codes for point in points[code]])
            numbers = sorted(regions[code] for code in codes)
            parts.append([numbers, box, course.ring, course.edge_km])
        held = [
            (number if course.part else -1, *reign)
            for number, course in enumerate([*divided, *(c for c in told if not c.part)])
            for reign in _lasting(course)
        ]
        yield country, json.dumps([parts, held], separators=(",", ":"))


def _box(points: Sequence[tuple[float, float]]) -> list[float]:
    """Return west, south, east and north of points; nothing of none."""
    if not points:
        return []
    lons, lats = zip(*points, strict=True)
    return [round(edge, 2) for edge in (min(lons), min(lats), max(lons), max(lats))]


def _lasting(course: Course) -> Iterator[tuple[float, float, str]]:
    """Yield beginning, end and state of each reign; before the first of a part nothing is known."""
    if course.part:
        yield 0.0, course.reigns[0][0], DOUBT
    ends = [begun for begun, _ in course.reigns[1:]]
    for (begun, state), until in zip(course.reigns, [*ends, _OPEN], strict=True):
        if state != _AS_OTHERS:
            yield begun, until, state


def states() -> set[str]:
    """Return the ids of the states that `then.csv` names, without countries of today."""
    named = {name for c in courses() for _, state in c.reigns for name in state.split(OF)}
    return {name for name in named if name not in {DOUBT, _AS_OTHERS} and not name.isupper()}


def state_names(curated: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    """Yield language, id and name of each state that is no more, as readers are told it.

    The reviewed names are stronger than the first that a curated row has in a language.

    Parameters
    ----------
    curated
        The curated files.
    """
    wanted, names = states(), dict[tuple[str, str], str]()
    for path in curated:
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["id"] in wanted:
                    names["en", row["id"]] = row["name"]
                    for part in row["names"].split(";"):
                        language, colon, name = part.strip().partition(":")
                        if colon and language in LANGUAGES:
                            names.setdefault((language, row["id"]), name.strip())
    with STATE_NAMES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in LANGUAGES:
                if row[language]:
                    names[language, row["state"]] = row[language]
    yield from ((language, state, name) for (language, state), name in sorted(names.items()))
