"""How far an act has come: done, still to come, or denied."""

from __future__ import annotations

from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.adjuncts import by_opener, by_progress, by_term
from traktat.reading.acts.attempts import by_failure
from traktat.reading.acts.chambers import assemblies
from traktat.reading.acts.changes import CHANGES, by_change
from traktat.reading.acts.decided import by_decree, by_vote
from traktat.reading.acts.denials import by_denial
from traktat.reading.acts.exclusions import ruled_out
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.outlooks import by_outlook
from traktat.reading.acts.prospects import (
    MODAL,
    allowed,
    averted,
    by_means,
    demanded,
    driven,
    due_from,
    governed,
    is_infinitive,
    proposed,
    whichever,
)
from traktat.reading.acts.qualities import describes_as_done
from traktat.reading.acts.ranks import as_nth, nth_ahead
from traktat.reading.acts.reaches import (
    AHEAD,
    GOVERNOR_REACH,
    NEGATION_REACH,
    UNSURE,
    Phase,
    Reach,
    last_of,
    reach_of,
)
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import NOBODYS, Trigger, Voice, verb_group
from traktat.reading.mentions import NameMention

MET_BEFORE = 16  # words of "met in Arusha on Monday, 13 March, to"
UNREAL_REACH = 6  # words of "Had Norland and Sarvia ever signed"

_REFUSED_AT_HOME = frozenset({ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.ACCESSION})


def phase_of(line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, link: Link) -> Phase:
    """Tell how far an act has come, by the words that govern its trigger."""
    reach = reach_of(line, trigger, link, passive=voice is Voice.PASSIVE)
    fixed = _by_sense(line, trigger, link, reach)
    if fixed is not None:
        return fixed
    for rule in _RULES:
        found = rule(line, trigger, voice, kind, reach)
        if found is not None:
            return _doubted(line, trigger, reach, found)
    return _doubted(
        line, trigger, reach, _by_form(line, trigger, voice, kind, reach, direct=link.direct)
    )


def _doubted(line: Outline, trigger: Trigger, reach: Reach, phase: Phase) -> Phase:
    """What is only rumored to be done is possible, no more: "have reportedly signed"."""
    if phase.status is not Status.OCCURRED or phase.rule == UNSURE:
        return phase
    opening = line.has(line.first, "preposition") and line.any_tag(
        line.first, reach.first, "hearsay"
    )
    if opening or line.any_tag(reach.first, trigger.first, "hearsay"):
        return Phase(Status.PLANNED, "hearsay", phase.kind, phase.opener)
    return phase


def _by_sense(line: Outline, trigger: Trigger, link: Link, reach: Reach) -> Phase | None:
    """What is only called for is planned; what talks did not bring is denied."""
    if trigger.participle and describes_as_done(line, trigger.first, trigger.end):
        return Phase(Status.OCCURRED, "told", opener=reach.opener)
    if _is_unreal(line, trigger):
        return Phase(Status.DENIED, UNSURE, opener=reach.opener)
    outlook = by_outlook(line, trigger, link.mention, reach)
    if outlook is not None:
        return outlook
    fields = {sense.field for sense in trigger.senses}
    if fields & _CALLED and fields <= _CALLED | NOBODYS:
        return Phase(Status.PLANNED, "called for", opener=reach.opener)
    if fields == {"dated_words"} and trigger.of(ActKind.TERMINATION):
        return Phase(Status.PLANNED, "until", opener=reach.opener)
    if "lack_words" in fields:
        return Phase(Status.DENIED, "none brought about", opener=reach.opener)
    mention = link.mention
    if mention is not None and line.first <= mention.first < line.end:
        before = max(line.first, mention.first - 1)
        if any(line.has(token, "none") for token in (before, mention.first)):
            supposed = reach.opener == "condition"
            return Phase(Status.DENIED, UNSURE if supposed else "no such", opener=reach.opener)
    return None


_CALLED = frozenset({"called_verbs", "called_words"})
"""Lists of words whose object is an agreement that is not there yet."""


