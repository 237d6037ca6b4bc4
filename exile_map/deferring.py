"""Deferring: fields of a frozen value whose many parts are made only when someone asks for them."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable

_Value = TypeVar("_Value")


@runtime_checkable
class Deferred(Protocol):
    """What stands for a tuple until that is asked for: its columns, say."""

    def __len__(self) -> int:
        """Say how many parts there will be."""

    def made(self) -> tuple[Any, ...]:
        """Make the tuple; the same each time."""


def deferring(*names: str) -> Callable[[type[_Value]], type[_Value]]:
    """Let fields of a frozen, slotted dataclass be given as a `Deferred`.

    Whoever reads such a field gets the tuple. `held` gives what was given.

    Parameters
    ----------
    names
        The fields.
    """

    def with_fields(of: type[_Value]) -> type[_Value]:
        for name in names:
            setattr(of, name, _Field(of.__dict__[name]))
        return of

    return with_fields


def held(value: object, name: str) -> Any:  # noqa: ANN401 -- a tuple, or what stands for it
    """Return what a field was given, without making anything of it."""
    return type(value).__dict__[name].slot.__get__(value)


def with_changes(value: _Value, **changes: object) -> _Value:
    """Return a value with other fields, as `dataclasses.replace` does, without making any."""
    of: Any = type(value)
    kept = {
        field.name: held(value, field.name)
        if isinstance(of.__dict__[field.name], _Field)
        else getattr(value, field.name)
        for field in fields(of)
        if field.name not in changes
    }
    changed: _Value = of(**kept, **changes)
    return changed


class _Field:
    """A field that makes what it was given when it is read, through its slot."""

    def __init__(self, slot: Any) -> None:  # noqa: ANN401 -- a slot's descriptor has no type
        self.slot = slot

    def __get__(self, value: object, of: type | None = None) -> Any:  # noqa: ANN401 -- any field
        if value is None:
            return self
        given = self.slot.__get__(value, of)
        return given if type(given) is tuple or not isinstance(given, Deferred) else given.made()

    def __set__(self, value: object, given: object) -> None:
        self.slot.__set__(value, given)
