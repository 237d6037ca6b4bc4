"""Routes: one person's stays and the legs between them, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from exile_map._abreast import Found, abreast
from exile_map._life import Legs, Life
from exile_map._lives import Lives
from exile_map.deferring import deferring
from exile_map.stays import STAY_DEGREES, Leg, Stay, Years

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from exile_map.located import Located, LocatedRow

__all__ = ["STAY_DEGREES", "Leg", "Route", "Stay", "Years", "build", "in_order"]


@deferring("stays", "legs")
@dataclass(frozen=True, slots=True, repr=False)
class Route:
    """One person's stays and legs, in order."""

    person: str
    stays: tuple[Stay, ...]
    legs: tuple[Leg, ...]

    def __repr__(self) -> str:
        places = [stay.located.title for stay in self.stays]
        way = " to ".join([places[0], *places[1:][-1:]]) if places else "nowhere"
        named = f"{self.person}: " if self.person else ""
        return f"<Route {named}{len(places)} stays, {way}>"

    def _repr_mimebundle_(self, **_asked: object) -> dict[str, str]:
        """Show the route in a notebook: its picture and its stays, without any script."""
        import exile_map  # noqa: PLC0415 -- its public name brings the picture, only when asked

        picture = exile_map.Picture.small(self)
        return {"text/html": picture.with_stays(), "image/svg+xml": picture.svg()}

    def summary(self) -> pd.DataFrame:
        """Count years by country and by how they came, kilometres, and moves.

        Returns
        -------
        pandas.DataFrame
            As `exile_map.summary` gives it, with this one life in it.
        """
        import exile_map  # noqa: PLC0415 -- its public name brings pandas, and only when asked

        return exile_map.summary(self)


def build(located: Located) -> tuple[Route, ...]:
    """Make a route for each person, in the order in which they first appear.

    Parameters
    ----------
    located
        The located rows; the order of one person's rows is the order of the route.
    """
    lives = Lives.of(abreast(located))
    lives.go_by_sea()
    return tuple(_route(Life(lives, number)) for number in range(len(lives.persons)))


def _route(life: Life) -> Route:
    """Make a route of a life, whose stays and legs are made when they are asked for."""
    stays, legs = cast("tuple[Stay, ...]", life), cast("tuple[Leg, ...]", Legs(life))
    return Route(life.person, stays, legs)


def in_order(rows: Sequence[LocatedRow], ids: Sequence[str]) -> tuple[Stay, ...]:
    """Make the stays of one person: each row in its time among the others.

    Parameters
    ----------
    rows
        The person's rows, in the order of the route.
    ids
        The id of each stay.
    """
    if not rows:
        return ()
    return Life(Lives(Found(tuple(rows)), [""], [0], ids), 0).made()
