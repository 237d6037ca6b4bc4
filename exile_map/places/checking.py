"""The rows of a table: each one's cells into a checked row; what is wrong is kept, all of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from exile_map.dates import DateError, Span, day_order, read_span
from exile_map.errors import Problem
from exile_map.places import coordinates
from exile_map.places.coordinates import CoordinateError
from exile_map.places.persons import settled
from exile_map.places.rows import PlaceRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


_TEXTS: Final = (
    "country",
    "region",
    "stay",
    "move",
    "mode",
    "story",
    "quote",
    "source",
    "url",
    "image",
    "image_alt",
    "image_credit",
    "id",
)
_DATES: Final = ("year", "start", "end")
_CERTAINTIES: Final = ("certain", "less-certain", "uncertain")
_DEGREES_OF_DOUBT: Final = {"": "certain", "yes": "certain", "no": "uncertain"}
_HALF_THE_EARTH_KM: Final = 20_038.0
_LONGEST_NAME: Final = 300
_SAME_DEGREES: Final = 0.01
_UNDATED: Final = Span(None, None)


class Checker:
    """Turns one row of cells after another into checked rows, and keeps what was wrong.

    Parameters
    ----------
    source
        The file's name, for messages.
    header
        The user's headers.
    columns
        Our columns to the user's headers.
    day_first
        How to read 3/4/1917; None lets the dates that force it decide.
    """

    def __init__(
        self,
        source: str,
        header: Sequence[str],
        columns: Mapping[str, str],
        *,
        day_first: bool | None = None,
    ) -> None:
        self.source = source
        self.header = tuple(header)
        self.columns = columns
        self.problems: list[Problem] = []
        self._at = {ours: self.header.index(theirs) for ours, theirs in columns.items()}
        self._texts = [(name, self._at[name]) for name in _TEXTS if name in self._at]
        self._day_first = day_first
        self._o_is_west: bool | None = None
        self._number = self._line = 0
        self._cells: Sequence[str] = ()
        self._spans: dict[tuple[str, str], Span] = {}

    def rows(self, records: Sequence[Sequence[str]], lines: Sequence[int]) -> list[PlaceRow]:
        """Check all rows; those that cannot be used are told in ``problems``."""
        width = len(self.header)
        filled = [
            (number, line, cells if len(cells) == width else _padded(cells, width))
            for number, (cells, line) in enumerate(zip(records, lines, strict=True), 1)
        ]
        self._settle_day_order(filled)
        if "coordinates" in self._at:
            at = self._at["coordinates"]
            self._o_is_west = coordinates.west_is_o(cells[at] for _, _, cells in filled)
        persons = self._persons(filled, lines)
        out = []
        for (self._number, self._line, self._cells), person in zip(filled, persons, strict=True):
            row = self._row(person)
            if row is not None:
                out.append(row)
        return out

    def _settle_day_order(self, rows: Sequence[tuple[int, int, Sequence[str]]]) -> None:
        """Decide dd/mm or mm/dd for all date cells; a table that contradicts itself is asked."""
        if self._day_first is not None:
            return
        at = [self._at[name] for name in _DATES if name in self._at]
        try:
            self._day_first = day_order(cells[i] for i in at for _, _, cells in rows if cells[i])
        except DateError as error:
            column = " and ".join(self.columns[name] for name in _DATES if name in self.columns)
            self.problems.append(
                Problem(
                    "error",
                    "day-order",
                    error.reason,
                    error.remedy,
                    file=self.source,
                    column=column,
                )
            )

    def _persons(
        self, rows: Sequence[tuple[int, int, Sequence[str]]], lines: Sequence[int]
    ) -> list[str]:
        if "person" not in self._at:
            return [""] * len(rows)
        at = self._at["person"]
        names, problems = settled(
            [cells[at] for _, _, cells in rows],
            lines,
            file=self.source,
            column=self.columns["person"],
        )
        self.problems += problems
        return names

    def _cell(self, ours: str) -> str:
        at = self._at.get(ours)
        return self._cells[at].strip() if at is not None else ""

    def _tell(
        self,
        kind: str,
        ours: str,
        reason: str,
        remedy: str,
        severity: Literal["error", "warning"] = "error",
    ) -> None:
        self.problems.append(
            Problem(
                severity,
                kind,
                reason,
                remedy,
                self.source,
                self._number,
                self._line,
                self.columns.get(ours, ours),
                self._cell(ours) or None,
            )
        )

    def _row(self, person: str) -> PlaceRow | None:
        cells = self._cells
        texts: dict[str, Any] = {name: cells[at].strip() for name, at in self._texts if cells[at]}
        lat, lon = self._position()
        radius = self._measure("radius_km")
        place = self._place(texts, lat, lon)
        span = self._span()
        if place is None:
            return None
        via = self._cell("via")
        if via:
            texts["via"] = tuple(v.strip() for v in via.split(";") if v.strip())
        certainty = self._certainty()
        if certainty != "certain":
            texts["certainty"] = certainty
        return PlaceRow(
            self._number,
            self._line,
            person,
            place,
            span,
            lat,
            lon,
            radius,
            seq=self._measure("seq"),
            cells=MappingProxyType(dict(zip(self.header, cells, strict=True))),
            **texts,
        )

    def _place(self, texts: Mapping[str, Any], lat: float | None, lon: float | None) -> str | None:
        """Return the place's name; a region or country alone, or a position, is one, too."""
        place = self._cell("place")
        if len(place) > _LONGEST_NAME:
            remedy = "Move the text to a column such as story."
            self._tell("too-long", "place", "is too long for the name of a place", remedy)
            return None
        # Line breaks and double spaces inside a name come from wrapped cells.
        place = " ".join(place.split()) or texts.get("region") or texts.get("country") or ""
        if place or lat is None or lon is None:
            if not place:
                remedy = "Write one, or delete the row."
                self._tell("no-place", "place", "no place is given", remedy)
            return place or None
        return f"{lat:.4g}, {lon:.4g}"

    def _position(self) -> tuple[float | None, float | None]:
        """Read where the user says it was; two different answers are a question."""
        lat = self._coordinate("lat") if "lat" in self._at else None
        lon = self._coordinate("lon") if "lon" in self._at else None
        if bool(self._cell("lat")) != bool(self._cell("lon")):
            given = "lat" if self._cell("lat") else "lon"
            reason, remedy = "stands alone: lat and lon go together", "Give both or none."
            self._tell("half-position", given, reason, remedy)
        text = self._cell("coordinates")
        if not text:
            return lat, lon
        try:
            both = coordinates.position(text, o_is_west=self._o_is_west)
        except CoordinateError as error:
            self._tell(error.kind, "coordinates", error.reason, error.remedy)
            return lat, lon
        if lat is None or lon is None:
            return both
        if max(abs(lat - both[0]), abs(lon - both[1])) > _SAME_DEGREES:
            remedy = "Leave one of them out."
            self._tell("two-positions", "coordinates", "is not where lat and lon say", remedy)
        return lat, lon

    def _coordinate(self, axis: str) -> float | None:
        text = self._cell(axis)
        if not text:
            return None
        try:
            return coordinates.degrees(text, axis)
        except CoordinateError as error:
            reason, kind, remedy = error.reason, error.kind, error.remedy
            if axis == "lat" and kind == "out-of-range" and self._may_be_swapped(text):
                kind, reason = "swapped-position", f"{reason}; lat and lon may be swapped"
                remedy = "Exchange the two cells, or correct the number."
            self._tell(kind, axis, reason, remedy)
            return None

    def _may_be_swapped(self, text: str) -> bool:
        """Say whether a latitude off the globe, and its longitude, make sense the other way."""
        try:
            coordinates.degrees(text, "lon")
            coordinates.degrees(self._cell("lon"), "lat")
        except CoordinateError:
            return False
        return True

    def _measure(self, ours: str) -> float | None:
        """Read a plain number: a radius, or the place of a row in an order."""
        text = self._cell(ours)
        if not text:
            return None
        try:
            value = coordinates.number(text)
        except CoordinateError as error:
            self._tell(error.kind, ours, error.reason, "Write it like 25 or 2.5.")
            return None
        if ours == "radius_km" and not 0 <= value <= _HALF_THE_EARTH_KM:
            reason = f"is not between 0 and {_HALF_THE_EARTH_KM:g}"
            self._tell("out-of-range", ours, reason, "Write the radius in kilometres.")
            return None
        return value

    def _certainty(self) -> str:
        text = self._cell("certainty")
        folded = text.casefold().replace(" ", "-")
        certainty = _DEGREES_OF_DOUBT.get(folded, folded)
        if certainty in _CERTAINTIES:
            return certainty
        reason = "is not a degree of certainty, and is taken as less-certain"
        remedy = "Write certain, less-certain or uncertain."
        self._tell("bad-certainty", "certainty", reason, remedy, "warning")
        return "less-certain"

    def _span(self) -> Span:
        first, last = self._cell("start"), self._cell("end")
        ours = "start" if first else "year"
        first = first or self._cell("year")
        if not first and not last:
            return _UNDATED
        span = self._spans.get((first, last))
        try:
            span = span or read_span(first, end_text=last or None, day_first=self._day_first)
        except DateError as error:
            self._tell_date(error, ours, first, last)
            return _UNDATED
        # Dates recur in a table: a span read once is shared by all rows that write it so.
        self._spans[first, last] = span
        if span.note:
            reason = f"was understood so: {span.note}"
            self._tell("date-note", ours if first else "end", reason, "", "warning")
        return span

    def _tell_date(self, error: DateError, ours: str, first: str, last: str) -> None:
        """Tell of dates that cannot be read, each in the cell that is to blame."""
        if not last:
            self._tell(_kind(error), ours, _reason(error), _remedy(error))
            return
        alone = {ours: self._alone(first), "end": self._alone(last)}
        for column, wrong in alone.items():
            if wrong is not None:
                self._tell(_kind(wrong), column, _reason(wrong), _remedy(wrong))
        if any(alone.values()):
            return
        inverted = read_span(first, day_first=self._day_first).end is None
        kind, blamed = ("inverted-span", "end") if inverted else ("bad-date", ours)
        self._tell(kind, blamed, _reason(error), error.remedy)

    def _alone(self, text: str) -> DateError | None:
        """Return what is wrong with a cell by itself; None if nothing is."""
        try:
            read_span(text, day_first=self._day_first)
        except DateError as error:
            return error
        return None


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """Give a row as many cells as the header; more of them were told of before."""
    return [*cells[:width], *[""] * (width - len(cells))]


def _kind(error: DateError) -> str:
    return "ambiguous-date" if error.readings else "bad-date"


def _reason(error: DateError) -> str:
    """Say what is wrong with a date, with every reading where it has several."""
    if all(reading in error.reason for reading in error.readings):
        return error.reason
    return f"{error.reason}: {' or '.join(error.readings)}"


def _remedy(error: DateError) -> str:
    """Say what to do about a date; for an open order of day and month, how to tell it."""
    if "day first" in error.reason:
        return "Write the month as a word, or say --day-first or --month-first."
    return error.remedy
