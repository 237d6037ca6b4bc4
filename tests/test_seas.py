from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exile_map import geocoding, places, routes, seas
from exile_map.geodesy import Point, Way, distance_km, geodesic
from exile_map.linked_places import to_geojson
from exile_map.seas import land, memory, mending, network

ROOT = Path(__file__).parent.parent
HARBOURS = {
    "Marseille": (43.297, 5.381),
    "Fort-de-France": (14.609, -61.073),
    "London": (51.509, -0.126),
    "Bombay": (19.07, 72.88),
    "New York": (40.714, -74.006),
    "San Francisco": (37.775, -122.419),
    "Vladivostok": (43.115, 131.885),
    "Manila": (14.6, 120.98),
    "San Pedro": (33.736, -118.292),
    "Havana": (23.13, -82.38),
    "Veracruz": (19.18, -96.14),
    "Hamburg": (53.55, 9.99),
    "Kiel": (54.32, 10.13),
    "Patras": (38.25, 21.73),
    "Piraeus": (37.94, 23.65),
    "Odessa": (46.48, 30.73),
    "Istanbul": (41.01, 28.95),
    "Sydney": (-33.87, 151.2),
    "Kem": (64.95, 34.6),
    "Solovki": (65.02, 35.71),
    "Baku": (40.38, 49.89),
    "Krasnovodsk": (40.02, 52.97),
}
# How far inland the middle of a town may be: London's is, up a river that the basemap has not.
HARBOUR_KM = 45
WORLD = land.world()


def way(start: str, goal: str, year: float) -> Way:
    found = seas.way(HARBOURS[start], HARBOURS[goal], year)
    assert found is not None
    return found


def land_between(points: list[Point]) -> list[tuple[float, Point]]:
    """Return the pieces of a line that are on land, in kilometres, and where they begin."""
    out = []
    for p, q in pairwise(points):
        share = WORLD.share(land.cell_of(p), land.cell_of(q))
        if share:
            out.append((share * distance_km(p, q), p))
    return out


def on_land_at_sea(points: list[Point]) -> float:
    """Return how many kilometres are on land, other than beside the two harbours."""
    return sum(
        km
        for km, p in land_between(points)
        if min(distance_km(p, points[0]), distance_km(p, points[-1])) > HARBOUR_KM
    )


@pytest.mark.parametrize(
    ("name", "lat", "lon", "is_land"),
    [
        ("Paris", 48.85, 2.35, True),
        ("the Gulf of Lion", 43, 5, False),
        ("the Caspian Sea", 42, 50.5, False),
        ("the Pacific", 0, -150, False),
        ("Chukotka, beyond the 180th meridian", 66.0, -175.0, True),
        ("the Bering Sea", 60, -179, False),
        ("Vanua Levu", -16.6, 179.2, True),
        ("Antarctica", -80, 0, True),
        ("Martinique", 14.66, -61.0, True),
    ],
)
def test_land_is_where_the_basemap_has_it(name: str, lat: float, lon: float, is_land: bool) -> None:  # noqa: FBT001 -- a row of the table
    assert WORLD.is_land(land.cell_of((lat, lon))) is is_land, name
    assert WORLD.is_land(land.cell_of((lat, lon + 360))) is is_land, name


@given(st.floats(-85, 85), st.floats(-180, 540))
def test_a_place_on_the_grid_is_the_place_it_was(lat: float, lon: float) -> None:
    assert land.point_of(land.cell_of((lat, lon))) == pytest.approx((lat, lon), abs=1e-6)


def test_a_line_to_britain_crosses_the_coast_twice() -> None:
    a, b = land.cell_of((48.85, 2.35)), land.cell_of((51.5, -0.6))
    first, last = (WORLD.crossings(a, b)[i] for i in (0, -1))
    assert 0.3 < first < last < 0.9
    assert 0.5 < WORLD.share(a, b) < 0.9


