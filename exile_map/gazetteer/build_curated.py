"""Building, curated: the places and toponyms of the curated files, beside those of GeoNames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.gazetteer.build_names import unbracketed
from exile_map.gazetteer.build_twins import told_once
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.qualifiers import unqualified
from exile_map.gazetteer.storage import ALTERNATE, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from exile_map.gazetteer.build_draft import Draft
    from exile_map.gazetteer.curated import CuratedRow

# How prominent curated places without a number of GeoNames are, on the scale of `rank`.
_CURATED_RANK = {
    "state": 150,
    "region": 140,
    "island": 130,
    "camp": 110,
    "prison": 110,
    **dict.fromkeys(("site", "quarter", "village"), 76),
}
_OTHER_RANK = 100


def add_curated(draft: Draft, rows: Iterable[CuratedRow]) -> None:
    """Add the curated places and toponyms."""
    known = {city["geonameid"]: city for city in draft.cities}
    rows = tuple(rows)
    numbered = {row.id for row in rows if row.geonames_id is not None}
    proper = {fold(row.name) for row in rows}
    regions = {
        (row[6], fold(row[2])): (row[9], (row[3] / 100_000, row[4] / 100_000))
        for row in draft.places
        if row[1] == Layer.REGION and row[9]
    }
    for row in told_once(rows, draft.cities, regions):
        city = known.get(row.geonames_id, {})
        region = f"{city.get('countrycode')}.{city.get('admin1code')}"
        number = draft.add_place(
            Layer.CURATED,
            row.name,
            (row.lat, row.lon),
            population=city.get("population", 0),
            country=row.countries[0] if row.countries else "",
            region=draft.regions.get(region),
            rank=draft.city_rank(city)
            if city and row.id in numbered
            else _CURATED_RANK.get(row.kind, _OTHER_RANK),
            geonames_id=row.geonames_id,
        )
        draft.by_id[row.id] = number
        for name in _names(draft, row, proper):
            draft.add_name(name, number, ALTERNATE)
        for form in _bare_forms(row) - proper:  # heard beside the route only
            draft.names.setdefault(form, {}).setdefault(number, VARIANT)
        countries = ";".join(row.countries)
        draft.add_detail(
            number, row.precision, row.radius_km, row.kind, countries=countries, row=row
        )
        if row.geonames_id is not None and row.id in numbered and row.kind == "city":
            draft.toponyms.add((row.geonames_id, number))


def add_states(draft: Draft, named: Iterable[tuple[str, str, str]]) -> None:
    """Note which places are the states that others lay in, and let them be called as readers see.

    Parameters
    ----------
    draft
        What is made; has the curated places.
    named
        Language, id and name of each state, as `state_names` yields them.
    """
    for _, state, name in named:
        number = draft.by_id.get(state)  # none where it is told as what is there today: Hong Kong
        if number is not None:
            draft.states[number] = state
            draft.add_name(name, number, ALTERNATE)


def _names(draft: Draft, row: CuratedRow, proper: set[str]) -> Iterator[str]:
    """Yield what a curated place is called besides its own name."""
    yield from row.names
    if row.precision == "region":  # a land of the past is called as its part is today
        for country in row.countries:
            yield from draft.translated.get((country, fold(row.name)), ())
    # "Melun" is the town, not the prison in it; "Norfolk" the county, not the island.
    own, others = fold(row.name), {fold(part) for part in row.stands_in.split(",")}
    for name in (row.name, *row.names):
        for form in unqualified(name):
            if form not in others and (form == own or form not in proper):
                yield form


def _bare_forms(row: CuratedRow) -> set[str]:
    """Return what a curated place is called without what is in brackets, but what it stands in."""
    bare = {form for name in (row.name, *row.names) for form in unbracketed(name)}
    return bare - {fold(part) for part in row.stands_in.split(",")}
