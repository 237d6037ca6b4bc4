"""A table from the web: asked for once, politely, and only when the user said so."""

from __future__ import annotations

import http.client
import re
import urllib.error
import urllib.request
from typing import Final
from urllib.parse import urlsplit

from exile_map.errors import CannotAskError, DataError, Problem

_SECONDS: Final = 30
_LARGEST: Final = 100_000_000
_AGENT: Final = "exile-map (a reader of tables, started by its user)"
_SHEET: Final = re.compile(
    r"https://docs\.google\.com/spreadsheets/d/([\w-]+)/(?:edit|view)?[^#]*(?:#.*?gid=(\d+))?.*"
)
_PUBLISHED: Final = re.compile(r"https://docs\.google\.com/spreadsheets/d/e/([\w-]+)/pubhtml(.*)")


def fetch(address: str) -> tuple[bytes, str]:
    """Ask for an address, and return what it answers and a name for messages.

    Parameters
    ----------
    address
        Of a CSV or a workbook; that of a Google Sheet is turned into that of its CSV.

    Raises
    ------
    CannotAskError
        The address did not answer, or not with a file.
    DataError
        The answer is larger than any table.
    """
    where = as_csv(address)
    try:
        name = urlsplit(where).path.rpartition("/")[2] or urlsplit(where).netloc
        request = urllib.request.Request(where, headers={"User-Agent": _AGENT})  # noqa: S310 -- http(s) only: places.read sees to it
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 -- as above
            data: bytes = answer.read(_LARGEST + 1)
    except urllib.error.HTTPError as error:
        with error:
            message = f"{where} could not be read: the server said {error.code} {error.reason}"
        if error.code in (401, 403):
            message += "; share the table with everyone who has the link"
        raise CannotAskError(message) from error
    except (OSError, ValueError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        message = f"{where} could not be asked: {reason}"
        raise CannotAskError(message) from error
    if len(data) > _LARGEST:
        remedy = "Download it, and keep only the table."
        problem = Problem("error", "too-large", "is larger than 100 MB", remedy, file=name)
        raise DataError([problem])
    return data, name


def as_csv(address: str) -> str:
    """Return the address of a Google Sheet's CSV; any other address as it is."""
    published = _PUBLISHED.fullmatch(address)
    if published:
        query = published[2].removeprefix("?")
        start = f"https://docs.google.com/spreadsheets/d/e/{published[1]}/pub?output=csv"
        return f"{start}&{query}" if query else start
    sheet = _SHEET.fullmatch(address)
    if sheet is None or sheet[1] == "e" or "output=csv" in address or "/export" in address:
        return address
    gid = sheet[2] or (re.search(r"[?&]gid=(\d+)", address) or ["", "0"])[1]
    return f"https://docs.google.com/spreadsheets/d/{sheet[1]}/export?format=csv&gid={gid}"
