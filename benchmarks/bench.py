"""A bench: what is to be measured, by which commands, and where their pages go."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import lives

if TYPE_CHECKING:
    from benchmarks.lives import Workload

ROOT = Path(__file__).parent.parent
OURS, FLOOR = "exile_map", "floor"
PEERS = ("timeline", "timestamped", "plotly_lines", "pydeck_trips", "kepler_trips")


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
    def npm(self) -> Path:
        """Where the scripts of peers' pages are."""
        return self.work / "npm"

    @property
    def leaflet(self) -> Path:
        """Leaflet, for the floor: the player's own."""
        inside = ROOT / "exile_map" / "player" / "node_modules" / "leaflet" / "dist"
        return inside if inside.exists() else self.npm / "node_modules" / "leaflet" / "dist"

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
        if tool == FLOOR:
            script = str(ROOT / "benchmarks" / "floor.py")
            return [sys.executable, script, source, target, str(self.leaflet)]
        return [self.python, str(ROOT / "benchmarks" / "peers" / f"{tool}.py"), source, target]

    def empty(self) -> tuple[Path, list[str]]:
        """Return a page with an empty map, and the command that writes it."""
        path = self.work / "empty.html"
        script = str(ROOT / "benchmarks" / "floor.py")
        return path, [sys.executable, script, "--empty", str(path), str(self.leaflet)]
