"""Rules that a report attributes to an agreement."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.findings import AgreementFinding, ProvisionFinding
from traktat.model.kinds import ActKind, Force, ProvisionKind
from traktat.model.spans import Span
from traktat.reading.frames import NO_ACTS, TIED, Desk, Frame, matter_marks
from traktat.reading.mentions import Agreements, Names, Quotations, Utterances
from traktat.reading.provisions import terms
from traktat.reading.provisions.camps import with_camps
from traktat.reading.provisions.carried import Carried
from traktat.reading.provisions.deeds import contrast_in, deeds_of, turn_in
from traktat.reading.provisions.doubts import is_doubted
from traktat.reading.provisions.formal import FORMAL, entry_clauses, terms_and_exits
from traktat.reading.provisions.lists import is_title, listed_rules
from traktat.reading.provisions.matters import (
    DUTIES,
    SEPARATE,
    WORDED,
    Matter,
    aimed_at,
    matters_in,
    start_of,
)
from traktat.reading.provisions.openings import Openings
from traktat.reading.provisions.parts import without_parts
from traktat.reading.provisions.plain_deeds import PlainDeeds
from traktat.reading.provisions.plain_openings import PlainOpenings
from traktat.reading.provisions.renditions import rendition
from traktat.reading.provisions.runs import Runs
from traktat.reading.scan import Scan

MOST_FRAMES = 30  # frames of a sentence; endless sentences are no prose
REASON_GAP = 4  # tokens of a rule in which no reason opens
LONGEST = 150  # tokens of a frame
TALKS = 4  # tokens from the start of a rule in which talks are named: then it rules nothing
TRUCE_REACH = 8  # tokens between "agreed to" and "cessation of hostilities"
NOUNS = "_nouns"
OWNED = 5  # tokens between "without" and "consent": whose it is
GOES_ON = 2  # sentences from a rule to one that goes on with it
OPENS = 2  # tokens in which what is agreed opens: "to meet", "to also discuss"
TOPIC_REACH = 8  # tokens of a rule's subject in which what it is about is named
LEAST = 2  # words of a rule whose subject matter is not known
SEVERAL = (*SEPARATE, ProvisionKind.ACCESS, ProvisionKind.RIGHTS)
"""Kinds of which a party may have several duties in one sentence."""

DOMESTIC = (ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.SUBMISSION, ActKind.REJECTION)
"""Acts that an agreement or a law may ask for: they are no rule of it."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a sentence goes on with: the rule told shortly before, the agreement of its list."""

    before: ProvisionFinding | None
    listed: AgreementFinding | None
    close: bool

    @property
    def goes_on(self) -> bool:
        """Tell whether it goes on with a list, or with the rule of the sentence right before."""
        return (self.before is not None and self.close) or self.listed is not None


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
    desk = Desk(page, with_camps(page, names, agreements), agreements, utterances)
    found: dict[tuple[object, ...], ProvisionFinding] = {}
    listed = listed_rules(desk)
    last = -1  # the sentence that told a rule last
    for sentence in page.sentences:
        near = sentence.index - last <= GOES_ON
        going_on = next(reversed(found.values()), None) if near else None
        close = sentence.index - last <= 1
        held = Held(going_on, listed.get(sentence.index), close)
        told = [*_in_sentence(desk, sentence, quotations, held)]
        told += _detailed(desk, sentence, list(found.values()), quotations)
        for finding in without_parts(told):
            key = (*_key(finding), sentence.index)
            if key in found and _is_one_more(finding, found[key]):
                key = (*key, finding.span)
            if not _told_better(finding, told):
                found.setdefault(key, finding)
                last = sentence.index
    return tuple(found.values())


def _key(finding: ProvisionFinding) -> tuple[object, ...]:
    """Give what makes two rules of a sentence one; unlike matters that no kind covers are two.

    So are a term and its renewal.
    """
    own = _matter(finding) if finding.provision is ProvisionKind.OTHER else None
    if finding.provision is ProvisionKind.DURATION:
        own = finding.span
    return finding.agreement, finding.provision, finding.bearers, own


