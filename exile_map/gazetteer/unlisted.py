"""Unlisted: of many names that no place has as they are written, what else is known of them."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer import containers, kinds
from exile_map.gazetteer.forms import ASKING_MORE, asks_more, modern_latin, plain_forms
from exile_map.gazetteer.hintwords import SAYING_AREA, is_area, is_part
from exile_map.gazetteer.nearness import MAY_TELL, near
from exile_map.gazetteer.nonplaces import not_a_place
from exile_map.gazetteer.readings import has_one_reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SAYING_MORE = ASKING_MORE | SAYING_AREA | MAY_TELL
_HOLDING = kinds.WORDS | containers.WORDS  # names, that are written with a capital

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
    if not names:
        return
    closed = "\n".join(folded).replace(" ", "").split("\n")
    plain = [_is_plain(*told) for told in zip(names, folded, closed, strict=True)]
    some, one_word = list(compress(folded, plain)), list(compress(closed, plain))
    modern = modern_latin("\n".join(some)).split("\n")  # all together: that is quicker
    others = [None if it else _forms(*told) for it, *told in zip(plain, names, folded, strict=True)]
    asked = [form for form, its in zip(modern, some, strict=False) if form != its]
    asked += [form for form, its in zip(one_word, some, strict=True) if form != its]
    asked += [form for forms in others if forms for form, _ in forms]
    known = set(compress(asked, are_known(asked)))
    pairs = zip(modern, one_word, strict=False)
    found = iter([m if m in known else o if o in known else "" for m, o in pairs])
    for is_plain, forms in zip(plain, others, strict=True):
        if is_plain:
            form = next(found)
            yield (form, True) if form else NO_FORM
        else:
            yield None if forms is None else next((f for f in forms if f[0] in known), NO_FORM)


def _is_plain(name: str, folded: str, closed: str) -> bool:
    """Tell whether a name is words of Latin letters only, of which `respelt_latin` tells all forms.

    `closed` is the folded name in one word.
    """
    words = folded.split()
    return (
        name.isascii()
        and name.replace(" ", "").isalnum()
        and (name.islower() or _HOLDING.isdisjoint(words))
        and (_SAYING_MORE.isdisjoint(words) or _says_no_more(name, folded, words))
        and not len(closed) == len(words) > 1  # initials: first tried in one word
        and not not_a_place(closed)
    )


def _says_no_more(name: str, folded: str, words: list[str]) -> bool:
    """Tell whether words of a name that may say more about it say nothing where they stand."""
    return not asks_more(words) and SAYING_AREA.isdisjoint(words) and near(name, folded) is None


def _forms(name: str, folded: str) -> Sequence[Form] | None:
    """Return the forms of any other name to try but itself; None where they are not all to try."""
    if not (name.isascii() and folded) or not_a_place(folded):
        return None
    if " ".join(name.split()) != name or not has_one_reading(name):
        return None
    words = [] if name.islower() else folded.split()
    if len(words) > 1 and (kinds.may_say(name, words) or containers.may_contain(name, words)):
        return None
    if is_area(folded) or is_part(folded) or near(name, folded) is not None:
        return None
    return [form for form in plain_forms(name, folded) if form[0] != folded]
