"""Built: what the build made of the player, and the words of the page in each language."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

from exile_map.errors import MissingPartError, UsageError

STATIC: Final = Path(__file__).parent / "static"
"""What the build hook made of the player."""


def languages() -> tuple[str, ...]:
    """Return the languages the page speaks, as ISO 639-1 codes."""
    return tuple(sorted(path.stem for path in (STATIC / "lang").glob("*.json")))


@cache
def strings(lang: str) -> dict[str, Any]:
    """Return the words of the interface in one language.

    Raises
    ------
    UsageError
        There is no interface in that language.
    """
    if not re.fullmatch("[a-z]{2}", lang) or not (STATIC / "lang" / f"{lang}.json").exists():
        known = ", ".join(languages()) or "none: the player was not built"
        message = f"there is no interface in {lang!r}; there is {known}"
        raise UsageError(message)
    words: dict[str, Any] = json.loads(static_text(f"lang/{lang}.json"))
    return words


@cache
def corpus_strings(lang: str) -> dict[str, Any]:
    """Return the words that only a page of many lives says."""
    words: dict[str, Any] = json.loads(static_text(f"lang/corpus/{lang}.json"))
    return words


def widget() -> str:
    """Return the module of the notebook's widget.

    Raises
    ------
    MissingPartError
        The player was not built.
    """
    return static_text("widget.js")


def data_url(name: str, media_type: str) -> str:
    """Return one of the player's files as an address that holds it.

    Raises
    ------
    MissingPartError
        The player was not built.
    """
    return f"data:{media_type};base64,{base64.b64encode(_bytes(name)).decode()}"


@cache
def static_text(name: str) -> str:
    """Return one of the player's files.

    Raises
    ------
    MissingPartError
        The player was not built.
    """
    return _bytes(name).decode()


def _bytes(name: str) -> bytes:
    try:
        return (STATIC / name).read_bytes()
    except FileNotFoundError as error:
        message = (
            f"the player's {name} is missing: the package was not built."
            " Run `pip install .` in the checkout, or `pip install exile-map`."
        )
        raise MissingPartError(message) from error
