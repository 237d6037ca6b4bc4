"""Written dates cut into items: words with their meaning, and dates that are all numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from exile_map.dates.bounding import MONTHS
from exile_map.dates.partial import Partial, day_or_month, from_numbers
from exile_map.dates.spans import DateError
from exile_map.dates.words import NUMERALS, Word, tokens, understand

HINT: Final = "Write it like 1909, April 1917, 3 April 1917 or 1912–1917."
_MOST_WORDS: Final = 40
_SIGNS: Final = {
    "-": Word("dash", 0, "-"),
    "–": Word("dash", 0, "–"),
    "/": Word("slash", 0, "/"),
    "~": Word("about", 0, "~"),
    "≈": Word("about", 0, "≈"),
    "±": Word("about", 0, "±"),
    "§": Word("decade", 0, "s"),
    "(": Word("open", 0, "("),
    ")": Word("close", 0, ")"),
    "[": Word("open", 0, "("),
    "]": Word("close", 0, ")"),
}
_IGNORED: Final = frozenset(".,;:'’")

_AD: Final = Word("ce", 0, "ad")

Item = Word | Partial


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed."""
    roman = "|".join(sorted(list(NUMERALS)[:12], key=len, reverse=True))
    return re.compile(
        {
            # Dates all in numbers (and Roman months), wherever they stand.
            "numeric": r"(?<!\d)(?:"
            r"(?P<y1>\d{4})(?P<s1>[-./])(?P<m1>\d{1,2})(?P=s1)(?P<d1>\d{1,2})"
            r"|(?P<a>\d{1,2})\s?(?P<s2>[-./])\s?(?P<b>\d{1,2})\s?(?P=s2)\s?(?P<y2>\d{4})"
            rf"|(?P<d3>\d{{1,2}})\s?[-./ ]\s?(?P<r3>{roman})\s?[-./ ]\s?(?P<y3>\d{{4}})"
            r"|(?P<m4>0?[1-9]|1[0-2])\s?[./]\s?(?P<y4>\d{4})"
            r"|(?P<y5>\d{4})-(?P<m5>0[1-9]|1[0-2])(?![-./]\d)"
            rf"|(?<!\w)(?P<r8>{roman})\s?[./]\s?(?P<y8>\d{{4}})"
            r"|(?P<y6>\d{4})年(?:(?P<m6>\d{1,2})月(?:(?P<d6>\d{1,2})日)?)?"
            r"|(?P<y7>1\d{3}|20\d\d)(?P<m7>0[1-9]|1[0-2])(?P<d7>[0-2]\d|3[01])"
            r")(?!\d)",
            "short year": r"(?<!\d)\d{1,2}([-./])\d{1,2}\1'?\d{2}(?!\d)",
            # "19th c." is a century, and "c. 1909" is about a year.
            "nth century": r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)\s+c(?:\.|(?![^\W\d_]))",
            "ordinal": r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|eme|ieme|e|o|°|-?го|-?е|ro|ste|te)"
            r"(?!\w)",
            "decade": r"(?<!\d)(\d{2,4})(?:['’]?s|\s?-?\s?(?:ern?|е|х|ые|ых))(?!\w)",
        }[name]
    )


def cut_items(text: str, day_first: bool | None) -> list[Item]:  # noqa: FBT001 - private
    """Cut text into words with a meaning and dates written in numbers."""
    if _pattern("short year").search(text) and not _pattern("numeric").search(text):
        raise DateError(
            reason="has a year of two digits, which does not say the century",
            remedy="Write the year with four digits.",
        )
    items: list[Item] = []
    at = 0
    for found in _pattern("numeric").finditer(text):
        items += _words(text[at : found.start()])
        items.append(_numeric(found, day_first))
        at = found.end()
    items += _words(text[at:])
    if len(items) > _MOST_WORDS:
        raise DateError(reason="is too long for a date", remedy=HINT)
    return items


def _numeric(found: re.Match[str], day_first: bool | None) -> Partial:  # noqa: FBT001 - private
    """Make a date of numbers."""
    group = found.groupdict()
    if group["a"] is not None:
        first, second, year = int(group["a"]), int(group["b"]), int(group["y2"])
        # Nobody writes a month first with dots.
        return day_or_month(first, second, year, True if group["s2"] == "." else day_first)
    if group["r3"] is not None:
        return from_numbers(int(group["y3"]), NUMERALS[group["r3"]], int(group["d3"]))
    if group["r8"] is not None:
        return from_numbers(int(group["y8"]), NUMERALS[group["r8"]], None)
    told = {name[0]: int(value) for name, value in group.items() if value and value.isdecimal()}
    return from_numbers(told["y"], told.get("m"), told.get("d"))


def _words(text: str) -> list[Item]:
    """Cut text into words, and leave out those that add nothing."""
    # The decade of two digits ("30er") looks like an ordinal, unless it ends in 0.
    text = _pattern("decade").sub(_decade_mark, text)
    text = _pattern("nth century").sub(r"\1 century", text)
    text = _pattern("ordinal").sub(r"\1", text)
    words: list[Item] = []
    for word in understand(tokens(text)):
        sign = _SIGNS.get(word.text) if word.kind == "sign" else None
        if sign is not None:
            words.append(sign)
        elif word.kind in ("sign", "?word") and word.text not in _IGNORED:
            raise DateError(
                reason=f"has “{word.text}”, which is no part of a date we know", remedy=HINT
            )
        elif word.kind == "number" and len(word.text) > 4:  # noqa: PLR2004 - digits of a year
            raise _long_number(word.value)
        elif word.kind not in ("sign", "skip"):
            # Italian says "ad aprile" where it says "a maggio".
            if word.kind == "month" and words and words[-1] == _AD:
                words[-1] = Word("to", 0, "ad")
            words.append(word)
    return words


def _decade_mark(found: re.Match[str]) -> str:
    """Mark a decade: ``1930s`` as ``1930 §``; ``3e`` is none."""
    digits = found[1]
    return f"{digits} § " if digits.endswith("0") or len(digits) > 2 else found[0]  # noqa: PLR2004


def _long_number(number: int) -> DateError:
    """Say what a number of five digits and more may be."""
    remedy = "Write the year with four digits."
    if 10_000 <= number <= 60_000:  # noqa: PLR2004 - 1927 to 2064, as Excel counts days
        that = _excel_day(number)
        return DateError(
            reason="is a number, not a date", remedy=f"If Excel counted these days, it is {that}."
        )
    return DateError(reason="is a number too long for a year", remedy=remedy)


def _excel_day(number: int) -> str:
    """Say the day that Excel means by a number: 1 is 1 January 1900, and 1900 a leap year."""
    from datetime import date, timedelta  # noqa: PLC0415 - only for a message

    day = date(1899, 12, 30) + timedelta(days=number)
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def is_word(item: Item, *kinds: str) -> bool:
    """Say whether an item is a word of one of these kinds."""
    return isinstance(item, Word) and item.kind in kinds


def take_words(items: list[Item], kind: str) -> bool:
    """Take all words of a kind out of the items; say whether there were any."""
    kept = [item for item in items if not is_word(item, kind)]
    taken = len(kept) < len(items)
    items[:] = kept
    return taken
