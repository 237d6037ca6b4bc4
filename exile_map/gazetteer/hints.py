"""Hints: what a country or region beside a name says about where the place is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from exile_map.gazetteer.candidates import is_bare
from exile_map.gazetteer.coverage import ABOUT_A_CITY_KM, Coverage
from exile_map.gazetteer.folding import fold
from exile_map.gazetteer.forms import plain_forms
from exile_map.gazetteer.hintwords import bare_forms, in_full, is_no_hint
from exile_map.gazetteer.storage import ALTERNATE, CODE, VARIANT, Layer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from exile_map.gazetteer.candidates import Candidate
    from exile_map.gazetteer.coverage import Circle

_NARROW_KM = 75.0
_WIDER = 2.0
_CALLED_AFTER_KM = 150.0  # about the city that a province is called after
# Countries of today that lay, in whole or part, in a state that today's readers call by this code.
_FORMERLY = {
    "AT": "HU CZ SK PL UA RO HR SI BA IT RS ME",
    "HU": "SK RO RS HR UA AT SI",
    "DE": "PL RU FR CZ LT DK BE NA TZ CM TG AT",
    "PL": "UA BY LT DE RU LV",
    "RU": "UA BY LT LV EE FI PL MD GE AM AZ KZ UZ TM KG TJ",
    "RO": "UA MD BG",
    "IT": "HR SI LY ET ER SO GR AL FR",
    "FR": "DZ TN MA SN ML VN KH LA SY LB MG GN CI DE GP MQ GF RE NC PF CM CG TD",
    "GB": "IE IN PK BD MM CY MT IL PS JO IQ EG SD KE NG GH ZA HK SG MY AU NZ CA US JM LK ZW UG TZ",
    "TR": "GR BG MK RS SY IQ LB IL PS JO EG SA YE LY AL BA CY RO AM GE UA",
    "CN": "MN TW HK MO",
    "JP": "KR KP TW CN RU",
    "ES": "CU PR PH MA MX GQ DO PE CO VE AR CL EC BO",
    "PT": "BR AO MZ GW CV ST MO IN TL",
    "NL": "ID SR CW BE",
    "BE": "CD RW BI",
    "SE": "FI",
    "DK": "IS NO DE FO GL",
    "FI": "RU",
    "CZ": "SK UA",
    "SK": "CZ HU UA",
    "RS": "HR SI BA ME MK XK",
    "GR": "TR CY",
    "IN": "PK BD MM",
    "IL": "PS",
    "PS": "IL",
    "IR": "AZ AM GE TM AF",
    "CO": "PA VE EC",
    "US": "PH PR CU",
    "LT": "BY PL",
    "UA": "RU PL",
}  # fmt: skip


# States and provinces as they were written in short; never names of places by themselves.
_IN_SHORT = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "cal": "california",
    "calif": "california", "colo": "colorado", "conn": "connecticut", "del": "delaware",
    "fla": "florida", "ill": "illinois", "ind": "indiana", "kan": "kansas", "kans": "kansas",
    "ky": "kentucky", "mass": "massachusetts", "md": "maryland", "mich": "michigan",
    "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana",
    "neb": "nebraska", "nebr": "nebraska", "nev": "nevada", "n c": "north carolina",
    "n d": "north dakota", "n h": "new hampshire", "n j": "new jersey", "n m": "new mexico",
    "n mex": "new mexico", "n y": "new york", "okla": "oklahoma", "ore": "oregon",
    "oreg": "oregon", "penn": "pennsylvania", "penna": "pennsylvania", "r i": "rhode island",
    "s c": "south carolina", "s d": "south dakota", "tenn": "tennessee", "tex": "texas",
    "vt": "vermont", "wash": "washington", "wis": "wisconsin", "wisc": "wisconsin",
    "w va": "west virginia", "wyo": "wyoming", "d c": "district of columbia",
    "alta": "alberta", "b c": "british columbia", "man": "manitoba", "n b": "new brunswick",
    "nfld": "newfoundland and labrador", "n s": "nova scotia", "ont": "ontario",
    "p e i": "prince edward island", "que": "quebec", "sask": "saskatchewan",
    "n s w": "new south wales", "nsw": "new south wales", "qld": "queensland",
    "tas": "tasmania", "vic": "victoria", "w a": "western australia",
    "engl": "england", "ger": "germany", "switz": "switzerland",
}  # fmt: skip


class Hint(NamedTuple):
    """Where a place should be: in one of these countries, regions or circles.

    Where it was read by its stem only, that stem: then it may say something else. Circles about the
    regions, for curated places of which nobody noted the region. Circles that it may mean besides:
    former states of that name, towns much less known than others called so. The states it may mean,
    as `Reign` has them, and whether all of these are of the past.
    """

    text: str
    countries: frozenset[str]
    regions: frozenset[int]
    circles: tuple[Circle, ...]
    best: Candidate
    stem: str = ""
    about: tuple[Circle, ...] = ()
    besides: tuple[Circle, ...] = ()
    states: frozenset[str] = frozenset()
    is_past: bool = False

    def holds(self, candidate: Candidate) -> bool:
        """Tell whether a candidate is where the hint says."""
        if not self.countries.isdisjoint(candidate.countries):
            return True
        if candidate.place.region in self.regions or candidate.place.id in self.regions:
            return True
        unnoted = candidate.place.region is None and candidate.detail is not None
        circles = (*self.circles, *self.about) if unnoted else self.circles
        return any(circle.holds(candidate) for circle in circles)

    def off_middle(self, candidate: Candidate) -> float:
        """Return how far from the middle of what was named a candidate there lies, 0 to 1."""
        if not self.countries.isdisjoint(candidate.countries):
            return 0.0
        if candidate.place.region in self.regions or candidate.place.id in self.regions:
            return 0.0
        within = (circle.depth(candidate) for circle in self.circles if circle.holds(candidate))
        return min(within, default=0.0)

    @property
    def is_narrow(self) -> bool:
        """Whether it names a town or a county, no more."""
        wide = self.countries or self.regions
        return not wide and all(circle.km <= _NARROW_KM for circle in self.circles)

    def held_once(self, candidate: Candidate) -> bool:
        """Tell whether the candidate lay in a former, larger state of a hinted country.

        Or not far from a hinted region, where nobody noted in which one it lies.
        """
        if candidate.place.region is None and candidate.detail is not None:
            wider = (circle._replace(km=_WIDER * circle.km) for circle in self.about)
            if any(circle.holds(candidate) for circle in wider):
                return True
        once = {code for hinted in self.countries for code in _FORMERLY.get(hinted, "").split()}
        return not once.isdisjoint(candidate.countries)

    def held_besides(self, candidate: Candidate) -> bool:
        """Tell whether the candidate is where the hint says only in a lesser meaning of it."""
        return any(circle.holds(candidate) for circle in self.besides)


def read_hint(
    text: str, bearers: Callable[[str], Sequence[Candidate]], state_id: Callable[[int], str]
) -> Hint | None:
    """Understand a hint; None where it names nothing known.

    Parameters
    ----------
    text
        A country, region or town, in any language, or a country's or state's code.
    bearers
        Gives the places of a folded name.
    state_id
        Gives the id of a state of the past, as `Reign` has it, by its place; empty for others.
    """
    folded = fold(text)
    full = in_full(folded)
    found = [c for c in bearers(full) if c.flag <= ALTERNATE] if full else []
    if folded in _IN_SHORT:  # "MD" is Maryland, and Moldova's code
        found += [c for c in bearers(folded) if c.flag == CODE and c.place.layer == Layer.COUNTRY]
    about = ABOUT_A_CITY_KM
    for form, _ in plain_forms(text, _IN_SHORT.get(folded, folded)):
        so_called = [c for c in bearers(form) if c.flag in {CODE, VARIANT} or len(form) > 1]
        so_called = [c for c in so_called if not is_bare(c)]
        if so_called:
            found += so_called
            called_after = folded.startswith(f"{form} ")  # "Konya vilayeti"
            about = _CALLED_AFTER_KM if called_after else about
            break
    hint = _hint(text, found, about, bearers) if found else None
    if hint is None:
        hint, found = _by_stem(text, bearers)
    return hint and _with_states(hint, found, state_id)


def _with_states(hint: Hint, found: Sequence[Candidate], state_id: Callable[[int], str]) -> Hint:
    """Note which states a hint may mean, of today and of the past."""
    from exile_map.gazetteer.heirs import states_called  # noqa: PLC0415 -- names need no hints

    today = {c.place.country for c in found if c.place.layer == Layer.COUNTRY}
    past = {state_id(c.place.id) for c in found if c.detail and c.detail.kind == "state"}
    states = (past - {""}).union(*map(states_called, today))
    return hint._replace(states=frozenset(states), is_past=not today)


def _by_stem(
    text: str, bearers: Callable[[str], Sequence[Candidate]]
) -> tuple[Hint | None, list[Candidate]]:
    """Understand a hint by what its name may be made of, with what was found; or as nothing."""
    from exile_map.gazetteer.housewords import is_house_word  # noqa: PLC0415 -- seldom needed

    found: list[Candidate] = []
    stem, about = "", ABOUT_A_CITY_KM
    if is_no_hint(text) or is_house_word(fold(text)):
        return None, found
    for bare in bare_forms(text):
        for form, guessed in plain_forms(bare, fold(bare)):
            so_called = [c for c in bearers(form) if c.flag <= ALTERNATE]
            if so_called:
                stem = stem or bare
                about = _CALLED_AFTER_KM if guessed else about
                found += so_called
                break
    return (_hint(text, found, about, bearers)._replace(stem=stem) if found else None), found


def _hint(
    text: str,
    found: Sequence[Candidate],
    about: float,
    bearers: Callable[[str], Sequence[Candidate]],
) -> Hint:
    """Gather what the places of a hint's name cover."""
    gathered = Coverage(found, about, bearers)
    for candidate in found:
        gathered.add(candidate)
    return Hint(
        text,
        frozenset(gathered.countries),
        frozenset(gathered.regions),
        tuple(gathered.circles),
        found[0],
        about=tuple(gathered.about_regions),
        besides=tuple(gathered.besides),
    )
