"""Reports for the tests of acts: a text laid out with all layers below, and the acts in it."""

from __future__ import annotations

from dataclasses import dataclass

from tests.agreed import known
from tests.dated import date_page
from traktat.model.findings import ActFinding
from traktat.reading.acts import read_acts
from traktat.reading.acts.drafts import Draft, drafts_in
from traktat.reading.acts.outlines import Outline, Sources, outline
from traktat.reading.acts.triggers import Trigger, triggers
from traktat.reading.agreements import read_agreements
from traktat.reading.dates import read_dates
from traktat.reading.names import read_names
from traktat.reading.quotations import read_quotations
from traktat.reading.statements import read_statements


@dataclass(frozen=True)
class Told:
    """A report and what was found in it before acts are read."""

    sources: Sources

    @property
    def acts(self) -> tuple[ActFinding, ...]:
        given = self.sources
        return read_acts(given.page, given.names, given.agreements, given.dates, given.utterances)

    @property
    def lines(self) -> list[Outline]:
        return [outline(self.sources, sentence) for sentence in self.sources.page.sentences]

    @property
    def line(self) -> Outline:
        return self.lines[-1]

    @property
    def drafts(self) -> list[Draft]:
        """Give the drafts of the last sentence."""
        return drafts_in(self.line)

    @property
    def triggers(self) -> list[Trigger]:
        """Give the triggers of the last sentence."""
        line = self.line
        return triggers(line.sources.page.marks.of("acts", line.sentence))

    def words(self, first: int, end: int) -> str:
        return self.sources.page.words(first, end)

    def token(self, word: str) -> int:
        return self.sources.page.tokens.words.index(word)


def told(text: str, language: str = "en", *, published: str | None = "2017-03-15") -> Told:
    """Lay out a text with all layers that acts stand on."""
    page = date_page(text, known().get(language), published=published)
    quotations = read_quotations(page)
    dates, _ = read_dates(page, quotations)
    names = read_names(page, quotations)
    agreements = read_agreements(page, names, dates)
    utterances = read_statements(page, names, quotations, dates)
    return Told(Sources(page, names, agreements, dates, utterances))


def acts(text: str, language: str = "en", *, published: str | None = "2017-03-15") -> list[str]:
    """Give the acts of a text, each in one line: act, status, who, when, where."""
    return [line_of(act) for act in told(text, language, published=published).acts]


def line_of(act: ActFinding) -> str:
    """Print an act in one line; what is not told is left out."""
    parts = [act.act.value, act.status.value, "+".join(act.by)]
    parts += [act.date.edtf if act.date else "", act.place or "", act.chamber or ""]
    return " ".join(part for part in parts if part)
