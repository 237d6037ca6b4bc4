"""Spans said in words, in every language of the interface."""

from __future__ import annotations

import json
import shutil
import string
import subprocess

import pytest

from exile_map.dates import Bounds, Day, Span, read_span
from exile_map.dates.languages import LANGUAGES


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("1909", "1909"),
        ("1909~", "about 1909"),
        ("1909?", "perhaps 1909"),
        ("1909%", "perhaps about 1909"),
        ("1917-04", "April 1917"),
        ("1917-04-03", "3 April 1917"),
        ("1941-21", "spring 1941"),
        ("1934-24", "winter 1934/35"),
        ("193X", "1930s"),
        ("[1801..1900]", "19th century"),
        ("[1930~..1933~]", "early 1930s"),
        ("[1917-05~..1917-08~]", "mid-1917"),
        ("[1917-03-21~..1917-03-31~]", "late March 1917"),
        ("[1867~..1900~]", "late 19th century"),
        ("[1917-03..1917-05]", "between March and May 1917"),
        ("[1917-05-03..1917-05-09]", "between 3 and 9 May 1917"),
        ("[1917-05-03..1917-06-09]", "between 3 May and 9 June 1917"),
        ("[1909..1912]", "between 1909 and 1912"),
        ("[1909-03..1912-05]", "between March 1909 and May 1912"),
        ("[1909?..1912?]", "between 1909 and 1912 (perhaps)"),
        ("1909/1912", "1909 to 1912"),
        ("1933-06/1936-04", "June 1933 to April 1936"),
        ("1933-06/1933-09", "June to September 1933"),
        ("1917-05-03/1917-05-09", "3 to 9 May 1917"),
        ("1917-05-03/1917-06-09", "3 May to 9 June 1917"),
        ("1890-12-30/1909", "30 December 1890 to 1909"),
        ("1909~/1912?", "about 1909 to perhaps 1912"),
        ("1941-21/1942-24", "spring 1941 to winter 1942/43"),
        ("[..1918]", "before 1919"),
        ("[..1917-03]", "before April 1917"),
        ("[..1917-04-02]", "before 3 April 1917"),
        ("[1920..]", "after 1919"),
        ("[1917-05..]", "after April 1917"),
        ("1954-04/..", "since April 1954"),
        ("1954~/..", "since about 1954"),
        ("1941-21/", "from spring 1941"),
        ("/1954", "until 1954"),
        ("../1954", "until 1954"),
        ("[1909..1912]/1917", "between 1909 and 1912 – 1917"),
        ("1912/[1918..]", "1912 – after 1917"),
        ("[1909..1912]/..", "between 1909 and 1912 – …"),
        ("/[1909..1912]", "… – between 1909 and 1912"),
        ("-0043", "44 BCE"),
        ("-0043/0017", "44 BCE to 17 CE"),
        ("0008", "8 CE"),
        ("0476", "476"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("-0043-24", "winter 44/43 BCE"),
        ("[-0099..0000]", "1st century BCE"),
        ("Y-170000002", "170000003 BCE"),
        ("", "undated"),
        ("/", "undated"),
        ("../..", "undated"),
    ],
)
def test_a_span_is_said_as_people_would(edtf: str, words: str) -> None:
    assert read_span(edtf).words() == words


