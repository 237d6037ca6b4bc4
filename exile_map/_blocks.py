"""Blocks: columns of whole numbers and of texts as the page carries them, packed with zlib."""

from __future__ import annotations

import binascii
import sys
import zlib
from array import array
from collections import defaultdict
from itertools import count
from operator import sub
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Self

_QUICK: Final = 1
"""The level of zlib: higher ones take many times as long to save a tenth."""
_AT_ONCE: Final = 2**12
_FORMS: Final = ("b", "h", "i")


class Columns:
    """Columns of whole numbers, each in the smallest form that holds it.

    Parameters
    ----------
    block
        Takes up the columns one after the other.
    """

    def __init__(self, block: Block) -> None:
        self.described: list[tuple[str, str]] = []
        self._block = block

    def add(self, name: str, values: Sequence[int]) -> None:
        """Add a column; numbers beyond 32 bits are written as floating ones."""
        form, column = _smallest(values)
        if sys.byteorder == "big":
            column.byteswap()
        self.described.append((name, form))
        self._block.add(column.tobytes())

    def add_steps(self, name: str, values: Sequence[int]) -> None:
        """Add a column as each number's difference from the one before."""
        self.add(name, [*values[:1], *map(sub, values[1:], values)])

    def add_listed(self, name: str, values: Iterable[Any]) -> list[Any]:
        """Add a column of numbers into a list of what there is, and return that list."""
        codes: defaultdict[Any, int] = defaultdict(count().__next__)
        self.add(name, list(map(codes.__getitem__, values)))
        return list(codes)


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

    def add_texts(self, texts: Sequence[str]) -> Sequence[int]:
        """Add texts in UTF-8; return how many bytes each has."""
        lengths = array("i")
        # Not all at once: very many texts are as much as all else.
        for first in range(0, len(texts), _AT_ONCE):
            some = texts[first : first + _AT_ONCE]
            whole = "".join(some)
            encoded = whole.encode()
            one_a_letter = len(encoded) == len(whole)
            lengths.extend(map(len, some if one_a_letter else [text.encode() for text in some]))
            self.add(encoded)
        return lengths

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


class BlockAside(Block):
    """A block that a thread of its own packs, while whoever fills it does something else.

    zlib takes as long as the half of all else, and runs beside it. What is packed at once depends
    on what is added alone, so that the same bytes come out however the two run. Where there are no
    threads, it is packed as it comes. To be used in a ``with``, at whose end the thread ends.

    Parameters
    ----------
    plain
        Whether the bytes are not to be packed.
    at_once
        How many bytes are packed at once: between two times, the thread waits for its turn.
    """

    def __init__(self, *, plain: bool = False, at_once: int = 2**21) -> None:
        super().__init__(plain=plain)
        self._at_once = at_once
        self._some: list[bytes] = []
        self._size = 0
        self._waiting: SimpleQueue[bytes | None] = SimpleQueue()
        self._failed: BaseException | None = None
        self._thread: Thread | None = Thread(target=self._work, daemon=True)
        try:
            self._thread.start()
        except RuntimeError:
            self._thread = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def add(self, part: bytes) -> None:
        """Add some bytes."""
        self._some.append(part)
        self._size += len(part)
        if self._size >= self._at_once:
            self._hand_over()

    def parts(self) -> tuple[str, ...]:
        """Return all of it, in parts; nothing more can be added."""
        self._hand_over()
        self._end()
        if self._failed is not None:
            raise self._failed
        return super().parts()

    def _hand_over(self) -> None:
        some, self._some, self._size = b"".join(self._some), [], 0
        if self._thread is None:
            super().add(some)
        else:
            self._waiting.put(some)

    def _work(self) -> None:
        try:
            while (some := self._waiting.get()) is not None:
                super().add(some)
        except BaseException as error:  # noqa: BLE001 -- raised where it is waited for
            self._failed = error

    def _end(self) -> None:
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None


def _base64(block: bytes) -> str:
    return binascii.b2a_base64(block, newline=False).decode()