def _is_unreal(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a clause tells what might have been: "Had Norland signed the pact, …"."""
    if _by_what_might_be(line, trigger):
        return True
    group = verb_group(line, trigger.first)
    if line.any_tag(group, trigger.first, "counterfactual") and not line.any_tag(
        group, trigger.first, "unkept", "obligation", "almost"
    ):
        return True  # "would have been signed"
    first = line.first + (not line.words[line.first][0].isalnum())
    if not line.has(first, "have") or trigger.first - first > UNREAL_REACH:
        return False
    return first + 1 in line.names and is_tensed(line)


def _by_what_might_be(line: Outline, trigger: Trigger) -> bool:
    """Tell whether it is the means to what was not done: "could have gone on by leaving"."""
    means = trigger.gerund and line.has(trigger.first - 1, "agent")
    return means and line.any_tag(line.first, trigger.first - 1, "counterfactual")


def _missed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What almost happened is still to come."""
    start = verb_group(line, trigger.first)
    start -= line.has(start - 1, "particles")  # "hampir saja"
    if voice is Voice.NOUN or not line.any_tag(max(line.first, start - 1), trigger.first, "almost"):
        return None
    return Phase(Status.PLANNED, "almost", opener=reach.opener)


def _called_off(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What was called off did not happen: "penandatanganan pakta itu batal", "dropped plans to"."""
    if voice is not Voice.NOUN:
        dropped = line.has(max(line.first, trigger.first - 1), "cancelled")
        return Phase(Status.DENIED, "called off", opener=reach.opener) if dropped else None
    behind = range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH))
    stop = next((t for t in behind if line.stops(t) or line.opener(t)), behind.stop)
    stop = line.end if due_from(line, trigger) else stop
    near = max(reach.first, trigger.first - NEGATION_REACH)
    told = line.any_tag(trigger.end, stop, "cancelled")
    if told or line.any_tag(near, trigger.first, "cancelled"):
        return Phase(Status.DENIED, "called off", opener=reach.opener)
    return None


def _unkept(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What should have been done, or was due before it was put off, was not done."""
    if _is_unkept(line, trigger, reach):
        return Phase(Status.DENIED, "not kept", opener=reach.opener)
    due = last_of(line, reach, "future")
    if due is None or voice is Voice.NOUN or not line.any_tag(reach.first, due + 1, "was"):
        return None
    called_off = line.any_tag(trigger.end, line.end, "cancelled")
    return Phase(Status.DENIED, "not kept", opener=reach.opener) if called_off else None


def _is_unkept(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether it should have been done, and not what was told of it: "yang mestinya … itu"."""
    at = last_of(line, reach, "unkept")
    aside = at is not None and line.has(at - 1, "relative") and not is_tensed(line)
    return at is not None and not (aside and line.any_tag(at, trigger.first, "definite"))


def _refused(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    at = last_of(line, reach, "refusal")
    if at is None or trigger.first - at > NEGATION_REACH:
        return None
    if line.any_tag(reach.first, at, *AHEAD) and not line.has(at, "negation"):
        return Phase(Status.PLANNED, "threatened refusal", opener=reach.opener)
    if kind in _REFUSED_AT_HOME:
        return Phase(Status.OCCURRED, "refusal", ActKind.REJECTION, reach.opener)
    rule = UNSURE if reach.opener == "condition" else "refusal"  # "if Norland refuses to"
    return Phase(Status.DENIED, rule, opener=reach.opener)


def _achieved(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    near = max(reach.first, trigger.first - NEGATION_REACH)
    agreed = kind in CHANGES and (
        line.any_tag(near, trigger.first, "agreed") or _agreed_on_day(line, trigger)
    )
    done = line.any_tag(near, trigger.first, "achieved") or _is_voted(line, trigger, reach)
    if not agreed and not done:
        return as_nth(line, trigger, reach)
    supposed = reach.opener == "condition"
    if voice is Voice.NOUN:  # "will be ratified after it wins approval"
        supposed = by_opener(line, trigger, voice, kind, reach) is not None
    if supposed or line.any_tag(reach.first, trigger.first, *MODAL):
        return None
    at = last_of(line, reach, "agreed", "achieved")
    if at is not None and line.any_tag(reach.first, at, "purpose"):
        return None
    if not agreed and kind is ActKind.WITHDRAWAL and _by_house(line, reach):
        return Phase(Status.PLANNED, "decided at home", opener=reach.opener)
    return Phase(Status.OCCURRED, "agreed" if agreed else "achieved", opener=reach.opener)


def _met(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What a meeting that was held was for was done there: "met in Arusha on Monday to sign"."""
    if kind not in _MET_FOR or voice is not Voice.ACTIVE or reach.opener == "condition":
        return None
    near = max(line.first, trigger.first - MET_BEFORE)
    if not line.has(trigger.first - 1, "purpose") or line.any_tag(near, trigger.first, *AHEAD):
        return None
    told = line.sources.page.pack.settings.get("met", ())
    met = next((t for t in range(trigger.first, near, -1) if line.lower[t] in told), None)
    if met is None or not (is_tensed(line) or _is_past_day(line, met, trigger.first)):
        return None
    return Phase(Status.OCCURRED, "achieved", opener=reach.opener)


_MET_FOR = frozenset({ActKind.SIGNATURE, ActKind.INITIALLING, ActKind.EXCHANGE})
"""Acts that are done where people meet for them."""


def _is_past_day(line: Outline, first: int, end: int) -> bool:
    """Tell whether a day that is over is told between two words."""
    published = line.sources.page.report.published
    days = [line.dates[token].finding for token in range(first, end) if token in line.dates]
    return published is not None and any(
        isinstance(day, DateFinding) and day.when is not None and day.when.last <= published.last
        for day in days
    )


_COUNTING = ("purpose", "in", "at", "preposition", "deadline", "of", "and")
"""Grammar entries of words that stand among the numbers and day of a vote."""


def _is_voted(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether a count and a day part a vote from its deed: "voted 120-80 on Monday to"."""
    for token in range(trigger.first - 1, reach.first - 1, -1):
        if line.has(token, "achieved"):
            return True
        word = line.words[token]
        counts = word.isdecimal() or word in "-–," or token in line.dates
        if not counts and not line.has_one(token, _COUNTING):
            return False
    return False


def _by_house(line: Outline, reach: Reach) -> bool:
    """Tell whether an assembly does it, whose vote lets a state leave but leaves nothing."""
    return bool(assemblies(line, {name.key: name for name in _names_within(line, reach)}.values()))


def _names_within(line: Outline, reach: Reach) -> list[NameMention]:
    return [line.names[token] for token in range(reach.first, reach.at) if token in line.names]


def _agreed_on_day(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a day parts "agreed" from what was agreed: "agreed on Sunday to extend"."""
    day = line.dates.get(trigger.first - 2)
    if day is None or not line.has(trigger.first - 1, "purpose"):
        return False
    before = day.first - line.has(day.first - 1, "in", "preposition")
    marks = line.sources.page.marks.within("acts", before - 2, before + 1)
    return any(
        mark.key == ActKind.TEXT_AGREED and mark.end in (before, day.first) and "past" in mark.forms
        for mark in marks
    )


def _by_form(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach, *, direct: bool
) -> Phase:
    if voice is Voice.ACTIVE and is_infinitive(line, trigger):
        return Phase(Status.PLANNED, "infinitive", opener=reach.opener)
    if voice is not Voice.NOUN or any(s.field == "deed_nouns" for s in trigger.senses):
        return Phase(Status.OCCURRED, "told", opener=reach.opener)
    if line.has(trigger.first - 1, "prospective"):
        return Phase(Status.PLANNED, "prospective", opener=reach.opener)
    plain = direct and kind not in _NAMED_FIRST
    rule = "told" if plain or _is_evident(line, trigger, reach) else "named"
    return Phase(Status.OCCURRED, rule, opener=reach.opener)


_NAMED_FIRST = frozenset(
    {
        *(ActKind.TEXT_AGREED, ActKind.EXTENSION, ActKind.AMENDMENT),
        *(ActKind.ACCESSION, ActKind.RESUMPTION, ActKind.RATIFICATION),
    }
)
"""Acts whose nouns speak of a prospect as often as of a deed ("an extension of the pact")."""


def _is_evident(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether an event noun is said to have happened."""
    if reach.opener in ("after", "while"):
        return True
    near = max(reach.first, trigger.first - NEGATION_REACH)
    if line.any_tag(near, trigger.first, "holding", "achieved"):
        return True
    done = next((t for t in range(trigger.first - 1, near - 1, -1) if line.has(t, "perfect")), None)
    if done is not None and not line.any_tag(done, trigger.first, "preposition"):
        return True  # not "have spoken about its extension"
    behind = min(line.end, trigger.end + GOVERNOR_REACH)
    return line.any_tag(trigger.end, behind, "holding", "was", "perfect")


_RULES = (
    whichever,
    by_failure,
    _missed,
    _called_off,
    _unkept,
    _refused,
    ruled_out,
    by_denial,
    by_change,
    by_vote,
    by_decree,
    nth_ahead,
    _achieved,
    _met,
    allowed,
    proposed,
    demanded,
    averted,
    by_means,
    driven,
    governed,
    by_progress,
    by_opener,
    by_term,
)
"""What is asked of a trigger, in this order; the first that tells decides."""
