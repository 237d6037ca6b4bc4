"""The grammar of dates as people write them, in the languages of `exile_map.dates.words`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.dates.bounding import join
from exile_map.dates.dual import read_dual
from exile_map.dates.idioms import plain_years, read_idiom
from exile_map.dates.items import HINT, Item, cut_items, is_word, take_words
from exile_map.dates.pairs import choices, read_both, read_end, read_within
from exile_map.dates.partial import noted
from exile_map.dates.shapes import read_one
from exile_map.dates.spans import UNKNOWN, Bounds, DateError, Span
from exile_map.dates.words import Word, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

# What may leave its century to what stands behind: "late 19th–early 20th century".
_OF_CENTURY: Final = (["part", "number"], ["part", "roman"], ["number"], ["roman"])
_WINTER: Final = 24
# These mean "to" between two dates, and "in" before one: "au printemps 1941".
_IN: Final = tuple(Word("to", 0, text) for text in ("a", "au", "al", "ao"))


def read_written(text: str, day_first: bool | None) -> Span:  # noqa: FBT001 - one call, private
    """Read a date or a range in words; the text is short, with plain digits and dashes."""
    items = cut_items(plain(text.replace("dès", "depuis")), day_first)
    told = [item for item in items if not is_word(item, "open", "close")]
    # NA is what R writes for nothing; "na" is also a word that adds nothing in Polish.
    if not told and text.casefold() != "na" and any(c.isalpha() for c in text):
        raise DateError(reason="tells no date", remedy=HINT)
    if _is_doubt(told) or not told or (len(told) == 1 and is_word(told[0], "dash")):
        return Span(None, None)
    return _span(items)


def _span(items: list[Item]) -> Span:
    """Read the items as a span."""
    dual = read_dual(items)
    if dual is not None:
        return dual
    old = take_words(items, "old")
    take_words(items, "new")
    items = [item for item in items if not is_word(item, "open", "close")]
    if not items:
        raise DateError(reason="is not a date we can read", remedy=HINT)
    return _range(items, old=old)


def _range(items: list[Item], *, old: bool) -> Span:
    """Read what may have a first word ("since"), two ends, or both."""
    _pair_years(items)
    _name_and(items)
    idiom = read_idiom(items, old=old)
    if idiom is not None:
        return idiom
    plain_years(items)
    if is_word(items[0], "to") and items[0] in _IN and len(items) > 1:
        items = items[1:]
    lead = items[0].kind if isinstance(items[0], Word) else ""
    if lead in ("between", "from", "since", "to") or _is_until(items):
        return _led("to" if lead == "dash" else lead, items[1:], old=old)
    cuts = _cuts(items)
    if not cuts:
        return _single(items, old=old)
    if len(cuts) > 1:
        raise DateError(reason="has more than two dates", remedy="Give each stay a row of its own.")
    return _parted(items, cuts[0], old=old)


def _parted(items: list[Item], cut: int, *, old: bool) -> Span:
    """Read what stands on both sides of "to", "or", a dash or a slash."""
    left, right = items[:cut], items[cut + 1 :]
    if left and is_word(left[-1], "to", "dash"):
        del left[-1]
    if [item.kind if isinstance(item, Word) else "" for item in left] in _OF_CENTURY:
        left += [item for item in right if is_word(item, "century")][:1]
    if is_word(items[cut], "or") or (is_word(items[cut], "slash") and _either(left, right)):
        return read_within(left, right, old=old)
    if is_word(items[cut], "slash") and _two_new_years(left, right):
        return _new_year(left, right, old=old)
    if is_word(items[cut], "present") or (right and is_word(right[0], "present")):
        return _open(left, old=old)
    if not right or _is_doubt(right):
        return _from(left, old=old)
    return _until(right, old=old) if _is_doubt(left) else read_both(left, right, old=old)


def _either(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Say whether a slash means "or": "late May/early June 1933", "spring/summer 1941"."""
    return any(
        all(any(is_word(item, kind) for item in side) for side in (left, right))
        for kind in ("part", "season")
    )


def _is_doubt(items: Sequence[Item]) -> bool:
    """Say whether one side of a range is only a question mark."""
    return bool(items) and all(is_word(item, "maybe", "undated") for item in items)


def _is_until(items: Sequence[Item]) -> bool:
    """Say whether a leading dash means "until"; a hyphen would be a minus."""
    first = items[0]
    if not isinstance(first, Word) or first.kind != "dash":
        return False
    if first.text == "-":
        raise DateError(
            reason="is a negative year, and these are counted in two ways",
            remedy="Write it like 44 BCE, or like -0043 (EDTF, where 0000 is 1 BCE).",
        )
    return True


def _cuts(items: Sequence[Item]) -> list[int]:
    """Find where the items part into two dates."""
    for kinds in (("to", "dash"), ("or",), ("slash",), ("and",)):
        cuts = [i for i, item in enumerate(items) if i and is_word(item, *kinds)]
        # "bis heute", "– present": two separators in a row are one.
        cuts = [c for c in cuts if c + 1 not in cuts]
        if cuts and kinds == ("and",):
            raise DateError(
                reason="names two dates", remedy="Give each stay a row of its own, or write “to”."
            )
        if cuts:
            return cuts
    if is_word(items[-1], "present") and len(items) > 1:
        return [len(items) - 1]
    return []


