"""Telling: a stay's time and place in words, never more exactly than they are known."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from exile_map import _notes
from exile_map.dates import Span
from exile_map.dates.phrases import in_digits
from exile_map.gazetteer.statehood import THEN, during, state_name

if TYPE_CHECKING:
    from exile_map.dates import Bounds
    from exile_map.geocoding import LocatedRow
    from exile_map.routes import Stay

CountryName = Callable[[str, str], str]
"""Gives a country's name for its ISO 3166-1 alpha-2 code and a language."""


# With a decimal a number takes one form in each of these languages.
_YEARS = {
    "en": "{} years",
    "fr": "{} ans",
    "de": "{} Jahre",
    "es": "{} años",
    "it": "{} anni",
    "pt": "{} anos",
    "ru": "{} года",
    "uk": "{} року",
    "pl": "{} roku",
    "ar": "{} سنة",
    "fa": "{} سال",
    "he": "{} שנים",
    "zh": "{}年",
    "ja": "{}年",
}
_THEN = {
    "en": THEN,
    "fr": ", puis ",
    "de": ", dann ",
    "es": ", luego ",
    "it": ", poi ",
    "pt": ", depois ",
    "ru": ", затем ",
    "uk": ", потім ",
    "pl": ", potem ",
    "ar": "، ثم ",
    "fa": "، سپس ",
    "he": ", אחר כך ",
    "zh": "，后属",
    "ja": "、のち",
}
"""What stands between states that followed each other."""
_TOLD_STATES = 3  # at most; of more, the first and the last
_KILOMETRES = {"ru": "км", "uk": "км", "ar": "كم", "fa": "کیلومتر", "he": "ק״מ", "zh": "公里"}
_DECIMAL_COMMA = frozenset({"fr", "de", "es", "it", "pt", "ru", "uk", "pl"})
_ABOUT = {
    "en": "c. {}",
    "fr": "v. {}",
    "de": "um {}",
    "es": "c. {}",
    "it": "ca. {}",
    "pt": "c. {}",
    "ru": "ок. {}",
    "uk": "бл. {}",
    "pl": "ok. {}",
    "ar": "نحو {}",
    "fa": "حدود {}",
    "he": "כ־{}",
    "zh": "约{}",
    "ja": "{}頃",
}
"""How the big year is written where it is approximate: short, as books abbreviate it."""


def years(count: float, lang: str = "en") -> str:
    """Say a number of years to a tenth: "2.1 years"; of what is less than that: "< 0.1 years"."""
    number = f"{count:.1f}" if count >= 0.05 else "< 0.1"  # noqa: PLR2004 -- it would be 0.0
    number = number.replace(".", ",") if lang in _DECIMAL_COMMA else number
    return _YEARS.get(lang, _YEARS["en"]).format(in_digits(number, lang))


def kilometres(km: float, lang: str = "en") -> str:
    """Say a length in kilometres, thousands set apart as ISO 31-0 has it: "12 773 km"."""
    number = f"{km:,.0f}".replace(",", "\N{NARROW NO-BREAK SPACE}")
    return f"{in_digits(number, lang)}\N{NO-BREAK SPACE}{_KILOMETRES.get(lang, 'km')}"


def then_and_now(located: LocatedRow, lang: str, country_name: CountryName) -> tuple[str, str]:
    """Return what the place was in (district, country), and what it is today where that differs."""
    match = located.match
    if match is None:
        return located.place.country, ""
    country = country_name(match.country, lang) if match.country else ""
    then = country_then(located, lang, country_name)
    name = _other_name(located)
    # "Kenya (United Kingdom)" says by itself what it is today.
    moved = bool(then) and then != country and (bool(name) or country not in then)
    context = [match.stands_in, then or country]
    today = [name, country if moved else ""]
    return (
        ", ".join(part for part in context if part and part != located.title),
        ", ".join(part for part in today if part and part != located.title),
    )


def country_then(located: LocatedRow, lang: str, country_name: CountryName) -> str:
    """Name the country the place was in during the stay; empty where that is today's, or unknown.

    What a curated row says is in English only, but more exact than what follows from the place.
    """
    match = located.match
    if match is None:
        return ""
    states, curated = states_of(located), match.country_then if lang == "en" else ""
    names = [state_name(state, lang, country_name) for state in states]
    if curated and len(names) <= 1 and names != [curated]:
        known = {state_name(reign.state, lang, country_name) for reign in match.states}
        if not known.issuperset(curated.split(THEN)):
            return curated
    if len(names) > _TOLD_STATES:
        names[1:-1] = ["…"]
    return _THEN.get(lang, THEN).join(names)


