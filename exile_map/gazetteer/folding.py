"""Folding: the one form in which names of all scripts are compared, and their storage keys."""

from __future__ import annotations

import unicodedata
from itertools import compress, repeat
from operator import itemgetter, not_, rshift
from struct import iter_unpack, pack
from typing import TYPE_CHECKING
from zlib import crc32

from exile_map.gazetteer.han import unified

if TYPE_CHECKING:
    from collections.abc import Sequence

BUCKET_SHIFT = 18  # the upper 14 bits of a checksum: 16,384 buckets of some sixty names
BUCKETS = 1 << 32 - BUCKET_SHIFT

_ASCII = {
    **{code: " " for code in range(128) if not chr(code).isalnum()},
    **{ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(mark): None for mark in "'`"},
}
_ASCII_LINES = {**_ASCII, ord("\n"): "\n"}


class _Folded(dict[int, str | None]):
    """What letters are folded to; of Han letters worked out when one is first met."""

    def __init__(self, letters: dict[str, str | None]) -> None:
        super().__init__({ord(letter): other for letter, other in letters.items()})

    def __missing__(self, code: int) -> str:
        folded = self[code] = unified(chr(code))
        return folded


# What Unicode does not decompose, and letters that several orthographies write differently.
_LETTERS = _Folded(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i",
        "ħ": "h", "ŧ": "t", "ŋ": "n", "ə": "e", "ɛ": "e", "ɔ": "o", "ĸ": "k",
        "ґ": "г", "ѣ": "е", "ѳ": "ф", "ѵ": "и",
        "ك": "ک", "ي": "ی", "ى": "ی", "ة": "ه", "ۀ": "ه", "ٱ": "ا", "ـ": None,
        "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
        "’": None, "‘": None, "ʻ": None, "ʼ": None, "ʹ": None, "ʺ": None, "ʿ": None, "ʾ": None,
        "′": None, "″": None, "´": None, "ь": "ь", "׳": None, "״": None,
        "\u200b": None, "\u200c": None, "\u200d": None, "\u200e": None, "\u200f": None,
    }
)  # fmt: skip
# The usual accents and marks go at once; what else combines is looked at one by one.
_LETTERS.update(dict.fromkeys((*range(0x300, 0x370), *range(0x591, 0x5BD), *range(0x64B, 0x656))))
_LETTERS.update({ord("-"): " ", ord("'"): None, ord("."): " "})
# Voiced kana differ from unvoiced ones by a combining mark that carries the meaning.
_KEPT_MARKS = frozenset("\u3099\u309a")
_SHORT = {"st": "saint", "sankt": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_SHORTENED = frozenset(_SHORT)


def fold(text: str) -> str:
    """Fold a name for comparing: case, accents, punctuation and common abbreviations.

    Parameters
    ----------
    text
        A name in any script.

    Returns
    -------
    str
        Lower-case words of letters and digits, divided by single spaces; empty if there are none.
    """
    if text.isascii():
        plain = text.lower()
        if plain.isalnum():
            return _SHORT.get(plain, plain)
        if not plain.replace(" ", "").isalnum():
            plain = text.translate(_ASCII)
    else:
        plain = _fold_letters(text)
    return _words(plain)


def fold_all(texts: Sequence[str]) -> list[str]:
    """Fold many names: what `fold` says of each, several times as fast.

    Their letters are translated, and their words divided, all together, line by line.

    Parameters
    ----------
    texts
        Names in any scripts.
    """
    is_plain = list(map(str.isascii, texts))
    plain = list(compress(texts, is_plain))
    other = list(compress(texts, map(not_, is_plain)))
    lines = _word_lines("\n".join(plain).translate(_ASCII_LINES))
    others = _word_lines("\n".join(other).translate(_each))
    if len(lines) != max(1, len(plain)) or len(others) != max(1, len(other)):
        return [fold(text) for text in texts]  # a name has a line break of its own
    done = [line.isalnum() or line.replace(" ", "").isalnum() for line in others]
    marked = "\n".join(text for text, is_done in zip(other, done, strict=False) if not is_done)
    rest = iter(_word_lines(_decomposed(marked).translate(_each_mark_of_lines)))
    lettered = iter([line if ok else next(rest) for line, ok in zip(others, done, strict=True)])
    return list(map(next, map((lettered, iter(lines)).__getitem__, is_plain)))


def _word_lines(text: str) -> list[str]:
    """Divide lines by single spaces, and spell common abbreviations out; return the lines."""
    text = f" {text} ".replace("\n", " \n ")
    while "  " in text:
        text = text.replace("  ", " ")
    for short, full in _SHORT.items():
        while f" {short} " in text:
            text = text.replace(f" {short} ", f" {full} ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")


def _words(plain: str) -> str:
    """Divide by single spaces, and spell common abbreviations out."""
    words = plain.split()
    if not _SHORTENED.isdisjoint(words):
        words = [_SHORT.get(word, word) for word in words]
    return " ".join(words)


class _Letters(dict[int, str]):
    """What each letter is folded to by itself, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _decomposed(chr(code))
        return folded


_each = _Letters()


def _decomposed(text: str) -> str:
    """Return the text without case, in base letters, with the marks that are not usual."""
    return unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)


def _fold_letters(text: str) -> str:
    """Fold text that has letters beyond ASCII; punctuation becomes spaces."""
    decomposed = text.translate(_each)
    if decomposed.replace(" ", "").isalnum():  # no mark is left whose order could matter
        return decomposed
    return _decomposed(text).translate(_each_mark)


class _Marks(dict[int, str]):
    """What becomes of each letter, mark and sign that is left, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if unicodedata.combining(sign) and sign not in _KEPT_MARKS:
            kept = ""
        elif sign.isalnum() or unicodedata.category(sign)[0] == "M":
            kept = sign
        else:
            kept = "" if sign in "'`" else " "
        self[code] = kept
        return kept


_each_mark, _each_mark_of_lines = _Marks(), _Marks({ord("\n"): "\n"})


def key(folded: str) -> tuple[int, bytes]:
    """Return where a folded name is stored: its bucket, and its mark of four bytes therein.

    Two checksums of the same bytes, forwards and backwards, 46 bits in all. The build proves that
    no two stored names share both; a name that is not stored meets one by chance once in eighty
    million.
    """
    data = folded.encode()
    return crc32(data) >> BUCKET_SHIFT, crc32(data[::-1]).to_bytes(4, "little")


_backwards = itemgetter(slice(None, None, -1))


def keys(names: Sequence[str]) -> tuple[list[int], list[bytes]]:
    """Return the keys of many folded names, as `key` has them: all buckets, and all marks."""
    data = list(map(str.encode, names))
    marks = pack(f"<{len(data)}I", *map(crc32, map(_backwards, data)))
    buckets = list(map(rshift, map(crc32, data), repeat(BUCKET_SHIFT)))
    return buckets, [mark for (mark,) in iter_unpack("4s", marks)]
