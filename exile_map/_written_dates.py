"""The grammar of dates as people write them, in the languages of `exile_map._date_words`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from exile_map._date_words import NUMERALS, Word, plain, tokens, understand
from exile_map._edtf import MONTHS, join
from exile_map._julian import from_julian
from exile_map._partial_dates import Partial, day_or_month, fill_in, from_numbers
from exile_map._spans import UNKNOWN, Bounds, DateError, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_WORDS: Final = 40
WINTER: Final = 24
_HINT: Final = "Write it like 1909, April 1917, 3 April 1917 or 1912–1917."
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
_SHAPES: Final = {
    "open": "(",
    "close": ")",
    "number": "n",
    "month": "m",
    "season": "s",
    "century": "c",
    "decade": "d",
    "roman": "r",
    "part": "p",
    "slash": "/",
    "pair": "/",
    "old": "o",
    "new": "w",
}

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
            r"|(?P<y6>\d{4})年(?:(?P<m6>\d{1,2})月(?:(?P<d6>\d{1,2})日)?)?"
            r"|(?P<y7>1\d{3}|20\d\d)(?P<m7>0[1-9]|1[0-2])(?P<d7>[0-2]\d|3[01])"
            r")(?!\d)",
            "short year": r"(?<!\d)\d{1,2}([-./])\d{1,2}\1'?\d{2}(?!\d)",
            "ordinal": r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|re|eme|ieme|e|o|°|го|ro|ste|te)(?![^\W\d_])",
            "decade": r"(?<!\d)(\d{2,4})(?:['’]?s|\s?-?\s?(?:ern?|е|х|ые|ых))(?![^\W\d_])",
        }[name]
    )


def read_written(text: str, day_first: bool | None) -> Span:  # noqa: FBT001 - one call, private
    """Read a date or a range in words; the text is short, with plain digits and dashes."""
    items = _items(plain(text.replace("dès", "depuis")), day_first)
    if not items or (len(items) == 1 and _is(items[0], "undated", "maybe", "dash")):
        return Span(None, None)
    return _span(items)


def _items(text: str, day_first: bool | None) -> list[Item]:  # noqa: FBT001 - private
    """Cut text into words with a meaning and dates written in numbers."""
    if _pattern("short year").search(text) and not _pattern("numeric").search(text):
        raise DateError(
            "has a year of two digits, which does not say the century",
            "Write the year with four digits.",
        )
    items: list[Item] = []
    at = 0
    for found in _pattern("numeric").finditer(text):
        items += _words(text[at : found.start()])
        items.append(_numeric(found, day_first))
        at = found.end()
    items += _words(text[at:])
    if len(items) > _MOST_WORDS:
        raise DateError("is too long for a date", _HINT)
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
    numbers: list[int | None] = [None, None, None]
    for name, value in group.items():
        if value is not None and name[0] in "ymd":
            numbers["ymd".index(name[0])] = int(value)
    year, month, day = numbers
    return from_numbers(year or 0, month, day)


def _words(text: str) -> list[Item]:
    """Cut text into words, and leave out those that add nothing."""
    # The decade of two digits ("30er") looks like an ordinal, unless it ends in 0.
    text = _pattern("decade").sub(_decade_mark, text)
    text = _pattern("ordinal").sub(r"\1", text)
    words: list[Item] = []
    for word in understand(tokens(text)):
        sign = _SIGNS.get(word.text) if word.kind == "sign" else None
        if sign is not None:
            words.append(sign)
        elif word.kind in ("sign", "?word") and word.text not in _IGNORED:
            raise DateError(f"has “{word.text}”, which is no part of a date we know", _HINT)
        elif word.kind == "number" and len(word.text) > 4:  # noqa: PLR2004 - digits of a year
            raise _long_number(word.value)
        elif word.kind not in ("sign", "skip"):
            words.append(word)
    return words


def _decade_mark(found: re.Match[str]) -> str:
    """Mark a decade: ``1930s`` as ``1930 §``; ``3e`` is none."""
    digits = found[1]
    return f"{digits} § " if digits.endswith("0") else found[0]


def _long_number(number: int) -> DateError:
    """Say what a number of five digits and more may be."""
    remedy = "Write the year with four digits."
    if 10_000 <= number <= 60_000:  # noqa: PLR2004 - 1927 to 2064, as Excel counts days
        that = _excel_day(number)
        return DateError("is a number, not a date", f"If Excel counted these days, it is {that}.")
    return DateError("is a number too long for a year", remedy)


def _excel_day(number: int) -> str:
    """Say the day that Excel means by a number: 1 is 1 January 1900, and 1900 a leap year."""
    from datetime import date, timedelta  # noqa: PLC0415 - only for a message

    day = date(1899, 12, 30) + timedelta(days=number)
    return f"{day.day} {MONTHS[day.month]} {day.year}"


def _is(item: Item, *kinds: str) -> bool:
    """Say whether an item is a word of one of these kinds."""
    return isinstance(item, Word) and item.kind in kinds


def _span(items: list[Item]) -> Span:
    """Read the items as a span."""
    dual = _dual(items)
    if dual is not None:
        return dual
    old = _take(items, "old")
    _take(items, "new")
    items = [item for item in items if not _is(item, "open", "close")]
    if not items:
        raise DateError("is not a date we can read", _HINT)
    return _range(items, old=old)


def _take(items: list[Item], kind: str) -> bool:
    """Take all words of a kind out of the items; say whether there were any."""
    kept = [item for item in items if not _is(item, kind)]
    taken = len(kept) < len(items)
    items[:] = kept
    return taken


def _range(items: list[Item], *, old: bool) -> Span:
    """Read what may have a first word ("since"), two ends, or both."""
    _pair_years(items)
    lead = items[0].kind if isinstance(items[0], Word) else ""
    if lead in ("between", "from", "since", "to") or _is_until(items):
        return _led("to" if lead == "dash" else lead, items[1:], old=old)
    cuts = _cuts(items)
    if not cuts:
        return _single(items, old=old)
    if len(cuts) > 1:
        raise DateError("has more than two dates", "Give each stay a row of its own.")
    cut = cuts[0]
    left, right = items[:cut], items[cut + 1 :]
    if left and _is(left[-1], "to", "dash"):
        del left[-1]
    if _is(items[cut], "or"):
        return _within(left, right, old=old)
    if _is(items[cut], "slash") and _two_new_years(left, right):
        return _new_year(left, right, old=old)
    if not right:
        return _noted(join(_one(left, old=old).bounds(), UNKNOWN), _one(left, old=old))
    if _is(right[0], "present"):
        return _open(left, old=old)
    return _both(left, right, old=old)


def _is_until(items: Sequence[Item]) -> bool:
    """Say whether a leading dash means "until"; a hyphen would be a minus."""
    first = items[0]
    if not isinstance(first, Word) or first.kind != "dash":
        return False
    if first.text == "-":
        raise DateError(
            "is a negative year, and these are counted in two ways",
            "Write it like 44 BCE, or like -0043 (EDTF, where 0000 is 1 BCE).",
        )
    return True


def _cuts(items: Sequence[Item]) -> list[int]:
    """Find where the items part into two dates."""
    for kinds in (("to", "dash"), ("or",), ("slash",), ("and",)):
        cuts = [i for i, item in enumerate(items) if i and _is(item, *kinds)]
        # "bis heute", "– present": two separators in a row are one.
        cuts = [c for c in cuts if c + 1 not in cuts]
        if cuts and kinds == ("and",):
            raise DateError("names two dates", "Give each stay a row of its own, or write “to”.")
        if cuts:
            return cuts
    if _is(items[-1], "present") and len(items) > 1:
        return [len(items) - 1]
    return []


def _pair_years(items: list[Item]) -> None:
    """Keep the years of "winter 1934/35" (or 1934–35) together."""
    for i in range(len(items) - 2):
        first, sign, second = items[i : i + 3]
        if not (_is(first, "number") and _is(second, "number") and _is(sign, "slash", "dash")):
            continue
        season = next(
            (w for w in (*items[i - 1 : i], *items[i + 3 : i + 4]) if _is(w, "season")), None
        )
        if season is None or not isinstance(first, Word) or not isinstance(second, Word):
            continue
        follows = (first.value + 1) % 10 ** len(second.text) == second.value
        if _is(sign, "slash") or (follows and season[1] == WINTER):
            items[i + 1] = Word("pair", 0, "/")


def _led(lead: str, items: list[Item], *, old: bool) -> Span:
    """Read what follows "between", "from", "since" or "until"."""
    if not items:
        raise DateError("has no date after its first word", _HINT)
    if lead == "between":
        cuts = [i for i, item in enumerate(items) if i and _is(item, "and", "to", "dash")]
        if len(cuts) != 1 or cuts[0] == len(items) - 1:
            raise DateError("does not say between which two dates", "Write “between X and Y”.")
        return _within(items[: cuts[0]], items[cuts[0] + 1 :], old=old)
    if lead == "to":
        if _is(items[0], "present"):
            return Span(None, Bounds(None, None, edtf=".."))
        one = _one(items, old=old)
        return _noted(Span(None, one.bounds()), one)
    if _cuts(items):
        return _range(items, old=old)
    if lead == "since":
        return _open(items, old=old)
    one = _one(items, old=old)
    return _noted(join(one.bounds(), UNKNOWN), one)


def _open(items: list[Item], *, old: bool) -> Span:
    """Read a date from which something goes on."""
    one = _one(items, old=old)
    return _noted(join(one.bounds(), None, opened=True), one)


def _single(items: list[Item], *, old: bool) -> Span:
    """Read one date."""
    if _is(items[0], "present"):
        raise DateError("has an end but no start", "Write since when, like “1954 to present”.")
    one = _one(items, old=old)
    return _noted(Span(one.bounds(), None), one)


def _two(left: list[Item], right: list[Item], *, old: bool) -> tuple[Partial, Partial]:
    """Read two dates, each completed from the other."""
    if not left or not right:
        raise DateError("has only one of two dates", _HINT)
    start, end = _one(left, old=old), _one(right, old=old)
    fill_in(start, end)
    return start, end


def _two_new_years(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Say whether this is a date such as "3 February 1711/12"."""
    return (
        len(right) == 1
        and _is(right[0], "number")
        and _is(left[-1], "number")
        and any(_is(item, "month") for item in left)
    )


