"""What is still to come: acts that are wished, due, allowed, awaited or only meant."""

from __future__ import annotations

from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.gerunds import MAKING, is_bare_gerund, is_judged
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import (
    AHEAD,
    CAUSED,
    GOVERNOR_REACH,
    UNSURE,
    Phase,
    Reach,
    last_of,
)
from traktat.reading.acts.triggers import Trigger, Voice, antecedent, verb_group

MODAL = ("future", "obligation", "possibility", "awaiting")
"""Those of the words ahead of an act that reach over "and" to the next verb."""

UNDONE = 4  # words of "did not then take place"
PERFECT_REACH = 4  # words of "has been repeatedly delayed"
WISHED = 2  # words of "wants the" before what is to be done to it
TALKS_BEFORE = 3  # words of "negotiations on" before what they are on
DUE_REACH = 5  # words of "that had been scheduled for"
AIM_REACH = 4  # words between "for" and the event noun it governs


def governed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What a word ahead of it governs is still to come: "will", "wants", "in order to"."""
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
    if voice is not Voice.NOUN and not finite and _has_purpose(line, trigger, reach):
        return Phase(Status.PLANNED, "purpose", opener=reach.opener)
    if voice is Voice.ACTIVE and is_bare_gerund(line, trigger, reach):
        return Phase(Status.PLANNED, "gerund", opener=reach.opener)
    if _is_aim(line, trigger, reach):
        return Phase(Status.PLANNED, "aim", opener=reach.opener)
    return _noun_ahead(line, trigger, reach) if voice is Voice.NOUN else None


def averted(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What somebody prevents or fears is no act: "the Senate blocked accession to the pact"."""
    if voice is not Voice.NOUN or not line.any_tag(reach.first, trigger.first, "averted"):
        return None
    return Phase(Status.DENIED, UNSURE, opener=reach.opener)


def by_means(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """The means to what is still to come is so too: "hopes to end the war by leaving the pact"."""
    means = trigger.gerund and voice is Voice.ACTIVE and line.has(trigger.first - 1, "agent")
    if not means:
        return None
    at = last_of(line, reach, *AHEAD)
    if at is None or any(line.words[t] in ",;" for t in range(at, trigger.first)):
        return None
    return Phase(Status.PLANNED, "means", opener=reach.opener)


def proposed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What a motion or plan is for is still to come: "mosi keluar dari pakta"."""
    before = verb_group(line, trigger.first) - 1
    if voice is not Voice.ACTIVE or not line.has(before, "prospective"):
        return None
    return Phase(Status.PLANNED, "prospective", opener=reach.opener)


def whichever(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What is said of any agreement there may be is still to come: "any deal reached must …"."""
    told = line.agreements.get(reach.aside.start) if reach.aside else None
    mention = told
    if told is None and reach.opener == "relative":
        mention = line.agreements.get(reach.opener_at) or antecedent(line, reach.opener_at)
    words = line.sources.page.pack.settings.get("whichever", ())
    if mention is None or mention.first <= line.first:
        return None
    if line.lower[mention.first - 1] not in words and line.lower[mention.first] not in words:
        return None
    denied = line.any_tag(reach.first, trigger.first, "negation", "not_yet")
    if told is None:
        denied |= line.any_tag(line.first, mention.first - 1, "negation", "not_yet", "perfect")
    if denied:
        return Phase(Status.DENIED, UNSURE, opener=reach.opener)
    if told is not None:
        return None  # "any deal signed this year will be void"
    return Phase(Status.PLANNED, "any such", opener=reach.opener)


def _noun_ahead(line: Outline, trigger: Trigger, reach: Reach) -> Phase | None:
    """An event that is awaited, or that will do something, is still to come.

    One that has not happened yet is denied.
    """
    if _is_undone(line, trigger):
        return Phase(Status.DENIED, "negation", opener=reach.opener)
    if _is_event_ahead(line, trigger):
        return Phase(Status.PLANNED, "event ahead", opener=reach.opener)
    if _awaited(line, trigger) or _is_talked_of(line, trigger) or due_from(line, trigger):
        return Phase(Status.PLANNED, "awaited", opener=reach.opener)
    return None


def due_from(line: Outline, trigger: Trigger) -> int:
    """Give where a clause behind an event says that it was due: "which was set for May", else 0."""
    for token in range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH)):
        if line.opener(token) == "relative":
            near = token + 1, min(line.end, token + DUE_REACH)
            return token if line.any_tag(*near, *_DUE) else 0
        if line.stops(token) or line.opener(token):
            return 0
    return 0


