"""Notes: what was found out about a date or a place, told in the language of the page.

The core writes them in English, and so are they in the tables people keep and read again: here each
sentence is known by its form. What has none of these forms was written by others, and stays.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from exile_map.dates import DateError, read_span
from exile_map.dates.phrases import in_digits
from exile_map.gazetteer.folding import fold

_NAME: Final = "“(?P<name>.+?)”"
_DAYS: Final = "Old Style, (?P<days>[0-9]+) days?"
FORMS: Final = {
    "agreed": "Old Style, on which both calendars agreed",
    "behind": f"{_DAYS} behind our calendar",
    "ahead": f"{_DAYS} ahead of our calendar",
    "month": "read as (?P<date>(?:a season of|[A-Z][a-z]+) [0-9]{4})",
    "years": "for two years write (?P<years>.+)",
    "seasons": "read as one time from the first of these seasons to the last",
    "march": "(?P<first>[0-9]+) where the year began in March, (?P<second>[0-9]+) by ours",
    "toponym": "(?P<name>.+) in (?P<year>[0-9]+(?: BCE)?): (?P<shown>.+) then[.]",
    "inside": f"{_NAME} itself is not in the gazetteer: "
    "shown (?:at|as the area of) (?P<place>.+)[.]",
    "unknown": f"{_NAME} is not in the gazetteer[.]",
    "elsewhere": f"No {_NAME} is known in (?P<where>.+); there is .+[.]",
    "ambiguous": f"{_NAME} may be .+[.]",
    "offline": f"{_NAME} was not found online[.]",
    "unread": "(?P<names>“.+”) (?:is|are) not known as a country, region or town[.]",
    "nothing": f"{_NAME} names nothing[.]",
    "nowhere": f"{_NAME} says that the place is not known[.]",
    "held": f"{_NAME} names a kind of confinement, not a place[.]",
    "travelling": f"{_NAME} says that they were on the way, not where[.]",
    "away": f"{_NAME} says that they were away, not where[.]",
}
_SEASON: Final = "a season of "
_DATES: Final = frozenset({"date", "year", "first", "second"})
_QUOTED: Final = re.compile("“(.+?)”")
_NEXT_SENTENCE: Final = re.compile(r"(?<=\.) (?=“)")


@lru_cache(maxsize=4096)
def told(note: str, lang: str) -> str:
    """Tell a note in a language.

    Parameters
    ----------
    note
        What a match, a span or the reason of an answer says, in English.
    lang
        The language, an ISO 639-1 code.

    Returns
    -------
    str
        The note as it is where the language, or the form of any part of it, is not known.
    """
    words = _words().get(lang) if note and lang != "en" else None
    if words is None:
        return note
    sentences = note.endswith(".")
    parts = _NEXT_SENTENCE.split(note) if sentences else note.split("; ")
    said = [_said(part, words, lang) for part in parts]
    return (" " if sentences else "; ").join(said) if all(said) else note


def renames(note: str, now: str, then: str) -> bool:
    """Tell whether a note says no more than what a place that is called so now was called then."""
    found = re.fullmatch(FORMS["toponym"], note)
    return found is not None and fold(found["name"]) == fold(now) and found["shown"] == then


def _said(part: str, words: dict[str, Any], lang: str) -> str:
    """Tell one sentence or clause; blank where its form is not known."""
    for kind, form in FORMS.items():
        found = re.fullmatch(form, part)
        if found:
            values = {
                key: _value(key, text, words, lang) for key, text in found.groupdict().items()
            }
            return str(words[kind]).format(**values)
    return ""


def _value(key: str, text: str, words: dict[str, Any], lang: str) -> str:
    """Write what a sentence tells in the language's own way: dates, days, quotation marks."""
    if key == "days":
        return _days(int(text), words["days"], lang)
    if key in _DATES and text.startswith(_SEASON):
        return str(words["season"]).format(year=_date(text.removeprefix(_SEASON), lang))
    if key in _DATES:
        return _date(text, lang)
    if key == "names":
        return ", ".join(words["quoted"].format(name=name) for name in _QUOTED.findall(text))
    return str(words["quoted"]).format(name=text) if key == "name" else text


def _date(text: str, lang: str) -> str:
    """Say a date; as it stands where others wrote it."""
    try:
        return read_span(text).words(lang)
    except DateError:
        return text


def _days(count: int, forms: dict[str, str], lang: str) -> str:
    """Count days; each form is that of its number and of those up to the next form's."""
    form = next(form for least, form in reversed(forms.items()) if int(least) <= count)
    return form.format(n=in_digits(str(count), lang))


@cache
def _words() -> dict[str, dict[str, Any]]:
    """Read the words of each language."""
    path = Path(__file__).with_name("notes.json")
    words: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return words