def _is_one_more(finding: ProvisionFinding, before: ProvisionFinding) -> bool:
    """Tell whether a party has one more duty of a kind: "sells no sugar and buys more maize"."""
    return finding.provision in SEVERAL and not finding.span.overlaps(before.span)


def _told_better(finding: ProvisionFinding, told: list[ProvisionFinding]) -> bool:
    """Tell whether another reading of the same words says better who is bound."""
    at = told.index(finding)
    return any(
        _is_better(other, finding, before=place < at)
        for place, other in enumerate(told)
        if other.provision == finding.provision and place != at
    )


def _is_better(one: ProvisionFinding, other: ProvisionFinding, *, before: bool) -> bool:
    """Tell whether one of two rules of a kind says better who is bound.

    Where each party gives something of its own the one that names fewer is the sharper; of
    other rules the one that names more. Of two that are as good the one that tells its trigger
    stands, else the first.
    """
    mine, theirs = len(one.bearers), len(other.bearers)
    if _matter(one) is not None and _matter(one) == _matter(other):
        if mine == theirs:
            return before if one.trigger == other.trigger else one.trigger is not None
        return mine < theirs if other.provision in DUTIES and mine else mine > theirs
    if other.provision in SEPARATE or one.agreement != other.agreement:
        return False
    return one.span.overlaps(other.span) and set(other.bearers) < set(one.bearers)


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
                yield rendition(desk, frame, Matter(told[-1].provision, mark), sentence, quotations)
            return


def _in_sentence(
    desk: Desk,
    sentence: Sentence,
    quotations: Quotations,
    held: Held,
) -> Iterator[ProvisionFinding]:
    """Find the rules of a sentence; those of the sentence right before may go on."""
    before = held.before
    if not _may_tell(desk, sentence, held):
        return
    going_on = desk.agreements.by_key(before.agreement) if before else None
    plain = PlainOpenings(desk, going_on, held.listed)
    told: list[ProvisionFinding] = []
    plainly = PlainDeeds(desk, going_on if held.close else None, held.listed)
    deeds = list(islice(plainly.frames(sentence), MOST_FRAMES))
    for openings in (Openings(desk, held.listed), plain):
        for frame in _sound(desk, sentence, openings.frames(sentence), held):
            if not _is_split(frame, deeds):
                told += _in_frame(desk, frame, sentence, quotations)
    if not told:
        for frame in Carried(desk, going_on, held.listed).exchanged(sentence):
            told += _in_frame(desk, frame, sentence, quotations)
    told += _by_itself(desk, sentence, quotations)
    told += _truce(desk, sentence, quotations)
    told += entry_clauses(desk, sentence)
    told += terms_and_exits(desk, sentence)
    runs = Runs(desk, going_on, held.listed)
    running = islice(runs.frames(sentence), MOST_FRAMES)
    told_by = [(frame, runs.clause_of(sentence, frame)) for frame in running]
    told_by += [(frame, plainly.clause_of(sentence, frame)) for frame in deeds]
    clauses: list[ProvisionFinding] = []
    for frame, clause in told_by:
        if not _is_told(desk, clause, [*told, *clauses]):
            for sound in _sound(desk, sentence, iter((frame,)), held):
                clauses += _in_frame(desk, sound, sentence, quotations)
    kept = [one for one in told if not (_is_bare(one) and _is_spelled_out(one, told, clauses))]
    kept += clauses
    yield from (one for one in kept if not _is_of_help(one, kept))


def _may_tell(desk: Desk, sentence: Sentence, held: Held) -> bool:
    """Tell whether a sentence may tell a rule: its words or its place in a list say so."""
    if is_title(desk.page, sentence):
        return False
    named = desk.agreements.mentions.within(sentence.first, sentence.end)
    marks = desk.page.marks
    worded = bool(named) or bool(marks.of("clauses", sentence))
    return worded or held.listed is not None or bool(marks.of("provisions", sentence))