def _is_talked_of(line: Outline, trigger: Trigger) -> bool:
    """Tell whether there are talks on it: "negotiations on an extension of the pact"."""
    at = trigger.first
    while at > line.first and line.has(at - 1, "article"):
        at -= 1
    marks = line.sources.page.marks.within("acts", max(line.first, at - TALKS_BEFORE), at)
    return any(mark.field == "talks" and mark.end == at for mark in marks)


def allowed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What somebody lets happen is still to come: "the cabinet approved the signing of"."""
    if voice is not Voice.NOUN or kind is ActKind.NOTIFICATION:
        return None  # "menerima pemberitahuan": who gets a notice allows nothing
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
    before = trigger.first - 1
    if before <= line.first or not line.has(before, "ever") or not is_tensed(line):
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
    parted = line.saying.intersection(range(at + 1, trigger.first))
    if voice is Voice.NOUN and line.has(at, "wish") and not parted:
        return True  # "is preparing for a deal or a withdrawal"
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
    if "bare" in forms and line.has(trigger.first - 1, "preposition"):
        return True  # "does things like quit the pact"
    if forms & {"past", "participle", "present"} or "bare" not in forms:
        return False
    before = line.names.get(trigger.first - 1)
    return before is None and not line.has(trigger.first - 1, "he", "they", "we", "i", "both")


def _is_event_ahead(line: Outline, trigger: Trigger) -> bool:
    """Tell whether an event is what will do something: "the signing ceremony will …"."""
    at = trigger.end + (trigger.end < line.end and line.has(trigger.end, "holding"))
    return at < line.end and line.has(at, "future", "possibility") and trigger.first > line.first


def _is_aim(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether an event noun or gerund is what something is for ("terms for signing")."""
    near = range(trigger.first - 1, max(line.first, trigger.first - AIM_REACH) - 1, -1)
    for token in near:
        if line.has(token, "toward"):
            if token in reach.aside or _is_of_agreement(line, token, trigger):
                return False
            return not (trigger.of(*MAKING) and is_judged(line, token))
        plain = line.words[token][0].islower() and not line.tags.get(token)
        if not plain and not line.has(token, "article", "ordinal"):
            return False
    return False


def _is_caused(line: Outline, trigger: Trigger) -> bool:
    """Tell whether somebody is to get it done: "to get the pact signed"."""
    if line.has(trigger.first - 1, "it") and line.has(trigger.first - 2, "causative"):
        return True
    mention = line.agreements.get(trigger.first - 1)
    if mention is None:
        return False
    low = max(line.first, mention.first - CAUSED)
    at = next((t for t in range(low, mention.first) if line.has(t, "causative")), None)
    if at is None or at == line.first:
        return at is not None
    return at - 1 not in line.names and not line.has(at - 1, "he", "they", "we", "i", "both")


