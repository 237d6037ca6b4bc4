"""The live widget: an anywidget whose traits are the player's state, both ways."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final, Literal

import anywidget
import traitlets

from exile_map import exports, page
from exile_map.errors import UsageError, shown
from exile_map.gazetteer import Gazetteer
from exile_map.linked_places import to_geojson
from exile_map.routes import Route, Stay

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST_HEIGHT: Final = 320
_SPEEDS: Final = (0.1, 16.0)
_STATE: Final = ("year", "stay", "playing", "speed", "selected")


class RouteWidget(anywidget.AnyWidget):
    """An animated map of one or several routes in a notebook, in touch with Python.

    It plays what the page plays, needs no network, and no kernel to play. Its traits follow the
    player, and move it when they are set; ``widget.observe(f, "year")`` calls ``f`` when one
    changes, as with every Jupyter widget.

    Parameters
    ----------
    routes
        A route, or several, from `to_routes`. May be replaced later; what is on stays on.
    title
        The map's title; the persons' names where blank.
    lang
        The interface's language, an ISO 639-1 code.
    height
        Pixels.
    view
        "route" tells the stays of many lives one after the other all the same.
    **state
        What it shows first: ``year``, ``stay``, ``playing``, ``speed``, ``selected``.

    Attributes
    ----------
    year
        The calendar, a decimal astronomical year (1936.5; 44 BCE is -43); None before it was seen.
    stay
        The id of the stay last reached; None at the opening and at the end.
    playing
        Whether it plays. It rests while nobody sees it.
    speed
        How fast it plays beside its usual pace, 0.1 to 16.
    selected
        The ids of the stays at the place that was last clicked; empty after a click beside.
        Setting it goes to the first of them.

    Raises
    ------
    UsageError
        What was given are no routes, or there is no such language, stay, speed or height; or they
        are so many lives that `ExileMap` shows them all at once.
    """

    _esm = page.widget()

    _document = traitlets.Unicode().tag(sync=True)
    year = traitlets.Float(None, allow_none=True).tag(sync=True)
    stay: traitlets.Unicode[str | None, str | bytes | None] = traitlets.Unicode(
        None, allow_none=True
    ).tag(sync=True)
    playing = traitlets.Bool(default_value=False).tag(sync=True)
    speed = traitlets.Float(1.0).tag(sync=True)
    selected = traitlets.List(traitlets.Unicode()).tag(sync=True)
    height = traitlets.Int(560).tag(sync=True)
    routes = traitlets.Any()
    title = traitlets.Unicode("")
    lang = traitlets.Unicode("en")

    def __init__(
        self,
        routes: Route | Iterable[Route],
        *,
        title: str = "",
        lang: str = "en",
        height: int = 560,
        view: Literal["route"] | None = None,
        **state: Any,  # noqa: ANN401 -- traits, which check themselves
    ) -> None:
        self._stays: dict[str, Stay] = {}
        self._tells_many = view == "route"
        self._at_stay: list[Callable[[Stay | None], object]] = []
        self._at_end: list[Callable[[], object]] = []
        # The stays first: what else is set may name one.
        super().__init__(routes=routes, title=title, lang=lang, height=height)
        for name, value in state.items():
            if name not in _STATE:
                message = f"a RouteWidget takes no {shown(name)}; it takes {', '.join(_STATE)}"
                raise UsageError(message)
            setattr(self, name, value)
        self.on_msg(self._hear)

    def on_stay(self, callback: Callable[[Stay | None], object], *, remove: bool = False) -> None:
        """Call a function with the `Stay` whenever another one is reached.

        Parameters
        ----------
        callback
            Called with None at the opening and at the end.
        remove
            Whether it shall no longer be called, instead.
        """
        _listed(self._at_stay, callback, remove=remove)

    def on_end(self, callback: Callable[[], object], *, remove: bool = False) -> None:
        """Call a function, with nothing, whenever the end has been played.

        Parameters
        ----------
        callback
            What is called.
        remove
            Whether it shall no longer be called, instead.
        """
        _listed(self._at_end, callback, remove=remove)

    def set_state(self, sync_data: dict[str, Any]) -> None:
        """Take what the map tells; what it says of stays that were replaced since is past."""
        told = dict(sync_data)
        if told.get("stay") not in (None, *self._stays):
            del told["stay"]
        if "selected" in told:
            told["selected"] = [each for each in told["selected"] if each in self._stays]
        super().set_state(told)

    @traitlets.validate("routes")
    def _routes_checked(self, proposal: dict[str, Any]) -> tuple[Route, ...]:
        given = proposal["value"]
        if isinstance(given, Route):
            return (given,)
        several = tuple(given) if isinstance(given, Iterable) else ()
        if not several or not all(isinstance(route, Route) for route in several):
            message = "a RouteWidget is made of routes; make them with xm.to_routes"
            raise UsageError(message)
        if not self._tells_many and page.is_corpus(several):
            message = (
                f"a RouteWidget tells one stay after the other, and these are {len(several):,}"
                " lives. xm.ExileMap(routes) shows them all at once, here too. Give the widget"
                " fewer of them, or view='route' if each is to be told"
            )
            raise UsageError(message)
        return several

    @traitlets.validate("lang")
    def _lang_checked(self, proposal: dict[str, Any]) -> str:
        value: str = proposal["value"]
        page.strings(value)
        return value

    @traitlets.validate("stay")
    def _stay_checked(self, proposal: dict[str, Any]) -> str | None:
        value: str | None = proposal["value"]
        if value is not None:
            self._known(value)
        return value

    @traitlets.validate("selected")
    def _selected_checked(self, proposal: dict[str, Any]) -> list[str]:
        value: list[str] = proposal["value"]
        for each in value:
            self._known(each)
        return value

    @traitlets.validate("speed")
    def _speed_checked(self, proposal: dict[str, Any]) -> float:
        value: float = proposal["value"]
        least, most = _SPEEDS
        if not least <= value <= most:
            message = f"{value:g} is no speed; it is from {least:g} to {most:g}, and usually 1"
            raise UsageError(message)
        return value

    @traitlets.validate("height")
    def _height_checked(self, proposal: dict[str, Any]) -> int:
        value: int = proposal["value"]
        if value < _LEAST_HEIGHT:
            message = f"{value} is no height for a map; it is {_LEAST_HEIGHT} pixels or more"
            raise UsageError(message)
        return value

    @traitlets.observe("routes", "title", "lang")
    def _write(self, _change: object) -> None:
        words = page.strings(self.lang)
        self._stays = {stay.id: stay for route in self.routes for stay in route.stays}
        document = to_geojson(
            self.routes,
            title=self.title or page.title_of(self.routes, words),
            lang=self.lang,
            country_name=Gazetteer().country_name,
        )
        if self.stay not in self._stays:
            self.stay = None
        self.selected = [each for each in self.selected if each in self._stays]
        self._document = json.dumps(document, ensure_ascii=False, separators=(",", ":"))

    @traitlets.observe("stay")
    def _reach(self, change: dict[str, Any]) -> None:
        stay = None if change["new"] is None else self._stays[change["new"]]
        if self.year is None and stay is not None:
            # No map has been shown yet that would tell.
            self.year = stay.clock[0]
        for callback in list(self._at_stay):
            callback(stay)

    def _hear(self, _widget: object, content: object, _buffers: object) -> None:
        if content == {"event": "ended"}:
            for callback in list(self._at_end):
                callback()

    def _known(self, stay: str) -> None:
        if stay not in self._stays:
            known = ", ".join(list(self._stays)[:12]) + (" …" if len(self._stays) > 12 else "")  # noqa: PLR2004 -- as many as a message bears
            message = f"there is no stay {shown(stay)}; there is {known}"
            raise UsageError(message)

    def __repr__(self) -> str:
        return f"<RouteWidget {self._still().named}, {len(self._stays)} stays>"

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:  # noqa: ANN401 -- the base's
        """Show the widget; where none can be, its picture and its stays."""
        bundle = super()._repr_mimebundle_(**kwargs)
        if bundle is None:
            return None
        data, about = bundle
        still = self._still()
        return data | {"text/html": still.with_stays(), "image/svg+xml": still.svg()}, about

    def _still(self) -> exports.Picture:
        return exports.Picture.small(self.routes, title=self.title or None, lang=self.lang)


def _listed(callbacks: list[Any], callback: object, *, remove: bool) -> None:
    if remove:
        callbacks[:] = [each for each in callbacks if each != callback]
    else:
        callbacks.append(callback)
