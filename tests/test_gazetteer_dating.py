"""Questions about other years: one is asked for all between which nothing changes."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import hatch_build
from exile_map import geocoding, places
from exile_map.gazetteer import Gazetteer, Question
from exile_map.gazetteer.storage import BUILT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer import Answer

LIVES = Path(__file__).parent.parent / "benchmarks" / "gazetteer_lives.csv"
TURNING = (
    "Leningrad", "Petrograd", "Saint Petersburg", "Istanbul", "Constantinople", "Galicia",
    "Georgia", "Königsberg", "Lviv", "Lemberg", "Vienna", "Warsaw", "الجزائر", "Bosnia", "Ragusa",
    "Trieste", "Boston", "New York", "Jersey", "Paris", "Smyrna", "Ciudad Trujillo", "Berlin",
)  # fmt: skip
HINTS = (("", ""), ("", ""), ("Russia", ""), ("Turkey", ""), ("", "Bavaria"), ("USA", ""))
NEIGHBOURS = ((), ((48.8, 2.3),), ((55.7, 37.6), (42.4, -71.1)), ((-33.9, 18.4),))


@pytest.fixture(scope="module", autouse=True)
def _built() -> None:
    product = hatch_build.gazetteer()
    if not product.is_fresh():
        product.build()


def written_names() -> list[str]:
    """Return the names that lives have, and the names of curated places in all their scripts."""
    with LIVES.open(encoding="utf-8", newline="") as file:
        names = {stay["place"] for stay in csv.DictReader(file)}
    for path in BUILT.parent.glob("curated*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                names |= {part.rpartition(":")[2].strip() for part in row["names"].split(";")}
    return sorted(names)


def answers(gazetteer: Gazetteer, asked: Question) -> Iterator[Answer]:
    """Ask a question with one pair of neighbours after the other."""
    for near in NEIGHBOURS:
        yield gazetteer.find(
            asked.name, year=asked.year, country=asked.country, region=asked.region, near=near
        )


def check_alike(questions: Sequence[Question]) -> int:
    """Check that each is answered as the one it is put with is; return how many others are left."""
    gazetteer, known = Gazetteer(), {}
    alike = gazetteer.alike(questions)
    for asked, first in zip(questions, alike, strict=True):
        if first is asked:
            continue
        if first not in known:
            known[first] = [repr(answer) for answer in answers(gazetteer, first)]
        assert [repr(answer) for answer in answers(gazetteer, asked)] == known[first], asked
    return len(set(alike))


def test_names_whose_places_changed_hands_are_answered_alike_only_between_the_changes() -> None:
    years = [1480 + half / 2 for half in range(2 * 550)]
    chance = random.Random(4)  # noqa: S311 - a sample
    asked = [Question(name, year) for name in TURNING for year in chance.sample(years, 60)]
    assert check_alike(asked) < 0.8 * len(asked)


YEARS = st.one_of(
    st.integers(-800, 2030).map(float),
    st.integers(1780, 2030).map(lambda year: year + 0.5),
    st.floats(-800, 2030),
)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(written_names()),
    st.lists(YEARS, min_size=5, max_size=9),
    st.sampled_from(HINTS),
)
@example(
    "Leningrad", [1923.5, 1924.0, 1924.5, 1974.0, 1991.0, 1991.5, 1992.0, 2041.0, 2041.5], HINTS[0]
)
@example("Petrograd", [1860.0, 1861.0, 1862.5, 1913.0, 1914.0, 1924.0, 1925.0], HINTS[2])
@example("الجزائر", [1830.0, 1830.5, 1961.0, 1962.0, 1962.5, 1963.0, 1964.0], HINTS[0])
def test_any_name_is_answered_alike_in_all_years_of_a_time(
    name: str, years: list[float], hints: tuple[str, str]
) -> None:
    check_alike([Question(name, year, *hints) for year in years])


def test_what_tells_its_year_is_told_for_each_year() -> None:
    asked = [Question("Leningrad", year) for year in (1912.0, 1912.5, 1913.0, 1930.0, 1931.0)]
    alike = Gazetteer().alike(asked)
    assert alike == [asked[0], asked[0], asked[2], asked[3], asked[3]]


def test_neighbours_few_years_and_names_not_known_are_left_as_they_are() -> None:
    years = (1801.0, 1802.0, 1803.0, 1804.0, 1805.0)
    asked = [
        *(Question("Paris", year, near=((48.8, 2.3),)) for year in years),
        *(Question("Parsi", year) for year in years),
        *(Question("prison", year) for year in years),
        *(Question("Lille", year, "Brazil") for year in years),
        *(Question("Lyon", year) for year in years[:2]),
        Question("Lyon"),
    ]
    assert all(a is b for a, b in zip(Gazetteer().alike(asked), asked, strict=True))


def test_lives_are_asked_for_once_for_all_years_in_which_a_name_means_the_same() -> None:
    asked: list[Question] = []

    class Counting(Gazetteer):
        def find_many(self, questions: Iterable[Question]) -> Iterator[Answer]:
            some = list(questions)
            asked.extend(some)
            return super().find_many(some)

    lines = [f"{1801 + n},{place}" for n in range(90) for place in ("Paris", "Lille")]
    table = places.read(io.BytesIO("\n".join(["year,place", *lines]).encode()))
    located = geocoding.locate(table, Counting())
    assert {row.match.name for row in located.rows if row.match} == {"Paris", "Lille"}
    assert len(asked) < len(lines) / 3


def test_an_own_place_changes_when_its_own_row_says_so(tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    rows = "id,name,lat,lon,since,until\n1,Arcadia House,1,2,1850,1859\n"
    mine.write_text(rows, encoding="utf-8")
    gazetteer = Gazetteer(overlay=mine)
    asked = [Question("Arcadia House", float(year)) for year in range(1840, 1870)]
    alike = gazetteer.alike(asked)
    assert len(set(alike)) < len(asked) / 2
    for one, first in zip(asked, alike, strict=True):
        assert gazetteer.find(one.name, year=one.year) == gazetteer.find(
            first.name, year=first.year
        )
