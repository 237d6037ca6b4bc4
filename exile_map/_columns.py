"""Columns: rows as DataFrames, and back; the form of a table depends on its columns alone."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
from pandas.api.types import is_object_dtype, is_string_dtype

from exile_map import geocoding, places
from exile_map.dates import DateError, Span, read_span
from exile_map.errors import DataError, Problem, UsageError
from exile_map.gazetteer import Match
from exile_map.places.tidying import text_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

OBJECTS: Final = ("span", "match", "via_points")
"""The columns that hold our own objects, which no file can hold."""

_COUNTS: Final = ("row", "line")
_NUMBERS: Final = ("lat", "lon", "radius_km", "seq")
_TEXTS: Final = (
    *("person", "place", "country", "region", "stay", "move", "mode", "story", "quote", "source"),
    *("url", "image", "image_alt", "image_credit", "certainty", "id"),
)
_DATES: Final = ("start", "end")
# What `read_places` and `geocode` write, besides the columns that rows have.
_OURS: Final = (
    *("row", "line", "span", "precision", "status", "matched", "layer", "confidence"),
    *("geonames_id", "candidates", "note", "match", "via_points"),
)
_FOUND: Final = {
    **dict.fromkeys(("lat", "lon", "radius_km"), "float64"),
    **dict.fromkeys(("precision", "status", "matched", "layer"), "str"),
    "confidence": "float64",
    "geonames_id": "Int64",
    **dict.fromkeys(("candidates", "note"), "str"),
    **dict.fromkeys(("match", "via_points"), "object"),
}


def frame_of(read: places.Places, given: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return checked rows as a table.

    Parameters
    ----------
    read
        The rows.
    given
        The table they come from, if it was a DataFrame: what of it is kept beside our own columns
        is then told by its columns alone, so that all parts of a table get the same ones.
    """
    rows = read.rows
    columns: dict[str, list[Any]] = {name: [getattr(r, name) for r in rows] for name in _COUNTS}
    columns |= {name: [getattr(r, name) for r in rows] for name in _TEXTS[:2]}
    columns["span"] = [row.span for row in rows]
    columns |= _dates(rows)
    columns |= {name: [getattr(r, name) for r in rows] for name in (*_NUMBERS, *_TEXTS[2:])}
    columns["via"] = ["; ".join(row.via) for row in rows]
    types = dict.fromkeys(columns, "str") | dict.fromkeys(_COUNTS, "int64")
    types |= dict.fromkeys(_NUMBERS, "float64") | {"span": "object"}
    hidden = _hidden(read, columns) if given is None else _rewritten(read, given)
    for name in read.columns:
        if name in hidden or name not in columns:
            shown = places.yours(name) if name in hidden else name
            columns[shown] = [row.cells.get(name, "") for row in rows]
            types[shown] = "str"
    frame = pd.DataFrame(columns).astype(types)
    frame.attrs["problems"] = read.problems
    return frame


def _dates(rows: Sequence[places.PlaceRow]) -> dict[str, list[Any]]:
    ends = [_ends(row.span) for row in rows]
    return {name: [pair[i] for pair in ends] for i, name in enumerate(_DATES)}


def _hidden(read: places.Places, columns: Mapping[str, Sequence[Any]]) -> set[str]:
    """Name the user's columns that ours would hide, where they say something else."""
    if places.header_is_ours(read.columns):
        return set()
    hidden = set()
    for name in read.columns:
        if name in _OURS:
            values = [""] * len(read.rows)
        elif name in columns:
            values = [_text(value) for value in columns[name]]
        else:
            continue
        told = [row.cells.get(name, "").strip() for row in read.rows]
        if any(text and text != value for text, value in zip(told, values, strict=True)):
            hidden.add(name)
    return hidden


def _rewritten(read: places.Places, given: pd.DataFrame) -> set[str]:
    """Name the user's columns that ours would hide, and that may say something else.

    Numbers are taken as they are, and of texts only dates, numbers and doubts are written anew.
    """
    if places.header_is_ours(read.columns):
        return set()
    return {
        name
        for name, dtype in zip(read.columns, given.dtypes, strict=True)
        if name in _OURS or (name in (*_DATES, *_NUMBERS, "certainty") and _is_text(dtype))
    }


