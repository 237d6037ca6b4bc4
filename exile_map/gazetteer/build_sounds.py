"""Building sounds: by the consonants of their names, the places that may be heard so."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.build_workers import shared_out
from exile_map.gazetteer.phonemes import UNWRITTEN, skeleton, unlike
from exile_map.gazetteer.pronouncing import OTHER, language_of, said, written_in
from exile_map.gazetteer.records import pack_sounds
from exile_map.gazetteer.storage import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer.records import PlaceRow

    _Heard = tuple[str, int, list[str]]

_SHORTEST: Final = 2  # consonants
_ALIKE: Final = 0.1  # of two names one is enough


class Sounds:
    """How the names of places are said: at home, and by those who do not know the language.

    Another name than its own is said as its letters tell, if they do ("Munkács").
    """

    def __init__(self) -> None:
        self._named: defaultdict[int, list[tuple[str, int, bool]]] = defaultdict(list)

    def add(self, name: str, number: int, flag: int, *, prominent: bool) -> None:
        """Let a place be found by the sound of a name; villages only as their own country says it.

        Parameters
        ----------
        name
            The name, in Latin letters; others are not heard.
        number, flag
            The place's id, and how it bears the name.
        prominent
            Whether people elsewhere say it, too.
        """
        self._named[number].append((name, flag, prominent))

    def rows(self, places: Sequence[PlaceRow]) -> Iterator[tuple[str, bytes, str]]:
        """Yield the rows of the file: consonants, their places, and how else these are said.

        Parameters
        ----------
        places
            All places, in the order of their ids.
        """
        named = sorted(self._named.items())

        def heard(part: range) -> list[tuple[int, list[_Heard]]]:
            some = named[part.start : part.stop]
            return [(number, list(_heard(places[number], names))) for number, names in some]

        flags: defaultdict[str, dict[int, int]] = defaultdict(dict)
        besides: dict[tuple[str, int], Sequence[str]] = {}
        for number, ways in chain.from_iterable(shared_out(lambda: heard, len(named))):
            for bones, flag, others in ways:
                flags[bones][number] = flag
                besides[bones, number] = others
        yield from pack_sounds(flags, besides, places)


def _heard(place: PlaceRow, names: Iterable[tuple[str, int, bool]]) -> Iterator[_Heard]:
    """Yield by which consonants a place is found, as what, and how else it is said with them."""
    home = language_of(place[6])
    flags: dict[str, int] = {}
    by_bones: defaultdict[str, set[str]] = defaultdict(set)
    for name, flag, prominent in names:
        languages = [home]
        if prominent:
            foreign = written_in(name) if flag != MAIN else ""
            languages = [foreign] if foreign else [home, OTHER]
        for language in dict.fromkeys(languages):
            heard = said(name, language)
            bones = skeleton(heard)
            if len(bones) >= _SHORTEST:
                flags[bones] = min(flag, flags.get(bones, flag))
                by_bones[bones].add(heard)
    known = {said(place[2], home), said(place[2], OTHER)} if flags else set()
    for bones, flag in flags.items():
        yield bones, flag, list(_told_apart(known, sorted(by_bones[bones])))


def _told_apart(known: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """Yield those names that sound like none that is known or was yielded before."""
    known = frozenset(known)
    ways = [[((sound, 0.0),) for sound in name] for name in sorted(known)]
    for name in names:
        if name not in known and not any(
            unlike(way, name, _ALIKE, UNWRITTEN) <= _ALIKE for way in ways
        ):
            ways.append([((sound, 0.0),) for sound in name])
            yield name
