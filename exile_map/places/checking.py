"""The columns of a table into checked rows; what is wrong is kept, all of it.

Each check goes down a column, not along the rows: most columns are blank, or repeat themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from exile_map.errors import Problem
from exile_map.places import coordinates, degrees, positions
from exile_map.places.checked import Checked
from exile_map.places.columns import stripped
from exile_map.places.complaints import Complaint
from exile_map.places.dating import Dating
from exile_map.places.kinds import told_apart
from exile_map.places.persons import settled
from exile_map.places.tidying import cleaned, date_of

if TYPE_CHECKING:
    from exile_map.places.checked import Spans

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
_NAMED: Final = 3
_OTHERS: Final = {"came": "stayed", "stayed": "came"}
_LONGEST_NAME: Final = 300

_Degrees = list[float | None]
_Columns = Mapping[str, Sequence[str]]


class Checker:
    """Turns the cells of a table into checked rows, and keeps what was wrong.

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
        self._dating = Dating(day_first=day_first)
        self._told: list[Problem] = []
        self._count = 0
        self._lines: Sequence[int] = ()
        self._given: Sequence[list[str]] = ()
        self._columns: dict[str, Sequence[str]] = {}

    def checked(self, columns: Sequence[list[str]], lines: Sequence[int]) -> Checked:
        """Check all rows; what is wrong is told in ``problems``, where no row may be used then.

        Parameters
        ----------
        columns
            The cells under each header.
        lines
            The line of the file each row begins on.
        """
        self._count = len(columns[0])
        self._lines = lines
        self._given = columns
        if self._at.keys() >= {"year", "month"}:
            parts = zip(*map(self._column, ("year", "month", "day")), strict=True)
            self._columns["year"] = [date_of(*cells) for cells in parts]
        self._settle()
        checked: dict[str, Sequence[Any]] = {"row": _numbers(lines), "line": lines}
        checked["person"] = self._persons(columns)
        texts = {name: self._column(name) for name in _TEXTS if self._has(name)}
        if self._has("stay") or self._has("move"):
            texts |= self._kinds()
        checked["lat"], checked["lon"] = lats, lons = self._positions()
        checked["radius_km"] = self._measures("radius_km")
        checked["place"] = self._places(texts, lats, lons)
        spans = self._spans()
        checked |= texts
        if self._has("via"):
            checked["via"] = [_parted(text) for text in self._column("via")]
        if self._has("certainty"):
            checked["certainty"] = degrees.certainties(self._column("certainty"), self._tell)
        checked["seq"] = self._measures("seq")
        # Each check went down the table; people go through it row by row.
        self.problems += sorted(self._told, key=lambda problem: problem.row or 0)
        at = {name: i for i, name in enumerate(self.header)}
        return Checked(self._count, checked, spans, at, columns)

    def _has(self, ours: str) -> bool:
        return ours in self._at

    def _column(self, ours: str) -> Sequence[str]:
        """Give the cells of a column, stripped; blanks where the table has none."""
        column = self._columns.get(ours)
        if column is None:
            at = self._at.get(ours)
            column = [""] * self._count if at is None else stripped(self._given[at], ours)
            self._columns[ours] = column
        return column

    def _settle(self) -> None:
        """Decide dd/mm or mm/dd for all date cells; a table that contradicts itself is asked."""
        named = [name for name in _DATES if name in self._at]
        error = self._dating.settle([self._column(name) for name in named])
        if error is not None:
            column = " and ".join(self.columns[name] for name in named)
            told = Problem("error", "day-order", error.reason, error.remedy, file=self.source)
            self.problems.append(replace(told, column=column))

    def _persons(self, columns: Sequence[Sequence[str]]) -> list[str]:
        if "person" not in self._at:
            return [""] * self._count
        names, problems = settled(
            columns[self._at["person"]],
            self._lines,
            file=self.source,
            column=self.columns["person"],
        )
        self.problems += problems
        return names

    def _tell(self, i: int, complaint: Complaint) -> None:
        """Keep what is wrong in the row ``i`` (from 0)."""
        kind, ours, reason, remedy, severity = complaint
        cell = self._column(ours)[i]
        self._told.append(
            Problem(
                severity,
                kind,
                reason,
                remedy,
                self.source,
                i + 1,
                self._lines[i],
                self.columns.get(ours, ours),
                cell or None,
            )
        )

    def _kinds(self) -> dict[str, Sequence[str]]:
        """Give words for how they came to moves, those for how they stayed to stays."""
        stays, moves, moved = told_apart(self._column("stay"), self._column("move"))
        for ours, other, tells in (("stay", moves, "came"), ("move", stays, "stayed")):
            words = [word for word in moved if word in other and word in self._column(ours)]
            if words:
                some = ", ".join(f"“{word}”" for word in words[:_NAMED])
                more = " and others" if len(words) > _NAMED else ""
                reason = f"{some}{more}: read as how they {tells}, not how they {_OTHERS[tells]}"
                told = Problem("warning", "mixed-kinds", reason, file=self.source)
                self.problems.append(replace(told, column=self.columns[ours]))
        return {"stay": stays, "move": moves}

    def _measures(self, name: str) -> Sequence[float | None]:
        """Read plain numbers: a radius, or the place of a row in an order."""
        if not self._has(name):
            return [None] * self._count
        return degrees.measures(name, self._column(name), self._tell)

    def _spans(self) -> Spans:
        """Read when it was."""
        year, start, end = map(self._column, _DATES)
        return self._dating.spans(year, start, end, self._tell)

    def _places(
        self, texts: Mapping[str, Sequence[str]], lats: _Degrees, lons: _Degrees
    ) -> list[str]:
        """Name the places; a region or country alone, or a position, is one, too."""
        written = self._column("place")
        clean = {text: cleaned(text) for text in set(written)}
        if all(0 < len(place) <= _LONGEST_NAME for place in clean.values()):
            return [clean[text] for text in written]
        places = [clean[text] for text in written]
        for i, place in enumerate(places):
            if place and len(place) <= _LONGEST_NAME:
                continue
            if place:
                remedy = "Move the text to a column such as story."
                reason = "is too long for the name of a place"
                self._tell(i, Complaint("too-long", "place", reason, remedy))
                places[i] = ""
                continue
            hints = (texts[name][i] for name in ("region", "country") if name in texts)
            places[i] = next(filter(None, hints), "") or _named(lats[i], lons[i])
            if not places[i]:
                remedy = "Write one, or delete the row."
                self._tell(i, Complaint("no-place", "place", "no place is given", remedy))
        return places

    def _positions(self) -> tuple[_Degrees, _Degrees]:
        """Read where the user says it was."""
        lats: _Degrees = [None] * self._count
        lons = lats.copy()
        if self._at.keys().isdisjoint({"lat", "lon", "coordinates"}):
            return lats, lons
        if not self._has("coordinates"):
            given = [self._given[self._at[name]] for name in ("lat", "lon") if self._has(name)]
            # As they stand: what has to be stripped is not plain.
            plain = positions.plain(*given) if len(given) == 2 else None  # noqa: PLR2004 -- both
            if plain is not None:
                return plain
        both = self._column("coordinates")
        o_is_west = coordinates.west_is_o(both) if self._has("coordinates") else None
        halves = zip(self._column("lat"), self._column("lon"), both, strict=True)
        for i, (lat, lon, pair) in enumerate(halves):
            if lat or lon or pair:
                lats[i], lons[i], wrong = positions.read(lat, lon, pair, o_is_west=o_is_west)
                for complaint in wrong:
                    self._tell(i, complaint)
        return lats, lons


def _numbers(lines: Sequence[int]) -> Sequence[int]:
    """Return the numbers of the rows: the very ints of the lines above, where these are lines."""
    rows = range(1, len(lines) + 1)
    if isinstance(lines, range):
        return rows
    before = (1, *lines[:-1])
    return before if before == tuple(rows) else rows


def _named(lat: float | None, lon: float | None) -> str:
    """Name a place by where it is, where nothing else is told."""
    return "" if lat is None or lon is None else f"{lat:.4g}, {lon:.4g}"


def _parted(via: str) -> tuple[str, ...]:
    """Part the places on the way."""
    return tuple(place.strip() for place in via.split(";") if place.strip()) if via else ()
