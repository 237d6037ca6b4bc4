"""The same steps on pandas DataFrames: read, geocode, to routes.

A table carries all it needs in its columns, so that rows can be corrected, filtered, sorted and
joined by any means pandas has: `span` holds the `Span`, `match` what the gazetteer answered.
"""

from __future__ import annotations

from functools import partial
from math import isnan
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

import pandas as pd

from exile_map import geocoding, places, routes
from exile_map.dates import DateError, Span, read_span
from exile_map.errors import DataError, Problem, UsageError
from exile_map.gazetteer import Match

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence
    from pathlib import Path

    from exile_map.finders import Finder

    Table = str | Path | BinaryIO | pd.DataFrame


_NUMBERS: Final = ("lat", "lon", "radius_km", "seq")
_TEXTS: Final = (
    *("person", "place", "country", "region", "stay", "move", "mode", "story", "quote", "source"),
    *("url", "image", "image_alt", "image_credit", "certainty", "id"),
)


# What `read_places` and `geocode` write, besides the columns that rows have.
_OURS: Final = (
    *("row", "line", "span", "via", "precision", "status", "matched", "layer", "confidence"),
    *("candidates", "note", "match", "via_points"),
)


def read_places(
    source: Table | Sequence[Table],
    *,
    columns: Mapping[str, str] | None = None,
    day_first: bool | None = None,
    allow_url: bool = False,
) -> pd.DataFrame:
    """Read places and years into a DataFrame of checked rows.

    Parameters
    ----------
    source
        A path to a CSV or an Excel workbook, a binary stream, an address, or a DataFrame with the
        same columns; or a list of such, whose rows are then put below each other. Where one of
        several names no person, the file's own name is taken.
    columns
        Which of your headers is which of ours, e.g. ``{"place": "Ort"}``.
    day_first
        How to read 3/4/1917: 3 April (True) or 4 March (False); None lets the dates of the table
        that force it decide, and asks where none does.
    allow_url
        Whether ``source`` may be an address on the web, which is then asked for.

    Returns
    -------
    pandas.DataFrame
        One row a stay, in the order of the file: ``row``, ``line``, ``person``, ``place``,
        ``span`` (`Span`), ``start`` and ``end`` (EDTF text or empty), ``lat``, ``lon``,
        ``radius_km`` (NaN where not given), our other columns, and every column of yours.
        ``attrs["problems"]`` holds the warnings.

    Raises
    ------
    DataError
        With every problem, file, row, column and value, when there is an error.
    UsageError
        ``columns`` names a column or a header that does not exist.
    """
    read_one = partial(_read, columns=columns, day_first=day_first, allow_url=allow_url)
    if not isinstance(source, list | tuple):
        return _frame(read_one(cast("Table", source)))
    frames = [_frame(read) for read in places.read_several(source, read_one)]
    table = pd.concat(frames, ignore_index=True)
    table.attrs["problems"] = tuple(p for frame in frames for p in frame.attrs["problems"])
    return table


def _read(
    source: Table, *, columns: Mapping[str, str] | None, day_first: bool | None, allow_url: bool
) -> places.Places:
    if not isinstance(source, pd.DataFrame):
        return places.read(source, columns=columns, day_first=day_first, allow_url=allow_url)
    records = [[_text(cell) for cell in record] for record in source.itertuples(index=False)]
    header = [str(column) for column in source.columns]
    return places.from_records(
        records, header=header, source="the table", columns=columns, day_first=day_first
    )


def geocode(
    table: pd.DataFrame, gazetteer: Finder | None = None, *, strict: bool = False
) -> pd.DataFrame:
    """Find where the places are, and were.

    Parameters
    ----------
    table
        From `read_places`, corrected as you like; coordinates it holds are taken as they are.
    gazetteer
        Whom to ask; the built-in one when None.
    strict
        Whether a place that cannot be settled is an error.

    Returns
    -------
    pandas.DataFrame
        The same rows with ``lat`` and ``lon`` (NaN where unplaced), ``radius_km``, ``precision``,
        ``status`` (``ok``, ``ambiguous``, ``unresolved``, ``not-a-place``), ``matched`` (today's
        name), ``layer``, ``confidence``, ``candidates``, ``note``, and ``match`` and ``via_points``
        for `to_routes`. ``attrs["problems"]`` holds the warnings.

    Raises
    ------
    DataError
        No place at all could be settled, or, when strict, not every one could.
    UsageError
        The table does not come from `read_places`.
    """
    rows = _rows(table)
    located = geocoding.locate(
        places.Places(tuple(rows), (), "the table", tuple(map(str, table.columns))),
        gazetteer,
        strict=strict,
    )
    out = table.copy()
    found = pd.DataFrame([_found(row) for row in located.rows], index=table.index)
    out[list(found.columns)] = found
    out.attrs["problems"] = (*table.attrs.get("problems", ()), *located.problems)
    return out


