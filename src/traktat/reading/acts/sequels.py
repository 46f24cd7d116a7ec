"""What one act makes of another.

A second chamber does the same, an exit takes effect, a signature completes a ratification.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from traktat.lang import Mark
from traktat.model.kinds import MANY, ActKind, NameKind, Status
from traktat.reading.acts.actors import actors_of, subject_of
from traktat.reading.acts.chambers import assemblies, is_head_of_state
from traktat.reading.acts.counterparts import of_own, with_own
from traktat.reading.acts.decided import DECREED
from traktat.reading.acts.drafts import LEAVING, Draft, undirected
from traktat.reading.acts.gapped import AGAIN, LIKEWISE, VOTED, alone_behind, shared
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.phases import phase_of
from traktat.reading.acts.reaches import TAKES_EFFECT
from traktat.reading.acts.triggers import (
    TAKING_EFFECT,
    Sense,
    Tie,
    Trigger,
    Voice,
    triggers,
    voice_of,
)
from traktat.reading.mentions import NameMention

LAW_AFTER = 3  # sentences from an exit to the signing of the law behind it
NOTIFIED = frozenset({*LEAVING, ActKind.RATIFICATION})
"""Acts a party gives notice of."""

BROUGHT_REACH = 4  # words of "upon the" between an effect and what brought it about
FOLLOWS = 4  # words of "diperkirakan akan segera" between a name and "menyusul"
LAW_WORDS = 6  # words between "signed" and the law
APPROVED_BEFORE = 2  # sentences back an approval may stand before the head of state signs


def settled(line: Outline, drafts: list[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """Settle what the acts of a sentence are, given each other and those told before."""
    found = [_left(draft) for draft in _notified(_effects(line, _joined(drafts)))]
    found = _enacted(line, found, earlier)
    found = [draft for draft in found if _is_noted(draft, [*earlier, *found])]
    found = [draft for draft in found if not _tells_how(draft, found)]
    found = of_own(found)
    alone = alone_behind(line, earlier)
    told = [*_repeated(line, found, earlier), *shared(line, [*found, *alone]), *alone]
    again = with_own(told)
    return sorted([*found, *again], key=lambda d: d.trigger.first)


def _left(draft: Draft) -> Draft:
    """One party of many that ends an agreement only leaves it: "annulled the Paris Agreement"."""
    alone = draft.voice is Voice.ACTIVE and len(draft.actors.states) == 1
    if draft.kind is not ActKind.TERMINATION or not alone:
        return draft
    agreement = draft.line.sources.agreements.by_key(draft.link.key)
    if agreement is None or MANY not in agreement.parties:
        return draft
    return replace(draft, kind=ActKind.WITHDRAWAL).noting("one party of many")


def _joined(drafts: list[Draft]) -> list[Draft]:
    """Let a verb joined to another share its phase: "to be signed and ratified"."""
    out: list[Draft] = []
    for draft in drafts:
        before = out[-1] if out else None
        if before is not None and _is_joined(before, draft):
            out.append(replace(draft, phase=before.phase).noting("joined"))
        else:
            out.append(draft)
    return out


def _is_joined(before: Draft, draft: Draft) -> bool:
    gap = range(before.trigger.end, draft.trigger.first)
    if len(gap) != 1 or draft.phase.rule != "told" or before.voice is not draft.voice:
        return False
    return draft.line.joins(gap[0])


def _is_noted(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A notice that names no agreement must stand by a step it can be a notice of.

    What a party must give notice of is a rule: "Norland must give a month's notice of drills".
    """
    if draft.kind is not ActKind.NOTIFICATION:
        return True
    if not draft.link.direct and draft.phase.rule == "governed: obligation":
        return False
    if draft.sense.tie is not Tie.LOOSE:
        return True
    line = draft.line
    unsaid = not draft.actors.mentions and draft.phase.opener == "condition"
    if draft.voice is not Voice.ACTIVE or unsaid:
        return False
    if line.sources.agreements.mentions.within(line.first, line.end):
        return True
    return any(other.kind in NOTIFIED and _near(line, other) for other in drafts)


