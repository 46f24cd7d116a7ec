"""Reports for the tests of agreements: a text laid out, its names, and the agreements in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from tests.dated import date_page
from traktat.facts import phrases
from traktat.lang import Packs, packs
from traktat.pipeline.pack_checks import FICTIONAL
from traktat.reading.agreements import read_agreements
from traktat.reading.agreements.groups import Groups
from traktat.reading.agreements.noun_phrases import phrases as noun_phrases
from traktat.reading.agreements.nouns import Phrase, Words
from traktat.reading.dates import read_dates
from traktat.reading.mentions import Agreements, Dates, Names
from traktat.reading.names import read_names
from traktat.reading.quotations import read_quotations
from traktat.reading.scan import Scan


@cache
def known() -> Packs:
    """Give the packs with the fictional states of the tests: Norland, Sarvia, Aruna, Veland."""
    return packs(names=[*phrases(), *FICTIONAL])


@dataclass
class Read:
    """A report with what the layers of reading found in it."""

    page: Scan
    names: Names
    dates: Dates
    found: Agreements

    @property
    def parties(self) -> set[tuple[str, ...]]:
        return {finding.parties for finding in self.found.findings}

    @cached_property
    def words(self) -> Words:
        return Words(self.page, self.names, self.dates)

    @cached_property
    def phrases(self) -> list[Phrase]:
        return noun_phrases(self.words)

    @cached_property
    def groups(self) -> Groups:
        return Groups(self.page, self.names, self.words.roles)

    def text(self, phrase: Phrase) -> str:
        return self.page.words(phrase.first, phrase.end)

    def token(self, word: str, number: int = 1) -> int:
        """Give the token of the n-th occurrence of a word."""
        found = [at for at, here in enumerate(self.page.tokens.words) if here == word]
        return found[number - 1]


def read(text: str, language: str = "en", *, published: str | None = None) -> Read:
    """Read the agreements of a text."""
    page = date_page(text, known().get(language), published=published)
    quotations = read_quotations(page)
    names = read_names(page, quotations)
    dates, _ = read_dates(page, quotations)
    return Read(page, names, dates, read_agreements(page, names, dates))
