"""The map: land and sea, areas, ways, markers and names, as SVG in the pixels of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.picture import areas, atlas, marks, palette, pen, ways
from exile_map.picture.markers import gather, name
from exile_map.picture.rects import Rect

if TYPE_CHECKING:
    from exile_map.picture.moments import Moment
    from exile_map.picture.paints import Defs
    from exile_map.picture.projecting import View
    from exile_map.picture.scene import Scene

# Labels keep so many pixels off the edge.
_BOUNDS: Final = 4


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
    parts = [_base(view, coarser), *areas.draw(scene, view, moment, defs)]
    if scene.is_dense:
        return "".join([*parts, *ways.plain(scene, view, moment)])
    markers = gather(scene, view, moment)
    bounds = Rect(_BOUNDS, _BOUNDS, view.width - 2 * _BOUNDS, view.height - 2 * _BOUNDS)
    route = (pixels for way in scene.ways for pixels in ways.drawn(way, view))
    named = name(scene, moment, markers, bounds, route)
    parts += [
        ways.ahead(scene, view, moment),
        pen.group(
            *ways.travelled(scene, view, moment),
            fill="none",
            stroke_linecap="round",
            stroke_linejoin="round",
        ),
        *ways.gaps(scene, view, moment),
        *(marks.leader(label) for label in named if label.placed.is_far),
        *marks.markers(markers),
        marks.names(named),
    ]
    return "".join(parts)


def _base(view: View, coarser: float) -> str:
    """Draw sea, land, lakes and today's borders."""
    sheet = atlas.level_for(view, coarser=coarser)
    # Of a small file borders are the least: they may be coarser still.
    borders = atlas.level_for(view, coarser=coarser + 1) if coarser else sheet
    smooth = coarser > 0
    coast: dict[str, pen.Value] = {"stroke": palette.COAST, "stroke_width": 0.9 / atlas.UNIT}
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