def to_routes(located: pd.DataFrame) -> tuple[routes.Route, ...]:
    """Make a route of each person's rows, in the order of the table.

    Parameters
    ----------
    located
        From `geocode`; rows may have been corrected, removed or put in another order since. A
        corrected ``lat`` and ``lon`` wins over what the gazetteer answered.

    Raises
    ------
    UsageError
        The table does not come from `geocode`.
    """
    if "match" not in located.columns:
        message = "the table was not geocoded; call xm.geocode(table) first"
        raise UsageError(message)
    rows = [
        _located(row, record)
        for row, record in zip(_rows(located), located.to_dict("records"), strict=True)
    ]
    return routes.build(geocoding.Located(tuple(rows)))


def _frame(read: places.Places) -> pd.DataFrame:
    hidden = _hidden(read)
    records = []
    for row in read.rows:
        start, end = _ends(row.span)
        record: dict[Hashable, Any] = {"row": row.row, "line": row.line}
        record |= {name: getattr(row, name) for name in _TEXTS[:2]}
        record |= {"span": row.span, "start": start, "end": end}
        record |= {name: getattr(row, name) for name in (*_NUMBERS, *_TEXTS[2:])}
        record["via"] = "; ".join(row.via)
        record |= {
            hidden.get(name, name): cell
            for name, cell in row.cells.items()
            if name in hidden or name not in record
        }
        records.append(record)
    frame = pd.DataFrame(records)
    frame = frame.astype(dict.fromkeys(_NUMBERS, float))
    frame.attrs["problems"] = read.problems
    return frame


def _hidden(read: places.Places) -> dict[str, str]:
    """Name anew the user's columns that ours would hide, where they say something else."""
    if places.header_is_ours(read.columns):
        return {}
    hidden = {}
    for name in read.columns:
        if name in ("start", "end"):
            values = [_ends(row.span)[name == "end"] for row in read.rows]
        elif name in _NUMBERS or name in _TEXTS:
            values = [_text(getattr(row, name)) for row in read.rows]
        elif name in _OURS:
            values = [""] * len(read.rows)
        else:
            continue
        told = [row.cells.get(name, "").strip() for row in read.rows]
        if any(text and text != value for text, value in zip(told, values, strict=True)):
            hidden[name] = places.yours(name)
    return hidden


def _ends(span: Span) -> tuple[str, str]:
    return (span.start.edtf if span.start else "", span.end.edtf if span.end else "")


def _rows(table: pd.DataFrame) -> list[places.PlaceRow]:
    """Take the rows back out of a table, with what was corrected in it."""
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


def _found(row: geocoding.LocatedRow) -> dict[str, Any]:
    lat, lon = row.point or (float("nan"), float("nan"))
    return {
        "lat": lat,
        "lon": lon,
        "radius_km": float("nan") if row.radius_km is None else row.radius_km,
        "precision": row.precision,
        "status": row.status,
        "matched": row.match.name if row.match else "",
        "layer": row.layer,
        "confidence": row.match.confidence if row.match else float("nan"),
        "candidates": "; ".join(geocoding.named(match) for match in row.candidates),
        "note": row.note,
        "match": row.match,
        "via_points": row.via,
    }


def _located(row: places.PlaceRow, record: Mapping[Hashable, Any]) -> geocoding.LocatedRow:
    """Bring a row together with what the gazetteer said, unless the user corrected it."""
    match = record["match"] if isinstance(record["match"], Match) else None
    if row.lat is not None and row.lon is not None:
        return geocoding.LocatedRow(row, "ok", via=record["via_points"])
    status, note = _text(record["status"]), _text(record["note"])
    return geocoding.LocatedRow(row, status, match, via=record["via_points"], note=note)


def _text(cell: object) -> str:
    """Write a cell as a person would have: no NaN, no 1909.0, no midnight."""
    nothing = cell is None or cell is pd.NaT or cell is pd.NA
    if nothing or (isinstance(cell, float) and isnan(cell)):
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, pd.Timestamp):
        return cell.date().isoformat()
    return str(cell)