SAMPLES = ("1909~", "1917-03-01/..", "[1917-03..1917-05]", "-0043", "1933-06/1936-04", "[..1918]")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "fr",
            (
                "vers 1909|depuis le 1er mars 1917|entre mars et mai 1917|44 av. J.-C."
                "|de juin 1933 à avril 1936|avant 1919"
            ),
        ),
        (
            "de",
            (
                "um 1909|seit dem 1. März 1917|zwischen März und Mai 1917|44 v. Chr."
                "|Juni 1933 bis April 1936|vor 1919"
            ),
        ),
        (
            "es",
            (
                "hacia 1909|desde el 1 de marzo de 1917|entre marzo y mayo de 1917|44 a. C."
                "|de junio de 1933 a abril de 1936|antes de 1919"
            ),
        ),
        (
            "it",
            (
                "1909 circa|dal 1º marzo 1917|tra marzo e maggio 1917|44 a.C."
                "|da giugno 1933 ad aprile 1936|prima del 1919"
            ),
        ),
        (
            "pt",
            (
                "por volta de 1909|desde 1º de março de 1917|entre março e maio de 1917|44 a.C."
                "|de junho de 1933 a abril de 1936|antes de 1919"
            ),
        ),
        (
            "ru",
            (
                "около 1909|с 1 марта 1917|между мартом и маем 1917|44 до н. э."
                "|июнь 1933 – апрель 1936|ранее 1919"
            ),
        ),
        (
            "uk",
            (
                "близько 1909|з 1 березня 1917|між березнем і травнем 1917|44 до н. е."
                "|червень 1933 – квітень 1936|раніше 1919"
            ),
        ),
        (
            "pl",
            (
                "około 1909|od 1 marca 1917|między marcem a majem 1917|44 p.n.e."
                "|czerwiec 1933 – kwiecień 1936|przed 1919"
            ),
        ),
        (
            "ar",
            (
                "نحو 1909|منذ 1 مارس 1917|بين مارس ومايو 1917|44 ق.م"
                "|من يونيو 1933 إلى أبريل 1936|قبل 1919"
            ),
        ),
        (
            "fa",
            (
                "حدود ۱۹۰۹|از ۱ مارس ۱۹۱۷ به بعد|بین مارس و مه ۱۹۱۷|۴۴ پ.م."
                "|ژوئن ۱۹۳۳ تا آوریل ۱۹۳۶|پیش از ۱۹۱۹"
            ),
        ),
        (
            "he",
            (
                "בסביבות 1909|מאז 1 במרץ 1917|בין מרץ למאי 1917|44 לפנה״ס"
                "|יוני 1933 עד אפריל 1936|לפני 1919"
            ),
        ),
        (
            "zh",
            "约1909年|1917年3月1日至今|1917年3月至5月之间|公元前44年|1933年6月至1936年4月|1919年之前",
        ),
        (
            "ja",
            (
                "1909年頃|1917年3月1日以降|1917年3月から5月の間|紀元前44年"
                "|1933年6月から1936年4月まで|1919年より前"
            ),
        ),
    ],
)
def test_each_language_says_it_in_its_own_way(lang: str, expected: str) -> None:
    assert "|".join(read_span(edtf).words(lang) for edtf in SAMPLES) == expected


@pytest.mark.parametrize(
    ("edtf", "lang", "expected"),
    [
        ("1941-22/", "fr", "à partir de l’été 1941"),
        ("1917-04/1917-08", "fr", "d’avril à août 1917"),
        ("/1941-21", "fr", "jusqu’au printemps 1941"),
        ("1917-05-08/1917-05-11", "it", "dall’8 all’11 maggio 1917"),
        ("1941-22/..", "it", "dall’estate 1941"),
        ("[..1917-03]", "pl", "przed kwietniem 1917"),
        ("[1917-05..]", "pl", "po kwietniu 1917"),
        ("1941-21/..", "ru", "с весны 1941"),
        ("[1930~..1933~]", "ru", "начало 1930-х годов"),
        ("[1801..1900]", "fr", "XIXe siècle"),
        ("1909~/1912", "de", "1909 (ungefähr) bis 1912"),
    ],
)
def test_articles_and_cases_agree(edtf: str, lang: str, expected: str) -> None:
    assert read_span(edtf).words(lang) == expected


def test_a_region_is_ignored_and_an_unknown_language_is_english() -> None:
    assert read_span("1917-04").words("pt-BR") == "abril de 1917"
    assert read_span("1917-04").words("zh_TW") == "1917年4月"
    assert read_span("1917-04").words("xx") == "April 1917"


