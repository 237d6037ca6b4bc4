"""Formats: what can be exported, and how a format is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from exile_map.errors import UsageError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exile_map.gazetteer import Toponym
    from exile_map.routes import Route
    from exile_map.telling import CountryName

Toponyms = Callable[[int], "Sequence[Toponym]"]
"""Gives the dated names of a place for its number in GeoNames."""


def _no_names(_geonames_id: int) -> Sequence[Toponym]:
    return ()


def _keep_silent(_message: str) -> None:
    pass


def _keep_still(_number: int, _count: int) -> None:
    pass


@dataclass(frozen=True)
class Request:
    """What is to be exported.

    Parameters
    ----------
    routes
        The routes.
    country_name
        Where a country's name comes from, e.g. ``Gazetteer().country_name``.
    title
        The title; the persons' names where None.
    lang
        The language of what is written for people.
    options
        What else the user asked for, by the name of the option; only what the format heeds.
    toponyms
        Where a place's dated names come from, e.g. ``Gazetteer().toponyms``.
    tell
        Called with what the format had to leave out, as a sentence for the user.
    on_frame
        Called with the number of each frame of a film that is made, and how many there will be.
    form
        The name of the format, where a module writes several; `Format.write` sets it.
    """

    routes: Sequence[Route]
    country_name: CountryName
    title: str | None = None
    lang: str = "en"
    options: Mapping[str, Any] = field(default_factory=dict)
    toponyms: Toponyms = _no_names
    tell: Callable[[str], None] = _keep_silent
    on_frame: Callable[[int, int], None] = _keep_still
    form: str = ""


@dataclass(frozen=True)
class Format:
    """A format, and the module of this package that writes it.

    Parameters
    ----------
    name
        Its name.
    suffixes
        What names of its files end in.
    options
        The options it heeds.
    home
        Its module; named as it is where blank. ``write(request)`` there returns the file's bytes.
    images
        What becomes of pictures where nothing is asked: ``"inline"`` if it carries any.
    """

    name: str
    suffixes: tuple[str, ...]
    options: frozenset[str] = frozenset()
    home: str = ""
    images: str = ""

    def check(self, options: Iterable[str]) -> None:
        """Refuse options that the format does not heed.

        Raises
        ------
        UsageError
            There is one.
        """
        for option in options:
            if option not in self.options:
                message = (
                    f"{self.name} takes no --{option}. Leave it out, or choose another format."
                )
                raise UsageError(message)

    def write(self, request: Request) -> bytes:
        """Write routes in this format.

        Raises
        ------
        UsageError
            An option is one the format does not heed, or has a value it cannot heed.
        MissingPartError
            It needs a library that is not installed; the message names the extra.
        """
        self.check(request.options)
        module = import_module(f"exile_map.exports.{self.home or self.name}")
        return cast("Callable[[Request], bytes]", module.write)(replace(request, form=self.name))


FORMATS: Final = (
    Format("geojson", (".geojson", ".json"), frozenset({"images"}), images="inline"),
    Format("csv", (".csv",), home="rows"),
    Format("kml", (".kml",)),
    Format("svg", (".svg",), frozenset({"year", "size"})),
    Format("png", (".png",), frozenset({"year", "size", "scale"})),
    *(
        Format(name, (f".{name}",), frozenset({"size", "fps"}), "film", "inline")
        for name in ("mp4", "gif", "webp")
    ),
)
"""Every format."""


def format_of(name: str, path: str | Path) -> Format:
    """Return the format of that name or, where it is empty, the one a file's name asks for.

    Raises
    ------
    UsageError
        There is no such format.
    """
    suffix = Path(path).suffix.lower()
    for known in FORMATS:
        if known.name == name or (not name and suffix in known.suffixes):
            return known
    all_of_them = ", ".join(known.name for known in FORMATS)
    asked = f"--format {shown(name)}" if name else shown(str(path))
    message = f"{asked} is no format to export. There is {all_of_them}: end the file's name so."
    raise UsageError(message)
