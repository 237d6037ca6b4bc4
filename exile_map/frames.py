"""Frames: what is found out about lives (encounters, summaries) as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from exile_map import routes as lives
from exile_map import summaries
from exile_map.encountering import encounters as meetings
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENCOUNTERS = (
    *("person_a", "person_b", "place", "when", "certainty", "earliest", "latest"),
    *("stay_a", "stay_b", "aboard"),
)
_LIFE = {
    "person": "str",
    "km": "float64",
    **dict.fromkeys(("stays", "moves", "forced_moves", "flight_moves", "free_moves"), "int64"),
    **dict.fromkeys(("forced_km", "flight_km", "free_km"), "float64"),
    **dict.fromkeys(("forced_years", "flight_years", "free_years", "confined_years"), "float64"),
    "doubtful": "bool",
}


def encounters(routes: Iterable[lives.Route], *, lang: str = "en") -> pd.DataFrame:
    """Find who was where at the same time.

    Parameters
    ----------
    routes
        Several persons' routes, from `to_routes`.
    lang
        The language of ``when``.

    Returns
    -------
    pandas.DataFrame
        One row for each two persons at one place, or on one ship, at the same time, in the order
        of time: ``person_a`` and ``person_b``; ``place`` (or the ship); ``when`` in words;
        ``certainty`` (``certain``: whatever the bounds of the dates allow; ``possible``: for some
        of it); ``earliest`` and ``latest`` (decimal astronomical years between which they can have
        been there at once); the ids ``stay_a`` and ``stay_b``; ``aboard`` (they met on the way).
    """
    records = [
        (
            *met.persons,
            met.title,
            met.span.words(lang),
            met.certainty,
            *met.years,
            *(stay.id for stay in met.stays),
            bool(met.legs),
        )
        for met in meetings(routes)
    ]
    return pd.DataFrame(records, columns=list(_ENCOUNTERS))


def summary(routes: lives.Route | Iterable[lives.Route], *, lang: str = "en") -> pd.DataFrame:
    """Count what lives come to.

    Parameters
    ----------
    routes
        A route, or several, from `to_routes`.
    lang
        The language of the countries' names.

    Returns
    -------
    pandas.DataFrame
        One row a person, by their name: ``km``, ``stays``, ``moves`` (to another place), of these
        ``forced_moves``, ``flight_moves``, ``free_moves``, their lengths ``forced_km``,
        ``flight_km``, ``free_km``; ``forced_years``, ``flight_years``, ``free_years`` (at places
        they were brought to by force, had fled to, had come to freely: after a move, not of it),
        ``confined_years`` (in prison, camp, internal exile), ``doubtful`` (times or ways are open,
        inferred or unknown), then "years in …" for each of today's countries, 0 where they never
        were. Years and kilometres are not rounded; times known within bounds count from the
        middle.
    """
    several = (routes,) if isinstance(routes, lives.Route) else tuple(routes)
    name_of = Gazetteer().country_name
    records: list[dict[str, Any]] = []
    for life in map(summaries.summary, several):
        record = {name: getattr(life, name) for name in life.__slots__ if name != "countries"}
        record |= {f"years in {name_of(code, lang)}": years for code, years in life.countries}
        records.append(record)
    frame = pd.DataFrame(records, columns=None if records else list(_LIFE)).astype(_LIFE)
    countries = [column for column in frame.columns if column.startswith("years in ")]
    frame[countries] = frame[countries].fillna(0.0)
    return frame.set_index("person")
