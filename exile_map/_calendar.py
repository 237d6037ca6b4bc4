"""The time of a stay among the others: what its neighbours tell of it, and its calendar."""

from __future__ import annotations

from itertools import accumulate, repeat, zip_longest
from typing import TYPE_CHECKING

from exile_map import dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.dates import Bounds, Span


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


class Clock:
    """Gives stays the calendar at arrival and departure for playing.

    The earliest date that a stay's bounds allow is shown; undated stays share out the time
    between their dated neighbours; the calendar never runs backwards.
    """

    def __init__(self) -> None:
        # By identity, with the bounds themselves, so that it holds: stays share them.
        self._known: dict[int, tuple[Bounds | None, float | None]] = {id(None): (None, None)}

    def of(self, spans: Sequence[Span]) -> list[tuple[float, float]]:
        """Return the calendar at arrival and departure of each stay of a route."""
        first = self._first
        arrivals = _spread([first(span.start) for span in spans])
        out = []
        for span, arrival, following in zip_longest(spans, arrivals, arrivals[1:]):
            leaving = first(span.end)
            if leaving is None:
                leaving = arrival if following is None else following
            if following is not None and following < leaving:
                leaving = following
            out.append((arrival, max(arrival, leaving)))
        return out

    def _first(self, bounds: Bounds | None) -> float | None:
        """Return the earliest moment a bound allows, or, if it has none, the latest."""
        known = self._known.get(id(bounds))
        if known is None:
            known = self._known[id(bounds)] = (bounds, _moment(bounds) if bounds else None)
        return known[1]


def _moment(bounds: Bounds) -> float | None:
    if bounds.earliest is not None:
        return bounds.earliest.start
    return bounds.latest.end if bounds.latest is not None else None


def _spread(moments: Sequence[float | None]) -> list[float]:
    """Make moments run forwards, and space the unknown evenly between the known."""
    dated = [moment for moment in moments if moment is not None]
    if len(dated) == len(moments):
        return list(accumulate(dated, max))
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
