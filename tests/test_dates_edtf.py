"""EDTF, in which every span is exchanged: the specification's examples, and round trips."""

from __future__ import annotations

import subprocess
import sys
import time
from calendar import monthrange

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exile_map.dates import Bounds, DateError, Day, Span, read_span

SPECIFICATION = [
    # Level 0: dates, dates with a time, intervals.
    ("1985-04-12", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04", (1985, 4, 1), (1985, 4, 30)),
    ("1985", (1985, 1, 1), (1985, 12, 31)),
    ("1985-04-12T23:20:30", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12)),
    ("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12)),
    # Level 1: years of more than four digits, seasons, qualification.
    ("Y170000002", (170000002, 1, 1), (170000002, 12, 31)),
    ("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31)),
    ("2001-21", (2001, 3, 1), (2001, 5, 31)),
    ("2001-22", (2001, 6, 1), (2001, 8, 31)),
    ("2001-23", (2001, 9, 1), (2001, 11, 30)),
    ("2001-24", (2001, 12, 1), (2002, 2, 28)),
    ("1984?", (1984, 1, 1), (1984, 12, 31)),
    ("2004-06~", (2004, 6, 1), (2004, 6, 30)),
    ("2004-06-11%", (2004, 6, 11), (2004, 6, 11)),
    # Level 1: unspecified digits.
    ("201X", (2010, 1, 1), (2019, 12, 31)),
    ("20XX", (2000, 1, 1), (2099, 12, 31)),
    ("2004-XX", (2004, 1, 1), (2004, 12, 31)),
    ("1985-04-XX", (1985, 4, 1), (1985, 4, 30)),
    ("1985-XX-XX", (1985, 1, 1), (1985, 12, 31)),
    # Level 1: negative years.
    ("-1985", (-1985, 1, 1), (-1985, 12, 31)),
    ("0000", (0, 1, 1), (0, 12, 31)),
    # Level 2, where it costs nothing.
    ("Y-17E7", (-170000000, 1, 1), (-170000000, 12, 31)),
    ("156X-12-25", (1560, 12, 25), (1569, 12, 25)),
    ("15XX-12-25", (1500, 12, 25), (1599, 12, 25)),
    ("XXXX-12-XX", (0, 12, 1), (9999, 12, 31)),
    ("1XXX-XX", (1000, 1, 1), (1999, 12, 31)),
    ("1XXX-12", (1000, 12, 1), (1999, 12, 31)),
    ("1984-1X", (1984, 10, 1), (1984, 12, 31)),
    ("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31)),
    ("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31)),
    ("2004-06~-11", (2004, 6, 11), (2004, 6, 11)),
    ("?2004-06-~11", (2004, 6, 11), (2004, 6, 11)),
    ("1941-38", (1941, 5, 1), (1941, 8, 31)),
]

INTERVALS = [
    # Level 0.
    ("1964/2008", ((1964, 1, 1), (1964, 12, 31), (2008, 1, 1), (2008, 12, 31))),
    ("2004-06/2006-08", ((2004, 6, 1), (2004, 6, 30), (2006, 8, 1), (2006, 8, 31))),
    ("2004-02-01/2005-02-08", ((2004, 2, 1), (2004, 2, 1), (2005, 2, 8), (2005, 2, 8))),
    ("2004-02-01/2005-02", ((2004, 2, 1), (2004, 2, 1), (2005, 2, 1), (2005, 2, 28))),
    ("2004-02-01/2005", ((2004, 2, 1), (2004, 2, 1), (2005, 1, 1), (2005, 12, 31))),
    ("2005/2006-02", ((2005, 1, 1), (2005, 12, 31), (2006, 2, 1), (2006, 2, 28))),
    # Level 1: open and unknown ends, qualification.
    ("1985-04-12/..", ((1985, 4, 12), (1985, 4, 12), (1985, 4, 12), None)),
    ("1985-04/..", ((1985, 4, 1), (1985, 4, 30), (1985, 4, 1), None)),
    ("1985/..", ((1985, 1, 1), (1985, 12, 31), (1985, 1, 1), None)),
    ("../1985-04-12", (None, (1985, 4, 12), (1985, 4, 12), (1985, 4, 12))),
    ("../1985-04", (None, (1985, 4, 30), (1985, 4, 1), (1985, 4, 30))),
    ("../1985", (None, (1985, 12, 31), (1985, 1, 1), (1985, 12, 31))),
    ("1985-04-12/", ((1985, 4, 12), (1985, 4, 12), None, None)),
    ("1985-04/", ((1985, 4, 1), (1985, 4, 30), None, None)),
    ("1984-06-02?/", ((1984, 6, 2), (1984, 6, 2), None, None)),
    ("1985/", ((1985, 1, 1), (1985, 12, 31), None, None)),
    ("/1985-04-12", (None, None, (1985, 4, 12), (1985, 4, 12))),
    ("/1985-04", (None, None, (1985, 4, 1), (1985, 4, 30))),
    ("/1985", (None, None, (1985, 1, 1), (1985, 12, 31))),
    ("1984~/2004-06", ((1984, 1, 1), (1984, 12, 31), (2004, 6, 1), (2004, 6, 30))),
    ("1984/2004-06~", ((1984, 1, 1), (1984, 12, 31), (2004, 6, 1), (2004, 6, 30))),
    ("1984?/2004%", ((1984, 1, 1), (1984, 12, 31), (2004, 1, 1), (2004, 12, 31))),
    ("2004-06~/2004", ((2004, 6, 1), (2004, 6, 30), (2004, 1, 1), (2004, 12, 31))),
    ("1984-06?/2004-08?", ((1984, 6, 1), (1984, 6, 30), (2004, 8, 1), (2004, 8, 31))),
    ("1984-06-02?/2004-08-08~", ((1984, 6, 2), (1984, 6, 2), (2004, 8, 8), (2004, 8, 8))),
    ("1984~/2004~", ((1984, 1, 1), (1984, 12, 31), (2004, 1, 1), (2004, 12, 31))),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), SPECIFICATION)
def test_the_dates_of_the_specification_mean_what_it_says(
    text: str, earliest: tuple[int, ...], latest: tuple[int, ...]
) -> None:
    span = read_span(text)
    assert span.start is not None
    assert (span.start.earliest, span.start.latest) == (earliest, latest)
    assert span.end is None
    assert read_span(span.edtf) == span


@pytest.mark.parametrize(("text", "days"), INTERVALS)
def test_the_intervals_of_the_specification_mean_what_it_says(
    text: str, days: tuple[tuple[int, ...] | None, ...]
) -> None:
    span = read_span(text)
    found: list[Day | None] = []
    for bounds in (span.start, span.end):
        found += [bounds.earliest, bounds.latest] if bounds is not None else [None, None]
    assert tuple(found) == days
    assert span.edtf == text
    assert read_span(span.edtf) == span


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1984", False, False),
        ("1984~", True, False),
        ("1984?", False, True),
        ("1984%", True, True),
        ("2004?-06~", True, True),
        ("[1917-03~..1917-05~]", True, False),
        ("201X~", True, False),
    ],
)
def test_qualification_is_kept(text: str, approximate: bool, uncertain: bool) -> None:  # noqa: FBT001
    start = read_span(text).start
    assert start is not None
    assert (start.approximate, start.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    ["1984/1960", "1985-13", "1985-04-31", "[1912..1909]", "{1912..1909}", "1985-04-12/1985-04-11"],
)
def test_edtf_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_span(text)


def test_an_unknown_end_and_an_open_end_are_not_the_same() -> None:
    unknown, opened, untold = read_span("1941/"), read_span("1941/.."), read_span("1941")
    assert len({unknown, opened, untold}) == 3
    assert unknown.end == Bounds(None, None)
    assert opened.years == (1941.0, 1942.0, 1941.0, None)


YEARS = st.one_of(
    st.integers(-9999, 9999), st.integers(1800, 2030), st.integers(-(10**9), 10**9), st.just(0)
)


@st.composite
def days(draw: st.DrawFn) -> Day:
    year, month = draw(YEARS), draw(st.integers(1, 12))
    # The calendar module knows no year below 1; years 400 apart are alike.
    longest = monthrange(year % 400 + 400, month)[1]
    number = draw(st.one_of(st.just(1), st.just(longest), st.integers(1, longest)))
    return Day(year, month, number)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    known = sorted(draw(st.lists(days(), min_size=2, max_size=2)))
    open_at = draw(st.sampled_from(["", "", "earliest", "latest"]))
    flags = (draw(st.booleans()), draw(st.booleans()))
    kind = draw(st.sampled_from(["between", "day", "month", "year", "decade"]))
    first, last = known
    if kind == "day":
        last = first
    elif kind == "month":
        first = first._replace(day=1)
        last = first._replace(day=monthrange(first.year % 400 + 400, first.month)[1])
    elif kind == "year":
        first, last = Day(first.year, 1, 1), Day(first.year, 12, 31)
    elif kind == "decade":
        base = first.year - first.year % 10
        first, last = Day(base, 1, 1), Day(base + 9, 12, 31)
    return Bounds(
        None if open_at == "earliest" else first, None if open_at == "latest" else last, *flags
    )


def _possible(span: Span) -> bool:
    """Say whether the span does not end before it starts."""
    if span.start is None or span.end is None:
        return True
    first, last = span.start.earliest, span.end.latest
    return first is None or last is None or first <= last


SPANS = st.builds(
    Span,
    st.one_of(st.none(), bounds()),
    st.one_of(st.none(), st.just(Bounds(None, None)), bounds()),
).filter(_possible)


@given(SPANS)
def test_every_span_written_as_edtf_is_read_as_the_same(span: Span) -> None:
    assert read_span(span.edtf) == span


MARK = st.sampled_from(["", "~", "?", "%"])
DATES = st.one_of(
    st.builds("{:04d}{}".format, st.integers(0, 9999), MARK),
    st.builds("-{:04d}{}".format, st.integers(1, 9999), MARK),
    st.builds("{:04d}-{:02d}{}".format, st.integers(0, 9999), st.integers(1, 12), MARK),
    st.builds("{:04d}-{:02d}{}".format, st.integers(0, 9999), st.integers(21, 24), MARK),
    st.builds(
        "{:04d}-{:02d}-{:02d}{}".format,
        st.integers(0, 9999),
        st.integers(1, 12),
        st.integers(1, 28),
        MARK,
    ),
    st.builds("{:03d}X{}".format, st.integers(0, 999), MARK),
    st.builds("{:02d}XX{}".format, st.integers(0, 99), MARK),
    st.builds("{:04d}-XX{}".format, st.integers(0, 9999), MARK),
    st.builds("{:04d}-{:02d}-XX{}".format, st.integers(0, 9999), st.integers(1, 12), MARK),
    st.builds("{:04d}-XX-XX{}".format, st.integers(0, 9999), MARK),
    st.builds("Y{}{}".format, st.integers(10_000, 10**9), MARK),
)


@given(DATES)
def test_every_edtf_date_gives_its_own_text_back(text: str) -> None:
    span = read_span(text)
    assert span.edtf == text
    assert read_span(span.edtf) == span


@given(DATES, st.one_of(DATES, st.sampled_from(["", ".."])))
def test_every_edtf_interval_gives_its_own_text_back_or_is_reversed(start: str, end: str) -> None:
    try:
        span = read_span(f"{start}/{end}")
    except DateError as error:
        assert "before it starts" in error.reason  # noqa: PT017 - the other outcome is below
    else:
        assert span.edtf == f"{start}/{end}"
        assert read_span(span.edtf) == span


@given(SPANS)
def test_the_decimal_years_of_a_span_are_in_order(span: Span) -> None:
    for first, last in (span.years[:2], span.years[2:]):
        assert first is None or last is None or first < last


WORDS = (
    "1909 1912 33 8 0 c. ca vers um около ? ~ % – - / . , ( ) [ ] { } X .. present heute между до"
    " н. э. BC av. J.-C. since until between and to or spring winter lata siècle XIX 19th early"
    " mid- 1930s Feb. März 3 April (O.S.) Y E S 年 ' ’ 1/2/1909 1917-04 \t ٣ ³ ① ½"
)
PIECES = st.sampled_from(WORDS.split(" "))


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join)))
def test_any_text_gives_a_span_or_our_error(text: str) -> None:
    reason = ""
    try:
        span = read_span(text)
    except DateError as error:
        reason = error.reason
    else:
        assert read_span(span.edtf) == span
        assert all(span.words(lang) for lang in ("en", "ru", "ja"))
    assert not reason.endswith(".")


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=8).map("".join), st.lists(PIECES, max_size=8).map("".join))
def test_any_two_cells_give_a_span_or_our_error(start: str, end: str) -> None:
    try:
        span = read_span(start, end_text=end)
    except DateError:
        return
    assert read_span(span.edtf) == span


