"""Pages in real Chromium: how soon the route is there, how it plays, how fast one gets about."""

from __future__ import annotations

import random
import re
import shutil
import statistics
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, sync_playwright

from benchmarks import served

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from playwright.sync_api import Browser, Page, Playwright, Route

HERE = Path(__file__).parent
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
VIEW = {"width": 1280, "height": 800}
PATIENCE = 60
"""Seconds that a page may take to show its route."""


@dataclass(frozen=True)
class Measured:
    """What one page took; None where it never came so far.

    Parameters
    ----------
    painted
        Milliseconds from navigation until the frame with the route was painted.
    heap
        JavaScript's memory in megabytes, rubbish collected.
    elements
        Elements in the page while playing.
    updates, frame
        While playing: different pictures a second, and the 95th of 100 frame times.
    seeks, seeks_late
        Median and 95th of 100 milliseconds from a seek to the end of the next painted frame, and
        of the one after.
    fetched
        Bytes it loaded besides itself.
    """

    painted: float | None = None
    heap: float | None = None
    elements: int | None = None
    updates: float | None = None
    frame: float | None = None
    seeks: tuple[float, float] | None = None
    seeks_late: tuple[float, float] | None = None
    fetched: int = 0


@dataclass(frozen=True)
class Trial:
    """How much to measure: loads of a page, seconds of playing, seeks."""

    loads: int = 3
    seconds: float = 8
    seeks: int = 30


def measure(page: Path, adapter: str, trial: Trial, libraries: Sequence[Path]) -> Measured:
    """Measure a page."""
    with sync_playwright() as playwright:
        painted = []
        for number in range(trial.loads):
            with _opened(playwright, adapter, libraries) as (browser, tab, fetched):
                tab.goto(page.resolve().as_uri(), wait_until="commit")
                moment = _painted(tab)
                if moment is None:
                    return Measured(fetched=sum(fetched))
                painted.append(moment)
                if number == trial.loads - 1:
                    return _measured(browser, tab, statistics.median(painted), fetched, trial)
    return Measured()


@contextmanager
def _opened(
    playwright: Playwright, adapter: str, libraries: Sequence[Path]
) -> Iterator[tuple[Browser, Page, list[int]]]:
    """Open a browser that knows the adapter and gets nothing from the web."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
    fetched: list[int] = []

    def answer(route: Route) -> None:
        here = served.local(route.request.url, list(libraries))
        if here is None:
            route.abort()
            return
        fetched.append(len(here[0]))
        route.fulfill(
            body=here[0], content_type=here[1], headers={"access-control-allow-origin": "*"}
        )

    try:
        context = browser.new_context(viewport=VIEW)
        context.add_init_script(f"window.adapterName = {adapter!r};")
        for script in ("adapters.js", "probe.js"):
            context.add_init_script(path=HERE / script)
        context.route(re.compile("^https?:"), answer)
        yield browser, context.new_page(), fetched
    finally:
        browser.close()


def _painted(tab: Page) -> float | None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            moment = tab.evaluate("window.exileProbe?.found.painted ?? null")
        except Error:  # between two documents
            moment = None
        if moment is not None:
            return float(moment)
        tab.wait_for_timeout(50)
    return None


def _measured(
    browser: Browser, tab: Page, painted: float, fetched: Sequence[int], trial: Trial
) -> Measured:
    tab.wait_for_timeout(1000)
    session = browser.contexts[0].new_cdp_session(tab)
    session.send("HeapProfiler.collectGarbage")
    session.send("Performance.enable")
    metrics = session.send("Performance.getMetrics")["metrics"]
    heap = next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize") / 1e6
    # Long routes of ours are at rest once their pictures are taken.
    tab.wait_for_timeout(3000 if trial.loads > 1 else 500)
    tab.evaluate("window.exileProbe.seek(0.5)")
    played: dict[str, Any] = tab.evaluate(f"window.exileProbe.play({1000 * trial.seconds})")
    elements = tab.evaluate("document.querySelectorAll('*').length")
    dice = random.Random(7)  # noqa: S311 -- a benchmark
    seeks = []
    for _ in range(trial.seeks):
        tab.wait_for_timeout(80 + 60 * dice.random())
        seeks.append(tab.evaluate(f"window.exileProbe.seek({dice.random()})"))
    first, second = zip(*seeks, strict=True)
    return Measured(
        painted=painted,
        heap=heap,
        elements=elements,
        updates=played["states"] / played["seconds"],
        frame=high(played["frames"]),
        seeks=(statistics.median(first), high(first)),
        seeks_late=(statistics.median(second), high(second)),
        fetched=sum(fetched),
    )


def high(values: Sequence[float]) -> float:
    """Return the 95th of a hundred."""
    ordered = sorted(values)
    return ordered[round(0.95 * (len(ordered) - 1))]
