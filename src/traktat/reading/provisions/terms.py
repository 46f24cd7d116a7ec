"""The terms of a rule: force, trigger, qualifiers, timing, what looks garbled."""

from __future__ import annotations

from traktat.lang import Mark
from traktat.model.kinds import Force, ProvisionKind
from traktat.reading.frames import Desk, Frame
from traktat.reading.provisions.roles import are_inverted, attacks_on_a_party

MODAL_REACH = 8  # tokens behind the start of a frame in which its modal verb stands
NEGATION_REACH = 7  # tokens before the subject matter in which its negation stands
NOBODY_REACH = 12  # tokens from "none of the parties", which may be named, to their modal verb
BARRED = "barred_words"  # the list of words for a duty not to do something
WEAKER = {"un-charter-51": "un-charter"}  # a qualifier that says less than one beside it


def force_of(desk: Desk, frame: Frame, at: int, kind: ProvisionKind) -> Force:
    """Tell how a rule binds: by its modal verb, else by its frame; negation turns it around."""
    force = _modal(desk, frame, at) or frame.force or Force.WILL
    if kind is ProvisionKind.MUTUAL_ASSISTANCE and force is Force.WILL:
        force = Force.SHALL
    if force is not Force.SHALL_NOT and _negated(desk, frame, at):
        return Force.SHALL_NOT
    return force


def modal_of(desk: Desk, frame: Frame) -> Force | None:
    """Tell how the modal verb of a frame binds, for the further deeds that it tells."""
    return _modal(desk, frame, frame.first)


def _modal(desk: Desk, frame: Frame, at: int) -> Force | None:
    if frame.force is Force.SHALL_NOT:
        return None
    start = frame.cue.first if frame.cue and frame.cue.key != "under" else frame.first
    first = min(start, at)
    pledge: Mark | None = None
    for mark in desk.page.marks.within("clauses", first, max(at, frame.first + MODAL_REACH)):
        if mark.first >= frame.end:
            break
        if mark.key == "pledges" and _is_pledge(frame, mark, at):
            pledge = mark
        elif desk.group(mark) == "force" and pledge is None:
            stronger = frame.force in (Force.SHALL, Force.MAY)
            if mark.key != "will" or not stronger:
                return Force.SHALL_NOT if mark.field == BARRED else _valued(desk, frame, mark)
    return _stronger(desk, pledge) if pledge else None


def _valued(desk: Desk, frame: Frame, mark: Mark) -> Force:
    """Give the force of a modal verb; a duty with a "not" of its own bars what follows."""
    force = Force(desk.setting(mark, "value"))
    its = force is Force.SHALL and mark.end == frame.first
    return _stronger(desk, mark) if its else force


def _is_pledge(frame: Frame, mark: Mark, at: int) -> bool:
    """Tell whether somebody pledges within a frame what stands at a token, or all it tells."""
    within = mark.first < at or frame.first > at
    return within and mark.first >= frame.first and mark.field == "words"


def _stronger(desk: Desk, pledge: Mark) -> Force:
    """Tell how a pledge binds: to do something, or not to."""
    negations = desk.page.marks.keyed("grammar", "negation", pledge.first, pledge.end)
    return Force.SHALL_NOT if any(negations) else Force.SHALL


def _negated(desk: Desk, frame: Frame, at: int) -> bool:
    """Tell whether a rule is negated; a "not" that is part of the cue says what the cue says."""
    cue = frame.cue if frame.cue and frame.cue.key != "under" else None
    if cue is not None and desk.group(cue) == "force" and _is_of_nobody(desk, cue):
        return True
    first = max(0, cue.first - 2 if cue else frame.first, at - NEGATION_REACH)
    return any(
        (cue is None or mark.end <= cue.first or mark.first >= cue.end)
        and not _begins_anew(desk, mark.end, at)
        and _is_of_sentence(desk, mark.first, at)
        and not _group(desk, "timing", mark.first, mark.end)
        and not _is_of_permission(desk, mark)
        and not _is_lack(desk, frame, mark)
        for mark in desk.page.marks.keyed("grammar", "negation", first, at + 1)
    )


def _is_of_sentence(desk: Desk, negation: int, at: int) -> bool:
    """Tell whether a "not" stands in the sentence of a rule, and in no title above it."""
    starts = desk.page.tokens.starts
    sentence = desk.page.sentence_at(starts[at]) if at < len(starts) else None
    return sentence is None or negation >= sentence.first


