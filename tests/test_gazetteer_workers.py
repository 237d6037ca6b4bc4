"""Sharing out: the parts of a build's long tasks come back in order, whoever did them."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from exile_map.gazetteer.build_workers import shared_out

if TYPE_CHECKING:
    from collections.abc import Callable

# In a process of its own: this one may have threads, and is then not forked.
_BY_WHOM = """
import os
from exile_map.gazetteer.build_workers import shared_out
prepared = []
def prepare():
    prepared.append(1)
    return lambda part: (part.start, part.stop, os.getpid(), len(prepared))
for told in shared_out(prepare, 45_000):
    print(*told, os.getpid())
"""


def test_parts_come_back_in_order_from_every_processor() -> None:
    """Each process is made ready once, and none of the work is left out or done twice."""
    done = subprocess.run(
        [sys.executable, "-c", _BY_WHOM], capture_output=True, text=True, check=True
    )
    told = [[int(word) for word in line.split()] for line in done.stdout.splitlines()]
    assert [(start, stop) for start, stop, *_ in told] == [
        (0, 10_000),
        (10_000, 20_000),
        (20_000, 30_000),
        (30_000, 40_000),
        (40_000, 45_000),
    ]
    assert {times for *_, times, _ in told} == {1}
    workers = {who for _, _, who, *_ in told}
    if (os.cpu_count() or 1) > 1 and "fork" in multiprocessing.get_all_start_methods():
        assert told[0][-1] not in workers, "the work was not shared out"


def test_a_process_with_threads_does_the_work_itself() -> None:
    """A fork of it could wait for ever for what another thread held."""
    go_on = threading.Event()
    other = threading.Thread(target=go_on.wait)
    other.start()
    try:
        who = list(shared_out(lambda: lambda _: os.getpid(), 30_000))
    finally:
        go_on.set()
        other.join()
    assert who == [os.getpid()] * 3


def test_little_work_is_not_told_to_another_process() -> None:
    assert list(shared_out(lambda: lambda part: (list(part), os.getpid()), 3)) == [
        ([0, 1, 2], os.getpid())
    ]
    assert list(shared_out(lambda: list, 0)) == []


def test_what_goes_wrong_in_another_process_is_raised_here() -> None:
    def prepare() -> Callable[[range], range]:
        def fail(part: range) -> range:
            message = f"at {part.start}"
            raise ValueError(message)

        return fail

    with pytest.raises(ValueError, match="at 0"):
        list(shared_out(prepare, 30_000))
