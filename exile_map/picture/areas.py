"""Areas: regions and countries as soft stains, so that nobody takes their edge for a border known.

The same encoding as the player's `areas.js`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians
from typing import TYPE_CHECKING, Final

from exile_map.picture import atlas, palette, pen
from exile_map.picture.projecting import box_of, world

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.picture.moments import Moment
    from exile_map.picture.paints import Defs
    from exile_map.picture.projecting import Box, View
    from exile_map.picture.scene import Scene, Stop

_EARTH_ROUND_KM: Final = 40075
# How much of an area its soft edge takes; of a very large one no more than this part of the world.
_SOFT: Final = 0.14
_SOFTEST: Final = 0.012
_TINT: Final = 0.3
# A circle's edge is fainter than its radius, so that the whole of it looks as wide as it is.
_EDGE: Final = 0.92
_WHITE: Final = "#fff"


def draw(scene: Scene, view: View, moment: Moment, defs: Defs) -> Iterator[str]:
    """Draw the areas reached, each once, the latest below."""
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
        yield _Area(stop, view, number in moment.present, defs).draw()


@dataclass(frozen=True, slots=True)
class _Area:
    """The area of one stop, in one view.

    Parameters
    ----------
    stop, view
        What and where.
    present
        Whether somebody is there: then it is darker, and stippled.
    defs
        Takes up what the drawing refers to.
    """

    stop: Stop
    view: View
    present: bool
    defs: Defs

    def draw(self) -> str:
        """Draw it by its shape; where none is known, as a disc."""
        match = self.stop.stay.located.match
        if match is not None and match.extent:
            return self._ring(match.extent)
        if match is not None and match.layer == "country":
            sheet = atlas.Sheet("countries")
            box = sheet.box(match.country)
            if box is not None:
                soft = _spread(box) * self.view.scale
                margin = 8 + 2 * soft / atlas.UNIT
                data = atlas.shapes(sheet, match.country, self.view, margin=margin)
                return self._blurred(pen.path(data, transform=f"scale({atlas.UNIT})"), soft)
        return self._discs()

    @property
    def _opacity(self) -> float:
        return _TINT if self.present else _TINT / 2

    def _ring(self, extent: tuple[tuple[float, float], ...]) -> str:
        near = self.stop.at[0] if self.stop.at else 0.0
        points = [world(lat, lon) for lon, lat in extent]
        ring = [(x + round(near - x), y) for x, y in points]
        box = box_of(ring) or (0.0, 0.0, 0.0, 0.0)
        paths = [
            pen.path(pen.polyline([self.view.pixel(point, copy) for point in ring]) + "z")
            for copy in self.view.copies(box)
        ]
        return self._blurred("".join(paths), _spread(box) * self.view.scale)

    def _blurred(self, shape: str, soft: float) -> str:
        if not shape:
            return ""
        blur = self.defs.blur(soft / 2, self.view.width, self.view.height)
        key = pen.key_of("area", shape)
        stain = pen.group(
            pen.group(shape, id=key), filter=blur, fill=palette.AREA, opacity=self._opacity
        )
        again = pen.element("use", xlink__href=f"#{key}")
        return stain + self._stippled(pen.group(again, filter=blur, fill=_WHITE))

    def _stippled(self, shape: str) -> str:
        """Stipple where somebody is, as densely as the area is sure."""
        if not self.present:
            return ""
        size = {"width": self.view.width, "height": self.view.height}
        mask = self.defs.mask(shape, self.view.width, self.view.height)
        return pen.element("rect", **size, fill=self.defs.stipple(), mask=mask)

    def _discs(self) -> str:
        lat = self.stop.stay.point[0] if self.stop.stay.point else 0.0
        km = self.stop.stay.located.radius_km or 0.0
        half = km / _EARTH_ROUND_KM / max(0.1, cos(radians(lat)))
        x, y = self.stop.at or (0.0, 0.0)
        copies = self.view.copies((x - half, y - half, x + half, y + half), 0)
        return "".join(self._disc(half * self.view.scale, copy) for copy in copies)

    def _disc(self, half: float, copy: int) -> str:
        x, y = self.view.pixel(self.stop.at or (0.0, 0.0), copy)
        edge = _EDGE * half
        sigma = min(2 * _SOFT * half, _SOFTEST * self.view.scale) / 2
        outer = edge + 2 * sigma
        fill = self.defs.soft_disc(edge / outer, sigma / outer, palette.AREA)
        disc = pen.element("circle", cx=x, cy=y, r=outer, fill=fill, opacity=self._opacity)
        bright = self.defs.soft_disc(edge / outer, sigma / outer, _WHITE)
        return disc + self._stippled(pen.element("circle", cx=x, cy=y, r=outer, fill=bright))


def _spread(box: Box) -> float:
    """Return how wide an area's soft edge is, in world units."""
    return min(_SOFT * max(box[2] - box[0], box[3] - box[1]), _SOFTEST)
