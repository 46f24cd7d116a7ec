"""How far an act has come: done, still to come, or denied."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.adjuncts import by_opener, by_term
from traktat.reading.acts.chambers import assemblies
from traktat.reading.acts.changes import CHANGES, by_change
from traktat.reading.acts.decided import by_decree, by_vote
from traktat.reading.acts.denials import by_denial
from traktat.reading.acts.gerunds import is_bare_gerund
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.ranks import as_nth
from traktat.reading.acts.reaches import (
    AHEAD,
    CAUSED,
    GOVERNOR_REACH,
    NEGATION_REACH,
    UNSURE,
    Phase,
    Reach,
    last_of,
    reach_of,
)
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import Trigger, Voice, antecedent, verb_group
from traktat.reading.mentions import NameMention

MODAL = ("future", "obligation", "possibility", "awaiting")
"""Those of them that reach over "and" to the next verb."""

UNREAL_REACH = 6  # words of "Had Norland and Sarvia ever signed"
UNDONE = 4  # words of "did not then take place"
PERFECT_REACH = 4  # words of "has been repeatedly delayed"
WISHED = 2  # words of "wants the" before what is to be done to it
AIM_REACH = 4  # words between "for" and the event noun it governs

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
    if _is_unreal(line, trigger):
        return Phase(Status.DENIED, UNSURE, opener=reach.opener)
    fields = {sense.field for sense in trigger.senses}
    if fields & {"called_verbs", "called_words"} and len(fields) == 1:
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


def _is_unreal(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a clause tells what might have been: "Had Norland signed the pact, …"."""
    first = line.first + (not line.words[line.first][0].isalnum())
    if not line.has(first, "have") or trigger.first - first > UNREAL_REACH:
        return False
    return first + 1 in line.names and is_tensed(line)


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
    near = max(reach.first, trigger.first - NEGATION_REACH)
    told = line.any_tag(trigger.end, stop, "cancelled")
    if told or line.any_tag(near, trigger.first, "cancelled"):
        return Phase(Status.DENIED, "called off", opener=reach.opener)
    return None


