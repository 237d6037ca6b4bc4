"""Pages in real Chromium: how soon the route is there, how it plays, how fast one gets about."""

from __future__ import annotations

import asyncio
import random
import re
import shutil
import statistics
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error, async_playwright

from benchmarks import served
from benchmarks.figures import Measured

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from playwright.async_api import Browser, Page, Playwright, Route, ViewportSize

HERE = Path(__file__).parent
# The last: WebGL without a graphics card, which the pages of deck.gl need, is on its way out.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--enable-unsafe-swiftshader",
)
VIEW: ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 20
"""Seconds that a page may take to show its route, and then to play, and then to seek."""
SLOW = 5
"""Seconds to its route from which on a page is opened only once."""


@dataclass(frozen=True)
class Trial:
    """How much to measure: loads, seconds of rest, of playing, seeks, and seconds for these."""

    loads: int = 3
    rest: float = 3
    seconds: float = 5
    seeks: int = 25
    seeking: float = 8


@dataclass
class _Session:
    """A page that is being measured, and what is known of it so far."""

    browser: Browser
    tab: Page
    trial: Trial
    fetched: list[int]
    found: dict[str, Any] = field(default_factory=dict)
    seeks: list[tuple[float, float]] = field(default_factory=list)


def measure(page: Path, adapter: str, trial: Trial, libraries: Sequence[Path]) -> Measured:
    """Measure a page; one that is stopped leaves the figures it had until then."""
    try:
        return asyncio.run(_measure(page.resolve().as_uri(), adapter, trial, libraries))
    except Error as wrong:  # a page that takes its browser down is no reason to measure no other
        return Measured(halted=_first_line(wrong))


async def _measure(address: str, adapter: str, trial: Trial, libraries: Sequence[Path]) -> Measured:
    moments: list[float] = []
    async with async_playwright() as playwright:
        while True:
            async with _opened(playwright, adapter, trial, libraries) as session:
                await session.tab.goto(address, wait_until="commit")
                moment = await _painted(session.tab)
                if moment is None:
                    return Measured(fetched=sum(session.fetched), halted=f"over {PATIENCE} s")
                moments.append(moment)
                if len(moments) < trial.loads and moment < 1000 * SLOW:
                    continue
                halted = await _stages(session)
                seeks, late = zip(*session.seeks, strict=True) if session.seeks else ((), ())
                return Measured(
                    painted=statistics.median(moments),
                    **session.found,
                    seeks=_middle_and_high(seeks),
                    seeks_late=_middle_and_high(late),
                    fetched=sum(session.fetched),
                    halted=halted,
                )


@asynccontextmanager
async def _opened(
    playwright: Playwright, adapter: str, trial: Trial, libraries: Sequence[Path]
) -> AsyncIterator[_Session]:
    """Open a browser that knows the adapter and gets nothing from the web."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    browser = await playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
    fetched: list[int] = []

    async def answer(route: Route) -> None:
        here = served.local(route.request.url, list(libraries))
        if here is None:
            await route.abort()
            return
        fetched.append(len(here[0]))
        await route.fulfill(
            body=here[0], content_type=here[1], headers={"access-control-allow-origin": "*"}
        )

    try:
        context = await browser.new_context(viewport=VIEW)
        await context.add_init_script(f"window.adapterName = {adapter!r};")
        for script in ("adapters.js", "probe.js"):
            await context.add_init_script(path=HERE / script)
        await context.route(re.compile("^https?:"), answer)
        yield _Session(browser, await context.new_page(), trial, fetched)
    finally:
        with suppress(TimeoutError):  # the driver ends it then
            async with asyncio.timeout(PATIENCE):
                await browser.close()


async def _painted(tab: Page) -> float | None:
    with suppress(TimeoutError):
        async with asyncio.timeout(PATIENCE):
            while True:
                with suppress(Error):  # between two documents
                    moment = await tab.evaluate("window.exileProbe?.found.painted ?? null")
                    if moment is not None:
                        return float(moment)
                await asyncio.sleep(0.05)
    return None


async def _stages(session: _Session) -> str:
    """Measure stage by stage; return why not all of them."""
    for stage in (_rest, _play, _seek):
        try:
            async with asyncio.timeout(PATIENCE):
                await stage(session)
        except TimeoutError:
            return f"over {PATIENCE} s"
        except Error as wrong:
            return _first_line(wrong)
    return ""


def _first_line(wrong: Error) -> str:
    return next(iter(wrong.message.splitlines()), "failed")


async def _rest(session: _Session) -> None:
    tab = session.tab
    protocol = await session.browser.contexts[0].new_cdp_session(tab)
    await protocol.send("HeapProfiler.collectGarbage")
    await protocol.send("Performance.enable")
    metrics = (await protocol.send("Performance.getMetrics"))["metrics"]
    heap = next(m["value"] for m in metrics if m["name"] == "JSHeapUsedSize")
    session.found["heap"] = heap / 1e6
    # Long routes of ours are at rest once their pictures are taken.
    await asyncio.sleep(session.trial.rest)


async def _play(session: _Session) -> None:
    tab, found = session.tab, session.found
    await tab.evaluate("window.exileProbe.seek(0.5)")
    played = await tab.evaluate(f"window.exileProbe.play({1000 * session.trial.seconds})")
    found["updates"] = played["states"] / played["seconds"]
    found["frame"] = high(played["frames"])
    found["elements"] = await tab.evaluate("document.querySelectorAll('*').length")


async def _seek(session: _Session) -> None:
    dice = random.Random(7)  # noqa: S311 -- a benchmark
    end = time.monotonic() + session.trial.seeking
    while len(session.seeks) < session.trial.seeks and time.monotonic() < end:
        await asyncio.sleep(0.08 + 0.06 * dice.random())
        first, second = await session.tab.evaluate(f"window.exileProbe.seek({dice.random()})")
        session.seeks.append((first, second))


def _middle_and_high(values: Sequence[float]) -> tuple[float, float] | None:
    return (statistics.median(values), high(values)) if values else None


def high(values: Sequence[float]) -> float:
    """Return the 95th of a hundred."""
    ordered = sorted(values)
    return ordered[round(0.95 * (len(ordered) - 1))]
