"""Unlisted: of many names that no place has as they are written, those that none has otherwise."""

from __future__ import annotations

from itertools import compress, islice
from typing import TYPE_CHECKING

from exile_map.gazetteer.forms import may_be_more, respelt_latin
from exile_map.gazetteer.hintwords import is_area, is_part
from exile_map.gazetteer.nearness import may_tell
from exile_map.gazetteer.nonplaces import not_a_place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


def known_nowhere(
    names: Sequence[str],
    folded: Sequence[str],
    are_known: Callable[[Sequence[str]], Sequence[bool]],
) -> Iterator[bool]:
    """Tell of many names without hints, that are not known as written, which surely name nothing.

    Only plain ones are told so, of which no word says anything but the name: of those the lookup
    would try the same forms, one name at a time. Of the others nothing is said.

    Parameters
    ----------
    names
        The names as written.
    folded
        The same, folded.
    are_known
        Tells which of many folded names any place has.
    """
    plain = [_is_plain(*both) for both in zip(names, folded, strict=True)]
    forms = [tuple(respelt_latin(name)) for name in compress(folded, plain)]
    known = iter(are_known([form for some in forms for form in some]))
    nowhere = iter([True not in tuple(islice(known, len(some))) for some in forms])
    return (is_plain and next(nowhere) for is_plain in plain)


def _is_plain(name: str, folded: str) -> bool:
    """Tell whether a name is one or more Latin words that say nothing of where or what it is."""
    if not (name.isascii() and folded and name.replace(" ", "").isalnum()):
        return False
    words = folded.split()
    return not (
        may_be_more(words)
        or may_tell(words)
        or is_area(folded)
        or is_part(folded)
        or not_a_place(folded)
    )
