"""Places as people write them down: a table in any usual form into checked rows."""

from __future__ import annotations

from exile_map.places.headers import header_is_ours, yours
from exile_map.places.reading import from_records, read
from exile_map.places.rows import PlaceRow, Places
from exile_map.places.several import read_several

__all__ = [
    "PlaceRow",
    "Places",
    "from_records",
    "header_is_ours",
    "read",
    "read_several",
    "yours",
]
