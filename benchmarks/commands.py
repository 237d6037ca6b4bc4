"""Commands as whole processes: seconds, processor seconds, memory, from the kernel's books."""

from __future__ import annotations

import os
import signal
import statistics
import sys
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LIMIT = 60
"""Seconds after which a command is stopped."""
SLOW = 15
"""Seconds from which on a command runs only once."""


class Taken(NamedTuple):
    """What a command took; `code` is not 0 when it failed."""

    code: int
    wall: float
    processor: float
    megabytes: float


def run(command: Sequence[str], root: Path, log: Path) -> Taken:
    """Run a command and return what it took."""
    env = os.environ | {"PYTHONPATH": str(root)}
    # Users have their modules compiled; so must we, to measure what they wait for.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    with log.open("ab") as out:
        files = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        begin = time.perf_counter()
        child = os.posix_spawn(command[0], list(command), env, file_actions=files)
        signal.signal(signal.SIGALRM, lambda *_: os.kill(child, signal.SIGKILL))
        signal.alarm(LIMIT)
        _, status, used = os.wait4(child, 0)
        signal.alarm(0)
    wall = time.perf_counter() - begin
    # Linux counts in kilobytes, macOS in bytes.
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Taken(
        os.waitstatus_to_exitcode(status),
        wall,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / unit,
    )


def in_turn(
    commands: Mapping[str, Sequence[str]], runs: int, root: Path, log: Path, *, warm: bool = True
) -> dict[str, Taken]:
    """Run commands in turn, so that a drift of the machine's speed hits all alike; give medians.

    A first round warms the disk; what fails or is slow then runs no more.
    """
    rounds: dict[str, list[Taken]] = {name: [] for name in commands}
    once: set[str] = set()
    for number in range(runs + warm):
        for name, command in commands.items():
            if name in once:
                continue
            taken = run(command, root, log)
            if taken.code or taken.wall > SLOW:
                once.add(name)
            if number >= warm or name in once:
                rounds[name].append(taken)
    return {name: _median(taken) for name, taken in rounds.items()}


def _median(taken: Sequence[Taken]) -> Taken:
    code, *figures = zip(*taken, strict=True)
    return Taken(max(code, key=abs), *map(statistics.median, figures))
