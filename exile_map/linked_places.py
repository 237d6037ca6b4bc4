"""The wire format: routes as a GeoJSON FeatureCollection in Linked Places form.

The form of `when`, `names` and geometry `certainty` is that of Linked Places (World Historical
Gazetteer, Linked Pasts); what the player needs beyond it stands in `properties` and in the
member `exile_map`. The same document is embedded in the page and loaded by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from exile_map import telling
from exile_map._kinds import kind_in
from exile_map.encountering import encounters
from exile_map.geodesy import cut_at_antimeridian
from exile_map.summaries import summary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.dates import Bounds, Day
    from exile_map.encountering import Encounter
    from exile_map.gazetteer import Match
    from exile_map.geodesy import Point
    from exile_map.routes import Leg, Route, Stay
    from exile_map.telling import CountryName

VERSION: Final = 1
"""The version of what stands beyond Linked Places; raised when a reader would misunderstand."""

CONTEXT: Final = (
    "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
    "linkedplaces-context-v1.1.jsonld"
)

_DEGREES: Final = 5
"""Decimals of coordinates: those of a route, which are rounded."""
_YEAR_DECIMALS: Final = 4
"""About an hour: the day is never lost."""
MOST_PERSONS: Final = 100
"""Of more persons nobody reads who met whom, or what each life comes to."""
MOST_ENCOUNTERS: Final = 1000
"""Of more, only the certain ones are told, and of these the first."""


def to_geojson(
    routes: Sequence[Route], *, title: str = "", lang: str = "en", country_name: CountryName
) -> dict[str, Any]:
    """Write routes as one GeoJSON document.

    Parameters
    ----------
    routes
        The routes; first every stay, in the order of the routes, then every leg.
    title
        The map's title.
    lang
        The language of what is written for people: dates in words, countries.
    country_name
        Where a country's name comes from, e.g. ``Gazetteer().country_name``.
    """
    stays = [
        _stay(stay, route.person, lang, country_name) for route in routes for stay in route.stays
    ]
    legs = [_leg(leg, route.person) for route in routes for leg in route.legs]
    return {
        "type": "FeatureCollection",
        "@context": CONTEXT,
        "exile_map": head_of(routes, title=title, lang=lang, country_name=country_name),
        "features": [*stays, *legs],
    }


def head_of(
    routes: Sequence[Route], *, title: str, lang: str, country_name: CountryName
) -> dict[str, Any]:
    """Write what is told of routes as a whole; see `to_geojson`."""
    return {
        "version": VERSION,
        "title": title,
        "language": lang,
        "persons": [route.person for route in routes],
        **_comparison(routes, lang, country_name),
    }


def _comparison(
    routes: Sequence[Route], lang: str, country_name: CountryName
) -> dict[str, list[dict[str, Any]]]:
    """Say who met whom, and what each life comes to."""
    if len(routes) > MOST_PERSONS:
        return {}
    met = encounters(routes)
    if len(met) > MOST_ENCOUNTERS:
        met = tuple(e for e in met if e.certainty == "certain")[:MOST_ENCOUNTERS]
    told = [_encounter(each, lang) for each in met]
    summed = [_summary(route, lang, country_name) for route in routes]
    return {"encounters": told, "summary": summed} if told else {"summary": summed}


def _encounter(met: Encounter, lang: str) -> dict[str, Any]:
    legs = {"legs": [leg.id for leg in met.legs]} if met.legs else {}
    return {
        "stays": [stay.id for stay in met.stays],
        **legs,
        "certainty": met.certainty,
        "years": [round(year, _YEAR_DECIMALS) for year in met.years],
        "title": met.title,
        "label": met.span.words(lang),
    }


def _summary(route: Route, lang: str, country_name: CountryName) -> dict[str, Any]:
    life = summary(route)
    spent, since = dict(life.countries), dict(life.since)
    return {
        "person": life.person,
        "km": round(life.km, 1),
        "stays": life.stays,
        "moves": life.moves,
        "forced_moves": life.forced_moves,
        "flight_moves": life.flight_moves,
        "free_moves": life.free_moves,
        "forced_km": round(life.forced_km, 1),
        "flight_km": round(life.flight_km, 1),
        "free_km": round(life.free_km, 1),
        "forced_years": round(life.forced_years, _YEAR_DECIMALS),
        "flight_years": round(life.flight_years, _YEAR_DECIMALS),
        "free_years": round(life.free_years, _YEAR_DECIMALS),
        "confined_years": round(life.confined_years, _YEAR_DECIMALS),
        "countries": [
            {
                "code": code,
                "name": country_name(code, lang),
                "years": round(spent.get(code, 0.0), _YEAR_DECIMALS),
                **({"since": since[code].words(lang)} if code in since else {}),
            }
            for code in {**spent, **since}
        ],
        "doubtful": life.doubtful,
    }


def _stay(stay: Stay, person: str, lang: str, country_name: CountryName) -> dict[str, Any]:
    place = stay.located.place
    geometry: dict[str, Any] | None = None
    if (point := stay.point) is not None:
        geometry = {
            "type": "Point",
            "coordinates": [point[1], point[0]],
            "certainty": place.certainty,
        }
    return {
        "type": "Feature",
        "id": stay.id,
        "geometry": geometry,
        "names": [{"toponym": stay.located.title}],
        "when": _when(stay, lang),
        "properties": _without_blanks(
            {
                "type": "stay",
                "person": person,
                **_where(stay, lang, country_name),
                **_time(stay, lang),
                "stay": place.stay,
                "stay_label": kind_in(lang, "stay", place.stay),
                "stay_group": stay.stay_group,
                "move": place.move,
                "move_label": kind_in(lang, "move", place.move),
                "move_group": stay.move_group,
                "mode": place.mode,
                "story": place.story,
                "quote": place.quote,
                "source": place.source,
                "url": place.url,
                "image": place.image,
                "image_alt": place.image_alt,
                "image_credit": place.image_credit,
                "certainty": place.certainty,
                "note": telling.notes_of(stay, lang),
            }
        ),
    }


def _where(stay: Stay, lang: str, country_name: CountryName) -> dict[str, Any]:
    """Say where: the name then and now, how exactly, over what area."""
    located = stay.located
    match = located.match
    context, today = telling.then_and_now(located, lang, country_name)
    return {
        "title": located.title,
        "written": located.place.place,
        "name": match.name if match and match.name != located.title else "",
        "stands_in": match.stands_in if match else "",
        "country_then": telling.country_then(located, "en", country_name),
        "states": list(telling.states_of(located)),
        "now": today,
        "context": context,
        "country": match.country if match else "",
        "precision": located.precision,
        "radius_km": located.radius_km,
        "area": area_of(match),
        "layer": located.layer,
        "geonames_id": match.geonames_id if match else None,
        "status": located.status,
    }


def area_of(match: Match | None) -> dict[str, Any] | None:
    """Return the area of a region or country; its shape is in the basemap or in the match."""
    if match is None:
        return None
    if match.extent:
        return {"ring": [[round(lon, 3), round(lat, 3)] for lon, lat in match.extent]}
    if match.layer == "country":
        return {"country": match.country}
    return None


def _time(stay: Stay, lang: str) -> dict[str, Any]:
    ends = (stay.span.start, stay.span.end)
    return {
        "years": [None if y is None else round(y, _YEAR_DECIMALS) for y in stay.years],
        "clock": [round(y, _YEAR_DECIMALS) for y in stay.clock],
        "year_label": telling.year_labels(stay, lang),
        "edtf": stay.span.edtf,
        "date": stay.span.written if stay.span.written != stay.span.edtf else "",
        "approximate": any(b.approximate for b in ends if b),
        "uncertain": any(b.uncertain for b in ends if b),
        "inferred": list(stay.inferred),
    }


def _when(stay: Stay, lang: str) -> dict[str, Any]:
    ends = (("start", stay.filled.start), ("end", stay.filled.end))
    told = {name: _timespan(bounds) for name, bounds in ends if bounds is not None}
    timespan = {name: bounds for name, bounds in told.items() if bounds}
    return {"timespans": [timespan] if timespan else [], "label": telling.when_words(stay, lang)}


def _timespan(bounds: Bounds) -> dict[str, str]:
    named = (("earliest", bounds.earliest), ("latest", bounds.latest))
    return {name: _iso(day) for name, day in named if day is not None}


def _iso(day: Day) -> str:
    """Write a day in ISO 8601, expanded for years beyond four digits."""
    year = f"{day.year:05}" if day.year < 0 else f"{day.year:04}"
    return f"{year}-{day.month:02}-{day.day:02}"


def _leg(leg: Leg, person: str) -> dict[str, Any]:
    lines = [[_position(point) for point in line] for line in cut_at_antimeridian(leg.points)]
    geometry: dict[str, Any] | None = None
    if len(lines) == 1:
        geometry = {"type": "LineString", "coordinates": lines[0]}
    elif lines:
        geometry = {"type": "MultiLineString", "coordinates": lines}
    place = leg.end.located.place
    return {
        "type": "Feature",
        "id": leg.id,
        "geometry": geometry,
        "properties": _without_blanks(
            {
                "type": "leg",
                "person": person,
                "from": leg.start.id,
                "to": leg.end.id,
                "move": place.move,
                "move_group": leg.end.move_group,
                "mode": place.mode,
                "mode_group": leg.end.mode_group,
                "via": list(place.via),
                "sea": leg.sea,
                "km": leg.km if leg.is_measured else None,
                "rough_km": None if leg.is_measured else leg.km,
                "gap": leg.is_gap,
                "certainty": leg.certainty,
            }
        ),
    }


def _position(point: Point) -> list[float]:
    """Write a point as GeoJSON does, longitude first."""
    return [round(point[1], _DEGREES), round(point[0], _DEGREES)]


def _without_blanks(properties: dict[str, Any]) -> dict[str, Any]:
    """Leave out what says nothing; readers take the default."""
    return {key: value for key, value in properties.items() if value not in (None, "", [], False)}
