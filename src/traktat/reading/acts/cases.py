"""What a trigger tells of once it is known who acts on what: rules of the law of treaties."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from traktat.facts.tables import table
from traktat.lang import Mark
from traktat.model.kinds import ActKind, NameKind
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.chambers import (
    ASSEMBLY,
    CABINET,
    PRIVATE,
    assemblies,
    counts_votes,
    is_cabinet,
    is_done_in,
    is_governing,
    is_head_of_state,
    is_private,
    is_public,
    members_ending,
    members_within,
    office_sort,
)
from traktat.reading.acts.objects import hands_on, is_tensed, objects_of, past_parties, talks_within
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.qualities import describes_with_other
from traktat.reading.acts.submissions import is_sent_to_house, is_what_house_got
from traktat.reading.acts.triggers import Sense, Tie, Trigger, Voice, verb_group
from traktat.reading.mentions import NameMention

MEMBERS_REACH = 12  # words between "lawmakers" and what they vote on
MEMBERS_BEHIND = 8  # words between a passive and "lawmakers" as its agent
MEMBERS_NEAR = 4  # words of "ratification by both parliaments"
AGENT_NEAR = 4  # words of "by the state-run Norland Times"
BILATERAL = 2  # parties
OWNED = 2  # tokens of "' national parliaments" behind whose they are
NEW_REACH = 3  # words of "a free trade" before "agreement"
CABINET_NEAR = 3  # words of "council of ministers" and an adverb before a verb
ARMY_NEAR = 3  # words of "troops are to" before "pull out"
OWNER = 3  # words of "the prime minister's"
PREFIX = 3  # letters of "pre" and "re" before a hyphen, at most
HAVE_BEFORE = 3  # words between "has" and its participle


@dataclass(frozen=True, slots=True)
class Case:
    """A sense of a trigger under trial, and what stands around it."""

    line: Outline
    trigger: Trigger
    sense: Sense
    voice: Voice
    papers: tuple[Mark, ...]
    actors: Actors

    @property
    def by_assembly(self) -> bool:
        """Tell whether a parliament, a chamber or its members act."""
        if assemblies(self.line, self.actors.mentions):
            return True
        if self.voice is Voice.NOUN:
            return self._beside_members()
        if self.actors.mentions:
            last = self.actors.mentions[-1].end  # "ratified by both countries' parliaments"
            if self.voice is Voice.ACTIVE:  # "parlemen kedua negara menyetujuinya"
                start = verb_group(self.line, self.trigger.first)
                found = members_ending(self.line, start)
                return any(at - OWNED < last and not self.line.joins(at - 1) for at in found)
            return members_within(self.line, last, min(self.line.end, last + OWNED))
        first, end = self.trigger.first, self.trigger.end
        if self.voice is Voice.ACTIVE:
            low = max(self.line.first, first - MEMBERS_REACH)
            return members_within(self.line, low, first) or self._backed_in(low)
        behind = min(self.line.end, end + MEMBERS_BEHIND)
        other = next((t for t in range(end, behind) if self._begins_verb(t)), behind)
        behind = min(behind, other)  # "was agreed and will be sent to parliament"
        return members_within(self.line, end, behind) or counts_votes(self.line, end, behind)

    def _begins_verb(self, token: int) -> bool:
        """Tell whether another act is told of from a token on, behind "and"."""
        marks = self.line.sources.page.marks.within("acts", token, self.line.end)
        verb = any(mark.first == token and mark.forms for mark in marks)
        return verb and self.line.any_tag(self.trigger.end, token, "and")

    def _backed_in(self, low: int) -> bool:
        """Tell whether backing in an assembly is for it: "enough votes in the Senate to pass"."""
        first, line = self.trigger.first, self.line
        if not line.has(first - 1, "purpose"):
            return False
        names = [line.names[token] for token in range(low, first) if token in line.names]
        return bool(assemblies(line, names[-1:])) and names[-1].end == first - 1

    def _beside_members(self) -> bool:
        first, end = self.trigger.first, self.trigger.end
        owned = self.line.words[first - 1] in "'’" if first else False  # "lawmakers' approval"
        near = max(self.line.first, first - 1 - owned)
        if any(self.line.sources.page.marks.keyed("bodies", CABINET, near, first)):
            return True
        by = end < self.line.end and self.line.has(end, "agent", "of")
        return members_within(self.line, near, end + (MEMBERS_NEAR if by else 1))

    @property
    def asks_assembly(self) -> bool:
        """Tell whether a noun speaks of an approval that somebody has to give."""
        if self.sense.kind is not ActKind.APPROVAL:
            return False
        before = range(max(self.line.first, self.trigger.first - 4), self.trigger.first)
        awaited = any(self.line.has(token, "awaiting") for token in before)
        behind = self.trigger.end, min(self.line.end, self.trigger.end + MEMBERS_NEAR)
        cabinet = any(self.line.sources.page.marks.keyed("bodies", CABINET, *behind))
        return self.by_assembly or (awaited and (cabinet or bool(self.actors.mentions)))


def kind_of(case: Case) -> ActKind | None:
    """Tell what act a case is, or None if it is none."""
    if not _tie_holds(case) or _is_adjective(case) or _is_noun(case):
        return None
    names = case.actors.mentions
    if names and all(is_private(name) for name in names):
        return None
    rule = _KINDS.get(case.sense.kind) if case.sense.tie is not Tie.BALLOT else None
    return case.sense.kind if rule is None else rule(case)


def _is_adjective(case: Case) -> bool:
    """Tell whether a participle only describes the agreement: "a signed agreement"."""
    line, before = case.line, case.trigger.first - 1
    if "participle" not in case.sense.forms or before < line.first:
        return False
    if before in line.agreements or line.has(before, "relative"):
        return False
    if case.trigger.end in line.agreements and (
        _owns(line, before) or describes_with_other(line, before)
    ):
        return True
    subject = line.names.get(before - 1)
    joined = subject is not None and line.any_tag(subject.first - 2, subject.first, "and")
    if joined and not line.has(before, "definite"):
        return False  # "the Senate and the Assembly both approved it"
    return before not in line.names and line.has(before, "article")


def _owns(line: Outline, at: int) -> bool:
    """Tell whether a name or noun with a possessive ending stands there: "the minister's"."""
    clitics = tuple(line.sources.page.pack.settings.get("clitics", ()))
    if not clitics or line.tags.get(at) or not line.lower[at].endswith(clitics):
        return False
    return at in line.names or line.any_tag(max(line.first, at - OWNER), at, "article")


def _is_noun(case: Case) -> bool:
    """Tell whether a verb without ending is a noun: "gave the neighbor a veto"."""
    line, before = case.line, case.trigger.first - 1
    if case.voice is not Voice.ACTIVE or "bare" not in case.sense.forms or before < line.first:
        return False
    if not is_tensed(line):
        return False
    if case.trigger.end in line.agreements and _describes_noun(line, before):
        return True
    return line.has(before, "article") and not line.has(before, "both")


def _describes_noun(line: Outline, at: int) -> bool:
    """Tell whether a plain noun stands there that makes the next a noun: "hostage release deal"."""
    word = line.words[at]
    if word == "-":
        return len(line.words[at - 1]) > PREFIX  # "climate-change pact", no "re-sign pacts"
    known = line.tags.get(at) or at in line.names or at in line.dates or at in line.agreements
    return word.isalpha() and word.islower() and not known


def _tie_holds(case: Case) -> bool:
    if case.sense.tie is Tie.HOUSE:
        return case.by_assembly or any(is_cabinet(case.line, n) for n in case.actors.mentions)
    if case.sense.tie is Tie.HEAD:
        return any(is_head_of_state(name) for name in case.actors.mentions)
    if case.sense.tie is Tie.PAPERS:
        return any(mark.key == case.sense.kind for mark in case.papers)
    if case.sense.tie is Tie.PASSING:
        return bool(case.actors.mentions)
    if case.sense.tie is Tie.LACK:
        return _after_talks(case)
    if case.sense.field == "passive_verbs":
        before = max(case.line.first, case.trigger.first - HAVE_BEFORE)
        perfect = case.line.any_tag(before, case.trigger.first, "have")
        return perfect or case.voice is Voice.PASSIVE
    return True


def _is_cleared(case: Case) -> bool:
    """Tell whether a cabinet lets an agreement pass: "the cabinet cleared the signing of"."""
    if case.sense.kind is not ActKind.APPROVAL or case.voice is not Voice.ACTIVE:
        return False
    if any(sense.kind is not ActKind.APPROVAL for sense in case.trigger.senses):
        return False  # what a cabinet ratifies is ratified
    return any(is_cabinet(case.line, name) for name in case.actors.mentions)


def _after_talks(case: Case) -> bool:
    """Tell whether talks are spoken of before: "talks ended without a deal"."""
    line = case.line
    talks = bool(talks_within(line, line.first, case.trigger.first))
    return talks and not line.any_tag(line.first, case.trigger.first, "condition", "possibility")


def _signature(case: Case) -> ActKind | None:
    """Who signs the law or the instrument ratifies, or joins; who signs the minutes exchanges."""
    keys = {mark.key for mark in case.papers if not _is_pointed_at(case.line, mark)}
    if ActKind.ACCESSION in keys:
        return ActKind.ACCESSION
    if ActKind.RATIFICATION in keys or ActKind.DEPOSIT in keys:
        return ActKind.RATIFICATION
    return ActKind.EXCHANGE if ActKind.EXCHANGE in keys else ActKind.SIGNATURE


def _is_pointed_at(line: Outline, paper: Mark) -> bool:
    """Tell whether a paper is only pointed at: who signed "that document" signed the agreement.

    So is one that heads the name of an agreement: "menandatangani Piagam Energi".
    """
    mention = line.agreements.get(paper.first)
    if mention is not None and mention.first == paper.first and mention.end > paper.end:
        return True
    if paper.end - paper.first > 1:
        return line.any_tag(paper.first, paper.end, "definite")
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    return after and paper.end < line.end and line.has(paper.end, "definite")


def _ratification(case: Case) -> ActKind | None:
    """A parliament that "ratifies" approves; the process in a parliament is ratification."""
    if case.sense.tie is Tie.DIRECT and _by_conference(case):
        return ActKind.TEXT_AGREED  # adopted: neither approved nor ratified
    if case.voice is Voice.NOUN and not assemblies(case.line, case.actors.mentions):
        by = case.line.has(case.trigger.end, "agent") and not case.actors.mentions
        seated = (by and case.by_assembly) or is_done_in(case.line, case.trigger.end)
        return ActKind.APPROVAL if seated else ActKind.RATIFICATION
    return ActKind.APPROVAL if case.by_assembly else ActKind.RATIFICATION


def _by_conference(case: Case) -> bool:
    """Tell whether a meeting of states does it: "konferensi itu mengesahkan konvensi"."""
    if case.actors.mentions or case.voice is Voice.NOUN:
        return False
    line, (first, end) = case.line, (case.line.first, case.trigger.first)
    if case.voice is Voice.PASSIVE:
        first, end = case.trigger.end, min(case.line.end, case.trigger.end + MEMBERS_BEHIND)
    nouns = frozenset(line.sources.page.pack.settings.get("gatherings", ()))
    return any(line.lower[at] in nouns for at in range(first, end))


def _approval(case: Case) -> ActKind | None:
    """A parliament or government approves; a person only agrees."""
    if _by_some(case):
        return None
    names = case.actors.mentions
    if names and all(name.state in table("organisations") for name in names) and case.by_assembly:
        return ActKind.TEXT_AGREED if _is_forum(case) else ActKind.APPROVAL
    if case.by_assembly:
        return ActKind.APPROVAL
    if any(name.sort is NameKind.PERSON for name in names) or case.sense.tie is Tie.SPLIT:
        return None
    if case.voice is Voice.ACTIVE and not names:
        return ActKind.APPROVAL if _by_cabinet(case) or _by_measure(case) else None
    other = ActKind.TEXT_AGREED in {sense.kind for sense in case.trigger.senses}
    if other and not any(is_governing(case.line, name) for name in names):
        return None
    if case.voice is Voice.NOUN and not names and not case.asks_assembly:
        return None
    return ActKind.APPROVAL


def _by_cabinet(case: Case) -> bool:
    """Tell whether a cabinet of no named state acts: "the cabinet approved the signing of"."""
    line, start = case.line, verb_group(case.line, case.trigger.first)
    near = max(line.first, start - CABINET_NEAR), start
    return any(line.sources.page.marks.keyed("bodies", CABINET, *near))


def _by_measure(case: Case) -> bool:
    """Tell whether what is voted on does it: "a resolution that would approve the deal"."""
    line, start = case.line, verb_group(case.line, case.trigger.first)
    if not line.any_tag(start, case.trigger.first, "possibility", "future"):
        return False
    start -= line.has(start - 1, "relative")
    return start > line.first and line.has(start - 1, "law", "measure")


def _is_forum(case: Case) -> bool:
    """Tell whether those who approve are the assembly in which states adopt a text."""
    codes = {name.state for name in case.actors.mentions}
    agreements = case.line.sources.agreements.findings
    return not any(codes & set(agreement.parties) for agreement in agreements)


def _by_some(case: Case) -> bool:
    """Tell whether only some members do it: "one of the 118 MPs who voted against it"."""
    line, start = case.line, verb_group(case.line, case.trigger.first)
    if case.voice is not Voice.ACTIVE or start <= line.first or not line.has(start - 1, "relative"):
        return False
    return members_within(line, max(line.first, start - MEMBERS_BEHIND), start, persons=True)


def _rejection(case: Case) -> ActKind | None:
    """Whoever rejects speaks for a state, an assembly or a group."""
    if _by_some(case):
        return None
    if case.by_assembly or case.voice is Voice.PASSIVE:
        return ActKind.REJECTION
    if case.sense.tie is Tie.SPLIT or any(_owns_people(case.line, n) for n in case.actors.mentions):
        return None
    return ActKind.REJECTION if any(map(is_public, case.actors.mentions)) else None


def _owns_people(line: Outline, name: NameMention) -> bool:
    """Tell whether a state only tells whose people act: "oposisi Norlandia", "petani Sarvia"."""
    after = line.sources.page.pack.settings.get("modifiers") == "after"
    if not after or name.sort is not NameKind.STATE:
        return False
    marks, low = line.sources.page.marks, max(line.first, name.first - 3)
    people = [mark.end for mark in marks.keyed("names", "group", low, name.first)]
    offices = table("offices")
    for mark in marks.within("offices", low, name.first):
        if offices.get(mark.key, {}).get("sort") in PRIVATE | {"party"}:
            people.append(mark.end)
    return name.first in people


def _submission(case: Case) -> ActKind | None:
    """What is sent must go to an assembly, or be sent for it to decide: "for approval"."""
    line, trigger = case.line, case.trigger
    sent = is_sent_to_house(line, trigger) or is_what_house_got(line, trigger, case.voice)
    return ActKind.SUBMISSION if sent else None


def _publication(case: Case) -> ActKind | None:
    """What an agency or a paper publishes is its report of the text."""
    line, at = case.line, case.trigger.end
    near = range(at, min(line.end, at + AGENT_NEAR))
    press = any(t in line.names and line.names[t].sort is NameKind.AGENCY for t in near)
    return None if press and line.has(at, "agent") else ActKind.PUBLICATION


def _withdrawal(case: Case) -> ActKind | None:
    """Who "withdraws" from nothing that is named must at least be a state or its leader.

    Who denounces an agreement "as" something only blames it.
    """
    if case.voice is Voice.ACTIVE and _judges(case):
        return None
    if _is_retracted(case) or _is_of_troops(case):
        return None
    if case.sense.tie is Tie.LOOSE and case.voice is Voice.ACTIVE:
        named = any(name.state for name in case.actors.mentions)
        return ActKind.WITHDRAWAL if named else None
    return ActKind.WITHDRAWAL


def _termination(case: Case) -> ActKind | None:
    """Who ends a participation leaves: "ended Norland's participation in the pact"."""
    if case.voice is Voice.ACTIVE and _ends_part(case):
        return ActKind.WITHDRAWAL
    return ActKind.TERMINATION


def _ends_part(case: Case) -> bool:
    """Tell whether the head behind a verb is a state's part in an agreement, past its owner."""
    line, at = case.line, case.trigger.end
    while at < line.end and (line.has(at, "article") or at in line.names):
        at += 1
    if hands_on(line, at, ActKind.WITHDRAWAL) is not None:
        return True
    return (
        at < line.end and _owns(line, at) and hands_on(line, at + 1, ActKind.WITHDRAWAL) is not None
    )


