"""Acts as they are put together: a trigger with its agreement, actors and phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from traktat.model.dates import When
from traktat.model.findings import Step
from traktat.model.kinds import MANY, ActKind, Chamber, Status
from traktat.reading.acts.actors import Actors, actors_of
from traktat.reading.acts.bills import papers
from traktat.reading.acts.bound import bound_by
from traktat.reading.acts.cases import Case, agreement_of_named, kind_of
from traktat.reading.acts.chambers import chamber_of, counts_side
from traktat.reading.acts.changes import settling_before, settling_behind
from traktat.reading.acts.demands import CHANGED, MEMBERSHIP, is_definite, suits
from traktat.reading.acts.halves import leads_on, split_end, stands_around
from traktat.reading.acts.objects import (
    hands_on,
    is_tensed,
    names_signing,
    objects_of,
    past_preposition,
    put_in_its_place,
)
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.performers import actors_by
from traktat.reading.acts.phases import phase_of
from traktat.reading.acts.reaches import UNDER_WAY, Phase
from traktat.reading.acts.removals import removed
from traktat.reading.acts.subjects import subject_of
from traktat.reading.acts.ties import VOTED_ON, Link, in_focus, tie
from traktat.reading.acts.triggers import (
    Sense,
    Tie,
    Trigger,
    Voice,
    antecedent,
    has_object,
    tells_which,
    triggers,
    voice_of,
)
from traktat.reading.acts.wordings import likely
from traktat.reading.mentions import UNDERTAKING, AgreementMention, NameMention

GIVEN = 2  # words of "give approval"

_ORDER = {
    Tie.HOUSE: 0,
    Tie.HEAD: 0,
    Tie.TRUCE: 0,
    Tie.PASSING: 1,
    Tie.TEXT: 1,
    Tie.PAPERS: 1,
    Tie.SPLIT: 2,
    Tie.BALLOT: 3,
    Tie.LOOSE: 3,
    Tie.DIRECT: 4,
    Tie.DATED: 4,
    Tie.LACKING: 5,
    Tie.CLOSING: 4,
    Tie.CALLED: 5,
    Tie.LACK: 5,
}

_OF_JOINING = frozenset({ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.REJECTION})
"""Acts that may be about another state's accession."""

ONE_SIDED = frozenset(
    {
        ActKind.APPROVAL,
        ActKind.REJECTION,
        ActKind.RATIFICATION,
        ActKind.ACCESSION,
        ActKind.DEPOSIT,
        ActKind.NOTIFICATION,
        ActKind.SUBMISSION,
        ActKind.WITHDRAWAL,
        ActKind.SUSPENSION,
    }
)
"""Acts each party does for itself, so two parties do two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An act before it is a finding; `bound` are the parties it takes effect for, if not all.

    `lent` says that its actors are those of another mention of it.
    """

    line: Outline = field(repr=False)
    trigger: Trigger
    sense: Sense
    voice: Voice
    kind: ActKind
    link: Link
    actors: Actors
    phase: Phase
    rules: tuple[Step, ...] = ()
    when: When | None = None
    when_at: tuple[int, int] | None = None
    reported: When | None = None
    replaces: str | None = None
    bound: tuple[NameMention, ...] = ()
    lent: bool = False

    @property
    def status(self) -> Status:
        """Tell how far the act has come."""
        return self.phase.status

    @property
    def chamber(self) -> Chamber | None:
        """Give the chamber that acts, if one is named."""
        return chamber_of(self.actors.mentions)

    def noting(self, rule: str, entry: str = "") -> Draft:
        """Add a step to the reasons."""
        span = self.line.sources.page.tokens.span(self.trigger.first, self.trigger.end)
        return replace(self, rules=(*self.rules, Step(rule, entry, span)))


def is_of_many(draft: Draft) -> bool:
    """Tell whether an act is about an agreement of more than two parties."""
    agreement = draft.line.sources.agreements.by_key(draft.link.key)
    return agreement is not None and (len(agreement.parties) > 2 or MANY in agreement.parties)


