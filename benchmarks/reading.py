"""How long 100,000 rows take to read, dates included, beside what only splits them into cells.

Run from the repository: python benchmarks/reading.py [rows] [runs]
"""

from __future__ import annotations

import csv
import io
import random
import statistics
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING

import pandas as pd

from exile_map import places

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = ("Brussels", "Paris", "Mexico City", "Orenburg", "Petrograd", "Łódź", "São Paulo")
MONTHS = "January February March April May June July August September October".split()  # noqa: SIM905 -- words
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre".split()  # noqa: SIM905 -- words
SHAPES: tuple[Callable[[int, random.Random], str], ...] = (
    lambda year, _: f"{year}",
    lambda year, dice: f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
    lambda year, dice: f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {year}",
    lambda year, dice: f"{dice.randint(1, 28)} {dice.choice(FRENCH)} {year}",
    lambda year, dice: f"{dice.choice(MONTHS)} {year}",
    lambda year, _: f"c. {year}",
    lambda year, dice: f"{dice.randint(1, 28)}.{dice.randint(1, 12)}.{year}",
    lambda year, dice: f"{dice.randint(13, 28)}/{dice.randint(1, 12)}/{year}",
    lambda year, dice: f"{dice.choice(('spring', 'summer', 'autumn', 'early', 'late'))} {year}",
)
HEADER = (
    "id,person,place,country,region,start,end,stay,move,mode,via,certainty,lat,lon,"
    "story,quote,source,url,archive,remarks\n"
)


def table(rows: int) -> bytes:
    """Write a table of lives of twenty stays: 20 columns, dates in nine notations."""
    dice = random.Random(1947)  # noqa: S311 -- a benchmark
    out = [HEADER]
    for i in range(rows):
        year = 1800 + (i // 20) % 150 + i % 20
        shape = dice.choice(SHAPES)
        given = f"{dice.uniform(30, 60):.4f},{dice.uniform(-10, 60):.4f}" if i % 3 == 0 else ","
        out.append(
            f"s{i},Person {i // 20},{dice.choice(PLACES)},,,{shape(year, dice)},"
            f"{shape(year + 1, dice)},home,moved,train,,certain,{given},"
            f'"What is told of stay {i}, in one sentence, with a comma.",,Box {i},'
            f"https://example.org/{i},Fonds {i % 50},\n"
        )
    return "".join(out).encode()


def timed(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Do the work some times; return the medians of its wall and its processor seconds."""
    wall, own = [], []
    for _ in range(runs):
        begun, cpu = time.perf_counter(), time.process_time()
        work()
        wall.append(time.perf_counter() - begun)
        own.append(time.process_time() - cpu)
    return statistics.median(wall), statistics.median(own)


def main(rows: int = 100_000, runs: int = 5) -> None:
    """Measure, and print medians."""
    data = table(rows)
    read = places.read(io.BytesIO(data))
    assert len(read.rows) == rows  # noqa: S101 -- a measurement of something else is none
    warnings = len(read.problems)
    del read
    print(f"{rows:,} rows of 20 columns, {len(data) / 1e6:.1f} MB, {warnings} warnings; medians")
    wall, own = timed(lambda: places.read(io.BytesIO(data)), runs)
    print(f"exile_map.places.read {wall:6.2f} s, processor {own:5.2f} s")
    for name, work in (
        ("csv.reader", lambda: list(csv.reader(io.StringIO(data.decode(), newline="")))),
        ("pandas.read_csv", lambda: pd.read_csv(io.BytesIO(data), dtype=str)),
    ):
        _, peer = timed(work, runs)
        print(f"{name:21} {'':9} processor {peer:5.2f} s: we take {own / peer:.1f} x as long")
    tracemalloc.start()
    read = places.read(io.BytesIO(data))
    kept, peak = tracemalloc.get_traced_memory()
    print(
        f"memory: {len(read.rows):,} rows keep {kept / 1e6:.0f} MB, at most {peak / 1e6:.0f} MB,",
        end=" ",
    )
    print(f"{peak / len(data):.1f} x the size of the table")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
