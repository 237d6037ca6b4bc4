"""The rows of a table: each one's cells into a checked row; what is wrong is kept, all of it."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal

from exile_map.errors import Problem
from exile_map.places import coordinates, positions
from exile_map.places.coordinates import CoordinateError
from exile_map.places.dating import Dating
from exile_map.places.persons import settled
from exile_map.places.rows import PlaceRow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from exile_map.places.complaints import Complaint


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
        self._dating = Dating(day_first=day_first)
        self._o_is_west: bool | None = None
        self._dated = [self._at.get(name, -1) for name in _DATES]
        self._positioned = not self._at.keys().isdisjoint({"lat", "lon", "coordinates"})
        self._number = self._line = 0
        self._cells: Sequence[str] = ()

    def rows(self, records: Sequence[Sequence[str]], lines: Sequence[int]) -> list[PlaceRow]:
        """Check all rows; those that cannot be used are told in ``problems``."""
        width = len(self.header)
        filled = [
            (number, line, cells if len(cells) == width else _padded(cells, width))
            for number, (cells, line) in enumerate(zip(records, lines, strict=True), 1)
        ]
        self._settle(filled)
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

    def _settle(self, rows: Sequence[tuple[int, int, Sequence[str]]]) -> None:
        """Decide dd/mm or mm/dd for all date cells; a table that contradicts itself is asked."""
        named = [name for name in _DATES if name in self._at]
        at = [self._at[name] for name in named]
        error = self._dating.settle(cells[i] for i in at for _, _, cells in rows if cells[i])
        if error is not None:
            column = " and ".join(self.columns[name] for name in named)
            told = Problem("error", "day-order", error.reason, error.remedy, file=self.source)
            self.problems.append(replace(told, column=column))

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

    def _complain(self, complaints: Sequence[Complaint]) -> None:
        for kind, ours, reason, remedy, severity in complaints:
            self._tell(kind, ours, reason, remedy, severity)

    def _row(self, person: str) -> PlaceRow | None:
        cells = self._cells
        texts: dict[str, Any] = {name: cells[at].strip() for name, at in self._texts if cells[at]}
        lat, lon = self._position() if self._positioned else (None, None)
        radius = self._measure("radius_km") if "radius_km" in self._at else None
        place = self._place(texts, lat, lon)
        span, wrong = self._dating.read(*[cells[i].strip() if i >= 0 else "" for i in self._dated])
        if wrong:
            self._complain(wrong)
        if place is None:
            return None
        via = self._cell("via") if "via" in self._at else ""
        if via:
            texts["via"] = tuple(v.strip() for v in via.split(";") if v.strip())
        if "certainty" in self._at:
            texts["certainty"] = self._certainty()
        return PlaceRow(
            self._number,
            self._line,
            person,
            place,
            span,
            lat,
            lon,
            radius,
            seq=self._measure("seq") if "seq" in self._at else None,
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
        """Read where the user says it was."""
        lat, lon, wrong = positions.read(
            self._cell("lat"),
            self._cell("lon"),
            self._cell("coordinates"),
            o_is_west=self._o_is_west,
        )
        self._complain(wrong)
        return lat, lon

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


def _padded(cells: Sequence[str], width: int) -> list[str]:
    """Give a row as many cells as the header; more of them were told of before."""
    return [*cells[:width], *[""] * (width - len(cells))]
