"""Documents that are no agreement, or none in particular, though they are spoken of like one.

A ratification law is signed, instruments are exchanged, "a treaty with a third party" is only
forbidden. They are found so that nobody takes them for the agreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from traktat.model.findings import NameFinding, Step
from traktat.model.kinds import NameKind
from traktat.reading.agreements.evidence import Evidence
from traktat.reading.agreements.focus import agreement_at
from traktat.reading.agreements.nouns import Phrase
from traktat.reading.mentions import Agreements
from traktat.reading.scan import Scan

LAW, INSTRUMENTS, CLASS, REMARK = "law", "instruments", "class", "remark"
_PAPERS = {"law": LAW, "instruments": INSTRUMENTS}


def stands_for(phrase: Phrase, evidence: Evidence, later: Iterable[Phrase]) -> str | None:
    """Tell what a noun phrase stands for instead of an agreement, or nothing.

    `later` are the phrases behind it in its sentence.
    """
    if evidence.third:
        return CLASS
    if phrase.form == "document" and _confirms(phrase, evidence, later):
        return LAW
    return None


def _confirms(phrase: Phrase, evidence: Evidence, later: Iterable[Phrase]) -> bool:
    """Tell whether one side alone signs a paper about an agreement: its ratification law."""
    if not evidence.signed or len(set(evidence.codes)) > 1 or phrase.determiner == "definite":
        return False
    return any(other.described and not other.bare for other in later)


def documents(
    page: Scan, agreements: Agreements, others: Iterable[tuple[Phrase, str]]
) -> tuple[NameFinding, ...]:
    """List the documents a report names, with what each stands for.

    Agreements stand for their own key; `others` are phrases that stand for something else.
    """
    if not agreements.findings:
        return ()
    found = [*_agreements(page, agreements), *_papers(page, agreements)]
    found += [_named(page, p.first, p.end, refers, "agreements#" + p.key) for p, refers in others]
    return tuple(sorted(found, key=lambda item: (item.span.start, item.span.end)))


def _agreements(page: Scan, agreements: Agreements) -> Iterator[NameFinding]:
    for mention in agreements.mentions.items:
        yield _named(page, mention.first, mention.end, mention.key, "agreements")


def _papers(page: Scan, agreements: Agreements) -> Iterator[NameFinding]:
    for mark in page.marks.of("agreements"):
        refers = _PAPERS.get(mark.entry.key)
        if mark.entry.key == "terms":
            refers = agreement_at(page, agreements, mark.first)
        if refers is not None:
            yield _named(page, mark.first, mark.end, refers, mark.entry.name)


def _named(page: Scan, first: int, end: int, refers: str, entry: str) -> NameFinding:
    span = page.tokens.span(first, end)
    return NameFinding(
        span=span,
        quote=page.quote(span),
        name=page.quote(span),
        sort=NameKind.DOCUMENT,
        refers=refers,
        because=(Step("document", entry, span),),
    )
