"""Lookup: the gazetteer itself, which finds the place that a written name means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from exile_map.errors import DataError, Problem
from exile_map.gazetteer.answers import Answer, Match
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.hints import Hint, read_hint
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.queries import plain_forms, readings
from exile_map.gazetteer.ranking import TOO_CLOSE, Candidate, confidence, in_years, lead, rank
from exile_map.gazetteer.storage import BUILT, CODE, Detail, Layer, Place, Store

if TYPE_CHECKING:
    from collections.abc import Sequence

_SHOWN = 8
_PRECISION = {Layer.COUNTRY: "country", Layer.REGION: "region"}


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
        text = " ".join(name.split())
        given = tuple(hint for hint in (region.strip(), country.strip()) if hint)
        nothing = not_a_place(fold(text)) if fold(text) else "names nothing"
        if nothing:
            return Answer("not-a-place", None, (), (), f"“{text}” {nothing}.")
        surroundings: tuple[str, ...] = ()
        for reading in readings(text):
            surroundings = surroundings or reading.hints
            if not_a_place(fold(reading.name)):
                continue
            found, guessed = self._candidates(reading.name, year)
            if found:
                hints, unknown = self._hints((*reading.hints, *given))
                return self._decide(
                    reading.name, found, hints, year=year, near=near, guessed=guessed or unknown
                )
        return self._unresolved(text)

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

    def _candidates(self, name: str, year: float | None) -> tuple[list[Candidate], bool]:
        """Return the places of the first form of a name that has any."""
        for form, guessed in plain_forms(name):
            found = [c for c in self._named(form, year) if c.flag != CODE]
            if found:
                return found, guessed
        return [], False

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
        self,
        name: str,
        found: list[Candidate],
        hints: Sequence[Hint],
        *,
        year: float | None,
        near: Sequence[tuple[float, float]],
        guessed: bool,
    ) -> Answer:
        """Pick the place meant, or say why none can be picked."""
        for candidate in found:
            if hints:
                candidate.hinted = all(hint.holds(candidate) for hint in hints)
                if not candidate.hinted and all(
                    hint.holds(candidate) or hint.held_once(candidate) for hint in hints
                ):
                    candidate.hinted = candidate.loosely = True
        ranked = rank(found, near)
        sure = confidence(ranked, guessed=guessed)
        matches = [self._match(c, name, year, 0.0) for c in ranked[: _SHOWN + 1]]
        if hints and not ranked[0].hinted:
            wanted = ", ".join(hint.text for hint in hints)
            reason = f"No “{name}” is known in {wanted}; there is {_where(matches[0])}."
            return Answer("ambiguous", None, tuple(matches), (), reason)
        ahead = lead(ranked)
        if ahead is not None and ahead < TOO_CLOSE:
            places = "; ".join(_where(match) for match in matches[:4])
            reason = f"“{name}” may be {places}: say which, by country, region or coordinates."
            return Answer("ambiguous", None, tuple(matches), (), reason)
        match = self._match(ranked[0], name, year, sure)
        reason = f"“{name}” is {_where(match)}"
        if len(matches) > 1:
            reason += f"; not {_where(matches[1])}"
        return Answer("ok", match, tuple(matches[1:]), (), reason + ".")

    def _unresolved(self, text: str) -> Answer:
        """Say that a name is not known, with names that look like it."""
        return Answer("unresolved", None, (), (), f"“{text}” is not in the gazetteer.")

    def _match(self, candidate: Candidate, name: str, year: float | None, sure: float) -> Match:
        """Tell a candidate as a match."""
        place, detail = candidate.place, candidate.detail
        today = (detail.now if detail else None) or place.name
        toponym, note = self._toponym(candidate, name, year)
        lat, lon = candidate.at
        layer = Layer(place.layer)
        ring = json.loads(detail.extent) if detail and detail.extent else None
        return Match(
            name=today,
            toponym=toponym,
            lat=lat,
            lon=lon,
            precision=detail.precision if detail else "locality",
            radius_km=detail.radius_km if detail else None,
            layer=layer.name.lower(),
            country=place.country,
            region=self._store.region_name(place.region),
            population=place.population,
            geonames_id=place.geonames_id,
            extent=tuple((lon, lat) for lon, lat in ring) if ring else None,
            confidence=sure,
            source=(detail.source if detail else None) or "GeoNames",
            note=note or (detail.note if detail else None) or "",
        )

    def _toponym(self, candidate: Candidate, name: str, year: float | None) -> tuple[str, str]:
        """Return the name to show for the year, and what to tell about it."""
        place = candidate.place
        if candidate.in_years is True or year is None or place.geonames_id is None:
            return _as_written(name, place.name), ""
        then = [
            (other.name, detail)
            for other, detail in self._store.toponyms(place.geonames_id)
            if in_years(detail, year) and detail.now
        ]
        today = (candidate.detail.now if candidate.detail else None) or place.name
        if then:
            shown = max(then, key=lambda pair: pair[1].since or -9999)[0]
            return shown, f"{name} in {round(year // 1)}: {shown} then."
        if candidate.in_years is False:
            return today, f"{name} in {round(year // 1)}: {today} then."
        return _as_written(name, place.name), ""


def _as_written(name: str, known: str) -> str:
    """Return the name as the user wrote it, unless only its letters' case is theirs."""
    return known if fold(name) == fold(known) and name.islower() != known.islower() else name


def _where(match: Match) -> str:
    """Name a place with its region and country."""
    around = ", ".join(part for part in (match.region, match.country) if part)
    return f"{match.name} ({around})" if around else match.name


def _read_overlay(path: Path) -> dict[str, list[tuple[int, Place, Detail]]]:
    """Read a user's own places, by folded name."""
    from exile_map.gazetteer.curated import read_curated  # noqa: PLC0415 - most have no overlay
    from exile_map.gazetteer.ranking import DEGREES  # noqa: PLC0415

    own: dict[str, list[tuple[int, Place, Detail]]] = {}
    try:
        rows = list(read_curated([path]))
    except (OSError, ValueError) as error:
        problem = Problem("error", "bad-gazetteer", f"cannot be read: {error}", file=path.name)
        raise DataError([problem]) from error
    for number, row in enumerate(rows, start=1):
        lat, lon = round(row.lat * DEGREES), round(row.lon * DEGREES)
        country = row.countries[0] if row.countries else ""
        place = Place(
            -number, Layer.USER, row.name, lat, lon, 0, country, None, 0, row.geonames_id
        )
        ring = json.dumps(row.extent) if row.extent else None
        detail = Detail(
            -number, row.precision, row.radius_km, row.kind, row.since, row.until,
            row.now or None, ";".join(row.countries), row.country_then or None, ring,
            row.source or f"{path.name}", row.note or None,
        )  # fmt: skip
        for flag, name in ((0, row.name), *((1, other) for other in row.names)):
            own.setdefault(fold(name), []).append((flag, place, detail))
    return own