def _is_split(frame: Frame, deeds: list[Frame]) -> bool:
    """Tell whether what holds "under the pact" is told deed by deed, by one party and another."""
    if frame.cue is None or frame.cue.key not in ("under", "article"):
        return False
    return len({deed.bearers for deed in deeds if deed.first >= frame.first and deed.bearers}) > 1


def _sound(desk: Desk, sentence: Sentence, frames: Iterator[Frame], held: Held) -> Iterator[Frame]:
    """Give the frames that state a rule, none of them endless."""
    for frame in islice(frames, MOST_FRAMES):
        if not is_doubted(desk, sentence, frame, going_on=held.goes_on):
            end = _end(desk, frame)
            yield frame if frame.end <= end else frame.until(end)


def _end(desk: Desk, frame: Frame) -> int:
    """Give where a frame ends at the latest.

    So it does before its reason, where another party must act, and at so many tokens.
    """
    least = frame.first + REASON_GAP
    reasons = desk.page.marks.keyed("clauses", "reason", least, frame.end)
    end = next((mark.first for mark in reasons), frame.first + LONGEST)
    turn = turn_in(desk, frame) if frame.bearers else contrast_in(desk, frame)
    return end if turn is None else min(end, turn)


def _is_of_help(finding: ProvisionFinding, told: list[ProvisionFinding]) -> bool:
    """Tell whether a rule of no known matter only says over again that help is owed."""
    if finding.provision is not ProvisionKind.OTHER or _matter_is_known(finding):
        return False
    help_owed = (one for one in told if one.provision is ProvisionKind.MUTUAL_ASSISTANCE)
    return any(one.span.overlaps(finding.span) for one in help_owed)


def _matter_is_known(finding: ProvisionFinding) -> bool:
    """Tell whether words name what a rule is about, not only that it binds."""
    return len({step.entry for step in finding.because}) > 1


def _is_bare(finding: ProvisionFinding) -> bool:
    """Tell whether a rule only says that something holds "under the pact", not what about."""
    entries = {step.entry for step in finding.because}
    return finding.provision is ProvisionKind.OTHER and entries == {"clauses#under"}


def _is_spelled_out(
    bare: ProvisionFinding, told: list[ProvisionFinding], clauses: list[ProvisionFinding]
) -> bool:
    """Tell whether what holds "under the pact" is told once more, as one clause or more."""
    if clauses:
        return True
    return any(
        not _is_bare(one) and one.agreement == bare.agreement and bare.span.overlaps(one.span)
        for one in told
    )


def _is_told(desk: Desk, clause: tuple[int, int], told: list[ProvisionFinding]) -> bool:
    """Tell whether what a clause is about has been told already."""
    span = desk.page.tokens.span(*clause)
    return any((_matter(one) or one.span).overlaps(span) for one in told)


def _in_frame(
    desk: Desk, frame: Frame, sentence: Sentence, quotations: Quotations
) -> Iterator[ProvisionFinding]:
    """Find the rules of a frame, deed by deed."""
    seen: set[tuple[object, ...]] = set()
    for place, deed in enumerate(_deeds(desk, frame)):
        for finding in _of_deed(desk, deed, sentence, quotations, further=place > 0):
            own = place if finding.provision in SEVERAL else 0
            known = (finding.provision, finding.bearers, own)
            if known not in seen or finding.provision is ProvisionKind.OTHER:
                seen.add(known)
                yield finding


def _deeds(desk: Desk, frame: Frame) -> tuple[Frame, ...]:
    """Give the deeds of a frame, behind them what is given for them: "in exchange for …"."""
    if not frame.bearers or not frame.strong or frame.verbatim:
        return deeds_of(desk, frame)
    prices = desk.page.marks.keyed("clauses", "in-return", frame.first + 1, frame.end)
    if not prices or frame.end - prices[0].end <= LEAST:
        return deeds_of(desk, frame)
    price = prices[0]
    force = Force.SHALL if frame.force is Force.SHALL_NOT else frame.force
    given = replace(frame, first=price.end, cue=price, force=force)
    return *deeds_of(desk, frame.until(price.first)), given


