"""ExileMap: a folium.Map that needs no network, to which folium's own layers can be added."""

from __future__ import annotations

import json
import os
import re
from functools import partial
from html import escape
from io import BufferedIOBase, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, ClassVar, cast

import folium
from branca.element import Element, Figure
from folium.map import Layer

from exile_map import exports, files, geocoding, images, page, places, routes, saved
from exile_map.errors import UsageError
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    Table = str | Path | BinaryIO | pd.DataFrame

# What folium's own layers expect to find: Leaflet under its usual name, its pictures of markers,
# and the map under the name folium gives it.
_PRELUDE = """const L = window.L = exileMap.L;
L.Icon.Default.imagePath = "";
L.Icon.Default.mergeOptions({icons});
const {name} = exileMap.map;
// As much of jQuery as folium's popups ask for.
window.$ ??= (what) => (what === document ? {{ ready: (then) => then() }}
  : [document.createRange().createContextualFragment(what.trim()).firstElementChild]);
"""
_ICONS = {
    "iconUrl": "marker-icon.png",
    "iconRetinaUrl": "marker-icon-2x.png",
    "shadowUrl": "marker-shadow.png",
}
# In a notebook; folium's own layers may open links.
_SHOWN_HEIGHT = 600
_SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
_SCRIPT_TAG = re.compile(r"<script(?= [^>]*src=)")


class ExileMap(folium.Map):
    """An animated map of one or several routes, as a folium map.

    Shows itself in a notebook, saves itself as one file that needs no network, and takes folium's
    layers (Marker, PolyLine, GeoJson, FeatureGroup, LayerControl, …) like any folium map. Layers
    that load scripts from the web still do so.

    Parameters
    ----------
    routes
        A route, or several, from `to_routes`.
    title
        The map's title; the persons' names where not given.
    lang
        The interface's language, an ISO 639-1 code.
    view
        "route" to tell each stay, "corpus" to show all lives at once; by the number of lives where
        None. With layers of folium's it is always the route's.
    """

    # Nothing comes from the web: Leaflet is in the page.
    default_js: ClassVar[list[tuple[str, str]]] = []  # type: ignore[misc]  # folium's is untyped
    default_css: ClassVar[list[tuple[str, str]]] = []  # type: ignore[misc]  # as above

    def __init__(
        self,
        routes: routes.Route | Iterable[routes.Route],
        *,
        title: str | None = None,
        lang: str = "en",
        view: str | None = None,
    ) -> None:
        super().__init__(tiles=None)
        self._id = "exile"
        self.routes = _several(routes)
        self.title = title
        self.lang = lang
        self.view = view
        _Page().add_child(self, name="exile_map")

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,  # noqa: FBT001, FBT002 -- folium's own signature
        **kwargs: object,
    ) -> None:
        """Save the map as one HTML file, whole or not at all.

        Parameters
        ----------
        outfile
            A path, or a binary stream.
        close_file
            Whether to close a stream after writing.
        **kwargs
            Handed to the layers, as folium does.

        Raises
        ------
        UsageError
            The folder does not exist or may not be written to.
        """
        text = self.get_root().render(**kwargs)
        if isinstance(outfile, str | bytes | Path):
            files.save(os.fsdecode(outfile), text)
            return
        outfile.write(files.encoded(text))
        if close_file:
            outfile.close()

    def __repr__(self) -> str:
        return f"<ExileMap {self._still().named}>"

    def _repr_html_(self, **kwargs: object) -> str:
        """Show the map in a notebook; where none may run, its picture and its stays.

        What stands inside a frame is read by those only who take the frame itself away: notebooks
        that are not trusted, and viewers of published ones.
        """
        source = self.get_root().render(**kwargs).replace("&", "&amp;").replace("'", "&#39;")
        still = self._still()
        return (
            f'<iframe srcdoc=\'{source}\' title="{escape(still.named)}" width="100%"'
            f' height="{_SHOWN_HEIGHT}" style="border:0" sandbox="{_SANDBOX}"'
            f' allow="fullscreen">{still.with_stays()}</iframe>'
        )

    def _repr_svg_(self) -> str:
        """Show the map where there is only paper."""
        return self._still().svg()

    def _still(self) -> exports.Picture:
        return exports.Picture.small(self.routes, title=self.title, lang=self.lang)


