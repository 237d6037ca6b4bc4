"""One written date, read by the order its words and numbers stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.dates.items import HINT, Item
from exile_map.dates.partial import Partial, century_missing
from exile_map.dates.spans import DateError
from exile_map.dates.words import Word

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAYS: Final = 31
_MONTHS: Final = 12
SHAPES: Final = {
    "open": "(",
    "close": ")",
    "number": "n",
    "month": "m",
    "season": "s",
    "seasons": "s",
    "feast": "f",
    "stretch": "t",
    "century": "c",
    "decade": "d",
    "roman": "r",
    "part": "p",
    "slash": "/",
    "pair": "/",
    "old": "o",
    "new": "w",
}


def read_one(items: Sequence[Item], *, old: bool) -> Partial:
    """Read one date, as far as it is written."""
    dates = [item for item in items if isinstance(item, Partial)]
    if len(dates) > 1:
        raise DateError(
            reason="has two dates and nothing between them", remedy="Write “to” between them."
        )
    one = dates[0] if dates else Partial()
    rest: list[Word] = []
    for item in items:
        if not isinstance(item, Word) or _mark(one, item):
            continue
        rest.append(item)
    one.old = one.old or old
    if dates:
        if rest:
            raise DateError(reason=f"has “{rest[0].text}” beside a full date", remedy=HINT)
        if one.era < 0 and one.year is not None:
            one.set_year(one.year)
        return one
    shape = "".join(SHAPES.get(word.kind, "!") for word in rest)
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
        case "latest" | "earliest":
            one.inclusive = True
            one.before = one.before or word.kind == "latest"
            one.after = one.after or word.kind == "earliest"
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
    if "f" in shape or "t" in shape:
        _take_named(one, words, shape)
    elif "d" in shape and "c" in shape:
        _take_decade_of_century(one, words)
    elif "d" in shape:
        _take_decade(one, numbers, shape)
    elif "c" in shape or (shape == "r" and one.part is not None and words[0].value > _MONTHS):
        _take_century(one, words, shape)
    elif "s" in shape:
        _take_season(one, words, shape)
    else:
        _take_day(one, words)


def _take_decade(one: Partial, numbers: list[Word], shape: str) -> None:
    """Take a decade: "1930s", "années 1930"."""
    if len(numbers) != 1 or shape.strip("d") != "n":
        raise DateError(reason="is not a decade we can read", remedy="Write it like 1930s.")
    number = numbers[0].value
    if len(numbers[0].text) < 3 and one.era == 0:  # noqa: PLR2004 - no century
        raise DateError(
            reason="does not say which century is meant",
            remedy=f"Write it like 19{number:02d}s.",
            readings=(f"18{number:02d}s", f"19{number:02d}s"),
        )
    if number % 10:
        raise DateError(
            reason="is not a decade: decades begin with a year in 0", remedy="Write it like 1930s."
        )
    if number % 100 == 0 and one.era == 0:
        raise DateError(
            reason="can be a decade or a century",
            remedy="Write the years, like 1900–1909.",
            readings=(f"{number} to {number + 9}", f"{number} to {number + 99}"),
        )
    one.set_year(number + 9 if one.era < 0 else number)
    one.width = 10


def _take_decade_of_century(one: Partial, words: list[Word]) -> None:
    """Take "the 30s of the 20th century"."""
    numbers = [w for w in words if w.kind in ("number", "roman")]
    kinds = {w.kind for w in words} - {"number", "roman", "decade", "century"}
    if len(numbers) != 2 or kinds or numbers[0].value % 10 or not 1 <= numbers[1].value <= 99:  # noqa: PLR2004
        raise DateError(reason="is not a decade we can read", remedy="Write it like 1930s.")
    tens, century = numbers[0].value, numbers[1].value
    if tens >= 100 or not tens or one.era < 0:  # noqa: PLR2004 - a decade of its century
        raise DateError(reason="is not a decade we can read", remedy="Write it like 1930s.")
    one.set_year(100 * (century - 1) + tens)
    one.width = 10


def _take_named(one: Partial, words: list[Word], shape: str) -> None:
    """Take a feast, a term or a turn of years: "Easter 1941", "WS 1931/32"."""
    numbers = [w for w in words if w.kind == "number"]
    named = next(w for w in words if w.kind in ("feast", "stretch"))
    one.feast, one.stretch = (named.text, "") if named.kind == "feast" else ("", named.text)
    pairs = ("tn/n",) if one.stretch in ("winter term", "turn") else ()
    if shape not in ("f", "fn", "nf", *pairs) and (shape != "tn" or one.stretch == "turn"):
        raise DateError(
            reason="is not a date we can read",
            remedy="Write it like Easter 1941, or write the day or the month.",
        )
    if not numbers:
        return
    if len(numbers[0].text) < 3 and one.era == 0:  # noqa: PLR2004 - no century
        raise DateError(
            reason="does not say which century is meant", remedy="Write the year with four digits."
        )
    one.set_year(numbers[0].value)
    if len(numbers) == 2 and not _follows(numbers[0].value, numbers[1]):  # noqa: PLR2004 - a pair
        raise DateError(
            reason="has two years that do not follow each other", remedy="Write it like 1931/32."
        )


def _follows(year: int, second: Word) -> bool:
    """Say whether a number, written in full or not, is the year after."""
    whole: int = 10 ** len(second.text)
    return (year + 1) % whole == second.value


def _take_century(one: Partial, words: list[Word], shape: str) -> None:
    """Take a century: "19th century", "XIXe siècle"."""
    if shape not in ("nc", "cn", "rc", "cr", "r"):
        raise DateError(reason="is not a century we can read", remedy="Write it like 19th century.")
    number = next(w.value for w in words if w.kind in ("number", "roman"))
    if not 1 <= number <= 99:  # noqa: PLR2004 - centuries
        raise DateError(reason="is not a century we can read", remedy="Write it like 19th century.")
    one.set_year(100 * number if one.era < 0 else 100 * number - 99)
    one.width = 100


def _take_season(one: Partial, words: list[Word], shape: str) -> None:
    """Take a season: "spring 1941", "winter 1934/35"."""
    one.season = next(w.value for w in words if w.kind in ("season", "seasons"))
    numbers = [w for w in words if w.kind == "number"]
    if shape not in ("s", "sn", "ns", "sn/n", "n/ns") or (numbers and numbers[0].value < 1):
        raise DateError(reason="is not a season we can read", remedy="Write it like spring 1941.")
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


def _take_day(one: Partial, words: list[Word]) -> None:
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
    if order is None and kinds in ("nmn", "mnn"):
        raise century_missing(words[-1].value, len(words[-1].text))
    if order is None:
        raise DateError(reason="is not a date we can read", remedy=HINT)
    if order in ("md", "dm") and (year := words[order.index("d")]).value > _DAYS:
        raise century_missing(year.value, len(year.text))
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
        raise DateError(reason="is not a date we can read", remedy=HINT)


def _size(word: Word, one: Partial) -> str:
    """Say what a word can be: a year (y), a smaller number (n), a month (m), a numeral (r)."""
    if word.kind == "number":
        era_year = one.era != 0 and word.value > 31  # noqa: PLR2004 - days
        return "y" if len(word.text) > 2 or era_year else "n"  # noqa: PLR2004 - digits of a day
    return {"month": "m", "roman": "r"}.get(word.kind, "!")
