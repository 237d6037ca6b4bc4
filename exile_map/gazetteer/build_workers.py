"""Building, workers: the long tasks of a build shared out among processors, told in order."""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Final, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Work = Callable[[range], "Result"]

Result = TypeVar("Result")

_AT_ONCE: Final = 10_000  # fewer are done sooner than told to another process

_work: Callable[[range], object]


def shared_out(prepare: Callable[[], Work[Result]], count: int) -> Iterator[Result]:
    """Yield what work makes of each part of a count, in order, however many processes do it.

    Parameters
    ----------
    prepare
        Makes ready for the work, once in each process (files must not be open in two), and returns
        what does it: given a range of the count, returns what is yielded of it.
    count
        How much there is to do.
    """
    parts = [range(at, min(at + _AT_ONCE, count)) for at in range(0, count, _AT_ONCE)]
    workers = min(_processors(), len(parts))
    if workers <= 1:
        yield from map(prepare(), parts)
        return
    together = multiprocessing.get_context("fork")  # what is in memory need not be told
    with ProcessPoolExecutor(workers, together, _start, (prepare,)) as pool:
        yield from cast("Iterator[Result]", pool.map(_do, parts))


def _processors() -> int:
    """Return how many processes may work; one where a process can't be forked safely."""
    if "fork" not in multiprocessing.get_all_start_methods() or threading.active_count() > 1:
        return 1
    return os.cpu_count() or 1


def _start(prepare: Callable[[], Callable[[range], object]]) -> None:
    """Make a process ready."""
    global _work  # noqa: PLW0603 -- a worker is this one piece of work
    _work = prepare()


def _do(part: range) -> object:
    """Do a part of the work in a process that is ready."""
    return _work(part)
