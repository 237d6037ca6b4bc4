"""Images: the pictures that a table names, put into the map itself or left where they are."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from exile_map.errors import CannotAskError, DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from exile_map.geocoding import Located, LocatedRow

LARGEST: Final = 5_000_000
"""Bytes: a larger picture would make the page slower than its readers' patience."""

_SHOWN: Final = re.compile(
    r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/]+=*", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\\;,]+", re.IGNORECASE)
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.\-]*:|//|\\\\", re.IGNORECASE)
_DRIVE: Final = re.compile(r"[a-z]:[\\/]", re.IGNORECASE)

# Why a picture is not in the map, and what to do.
_ON_THE_WEB: Final = ("is on the web", "Add --allow-url to fetch it, or --images link.")
_NO_ADDRESS: Final = (
    "is no address of a picture",
    "Write the name of a file beside the table, or an address with https://.",
)
_NO_FOLDER: Final = ("is a file, and the table lies in no folder", "Save the table beside it.")
_OUTSIDE: Final = (
    "lies outside the table's folder, where no picture is read",
    "Put the picture beside the table, or below it.",
)
_NO_FILE: Final = ("is no file beside the table", "Check the name.")
_TOO_LARGE: Final = (
    f"is too large: a page can bear {LARGEST / 1e6:.0f} MB a picture",
    "Make it smaller: 1200 pixels across are plenty.",
)
_SVG: Final = ("is an SVG drawing, which can hold scripts", "Save it as PNG.")
_NO_PICTURE: Final = ("is no JPEG, PNG, GIF, WebP or AVIF picture", "Save it as JPEG or PNG.")


class _NotShownError(Exception):
    """A picture is not in the map: why, and what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        self.reason = reason
        self.remedy = remedy
        super().__init__(reason)


def folder_of(tables: Iterable[object]) -> Path | None:
    """Return the one folder that tables lie in; None for several, or for what is no file."""
    named = [Path(table) for table in tables if isinstance(table, str | Path)]
    folders = {Path() if str(path) == "-" else path.parent for path in named if _is_local(path)}
    return folders.pop() if len(folders) == 1 else None


def _is_local(path: Path) -> bool:
    return str(path) == "-" or path.is_file()


def inline(
    located: Located,
    folder: str | Path | None,
    *,
    fetch: Callable[[str], bytes] | None = None,
) -> Located:
    """Put the pictures into the rows themselves, as data addresses.

    Parameters
    ----------
    located
        The rows. Each picture that cannot be had becomes a warning, and its row has none.
    folder
        Where the table lies: files are read there and below it, and nowhere else, because a
        table may come from a stranger and the page is for everybody. None reads no files.
    fetch
        How an address on the web is asked for; None asks for none.
    """
    known: dict[str, str | _NotShownError] = {}

    def had(image: str) -> str:
        # A failure is kept too: nobody is asked twice.
        if image not in known:
            try:
                known[image] = _inlined(image, folder, fetch)
            except _NotShownError as error:
                known[image] = error
        found = known[image]
        if isinstance(found, _NotShownError):
            raise found
        return found

    return _with_images(located, had)


def link(located: Located) -> Located:
    """Leave the pictures where they are, and drop what is no address of a picture.

    Parameters
    ----------
    located
        The rows. Web addresses and paths relative to the page stay.
    """
    return _with_images(located, _linkable)


def read(address: str) -> bytes:
    """Ask for a picture on the web.

    Raises
    ------
    CannotAskError
        The address did not answer.
    DataError
        The answer is larger than anything we read.
    """
    from exile_map.places.fetching import fetch  # noqa: PLC0415 -- urllib comes only for this

    return fetch(address)[0]


def _with_images(located: Located, shown: Callable[[str], str]) -> Located:
    if not any(row.place.image for row in located.rows):
        return located
    rows, problems = [], []
    for row in located.rows:
        image = row.place.image.strip()
        if image:
            try:
                image = shown(image)
            except _NotShownError as error:
                problems.append(_problem(row, located.source, error))
                image = ""
        rows.append(replace(row, place=replace(row.place, image=image)) if row.place.image else row)
    return replace(located, rows=tuple(rows), problems=(*located.problems, *problems))


def _problem(row: LocatedRow, source: str, error: _NotShownError) -> Problem:
    place = row.place
    image = place.image.strip()
    return Problem(
        "warning",
        "no-image",
        error.reason,
        error.remedy,
        file=source,
        row=place.row,
        line=place.line,
        column=next((h for h, cell in place.cells.items() if cell.strip() == image), "image"),
        value=place.image,
    )


def _inlined(image: str, folder: str | Path | None, fetch: Callable[[str], bytes] | None) -> str:
    if _SHOWN.fullmatch(image):
        return image
    if _ADDRESS.fullmatch(image):
        if fetch is None:
            raise _NotShownError(*_ON_THE_WEB)
        return _data_address(_fetched(image, fetch))
    if _SCHEME.match(image) and not _DRIVE.match(image):
        raise _NotShownError(*_NO_ADDRESS)
    return _data_address(_file(image, folder))


def _fetched(image: str, fetch: Callable[[str], bytes]) -> bytes:
    try:
        return fetch(image)
    except CannotAskError as error:
        said = str(error).removeprefix(image).strip()
        raise _NotShownError(said, "Check the address, or try again later.") from error
    except DataError as error:
        raise _NotShownError(*_TOO_LARGE) from error


def _file(image: str, folder: str | Path | None) -> bytes:
    if folder is None:
        raise _NotShownError(*_NO_FOLDER)
    home = Path(folder).resolve()
    try:
        path = (home / image).resolve()
        if not path.is_relative_to(home):
            raise _NotShownError(*_OUTSIDE)
        if not path.is_file():
            raise _NotShownError(*_NO_FILE)
        # One byte more says that there is more: what is too large is not read whole.
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise _NotShownError(reason, _NO_FILE[1]) from error


def _data_address(data: bytes) -> str:
    if len(data) > LARGEST:
        raise _NotShownError(*_TOO_LARGE)
    kind = _kind(data)
    if not kind:
        raise _NotShownError(*(_SVG if b"<svg" in data[:1000].lower() else _NO_PICTURE))
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _kind(data: bytes) -> str:
    """Tell the kind of a picture by how it begins, not by its name; blank for none we show."""
    starts = ((b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"))
    for start, kind in starts:
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return "avif" if data[4:8] == b"ftyp" and data[8:12] in (b"avif", b"avis") else ""


def _linkable(image: str) -> str:
    if _SHOWN.fullmatch(image) or _ADDRESS.fullmatch(image):
        return image
    if _SCHEME.match(image):
        raise _NotShownError(*_NO_ADDRESS)
    return image
