"""Acts as they are put together: a trigger with its agreement, actors and phase."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from traktat.lang import Mark
from traktat.model.dates import When
from traktat.model.findings import Step
from traktat.model.kinds import ActKind, Chamber, NameKind, Status
from traktat.reading.actors import Actors, actors_of
from traktat.reading.chambers import (
    assemblies,
    chamber_of,
    is_governing,
    is_head_of_state,
    members_within,
)
from traktat.reading.outlines import Outline
from traktat.reading.phases import Phase, phase_of
from traktat.reading.ties import Link, objects_of, papers, tie
from traktat.reading.triggers import Sense, Tie, Trigger, Voice, triggers, voice_of

MEMBERS_REACH = 12  # words between "lawmakers" and what they vote on
HOUSE_BEHIND = 14  # words between what is sent and the parliament it is sent to
SPLIT_REACH = 6  # words between the halves of "pull … out of"

_ORDER = {Tie.HOUSE: 0, Tie.PAPERS: 1, Tie.SPLIT: 2, Tie.LOOSE: 3, Tie.DIRECT: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An act before it is a finding."""

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


@dataclass(frozen=True, slots=True)
class Case:
    """A sense of a trigger under trial: what stands around it."""

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
        if self.actors.mentions:
            return False
        first, end = self.trigger.first, self.trigger.end
        if self.voice is Voice.ACTIVE:
            return members_within(self.line, max(self.line.first, first - MEMBERS_REACH), first)
        return members_within(self.line, end, min(self.line.end, end + 4))


def drafts_in(line: Outline) -> list[Draft]:
    """Draft the acts a sentence tells of, in text order."""
    out: list[Draft] = []
    taken = line.first  # up to here a split trigger has used the words
    for trigger in triggers(line.sources.page.marks.of("acts", line.sentence)):
        if trigger.first < taken:
            continue
        found = _read(line, trigger)
        out += found
        taken = max([taken, *(draft.trigger.end for draft in found)])
    return out


def _read(line: Outline, trigger: Trigger) -> list[Draft]:
    """Give the drafts of the first sense that fits, one for each agreement it is tied to."""
    for sense in sorted(_likely(line, trigger), key=lambda item: _ORDER[item.tie]):
        if sense.tie is Tie.SPLIT:
            found = list(_split(line, trigger, sense))
        else:
            found = list(_try(line, trigger, sense))
        if found:
            return found
    return []


def _likely(line: Outline, trigger: Trigger) -> tuple[Sense, ...]:
    """Leave out the verb where a bare form is the noun of the same word ("ratifikasi")."""
    if not any(sense.field.endswith("nouns") for sense in trigger.senses):
        return trigger.senses
    before = line.names.get(trigger.first - 1)
    named = before is not None and before.end == trigger.first and not before.attributive
    if named and trigger.end in line.agreements:
        verbal = [item for item in trigger.senses if not item.field.endswith("nouns")]
        return tuple(verbal) or trigger.senses
    return tuple(item for item in trigger.senses if item.forms != ("bare",))


def _try(line: Outline, trigger: Trigger, sense: Sense) -> Iterator[Draft]:
    voice = voice_of(line, trigger, sense)
    found = tuple(papers(line, trigger, voice))
    case = Case(line, trigger, sense, voice, found, actors_of(line, trigger, voice, None))
    kind = _KINDS[sense.kind](case) if sense.kind in _KINDS else sense.kind
    if kind is None or not _tie_holds(case):
        return
    loose = sense.tie in (Tie.LOOSE, Tie.PAPERS)
    for link in tie(line, trigger, voice, sense.kind, loose=loose, papers=bool(found)):
        yield _draft(case, kind, link)


def _draft(case: Case, kind: ActKind, link: Link) -> Draft:
    line, trigger, voice = case.line, case.trigger, case.voice
    phase = phase_of(line, trigger, voice, kind, link)
    draft = Draft(
        line=line,
        trigger=trigger,
        sense=case.sense,
        voice=voice,
        kind=phase.kind or kind,
        link=link,
        actors=actors_of(line, trigger, voice, link),
        phase=phase,
    )
    named = draft.noting(f"trigger: {voice}", case.sense.entry)
    return named.noting(f"agreement: {link.rule}").noting(f"phase: {phase.rule}")


