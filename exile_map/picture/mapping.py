"""The map: land and sea, areas, ways, markers and names, as SVG in the pixels of a view."""

from __future__ import annotations

from itertools import groupby
from math import atan2, cos, dist, hypot, radians, sin
from typing import TYPE_CHECKING, Final

from exile_map.picture import atlas, lines, palette, pen
from exile_map.picture.markers import NUMBER_SIZE, SIZES, gather, name
from exile_map.picture.labels import Rect
from exile_map.picture.projecting import world

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.picture.markers import Label, Marker
    from exile_map.picture.pen import Defs
    from exile_map.picture.projecting import Point, View
    from exile_map.picture.scene import Moment, Scene, Stop, Way

_EARTH_ROUND_KM: Final = 40075
# How much of an area its soft edge takes; of a very large one no more than this part of the world.
_SOFT: Final = 0.14
_SOFTEST: Final = 0.012
_TINT: Final = 0.3
# A circle's edge is fainter than its radius, so that the whole of it looks as wide as it is.
_EDGE: Final = 0.92

_CASING: Final = 2.4
_ARROW_ROOM: Final = 64
_ARROW: Final = 7
_HEAD_CASING: Final = 1.2
_GAP_ROOM: Final = 30
_GAP_REACH: Final = 34
_BOUNDS: Final = 4
# Of very many ways each is a plain line.
_PLAIN_WIDTH: Final = 1.4
_CHORD: Final = 30


def draw(scene: Scene, view: View, moment: Moment, defs: Defs, *, coarser: float = 0) -> str:
    """Draw the map of a scene at a moment.

    Parameters
    ----------
    scene, view, moment
        What, where and when.
    defs
        Takes up what the drawing refers to.
    coarser
        How many zooms the basemap is coarser than it could be seen.
    """
    parts = [_base(view, coarser), *_areas(scene, view, moment, defs)]
    if scene.is_dense:
        return "".join([*parts, *_plain(scene, view, moment)])
    markers = gather(scene, view, moment)
    bounds = Rect(
        _BOUNDS, _BOUNDS, view.width - 2 * _BOUNDS, view.height - 2 * _BOUNDS
    )
    named = name(scene, view, moment, markers, bounds)
    parts += [
        _ahead(scene, view, moment),
        pen.group(
            *_travelled((w for w in scene.ways if w.start + 1 in moment.past), view),
            fill="none",
            stroke_linecap="round",
            stroke_linejoin="round",
        ),
        *_gaps(scene, view, moment),
        *(_leader(label) for label in named if label.placed.is_far),
        *_markers(markers),
        _names(named),
    ]
    return "".join(parts)


def _base(view: View, coarser: float) -> str:
    """Draw sea, land, lakes and today's borders."""
    sheet = atlas.level_for(view, coarser=coarser)
    # Of a small file borders are the least: they may be coarser still.
    borders = atlas.level_for(view, coarser=coarser + 1) if coarser else sheet
    smooth = coarser > 0
    coast = {"stroke": palette.COAST, "stroke_width": 0.9 / atlas.UNIT}
    paths = [
        pen.path(
            atlas.shapes(sheet, "land", view, least=atlas.SPECK * (1 + 2 * coarser), smooth=smooth),
            fill=palette.LAND,
            **coast,
        ),
        pen.path(
            atlas.shapes(sheet, "lakes", view, least=atlas.POND * (1 + coarser), smooth=smooth),
            fill=palette.SEA,
            **coast,
        ),
        pen.path(
            atlas.strokes(borders, "borders", view, smooth=smooth),
            fill="none",
            stroke=palette.BORDER,
            stroke_width=0.7 / atlas.UNIT,
        ),
    ]
    sea = pen.element("rect", width=view.width, height=view.height, fill=palette.SEA)
    return sea + pen.group(*paths, transform=f"scale({atlas.UNIT})", stroke_linejoin="round")


