"""Choosing: what a service found as matches, and which of them is meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from exile_map.gazetteer import Answer, Match
from exile_map.gazetteer.candidates import kilometres

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_FEW = 5
_NEARER = 3.0
_APART_KM = 50.0
_CONFIDENCE, _UNRIVALLED = 0.75, 0.9
_AREAS = {
    "country": "country",
    **dict.fromkeys(("state", "region", "province", "county", "island", "archipelago"), "region"),
    **dict.fromkeys(("house", "building", "street", "road", "amenity", "tourism"), "point"),
}


def _match(name: str, found: Mapping[str, Any]) -> Match:
    """Tell what a service found as a match."""
    precision = _AREAS.get(found["type"], "locality")
    radius = None
    if precision in {"region", "country"}:
        south, north, west, east = found["box"] or (found["lat"],) * 2 + (found["lon"],) * 2
        radius = round(kilometres((south, west), (north, east)) / 2, 1)
    return Match(
        name=found["address"].split(",")[0].strip(),
        toponym=name,
        lat=found["lat"],
        lon=found["lon"],
        precision=precision,
        radius_km=radius,
        layer="online",
        country=found["country"],
        region="",
        population=0,
        geonames_id=None,
        extent=None,
        confidence=_CONFIDENCE,
        source=found["address"],
        note="",
    )


def chosen(
    name: str,
    found: Sequence[Mapping[str, Any]],
    near: Sequence[tuple[float, float]],
    offline: Answer | None,
) -> Answer:
    """Choose among what a service found: the first, unless the route says another.

    Parameters
    ----------
    name
        The name as written.
    found
        What the service answered.
    near
        Points (lat, lon) before and after it on the route.
    offline
        What the gazetteer said; stands where nothing was found.
    """
    matches = [_match(name, place) for place in found]
    if not matches:
        return offline or Answer("unresolved", None, (), (), f"“{name}” was not found online.")
    if near:

        def away(match: Match) -> float:
            return min(kilometres((match.lat, match.lon), point) for point in near)

        nearest = min(matches, key=away)
        if away(nearest) * _NEARER + _APART_KM < away(matches[0]):
            reason = f"“{name}” may be {matches[0].source}, or, nearer, {nearest.source}."
            return Answer("ambiguous", None, tuple(matches[:_FEW]), (), reason)
    first, *others = matches[: _FEW + 1]
    sure = _CONFIDENCE if others else _UNRIVALLED
    reason = f"“{name}” is {first.source}, says the online geocoder."
    return Answer("ok", replace(first, confidence=sure), tuple(others), (), reason)
