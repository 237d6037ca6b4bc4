"""Measure what exile_map takes, side by side with what one would use otherwise.

    python -m benchmarks                            all of it: an hour and more
    python -m benchmarks --only start,draw          parts: start, draw, growth, pages
    python -m benchmarks --lives 7,10000,5000x20    stays of one life, or lives x stays
    python -m benchmarks --peers timeline,floor     beside which others; none for ours alone
    python -m benchmarks --quick                    a small form, to see that it works
    python -m benchmarks --write table.md           the table, with date and machine, in a file

Needs the extra `bench`, Chromium, and npm for the scripts that the peers' pages load from the web.
Commands take turns, so that a drift of the machine hits all alike; figures are medians. Nothing
else should run meanwhile. What is loaded or written goes to build/benchmarks.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks import commands, lives, report, served
from benchmarks.lives import Workload

ROOT = Path(__file__).parent.parent
PARTS = ("start", "draw", "growth", "pages")
PEERS = ("timeline", "timestamped", "plotly_lines", "pydeck_trips", "kepler_trips", "floor")
LIVES = "7,100,1000,10000,100000,100x20,5000x20"
OURS = "exile_map"
ADAPTERS = {OURS: "hook", "floor": "hook", "empty Leaflet map": "hook"}
GROWTH = (1_000, 3_000, 10_000, 30_000, 100_000)


@dataclass(frozen=True)
class Bench:
    """What to measure, and where."""

    only: tuple[str, ...]
    workloads: tuple[Workload, ...]
    tools: tuple[str, ...]
    runs: int
    quick: bool
    python: str
    work: Path

    @property
    def log(self) -> Path:
        """Where commands say what went wrong."""
        return self.work / "commands.log"

    @property
    def leaflet(self) -> Path:
        """Leaflet, for the floor: the player's own."""
        inside = ROOT / "exile_map" / "player" / "node_modules" / "leaflet" / "dist"
        return inside if inside.exists() else self.work / "npm/node_modules/leaflet/dist"

    def table(self, workload: Workload) -> Path:
        """Return the CSV of a workload, written if need be."""
        path = self.work / f"{workload.people}x{workload.stays}.csv"
        if not path.exists():
            lives.write(path, workload)
        return path

    def page(self, tool: str, workload: Workload) -> Path:
        """Say where a tool's page of a workload goes."""
        return self.work / f"{tool}-{workload.people}x{workload.stays}.html"

    def command(self, tool: str, workload: Workload) -> list[str]:
        """Return the command by which a tool draws a workload."""
        source, target = str(self.table(workload)), str(self.page(tool, workload))
        if tool == OURS:
            return [sys.executable, "-m", "exile_map", "draw", source, "-o", target, "--quiet"]
        if tool == "floor":
            script = str(ROOT / "benchmarks" / "floor.py")
            return [sys.executable, script, source, target, str(self.leaflet)]
        return [self.python, str(ROOT / "benchmarks" / "peers" / f"{tool}.py"), source, target]


def start(bench: Bench) -> list[str]:
    """Measure what one waits for before anything is done."""
    page = bench.work / "serge.html"
    draw = ["-m", "exile_map", "draw", str(ROOT / "data" / "places.csv"), "-o", str(page)]
    asked = {
        "python itself": ["-c", "pass"],
        "import exile_map": ["-c", "import exile_map"],
        "exile-map --help": ["-m", "exile_map", "--help"],
        "exile-map draw data/places.csv": [*draw, "--quiet"],
        "import folium, pandas": ["-c", "import folium, pandas"],
    }
    taken = commands.in_turn(
        {name: [sys.executable, *arguments] for name, arguments in asked.items()},
        bench.runs,
        ROOT,
        bench.log,
    )
    return report.start(taken, page.stat().st_size)


def draw(bench: Bench) -> list[str]:
    """Measure each tool from CSV to HTML."""
    lines = report.draw_head()
    for workload in bench.workloads:
        asked = {tool: bench.command(tool, workload) for tool in bench.tools}
        for tool in bench.tools:
            bench.page(tool, workload).unlink(missing_ok=True)
        taken = commands.in_turn(asked, bench.runs, ROOT, bench.log)
        for tool in bench.tools:
            page = bench.page(tool, workload)
            size = page.stat().st_size if page.exists() else 0
            lines.append(report.draw_row(workload.name, tool, taken[tool], size, taken[OURS]))
            report.say(lines[-1])
    return lines


def growth(bench: Bench) -> list[str]:
    """Measure how our cost grows with the number of stays of one life."""
    counts = GROWTH[:2] if bench.quick else GROWTH
    asked = {count: bench.command(OURS, Workload(1, count)) for count in counts}
    named = {str(count): command for count, command in asked.items()}
    taken = commands.in_turn(named, bench.runs, ROOT, bench.log)
    return report.growth({count: taken[str(count)] for count in counts})


def pages(bench: Bench) -> list[str]:
    """Measure each tool's pages in a browser."""
    from benchmarks.pages import Trial, measure  # noqa: PLC0415 -- the browser only when asked for

    trial = Trial(1, 1, 5) if bench.quick else Trial()
    where = [bench.python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    told = subprocess.run(where, capture_output=True, text=True, check=True)  # noqa: S603
    libraries = [*served.folders(bench.work / "npm"), Path(told.stdout.strip())]
    empty = bench.work / "empty.html"
    script = str(ROOT / "benchmarks" / "floor.py")
    command = [sys.executable, script, "--empty", str(empty), str(bench.leaflet)]
    commands.run(command, ROOT, bench.log)
    lines = report.pages_head()
    lines.append(report.page_row("-", "empty Leaflet map", measure(empty, "hook", trial, []), 0))
    for workload in bench.workloads:
        for tool in bench.tools:
            page = bench.page(tool, workload)
            if not page.exists():
                commands.run(bench.command(tool, workload), ROOT, bench.log)
            if page.exists():
                found = measure(page, ADAPTERS.get(tool, tool), trial, libraries)
                lines.append(report.page_row(workload.name, tool, found, page.stat().st_size))
                report.say(lines[-1])
    return lines


def main() -> None:
    """Measure what is asked for, and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--lives", default=LIVES)
    parser.add_argument("--peers", default=",".join(PEERS))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "benchmarks")
    parser.add_argument("--python", default=sys.executable, help="the one that has the peers")
    told = parser.parse_args()
    sizes = [size.split("x") for size in ("7,500" if told.quick else told.lives).split(",")]
    bench = Bench(
        only=tuple(told.only.split(",")),
        workloads=tuple(Workload(*map(int, ["1", *size][-2:])) for size in sizes),
        tools=(OURS, *filter(None, told.peers.replace("none", "").split(","))),
        runs=1 if told.quick else told.runs,
        quick=told.quick,
        python=told.python,
        work=told.work.resolve(),
    )
    unknown = {*bench.only} - {*PARTS} | {*bench.tools} - {OURS, *PEERS}
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    bench.work.mkdir(parents=True, exist_ok=True)
    if "pages" in bench.only and {*bench.tools} - {OURS, "floor"}:
        served.install(bench.work / "npm")
    lines = report.head()
    for part in bench.only:
        lines += ["", *globals()[part](bench)]
    text = "\n".join([*lines, ""])
    print(text)
    if told.write:
        told.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
