"""The same steps on pandas DataFrames: read, geocode, to routes.

A table carries all it needs in its columns, so that rows can be corrected, filtered, sorted and
joined by any means pandas has: `span` holds the `Span`, `match` what the gazetteer answered.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast

import pandas as pd

from exile_map import _columns, geocoding, places, routes
from exile_map.errors import MissingPartError, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from exile_map.finders import Finder

    Table = str | Path | BinaryIO | pd.DataFrame


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
        A path to a CSV, an Excel workbook or Parquet (a file, or a folder of them), a binary
        stream, an address, or a DataFrame with the same columns; or a list of such, whose rows are
        then put below each other. Where one of several names no person, the file's own name is
        taken. A DataFrame may be empty: so is then what becomes of it; an index that has a name
        is one of its columns.
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
        ``radius_km`` (NaN where not given), our other columns, and every column of yours; where
        one of ours hides it, as ``start (yours)``.
        ``attrs["problems"]`` holds the warnings.

    Raises
    ------
    DataError
        With every problem, file, row, column and value, when there is an error.
    UsageError
        ``columns`` names a column or a header that does not exist.
    """
    _refuse_partitions(source, "read_places")
    read_one = partial(_read, columns=columns, day_first=day_first, allow_url=allow_url)
    if not isinstance(source, list | tuple):
        given = _columns.with_index(source) if isinstance(source, pd.DataFrame) else None
        return _columns.frame_of(read_one(cast("Table", source)), given)
    frames = [_columns.frame_of(read) for read in places.read_several(source, read_one)]
    table = pd.concat(frames, ignore_index=True)
    table.attrs["problems"] = tuple(p for frame in frames for p in frame.attrs["problems"])
    return table


def _read(
    source: Table, *, columns: Mapping[str, str] | None, day_first: bool | None, allow_url: bool
) -> places.Places:
    if not isinstance(source, pd.DataFrame):
        return places.read(source, columns=columns, day_first=day_first, allow_url=allow_url)
    source = _columns.with_index(source)
    return places.from_records(
        _columns.cells_of(source),
        header=[str(column) for column in source.columns],
        source="the table",
        columns=columns,
        day_first=day_first,
        may_be_empty=True,
    )


def _refuse_partitions(table: object, step: str) -> None:
    """Refuse a table in partitions, such as Dask's: each of them is a table."""
    if hasattr(table, "map_partitions"):
        message = (
            f"the table is in partitions; bring all rows of a person into one (shuffle), and call"
            f" xm.{step} on each: table.map_partitions(…). docs/larger.md shows how"
        )
        raise UsageError(message)


def geocode(
    table: pd.DataFrame,
    gazetteer: Finder | None = None,
    *,
    strict: bool = False,
    part: bool = False,
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
    part
        Whether the table is a part of a larger one, and may be empty, or hold no place that can
        be settled.

    Returns
    -------
    pandas.DataFrame
        The same rows with ``lat`` and ``lon`` (NaN where unplaced), ``radius_km``, ``precision``,
        ``status`` (``ok``, ``ambiguous``, ``unresolved``, ``not-a-place``), ``matched`` (today's
        name), ``layer``, ``confidence``, ``geonames_id``, ``candidates``, ``note``, and ``match``
        and ``via_points`` for `to_routes`. ``attrs["problems"]`` holds the warnings.

    Raises
    ------
    DataError
        No place at all could be settled, or, when strict, not every one could.
    UsageError
        The table does not come from `read_places`.
    """
    _refuse_partitions(table, "geocode")
    rows = _columns.rows_of(table)
    located = geocoding.locate(
        places.Places(tuple(rows), (), "the table", tuple(map(str, table.columns))),
        gazetteer,
        strict=strict,
        part=part,
    )
    out = table.copy()
    found = _columns.found_in(located.rows, table.index)
    out[list(found.columns)] = found
    out.attrs["problems"] = (*table.attrs.get("problems", ()), *located.problems)
    return out


def plain(located: pd.DataFrame) -> pd.DataFrame:
    """Leave out of a table what no file can hold: for Parquet, CSV, databases, other machines.

    Nothing is lost: ``start`` and ``end`` tell each span as EDTF, doubt and all, and
    `read_places` and `geocode` make of it what it was, as long as the gazetteer is the same.

    Parameters
    ----------
    located
        From `read_places` or `geocode`.

    Returns
    -------
    pandas.DataFrame
        The table without ``span``, ``match`` and ``via_points``, and without ``attrs``.
    """
    out = located.drop(columns=[name for name in _columns.OBJECTS if name in located.columns])
    out.attrs = {}
    return out


def parquet(located: geocoding.Located, read: places.Places) -> bytes:
    """Write a located table as Parquet, in the columns of `plain`.

    Parameters
    ----------
    located
        The located rows.
    read
        The rows they come from, with the user's own columns.

    Raises
    ------
    MissingPartError
        What writes Parquet is not installed.
    """
    frame = _columns.frame_of(read)
    found = _columns.found_in(located.rows, frame.index)
    frame[list(found.columns)] = found
    try:
        return bytes(plain(frame).to_parquet(None, engine="pyarrow", index=False))
    except ImportError as error:
        message = "to write Parquet: pip install 'exile-map[parquet]'"
        raise MissingPartError(message) from error


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
    _refuse_partitions(located, "to_routes")
    if "match" not in located.columns:
        message = "the table was not geocoded; call xm.geocode(table) first"
        raise UsageError(message)
    return routes.build(geocoding.Located(tuple(_columns.located_rows(located))))