@pytest.mark.parametrize(
    "text",
    [
        *("1909 " * 2000, "-" * 10_000, "." * 10_000, "X" * 10_000, "(" * 10_000),
        *("1" * 10_000, " " * 10_000 + "x", "[" * 5000 + "]" * 5000, "1/" * 5000, "é" * 10_000),
        *("[" + "1909," * 2000 + "1910]", "1909–" * 2000, "c. " * 3000, "\u0301" * 10_000),
        *("Y1E" + "9" * 150, "1E" * 80, "{" + "1909," * 30 + "1910}", "1909-" * 39, "? " * 99),
    ],
)
def test_long_and_hostile_text_is_answered_at_once(text: str) -> None:
    begun = time.process_time()
    try:
        read_span(text)
    except DateError as error:
        assert error.reason  # noqa: PT017 - text of only spaces is no error
    assert time.process_time() - begun < 1


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1000, max_size=10_000))
def test_ten_thousand_random_characters_are_answered_at_once(text: str) -> None:
    begun = time.process_time()
    try:
        read_span(text)
    except DateError as error:
        assert error.reason  # noqa: PT017 - text of only spaces is no error
    assert time.process_time() - begun < 1


def test_common_dates_load_neither_the_words_nor_the_edtf_package() -> None:
    code = (
        "import sys\nfrom exile_map.dates import read_span\n"
        "for text in ('1909', '3 April 1917', 'c. 1909', '1912–1917', '1984?/2004-06~', '193X'):\n"
        "    read_span(text)\n"
        "heavy = {'edtf', 'datetime', 'exile_map.dates.words', 'exile_map.dates.languages'}\n"
        "print(*sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
