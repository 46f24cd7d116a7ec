"""How far an act has come: done, still to come, or denied."""

from __future__ import annotations

from dataclasses import dataclass

from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.ties import Link
from traktat.reading.acts.triggers import Trigger, Voice, verb_group

UNSURE = "unsure"  # the rule of a phase that only a date of its own makes credible

AHEAD = ("future", "wish", "obligation", "possibility", "awaiting", "ahead", "decided")
"""Words that put an act in the future, or in somebody's wishes."""

MODAL = ("future", "obligation", "possibility", "awaiting")
"""Those of them that reach over "and" to the next verb."""

NEGATION_REACH = 5  # words between a negation and the verb it denies
GOVERNOR_REACH = 14  # words between a verb of wishing and what is wished
AIM_REACH = 4  # words between "for" and the event noun it governs
TERM_REACH = 7  # words between "takes effect" and the term after which it does
CAUSED = 4  # words between "get" and what is to be "signed"
JOINED = 3  # words that join a verb to the one before it

_REFUSED_AT_HOME = frozenset({ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.ACCESSION})
_DONE_BY_AGREEING = frozenset(
    {ActKind.EXTENSION, ActKind.SUSPENSION, ActKind.AMENDMENT, ActKind.TERMINATION}
)


@dataclass(frozen=True, slots=True)
class Phase:
    """The status of an act, the rule that gave it, and the act if the rule changes it."""

    status: Status
    rule: str
    kind: ActKind | None = None
    opener: str | None = None


@dataclass(frozen=True, slots=True)
class Reach:
    """The words that govern a trigger: tokens [first, at), and what opens their clause."""

    first: int
    at: int
    opener: str | None
    opener_at: int


def phase_of(line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, link: Link) -> Phase:
    """Tell how far an act has come, by the words that govern its trigger."""
    reach = reach_of(line, trigger, link, passive=voice is Voice.PASSIVE)
    fixed = _by_sense(line, trigger, link, reach)
    if fixed is not None:
        return fixed
    for rule in _RULES:
        found = rule(line, trigger, voice, kind, reach)
        if found is not None:
            return found
    return _by_form(line, trigger, voice, kind, reach, direct=link.direct)


def _by_sense(line: Outline, trigger: Trigger, link: Link, reach: Reach) -> Phase | None:
    """What is only called for is planned; what talks did not bring is denied."""
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


def reach_of(line: Outline, trigger: Trigger, link: Link, *, passive: bool) -> Reach:
    """Find the clause to the left of a trigger, up to what opens it."""
    token, steps = trigger.first, 0
    while token > line.first and steps < GOVERNOR_REACH:
        token, steps = _before(line, token), steps + 1
        if line.stops(token) or (line.words[token] == "," and not _goes_on(line, token, trigger)):
            return Reach(token + 1, trigger.first, None, token)
        opener = line.opener(token)
        if opener is not None:
            return Reach(token + 1, trigger.first, opener, token)
        if passive and _is_antecedent(line, token, trigger, link):
            return Reach(token + 1, trigger.first, "relative", token)
    return Reach(token, trigger.first, None, token)


def _before(line: Outline, token: int) -> int:
    """Step one word to the left, or over a whole name or agreement."""
    mention = line.agreements.get(token - 1) or line.names.get(token - 1)
    if mention is None or mention.end > token:
        return token - 1
    return max(line.first, mention.first)


def _goes_on(line: Outline, comma: int, trigger: Trigger) -> bool:
    """A comma does not part a verb joined to the one before: ", then finally signed"."""
    between = range(comma + 1, trigger.first)
    return 0 < len(between) <= JOINED and all(line.has(t, "and", "then") for t in between)


def _is_antecedent(line: Outline, token: int, trigger: Trigger, link: Link) -> bool:
    """Tell whether a participle hangs right on its agreement ("the pact signed in May")."""
    mention = link.mention
    if mention is None or not any("participle" in sense.forms for sense in trigger.senses):
        return False
    if not mention.first <= token < mention.end or trigger.first - mention.end > 1:
        return False
    if line.any_tag(max(line.first, mention.first - CAUSED), mention.first, "causative"):
        return False
    return not line.any_tag(mention.end, trigger.first, "be", "have")


