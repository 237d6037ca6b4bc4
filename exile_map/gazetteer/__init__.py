"""The gazetteer: where places are, and were; offline, layered, dated, in many languages."""

from exile_map.gazetteer.answers import Answer, Match
from exile_map.gazetteer.lookup import Gazetteer

__all__ = ["Answer", "Gazetteer", "Match"]
