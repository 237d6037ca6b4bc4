"""What every command that reads a table asks for: the table, its columns, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial, wraps
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

    from exile_map.errors import Problem
    from exile_map.finders import Finder, Remembering
    from exile_map.gazetteer import Gazetteer
    from exile_map.geocoding import Located
    from exile_map.places import Places
    from exile_map.routes import Route


@dataclass(frozen=True)
class Lives:
    """What was read and found: the routes, and what was doubtful on the way to them."""

    routes: tuple[Route, ...]
    problems: tuple[Problem, ...]
    source: str
    title: str | None = None
    lang: str = "en"


@dataclass(frozen=True)
class Reading:
    """Tables to read, and how; the fields are the options of the same name."""

    tables: tuple[str, ...]
    columns: dict[str, str]
    strict: bool
    allow_url: bool
    silence: tuple[str, ...]
    day_first: bool | None
    overlay: str | None
    online: str | None
    user_agent: str

    def gazetteer(self) -> Gazetteer:
        """Return the gazetteer, with the user's own places above it."""
        from exile_map.gazetteer import Gazetteer

        return Gazetteer(overlay=self.overlay)

    @cached_property
    def finder(self) -> Remembering:
        """The gazetteer, asked only once for each name, whoever asks."""
        from exile_map.finders import Remembering

        return Remembering(self.gazetteer())

    def lives(self, *, images: str = "") -> Lives:
        """Read the tables and find their places, or read what `export` once wrote.

        Parameters
        ----------
        images
            What becomes of the pictures that tables name: ``"inline"`` puts them into the rows,
            ``"link"`` leaves them where they are if they are on the web; blank does nothing.
        """
        from exile_map import routes, saved, ways

        if len(self.tables) == 1 and saved.is_saved(self.tables[0]):
            document = saved.load(self.tables[0])
            return Lives(document.routes, (), self.tables[0], document.title, document.lang)
        _, located = self.locate()
        if images:
            located = self.silenced(self._pictured(located, images))
        drawn = routes.build(located)
        lost = ways.problems(drawn, file=located.source)
        return Lives(drawn, self.heard((*located.problems, *lost)), located.source)

    def locate(self) -> tuple[tuple[Places, ...], Located]:
        """Read the tables and find their places."""
        from exile_map import geocoding, places, saved

        if any(saved.is_saved(table) for table in self.tables):
            message = "a map's data (.geojson) is drawn alone, and is no table; name tables here."
            raise click.UsageError(message)
        read_one = partial(
            places.read,
            columns=self.columns,
            day_first=self.day_first,
            allow_url=self.allow_url,
        )
        read = places.read_several(self.tables, read_one)
        if self.online is None:
            found = geocoding.locate_several(read, self.finder, strict=self.strict)
            return read, self.silenced(found)
        from exile_map.cli.progress import asking

        with asking(sum(len(table.rows) for table in read)) as on_question:
            finder: Finder = self._online(on_question)
            return read, self.silenced(geocoding.locate_several(read, finder, strict=self.strict))

    def _pictured(self, located: Located, how: str) -> Located:
        from exile_map._abreast import abreast

        if not any(abreast(located).told("image")):
            return located
        from exile_map import images

        if how == "link":
            return images.link(located)
        fetch = images.read if self.allow_url else None
        return images.inline(located, images.folder_of(self.tables), fetch=fetch)

    def silenced(self, located: Located) -> Located:
        """Leave out the warnings that are to be silent."""
        from exile_map.deferring import with_changes

        return with_changes(located, problems=self.heard(located.problems))

    def heard(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Leave out the warnings that are to be silent."""
        if not self.silence:
            return problems
        from exile_map import reports

        return reports.silenced(problems, self.silence)

    def _online(self, on_question: Callable[[str], None]) -> Finder:
        from exile_map.geopy_geocoder import OnlineGeocoder

        if not self.user_agent.strip():
            message = (
                '--online needs --user-agent "YOUR PROJECT (your address)": the services\' rules '
                "demand a user agent that says who asks and where to reach them."
            )
            raise click.UsageError(message)
        return OnlineGeocoder(
            self.online or "",
            user_agent=self.user_agent,
            first=self.gazetteer(),
            on_question=on_question,
        )


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that say what to read, as one argument."""

    @wraps(command)
    def told(**options: Any) -> None:  # noqa: ANN401 -- click's own
        asked = {name: options.pop(name) for name in Reading.__dataclass_fields__}
        command(Reading(**asked), **options)

    for option in reversed(_OPTIONS):
        told = option(told)
    return told


def _columns(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    """Read --column OURS=YOURS options."""
    pairs = [value.partition("=") for value in values]
    if not all(ours and equals and yours for ours, equals, yours in pairs):
        message = "write it as OURS=YOURS, e.g. --column place=Ort"
        raise click.BadParameter(message, ctx, param)
    return {ours.strip(): yours for ours, _, yours in pairs}


_OPTIONS = (
    click.argument("tables", metavar="FILE.csv...", nargs=-1, required=True),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="OURS=YOURS",
        callback=_columns,
        help="Which of your headers is which column, e.g. place=Ort. May be repeated.",
    ),
    click.option("--strict", is_flag=True, help="An unsettled place is an error."),
    click.option("--allow-url", is_flag=True, help="FILE.csv may be an address on the web."),
    click.option(
        "--day-first/--month-first",
        "day_first",
        default=None,
        help="How to read 3/4/1917, where no date of the table tells.",
    ),
    click.option(
        "--silence",
        multiple=True,
        metavar="WARNING",
        help="A kind of warning not to give, by its name in brackets. May be repeated.",
    ),
    click.option(
        "--gazetteer", "overlay", metavar="OWN.csv", help="Your own places, above all others."
    ),
    click.option(
        "--online",
        metavar="SERVICE",
        help="Ask an online geocoder (nominatim, photon, …) what ours cannot settle.",
    ),
    click.option(
        "--user-agent", default="", help="Who asks online: your project's name and an address."
    ),
)
