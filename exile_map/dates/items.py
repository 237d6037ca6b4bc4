"""Written dates cut into items: words with their meaning, and dates that are all numbers."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from exile_map.dates.bounding import MONTHS
from exile_map.dates.partial import Partial, day_or_month, from_numbers
from exile_map.dates.spans import DateError
from exile_map.dates.words import NUMERALS, Word, month_number, tokens, understand

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
# Words for the middle that mean a half after "first" and "second".
_HALVES: Final = ("meta", "polow")
# What is told by such words is no date: reason and remedy.
_REFUSALS: Final = {
    "event": (
        "tells the time by an event, not by a date",
        "Write the year, like after 1918 or 1939–1945.",
    ),
    "ditto": ("points to another row", "Write the date itself in each row."),
    "duration": (
        "tells how long, or which week, but not the days",
        "Write when it began and when it ended, like 3–24 May 1941.",
    ),
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
            # German ranges: "3.5.–9.6.1917".
            r"|(?P<d9>\d{1,2})\.\s?(?P<m9>0?[1-9]|1[0-2])\.(?=\s?(?:[-–/]|bis\b)\s?\d)"
            r")(?!\d)",
            "short year": r"(?<!\d)\d{1,2}([-./])\d{1,2}\1'?\d{2}(?!\d)",
            "month between": r"(?<!\d)(\d{1,2})([-/.])([^\W\d_]{3,})\.?\2'?(\d{4}|\d\d)(?!\d)",
            "mask": r"(?<![\w-])(\d{3})x(?!\w)",
            # The hour of a day is of no use to a map, and is left out.
            "clock": r"(\d{4}|\d[-./]\d\d?)[ ,t]+(?:[01]?\d|2[0-4])[:h][0-5]\d"
            r"(?::[0-6]\d(?:[.,]\d+)?)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:z|utc|[+-]\d\d:?\d\d))?$",
            "markup": r"</?[a-z]|&#?\w+;",
            # Web pages leave footnotes behind: "1836[2][a]".
            "footnote": r"(\d{4}|[-–/]\d{1,2}|[^\W\d_]\.?)(?:\[(?:\d{1,2}|[a-z])\])+",
            "glued": r"(?<!\d)\d{3,4}([ivx]+)(?!\w)",
            # The year of 1,917 is 1917, and no 917.
            "parted": r"(?<![\d.,])([12])[.,' ](\d{3})(?!\d)",
            "formula": r"#\s?[^\W\d_][\w/]*[!?]?",
            "late": r"\b(fruh|spat)(?=(?:sommer|herbst|winter)\b)",
            # "19th c." is a century, and "c. 1909" is about a year.
            "nth century": r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)\s+c(?:\.|(?![^\W\d_]))",
            "ordinal": r"(?<!\d)(\d{1,2})"
            r"(?:st|nd|rd|th|er|re|eme|ieme|\.?[eoa]|°|-?го|-?[еяи]|ro|ste|te)(?!\w)",
            "decade": r"(?<!\d)(\d{2,4})(?:['’]?s|\s?-?\s?(?:ern?|е|х|ые|ых))(?!\w)",
        }[name]
    )


def cut_items(text: str, day_first: bool | None) -> list[Item]:  # noqa: FBT001 - private
    """Cut text into words with a meaning and dates written in numbers."""
    if _pattern("formula").match(text):
        raise DateError(
            reason="is an error that the spreadsheet shows instead of a date",
            remedy="Correct the formula, or clear the cell.",
        )
    if _pattern("markup").search(text):
        raise DateError(reason="has markup in it", remedy="Write the date without its tags.")
    text = _pattern("clock").sub(r"\1", text)
    text = _pattern("footnote").sub(r"\1", text)
    text = _pattern("mask").sub(r"\g<1>0s", text)
    glued = _pattern("glued").search(text)
    if glued:
        raise DateError(
            reason=f"has “{glued[1]}” right behind a number, which is no date we know", remedy=HINT
        )
    parted = _pattern("parted").search(text)
    if parted:
        raise DateError(
            reason="has a number parted as thousands are, which no year is",
            remedy=f"Write {parted[1]}{parted[2]}, if that is the year.",
        )
    text = _pattern("month between").sub(_spaced, text)
    if _pattern("short year").search(text) and not _pattern("numeric").search(text):
        raise _short_year()
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


def _short_year() -> DateError:
    """Ask for the century of 3.4.17."""
    return DateError(
        reason="has a year of two digits, which does not say the century",
        remedy="Write the year with four digits.",
    )


def _spaced(found: re.Match[str]) -> str:
    """Part "3-Apr-1917" by spaces, so that its hyphens are no dashes."""
    day, _, word, year = found.groups()
    if not month_number(word):
        return found[0]
    if len(year) == 2:  # noqa: PLR2004 - no century
        raise _short_year()
    return f"{day} {word} {year}"


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
    return from_numbers(told.get("y"), told.get("m"), told.get("d"))


def _words(text: str) -> list[Item]:
    """Cut text into words, and leave out those that add nothing."""
    # The decade of two digits ("30er") looks like an ordinal, unless it ends in 0.
    text = _pattern("decade").sub(_decade_mark, text)
    text = _pattern("late").sub(r"\1e ", text)
    text = _pattern("nth century").sub(r"\1 century", text)
    text = _pattern("ordinal").sub(r"\1", text)
    words: list[Item] = []
    understood = understand(tokens(text))
    for word in understood:
        # A quotation mark means "as above" only where nothing else stands.
        if word.kind in _REFUSALS and (word.text[0].isalpha() or len(understood) == 1):
            raise DateError(*_REFUSALS[word.kind])
    for word in understood:
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
            if (share := _share(words[-1] if words else None, word)) is not None:
                words[-1] = share
                continue
            # Italian says "ad aprile" where it says "a maggio".
            if word.kind == "month" and words and words[-1] == _AD:
                words[-1] = Word("to", 0, "ad")
            words.append(word)
    return words


def _share(before: Item | None, word: Word) -> Word | None:
    """Join "second" and "half", "Q" and "3"; None if the two are no such pair."""
    if not isinstance(before, Word):
        return None
    number, name = (before, word) if word.kind in ("share", "part") else (word, before)
    if name.kind == "share":
        of = name.value
        if number is word and name.text != "q":
            return None
    elif name.kind == "part" and name.value == 1 and name.text.startswith(_HALVES):
        of = 2
    else:
        return None
    if number.kind == "and" and number.text == "i":
        number = Word("roman", 1, "i")
    if number.kind not in ("nth", "number", "roman") or (number is word and name.text != "q"):
        return None
    which = of if number.kind == "nth" and number.value < 0 else number.value
    if not 1 <= which <= of:
        raise DateError(
            reason=f"has a part {which} of {of}", remedy="Write it like first half of 1938."
        )
    return Word("part", 100 * of + which - 1, name.text)


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
