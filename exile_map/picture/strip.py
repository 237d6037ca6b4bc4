"""The strip of time below the map: one bar a stay, soft where time is in doubt, hatched in prison.

The same encoding as the page's timeline (`bars.js`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exile_map.picture import axis, palette, pen, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.picture.moments import Moment
    from exile_map.picture.paints import Defs
    from exile_map.picture.scene import Scene, Stop
    from exile_map.picture.wording import Words

LANE: Final = 17
"""Height of one life's bars, in pixels."""
BELOW: Final = 24
"""Height of the axis and its years."""

_MOST_LANES: Final = 8
_TOP: Final = 4
_AIR: Final = 0.012
_NAMES: Final = 0.24
_NAME_SIZE: Final = 11
_THINNEST: Final = 4
# Stays that are no home are half as high: form alone tells them apart.
_LOW: Final = frozenset({"transit", "waiting", "hiding", "sea"})
_LIFE_OPACITY: Final = 0.72
_INFERRED_OPACITY: Final = 0.5
_SOFT: Final = 1.5
# Hatching: how far apart, and how thick.
_APART: Final = 6.0
_HATCH_WIDTH: Final = 1.8
_NUMBER_SIZE: Final = 9.5
_NUMBERED: Final = 99

Extent = tuple[float, float, float, float]
"""Where a bar begins, is sure, ceases to be sure and ends."""


def lanes(scene: Scene) -> int:
    """Return how many lives have a lane of their own."""
    return min(_MOST_LANES, max(1, len(scene.persons)))


def height(scene: Scene) -> float:
    """Return how high the strip is, in pixels."""
    return _TOP + LANE * lanes(scene) + BELOW


def shape_of(stop: Stop) -> str:
    """Return the form of a stay's bar, by its key in the legend: bar, confined or low."""
    group = stop.stay.stay_group
    return "low" if group in _LOW else "confined" if group == "confined" else "bar"


def extent(stop: Stop) -> Extent:
    """Return a stay's bounds, the unknown filled by its clock, in decimal years."""
    first, sure, until, last = stop.stay.years
    arrival, departure = stop.stay.clock
    start = arrival if first is None else first
    sure = min(max(start, start if sure is None else sure), max(start, departure))
    until = max(sure, departure if until is None else until)
    return start, sure, until, max(until, max(departure, until) if last is None else last)