class _Page(Figure):
    """The root of an ExileMap: renders our page, with what was added to the map."""

    def __init__(self) -> None:
        super().__init__()
        self._given: set[str] = set()

    def render(self, **kwargs: object) -> str:
        """Render the page afresh: rendering twice gives the same bytes."""
        drawn = cast("ExileMap", self._children["exile_map"])
        for part in (self.header, self.html, self.script):
            part._children.clear()  # noqa: SLF001 -- branca has no other way to start afresh
        for element in list(_descendants(drawn)):
            self._number(element)
        for element in list(drawn._children.values()):  # noqa: SLF001 -- folium's own habit
            element.render(**kwargs)
        return page.render(
            drawn.routes,
            country_name=Gazetteer().country_name,
            title=drawn.title,
            lang=drawn.lang,
            additions=self._additions(drawn),
            view=drawn.view,
        )

    def _number(self, element: Element) -> None:
        """Give an element an id that is the same in every run; folium's are random."""
        old = element._id  # noqa: SLF001 -- branca has no setter
        if old in self._given:
            return
        new = f"{len(self._given):032x}"
        self._given.add(new)
        element._id = new  # noqa: SLF001 -- as above
        # A popup's contents go by the name under which they are held.
        held = getattr(element._parent, "_children", {})  # noqa: SLF001 -- as above
        renamed = [(name.replace(old, new), child) for name, child in held.items()]
        held.clear()
        held.update(renamed)
        # A layer without a name was named after its id when it was made.
        if isinstance(element, Layer) and isinstance(element.layer_name, str):
            element.layer_name = element.layer_name.replace(old, new)

    def _additions(self, drawn: ExileMap) -> page.Additions | None:
        if not drawn._children:  # noqa: SLF001 -- folium's own habit
            return None
        # Deferred scripts run in the order of the document, after Leaflet has come with the player.
        head = _SCRIPT_TAG.sub("<script defer", self.header.render().strip())
        prelude = _PRELUDE.format(name=drawn.get_name(), icons=json.dumps(_icons()))
        script = prelude + self.script.render().strip()
        return page.Additions(head, self.html.render().strip(), script)


def _icons() -> dict[str, str]:
    """Return the options that make Leaflet's own marker need no file."""
    return {name: page.data_url(file, "image/png") for name, file in _ICONS.items()}


def _descendants(element: Element) -> Iterator[Element]:
    # A popup keeps its contents apart from its children.
    apart = (getattr(element, name, None) for name in ("header", "html", "script"))
    held = (part for part in apart if isinstance(part, Element))
    for child in (*element._children.values(), *held):  # noqa: SLF001 -- branca offers no walk
        yield child
        yield from _descendants(child)


def _several(given: routes.Route | Iterable[routes.Route]) -> tuple[routes.Route, ...]:
    several = (given,) if isinstance(given, routes.Route) else tuple(given)
    if not several or not all(isinstance(route, routes.Route) for route in several):
        message = "an ExileMap is made of routes; make them with xm.to_routes, or call xm.draw"
        raise UsageError(message)
    return several


def draw(  # noqa: PLR0913 -- each is a choice of its own, all but one with a default
    path: Table | Sequence[Table],
    *,
    title: str | None = None,
    lang: str | None = None,
    columns: Mapping[str, str] | None = None,
    strict: bool = False,
    view: str | None = None,
) -> ExileMap:
    """Read a CSV of places and years, or several, find the places, and draw the map.

    Parameters
    ----------
    path
        The CSV: a path, a binary stream, or a DataFrame with the same columns; a .geojson that
        `export` wrote; or a list of tables, several lives in one map. Where one of several files
        names no person, its own name is taken.
    title, lang, view
        As in `ExileMap`; what a .geojson says of itself where not given.
    columns
        Which of your headers is which of ours, e.g. ``{"place": "Ort"}``.
    strict
        Whether a place that cannot be settled is an error.

    Raises
    ------
    DataError
        The file has errors, or none of its places could be found; every problem is told.
    """
    sources = list(path) if isinstance(path, list | tuple) else [path]
    if len(sources) == 1 and saved.is_saved(sources[0]):
        document = saved.load(cast("str | Path", sources[0]))
        named = {"title": title or document.title, "lang": lang or document.lang}
        return ExileMap(document.routes, **named, view=view)
    if not all(isinstance(each, str | Path | BufferedIOBase | RawIOBase) for each in sources):
        # A DataFrame, or what read_places will refuse with a sentence.
        from exile_map import tables  # noqa: PLC0415 -- pandas comes only for a frame

        table = tables.geocode(tables.read_places(path, columns=columns), strict=strict)
        return ExileMap(tables.to_routes(table), title=title, lang=lang or "en", view=view)
    read_one = partial(places.read, columns=columns)
    read = places.read_several(cast("list[str | Path | BinaryIO]", sources), read_one)
    located = geocoding.locate_several(read, strict=strict)
    located = images.inline(located, images.folder_of(sources))
    return ExileMap(routes.build(located), title=title, lang=lang or "en", view=view)