def test_a_way_that_cuts_a_cape_is_led_around_it() -> None:
    # From the Gulf of Naples to the Gulf of Salerno, through the peninsula between them.
    line = [land.cell_of((40.75, 14.2)), land.cell_of((40.55, 14.7))]
    assert mending.length_on_land(line, WORLD) > 0
    mended = mending.mended(line, WORLD)
    assert mended[0] == line[0]
    assert mended[-1] == line[-1]
    assert mending.length_on_land(mended, WORLD) == 0
    assert len(mended) < 12


def test_a_way_that_cannot_be_led_around_stays_as_it_is() -> None:
    line = [land.cell_of((48.2, 16.37)), land.cell_of((47.5, 19.05))]
    assert mending.mended(line, WORLD) == line


@pytest.mark.parametrize(
    ("start", "goal", "year"),
    [
        ("Marseille", "Fort-de-France", 1941.2),
        ("Havana", "Veracruz", 1941),
        ("Manila", "San Pedro", 1935),
        ("Vladivostok", "Manila", 1935),
        ("Odessa", "Istanbul", 1920),
        ("Hamburg", "Kiel", 1890),
        ("Kem", "Solovki", 1925),
        ("Baku", "Krasnovodsk", 1920),
        ("London", "Bombay", 1860),
        ("New York", "San Francisco", 1910),
        ("Patras", "Piraeus", 1880),
    ],
)
def test_a_ship_stays_at_sea(start: str, goal: str, year: float) -> None:
    line = list(way(start, goal, year).points)
    assert on_land_at_sea(line) == 0
    # What is on land at the harbours is no more than there has to be.
    assert sum(km for km, _ in land_between(line)) < HARBOUR_KM


def test_a_way_ends_in_its_harbours_and_runs_on_over_the_180th_meridian() -> None:
    sailed = way("Manila", "San Pedro", 1935)
    assert sailed.points[0] == HARBOURS["Manila"]
    lat, lon = HARBOURS["San Pedro"]
    assert sailed.points[-1] == pytest.approx((lat, lon + 360))
    assert all(abs(q[1] - p[1]) < 180 for p, q in pairwise(sailed.points))
    pieces = sum(geodesic(p, q).km for p, q in pairwise(sailed.points))
    assert sailed.km == pytest.approx(pieces, rel=0.001)


def test_no_way_by_sea_is_shorter_than_the_geodesic() -> None:
    pairs = (
        ("London", "Bombay"),
        ("Manila", "San Pedro"),
        ("Kem", "Solovki"),
        ("Odessa", "Istanbul"),
    )
    for start, goal in pairs:
        assert way(start, goal, 1860).km >= geodesic(HARBOURS[start], HARBOURS[goal]).km - 0.1


def test_in_1860_a_ship_to_india_goes_round_the_cape_and_in_1910_through_suez() -> None:
    around, through = way("London", "Bombay", 1860), way("London", "Bombay", 1910)
    assert min(lat for lat, _ in around.points) < -34
    assert around.km == pytest.approx(19_800, rel=0.03)
    assert min(lat for lat, _ in through.points) > 11
    assert any(distance_km(p, (30.4, 32.35)) < 30 for p in through.points)


def test_in_1910_a_ship_to_california_goes_round_the_horn_and_in_1920_through_panama() -> None:
    around, through = (way("New York", "San Francisco", year) for year in (1910, 1920))
    # Cape Horn is at 55.98° south.
    assert min(lat for lat, _ in around.points) < -55.9
    assert min(lat for lat, _ in through.points) > 5
    assert any(distance_km(p, (9.1, -79.7)) < 20 for p in through.points)


def test_the_canals_of_corinth_and_kiel_are_taken_once_they_are_dug() -> None:
    assert way("Patras", "Piraeus", 1894).km < 0.6 * way("Patras", "Piraeus", 1893).km
    assert way("Hamburg", "Kiel", 1896).km < 0.3 * way("Hamburg", "Kiel", 1895).km