def _new_year(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read a date told in both years, from when the year began in March."""
    one, number = _one(left, old=old), right[0]
    if one.year is None or one.month is None or not isinstance(number, Word):
        raise DateError("is not a date we can read", _HINT)
    if one.month > 3 or (one.year + 1) % 10 ** len(number.text) != number.value:  # noqa: PLR2004
        raise DateError("has a month with two years", "Write each date with one year.")
    year = one.year
    one.year += 1
    span = _noted(Span(one.bounds(), None), one)
    note = f"{year} where the year began in March, {year + 1} by ours"
    return Span(span.start, None, "", f"{span.note}; {note}" if span.note else note)


def _both(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read a range."""
    start, end = _two(left, right, old=old)
    return _noted(join(start.bounds(), end.bounds()), start)


def _within(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read an instant between two dates."""
    start, end = _two(left, right, old=old)
    first, last = start.bounds(), end.bounds()
    join(first, last)
    about = first.approximate or last.approximate
    maybe = first.uncertain or last.uncertain
    return _noted(Span(Bounds(first.earliest, last.latest, about, maybe), None), start)


def _noted(span: Span, partial: Partial) -> Span:
    """Add what is to be said about a date that was converted."""
    note = partial.note()
    return Span(span.start, span.end, "", note) if note else span


def _one(items: Sequence[Item], *, old: bool) -> Partial:
    """Read one date, as far as it is written."""
    dates = [item for item in items if isinstance(item, Partial)]
    if len(dates) > 1:
        raise DateError("has two dates and nothing between them", "Write “to” between them.")
    one = dates[0] if dates else Partial()
    rest: list[Word] = []
    for item in items:
        if not isinstance(item, Word) or _mark(one, item):
            continue
        rest.append(item)
    one.old = one.old or old
    if dates:
        if rest:
            raise DateError(f"has “{rest[0].text}” beside a full date", _HINT)
        if one.era < 0 and one.year is not None:
            one.set_year(one.year)
        return one
    shape = "".join(_SHAPES.get(word.kind, "!") for word in rest)
    _take_shape(one, shape, [word for word in rest if word.kind != "slash"])
    return one


def _mark(one: Partial, word: Word) -> bool:
    """Take in what is said about a date; say whether the word was of that kind."""
    match word.kind:
        case "about":
            one.about = True
        case "maybe":
            one.maybe = True
        case "before":
            one.before = True
        case "after":
            one.after = True
        case "bce" | "ce":
            one.era = -1 if word.kind == "bce" else 1
        case "part":
            one.part = word.value
        case "from" | "since" | "between":
            pass
        case _:
            return False
    return True


def _take_shape(one: Partial, shape: str, words: list[Word]) -> None:
    """Give the numbers of a date their meaning by the order they stand in."""
    numbers = [w for w in words if w.kind == "number"]
    # "lata" is both "summer of" and "years" in Polish: only decades end in 0.
    if "d" in shape and numbers and numbers[0].value % 10 and words[0].text == "lata":
        shape = shape.replace("d", "s")
        words = [w._replace(kind="season", value=22) if w.kind == "decade" else w for w in words]
    if "d" in shape:
        _take_decade(one, numbers, shape)
    elif "c" in shape:
        _take_century(one, words, shape)
    elif "s" in shape:
        _take_season(one, words, shape)
    else:
        _take_day(one, words, shape)


def _take_decade(one: Partial, numbers: list[Word], shape: str) -> None:
    """Take a decade: "1930s", "années 1930"."""
    if len(numbers) != 1 or shape.strip("d") != "n":
        raise DateError("is not a decade we can read", "Write it like 1930s.")
    number = numbers[0].value
    if len(numbers[0].text) < 3 and one.era == 0:  # noqa: PLR2004 - no century
        raise DateError(
            "does not say which century is meant",
            f"Write it like 19{number:02d}s.",
            (f"18{number:02d}s", f"19{number:02d}s"),
        )
    if number % 10:
        raise DateError("is not a decade: decades begin with a year in 0", "Write it like 1930s.")
    if number % 100 == 0 and one.era == 0:
        raise DateError(
            "can be a decade or a century",
            "Write the years, like 1900–1909.",
            (f"{number} to {number + 9}", f"{number} to {number + 99}"),
        )
    one.set_year(number + 9 if one.era < 0 else number)
    one.width = 10


def _take_century(one: Partial, words: list[Word], shape: str) -> None:
    """Take a century: "19th century", "XIXe siècle"."""
    if shape not in ("nc", "cn", "rc", "cr"):
        raise DateError("is not a century we can read", "Write it like 19th century.")
    number = next(w.value for w in words if w.kind in ("number", "roman"))
    if not 1 <= number <= 99:  # noqa: PLR2004 - centuries
        raise DateError("is not a century we can read", "Write it like 19th century.")
    one.set_year(100 * number if one.era < 0 else 100 * number - 99)
    one.width = 100


def _take_season(one: Partial, words: list[Word], shape: str) -> None:
    """Take a season: "spring 1941", "winter 1934/35"."""
    one.season = next(w.value for w in words if w.kind == "season")
    numbers = [w for w in words if w.kind == "number"]
    if shape not in ("s", "sn", "ns", "sn/n", "n/ns") or any(n.value < 1 for n in numbers):
        raise DateError("is not a season we can read", "Write it like spring 1941.")
    if numbers:
        if len(numbers[0].text) < 3 and one.era == 0:  # noqa: PLR2004 - no century
            one.season, one.loose = None, (numbers[0].value, len(numbers[0].text))
            return
        one.set_year(numbers[0].value)
    if len(numbers) == 2 and one.year is not None:  # noqa: PLR2004 - both years of a winter
        whole = 10 ** len(numbers[1].text)
        one.winter_to = numbers[1].value
        if whole <= one.year:
            one.winter_to += (one.year + 1) // whole * whole


def _take_day(one: Partial, words: list[Word], shape: str) -> None:
    """Take a day, a month or a year."""
    kinds = "".join(_size(w, one) for w in words)
    if one.era and kinds.endswith("n"):
        kinds = kinds[:-1] + "y"
    orders = {
        "y": "y",
        "n": "l",
        "m": "m",
        "my": "my",
        "ym": "ym",
        "ry": "my",
        "yr": "ym",
        "nm": "dm",
        "mn": "md",
        "nmy": "dmy",
        "mny": "mdy",
        "ymn": "ymd",
        "ny": "dy",
        "nry": "dmy",
        "nr": "dm",
        "nn": "dm",
    }  # fmt: skip - the shape, and what each of its words is
    order = orders.get(kinds)
    if order is None:
        raise DateError("is not a date we can read", _HINT)
    for letter, word in zip(order, words, strict=True):
        if letter == "y":
            one.set_year(word.value)
        elif letter == "m":
            one.month = word.value
        elif letter == "d":
            one.day = word.value
        else:
            one.loose = (word.value, len(word.text))
    one.year_last = order[-1] == "y" and len(order) > 1
    if one.month is not None and not 1 <= one.month <= 12:  # noqa: PLR2004 - months
        raise DateError("is not a date we can read", _HINT)


def _size(word: Word, one: Partial) -> str:
    """Say what a word can be: a year (y), a smaller number (n), a month (m), a numeral (r)."""
    if word.kind == "number":
        era_year = one.era != 0 and word.value > 31  # noqa: PLR2004 - days
        return "y" if len(word.text) > 2 or era_year else "n"  # noqa: PLR2004 - digits of a day
    return {"month": "m", "roman": "r"}.get(word.kind, "!")


def _dual(items: list[Item]) -> Span | None:
    """Read a day told in both calendars: "3/16 April 1917", "25 October (7 November) 1917"."""
    words = [item for item in items if isinstance(item, Word)]
    if len(words) != len(items):
        return None
    shape = "".join(
        "y" if word.kind == "number" and len(word.text) > 2 else _SHAPES.get(word.kind, "!")  # noqa: PLR2004
        for word in words
    )
    if shape.replace("o", "").replace("w", "") not in (
        "n(n)my", "n/nmy", "nm(nm)y", "nm/nmy", "nmy(nm)", "nmy(nmy)",
    ):  # fmt: skip
        return None
    days = [w.value for w in words if w.kind == "number" and len(w.text) <= 2]  # noqa: PLR2004
    years = [w.value for w in words if w.kind == "number" and len(w.text) > 2]  # noqa: PLR2004
    months = [w.value for w in words if w.kind == "month"]
    if len(days) != 2 or not years:  # noqa: PLR2004 - a day in each calendar
        return None
    pair = [
        from_numbers(years[0] if i == 0 else years[-1], months[0 if i == 0 else -1], days[i])
        for i in (0, 1)
    ]
    for old, new in (pair, pair[::-1]):
        if _same_day(old, new):
            old.old = True
            return _noted(Span(new.bounds(), None), old)
    if "(" in shape:
        raise DateError(
            "gives two days that are not the same day in the two calendars",
            "Check both, or leave out the one in brackets.",
        )
    return None


def _same_day(old: Partial, new: Partial) -> bool:
    """Say whether a day of the Julian calendar is a day of ours."""
    try:
        that = from_julian(old.year or 0, old.month or 0, old.day or 0)
    except DateError:
        return False
    return that == (new.year, new.month, new.day)
