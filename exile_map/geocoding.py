"""Where the rows are: the user's own coordinates first, then the gazetteer, read in context."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from exile_map._abreast import Given
from exile_map.collecting import collector_at_rest
from exile_map.deferring import held
from exile_map.errors import DataError, Problem, shown
from exile_map.finders import Remembering
from exile_map.gazetteer import Gazetteer, Question
from exile_map.lands import SURE
from exile_map.located import Located, LocatedRow
from exile_map.making import maker
from exile_map.neighbours import asked_of, in_context, year_of
from exile_map.places.checked import Checked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from exile_map.finders import Finder
    from exile_map.gazetteer import Answer, Match
    from exile_map.places import PlaceRow, Places

_SHOWN_CANDIDATES: Final = 3
_SHOWN_CHOICES: Final = 5
_SAME_DEGREES: Final = 2e-5
_OUR_LAYERS: Final = ("curated", "country", "region", "city", "online")

__all__ = ["Located", "LocatedRow", "locate", "locate_several", "named"]

_NOTHING_PLACED: Final = Problem(
    "error",
    "nothing-placed",
    "has no place that could be found, so there is nothing to draw",
    "Correct the names, or give lat and lon.",
)


def locate(
    places: Places, gazetteer: Finder | None = None, *, strict: bool = False, part: bool = False
) -> Located:
    """Find where each row's place is, and was.

    Parameters
    ----------
    places
        The checked rows.
    gazetteer
        Whom to ask; the built-in one when None.
    strict
        Whether a place that cannot be settled is an error.
    part
        Whether the rows are a part of a larger table, of which nothing at all may be settled.

    Raises
    ------
    DataError
        No place at all could be settled, or, when strict, not every one could.
    """
    checked = held(places, "rows")
    given = Given.rows_of(checked) if isinstance(checked, Checked) else None
    if given is not None:
        return Located(given, places.problems, places.source)
    asked = Remembering.of(gazetteer or Gazetteer())
    with collector_at_rest():
        questions = _questions(places, asked)
        alone = _alone(questions, asked)
        answers = in_context(places.rows, questions, alone, asked)
        make = maker(LocatedRow, len(places.rows))
        rows = tuple(
            make(row, "ok", None, None, (), "", ())
            if answer is None and not row.via
            else _located(row, _uncorrected(row, answer), asked, make)
            for row, answer in zip(places.rows, answers, strict=True)
        )
    doubtful = (row for row in rows if row.lost_via or row.status != "ok" or _is_unsure(row))
    problems = [p for row in doubtful for p in _problems(row, places, strict=strict)]
    if not part and all(row.point is None for row in rows):
        problems.append(replace(_NOTHING_PLACED, file=places.source))
    if any(p.severity == "error" for p in problems):
        raise DataError([*places.problems, *problems])
    return Located(rows, (*places.problems, *problems), places.source)


def locate_several(
    tables: Iterable[Places], gazetteer: Finder | None = None, *, strict: bool = False
) -> Located:
    """Find where the places of several tables are, each table by itself, as `locate` does.

    Raises
    ------
    DataError
        As in `locate`; the problems of all tables are told.
    """
    asked = Remembering.of(gazetteer or Gazetteer())
    done: list[Located] = []
    problems: list[Problem] = []
    failed = False
    for table in tables:
        try:
            done.append(locate(table, asked, strict=strict))
            problems += done[-1].problems
        except DataError as error:
            failed = True
            problems += error.problems
    if failed:
        raise DataError(problems)
    if len(done) == 1:
        return done[0]
    rows = tuple(row for located in done for row in located.rows)
    return Located(rows, tuple(problems), ", ".join(located.source for located in done))


def _questions(places: Places, finder: Remembering) -> list[Question | None]:
    """Return what to ask about each row; None where there is a point.

    Questions that are answered alike are one, so that they are asked among neighbours once.
    """
    # What is asked is made into a question once for all rows that ask it.
    told = [
        asked_of(row) if row.lat is None or row.lon is None or _was_located(row) else None
        for row in places.rows
    ]
    once = {each: Question(*each) for each in dict.fromkeys(filter(None, told))}
    alike = dict(zip(once, finder.alike(list(once.values())), strict=True))
    return [each and alike[each] for each in told]


def _alone(questions: Sequence[Question | None], finder: Remembering) -> list[Answer | None]:
    """Ask each question by itself."""
    once = dict.fromkeys(filter(None, questions))
    answers: dict[Question | None, Answer] = dict(zip(once, finder.find_many(once), strict=True))
    return list(map(answers.get, questions))


def _was_located(row: PlaceRow) -> bool:
    """Tell whether a row's coordinates were once written by us, in a table people keep."""
    return "layer" in row.cells and row.cells["layer"] in _OUR_LAYERS


