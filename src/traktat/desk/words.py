"""What the desk says, in the languages it speaks.

Sentences of the interface come from Babel's catalogues in `locale/`, words for acts, statuses and
kinds from the language packs, dates and numbers from the locale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from pathlib import Path

from babel import Locale, negotiate_locale
from babel.dates import format_date, format_datetime, format_skeleton
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

from traktat.errors import BadDate
from traktat.export.html import words as labels
from traktat.lang import packs
from traktat.model.dates import OPEN_END, OPEN_START, When, parse
from traktat.model.kinds import Force, Stance, Status

FOLDER = Path(__file__).with_name("locale")
DOMAIN = "desk"
DEFAULT = "en"
STATUSES, STANCES, FORCES = frozenset(Status), frozenset(Stance), frozenset(Force)
_YEAR = re.compile(r"\d{4}[~?%]?")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])[~?%]?")
_PARTIES = re.compile(r"[A-Z0-9]+(?:\+[A-Z0-9]+)+")
_DOUBTFUL = ("~", "?", "%")


@cache
def languages() -> tuple[str, ...]:
    """List the languages that have a catalogue, the default first."""
    known = sorted(path.parent.parent.name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return tuple(sorted(known, key=lambda code: code != DEFAULT))


def chosen(asked: str | None, kept: str | None, accepted: str | None) -> str:
    """Choose a language: what the address asks for, what a cookie keeps, what a browser accepts.

    >>> chosen("id", None, None), chosen("tlh", "id", None), chosen(None, None, "fr, id;q=0.5")
    ('id', 'id', 'id')
    """
    for code in (asked, kept):
        if code in languages():
            return str(code)
    wanted = [
        part.partition(";")[0].strip().replace("-", "_") for part in (accepted or "").split(",")
    ]
    found = negotiate_locale(wanted, languages(), sep="_")
    return (found or DEFAULT).partition("_")[0]


@cache
def words_in(language: str) -> Words:
    """Give the words of a language that has a catalogue."""
    found = Translations.load(str(FOLDER), [language], DOMAIN)
    return Words(language, Locale.parse(language), found)


@dataclass(frozen=True, eq=False)
class Words:
    """One language of the desk."""

    language: str
    locale: Locale
    catalogue: NullTranslations

    @cached_property
    def name(self) -> str:
        """Give the language's own name, as its pack has it."""
        known = (pack.name for pack in packs() if pack.code == self.language)
        return next(known, str(self.locale.get_display_name(self.locale) or self.language))

    def tell(self, message: str, **values: object) -> str:
        """Say a sentence of the catalogue."""
        told = str(self.catalogue.gettext(message))
        return told % values if values else told

    def number(self, value: float) -> str:
        """Write a number as the language does."""
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
            try:
                when = parse(when)
            except BadDate:
                return str(when)
        return self._interval(when)

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
        first, _, rest = value.partition(" ")
        if first in STATUSES:
            return f"{self.label('status', first)} {self.day(rest)}".rstrip()
        if first.rstrip(":") in STANCES:
            told = f"{self.label('stance', first.rstrip(':'))}: {self._parties(rest, ', ')}"
            return told if rest else self.label("stance", first)
        if value in FORCES:
            return self.label("force", value)
        return self._parties(value, "+") if _PARTIES.fullmatch(value) else self.day(value)

    def _parties(self, codes: str, between: str) -> str:
        joined = between if between[-1] == " " else f" {between} "
        return joined.join(self.state(code) for code in codes.split(between))

    def label(self, group: str, key: object) -> str:
        """Give the word the pack prints for a key: an act, a status, a kind."""
        return labels.label(group, key, self.language)

    def state(self, code: str) -> str:
        """Give the name of a state or other party."""
        return labels.state_name(code, self.language)

    def states(self, codes: Iterable[str]) -> str:
        """Name several parties."""
        return ", ".join(self.state(code) for code in codes)

    def about(self, path: str) -> str:
        """Name what values differ about."""
        return labels.about(path, self.language)


@lru_cache(maxsize=4096)
def _number(value: float, locale: Locale) -> str:
    return str(format_decimal(value, locale=locale))


@lru_cache(maxsize=4096)
def _day(day: date, locale: Locale) -> str:
    return str(format_date(day, "d MMM y", locale=locale))


@lru_cache(maxsize=1024)
def _month(day: date, locale: Locale) -> str:
    return str(format_skeleton("yMMM", day, locale=locale))
