"""Town words: what a town has and lends its name to, as it is said in the languages read."""

from __future__ import annotations

from typing import Final

from exile_map.gazetteer import townlists
from exile_map.gazetteer.folding import fold


def _divided(text: str) -> list[str]:
    return text.split("; ")


def _joints_by_word() -> dict[str, tuple[str, ...]]:
    """Return what may join each thing that a town has to the town's name; "" joins nothing."""
    joints_by_word: dict[str, tuple[str, ...]] = {}
    known: dict[tuple[str, ...], tuple[str, ...]] = {}  # many things are joined alike
    for words, ways in townlists.HAVING:
        joints = ["" if joint == "-" else joint for joint in _divided(ways)]
        for word in _divided(words):
            every = tuple(dict.fromkeys((*joints_by_word.get(word, ()), *joints)))
            joints_by_word[word] = known.setdefault(every, every)
    return joints_by_word


# Six thousand phrases; told one by one they would take a megabyte.
_JOINTS: Final = _joints_by_word()
_PHRASES: Final = frozenset(_divided(townlists.JOINED))
FIRST_WORDS: Final = frozenset(told.partition(" ")[0] for told in (*_JOINTS, *_PHRASES))
"""First words, folded, of what stands before the name of the town that has it."""
MOST_WORDS: Final = max(
    *(phrase.count(" ") + 1 for phrase in _PHRASES),
    *(
        word.count(" ") + 1 + max(joint.count(" ") + bool(joint) for joint in joints)
        for word, joints in _JOINTS.items()
    ),
)
"""So many words that has at most."""


def is_before(phrase: str) -> bool:
    """Tell whether a phrase, folded, stands before the name of the town that has it."""
    word, joint = phrase, ""
    while word:
        if joint in _JOINTS.get(word, ()):
            return True
        word, _, last = word.rpartition(" ")
        joint = f"{last} {joint}" if joint else last
    return phrase in _PHRASES


_HAD: Final = _divided(townlists.HAD)
BEHIND: Final = frozenset((*_HAD, *_divided(townlists.LAND), *map(fold, townlists.KOREAN)))
"""What stands behind it, folded."""
WHICH: Final = frozenset(_divided(townlists.WHICH))
"""What may stand between both, folded."""
BUILDINGS: Final = frozenset(
    (
        *(word.partition(" ")[0] for word in (*_JOINTS, *_HAD)),
        *("schloss", *map(fold, townlists.KOREAN)),
    )
) - {"de"}
"""Words that tell of a house, not where it is, folded."""


def is_had(word: str) -> bool:
    """Tell of a folded word whether it is what a town has, wherever it stands."""
    return word in _JOINTS or word in BEHIND


IN_TOWNS: Final = frozenset(map(fold, _divided(townlists.STREETS)))
"""Words for streets and quarters, folded."""
_HOUSES: Final = frozenset(map(fold, _divided(townlists.HOUSES)))
_INSTITUTIONS: Final = frozenset(_divided(townlists.INSTITUTIONS))


def is_called_freely(word: str) -> bool:
    """Tell of a folded word whether it is of what may be called after a town far off.

    Streets, hotels and villas are, but a town's museum has its name.
    """
    if word in _INSTITUTIONS:
        return False
    return word in IN_TOWNS or word in _HOUSES or word.endswith(townlists.STREET_ENDINGS)


def is_in_town(name: str) -> bool:
    """Tell whether a name says that it is a house, a street or a quarter.

    Parameters
    ----------
    name
        The name as written.
    """
    words = fold(name).split()
    told = not (BUILDINGS.isdisjoint(words) and IN_TOWNS.isdisjoint(words))
    told = told or not _HOUSES.isdisjoint(words)
    return told or any(w.isdigit() or w.endswith(townlists.STREET_ENDINGS) for w in words)
