"""Files: what is written is there whole or not at all."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exile_map.errors import UsageError, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_AT_ONCE = 2**20
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


def encoded(text: str) -> bytes:
    """Encode a text as UTF-8; halves of characters, which have no encoding, become U+FFFD."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _HALF_CHARACTERS.sub("\ufffd", text).encode()


def cache_folder() -> Path:
    """Return where is kept what can be found again: the user's cache directory; it may not exist.

    On Linux, ``XDG_CACHE_HOME`` says where.
    """
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base, "exile_map")


def save(path: str | Path, content: str | bytes | Sequence[str]) -> None:
    """Write a file, texts as UTF-8, one after the other: beside its place first, then renamed.

    A link is followed; what is no ordinary file (a pipe, a device) is written to as it is.

    Raises
    ------
    UsageError
        The folder does not exist or may not be written to.
    """
    target = Path(os.path.realpath(path))
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.writelines(parts(content))
        else:
            _replace(target, parts(content))
    except FileNotFoundError as error:
        message = (
            f"cannot write {shown(path)}: there is no such folder. Choose a folder that exists."
        )
        raise UsageError(message) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"cannot write {shown(path)}: {reason}. Name another file."
        raise UsageError(message) from error


def parts(content: str | bytes | Sequence[str]) -> Iterator[bytes]:
    """Encode a text part by part: a large one should not be in memory twice."""
    if isinstance(content, bytes):
        yield content
        return
    for text in (content,) if isinstance(content, str) else content:
        for first in range(0, len(text), _AT_ONCE):
            yield encoded(text[first : first + _AT_ONCE])


def _replace(target: Path, written: Iterable[bytes]) -> None:
    import tempfile  # noqa: PLC0415 -- slow to import, and only who writes needs it

    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(written)
        # mkstemp lets nobody else read; an ordinary file asks the umask, or stays as it was.
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
