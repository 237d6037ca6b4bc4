"""Wording: years, and the words of the interface, for a picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING, Any, Final

from exile_map import telling
from exile_map.dates.phrases import in_digits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exile_map.picture.moments import Moment
    from exile_map.picture.scene import Scene

# Years before this are written with their era: "8" alone would not be read as a year.
_EARLY: Final = 100
# A stay that ends with a year's last day does not show the year after.
_A_MOMENT: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Words:
    """The words of the interface in one language.

    Parameters
    ----------
    strings
        The words, by key.
    """

    strings: Mapping[str, Any]

    @property
    def lang(self) -> str:
        """The language, an ISO 639-1 code."""
        return str(self.strings["lang"])

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return bool(self.strings["dir"] == "rtl")

    def say(self, key: str, **values: str) -> str:
        """Say something, with values in their places."""
        text = str(self.strings[key])
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", value)
        return text

    def number(self, number: int) -> str:
        """Write a number in the language's digits, ungrouped."""
        return in_digits(str(number), self.lang)

    def year(self, year: float) -> str:
        """Write an astronomical year."""
        whole = floor(year)
        if whole < 1:
            return self.say("bce", year=self.number(1 - whole))
        return self.say("ce", year=self.number(whole)) if whole < _EARLY else self.number(whole)


def years(scene: Scene, words: Words) -> str:
    """Write the first and the last year of everything."""
    stays = [stop.stay for stop in scene.stops]
    if not stays:
        return ""
    first = min(stays, key=lambda stay: stay.clock[0])
    last = max(reversed(stays), key=lambda stay: stay.clock[1])
    labels = [telling.year_labels(stay, words.lang) for stay in (first, last)]
    start = (labels[0] or [None])[0] or words.year(first.clock[0])
    leaving = max(last.clock[0], last.clock[1] - _A_MOMENT)
    end = (labels[1] or [None])[-1] or words.year(leaving)
    return start if start == end else words.say("range", **{"from": start, "to": end})


def caption(scene: Scene, moment: Moment, words: Words) -> str:
    """Say where everyone is; on the way, where from and where to."""
    out = []
    for person, number in enumerate(moment.latest):
        here = scene.stops[number] if number in moment.past else None
        following = next(
            (s for s in scene.stops[number + 1 : number + 2] if s.person == person), None
        )
        if number in moment.present and here:
            out.append(here.stay.located.title)
        elif here and following:
            arrow = "←" if words.rtl else "→"
            told = (here.stay.located.title, following.stay.located.title)
            out.append(f"{told[0]} {arrow} {told[1]}")
    return " · ".join(dict.fromkeys(out))
