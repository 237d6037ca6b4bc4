"""Building, cities: those of GeoNames with all their names, and the names it does not know."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.build_draft import TOWN
from exile_map.gazetteer.build_names import (
    cities_of_zones,
    is_name,
    names_by_id,
    names_of_areas,
    names_of_cities,
    names_of_regions,
)
from exile_map.gazetteer.build_namesakes import namesakes
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import doubled
from exile_map.gazetteer.storage import ALTERNATE, MAIN, VARIANT, Layer

if TYPE_CHECKING:
    from exile_map.gazetteer.build_draft import Draft

_BATH: Final = re.compile("(?:Bad|Băile) (?P<town>.+)|(?P<before>.+?)(?:[- ]Zdrój| Terme|-Băi)")


def add_cities(draft: Draft) -> None:
    """Add the cities with all their names."""
    for city in draft.cities:
        number = draft.add_place(
            Layer.CITY,
            city["name"],
            (city["latitude"], city["longitude"]),
            population=city["population"],
            country=city["countrycode"],
            region=draft.regions.get(f"{city['countrycode']}.{city['admin1code']}"),
            rank=draft.city_rank(city),
            geonames_id=city["geonameid"],
        )
        for name in city["alternatenames"]:
            if is_name(name):
                draft.add_name(name, number, ALTERNATE)
                if doubled(name) != name:
                    draft.add_name(doubled(name), number, ALTERNATE)

    _add_names_of_cities(draft)
    _add_cities_of_zones(draft)
    _add_namesakes(draft)
    _add_names_of_areas(draft)
    _add_names_before_the_baths(draft)
    _leave_to_towns(draft)


def _add_names_before_the_baths(draft: Draft) -> None:
    """Let spas be called as they were before they were spas, where nothing else is ("Segeberg")."""
    for number, layer, name, *_ in draft.places:
        bath = _BATH.fullmatch(name) if layer == Layer.CITY else None
        town = bath and (bath["town"] or bath["before"])
        if town and fold(town) not in draft.names:
            draft.add_name(town, number, ALTERNATE)


def _leave_to_towns(draft: Draft) -> None:
    """Take from countries what few languages call them, where towns of some size are so called.

    "Ende" is a town in Flores before it is what Meta' calls India; so are Jesi and Poole.
    """
    for places in draft.names.values():
        variants = [
            number
            for number, flag in places.items()
            if flag == VARIANT and draft.places[number][1] == Layer.COUNTRY
        ]
        if variants and any(
            flag == MAIN
            and draft.places[number][1] == Layer.CITY
            and draft.places[number][5] >= TOWN
            for number, flag in places.items()
        ):
            for number in variants:
                del places[number]


def _add_names_of_cities(draft: Draft) -> None:
    """Let cities bear names that biographies write and GeoNames does not know."""
    cities = {row[9]: row[0] for row in draft.places if row[1] == Layer.CITY}
    for geonames_id, name in names_of_cities():
        if geonames_id in cities:
            draft.add_name(name, cities[geonames_id], ALTERNATE)


def _add_names_of_areas(draft: Draft) -> None:
    """Let areas bear names in languages that their own sources leave out."""
    areas = {(row[2], row[6]): row[0] for row in draft.places if row[1] != Layer.CITY}
    for area, country, names in names_of_areas():
        for name in names:
            draft.add_name(name, areas[area, country], ALTERNATE)
    for identifier, names in names_by_id():
        for name in names:
            draft.add_name(name, draft.by_id[identifier], ALTERNATE)


def _add_namesakes(draft: Draft) -> None:
    """Let cities be called as the region of their name is in other languages."""
    translated = {draft.regions[code]: names for code, names in names_of_regions()}
    for city, name in list(namesakes(draft.places, translated)):
        draft.add_name(name, city, ALTERNATE)


def _add_cities_of_zones(draft: Draft) -> None:
    """Let the greatest city that has a time zone's name bear it in all languages."""
    greatest: dict[tuple[str, str], int] = {}
    for number, layer, name, _, _, people, country, *_ in draft.places:
        known = greatest.get((country, fold(name)))
        if layer == Layer.CITY and (known is None or draft.places[known][5] < people):
            greatest[country, fold(name)] = number
    for country, english, names in cities_of_zones():
        city = greatest.get((country, fold(english)))
        if city is not None:
            for name in sorted(names):
                draft.add_name(name, city, ALTERNATE)
