"""Online geocoders, opt-in: any of geopy's as one of ours, asked politely and never twice."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from geopy.exc import (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
    GeopyError,
)

from exile_map.errors import CannotAskError, UsageError
from exile_map.gazetteer import Answer, Gazetteer
from exile_map.gazetteer.certainty import GUESSED
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.online.cache import AnswerCache, default_cache
from exile_map.online.choosing import chosen
from exile_map.online.services import plain, service

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from geopy.geocoders.base import Geocoder

_SLOWEST_PACE = 1.0  # seconds between questions: the public services' rule
_PATIENCE = 300.0  # seconds: a service that asks for more is not asked again
_BACKOFF = 2.0
_NO_USE = (
    ConfigurationError,
    GeocoderAuthenticationFailure,
    GeocoderInsufficientPrivileges,
    GeocoderQueryError,
)
# What geopy's parsers meet in an answer that is not what it should be.
_GARBAGE = (AttributeError, IndexError, KeyError, TypeError, ValueError)


class OnlineGeocoder:
    """A geopy geocoder that answers as the gazetteer does, asked one question a second at most.

    Answers are kept in a cache on disk, each as soon as it is there: interrupted and started
    again, no question is asked twice. A fault is never "not found": it is a `CannotAskError`.

    Parameters
    ----------
    geocoder
        The name of one of geopy's services (``"nominatim"``, ``"photon"``), or a geocoder, which is
        asked with the adapter it has: geopy's on requests sits out a Retry-After by itself.
    user_agent
        Who asks, so that the service can reach you: a name of your own and an address.
    options
        More arguments of the service's class in geopy.
    first
        A gazetteer to ask first; only what it can't settle goes online.
    cache
        Where answers are kept; a file in the user's cache directory without it.
    pause
        Seconds between questions, at least 1.
    retries
        How often a question that met a fault is asked again.
    timeout
        Seconds to wait for an answer.
    on_question
        Called with each question that really goes out, for showing progress.
    clock, sleep, today
        The time: for pacing, for waiting, for the age of answers in seconds since 1970.
    """

    def __init__(  # noqa: PLR0913 - each is independent of the others
        self,
        geocoder: str | Geocoder,
        *,
        user_agent: str = "",
        options: Mapping[str, Any] | None = None,
        first: Gazetteer | None = None,
        cache: str | Path | None = None,
        pause: float = _SLOWEST_PACE,
        retries: int = 3,
        timeout: float = 10.0,
        on_question: Callable[[str], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        today: Callable[[], float] = time.time,
    ) -> None:
        if pause < _SLOWEST_PACE:
            message = f"pause is {pause}: ask at most one question a second (pause >= 1)."
            raise UsageError(message)
        self._geocoder = service(geocoder, user_agent, options or {})
        self._first, self._core = first, first or Gazetteer()
        whose = f"{type(self._geocoder).__name__} {getattr(self._geocoder, 'domain', '')}"
        self._cache = AnswerCache(cache or default_cache(), whose.strip(), today)
        self._pause, self._retries, self._timeout = pause, retries, timeout
        self._on_question = on_question
        self._clock, self._sleep = clock, sleep
        self._next = clock()

    def find(
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[tuple[float, float]] = (),
    ) -> Answer:
        """Find the place a name means; see `Gazetteer.find`.

        Raises
        ------
        CannotAskError
            If the service could not be asked, or answered garbage.
        """
        nothing = not_a_place(fold(name)) if fold(name) else "names nothing"
        if nothing:
            return Answer("not-a-place", None, (), (), f"“{name}” {nothing}.")
        offline = None
        if self._first is not None:
            offline = self._first.find(name, year=year, country=country, region=region, near=near)
            if offline.match and offline.match.confidence > GUESSED:
                return offline
        parts = dict.fromkeys(part.strip() for part in (name, region, country) if part.strip())
        found = self._ask(", ".join(parts))
        return chosen(name, found, near, offline)

    def country_name(self, code: str, language: str = "en") -> str:
        """Name a country to readers, as the gazetteer does."""
        return self._core.country_name(code, language)

    def _ask(self, question: str) -> list[dict[str, Any]]:
        """Return what the service knows, from the cache or by asking."""
        known = self._cache.get(question)
        if known is not None:
            return known
        if self._on_question:
            self._on_question(question)
        fault: GeopyError | None = None
        for attempt in range(self._retries + 1):
            self._wait(_delay(fault, attempt))
            try:
                locations = self._geocoder.geocode(
                    question, exactly_one=False, timeout=self._timeout
                )
                found = [plain(location) for location in locations or ()]
            except _NO_USE as error:
                raise _cannot(question, error) from error
            except GeopyError as error:
                fault = error
                if _asked_to_wait(error) > _PATIENCE:
                    break
            except _GARBAGE as error:
                raise _cannot(question, error) from error
            else:
                self._cache.put(question, found)
                return found
        raise _cannot(question, fault) from fault

    def _wait(self, longer: float) -> None:
        """Wait for our turn, and longer after a fault."""
        wait = max(self._next - self._clock(), longer)
        if wait > 0:
            self._sleep(wait)
        self._next = self._clock() + self._pause


def _delay(fault: GeopyError | None, attempt: int) -> float:
    """Return how long to wait before asking again: what the service says, else longer each time."""
    if fault is None:
        return 0.0
    return max(_asked_to_wait(fault), _BACKOFF**attempt)


def _asked_to_wait(fault: GeopyError) -> float:
    """Return the seconds that a service asks to be left alone."""
    wait = getattr(fault, "retry_after", None)
    return float(wait) if wait else 0.0


def _cannot(question: str, error: Exception | None) -> CannotAskError:
    """Say that a question could not be asked, which is not "not found"."""
    why = f"{type(error).__name__}: {error}" if error else "no answer"
    return CannotAskError(f"Could not ask where “{question}” is ({why}). Try again later.")
