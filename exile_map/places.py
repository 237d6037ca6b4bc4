"""Places as people write them down: a CSV (or records) into checked rows, all problems at once."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from exile_map import _reading, vocabulary
from exile_map.dates import DateError, Span, day_order, read_span
from exile_map.errors import DataError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_TEXTS: Final = ["country", "region", "stay", "move", "mode", "story", "quote", "source", "url", "image", "image_alt", "image_credit", "certainty", "id"]
_DATES: Final = ("year", "start", "end")
_CERTAINTIES: Final = ("certain", "less-certain", "uncertain")
_LIMITS: Final = {"lat": 90.0, "lon": 180.0, "radius_km": 20_038.0}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One checked row: a place as written, when, and what else the user says of the stay.

    Parameters
    ----------
    row, line
        The data row and the line of the file it begins on, both from 1.
    person, place
        Who, and the place's name as the source writes it.
    span
        When, within the bounds that are known.
    lat, lon, radius_km
        Degrees and kilometres where the user knows better; None otherwise.
    via
        Places on the way, in order.
    certainty
        Doubt about the whole stay: ``certain``, ``less-certain`` or ``uncertain``.
    cells
        Every cell of the row as it stood, by the user's own header.

    The other fields are the columns of the same name, as written.
    """

    row: int
    line: int
    person: str
    place: str
    span: Span
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    via: tuple[str, ...] = ()
    country: str = ""
    region: str = ""
    stay: str = ""
    move: str = ""
    mode: str = ""
    story: str = ""
    quote: str = ""
    source: str = ""
    url: str = ""
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    certainty: str = "certain"
    id: str = ""
    seq: float | None = None
    cells: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle with a plain dict of cells: a read-only view of one cannot be pickled."""
        values = {name: getattr(self, name) for name in self.__slots__}
        return (_restored, (values | {"cells": dict(self.cells)},))


def _restored(values: dict[str, Any]) -> PlaceRow:
    return PlaceRow(**values)


@dataclass(frozen=True, slots=True)
class Places:
    """A table of places, read and checked.

    Parameters
    ----------
    rows
        The rows, in the order of the file (or of ``seq`` where the file has one).
    problems
        What was doubtful: warnings only, for errors are raised.
    source
        The file's name, for messages.
    columns
        The user's own headers, in order.
    """

    rows: tuple[PlaceRow, ...]
    problems: tuple[Problem, ...] = ()
    source: str = ""
    columns: tuple[str, ...] = ()


def read(source: str | Path | BinaryIO, *, columns: Mapping[str, str] | None = None) -> Places:
    """Read a CSV of places and years.

    Parameters
    ----------
    source
        A path, ``"-"`` for standard input, or a binary stream.
    columns
        Which of the user's headers is which of our columns, e.g. ``{"place": "Ort"}``, for
        headers we do not know.

    Raises
    ------
    DataError
        The file cannot be read, is no table, or has errors; all of them are told.
    UsageError
        ``columns`` names a column or a header that does not exist.
    """
    data, name = _bytes_of(source)
    table = _reading.read_table(data, name)
    return from_records(
        table.rows,
        header=table.header,
        lines=table.lines,
        source=name,
        columns=columns,
        problems=table.problems,
    )


def _bytes_of(source: str | Path | BinaryIO) -> tuple[bytes, str]:
    if not isinstance(source, str | Path):
        return source.read(), str(getattr(source, "name", "the stream"))
    if str(source) == "-":
        return sys.stdin.buffer.read(), "standard input"
    path = Path(source)
    try:
        return path.read_bytes(), path.name
    except FileNotFoundError:
        reason, remedy = "there is no such file", "Check the path."
    except IsADirectoryError:
        reason, remedy = "is a folder, not a file", "Name the CSV inside it."
    except PermissionError:
        reason, remedy = "may not be read", "Check the file's permissions."
    except OSError as error:
        reason, remedy = f"cannot be read: {error.strerror or error}", ""
    problem = Problem("error", "unreadable-file", reason, remedy, file=str(path))
    raise DataError([problem])


def from_records(  # noqa: PLR0913 -- each says where a record came from
    records: Sequence[Sequence[str]],
    *,
    header: Sequence[str],
    lines: Sequence[int] | None = None,
    source: str = "",
    columns: Mapping[str, str] | None = None,
    problems: Iterable[Problem] = (),
) -> Places:
    """Check records that are already split into cells.

    Parameters
    ----------
    records
        The rows' cells; short rows are filled up with blanks.
    header
        The users' headers, one for each cell.
    lines
        The line each record began on; the record's number plus one where not given.
    source
        A name for messages.
    columns
        As in `read`.
    problems
        What was noticed before.

    Raises
    ------
    DataError
        With every problem, when at least one is an error.
    """
    checker = _Checker(source, _columns(header, columns or {}, source), list(problems))
    cells = [
        dict(zip(header, [*record, *[""] * (len(header) - len(record))], strict=False))
        for record in records
    ]
    begun = lines or range(2, len(cells) + 2)
    checker.settle_day_order(cells)
    rows = [checker.row(i + 1, begun[i], row) for i, row in enumerate(cells)]
    checker.raise_errors()
    kept = [row for row in rows if row is not None]
    if not kept:
        problem = Problem(
            "error",
            "empty-file",
            "has no places",
            "Write one place and year a line, under a header such as place,year.",
            file=source,
        )
        raise DataError([problem])
    if all(row.seq is not None for row in kept):
        kept.sort(key=lambda row: row.seq or 0.0)
    checker.tell_disorder(kept)
    return Places(tuple(kept), tuple(checker.problems), source, tuple(header))


def _columns(header: Sequence[str], told: Mapping[str, str], source: str) -> dict[str, str]:
    """Map our columns to the user's headers; two candidates for one meaning are a question."""
    for ours, theirs in told.items():
        if ours not in vocabulary.COLUMNS:
            known = ", ".join(vocabulary.COLUMNS)
            message = f"there is no column {ours!r} to assign; the columns are {known}"
            raise UsageError(message)
        if theirs not in header:
            message = f"{source} has no column {theirs!r}; its columns are {', '.join(header)}"
            raise UsageError(message)
    found: dict[str, list[str]] = {ours: [theirs] for ours, theirs in told.items()}
    for theirs in header:
        ours = vocabulary.column_named(theirs) if theirs not in told.values() else None
        if ours and ours not in told:
            found.setdefault(ours, []).append(theirs)
    _prefer_exact(found)
    problems = [
        Problem(
            "error",
            "two-columns",
            f"could each be the column “{ours}”",
            f"Say which with --column {ours}={names[0]} (or another of them).",
            file=source,
            column=" and ".join(names),
        )
        for ours, names in found.items()
        if len(names) > 1
    ]
    if "place" not in found and not {"lat", "lon"} <= found.keys():
        problems.append(
            Problem(
                "error",
                "no-place-column",
                f"has no column of places; its columns are {', '.join(header)}",
                "Name one “place”, or say which it is with --column place=NAME.",
                file=source,
            )
        )
    if problems:
        raise DataError(problems)
    return {ours: names[0] for ours, names in found.items()}


