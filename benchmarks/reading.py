"""How long 100,000 rows take to read, dates included: medians of several runs, and the memory.

Run from the repository: python benchmarks/reading.py [rows] [runs]
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
import tracemalloc
from typing import TYPE_CHECKING

from exile_map import places

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = ("Brussels", "Paris", "Mexico City", "Orenburg", "Petrograd", "Łódź", "São Paulo")
MONTHS = "January February March April May June July August September October".split()  # noqa: SIM905 -- words
SHAPES: tuple[Callable[[int, random.Random], str], ...] = (
    lambda year, _: f"{year}",
    lambda year, dice: f"{year}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}",
    lambda year, dice: f"{dice.randint(1, 28)} {dice.choice(MONTHS)} {year}",
    lambda year, dice: f"{dice.choice(MONTHS)} {year}",
    lambda year, _: f"c. {year}",
    lambda year, dice: f"{dice.randint(1, 28)}.{dice.randint(1, 12)}.{year}",
)
HEADER = "person,place,start,end,stay,move,story,source\n"


def table(rows: int) -> bytes:
    """Write a table of lives of twenty stays, with dates in six notations."""
    dice = random.Random(1947)  # noqa: S311 -- a benchmark
    out = [HEADER]
    for i in range(rows):
        year = 1800 + (i // 20) % 150 + i % 20
        shape = dice.choice(SHAPES)
        out.append(
            f"Person {i // 20},{dice.choice(PLACES)},{shape(year, dice)},"
            f"{shape(year + 1, dice)},home,moved,"
            f'"What is told of stay {i}, in one sentence, with a comma.",Box {i}\n'
        )
    return "".join(out).encode()


def main(rows: int = 100_000, runs: int = 5) -> None:
    """Measure, and print medians."""
    data = table(rows)
    wall, own = [], []
    for _ in range(runs):
        begun, cpu = time.perf_counter(), time.process_time()
        read = places.read(io.BytesIO(data))
        wall.append(time.perf_counter() - begun)
        own.append(time.process_time() - cpu)
        assert len(read.rows) == rows  # noqa: S101 -- a measurement of something else is none
        del read
    tracemalloc.start()
    read = places.read(io.BytesIO(data))
    kept, peak = tracemalloc.get_traced_memory()
    size = len(data)
    print(f"{rows:,} rows, {size / 1e6:.1f} MB, {len(read.problems)} warnings")
    print(f"read: {statistics.median(wall):.2f} s (processor {statistics.median(own):.2f} s),")
    print(f"  median of {runs}; fastest {min(wall):.2f} s")
    print(f"memory: kept {kept / size:.1f} x, at most {peak / size:.1f} x the size of the table")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
