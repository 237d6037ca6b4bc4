"""The recipe of docs/larger.md on a real cluster of two processes, and what it stands on."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from conftest import ROOT

import exile_map as xm
from exile_map import places

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

RECIPE = ROOT / "docs" / "larger.md"
STAYS = (
    ("Paris", "c. 1909", "Ö 1"),
    ("the Urals", "between 1912 and 1914", ""),
    ("Nowhere at all zzz", "", ""),
    ("Frankfurt", "before 1919", ""),
    ("Weimar", "1920?", "12"),
)


def lives(people: int = 12) -> pd.DataFrame:
    """Return lives whose stays stand far apart: one stay of each, then the next of each."""
    return pd.DataFrame(
        [
            {"person": f"P{person:02}", "place": place, "start": start, "end": "", "box": box}
            for place, start, box in STAYS
            for person in range(people)
        ]
    )


@pytest.fixture(scope="module")
def dask() -> ModuleType:
    """Return Dask's DataFrames; without them, skip, but fail in CI."""
    try:
        import dask.dataframe
        import distributed  # noqa: F401 -- the recipe's cluster
    except ImportError as error:
        message = f"these tests need pip install 'exile-map[dask]' ({error})"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    return dask.dataframe


def located(table: pd.DataFrame) -> pd.DataFrame:
    return xm.plain(xm.geocode(xm.read_places(table), part=True))


# Dask's own calls warn with a pandas that is newer than it.
@pytest.mark.filterwarnings("ignore::FutureWarning", "ignore:The inplace keyword")
def test_the_recipe_on_two_processes_finds_what_one_finds(tmp_path: Path, dask: ModuleType) -> None:
    (recipe,) = [
        b
        for b in re.findall(r"```python\n(.*?)```", RECIPE.read_text("utf-8"), re.DOTALL)
        if "main" in b
    ]
    (tmp_path / "lives.py").write_text(recipe, encoding="utf-8")
    table = lives()
    dask.from_pandas(table, npartitions=4).to_parquet(tmp_path / "lives.parquet")
    done = subprocess.run(
        [sys.executable, "lives.py", "lives.parquet", "located", "figures"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    parts = sorted((tmp_path / "located").glob("*.parquet"))
    assert len(parts) == 4
    found = places.read(tmp_path / "located")
    assert not [problem for problem in found.problems if problem.kind == "cut-life"]

    by_order = {"seq": range(1, len(table) + 1)}
    at_once = located(table.assign(**by_order)).sort_values(["person", "seq"])
    in_parts = pd.concat(map(pd.read_parquet, parts)).sort_values(["person", "seq"])
    own = ["row", "line"]  # each partition has its own
    pd.testing.assert_frame_equal(
        in_parts.drop(columns=own).reset_index(drop=True),
        at_once.drop(columns=own).reset_index(drop=True),
    )
    assert list(in_parts["start"][:5]) == ["1909~", "[1912..1914]", "", "[..1918]", "1920?"]

    figures = pd.read_parquet(tmp_path / "figures").sort_index()
    expected = xm.summary(xm.to_routes(xm.geocode(xm.read_places(table))))
    pd.testing.assert_frame_equal(figures, expected[figures.columns].sort_index())


def test_an_empty_table_has_the_columns_and_types_of_a_full_one() -> None:
    full = lives(2)
    read, empty = xm.read_places(full), xm.read_places(full.iloc[:0])
    pd.testing.assert_series_equal(empty.dtypes, read.dtypes)
    found, none = xm.geocode(read, part=True), xm.geocode(empty, part=True)
    pd.testing.assert_series_equal(none.dtypes, found.dtypes)
    pd.testing.assert_series_equal(located(full.iloc[:0]).dtypes, located(full).dtypes)
    assert xm.to_routes(none) == ()
    fixed = xm.summary(()).columns
    pd.testing.assert_series_equal(
        xm.summary(()).dtypes, xm.summary(xm.to_routes(found))[fixed].dtypes
    )


def test_what_cells_say_changes_no_columns() -> None:
    """One partition may write years only, and another words."""
    words = pd.DataFrame(
        {"place": ["Rome"], "start": ["vers 1909"], "lat": ["41° N"], "lon": ["12"]}
    )
    plain = pd.DataFrame({"place": ["Lyon"], "start": ["1909"], "lat": [""], "lon": [""]})
    pd.testing.assert_series_equal(located(words).dtypes, located(plain).dtypes)
    assert list(located(words)["start (yours)"]) == ["vers 1909"]


def test_a_part_in_which_nothing_can_be_found_is_no_error_a_whole_table_is() -> None:
    table = xm.read_places(pd.DataFrame({"place": ["Nowhere at all zzz"]}))
    assert list(xm.geocode(table, part=True)["status"]) == ["unresolved"]
    with pytest.raises(xm.DataError, match="nothing to draw"):
        xm.geocode(table)
    with pytest.raises(xm.DataError):
        xm.draw(pd.DataFrame({"place": []}))


def test_partitions_are_refused_as_a_table_with_what_to_do(dask: ModuleType) -> None:
    table: Any = dask.from_pandas(lives(2), npartitions=2)
    for step in (xm.read_places, xm.geocode, xm.to_routes):
        with pytest.raises(xm.UsageError, match=rf"call xm\.{step.__name__} on each"):
            step(table)
