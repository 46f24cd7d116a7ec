"""How one language writes what the program says: its sentences, days, numbers, names and keys.

Sentences come from Babel's catalogues, words for acts, statuses and kinds from the language
packs, dates and numbers from the locale. A part of a sentence is written by its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

from traktat.errors import BadDate
from traktat.export import labels
from traktat.lang import packs
from traktat.model.dates import OPEN_END, OPEN_START, When, parse
from traktat.model.kinds import Force, Stance, Status
from traktat.sentences import BOTH, Part, Place, Sentence, filled

FOLDER = Path(__file__).with_name("locale")
DOMAIN = "sentences"
STATUSES, STANCES, FORCES = frozenset(Status), frozenset(Stance), frozenset(Force)
_YEAR = re.compile(r"\d{4}[~?%]?")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])[~?%]?")
_PARTIES = re.compile(r"[A-Z0-9]+(?:\+[A-Z0-9]+)+")
_REPORT = re.compile(r"report ([0-9a-f]{12})")
_CODE = re.compile(r"[A-Z]{2,9}")
_DOUBTFUL = ("~", "?", "%")


@cache
def words_in(language: str) -> Words:
    """Give the words of a language; what its catalogue lacks is said in English."""
    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(labels.SOURCE)
    return Words(language, locale, Translations.load(str(FOLDER), [language], DOMAIN))


@dataclass(frozen=True, eq=False)
class Words:
    """One language of answers that people read."""

    language: str
    locale: Locale
    catalogue: NullTranslations

    @cached_property
    def name(self) -> str:
        """Give the language's own name, as its pack has it."""
        known = (pack.name for pack in packs() if pack.code == self.language)
        return next(known, str(self.locale.get_display_name(self.locale) or self.language))

    def tell(self, message: str, /, **values: object) -> str:
        """Say a sentence of the interface."""
        told = str(self.catalogue.gettext(message))
        return told % values if values else told

    def told(self, said: str) -> str:
        """Say a sentence of the program; words that are not ours stay as they are.

        >>> from traktat.sentences import sentence
        >>> words_in("en").told(sentence("{on:state} is not a party", on="PRK"))
        'North Korea is not a party'
        """
        if not isinstance(said, Sentence) or not said.template:
            return str(said)
        parts = said.parts
        return filled(
            str(self.catalogue.gettext(said.template)),
            lambda place: self._part(parts.get(place.name, ""), place),
        )

    def has(self, said: str) -> bool:
        """Tell whether the language can say something; what has no words is in every language."""
        if self.language == labels.SOURCE or not any(map(str.isalpha, said)):
            return True
        known = isinstance(said, Sentence) and bool(said.template)
        return known and isinstance(self.catalogue, Translations)

    def _part(self, part: Part, place: Place) -> str:
        if isinstance(part, Sentence) and part.template:
            return self.told(part)
        if isinstance(part, tuple):
            return self._joined([self._part(one, place) for one in part], place.kind)
        write = self.writers.get(place.kind)
        return write(part) if write else self.label(place.kind, part)

    def _joined(self, parts: list[str], kind: str) -> str:
        return str(format_list(parts, locale=self.locale)) if kind in BOTH else ", ".join(parts)

    @cached_property
    def writers(self) -> Mapping[str, Callable[[Part], str]]:
        """Give how each kind of part is written; every other kind is a group of labels."""
        return {
            "": str,
            "both": str,
            "about": self.about,
            "article": self.article,
            "amount": self.number,
            "claimant": self.claimant,
            "count": self.count,
            "day": self.day,
            "key": self.key,
            "keys": lambda part: ", ".join(self.key(one) for one in str(part).split("+")),
            "language": self.tongue,
            "number": self.number,
            "origin": self.origin,
            "parties": lambda part: self._parties(str(part), "+"),
            "percent": lambda part: str(format_percent(part, locale=self.locale)),
            "provision": lambda part: _inside(self.label("provision", part)),
            "quoted": lambda part: f"“{part}”",
            "role": lambda part: self.claimant(part) if _is_name(part) else self.key(part),
            "score": self.number,
            "state": self.state,
            "states": self.state,
            "topic": self.topic,
            "value": self.value,
        }

    def number(self, value: Part) -> str:
        """Write a number as the language does."""
        if isinstance(value, str):
            return value
        return _number(value, self.locale)

    def day(self, when: When | date | str | None) -> str:
        """Write a day or what is known of it as the language does; empty where there is none."""
        if when is None or when == "":
            return ""
        if isinstance(when, datetime):
            return str(format_datetime(when, "medium", locale=self.locale))
        if isinstance(when, date):
            return _day(when, self.locale)
        if isinstance(when, str):
            if when == "undated":
                return self.tell("undated")
            try:
                when = parse(when)
            except BadDate:
                return str(when)
        return self._interval(when)

    def short_day(self, day: date) -> str:
        """Write a day in little room, as below a picture."""
        return _short_day(day, self.locale)

    def _interval(self, when: When) -> str:
        first, last = when.first, when.last
        if first == OPEN_START or last == OPEN_END:
            return self._open(when)
        told = self._point(when)
        if told is None:
            ends = {"first": _day(first, self.locale), "last": _day(last, self.locale)}
            if when.lasts:
                return self.tell("%(first)s to %(last)s", **ends)
            return self.tell("between %(first)s and %(last)s", **ends)
        return self.tell("about %(day)s", day=told) if when.edtf.endswith(_DOUBTFUL) else told

    def _open(self, when: When) -> str:
        if when.first == OPEN_START and when.last == OPEN_END:
            return self.tell("day unknown")
        if when.last == OPEN_END:
            return self.tell("from %(day)s", day=_day(when.first, self.locale))
        return self.tell("by %(day)s", day=_day(when.last, self.locale))

    def _point(self, when: When) -> str | None:
        if when.is_day:
            return _day(when.first, self.locale)
        if _MONTH.fullmatch(when.edtf):
            return _month(when.first, self.locale)
        if _YEAR.fullmatch(when.edtf):
            return str(when.first.year)
        return None

    def value(self, value: str) -> str:
        """Write a value that sources differ about: a status, a stance, parties, a day.

        >>> words_in("en").value("occurred 2025-05-21"), words_in("en").value("denies: IRN, PRK")
        ('occurred 21 May 2025', 'denies: Iran, North Korea')
        """
        if isinstance(value, Sentence) and value.template:
            return self.told(value)
        first, _, rest = value.partition(" ")
        if first in STATUSES:
            return f"{self.label('status', first)} {self.day(rest)}".rstrip()
        if first.rstrip(":") in STANCES:
            told = f"{self.label('stance', first.rstrip(':'))}: {self._parties(rest, ', ')}"
            return told if rest else self.label("stance", first)
        if value in FORCES:
            return self.label("force", value)
        if _PARTIES.fullmatch(value):
            return self._parties(value, "+")
        return self.state(value) if _CODE.fullmatch(value) else self._day_or_key(value)

    def _day_or_key(self, value: str) -> str:
        known = self.day(value)
        return known if known != value else self.key(value)

    def _parties(self, codes: str, between: str) -> str:
        joined = between if between[-1] == " " else f" {between} "
        return joined.join(self.state(code) for code in codes.split(between))

    def claimant(self, name: Part) -> str:
        """Name who claims something: a state by its name, a person as the reports do."""
        return labels.party(str(name), self.language)

    def quantity(self, quantity: tuple[str, str, str]) -> str:
        """Write a number that is claimed: how it compares, the number, and of what.

        >>> words_in("en").quantity((">", "10000", "soldiers"))
        'more than 10,000 soldiers'
        """
        sign, number, unit = quantity
        told = (self.label("comparator", sign), self.count(number), self.key(unit))
        return " ".join(filter(None, told))

    def count(self, number: Part) -> str:
        """Write a number as a report gives it: in digits, or in a word such as `thousands`."""
        digits = str(number)
        known = digits.isascii() and digits.isdecimal()
        return self.number(int(digits)) if known else self.key(digits)

    def origin(self, origin: Part) -> str:
        """Name an independent origin: as it is credited, or the report that credits nobody."""
        found = _REPORT.fullmatch(str(origin))
        return f"{self.tell('report')} {found[1]}" if found else str(origin)

    def origins(self, origins: Iterable[str]) -> str:
        """Name several origins."""
        return ", ".join(map(self.origin, origins))

    def topic(self, topic: Part) -> str:
        """Write a proposition: what the pack says for its words, with the names of states.

        >>> words_in("en").topic("PRK troops in RUS"), words_in("en").topic("RUS: hidden bases")
        ('troops of North Korea in Russia', 'Russia: hidden bases')
        """
        return labels.topic(str(topic), self.language)

    def key(self, key: Part) -> str:
        """Write a hyphenated key, such as what sets a clause off.

        >>> words_in("en").key("6-months-after-30th-ratification")
        '6 months after 30th ratification'
        """
        return labels.key(str(key), self.language)

    def tongue(self, code: Part) -> str:
        """Name a language."""
        return str(self.locale.languages.get(str(code), code))

    def article(self, article: Part) -> str:
        """Cite an article of a convention.

        >>> words_in("en").article("VCLT 14, 18(a)")
        'VCLT 14, 18(a)'
        """
        source, _, numbers = str(article).partition(" ")
        return f"{self.label('source', source)} {numbers}".rstrip()

    def rule(self, rule: str) -> str:
        """Name a rule of the reading by the pack's word for each part of its name."""
        return labels.rule(rule, self.language)

    def label(self, group: str, key: object) -> str:
        """Give the word the pack prints for a key: an act, a status, a kind."""
        return labels.label(group, key, self.language)

    def state(self, code: str) -> str:
        """Give the name of a state or other party."""
        return labels.state_name(str(code), self.language)

    def states(self, codes: Iterable[str]) -> str:
        """Name several parties."""
        return ", ".join(self.state(code) for code in codes)

    def about(self, path: str) -> str:
        """Name what values differ about."""
        return labels.about(str(path), self.language)


def _inside(label: str) -> str:
    """Write a heading as it stands within a sentence."""
    return label[:1].lower() + label[1:]


def _is_name(part: Part) -> bool:
    """Tell whether a part is the code of a state or organisation, or a group."""
    return bool(_CODE.fullmatch(str(part))) or ":" in str(part)


@lru_cache(maxsize=4096)
def _number(value: float, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=4096)
def _day(day: date, locale: Locale) -> str:
    return str(format_date(day, "d MMMM y", locale=locale))


@lru_cache(maxsize=4096)
def _short_day(day: date, locale: Locale) -> str:
    return str(format_date(day, "d MMM y", locale=locale))


@lru_cache(maxsize=1024)
def _month(day: date, locale: Locale) -> str:
    return str(format_skeleton("yMMMM", day, locale=locale))
