"""Records: JSON objects of an unknown hand, read by the type each value must have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from exile_map.errors import DataError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_TOLD: Final = 100


class Complaints:
    """What is wrong in one document, gathered until all of it is known.

    Parameters
    ----------
    file
        The document's name, for messages.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []

    def add(
        self,
        reason: str,
        remedy: str = "",
        *,
        row: int | None = None,
        column: str = "",
        value: object = None,
    ) -> None:
        """Note one thing that is wrong."""
        shown = None if value is None else json.dumps(value, ensure_ascii=False, default=str)
        where = (self._file, row, None, column, shown)
        self._problems.append(Problem("error", "bad-document", reason, remedy, *where))

    def refuse(self) -> None:
        """Raise what was noted.

        Raises
        ------
        DataError
            Anything was noted.
        """
        if self._problems:
            raise DataError(self._problems[:_MOST_TOLD])


class Record:
    """A JSON object that may hold anything.

    Parameters
    ----------
    values
        What was read; anything but an object counts as an empty one.
    complaints
        Where what is of the wrong type is noted; its default is taken instead.
    row
        The number of the feature it is part of, for messages.
    """

    def __init__(self, values: object, complaints: Complaints, row: int | None = None) -> None:
        self._values: dict[str, Any] = values if isinstance(values, dict) else {}
        self._complaints = complaints
        self._row = row

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def wrong(self, name: str, wanted: str) -> None:
        """Note that a value is not what it should be."""
        reason = f"is not {wanted}"
        self._complaints.add(reason, row=self._row, column=name, value=self._values.get(name))

    def text(self, name: str, known: Iterable[str] = (), *, missing: str = "") -> str:
        """Return a text, one of those known where any are."""
        value = self._values.get(name)
        if value is None:
            return missing
        if not isinstance(value, str):
            self.wrong(name, "a text")
        elif known and value not in known:
            self.wrong(name, f"one of {', '.join(filter(None, known))}")
        else:
            return value
        return missing

    def number(self, name: str, least: float = float("-inf")) -> float | None:
        """Return a number that is not below `least`."""
        value = self._values.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value < least:
            self.wrong(name, "a number" if least < 0 else "a number of 0 or more")
            return None
        return value

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self._values.get(name, False)
        if not isinstance(value, bool):
            self.wrong(name, "true or false")
        return value is True

    def items(self, name: str) -> list[Any]:
        """Return a list."""
        value = self._values.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(name, "a list")
            return []
        return value

    def member(self, name: str) -> Record:
        """Return an object within."""
        value = self._values.get(name)
        if value is not None and not isinstance(value, dict):
            self.wrong(name, "an object")
        return Record(value, self._complaints, self._row)
