"""Finders: one that remembers is asked for the same name only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exile_map.finders import Remembering
from exile_map.gazetteer import Gazetteer, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from exile_map.gazetteer import Answer
    from exile_map.geodesy import Point


class OneByOne:
    """The gazetteer without its bulk call, counting what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._gazetteer = Gazetteer()

    def find(
        self,
        name: str,
        *,
        year: float | None = None,
        country: str = "",
        region: str = "",
        near: Sequence[Point] = (),
    ) -> Answer:
        self.asked.append(name)
        return self._gazetteer.find(name, year=year, country=country, region=region, near=near)


class Counting(Gazetteer):
    """The gazetteer, counting what it is asked in bulk."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def find_many(self, questions: Iterable[Question]) -> Iterator[Answer]:
        some = list(questions)
        self.asked += [question.name for question in some]
        return super().find_many(some)


def test_a_name_is_asked_once_however_often_it_comes() -> None:
    for finder in (OneByOne(), Counting()):
        remembering = Remembering(finder)
        questions = [Question("Paris"), Question("Lille"), Question("Paris")]
        answers = list(remembering.find_many(questions))
        assert answers[0] is answers[2]
        assert remembering.find("Lille") is answers[1]
        assert finder.asked == ["Paris", "Lille"]


def test_another_year_or_hint_is_another_question() -> None:
    finder = OneByOne()
    remembering = Remembering(finder)
    for year, country in ((1912.0, ""), (1930.0, ""), (1930.0, "Russia")):
        remembering.find("Leningrad", year=year, country=country)
    assert len(finder.asked) == 3


def test_what_is_asked_with_neighbours_is_asked_each_time() -> None:
    finder = OneByOne()
    remembering = Remembering(finder)
    for near in ((51.5, -0.1), (42.4, -71.1)):
        remembering.find("Cambridge", near=[near])
    assert len(finder.asked) == 2


def test_what_is_asked_at_once_with_the_same_neighbours_is_asked_once() -> None:
    finder = OneByOne()
    question = Question("Cambridge", near=((51.5, -0.1),))
    answers = list(Remembering(finder).find_many([question, question, Question("Cambridge")]))
    assert finder.asked == ["Cambridge"] * 2
    assert answers[0].match
    assert answers[0].match.country == "GB"


def test_one_that_remembers_is_not_wrapped_again() -> None:
    remembering = Remembering(OneByOne())
    assert Remembering.of(remembering) is remembering


def test_one_that_is_asked_one_by_one_sees_no_lives() -> None:
    assert not Remembering(OneByOne()).sees_lives
    assert Remembering(Gazetteer()).sees_lives
