"""Lookup: the gazetteer itself, which finds the place that a written name means."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from exile_map.errors import DataError, Problem
from exile_map.gazetteer.answers import Answer, Match
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.hints import Hint, read_hint
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.queries import plain_forms, readings
from exile_map.gazetteer.ranking import (
    DEGREES,
    TOO_CLOSE,
    Candidate,
    confidence,
    in_years,
    lead,
    rank,
    unrivalled,
)
from exile_map.gazetteer.storage import ALTERNATE, BUILT, CODE, Detail, Layer, Place, Store
from exile_map.gazetteer.suggestions import suggest

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 6
_ONLY_THE_TOWN = 0.6


class Gazetteer:
    """Where a name is, and was; offline.

    Opens nothing until asked. Safe to use from several threads and processes; pickles.

    Parameters
    ----------
    path
        The gazetteer's SQLite file; the package's own without it.
    overlay
        A CSV of one's own places in the columns of the curated files, above everything else.
    """

    def __init__(
        self, path: str | Path | None = None, *, overlay: str | Path | None = None
    ) -> None:
        self._store = Store(Path(path) if path is not None else BUILT)
        self._own = _read_overlay(Path(overlay)) if overlay is not None else {}

    def find(
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[tuple[float, float]] = (),
    ) -> Answer:
        """Find the place that a name means.

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

        Returns
        -------
        Answer
            The place, or why none was picked.
        """
        folded = fold(name)
        nothing = not_a_place(folded) if folded else "names nothing"
        if nothing:
            return Answer("not-a-place", None, (), (), f"“{name.strip()}” {nothing}.")
        asked = Asked(name, year, tuple(near))
        if not (near or country or region):
            alone = self._alone(folded, asked)
            if alone:
                return alone
        given = tuple(hint for hint in (region.strip(), country.strip()) if hint)
        return self._read(asked, given)

    def _alone(self, folded: str, asked: Asked) -> Answer | None:
        """Answer at once for a name that only one city has; None if it is less simple than that."""
        numbers = self._store.numbers(folded)
        if len(numbers) != 1 or folded in self._own or numbers[0] & 3 > ALTERNATE:
            return None
        place = self._store.place(numbers[0] >> 2)
        if place.layer != Layer.CITY or place.geonames_id in self._store.renamed:
            return None
        name = asked.name
        match = Match(
            place.name, _as_written(name, place.name), place.lat / DEGREES, place.lon / DEGREES,
            "locality", None, "city", place.country, self._store.region_name(place.region),
            place.population, place.geonames_id, None, unrivalled(place, numbers[0] & 3),
            "GeoNames", "",
        )  # fmt: skip
        return Answer("ok", match, (), (), f"“{name}” is {self._where(match)}.")

    def _read(self, asked: Asked, given: tuple[str, ...]) -> Answer:
        """Answer by the first reading of the name that is known."""
        around: tuple[str, ...] = ()
        first = ""
        for reading in readings(" ".join(asked.name.split())):
            around, first = around or reading.hints, reading.name
            if not_a_place(fold(reading.name)):
                continue
            hints, unread = self._hints((*reading.hints, *given))
            found, guessed = self._candidates(reading.name, asked.year, hints)
            if found:
                now = asked._replace(name=reading.name)
                answer = self._decide(now, found, hints, guessed=guessed or unread)
                elsewhere = answer.match is None and hints and not _any_hinted(found)
                return (elsewhere and self._surroundings(asked, around, given)) or answer
        return self._surroundings(asked, around, given) or self._unresolved(asked, first)

    def _surroundings(
        self, asked: Asked, around: Sequence[str], given: tuple[str, ...]
    ) -> Answer | None:
        """Answer "Prison, Paris" with the town, saying so; None where no town is named."""
        towns = (*around, *given)
        if not towns:
            return None
        answer = self._read(asked._replace(name=towns[0]), towns[1:])
        match = answer.match
        if match is None or match.precision not in {"locality", "point"}:
            return None
        note = f"“{asked.name}” itself is not in the gazetteer: shown at {match.toponym}."
        known = replace(match, confidence=min(match.confidence, _ONLY_THE_TOWN), note=note)
        return Answer("ok", known, answer.candidates, (), note)

    def country_name(self, code: str, language: str = "en") -> str:
        """Name a country to readers.

        Parameters
        ----------
        code
            ISO 3166-1 alpha-2.
        language
            One of the page's languages, ISO 639-1.

        Returns
        -------
        str
            The name as CLDR has it; the code itself where it has none.
        """
        return self._store.country_name(code, language) or code

    def _hints(self, texts: Sequence[str]) -> tuple[list[Hint], bool]:
        """Understand hints; also tell whether any was not understood."""
        read = [read_hint(text, lambda form: self._named(form, None)) for text in texts]
        hints = [hint for hint in read if hint]
        return hints, len(hints) < len(read)

    def _candidates(
        self, name: str, year: float | None, hints: Sequence[Hint]
    ) -> tuple[list[Candidate], bool]:
        """Return the places of the first form of a name that has any where the hints say."""
        first: tuple[list[Candidate], bool] = ([], False)
        for form, guessed in plain_forms(name):
            found = [c for c in self._named(form, year) if c.flag != CODE]
            for candidate in found if hints else ():
                candidate.hinted = all(hint.holds(candidate) for hint in hints)
                candidate.loosely = not candidate.hinted and all(
                    hint.holds(candidate) or hint.held_once(candidate) for hint in hints
                )
            if found and (not hints or _any_hinted(found)):
                return found, guessed
            first = first if first[0] else (found, guessed)
        return first

    def _named(self, form: str, year: float | None) -> list[Candidate]:
        """Return the places of a folded name, the user's own first."""
        found = [Candidate(flag, place, detail) for flag, place, detail in self._own.get(form, ())]
        for flag, place in self._store.named(form):
            detail = self._store.detail(place.id) if place.layer != Layer.CITY else None
            found.append(Candidate(flag, place, detail))
        for candidate in found:
            candidate.in_years = in_years(candidate.detail, year)
        return found

    def _decide(
        self, asked: Asked, found: list[Candidate], hints: Sequence[Hint], *, guessed: bool
    ) -> Answer:
        """Pick the place meant, or say why none can be picked."""
        ranked = rank(found, asked.name, asked.near)
        first = ranked[0]
        others = [self._match(c, asked, 0.0) for c in ranked[1:_SHOWN]]
        if hints and not (first.hinted or first.loosely):
            match = self._match(first, asked, 0.0)
            wanted = ", ".join(hint.text for hint in hints)
            reason = f"No “{asked.name}” is known in {wanted}; there is {self._where(match)}."
            names = suggest(self._store, fold(asked.name))
            return Answer("ambiguous", None, (match, *others), names, reason)
        ahead = lead(ranked)
        if ahead is not None and ahead < TOO_CLOSE:
            candidates = (self._match(first, asked, 0.0), *others)
            places = "; ".join(self._where(match) for match in candidates[:4])
            reason = f"“{asked.name}” may be {places}: say which, by country or region."
            return Answer("ambiguous", None, candidates, (), reason)
        match = self._match(first, asked, confidence(ranked, guessed=guessed))
        reason = f"“{asked.name}” is {self._where(match)}"
        if others:
            reason += f"; not {self._where(others[0])}"
        return Answer("ok", match, tuple(others), (), reason + ".")

    def _unresolved(self, asked: Asked, first: str) -> Answer:
        """Say that a name is not known, with names that look like it."""
        names = suggest(self._store, fold(first))
        reason = f"“{asked.name.strip()}” is not in the gazetteer."
        return Answer("unresolved", None, (), names, reason)

    def _match(self, candidate: Candidate, asked: Asked, sure: float) -> Match:
        """Tell a candidate as a match."""
        place, detail = candidate.place, candidate.detail
        toponym, note = self._toponym(candidate, asked)
        if detail is None:
            return Match(
                place.name, toponym, place.lat / DEGREES, place.lon / DEGREES, "locality", None,
                "city", place.country, self._store.region_name(place.region), place.population,
                place.geonames_id, None, sure, "GeoNames", note,
            )  # fmt: skip
        ring = json.loads(detail.extent) if detail.extent else None
        lat, lon = candidate.at
        return Match(
            name=detail.now or place.name,
            toponym=toponym,
            lat=lat,
            lon=lon,
            precision=detail.precision,
            radius_km=detail.radius_km,
            layer=Layer(place.layer).name.lower(),
            country=place.country,
            region=self._store.region_name(place.region),
            population=place.population,
            geonames_id=place.geonames_id,
            extent=tuple((lon, lat) for lon, lat in ring) if ring else None,
            confidence=sure,
            source=detail.source or "GeoNames",
            note=note or detail.note or "",
            stands_in=detail.stands_in or "",
            country_then=self._country_then(detail.country_then or "", asked.year),
        )

    def _country_then(self, names: str, year: float | None) -> str:
        """Choose among the countries a place has been in the one that existed that year."""
        named = [name.strip() for name in names.split(";")]
        if len(named) == 1 or year is None:
            return named[0] if len(named) == 1 else ""
        then = [
            name
            for name in named
            if any(c.in_years and c.detail for c in self._named(fold(name), year))
        ]
        return then[0] if len(then) == 1 else ""

    def _toponym(self, candidate: Candidate, asked: Asked) -> tuple[str, str]:
        """Return the name to show for the year, and what to tell about it."""
        place, name, year = candidate.place, asked.name, asked.year
        if candidate.in_years or year is None or place.geonames_id not in self._store.renamed:
            return _as_written(name, place.name), ""
        names = self._store.toponyms(place.geonames_id)
        then = [other for other in names if in_years(other[1], year)]
        today = (candidate.detail.now if candidate.detail else None) or place.name
        out_of_use = candidate.in_years is False or any(
            in_years(detail, year) is False and place.id in self._ids(name)
            for place, detail in names
        )
        shown = max(then, key=lambda other: other[1].since or -9999)[0].name if then else today
        if not then and not out_of_use:
            return _as_written(name, place.name), ""
        if fold(shown) == fold(name):
            return _as_written(name, shown), ""
        return shown, f"{name} in {_told_year(year)}: {shown} then."

    def _ids(self, name: str) -> set[int]:
        """Return the ids of the places of a name as it stands."""
        return {number >> 2 for number in self._store.numbers(fold(name))}

    def _where(self, match: Match) -> str:
        """Name a place with its region and country."""
        name, region = match.name, match.stands_in or match.region
        country = self.country_name(match.country) if match.country else ""
        if region and country and region != name != country:
            return f"{name} ({region}, {country})"
        around = country if country != name else ""
        return f"{name} ({around})" if around else name


