"""Films: the map playing, frame by frame out of a browser nobody sees, as MP4, GIF or WebP.

Every frame is the page at one moment of its own playing, so a slow machine drops none.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import tempfile
from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final

from exile_map import page
from exile_map.errors import MissingPartError, UsageError
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


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of film is made: its size and pace where not asked, and ffmpeg's options."""

    size: tuple[int, int]
    fps: int
    codec: tuple[str, ...]
    suffix: str
    colours: str = ""


KINDS: Final = {
    "mp4": Kind(
        (1280, 720),
        24,
        (
            *("-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-color_range", "tv"),
            *("-movflags", "+faststart"),
        ),
        "mp4",
        # JPEGs have a computer's range of colours; of a film, players expect television's.
        ":out_range=tv,format=yuv420p",
    ),
    # Kept whole until its colours are chosen from all frames: then only what moves is written.
    "gif": Kind((800, 450), 8, ("-c:v", "libx264rgb", "-preset", "ultrafast", "-qp", "0"), "mkv"),
    "webp": Kind((800, 450), 10, ("-c:v", "libwebp_anim", "-quality", "70", "-loop", "0"), "webp"),
}


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
    kind = KINDS[name]
    size = _checked_size(request.options.get("size", kind.size))
    fps = _checked_pace(request.options.get("fps", kind.fps))
    ffmpeg = _ffmpeg()
    with tempfile.TemporaryDirectory(prefix="exile_map-") as folder:
        html, film = Path(folder, "map.html"), Path(folder, f"film.{kind.suffix}")
        html.write_bytes(html_of(request))
        with _browser() as browser, encoding(ffmpeg, kind, size, fps, film) as encoder:
            for frame in _frames(browser, html, size, fps, request):
                encoder.write(frame)
        return (_gif(ffmpeg, film) if name == "gif" else film).read_bytes()


def _gif(ffmpeg: str, film: Path) -> Path:
    """Choose 256 colours from a whole film, and write it in these."""
    palette, gif = film.with_name("palette.png"), film.with_name("film.gif")
    start = (ffmpeg, "-hide_banner", "-loglevel", "error", "-y", "-i", str(film))
    made = (
        "-i",
        str(palette),
        "-lavfi",
        "paletteuse=dither=none:diff_mode=rectangle",
        "-loop",
        "0",
    )
    for command in ((*start, "-vf", "palettegen", str(palette)), (*start, *made, str(gif))):
        try:
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 -- as below
        except subprocess.CalledProcessError as error:
            raise _gave_up(error.stderr) from error
    return gif


def _gave_up(said: bytes) -> MissingPartError:
    last = (said.decode(errors="replace").strip().splitlines() or ["nothing"])[-1]
    message = (
        "ffmpeg could not make the film; another ffmpeg may: pip install 'exile-map[film]'."
        f" It said: {last}"
    )
    return MissingPartError(message)


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


def _ffmpeg() -> str:
    """Find ffmpeg: the system's, or the one that comes with the extra."""
    own = shutil.which("ffmpeg")
    if own:
        return own
    try:
        import imageio_ffmpeg  # noqa: PLC0415 -- an optional extra

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as error:
        message = "a film needs ffmpeg: pip install 'exile-map[film]', or install ffmpeg itself."
        raise MissingPartError(message) from error


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


class Encoder:
    """ffmpeg at work: takes frames, makes a film.

    Parameters
    ----------
    process
        It, waiting for frames.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def write(self, frame: bytes) -> None:
        """Add a frame.

        Raises
        ------
        MissingPartError
            ffmpeg has given up.
        """
        try:
            if self.process.stdin:
                self.process.stdin.write(frame)
        except BrokenPipeError as error:
            raise self._failed() from error

    def close(self) -> None:
        """Wait for the film.

        Raises
        ------
        MissingPartError
            ffmpeg has given up.
        """
        if self.process.stdin:
            self.process.stdin.close()
        if self.process.wait():
            raise self._failed()

    def _failed(self) -> MissingPartError:
        return _gave_up(self.process.stderr.read() if self.process.stderr else b"")


@contextmanager
def encoding(
    ffmpeg: str, kind: Kind, size: tuple[int, int], fps: float, film: Path
) -> Iterator[Encoder]:
    """Start ffmpeg; whatever happens, it is over afterwards.

    Parameters
    ----------
    ffmpeg, kind, size, fps
        The program, and what film it makes.
    film
        The file it writes.
    """
    exact = f"scale={size[0]}:{size[1]}:flags=lanczos{kind.colours}"
    command = [
        *(ffmpeg, "-hide_banner", "-loglevel", "error", "-y"),
        *("-f", "image2pipe", "-c:v", "mjpeg", "-framerate", f"{fps:g}", "-i", "-"),
        *("-vf", exact),
        *(*kind.codec, "-fflags", "+bitexact", "-an", str(film)),
    ]
    process = subprocess.Popen(  # noqa: S603 -- our own command, in a folder of our own
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    encoder = Encoder(process)
    try:
        yield encoder
        encoder.close()
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stderr):
            _close(pipe)


def _close(pipe: object) -> None:
    try:
        pipe.close()  # type: ignore[attr-defined]
    except (AttributeError, OSError):
        return
