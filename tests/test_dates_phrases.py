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
        ("[1909..1912]/1917", "from between 1909 and 1912 until 1917"),
        ("1912/[1918..]", "from 1912 until after 1917"),
        ("[..1909]/[1913..]", "from before 1910 until after 1912"),
        (
            "[1923-11..1924-12]/[1925..1927]",
            "from between November 1923 and December 1924 until between 1925 and 1927",
        ),
        ("[1909?..1912?]/1917~", "from between 1909 and 1912 (perhaps) until about 1917"),
        ("193X/[1950..]", "1930s – after 1949"),
        ("[1925..1926]", "1925 or 1926"),
        ("[1909~..1910~]", "about 1909 or 1910"),
        ("[1940-12..1941-01]", "December 1940 or January 1941"),
        ("[1941-03-24..1941-03-25]", "24 or 25 March 1941"),
        ("[1941-04-30..1941-05-01]/", "from 30 April or 1 May 1941"),
        ("[1941-05..1941-06]/[1941-07..1941-08]", "May or June to July or August 1941"),
        ("1936/[1936..1937]", "1936 to 1936 or 1937"),
        ("[1940-12..1941-01]/1941-03", "December 1940 or January 1941 to March 1941"),
        ("[1909..1912]/..", "since between 1909 and 1912"),
        ("[1909..1912]/", "from between 1909 and 1912"),
        ("/[1909..1912]", "until between 1909 and 1912"),
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


JOINTS = ("[1923-11..1924-12]/[1925..1927]", "[1941-03-24..1941-03-25]", "1912/[1918..]")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "fr",
            (
                "d’une date entre novembre 1923 et décembre 1924 jusqu’à une date entre"
                " 1925 et 1927"
                "|24 ou 25 mars 1941|de 1912 jusqu’après 1917"
            ),
        ),
        (
            "de",
            (
                "von irgendwann zwischen November 1923 und Dezember 1924 bis irgendwann zwischen"
                " 1925 und 1927|24. oder 25. März 1941|1912 bis nach 1917"
            ),
        ),
        (
            "es",
            (
                "desde una fecha entre noviembre de 1923 y diciembre de 1924 hasta una fecha entre"
                " 1925 y 1927|24 o 25 de marzo de 1941|desde 1912 hasta después de 1917"
            ),
        ),
        (
            "it",
            (
                "da una data tra novembre 1923 e dicembre 1924 fino a una data tra"
                " il 1925 e il 1927"
                "|24 o 25 marzo 1941|dal 1912 fino a dopo il 1917"
            ),
        ),
        (
            "pt",
            (
                "desde uma data entre novembro de 1923 e dezembro de 1924 até uma data entre"
                " 1925 e 1927|24 ou 25 de março de 1941|desde 1912 até depois de 1917"
            ),
        ),
        (
            "ru",
            (
                "с даты между ноябрём 1923 и декабрём 1924 до даты между 1925 и 1927"
                "|24 или 25 марта 1941|1912 – после 1917"
            ),
        ),
        (
            "uk",
            (
                "з дати між листопадом 1923 і груднем 1924 до дати між 1925 і 1927"
                "|24 або 25 березня 1941|1912 – після 1917"
            ),
        ),
        (
            "pl",
            (
                "od daty między listopadem 1923 a grudniem 1924 do daty między 1925 a 1927"
                "|24 lub 25 marca 1941|1912 – po 1917"
            ),
        ),
        (
            "ar",
            (
                "من وقت ما بين نوفمبر 1923 وديسمبر 1924 حتى وقت ما بين 1925 و1927"
                "|24 أو 25 مارس 1941|من 1912 حتى ما بعد 1917"
            ),
        ),
        (
            "fa",
            (
                "از زمانی بین نوامبر ۱۹۲۳ و دسامبر ۱۹۲۴ تا زمانی بین ۱۹۲۵ و ۱۹۲۷"
                "|۲۴ یا ۲۵ مارس ۱۹۴۱|از ۱۹۱۲ تا پس از ۱۹۱۷"
            ),
        ),
        (
            "he",
            (
                "ממועד בין נובמבר 1923 לדצמבר 1924 עד מועד בין 1925 ל־1927"
                "|24 או 25 במרץ 1941|1912 עד אחרי 1917"
            ),
        ),
        (
            "zh",
            (
                "始于1923年11月至1924年12月之间，止于1925年至1927年之间"
                "|1941年3月24日或25日|始于1912年，止于1917年之后"
            ),
        ),
        (
            "ja",
            (
                "1923年11月から1924年12月の間のある時点から、1925年から1927年の間のある時点まで"
                "|1941年3月24日または25日|1912年から、1917年より後まで"
            ),
        ),
    ],
)
def test_doubtful_ends_are_joined_in_words(lang: str, expected: str) -> None:
    assert "|".join(read_span(edtf).words(lang) for edtf in JOINTS) == expected


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
        ("[1917-04..1917-05]/..", "ru", "с апреля или мая 1917"),
        ("[1917-10-07..1917-10-08]", "es", "7 u 8 de octubre de 1917"),
        ("[1909?..1912?]", "ja", "1909年から1912年の間（推定）"),
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
    needed = {key for key in LANGUAGES["en"] if "." not in key} - {
        "nested",
        "ordinal",
        "s",
        "joint",
    }
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


DOUBTFUL = (
    *("[1923-11..1924-12]/[1925..1927]", "[..1909]/[1913..]", "[1909..1912]/1917"),
    *("1909/[1912..1917]", "1912/[1918..]", "[1913..]/1917-05-03", "[1925..1926]"),
    *("[1941-05..1941-06]/[1941-07..1941-08]", "[1940-12..1941-01]/1941-03"),
    *("[1941-03-24..1941-03-25]/1941-05", "1941-21/[1943..]"),
    *("/[1909..1912]", "[1941-03-08..1941-03-11]/[1941-04-08..1941-04-12]"),
)


@pytest.mark.parametrize("lang", ["en", "fr", "de", "es", "it", "pt", "ru", "pl"])
@pytest.mark.parametrize("edtf", DOUBTFUL)
def test_doubtful_ends_are_read_as_they_are_said(edtf: str, lang: str) -> None:
    span = read_span(edtf)
    assert read_span(span.words(lang)) == span, span.words(lang)


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
    assert read_span("1 July 1923", end_text="1923").words() == (
        "from 1 July 1923 until before 1924"
    )
    assert read_span("1917", end_text="May 1917").words() == "1917 to May 1917"
