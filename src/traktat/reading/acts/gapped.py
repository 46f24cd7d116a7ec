"""Acts whose verb is said once for two: "followed by the Senate", "and the Senate on 9 March"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from traktat.lang import Mark
from traktat.lang.sentences import Sentence
from traktat.model.kinds import ActKind, NameKind, Status
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.chambers import assemblies
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.joint_actors import rightward
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Sense, Trigger, Voice
from traktat.reading.mentions import NameMention
from traktat.reading.scan import Scan

LIKEWISE = frozenset(
    {
        ActKind.APPROVAL,
        ActKind.RATIFICATION,
        ActKind.WITHDRAWAL,
        ActKind.TERMINATION,
        ActKind.SIGNATURE,
        ActKind.ACCESSION,
        ActKind.SUSPENSION,
        ActKind.REJECTION,
        ActKind.DEPOSIT,
    }
)
"""Acts a second party can do likewise."""

VOTED = frozenset({ActKind.APPROVAL, ActKind.REJECTION})
"""Those of them that are done by assemblies."""

AGAIN = "the same act again"
"""The rule of an act whose verb is said once for two."""

GIVEN = 3  # words of "disusul persetujuan Senat"
LED = 2  # words between a name and its day: "the Senate followed on"


def shared(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Repeat acts for those whose own verb is left unsaid."""
    done = [d for d in drafts if d.kind in LIKEWISE and d.status is Status.OCCURRED]
    told = [*_followed(line, done), *_gapped(line, done)] if done else []
    return [*told, *_contrasted(line, drafts)]


