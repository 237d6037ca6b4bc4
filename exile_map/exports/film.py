"""Films: the map playing, frame by frame out of a browser nobody sees, as MP4, GIF or WebP.

Every frame is the page at one moment of its own playing, so a slow machine drops none.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from exile_map import page
from exile_map.errors import MissingPartError, UsageError
from exile_map.exports import encoder
from exile_map.files import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, CDPSession, Page

    from exile_map.exports.formats import Request

_FASTEST: Final = 60
_SIDES: Final = (64, 3840)
_PORTRAIT_WIDTH: Final = 432
_LANDSCAPE_HEIGHT: Final = 720
_QUALITY: Final = 92
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "chrome")
# What a film has no use for: whatever is there to be pressed, and whatever moves by itself.
STYLE: Final = """<style>
.em-live :is(.em-play, .em-tools, .em-corner, .em-steps, .em-begin, .em-fold, .em-borders,
  .em-all, .em-follow, .em-legend-toggle, .em-asking) { display: none !important; }
.em-live .em-rest { display: grid !important; }
.em-live .em-bar { grid-template-columns: 168px minmax(0, 1fr); }
.em-live .em-bar .em-now { grid-column: auto; }
.em-live, .em-live * { transition: none !important; animation: none !important;
  cursor: none !important; scrollbar-width: none !important; }
</style></head>"""


def write(request: Request) -> bytes:
    """Film routes in the format that is asked for."""
    if not _is_looping():
        return _filmed(request)
    # In a notebook, whose own loop waits for us, the browser needs a thread of its own.
    stop = Event()

    def on_frame(number: int, count: int) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        request.on_frame(number, count)

    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(_filmed, replace(request, on_frame=on_frame))
        try:
            return waiting.result()
        finally:
            stop.set()


def _is_looping() -> bool:
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


def _filmed(request: Request) -> bytes:
    name = request.form
    kind = encoder.KINDS[name]
    size = _checked_size(request.options.get("size", kind.size))
    fps = _checked_pace(request.options.get("fps", kind.fps))
    ffmpeg = encoder.find()
    with tempfile.TemporaryDirectory(prefix="exile_map-") as folder:
        html, film = Path(folder, "map.html"), Path(folder, f"film.{kind.suffix}")
        html.write_bytes(html_of(request))
        with _browser() as browser, encoder.encoding(ffmpeg, kind, size, fps, film) as made:
            for frame in _frames(browser, html, size, fps, request):
                made.write(frame)
        return (encoder.as_gif(ffmpeg, film) if name == "gif" else film).read_bytes()


def _checked_size(size: tuple[int, int]) -> tuple[int, int]:
    least, most = _SIDES
    if any(not least <= side <= most or side % 2 for side in size):
        message = (
            f"a film cannot be {size[0]}x{size[1]}: write two even numbers of pixels from"
            f" {least} to {most}, e.g. 1280x720, 1080x1080 or 1080x1920"
        )
        raise UsageError(message)
    return size


def _checked_pace(fps: float) -> float:
    if not 1 <= fps <= _FASTEST:
        message = f"a film cannot have {fps:g} frames a second: write 1 to {_FASTEST}"
        raise UsageError(message)
    return fps


def html_of(request: Request) -> bytes:
    """Write the page that is filmed: the map, with nothing to press."""
    html = page.render(
        request.routes,
        country_name=request.country_name,
        title=request.title,
        lang=request.lang,
    )
    return encoded(html.replace("</head>", STYLE, 1))


@contextmanager
def _browser() -> Iterator[Browser]:
    """Open a browser nobody sees: the system's Chromium, or Playwright's own."""
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 -- an optional extra
    except ImportError as error:
        message = "a film needs the extra film: pip install 'exile-map[film]'. A picture does not."
        raise MissingPartError(message) from error
    installed = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=installed, args=["--disable-gpu", "--hide-scrollbars"]
            )
        except Error as error:
            message = (
                "a film needs the browser Chromium: python -m playwright install chromium, or"
                " install it as your system does (apt-get install chromium); CHROMIUM=/path names"
                f" one that stands elsewhere. It said: {str(error).splitlines()[0]}"
            )
            raise MissingPartError(message) from error
        try:
            yield browser
        finally:
            browser.close()


def _frames(
    browser: Browser, html: Path, size: tuple[int, int], fps: float, request: Request
) -> Iterator[bytes]:
    """Take every frame of the playing, as a JPEG."""
    context = browser.new_context(
        bypass_csp=True, offline=True, color_scheme="light", reduced_motion="no-preference"
    )
    shown = context.new_page()
    camera = context.new_cdp_session(shown)
    width, height, scale = viewport(size)
    metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
    camera.send("Emulation.setDeviceMetricsOverride", metrics)
    shown.goto(html.as_uri())
    shown.wait_for_function("window.exileMap && document.fonts.status === 'loaded'")
    duration: float = shown.evaluate("exileMap.duration()")
    count = round(duration * fps) + 1
    for number in range(count):
        yield _frame(shown, camera, min(1.0, number / fps / duration))
        request.on_frame(number + 1, count)


def _frame(shown: Page, camera: CDPSession, playhead: float) -> bytes:
    shown.evaluate("at => exileMap.seek(at)", playhead)
    taken = camera.send("Page.captureScreenshot", {"format": "jpeg", "quality": _QUALITY})
    return b64decode(taken["data"])


def viewport(size: tuple[int, int]) -> tuple[int, int, float]:
    """Return width, height and density of the page: as on a screen, upright as on a phone.

    Parameters
    ----------
    size
        The film's, in pixels.
    """
    width, height = size
    upright = height > width
    scale = width / _PORTRAIT_WIDTH if upright else height / _LANDSCAPE_HEIGHT
    return round(width / scale), round(height / scale), scale
