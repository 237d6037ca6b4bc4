"""Building, areas: countries and first-order regions, anchored where their people live."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from exile_map.gazetteer.build_names import first_order_regions, names_of_regions, territory_names
from exile_map.gazetteer.build_prominence import anchor, rank
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.storage import ALTERNATE, CODE, Layer

if TYPE_CHECKING:
    from exile_map.gazetteer.build_draft import Draft


def add_areas(draft: Draft) -> None:
    """Add countries and first-order regions, anchored where their cities are."""
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    by_region: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in draft.cities:
        by_country[city["countrycode"]].append(city)
        by_region[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    translated = territory_names()
    for code, country in draft.countries.items():
        if by_country[code]:
            names = translated.get(code, {})
            _add_country(draft, code, country, names, by_country[code])
    for region in first_order_regions():
        if by_region[region[0]]:
            _add_region(draft, region, by_region[region[0]])
    draft.by_id.update(draft.regions)
    for code, others in names_of_regions():
        number = draft.regions[code]
        draft.translated[code.partition(".")[0], fold(draft.places[number][2])] = others
        for name in others:
            draft.add_name(name, number, ALTERNATE)


def _add_country(
    draft: Draft,
    code: str,
    country: dict[str, Any],
    names: dict[str, int],
    cities: list[dict[str, Any]],
) -> None:
    """Add one country with its names in all languages and its codes."""
    centre, radius = anchor(cities)
    number = draft.add_place(
        Layer.COUNTRY,
        country["name"],
        centre,
        population=country["population"],
        country=code,
        rank=rank(country["population"], 300),
        geonames_id=country["geonameid"],
    )
    draft.by_id[code] = number
    for name, flag in sorted(names.items()):
        draft.add_name(name, number, flag)
    for short in (code, country["iso3"]):
        draft.add_name(short, number, CODE)
    draft.add_detail(number, "country", radius, "country", countries=code)


def _add_region(
    draft: Draft, told: tuple[str, str, list[str], int | None, str], cities: list[dict[str, Any]]
) -> None:
    """Add one first-order region with its names and its codes."""
    code, name, aliases, geonames_id, iso = told
    centre, radius = anchor(cities)
    people = sum(c["population"] for c in cities)
    country, short = code.split(".", 1)
    number = draft.add_place(
        Layer.REGION,
        name,
        centre,
        population=people,
        country=country,
        rank=rank(people, len(aliases)),
        geonames_id=geonames_id,
    )
    draft.regions[code] = number
    for alias in aliases:
        draft.add_name(alias, number, ALTERNATE)
    for letters in (short, iso.partition("-")[2]):
        if letters.isalpha():  # as people write it: "Angicos (RN)"
            draft.add_name(letters, number, CODE)
    draft.add_detail(number, "region", radius, "region", countries=country)