def _contrasted(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Tell what another has not done, or has: "Norland ratified it, but Sarvia has not"."""
    models = [d for d in drafts if d.kind in LIKEWISE and _has_doer(d)]
    if not models:
        return []
    out = []
    for token in range(models[0].trigger.end, line.end):
        comma = line.words[token] == ","
        if not (comma or line.opener(token) in ("contrast", "while")):
            continue
        model = next(d for d in reversed(models) if d.trigger.end <= token)
        status, names = _alone(line, token + 1)
        if comma and status is not Status.DENIED:
            continue  # "signed in May, Sarvia in June"
        if names and _may_repeat(line, model, names[0]):
            again = _repeating(model, *names)
            out.append(replace(again, phase=replace(model.phase, status=status)))
    return out


def _has_doer(draft: Draft) -> bool:
    """Tell whether who acts is the subject, with a verb or with none: "Sarvia a week later"."""
    return draft.voice is Voice.ACTIVE or any(step.rule == AGAIN for step in draft.rules)


def alone_behind(line: Outline, earlier: Sequence[Draft]) -> list[Draft]:
    """Tell what another has not done, or has, in a sentence of its own: "Sarvia has not."."""
    status, names = _alone(line, line.first + line.has(line.first, "only_then"))
    models = [d for d in earlier if d.kind in LIKEWISE and d.status is Status.OCCURRED]
    if not names or not models or not _may_repeat(line, models[-1], names[0]):
        return []
    if line.sentence.index - models[-1].line.sentence.index > 1:
        return []
    again = _repeating(models[-1], *names)
    phase = replace(models[-1].phase, status=status)
    return [replace(again, line=line, phase=phase)]


def _alone(line: Outline, at: int) -> tuple[Status, tuple[NameMention, ...]]:
    """Give who stands with nothing but an auxiliary or a day.

    "But Sarvia has not", "Sarvia dan Sudria sudah", "Sarvia dua pekan kemudian".
    """
    name = line.names.get(at)
    if name is None:
        return Status.OCCURRED, ()
    names = rightward(line, name)
    start = end = _past_aside(line, names[-1].end)
    while end < line.end and line.has_one(end, _AUXILIARIES):
        end += 1
    aimed = line.has(start, "wish")  # "Sarvia menargetkan Juni"
    if end == start:
        day = line.dates.get(start + aimed + line.has(start + aimed, "in"))
        end = start if day is None else day.end
    closed = end >= line.end or line.stops(end) or line.words[end] in ".,"
    if end == start or not closed:
        return Status.OCCURRED, ()
    if line.any_tag(start, end, "negation", "not_yet"):
        return Status.DENIED, names
    return Status.PLANNED if aimed else Status.OCCURRED, names


def _past_aside(line: Outline, at: int) -> int:
    """Step over what explains a name: ", host of the secretariat,"."""
    if at >= line.end or line.words[at] != ",":
        return at
    reach = range(at + 1, min(line.end, at + ASIDE))
    return next((token + 1 for token in reach if line.words[token] == ","), at)


_AUXILIARIES = ("negation", "not_yet", "perfect", "have", "then", "relative", "particles", "also")

ASIDE = 8  # tokens of ", host of the secretariat,"
SHORT = 12  # tokens of a sentence that leaves its verb unsaid: "Only Sarvia has not yet."


def leaves_unsaid(page: Scan, sentence: Sentence) -> bool:
    """Tell whether a sentence ends in an auxiliary, its verb left unsaid: "Sarvia belum."."""
    if sentence.end - sentence.first > SHORT:
        return False
    near = page.marks.within("grammar", sentence.first, sentence.end)
    if any(mark.key in _AUXILIARIES and mark.end >= sentence.end - 1 for mark in near):
        return True
    return any(mark.first <= sentence.first + 1 for mark in page.marks.of("states", sentence))


def _gapped(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Repeat a vote for the house joined to it by its day: "and the Senate on 9 March"."""
    out = []
    for draft in drafts:
        if draft.kind not in VOTED or draft.voice is Voice.NOUN:
            continue
        name = _joined_house(line, draft)
        if name is not None:
            out.append(_repeating(draft, name))
    return out


def _joined_house(line: Outline, draft: Draft) -> NameMention | None:
    """Give the house named behind a joint, with a day and no verb of its own."""
    marks = line.sources.page.marks
    for token in range(draft.trigger.end, line.end - 1):
        if not (line.joins(token) or line.opener(token) in ("contrast", "while")):
            continue
        name = _right_behind(line, token + 1)
        if name is None or not _may_repeat(line, draft, name):
            continue
        day = next(
            (t for t in range(name.end, min(line.end, name.end + LED + 1)) if t in line.dates), None
        )
        if day is not None and not marks.within("acts", draft.trigger.end, day):
            return name
    return None


def _followed(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Repeat an act for whom it was followed by: "approved it in May, followed by the Senate"."""
    out = []
    for mark in line.sources.page.marks.of("grammar", line.sentence):
        if mark.key != "followed":
            continue
        models = [d for d in drafts if d.trigger.first < mark.first and d.kind in LIKEWISE]
        name = _right_behind(line, mark.end) if models else None
        if name is None or not _may_follow(line, models[-1], name):
            continue
        out.append(_repeating(models[-1], name, at=mark))
        out += [_repeating(models[-1], item) for item in _next(line, name)]
    return out


def _next(line: Outline, name: NameMention) -> list[NameMention]:
    """List who else followed: "followed by Sarvia in May and Sudria in June", "by A, B and C"."""
    out: list[NameMention] = []
    sure = 0  # of them: a comma alone may begin another clause
    while name.sort is NameKind.STATE:
        day = name.end + line.has(name.end, "in", "preposition")
        told = day in line.dates
        at = first = line.dates[day].end if told else name.end
        while at < line.end and (line.words[at] == "," or line.joins(at)):
            at += 1
        other = line.names.get(at)
        if at == first or other is None or other.sort is not NameKind.STATE:
            break
        out.append(other)
        if told or any(line.joins(token) for token in range(first, at)):
            sure = len(out)
        name = other
    return out[:sure]


def _may_follow(line: Outline, model: Draft, name: NameMention) -> bool:
    """Tell whether a name may have done the same next; a state may stand for its parliament."""
    own = model.actors.mentions
    if own and model.kind in VOTED and name.sort is NameKind.STATE:
        return name.state not in model.actors.states
    return _may_repeat(line, model, name)


def _right_behind(line: Outline, at: int) -> NameMention | None:
    """Give the name right behind a word, past what it gave: "disusul persetujuan Senat"."""
    reach = range(at, min(line.end, at + GIVEN))
    return next((line.names[token] for token in reach if token in line.names), None)


def _may_repeat(line: Outline, model: Draft, name: NameMention) -> bool:
    """Tell whether a name is of the sort that does the act, and is no actor of it yet."""
    own = model.actors.mentions
    if not own or any(name.key == other.key for other in own):
        return False
    if model.kind in VOTED:
        return bool(assemblies(line, [name]))
    return name.sort is own[0].sort and name.state != own[0].state


def _repeating(model: Draft, *names: NameMention, at: Mark | None = None) -> Draft:
    """Give the same act of others; it stands where they do, or `at` a word that says so."""
    place = (names[0].first, names[-1].end) if at is None else (at.first, at.end)
    trigger = Trigger(*place, (Sense(model.kind, "words", ()),))
    again = replace(
        model,
        trigger=trigger,
        voice=Voice.PASSIVE,
        actors=Actors(names),
        rules=(),
        when=None,
        when_at=None,
    )
    return again.noting(AGAIN)
