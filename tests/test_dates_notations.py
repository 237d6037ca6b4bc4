"""What biographers of eight languages write: read as meant, or refused with a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from exile_map.dates import DateError, read_span
from exile_map.dates.languages import LANGUAGES

NOTATIONS = [
    (written.strip(), expected.strip())
    for written, sign, expected in (
        line.partition("=>")
        for line in (Path(__file__).parent / "dates" / "notations.txt")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    if sign
]
READ = [(written, edtf) for written, edtf in NOTATIONS if not edtf.startswith("!")]
REFUSED = [(written, part[1:]) for written, part in NOTATIONS if part.startswith("!")]


@pytest.mark.parametrize(("written", "edtf"), READ)
def test_a_notation_is_read_as_meant(written: str, edtf: str) -> None:
    assert read_span(written).edtf == edtf


@pytest.mark.parametrize(("written", "part"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_reason_and_a_remedy(written: str, part: str) -> None:
    with pytest.raises(DateError) as caught:
        read_span(written)
    said = f"{caught.value} {' or '.join(caught.value.readings)}"
    assert part in said
    assert caught.value.remedy.endswith(".")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_notation_can_be_said_in_every_language(lang: str) -> None:
    for written, _ in READ:
        words = read_span(written).words(lang)
        assert words
        assert not set(words) & set("{}|[]~%")


def test_what_is_read_is_the_same_when_its_own_text_is_read_again() -> None:
    for written, edtf in READ:
        span = read_span(written)
        assert read_span(span.edtf) == span, edtf


def test_there_are_as_many_notations_as_promised() -> None:
    assert len(READ) >= 300
    assert len(REFUSED) >= 100
