"""The plate: title, map, strip of time, legend and credits, laid out on one sheet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exile_map import telling
from exile_map.picture import legend, mapping, paints, palette, pen, strip, texts, wording
from exile_map.picture.moments import moment_of
from exile_map.picture.projecting import View, fit
from exile_map.picture.scene import stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from exile_map.picture.moments import Moment
    from exile_map.picture.scene import Scene
    from exile_map.picture.wording import Words
    from exile_map.routes import Route

CREDITS: Final = "Natural Earth · GeoNames"
"""Whose the basemap and the places are."""

LEAST: Final = (320, 240)
"""Width and height below which there is no room to draw."""

# A larger sheet is this one enlarged: letters are as large as their map asks.
_LARGEST: Final = 1000
_MARGIN: Final = 30
_TITLE_SIZE: Final = 30
_YEARS_SIZE: Final = 18
_HEAD: Final = 50
_GAP: Final = 10
_CREDITS_SIZE: Final = 10.5
_DESCRIBED: Final = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """What kind of sheet is wanted.

    Parameters
    ----------
    width, height
        In pixels.
    title
        Written above the map; where it is empty, the map stands alone, for a page that has a title.
    year
        The moment shown, an astronomical year; None for the whole.
    coarser
        How many zooms the basemap is coarser than it could be seen, for a small file.
    """

    width: float
    height: float
    title: str
    year: float | None = None
    coarser: float = 0


def draw(routes: Sequence[Route], words: Words, sheet: Sheet) -> str:
    """Draw a plate as an SVG document."""
    scene = stage(routes)
    moment = moment_of(scene, sheet.year)
    times = max(1.0, min(sheet.width, sheet.height) / _LARGEST)
    wide, high = sheet.width / times, sheet.height / times
    margin = _MARGIN if sheet.title else 0
    inner = wide - 2 * margin
    defs = paints.Defs()
    labels = legend.named(legend.used(scene, moment), scene, words)
    entries = legend.arrange(labels, inner)
    rows = legend.ROW * (entries[-1].row + 1)
    credits_below = _needs_row(entries, inner)
    foot = rows + (legend.ROW if credits_below else 0)
    head = margin + (_HEAD if sheet.title else 0)
    strip_top = high - margin * 0.6 - foot - _GAP / 2 - strip.height(scene)
    view = view_of(scene, inner, max(60.0, strip_top - _GAP - head))
    drawn = mapping.draw(scene, view, moment, defs, coarser=sheet.coarser)
    foot_top = strip_top + strip.height(scene) + _GAP / 2
    parts = [
        _ground(wide, high) if sheet.title else "",
        _head(scene, moment, words, sheet, (margin, wide - margin)) if sheet.title else "",
        _framed(drawn, view, margin, head, defs),
        _moved(strip.draw(scene, moment, words, inner, defs), margin, strip_top),
        _moved(
            legend.draw(entries, words, inner, defs, coloured=scene.is_coloured), margin, foot_top
        ),
        _credits(words, inner, margin, foot_top + foot - legend.ROW / 2),
    ]
    body = pen.group(*parts, font_family=palette.SANS)
    size = {"width": sheet.width, "height": sheet.height}
    return pen.element(
        "svg",
        _told(scene, words, sheet),
        str(defs),
        body,
        xmlns="http://www.w3.org/2000/svg",
        xmlns__xlink="http://www.w3.org/1999/xlink",
        viewBox=f"0 0 {pen.number(wide)} {pen.number(high)}",
        **size,
        role="img",
        xml__lang=words.lang,
    )


def view_of(scene: Scene, width: float, height: float) -> View:
    """Return the view of the whole scene, which every year of it is seen in."""
    return fit(scene.box, width, height)


def _told(scene: Scene, words: Words, sheet: Sheet) -> str:
    """Say what the picture shows, for those who cannot see it."""
    shown = words.year(sheet.year) if sheet.year is not None else wording.years(scene, words)
    title = ", ".join(part for part in (sheet.title or words.say("map"), shown) if part)
    out = pen.element("title", pen.clean(title))
    if not sheet.title:
        # The page that holds the picture lists the stays.
        return out
    stays = [stop.stay for stop in scene.stops[:_DESCRIBED]]
    told = [(stay.located.title, telling.when_words(stay, words.lang)) for stay in stays]
    more = " …" if len(scene.stops) > _DESCRIBED else ""
    listed = "; ".join(f"{place}, {when}" if when else place for place, when in told)
    return out + pen.element("desc", pen.clean(listed + more))


def _ground(width: float, height: float) -> str:
    return pen.element("rect", width=width, height=height, fill=palette.PAPER)


def _head(
    scene: Scene, moment: Moment, words: Words, sheet: Sheet, sides: tuple[float, float]
) -> str:
    """Write title and years; of a moment, the year and where everyone is, opposite."""
    left, right = reversed(sides) if words.rtl else sides
    near, far = ("end", "") if words.rtl else ("", "end")
    room = sides[1] - sides[0]
    years = wording.years(scene, words)
    opposite = ""
    base = _MARGIN + 24
    if moment.year is not None:
        year = words.year(moment.year)
        where = texts.cut(wording.caption(scene, moment, words), _YEARS_SIZE, room * 0.35)
        opposite = pen.element(
            "text",
            pen.element("tspan", pen.clean(where), font_size=_YEARS_SIZE, fill=palette.MUTED)
            + (" \N{EN SPACE}" if where else "")
            + pen.element("tspan", pen.clean(year), font_size=_TITLE_SIZE + 4, font_weight="bold"),
            x=right,
            y=base,
            text_anchor=far,
        )
        room *= 0.55
    taken = texts.width(years, _YEARS_SIZE) + 20
    title = texts.cut(" ".join(sheet.title.split()), _TITLE_SIZE, room - taken, bold=True)
    return pen.group(
        pen.element(
            "text",
            pen.element("tspan", pen.clean(title), font_size=_TITLE_SIZE, font_weight="bold")
            + "\N{EN SPACE}"
            + pen.element("tspan", pen.clean(years), fill=palette.MUTED),
            x=left,
            y=base,
            text_anchor=near,
        ),
        opposite,
        font_family=palette.SERIF,
        font_size=_YEARS_SIZE,
        fill=palette.INK,
    )


def _framed(drawn: str, view: View, left: float, top: float, defs: paints.Defs) -> str:
    """Cut the map to its frame, and draw the frame: a printer's double line."""
    cut = pen.group(drawn, clip_path=defs.frame(view.width, view.height))
    size = {"width": view.width, "height": view.height}
    frame = pen.element("rect", **size, fill="none", stroke=palette.INK, stroke_width=0.8)
    outer = ""
    if left:
        outer = pen.element(
            "rect", x=-4, y=-4, width=view.width + 8, height=view.height + 8,
            fill="none", stroke=palette.INK, stroke_width=1.6,
        )  # fmt: skip
    return _moved(cut + frame + outer, left, top)


def _moved(drawn: str, x: float, y: float) -> str:
    return pen.group(drawn, transform=f"translate({pen.number(x)} {pen.number(y)})")


def _needs_row(entries: list[legend.Entry], width: float) -> bool:
    """Tell whether the credits find no room beside the last row of entries."""
    _, label, x, _ = entries[-1]
    end = x + 40 + texts.width(label, legend.SIZE)
    return end + 24 + texts.width(CREDITS, _CREDITS_SIZE) > width


def _credits(words: Words, width: float, left: float, middle: float) -> str:
    return pen.element(
        "text",
        CREDITS,
        x=left + (0 if words.rtl else width),
        y=middle + 4,
        text_anchor="" if words.rtl else "end",
        font_size=_CREDITS_SIZE,
        fill=palette.MUTED,
    )
