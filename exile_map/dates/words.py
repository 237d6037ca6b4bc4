"""Words: what each token of a written date means, by the lists of `exile_map.dates.wordlists`."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, NamedTuple

from exile_map.dates.wordlists import MONTHS, PHRASES, SEASONS

_NUMERALS: Final = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"
NUMERALS: Final = {
    numeral: number
    for number, numeral in enumerate(
        _NUMERALS.split(" "),
        start=1,
    )
}
# Russian tables write numerals with letters of their own alphabet.
_LOOKALIKES: Final = str.maketrans("хі", "xi")
_PIECE: Final = r"\d+|[^\W\d_]+[.']?|[^\s\w]|_"


class Word(NamedTuple):
    """What a word or phrase means."""

    kind: str
    value: int = 0
    text: str = ""


@cache
def _token_pattern() -> re.Pattern[str]:
    """Compile the pattern of a token when the first is cut."""
    return re.compile(_PIECE)


def plain(text: str) -> str:
    """Fold case and accents away: ``Décembre`` and ``decembre`` are one word."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("ł", "l")


def tokens(text: str) -> list[str]:
    """Cut plain text into numbers, words (with their dot or apostrophe) and signs."""
    found: list[str] = _token_pattern().findall(text)
    return found


@cache
def lexicon() -> tuple[dict[tuple[str, ...], Word], dict[str, int]]:
    """Build the table of phrases, and the length of the longest phrase by its first token."""
    table: dict[tuple[str, ...], Word] = {}
    for kind, phrases in PHRASES.items():
        name, _, more = kind.partition(" ")
        number = int(more) if more.lstrip("-").isdecimal() else 0
        for phrase in phrases.replace("\n", ",").split(","):
            # Feasts and terms are known by their name, whatever the language.
            text = more if more and name in ("feast", "stretch") else phrase.strip()
            _add(table, phrase, Word(name, number, text))
    for kind, first, lines in (("season", 21, SEASONS), ("month", 1, MONTHS)):
        for value, line in enumerate(lines.strip().splitlines(), start=first):
            for phrase in line.split(","):
                _add(table, phrase, Word(kind, value, phrase.strip()))
    longest: dict[str, int] = {}
    for key in table:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return table, longest


def _add(table: dict[tuple[str, ...], Word], phrase: str, word: Word) -> None:
    """Enter one phrase, as its tokens; the first meaning entered stays."""
    key = tuple(tokens(plain(phrase)))
    if key:
        table.setdefault(key, word)


@lru_cache(maxsize=1024)
def month_number(word: str) -> int:
    """Give the number of a month by its name in any of the languages; 0 if it is none."""
    found = lexicon()[0].get((plain(word),))
    return found.value if found is not None and found.kind == "month" else 0


def understand(cut: list[str]) -> list[Word]:
    """Give each token, or the longest phrase that begins with it, its meaning."""
    table, longest = lexicon()
    words: list[Word] = []
    at = 0
    while at < len(cut):
        token = cut[at]
        if token.isdecimal():
            words.append(Word("number", int(token), token))
            at += 1
            continue
        bare = token.rstrip(".'") if len(token) > 1 else token
        for length in range(max(longest.get(token, 1), longest.get(bare, 1)), 0, -1):
            key = tuple(cut[at : at + length])
            word = table.get(key) or table.get((*key[:-1], key[-1].rstrip(".'")))
            if word is not None:
                if word.kind == "tens":
                    words.append(Word("decade", 0, word.text))
                    word = Word("number", word.value, str(word.value))
                words.append(word)
                at += len(key)
                break
        else:
            words.append(_unlisted(token, bare))
            at += 1
    return words


def _unlisted(token: str, bare: str) -> Word:
    """Give a token that is no word of ours its meaning: a numeral, a sign, or none."""
    bare = bare.translate(_LOOKALIKES)
    if bare in NUMERALS:
        return Word("roman", NUMERALS[bare], bare)
    for suffix in ("eme", "ieme", "er", "e", "o"):
        if bare.endswith(suffix) and bare.removesuffix(suffix) in NUMERALS:
            return Word("roman", NUMERALS[bare.removesuffix(suffix)], bare)
    return Word("sign" if not token[0].isalpha() else "?word", 0, token)
