"""Listed: of many stays, no more than the document for readers without scripts says of each."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Final

from exile_map._edges import YEARS
from exile_map._gathered import DEGREES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map._gathered import Gathered

_TOLD: Final = ("move", "stay", "story", "quote", "source", "url")


def listed(told: Gathered, count: int) -> list[dict[str, Any]]:
    """Return the first stays as features, as `linked_places.to_geojson` does, with few members.

    Parameters
    ----------
    told
        The stays.
    count
        How many of them.
    """
    lives = told.lives
    pairs = zip(lives.persons, lives.of_person, strict=True)
    persons = chain.from_iterable(repeat(person, stays) for person, stays in pairs)
    columns = _columns(told)
    lats, lons = told.positions
    return [
        {
            "id": lives.ids[i],
            "geometry": {"coordinates": [lons[i] / DEGREES, lats[i] / DEGREES]}
            if told.placed[i]
            else None,
            "when": {"label": told.said[i]},
            "properties": {"type": "stay", "person": person, "years": _years(told, i)}
            | {name: column[i] for name, column in columns.items()},
        }
        for i, person in zip(range(count), persons, strict=False)
    ]


def _columns(told: Gathered) -> dict[str, Sequence[Any]]:
    """Return what is said of each stay, in the order in which it is written."""
    context, now = told.where
    return {
        "title": told.titles,
        "context": context,
        "now": now,
        "precision": told.rows.found("precision"),
        "status": told.rows.found("status"),
        "certainty": told.told("certainty"),
        "inferred": told.inferred,
        **{name: told.told(name) for name in _TOLD},
        "note": told.notes,
    }


def _years(told: Gathered, i: int) -> list[float]:
    """Return the bounds that are known, in decimal years."""
    edges, begun, over = told.edges, told.ends.begun[i], told.ends.over[i]
    bounds = (edges.first[begun], edges.last[begun], edges.first[over], edges.last[over])
    return [bound / YEARS for bound in bounds if bound is not None]
