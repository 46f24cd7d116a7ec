"""Rules that a report attributes to an agreement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding, ProvisionFinding, Step
from traktat.model.kinds import Force, Form, NameKind, ProvisionKind
from traktat.model.spans import Span
from traktat.reading.frames import Desk, Frame, code_of
from traktat.reading.mentions import Agreements, Names, Quotation, Quotations, Utterances
from traktat.reading.provisions import terms
from traktat.reading.provisions.entry_conditions import condition_in, period_in
from traktat.reading.scan import Scan

FORMAL_REACH = 14  # tokens behind the words of a formal clause that belong to it
NEIGHBOR = 3  # tokens between a state and the tariff or aid that is its own
DUTIES = (ProvisionKind.TRADE, ProvisionKind.FINANCE, ProvisionKind.ARMS_LIMITATION)
UNBORNE = (ProvisionKind.ENTRY_INTO_FORCE, ProvisionKind.DURATION)
FORMAL = (ProvisionKind.DURATION, ProvisionKind.WITHDRAWAL)
WORDED = ("words", "verbs", "nouns", "exact")


@dataclass(frozen=True, slots=True)
class Matter:
    """A kind of rule and the pack word that names it."""

    kind: ProvisionKind
    mark: Mark


def read_provisions(
    page: Scan,
    names: Names,
    agreements: Agreements,
    quotations: Quotations,
    utterances: Utterances,
) -> tuple[ProvisionFinding, ...]:
    """Find rules with who is bound, how, on what trigger and under which qualifiers."""
    worded = page.marks.of("clauses") or page.marks.of("provisions")
    if not agreements.findings or not worded:
        return ()
    desk = Desk(page, names, agreements, utterances)
    found: dict[tuple[object, ...], ProvisionFinding] = {}
    for sentence in page.sentences:
        told = [*_in_sentence(desk, sentence, quotations)]
        told += _detailed(desk, sentence, list(found.values()), quotations)
        for finding in told:
            key = (finding.agreement, finding.provision, finding.bearers, sentence.index)
            if not _told_better(finding, told):
                found.setdefault(key, finding)
    return tuple(found.values())


def _told_better(finding: ProvisionFinding, told: list[ProvisionFinding]) -> bool:
    """Tell whether another reading of the same words says better who is bound.

    Where each party gives something of its own the one that names fewer is the sharper; of
    other rules the one that names more.
    """
    same = [
        other
        for other in told
        if (other.provision, other.agreement) == (finding.provision, finding.agreement)
        and other.span.overlaps(finding.span)
    ]
    if finding.provision in DUTIES:
        own = set(finding.bearers)
        return any(_matter(one) == _matter(finding) and set(one.bearers) < own for one in same)
    return any(set(finding.bearers) < set(other.bearers) for other in same)


def _matter(finding: ProvisionFinding) -> Span | None:
    """Give the words that name what a rule is about."""
    return next((step.span for step in finding.because if step.rule == "matter"), None)


def _detailed(
    desk: Desk, sentence: Sentence, before: list[ProvisionFinding], quotations: Quotations
) -> Iterator[ProvisionFinding]:
    """A rule told before is spelled out: "this cooperation includes culture and trade"."""
    marks = desk.page.marks
    opening = marks.within("provisions", sentence.first, sentence.first + 2)
    for mark in opening:
        told = [one for one in before if one.provision == mark.key]
        verbs = marks.within("clauses", mark.end, mark.end + 3)
        verb = next((one for one in verbs if one.key in ("contains", "includes")), None)
        if told and verb and mark.field in WORDED:
            agreement = desk.agreements.by_key(told[-1].agreement)
            if agreement is not None:
                frame = Frame(agreement, verb.end, sentence.end, verb, Force.WILL, told[-1].bearers)
                yield _finding(desk, frame, Matter(told[-1].provision, mark), sentence, quotations)
            return


def _in_sentence(
    desk: Desk, sentence: Sentence, quotations: Quotations
) -> Iterator[ProvisionFinding]:
    named = desk.agreements.mentions.within(sentence.first, sentence.end)
    if not named and not desk.page.marks.of("clauses", sentence):
        return
    for frame in desk.frames(sentence):
        yield from _in_frame(desk, frame, sentence, quotations)
    yield from _by_itself(desk, sentence, quotations)
    yield from _entry(desk, sentence)
    yield from _formal(desk, sentence)


def _in_frame(
    desk: Desk, frame: Frame, sentence: Sentence, quotations: Quotations
) -> Iterator[ProvisionFinding]:
    first = frame.cue.first if frame.cue and frame.cue.end == frame.first else frame.first
    matters = list(matters_in(desk, first, frame.end))  # "bans" is half of "bans missiles"
    seen: set[tuple[object, ...]] = set()
    for matter in matters:
        if matter.kind in (ProvisionKind.ENTRY_INTO_FORCE, *FORMAL):
            continue
        finding = _finding(desk, frame, matter, sentence, quotations)
        if (finding.provision, finding.bearers) not in seen:
            seen.add((finding.provision, finding.bearers))
            yield finding
    if not matters and frame.strong and frame.end - frame.first > 2 and frame.cue:
        yield _finding(desk, frame, Matter(ProvisionKind.OTHER, frame.cue), sentence, quotations)


def matters_in(desk: Desk, first: int, end: int) -> Iterator[Matter]:
    """Give the kinds of rule that the words of a stretch name, in text order.

    What each party gives is told apart later; other kinds stand once. Words inside the name
    of an agreement only name it.
    """
    marks = [
        mark
        for mark in desk.page.marks.within("provisions", first, end)
        if mark.end <= end and not _in_name(desk, mark)
    ]
    seen: set[str] = set()
    for mark in marks:
        if mark.key in seen and mark.key not in DUTIES:
            continue
        if mark.field in WORDED or (mark.field == "topics" and _has_content(marks, mark.key)):
            seen.add(mark.key)
            yield Matter(ProvisionKind(mark.key), mark)


def _has_content(marks: list[Mark], key: str) -> bool:
    return any(mark.key == key and mark.field == "content" for mark in marks)


def _in_name(desk: Desk, mark: Mark) -> bool:
    near = desk.agreements.mentions.before(mark.first + 1)
    if not near or near[-1].end <= mark.first:
        return False
    return near[-1].end - near[-1].first > mark.end - mark.first


def _by_itself(
    desk: Desk, sentence: Sentence, quotations: Quotations
) -> Iterator[ProvisionFinding]:
    """A duty to help that needs no frame: one party is attacked, the other helps."""
    marks = desk.page.marks
    roles = any(marks.keyed("clauses", "attacked-party", sentence.first, sentence.end))
    trigger = terms.trigger_of(desk, sentence.first, sentence.end)
    if not roles or trigger in (None, "threat"):
        return
    agreement = desk.focus(sentence)
    if agreement is None or len(agreement.parties) < 2:
        return
    frame = Frame(agreement, sentence.first, sentence.end, None, Force.SHALL)
    for matter in matters_in(desk, sentence.first, sentence.end):
        if matter.kind is ProvisionKind.MUTUAL_ASSISTANCE:
            yield _finding(desk, frame, matter, sentence, quotations)


def _entry(desk: Desk, sentence: Sentence) -> Iterator[ProvisionFinding]:
    """The agreement is to enter into force once something is done."""
    grammar = desk.page.marks
    kind = ProvisionKind.ENTRY_INTO_FORCE
    for mark in grammar.keyed("provisions", kind.value, sentence.first, sentence.end):
        later = [
            item
            for key in ("condition", "after")
            for item in grammar.keyed("grammar", key, mark.end, min(sentence.end, mark.end + 12))
        ]
        ahead = any(grammar.keyed("grammar", "future", mark.first - 4, mark.end)) or any(
            item.key == "condition" for item in later
        )
        agreement = desk.focus(sentence)
        if not later or not ahead or agreement is None:
            continue
        span = desk.page.tokens.span(mark.first, sentence.end)
        condition = desk.page.words(later[0].first, sentence.end).rstrip(' ."”')
        yield ProvisionFinding(
            span=span,
            quote=desk.page.quote(span),
            agreement=agreement.key,
            provision=kind,
            force=Force.WILL,
            trigger=condition_in(desk.page, mark.end, later[0].end, sentence.end),
            content=condition,
            because=(Step("entry-clause", mark.entry.name, span),),
        )
        return


def _formal(desk: Desk, sentence: Sentence) -> Iterator[ProvisionFinding]:
    """How long an agreement binds and how one may leave it, said of the agreement itself."""
    mentions = desk.agreements.mentions.within(sentence.first, sentence.end)
    for kind in FORMAL:
        for mark in desk.page.marks.keyed("provisions", kind, sentence.first, sentence.end):
            if mark.field not in WORDED or not mentions:
                continue
            agreement = desk.agreements.by_key(mentions[0].key)
            if agreement is None:
                continue
            end = min(sentence.end, mark.end + FORMAL_REACH)
            span = desk.page.tokens.span(mark.first, end)
            yield ProvisionFinding(
                span=span,
                quote=desk.page.quote(span),
                agreement=agreement.key,
                provision=kind,
                force=Force.WILL if kind is ProvisionKind.DURATION else Force.MAY,
                bearers=() if kind in UNBORNE else agreement.parties,
                timing=period_in(desk.page, mark.first, end),
                because=(Step("formal-clause", mark.entry.name, span),),
            )
            break


def _finding(
    desk: Desk, frame: Frame, matter: Matter, sentence: Sentence, quotations: Quotations
) -> ProvisionFinding:
    first, end = _stretch(desk, frame, matter, sentence, quotations)
    span = desk.page.tokens.span(first, end)
    kind = matter.kind
    entry = frame.cue.entry.name if frame.cue else matter.mark.entry.name
    return ProvisionFinding(
        span=span,
        quote=desk.page.quote(span),
        agreement=frame.agreement.key,
        provision=kind,
        force=terms.force_of(desk, frame, matter.mark.first, kind),
        bearers=_bearers(desk, frame, matter),
        beneficiary=terms.beneficiary_of(desk, first, end),
        trigger=terms.trigger_of(desk, first, end) if _is_triggered(kind) else None,
        qualifiers=terms.qualifiers_of(desk, first, end),
        timing=terms.timing_of(desk, first, end),
        scope=terms.scope_of(desk, kind, first, end),
        fields=_fields(desk, kind, first, end),
        flags=terms.flags_of(desk, kind, first, end),
        verbatim=frame.verbatim or _is_quoted(desk, span, quotations),
        because=(
            Step("frame", entry, span),
            Step("matter", matter.mark.entry.name, desk.page.tokens.span(*matter.mark[:2])),
        ),
    )


def _is_triggered(kind: ProvisionKind) -> bool:
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


def _bearers(desk: Desk, frame: Frame, matter: Matter) -> tuple[str, ...]:
    """Tell who is bound: who the duty is said to be of, else whom the frame names, else all."""
    if matter.kind in UNBORNE:
        return ()
    if matter.kind in DUTIES:
        own = _owner(desk, frame, matter.mark)
        if own:
            return (own,)
    named = frame.bearers or _nearest_actor(desk, frame, matter.mark)
    return named or _all(frame.agreement)


def _owner(desk: Desk, frame: Frame, mark: Mark) -> str | None:
    """Give the party whose own tariff, aid or reactor it is ("tarif AS", "Chinese purchases")."""
    for name in desk.names.within(mark.first - NEIGHBOR, mark.end + NEIGHBOR):
        near = name.end <= mark.first or name.first >= mark.end
        code = code_of(name)
        if name.attributive and near and code in frame.agreement.parties:
            return code
    return None


def _nearest_actor(desk: Desk, frame: Frame, mark: Mark) -> tuple[str, ...]:
    """Give the party that acts last before the subject matter, alone or jointly."""
    actors: tuple[str, ...] = ()
    last = -1
    for name in desk.names.within(frame.first, mark.first):
        if name.attributive or name.sort is NameKind.AGENCY:
            continue
        codes = name.members or (code_of(name) or "",)
        known = tuple(code for code in frame.agreement.parties if code in codes)
        if known:
            joined = last >= 0 and name.first - last <= 2
            actors = tuple(dict.fromkeys((*actors, *known))) if joined else known
            last = name.end
    return actors


def _all(agreement: AgreementFinding) -> tuple[str, ...]:
    return agreement.parties


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
