"""The text of a file: bytes into characters, whatever the encoding; what is no text is named."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice
from typing import Final, NamedTuple

from exile_map import column_names
from exile_map.errors import DataError, Problem

_SIGNATURES: Final = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a formatted text (RTF)"),
    (b"\x7fELF", "a program"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database (SQLite)"),
)
_MARKS: Final = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SAMPLE: Final = 65536
_ASCII_END: Final = 0x80
_DAMAGE: Final = 0.1
_SHOWN_WORD: Final = 20
# UTF-8 taken for a western encoding: a letter such as Ã, and a sign no word has.
_MARKS_OF_DAMAGE: Final = "ÂÃÄÅÐÑ"
_TWICE: Final = re.compile(rf"[{_MARKS_OF_DAMAGE}][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]")
_SOMETHING: Final = re.compile("[^\ufeff \t\r\n]")
_HITS: Final = 20
_RIVAL: Final = 0.7
_HEADER: Final = 10.0
_WORD: Final = re.compile(r"[^\W\d_]+")
_GOOD_SIGNS: Final = frozenset("’‘“”„«»–—…°º§·¿¡€№×½²\u00a0")
_WESTERN: Final = "éèêëàâçùûüîïôöòóíìáñãõäåæøœÿúßý"
_CENTRAL: Final = "ąćęłńóśźżáčďéěíňřšťúůýžäöüßőűăâîşţ"
_ALONE: Final = frozenset("àéèêóáíöåÀÉÈÊÓÁÍÖÅ")
_RUSSIAN: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў"
_FREQUENT: Final = frozenset("оеаинтсрвл")


class _Alphabet(NamedTuple):
    """What a text in one of the old encodings is made of, beyond ASCII."""

    encoding: str
    letters: frozenset[str]
    alone: bool


def _alphabet(encoding: str, letters: str, *, alone: bool = False) -> _Alphabet:
    return _Alphabet(encoding, frozenset(letters + letters.upper()), alone)


# In the order in which they are believed when nothing tells them apart.
_OLD: Final = (
    _alphabet("cp1252", _WESTERN),
    _alphabet("cp1251", _RUSSIAN, alone=True),
    _alphabet("cp1250", _CENTRAL),
    _alphabet("koi8-r", _RUSSIAN, alone=True),
    _alphabet("mac_roman", _WESTERN),
    _alphabet("cp850", _WESTERN),
    _alphabet("cp866", _RUSSIAN, alone=True),
)


def decode(data: bytes, name: str) -> tuple[str, list[Problem]]:
    """Decode a file's bytes; what is not UTF-8 or UTF-16 is guessed, and the guess is told.

    Parameters
    ----------
    data
        The file.
    name
        Its name, for messages.

    Raises
    ------
    DataError
        The bytes are no text.
    """
    # Copies of a large table would be holes in memory for as long as the process lives.
    if not data or data.isspace():
        raise DataError([empty_file(name)])
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise _no_text(name, f"is {what}, not a table")
    marked = _marked(data) if data[0] in b"\xff\xfe\x00" else None
    text = marked if marked is not None else _unmarked_utf16(data)
    if text is not None:
        return _something(text, name), []
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        raise _no_text(name, "holds bytes (NUL) that no text has", line)
    try:
        text = _something(data.decode("utf-8-sig"), name)
        return text, _encoded_twice(text, name)
    except UnicodeDecodeError as error:
        _refuse_damaged(data, error, name)
        return _guessed(data, name)


def _encoded_twice(text: str, name: str) -> list[Problem]:
    """Tell of letters that were taken for others before the file was saved: GenÃ¨ve."""
    if not any(letter in text for letter in _MARKS_OF_DAMAGE):
        return []
    for hit in islice(_TWICE.finditer(text), _HITS):
        before = _WORD.findall(text[max(0, hit.start() - _SHOWN_WORD) : hit.start()] + "x")[-1]
        word = before[:-1] + re.split(r"[\s,;]", text[hit.start() : hit.end() + _SHOWN_WORD])[0]
        for encoding in ("cp1252", "latin-1"):
            try:
                meant = word.encode(encoding).decode()
            except UnicodeError:
                continue
            reason = f"has letters that were damaged before it was saved: “{word}”"
            reason += f" was “{meant}”"
            remedy = "Export the table again, as UTF-8 throughout."
            return [Problem("warning", "encoding", reason, remedy, file=name)]
    return []


def empty_file(name: str, reason: str = "is empty") -> Problem:
    """Return the problem of a file in which nothing stands."""
    remedy = "Write one place and year a line, under a header such as place,year."
    return Problem("error", "empty-file", reason, remedy, file=name)


def _something(text: str, name: str) -> str:
    if not _SOMETHING.search(text):
        raise DataError([empty_file(name)])
    return text


def _no_text(name: str, reason: str, line: int | None = None) -> DataError:
    remedy = "Export the table as CSV UTF-8."
    return DataError([Problem("error", "not-text", reason, remedy, file=name, line=line)])


def _marked(data: bytes) -> str | None:
    """Decode what begins with a byte order mark of UTF-16 or UTF-32."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _unmarked_utf16(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: a text of letters and lines in just one byte order."""
    if len(data) % 2 or b"\x00" not in data[:_SAMPLE]:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = any(
            unicodedata.category(c) in ("Cc", "Cn", "Co") for c in set(text) - set("\t\r\n")
        )
        if not strange and any(c in text for c in ",;\t|\n"):
            return text
    return None


