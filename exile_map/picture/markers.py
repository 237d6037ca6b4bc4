"""Markers: near places gathered, repeat visits one marker, and what each is called.

The same rules as the player's `markers.js`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil, hypot, inf
from typing import TYPE_CHECKING, Final

from exile_map.picture import labels, texts
from exile_map.picture.rects import Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.picture.moments import Moment, State
    from exile_map.picture.projecting import Point, View
    from exile_map.picture.scene import Scene

SIZES: Final = {"now": 17, "visited": 14, "ahead": 13}
"""Of the letters of a name, in pixels."""
SMALL: Final = 12
"""The same where there is little room."""
NUMBER_SIZE: Final = 10.5

_RADIUS: Final = {"now": 8.0, "visited": 4.6, "ahead": 4.0}
_HALO: Final = 4
# Markers nearer than this to one that matters more are gathered into it.
_NEAR: Final = 13
# Longer names are cut, and of more together the first stands for all.
_LONGEST_NAME: Final = 34
# There are more places than the name tells.
_MORE: Final = "\u00a0…"
# Above so many stays their numbers would say nothing.
_NUMBERED: Final = 99
_MOST_NUMBERS: Final = 5
# A shorter text is taken where it saves crossing the route; a name stands badly before it loses
# the numbers of its stays.
_SHORTER_COST: Final = 3
_NUMBERLESS_COST: Final = 30
# Rather than to stand worse than this, a name leaves its place to its number.
_DEAREST: Final = 60
# Where a life began and ended comes before all else.
_FIRST: Final = -1e9
_ENDS_RANK: Final = 1.9
_NUMBER_GAP: Final = 5
_PADDING: Final = 4
# Names stand no nearer to the map's edge; markers may.
_EDGE: Final = 4

_Told = tuple[str, str, bool]


@dataclass(slots=True)
class Marker:
    """What marks a place, or several near each other, in pixels of the map."""

    x: float
    y: float
    r: float
    state: State
    is_area: bool
    places: list[int] = field(default_factory=list)
    ends: int = 0


@dataclass(frozen=True, slots=True)
class Label:
    """A name on the map, with the numbers of the stays it stands for; or these alone."""

    marker: Marker
    text: str
    numbers: str
    is_small: bool
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
                host = Marker(x, y, _RADIUS[state], state, is_area, [number])
                out.append(host)
            elif number not in host.places:
                host.places.append(number)
                if host.state == "ahead" and state == "visited":
                    # Somebody has been here, if not at the place that names it.
                    host.state, host.r, host.is_area = state, _RADIUS[state], is_area
            host.ends |= place.ends
    return out


def _reach(marker: Marker) -> float:
    return _NEAR + (_HALO if marker.state == "now" else 0)


def _rank(scene: Scene, moment: Moment, number: int) -> float:
    """Order places: here, next, the ones just left, the ends of lives, the ones to come.

    Of the whole, after the ends where somebody stayed longest.
    """
    place = scene.places[number]
    if moment.whole:
        clocks = [scene.stops[i].stay.clock for i in place.stops]
        return _FIRST if place.ends else sum(arrival - departure for arrival, departure in clocks)
    away = [i - moment.latest[scene.stops[i].person] for i in place.stops]
    rank = min(1.5 * n if n >= 0 else -n for n in away)
    return min(rank, _ENDS_RANK) if place.ends else rank


def _spokesman(scene: Scene, moment: Moment, number: int) -> int:
    """Return the stop of a place that has a say: where we are, were last, or go first."""
    stops = scene.places[number].stops
    past = [i for i in stops if i in moment.past]
    return past[-1] if past and not moment.whole else stops[0]


def name(
    scene: Scene,
    moment: Moment,
    markers: Sequence[Marker],
    bounds: Rect,
    route: Iterable[Sequence[Point]],
) -> list[Label]:
    """Name the markers in view, as many as there is room for.

    Parameters
    ----------
    scene, moment
        What and when.
    markers
        Those of the view, as `gather` makes them.
    bounds
        Where names may stand.
    route
        The ways' pixels: names keep off them.
    """
    wanted = _wanted(markers, bounds)
    names = [_names(scene, moment, marker) for marker in wanted]
    wishes = [
        labels.Wish(
            marker.x,
            marker.y,
            marker.r + (_HALO if marker.state == "now" else 0),
            tuple(_offers(told, marker, moment)),
            _DEAREST if told[0][1] and not _matters(marker, moment) else inf,
        )
        for marker, told in zip(wanted, names, strict=True)
    ]
    taken = [Rect(m.x - m.r - 1, m.y - m.r - 1, 2 * m.r + 2, 2 * m.r + 2) for m in markers]
    placed = labels.place(wishes, taken, _route_points(route, bounds), bounds)
    return [Label(wanted[p.wish], *names[p.wish][p.text], p) for p in placed]


def _wanted(markers: Sequence[Marker], bounds: Rect) -> list[Marker]:
    """Return the markers in view, of several copies of the world the one nearest the middle."""
    nearest: dict[int, Marker] = {}
    for marker in markers:
        if not bounds.grown(_EDGE).holds(Rect(marker.x, marker.y, 0, 0)):
            continue
        other = nearest.get(marker.places[0])
        middle = bounds.x + bounds.w / 2
        if other is None or abs(marker.x - middle) < abs(other.x - middle):
            nearest[marker.places[0]] = marker
    return list(nearest.values())


def size_of(state: State, *, is_small: bool) -> int:
    """Return how large the letters of a name are, in pixels."""
    return SMALL if is_small else SIZES[state]


def _matters(marker: Marker, moment: Moment) -> bool:
    """Tell whether a marker is named before all others: where we are, or where lives end."""
    return marker.state == "now" or (moment.whole and marker.ends > 0)


def _offers(told: Sequence[_Told], marker: Marker, moment: Moment) -> Iterator[labels.Offer]:
    """Give the size and the cost of each of the texts a marker may be called."""
    matters = _matters(marker, moment)
    for i, (text, numbers, is_small) in enumerate(told):
        size = size_of(marker.state, is_small=is_small)
        wide = texts.width(text, size, bold=marker.state == "now") + _PADDING
        if numbers:
            wide += (_NUMBER_GAP if text else 0) + texts.width(numbers, NUMBER_SIZE)
        kept = numbers == told[0][1]
        cost = _SHORTER_COST * i if kept else _NUMBERLESS_COST
        # Where we are is named before others get their numbers.
        tier = 2 if not text else 0 if kept or matters else 1
        yield labels.Offer(wide, size + 5, cost, tier)


def _stops(scene: Scene, marker: Marker) -> list[int]:
    return sorted(i for number in marker.places for i in scene.places[number].stops)


def _names(scene: Scene, moment: Moment, marker: Marker) -> list[_Told]:
    """Return what a marker may be called, the best first: names, and numbers of stays."""
    # Gathered places go by the one that is here, else by the one most often stayed at; of the
    # whole by the ones at which lives begin and end.
    places = marker.places
    ends = sum(bool(scene.places[number].ends) for number in places) if moment.whole else 0
    named = max(1, ends)
    if not ends and marker.state != "now":
        places = sorted(places, key=lambda number: -len(scene.places[number].stops))
    spokesmen = [_spokesman(scene, moment, number) for number in places]
    titles = list(dict.fromkeys(scene.stops[i].stay.located.title for i in spokesmen))
    first, others = " · ".join(titles[:named]), len(titles) - named
    short = _cut(first) + (_MORE if others > 0 else "")
    every = " · ".join(titles)
    shown = short if others > 0 and len(every) > _LONGEST_NAME else _cut(every)
    count = len(scene.stops)
    plain = len(scene.persons) > 1 or not 1 < count <= _NUMBERED
    numbers = "" if plain else numerals([i + 1 for i in _stops(scene, marker)])
    small = marker.state != "now"
    # Fewer names before smaller letters, these before no numbers; last, the numbers alone.
    told = [(text, numbers, False) for text in dict.fromkeys([shown, short])]
    if small:
        told.append((short, numbers, small))
    return [*told, (short, "", small), ("", numbers, small)] if numbers else told


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


def _route_points(route: Iterable[Sequence[Point]], bounds: Rect) -> Iterator[Point]:
    """Give the ways' points on the map, close enough together that no label slips between."""
    right, low = bounds.x + bounds.w, bounds.y + bounds.h
    for pixels in route:
        for (x0, y0), (x1, y1) in pairwise(pixels):
            if max(x0, x1) < bounds.x or min(x0, x1) > right:
                continue
            if max(y0, y1) < bounds.y or min(y0, y1) > low:
                continue
            count = min(60, ceil(hypot(x1 - x0, y1 - y0) / 9)) or 1
            for n in range(1, count + 1):
                yield x0 + (x1 - x0) * n / count, y0 + (y1 - y0) * n / count