def _areas(scene: Scene, view: View, moment: Moment, defs: Defs) -> Iterator[str]:
    """Draw the areas reached, each once, as soft stains: nobody shall take an edge for a border."""
    if scene.is_dense:
        return
    seen = set()
    for number in sorted(moment.past, reverse=True):
        stop = scene.stops[number]
        located = stop.stay.located
        key = (stop.place, located.radius_km, located.match.country if located.match else "")
        if not stop.is_area or key in seen:
            continue
        seen.add(key)
        yield _area(stop, view, number in moment.present, defs)


def _area(stop: Stop, view: View, present: bool, defs: Defs) -> str:  # noqa: FBT001 -- of a pair
    match = stop.stay.located.match
    paint = {"fill": palette.AREA, "opacity": _TINT if present else _TINT / 2}
    if match is not None and match.extent:
        ring = [world(lat, lon) for lon, lat in match.extent]
        return _blurred(_ring_paths(ring, stop, view), _spread(ring), view, paint, defs, present)
    if match is not None and match.layer == "country":
        sheet = atlas.Sheet("countries")
        box = sheet.box(match.country)
        if box is not None:
            reach = _spread([box[:2], box[2:]]) * view.scale / atlas.UNIT
            data = atlas.shapes(sheet, match.country, view, margin=8 + 2 * reach)
            shape = pen.path(data, transform=f"scale({atlas.UNIT})")
            return _blurred(shape, _spread([box[:2], box[2:]]), view, paint, defs, present)
    return "".join(_circle(stop, view, copy, paint, defs, present) for copy in _copies(stop, view))


def _spread(points: Sequence[Point]) -> float:
    """Return how wide an area's soft edge is, in world units."""
    xs, ys = zip(*points, strict=True)
    return min(_SOFT * max(max(xs) - min(xs), max(ys) - min(ys)), _SOFTEST)


def _copies(stop: Stop, view: View) -> range:
    half = _half(stop)
    x, y = stop.at or (0.0, 0.0)
    return view.copies((x - half, y - half, x + half, y + half), 0)


def _half(stop: Stop) -> float:
    """Return the radius of a stop's area in world units."""
    lat = stop.stay.point[0] if stop.stay.point else 0.0
    km = stop.stay.located.radius_km or 0.0
    return km / _EARTH_ROUND_KM / max(0.1, cos(radians(lat)))


def _circle(  # noqa: PLR0913 -- one area, all that decides its look
    stop: Stop, view: View, copy: int, paint: dict[str, pen.Value], defs: Defs, present: bool  # noqa: FBT001
) -> str:
    x, y = view.pixel(stop.at or (0.0, 0.0), copy)
    half = _half(stop) * view.scale
    sigma = min(2 * _SOFT * half, _SOFTEST * view.scale) / 2
    outer = _EDGE * half + 2 * sigma
    fill = defs.soft_disc(_EDGE * half / outer, sigma / outer, palette.AREA)
    disc = pen.element("circle", cx=x, cy=y, r=outer, **{**paint, "fill": fill})
    if not present:
        return disc
    return disc + pen.element("circle", cx=x, cy=y, r=_EDGE * half, fill=defs.stipple())


def _ring_paths(ring: Sequence[Point], stop: Stop, view: View) -> str:
    x = stop.at[0] if stop.at else 0.0
    near = [(p[0] + round(x - p[0]), p[1]) for p in ring]
    box = (min(p[0] for p in near), min(p[1] for p in near)) + (
        max(p[0] for p in near),
        max(p[1] for p in near),
    )
    return "".join(
        pen.path(pen.polyline([view.pixel(p, copy) for p in near]) + "z")
        for copy in view.copies(box)
    )


def _blurred(  # noqa: PLR0913 -- one area, all that decides its look
    shape: str, soft: float, view: View, paint: dict[str, pen.Value], defs: Defs, present: bool  # noqa: FBT001
) -> str:
    blur = defs.blur(soft * view.scale / 2, view.width, view.height)
    stain = pen.group(shape, filter=blur, **paint)
    return stain + (pen.group(shape, fill=defs.stipple()) if present and stain else "")