def _tie_holds(case: Case) -> bool:
    if case.sense.tie is Tie.HOUSE:
        return case.by_assembly
    if case.sense.tie is Tie.PAPERS:
        return any(mark.key == case.sense.kind for mark in case.papers)
    if case.sense.field == "passive_verbs":
        return case.voice is Voice.PASSIVE or case.line.any_tag(
            max(case.line.first, case.trigger.first - 3), case.trigger.first, "have"
        )
    return True


def _signature(case: Case) -> ActKind | None:
    """Whoever signs the law or the instrument ratifies; who signs the minutes exchanges."""
    keys = {mark.key for mark in case.papers}
    if ActKind.RATIFICATION in keys:
        return ActKind.RATIFICATION
    if ActKind.DEPOSIT in keys:
        return ActKind.RATIFICATION
    if ActKind.EXCHANGE in keys:
        return ActKind.EXCHANGE
    return ActKind.SIGNATURE


def _ratification(case: Case) -> ActKind | None:
    """A parliament that "ratifies" approves; a confirmation ratifies if the head of state's."""
    if case.sense.tie is Tie.DIRECT:
        heads = any(is_head_of_state(name) for name in case.actors.mentions)
        return ActKind.RATIFICATION if heads else None
    return ActKind.APPROVAL if case.by_assembly else ActKind.RATIFICATION


def _approval(case: Case) -> ActKind | None:
    """A parliament or government approves; a person only agrees."""
    if case.by_assembly:
        return ActKind.APPROVAL
    names = case.actors.mentions
    if any(name.sort is NameKind.PERSON for name in names):
        return None
    other = ActKind.TEXT_AGREED in {sense.kind for sense in case.trigger.senses}
    if other and not any(is_governing(case.line, name) for name in names):
        return None
    return ActKind.APPROVAL


def _rejection(case: Case) -> ActKind | None:
    """Whoever rejects speaks for a state, an assembly or a group."""
    if case.by_assembly or case.voice is not Voice.ACTIVE:
        return ActKind.REJECTION
    return ActKind.REJECTION if case.actors.mentions else None


def _submission(case: Case) -> ActKind | None:
    """What is sent must go to an assembly."""
    line = case.line
    for token in range(case.trigger.end, min(line.end, case.trigger.end + HOUSE_BEHIND)):
        name = line.names.get(token)
        if name is not None and assemblies(line, [name]):
            return ActKind.SUBMISSION
    return None


_KINDS: dict[ActKind, Callable[[Case], ActKind | None]] = {
    ActKind.SIGNATURE: _signature,
    ActKind.RATIFICATION: _ratification,
    ActKind.APPROVAL: _approval,
    ActKind.REJECTION: _rejection,
    ActKind.SUBMISSION: _submission,
}
"""Rules that decide what a sense tells of, given who acts on what."""


def _split(line: Outline, trigger: Trigger, sense: Sense) -> Iterator[Draft]:
    """Read "pull Norland out of the pact" and "put the pact into force"."""
    ends = line.sources.page.marks.within(
        "acts", trigger.end, min(line.end, trigger.end + SPLIT_REACH)
    )
    for mark in ends:
        if mark.field != "ends" or mark.key != sense.kind:
            continue
        between = [
            line.agreements[t] for t in range(trigger.end, mark.first) if t in line.agreements
        ]
        behind = objects_of(line, mark.end, sense.kind)
        if not between and (mark.first == trigger.end or not behind):
            continue
        whole = Trigger(trigger.first, mark.end, trigger.senses)
        voice = voice_of(line, trigger, sense)
        case = Case(line, whole, sense, voice, (), actors_of(line, trigger, voice, None))
        for mention in (between or behind)[:1]:
            yield _draft(case, sense.kind, Link(mention.key, mention, True, "split"))
        return