def _of_deed(
    desk: Desk, frame: Frame, sentence: Sentence, quotations: Quotations, *, further: bool
) -> Iterator[ProvisionFinding]:
    """Find the rules of one deed: of each kind its words name, else of none that is known.

    What stands for a matter that no word names is the cue, of a further deed its verb.
    """
    matters = [
        matter
        for matter in matters_in(desk, start_of(desk, frame), frame.end, own=frame.own)
        if not (frame.cue and _is_same(matter.mark, frame.cue) and matter.mark.field in WORDED)
    ]
    if matters and matters[0].kind is ProvisionKind.COOPERATION:
        matters = aimed_at(desk, matters) or matters[:1]  # behind it stand its fields
    for matter in _of_main_clause(desk, matters):
        if matter.kind != ProvisionKind.ENTRY_INTO_FORCE and matter.kind not in FORMAL:
            yield rendition(desk, frame, matter, sentence, quotations)
    if not matters and frame.topical:
        topics = matter_marks(desk.page, frame.first, frame.first + TOPIC_REACH)
        for mark in islice((one for one in topics if one.end <= frame.end), 1):
            matter = Matter(ProvisionKind(mark.key), mark)
            if matter.kind not in FORMAL and matter.kind != ProvisionKind.ENTRY_INTO_FORCE:
                yield rendition(desk, frame, matter, sentence, quotations)
    if not matters and frame.cue and _says_something(desk, frame):
        cue = frame.cue
        mark = Mark(frame.first, frame.first + 1, cue.entry, cue.forms) if further else cue
        yield rendition(desk, frame, Matter(ProvisionKind.OTHER, mark), sentence, quotations)


def _of_main_clause(desk: Desk, matters: list[Matter]) -> Iterator[Matter]:
    """Leave out what a relative clause behind the first matter names.

    In "aid for farmers that emissions have harmed" only the aid is owed.
    """
    marks, words = desk.page.marks, desk.page.tokens.words
    for matter in matters:
        start, stop = matters[0].mark.end, matter.mark.first
        links = marks.keyed("grammar", "relative", start, stop)
        last = max((mark.end for mark in links), default=stop)
        joined = last == stop or any(word in ",;" for word in words[last:stop])
        joined = joined or any(marks.keyed("grammar", "and", last, stop))
        if joined or any(marks.keyed("clauses", "in-return", start, stop)):
            yield matter


def _is_same(one: Mark, other: Mark) -> bool:
    """Tell whether two marks are the same words: "grants" is no noun where it is the verb."""
    return (one.first, one.end) == (other.first, other.end)


def _says_something(desk: Desk, frame: Frame) -> bool:
    """Tell whether a frame that binds holds more than a few words, none of a ratification."""
    words = desk.page.tokens.words
    said = sum(words[at][0].isalnum() for at in range(frame.first, frame.end))
    if frame.cue is not None and frame.cue.key == "obliges" and _only_names(desk, frame):
        return False
    if not frame.strong or said < LEAST or desk.has_force(frame.end - 1, frame.end):
        return False  # "the parties must" is cut short of what they must do
    vague = desk.page.marks.keyed("clauses", "procedure", frame.first, frame.first + OPENS)
    if any(vague) and not _is_barred(desk, frame):
        return False
    if desk.is_sure_act(frame.first, frame.end) or desk.is_sure_act(frame.first + 1, frame.end):
        return False
    acts = desk.page.marks.within("acts", frame.first, frame.end)
    near = frame.first + TALKS
    talked = any(mark.field == "talks" and mark.first < near for mark in acts)
    told = [
        mark
        for mark in acts
        if mark.field not in _SAID_OF_NONE
        and (not mark.field.endswith(TIED) or desk.is_act(mark.first, frame.end))
        and not _is_without(desk, mark)
    ]
    return not talked and not any(mark.key in DOMESTIC and not _is_day(desk, mark) for mark in told)


