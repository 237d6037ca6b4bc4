"""Unlisted: of many names that no place has as they are written, what else is known of them."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from exile_map.gazetteer.forms import ASKING_MORE, respelt_latin
from exile_map.gazetteer.hintwords import SAYING_AREA
from exile_map.gazetteer.nearness import MAY_TELL
from exile_map.gazetteer.nonplaces import not_a_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SAYING_MORE = ASKING_MORE | SAYING_AREA | MAY_TELL


def known_forms(
    names: Sequence[str],
    folded: Sequence[str],
    are_known: Callable[[Sequence[str]], Sequence[bool]],
) -> Iterator[str | None]:
    """Tell of many names without hints, that are not known as written, what form of each is.

    Only of plain ones, of which no word says anything but the name: of those the lookup would try
    the same forms, one name at a time. Of the others nothing is said.

    Parameters
    ----------
    names
        The names as written.
    folded
        The same, folded.
    are_known
        Tells which of many folded names any place has.

    Yields
    ------
    str or None
        The first form that is known; empty where surely none is; None where nothing is said.
    """
    plain = [_is_plain(*both) for both in zip(names, folded, strict=True)]
    forms = [respelt_latin(name) for name in compress(folded, plain)]
    known = iter(are_known([form for some in forms for form in some]))
    found = ([form for form in some if next(known)] for some in forms)
    first = (some[0] if some else "" for some in found)
    return (next(first) if is_plain else None for is_plain in plain)


def _is_plain(name: str, folded: str) -> bool:
    """Tell whether a name is one or more Latin words that say nothing of where or what it is."""
    if not (name.isascii() and folded and name.replace(" ", "").isalnum()):
        return False
    words = folded.split()
    initials = len(folded) == 2 * len(words) - 1 > 1  # first tried in one word
    return not initials and _SAYING_MORE.isdisjoint(words) and not not_a_place(folded)
