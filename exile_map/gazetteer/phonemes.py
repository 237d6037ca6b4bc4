"""Phonemes: a rough alphabet of sounds, how unlike two names sound, and by what like ones are kept.

Of consonants `c` is ts, `C` tch, `S` sh, `Z` zh, `j` dzh, `x` kh; of vowels `O` is ö and `Y` ü.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VOWELS: Final = frozenset("aeiouOY")
UNWRITTEN, WRITTEN = 0.12, 0.45
"""What a vowel costs that one name has and the other has not, by whether the script writes them."""
_CONSONANT = 1.0
# What is often not written, or not said.
_FAINT: Final = {"h": 0.25, "y": 0.2, "w": 0.5, "x": 0.7, "g": 0.85, "v": 0.85}
_UNLIKE_VOWELS, _UNLIKE = 0.45, 1.0
# Sounds that languages take for each other, and how unlike they are.
_LIKE: Final = {
    0.15: "fv vw sz SZ gk td pb Cj cs xh gx hg iy CS cC jZ uw nm eO iY oO uY ae ei ao ou",
    0.3: "bv kx kh bf pf zS sS sC zc zZ jS jy Zy Sx yj cj zj lr ta vu wo aO eY gj Ok wb",
    0.45: "sx kC kc gZ dz dj tc tC rg ai",
}
_CLASSES: Final = {
    **dict.fromkeys("pb", "P"), **dict.fromkeys("fvw", "F"), **dict.fromkeys("td", "T"),
    **dict.fromkeys("szcCSZj", "S"), **dict.fromkeys("kg", "K"),
    "m": "M", "n": "N", "l": "L", "r": "R",
}  # fmt: skip
_TOGETHER: Final = re.compile(r"ts|tS|dz|dZ|tC|tc")
_REPEATED: Final = re.compile(r"(.)\1+")
_MOST_SKELETONS: Final = 48
_LONGEST: Final = 6  # consonants: what is longer is told apart by its sounds

Step = tuple[tuple[str, float], ...]
"""What one letter may sound as, each with what it costs to take it so."""


def _substitutions() -> dict[str, dict[str, float]]:
    """Return for each sound the others that it may be taken for, and what each costs."""
    table = {a: dict.fromkeys(VOWELS, _UNLIKE_VOWELS) for a in VOWELS}
    for cost, pairs in sorted(_LIKE.items(), reverse=True):
        for a, b in map(tuple, pairs.split()):
            table.setdefault(a, {})[b] = table.setdefault(b, {})[a] = cost
    for a, others in table.items():
        others[a] = 0.0
    return table


_CHANGED: Final = _substitutions()


def skeleton(said: str) -> str:
    """Return the classes of a name's consonants: by it names that sound alike are found.

    Parameters
    ----------
    said
        How it is said.
    """
    bones = "".join([_CLASSES.get(sound, "") for sound in _TOGETHER.sub("c", said)])
    return _REPEATED.sub(r"\1", bones)[:_LONGEST]


def skeletons(steps: Sequence[Step]) -> Iterator[str]:
    """Yield the skeletons of what letters may sound as, the likeliest first; each once.

    Parameters
    ----------
    steps
        What each of its letters may sound as.
    """
    ways: list[list[tuple[str, float]]] = []
    many = 1
    for step in steps:
        bones: dict[str, float] = {}
        for sound, cost in step:
            bone = "".join([_CLASSES.get(s, "") for s in _TOGETHER.sub("c", sound)])
            bones[bone] = min(cost, bones.get(bone, cost))
        if bones.keys() != {""}:
            ways.append(sorted(bones.items(), key=lambda way: way[1]))
            many *= len(bones)
    while many > _MOST_SKELETONS * 8:
        longest = max(ways, key=len)
        many = many // len(longest) * (len(longest) - 1)
        longest.pop()
    found: dict[str, float] = {}
    for way in product(*ways):
        cost = sum(c for _, c in way)
        bones_of = _REPEATED.sub(r"\1", "".join(b for b, _ in way).replace("TS", "S"))[:_LONGEST]
        found[bones_of] = min(cost, found.get(bones_of, cost))
    yield from sorted(found, key=lambda bone: (found[bone], bone))[:_MOST_SKELETONS]


def unlike(steps: Sequence[Step], said: str, most: float, vowel: float = WRITTEN) -> float:
    """Return how unlike what letters may sound as is to how a name is said, by its length.

    Parameters
    ----------
    steps
        What each of the letters may sound as.
    said
        How the other name is said.
    most
        Anything above is as good as any other: the count ends there.
    vowel
        What a vowel costs that is not written.
    """
    length = max(len(steps), len(said), 1)
    limit = most * length
    added = [vowel if s in VOWELS else _FAINT.get(s, _CONSONANT) for s in said]
    row = [0.0]
    for j, cost in enumerate(added):
        # A first vowel is always written.
        row.append(row[j] + (max(cost, WRITTEN) if j == 0 else cost))
    for step in steps:
        row = _stepped(row, step, said, added)
        if min(row) > limit:
            return most + 1.0
    return row[-1] / length


def _stepped(row: list[float], step: Step, said: str, added: list[float]) -> list[float]:
    """Return the costs after one letter more, of all it may sound as the least."""
    best: list[float] = []
    for sounds, cost in step:
        now = [far + cost for far in row] if cost else row
        for sound in sounds:
            lost = WRITTEN if sound in VOWELS else _FAINT.get(sound, _CONSONANT)
            now = _added(now, _CHANGED.get(sound) or {sound: 0.0}, lost, said, added)
        best = list(map(min, best, now)) if best else now
    return best


def _added(
    row: list[float], changed: dict[str, float], lost: float, said: str, added: list[float]
) -> list[float]:
    """Return the costs after one sound more; comparisons by hand, as there are very many."""
    cells = iter(row)
    diagonal = next(cells)
    before = diagonal + lost
    after = [before]
    append, cost_of = after.append, changed.get
    for other, more, above in zip(said, added, cells, strict=True):
        least = diagonal + cost_of(other, _UNLIKE)
        if above + lost < least:  # noqa: PLR1730 -- `min` takes thrice the time
            least = above + lost
        before += more
        if least < before:  # noqa: PLR1730
            before = least
        append(before)
        diagonal = above
    return after
