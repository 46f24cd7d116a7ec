"""A report laid out for reading: tokens, sentences and every pack word in them."""

from __future__ import annotations

from dataclasses import dataclass, field

from traktat.lang import Entry, Mark, Pack, Tokens
from traktat.lang.places import first_from
from traktat.lang.sentences import Sentence, sentences_of
from traktat.lang.tokens import tokens_of
from traktat.model.reports import Report
from traktat.model.spans import Span


@dataclass(slots=True)
class Marks:
    """The pack words of a report, by pack file and place; nobody changes the lists they give."""

    by_file: dict[str, list[Mark]] = field(default_factory=dict)
    by_key: dict[str, dict[str, list[Mark]]] = field(default_factory=dict)
    by_sentence: list[dict[str, list[Mark]]] = field(default_factory=list)

    def add(self, marks: list[Mark]) -> None:
        """Add the marks of the next sentence."""
        here: dict[str, list[Mark]] = {}
        for mark in marks:
            known = here.get(mark.file)
            if known is None:
                here[mark.file] = [mark]
            else:
                known.append(mark)
        by_file = self.by_file
        for file, found in here.items():
            known = by_file.get(file)
            if known is None:
                by_file[file] = found[:]
            else:
                known += found
        self.by_sentence.append(here)

    def join(self, marks: list[Mark], sentences: tuple[Sentence, ...]) -> None:
        """Add marks among those of the sentences, by place."""
        ends = [sentence.end for sentence in sentences]
        for mark in marks:
            self.by_file.setdefault(mark.file, []).append(mark)
            at = first_from(ends, mark.first + 1)
            if at < len(sentences) and sentences[at].first <= mark.first:
                here = self.by_sentence[at].setdefault(mark.file, [])
                here.append(mark)
                here.sort(key=_place)
        for file in sorted({mark.file for mark in marks}):
            self.by_file[file].sort(key=_place)
        self.by_key.clear()

    def of(self, file: str, sentence: Sentence | None = None) -> list[Mark]:
        """List a file's marks, of the whole report or of one sentence, by place."""
        found = self.by_file if sentence is None else self.by_sentence[sentence.index]
        return found.get(file, [])

    def within(self, file: str, first: int, end: int) -> list[Mark]:
        """List a file's marks that begin within tokens [first, end)."""
        return _between(self.by_file.get(file), first, end)

    def keyed(self, file: str, key: str, first: int, end: int) -> list[Mark]:
        """List the marks of one entry that begin within tokens [first, end)."""
        found = self.by_key.get(file)
        if found is None:
            found = self.by_key[file] = _by_key(self.by_file.get(file, []))
        return _between(found.get(key), first, end)


def _place(mark: Mark) -> int:
    return mark.first


def _by_key(marks: list[Mark]) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        known = found.get(mark.key)
        if known is None:
            found[mark.key] = [mark]
        else:
            known.append(mark)
    return found


def _between(marks: list[Mark] | None, first: int, end: int) -> list[Mark]:
    """List those of some marks, which stand by place, that begin within tokens [first, end)."""
    if marks is None or marks[-1].first < first or marks[0].first >= end:
        return []
    low, high = 0, len(marks)
    while low < high:  # by hand: to ask a function for every place costs more than the search
        middle = (low + high) // 2
        if marks[middle].first < first:
            low = middle + 1
        else:
            high = middle
    found: list[Mark] = []
    while low < len(marks) and marks[low].first < end:
        found.append(marks[low])
        low += 1
    return found


@dataclass(slots=True)
class Scan:
    """What every layer of reading works on. Layers read it; none changes the text.

    `places` are for each word, as it is looked up, the tokens where it stands: who asks which
    words of a report are of some sort asks each word once. `capitals` are those with a capital.
    """

    report: Report
    pack: Pack
    tokens: Tokens
    sentences: tuple[Sentence, ...]
    marks: Marks
    places: dict[str, list[int]]
    capitals: dict[str, list[int]]

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
        sentences = self.sentences
        low, high = 0, len(sentences)
        while low < high:
            middle = (low + high) // 2
            if sentences[middle].span[1] <= offset:
                low = middle + 1
            else:
                high = middle
        found = sentences[low] if low < len(sentences) else None
        return found if found is not None and found.span[0] <= offset else None

    def paragraph_of(self, sentence: Sentence) -> tuple[Sentence, ...]:
        """Give all sentences of a sentence's paragraph."""
        return tuple(s for s in self.sentences if s.paragraph == sentence.paragraph)


_DESCRIBED = 4  # tokens of "resource-rich countries"
_BOTH = (Entry("grammar", "both", "words"), Entry("names", "both_states", "words"))
"""What two states spoken of before are marked as."""


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
    places = tokens.places()
    paired = _pairs(tokens, places, pack, marks)
    if paired:
        marks.join(paired, cut)
    return Scan(report, pack, tokens, cut, marks, places, tokens.capitals(places))


def _pairs(tokens: Tokens, places: dict[str, list[int]], pack: Pack, marks: Marks) -> list[Mark]:
    """Mark "the two" with a word or two before its noun: "the two nuclear-armed countries"."""
    nouns = frozenset(pack.settings.get("paired", ()))
    definite = pack.words("grammar", "definite")
    found = []
    for word in pack.settings.get("pairing", ()):
        for at in places.get(word, ()):
            end = _noun_behind(tokens, at + 1, nouns, marks)
            if end and at and tokens.lower[at - 1] in definite:
                found += [Mark(at - 1, end, entry) for entry in _BOTH]
    return found


def _noun_behind(tokens: Tokens, at: int, nouns: frozenset[str], marks: Marks) -> int:
    """Give where one of the nouns ends that stands behind one to three plain words, or 0."""
    for token in range(at, min(at + _DESCRIBED, len(tokens))):
        word = tokens.lower[token]
        if token > at and word in nouns:
            return token + 1
        plain = word.isalpha() or (word == "-" and token > at)
        if not plain or word in nouns or marks.within("grammar", token, token + 1):
            return 0
    return 0
