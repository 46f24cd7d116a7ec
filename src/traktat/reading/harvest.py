"""Words beside agreements that the pack does not know: where a language pack should grow.

Run over reports without labels, the counts show which verbs and nouns stand next to
agreements and states and are not yet listed as acts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from traktat.reading.mentions import AgreementMention, Agreements, Dates, Names, Utterances
from traktat.reading.outlines import Outline, Sources, outline
from traktat.reading.scan import Scan

NEXT = 3  # words on either side of an agreement in which a verb is looked for
EXAMPLES = 3  # kept for each word
EXAMPLE_WORDS = 6  # on either side of the word: enough to judge it, too few to reprint a text


@dataclass(slots=True)
class Candidate:
    """An unknown word beside agreements: how often, on which side, and in what words."""

    word: str
    before: int = 0
    after: int = 0
    examples: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        """Count its occurrences on both sides."""
        return self.before + self.after


@dataclass(slots=True)
class Harvest:
    """Unknown words by spelling."""

    words: dict[str, Candidate] = field(default_factory=dict)

    def add(self, word: str, *, is_before: bool, example: str) -> None:
        """Count one occurrence."""
        found = self.words.setdefault(word, Candidate(word))
        found.before += is_before
        found.after += not is_before
        if len(found.examples) < EXAMPLES and example not in found.examples:
            found.examples.append(example)

    def ranked(self, *, least: int = 2) -> list[Candidate]:
        """List the words found at least so often, most frequent first."""
        often = [item for item in self.words.values() if item.count >= least]
        return sorted(often, key=lambda item: (-item.count, item.word))


def harvest(
    pages: Iterable[tuple[Scan, Names, Agreements, Dates, Utterances]],
) -> Harvest:
    """Gather the unknown words beside the agreements of some reports."""
    found = Harvest()
    for page, names, agreements, dates, utterances in pages:
        sources = Sources(page, names, agreements, dates, utterances)
        for sentence in page.sentences:
            if agreements.mentions.within(sentence.first, sentence.end):
                _gather(found, outline(sources, sentence))
    return found


def _gather(found: Harvest, line: Outline) -> None:
    known = _known(line)
    for mention in line.ordered(line.agreements):
        for token in _beside(line, mention, -1):
            if token not in known:
                found.add(line.lower[token], is_before=True, example=_example(line, token))
                break
        for token in _beside(line, mention, 1):
            if token not in known:
                found.add(line.lower[token], is_before=False, example=_example(line, token))
                break


def _known(line: Outline) -> frozenset[int]:
    """Give the tokens the pack already reads as something."""
    marks = line.sources.page.marks
    files = ("acts", "grammar", "statements", "agreements", "provisions", "dates")
    covered = {
        token
        for file in files
        for mark in marks.of(file, line.sentence)
        for token in range(mark.first, mark.end)
    }
    return frozenset(covered | set(line.names) | set(line.dates) | set(line.agreements))


def _beside(line: Outline, mention: AgreementMention, step: int) -> list[int]:
    """List the words on one side of an agreement, nearest first, up to the next mark."""
    start = mention.end if step > 0 else mention.first - 1
    out: list[int] = []
    for token in range(start, start + step * NEXT, step):
        if not line.first <= token < line.end or not line.words[token][0].isalnum():
            break
        if line.words[token][0].islower():
            out.append(token)
    return out


def _example(line: Outline, token: int) -> str:
    first = max(line.first, token - EXAMPLE_WORDS)
    return line.sources.page.words(first, min(line.end, token + EXAMPLE_WORDS + 1))
