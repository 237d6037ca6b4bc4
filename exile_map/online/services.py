"""Services: which geocoder is asked, who says to ask it, and what it answers as plain data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geopy.adapters import URLLibAdapter
from geopy.exc import ConfigurationError, GeocoderNotFound
from geopy.geocoders import get_geocoder_for_service

from exile_map.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geopy.geocoders.base import Geocoder
    from geopy.location import Location

_SAMPLES = frozenset(
    (
        "my-application", "my_app/1", "my_user_agent/1.0", "specify_your_app_name_here", "my-app",
        "myapp", "test", "example", "geopy", "python", "app", "user-agent", "useragent",
    )
)  # fmt: skip


def service(geocoder: str | Geocoder, user_agent: str, options: Mapping[str, Any]) -> Geocoder:
    """Return the geocoder asked for, and see that it says who asks.

    Parameters
    ----------
    geocoder
        The name of one of geopy's services, or a geocoder.
    user_agent
        Who asks.
    options
        More arguments of the service's class in geopy.

    Raises
    ------
    UsageError
        If there is no such service, or nobody says who asks.
    """
    if isinstance(geocoder, str):
        _check_agent(user_agent)
        try:
            kind = get_geocoder_for_service(geocoder)
            # The adapter on requests would sit out a Retry-After of hours by itself, unasked.
            return kind(user_agent=user_agent, **{"adapter_factory": URLLibAdapter, **options})
        except (GeocoderNotFound, ConfigurationError, TypeError) as error:
            message = f"The online geocoder {geocoder!r} cannot be used: {error}"
            raise UsageError(message) from error
    headers = getattr(geocoder, "headers", None)
    _check_agent(user_agent or (headers or {}).get("User-Agent", ""))
    if user_agent and isinstance(headers, dict):
        headers["User-Agent"] = user_agent
    return geocoder


def _check_agent(user_agent: str) -> None:
    """Refuse to ask without saying who asks, as the services' rules demand."""
    name = user_agent.strip().lower()
    if not name or name in _SAMPLES or name.startswith("geopy/"):
        message = (
            f"{user_agent!r} does not say who asks. Give user_agent a name of your own and an "
            "address where the service can reach you: their rules demand it."
        )
        raise UsageError(message)


def plain(location: Location) -> dict[str, Any]:
    """Return a location as plain data for the cache.

    Parameters
    ----------
    location
        What geopy answered.
    """
    raw = location.raw if isinstance(location.raw, dict) else {}
    inner = raw.get("properties")
    facts = inner if isinstance(inner, dict) else raw
    code = facts.get("countrycode") or (facts.get("address") or {}).get("country_code") or ""
    return {
        "address": str(location.address),
        "lat": float(location.latitude),
        "lon": float(location.longitude),
        "type": str(facts.get("addresstype") or facts.get("type") or ""),
        "importance": float(facts.get("importance") or 0.0),
        "box": [float(edge) for edge in raw.get("boundingbox") or ()],
        "country": str(code).upper(),
    }
