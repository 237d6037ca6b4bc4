"""The corpus: when a page shows many lives at once, and what such a page is without scripts."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import compress
from operator import add, ne, not_, or_
from typing import TYPE_CHECKING, Any, Final

from exile_map._citing import citation
from exile_map._edges import YEARS
from exile_map._life import stays_in
from exile_map.vocabulary import move_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from exile_map._gathered import Gathered
    from exile_map.routes import Route

FEWEST_LIVES: Final = 25
"""Of fewer lives each still has a line of its own in the list, the legend and on the timeline."""
FEWEST_STAYS: Final = 401
"""Of fewer stays the map of routes follows each one, and gives each life a colour."""

GROUPS: Final = ("forced", "flight", "free", "unknown")
"""How people move, as tables and the timeline have it."""

_FEW_YEARS, _MANY_YEARS = 30, 400


def is_corpus(routes: Sequence[Route]) -> bool:
    """Tell whether there are so many lives that they are better seen all at once than told."""
    return are_many(len(routes), stays_in(routes))


def are_many(lives: int, stays: int) -> bool:
    """Tell whether so many lives of so many stays in all are better seen all at once than told."""
    return lives >= FEWEST_LIVES and stays >= FEWEST_STAYS


def document(gathered: Gathered, title: str, words: dict[str, Any]) -> list[str]:
    """Write the summary of many lives: when they moved, as a table, and each life in a line.

    Parameters
    ----------
    gathered
        The lives.
    title
        The map's title.
    words
        The words of the interface, those of many lives among them.
    """
    lives = gathered.lives
    arrivals, departures = gathered.clocks
    first = min(arrivals[i] for i in lives.firsts)
    last = max(departures[i - 1] for i in lives.lasts)
    years, count = _range(_year(first), _last(first, last), words), len(lives.persons)
    head = {"exile_map": {"persons": [], "language": gathered.lang}, "features": []}
    return [
        f'<header class="em-document-head"><h1>{escape(title)}</h1></header>',
        # Browsers with scripts read a noscript as one text: thousands of lives cost them nothing.
        f'<noscript><p class="em-years">{escape(words["persons"])}: {count} · {years}</p>',
        f'<p class="em-listed-first">{escape(words["needs_script"])}</p>',
        *_table(_moves(gathered), words),
        f"<h2>{escape(words['persons'])}</h2>",
        '<ol class="em-lives-listed">',
        *_listed(gathered, words),
        "</ol></noscript>",
        f'<p class="em-cite">{escape(citation(head, title, words))}</p>',
        f'<footer class="em-credits">{escape(str(words["credits"]))}</footer>',
    ]


def _moves(gathered: Gathered) -> Counter[tuple[int, str]]:
    """Count the moves by year and kind; who stays at the very place does not move."""
    moves = gathered.told("move")
    groups = {move: move_group(move) for move in set(moves)}
    kinds = {
        move: GROUPS.index(group if group in GROUPS else "unknown")
        for move, group in groups.items()
    }
    steps = [map(ne, column, column[1:]) for column in (*gathered.positions, gathered.placed)]
    unplaced = map(not_, gathered.placed[1:])
    moved = [False, *map(or_, map(or_, unplaced, steps[2]), map(or_, *steps[:2]))]
    for first in gathered.lives.firsts:
        moved[first] = False
    # Year and kind as one number, which is sooner counted.
    many = len(GROUPS)
    years = [arrival // YEARS * many for arrival in gathered.clocks[0]]
    counts = Counter(compress(map(add, years, map(kinds.__getitem__, moves)), moved))
    return Counter({(n // many, GROUPS[n % many]): count for n, count in counts.items()})


def _year(moment: int) -> int:
    """Return the year of a moment in parts of a year."""
    return moment // YEARS


def _last(first: int, end: int) -> int:
    """Return the year that a time ends in: the end of a year is the next one's beginning."""
    return max(_year(first), _year(end - 1))


def _table(moves: Counter[tuple[int, str]], words: dict[str, Any]) -> Iterator[str]:
    """Write how many moved when, some years a row, and how."""
    if not moves:
        return
    used = [group for group in GROUPS if any(kind == group for _, kind in moves)]
    years = [year for year, _ in moves]
    span = max(years) - min(years)
    step = 1 if span <= _FEW_YEARS else 10 if span <= _MANY_YEARS else 100
    rows: dict[int, Counter[str]] = {}
    for (year, kind), count in sorted(moves.items()):
        rows.setdefault(year // step * step, Counter())[kind] += count
    heads = [words["period"], *(words[group] for group in used), words["total"]]
    yield f'<table class="em-table"><caption>{escape(words["as_table"])}</caption>'
    yield "<thead><tr>"
    yield "".join(f'<th scope="col">{escape(str(head))}</th>' for head in heads)
    yield "</tr></thead><tbody>"
    for begin, counts in rows.items():
        cells = [*(counts[group] for group in used), counts.total()]
        figures = "".join(f"<td>{count}</td>" for count in cells)
        yield f'<tr><th scope="row">{_range(begin, begin + step - 1, words)}</th>{figures}</tr>'
    yield "</tbody></table>"


def _listed(gathered: Gathered, words: dict[str, Any]) -> Iterator[str]:
    """Write each life: who, when, from where to where."""
    lives, titles = gathered.lives, gathered.titles
    arrivals, departures = gathered.clocks
    for person, first, after in zip(lives.persons, lives.firsts, lives.lasts, strict=True):
        begun, over = arrivals[first], departures[after - 1]
        years = _range(_year(begun), _last(begun, over), words)
        ends = dict.fromkeys((titles[first], titles[after - 1]))
        where = (
            str(words["journey"]).format(**dict(zip(("from", "to"), ends, strict=False)))
            if len(ends) > 1
            else next(iter(ends))
        )
        yield f"<li><b>{escape(person)}</b> {years}: {escape(where)}</li>"


def _range(first: int, last: int, words: dict[str, Any]) -> str:
    """Write years as readers have them, with their era where they need one."""
    written = dict.fromkeys(_written(year, words) for year in (first, last))
    if len(written) == 1:
        return escape(next(iter(written)))
    return escape(str(words["range"]).format(**dict(zip(("from", "to"), written, strict=True))))


def _written(year: int, words: dict[str, Any]) -> str:
    early = 100
    if year < 1:
        return str(words["bce"]).format(year=1 - year)
    return str(words["ce"]).format(year=year) if year < early else str(year)
