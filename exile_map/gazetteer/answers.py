"""Answers: what the gazetteer says about a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Match:
    """A place that a name was found to mean.

    Parameters
    ----------
    name
        The place's name today ("Saint Petersburg").
    toponym
        The name to show for the year asked ("Petrograd" for 1919); else as it was written, where
        that is one of the place's names.
    lat, lon
        Where it is; for a country or region, where its people lived, not the middle of its box.
    precision
        How exactly: ``point``, ``locality``, ``region`` or ``country``.
    radius_km
        How wide it is; None for a locality.
    layer
        Who knew it: ``user``, ``curated``, ``country``, ``region`` or ``city``.
    country
        ISO 3166-1 alpha-2 code of today's country; empty where there is none.
    region
        Name of the first-order region; empty where not known.
    population
        How many live there today; 0 where not known.
    geonames_id
        GeoNames' number for it, where it has one.
    extent
        A coarse ring of (lon, lat) around an area, where one is known.
    confidence
        0 to 1: how sure the gazetteer is that this place is meant.
    source
        Where the fact comes from.
    note
        What the reader should be told ("Leningrad in 1912: Saint Petersburg then").
    stands_in
        The town or district a prison, camp or house stands in; empty where not known.
    country_then
        The country it was in under that toponym, in English; empty where several are possible.
    """

    name: str
    toponym: str
    lat: float
    lon: float
    precision: str
    radius_km: float | None
    layer: str
    country: str
    region: str
    population: int
    geonames_id: int | None
    extent: tuple[tuple[float, float], ...] | None
    confidence: float
    source: str
    note: str
    stands_in: str = ""
    country_then: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the gazetteer says about a name, and how sure it is.

    Parameters
    ----------
    status
        ``ok``, ``ambiguous``, ``unresolved`` or ``not-a-place``.
    match
        The place meant; only when the status is ``ok``.
    candidates
        Other places of the name, best first, without the match.
    suggestions
        Names near in spelling, when nothing was found.
    reason
        One sentence for people.
    """

    status: str
    match: Match | None
    candidates: tuple[Match, ...]
    suggestions: tuple[str, ...]
    reason: str