def _drawn(way: Way, view: View) -> Iterator[list[Point]]:
    """Give a way's pixels, in every copy of the world in which it is seen."""
    if (box := way.box) is not None:
        for copy in view.copies(box):
            yield [view.pixel(point, copy) for point in way.line]


def _travelled(ways: Iterator[Way], view: View) -> Iterator[str]:
    """Draw ways with their casings, those of one kind that follow each other at once."""
    for stroke, run in groupby(ways, key=lambda way: palette.stroke_of(way.group)):
        drawn = [pixels for way in run for pixels in _drawn(way, view) if _is_seen(pixels)]
        data = "".join(map(pen.curve, drawn))
        look: dict[str, pen.Value] = {
            "stroke": stroke.colour,
            "stroke_width": stroke.width,
            "stroke_dasharray": stroke.dash,
            "stroke_linecap": stroke.cap if stroke.cap != "round" else "",
        }
        yield pen.twice(data, {"stroke": palette.CASING, "stroke_width": stroke.width + _CASING}, look)
        heads = "".join(_arrow(pixels, stroke) for pixels in drawn)
        cased = {"stroke": palette.CASING, "stroke_width": _HEAD_CASING}
        yield pen.path(heads, fill=stroke.colour, **cased)


def _is_seen(pixels: Sequence[Point]) -> bool:
    """Tell whether a way leads out of its own marker."""
    return any(dist(pixels[0], point) > 2 for point in pixels)  # noqa: PLR2004 -- pixels


def _arrow(pixels: Sequence[Point], stroke: palette.Stroke) -> str:
    """Return a small head at mid-way that says which way, as path data."""
    along = lines.lengths(pixels)
    if along[-1] < _ARROW_ROOM:
        return ""
    nose, tail = lines.point_at(pixels, along, 0.56), lines.point_at(pixels, along, 0.53)
    size = _ARROW + stroke.width / 2 + _HEAD_CASING / 2
    turn = atan2(nose.y - tail.y, nose.x - tail.x)
    ahead, aside = (size * cos(turn), size * sin(turn)), (-size * sin(turn), size * cos(turn))

    def at(far: float, off: float) -> str:
        x = nose.x + far * ahead[0] + off * aside[0]
        return f"{pen.number(x)} {pen.number(nose.y + far * ahead[1] + off * aside[1])}"

    return f"M{at(0.62, 0)}L{at(-0.5, 0.56)}Q{at(-0.2, 0)} {at(-0.5, -0.56)}z"


def _ahead(scene: Scene, view: View, moment: Moment) -> str:
    """Draw the way ahead, faint."""
    data = "".join(
        pen.curve(pixels)
        for way in scene.ways
        if way.start + 1 not in moment.past
        for pixels in _drawn(way, view)
    )
    return pen.path(
        data,
        fill="none",
        stroke=palette.AHEAD,
        stroke_width=1.3,
        stroke_linecap="round",
        stroke_dasharray="0.1 4.5",
    )


def _plain(scene: Scene, view: View, moment: Moment) -> Iterator[str]:
    """Draw very many ways as plain lines, each that looks the same once."""
    for group in ("free", "unknown", "flight", "forced"):
        stroke = palette.STROKES[group]
        ways = (w for w in scene.ways if w.start + 1 in moment.past)
        drawn = {
            line: None
            for way in ways
            if palette.stroke_of(way.group) is stroke
            for pixels in _drawn(way, view)
            if len(line := _coarse(pixels)) > 1
        }
        data = "".join(map(pen.polyline, drawn))
        yield pen.path(data, fill="none", stroke=stroke.colour, stroke_width=_PLAIN_WIDTH)


def _coarse(pixels: Sequence[Point]) -> tuple[Point, ...]:
    """Return a way in whole pixels, a short one as straight."""
    near = hypot(pixels[-1][0] - pixels[0][0], pixels[-1][1] - pixels[0][1]) < _CHORD
    thin = [pixels[0], pixels[-1]] if near else lines.thinned(pixels, 1)
    return tuple(dict.fromkeys((float(round(x)), float(round(y))) for x, y in thin))


