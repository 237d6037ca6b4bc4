"""Threads and processes: what is remembered of names is one asker's at a time, and never locked."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event, Thread
from typing import TYPE_CHECKING, overload

import pytest

import hatch_build
from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.bulk import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.gazetteer import Answer

NAMES = (
    "Cambridge",
    "Granada",
    "Georgia",
    "Lincoln",
    "Paris",
    "Cordoba",
    "Santiago",
    "San Antonio",
)
BOSTON, LONDON = (42.4, -71.1), (51.5, -0.1)
POINTS = ((48.8, 2.3), BOSTON, (55.7, 37.6), (37.4, -6.0), (-31.0, -64.0), (-33.4, -70.6))
PATIENCE = 20.0  # seconds


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    hatch_build.gazetteer().build()


class Slow(Sequence[tuple[float, float]]):
    """Neighbours that are told only when they may be, and say when they are asked for."""

    def __init__(self, *points: tuple[float, float]) -> None:
        self.points, self.asked, self.may = points, Event(), Event()

    @overload
    def __getitem__(self, index: int) -> tuple[float, float]: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[tuple[float, float]]: ...

    def __getitem__(
        self, index: int | slice
    ) -> tuple[float, float] | Sequence[tuple[float, float]]:
        return self.points[index]

    def __len__(self) -> int:
        return len(self.points)

    def __iter__(self) -> Iterator[tuple[float, float]]:
        self.asked.set()
        assert self.may.wait(PATIENCE)
        yield from self.points


def alone(asked: Question) -> Answer:
    """Ask one question by itself."""
    name, year, country, region, near, life = asked
    return Gazetteer().find(name, year=year, country=country, region=region, near=near, life=life)


def between(gazetteer: Gazetteer) -> tuple[Thread, Slow, list[Answer]]:
    """Return a thread in the midst of ranking Cambridge, with what this thread has read ahead."""
    slow = Slow(BOSTON)
    first = Question("Cambridge", 1900, near=(LONDON,))
    answers = gazetteer.find_many([first, first._replace(near=slow)])
    told = [next(answers)]  # from now on all is this thread's, wherever the rest is asked for
    thread = Thread(target=lambda: told.extend(answers))
    thread.start()
    assert slow.asked.wait(PATIENCE)
    return thread, slow, told


def test_who_asks_while_another_ranks_the_same_name_need_not_wait() -> None:
    gazetteer, asked = Gazetteer(), Question("Cambridge", 1900, near=(LONDON,))
    thread, slow, told = between(gazetteer)
    with ThreadPoolExecutor(
        1
    ) as other:  # in a thread, that a lock could not stop the test for ever
        bulk = gazetteer._bulk()  # noqa: SLF001 - what both share
        waiting = other.submit(lambda: list(bulk.answers(Asked.some(iter([asked]), 1))))
        try:
            assert waiting.result(timeout=PATIENCE / 2) == [alone(asked)]
        finally:
            slow.may.set()
            thread.join()
    assert told == [alone(asked), alone(asked._replace(near=(BOSTON,)))]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_child_forked_while_a_thread_ranks_answers_all_the_same() -> None:
    gazetteer, asked = Gazetteer(), Question("Cambridge", 1900, near=(BOSTON,))
    expected = alone(asked)
    thread, slow, _ = between(gazetteer)
    child = os.fork()
    if child == 0:
        signal.alarm(int(PATIENCE))  # ends a child that waits for ever
        os._exit(0 if list(gazetteer.find_many([asked])) == [expected] else 1)
    try:
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    finally:
        slow.may.set()
        thread.join()


def test_threads_that_share_a_gazetteer_rank_every_name_rightly() -> None:
    """Ranking writes into what is remembered of a name."""
    questions = [Question(n, 1900, near=(a, b)) for n in NAMES for a in POINTS for b in POINTS]
    live = [alone(asked) for asked in questions]
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # threads take turns in the midst of everything
    try:
        with ThreadPoolExecutor(4) as threads:
            for _ in range(10):
                told = threads.map(partial(told_of, Gazetteer(), questions), range(4))
                assert all(answers == live for answers in told)
    finally:
        sys.setswitchinterval(usual)


def told_of(gazetteer: Gazetteer, questions: list[Question], start: int) -> list[Answer]:
    """Ask all questions, beginning in another place; return the answers in their order."""
    turned = questions[start:] + questions[:start]
    answers = list(gazetteer.find_many(turned))
    return answers[len(answers) - start :] + answers[: len(answers) - start]


def many(gazetteer: Gazetteer) -> list[Answer]:
    """Ask many questions, in whatever process this is."""
    return list(gazetteer.find_many([Question(name, 1900, near=POINTS[:2]) for name in NAMES]))


@pytest.mark.parametrize("start", ["spawn", "fork"])
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_many_questions_are_answered_alike_in_other_processes(start: str) -> None:
    if start not in multiprocessing.get_all_start_methods():
        pytest.skip(f"needs {start}")
    gazetteer = Gazetteer()
    here = many(gazetteer)
    with multiprocessing.get_context(start).Pool(2) as processes:
        assert processes.map(many, [gazetteer] * 3) == [here] * 3
    assert pickle.loads(pickle.dumps(here)) == here  # noqa: S301 - our own pickle
