"""Blocks: columns of whole numbers and of texts as the page carries them, packed with zlib."""

from __future__ import annotations

import binascii
import sys
import zlib
from array import array
from collections import defaultdict
from itertools import count
from operator import sub
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_QUICK: Final = 1
"""The level of zlib: higher ones take many times as long to save a tenth."""
_AT_ONCE: Final = 2**12
_FORMS: Final = ("b", "h", "i")


class Columns:
    """Columns of whole numbers, each in the smallest form that holds it."""

    def __init__(self) -> None:
        self.described: list[tuple[str, str]] = []
        self.blocks: list[bytes] = []

    def add(self, name: str, values: Sequence[int]) -> None:
        """Add a column; numbers beyond 32 bits are written as floating ones."""
        form, column = _smallest(values)
        if sys.byteorder == "big":
            column.byteswap()
        self.described.append((name, form))
        self.blocks.append(column.tobytes())

    def add_steps(self, name: str, values: Sequence[int]) -> None:
        """Add a column as each number's difference from the one before."""
        self.add(name, [*values[:1], *map(sub, values[1:], values)])

    def add_listed(self, name: str, values: Iterable[Any]) -> list[Any]:
        """Add a column of numbers into a list of what there is, and return that list."""
        codes: defaultdict[Any, int] = defaultdict(count().__next__)
        self.add(name, list(map(codes.__getitem__, values)))
        return list(codes)

    def add_texts(self, name: str, texts: Sequence[str], block: Block) -> None:
        """Add a column of how many bytes each text has in UTF-8, and to a block these bytes."""
        lengths: list[int] = []
        # Not all at once: very many texts are as much as all else.
        for first in range(0, len(texts), _AT_ONCE):
            some = texts[first : first + _AT_ONCE]
            whole = "".join(some)
            encoded = whole.encode()
            one_a_letter = len(encoded) == len(whole)
            lengths += map(len, some if one_a_letter else [text.encode() for text in some])
            block.add(encoded)
        self.add(name, lengths)

    def text(self, *, plain: bool) -> str:
        """Return all columns as one block in base64, packed or as they are."""
        block = Block(plain=plain)
        for column in self.blocks:
            block.add(column)
        return block.text()


def _smallest(values: Sequence[int]) -> tuple[str, array[int] | array[float]]:
    for form in _FORMS:
        try:
            return form, array(form, values)
        except OverflowError:
            continue
    return "d", array("d", values)


class Block:
    """Bytes on their way into a block in base64, packed as they come.

    Parameters
    ----------
    plain
        Whether they are not to be packed.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self._packer = None if plain else zlib.compressobj(_QUICK)
        self._rest = b""
        self._written: list[str] = []

    def add(self, part: bytes) -> None:
        """Add some bytes."""
        self._write(self._packer.compress(part) if self._packer else part)

    def parts(self) -> tuple[str, ...]:
        """Return all of it, in parts."""
        last = self._rest + (self._packer.flush() if self._packer else b"")
        return (*self._written, _base64(last))

    def text(self) -> str:
        """Return all of it."""
        return "".join(self.parts())

    def _write(self, part: bytes) -> None:
        whole = self._rest + part
        # Three bytes are four letters.
        cut = len(whole) - len(whole) % 3
        self._rest = whole[cut:]
        self._written.append(_base64(whole[:cut]))


def _base64(block: bytes) -> str:
    return binascii.b2a_base64(block, newline=False).decode()