def _is_of_troops(case: Case) -> bool:
    """Tell whether it is an army that leaves: "ordered its troops to pull out"."""
    if case.sense.tie is not Tie.LOOSE or case.voice is not Voice.ACTIVE:
        return False
    line, at = case.line, verb_group(case.line, case.trigger.first)
    troopers = line.sources.page.pack.settings.get("troopers", ())
    return any(line.lower[t] in troopers for t in range(max(line.first, at - ARMY_NEAR), at))


def _is_retracted(case: Case) -> bool:
    """Tell whether a draft is taken back: "withdrew the border deal from parliament"."""
    line, at = case.line, case.trigger.end
    if case.sense.tie is not Tie.LOOSE or case.trigger.end - case.trigger.first > 1:
        return False
    if case.voice is Voice.PASSIVE:
        return True
    while at < line.end and line.has(at, "article"):
        at += 1
    return case.voice is Voice.ACTIVE and bool(objects_of(line, at, case.sense.kind))


def _is_called_names(case: Case) -> bool:
    """Tell whether an agreement is only called something: "proclaimed the deal a triumph"."""
    line = case.line
    objects = objects_of(line, case.trigger.end, case.sense.kind)
    at = past_parties(line, objects[0].end) if objects else line.end
    if at >= line.end or at in line.dates or at - 1 in line.dates:
        return False
    if at - 1 < objects[0].end or line.opener(at - 1) or line.joins(at - 2):
        return False
    if line.has(at - 2, "with", "between"):
        return False  # "reached a deal with the new government"
    return line.has(at - 1, "article")