def _uncorrected(row: PlaceRow, answer: Answer | None) -> Answer | None:
    """Keep an answer only while the row's coordinates still are that answer's."""
    if answer is None or row.lat is None or row.lon is None:
        return answer
    if answer.match is None:
        return None
    moved = max(abs(answer.match.lat - row.lat), abs(answer.match.lon - row.lon))
    return answer if moved < _SAME_DEGREES else None


def _located(
    row: PlaceRow, answer: Answer | None, gazetteer: Finder, make: Callable[..., LocatedRow]
) -> LocatedRow:
    if answer is None:
        here = LocatedRow(row, "ok")
    else:
        match = answer.match
        note = match.note if match else answer.reason
        here = make(row, answer.status, match, answer, (), note, ())
    if not row.via:
        return here
    near = (here.point,) if here.point else ()
    found = [gazetteer.find(name, year=year_of(row), near=near).match for name in row.via]
    lost = tuple(name for name, match in zip(row.via, found, strict=True) if match is None)
    via = tuple((match.lat, match.lon) for match in found if match)
    return replace(here, via=via, lost_via=lost)


def _problems(row: LocatedRow, places: Places, *, strict: bool) -> list[Problem]:
    """Tell what could not be settled, and what was settled with little margin."""
    return [*_stay_problems(row, places, strict=strict), *_via_problems(row, places)]


def _via_problems(row: LocatedRow, places: Places) -> list[Problem]:
    """Tell of places on the way that the way is drawn without."""
    here = row.place
    reason, remedy = "is a place on the way that was not found", "Correct the spelling."
    where = (places.source, here.row, here.line, "via")
    return [
        Problem("warning", "via-not-found", reason, remedy, *where, name) for name in row.lost_via
    ]


def _stay_problems(row: LocatedRow, places: Places, *, strict: bool) -> list[Problem]:
    """Tell of a stay that could not be settled, or was settled with little margin."""
    here = row.place

    def problem(severity: str, kind: str, reason: str, remedy: str) -> Problem:
        written = (c for c in places.columns if here.cells.get(c, "").strip() == here.place)
        return Problem(
            "error" if severity == "error" else "warning",
            kind,
            reason,
            remedy,
            places.source,
            here.row,
            here.line,
            next(written, "") or "place",
            here.place,
        )

    if row.status != "ok":
        severity = "error" if strict else "warning"
        return [problem(severity, row.status, _reason(row), _REMEDIES.get(row.status, ""))]
    if row.match and _is_unsure(row):
        told = dict.fromkeys(map(named, (row.match, *row.candidates)))  # a city, and its district
        others = "; ".join(list(told)[1 : _SHOWN_CANDIDATES + 1])
        doubt = f"; it could also be {others}" if others else ", which is far from sure"
        read = _said_of_the_name(row) or f"was taken to be {named(row.match)}"
        return [
            problem(
                "warning",
                "settled-ambiguity",
                f"{read}{doubt}",
                "Add a country, or lat and lon, to settle it.",
            )
        ]
    return []


def _is_unsure(row: LocatedRow) -> bool:
    """Tell whether a place was settled with little margin."""
    return row.match is not None and row.match.confidence < SURE


def _reason(row: LocatedRow) -> str:
    """Say why a place was not settled, as a clause about the name."""
    if row.status == "ambiguous":
        return "could be " + "; ".join(named(match) for match in row.candidates[:_SHOWN_CHOICES])
    if row.suggestions:
        return f"is not in the gazetteer; near it are {', '.join(row.suggestions[:_SHOWN_CHOICES])}"
    return _said_of_the_name(row) or row.note.rstrip(".")


def _said_of_the_name(row: LocatedRow) -> str:
    """Return what the gazetteer says of a name that it does not know, as a clause about it."""
    named_first = f"“{row.place.place}” "
    is_said = row.note.startswith(named_first)
    return row.note.removeprefix(named_first).rstrip(".") if is_said else ""


_REMEDIES: Final = {
    "unresolved": "Correct the spelling, add a country, or give lat and lon;"
    " until then the map shows a gap here.",
    "ambiguous": "Add a country or a region, or give lat and lon;"
    " until then the map shows a gap here.",
    "not-a-place": "Write where it was, or give lat and lon; until then the map shows a gap here.",
}


def named(match: Match) -> str:
    """Name a match so that it can be told from its namesakes: name, region, country."""
    around = match.stands_in or match.region
    parts = [match.name, around if around != match.name else "", match.country]
    return shown(", ".join(part for part in parts if part))[1:-1]