def is_soft(stop: Stop) -> bool:
    """Tell whether a stay's beginning or end is known only within more than a year."""
    start, sure, until, end = extent(stop)
    return sure - start > 1.01 or end - until > 1.01  # noqa: PLR2004 -- a year and its rounding


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where on the strip a year is, in pixels.

    Parameters
    ----------
    start, end
        The first and last year.
    left, right
        Where they are, on a strip from left to right.
    width
        Of the strip.
    rtl
        Whether time runs from right to left.
    """

    start: float
    end: float
    left: float
    right: float
    width: float
    rtl: bool

    def x(self, year: float) -> float:
        part = (year - self.start) / (self.end - self.start)
        x = self.left + part * (self.right - self.left)
        return self.width - x if self.rtl else x


def draw(scene: Scene, moment: Moment, words: Words, width: float, defs: Defs) -> str:
    """Draw the strip, so many pixels wide."""
    names, room = _lane_names(scene, words, width)
    frame = _frame(scene, width, room, words)
    parts = [*names, *_bars(scene, frame, words, defs), *_axis(scene, frame, words)]
    if moment.year is not None and frame.start <= moment.year <= frame.end:
        parts.append(_playhead(scene, frame.x(moment.year)))
    return "".join(parts)


def _frame(scene: Scene, width: float, room: float, words: Words) -> _Frame:
    ends = [extent(stop) for stop in scene.stops]
    start = min((e[0] for e in ends), default=0.0)
    end = max((e[3] for e in ends), default=1.0)
    air = max(end - start, 0.05) * _AIR
    return _Frame(start - air, max(end, start + 0.05) + air, room, width, width, words.rtl)


def _lane_names(scene: Scene, words: Words, width: float) -> tuple[list[str], float]:
    """Write whose life each lane is; return how much room that takes too."""
    count = lanes(scene)
    if count == 1:
        return [], 0.0
    names = scene.persons[:count]
    if len(scene.persons) > count:
        # What has no lane of its own shares the last.
        names = [*names[:-1], f"+{words.number(len(scene.persons) - count + 1)}"]
    shown = [texts.cut(name, _NAME_SIZE, width * _NAMES, bold=True) for name in names]
    room = max(texts.width(name, _NAME_SIZE, bold=True) for name in shown) + 8
    x = width - room + 8 if words.rtl else room - 8
    anchor = "" if words.rtl else "end"
    out = []
    for i, name in enumerate(shown):
        look = {
            "fill": palette.life(i) if scene.is_coloured else palette.MUTED,
            "font_weight": "bold" if scene.is_coloured else "",
            "text_anchor": anchor,
        }
        y = _TOP + LANE * (i + 0.5) + 4
        out.append(pen.element("text", pen.clean(name), x=x, y=y, font_size=_NAME_SIZE, **look))
    return out, room


def _bars(scene: Scene, frame: _Frame, words: Words, defs: Defs) -> Iterator[str]:
    """Draw the bars, each that looks the same once."""
    drawn: dict[str, None] = {}
    for stop in scene.stops:
        drawn.setdefault(_bar(scene, stop, frame, defs))
    yield from drawn
    if len(scene.persons) == 1 and 1 < len(scene.stops) <= _NUMBERED:
        yield _numbers(scene, frame, words)


def _bar(scene: Scene, stop: Stop, frame: _Frame, defs: Defs) -> str:
    shape = shape_of(stop)
    low, confined = shape == "low", shape == "confined"
    several = lanes(scene) > 1
    full = LANE - 2 if several else LANE
    high = max(4, full * 0.5) if low else full
    top = _TOP + LANE * min(stop.person, lanes(scene) - 1) + (full - high)
    years = extent(stop)
    left, sure, until, right = (frame.x(y) for y in (reversed(years) if frame.rtl else years))
    right = max(left + _THINNEST, right - 1)
    colour = palette.FORCED if confined else palette.BAR
    if scene.is_coloured:
        colour = palette.life(stop.person)
    opacity = _INFERRED_OPACITY if len(stop.stay.inferred) > 1 else 1
    paint = colour
    if sure - left > _SOFT or right - until > _SOFT:
        # What is soft by less than can be seen is sharp.
        sure = min(sure, right) if sure - left > _SOFT else left
        until = min(until, right) if right - until > _SOFT else right
        paint = defs.soft_ends((left, sure, max(sure, until), right), colour)
    if confined:
        return hatched(left, top, right - left, high, paint, opacity)
    if scene.is_coloured:
        opacity *= _LIFE_OPACITY
    return pen.element(
        "rect", x=left, y=top, width=right - left, height=high, rx=2,
        fill=paint, opacity="" if opacity == 1 else opacity,
    )  # fmt: skip


def hatched(  # noqa: PLR0913, PLR0917 -- a rectangle and its look
    x: float, y: float, wide: float, high: float, paint: str, opacity: float = 1
) -> str:
    """Draw a rectangle of slanting lines: they survive black and white, and any program."""
    out = []
    # Lines stand where they would on one sheet of hatching, so that neighbours join.
    foot = x - high - x % _APART
    while foot < x + wide:
        start, end = max(foot, x), min(foot + high, x + wide)
        if end - start > 0.2:  # noqa: PLR2004 -- a speck
            out.append(f"M{pen.number(start)} {pen.number(y + high - (start - foot))}")
            out.append(f"l{pen.number(end - start)}-{pen.number(end - start)}")
        foot += _APART
    shown = "" if opacity == 1 else opacity
    return pen.path("".join(out), stroke=paint, stroke_width=_HATCH_WIDTH, opacity=shown)


def _numbers(scene: Scene, frame: _Frame, words: Words) -> str:
    """Write the numbers of the bars that have room for them, the same as the map's."""
    told = []
    taken: list[tuple[float, float]] = []
    y = _TOP + LANE / 2 + 0.36 * _NUMBER_SIZE
    for i, stop in enumerate(scene.stops, start=1):
        years = extent(stop)
        text = words.number(i)
        ends = sorted((frame.x(years[0]), frame.x(years[3])))
        x, half = sum(ends) / 2, texts.width(text, _NUMBER_SIZE) / 2 + 3
        hidden = any(x - half < right and left < x + half for left, right in taken)
        if ends[1] - ends[0] < 2 * half or hidden:
            continue
        taken.append((x - half, x + half))
        told.append(pen.element("text", text, x=x, y=y))
    if not told:
        return ""
    letters: dict[str, pen.Value] = {"font_size": _NUMBER_SIZE, "text_anchor": "middle"}
    return pen.cased("".join(told), "numbers", palette.PAPER, 3, **letters)


def _axis(scene: Scene, frame: _Frame, words: Words) -> Iterator[str]:
    """Draw the axis, its ticks and their years."""
    base = _TOP + LANE * lanes(scene) + 5
    marks = axis.ticks(frame.start, frame.end, frame.right - frame.left, words)
    at = {tick.year: frame.x(tick.year) for tick in marks}
    shown = axis.apart(marks, at)
    ends = sorted((frame.x(frame.start), frame.x(frame.end)))
    line = pen.polyline([(ends[0], base), (ends[1], base)])
    line += "".join(f"M{pen.number(at[tick.year])} {base}v4" for tick in shown)
    yield pen.path(line, fill="none", stroke=palette.BAR_LINE)
    told = []
    for tick in shown:
        half = texts.width(tick.text, axis.SIZE) / 2
        x = max(half, min(frame.width - half, at[tick.year]))
        told.append(pen.element("text", pen.clean(tick.text), x=x, y=base + 16))
    yield pen.group(*told, font_size=axis.SIZE, fill=palette.MUTED, text_anchor="middle")


def _playhead(scene: Scene, x: float) -> str:
    """Mark the moment of the picture."""
    foot = _TOP + LANE * lanes(scene) + 5
    line = pen.path(f"M{pen.number(x)} {pen.number(foot)}V0", stroke=palette.INK, stroke_width=2)
    return line + pen.element("circle", cx=x, cy=0, r=4.5, fill=palette.INK)
