"""Building sounds: by the consonants of their names, the places that may be heard so."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from exile_map.gazetteer.phonemes import UNWRITTEN, skeleton, unlike
from exile_map.gazetteer.pronouncing import OTHER, language_of, said, written_in
from exile_map.gazetteer.records import pack_sounds
from exile_map.gazetteer.storage import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer.records import PlaceRow

_SHORTEST: Final = 2  # consonants
_ALIKE: Final = 0.1  # of two names one is enough


class Sounds:
    """How the names of places are said: at home, and by those who do not know the language.

    Another name than its own is said as its letters tell, if they do ("Munkács").
    """

    def __init__(self) -> None:
        self._flags: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._said: defaultdict[int, dict[str, str]] = defaultdict(dict)

    def add(self, name: str, place: PlaceRow, flag: int, *, prominent: bool) -> None:
        """Let a place be found by the sound of a name; villages only as their own country says it.

        Parameters
        ----------
        name
            The name, in Latin letters; others are not heard.
        place, flag
            The place, and how it bears the name.
        prominent
            Whether people elsewhere say it, too.
        """
        number, languages = place[0], [language_of(place[6])]
        if prominent:
            foreign = written_in(name) if flag != MAIN else ""
            languages = [foreign] if foreign else [*languages, OTHER]
        for language in dict.fromkeys(languages):
            heard = said(name, language)
            bones = skeleton(heard)
            if len(bones) >= _SHORTEST:
                flags = self._flags[bones]
                flags[number] = min(flag, flags.get(number, flag))
                self._said[number][heard] = bones

    def rows(self, places: Sequence[PlaceRow]) -> Iterator[tuple[str, bytes, str]]:
        """Yield the rows of the file: consonants, their places, and how else these are said.

        Parameters
        ----------
        places
            All places, in the order of their ids.
        """
        besides: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for number, names in sorted(self._said.items()):
            own = places[number][2]
            known = {said(own, language_of(places[number][6])), said(own, OTHER)}
            by_bones: defaultdict[str, list[str]] = defaultdict(list)
            for heard, bones in sorted(names.items()):
                by_bones[bones].append(heard)
            for bones, some in by_bones.items():
                besides[bones, number] = list(_told_apart(known, some))
        yield from pack_sounds(self._flags, besides, places)


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
