"""The legend: a sign and a name for everything that a picture uses, and for nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from exile_map._kinds import called, kind_in
from exile_map.picture import marks, palette, pen, strip, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from exile_map.picture.moments import Moment
    from exile_map.picture.paints import Defs
    from exile_map.picture.scene import Scene
    from exile_map.picture.wording import Words

SIZE: Final = 12
"""Of the letters, in pixels."""
ROW: Final = 22
"""Height of a row of entries."""

_SIGN: Final = 32
_AIR: Final = 8
_BETWEEN: Final = 22


class Entry(NamedTuple):
    """An entry: its key in the words, what it says, where it begins, and in which row."""

    key: str
    label: str
    x: float
    row: int


def used(scene: Scene, moment: Moment) -> list[str]:
    """Return the keys of what a picture uses, in the order in which it is named."""
    past = [way for way in scene.ways if way.start + 1 in moment.past]
    strokes = [palette.stroke_of(way.group) for way in past if way.line]
    keys = [key for key, stroke in palette.STROKES.items() if stroke in strokes]
    shown = [scene.stops[number] for number in moment.past]
    if any(way.line for way in scene.ways if way.start + 1 not in moment.past):
        keys.append("ahead")
    shapes = {strip.shape_of(stop) for stop in scene.stops}
    keys += [shape for shape in ("bar", "confined", "low") if shape in shapes]
    if len(scene.stops) > 1 and not scene.is_dense:
        keys.append("ends")
    if any(stop.is_area for stop in shown):
        keys.append("area")
    if any(way.gap for way in past):
        keys.append("gap")
    if any(strip.is_soft(stop) for stop in scene.stops):
        keys.append("soft")
    return [*keys, "borders"]


def named(keys: Iterable[str], scene: Scene, words: Words) -> dict[str, str]:
    """Say what each key stands for, by the map's own words where it has them, as the page does."""
    said: dict[str, list[str]] = {}
    for way in scene.ways:
        if way.line:
            move = scene.stops[way.start + 1].stay.located.place.move
            said.setdefault(way.group, []).append(kind_in(words.lang, "move", move) or move)
    for stop in scene.stops:
        stay = stop.stay.located.place.stay
        said.setdefault(strip.shape_of(stop), []).append(kind_in(words.lang, "stay", stay) or stay)
    said.pop("bar", None)
    return {key: called(said.get(key, ()), words.say(key), words.say("comma")) for key in keys}


def arrange(labels: dict[str, str], width: float) -> list[Entry]:
    """Place the entries in rows."""
    out: list[Entry] = []
    x, row = 0.0, 0
    for key, label in labels.items():
        wide = _SIGN + _AIR + texts.width(label, SIZE)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        out.append(Entry(key, label, x, row))
        x += wide + _BETWEEN
    return out


def draw(
    entries: list[Entry], words: Words, width: float, defs: Defs, *, coloured: bool = False
) -> str:
    """Draw the entries; in a language from right to left, from the right.

    Parameters
    ----------
    entries, words, width, defs
        What is named, in which words, in how many pixels; what takes up what is referred to.
    coloured
        Whether a colour is a life: then signs of ways of moving have none.
    """
    out = []
    for key, label, x, row in entries:
        y = row * ROW + ROW / 2
        left = width - x - _SIGN if words.rtl else x
        sign = pen.group(
            _sign(key, defs, coloured=coloured),
            transform=f"translate({pen.number(left)} {pen.number(y)})",
        )
        at = left - _AIR if words.rtl else left + _SIGN + _AIR
        anchor = "end" if words.rtl else ""
        text = pen.element("text", pen.clean(label), x=at, y=y + 4, text_anchor=anchor)
        out.append(sign + text)
    return pen.group(*out, font_size=SIZE, fill=palette.INK)


def _sign(key: str, defs: Defs, *, coloured: bool) -> str:
    """Draw an entry's sign, from 0 to 32 pixels, about a middle line at 0."""
    line = f"M1 0h{_SIGN - 2}"
    if key in palette.STROKES:
        stroke = palette.STROKES[key]
        look = {"stroke_dasharray": stroke.dash, "stroke_linecap": stroke.cap}
        colour = palette.INK if coloured else stroke.colour
        return pen.path(line, stroke=colour, stroke_width=stroke.width, **look)
    if key == "ahead":
        return pen.path(line, stroke=palette.AHEAD, stroke_width=0.8)
    signs: dict[str, Callable[[Defs], str]] = {
        "bar": lambda _: _block(11),
        "low": lambda _: _block(5.5),
        "confined": lambda _: strip.hatched(
            0, -5.5, _SIGN, 11, palette.INK if coloured else palette.FORCED
        ),
        "ends": _ends,
        "area": _area,
        "gap": _gap,
        "soft": _soft,
        "borders": lambda _: pen.path(line, stroke=palette.COAST, stroke_width=1),
    }
    return signs[key](defs)


def _block(high: float) -> str:
    return pen.element("rect", x=0, y=5.5 - high, width=_SIGN, height=high, rx=2, fill=palette.BAR)


def _ends(_: Defs) -> str:
    return marks.shape(8, 0, 3.8, 1, fill=palette.INK) + marks.shape(
        24, 0, 3.8, 2, fill=palette.INK
    )


def _area(defs: Defs) -> str:
    fill = defs.soft_disc(0.62, 0.18, palette.AREA)
    disc = pen.element("ellipse", cx=16, cy=0, rx=16, ry=9.5, fill=fill, opacity=0.5)
    look = {"fill": palette.PAPER, "stroke": palette.INK, "stroke_dasharray": "2.4 2"}
    ring = pen.element("circle", cx=16, cy=0, r=3.8, stroke_width=1.4, **look)
    return disc + ring + pen.element("circle", cx=16, cy=0, r=1.5, fill=palette.INK)


def _gap(_: Defs) -> str:
    look = {"font_family": palette.SERIF, "font_style": "italic", "font_weight": "bold"}
    return pen.element(
        "text", "?", x=16, y=5, font_size=15, fill=palette.MUTED, text_anchor="middle", **look
    )


def _soft(defs: Defs) -> str:
    fill = defs.soft_ends((0, 11, 21, _SIGN), palette.BAR)
    return pen.element("rect", x=0, y=-5.5, width=_SIGN, height=11, fill=fill)
