from __future__ import annotations

import io

from exile_map import places
from exile_map.gazetteer import Answer, Gazetteer
from exile_map.namesakes import tell_apart

FINDER = Gazetteer()
BOSTON = ((42.36, -71.06),)


def sureness(*names: str) -> list[float]:
    """Return how sure each name of one life, asked near Boston, is after its namesakes are seen."""
    text = "place\n" + "\n".join(f'"{name}"' for name in names)
    rows = places.read(io.BytesIO(text.encode())).rows
    settled: list[Answer | None] = [FINDER.find(name, near=BOSTON) for name in names]
    tell_apart(range(len(rows)), rows, settled)
    return [answer.match.confidence if answer and answer.match else 0.0 for answer in settled]


def test_a_bare_name_is_doubted_beside_a_fuller_one() -> None:
    fuller, bare = sureness("Cambridge, Massachusetts", "Cambridge")
    assert bare <= 0.75 < fuller


def test_a_name_without_a_namesake_in_the_life_stays_as_it_was() -> None:
    alone = FINDER.find("Cambridge", near=BOSTON).match
    assert alone
    assert sureness("Boston, Massachusetts", "Cambridge")[1] == alone.confidence > 0.75


def test_a_city_without_equal_is_not_doubted_for_what_is_called_more_fully_in_it() -> None:
    """Hugo was born to "Paris" as he lived in "Paris, rue de Clichy"."""
    text = 'place\n"Paris, rue de Clichy"\nParis\n'
    rows = places.read(io.BytesIO(text.encode())).rows
    settled: list[Answer | None] = [FINDER.find(name) for name in ("Paris", "Paris")]
    tell_apart(range(2), rows, settled)
    bare = settled[1]
    assert bare
    assert bare.match
    assert bare.match.confidence > 0.75
