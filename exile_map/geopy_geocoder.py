"""The gazetteer as geopy knows geocoders: offline, and with everything that takes one."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NoReturn

from geopy.adapters import BaseSyncAdapter
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location

from exile_map.errors import DataError, MissingPartError
from exile_map.gazetteer import Answer, Match, Question
from exile_map.gazetteer import Gazetteer as _Core
from exile_map.online import OnlineGeocoder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

__all__ = ["Gazetteer", "OnlineGeocoder"]


class _NoNetwork(BaseSyncAdapter):  # type: ignore[misc] # geopy has no types
    """Stands where geopy's geocoders have a client: this one never asks anybody."""

    def __init__(self, *, proxies: object = None, ssl_context: object = None) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)

    def get_json(self, url: str, *, timeout: object, headers: object) -> NoReturn:
        """Refuse."""
        message = f"the gazetteer is offline and asks nothing of {url} ({timeout}, {headers})"
        raise GeocoderServiceError(message)

    get_text = get_json


class Gazetteer(Geocoder):  # type: ignore[misc] # geopy has no types
    """The offline gazetteer as a geopy geocoder.

    Works with everything that takes one (``RateLimiter``, pandas' ``apply``), needs no network,
    and is safe in several threads and processes.

    Parameters
    ----------
    path
        The gazetteer's SQLite file; the package's own without it.
    overlay
        A CSV of one's own places in the columns of the curated files, above everything else.

    Examples
    --------
    >>> Gazetteer().geocode("Petrograd", year=1919).raw["name"]
    'Saint Petersburg'
    """

    def __init__(
        self, path: str | Path | None = None, *, overlay: str | Path | None = None
    ) -> None:
        super().__init__(adapter_factory=_NoNetwork, user_agent="exile_map")
        self._arguments = (path, overlay)
        try:
            self._core = _Core(path, overlay=overlay)
        except DataError as error:
            raise ConfigurationError(str(error)) from error

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle by the arguments."""
        return _again, (type(self), *self._arguments)

    def find(
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[tuple[float, float]] = (),
    ) -> Answer:
        """Find the place a name means, with everything the gazetteer has to say about it.

        Parameters
        ----------
        name
            The name as written; may carry its own hints: "San Pedro (California)".
        year
            When it was so called: an astronomical year.
        country, region
            Where it is, in any language, or a country's code.
        near
            Points (lat, lon) before and after it on the route.
        """
        return self._core.find(name, year=year, country=country, region=region, near=near)

    def find_many(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Find the places of many names at once, as the core gazetteer does."""
        return self._core.find_many(questions)

    def country_name(self, code: str, language: str = "en") -> str:
        """Name a country to readers, as the core gazetteer does."""
        return self._core.country_name(code, language)

    def geocode(  # noqa: PLR0913 - geopy's question and ours
        self,
        query: object,
        *,
        exactly_one: bool = True,
        timeout: object = DEFAULT_SENTINEL,  # noqa: ARG002 - geopy's; nothing here waits
        year: float | None = None,
        country: str | None = None,
        region: str | None = None,
        near: Sequence[tuple[float, float]] | None = None,
    ) -> Location | list[Location] | None:
        """Return a location by name.

        Parameters
        ----------
        query
            The name as written.
        exactly_one
            Whether to return the place meant, or all that may be meant, the likeliest first.
        timeout
            Accepted as geopy's geocoders do; nothing here takes long.
        year, country, region, near
            What helps to choose; see `find`.

        Returns
        -------
        Location, list of Location, or None
            None where no such place is known; with `exactly_one`, also where the name is too
            ambiguous to choose: `find` says why, and ``exactly_one=False`` lists the choices.
            ``raw`` has all the fields of the match.

        Raises
        ------
        geopy.exc.GeocoderQueryError
            If the query is no text.
        geopy.exc.ConfigurationError
            If the gazetteer's file is missing.
        """
        if not isinstance(query, str):
            message = f"The query must be a text, not {type(query).__name__}."
            raise GeocoderQueryError(message)
        try:
            answer = self._core.find(
                query, year=year, country=country or "", region=region or "", near=near or ()
            )
        except MissingPartError as error:
            raise ConfigurationError(str(error)) from error
        if exactly_one:
            return self._location(answer.match) if answer.match else None
        found = [answer.match, *answer.candidates] if answer.match else [*answer.candidates]
        return [self._location(match) for match in found] or None

    def _location(self, match: Match) -> Location:
        """Tell a match as geopy tells places."""
        country = self._core.country_name(match.country) if match.country else ""
        parts = dict.fromkeys(part for part in (match.name, match.region, country) if part)
        return Location(", ".join(parts), (match.lat, match.lon), asdict(match))


def _again(kind: type[Gazetteer], path: str | None, overlay: str | None) -> Gazetteer:
    """Make the gazetteer anew where it was pickled to."""
    return kind(path, overlay=overlay)
