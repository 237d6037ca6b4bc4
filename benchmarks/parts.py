"""The parts of a run: each measures, keeps its figures, and gives its table line by line."""

from __future__ import annotations

import gzip
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import commands, report, served
from benchmarks.bench import FLOOR, OURS, ROOT
from benchmarks.figures import Drawn, Shown
from benchmarks.lives import Workload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.bench import Bench
    from benchmarks.figures import Figures

GROWTH = (1_000, 3_000, 10_000, 30_000, 100_000)
ADAPTERS = {OURS: "hook", FLOOR: "hook"}
_PRINTED = re.compile(r"( *)(\S.*?) +([\d.,]+) (?:s|ms|MB)\b")


def start(bench: Bench, figures: Figures) -> Iterator[str]:
    """Measure what one waits for before anything is done."""
    page = bench.work / "serge.html"
    draw = ["-m", "exile_map", "draw", str(ROOT / "data" / "places.csv"), "-o", str(page)]
    asked = {
        "python itself": ["-c", "pass"],
        "import exile_map": ["-c", "import exile_map"],
        "exile-map --help": ["-m", "exile_map", "--help"],
        "exile-map draw data/places.csv": [*draw, "--quiet"],
        report.YARDSTICK: ["-c", "import folium, pandas"],
    }
    figures.start = commands.in_turn(
        {name: [sys.executable, *arguments] for name, arguments in asked.items()},
        bench.runs,
        ROOT,
        bench.log,
        warm=not bench.quick,
    )
    if figures.start["exile-map draw data/places.csv"].code:
        sys.exit(f"exile-map does not draw data/places.csv: {bench.log} says why.")
    figures.page = page.stat().st_size
    static = ROOT / "exile_map" / "static"
    # As exile_map/player/build.mjs counts it.
    figures.code = sum(
        len(gzip.compress((static / name).read_bytes(), 9)) for name in ("page.js", "page.css")
    )
    yield from report.start(figures)


def draw(bench: Bench, figures: Figures) -> Iterator[str]:
    """Measure each tool from CSV to HTML."""
    yield from report.draw_head()
    for workload in bench.workloads:
        for tool in bench.tools:
            bench.page(tool, workload).unlink(missing_ok=True)
        stopped = {tool for tool in bench.tools if figures.stopped(tool, workload.total)}
        asked = {tool: bench.command(tool, workload) for tool in bench.tools if tool not in stopped}
        taken = commands.in_turn(asked, bench.runs, ROOT, bench.log, warm=not bench.quick)
        for tool in bench.tools:
            page = bench.page(tool, workload)
            if tool in stopped or taken[tool].code:
                page.unlink(missing_ok=True)
            size = page.stat().st_size if page.exists() else 0
            figures.draw[workload, tool] = Drawn(taken.get(tool), size)
            yield report.draw_row(workload, tool, figures)


def growth(bench: Bench, _: Figures) -> Iterator[str]:
    """Measure how our cost grows with the number of stays of one life."""
    counts = GROWTH[:2] if bench.quick else GROWTH
    named = {str(count): bench.command(OURS, Workload(1, count)) for count in counts}
    taken = commands.in_turn(named, bench.runs, ROOT, bench.log, warm=not bench.quick)
    yield from report.growth({count: taken[str(count)] for count in counts})


def pages(bench: Bench, figures: Figures) -> Iterator[str]:
    """Measure each tool's pages in a browser."""
    # Not before: commands are started from this process, whose own memory counts as theirs.
    from benchmarks.pages import PATIENCE, SLOW, Trial, measure  # noqa: PLC0415

    trial = Trial(1, 0.3, 1, 5) if bench.quick else Trial()
    where = [bench.python, "-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"]
    told = subprocess.run(where, capture_output=True, text=True, check=True)  # noqa: S603
    libraries = [*served.folders(bench.npm), Path(told.stdout.strip())]
    empty, command = bench.empty()
    commands.run(command, ROOT, bench.log)
    yield from report.pages_head(SLOW, PATIENCE)
    yield report.page_row("-", "empty Leaflet map", Shown(measure(empty, "hook", trial, []), 0))
    for workload in bench.workloads:
        for tool in bench.tools:
            page = _drawn(bench, figures, tool, workload)
            if page is None:
                yield report.no_page(workload.name, tool)
                continue
            found = measure(page, ADAPTERS.get(tool, tool), trial, libraries)
            if found.halted:
                report.say(f"{page.name}: {found.halted}")
            figures.pages[workload, tool] = Shown(found, page.stat().st_size)
            yield report.page_row(workload.name, tool, figures.pages[workload, tool])


def _drawn(bench: Bench, figures: Figures, tool: str, workload: Workload) -> Path | None:
    """Return a tool's page, drawn unless this run has tried; a peer's may be of an earlier run."""
    page = bench.page(tool, workload)
    if (workload, tool) not in figures.draw and (tool == OURS or not page.exists()):
        taken = commands.run(bench.command(tool, workload), ROOT, bench.log)
        if taken.code:
            page.unlink(missing_ok=True)
    return page if page.exists() else None


def gazetteer(bench: Bench, figures: Figures) -> Iterator[str]:
    """Measure the gazetteer, by the module that does."""
    command = [sys.executable, "-m", "benchmarks.gazetteer_speed", "--runs", str(bench.runs)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    figures.gazetteer = printed(told.stdout)
    yield from report.gazetteer(told.stdout)


def printed(text: str) -> dict[tuple[str, str], float]:
    """Read what `gazetteer_speed` prints: figures by section, empty above the first, and label."""
    found: dict[tuple[str, str], float] = {}
    section = ""
    for line in text.splitlines():
        match = _PRINTED.match(line)
        if match:
            indented, label, value = match.groups()
            found[section if indented else "", label] = float(value.replace(",", ""))
        elif line and not line.startswith(" "):
            section = line
    return found


PARTS: dict[str, Callable[[Bench, Figures], Iterator[str]]] = {
    "start": start,
    "draw": draw,
    "growth": growth,
    "pages": pages,
    "gazetteer": gazetteer,
}
