"""Films: right in length and size, every frame what the page shows at that moment."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import imageio_ffmpeg
import pytest
from click.testing import CliRunner
from PIL import Image, ImageChops, ImageStat
from test_picture import read

from exile_map import exports
from exile_map.cli import main
from exile_map.errors import MissingPartError, UsageError
from exile_map.exports import encoder, film
from exile_map.gazetteer import Gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

TABLE = """place,start,end,move,story,certainty
Paris,c. 1909,1912,born,He writes.,
Bern,1912,1917,banished,,uncertain
"""
SIZE = (640, 360)
FPS = 3


def request_of(form: str, **options: object) -> exports.Request:
    asked = {"size": SIZE, "fps": FPS} | options
    return exports.Request(read(TABLE), Gazetteer().country_name, options=asked, form=form)


@pytest.fixture(scope="module")
def movie(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a film of a short life."""
    assert chromium.is_connected()
    target = tmp_path_factory.mktemp("film") / "a.mp4"
    target.write_bytes(exports.format_of("mp4", "").write(request_of("mp4")))
    return target


def decoded(movie: Path) -> list[bytes]:
    """Return the frames of a film, three bytes a pixel."""
    raw = ("-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    command = (imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(movie), *raw)
    data = subprocess.run(command, check=True, capture_output=True).stdout
    length = SIZE[0] * SIZE[1] * 3
    return [data[at : at + length] for at in range(0, len(data), length)]


def duration_of(browser: Browser, html: Path) -> float:
    page = browser.new_page()
    page.goto(html.as_uri())
    seconds: float = page.evaluate("exileMap.duration()")
    page.close()
    return seconds


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the page that is filmed."""
    target = tmp_path_factory.mktemp("page") / "a.html"
    target.write_bytes(film.html_of(request_of("mp4")))
    return target


def test_a_film_has_the_length_the_size_and_the_pace_that_were_asked_for(
    chromium: Browser, movie: Path, html: Path
) -> None:
    told = next(imageio_ffmpeg.read_frames(str(movie)))
    assert (told["codec"], told["size"], told["fps"]) == ("h264", SIZE, FPS)
    assert told["pix_fmt"].startswith("yuv420p")
    assert told["duration"] == pytest.approx(duration_of(chromium, html), abs=1.5 / FPS)


@pytest.mark.parametrize(("part", "place"), [(0.3, "Paris"), (0.65, "Bern"), (0.99, None)])
def test_a_frame_is_what_the_page_shows_at_that_moment(
    chromium: Browser, movie: Path, html: Path, part: float, place: str | None
) -> None:
    seconds = duration_of(chromium, html)
    number = round(part * seconds * FPS)
    filmed = Image.frombytes("RGB", SIZE, decoded(movie)[number])
    width, height, scale = film.viewport(SIZE)
    page = chromium.new_page(
        viewport={"width": width, "height": height}, device_scale_factor=scale, bypass_csp=True
    )
    page.goto(html.as_uri())
    page.wait_for_function("window.exileMap")

    def shown(at: float) -> Image.Image:
        page.evaluate("at => exileMap.seek(at)", at)
        return Image.open(io.BytesIO(page.screenshot())).convert("RGB").resize(SIZE)

    here = shown(number / FPS / seconds)
    assert page.evaluate("exileMap.now().place") == place
    elsewhere = [shown(other) for other in (0.05, 0.3, 0.65, 0.99) if abs(other - part) > 0.1]
    page.close()

    def apart(one: Image.Image) -> float:
        mean: list[float] = ImageStat.Stat(ImageChops.difference(one, filmed)).mean
        return sum(mean, 0.0)

    assert apart(here) < 6
    assert apart(here) * 2 < min(map(apart, elsewhere))


@pytest.mark.parametrize("form", ["gif", "webp"])
def test_a_moving_picture_moves_and_goes_round(chromium: Browser, form: str) -> None:
    assert chromium.is_connected()
    request = request_of(form, size=(320, 180), fps=1)
    moving = Image.open(io.BytesIO(exports.format_of(form, "").write(request)))
    assert (moving.size, moving.info["loop"]) == ((320, 180), 0)
    assert getattr(moving, "n_frames", 1) > 5


@pytest.mark.parametrize(
    ("size", "view"),
    [
        ((1280, 720), (1280, 720, 1)),
        ((1080, 1080), (720, 720, 1.5)),
        ((1080, 1920), (432, 768, 2.5)),
    ],
)
def test_an_upright_film_is_laid_out_as_on_a_phone(
    size: tuple[int, int], view: tuple[int, int, float]
) -> None:
    assert film.viewport(size) == view


@pytest.mark.parametrize(
    "options", [{"size": (641, 360)}, {"size": (0, 2)}, {"fps": 0}, {"fps": 99}]
)
def test_a_size_or_a_pace_that_no_film_has_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(UsageError, match="a film cannot"):
        exports.format_of("mp4", "").write(request_of("mp4", **options))


def test_without_a_browser_it_is_said_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "none"))
    (tmp_path / "a.csv").write_text(TABLE)
    target = tmp_path / "a.mp4"
    done = CliRunner().invoke(main, ["export", str(tmp_path / "a.csv"), "-o", str(target)])
    assert done.exit_code == 1
    assert "playwright install chromium" in done.stderr
    assert not target.exists()


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """Yield a folder near the root: Chromium's socket in it may have no long name."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_a_film_that_is_interrupted_leaves_nothing_behind(
    chromium: Browser, monkeypatch: pytest.MonkeyPatch, short_folder: Path
) -> None:
    assert chromium.is_connected()
    monkeypatch.setenv("TMPDIR", str(short_folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    started: list[subprocess.Popen[bytes]] = []

    class Remembered(subprocess.Popen[bytes]):
        def __init__(self, command: list[str], **told: object) -> None:
            super().__init__(command, **told)  # type: ignore[call-overload]
            started.extend([self] if "image2pipe" in command else [])

    monkeypatch.setattr(subprocess, "Popen", Remembered)

    def interrupted(number: int, _count: int) -> None:
        if number == 3:
            raise KeyboardInterrupt

    request = request_of("mp4")
    asked = exports.Request(
        request.routes, request.country_name, options=request.options, on_frame=interrupted
    )
    with pytest.raises(KeyboardInterrupt):
        exports.format_of("mp4", "").write(asked)
    assert [process.poll() is not None for process in started] == [True]
    assert not list(short_folder.glob("exile_map-*"))


def test_an_ffmpeg_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    kind = encoder.KINDS["mp4"]
    with (
        pytest.raises(MissingPartError, match="It said"),
        encoder.encoding(
            imageio_ffmpeg.get_ffmpeg_exe(), kind, SIZE, 1, tmp_path / "a.mp4"
        ) as made,
    ):
        made.write(b"no picture")
