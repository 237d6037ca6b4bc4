"""Budgets: what we mean to take at most, beside what one run found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.bench import FLOOR, OURS
from benchmarks.figures import LONG, LONGEST, MANY, ONE
from benchmarks.report import MEGABYTE, YARDSTICK, figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.commands import Taken
    from benchmarks.figures import Figures, Shown
    from benchmarks.lives import Workload

    Finder = Callable[[Figures], float | None]

REASONS = Path(__file__).with_name("why.md")


class Budget(NamedTuple):
    """What something may take at most, or, where `least`, has to be at least."""

    what: str
    limit: float
    unit: str
    find: Finder
    least: bool = False

    @property
    def said(self) -> str:
        """Say the limit: "≤ 0.05 s"."""
        return f"{'≥' if self.least else '≤'} {self.limit:g} {self.unit}".strip()

    def met(self, found: float) -> bool:
        """Say whether a figure keeps to it."""
        return found >= self.limit if self.least else found <= self.limit


def _started(command: str) -> Finder:
    return lambda figures: figures.start[command].wall if command in figures.start else None


def _beside_yardstick(figures: Figures) -> float | None:
    if not figures.start:
        return None
    ours = figures.start["exile-map draw data/places.csv"].processor
    return ours / figures.start[YARDSTICK].processor


def _drawn(workload: Workload, find: Callable[[Taken], float]) -> Finder:
    def found(figures: Figures) -> float | None:
        drawn = figures.draw.get((workload, OURS))
        return find(drawn.taken) if drawn and drawn.taken and drawn.size else None

    return found


def _shown(workload: Workload, find: Callable[[Shown], float | None]) -> Finder:
    def found(figures: Figures) -> float | None:
        shown = figures.pages.get((workload, OURS))
        return find(shown) if shown else None

    return found


def _beside_floor(workload: Workload) -> Finder:
    def found(figures: Figures) -> float | None:
        ours, floor = (figures.pages.get((workload, tool)) for tool in (OURS, FLOOR))
        if not ours or not floor or not ours.measured.painted or not floor.measured.painted:
            return None
        return ours.measured.painted / floor.measured.painted

    return found


def _late(index: int) -> Callable[[Shown], float | None]:
    return lambda shown: shown.measured.seeks_late and shown.measured.seeks_late[index]


def _asked(wanted: str, named: str) -> Finder:
    """Find the worst of the gazetteer's figures of a label, in sections of a pattern."""

    def found(figures: Figures) -> float | None:
        asked = figures.gazetteer.items()
        return max(
            (
                value
                for (section, label), value in asked
                if label == named and re.fullmatch(wanted, section)
            ),
            default=None,
        )

    return found


def _budgets() -> Iterator[Budget]:
    yield Budget("`import exile_map`, whole process", 0.05, "s", _started("import exile_map"))
    yield Budget("`exile-map --help`", 0.15, "s", _started("exile-map --help"))
    draw = f"`exile-map draw data/places.csv`, processor time beside `{YARDSTICK}`"
    yield Budget(draw, 0.4, "×", _beside_yardstick)
    page = "HTML of one life, all it needs"
    yield Budget(page, 450, "kB", lambda f: f.page and f.page / 1000)
    yield Budget("code of a page, gzipped", 60, "KiB", lambda f: f.code and f.code / 1024)
    for workload, limit in ((ONE, 1.5), (LONG, 1.5), (LONGEST, 2)):
        what = f"{workload.name}: navigation to route painted, beside the floor"
        yield Budget(what, limit, "×", _beside_floor(workload))
    # 60 a second, less what a count over five seconds may be off by.
    for workload, limit in ((LONG, 59), (LONGEST, 55)):
        what = f"{workload.name}: pictures a second while playing"
        yield Budget(what, limit, "", _shown(workload, lambda s: s.measured.updates), least=True)
    for workload, limits in ((LONG, (16, 25)), (LONGEST, (25, 40))):
        for index, part in enumerate(("median", "p95")):
            what = f"{workload.name}: seek to the frame after, {part}"
            yield Budget(what, limits[index], "ms", _shown(workload, _late(index)))
    many = f"{MANY.name}: "
    yield Budget(f"{many}CSV to HTML", 1.5, "s", _drawn(MANY, lambda t: t.wall))
    yield Budget(f"{many}memory", 250, "MB", _drawn(MANY, lambda t: t.megabytes))
    named = _asked(".* by name alone", "drawn, whole process")
    yield Budget(f"{many}CSV to HTML, places by name alone", 3, "s", named)
    yield Budget(f"{many}HTML", 13, "MB", _shown(MANY, lambda s: s.size / MEGABYTE))
    for workload in (ONE, LONG, LONGEST, MANY):
        what = f"{workload.name}: elements while playing"
        yield Budget(what, 200, "", _shown(workload, lambda s: s.measured.elements))
    yield Budget("gazetteer: first lookup, cold", 15, "ms", _asked("", "cold first lookup"))
    few, most = _asked("10,000 .*", "at once"), _asked(r"\d{3},\d{3} .*|1,000,000 .*", "at once")
    yield Budget("gazetteer: 10,000 places", 0.5, "s", few)
    yield Budget("gazetteer: a million names", 6, "s", most)
    yield Budget("gazetteer: memory", 5, "MB", _asked("", "memory, a few questions"))


BUDGETS = tuple(_budgets())


def table(figures: Figures) -> list[str]:
    """Tell of each budget whether it is met, and of a miss why, as far as why.md knows."""
    why = reasons(REASONS.read_text("utf-8"))
    lines = [
        "## Budgets",
        "",
        "| what | budget | now | | why |",
        "|---|---|---|---|---|",
    ]
    for budget in BUDGETS:
        found = budget.find(figures)
        cells = ("", "not measured", "")
        if found is not None:
            met = budget.met(found)
            now = f"{figure(found)} {budget.unit}".strip()
            cells = (now, "met" if met else "**missed**", "" if met else why.get(budget.what, ""))
        lines.append(f"| {budget.what} | {budget.said} | {' | '.join(cells)} |")
    return lines


def reasons(text: str) -> dict[str, str]:
    """Read reasons, by what they are the reason of: a heading each, and text below it."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return {
        what.strip(): " ".join(said.split())
        for what, said in zip(parts[1::2], parts[2::2], strict=True)
    }
