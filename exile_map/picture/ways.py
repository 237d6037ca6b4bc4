"""Ways: travelled with casings and arrowheads, ahead faint, lost as open ends, very many plain.

The same encoding as the player's `paint.js`.
"""

from __future__ import annotations

from itertools import groupby
from math import atan2, cos, dist, hypot, sin
from typing import TYPE_CHECKING, Final

from exile_map.picture import lines, palette, pen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.picture.moments import Moment
    from exile_map.picture.projecting import Point, View
    from exile_map.picture.scene import Scene, Way

_CASING: Final = 2.4
# A lane's points are no closer than so many pixels.
_LANE_STEP: Final = 3
_LANE_FLAT: Final = 0.3
_ARROW_ROOM: Final = 64
_ARROW: Final = 7
_HEAD_CASING: Final = 1.2
_GAP_ROOM: Final = 30
_GAP_REACH: Final = 34
# Of very many ways each is a plain line, and one shorter than so many pixels a straight one.
_PLAIN_WIDTH: Final = 1.4
_CHORD: Final = 30
_PLAIN_ORDER: Final = ("free", "unknown", "flight", "forced")
# More points are drawn on a coarser grid, but on none coarser than this many pixels.
_MOST_POINTS: Final = 25_000
_COARSEST: Final = 16

_Line = tuple[tuple[float, float], ...]


def drawn(way: Way, view: View) -> Iterator[list[Point]]:
    """Give a way's pixels, in every copy of the world in which it is seen."""
    if (box := way.box) is not None:
        for copy in view.copies(box):
            pixels = view.pixels(way.line, copy)
            yield lines.aside(lines.spaced(pixels, _LANE_STEP), way.aside) if way.aside else pixels


def travelled(scene: Scene, view: View, moment: Moment) -> Iterator[str]:
    """Draw ways with their casings, those of one look that follow each other at once."""

    def look_of(way: Way) -> tuple[palette.Stroke, bool]:
        stroke = palette.stroke_of(way.group)
        if scene.is_coloured:
            stroke = stroke._replace(colour=palette.life(way.person))
        return stroke, bool(way.aside)

    past = (way for way in scene.ways if way.start + 1 in moment.past)
    for (stroke, aside), run in groupby(past, key=look_of):
        seen = [pixels for way in run for pixels in drawn(way, view) if _is_seen(pixels)]
        data = "".join(map(_parallel if aside else pen.curve, seen))
        look: dict[str, pen.Value] = {
            "stroke": stroke.colour,
            "stroke_width": stroke.width,
            "stroke_dasharray": stroke.dash,
            "stroke_linecap": stroke.cap if stroke.cap != "round" else "",
        }
        yield pen.twice(
            data,
            {"stroke": palette.CASING, "stroke_width": stroke.width + (1 if aside else _CASING)},
            look,
        )
        # Side by side, heads are smaller.
        heads = "".join(_arrow(pixels, stroke, 0.7 if aside else 1) for pixels in seen)
        cased: dict[str, pen.Value] = {"stroke": palette.CASING, "stroke_width": _HEAD_CASING}
        yield pen.path(heads, fill=stroke.colour, **cased)


def _parallel(pixels: list[Point]) -> str:
    """Write a lane as path data: smoothed, each would swing out by itself."""
    return pen.polyline(lines.thinned(pixels, _LANE_FLAT))


def _is_seen(pixels: Sequence[Point]) -> bool:
    """Tell whether a way leads out of its own marker."""
    return any(dist(pixels[0], point) > 2 for point in pixels)  # noqa: PLR2004 -- pixels


def _arrow(pixels: Sequence[Point], stroke: palette.Stroke, part: float) -> str:
    """Return a small head at mid-way that says which way, as path data."""
    along = lines.lengths(pixels)
    if along[-1] < _ARROW_ROOM:
        return ""
    nose, tail = lines.point_at(pixels, along, 0.56), lines.point_at(pixels, along, 0.53)
    size = (_ARROW + stroke.width / 2) * part + _HEAD_CASING / 2
    turn = atan2(nose.y - tail.y, nose.x - tail.x)
    ahead, aside = (size * cos(turn), size * sin(turn)), (-size * sin(turn), size * cos(turn))

    def at(far: float, off: float) -> str:
        x = nose.x + far * ahead[0] + off * aside[0]
        return f"{pen.number(x)} {pen.number(nose.y + far * ahead[1] + off * aside[1])}"

    return f"M{at(0.62, 0)}L{at(-0.5, 0.56)}Q{at(-0.2, 0)} {at(-0.5, -0.56)}z"


