"""The gazetteer: where places are, and were; offline, layered, dated, in many languages."""

from exile_map.gazetteer.answers import Answer, Match, Question, Toponym
from exile_map.gazetteer.finder import Gazetteer

__all__ = ["Answer", "Gazetteer", "Match", "Question", "Toponym"]
