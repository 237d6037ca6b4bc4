"""How long the commands take as whole processes, beside what folium's users wait for.

    python benchmarks/startup.py [--runs 9]

Runs the commands in turn, so that a drift of the machine's speed hits all alike; prints medians
in seconds, and each as a ratio to importing folium and pandas.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMMANDS = {
    "python itself": ["-c", "pass"],
    "import exile_map": ["-c", "import exile_map"],
    "exile-map --help": ["-m", "exile_map", "--help"],
    "exile-map draw data/places.csv": ["-m", "exile_map", "draw", "data/places.csv", "--quiet"],
    "import folium, pandas": ["-c", "import folium, pandas"],
}
YARDSTICK = "import folium, pandas"


def once(arguments: list[str]) -> float:
    """Run Python with arguments and return the seconds it took."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    # Users have their modules compiled; so must we, to measure what they wait for.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.perf_counter()
    subprocess.run(  # noqa: S603 -- our own commands
        [sys.executable, *arguments], cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "serge.html"
        commands = dict(COMMANDS)
        drawing = "exile-map draw data/places.csv"
        commands[drawing] = [*commands[drawing], "-o", str(page)]
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for run in range(runs + 1):
            for name, arguments in commands.items():
                seconds = once(arguments)
                if run:  # the first warms the disk
                    taken[name].append(seconds)
        size = page.stat().st_size
    yardstick = statistics.median(taken[YARDSTICK])
    for name, seconds in taken.items():
        median = statistics.median(seconds)
        print(f"{name:32s} {median:6.3f} s  {median / yardstick:5.2f} x")
    print(f"{'HTML of data/places.csv':32s} {size / 1000:6.0f} kB")


if __name__ == "__main__":
    main()
