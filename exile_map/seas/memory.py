"""Memory: ways by sea that were found before, kept on disk; finding one takes a second."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from exile_map import files, geodesy
from exile_map.errors import UsageError
from exile_map.geodesy import Way
from exile_map.seas.land import BASEMAP

if TYPE_CHECKING:
    from collections.abc import Callable

    from exile_map.geodesy import Point


def remembered(
    a: Point, b: Point, closed: frozenset[str], find: Callable[[], Way | None]
) -> Way | None:
    """Return the way that was found before, or find it now.

    Parameters
    ----------
    a, b, closed
        What the way depends on: its ends and the canals that are closed.
    find
        What finds it.
    """
    asked = json.dumps([a, b, sorted(closed), _stamp()])
    name = hashlib.sha256(asked.encode()).hexdigest()[:32]
    path = files.cache_folder() / "seas" / f"{name}.json"
    try:
        known = json.loads(path.read_text("utf-8"))
        return known and Way(tuple((lat, lon) for lat, lon in known["points"]), known["km"])
    except (OSError, ValueError, TypeError, KeyError):
        found = find()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        told = {"points": found.points, "km": found.km} if found else None
        files.save(path, json.dumps(told))
    except (OSError, UsageError):
        pass  # Where nothing can be kept, it is found again.
    return found


@cache
def _stamp() -> list[tuple[str, int, int]]:
    """Say what the ways are made of: searoute's network, the basemap, and this code."""
    searoute = find_spec("searoute")
    places = (searoute.submodule_search_locations or ()) if searoute else ()
    sources = [Path(place, "data", "marnet_dict.py") for place in places]
    sources += [BASEMAP, Path(geodesy.__file__), *sorted(Path(__file__).parent.glob("*.py"))]
    stats = [(source.name, source.stat()) for source in sources if source.exists()]
    return [(name, stat.st_mtime_ns, stat.st_size) for name, stat in stats]
