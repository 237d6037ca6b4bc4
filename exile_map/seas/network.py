"""The network of sea ways: searoute's, with the canals that were open at the time."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from exile_map.geodesy import distance_km

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exile_map.geodesy import Point
    from exile_map.seas.land import Land

CANALS: Final = {
    "suez": ((1869.877, 1956.833), (1957.27, 1967.427), (1975.425, float("inf"))),
    "panama": ((1914.619, float("inf")),),
    "corinth": ((1893.562, float("inf")),),
    "kiel": ((1895.468, float("inf")),),
}
"""When each canal was open, in decimal years: Suez from 17 November 1869, closed from 1 November
1956 to 9 April 1957 and from 5 June 1967 to 5 June 1975; Panama from 15 August 1914; Corinth from
25 July 1893; Kiel from 21 June 1895."""

# searoute does not name these: they are what it has in the boxes (west, south, east, north).
_UNNAMED: Final = {
    "corinth": (22.92, 37.88, 23.05, 37.98),
    "magellan": (-70.5, -52.8, -69.1, -52.3),
}
# And it has none at Kiel: by Brunsbüttel, Grünental, Rendsburg and Holtenau, (lon, lat) in degrees.
_KIEL: Final = ((9.146, 53.888), (9.32, 54.12), (9.66, 54.3), (10.14, 54.37))
# Too narrow for most ships: a way of less than so many kilometres more is taken instead.
_TOLLS: Final = {"corinth": 200.0, "magellan": 1500.0}
# Never a ship's usual way: the passages of the Arctic, and lines searoute draws to close the map.
_NEVER: Final = frozenset({"northwest", "segment", "segment2"})
_BESIDE: Final = 16
"""How many of the nearest nodes a harbour is joined to."""

_LAND_COST: Final = 40.0
_SHORT_KM: Final = 400.0


def is_installed() -> bool:
    """Tell whether searoute is there."""
    return find_spec("searoute") is not None


def closed_in(year: float) -> frozenset[str]:
    """Return the canals that were not open at a time, a decimal year."""
    return frozenset(
        name
        for name, times in CANALS.items()
        if not any(opened <= year <= closed for opened, closed in times)
    )


def stretches_between(
    a: Point, b: Point, closed: frozenset[str], land: Land
) -> list[list[Point]] | None:
    """Return the shortest sea way between two harbours; None where there is none.

    Parameters
    ----------
    a, b
        The harbours, ``(lat, lon)`` in degrees.
    closed
        The canals that may not be taken.
    land
        What a harbour should not be joined to the sea across.

    Returns
    -------
    list of lists of points
        By turns a stretch of sea and a canal, each beginning where the one before ends.
    """
    import networkx as nx  # noqa: PLC0415 -- comes with searoute, when a ship sails

    graph = _graph()
    shut = _NEVER | closed

    def weight(_: object, __: object, data: dict[str, Any]) -> float | None:
        return None if data.get("passage") in shut else data["weight"]

    ends = (("harbour", 0), ("harbour", 1))
    try:
        for end, harbour in zip(ends, (a, b), strict=True):
            for node, km in _joins(harbour, land):
                graph.add_edge(end, node, weight=km)
        if distance_km(a, b) < _SHORT_KM:
            graph.add_edge(*ends, weight=_cost(a, b, land))
        path = nx.bidirectional_dijkstra(graph, *ends, weight=weight)[1]
    except nx.NetworkXNoPath:
        return None
    finally:
        graph.remove_nodes_from(ends)
    stretches = [[a]]
    for u, v in pairwise(path[1:-1]):
        if (graph.edges[u, v]["passage"] in CANALS) == (len(stretches) % 2 == 1):
            stretches.append([_point(u)])
        stretches[-1].append(_point(v))
    # A way of one node, or of none, has no pieces between nodes.
    if len(path) > len(ends):
        stretches[0].insert(1, _point(path[1]))
    if len(stretches) % 2 == 0:
        stretches.append([stretches[-1][-1]])
    stretches[-1].append(b)
    return stretches


def _point(node: tuple[float, float]) -> Point:
    return node[1], node[0]


@cache
def _graph() -> Any:  # noqa: ANN401 -- networkx publishes no types
    """Return a copy of searoute's network, its unnamed canals named."""
    import networkx as nx  # noqa: PLC0415 -- as above
    import searoute  # noqa: PLC0415 -- as above

    graph = nx.Graph()
    for u, v, data in sorted(searoute.setup_M().edges(data=True), key=lambda edge: edge[:2]):
        passage = _unnamed(u, v) or data.get("passage") or ""
        graph.add_edge(u, v, weight=data["weight"] + _TOLLS.get(passage, 0.0), passage=passage)
    nodes = sorted(graph)
    for mouth in (_KIEL[0], _KIEL[-1]):
        sea = min(nodes, key=lambda node: distance_km(_point(node), _point(mouth)))
        graph.add_edge(sea, mouth, weight=distance_km(_point(sea), _point(mouth)), passage="")
    for u, v in pairwise(_KIEL):
        graph.add_edge(u, v, weight=distance_km(_point(u), _point(v)), passage="kiel")
    return graph


def _unnamed(u: tuple[float, float], v: tuple[float, float]) -> str:
    """Name the canal or strait that a piece of the network goes through; blank if none."""
    lon, lat = (u[0] + v[0]) / 2, (u[1] + v[1]) / 2
    for name, (west, south, east, north) in _UNNAMED.items():
        if west < lon < east and south < lat < north:
            return name
    return ""


def _joins(harbour: Point, land: Land) -> Iterator[tuple[tuple[float, float], float]]:
    """Give the nodes near a harbour, and how far they are; what is on land counts manifold."""
    near = sorted((distance_km(harbour, (lat, lon)), (lon, lat)) for lon, lat in _graph_nodes())
    for _, (lon, lat) in near[:_BESIDE]:
        yield (lon, lat), _cost(harbour, (lat, lon), land)


@cache
def _graph_nodes() -> tuple[tuple[float, float], ...]:
    return tuple(_graph())


def _cost(a: Point, b: Point, land: Land) -> float:
    from exile_map.seas.land import cell_of  # noqa: PLC0415 -- the basemap only when a ship sails

    end = (b[0], b[1] + 360 * round((a[1] - b[1]) / 360))
    return distance_km(a, b) * (1 + _LAND_COST * land.share(cell_of(a), cell_of(end)))
