"""The cache of online answers: on disk, each answer as soon as it is there."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exile_map.errors import UsageError
from exile_map.files import cache_folder

if TYPE_CHECKING:
    from collections.abc import Callable

_NOTHING_KEPT = 7 * 24 * 3600.0  # "not found" is asked again after a week
_SCHEMA = """CREATE TABLE IF NOT EXISTS answers(
  service TEXT, question TEXT, asked REAL NOT NULL, found TEXT NOT NULL,
  PRIMARY KEY(service, question)) WITHOUT ROWID"""


def default_cache() -> Path:
    """Return where answers are kept unless told otherwise: the user's cache directory."""
    return cache_folder() / "answers.sqlite"


class AnswerCache:
    """What a service has answered; nothing is touched before the first question.

    Parameters
    ----------
    path
        The SQLite file.
    service
        Whose answers these are.
    today
        The time in seconds since 1970.
    """

    def __init__(self, path: str | Path, service: str, today: Callable[[], float]) -> None:
        self.path, self._service, self._today = Path(path), service, today

    def get(self, question: str) -> list[dict[str, Any]] | None:
        """Return what was answered; None if it was not asked, or nothing was found long ago."""
        if not self.path.is_file():
            return None
        with closing(self._open()) as connection:
            row = connection.execute(
                "SELECT asked, found FROM answers WHERE service=? AND question=?",
                (self._service, question),
            ).fetchone()
        if row is None:
            return None
        asked, found = row[0], json.loads(row[1])
        stale = not found and self._today() - asked > _NOTHING_KEPT
        return None if stale else found

    def put(self, question: str, found: list[dict[str, Any]]) -> None:
        """Keep an answer, at once."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(found, ensure_ascii=False)
        with closing(self._open()) as connection, connection:
            connection.execute(
                "INSERT OR REPLACE INTO answers VALUES(?,?,?,?)",
                (self._service, question, self._today(), text),
            )

    def _open(self) -> sqlite3.Connection:
        """Open the file, making its table if need be."""
        connection = sqlite3.connect(self.path)
        try:
            connection.execute(_SCHEMA)
        except sqlite3.DatabaseError as error:
            connection.close()
            message = f"The cache {self.path} is no cache of answers: {error}. Name another file."
            raise UsageError(message) from error
        return connection
