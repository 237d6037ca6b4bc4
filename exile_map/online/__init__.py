"""Online geocoders: asked only when told to, politely, and never twice."""

from exile_map.online.geocoder import OnlineGeocoder

__all__ = ["OnlineGeocoder"]
