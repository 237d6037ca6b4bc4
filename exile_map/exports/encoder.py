"""Encoders: ffmpeg, which makes a film of frames; the system's own, or that of the extra."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from exile_map.errors import MissingPartError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


def find() -> str:
    """Find ffmpeg: the system's, or the one that comes with the extra.

    Raises
    ------
    MissingPartError
        There is neither.
    """
    own = shutil.which("ffmpeg")
    if own:
        return own
    try:
        import imageio_ffmpeg  # noqa: PLC0415 -- an optional extra

        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except (ImportError, RuntimeError) as error:
        message = "a film needs ffmpeg: pip install 'exile-map[film]', or install ffmpeg itself."
        raise MissingPartError(message) from error


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


def as_gif(ffmpeg: str, film: Path) -> Path:
    """Choose 256 colours from a whole film, and write it in these.

    Parameters
    ----------
    ffmpeg
        The program.
    film
        The film; the GIF is written beside it.

    Raises
    ------
    MissingPartError
        ffmpeg has given up.
    """
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