class Asked(NamedTuple):
    """What was asked: a name, when, and between which places."""

    name: str
    year: float | None
    near: tuple[tuple[float, float], ...]


def _any_hinted(found: Sequence[Candidate]) -> bool:
    """Tell whether any of the places is where the hints say, or once was."""
    return any(candidate.hinted or candidate.loosely for candidate in found)


def _told_year(year: float) -> str:
    """Write an astronomical year for people."""
    whole = math.floor(year)
    return str(whole) if whole > 0 else f"{1 - whole} BCE"


def _as_written(name: str, known: str) -> str:
    """Return the name as the user wrote it, unless only its letters' case is theirs."""
    one_case = name.islower() or name.isupper()
    return known if one_case and name != known and fold(name) == fold(known) else name


def _read_overlay(path: Path) -> dict[str, list[tuple[int, Place, Detail]]]:
    """Read a user's own places, by folded name."""
    from exile_map.gazetteer.curated import read_curated  # noqa: PLC0415 - most have no overlay

    own: dict[str, list[tuple[int, Place, Detail]]] = {}
    try:
        rows = list(read_curated([path]))
    except (OSError, ValueError) as error:
        problem = Problem("error", "bad-gazetteer", f"cannot be read: {error}", file=path.name)
        raise DataError([problem]) from error
    for number, row in enumerate(rows, start=1):
        lat, lon = round(row.lat * DEGREES), round(row.lon * DEGREES)
        country = row.countries[0] if row.countries else ""
        place = Place(-number, Layer.USER, row.name, lat, lon, 0, country, None, 0, row.geonames_id)
        ring = json.dumps(row.extent) if row.extent else None
        detail = Detail(
            -number, row.precision, row.radius_km, row.kind, row.since, row.until,
            row.now or None, ";".join(row.countries), row.stands_in or None,
            row.country_then or None, ring, row.source or f"{path.name}", row.note or None,
        )  # fmt: skip
        for flag, name in ((0, row.name), *((1, other) for other in row.names)):
            own.setdefault(fold(name), []).append((flag, place, detail))
    return own