KINDS = (
    "1909 1909~ 1909? 1909% 1917-04 1917-04-01~ 1941-21 1941-22? 1941-23/.. 1941-24/ /1941-21"
    " 193X 193X~ [1801..1900] [1930~..1933~] [1917-05~..1917-08~] [1917-03-21~..1917-03-31~]"
    " [1867~..1900~] [1917-03..1917-05] [1917-05-03..1917-05-09] [1909~..1912~] 1909/1912"
    " 1933-06/1936-04 1917-05-03/1917-05-09 1890-12-30/1909 1909~/1912? 1941-21/1942-24 [..1918]"
    " [..1917-03~] [1920..] [1917-04-04..] 1954-04/.. /1954 [1909..1912]/1917 -0043/0017 0008"
    " -0043-24 [-0099..0000] /"
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_kind_of_span_is_said_without_leftovers(lang: str) -> None:
    for edtf in KINDS.split():
        words = read_span(edtf).words(lang)
        assert words.strip() == words, edtf
        assert words, edtf
        assert not set(words) & set("{}[]|~%"), edtf
        assert "  " not in words, edtf


def test_no_day_and_no_month_is_invented() -> None:
    for lang, terms in LANGUAGES.items():
        words = read_span("1933").words(lang)
        months = terms["months"].split(" ")
        assert not any(month in words for month in months), lang


def test_all_languages_have_the_same_terms() -> None:
    needed = {key for key in LANGUAGES["en"] if "." not in key} - {"nested", "ordinal", "s"}
    for lang, terms in LANGUAGES.items():
        assert needed <= set(terms), lang
        assert len(terms["months"].split(" ")) == 12, lang
        assert len(terms["seasons"].split("|")) == 4, lang


def test_every_placeholder_names_a_case_that_exists() -> None:
    for lang, terms in LANGUAGES.items():
        cases = {key.partition(".")[2] for key in terms if "." in key} | {"", "gen"}
        for key, template in terms.items():
            if key in ("m", "m-", "d", "d-", "d--", "s", "y") or key[:2] in ("k", "c", "k.", "c."):
                continue
            for _, name, _, _ in string.Formatter().parse(template):
                assert name is None or name in cases, (lang, key)


@pytest.mark.parametrize(
    "edtf",
    [
        *("1909", "1909~", "1909?", "1917-04", "1917-04-03", "1941-21", "1934-24", "193X", "-0043"),
        *("[1917-03..1917-05]", "[1917-05-03..1917-05-09]", "1909/1912", "1933-06/1936-04"),
        *("1917-05-03/1917-05-09", "1890-12-30/1909", "[..1918]", "[1920..]", "1954-04/.."),
        *("1941-21/", "/1954", "[1930~..1933~]", "[1917-05~..1917-08~]", "[1801..1900]"),
        *("-0043/0017", "0008", "[-0099..0000]", "1909%", ""),
    ],
)
def test_what_is_said_in_english_is_read_as_the_same(edtf: str) -> None:
    span = read_span(edtf)
    assert read_span(span.words()) == span


@pytest.mark.parametrize("lang", ["fr", "de", "es", "it", "pt", "ru", "pl"])
def test_what_is_said_is_read_as_the_same_in_the_languages_we_read(lang: str) -> None:
    for edtf in (
        *("1909", "1909~", "1909?", "1917-04", "1917-04-03", "1941-21", "1934-24", "-0043"),
        *("[1917-03..1917-05]", "[1917-05-03..1917-05-09]", "1909/1912", "1933-06/1936-04"),
        *("1917-05-03/1917-05-09", "[..1918]", "[1920..]", "/1954", "193X", "[1801..1900]"),
    ):
        span = read_span(edtf)
        assert read_span(span.words(lang)) == span, span.words(lang)


def test_bounds_made_by_hand_are_said_too() -> None:
    start = Bounds(Day(1954, 4, 1), Day(1954, 4, 30))
    assert Span(start, Bounds(Day(1954, 4, 1), None)).words() == "since April 1954"
    assert Span(Bounds(Day(1909, 1, 1), Day(1918, 12, 31)), None).words() == (
        "between 1909 and 1918"
    )


def test_months_are_named_as_the_browser_names_them() -> None:
    """Both stand on one page: what Python wrote, and what the player writes with `Intl`."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    script = """
        const months = lang => [...Array(12).keys()].map(m => new Intl.DateTimeFormat(
            `${lang}-u-ca-gregory`, {year: "numeric", month: "long", timeZone: "UTC"},
        ).format(Date.UTC(1917, m, 3)));
        const langs = process.argv.slice(1);
        console.log(JSON.stringify(Object.fromEntries(langs.map(l => [l, months(l)]))));
    """
    told = subprocess.run([node, "-e", script, *LANGUAGES], capture_output=True, check=True)
    browser = json.loads(told.stdout)
    for lang, terms in LANGUAGES.items():
        for month, written in zip(terms["months"].split(" "), browser[lang], strict=True):
            assert month in written, lang


def test_an_end_that_is_only_the_year_of_the_beginning_is_said_as_a_limit() -> None:
    assert read_span("1 July 1923", end_text="1923").words() == "1 July 1923 – before 1924"
    assert read_span("1917", end_text="May 1917").words() == "1917 to May 1917"
