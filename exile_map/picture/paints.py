"""Paints: gradients, patterns, filters and frames that a picture refers to."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from exile_map.picture import palette, pen

if TYPE_CHECKING:
    from collections.abc import Sequence


class Defs:
    """What a picture refers to, each written once.

    Every id says all that its element is made of: two pictures in one document may use the same
    id, for the same thing.
    """

    def __init__(self) -> None:
        self._made: dict[str, str] = {}

    def __str__(self) -> str:
        """Write them."""
        return pen.element("defs", *self._made.values()) if self._made else ""

    def _refer(self, key: str, name: str, *children: str, **attributes: pen.Value) -> str:
        self._made.setdefault(key, pen.element(name, *children, id=key, **attributes))
        return f"url(#{key})"

    def stipple(self) -> str:
        """Return a paint of fine dots."""
        dots = [pen.element("circle", cx=at, cy=at, r=0.85) for at in (3, 9)]
        paint: dict[str, pen.Value] = {
            "fill": palette.STIPPLE,
            "fill_opacity": palette.STIPPLE_OPACITY,
        }
        size: dict[str, pen.Value] = {"width": 12, "height": 12, "patternUnits": "userSpaceOnUse"}
        return self._refer("em-stipple", "pattern", *dots, **size, **paint)

    def blur(self, deviation: float, width: float, height: float) -> str:
        """Return a filter that softens edges, for a map of some size."""
        told = pen.number(deviation)
        air = ceil(3 * deviation)
        return self._refer(
            f"em-blur-{told}-{pen.number(width)}-{pen.number(height)}".replace(".", "_"),
            "filter",
            pen.element("feGaussianBlur", stdDeviation=told),
            x=-air,
            y=-air,
            width=width + 2 * air,
            height=height + 2 * air,
            filterUnits="userSpaceOnUse",
        )

    def mask(self, shown: str, width: float, height: float) -> str:
        """Return a mask of a map's size: what is drawn white shows what it is put on."""
        size: dict[str, pen.Value] = {"width": width, "height": height, "x": 0, "y": 0}
        key = pen.key_of("mask", f"{shown}{width}{height}")
        return self._refer(key, "mask", shown, maskUnits="userSpaceOnUse", **size)

    def soft_disc(self, edge: float, sigma: float, colour: str) -> str:
        """Return a paint that fades about an edge, both as parts of the radius, as if blurred."""
        # The normal distribution's share beyond -2, -1, 0, 1 and 2 deviations.
        faded = ((-2, 1), (-1, 0.84), (0, 0.5), (1, 0.16), (2, 0))
        stops = [
            pen.element("stop", offset=edge + n * sigma, stop_color=colour, stop_opacity=part)
            for n, part in faded
        ]
        return self._refer(pen.key_of("disc", "".join(stops)), "radialGradient", *stops)

    def soft_ends(self, ends: Sequence[float], colour: str) -> str:
        """Return a paint that begins, is full, ceases to be full and ends at these pixels."""
        first, sure, until, last = ends
        whole = (last - first) or 1
        stops = []
        if sure > first:
            stops += [(0.0, True), ((sure - first) / whole, False)]
        if until < last:
            stops += [((until - first) / whole, False), (1.0, True)]
        made = "".join(
            pen.element(
                "stop", offset=at or "", stop_color=colour, **({"stop_opacity": 0} if faded else {})
            )
            for at, faded in stops
        )
        return self._refer(pen.key_of("ends", made), "linearGradient", made)

    def frame(self, width: float, height: float) -> str:
        """Return what cuts a drawing to a size."""
        key = f"em-frame-{pen.number(width)}-{pen.number(height)}".replace(".", "_")
        return self._refer(key, "clipPath", pen.element("rect", width=width, height=height))
