"""Phonemes: a rough alphabet of sounds, how unlike two names sound, and by what like ones are kept.

Of consonants `c` is ts, `C` tch, `S` sh, `Z` zh, `j` dzh, `x` kh; of vowels `O` is ö and `Y` ü.
"""

from __future__ import annotations

import re
from itertools import product, zip_longest
from math import inf
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
_ROUNDED: Final = 1e-9  # what is as unlike as may be, may come out a bit more
_BETWEEN: Final = "."  # a sound that is no bone, but keeps two apart
_NO_BONES: Final = frozenset(("", _BETWEEN))
_LONGEST: Final = 6  # consonants: what is longer is told apart by its sounds

Step = tuple[tuple[str, float], ...]
"""What one letter may sound as, each with what it costs to take it so."""
# What it costs to come so far in another name: from a first letter of it on, up to a limit. What
# costs more leads to nothing that costs less, and is left out.
_Row = tuple[int, list[float]]


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
            bone = "".join([_CLASSES.get(s, _BETWEEN) for s in _TOGETHER.sub("c", sound)])
            bones[bone] = min(cost, bones.get(bone, cost))
        if bones.keys() <= _NO_BONES:
            bones = {max(bones): 0.0}
        ways.append(sorted(bones.items(), key=lambda way: way[1]))
        many *= len(bones)
    while many > _MOST_SKELETONS * 8:
        longest = max(ways, key=len)
        many = many // len(longest) * (len(longest) - 1)
        longest.pop()
    found: dict[str, float] = {}
    for way in product(*ways):
        cost = sum(c for _, c in way)
        written = "".join([b for b, _ in way])
        # A t before an s is part of it, unless a vowel is between them that need not be written.
        for bones_of in (written.replace("TS", "S"), written):
            bare = _REPEATED.sub(r"\1", bones_of.replace(_BETWEEN, ""))[:_LONGEST]
            found[bare] = min(cost, found.get(bare, cost))
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
    return least_unlike((steps,), said, most, vowel)


def least_unlike(ways: Sequence[Sequence[Step]], said: str, most: float, vowel: float) -> float:
    """Return the same of several ways, of the likest.

    Parameters
    ----------
    ways
        Of each what each of the letters may sound as; those that begin alike best one after
        another, for so far they are compared once.
    said, most, vowel
        As in `unlike`.
    """
    added = [vowel if s in VOWELS else _FAINT.get(s, _CONSONANT) for s in said]
    longest = max(len(said), 1, *map(len, ways))
    found = most + 1.0
    rows = [_first_row(added, most * longest + _ROUNDED)]
    before: Sequence[Step] = ()
    for way in ways:
        del rows[_shared(before, way) + 1 :]
        before, row = way, rows[-1]
        for step in way[len(rows) - 1 :]:
            if not row[1]:
                break
            row = _stepped(row, step, said, added, most * longest + _ROUNDED)
            rows.append(row)
        first, costs = row
        length = max(len(way), len(said), 1)
        if costs and first + len(costs) > len(said) and min(costs) <= most * length:
            found = min(found, costs[-1] / length)
            most = min(most, found)
    return found


def _shared(one: Sequence[Step], other: Sequence[Step]) -> int:
    """Return how many letters two ways to hear a name begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _first_row(added: list[float], limit: float) -> _Row:
    """Return what it costs to begin farther on in the other name."""
    costs = [0.0]
    for cost in added:
        # A first vowel is always written.
        costs.append(costs[-1] + (cost if len(costs) > 1 else max(cost, WRITTEN)))
    return _within(0, costs, limit)


def _within(first: int, costs: list[float], limit: float) -> _Row:
    """Return a row without what is above the limit at its ends."""
    while costs and costs[-1] > limit:
        costs.pop()
    if costs and costs[0] > limit:
        start = next(place for place, cost in enumerate(costs) if cost <= limit)
        return first + start, costs[start:]
    return first, costs


def _stepped(row: _Row, step: Step, said: str, added: list[float], limit: float) -> _Row:
    """Return the costs after one letter more, of all it may sound as the least."""
    best: _Row | None = None
    for sounds, cost in step:
        now = _within(row[0], [far + cost for far in row[1]], limit) if cost else row
        for sound in sounds:
            if not now[1]:
                break
            lost = WRITTEN if sound in VOWELS else _FAINT.get(sound, _CONSONANT)
            changed = _CHANGED.get(sound) or {sound: 0.0}
            now = _added(now, changed, lost, said, added, limit)
        best = now if best is None else _least(best, now)
    return best or row


def _least(a: _Row, b: _Row) -> _Row:
    """Return the lesser of the costs of two rows."""
    if not (a[1] and b[1]):
        return a if a[1] else b
    first = min(a[0], b[0])
    one, other = ([inf] * (start - first) + costs for start, costs in (a, b))
    return first, [min(pair) for pair in zip_longest(one, other, fillvalue=inf)]


def _added(  # noqa: PLR0913, PLR0917 -- of one step; there are very many
    row: _Row, changed: dict[str, float], lost: float, said: str, added: list[float], limit: float
) -> _Row:
    """Return the costs after one sound more; comparisons by hand, as there are very many."""
    first, costs = row
    cells = iter(costs)
    diagonal = next(cells)
    before = diagonal + lost
    after = [before]
    append, cost_of = after.append, changed.get
    place = first
    for above in cells:
        least = diagonal + cost_of(said[place], _UNLIKE)
        if above + lost < least:  # noqa: PLR1730 -- `min` takes thrice the time
            least = above + lost
        before += added[place]
        if least < before:  # noqa: PLR1730
            before = least
        append(before)
        diagonal = above
        place += 1
    if place < len(said):
        least = diagonal + cost_of(said[place], _UNLIKE)
        before += added[place]
        if least < before:  # noqa: PLR1730
            before = least
        append(before)
        for more in added[place + 1 :]:
            before += more
            if before > limit:
                break
            append(before)
    return _within(first, after, limit) if before > limit or after[0] > limit else (first, after)
