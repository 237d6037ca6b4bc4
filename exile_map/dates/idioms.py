"""Idioms of time that are more than their words: 1952ff., summers 1899–1917, the years 1930–33."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.dates.bounding import join
from exile_map.dates.items import is_word, take_words
from exile_map.dates.pairs import read_both, read_within
from exile_map.dates.partial import noted
from exile_map.dates.shapes import read_one
from exile_map.dates.spans import UNKNOWN, DateError, Span
from exile_map.dates.words import Word

if TYPE_CHECKING:
    from exile_map.dates.items import Item


def read_idiom(items: list[Item], *, old: bool) -> Span | None:
    """Read what is an idiom as a whole; None if it is none."""
    return _following(items, old=old) or _every_season(items) or _bounded(items, old=old)


def _following(items: list[Item], *, old: bool) -> Span | None:
    """Read "1952ff." and "1952 f."; None if it is neither."""
    if len(items) < 2 or not is_word(items[-1], "following", "next"):  # noqa: PLR2004 - a date, and it
        return None
    one = read_one(items[:-1], old=old)
    if is_word(items[-1], "following"):
        return noted(join(one.bounds(), UNKNOWN), one)
    if one.year is None or not one.bare or one.width > 1:
        raise DateError(reason="is not a date we can read", remedy="Write both years.")
    start = one.bounds()
    one.year += 1
    return join(start, one.bounds())


def _every_season(items: list[Item]) -> Span | None:
    """Read "summers 1899–1917" as one span, and say so; None if it is no such thing."""
    if not is_word(items[0], "seasons") or not any(is_word(i, "dash", "to") for i in items[2:3]):
        return None
    season = items[0]
    span = read_both([season, *items[1:2]], [season, *items[3:]], old=False)
    note = "read as one time from the first of these seasons to the last"
    return Span(span.start, span.end, "", note)


def _bounded(items: list[Item], *, old: bool) -> Span | None:
    """Read "after 1917 and before 1920"; None if it is no such thing."""
    second = [i for i, item in enumerate(items) if i and is_word(item, "before", "latest")]
    if not second or not is_word(items[0], "after", "earliest"):
        return None
    left, right = items[: second[0]], items[second[0] :]
    if is_word(left[-1], "and"):
        del left[-1]
    return read_within(left, right, old=old)


def plain_years(items: list[Item]) -> None:
    """Tell "in the years 1930–1933" from decades: leave out the word for years.

    A word for years beside one end only is said of both. A mark of the decade at the second year
    only ("1930–40s") is said of both, too.
    """
    cuts = [i for i, item in enumerate(items) if i and is_word(item, "dash", "to")]
    if len(cuts) != 1 or any(not is_word(i, "decade", "number", "dash", "to") for i in items):
        return
    cut = cuts[0]
    sides = items[:cut], items[cut + 1 :]
    if len([i for i in items if is_word(i, "number")]) != 2:  # noqa: PLR2004 - two years
        return
    years = [i for i in items if isinstance(i, Word) and i.kind == "number"]
    marks = [[i for i in side if isinstance(i, Word) and i.kind == "decade"] for side in sides]
    if bool(marks[0]) == bool(marks[1]) or len(years[0].text) < 3:  # noqa: PLR2004 - a century
        return
    if any(word.text == "s" for word in marks[1]):
        text = years[0].text[: 4 - len(years[1].text)] + years[1].text
        items[:] = [years[0], marks[1][0], items[cut], Word("number", int(text), text), marks[1][0]]
        return
    if any(word.text == "s" for word in marks[0]):
        return
    if not any(year.value % 10 for year in years):
        first, last = years[0].value, years[0].text[: 4 - len(years[1].text)] + years[1].text
        raise DateError(
            reason="can be years or decades",
            remedy="Write the first and the last year, without a word for years.",
            readings=(f"{first} to {last}", f"{first} to {int(last) + 9}"),
        )
    take_words(items, "decade")
