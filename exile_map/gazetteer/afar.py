"""Afar: towns too far off the route for a house on it to be called after them ("Walmer Castle")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.candidates import kilometres
from exile_map.gazetteer.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.gazetteer.answers import Answer, Match, Question

_OFF_KM: Final = 300.0
_ASTRAY_KM: Final = 1500.0
_LIKELY: Final = 0.7  # that the town is meant by its name alone
_LARGE: Final = 100_000  # people
_ABROAD_KM: Final = 500.0
_SEVERAL: Final = 2  # other towns
_SAINTS: Final = frozenset(
    (
        *("saint", "sainte", "san", "santa", "santo", "sao", "sant", "sint", "sfantu", "sfantul"),
        *("sfanta", "sveti", "sveta", "swiety", "swieta", "svety", "szent", "святои", "святого"),
        *("свети", "свята", "αγιοσ", "αγια", "αγιου", "αγιασ"),
    )
)
_KANA_FIRST, _HAN_LAST = "\u3040", "\u9fff"


def are_namesakes_afar(answer: Answer, asked: Question) -> bool:
    """Tell whether a house on the route is hardly called after any town answered with.

    Castles and hospitals have names of their own: one that a town far off happens to bear says
    nothing, unless that is the only one of its name. In the letters of East Asia it is the town
    that such names begin with.

    Parameters
    ----------
    answer
        What was answered about the town.
    asked
        The house, with its neighbours.
    """
    if not asked.near or any(_KANA_FIRST <= sign <= _HAN_LAST for sign in asked.name):
        return False
    town = answer.match
    places = (town,) if town else answer.candidates
    ways = [
        kilometres((place.lat, place.lon), (lat, lon))
        for place in places
        for lat, lon in asked.near
    ]
    away = min(ways, default=0.0)
    if town is None or town.confidence < _LIKELY:
        return away > _OFF_KM
    if away > _ABROAD_KM and _is_of_a_saint(town, answer.candidates):
        return True
    return away > _ASTRAY_KM and town.layer == "city" and town.population < _LARGE


def _is_of_a_saint(town: Match, others: Sequence[Match]) -> bool:
    """Tell whether a town is called after a saint, as several are: then so are houses anywhere.

    "Convento de San Antonio" is in no town of Texas.
    """
    name = fold(town.name)
    if name.partition(" ")[0] not in _SAINTS:
        return False
    return sum(other.layer == "city" and fold(other.name) == name for other in others) >= _SEVERAL
