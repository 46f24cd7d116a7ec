"""Renditions: a rule as a report words it, made a finding with all its terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from traktat.lang.sentences import Sentence
from traktat.model.findings import ProvisionFinding, Step
from traktat.model.kinds import Form, ProvisionKind
from traktat.model.spans import Span
from traktat.reading.frames import Desk, Frame
from traktat.reading.mentions import Quotation, Quotations
from traktat.reading.provisions import terms
from traktat.reading.provisions.matters import Matter, bearers_of
from traktat.reading.provisions.roles import beneficiary_of

VERB_REACH = 8  # tokens of a rule in which its modal verb stands


def rendition(
    desk: Desk, frame: Frame, matter: Matter, sentence: Sentence, quotations: Quotations
) -> ProvisionFinding:
    """Give the finding of a rule: who is bound, how, on what trigger, in which words."""
    first, end = _stretch(desk, frame, matter, sentence, quotations)
    span = desk.page.tokens.span(first, end)
    kind = matter.kind
    entry = frame.cue.entry.name if frame.cue else matter.mark.entry.name
    force = terms.force_of(desk, frame, _deed(desk, frame, matter), kind)
    return ProvisionFinding(
        span=span,
        quote=desk.page.quote(span),
        agreement=frame.agreement.key,
        provision=kind,
        force=force,
        bearers=bearers_of(desk, frame, matter, sentence.first),
        beneficiary=beneficiary_of(desk, first, end),
        content=_content(desk, matter, frame),
        trigger=terms.trigger_of(desk, first, end) if is_triggered(kind) else None,
        qualifiers=terms.qualifiers_of(desk, first, end),
        timing=terms.timing_of(desk, first, end),
        scope=terms.scope_of(desk, kind, first, end),
        fields=_fields(desk, kind, first, end),
        flags=terms.flags_of(desk, kind, force, first, end),
        verbatim=frame.verbatim or _is_quoted(desk, span, quotations),
        because=(
            Step("frame", entry, span),
            Step(
                "matter",
                matter.mark.entry.name,
                desk.page.tokens.span(matter.mark.first, matter.mark.end),
            ),
        ),
    )


def _deed(desk: Desk, frame: Frame, matter: Matter) -> int:
    """Give the token up to which a "not" reverses a rule: its matter, else its verb."""
    if matter.mark != frame.cue:
        return matter.mark.first
    told = frame.cue is not None and desk.group(frame.cue) == "force"
    reach = 0 if told else VERB_REACH  # behind a modal verb no other is looked for
    near = desk.page.marks.within("clauses", frame.first, frame.first + reach)
    ends = [mark.end for mark in near if desk.group(mark) == "force" or mark.key == "pledges"]
    return min(max(frame.first, *ends, frame.first) + 1, frame.end - 1)


def _content(desk: Desk, matter: Matter, frame: Frame) -> str | None:
    """Give the words for a matter that no kind covers: they tell two such rules apart."""
    if matter.kind is not ProvisionKind.OTHER or matter.mark == frame.cue:
        return None
    return desk.page.words(matter.mark.first, matter.mark.end)


def is_triggered(kind: ProvisionKind) -> bool:
    """Tell whether something must happen before a rule of a kind is owed."""
    return kind in (
        ProvisionKind.MUTUAL_ASSISTANCE,
        ProvisionKind.CONSULTATION,
        ProvisionKind.NEUTRALITY,
    )


def _stretch(
    desk: Desk, frame: Frame, matter: Matter, sentence: Sentence, quotations: Quotations
) -> tuple[int, int]:
    """Give the tokens of a rule: a duty to help takes in its condition, whichever side."""
    first = frame.first if frame.first < frame.end else matter.mark.first
    end = max(frame.end, matter.mark.end)
    if matter.kind is ProvisionKind.MUTUAL_ASSISTANCE and not frame.verbatim:
        end = max(end, _utterance_end(desk, first, sentence))
    end = _quote_end(desk, quotations, first, end)
    tokens = desk.page.tokens
    while end - 1 > first and not tokens.words[end - 1][0].isalnum():
        end -= 1
    while first + 1 < end and tokens.words[first] in ",;:)":
        first += 1
    return first, end


def _utterance_end(desk: Desk, first: int, sentence: Sentence) -> int:
    """Give where the words around a token end: with the quotation they stand in, or the sentence.

    Behind a quotation its speaker is named, who is no part of the rule.
    """
    ends = [
        item.end
        for item in desk.utterances.within(sentence.first, first + 1)
        if item.end > first and item.finding.form is Form.DIRECT
    ]
    return min([sentence.end, *ends])


def _quote_end(desk: Desk, quotations: Quotations, first: int, end: int) -> int:
    """Give where a rule ends whose words are quoted: with the quotation, however it is punctuated.

    What "and" joins to the quotation belongs to the rule as well: "… Charter” and national law".
    """
    quoted = [
        item
        for item in quotations.within(first, end)
        if item.depth == 0 and not _is_spoken(desk, item)
    ]
    if not quoted:
        return end
    close = quoted[-1].end
    joined = desk.page.marks.keyed("grammar", "and", close, close + 2)
    last = desk.page.sentence_at(desk.page.tokens.starts[close - 1])
    return max(end, last.end if last and any(joined) else close)


def _is_spoken(desk: Desk, quote: Quotation) -> bool:
    """Tell whether a person speaks the words of a quotation."""
    return any(
        item.finding.form is Form.DIRECT and item.finding.speaker != "DOC"
        for item in desk.utterances.within(quote.first, quote.end)
    )


def _fields(desk: Desk, kind: ProvisionKind, first: int, end: int) -> tuple[str, ...]:
    """List the fields of a clause on cooperation, as the text words them."""
    if kind is not ProvisionKind.COOPERATION:
        return ()
    found = [
        desk.page.words(mark.first, mark.end).lower()
        for mark in desk.page.marks.within("topics", first, end)
        if desk.setting(mark, "group") == "field"
    ]
    return tuple(dict.fromkeys(found))


def _is_quoted(desk: Desk, span: Span, quotations: Quotations) -> bool:
    """Tell whether most of a rule stands in quotation marks and no person speaks there."""
    inside = sum(
        min(span.end, quote.span.end) - max(span.start, quote.span.start)
        for quote in _outer(quotations, span)
        if not _is_spoken(desk, quote)
    )
    return inside > 0.6 * (span.end - span.start)


def _outer(quotations: Quotations, span: Span) -> Iterator[Quotation]:
    """Give the outer quotations that share characters with a span, last first."""
    at = bisect_left(quotations.items, span.end, key=lambda quote: quote.span.start)
    while at:
        at -= 1
        quote = quotations.items[at]
        if quote.depth == 0:
            if quote.span.end <= span.start:
                return
            yield quote
