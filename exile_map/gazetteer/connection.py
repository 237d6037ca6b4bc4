"""Connection: the gazetteer's SQLite file, read only, opened when first asked."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import TYPE_CHECKING

from exile_map.errors import MissingPartError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 11
_PAGES = 40  # of the file that SQLite keeps: what is asked for again is kept here

_forks = [0]  # how often this process was forked; cheaper to look at than its number


def _count_fork() -> None:
    """Note in a forked child that connections made before are not its own."""
    _forks[0] += 1


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_count_fork)


class Connection:
    """One cursor of the file for each thread and process that asks.

    Parameters
    ----------
    path
        The SQLite file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._owner = _forks[0]

    def cursor(self) -> sqlite3.Cursor:
        """Return this thread's cursor, opening the file if need be.

        Raises
        ------
        MissingPartError
            If the file is not there, or is no gazetteer of this version.
        """
        if self._owner != _forks[0]:  # a forked child must not use its parent's connection
            self._local, self._owner = threading.local(), _forks[0]
        try:
            return self._local.cursor  # type: ignore[no-any-return]
        except AttributeError:
            cursor = self._local.cursor = self._open().cursor()
            return cursor

    def _open(self) -> sqlite3.Connection:
        """Open the file, or say what is missing."""
        if not self._path.is_file():
            message = (
                f"The gazetteer's file {self._path.name} is not there. "
                "Install exile-map again (pip install exile-map), which brings or builds it."
            )
            raise MissingPartError(message)
        uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(uri, uri=True)
            connection.execute(f"PRAGMA cache_size={_PAGES}")
            ((found,),) = connection.execute("SELECT value FROM meta WHERE key='format'")
        except (sqlite3.DatabaseError, ValueError) as error:
            message = f"{self._path.name} is not a gazetteer of exile_map: {error}"
            raise MissingPartError(message) from error
        if found != str(FORMAT):
            message = (
                f"{self._path.name} was built for another version of exile_map; build it anew."
            )
            raise MissingPartError(message)
        return connection