def _prefer_exact(found: dict[str, list[str]]) -> None:
    """Where one header is our own word, it wins over other words for the same meaning."""
    for ours, names in found.items():
        exact = [n for n in names if n.strip().casefold() == ours]
        if len(exact) == 1:
            found[ours] = exact


class _Checker:
    """Turns one row of cells after another into checked rows, and keeps what was wrong."""

    def __init__(self, source: str, columns: dict[str, str], problems: list[Problem]) -> None:
        self.source = source
        self.columns = columns
        self.problems = problems
        self.person = ""
        self.day_first: bool | None = None

    def raise_errors(self) -> None:
        if any(p.severity == "error" for p in self.problems):
            errors = [p for p in self.problems if p.severity == "error"]
            raise DataError(errors + [p for p in self.problems if p.severity == "warning"])

    def settle_day_order(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Decide dd/mm or mm/dd once for all date cells; a column that contradicts itself asks."""
        texts = [r[self.columns[c]] for c in _DATES if c in self.columns for r in rows]
        try:
            self.day_first = day_order(texts)
        except DateError as error:
            self.problems.append(
                Problem("error", "day-order", error.reason, error.remedy, file=self.source)
            )

    def tell_disorder(self, rows: Sequence[PlaceRow]) -> None:
        """Tell of each stay that can only have begun before the one above it; change nothing."""
        ours = "start" if "start" in self.columns else "year"
        latest_known: dict[str, float] = {}
        for row in rows:
            earliest, latest = row.span.years[:2]
            before = latest_known.get(row.person)
            if latest is not None and before is not None and latest <= before:
                self.problems.append(
                    Problem(
                        "warning",
                        "out-of-order",
                        "is earlier than the row above; the order of the file was kept",
                        "Check the date, or move the row.",
                        self.source,
                        row.row,
                        row.line,
                        self.columns.get(ours, ours),
                        row.span.written,
                    )
                )
            if earliest is not None:
                latest_known[row.person] = max(earliest, before or earliest)

    def row(self, number: int, line: int, cells: Mapping[str, str]) -> PlaceRow | None:
        def cell(ours: str) -> str:
            return cells[self.columns[ours]].strip() if ours in self.columns else ""

        def told(kind: str, ours: str, reason: str, remedy: str, severity: Any = "error") -> None:
            self.problems.append(
                Problem(
                    severity,
                    kind,
                    reason,
                    remedy,
                    self.source,
                    number,
                    line,
                    self.columns.get(ours, ours),
                    cell(ours) or None,
                )
            )

        if not any(value.strip() for value in cells.values()):
            return None
        self.person = cell("person") or self.person
        numbers = {name: self._number(name, cell(name), told) for name in (*_LIMITS, "seq")}
        place = cell("place")
        if not place:
            if numbers["lat"] is None or numbers["lon"] is None:
                told("no-place", "place", "no place is given", "Write one, or delete the row.")
                return None
            place = f"{numbers['lat']:.4g}, {numbers['lon']:.4g}"
        if bool(cell("lat")) != bool(cell("lon")):
            told("half-position", "lat", "only one of lat and lon is given", "Give both or none.")
        certainty = cell("certainty").casefold().replace(" ", "-") or "certain"
        if certainty not in _CERTAINTIES:
            told(
                "bad-certainty",
                "certainty",
                "is not a degree of certainty, and is taken as less-certain",
                "Write certain, less-certain or uncertain.",
                "warning",
            )
            certainty = "less-certain"
        row = PlaceRow(
            number,
            line,
            self.person,
            place,
            self._span(cell, told),
            lat=numbers["lat"],
            lon=numbers["lon"],
            radius_km=numbers["radius_km"],
            seq=numbers["seq"],
            via=tuple(v.strip() for v in cell("via").split(";") if v.strip()),
            cells=MappingProxyType(dict(cells)),
            **{name: cell(name) for name in _TEXTS if name != "certainty"},
        )
        return replace(row, certainty=certainty)

    def _span(self, cell: Any, told: Any) -> Span:
        ours = "start" if cell("start") else "year"
        try:
            return read_span(cell(ours), end_text=cell("end") or None, day_first=self.day_first)
        except DateError as error:
            blamed = "end" if cell("end") and _alone_is_fine(cell(ours), self.day_first) else ours
            told("bad-date", blamed, error.reason, error.remedy)
            return Span(None, None)

    def _number(self, ours: str, text: str, told: Any) -> float | None:
        if not text:
            return None
        try:
            value = float(text.replace(",", ".").replace("−", "-"))
        except ValueError:
            value = float("nan")
        limit = _LIMITS.get(ours)
        if value != value or abs(value) == float("inf"):  # noqa: PLR0124 -- NaN differs from itself
            told("bad-number", ours, "is not a number", "Write it like 48.8566.")
            return None
        if limit is not None and (abs(value) > limit or (ours == "radius_km" and value < 0)):
            low = "0" if ours == "radius_km" else f"-{limit:g}"
            told("out-of-range", ours, f"is not between {low} and {limit:g}", "Check the number.")
            return None
        return value


def _alone_is_fine(text: str, day_first: bool | None) -> bool:  # noqa: FBT001 -- as read_span's
    try:
        read_span(text, day_first=day_first)
    except DateError:
        return False
    return True
