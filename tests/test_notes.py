"""Notes: what is said of a date or a place is said in the language of the page."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from exile_map import _notes, geocoding, page, places, routes, telling
from exile_map.dates import read_span
from exile_map.dates.phrases import in_digits
from exile_map.gazetteer import Gazetteer

WORDS = json.loads(Path(_notes.__file__).with_name("notes.json").read_text("utf-8"))
LANGUAGES = sorted(WORDS)
_BLANK = re.compile(r"\{\w+\}")
_ENGLISH = re.compile(r"\b(?:the|is|was|then|days|our|read as|calendar|write)\b", re.IGNORECASE)

DATES = (
    "25 October 1917 (O.S.)",
    "14 December 1825 (Julian)",
    "5 March 250 (O.S.)",
    "5 March 150 (O.S.)",
    "3 February 1711/12",
    "1904-05",
    "1917-21",
    "summers 1899–1917",
)
PLACES = (
    ("Leningrad", 1912.5, ""),
    ("Busan", 1922.9, ""),
    ("Prison Xyzzyx, Paris", 1920, ""),
    ("Xyzzyqwert", None, ""),
    ("Xyzzyqwert", None, "Qwertland"),
    ("Orenburg", None, "Italy"),
    ("Prison", None, ""),
    ("at sea", None, ""),
    ("abroad", None, ""),
    ("unknown", None, ""),
    ("Springfield", None, ""),
)


def notes() -> set[str]:
    """Collect notes as the core makes them, none written by hand."""
    gazetteer = Gazetteer()
    answers = [gazetteer.find(name, year=year, country=country) for name, year, country in PLACES]
    told = {read_span(text).note for text in DATES}
    return told | {answer.match.note if answer.match else answer.reason for answer in answers}


@pytest.fixture(scope="module")
def found() -> list[str]:
    return sorted(notes() - {""})


def test_the_notes_are_told_in_every_language_of_the_interface_but_english() -> None:
    assert set(LANGUAGES) | {"en"} == set(page.languages())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_has_each_form_with_its_blanks(lang: str) -> None:
    words = WORDS[lang]
    assert set(words) == {*_notes.FORMS, "quoted", "days", "season"}
    for kind, form in _notes.FORMS.items():
        wanted = sorted(re.findall(r"\(\?P<(\w+)>", form))
        assert sorted(blank[1:-1] for blank in _BLANK.findall(words[kind])) == wanted, kind
    assert words["quoted"].count("{name}") == 1
    assert words["season"].count("{year}") == 1
    assert min(map(int, words["days"])) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_note_the_core_makes_is_told_without_a_word_of_english(
    found: list[str], lang: str
) -> None:
    assert len(found) > len(DATES)
    for note in found:
        told = _notes.told(note, lang)
        assert told != note
        assert not _ENGLISH.search(told), told


def test_every_form_is_one_that_the_core_makes(found: list[str]) -> None:
    parts = [part for note in found for part in re.split(r"; |(?<=\.) (?=“)", note)] + found
    unseen = {
        kind
        for kind, form in _notes.FORMS.items()
        if not any(re.fullmatch(form, part) for part in parts)
    }
    # These two need a service to ask, or a name of nothing but signs.
    assert unseen <= {"offline", "nothing"}


def test_what_others_wrote_is_told_as_they_wrote_it() -> None:
    for note in ("Stayed with friends.", "", "read as you like; or not", "Ancien style"):
        assert _notes.told(note, "fr") == note
    assert "99999999999999" in _notes.told("X in 99999999999999: Y then.", "fr")
    assert "Foo 1904" in _notes.told("read as Foo 1904", "fr")
    assert _notes.told("“X” is not in the gazetteer.", "tlh") == "“X” is not in the gazetteer."


@pytest.mark.parametrize(
    ("lang", "note", "told"),
    [
        ("fr", "Leningrad in 1912: Saint Petersburg then.", "«\u202fLeningrad\u202f» s’appelait"),
        ("de", "“X” itself is not in the gazetteer: shown at Paris.", "„X“ selbst ist im"),
        (
            "de",
            "“X” itself is not in the gazetteer: shown as the area of Siberia.",
            "enthalten; gezeigt wird Siberia.",
        ),
        ("ru", "Old Style, 13 days behind our calendar", "на 13 дней"),
        ("ru", "Old Style, 2 days ahead of our calendar", "на 2 дня"),
        ("ru", "Old Style, 1 day ahead of our calendar", "на 1 день"),
        ("ar", "Old Style, 13 days behind our calendar", "13 يومًا"),
        ("ar", "Old Style, 2 days ahead of our calendar", "يومين"),
        ("fa", "Old Style, 13 days behind our calendar", "۱۳ روز"),
        ("fr", "read as May 1904; for two years write 1904–1905", "Lu comme mai 1904; pour"),
        ("ja", "Rome in 44 BCE: Roma then.", "紀元前44年"),
    ],
)
def test_numbers_dates_and_quotation_marks_are_the_languages_own(
    lang: str, note: str, told: str
) -> None:
    assert told in _notes.told(note, lang)


@pytest.mark.parametrize("lang", ["fr", "ar", "ja"])
def test_a_page_has_no_english_note(lang: str) -> None:
    table = (
        "place,start,end\nLeningrad,25 October 1912 (O.S.),1913\n"
        "Xyzzyqwert,1914,1915\nParis,1916,1917\n"
    )
    drawn = routes.build(geocoding.locate(places.read(io.BytesIO(table.encode()))))
    text = page.render(drawn, country_name=Gazetteer().country_name, lang=lang)
    for english in ("Old Style,", "gazetteer", " then."):
        assert english not in re.sub("<script>.*?</script>", "", text, flags=re.DOTALL)
    assert _notes.told("Old Style, 13 days behind our calendar", lang) in text


@pytest.mark.parametrize("lang", [*LANGUAGES, "en"])
def test_the_big_year_says_about_in_the_pages_language(lang: str) -> None:
    table = "place,start,end\nParis,c. 1909,1912\nRome,1912,1913\n"
    (route,) = routes.build(geocoding.locate(places.read(io.BytesIO(table.encode()))))
    labels = telling.year_labels(route.stays[0], lang)
    assert labels is not None
    assert in_digits("1909", lang) in str(labels[0])
    assert (labels[0] == "c. 1909") is (lang in {"en", "es", "pt"})


@pytest.mark.parametrize("lang", ["en", "fr", "ja"])
def test_what_the_name_of_today_says_is_not_said_again(lang: str) -> None:
    """Where "Fusan" is told as today's Busan nothing is left to say; of "Leningrad" there is."""
    text = "place,year\nBusan,1922\nKyiv,1905\nLeningrad,1919\n"
    (route,) = routes.build(geocoding.locate(places.read(io.BytesIO(text.encode()))))
    busan, kyiv, leningrad = route.stays
    country_name = Gazetteer().country_name
    assert "Busan" in telling.then_and_now(busan.located, lang, country_name)[1]
    assert telling.notes_of(busan, lang) == telling.notes_of(kyiv, lang) == ""
    assert "Leningrad" in telling.notes_of(leningrad, lang)
    assert busan.located.note, "the table keeps it"