def demanded(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What somebody demands is still to come: "demanded that Norland withdraw"."""
    if voice is Voice.PASSIVE and _is_subjunctive(line, trigger):
        return Phase(Status.PLANNED, "demanded", opener=reach.opener)
    forms = {form for sense in trigger.senses for form in sense.forms}
    if voice is not Voice.ACTIVE or "bare" not in forms or forms & {"past", "participle"}:
        return None
    if reach.opener is None or not is_tensed(line):
        return None
    if not line.any_tag(reach.opener_at - 2, reach.opener_at, "wish", "bidding"):
        return None
    return Phase(Status.PLANNED, "demanded", opener=reach.opener)


def _is_subjunctive(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a bare auxiliary stands for a demand: "insists that the pact be ratified"."""
    bare = line.sources.page.pack.settings.get("subjunctive", ())
    start = verb_group(line, trigger.first)
    near = max(line.first, start - 2)
    leads = line.any_tag(near, start, "purpose", "future", "possibility", "obligation")
    return start < trigger.first and line.lower[start] in bare and not leads


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


def driven(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What somebody was brought to do is done: "prompted Norland to leave the pact"."""
    purpose = verb_group(line, trigger.first) - 1
    at = last_of(line, reach, "driving")
    if voice is not Voice.ACTIVE or at is None or not line.has(purpose, "purpose"):
        return None
    if line.any_tag(reach.first, at, *AHEAD, "purpose", "negation", "not_yet"):
        return None
    whom = any(t in line.names or line.has(t, *_WHOM) for t in range(at + 1, purpose))
    other = reach.opener == "condition" or line.any_tag(at + 1, purpose, "purpose", "wish")
    return Phase(Status.OCCURRED, "driven", opener=reach.opener) if whom and not other else None


_WHOM = ("he", "they", "we", "it", "both", "article")
"""Grammar entries of words that may open the name of who is brought to do something."""


def _has_purpose(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """A purpose counts for a verb right behind it, or for the passive it leads to."""
    near = range(max(line.first, trigger.first - 3), trigger.first)
    return any(
        line.has(token, "purpose")
        and token not in line.agreements
        and token not in reach.aside
        and not _leads_to_agreement(line, token)
        and not _is_over(line, token, trigger)
        for token in near
    )


def _is_of_agreement(line: Outline, purpose: int, trigger: Trigger) -> bool:
    """Tell whether a participle only tells which agreement: "the deal signed in May"."""
    forms = {form for sense in trigger.senses for form in sense.forms}
    if "participle" not in forms:
        return False
    return any(token in line.agreements for token in range(purpose + 1, trigger.first))


def _is_over(line: Outline, purpose: int, trigger: Trigger) -> bool:
    """Tell whether what "for" leads to ends before the verb: "pakta untuk sektor ini dibuat"."""
    return not is_tensed(line) and line.any_tag(purpose + 2, trigger.first, "definite")


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


_DUE = ("future", "prospective", "unkept", "awaiting")
"""Grammar entries of words that tell for when an event was set."""

_TO_COME = ("future", "wish", "obligation", "possibility", "not_yet", "awaiting", "almost")


def _is_ceremony(line: Outline, at: int) -> bool:
    """Tell whether a word names the occasion of an act: "the signing ceremony of the pact"."""
    return line.has(at, "holding") and line.any_tag(at + 1, at + 2, "of", "toward")


def _describes(line: Outline, at: int) -> bool:
    """Tell whether a word describes an agreement: "a long-awaited pact", "a deal aimed at"."""
    if line.words[at - 1] == "-":
        return True
    return at - 1 in line.agreements and line.has(at, "wish") and line.has(at + 1, "toward", "at")


def _awaited(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the verb behind an event noun puts it in the future."""
    if line.has(trigger.end, "prospective"):
        return True  # "with signing expected this year"
    behind = trigger.end + _is_ceremony(line, trigger.end)
    for token in range(behind, min(line.end, trigger.end + GOVERNOR_REACH)):
        if line.stops(token) or line.opener(token):
            return False
        if trigger.of(ActKind.SIGNATURE) and _hopes_for_effect(line, token):
            return False
        if line.has_one(token, _TO_COME) and not _describes(line, token):
            return True
        if line.has(token, "perfect") and line.any_tag(
            token + 1, token + PERFECT_REACH, "awaiting"
        ):
            return True  # "ratification has been delayed"
        last = token + 1 >= line.end or not line.words[token + 1][0].isalnum()
        if line.has(token, "prospective") and (last or line.has(token - 1, "be")):
            return True  # "ratification of the pact is expected before the summer"
        if line.has(token, "perfect", "holding") and not line.has(token, "only_then"):
            return False
    return False


def _hopes_for_effect(line: Outline, token: int) -> bool:
    """Tell whether something is hoped to come of it: "the signing is expected to boost trade"."""
    for mark in line.sources.page.marks.keyed("clauses", "hoped", token, token + 1):
        at = mark.end
        while at < line.end and line.has(at, "purpose", "possibility"):
            at += 1
        plain = at < line.end and line.words[at].islower() and not line.tags.get(at)
        return plain and not any(day in line.dates for day in range(at, line.end))
    return False