def _pair_years(items: list[Item]) -> None:
    """Keep the years of "winter 1934/35" (or 1934–35) together."""
    for i in range(len(items) - 2):
        first, sign, second = items[i : i + 3]
        if not (
            is_word(first, "number")
            and is_word(second, "number")
            and is_word(sign, "slash", "dash")
        ):
            continue
        beside = (*items[max(i - 1, 0) : i], *items[i + 3 : i + 4])
        kinds = ("season", "stretch")
        season = next((w for w in beside if isinstance(w, Word) and w.kind in kinds), None)
        if season is None or not isinstance(first, Word) or not isinstance(second, Word):
            continue
        follows = (first.value + 1) % 10 ** len(second.text) == second.value
        winter = season.value == _WINTER or season.kind == "stretch"
        if is_word(sign, "slash") or (follows and winter):
            items[i + 1] = Word("pair", 0, "/")


def _name_and(items: list[Item]) -> None:
    """Tell "między 1909 a 1912" from the "a" that is "to" in other languages."""
    pending = False
    for i, item in enumerate(items):
        pending = pending or (
            isinstance(item, Word) and item.kind == "between" and item.text.endswith("miedzy")
        )
        if pending and item == _IN[0]:
            items[i], pending = Word("and"), False


def _led(lead: str, items: list[Item], *, old: bool) -> Span:
    """Read what follows "between", "from", "since" or "until"."""
    if not items:
        raise DateError(reason="has no date after its first word", remedy=HINT)
    if lead == "between":
        joints = [i for i, item in enumerate(items) if is_word(item, "to", "dash")]
        if len(joints) == 1 and any(is_word(item, "and") for item in items[: joints[0]]):
            return _parted([Word("between"), *items], joints[0] + 1, old=old)
        cuts = [i for i, item in enumerate(items) if i and is_word(item, "and", "to", "dash")]
        if len(cuts) != 1 or cuts[0] == len(items) - 1:
            raise DateError(
                reason="does not say between which two dates", remedy="Write “between X and Y”."
            )
        return read_within(items[: cuts[0]], items[cuts[0] + 1 :], old=old)
    if lead == "to":
        return _until(items, old=old)
    if len(choices(items)) == 1 and _cuts(items):
        return _range(items, old=old)
    if lead == "since":
        return _open(items, old=old)
    return _from(items, old=old)


def _until(items: list[Item], *, old: bool) -> Span:
    """Read an end alone; "present" and "unknown" are ends too."""
    if is_word(items[0], "to") and len(items) > 1:
        items = items[1:]
    if is_word(items[0], "present"):
        return Span(None, Bounds(None, None, edtf=".."))
    if len(items) == 1 and is_word(items[0], "undated", "maybe"):
        return Span(None, UNKNOWN)
    if is_word(items[0], "between"):
        one = _led("between", items[1:], old=old)
    else:
        one = read_end(items, old=old)
    return Span(None, one.start, note=one.note)


def _from(items: list[Item], *, old: bool) -> Span:
    """Read a date from which something went on, nobody says until when."""
    one = read_end(items, old=old)
    return Span(one.start, UNKNOWN, note=one.note)


def _open(items: list[Item], *, old: bool) -> Span:
    """Read a date from which something goes on."""
    one = read_end(items, old=old)
    span = join(one.start, None, opened=True)
    return Span(span.start, span.end, note=one.note)


def _single(items: list[Item], *, old: bool) -> Span:
    """Read one date."""
    if is_word(items[0], "present"):
        raise DateError(
            reason="has an end but no start", remedy="Write since when, like “1954 to present”."
        )
    one = read_one(items, old=old)
    return noted(Span(one.bounds(), None), one)


def _two_new_years(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Say whether this is a date such as "3 February 1711/12"."""
    return (
        len(right) == 1
        and is_word(right[0], "number")
        and is_word(left[-1], "number")
        and any(is_word(item, "month") for item in left)
    )


def _new_year(left: list[Item], right: list[Item], *, old: bool) -> Span:
    """Read a date told in both years, from when the year began in March."""
    one, number = read_one(left, old=old), right[0]
    if one.year is None or one.month is None or not isinstance(number, Word):
        raise DateError(reason="is not a date we can read", remedy=HINT)
    if one.month > 3 or (one.year + 1) % 10 ** len(number.text) != number.value:  # noqa: PLR2004
        raise DateError(
            reason="has a month with two years", remedy="Write each date with one year."
        )
    year = one.year
    one.year += 1
    span = noted(Span(one.bounds(), None), one)
    note = f"{year} where the year began in March, {year + 1} by ours"
    return Span(span.start, None, "", f"{span.note}; {note}" if span.note else note)