def _judges(case: Case) -> bool:
    """Tell whether an object is called something: "denounced the deal as unfair"."""
    line, at = case.line, case.trigger.end
    objects = objects_of(line, at, case.sense.kind)
    end = past_parties(line, objects[0].end) if objects else line.end
    return end < line.end and line.has(end, "judged_as") and line.has(at, "article")


def _accession(case: Case) -> ActKind | None:
    """Only states join; what a membership is called names no act without one, but a verb does."""
    within = case.voice is Voice.NOUN and case.trigger.first in case.line.agreements
    bare = case.trigger.of(ActKind.TEXT_AGREED)  # who only "accepts" a truce joins nothing
    named = any(
        name.state or (name.sort is NameKind.GROUP and not bare) for name in case.actors.mentions
    )
    return ActKind.ACCESSION if named or (not within and not case.actors.mentions) else None


def _reaffirmation(case: Case) -> ActKind | None:
    """A commitment is to an agreement, or to carry one out."""
    line, paper = case.line, case.papers[0]
    marks = line.sources.page.marks.within("acts", paper.end, line.end)
    carried_out = any(m.key == ActKind.REAFFIRMATION and m.field == "through" for m in marks)
    at = paper.end + (paper.end < line.end and line.has(paper.end, "of", "preposition"))
    named = objects_of(line, at, ActKind.REAFFIRMATION)
    return ActKind.REAFFIRMATION if carried_out or named else None