@pytest.mark.parametrize(
    ("canal", "year", "is_closed"),
    [
        ("suez", 1869.8, True),
        ("suez", 1869.9, False),
        ("suez", 1970, True),
        ("suez", 1980, False),
        ("panama", 1914.5, True),
        ("panama", 1914.7, False),
        ("kiel", 1895, True),
        ("corinth", 1895, False),
        ("panama", float("inf"), False),
    ],
)
def test_a_canal_is_open_from_its_day_on(canal: str, year: float, is_closed: bool) -> None:  # noqa: FBT001 -- a row of the table
    assert (canal in network.closed_in(year)) is is_closed


@pytest.mark.parametrize(
    ("a", "b"),
    [((48.2, 16.37), (47.5, 19.05)), ((46.2, 6.15), (46.52, 6.63)), ((55.75, 37.6), (56.3, 44.0))],
    ids=["Vienna to Budapest", "Geneva to Lausanne", "Moscow to Nizhny Novgorod"],
)
def test_where_there_is_no_sea_there_is_no_way(a: Point, b: Point) -> None:
    assert seas.way(a, b, 1900) is None


def test_a_way_is_the_same_in_another_process(tmp_path: Path) -> None:
    script = (
        "from exile_map import seas\nprint(seas.way((23.13, -82.38), (19.18, -96.14), 2000).points)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": str(ROOT),
                "XDG_CACHE_HOME": str(tmp_path / seed),
            },
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
    assert runs.pop().startswith("((23.13, -82.38)")


def test_a_way_is_found_once_and_read_after_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ends = ((23.13, -82.38), (19.18, -96.14))
    counted = []

    def found() -> Way | None:
        counted.append(1)
        return geodesic(*ends)

    first, again = (memory.remembered(*ends, frozenset(), found) for _ in range(2))
    assert first == again == geodesic(*ends)
    assert len(counted) == 1
    memory.remembered(*ends, frozenset({"suez"}), found)
    assert len(counted) == 2
    # What is kept can be lost or broken; then it is found again.
    for kept in (tmp_path / "exile_map" / "seas").iterdir():
        kept.write_text("{", encoding="utf-8")
    assert memory.remembered(*ends, frozenset(), found) == first
    assert len(counted) == 3


def test_where_nothing_can_be_kept_a_way_is_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert memory.remembered((1, 2), (3, 4), frozenset(), lambda: None) is None


@pytest.fixture(scope="module")
def paul_lemerle() -> tuple[routes.Route, ...]:
    return routes.build(geocoding.locate(places.read(ROOT / "data" / "paul_lemerle.csv")))


def test_the_voyage_of_the_paul_lemerle_stays_at_sea_as_the_page_draws_it(
    paul_lemerle: tuple[routes.Route, ...],
) -> None:
    """At zoom 7 the page draws every point of the basemap; the wire rounds to 100 m."""
    document = to_geojson(paul_lemerle, country_name=lambda code, _: code)
    voyages = [
        f["geometry"]["coordinates"]
        for f in document["features"]
        if f["properties"].get("mode") == "ship Capitaine Paul-Lemerle"
        and f["properties"]["type"] == "leg"
    ]
    assert len(voyages) == 4
    line = [(lat, lon) for lon, lat in voyages[0]]
    calls = [line[0], (35.69, -0.64), (33.59, -7.62), line[-1]]
    inland = [
        (km, p) for km, p in land_between(line) if min(distance_km(p, call) for call in calls) > 10
    ]
    assert inland == []
    assert sum(km for km, _ in land_between(line)) < 20
    for call in calls:
        assert min(distance_km(p, call) for p in line) < 5


def test_four_lives_are_on_one_ship_and_part_at_martinique(
    paul_lemerle: tuple[routes.Route, ...],
) -> None:
    ways = {
        leg.points
        for route in paul_lemerle
        for leg in route.legs
        if "Paul-Lemerle" in leg.end.located.place.mode
    }
    assert len(ways) == 1
    after = {
        route.legs[i + 1].end.located.title
        for route in paul_lemerle
        for i, leg in enumerate(route.legs)
        if "Paul-Lemerle" in leg.end.located.place.mode
    }
    assert after == {"Ciudad Trujillo", "Ellis Island", "San Juan"}
