"""Turn a CSV of places and years into an animated, self-contained map of a life in exile."""

from __future__ import annotations

from importlib import import_module

# What typing's own is to type checkers; to import it takes longer than all else here.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from exile_map.dates import Span
    from exile_map.errors import (
        CannotAskError,
        DataError,
        ExileMapError,
        MissingPartError,
        Problem,
        UsageError,
    )
    from exile_map.exports import Picture
    from exile_map.folium_map import ExileMap, draw
    from exile_map.frames import encounters, summary
    from exile_map.geopy_geocoder import Gazetteer
    from exile_map.routes import Leg, Route, Stay
    from exile_map.tables import geocode, plain, read_places, to_routes
    from exile_map.widget import RouteWidget

__all__ = [
    "CannotAskError",
    "DataError",
    "ExileMap",
    "ExileMapError",
    "Gazetteer",
    "Leg",
    "MissingPartError",
    "Picture",
    "Problem",
    "Route",
    "RouteWidget",
    "Span",
    "Stay",
    "UsageError",
    "__version__",
    "draw",
    "encounters",
    "geocode",
    "plain",
    "read_places",
    "summary",
    "to_routes",
]

__version__ = "0.1.0"

# Importing the package costs nothing: each public name brings its module when it is first used.
_HOMES: Final = {
    "CannotAskError": "errors",
    "DataError": "errors",
    "ExileMap": "folium_map",
    "ExileMapError": "errors",
    "Gazetteer": "geopy_geocoder",
    "Leg": "routes",
    "MissingPartError": "errors",
    "Picture": "exports",
    "Problem": "errors",
    "Route": "routes",
    "RouteWidget": "widget",
    "Span": "dates",
    "Stay": "routes",
    "UsageError": "errors",
    "draw": "folium_map",
    "encounters": "frames",
    "geocode": "tables",
    "plain": "tables",
    "read_places": "tables",
    "summary": "frames",
    "to_routes": "tables",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
