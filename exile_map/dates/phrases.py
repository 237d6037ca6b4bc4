"""Spans said in words, in the languages of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from exile_map.dates.languages import LANGUAGES
from exile_map.dates.naming import TYPES, Said, follows, name, shared, within
from exile_map.dates.ordinals import english, roman
from exile_map.dates.spans import Bounds, day_before, next_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from exile_map.dates.spans import Span

_WINTER: Final = 3
# From this year on nobody asks in which era it was.
_CLEAR: Final = 100


def phrase(span: Span, lang: str) -> str:
    """Say a span in a language."""
    code = lang.lower().replace("_", "-").partition("-")[0]
    return _Speaker(code if code in LANGUAGES else "en").span(span)


def in_digits(text: str, lang: str) -> str:
    """Write the digits of a text as a language does."""
    digits = LANGUAGES.get(lang, {}).get("digits")
    return text.translate(str.maketrans("0123456789", digits)) if digits else text


class _Speaker:
    """One language's way to say spans."""

    def __init__(self, code: str) -> None:
        self.terms: Mapping[str, str] = LANGUAGES[code]
        self.joiner = "" if "joiner" in self.terms else " "

    def span(self, span: Span) -> str:
        """Say a span."""
        words = self._span(span.start, span.end)
        for fix in filter(None, self.terms.get("fix", "").split("|")):
            wrong, _, right = fix.partition("=")
            words = words.replace(wrong, right)
        digits = self.terms.get("digits")
        return words.translate(str.maketrans("0123456789", digits)) if digits else words

    def _span(self, start: Bounds | None, end: Bounds | None) -> str:
        """Say both ends, as far as they are told."""
        begun = start is not None and not (start.earliest is None and start.latest is None)
        if start is None or not begun or start.edtf == "..":
            if end is None or end.latest is None:
                return self.terms["undated"]
            return self._led("until", end)
        if end is None:
            return self._alone(start)
        ongoing = end.edtf == ".." or (
            end.latest is None and end.earliest is not None and end.earliest == start.earliest
        )
        if end.latest is None and (ongoing or end.earliest is None):
            return self._led("since" if ongoing else "from", start)
        return self._range(start, end)

    def _alone(self, bounds: Bounds) -> str:
        """Say one date with its doubts."""
        if bounds.earliest is None or bounds.latest is None:
            return self._half_open(bounds)
        said = self._said(bounds)
        doubts = [
            role
            for role, doubted in (("about", bounds.approximate), ("perhaps", bounds.uncertain))
            if doubted and not (role == "about" and said.part)
        ]
        if len(doubts) > 1 and "nested" in self.terms and not said.part and said.kind != "x":
            return self._nested(bounds, said)
        if said.kind not in TYPES + "s" or said.part or len(doubts) > 1:
            return self._tagged(self._form(said), doubts)
        return self._role(doubts[0], said) if doubts else self._form(said)

    def _tagged(self, words: str, doubts: list[str]) -> str:
        """Add doubts in brackets, where they fit in no sentence."""
        tags = self.terms.get("comma", ", ").join(self.terms[f"{doubt} tag"] for doubt in doubts)
        return words + self.terms.get("tag", " ({})").replace("{}", tags) if tags else words

    def _half_open(self, bounds: Bounds) -> str:
        """Say "before 1919" and "after 1919"."""
        if bounds.earliest is not None:
            role, edge = "after", day_before(bounds.earliest)
            fineness = bounds.earliest.opens
        elif bounds.latest is not None:
            role, edge = "before", next_day(bounds.latest)
            fineness = bounds.latest.closes
        else:
            return self.terms["undated"]
        doubts = ["about"] * bounds.approximate + ["perhaps"] * bounds.uncertain
        return self._tagged(self._role(role, Said(TYPES[fineness], edge)), doubts)

    def _led(self, role: str, bounds: Bounds) -> str:
        """Say "since", "from" or "until" with a date."""
        words = self._ended(role, bounds)
        if words:
            return words
        dash = "… – {}" if role == "until" else "{} – …"
        return dash.replace("{}", self._alone(bounds))

    def _ended(self, role: str, bounds: Bounds) -> str:
        """Say one end of a longer time; blank if it is a decade, or a part of something."""
        one = self._simple(bounds)
        if one is not None:
            return self._doubted(self._role(role, one), bounds)
        if bounds.earliest is None or bounds.latest is None:
            kind, first = "before" if bounds.earliest is None else "after", bounds.earliest
        elif self._said(bounds).kind == "x":
            kind, first = "between", bounds.earliest
        else:
            return ""
        first = first or bounds.latest
        return self._role(role, Said(kind, first, words=self._alone(bounds))) if first else ""

    def _range(self, start: Bounds, end: Bounds) -> str:
        """Say a start and an end."""
        first, last = self._simple(start), self._simple(end)
        if first is None or last is None:
            return self._joint(start, end)
        plain = start.edtf[-1:] not in "~?%" and end.edtf[-1:] not in "~?%"
        if plain and not last.other and within(start, end):
            # "1 July 1923 to 1923" is no end that anybody would understand.
            return self._joint(start, Bounds(None, end.latest))
        if plain and first.kind == last.kind and first.kind in "md":
            return self._pair("range", "to", first, last)
        return self.joiner.join(
            (
                self._doubted(self._role("range", first), start),
                self._doubted(self._role("to", last), end),
            )
        )

    def _joint(self, start: Bounds, end: Bounds) -> str:
        """Say a start and an end of which one at least is no plain date."""
        ends = (start, end)
        between = any(b.earliest and b.latest and self._said(b).kind == "x" for b in ends)
        plain = self.terms.get("joint", "range to")
        roles = self.terms.get("joint.between", plain) if between else plain
        words = [self._ended(role, b) for role, b in zip(roles.split(), ends, strict=True)]
        if all(words):
            return self.joiner.join(words)
        return f"{self._alone(start)} – {self._alone(end)}"

    def _pair(  # noqa: PLR0913, PLR0917 -- both dates, and how each is said
        self, one: str, other: str, first: Said, last: Said, case: str = "", common: int = 0
    ) -> str:
        """Say two dates of one kind, what they share only once; or all that a third shares."""
        own = max(common, shared(first, last))
        before, after = (own, common) if self.joiner else (common, own)
        left = self._role(one, first, before, case)
        return left + self.joiner + self._role(other, last, after, case)

    def _doubted(self, words: str, bounds: Bounds) -> str:
        """Add the doubts of a date inside a longer phrase."""
        if "nested" in self.terms:
            return words
        doubts = ["about"] * bounds.approximate + ["perhaps"] * bounds.uncertain
        return self._tagged(words, doubts)

    def _simple(self, bounds: Bounds) -> Said | None:
        """Give a date that fits into a sentence; None if it is too complex for one."""
        if bounds.earliest is None or bounds.latest is None:
            return None
        said = self._said(bounds)
        if said.kind not in TYPES + "s" or said.part:
            return None
        if "nested" in self.terms and (bounds.approximate or bounds.uncertain):
            return said._replace(kind="x", words=self._nested(bounds, said))
        return said

    def _nested(self, bounds: Bounds, said: Said) -> str:
        """Say "perhaps about 1909", to be put into a longer phrase."""
        words = self._form(said)
        for role, doubted in (("about", bounds.approximate), ("perhaps", bounds.uncertain)):
            if doubted:
                words = self.terms[role].replace("{}", words)
        return words

    def _said(self, bounds: Bounds) -> Said:
        """Find the plainest name of bounds that are both known."""
        first, last = bounds.earliest, bounds.latest
        if first is None or last is None:
            raise TypeError
        named = name(first, last, bounds)
        if named is not None:
            return named
        kind = TYPES[max(first.opens, last.closes)]
        if follows(kind, first, last):
            return Said(kind, first, other=last)
        words = self._pair("between", "and", Said(kind, first), Said(kind, last))
        return Said("x", first, words=words)

    def _role(self, role: str, said: Said, common: int = 0, case: str = "") -> str:
        """Put a date into the template of a role, which may name a case of its own."""
        template = self.terms.get(f"{role}.{said.kind}", self.terms[role])
        before, _, rest = template.partition("{")
        own, _, after = rest.partition("}")
        return before + self._form(said, own or case, common) + after

    def _form(self, said: Said, case: str = "", common: int = 0) -> str:
        """Write a date in a case, without what it shares with the date beside it."""
        if said.words:
            return said.words
        if said.other:
            one, other = said._replace(other=None), Said(said.kind, said.other)
            return self._pair("either", "or", one, other, case, common)
        if said.part:
            return self._role(said.part, said._replace(part=""))
        pattern = self._pattern(said.kind + "-" * common, case)
        month = self._name("months", said.day.month - 1, "gen" if said.kind == "d" else case)
        day = str(said.day.day)
        if day == "1" and "first" in self.terms:
            day = self.terms["first"]
        year = self._year(said.day.year, winter=said.kind == "s" and said.number == _WINTER)
        words = pattern.replace("{y}", year).replace("{m}", month).replace("{d}", day)
        if said.kind == "s":
            return words.replace("{s}", self._name("seasons", said.number, case))
        if said.kind == "c":
            words = words.replace("{c}", self._ordinal(abs(said.number)))
            return self.terms["bce"].replace("{}", words) if said.number < 0 else words
        return words

    def _pattern(self, kind: str, case: str) -> str:
        """Look up how dates of a kind are put together."""
        return self.terms.get(f"{kind}.{case}") or self.terms.get(kind, "{y}")

    def _name(self, what: str, index: int, case: str) -> str:
        """Look up the name of a month or a season in a case."""
        names = self.terms.get(f"{what}.{case}", self.terms[what])
        return names.split("|" if what == "seasons" else " ")[index]

    def _year(self, year: int, *, winter: bool = False) -> str:
        """Write a year for people, with its era where that is not clear."""
        number = year if year > 0 else 1 - year
        following = number + 1 if year > 0 else number - 1
        text = f"{number}/{following % 100:02d}" if winter else str(number)
        if year <= 0:
            return self.terms["bce"].replace("{}", text)
        return self.terms["ce"].replace("{}", text) if year < _CLEAR else text

    def _ordinal(self, number: int) -> str:
        """Write the number of a century."""
        style = self.terms.get("ordinal", "")
        if style == "en":
            return english(number)
        if style in ("roman", "fr"):
            return roman(number) + ("er" if number == 1 else "e") * (style == "fr")
        return str(number)