def _gaps(scene: Scene, view: View, moment: Moment) -> Iterator[str]:
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
    asked = {"x": start[0] + dx * (reach + 11), "y": start[1] + dy * (reach + 11) + 5}
    letters = {
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


def _markers(markers: Sequence[Marker]) -> Iterator[str]:
    """Draw the markers: first those like most others, which need not each say how they look."""
    plain = [m for m in markers if m.state == "visited" and not m.is_area]
    yield pen.group(
        *(pen.element("circle", cx=m.x, cy=m.y, r=m.r + 0.4) for m in plain),
        fill=palette.INK,
        stroke=palette.CASING,
        stroke_width=2.4,
    )
    for marker in reversed(markers):
        yield _marker(marker)


def _marker(marker: Marker) -> str:
    """Draw what a marker has of its own: hollow where not yet, dashed where known roughly."""
    x, y, r, state = marker.x, marker.y, marker.r, marker.state
    at = {"cx": x, "cy": y}
    now, ahead = state == "now", state == "ahead"
    out = [pen.element("circle", **at, r=r + 7, fill=palette.INK, opacity=0.14)] if now else []
    inner = r - 1.2 if now else r - 0.8
    if marker.is_area or ahead:
        colour = palette.MUTED if ahead else palette.INK
        ring = {"fill": palette.PAPER, "stroke": colour, "stroke_width": 1.6}
        dash = "2.4 2" if marker.is_area else ""
        out.append(pen.element("circle", **at, r=r + 1.6, fill=palette.CASING))
        out.append(pen.element("circle", **at, r=inner, **ring, stroke_dasharray=dash))
        if not ahead:
            out.append(pen.element("circle", **at, r=3.2 if now else 1.6, fill=palette.INK))
        return "".join(out)
    if now:
        cased = {"fill": palette.INK, "stroke": palette.CASING, "stroke_width": 2.8}
        out.append(pen.element("circle", **at, r=inner + 1.4, **cased))
    if now or len(marker.places) > 1:
        ring = {"fill": "none", "stroke": palette.PAPER, "stroke_width": 1.3}
        out.append(pen.element("circle", **at, r=r - 4 if now else r - 2.6, **ring))
    return "".join(out)


def _leader(label: Label) -> str:
    """Draw a hair from a marker to a name that stands further off."""
    rect, marker = label.rect, label.marker
    x = max(rect.x, min(rect.x + rect.w, marker.x))
    y = max(rect.y + 4, min(rect.y + rect.h - 4, marker.y))
    data = pen.polyline([(marker.x, marker.y), (x, y)])
    return pen.path(data, stroke=palette.CASING, stroke_width=3) + pen.path(
        data, stroke=palette.INK, stroke_width=0.8
    )


def _names(named: Sequence[Label]) -> str:
    told = "".join(_text(label) for label in reversed(named))
    names = pen.cased(told, "names", palette.CASING, 3.6)
    return pen.group(names, font_family=palette.SERIF, font_size=SIZES["visited"])


def _text(label: Label) -> str:
    marker, rect = label.marker, label.rect
    size = SIZES[marker.state]
    anchor = label.placed.anchor
    numbers = ""
    if label.numbers:
        numbers = pen.element(
            "tspan", f"\N{NO-BREAK SPACE}{label.numbers}", fill=palette.MUTED, font_size=NUMBER_SIZE,
            font_weight="normal" if marker.state == "now" else "",
        )  # fmt: skip
    return pen.element(
        "text",
        pen.clean(label.text) + numbers,
        x=rect.x + {"start": 2, "end": rect.w - 2, "middle": rect.w / 2}[anchor],
        y=rect.y + rect.h / 2 + 0.35 * size,
        text_anchor="" if anchor == "start" else anchor,
        font_size="" if marker.state == "visited" else size,
        font_weight="bold" if marker.state == "now" else "",
        font_style="italic" if marker.is_area else "",
        fill=palette.MUTED if marker.state == "ahead" else "",
    )
