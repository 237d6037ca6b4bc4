"""The pen: SVG as text, short and valid, with everything of the user's escaped."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby, pairwise
from math import hypot
from typing import TYPE_CHECKING, Final
from zlib import crc32

from exile_map.picture import lines, palette

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exile_map.picture.projecting import Point

# What XML 1.0 does not allow, whatever is written for it.
_NOT_XML: Final = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_AFTER_LETTER: Final = re.compile("([a-z]) ")
# How far a chord of a curve may miss the way, in pixels: the curve itself is much nearer.
_FLAT: Final = 1.2
# Data longer than this are not written twice.
_LONG: Final = 120

Value = str | float
"""Of an attribute; a number is written short."""


def number(value: float, decimals: int = 1) -> str:
    """Write a number as short as its place on paper needs."""
    short = f"{value:.{decimals}f}"
    if "." in short:
        short = short.rstrip("0").rstrip(".")
    return "0" if short == "-0" else short


def clean(text: str) -> str:
    """Make a text of the user's one line that may stand in XML, escaped."""
    return escape(" ".join(_NOT_XML.sub("", text).split()))


def _shown(value: Value) -> str:
    """Write an attribute's value: lengths to a tenth, parts of one to a hundredth."""
    if isinstance(value, str):
        return value
    return number(value, 2 if abs(value) < 1 else 1)


def element(name: str, *children: str, **attributes: Value) -> str:
    """Write an element; an attribute's underscore stands for a hyphen, two for a colon."""
    told = "".join(
        f' {key.replace("__", ":").replace("_", "-")}="{_shown(value)}"'
        for key, value in attributes.items()
        if value != ""
    )
    inner = "".join(children)
    return f"<{name}{told}>{inner}</{name}>" if inner else f"<{name}{told}/>"


def key_of(name: str, content: str) -> str:
    """Return an id that says what has it: the same content always has the same id."""
    return f"em-{name}-{crc32(content.encode()):08x}"


def group(*children: str, **attributes: Value) -> str:
    """Write a group of elements; nothing where there are none."""
    return element("g", *children, **attributes) if any(children) else ""


def path(data: str, **attributes: Value) -> str:
    """Write a path; nothing where it has no data."""
    return element("path", d=data, **attributes) if data else ""


def curve(points: Sequence[Point]) -> str:
    """Write a smooth curve through points as the data of a path."""
    thin = lines.thinned(points, _FLAT)
    (x0, y0), *rest = [(round(x, 1), round(y, 1)) for x, y in thin]
    out = [f"M{number(x0)} {number(y0)}"]
    if len(rest) == 1:
        return _joined([out[0], "l", _pair(rest[0][0] - x0, rest[0][1] - y0)])
    turns = lines.tangents(thin)
    for (x, y), (ax, ay), (bx, by) in zip(rest, turns, turns[1:], strict=False):
        third = hypot(x - x0, y - y0) / 3
        start = _pair(ax * third, ay * third)
        end = _pair(x - x0 - bx * third, y - y0 - by * third)
        out.append(f"c{start}{end}{_pair(x - x0, y - y0)}")
        x0, y0 = x, y
    return _joined(out)


def polyline(points: Iterable[Point]) -> str:
    """Write a line as the data of a path: one point, then steps."""
    (x0, y0), *rest = [(round(x, 1), round(y, 1)) for x, y in points]
    out = [f"M{number(x0)} {number(y0)}l"]
    for x, y in rest:
        if (x, y) != (x0, y0):
            out.append(_pair(x - x0, y - y0))
            x0, y0 = x, y
    return _joined(out) if len(out) > 1 else f"{out[0]}0 0"


def _pair(dx: float, dy: float) -> str:
    return _spaced(number(dx)) + _spaced(number(dy))


def _spaced(text: str) -> str:
    """Part a number from the one before it, if its sign does not."""
    return text if text[0] == "-" else f" {text}"


def _joined(parts: Iterable[str]) -> str:
    """Join the parts of a path's data: after a command's letter nothing need be parted."""
    return _AFTER_LETTER.sub(r"\1", "".join(parts))


def steps(xs: Sequence[int], ys: Sequence[int]) -> str:
    """Write whole numbers as the data of a path, without the points that change nothing."""
    x0, y0 = xs[0], ys[0]
    out = [f"M{x0} {y0}l"]
    for x, y in zip(xs, ys, strict=True):
        dx, dy = x - x0, y - y0
        if dx or dy:
            out.append(f" {dx}" if dx >= 0 else f"{dx}")
            out.append(f" {dy}" if dy >= 0 else f"{dy}")
            x0, y0 = x, y
    return _joined(out) if len(out) > 1 else ""


def smooth_steps(xs: Sequence[int], ys: Sequence[int], *, closed: bool) -> str:
    """Write a line as a curve that touches the middle of each of its pieces, rounding its corners.

    As short as the straight line: between the middles of two pieces, the corner is the control
    point of a quadratic curve, and the next corner is its mirror image. Numbers have to be even.
    """
    points = [(x, y) for (x, y), _ in groupby(zip(xs, ys, strict=True))]
    if closed and points[0] == points[-1]:
        points.pop()
    if len(points) < 3:  # noqa: PLR2004 -- no corner to round
        return ""
    first, second = points[:2]
    if closed:
        points += [first, second]
    middles = [((a + c) // 2, (b + d) // 2) for (a, b), (c, d) in pairwise(points)]
    x0, y0 = middles[0]
    out = [f"M{x0} {y0}" if closed else f"M{first[0]} {first[1]}L{x0} {y0}"]
    x, y = middles[1]
    turn = f"q{second[0] - x0}{_spaced(str(second[1] - y0))}"
    out.append(f"{turn}{_spaced(str(x - x0))}{_spaced(str(y - y0))}")
    out.append("t" if len(middles) > 2 else "")  # noqa: PLR2004 -- one curve is there already
    for next_x, next_y in middles[2:]:
        dx, dy = next_x - x, next_y - y
        out.append(f" {dx}" if dx >= 0 else f"{dx}")
        out.append(f" {dy}" if dy >= 0 else f"{dy}")
        x, y = next_x, next_y
    if not closed:
        out.append(f"L{points[-1][0]} {points[-1][1]}")
    return _joined(out)


def twice(data: str, under: Mapping[str, Value], over: Mapping[str, Value]) -> str:
    """Draw a path twice, each time with another look; a long one is written once."""
    if len(data) < _LONG:
        return path(data, **under) + path(data, **over)
    return _again(path(data, id=key_of("way", data)), key_of("way", data), under, over)


def cased(texts: str, name: str, casing: str, width: float, **letters: Value) -> str:
    """Write texts over a casing of the same letters, so that they read on any ground."""
    if not texts:
        return ""
    key = key_of(name, texts)
    look: dict[str, Value] = {"fill": "none", "stroke": casing, "stroke_width": width}
    under = {**look, "stroke_linejoin": "round", **letters}
    return _again(group(texts, id=key), key, under, {"fill": palette.INK, **letters})


def _again(drawn: str, key: str, under: Mapping[str, Value], over: Mapping[str, Value]) -> str:
    """Draw what has an id, and below it the same with another look."""
    again = element("use", xlink__href=f"#{key}")
    return group(again, **under) + group(drawn, **over)
