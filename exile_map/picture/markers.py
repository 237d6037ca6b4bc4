"""Markers: near places gathered, repeat visits one marker, and what each is called.

The same rules as the player's `markers.js`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, hypot
from typing import TYPE_CHECKING, Final

from exile_map.picture import labels, texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.picture.labels import Rect
    from exile_map.picture.moments import Moment, State
    from exile_map.picture.projecting import Point, View
    from exile_map.picture.scene import Scene

SIZES: Final = {"now": 17, "visited": 14, "ahead": 13}
"""Of the letters of a name, in pixels."""
NUMBER_SIZE: Final = 10.5

_RADIUS: Final = {"now": 8.0, "visited": 4.6, "ahead": 4.0}
_HALO: Final = 4
# Markers nearer than this to one that matters more are gathered into it.
_NEAR: Final = 13
_LONGEST_NAME: Final = 34
# Above so many stays their numbers would say nothing.
_NUMBERED: Final = 99
_MOST_NUMBERS: Final = 5
# A name stands badly before it loses the numbers of its stays.
_NUMBERLESS_COST: Final = 14
_NUMBER_GAP: Final = 5
_PADDING: Final = 4


@dataclass(slots=True)
class Marker:
    """What marks a place, or several near each other, in pixels of the map."""

    x: float
    y: float
    r: float
    state: State
    is_area: bool
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, with the numbers of the stays it stands for."""

    marker: Marker
    text: str
    numbers: str
    placed: labels.Placed

    @property
    def rect(self) -> Rect:
        """Where it stands."""
        return self.placed.rect


def gather(scene: Scene, view: View, moment: Moment) -> list[Marker]:
    """Make the markers of a view, the most important first."""
    out: list[Marker] = []
    for number in sorted(range(len(scene.places)), key=lambda n: (_rank(scene, moment, n), n)):
        place = scene.places[number]
        state = moment.state(place.stops)
        is_area = scene.stops[_spokesman(scene, moment, number)].is_area
        for copy in view.copies((*place.at, *place.at)):
            x, y = view.pixel(place.at, copy)
            host = next((m for m in out if hypot(m.x - x, m.y - y) < _reach(m)), None)
            if host is None:
                out.append(Marker(x, y, _RADIUS[state], state, is_area, [number]))
            elif number not in host.places:
                host.places.append(number)
                if host.state == "ahead" and state == "visited":
                    # Somebody has been here, if not at the place that names it.
                    host.state, host.r, host.is_area = state, _RADIUS[state], is_area
    return out


def _reach(marker: Marker) -> float:
    return _NEAR + (_HALO if marker.state == "now" else 0)


def _rank(scene: Scene, moment: Moment, number: int) -> float:
    """Order places: here, next, the ones just left, the ones to come; of the whole, the visited."""
    stops = scene.places[number].stops
    if moment.whole:
        return 1000 - 10 * len(stops) + stops[0] / 1000
    away = [i - moment.latest[scene.stops[i].person] for i in stops]
    return min(1.5 * n if n >= 0 else -n for n in away)


def _spokesman(scene: Scene, moment: Moment, number: int) -> int:
    """Return the stop of a place that has a say: where we are, were last, or go first."""
    stops = scene.places[number].stops
    past = [i for i in stops if i in moment.past]
    return past[-1] if past and not moment.whole else stops[0]


def name(
    scene: Scene, view: View, moment: Moment, markers: Sequence[Marker], bounds: Rect
) -> list[Label]:
    """Name the markers in view, as many as there is room for."""
    wanted = _wanted(markers, view)
    if moment.whole:
        # Where a life began and ended is named first, then the places that mattered most.
        ends = {i for i in moment.latest if i >= 0} | {i + 1 for i in (-1, *moment.latest[:-1])}
        wanted.sort(key=lambda marker: _weight(_stops(scene, marker), ends))
    names = [_names(scene, moment, marker) for marker in wanted]
    wishes = [
        labels.Wish(
            marker.x,
            marker.y,
            marker.r + (_HALO if marker.state == "now" else 0),
            tuple(_offers(told, marker.state)),
            SIZES[marker.state] + 5,
        )
        for marker, told in zip(wanted, names, strict=True)
    ]
    taken = [labels.Rect(m.x - m.r - 1, m.y - m.r - 1, 2 * m.r + 2, 2 * m.r + 2) for m in markers]
    placed = labels.place(wishes, taken, _route_points(scene, view), bounds)
    return [Label(wanted[p.wish], *names[p.wish][p.text], p) for p in placed]