def _tells_how(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A vote may only say how it was passed: "approved the pact in a vote on Monday"."""
    line, at = draft.line, draft.trigger.first - 1
    if not draft.sense.ballot or draft.status is not Status.OCCURRED:
        return False
    at -= line.has(at, "article")
    led = at > line.first and line.has(at, "preposition", "in")
    passed = (other for other in drafts if other.kind in VOTED and not other.sense.ballot)
    return led and any(other.trigger.end <= at for other in passed)


def _enacted(line: Outline, drafts: list[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """Read the signing of a law as the act it carries out; other laws are no agreements."""
    out = []
    decreed = any(draft.phase.rule == DECREED for draft in drafts)
    for draft in drafts:
        if not _signs_law(line, draft):
            out.append(draft)
            continue
        if decreed:
            continue  # "signed a decree to end the pact": the pact's end is the act
        acts = [d for d in (*earlier, *out) if d.kind in LEAVING and d.status is Status.OCCURRED]
        if acts and _near(line, acts[-1], LAW_AFTER):
            model = acts[-1]
            out.append(replace(draft, kind=model.kind, link=model.link).noting("by law"))
        elif draft.kind is ActKind.RATIFICATION:
            out.append(draft)
    return out


def _signs_law(line: Outline, draft: Draft) -> bool:
    """Tell whether a law is what is signed, and no agreement is."""
    if draft.sense.kind is not ActKind.SIGNATURE or draft.link.direct:
        return False
    first, end = draft.trigger.first, draft.trigger.end
    if draft.voice is Voice.ACTIVE:
        return line.any_tag(end, min(line.end, end + LAW_WORDS), "law")
    return line.any_tag(max(line.first, first - LAW_WORDS), first, "law")


def _notified(drafts: list[Draft]) -> list[Draft]:
    """What a party gives notice of is still to come, as is what a bill is for."""
    notice = next((d for d in drafts if d.kind is ActKind.NOTIFICATION), None)
    if notice is not None:
        return [_announced(draft, notice) for draft in drafts]
    bill = next((d for d in drafts if d.kind is ActKind.APPROVAL), None)
    return drafts if bill is None else [_provided_for(draft, bill) for draft in drafts]


def _provided_for(draft: Draft, approval: Draft) -> Draft:
    """What a bill provides for has not happened: "approved a bill to leave the court"."""
    first, end = approval.trigger.end, draft.trigger.first
    if draft.kind not in LEAVING or not draft.line.any_tag(first, end, "law", "measure"):
        return draft
    phase = replace(draft.phase, status=Status.PLANNED)
    return replace(draft, phase=phase).noting("provided for by a bill")


def _announced(draft: Draft, notice: Draft) -> Draft:
    """Who gives notice is who leaves, and has not left yet."""
    effective = any(step.rule == TAKES_EFFECT for step in draft.rules)
    if draft.kind not in LEAVING or effective or draft.trigger.first < notice.trigger.first:
        return draft
    phase = replace(draft.phase, status=Status.PLANNED)
    actors = notice.actors if notice.actors.mentions else draft.actors
    return replace(draft, phase=phase, actors=actors).noting("notified")


def completed(drafts: Sequence[Draft]) -> list[Draft]:
    """Tell the signatures by which heads of state ratify from those of the agreement itself."""
    found: list[Draft] = []
    approvals: dict[tuple[object, ...], Draft] = {}  # the last of those that tell the same
    effect: list[Draft] = []  # the last one told, if any
    for draft in drafts:
        found.append(_brought_about(_completed(draft, list(approvals.values())), effect))
        if draft.kind is ActKind.APPROVAL:
            approvals[draft.status, draft.when, *draft.actors.states] = draft
        elif draft.kind is ActKind.ENTRY_INTO_FORCE:
            effect = [draft]
    return [_bringing(draft, found[at + 1 : at + 2]) for at, draft in enumerate(found)]


def _bringing(draft: Draft, behind: Sequence[Draft]) -> Draft:
    """Date an effect by what brought it about: "took effect with an exchange of notes in May"."""
    if draft.kind is not ActKind.ENTRY_INTO_FORCE or draft.when is not None:
        return draft
    for other in behind:
        gap = range(draft.trigger.end, other.trigger.first)
        near = draft.line is other.line and 0 < len(gap) <= BROUGHT_REACH
        led = near and any(draft.line.has(token, "with", "after") for token in gap)
        if led and other.kind in (ActKind.EXCHANGE, ActKind.DEPOSIT):
            return replace(draft, when=other.when, when_at=other.when_at).noting("date: shared")
    return draft


def _brought_about(draft: Draft, effects: Sequence[Draft]) -> Draft:
    """Date an exchange by the effect told last: "This came after the exchange of notes"."""
    line = draft.line
    if draft.when is not None or draft.kind not in (ActKind.EXCHANGE, ActKind.DEPOSIT):
        return draft
    if not line.has(line.first, "it") or draft.status is not Status.OCCURRED:
        return draft
    for effect in effects:
        if _near(line, effect) and effect.when and effect.link.key == draft.link.key:
            return replace(draft, when=effect.when).noting("date: shared")
    return draft


def _effects(line: Outline, drafts: list[Draft]) -> list[Draft]:
    """Move an act to the verb that says it takes effect: "the withdrawal … takes effect"."""
    marks = line.sources.page.marks.of("acts", line.sentence)
    if not any(mark.entry.key == ActKind.ENTRY_INTO_FORCE for mark in marks):
        return drafts
    known = triggers(marks)
    out = list(drafts)
    for trigger in known:
        if not _takes_effect(trigger) or _drafted(trigger, drafts):
            continue
        nouns = [item for item in known if item.first < trigger.first and _has_effect(line, item)]
        noun = next((item for item in reversed(nouns) if _is_noun(line, item)), None)
        if noun is None:
            continue
        model = next((d for d in out if d.trigger == noun), None) or undirected(line, noun)
        if model is not None:
            out = [d for d in out if d.trigger != noun]
            out.append(_taking_effect(line, model, trigger))
    return out


def _has_effect(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an act takes effect itself; joining is also part of agreements' names."""
    if trigger.of(*TAKING_EFFECT):
        return True
    return trigger.of(ActKind.ACCESSION) and trigger.first not in line.agreements


def _is_noun(line: Outline, trigger: Trigger) -> bool:
    return any(voice_of(line, trigger, sense) is Voice.NOUN for sense in trigger.senses)


def _takes_effect(trigger: Trigger) -> bool:
    return any(
        sense.kind is ActKind.ENTRY_INTO_FORCE and sense.field.startswith(("subject", "dated"))
        for sense in trigger.senses
    )


def _drafted(trigger: Trigger, drafts: Sequence[Draft]) -> bool:
    return any(draft.trigger == trigger for draft in drafts)


def _taking_effect(line: Outline, draft: Draft, trigger: Trigger) -> Draft:
    phase = phase_of(line, trigger, Voice.SUBJECT, draft.kind, draft.link)
    return replace(draft, trigger=trigger, phase=phase).noting(TAKES_EFFECT)


def _repeated(line: Outline, drafts: list[Draft], earlier: Sequence[Draft]) -> list[Draft]:
    """Repeat an act for whoever "did the same"."""
    out = []
    for mark in line.sources.page.marks.of("grammar", line.sentence):
        if mark.key != "likewise" or _leads_on(line, mark):
            continue
        before = [d for d in (*earlier, *drafts) if d.trigger.first < mark.first]
        subject = subject_of(line, Trigger(mark.first, mark.end, ()))
        kinds = VOTED if assemblies(line, subject) else LIKEWISE
        models = [d for d in before if d.kind in kinds and d.status is Status.OCCURRED]
        models = _alike(models, subject) or models
        if not models or not subject or not _near(line, models[-1]):
            continue
        if _is_same(line, models[-1], subject):
            continue
        out.append(_again(line, models[-1], mark))
    return [draft for draft in out if draft.actors.mentions]


def _is_same(line: Outline, model: Draft, subject: Sequence[NameMention]) -> bool:
    """Tell whether it is told of the same once more: "ratified it, the fifth state to do so"."""
    done, states = {name.key for name in model.actors.mentions}, model.actors.states
    own = (
        name.key in done or (name.sort is NameKind.STATE and name.state in states)
        for name in subject
    )
    return model.line is line and all(own)


def _leads_on(line: Outline, mark: Mark) -> bool:
    """Tell whether a word is a preposition here: "menyusul penandatanganan perjanjian itu"."""
    if not line.has(mark.first, "holding"):
        return False
    near = range(max(line.first, mark.first - FOLLOWS), mark.first)
    return line.words[mark.first - 1] == "," or not any(token in line.names for token in near)


def _alike(models: list[Draft], subject: Sequence[NameMention]) -> list[Draft]:
    """List those drafts whose actor is of the sort that did the same: a state, a house."""
    sorts = {name.sort for name in subject[:1]}
    return [m for m in models if m.actors.mentions and m.actors.mentions[0].sort in sorts]


def _near(line: Outline, draft: Draft, reach: int = 1) -> bool:
    return line.sentence.index - draft.line.sentence.index <= reach


def _again(line: Outline, model: Draft, mark: Mark) -> Draft:
    trigger = Trigger(mark.first, mark.end, (Sense(model.kind, "words", ()),))
    again = replace(
        model,
        line=line,
        trigger=trigger,
        voice=Voice.ACTIVE,
        actors=actors_of(line, trigger, Voice.ACTIVE, None),
        phase=phase_of(line, trigger, Voice.ACTIVE, model.kind, model.link),
        rules=(),
        when=None,
        when_at=None,
    )
    return again.noting(AGAIN, mark.entry.name)


def _completed(draft: Draft, approvals: Sequence[Draft]) -> Draft:
    """A head of state who signs alone, after parliament approved, ratifies."""
    if draft.kind is not ActKind.SIGNATURE or len(draft.actors.mentions) != 1:
        return draft
    signer = draft.actors.mentions[0]
    if signer.members:
        return draft
    if not is_head_of_state(signer) and signer.office is not None:
        return draft
    for other in approvals:
        approved = _same_side(other, signer.state)
        done = other.status is Status.OCCURRED and draft.status is Status.PLANNED
        approved = approved and (done or other.status is draft.status)
        if approved and not _is_whole_state(signer, other) and _follows(draft, other):
            return replace(draft, kind=ActKind.RATIFICATION).noting("head of state completes")
    return draft


def _follows(draft: Draft, approval: Draft) -> bool:
    """Tell whether a signature comes after an approval: by date, else right behind it."""
    if draft.when is not None and approval.when is not None:
        return draft.when.last >= approval.when.first and draft.when != approval.when
    near = draft.line.sentence.index - approval.line.sentence.index <= APPROVED_BEFORE
    done = approval.status is Status.OCCURRED and draft.status is Status.PLANNED
    near = near or (done and draft.voice is Voice.ACTIVE and draft.phase.opener is None)
    aside = draft.link.rule == "antecedent" or draft.phase.opener in ("relative", "while")
    return near and not aside


def _same_side(approval: Draft, state: str | None) -> bool:
    """Tell whether those who approved may act for a state: no other state is named."""
    sides = approval.actors.states
    return state is None or not sides or state in sides


def _is_whole_state(signer: NameMention, approval: Draft) -> bool:
    """Tell whether a whole state signs behind an approval that names no side: no head does."""
    return signer.sort is NameKind.STATE and not approval.actors.states