def drafts_in(line: Outline) -> list[Draft]:
    """Draft the acts a sentence tells of, in text order."""
    out: list[Draft] = []
    taken = line.first  # up to here an earlier trigger and its object have used the words
    for trigger in triggers(line.sources.page.marks.of("acts", line.sentence)):
        shared = line.joins(trigger.first - 1)  # "signed and ratified the pact"
        if (trigger.first < taken and not shared) or _only_names(line, trigger):
            continue
        found = _read(line, trigger)
        out += [draft for draft in found if not is_provision(draft)]
        taken = max([taken, *(_used(draft) for draft in found)])
    return [draft for draft in out if not _is_outdone(draft, out)]


def _is_outdone(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether what is offered or brokered is agreed at once: "agreed to a truce offered …"."""
    own = [one for one in drafts if not _is_of_others(one) and one.kind is draft.kind]
    return _is_of_others(draft) and draft.link.mention in {one.link.mention for one in own}


def _is_of_others(draft: Draft) -> bool:
    return draft.sense.tie is Tie.CALLED or draft.line.has(draft.trigger.first, "attended")


def _is_title(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a verb in capitals stands in a plain sentence: "the Made in Norland plan"."""
    at = trigger.first
    if not line.words[at][0].isupper() or at in line.agreements or line.words[at].isupper():
        return False
    finite = all({"past", "present", "participle"} & set(s.forms) for s in trigger.senses)
    behind = line.words[min(trigger.end, line.end - 1) + 1 : trigger.end + 2]
    named = bool(behind) and behind[0][:1].isupper() and line.has(trigger.end, "in", "at")
    return finite and named and at > line.first


def _is_of_day(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a word belongs to a date: "debts due to end-1988"."""
    at = trigger.end
    return at + 1 < line.end and line.words[at] == "-" and line.words[at + 1].isdecimal()


def _only_names(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a trigger only belongs to a name or phrase; joining is named by its act.

    A verb that begins the noun phrase ("signed two pacts") is none of it.
    """
    if tells_which(line, trigger):
        return True
    if counts_side(line, trigger.first, trigger.end) and not has_object(line, trigger.end):
        return True
    if _is_title(line, trigger) or _is_of_day(line, trigger):
        return True
    if line.has(trigger.first, "cancelled") and line.has(trigger.end, "cancelled"):
        return True  # "scrapped plans to sign the pact" scraps no pact
    mention = line.agreements.get(trigger.first)
    if mention is None or trigger.of(ActKind.ACCESSION):
        return False
    undertaken = line.sources.page.marks.keyed(
        "agreements", UNDERTAKING, trigger.first, mention.end
    )
    if any(mark.first == trigger.first for mark in undertaken):
        return True  # "agreed to end hostilities", "to reopen the border"
    before = trigger.first - 1
    described = before >= line.first and line.has(before, "article")
    return described or mention.first != trigger.first or mention.end <= trigger.end


def _used(draft: Draft) -> int:
    """Give the token up to which a draft has used the words: those before its own object."""
    end, mention = draft.trigger.end, draft.link.mention
    if draft.kind in _OF_JOINING and mention is not None and mention.form == MEMBERSHIP:
        return max(end, mention.end)  # what is approved is no act beside its approval
    if draft.kind is ActKind.NOTIFICATION:
        return end  # what is notified is an act of its own
    handed = hands_on(draft.line, end, draft.kind) if draft.link.rule == "pronoun" else None
    if handed is not None:
        return handed.end  # "suspended its participation" joins nothing
    taken = ["object", "object behind the house"]
    if draft.link.rule == VOTED_ON and mention is not None:
        return max(end, mention.first)
    if draft.kind is ActKind.APPROVAL:
        taken.append("papers")  # "consent to ratifying it"
        if mention is not None and names_signing(draft.line, end, mention.first):
            return end  # what a cabinet lets ministers sign is an act of its own
    if draft.voice is Voice.ACTIVE and draft.link.rule in taken and mention is not None:
        return max(end, mention.first)
    return end


AGREED = 6  # words of "agreed late on Monday not to"
LEAVING = frozenset({ActKind.WITHDRAWAL, ActKind.TERMINATION, ActKind.SUSPENSION})
"""Acts that take effect some time after notice of them (VCLT Art. 56(2), 65)."""


def is_provision(draft: Draft) -> bool:
    """Tell whether a denied act is a duty: "pledged not to sign treaties against …"."""
    if draft.status is not Status.DENIED or draft.phase.rule != "negation":
        return False
    line, trigger = draft.line, draft.trigger
    near = range(max(line.first, trigger.first - 5), trigger.first)
    denied = next((token for token in near if line.has(token, "negation")), None)
    if denied is not None and draft.kind in LEAVING and draft.link.direct:
        agreed = line.sources.page.marks.keyed("agreements", "agreeing", denied - AGREED, denied)
        if any(agreed) and is_definite(line, draft.link.mention):
            return False  # "agreed not to end the pact": it stays
    if denied is None or line.any_tag(denied - 4, denied, "decided", "announced"):
        return False
    if any(token in line.dates for token in range(denied, trigger.first)):
        return False  # "failed on Monday to agree on a pact"
    between = line.sources.page.marks.within("acts", denied + 1, trigger.first)
    if line.any_tag(denied + 1, trigger.first, "wish") or any(mark.forms for mark in between):
        return False  # "does not intend to renew the pact", "failed to reach a deal to"
    return line.any_tag(max(line.first, denied - 2), trigger.first, "purpose", "obligation")


def _read(line: Outline, trigger: Trigger) -> list[Draft]:
    """Give the drafts of the first sense that fits, one for each agreement it is tied to."""
    for sense in sorted(likely(line, trigger), key=lambda item: _ORDER[item.tie]):
        if sense.tie is Tie.SPLIT:
            found = list(_split(line, trigger, sense))
        elif sense.kind is ActKind.REPLACEMENT:
            found = _replacement(line, trigger, sense)
        else:
            found = list(_try(line, trigger, sense))
        if found:
            return found
    return []


def _try(line: Outline, trigger: Trigger, sense: Sense) -> Iterator[Draft]:
    voice = voice_of(line, trigger, sense)
    found = tuple(papers(line, trigger, sense, voice))
    case = Case(line, trigger, sense, voice, found, actors_by(line, trigger, sense, voice, None))
    kind = kind_of(case)
    if kind is None:
        return
    for link in _links(case):
        if not suits(case, link):
            continue
        draft = _draft(case, kind, link)
        if sense.field != "wished_verbs" or _is_wished(draft):
            yield from _for_each(draft)


def _is_wished(draft: Draft) -> bool:
    """Tell whether talks are wished for, or are held to make an agreement that is new."""
    if draft.status is not Status.PLANNED:
        return False
    if draft.phase.rule == UNDER_WAY:
        return not is_definite(draft.line, draft.link.mention)
    return draft.voice is not Voice.NOUN or draft.phase.rule in _WISHED


def _for_each(draft: Draft) -> Iterator[Draft]:
    """Part an act that takes effect for some parties first and for others later.

    What takes effect for a crowd takes effect itself, and for those of them who are named.
    """
    groups = bound_by(draft.line, draft.trigger, draft.kind) if is_of_many(draft) else []
    if not groups or groups[0].crowd:
        yield draft
    for at, group in enumerate(groups):
        trigger = replace(draft.trigger, first=group.first, end=group.first + 1)
        yield replace(draft, trigger=trigger if at else draft.trigger, bound=group.parties)


def _links(case: Case) -> list[Link]:
    if case.sense.kind is ActKind.JOINT_EXERCISE:
        key = agreement_of_named(case.line)
        return [Link(key, None, True, "parties")] if key is not None else []
    loose = case.voice is Voice.NOUN and case.asks_assembly and case.sense.tie is not Tie.BALLOT
    loose = loose or (case.sense.kind in _ON_BILLS and _of_bill(case))
    loose = loose or _is_agreed_change(case) or _gives_consent(case) or _took_place(case)
    return tie(case.line, case.trigger, case.sense, case.voice, papers=case.papers, loose=loose)


def _is_agreed_change(case: Case) -> bool:
    """Tell whether a change of the agreement in focus is agreed: "agreed on an extension".

    So is one that is taken up again: "Perubahan itu disepakati pada Senin".
    """
    line, trigger = case.line, case.trigger
    if case.voice is not Voice.NOUN or case.sense.kind not in CHANGED:
        return False
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    pointer = trigger.end if after else trigger.first - 1
    taken_up = line.first <= pointer < line.end and line.has(pointer, "definite")
    behind = settling_behind(line, trigger) if taken_up else None
    return behind is not None or settling_before(line, trigger) is not None


def _took_place(case: Case) -> bool:
    """Tell whether a change is said to have been made: "perpanjangan terakhir dilakukan pada"."""
    line, at = case.line, case.trigger.end
    if case.voice is not Voice.NOUN or case.sense.kind not in CHANGED or is_tensed(line):
        return False
    at += at < line.end and line.has(at, "ordinal", "definite")
    return at + 1 < line.end and line.has(at, "holding", "announced") and line.has(at + 1, "in")


_WISHED = ("governed: wish", "aim")
"""Rules by which talks are only wished for."""

_ON_BILLS = frozenset({ActKind.APPROVAL, ActKind.SUBMISSION})
"""Acts that are done to a bill in place of its agreement."""


def _gives_consent(case: Case) -> bool:
    """Tell whether an assembly gives its approval to what is not named again."""
    line, trigger = case.line, case.trigger
    given = case.sense.kind is ActKind.APPROVAL and case.voice is Voice.ACTIVE
    votes = case.sense.tie is Tie.HOUSE and not is_tensed(line)  # "memberikan suara setuju"
    given = given and (votes or case.sense.tie is Tie.DIRECT)
    if not given or trigger.end - trigger.first < GIVEN or has_object(line, trigger.end):
        return False
    return case.by_assembly


def _of_bill(case: Case) -> bool:
    """Tell whether an assembly approves the bill of a ratification, or is sent it."""
    found = [mark for mark in case.papers if mark.entry.key == ActKind.RATIFICATION]
    if case.sense.kind is ActKind.SUBMISSION:
        return any(case.line.has(mark.first, "law") for mark in found)
    return bool(found)


def _replacement(line: Outline, trigger: Trigger, sense: Sense) -> list[Draft]:
    """Read "the pact replaces the 1961 treaty": the act is the newer agreement's."""
    voice = voice_of(line, trigger, sense)
    if voice is Voice.NOUN:
        return []
    behind = objects_of(line, _past_agent(line, trigger.end), sense.kind)
    before = subject_of(line, trigger, sense.kind)
    if behind and not before and voice is Voice.ACTIVE:
        before = _meant_for(line, trigger) or put_in_its_place(line, behind[0])
    if not behind or not before or behind[0] == before[0]:
        return []
    newer, older = before[0], behind[0]
    passive = voice is Voice.PASSIVE
    if passive:
        newer, older = older, newer
    told = voice if passive or before[0].first > trigger.first else Voice.SUBJECT
    case = Case(line, trigger, sense, told, (), Actors())
    draft = _draft(case, sense.kind, Link(newer.key, newer, True, "subject"))
    return [replace(draft, replaces=older.key if older.key != newer.key else None)]


def _meant_for(line: Outline, trigger: Trigger) -> list[AgreementMention]:
    """Give what is to take the place of another: "talks on a new pact to replace it"."""
    to = trigger.first - 1
    found = antecedent(line, to) if line.has(to, "purpose") else None
    return [found] if found is not None else []


def _past_agent(line: Outline, at: int) -> int:
    return at + 1 if at < line.end and line.has(at, "agent", "with") else at


def _is_left(case: Case, link: Link) -> bool:
    """Tell whether one of many ends its own part: "Norland scrapped the Ottawa Convention"."""
    agreement = case.line.sources.agreements.by_key(link.key)
    if agreement is None or not agreement.known or MANY not in agreement.parties:
        return False
    return case.voice is Voice.ACTIVE and len(case.actors.states) == 1


def _is_declared(case: Case, kind: ActKind, link: Link) -> bool:
    """Tell whether a declaration is adopted: none is ratified ("mengesahkan Deklarasi Lima")."""
    adopts = kind is ActKind.RATIFICATION and case.sense.field == "direct_verbs"
    return adopts and link.mention is not None and link.mention.form == "declaration"


def _draft(case: Case, kind: ActKind, link: Link) -> Draft:
    line, trigger, voice = case.line, case.trigger, case.voice
    kind = ActKind.WITHDRAWAL if kind is ActKind.TERMINATION and _is_left(case, link) else kind
    kind = ActKind.TEXT_AGREED if _is_declared(case, kind, link) else kind
    phase = phase_of(line, trigger, voice, kind, link)
    span = line.sources.page.tokens.span(trigger.first, trigger.end)
    return Draft(
        line=line,
        trigger=trigger,
        sense=case.sense,
        voice=voice,
        kind=phase.kind or kind,
        link=link,
        actors=actors_by(line, trigger, case.sense, voice, link),
        phase=phase,
        rules=(
            Step(f"trigger: {voice}", case.sense.entry, span),
            Step(f"agreement: {link.rule}", "", span),
            Step(f"phase: {phase.rule}", "", span),
        ),
    )


def undirected(line: Outline, trigger: Trigger) -> Draft | None:
    """Draft an act from a noun that names it, for the agreement in focus."""
    link = in_focus(line, trigger)
    for sense in trigger.senses:
        if link is not None and voice_of(line, trigger, sense) is Voice.NOUN:
            actors = actors_of(line, trigger, Voice.NOUN, link)
            case = Case(line, trigger, sense, Voice.NOUN, (), actors)
            return _draft(case, sense.kind, link)
    return None


def _owned(draft: Draft, between: Sequence[NameMention]) -> Draft:
    """Give whose deed it is where the owner stands within: "penarikan Norlandia dari pakta"."""
    if draft.voice is not Voice.NOUN or draft.actors.mentions or not between:
        return draft
    return replace(draft, actors=Actors((between[0],), "genitive"))


def _parts_verb(line: Outline, token: int) -> bool:
    """Tell whether a word leads away from a verb: "menarik pasukannya dan akhirnya keluar dari"."""
    if line.opener(token) or line.has(token, "future"):
        return True  # "jika pasukan tidak ditarik, Norlandia akan keluar dari"
    other = line.sources.page.marks.within("acts", token + 1, token + 2)
    whole = any(mark.field == "direct_words" for mark in other)
    return line.joins(token) and (whole or line.has(token + 1, "particles", "then"))


def _split(line: Outline, trigger: Trigger, sense: Sense) -> Iterator[Draft]:
    """Read "pull Norland out of the pact" and "put the pact into force"."""
    around = stands_around(line, sense)
    stop = split_end(line, trigger, around=around)
    for mark in line.sources.page.marks.within("acts", trigger.end, stop):
        if mark.field != "ends" or mark.key != sense.kind:
            continue
        gap = range(trigger.end, mark.first)
        if any(_parts_verb(line, token) for token in gap if token not in line.names):
            continue
        between = [line.agreements[token] for token in gap if token in line.agreements]
        behind = objects_of(line, past_preposition(line, mark.end), sense.kind)
        if not around:
            between = []
            if any(leads_on(line, token) for token in gap):
                continue  # "under fire for a wish to step back from a pact"
        if not between and (not gap or not behind):
            continue
        whole = Trigger(trigger.first, mark.end, trigger.senses)
        voice = voice_of(line, trigger, sense)
        case = Case(line, whole, sense, voice, (), actors_of(line, trigger, voice, None))
        kind = kind_of(case)
        for mention in between[:1] or behind:
            if kind is not None:
                draft = _draft(case, kind, Link(mention.key, mention, True, "split"))
                yield _owned(draft, [line.names[token] for token in gap if token in line.names])
        return
    link = removed(line, trigger, sense)
    if link is not None:
        voice = voice_of(line, trigger, sense)
        actors = actors_of(line, trigger, voice, None)
        yield _draft(Case(line, trigger, sense, voice, (), actors), sense.kind, link)