def _is_text(dtype: Any) -> bool:  # noqa: ANN401 -- numpy's or pandas's
    return is_string_dtype(dtype) or is_object_dtype(dtype)


def _ends(span: Span) -> tuple[str, str]:
    return (span.start.edtf if span.start else "", span.end.edtf if span.end else "")


def rows_of(table: pd.DataFrame) -> list[places.PlaceRow]:
    """Take the rows back out of a table, with what was corrected in it.

    Raises
    ------
    DataError
        A date was corrected to none.
    UsageError
        The table does not come from `tables.read_places`.
    """
    if "span" not in table.columns:
        message = "the table has no spans; call xm.read_places(table) first"
        raise UsageError(message)
    problems: list[Problem] = []
    rows = [_row(record, problems) for record in table.to_dict("records")]
    if problems:
        raise DataError(problems)
    return rows


def _row(record: Mapping[Hashable, Any], problems: list[Problem]) -> places.PlaceRow:
    span = record["span"]
    start, end = _text(record["start"]), _text(record["end"])
    if (start, end) != _ends(span):
        try:
            span = read_span(start, end_text=end or None)
        except DateError as error:
            place = ("the table", int(record["row"]), int(record["line"]), "start, end")
            value = " – ".join(filter(None, (start, end)))
            problems.append(Problem("error", "bad-date", error.reason, error.remedy, *place, value))
    numbers = {name: None if pd.isna(record[name]) else float(record[name]) for name in _NUMBERS}
    match = record.get("match")
    if isinstance(match, Match) and (numbers["lat"], numbers["lon"]) == (match.lat, match.lon):
        numbers |= {"lat": None, "lon": None, "radius_km": None}
    fields: dict[str, Any] = {**numbers, **{name: _text(record[name]) for name in _TEXTS}}
    return places.PlaceRow(
        int(record["row"]),
        int(record["line"]),
        span=span,
        via=tuple(v.strip() for v in _text(record["via"]).split(";") if v.strip()),
        cells=MappingProxyType({str(k): _text(v) for k, v in record.items() if k != "match"}),
        **fields,
    )


def found_in(rows: Iterable[geocoding.LocatedRow], index: pd.Index) -> pd.DataFrame:
    """Return where rows are, as columns."""
    records = [_found(row) for row in rows]
    return pd.DataFrame(records, index=index, columns=list(_FOUND)).astype(_FOUND)


def _found(row: geocoding.LocatedRow) -> tuple[Any, ...]:
    match = row.match
    return (
        *(row.point or (None, None)),
        row.radius_km,
        row.precision,
        row.status,
        match.name if match else "",
        row.layer,
        match.confidence if match else None,
        match.geonames_id if match else None,
        "; ".join(geocoding.named(candidate) for candidate in row.candidates),
        row.note,
        match,
        row.via,
    )


def located_rows(table: pd.DataFrame) -> list[geocoding.LocatedRow]:
    """Take located rows back out of a table, with what was corrected in it.

    Raises
    ------
    DataError, UsageError
        As in `rows_of`.
    """
    records = table.to_dict("records")
    return [_located(row, record) for row, record in zip(rows_of(table), records, strict=True)]


def _located(row: places.PlaceRow, record: Mapping[Hashable, Any]) -> geocoding.LocatedRow:
    """Bring a row together with what the gazetteer said, unless the user corrected it."""
    match = record["match"] if isinstance(record["match"], Match) else None
    if row.lat is not None and row.lon is not None:
        return geocoding.LocatedRow(row, "ok", via=record["via_points"])
    status, note = _text(record["status"]), _text(record["note"])
    return geocoding.LocatedRow(row, status, match, via=record["via_points"], note=note)


def with_index(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a table with what its index tells as columns, where these have names of their own."""
    named = [name for name in frame.index.names if name is not None and name not in frame.columns]
    return frame.reset_index(level=named) if named else frame


def cells_of(frame: pd.DataFrame) -> list[list[str]]:
    """Return the cells of a table as texts."""
    return [[_text(cell) for cell in record] for record in frame.itertuples(index=False)]


def _text(cell: object) -> str:
    """Write a cell as a person would have: no NaN, no 1909.0, no midnight."""
    return "" if cell is pd.NaT or cell is pd.NA else text_of(cell)
