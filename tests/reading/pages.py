"""Texts laid out for the tests of reading names."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

from traktat.facts import phrases
from traktat.lang import Packs, packs
from traktat.model.reports import Report
from traktat.reading.mentions import NameMention, Names
from traktat.reading.names import read_names
from traktat.reading.names.drafts import Draft
from traktat.reading.names.ground import Ground, ground_of
from traktat.reading.quotations import read_quotations
from traktat.reading.scan import Scan, scan


@cache
def known_packs() -> Packs:
    """Give the shipped packs with the names of the facts."""
    return packs(names=phrases())


def page_of(text: str, language: str = "en") -> Scan:
    """Lay a text out."""
    digest = sha256(text.encode()).hexdigest()
    report = Report(path="-", text=text, sha256=digest, language=language)
    return scan(report, known_packs().get(language))


def ground(text: str, language: str = "en") -> Ground:
    """Lay a text out with its units."""
    return ground_of(page_of(text, language))


def names_of(text: str, language: str = "en") -> Names:
    """Read the names of a text."""
    page = page_of(text, language)
    return read_names(page, read_quotations(page))


def quoted(text: str, language: str = "en") -> list[tuple[str, NameMention]]:
    """Read the names of a text, each with its characters."""
    return [
        (text[item.span.start : item.span.end], item) for item in names_of(text, language).items
    ]


def words_of(made: Ground, draft: Draft) -> str:
    """Give the words of a draft."""
    return made.text(draft.first, draft.end)