def _weight(stops: Sequence[int], ends: set[int]) -> tuple[bool, int]:
    return ends.isdisjoint(stops), -len(stops)


def _wanted(markers: Sequence[Marker], view: View) -> list[Marker]:
    """Return the markers in view, of several copies of the world the one nearest the middle."""
    nearest: dict[int, Marker] = {}
    for marker in markers:
        if not (0 <= marker.x <= view.width and 0 <= marker.y <= view.height):
            continue
        other = nearest.get(marker.places[0])
        middle = view.width / 2
        if other is None or abs(marker.x - middle) < abs(other.x - middle):
            nearest[marker.places[0]] = marker
    return list(nearest.values())


def _width(text: str, numbers: str, state: State) -> float:
    wide = texts.width(text, SIZES[state], bold=state == "now") + _PADDING
    return wide + (_NUMBER_GAP + texts.width(numbers, NUMBER_SIZE) if numbers else 0)


def _offers(told: Sequence[tuple[str, str]], state: State) -> Iterator[tuple[float, int]]:
    """Give the width and the cost of each of the texts a marker may be called."""
    for text, numbers in told:
        missing = _NUMBERLESS_COST if told[0][1] and not numbers else 0
        shorter = labels.SHORTER_COST if text != told[0][0] else 0
        yield _width(text, numbers, state), shorter + missing


def _stops(scene: Scene, marker: Marker) -> list[int]:
    return sorted(i for number in marker.places for i in scene.places[number].stops)


def _names(scene: Scene, moment: Moment, marker: Marker) -> list[tuple[str, str]]:
    """Return what a marker may be called, the longest first: names, and numbers of stays."""
    # Gathered places go by the one that is here, else by the one most often stayed at.
    places = marker.places
    if marker.state != "now":
        places = sorted(places, key=lambda number: -len(scene.places[number].stops))
    spokesmen = [_spokesman(scene, moment, number) for number in places]
    first, *others = dict.fromkeys(scene.stops[i].stay.located.title for i in spokesmen)
    short = _cut(f"{first} +{len(others)}" if others else first)
    shown = short if len(others) > 1 else _cut(" · ".join([first, *others]))
    count = len(scene.stops)
    plain = len(scene.persons) > 1 or not 1 < count <= _NUMBERED
    numbers = "" if plain else numerals([i + 1 for i in _stops(scene, marker)])
    told = [(text, numbers) for text in dict.fromkeys([shown, short])]
    return [*told, (short, "")] if numbers else told


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1].rstrip()}…"


def numerals(numbers: Sequence[int]) -> str:
    """Write numbers as "2·5·9", and "1–4" where they follow on."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(n) for n in run]  # noqa: PLR2004 -- two are listed
    if len(parts) > _MOST_NUMBERS:
        return "·".join(parts[: _MOST_NUMBERS - 1]) + "…"
    return "·".join(parts)


def _route_points(scene: Scene, view: View) -> Iterator[Point]:
    """Give the ways' points on the map, close enough together that no label slips between."""
    for way in scene.ways:
        if (box := way.box) is None:
            continue
        for copy in view.copies(box):
            pixels = [view.pixel(point, copy) for point in way.line]
            for (x0, y0), (x1, y1) in pairwise(pixels):
                if max(x0, x1) < 0 or min(x0, x1) > view.width:
                    continue
                if max(y0, y1) < 0 or min(y0, y1) > view.height:
                    continue
                count = min(60, ceil(hypot(x1 - x0, y1 - y0) / 9)) or 1
                for n in range(1, count + 1):
                    yield x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count
