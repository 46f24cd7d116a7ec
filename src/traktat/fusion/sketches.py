"""What is compared to find copies: the words of a report, its paragraphs, its anchors.

Words survive copying. Translation and paraphrase keep other things: names, dates, numbers,
acts and quotations, in their order. These are a report's anchors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zlib import crc32

from traktat.fusion.evidence import Evidence
from traktat.fusion.persons import words_of
from traktat.model.findings import (
    ActFinding,
    ClaimFinding,
    DateFinding,
    Finding,
    NameFinding,
    ProvisionFinding,
    StatementFinding,
)
from traktat.model.kinds import Form, NameKind
from traktat.model.spans import Span

SHINGLE = 3  # words that follow one another
LONG_PARAGRAPH = 12  # words below which a paragraph is anybody's
UNSPACED = 12  # mean letters of a "word" above which a script does not part words by spaces
CHARACTERS = 5  # characters of a shingle in such a script

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph with the fingerprints of its runs of words."""

    span: Span
    shingles: frozenset[bytes]
    words: int


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """What lineage needs of one report. `anchors` are in the order of the text."""

    report: str
    shingles: frozenset[bytes]
    paragraphs: tuple[Paragraph, ...]
    anchors: tuple[str, ...]
    words: int
    language: str


def sketch(evidence: Evidence) -> Sketch:
    """Draw what is compared of a report; its furniture is left out."""
    report = evidence.report
    paragraphs = tuple(_paragraphs(report.text, [item.span for item in report.mask]))
    shingles: set[bytes] = set()
    for one in paragraphs:
        shingles |= one.shingles
    return Sketch(
        report=report.id,
        shingles=frozenset(shingles),
        paragraphs=paragraphs,
        anchors=anchors(evidence),
        words=sum(one.words for one in paragraphs),
        language=report.language,
    )


def _paragraphs(text: str, mask: list[Span]) -> Iterator[Paragraph]:
    start = 0
    furniture = sorted(mask)
    for line in text.splitlines(keepends=True):
        span = Span(start, start + len(line))
        start = span.end
        body = _unmasked(text, span, furniture)
        tokens = _WORD.findall(body.casefold())
        if tokens:
            yield Paragraph(span, fingerprints(shingles_of(tokens)), len(tokens))


def _unmasked(text: str, span: Span, mask: list[Span]) -> str:
    at, parts = span.start, []
    for cut in mask:
        if cut.overlaps(span):
            parts.append(text[at : max(at, cut.start)])
            at = max(at, cut.end)
    return "".join([*parts, text[at : span.end]]) if at < span.end else "".join(parts)


def shingles_of(tokens: list[str]) -> frozenset[str]:
    """Give all runs of three words, or of five characters where a script has no spaces.

    >>> sorted(shingles_of(["a", "b", "c", "d"]))
    ['a b c', 'b c d']
    """
    if sum(map(len, tokens)) > UNSPACED * len(tokens):
        line = "".join(tokens)
        return frozenset(line[i : i + CHARACTERS] for i in range(len(line) - CHARACTERS + 1))
    if len(tokens) < SHINGLE:
        return frozenset([" ".join(tokens)])
    return frozenset(map(" ".join, zip(tokens, tokens[1:], tokens[2:], strict=False)))


def fingerprints(shingles: Iterable[str]) -> frozenset[bytes]:
    """Give four bytes for each shingle: ten thousand reports of one agreement fit in memory."""
    return frozenset(
        crc32(one.encode("utf-8", "surrogatepass")).to_bytes(4, "big") for one in shingles
    )


def anchors(evidence: Evidence) -> tuple[str, ...]:
    """List what survives translation, in the order of the text, neighbors of a kind once."""
    found: list[tuple[int, str]] = []
    taken: list[Span] = []
    for finding in evidence.findings:
        if isinstance(finding, DateFinding):
            taken.append(finding.span)
        found += ((finding.span.start, text) for text in _anchors_of(finding))
    found += _numbers(evidence.report.text, taken, [item.span for item in evidence.report.mask])
    ordered = [text for _, text in sorted(found)]
    return tuple(
        text for place, text in enumerate(ordered) if place == 0 or ordered[place - 1] != text
    )


def _anchors_of(finding: Finding) -> Iterable[str]:
    if isinstance(finding, DateFinding):
        return [f"date {finding.when.edtf}"]
    if isinstance(finding, NameFinding):
        return _name_anchor(finding)
    if isinstance(finding, ActFinding):
        return [f"act {finding.act} {finding.status}"]
    if isinstance(finding, ProvisionFinding):
        return [f"clause {finding.provision}"]
    if isinstance(finding, StatementFinding) and finding.form is Form.DIRECT:
        return [f"quote {_surname(finding.speaker)}"]
    if isinstance(finding, ClaimFinding):
        return [f"claim {finding.stance}"]
    return ()


def _name_anchor(finding: NameFinding) -> list[str]:
    if finding.sort is NameKind.PERSON:
        return [f"person {_surname(finding.name)}"]
    if finding.sort in (NameKind.STATE, NameKind.ORGANISATION, NameKind.AGENCY):
        return [f"name {finding.state or finding.name.casefold()}"]
    return []


def _surname(name: str) -> str:
    words = words_of(name)
    return max(words, key=lambda word: (len(word), word)) if words else ""


def _numbers(text: str, dates: list[Span], mask: list[Span]) -> Iterator[tuple[int, str]]:
    """Give numbers of two digits and more that stand in no date and no furniture."""
    closed = sorted([*dates, *mask])
    place = 0
    for match in _NUMBER.finditer(text):
        while place < len(closed) and closed[place].end <= match.start():
            place += 1
        inside = place < len(closed) and closed[place].start < match.end()
        value = number_value(match.group())
        if not inside and len(value) > 1:
            yield match.start(), f"number {value}"


def number_value(written: str) -> str:
    """Give a number without its separators of thousands.

    >>> number_value("10.000"), number_value("10,000"), number_value("3,5"), number_value("19.")
    ('10000', '10000', '3.5', '19')
    """
    digits = written.rstrip(".,")
    head, *groups = re.split(r"[.,]", digits)
    if groups and all(len(group) == 3 for group in groups):
        return head + "".join(groups)
    return ".".join([head, *groups])