def _unkept(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What should have been done, or was due before it was put off, was not done."""
    if line.any_tag(reach.first, trigger.first, "unkept"):
        return Phase(Status.DENIED, "not kept", opener=reach.opener)
    due = last_of(line, reach, "future")
    if due is None or voice is Voice.NOUN or not line.any_tag(reach.first, due + 1, "was"):
        return None
    called_off = line.any_tag(trigger.end, line.end, "cancelled")
    return Phase(Status.DENIED, "not kept", opener=reach.opener) if called_off else None


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
    return Phase(Status.DENIED, "refusal", opener=reach.opener)


def _achieved(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    near = max(reach.first, trigger.first - NEGATION_REACH)
    agreed = kind in CHANGES and (
        line.any_tag(near, trigger.first, "agreed") or _agreed_on_day(line, trigger)
    )
    if not agreed and not line.any_tag(near, trigger.first, "achieved"):
        return as_nth(line, trigger, reach)
    supposed = reach.opener == "condition"
    if voice is Voice.NOUN:  # "will be ratified after it wins approval"
        supposed = by_opener(line, trigger, voice, kind, reach) is not None
    if supposed or line.any_tag(reach.first, trigger.first, "future", "possibility", "obligation"):
        return None
    at = last_of(line, reach, "agreed", "achieved")
    if at is not None and line.any_tag(reach.first, at, "purpose"):
        return None
    if not agreed and kind is ActKind.WITHDRAWAL and _by_house(line, reach):
        return Phase(Status.PLANNED, "decided at home", opener=reach.opener)
    return Phase(Status.OCCURRED, "agreed" if agreed else "achieved", opener=reach.opener)


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


def _governed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    if _is_idle(line, trigger, voice, reach):
        return Phase(Status.OCCURRED, UNSURE, opener=reach.opener)
    at = last_of(line, reach, *AHEAD)
    at = None if at is not None and line.words[at - 1] == "-" else at  # "the long-delayed signing"
    if at is not None and (at < _perfect_from(line, trigger) or _apart(line, at, trigger, reach)):
        at = None
    if at is not None and _governs(line, at, trigger, voice):
        key = next(key for key in AHEAD if line.has(at, key))
        return Phase(Status.PLANNED, f"governed: {key}", opener=reach.opener)
    if voice in (Voice.SUBJECT, Voice.PASSIVE) and _is_let(line, trigger, reach):
        return Phase(Status.OCCURRED, "let happen", opener=reach.opener)
    if voice is Voice.PASSIVE and (_is_caused(line, trigger) or _is_wished(line, trigger)):
        return Phase(Status.PLANNED, "caused", opener=reach.opener)
    finite = voice in (Voice.ACTIVE, Voice.SUBJECT) and _is_only_past(trigger)
    if voice is not Voice.NOUN and not finite and _has_purpose(line, trigger):
        return Phase(Status.PLANNED, "purpose", opener=reach.opener)
    if voice is Voice.ACTIVE and is_bare_gerund(line, trigger, reach):
        return Phase(Status.PLANNED, "gerund", opener=reach.opener)
    if _is_aim(line, trigger):
        return Phase(Status.PLANNED, "aim", opener=reach.opener)
    return _noun_ahead(line, trigger, reach) if voice is Voice.NOUN else None


def _proposed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What a motion or plan is for is still to come: "mosi keluar dari pakta"."""
    before = verb_group(line, trigger.first) - 1
    if voice is not Voice.ACTIVE or not line.has(before, "prospective"):
        return None
    return Phase(Status.PLANNED, "prospective", opener=reach.opener)


def _noun_ahead(line: Outline, trigger: Trigger, reach: Reach) -> Phase | None:
    """An event that is awaited, or that will do something, is still to come.

    One that has not happened yet is denied.
    """
    if _is_undone(line, trigger):
        return Phase(Status.DENIED, "negation", opener=reach.opener)
    if _is_event_ahead(line, trigger):
        return Phase(Status.PLANNED, "event ahead", opener=reach.opener)
    if _awaited(line, trigger):
        return Phase(Status.PLANNED, "awaited", opener=reach.opener)
    return None


def _allowed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What somebody lets happen is still to come: "the cabinet approved the signing of"."""
    if voice is not Voice.NOUN:
        return None
    at = trigger.first
    while at > line.first and line.has(at - 1, "article"):
        at -= 1
    if at - 1 in line.dates:  # "approved on Tuesday the signing of"
        at = line.dates[at - 1].first
        at -= line.has(at - 1, "in")
    marks = line.sources.page.marks.within("acts", max(line.first, at - 3), at)
    allowed = any(
        mark.end == at and mark.key == ActKind.APPROVAL and mark.field.endswith("verbs")
        for mark in marks
    )
    return Phase(Status.PLANNED, "allowed", opener=reach.opener) if allowed else None


def _is_idle(line: Outline, trigger: Trigger, voice: Voice, reach: Reach) -> bool:
    """Tell whether an act is averted, or only compared: "the worst pact ever signed"."""
    if voice is Voice.NOUN and line.any_tag(reach.first, trigger.first, "averted"):
        return True
    before = trigger.first - 1
    if before <= line.first or not line.has(before, "ever"):
        return False
    return before - 1 in line.agreements or (voice is Voice.PASSIVE and reach.opener == "relative")


def _apart(line: Outline, at: int, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether a word governs a clause before the verb: "a deal under which X will … was"."""
    relative = reach.opener_at
    if reach.opener != "relative":
        return False
    start = verb_group(line, trigger.first)
    if line.has(relative - 1, "preposition"):
        return at < start
    whom = any(token in line.names or line.has(token, "both") for token in range(at, start))
    return at == relative + 1 and whom and not is_tensed(line)


def _perfect_from(line: Outline, trigger: Trigger) -> int:
    """Give where a verb group that says "has" begins: nothing before it puts it ahead."""
    start = verb_group(line, trigger.first)
    done = line.any_tag(start, trigger.first, "perfect") and not line.any_tag(
        start, trigger.first, "have"
    )
    return start if done else line.first


def _governs(line: Outline, at: int, trigger: Trigger, voice: Voice) -> bool:
    """A wish governs what is wished, not a verb in the past: "a pact that offers visas came …"."""
    if voice is Voice.SUBJECT and _is_only_past(trigger):
        return False
    if not any(line.joins(t) and not _pairs(line, t) for t in range(at, trigger.first)):
        return True
    if line.has_one(at, MODAL):
        return voice is not Voice.ACTIVE or not _is_only_past(trigger)
    return is_infinitive(line, trigger)


def _pairs(line: Outline, joint: int) -> bool:
    """Tell whether "and" joins two names: "called for the truce of A and B to be ended"."""
    behind = joint + 1 + line.has(joint + 1, "article")
    return joint - 1 in line.names and behind in line.names


def _is_only_past(trigger: Trigger) -> bool:
    """Tell whether a verb has a form that no modal takes: "could do better and rejected it"."""
    forms = {form for sense in trigger.senses for form in sense.forms}
    return "past" in forms and not forms & {"bare", "present"}


def is_infinitive(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a verb has no tense in a language that marks it: "to fly there and sign"."""
    if not is_tensed(line):
        return False
    forms = {form for sense in trigger.senses for form in sense.forms}
    if forms & {"past", "participle", "present"} or "bare" not in forms:
        return False
    before = line.names.get(trigger.first - 1)
    return before is None and not line.has(trigger.first - 1, "he", "they", "we", "i", "both")


def _is_event_ahead(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an event is what will do something: "the signing ceremony will …"."""
    at = trigger.end + (trigger.end < line.end and line.has(trigger.end, "holding"))
    return at < line.end and line.has(at, "future", "possibility") and trigger.first > line.first


def _is_aim(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an event noun or gerund is what something is for ("terms for signing")."""
    near = range(trigger.first - 1, max(line.first, trigger.first - AIM_REACH) - 1, -1)
    for token in near:
        if line.has(token, "toward"):
            return True
        plain = line.words[token][0].islower() and not line.tags.get(token)
        if not plain and not line.has(token, "article", "ordinal"):
            return False
    return False


def _is_caused(line: Outline, trigger: Trigger) -> bool:
    """Tell whether somebody is to get it done: "to get the pact signed"."""
    mention = line.agreements.get(trigger.first - 1)
    if mention is None:
        return False
    return line.any_tag(max(line.first, mention.first - CAUSED), mention.first, "causative")


def _demanded(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What somebody demands is still to come: "demanded that Norland withdraw"."""
    forms = {form for sense in trigger.senses for form in sense.forms}
    if voice is not Voice.ACTIVE or "bare" not in forms or forms & {"past", "participle"}:
        return None
    if reach.opener is None or not is_tensed(line):
        return None
    if not line.any_tag(reach.opener_at - 2, reach.opener_at, "wish"):
        return None
    return Phase(Status.PLANNED, "demanded", opener=reach.opener)


def _is_wished(line: Outline, trigger: Trigger) -> bool:
    """Tell whether somebody wants it done: "wants the pact with Norland annulled"."""
    behind = trigger.end
    if behind < line.end and line.words[behind][0].isalnum() and not line.joins(behind):
        return False
    mention = antecedent(line, trigger.first)
    if mention is None or not is_tensed(line):
        return False
    return line.any_tag(max(line.first, mention.first - WISHED), mention.first, "wish")


def _is_let(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether somebody let it happen: "let its pact lapse", "allowed it to be ended"."""
    bare = any("bare" in sense.forms for sense in trigger.senses)
    if not bare and not line.has(verb_group(line, trigger.first) - 1, "purpose"):
        return False
    at = last_of(line, reach, "letting")
    return at is not None and not line.any_tag(reach.first, at, *AHEAD, "purpose", "negation")


def _has_purpose(line: Outline, trigger: Trigger) -> bool:
    """A purpose counts for a verb right behind it, or for the passive it leads to."""
    near = range(max(line.first, trigger.first - 3), trigger.first)
    return any(
        line.has(token, "purpose")
        and token not in line.agreements
        and not _leads_to_agreement(line, token)
        for token in near
    )


def _leads_to_agreement(line: Outline, token: int) -> bool:
    """Tell whether a word like "to" leads to an agreement: "adhering to accords reached in May"."""
    return token + 1 in line.agreements or (
        line.has(token + 1, "article") and token + 2 in line.agreements
    )


def _is_undone(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the verb behind an event noun says that it was not: "has yet to happen"."""
    for token in range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH)):
        if line.stops(token) or line.opener(token) or line.words[token] == ",":
            return False
        if line.has(token, "not_yet"):
            return True
        if line.has(token, "negation"):
            return line.any_tag(token + 1, min(line.end, token + UNDONE), "holding")
        if line.has(token, "future", "obligation", "possibility"):
            return False
    return False


_TO_COME = ("future", "wish", "obligation", "possibility", "not_yet", "awaiting", "almost")


def _awaited(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the verb behind an event noun puts it in the future."""
    if line.has(trigger.end, "prospective"):
        return True  # "with signing expected this year"
    for token in range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH)):
        if line.stops(token) or line.opener(token):
            return False
        if line.has_one(token, _TO_COME):
            return True
        if line.has(token, "perfect") and line.any_tag(
            token + 1, token + PERFECT_REACH, "awaiting"
        ):
            return True  # "ratification has been delayed"
        if line.has(token, "prospective") and line.has(token - 1, "be"):
            return True  # "ratification of the pact is expected before the summer"
        if line.has(token, "perfect", "holding") and not line.has(token, "only_then"):
            return False
    return False


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
    _missed,
    _called_off,
    _unkept,
    _refused,
    by_denial,
    by_change,
    by_vote,
    by_decree,
    _achieved,
    _allowed,
    _proposed,
    _demanded,
    _governed,
    by_opener,
    by_term,
)
"""What is asked of a trigger, in this order; the first that tells decides."""
