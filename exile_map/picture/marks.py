"""Marks: markers and their names, drawn.

The same encoding as the player's `overlay.js`.
"""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING, Final

from exile_map.picture import labels, palette, pen
from exile_map.picture.markers import NUMBER_SIZE, SIZES, size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.picture.markers import Label, Marker


# How much further the points of a diamond or square reach than a disc as large.
_POINTED: Final = 1.35
_BEGIN, _END = 1, 2


def shape(x: float, y: float, r: float, ends: int, **look: pen.Value) -> str:
    """Draw a disc; where a life begins a diamond, where it ends a square; or a star of both.

    Parameters
    ----------
    x, y, r
        Its middle and radius.
    ends
        Whether a life begins there (1) or ends (2).
    look
        Attributes.
    """
    if not ends:
        return pen.element("circle", cx=x, cy=y, r=r, **look)
    data = ""
    for end, turn in ((_BEGIN, 0.0), (_END, 0.5)):
        angles = ((i + turn) * pi / 2 for i in range(4)) if ends & end else ()
        reach = r * _POINTED
        points = [
            f"{pen.number(x + reach * cos(a))} {pen.number(y + reach * sin(a))}" for a in angles
        ]
        data += f"M{'L'.join(points)}z" if points else ""
    return pen.path(data, **look)


def markers(gathered: Sequence[Marker]) -> Iterator[str]:
    """Draw the markers: first those like most others, which need not each say how they look."""
    plain = [m for m in gathered if m.state == "visited" and not m.is_area]
    yield pen.group(
        *(shape(m.x, m.y, m.r + 0.4, m.ends) for m in plain),
        fill=palette.INK,
        stroke=palette.CASING,
        stroke_width=2.4,
    )
    for marker in reversed(gathered):
        yield _marker(marker)


def _marker(marker: Marker) -> str:
    """Draw what a marker has of its own: hollow where not yet, dashed where known roughly."""
    x, y, r, state = marker.x, marker.y, marker.r, marker.state
    at: dict[str, pen.Value] = {"cx": x, "cy": y}
    now, ahead = state == "now", state == "ahead"
    out = [pen.element("circle", **at, r=r + 7, fill=palette.INK, opacity=0.14)] if now else []
    inner = r - 1.2 if now else r - 0.8
    if marker.is_area or ahead:
        colour = palette.MUTED if ahead else palette.INK
        ring: dict[str, pen.Value] = {"fill": palette.PAPER, "stroke": colour, "stroke_width": 1.6}
        dash = "2.4 2" if marker.is_area else ""
        out.append(shape(x, y, r + 1.6, marker.ends, fill=palette.CASING))
        out.append(shape(x, y, inner, marker.ends, **ring, stroke_dasharray=dash))
        if not ahead:
            out.append(pen.element("circle", **at, r=3.2 if now else 1.6, fill=palette.INK))
        return "".join(out)
    if now:
        cased: dict[str, pen.Value] = {
            "fill": palette.INK,
            "stroke": palette.CASING,
            "stroke_width": 2.8,
        }
        out.append(shape(x, y, inner + 1.4, marker.ends, **cased))
    if now or len(marker.places) > 1:
        ring = {"fill": "none", "stroke": palette.PAPER, "stroke_width": 1.3}
        out.append(pen.element("circle", **at, r=r - 4 if now else r - 2.6, **ring))
    return "".join(out)


def leader(label: Label) -> str:
    """Draw a hair from a marker to a name that stands further off."""
    marker = label.marker
    end = labels.landing(label.rect, marker.x, marker.y)
    data = pen.polyline([(marker.x, marker.y), end])
    return pen.path(data, stroke=palette.CASING, stroke_width=3) + pen.path(
        data, stroke=palette.INK, stroke_width=0.8
    )


def names(named: Sequence[Label]) -> str:
    """Write the names over a casing of the same letters."""
    told = "".join(_text(label) for label in reversed(named))
    written = pen.cased(told, "names", palette.CASING, 3.6)
    return pen.group(written, font_family=palette.SERIF, font_size=SIZES["visited"])


def _text(label: Label) -> str:
    marker, rect = label.marker, label.rect
    size = size_of(marker.state, is_small=label.is_small)
    anchor = label.placed.anchor
    numbers = ""
    if label.numbers:
        text = f"\N{NO-BREAK SPACE}{label.numbers}" if label.text else label.numbers
        weight = "normal" if marker.state == "now" else ""
        look = {"fill": palette.MUTED, "font_weight": weight}
        numbers = pen.element("tspan", text, font_size=NUMBER_SIZE, **look)
    return pen.element(
        "text",
        pen.clean(label.text) + numbers,
        x=rect.x + {"start": 2, "end": rect.w - 2, "middle": rect.w / 2}[anchor],
        y=rect.y + rect.h / 2 + 0.35 * size,
        text_anchor="" if anchor == "start" else anchor,
        font_size="" if size == SIZES["visited"] else size,
        font_weight="bold" if marker.state == "now" else "",
        font_style="italic" if marker.is_area else "",
        fill=palette.MUTED if marker.state == "ahead" else "",
    )
