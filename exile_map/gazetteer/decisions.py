"""Decisions: what is said of a name that is asked for by itself, noted when the file is built.

The entry of a place under a name may say that this is the place meant, and how sure that is. The
lookup itself is asked for it, so that no rule stands here; what it says with context, or where the
year or the writing may change it, it is asked when that is wanted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.answers import Question
from exile_map.gazetteer.candidates import DEGREES, in_years
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.likeness import letters
from exile_map.gazetteer.storage import CODE, Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map.gazetteer.answers import Match
    from exile_map.gazetteer.lookup import Lookup
    from exile_map.gazetteer.naming import Names
    from exile_map.gazetteer.storage import Store

IF_PLAIN: Final = 1 << 22  # only as the name is written here, and there may be runners-up
ANY_YEAR: Final = 1 << 23  # not only where no year is given
OTHERWISE: Final = 1 << 24  # another way to write the name, or a greater namesake, is decided too
CODE_SHIFT: Final = 25
AMBIGUOUS: Final = 127  # any other code is the confidence in hundredths; 0 decides nothing
SURE: Final = tuple(code / 100 for code in range(AMBIGUOUS))
_LONG_AGO: Final = -5000.0  # no place had the name, and nobody had heard of the New World
_ACCENT: Final = "\u0301"
_UNDECIDED: Final = 0, 0


def written(folded: str, form: str = "") -> str:
    """Return under what a decision stands about a name that is not written as it is folded.

    Also one for a place that does not bear the name at all, but is meant by it. No folded name has
    that form.

    Parameters
    ----------
    folded
        The folded name.
    form
        The letters it is written with; none for those that are no place's own.
    """
    return f"{folded}={form}"


def decided(
    lookup: Lookup, names: Names, folded: str, numbers: Sequence[int]
) -> Iterator[tuple[str, list[int]]]:
    """Yield a name with its entries, one of which may be decided, then other ways to write it.

    Parameters
    ----------
    lookup
        Answers questions.
    names
        The names it takes its places from.
    folded
        The folded name.
    numbers
        Its places' numbers.
    """
    number, decision = usual = _decide(lookup, names, folded, numbers)
    alone = len(numbers) == 1 and lookup.alone.answer(folded, folded, None) is not None
    plain = IF_PLAIN if decision and not alone else 0
    others = list(_otherwise(lookup, names, folded, numbers, usual)) if plain else []
    plain |= OTHERWISE if others else 0
    entries = [n | (decision | plain if n == number else 0) for n in numbers]
    if others and number not in numbers:
        entries[0] |= OTHERWISE
    yield folded, entries
    yield from others


def _otherwise(
    lookup: Lookup,
    names: Names,
    folded: str,
    numbers: Sequence[int],
    usual: tuple[int, int],
) -> Iterator[tuple[str, list[int]]]:
    """Yield the other ways to write a name, of which something else is decided than usually."""
    number, decision = usual
    if number not in numbers:  # a greater namesake: it bears no name that is written like this
        yield written(folded), [number | decision | IF_PLAIN]
        return
    own = {letters(candidate.place.name) for candidate in names.bearers(folded)}
    if folded in own:
        other = folded + _ACCENT
        good = fold(other) == folded and letters(other) not in own
        usual = _decide(lookup, names, other, numbers) if good else _UNDECIDED
        if usual != (number, decision):
            yield written(folded), [usual[0] | usual[1] | IF_PLAIN]
    for form in sorted(own - {folded}):
        if fold(form) == folded:
            number, decision = _decide(lookup, names, form, numbers)
            if (number, decision) != usual:
                yield written(folded, form), [number | decision | IF_PLAIN]


def _decide(lookup: Lookup, names: Names, name: str, numbers: Sequence[int]) -> tuple[int, int]:
    """Return the number of the place that is meant, and the decision to note at it; 0 for none."""
    if all(number & 3 == CODE for number in numbers):
        return _UNDECIDED  # the answer is about another form of the name
    folded = fold(name)
    now, then = (lookup.answer(Question(name, year), folded) for year in (None, _LONG_AGO))
    same = now.status == then.status and _is_same(now.match, then.match)
    any_year = ANY_YEAR if same and not _is_dated(names, folded, numbers) else 0
    if now.status == "ambiguous":
        return numbers[0], AMBIGUOUS << CODE_SHIFT | any_year
    if now.match is None:
        return _UNDECIDED
    code = round(100 * now.match.confidence)
    point = round(now.match.lat * DEGREES), round(now.match.lon * DEGREES)
    meant = (n for n in (*numbers, *_namesakes(names, numbers)) if names.store.at(n >> 2) == point)
    number = next(meant, None)
    if number is None or not 0 < code < AMBIGUOUS or SURE[code] != now.match.confidence:
        return _UNDECIDED
    return number, code << CODE_SHIFT | any_year


def _namesakes(names: Names, numbers: Sequence[int]) -> Iterator[int]:
    """Yield the numbers of the places called in their own script as a name's only one is."""
    if len(numbers) == 1:
        yield from names.store.numbers(fold(_name(names.store, numbers[0])))


def _is_dated(names: Names, folded: str, numbers: Sequence[int]) -> bool:
    """Tell whether any of a name's places, or of their namesakes', had it only in some years."""
    store = names.store
    every = set(numbers)
    if not folded.isascii():  # a place is then compared with those called so in its own script
        every.update(n for number in numbers for n in store.numbers(fold(_name(store, number))))
    ids = [number >> 2 for number in every]
    details = [store.detail(n) for n in ids if store.place(n).layer != Layer.CITY]
    return any(in_years(detail, _LONG_AGO) is not None for detail in details)


def _name(store: Store, number: int) -> str:
    """Return the own name of a place."""
    return store.place(number >> 2).name


def _is_same(a: Match | None, b: Match | None) -> bool:
    """Tell whether two answers mean the same place, as surely."""
    if a is None or b is None:
        return a is b
    return (a.lat, a.lon, a.confidence) == (b.lat, b.lon, b.confidence)