def _refuse_damaged(data: bytes, error: UnicodeDecodeError, name: str) -> None:
    """Refuse UTF-8 with a few bad bytes: read as anything else, every accent would be wrong."""
    beyond = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data))
    lost = data.decode("utf-8", errors="ignore")
    kept = sum(len(c.encode()) for c in lost if ord(c) >= _ASCII_END)
    if kept and beyond - kept <= max(1, beyond * _DAMAGE) and kept > beyond / 2:
        line = data.count(b"\n", 0, error.start) + 1
        reason = "is UTF-8, but a character on this line is damaged"
        remedy = "Write that character again and save the file as UTF-8."
        raise DataError([Problem("error", "damaged", reason, remedy, file=name, line=line)])


def _guessed(data: bytes, name: str) -> tuple[str, list[Problem]]:
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    scores = {}
    for alphabet in _OLD:
        try:
            text = sample.decode(alphabet.encoding)
            data.decode(alphabet.encoding)
        except UnicodeDecodeError:
            continue
        scores[alphabet.encoding] = _likeness(text, alphabet)
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    if not best or scores[best] <= 0 or re.search(rb"[\x01-\x08\x0e-\x1a]", data):
        raise _no_text(name, "is neither UTF-8 nor in any encoding we know")
    text = data.decode(best)
    reason = f"is not UTF-8 and was read as {best}{_seen(text)}"
    rival = max(
        (other for other in scores if data.decode(other) != text),
        key=lambda encoding: scores[encoding],
        default="",
    )
    if rival and scores[rival] >= _RIVAL * scores[best]:
        reason += f", but may be {rival}{_seen(data.decode(rival))}"
    remedy = "If names look wrong, save it as CSV UTF-8."
    return text, [Problem("warning", "encoding", reason, remedy, file=name)]


def _seen(text: str) -> str:
    """Quote a word by which people see whether a guess is right."""
    seen = next((word for word in _WORD.findall(text) if not word.isascii()), "")
    return f" (“{seen[:_SHOWN_WORD]}”)" if seen else ""


def _likeness(text: str, alphabet: _Alphabet) -> float:
    """Score how much a text looks like one of an alphabet; below zero, it does not."""
    score = 0.0
    for word in _WORD.findall(text):
        foreign = [c for c in word if ord(c) >= _ASCII_END]
        if not foreign:
            continue
        fits = all(c in alphabet.letters for c in foreign)
        cased = word.islower() or word.isupper() or word.istitle()
        # Cyrillic words are wholly so; in Latin ones, a few letters carry accents.
        mixed = len(foreign) < len(word)
        usual = not mixed if alphabet.alone else mixed or word in _ALONE
        score += len(foreign) if fits and cased and usual else -2 * len(foreign)
        score += _HEADER if len(word) > 2 and column_names.column_named(word) else 0  # noqa: PLR2004
        if alphabet.alone:
            score += 0.1 * sum(c in _FREQUENT for c in word)
    signs = (c for c in text if ord(c) >= _ASCII_END and not c.isalpha())
    return score + sum(0.5 if c in _GOOD_SIGNS else -2 for c in signs)