def ahead(scene: Scene, view: View, moment: Moment) -> str:
    """Draw the way ahead, faint."""
    data = "".join(
        _parallel(pixels) if way.aside else pen.curve(pixels)
        for way in scene.ways
        if way.start + 1 not in moment.past
        for pixels in drawn(way, view)
    )
    return pen.path(
        data,
        fill="none",
        stroke=palette.AHEAD,
        stroke_width=0.8,
        stroke_linejoin="round",
    )


def plain(scene: Scene, view: View, moment: Moment) -> Iterator[str]:
    """Draw very many ways as plain lines, each once that looks the same, as coarse as it takes."""
    kinds: dict[str, dict[_Line, None]] = {group: {} for group in _PLAIN_ORDER}
    for way in scene.ways:
        if way.start + 1 in moment.past:
            group = way.group if way.group in kinds else "unknown"
            kinds[group].update((tuple(pixels), None) for pixels in drawn(way, view))
    grid = 1
    while True:
        kinds = {
            group: {line: None for told in kind if len(line := _coarse(told, grid)) > 1}
            for group, kind in kinds.items()
        }
        points = sum(len(line) for kind in kinds.values() for line in kind)
        if points <= _MOST_POINTS or grid >= _COARSEST:
            break
        grid *= 2
    for group, kind in kinds.items():
        colour = palette.STROKES[group].colour
        data = "".join(map(pen.polyline, kind))
        yield pen.path(data, fill="none", stroke=colour, stroke_width=_PLAIN_WIDTH)


def _coarse(pixels: Sequence[Point], grid: int) -> _Line:
    """Return a way's points on a grid of so many pixels, a short way as straight."""
    near = dist(pixels[0], pixels[-1]) < _CHORD
    thin = [pixels[0], pixels[-1]] if near else lines.thinned(pixels, grid)
    return tuple(
        dict.fromkeys(
            (float(round(x / grid) * grid), float(round(y / grid) * grid)) for x, y in thin
        )
    )


def gaps(scene: Scene, view: View, moment: Moment) -> Iterator[str]:
    """Draw where a way is lost: an open end toward the next known place, and a question mark."""
    for way in scene.ways:
        start, lost = scene.stops[way.start], scene.stops[way.start + 1]
        if not way.gap or start.at is None or lost.at or way.start + 1 not in moment.past:
            continue
        later = (s for s in scene.stops[way.start + 1 :] if s.person == start.person and s.at)
        following = next(later, None)
        if following is None or following.at is None or following.place == start.place:
            continue
        yield _open_end(view.pixel(start.at), view.pixel(following.at))


def _open_end(start: Point, goal: Point) -> str:
    way = hypot(goal[0] - start[0], goal[1] - start[1])
    if way < _GAP_ROOM:
        return ""
    dx, dy = (goal[0] - start[0]) / way, (goal[1] - start[1]) / way
    reach = min(_GAP_REACH, way / 2)
    data = pen.polyline([(start[0] + dx * r, start[1] + dy * r) for r in (8, reach)])
    asked: dict[str, pen.Value] = {
        "x": start[0] + dx * (reach + 11),
        "y": start[1] + dy * (reach + 11) + 5,
    }
    letters: dict[str, pen.Value] = {
        "font_family": palette.SERIF, "font_size": 15, "font_style": "italic",
        "font_weight": "bold", "text_anchor": "middle",
    }  # fmt: skip
    return pen.group(
        pen.path(data, stroke=palette.CASING, stroke_width=5),
        pen.path(data, stroke=palette.UNKNOWN, stroke_width=2, stroke_dasharray="3 5"),
        pen.element("text", "?", **asked, **letters, stroke=palette.CASING, stroke_width=4),
        pen.element("text", "?", **asked, **letters, fill=palette.MUTED),
        fill="none",
        stroke_linecap="round",
        stroke_linejoin="round",
    )