def _is_of_permission(desk: Desk, negation: Mark) -> bool:
    """Tell whether a "not" is part of a permission: "does not rule out", "may refuse to"."""
    return any(
        mark.key == "may"
        and mark.first <= negation.first
        and negation.end <= mark.end
        and negation.end - negation.first < mark.end - mark.first
        for mark in _group(desk, "force", max(0, negation.first - 1), negation.end)
    )


def _is_of_nobody(desk: Desk, cue: Mark) -> bool:
    """Tell whether a modal verb has nobody for its subject: "None of the parties may …"."""
    sentence = desk.page.sentence_at(desk.page.tokens.starts[cue.first])
    if sentence is None or cue.first - sentence.first > NOBODY_REACH:
        return False
    nobody = desk.page.marks.keyed("grammar", "none", sentence.first, sentence.first + 1)
    told = _group(desk, "force", sentence.first, cue.first)
    return not told and any(mark.end - mark.first > 1 for mark in nobody)


def _is_lack(desk: Desk, frame: Frame, negation: Mark) -> bool:
    """Tell whether a "without" only says what is lacking: "may stay without a visa"."""
    first = negation.first
    prepositions = desk.page.marks.keyed("grammar", "preposition", first, first + 1)
    return first > frame.first and bool(prepositions)


def _begins_anew(desk: Desk, first: int, at: int) -> bool:
    """Tell whether a second rule begins between two tokens: "… not to X and will Y"."""
    joins = {mark.end for mark in desk.page.marks.keyed("grammar", "and", first, at)}
    return any(
        mark.first in joins and desk.group(mark) in ("force", "frame")
        for mark in desk.page.marks.within("clauses", first, at + 1)
    )


def trigger_of(desk: Desk, first: int, end: int) -> str | None:
    """Give what sets a duty off: the sharpest trigger named in a stretch."""
    found = [*_group(desk, "trigger", first, end), *attacks_on_a_party(desk, first, end)]
    if not found:
        return None
    ranks = ("armed-invasion", "aggression", "armed-attack", "threat")
    values = {desk.setting(mark, "value") for mark in found}
    return next(rank for rank in (*ranks, *sorted(values)) if rank in values)


def qualifiers_of(desk: Desk, first: int, end: int) -> tuple[str, ...]:
    """List the legal limits named in a stretch; of two that say the same the sharper."""
    found = {desk.setting(mark, "value") for mark in _group(desk, "qualifier", first, end)}
    return tuple(sorted(found - {WEAKER[value] for value in found if value in WEAKER}))


def timing_of(desk: Desk, first: int, end: int) -> str | None:
    """Give how soon a duty is owed."""
    found = _group(desk, "timing", first, end)
    return desk.setting(found[0], "value") if found else None


def flags_of(
    desk: Desk, kind: ProvisionKind, force: Force, first: int, end: int
) -> tuple[str, ...]:
    """List what looks garbled in a rendition of a rule; who owes no help is not turned round."""
    out = []
    helps = kind is ProvisionKind.MUTUAL_ASSISTANCE and force is not Force.SHALL_NOT
    if helps and are_inverted(desk, first, end):
        out.append("roles-inverted")
    if kind is ProvisionKind.NO_ADVERSE_TREATY and _subject_list(desk, first, end):
        out.append("scope-garbled")
    return tuple(out)


def scope_of(desk: Desk, kind: ProvisionKind, first: int, end: int) -> str | None:
    """Give the words that say how far a ban on agreements or measures reaches."""
    if kind in (ProvisionKind.NO_SANCTIONS, ProvisionKind.OPPOSE_SANCTIONS):
        return "unilateral" if _has(desk, "unilateral", first, end) else None
    if kind is not ProvisionKind.NO_ADVERSE_TREATY:
        return None
    for key in ("infringing", "on-subject"):
        mark = next(iter(desk.page.marks.keyed("clauses", key, first, end)), None)
        if mark:
            return desk.page.words(mark.first, end)
    return None


def _subject_list(desk: Desk, first: int, end: int) -> bool:
    """A ban on agreements about a list of subjects that names one subject twice."""
    mark = next(iter(desk.page.marks.keyed("clauses", "on-subject", first, end)), None)
    if mark is None or _has(desk, "infringing", first, end):
        return False
    words = [word for word in desk.page.tokens.lower[mark.end : end] if len(word) > 4]
    return len(set(words)) < len(words)


def _has(desk: Desk, key: str, first: int, end: int) -> bool:
    return any(desk.page.marks.keyed("clauses", key, first, end))


def _group(desk: Desk, group: str, first: int, end: int) -> list[Mark]:
    return [
        mark for mark in desk.page.marks.within("clauses", first, end) if desk.group(mark) == group
    ]
