"""Life: what comes after a death, before a birth, or twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from exile_map import vocabulary
from exile_map.checks.doubts import Doubt, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.routes import Route, Stay

_DEATH_WORDS: Final = (
    "died dies death dead executed murdered assassinated killed suicide mort morte décès décédé"
    " meurt exécuté assassiné tod gestorben hingerichtet ermordet suizid murió muerte fallece"
    " falleció ejecutado asesinado morto morì morta deceduto fucilato assassinato morreu"
    " falecimento умер умерла смерть расстрелян убит скончался"
    " zmarł zmarła śmierć rozstrzelany"
)
_GRAVE_WORDS: Final = (
    "grave buried burial tomb reburied enterré tombe grab begraben tumba enterrado tomba sepolto"
    " túmulo могила похоронен grób pochowany ashes cendres asche"
)
# "Death camp", "sentenced to death": words beside which death is no one's own.
_OTHER_DEATH_WORDS: Final = "camp march row sentence sentenced threat cell lager marsch"
_DEATHS: Final = frozenset(_DEATH_WORDS.split())
_GRAVES: Final = frozenset(_GRAVE_WORDS.split())
_NOT_DEATHS: Final = frozenset(_OTHER_DEATH_WORDS.split())


def after_death(route: Route) -> Iterator[Doubt]:
    """Tell of stays after a death, other than in a grave."""
    dead: Stay | None = None
    for stay in route.stays:
        words = _words(stay)
        dies = bool(words & _DEATHS) and not words & _NOT_DEATHS
        if dead is not None and not dies and not words & _GRAVES:
            reason = f"comes after the death at {named(dead)}"
            yield Doubt("after-death", stay, reason, "Move the row, or correct what it says.")
        if dies:
            dead = stay


def before_birth(route: Route) -> Iterator[Doubt]:
    """Tell of stays before the birth."""
    for stay in route.stays[1:]:
        if vocabulary.move_group(stay.located.place.move) == "none":
            reason = "tells of a birth, but is not the person’s first stay"
            yield Doubt("before-birth", stay, reason, "Move the row up, or say how they came.")


def _words(stay: Stay) -> set[str]:
    row = stay.located.place
    return set(re.findall(r"\w+", f"{row.stay} {row.move}".casefold()))


def duplicates(route: Route) -> Iterator[Doubt]:
    """Tell of stays with the same place, time and kind as one before."""
    seen: dict[tuple[str, str, str], Stay] = {}
    for stay in route.stays:
        row = stay.located.place
        key = (vocabulary.fold(row.place) or row.place, stay.span.edtf, vocabulary.fold(row.stay))
        first = seen.setdefault(key, stay)
        if first is not stay and stay.span.edtf:
            reason = f"stands twice: the same place and time as row {first.located.place.row}"
            yield Doubt("duplicate", stay, reason, "Delete one of the rows.")
