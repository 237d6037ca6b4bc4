"""The time of a stay among the others: what its neighbours tell of it, and its calendar."""

from __future__ import annotations

from itertools import accumulate, compress, count, repeat
from math import inf
from operator import gt, le
from typing import TYPE_CHECKING, cast

from exile_map import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.dates import Bounds, Span

Moments = tuple[float | None, float | None]


def filled(spans: Sequence[Span]) -> Iterable[tuple[Span, tuple[str, ...]]]:
    """Fill what a span does not tell from its neighbours, and say what was filled."""
    if all(span.start is not None and span.end is not None for span in spans):
        return zip(spans, repeat(()), strict=False)
    return _filled(spans)


def _filled(spans: Sequence[Span]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    starts = [span.start for span in spans]
    before = _last_known(starts)
    after = _last_known(starts[::-1])[::-1]
    for span, earlier, later in zip(spans, before, after, strict=True):
        start, end = span.start, span.end
        if start is not None and end is not None:
            yield span, ()
            continue
        inferred = []
        # Before a first stay there is nothing that could tell its beginning.
        if start is None and earlier and (start := _between(earlier, later, end)):
            inferred.append("start")
        if end is None and later and not _is_before(later, start):
            end = later
            inferred.append("end")
        filled = dates.Span(start, end, span.written, span.note) if inferred else span
        yield filled, tuple(inferred)


def _is_before(bounds: Bounds, start: Bounds | None) -> bool:
    """Tell whether something was surely over before a stay began: dates out of order."""
    over, begun = bounds.latest, start.earliest if start else None
    return over is not None and begun is not None and over < begun


def _between(earlier: Bounds, later: Bounds | None, end: Bounds | None) -> Bounds | None:
    """Return the bounds of a beginning that only its neighbours and its end tell; None if nothing.

    Between dates that are out of order, nothing can be told.
    """
    first = earlier.earliest
    lasts = [bounds.latest for bounds in (later, end) if bounds and bounds.latest]
    last = min(lasts, default=None)
    if first is not None and last is not None and last < first:
        return None
    return dates.Bounds(first, last)


def _last_known(bounds: Sequence[Bounds | None]) -> list[Bounds | None]:
    """For each place in a list, the nearest known bounds before it."""
    out: list[Bounds | None] = []
    last = None
    for own in bounds:
        out.append(last)
        last = own or last
    return out


def moments_of(bounds: Iterable[Bounds | None]) -> list[Moments]:
    """Return the first and the last moment of bounds, in decimal years; None where not known."""
    return [(None, None) if each is None else _moments(each) for each in bounds]


def earliest_of(moments: Iterable[Moments]) -> list[float | None]:
    """Return the earliest moment that bounds allow, or, if they have none, the latest."""
    return [last if first is None else first for first, last in moments]


def _moments(bounds: Bounds) -> Moments:
    first, last = bounds.earliest, bounds.latest
    if first is last and first is not None:
        return first.begin_and_end
    return None if first is None else first.start, None if last is None else last.end


def clocks(
    begun: Sequence[float | None],
    over: Sequence[float | None],
    firsts: Sequence[int],
    lasts: Sequence[int],
) -> tuple[Sequence[float], Sequence[float]]:
    """Return the calendar at arrival and departure of each stay, for playing.

    The earliest date that a stay's bounds allow is shown; undated stays share out the time
    between their dated neighbours; the calendar never runs backwards.

    Parameters
    ----------
    begun, over
        The earliest moment that each stay's beginning and end allow; None where not known.
    firsts, lasts
        The number of the stay that each life begins with, and that after its end.
    """
    arrivals = _forwards(begun, firsts, lasts)
    following = [*arrivals[1:], inf]
    for last in lasts:
        following[last - 1] = inf
    leaving = [
        moment if moment is not None else arrival if after == inf else after
        for moment, arrival, after in zip(over, arrivals, following, strict=True)
    ]
    if all(map(le, arrivals, leaving)) and all(map(le, leaving, following)):
        return arrivals, leaving
    return arrivals, list(map(max, arrivals, map(min, leaving, following)))


def _forwards(
    begun: Sequence[float | None], firsts: Sequence[int], lasts: Sequence[int]
) -> Sequence[float]:
    """Return when each stay began as it is shown: life by life forwards, and all known."""
    if None not in begun:
        known = cast("Sequence[float]", begun)
        # Mostly nothing is to be done: calendars turn back only where another life begins.
        back = compress(count(1), map(gt, known, known[1:]))
        if set(firsts).issuperset(back):
            return known
    arrivals: list[float] = []
    for first, last in zip(firsts, lasts, strict=True):
        arrivals += _spread(begun[first:last])
    return arrivals


def _spread(moments: Sequence[float | None]) -> list[float]:
    """Make moments run forwards, and space the unknown evenly between the known."""
    if None not in moments:
        return list(accumulate(cast("Sequence[float]", moments), max))
    known: list[tuple[int, float]] = []
    for i, moment in enumerate(moments):
        if moment is not None:
            known.append((i, max(moment, known[-1][1]) if known else moment))
    if not known:
        return [0.0] * len(moments)
    out = [known[0][1]] * len(moments)
    for (i, from_), (j, to) in zip(known, [*known[1:], (len(moments), known[-1][1])], strict=True):
        for k in range(i, j):
            out[k] = from_ + (to - from_) * (k - i) / (j - i)
    return out