def _missed(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What almost happened is still to come."""
    start = verb_group(line, trigger.first)
    if voice is Voice.NOUN or not line.any_tag(max(line.first, start - 1), trigger.first, "almost"):
        return None
    return Phase(Status.PLANNED, "almost", opener=reach.opener)


def _called_off(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """An event that was called off did not happen: "penandatanganan pakta itu batal"."""
    if voice is not Voice.NOUN:
        return None
    behind = range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH))
    stop = next((t for t in behind if line.stops(t) or line.opener(t)), behind.stop)
    near = max(reach.first, trigger.first - NEGATION_REACH)
    told = line.any_tag(trigger.end, stop, "cancelled")
    if told or line.any_tag(near, trigger.first, "cancelled"):
        return Phase(Status.DENIED, "called off", opener=reach.opener)
    return None


def _refused(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    at = _last(line, reach, "refusal")
    if at is None or trigger.first - at > NEGATION_REACH:
        return None
    if line.any_tag(reach.first, at, *AHEAD) and not line.has(at, "negation"):
        return Phase(Status.PLANNED, "threatened refusal", opener=reach.opener)
    if kind in _REFUSED_AT_HOME:
        return Phase(Status.OCCURRED, "refusal", ActKind.REJECTION, reach.opener)
    return Phase(Status.DENIED, "refusal", opener=reach.opener)


def _denied(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    at = _last(line, reach, "negation", "not_yet")
    if at is None or line.has(at, "not_only") or trigger.first - at > NEGATION_REACH:
        return None
    if line.has(at, "possibility", "future") and _waits(line, trigger):
        return Phase(Status.PLANNED, "not until", opener=reach.opener)
    wished = _last(line, Reach(reach.first, at, None, at), "wish") is not None
    supposed = (
        wished
        or reach.opener == "condition"
        or (voice is Voice.NOUN and line.has(at, "preposition"))
    )
    return Phase(Status.DENIED, UNSURE if supposed else "negation", opener=reach.opener)


def _waits(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a condition follows: "cannot be signed until the constitution is amended"."""
    behind = range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH))
    return any(line.opener(token) in ("condition", "ahead", "after") for token in behind)