def agreement_of_named(line: Outline) -> str | None:
    """Give the first agreement all of whose parties a sentence names, if its parties are two."""
    named = {name.state for name in line.names.values() if name.state}
    for agreement in line.sources.agreements.findings:
        if len(agreement.parties) == BILATERAL and named.issuperset(agreement.parties):
            return agreement.key
    return None


def _joint_exercise(case: Case) -> ActKind | None:
    """Only exercises of the agreement's own parties belong to its life."""
    key = agreement_of_named(case.line)
    agreement = case.line.sources.agreements.by_key(key) if key is not None else None
    if agreement is None or not set(agreement.parties).issuperset(case.actors.states):
        return None
    return ActKind.JOINT_EXERCISE


def _text_agreed(case: Case) -> ActKind | None:
    """An assembly or a cabinet votes on a text, as do its members; they do not agree one."""
    names = case.actors.mentions
    if names and all(office_sort(name) == ASSEMBLY for name in names):
        return None
    if case.voice is Voice.ACTIVE and _is_called_names(case):
        return None
    votes = any(is_cabinet(case.line, name) for name in names) and not _makes_new(case)
    return None if votes or case.by_assembly else ActKind.TEXT_AGREED


def _makes_new(case: Case) -> bool:
    """Tell whether something new is made, and nothing at hand is voted on: "reached a deal"."""
    one = case.trigger.end - case.trigger.first == 1  # not "agreed to"
    objects = objects_of(case.line, case.trigger.end, case.sense.kind) if one else []
    if not objects or any(sense.kind is ActKind.APPROVAL for sense in case.trigger.senses):
        return False
    marks, at = case.line.sources.page.marks, objects[0].first
    return any(marks.keyed("agreements", "indefinite", at - NEW_REACH, at + 1))


_KINDS: dict[ActKind, Callable[[Case], ActKind | None]] = {
    ActKind.TEXT_AGREED: _text_agreed,
    ActKind.SIGNATURE: _signature,
    ActKind.RATIFICATION: _ratification,
    ActKind.APPROVAL: _approval,
    ActKind.REJECTION: _rejection,
    ActKind.SUBMISSION: _submission,
    ActKind.PUBLICATION: _publication,
    ActKind.ACCESSION: _accession,
    ActKind.WITHDRAWAL: _withdrawal,
    ActKind.TERMINATION: _termination,
    ActKind.JOINT_EXERCISE: _joint_exercise,
    ActKind.REAFFIRMATION: _reaffirmation,
}
"""Rules that decide what a sense tells of, given who acts on what."""
