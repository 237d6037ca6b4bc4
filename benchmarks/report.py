"""The table: what was measured, in Markdown, with the day and the machine."""

from __future__ import annotations

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.commands import Taken
    from benchmarks.pages import Measured

YARDSTICK = "import folium, pandas"
MEGABYTE = 1_000_000


def say(line: str) -> None:
    """Tell how far it is."""
    print(line, file=sys.stderr, flush=True)


def head() -> list[str]:
    """Say when, on what, with what."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{platform.system()} {platform.machine()}, {_processor()}, {os.cpu_count()} cores"
    day = datetime.now(UTC).date().isoformat()
    return [f"{day}, {machine}, {memory:.0f} GiB, Python {platform.python_version()}."]


def _processor() -> str:
    try:
        told = Path("/proc/cpuinfo").read_text("utf-8")
    except OSError:
        return platform.processor() or "unknown processor"
    names = [line.partition(":")[2].strip() for line in told.splitlines() if "model name" in line]
    return names[0] if names else "unknown processor"


def start(taken: Mapping[str, Taken], size: int) -> list[str]:
    """Tell what one waits for before anything is done, beside what folium's users wait for."""
    yardstick = taken[YARDSTICK].processor
    rows = [
        f"| {name} | {_figure(used.wall)} | {used.processor / yardstick:.2f} × |{_failed(used)}"
        for name, used in taken.items()
    ]
    return [
        f"| whole process | s | processor time beside `{YARDSTICK}` |",
        "|---|---|---|",
        *rows,
        "",
        f"The page of data/places.csv is {size / 1000:.0f} kB.",
    ]


def draw_head() -> list[str]:
    """Head the table of CSV to HTML."""
    return [
        "| CSV to HTML | with | s | processor s | beside ours | MB of memory | MB of HTML |",
        "|---|---|---|---|---|---|---|",
    ]


def draw_row(workload: str, tool: str, taken: Taken, size: int, ours: Taken) -> str:
    """Tell what one tool took for one workload."""
    if taken.code or not size:
        return f"| {workload} | {tool} | did not finish ({taken.wall:.0f} s) | | | | |"
    figures = (
        _figure(taken.wall),
        _figure(taken.processor),
        f"{taken.wall / ours.wall:.1f} ×",
        f"{taken.megabytes:.0f}",
        _figure(size / MEGABYTE),
    )
    return f"| {workload} | {tool} | {' | '.join(figures)} |"


def growth(taken: Mapping[int, Taken]) -> list[str]:
    """Tell how the cost grows: what each further stay costs between one count and the next."""
    lines = ["| stays | processor s | ms a further stay |", "|---|---|---|"]
    before: tuple[int, Taken] | None = None
    for count, used in taken.items():
        each = ""
        if before:
            more = used.processor - before[1].processor
            each = f"{1000 * more / (count - before[0]):.3f}"
        lines.append(f"| {count:,} | {_figure(used.processor)} | {each} |{_failed(used)}")
        before = count, used
    return lines


def pages_head() -> list[str]:
    """Head the table of pages."""
    return [
        (
            "| page | with | ms to route painted | MB of heap | elements | updates a second"
            " | frame p95 ms | seek p50/p95 ms | seek, frame after | MB loaded |"
        ),
        "|---|---|---|---|---|---|---|---|---|---|",
    ]


def page_row(workload: str, tool: str, found: Measured, size: int) -> str:
    """Tell how one tool's page of one workload did."""
    loaded = _figure((size + found.fetched) / MEGABYTE)
    if found.painted is None:
        return f"| {workload} | {tool} | no route | | | | | | | {loaded} |"
    figures = (
        _figure(found.painted),
        _figure(found.heap),
        _figure(found.elements),
        _figure(found.updates),
        _figure(found.frame),
        _pair(found.seeks),
        _pair(found.seeks_late),
        loaded,
    )
    return f"| {workload} | {tool} | {' | '.join(figures)} |"


def _figure(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"  # noqa: PLR2004


def _pair(pair: tuple[float, float] | None) -> str:
    return "" if pair is None else f"{_figure(pair[0])}/{_figure(pair[1])}"


def _failed(taken: Taken) -> str:
    return f" failed ({taken.code}) |" if taken.code else ""