def _achieved(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    near = max(reach.first, trigger.first - NEGATION_REACH)
    agreed = kind in _DONE_BY_AGREEING and (
        line.any_tag(near, trigger.first, "agreed") or _agreed_on_day(line, trigger)
    )
    if not agreed and not line.any_tag(near, trigger.first, "achieved"):
        return None
    if line.any_tag(reach.first, trigger.first, "future", "possibility", "obligation"):
        return None
    at = _last(line, reach, "agreed", "achieved")
    if at is not None and line.any_tag(reach.first, at, "purpose"):
        return None
    return Phase(Status.OCCURRED, "agreed" if agreed else "achieved", opener=reach.opener)


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
    at = _last(line, reach, *AHEAD)
    if at is not None and at < _perfect_from(line, trigger):
        at = None
    if at is not None and _governs(line, at, trigger, voice):
        key = next(key for key in AHEAD if line.has(at, key))
        return Phase(Status.PLANNED, f"governed: {key}", opener=reach.opener)
    if voice is Voice.PASSIVE and _is_caused(line, trigger):
        return Phase(Status.PLANNED, "caused", opener=reach.opener)
    finite = voice in (Voice.ACTIVE, Voice.SUBJECT) and _is_only_past(trigger)
    if voice is not Voice.NOUN and not finite and _has_purpose(line, trigger):
        return Phase(Status.PLANNED, "purpose", opener=reach.opener)
    if voice is Voice.ACTIVE and _is_bare_gerund(line, trigger, reach):
        return Phase(Status.PLANNED, "gerund", opener=reach.opener)
    if _is_aim(line, trigger):
        return Phase(Status.PLANNED, "aim", opener=reach.opener)
    if voice is Voice.NOUN and _awaited(line, trigger):
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
    if not any(line.joins(t) for t in range(at, trigger.first)):
        return True
    if line.has(at, *MODAL):
        return voice is not Voice.ACTIVE or not _is_only_past(trigger)
    return is_infinitive(line, trigger)


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


def _by_term(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """A rule in the present is no deed: "takes effect thirty days after", "prolonged unless"."""
    group = verb_group(line, trigger.first)
    told = line.any_tag(group, trigger.first, "was", "have", "perfect")
    past = any("past" in sense.forms for sense in trigger.senses)
    if told or (past and voice is not Voice.PASSIVE):
        return None
    behind = range(trigger.end, min(line.end, trigger.end + TERM_REACH))
    if voice is Voice.SUBJECT:
        return _by_effect(line, behind, reach, present=_is_present(trigger))
    if voice is Voice.PASSIVE and any(line.opener(token) == "condition" for token in behind):
        return Phase(Status.OCCURRED, UNSURE, opener=reach.opener)
    return None


def _by_effect(line: Outline, behind: range, reach: Reach, *, present: bool) -> Phase | None:
    """Tell a term after which an agreement takes effect from one for which it does."""
    waits = any(line.opener(token) in ("after", "condition") for token in behind)
    term = next((token for token in behind if _is_term(line, token)), None)
    if term is not None and term <= behind.start + 1 and not waits:
        return Phase(Status.OCCURRED, UNSURE, opener=reach.opener)  # "in force for two years"
    if term is not None or (waits and present):
        return Phase(Status.PLANNED, "after a term", opener=reach.opener)
    return None


def _is_present(trigger: Trigger) -> bool:
    return any("present" in sense.forms for sense in trigger.senses)


def _is_term(line: Outline, token: int) -> bool:
    """Tell whether a length of time stands on a token."""
    date = line.dates.get(token)
    return date is not None and getattr(date.finding, "sense", "") == "duration"


def _is_caused(line: Outline, trigger: Trigger) -> bool:
    """Tell whether somebody is to get it done: "to get the pact signed"."""
    mention = line.agreements.get(trigger.first - 1)
    if mention is None:
        return False
    return line.any_tag(max(line.first, mention.first - CAUSED), mention.first, "causative")


def _has_purpose(line: Outline, trigger: Trigger) -> bool:
    """A purpose counts for a verb right behind it, or for the passive it leads to."""
    near = range(max(line.first, trigger.first - 3), trigger.first)
    return any(line.has(token, "purpose") and token not in line.agreements for token in near)


def _is_bare_gerund(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """A gerund tells of a deed only behind "is" or "after": "signing it would …" does not."""
    if not any("gerund" in sense.forms for sense in trigger.senses):
        return False
    if reach.opener in ("after", "while") and trigger.first - reach.opener_at <= 2:
        return False
    before = trigger.first - 1
    while before > line.first and line.has(before, "then"):
        before -= 1
    if before in line.dates:  # "signed a law on Tuesday suspending …"
        before = line.dates[before].first - 1
        before -= before > line.first and line.has(before, "in")
    if line.has(before, "law") or line.words[before] == ",":  # told by the verb before
        return False
    if _is_means(line, before):
        return False
    return not line.any_tag(max(reach.first, trigger.first - 3), trigger.first, "be")


def _is_means(line: Outline, before: int) -> bool:
    """Tell whether a gerund says by what something was done: "let them down by signing"."""
    if before <= line.first or not line.has(before, "agent"):
        return False
    return not line.any_tag(_main_start(line, before), before, *AHEAD)


def _awaited(line: Outline, trigger: Trigger) -> bool:
    """Tell whether the verb behind an event noun puts it in the future."""
    for token in range(trigger.end, min(line.end, trigger.end + GOVERNOR_REACH)):
        if line.stops(token) or line.opener(token):
            return False
        if line.has(token, "future", "wish", "obligation", "possibility", "not_yet", "awaiting"):
            return True
        if line.has(token, "perfect", "holding"):
            return False
    return False


def _by_opener(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    opener = reach.opener
    if opener in ("condition", "ahead"):
        if line.has(reach.opener_at, "ahead") and _is_past(line, trigger, reach):
            return Phase(Status.OCCURRED, UNSURE, opener=opener)
        return Phase(Status.PLANNED, "condition", opener=opener)
    if opener in ("after", "while") and _depends_on_future(line, trigger, voice, reach):
        return Phase(Status.PLANNED, "after what is planned", opener=opener)
    return None


def _is_past(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether a finite verb of the past follows: "before it was signed"."""
    if any(sense.forms == ("past",) for sense in trigger.senses):
        return True
    return line.any_tag(reach.first, trigger.first, "was")


def _depends_on_future(line: Outline, trigger: Trigger, voice: Voice, reach: Reach) -> bool:
    """Tell whether the clause an adjunct hangs on is about the future."""
    start = _main_start(line, reach.opener_at)
    if _rules_in_present(line, start, reach.opener_at):
        return True
    bare = voice is Voice.PASSIVE and trigger.first - reach.first <= 1  # "when ratified"
    if not bare and any("past" in sense.forms for sense in trigger.senses):
        return False
    if line.any_tag(reach.first, trigger.first, "perfect", "have"):
        return False
    if line.any_tag(start, reach.opener_at, *AHEAD):
        return True
    return _after_fronted(line, trigger)


def _rules_in_present(line: Outline, first: int, end: int) -> bool:
    """Tell whether the main clause says when an agreement takes effect, not that it did."""
    marks = line.sources.page.marks.within("acts", first, end)
    effects = [mark for mark in marks if mark.key == ActKind.ENTRY_INTO_FORCE]
    if any(_is_day(line, token) for token in range(first, end)):
        return False
    if any("present" in mark.forms for mark in effects):
        return not line.any_tag(first, end, "was")
    untensed = effects and not is_tensed(line)
    return bool(untensed) and any(_is_term(line, token) for token in range(first, end))


def _is_day(line: Outline, token: int) -> bool:
    """Tell whether a calendar date of the past stands on a token."""
    date, published = line.dates.get(token), line.sources.page.report.published
    if date is None or not isinstance(date.finding, DateFinding) or date.finding.when is None:
        return False
    return published is None or date.finding.when.first <= published.last


def _main_start(line: Outline, at: int) -> int:
    for token in range(at - 1, line.first - 1, -1):
        if line.words[token] in ";:" or (line.has(token, "that") and token not in line.agreements):
            return token
    return line.first


def _after_fronted(line: Outline, trigger: Trigger) -> bool:
    """Look behind the comma for the main clause of a fronted adjunct."""
    comma = next((t for t in range(trigger.end, line.end) if line.words[t] == ","), None)
    if comma is None:
        return False
    stop = min(line.end, comma + GOVERNOR_REACH)
    return line.any_tag(comma, stop, "future", "obligation", "possibility")


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
        ActKind.TEXT_AGREED,
        ActKind.EXTENSION,
        ActKind.AMENDMENT,
        ActKind.ACCESSION,
        ActKind.RESUMPTION,
    }
)
"""Acts whose nouns speak of a prospect as often as of a deed ("an extension of the pact")."""


def _is_evident(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether an event noun is said to have happened."""
    if reach.opener in ("after", "while"):
        return True
    near = max(reach.first, trigger.first - NEGATION_REACH)
    if line.any_tag(near, trigger.first, "holding", "achieved", "perfect"):
        return True
    behind = min(line.end, trigger.end + GOVERNOR_REACH)
    return line.any_tag(trigger.end, behind, "holding", "was", "perfect")


def _last(line: Outline, reach: Reach, *keys: str) -> int | None:
    tokens = range(reach.at - 1, reach.first - 1, -1)
    return next((token for token in tokens if line.has(token, *keys)), None)


_RULES = (
    _missed,
    _called_off,
    _refused,
    _denied,
    _achieved,
    _allowed,
    _governed,
    _by_opener,
    _by_term,
)
"""What is asked of a trigger, in this order; the first that tells decides."""
