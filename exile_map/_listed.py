"""Listed: of many stays, no more than the document for readers without scripts says of each."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from exile_map._edges import YEARS
from exile_map._gathered import DEGREES

if TYPE_CHECKING:
    from exile_map._gathered import Gathered


def listed(told: Gathered, count: int) -> list[dict[str, Any]]:
    """Return the first stays as features, as `linked_places.to_geojson` does, with few members.

    Parameters
    ----------
    told
        The stays.
    count
        How many of them.
    """
    persons = chain.from_iterable(repeat(r.person, len(r.stays)) for r in told.routes)
    lats, lons = told.positions
    return [
        {
            "id": told.stays[i].id,
            "geometry": {"coordinates": [lons[i] / DEGREES, lats[i] / DEGREES]}
            if told.placed[i]
            else None,
            "when": {"label": told.said[i]},
            "properties": {"type": "stay", "person": person, **_properties(told, i)},
        }
        for i, person in zip(range(count), persons, strict=False)
    ]


def _properties(told: Gathered, i: int) -> dict[str, Any]:
    located, row = told.located[i], told.rows[i]
    context, now = told.where[i]
    return {
        "title": told.titles[i],
        "context": context,
        "now": now,
        "precision": located.precision,
        "status": located.status,
        "certainty": row.certainty,
        "years": _years(told, i),
        "inferred": told.inferred[i],
        "move": row.move,
        "stay": row.stay,
        "story": row.story,
        "quote": row.quote,
        "source": row.source,
        "url": row.url,
        "note": told.notes[i],
    }


def _years(told: Gathered, i: int) -> list[float]:
    """Return the bounds that are known, in decimal years."""
    begun, over = told.begun[i], told.over[i]
    bounds = (begun.first, begun.last, over.first, over.last)
    return [bound / YEARS for bound in bounds if bound is not None]
