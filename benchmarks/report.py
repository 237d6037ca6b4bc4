"""The report: what was measured, in Markdown, with the day and the machine."""

from __future__ import annotations

import ast
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import commands
from benchmarks.bench import FLOOR, OURS, PEERS, ROOT
from benchmarks.figures import MANY, Measured

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from benchmarks.bench import Bench
    from benchmarks.commands import Taken
    from benchmarks.figures import Figures, Shown
    from benchmarks.lives import Workload

YARDSTICK = "import folium, pandas"
MEGABYTE = 1_000_000


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


def head(bench: Bench) -> list[str]:
    """Say when, on what, with what."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores"
    day = datetime.now(UTC).date().isoformat()
    runs = "1 run" if bench.runs == 1 else f"{bench.runs} runs"
    return [
        "# What exile_map takes",
        "",
        f"{day}, {machine}, {memory:.0f} GiB, Python {platform.python_version()},",
        f"headless Chromium without a graphics card. Medians of {runs}.",
        "`python -m benchmarks` writes all of this but the reasons, which are why.md's.",
        "",
        *_tools(),
    ]


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in told.splitlines() if "model name" in line]
    return names[0] if names else "unknown processor"


def _tools() -> list[str]:
    """Say what stands beside us: the first sentences of their scripts."""
    lines = ["| beside us | what it is |", "|---|---|"]
    scripts = {tool: f"peers/{tool}.py" for tool in PEERS} | {FLOOR: "floor.py"}
    for tool, script in scripts.items():
        tree = ast.parse((ROOT / "benchmarks" / script).read_text("utf-8"))
        lines.append(f"| {tool} | {(ast.get_docstring(tree) or '').splitlines()[0]} |")
    return lines


def start(figures: Figures) -> list[str]:
    """Tell what one waits for before anything is done, beside what folium's users wait for."""
    yardstick = figures.start[YARDSTICK].processor
    rows = [
        f"| {name} | {figure(used.wall)} | {used.processor / yardstick:.2f} × |{_failed(used)}"
        for name, used in figures.start.items()
    ]
    return [
        f"| whole process | s | processor time beside `{YARDSTICK}` |",
        "|---|---|---|",
        *rows,
        "",
        f"The page of data/places.csv is {(figures.page or 0) / 1000:.0f} kB;",
        f"the code of a page, gzipped, {(figures.code or 0) / 1024:.1f} KiB.",
    ]


def draw_head() -> list[str]:
    """Head the table of CSV to HTML."""
    return [
        f"What takes longer than {commands.SLOW} s runs once,",
        f"and is stopped after {commands.LIMIT} s.",
        "",
        "| CSV to HTML | with | s | processor s | beside ours | MB of memory | MB of HTML |",
        "|---|---|---|---|---|---|---|",
    ]


def draw_row(workload: Workload, tool: str, figures: Figures) -> str:
    """Tell what one tool took for one workload."""
    (taken, size), (ours, _) = figures.draw[workload, tool], figures.draw[workload, OURS]
    if taken is None:
        return f"| {workload.name} | {tool} | stopped before | | | | |"
    if taken.code or not size:
        word = "stopped" if taken.code < 0 else "failed"
        return f"| {workload.name} | {tool} | {word} ({taken.wall:.0f} s) | | | | |"
    cells = (
        figure(taken.wall),
        figure(taken.processor),
        f"{taken.wall / ours.wall:.1f} ×" if ours else "",
        f"{taken.megabytes:.0f}",
        figure(size / MEGABYTE),
    )
    return f"| {workload.name} | {tool} | {' | '.join(cells)} |"


def growth(taken: Mapping[int, Taken]) -> list[str]:
    """Tell how the cost grows: what each further stay costs between one count and the next."""
    lines = ["| stays | processor s | ms a further stay |", "|---|---|---|"]
    before: tuple[int, Taken] | None = None
    for count, used in taken.items():
        each = ""
        if before:
            more = used.processor - before[1].processor
            each = f"{1000 * more / (count - before[0]):.3f}"
        lines.append(f"| {count:,} | {figure(used.processor)} | {each} |{_failed(used)}")
        before = count, used
    return lines


def pages_head(slow: int, patience: int) -> list[str]:
    """Head the table of pages; seconds from which on one is loaded once, and is stopped."""
    return [
        f"A page that takes longer than {slow} s to show its route is loaded once.",
        f"It has {patience} s for that, as many to play, and as many to seek.",
        "",
        (
            "| page | with | ms to route painted | MB of heap | elements | updates a second"
            " | frame p95 ms | seek p50/p95 ms | seek, frame after | MB loaded |"
        ),
        "|---|---|---|---|---|---|---|---|---|---|",
    ]


def page_row(workload: str, tool: str, shown: Shown) -> str:
    """Tell how one tool's page of one workload did; where it was halted, that."""
    found = shown.measured
    cells = (
        figure(found.painted),
        figure(found.heap),
        figure(found.elements),
        figure(found.updates),
        figure(found.frame),
        _pair(found.seeks),
        _pair(found.seeks_late),
        figure(shown.loaded / MEGABYTE),
    )
    return f"| {workload} | {tool} | {' | '.join(_filled(cells, found))} |"


def _filled(cells: Iterable[str], found: Measured) -> list[str]:
    """Say in the first cell without a figure why."""
    told = list(cells)
    if "" in told and found.halted:
        told[told.index("")] = found.halted if found.halted.startswith("over") else "failed"
    return told


def no_page(workload: str, tool: str) -> str:
    """Tell that a tool made no page of a workload."""
    return f"| {workload} | {tool} | no page | | | | | | | |"


def gazetteer(printed: str) -> list[str]:
    """Tell what the gazetteer takes, as its own module prints it."""
    return [
        "The gazetteer (`python -m benchmarks.gazetteer_speed`):",
        "",
        "```",
        printed.strip(),
        "```",
    ]


def summary(figures: Figures) -> list[str]:
    """Tell of many lives what the README quotes."""
    lines = [
        (
            f"| {MANY.name} stays | seconds | MB of memory | MB of HTML | ms to the route painted"
            " | pictures a second | ms to go anywhere, median |"
        ),
        "|---|---|---|---|---|---|---|",
    ]
    for tool in (OURS, *PEERS):
        drawn, shown = figures.draw.get((MANY, tool)), figures.pages.get((MANY, tool))
        if not drawn:
            continue
        taken, size = drawn
        cells = ["stopped", "", ""]
        if taken and size:
            cells = [figure(taken.wall), f"{taken.megabytes:.0f}", figure(size / MEGABYTE)]
        found = shown.measured if shown else Measured()
        seeks = found.seeks and found.seeks[0]
        cells += _filled(map(figure, (found.painted, found.updates, seeks)), found)
        lines.append(f"| {tool} | {' | '.join(cells)} |")
    return lines if len(lines) > 2 else []  # noqa: PLR2004 -- the head of the table


def figure(value: float | None) -> str:
    """Write a figure with as many digits as tell something; None as nothing."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004


def _pair(pair: tuple[float, float] | None) -> str:
    return "" if pair is None else f"{figure(pair[0])}/{figure(pair[1])}"


def _failed(taken: Taken) -> str:
    return f" failed ({taken.code}) |" if taken.code else ""
