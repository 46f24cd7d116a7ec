"""Words beside agreements that a pack does not know: where a language pack should grow.

Run over reports without labels, the counts show which verbs and nouns stand next to
agreements, and next to states that a sentence on agreements names, and are in no file of the
pack yet. Nothing is guessed of what they mean: that is for whoever grows the pack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import log

from traktat.lang import Pack
from traktat.lang.affixes import Paradigm, Rule
from traktat.model.kinds import NameKind
from traktat.model.reports import Report
from traktat.model.spans import Span
from traktat.reading.agreements import read_agreements
from traktat.reading.dates import read_dates
from traktat.reading.mentions import AgreementMention, NameMention, Placed
from traktat.reading.names import read_names
from traktat.reading.quotations import read_quotations
from traktat.reading.scan import Scan, scan
from traktat.reading.sentences import Sentence

NEXT = 3  # words on either side in which one is looked for: "signed at last the new treaty"
SHORTEST = 3  # letters; shorter words are particles in every language met so far
EXAMPLES = 3  # kept for each word, each from another report
EXAMPLE_WORDS = 5  # on either side of the word: enough to judge it, too few to reprint a text
SIDES = frozenset({NameKind.STATE, NameKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Example:
    """Where a word stands: the report, its span in the text, and the words around it."""

    path: str
    span: Span
    words: str


@dataclass(slots=True)
class Candidate:
    """A word unknown to the pack: how often, beside what, and in what words.

    `before` and `after` count places on that side of an agreement, `by_state` places that
    stand only beside a state, `everywhere` all places of the word in the reports read.
    `shapes` are the forms of the pack's paradigms it can be.
    """

    word: str
    language: str
    shapes: tuple[str, ...] = ()
    before: int = 0
    after: int = 0
    by_state: int = 0
    everywhere: int = 0
    reports: int = 0
    examples: list[Example] = field(default_factory=list)
    last_report: str = field(default="", repr=False)

    @property
    def count(self) -> int:
        """Count all its places."""
        return self.before + self.after + self.by_state

    def add(self, side: str, example: Example) -> None:
        """Count one place; the first place in a report may serve as an example."""
        setattr(self, side, getattr(self, side) + 1)
        if example.path != self.last_report:
            self.last_report = example.path
            self.reports += 1
            if len(self.examples) < EXAMPLES:
                self.examples.append(example)


@dataclass(slots=True)
class Harvest:
    """Unknown words by language and spelling, gathered report by report."""

    words: dict[tuple[str, str], Candidate] = field(default_factory=dict)
    everywhere: dict[str, Counter[str]] = field(default_factory=dict)

    def gather(self, report: Report, pack: Pack) -> None:
        """Add the unknown words of one report."""
        page = scan(report, pack)
        quotations = read_quotations(page)
        dates, _ = read_dates(page, quotations)
        names = read_names(page, quotations)
        agreements = read_agreements(page, names, dates)
        taken = _tokens(names.items) | _tokens(dates.items)
        small = frozenset(pack.lists.get("stopwords", ()))
        self.everywhere.setdefault(pack.code, Counter()).update(page.tokens.lower)
        for sentence in page.sentences:
            within = (sentence.first, sentence.end)
            line = _Line(
                page,
                sentence,
                agreements.mentions.within(*within),
                tuple(name for name in names.within(*within) if name.sort in SIDES),
                taken,
                small,
            )
            for token, side in sorted(line.unknown().items()):
                self._add(page, line, token, side)

    def ranked(self, top: int | None = None) -> list[Candidate]:
        """List the words that stand beside agreements, those least by chance first.

        The order is that of the log-likelihood of finding a word there so often, given how
        often it is written at all (Dunning 1993): "there" stands everywhere, "renege" does not.
        """
        chances = {language: self._chance(language) for language in self.everywhere}
        found = list(self.words.values())
        for item in found:
            item.everywhere = self.everywhere[item.language][item.word]
        return sorted(
            found,
            key=lambda c: (-_keyness(c, chances[c.language]), -c.count, c.language, c.word),
        )[:top]

    def _chance(self, language: str) -> float:
        """Give the share of all words of a language that are unknown ones beside agreements."""
        beside = sum(c.before + c.after for c in self.words.values() if c.language == language)
        return beside / max(1, self.everywhere[language].total())

    def _add(self, page: Scan, line: _Line, token: int, side: str) -> None:
        key = (page.pack.code, page.tokens.lower[token])
        found = self.words.get(key)
        if found is None:
            found = Candidate(key[1], key[0], shapes(page.pack, key[1]))
            self.words[key] = found
        found.add(side, line.example(token))


def _keyness(found: Candidate, chance: float) -> float:
    """Weigh the places beside agreements by how far they exceed what chance would give."""
    beside = found.before + found.after
    expected = chance * found.everywhere
    return beside * log(beside / expected) if beside and expected else 0.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence with what a word can stand beside.

    `taken` are the tokens of names and dates, `small` the words too frequent to tell anything.
    """

    page: Scan
    sentence: Sentence
    mentions: tuple[AgreementMention, ...]
    states: tuple[NameMention, ...]
    taken: set[int]
    small: frozenset[str]

    def unknown(self) -> dict[int, str]:
        """Give the unknown words of the line with their side; nearest to an agreement counts."""
        papers = [(item.first, item.end) for item in self.mentions]
        papers += self._nouns() if self.states else []
        if not papers:
            return {}
        known = self._known(papers)
        found: dict[int, str] = {}
        for first, end in papers:
            self._note(found, known, range(first - 1, first - 1 - NEXT, -1), "before")
            self._note(found, known, range(end, end + NEXT), "after")
        for state in self.states:
            self._note(found, known, range(state.first - 1, state.first - 1 - NEXT, -1), "by_state")
            self._note(found, known, range(state.end, state.end + NEXT), "by_state")
        return found

    def _nouns(self) -> list[tuple[int, int]]:
        """Give the nouns for agreements, also those that could not be settled on one."""
        pack = self.page.pack
        return [
            (mark.first, mark.end)
            for mark in self.page.marks.of("agreements", self.sentence)
            if pack.entry("agreements", mark.key).get("form")
        ]

    def _known(self, papers: list[tuple[int, int]]) -> set[int]:
        """Give the tokens that some file of the pack has."""
        marks = self.page.marks
        found = (mark for file in marks.by_file for mark in marks.of(file, self.sentence))
        ranges = [(mark.first, mark.end) for mark in found]
        return {token for first, end in (*ranges, *papers) for token in range(first, end)}

    def _note(self, found: dict[int, str], known: set[int], beside: range, side: str) -> None:
        """Note the first unknown word on one side, up to the next mark or name."""
        for token in beside:
            if not self.sentence.first <= token < self.sentence.end or token in self.taken:
                return
            word = self.page.tokens.words[token]
            if not word[0].isalpha():
                return
            if token in known or self.page.tokens.lower[token] in self.small:
                continue
            if word.islower() and len(word) >= SHORTEST:
                found.setdefault(token, side)
                return

    def example(self, token: int) -> Example:
        """Show a word where it stands."""
        first = max(self.sentence.first, token - EXAMPLE_WORDS)
        end = min(self.sentence.end, token + EXAMPLE_WORDS + 1)
        span = self.page.tokens.span(token, token + 1)
        return Example(self.page.report.path, span, self.page.words(first, end))


def shapes(pack: Pack, word: str) -> tuple[str, ...]:
    """Name the forms whose letters a word wears: "verb past", "noun plural".

    A form that adds no letters tells nothing, so a bare stem has no shape.
    """
    return tuple(
        f"{kind} {form}"
        for kind, paradigm in pack.affixes.items()
        for form in _worn(paradigm, word)
    )


def _worn(paradigm: Paradigm, word: str) -> Iterator[str]:
    for form, rules in paradigm.forms.items():
        if any(_wears(rule, word) for rule in rules):
            yield form


def _wears(rule: Rule, word: str) -> bool:
    """Tell whether a word begins and ends as a rule would make it, around a stem of its own."""
    added = len(rule.prepend) + len(rule.append)
    return (
        0 < added <= len(word) - SHORTEST
        and word.startswith(rule.prepend)
        and word.endswith(rule.append)
    )


def _tokens(items: Sequence[Placed]) -> set[int]:
    return {token for item in items for token in range(item.first, item.end)}
