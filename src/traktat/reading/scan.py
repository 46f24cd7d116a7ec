"""A report laid out for reading: tokens, sentences and every pack word in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from traktat.lang import Mark, Pack, Tokens
from traktat.lang.sentences import Sentence, sentences_of
from traktat.lang.tokens import tokens_of
from traktat.model.reports import Report
from traktat.model.spans import Span


@dataclass(slots=True)
class Marks:
    """The pack words of a report, by pack file and place."""

    by_file: dict[str, list[Mark]] = field(default_factory=lambda: defaultdict(list))
    starts: dict[str, list[int]] = field(default_factory=dict)
    by_key: dict[str, dict[str, list[Mark]]] = field(default_factory=dict)

    def add(self, marks: list[Mark]) -> None:
        """Add the marks of a later stretch of the text."""
        by_file = self.by_file
        for mark in marks:
            by_file[mark.file].append(mark)
        self.starts.clear()
        self.by_key.clear()

    def of(self, file: str, sentence: Sentence | None = None) -> list[Mark]:
        """List a file's marks, of the whole report or of one sentence, by place."""
        if sentence is None:
            return self.by_file.get(file, [])
        return self.within(file, sentence.first, sentence.end)

    def within(self, file: str, first: int, end: int) -> list[Mark]:
        """List a file's marks that begin within tokens [first, end)."""
        starts = self.starts.get(file)
        if starts is None:
            starts = self.starts[file] = [mark.first for mark in self.by_file.get(file, ())]
        start = bisect_left(starts, first)
        if start == len(starts) or starts[start] >= end:
            return []
        return self.by_file[file][start : bisect_left(starts, end, start)]

    def keyed(self, file: str, key: str, first: int, end: int) -> Iterator[Mark]:
        """Give the marks of one entry that begin within tokens [first, end)."""
        marks = self._of_keys(file).get(key)
        if marks:
            at = bisect_left(marks, first, key=_place)
            while at < len(marks) and marks[at].first < end:
                yield marks[at]
                at += 1

    def _of_keys(self, file: str) -> dict[str, list[Mark]]:
        """Give a file's marks by the key of their entry; sorted out when first asked for."""
        found = self.by_key.get(file)
        if found is None:
            found = self.by_key[file] = defaultdict(list)
            for mark in self.by_file.get(file, ()):
                found[mark.key].append(mark)
        return found


_place = attrgetter("first")


@dataclass(slots=True)
class Scan:
    """What every layer of reading works on. Layers read it; none changes the text."""

    report: Report
    pack: Pack
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    marks: Marks

    @property
    def text(self) -> str:
        """Give the report's unaltered text."""
        return self.report.text

    def quote(self, span: Span) -> str:
        """Give the characters of a span."""
        return self.report.text[span.start : span.end]

    def words(self, first: int, end: int) -> str:
        """Give the characters from one token up to, not with, another."""
        return self.report.text[self.tokens.starts[first] : self.tokens.ends[end - 1]]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Give the sentence that holds a character, if any."""
        at = bisect_left(self.sentences, offset, key=lambda s: s.span.end)
        if at < len(self.sentences) and self.sentences[at].span.end == offset:
            at += 1
        if at < len(self.sentences) and self.sentences[at].span.start <= offset:
            return self.sentences[at]
        return None

    def paragraph_of(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Give all sentences of a sentence's paragraph."""
        return tuple(s for s in self.sentences if s.paragraph == sentence.paragraph)


def scan(report: Report, pack: Pack) -> Scan:
    """Lay a report out: one pass for tokens, one for pack words."""
    tokens = tokens_of(report.text)
    cut = sentences_of(
        report.text,
        tuple(item.span for item in report.mask),
        pack.cutting,
    )
    marks = Marks()
    for sentence in cut:
        marks.add(pack.lexicon.find(tokens, sentence.first, sentence.end))
    return Scan(report, pack, tokens, cut, marks)
