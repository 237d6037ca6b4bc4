"""Lives: synthetic routes as CSV; the same arguments give the same bytes."""

from __future__ import annotations

import csv
import random
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

HEADER = ("person", "place", "lat", "lon", "start", "end", "story")
CITIES = (
    ("Paris", 48.86, 2.35),
    ("London", 51.51, -0.13),
    ("Berlin", 52.52, 13.41),
    ("Vienna", 48.21, 16.37),
    ("Prague", 50.09, 14.42),
    ("Zurich", 47.38, 8.54),
    ("Rome", 41.90, 12.50),
    ("Lisbon", 38.72, -9.14),
    ("Brussels", 50.85, 4.35),
    ("Stockholm", 59.33, 18.07),
    ("Warsaw", 52.23, 21.01),
    ("Odessa", 46.48, 30.72),
    ("Moscow", 55.76, 37.62),
    ("Istanbul", 41.01, 28.98),
    ("Jerusalem", 31.77, 35.21),
    ("Tashkent", 41.31, 69.24),
    ("Shanghai", 31.23, 121.47),
    ("Sydney", -33.87, 151.21),
    ("Cape Town", -33.93, 18.42),
    ("New York", 40.71, -74.01),
    ("San Francisco", 37.78, -122.42),
    ("Mexico City", 19.43, -99.13),
    ("Havana", 23.11, -82.37),
    ("Buenos Aires", -34.60, -58.38),
)
WORDS = "took sold wrote the a her with without papers ship train émigré winter café letter".split()  # noqa: SIM905
FIRST_DAY, LAST_DAY = date(1850, 1, 1).toordinal(), date(1950, 12, 31).toordinal()
LETTERS = 200
"""Of a story, about."""


class Workload(NamedTuple):
    """So many lives of so many stays."""

    people: int
    stays: int

    @property
    def total(self) -> int:
        """Count the stays of all lives."""
        return self.people * self.stays

    @property
    def name(self) -> str:
        """Say it: "10,000 stays", "5,000 lives of 20"."""
        return (
            f"{self.stays:,} stays"
            if self.people == 1
            else f"{self.people:,} lives of {self.stays}"
        )


def write(path: Path, workload: Workload, seed: int = 1947) -> None:
    """Write lives as CSV, coordinates and exact days given."""
    dice = random.Random(f"{seed} {workload}")  # noqa: S311 -- a benchmark
    days = [date.fromordinal(day).isoformat() for day in range(FIRST_DAY, LAST_DAY + 2)]
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(HEADER)
        for person in range(1, workload.people + 1):
            name, city = f"Person {person:04}", dice.randrange(len(CITIES))
            for begin, end in _spans(dice, workload):
                place, lat, lon = CITIES[city]
                # Suburbs and villages around: as many places as stays.
                near = (round(lat + dice.gauss(0, 0.5), 5), round(lon + dice.gauss(0, 0.8), 5))
                span = (days[begin - FIRST_DAY], days[end - FIRST_DAY])
                out.writerow([name, place, *near, *span, _story(dice)])
                # Mostly to a city near in the list, sometimes anywhere.
                far = dice.random() > 0.7  # noqa: PLR2004
                step = dice.randrange(len(CITIES)) if far else dice.choice((-2, -1, 1, 2))
                city = (city + step) % len(CITIES)


def _spans(dice: random.Random, workload: Workload) -> list[tuple[int, int]]:
    """Share a life out among its stays, one after the other."""
    begin, end = FIRST_DAY, LAST_DAY
    if workload.people > 1:
        length = dice.randint(40 * 365, 80 * 365)
        begin = dice.randint(FIRST_DAY, LAST_DAY - length)
        end = begin + length
    moves = sorted(dice.randint(begin, end) for _ in range(workload.stays - 1))
    return list(zip([begin, *moves], [*moves, end], strict=True))


def _story(dice: random.Random) -> str:
    words = " ".join(dice.choices(WORDS, k=LETTERS // 6))
    return f"{words[:LETTERS].capitalize()}."
