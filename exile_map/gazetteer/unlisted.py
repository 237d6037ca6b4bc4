"""Unlisted: of many names that no place has as they are written, what else is known of them."""

from __future__ import annotations

from itertools import compress, islice
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.forms import ASKING_MORE, plain_forms, respelt_latin
from exile_map.gazetteer.hintwords import SAYING_AREA, is_area, is_part
from exile_map.gazetteer.nearness import MAY_TELL, near
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import has_one_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SAYING_MORE = ASKING_MORE | SAYING_AREA | MAY_TELL

Form = tuple[str, bool]
"""A folded form of a name, and whether it was made by more than folding."""
NO_FORM: Final[Form] = "", False


def known_forms(
    names: Sequence[str],
    folded: Sequence[str],
    are_known: Callable[[Sequence[str]], Sequence[bool]],
) -> Iterator[Form | None]:
    """Tell of many names without hints, that are not known as written, what form of each is.

    Only of Latin words that say nothing of where or what they name: of those the lookup would try
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
    Form or None
        The first that is known; an empty one where surely none is; None where nothing is said.
    """
    forms = [_forms(*both) for both in zip(names, folded, strict=True)]
    known = iter(are_known([form for some in forms if some for form, _ in some]))
    for some in forms:
        if some:
            found = list(compress(some, islice(known, len(some))))
            yield found[0] if found else NO_FORM
        else:
            yield None if some is None else NO_FORM


def _forms(name: str, folded: str) -> Sequence[Form] | None:
    """Return the forms of a name to try but itself; None where they are not all to try."""
    if not (name.isascii() and folded) or not_a_place(folded):
        return None
    words = folded.split()
    initials = len(folded) == 2 * len(words) - 1 > 1  # first tried in one word
    if name.replace(" ", "").isalnum() and _SAYING_MORE.isdisjoint(words) and not initials:
        return [(form, True) for form in respelt_latin(folded) if form != folded]
    if " ".join(name.split()) != name or not has_one_reading(name):
        return None
    if is_area(folded) or is_part(folded) or near(name, folded) is not None:
        return None
    return [form for form in plain_forms(name, folded) if form[0] != folded]
