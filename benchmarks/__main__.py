"""Measure what exile_map takes, side by side with what one would use otherwise.

    python -m benchmarks                            all of it: about 25 minutes
    python -m benchmarks --only start,draw          parts: start, draw, growth, pages, gazetteer
    python -m benchmarks --lives 7,10000,5000x20    stays of one life, or lives x stays
    python -m benchmarks --peers timeline,floor     beside which others; none for ours alone
    python -m benchmarks --quick                    a small form, to see that it works
    python -m benchmarks --write table.md           in a file, line by line as it is measured

Needs the extra `bench`, Chromium, and npm for the scripts that the peers' pages load from the web.
Commands take turns, so that a drift of the machine hits all alike; figures are medians. Nothing
else should run meanwhile. What is loaded or written goes to build/benchmarks.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from benchmarks import budgets, report, rivals, served
from benchmarks.bench import FLOOR, OURS, PEERS, ROOT, Bench
from benchmarks.figures import Figures
from benchmarks.lives import Workload
from benchmarks.parts import PARTS

LIVES = "7,100,1000,10000,100x20,100000,5000x20"
QUICK = ("start,draw,growth,pages", "7,500")


def main() -> None:
    """Measure what is asked for, and print it."""
    told = _arguments()
    bench = _bench(told)
    bench.work.mkdir(parents=True, exist_ok=True)
    if "pages" in bench.only and {*bench.tools} - {OURS, FLOOR}:
        served.install(bench.npm)
    figures, lines, begun = Figures(), report.head(bench), time.monotonic()
    for part in bench.only:
        lines.append("")
        for line in PARTS[part](bench, figures):
            report.say(line)
            lines.append(line)
            if told.write:  # what is stopped leaves what it has
                _write(told.write, lines, figures)
    lines += ["", f"It took {(time.monotonic() - begun) / 60:.0f} minutes."]
    if told.write:
        _write(told.write, lines, figures)
    print(_text(lines, figures))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only")
    parser.add_argument("--lives")
    parser.add_argument("--peers", default=",".join((*PEERS, FLOOR)))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "benchmarks")
    parser.add_argument("--python", default=sys.executable, help="the one that has the peers")
    told = parser.parse_args()
    only, lives = QUICK if told.quick else (",".join(PARTS), LIVES)
    told.only = (told.only or only).split(",")
    told.lives = (told.lives or lives).split(",")
    told.peers = [*filter(None, told.peers.replace("none", "").split(","))]
    unknown = {*told.only} - {*PARTS} | {*told.peers} - {*PEERS, FLOOR}
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    return told


def _bench(told: argparse.Namespace) -> Bench:
    sizes = [size.split("x") for size in told.lives]
    return Bench(
        only=tuple(told.only),
        workloads=tuple(Workload(*map(int, ["1", *size][-2:])) for size in sizes),
        tools=(OURS, *told.peers),
        runs=1 if told.quick else told.runs,
        quick=told.quick,
        python=told.python,
        work=told.work.resolve(),
    )


def _text(lines: list[str], figures: Figures) -> str:
    closing = (report.summary(figures), rivals.ahead(figures), budgets.table(figures))
    return "\n".join([*lines, *(line for table in closing if table for line in ("", *table)), ""])


def _write(path: Path, lines: list[str], figures: Figures) -> None:
    path.write_text(_text(lines, figures), encoding="utf-8")


if __name__ == "__main__":
    main()