def _only_names(desk: Desk, frame: Frame) -> bool:
    """Tell whether all that is bound are names: "the treaty only binds Peru and Chile"."""
    words, names = desk.page.tokens.words, desk.names.within(frame.first, frame.end)
    passed = {at for name in names for at in range(name.first, name.end)}
    passed.update(
        at
        for mark in desk.page.marks.keyed("grammar", "and", frame.first, frame.end)
        for at in range(mark.first, mark.end)
    )
    return all(at in passed or not words[at][0].isalnum() for at in range(frame.first, frame.end))


def _is_barred(desk: Desk, frame: Frame) -> bool:
    """Tell whether what a frame tells is not to be done: "may not build …", "bars …"."""
    cue = frame.cue
    if frame.force is Force.SHALL_NOT:
        return True
    if cue is not None and cue.key == "pledges":
        return any(desk.page.marks.keyed("grammar", "negation", cue.first, frame.first))
    if cue is None or desk.group(cue) != "force":
        return False
    first, end = max(0, cue.first - OPENS), cue.end + 1
    found = (desk.page.marks.keyed("grammar", key, first, end) for key in ("negation", "none"))
    return any(mark for marks in found for mark in marks)


def _is_day(desk: Desk, act: Mark) -> bool:
    """Tell whether an act only says when something is to be done: "cases before ratification"."""
    marks = desk.page.marks.within("grammar", max(0, act.first - 2), act.first)
    return any(mark.end == act.first and mark.key in ("after", "condition") for mark in marks)


def _is_without(desk: Desk, act: Mark) -> bool:
    """Tell whether an act is what must not be missing: "without the other's consent"."""
    marks = desk.page.marks.keyed("grammar", "negation", max(0, act.first - OWNED), act.first)
    return act.field.endswith(NOUNS) and any(mark.end <= act.first for mark in marks)


_SAID_OF_NONE = frozenset({*NO_ACTS, "house_verbs"})


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
            yield rendition(desk, frame, matter, sentence, quotations)


def _is_agreed_on(desk: Desk, sentence: Sentence, cue: Mark) -> bool:
    """Tell whether those who stop fighting agree themselves: "Peru and Chile agreed to a truce"."""
    marks, first = desk.page.marks, sentence.first
    if "passive" in cue.forms or any(marks.keyed("grammar", "be", cue.first - 1, cue.first)):
        return False
    agreeing = set(desk.actors(first, cue.first))
    agreement = desk.focus(sentence)
    both = any(marks.keyed("grammar", "both", first, cue.first))
    parties = set(agreement.parties) if agreement is not None else set()
    return both or bool(agreeing & parties)


def _truce(desk: Desk, sentence: Sentence, quotations: Quotations) -> Iterator[ProvisionFinding]:
    """An end of the fighting is agreed on: the words that name the agreement are its rule."""
    marks = desk.page.marks
    for cue in marks.keyed("clauses", "pledges", sentence.first, sentence.end):
        if cue.field == "noun_words" or desk.is_negated(cue):
            continue
        stop = min(sentence.end, cue.end + TRUCE_REACH)
        deeds = list(marks.keyed("provisions", ProvisionKind.CEASEFIRE, cue.end, stop))
        if not deeds:
            continue
        agreed = _is_agreed_on(desk, sentence, cue)
        mark = next((one for one in deeds if agreed or one.field == "deeds"), None)
        near = desk.agreements.mentions.before(mark.end) if mark else ()
        if mark is None or not near or near[-1].end < mark.end:
            continue
        agreement = desk.agreement_of(near[-1])
        if agreement is not None:
            parties = agreement.parties
            frame = Frame(agreement, mark.first, mark.end, cue, Force.SHALL, parties)
            matter = Matter(ProvisionKind.CEASEFIRE, mark)
            yield rendition(desk, frame, matter, sentence, quotations)
            return