def states_of(located: LocatedRow) -> tuple[str, ...]:
    """Return the states the place lay in during the stay, if it was not only today's country."""
    match = located.match
    states = match.states if match is not None else ()
    if match is None or not states:
        return ()
    years = [year for year in located.place.span.years if year is not None]
    first, last = min(years, default=0.0), max(years, default=0.0)
    # "Before 1919" may be any time before.
    told = during(states, first, last) if first < last else ()
    return () if told == (match.country,) else told


def _other_name(located: LocatedRow) -> str:
    """Return what a place is called today, if that is another name than the one it is shown by."""
    name = located.match.name if located.match is not None else ""
    # "Précigné camp" for Précigné, or Vienna for Vienna VII, is no other name.
    modern, title = name.casefold(), located.title.casefold()
    return "" if modern in title or modern.startswith(f"{title} ") else name


def when_words(stay: Stay, lang: str = "en") -> str:
    """Say when a stay was, in words, never more exactly than it is known."""
    return words_of(stay.filled.start, stay.filled.end, lang, begun="start" not in stay.inferred)


def words_of(start: Bounds | None, end: Bounds | None, lang: str, *, begun: bool) -> str:
    """Say when a stay was, as `when_words` does; ``begun`` where its beginning was told."""
    # An inferred beginning already lies within all that is known of the stay.
    if start == end or (start is not None and not begun):
        end = None
    return Span(start, end).words(lang)


def notes_of(stay: Stay, lang: str = "en") -> str:
    """Return what has to be said about a stay's place and time, beside its names then and now."""
    of_place, of_time = stay.located.note, stay.span.note
    if not (of_place or of_time):
        return ""
    if of_place and _notes.renames(of_place, _other_name(stay.located), stay.located.title):
        of_place = ""
    return " ".join(_notes.told(note, lang) for note in (of_place, of_time) if note)


def year_labels(stay: Stay, lang: str = "en") -> list[str | None] | None:
    """Write the big year where it is not simply the year of the clock."""
    over = stay.filled.end if "end" not in stay.inferred else None
    return labels_of(stay.filled.start, over, lang)


def labels_of(start: Bounds | None, end: Bounds | None, lang: str) -> list[str | None] | None:
    """Write the big years of a stay, as `year_labels` does, of the ends that were told."""
    arrival, departure = _year_label(start, lang), _year_label(end, lang)
    return [arrival, departure] if arrival or departure else None


def _year_label(bounds: Bounds | None, lang: str) -> str | None:
    """Write a year with its doubt: “c. 1909”, “1909?”, “1919–36”; None where there is none."""
    if bounds is None or bounds.earliest is None or bounds.latest is None:
        return None
    first, last = bounds.earliest.year, bounds.latest.year
    if first < 1:
        return None
    years = f"{first}" if first == last else f"{first}–{_short(first, last)}"
    if bounds.approximate:
        years = _ABOUT.get(lang, _ABOUT["en"]).format(years)
    if bounds.uncertain:
        years += "?"
    return in_digits(years, lang) if years != str(first) else None


def _short(first: int, last: int) -> str:
    century = 100
    return f"{last % century:02}" if first // century == last // century else f"{last}"


def doubts(properties: dict[str, Any], words: dict[str, Any]) -> list[str]:
    """Say in words all that is doubtful about a stay.

    Parameters
    ----------
    properties
        The stay's, in the wire document.
    words
        The interface's words, see `page.strings`.
    """
    keys = [f"inferred_{end}" for end in properties.get("inferred", ())]
    if properties.get("precision") in ("region", "country"):
        keys.append(f"precision_{properties['precision']}")
    certainty = properties["certainty"]
    keys.append({"less-certain": "less_certain"}.get(certainty, certainty))
    said = [str(words[key]) for key in keys if key in words and key != "certain"]
    if properties["status"] != "ok":
        said.insert(0, str(words["place_not_found"]).capitalize() + ".")
    return [*said, *([properties["note"]] if properties.get("note") else [])]
