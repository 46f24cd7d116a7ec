"""Clauses that hang on the main one: what was done "after", "before", "thirty days after"."""

from __future__ import annotations

from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.objects import is_tensed
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.reaches import (
    AHEAD,
    GOVERNOR_REACH,
    UNDER_WAY,
    UNSURE,
    Phase,
    Reach,
    main_start,
)
from traktat.reading.acts.triggers import TAKING_EFFECT, Trigger, Voice, opens_line, verb_group

CLOSING = frozenset('"”')  # marks behind what is quoted
SAID_REACH = 5  # words of "told Norland on Monday that"
PROVISO_REACH = 12  # words of "berakhir pada 30 Juni mendatang jika"
BEFORE_A_PLAN = "after what is planned"
"""The rule of what is to be done before what is planned can be."""

TERM_REACH = 7  # words between "takes effect" and the term after which it does


def by_term(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """A rule in the present is no deed: "takes effect thirty days after", "prolonged unless"."""
    group = verb_group(line, trigger.first)
    if voice is Voice.SUBJECT:
        for_long = _by_length(line, group, trigger, reach)
        if for_long is not None:
            return for_long
    told = line.any_tag(group, trigger.first, "was", "have", "perfect")
    past = any("past" in sense.forms for sense in trigger.senses)
    if told or (past and voice is not Voice.PASSIVE):
        reported = voice is Voice.ACTIVE and _is_reported(line, trigger, reach)
        return _under_way(line, trigger, kind, reach) if reported else None
    behind = range(trigger.end, min(line.end, trigger.end + TERM_REACH))
    if voice is Voice.ACTIVE:
        return _under_way(line, trigger, kind, reach)
    if voice is Voice.SUBJECT:
        return _by_rule(line, trigger, kind, reach)
    going_on = (
        reach.opener == "while" and kind in _GOING_ON and line.any_tag(group, trigger.first, "be")
    )
    if voice is Voice.PASSIVE and going_on:  # "slows the war while a wider pact is worked out"
        return Phase(Status.PLANNED, UNDER_WAY, opener=reach.opener)
    since = line.has(reach.first - 1, "since") and _is_term(line, reach.first - 2)
    if voice is Voice.PASSIVE and (since or any(_is_proviso(line, token) for token in behind)):
        return Phase(Status.OCCURRED, UNSURE, opener=reach.opener)
    return None


def by_progress(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """What is said to be in hand is not done yet: "sedang merampungkan", "is being ratified"."""
    if voice not in (Voice.ACTIVE, Voice.PASSIVE) or kind not in _IN_HAND:
        return None
    if voice is Voice.ACTIVE and is_tensed(line):
        return None  # "still signed": the form of the verb tells
    made = any(sense.field == "passive_verbs" for sense in trigger.senses)
    if made and voice is Voice.PASSIVE:
        return None  # what is being negotiated is not even agreed to be made
    before = trigger.first - 1
    if before <= reach.first or not line.has(before, "progressive"):
        return None
    if is_tensed(line) and not line.has(before - 1, "progressive"):
        return None  # "after being signed"
    return Phase(Status.PLANNED, UNDER_WAY, opener=reach.opener)


def _by_length(line: Outline, group: int, trigger: Trigger, reach: Reach) -> Phase | None:
    """Tell an effect that waits, or that only lasts, from the deed: "in force for two years"."""
    if _is_only_then(line, group, trigger):
        return Phase(Status.PLANNED, "only then", opener=reach.opener)
    if _lasts(line, trigger.end):
        return Phase(Status.OCCURRED, UNSURE, opener=reach.opener)
    return None


def _by_rule(line: Outline, trigger: Trigger, kind: ActKind, reach: Reach) -> Phase | None:
    """Tell a rule on what an agreement does from the deed: "ends unless", "takes effect once"."""
    if _has_proviso(line, trigger):
        return Phase(Status.PLANNED, "proviso", opener=reach.opener)
    behind = range(trigger.end, min(line.end, trigger.end + TERM_REACH))
    present = _is_present(line, trigger, kind)
    rule = present and kind is ActKind.ENTRY_INTO_FORCE
    if rule and any(_needs_deed(line, token) for token in behind):
        return Phase(Status.PLANNED, "after a term", opener=reach.opener)
    return _by_effect(line, behind, reach, present=present)


def _has_proviso(line: Outline, trigger: Trigger) -> bool:
    """Tell whether a condition follows, where verbs have no tense: "berakhir jika"."""
    if is_tensed(line) or _is_day(line, trigger.end):
        return False  # "yang berlaku sejak 1994, jika": the rule is another's
    behind = range(trigger.end, min(line.end, trigger.end + PROVISO_REACH))
    at = next((token for token in behind if _is_proviso(line, token)), None)
    return at is not None and not _is_past_from(line, at)


def _is_past_from(line: Outline, at: int) -> bool:
    """Tell whether a day that is over follows: "tamat begitu pasukan menyeberang pada 9 Mei"."""
    published = line.sources.page.report.published
    days = [line.dates[t].finding for t in range(at, line.end) if t in line.dates]
    times = [day.when for day in days if isinstance(day, DateFinding) and day.when is not None]
    return published is not None and any(when.last < published.first for when in times)


def _under_way(line: Outline, trigger: Trigger, kind: ActKind, reach: Reach) -> Phase | None:
    """What is being made is not made yet, nor what is done at the end of a term.

    "Norland is hammering out a pact", "Norland is leaving the pact in a year".
    """
    if not trigger.gerund:
        return None
    near = range(max(reach.first, trigger.first - 2), trigger.first)
    undone = ("perfect",) if _is_reported(line, trigger, reach) else ("was", "perfect")
    if kind in _GOING_ON and any(
        line.has(token, "be") and not line.has_one(token, undone) for token in near
    ):
        return Phase(Status.PLANNED, UNDER_WAY, opener=reach.opener)
    for token in range(trigger.end, min(line.end, trigger.end + 2 * TERM_REACH)):
        if line.stops(token) or line.opener(token):
            return None
        if _is_term(line, token):
            led = line.has(token - 1, "in", "preposition") and not line.has(token - 1, "since")
            return Phase(Status.PLANNED, "after a term", opener=reach.opener) if led else None
    return None


def _is_reported(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether a clause is reported, so that its past is a present: "said it was leaving"."""
    low = max(line.first, reach.opener_at - SAID_REACH)
    told = range(low, trigger.first)
    return any(token in line.saying or line.has(token, "announced") for token in told)


_GOING_ON = frozenset(
    {
        ActKind.TEXT_AGREED,
        ActKind.SIGNATURE,
        ActKind.INITIALLING,
        ActKind.AMENDMENT,
        ActKind.WITHDRAWAL,
        ActKind.ACCESSION,
        ActKind.TERMINATION,
    }
)
"""Acts that are not done while one is at them: exits wait for a term after notice."""


_IN_HAND = _GOING_ON | {
    *(ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.SUBMISSION, ActKind.PUBLICATION),
    *(ActKind.AMENDMENT, ActKind.EXTENSION, ActKind.RESUMPTION, ActKind.REPLACEMENT),
}
"""Acts that are not done while they are in hand; a suspension lasts from its first day."""


def _is_only_then(line: Outline, group: int, trigger: Trigger) -> bool:
    """Tell whether a verb says that it waits: "baru berlaku setelah diratifikasi"."""
    if not line.any_tag(max(line.first, group - 1), trigger.first, "only_then"):
        return False
    waits = (t for t in range(trigger.end, min(line.end, trigger.end + TERM_REACH)))
    if not any(line.opener(token) in ("after", "condition", "while") for token in waits):
        return False
    return not any(_is_day(line, token) for token in range(line.first, line.end))


def _is_proviso(line: Outline, token: int) -> bool:
    """Tell whether a condition opens, and not only a time before something."""
    return line.opener(token) == "condition" and not line.has(token, "ahead", "until")


def _by_effect(line: Outline, behind: range, reach: Reach, *, present: bool) -> Phase | None:
    """Tell a term after which an agreement takes effect from one for which it does."""
    waits = any(line.opener(token) in ("after", "condition") for token in behind)
    day = next((token for token in behind if _is_day(line, token)), behind.stop)
    term = next((token for token in behind if token < day and _is_term(line, token)), None)
    if term is not None or (waits and present):
        return Phase(Status.PLANNED, "after a term", opener=reach.opener)
    return None


def _needs_deed(line: Outline, token: int) -> bool:
    """Tell whether a clause says when: "takes effect when both parliaments have ratified it"."""
    if line.opener(token) != "while" or any(_is_day(line, t) for t in range(line.first, line.end)):
        return False
    end = min(line.end, token + GOVERNOR_REACH)
    if line.any_tag(token, end, "have", "likewise"):
        return True  # "when Sarvia has done the same"
    marks = line.sources.page.marks.within("acts", token, end)
    return any(mark.entry.key in _CONSENT for mark in marks)


_CONSENT = frozenset(
    {
        *(ActKind.RATIFICATION, ActKind.APPROVAL, ActKind.ACCESSION),
        *(ActKind.EXCHANGE, ActKind.DEPOSIT),
    }
)
"""Acts that an entry into force waits for."""


def _lasts(line: Outline, at: int) -> bool:
    """Tell whether a length of time stands right behind a verb, and nothing it is counted from."""
    term = next((token for token in (at, at + 1) if _is_term(line, token)), None)
    return term is not None and line.opener(line.dates[term].end) not in ("after", "condition")


def _is_present(line: Outline, trigger: Trigger, kind: ActKind) -> bool:
    """Tell whether a verb is in the present, or tells no day where verbs have no tense."""
    if is_tensed(line):
        return any("present" in sense.forms for sense in trigger.senses)
    rule = kind is ActKind.ENTRY_INTO_FORCE and not trigger.of(*TAKING_EFFECT)
    return rule and not any(_is_day(line, token) for token in range(line.first, line.end))


def _is_term(line: Outline, token: int) -> bool:
    """Tell whether a length of time stands on a token."""
    date = line.dates.get(token)
    if date is None or token in line.agreements:  # "the 20-year-old treaty"
        return False
    return getattr(date.finding, "sense", "") == "duration"


def by_opener(
    line: Outline, trigger: Trigger, voice: Voice, kind: ActKind, reach: Reach
) -> Phase | None:
    """Put what a condition waits for ahead, and what follows what is planned."""
    opener = reach.opener
    if opener == "condition" and _is_outcome(line, trigger, reach):
        return None
    if opener == "while" and kind is ActKind.ENTRY_INTO_FORCE and not is_tensed(line):
        lasting = voice is Voice.SUBJECT and trigger.end - trigger.first == 1
        return Phase(Status.OCCURRED, UNSURE, opener=opener) if lasting else None
    if opener in ("condition", "ahead"):
        ahead = line.has(reach.opener_at, "ahead")
        if _is_measured(line, trigger, reach):
            return Phase(Status.OCCURRED, "told", opener=opener)
        if ahead and (
            _is_past(line, trigger, reach)
            or _comes_before(line, trigger, reach.opener_at)
            or _comes_after(line, trigger, voice, reach.opener_at)
        ):
            return Phase(Status.OCCURRED, UNSURE, opener=opener)
        if _is_until_done(line, trigger, reach):
            return Phase(Status.OCCURRED, UNSURE, opener=opener)
        return Phase(Status.PLANNED, "condition", opener=opener)
    if opener in ("after", "while") and _depends_on_future(line, trigger, voice, reach):
        return Phase(Status.PLANNED, BEFORE_A_PLAN, opener=opener)
    return None


def _is_measured(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether something was done so long before it: "hours before the truce began, shells"."""
    at, page = reach.opener_at, line.sources.page
    unit = at - 1
    if unit < line.first or not any(
        line.lower[unit] in page.pack.entry("dates", key).get("values", {})
        for key in ("unit", "units")
    ):
        return False
    if is_tensed(line):
        return _is_past(line, trigger, reach)
    return not line.any_tag(line.first, line.end, *_AHEAD_OF, "wish", "awaiting")


def _is_until_done(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether it ended what lasted: "trade grew until Norland left the pact in May"."""
    at = reach.opener_at
    if not is_tensed(line) or not line.has(at, "until") or not _is_past(line, trigger, reach):
        return False
    return not line.any_tag(main_start(line, at), at, *_AHEAD_OF, "negation", "not_yet")


_AHEAD_OF = ("future", "obligation", "possibility", "decided")
"""Words that put what lasts "until" something, or comes before it, into the future."""


def _comes_after(line: Outline, trigger: Trigger, voice: Voice, opener: int) -> bool:
    """Tell whether it ended a tale of the past: "was drafted in May before being signed"."""
    if voice is not Voice.PASSIVE or not line.has(opener + 1, "be") or not is_tensed(line):
        return False
    told = main_start(line, opener), opener
    return line.any_tag(*told, "was") and not line.any_tag(*told, *AHEAD, "negation", "not_yet")


def _is_outcome(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether it is what something led to: "berlarut-larut hingga keduanya menyepakati"."""
    at = reach.opener_at
    if is_tensed(line) or not line.has(at, "until") or opens_line(line, at):
        return False
    if line.any_tag(main_start(line, at), at, *AHEAD, "negation", "not_yet"):
        return False
    if line.any_tag(at + 1, trigger.first, "then", "achieved"):
        return True
    return any(_is_day(line, token) for token in range(trigger.end, line.end))


def _comes_before(line: Outline, trigger: Trigger, opener: int) -> bool:
    """Tell whether what came before it is told as done: "sebelum diajukan, pakta itu telah …"."""
    if is_tensed(line) or not opens_line(line, opener):
        return False
    comma = next((t for t in range(trigger.end, line.end) if line.words[t] == ","), line.end)
    behind = range(comma, line.end)
    if line.any_tag(comma, line.end, *AHEAD):
        return False
    return line.any_tag(comma, line.end, "perfect") or any(_is_day(line, token) for token in behind)


def _is_past(line: Outline, trigger: Trigger, reach: Reach) -> bool:
    """Tell whether a finite verb of the past follows: "before it was signed"."""
    if any(sense.forms == ("past",) for sense in trigger.senses):
        return True
    if not is_tensed(line):
        return _closes_past(line, trigger, reach.opener_at)
    if trigger.gerund:
        start = main_start(line, reach.opener_at)  # "prior to joining it in 1991, …"
        at = reach.opener_at
        while at > start and line.opener(at - 1) is not None:
            at -= 1
        ahead = line.any_tag(start, at, *AHEAD)
        return not ahead and any(_is_day(line, token) for token in range(trigger.end, line.end))
    if any("past" in s.forms and "bare" not in s.forms for s in trigger.senses):
        before = verb_group(line, trigger.first) - 1  # "before they signed", not "before signed"
        return before > reach.opener_at and not line.any_tag(reach.first, trigger.first, "be")
    return line.any_tag(reach.first, trigger.first, "was")


def _closes_past(line: Outline, trigger: Trigger, opener: int) -> bool:
    """Tell whether a day that is over closes the clause: "sebelum disahkan parlemen pada 2015"."""
    if line.any_tag(main_start(line, opener), opener, *AHEAD, "negation", "not_yet"):
        return False
    for token in range(trigger.end, min(line.end, trigger.end + TERM_REACH)):
        if line.stops(token) or line.words[token] == "," or line.opener(token) is not None:
            return False
        if _is_day(line, token):
            return True
    return False


def _depends_on_future(line: Outline, trigger: Trigger, voice: Voice, reach: Reach) -> bool:
    """Tell whether the clause an adjunct hangs on is about the future."""
    start = _past_quote(line, main_start(line, reach.opener_at), reach.opener_at)
    if _rules_in_present(line, start, reach.opener_at):
        return True
    bare = voice is Voice.PASSIVE and trigger.first - reach.first <= 1  # "when ratified"
    bare = bare or _is_present_passive(line, trigger, voice)
    if line.any_tag(reach.first, trigger.first, "perfect", "have"):
        had = line.any_tag(reach.first, trigger.first, "was") or not is_tensed(line)
        ahead = line.any_tag(start, reach.opener_at, "future", "obligation")
        return ahead and not had  # "will take effect when both have ratified it"
    if not bare and any("past" in sense.forms for sense in trigger.senses):
        return False
    governors = (t for t in range(start, reach.opener_at) if line.has_one(t, AHEAD))
    if any(not line.has(token, "refusal") and not _waited(line, token) for token in governors):
        return True  # what is refused is refused in the past
    return _after_fronted(line, trigger)


def _waited(line: Outline, token: int) -> bool:
    """Tell whether a word only tells what was held up: "perundingan yang lama macet selesai"."""
    held = line.has(token, "awaiting") and not line.has_one(token, _AHEAD_OF)
    return held and line.any_tag(token - 2, token, "relative", "perfect")


def _past_quote(line: Outline, start: int, at: int) -> int:
    """Give where the words of who is quoted end: "it will help us," he said after the vote."""
    closing = (t for t in range(at - 1, start, -1) if line.words[t] in CLOSING)
    return next(closing, start - 1) + 1 if start < at else start


def _is_present_passive(line: Outline, trigger: Trigger, voice: Voice) -> bool:
    """Tell whether a passive is in the present: "after it is signed", not "was"."""
    if voice is not Voice.PASSIVE or not is_tensed(line):
        return False
    start = verb_group(line, trigger.first)
    return line.any_tag(start, trigger.first, "be") and not line.any_tag(
        start, trigger.first, "was", "perfect", "have"
    )


def _rules_in_present(line: Outline, first: int, end: int) -> bool:
    """Tell whether the main clause says when an agreement takes effect, not that it did."""
    marks = line.sources.page.marks.within("acts", first, end)
    effects = [
        mark
        for mark in marks
        if mark.key == ActKind.ENTRY_INTO_FORCE
        and not (mark.field.endswith("nouns") or "noun" in mark.forms)
    ]
    if any(_is_day(line, token) for token in range(first, end)):
        return False
    if any("present" in mark.forms for mark in effects):
        return not line.any_tag(first, end, "was")
    if not effects or is_tensed(line):
        return False
    ends = [mark.first for mark in effects]
    only = any(line.any_tag(max(first, at - 2), at, "only_then") for at in ends)
    if only or any(_is_term(line, token) for token in range(first, end)):
        return True
    dated = any(_is_day(line, token) for token in range(end, line.end))
    return not dated and not line.any_tag(first, ends[-1] + 1, "perfect", "progressive")


def _is_day(line: Outline, token: int) -> bool:
    """Tell whether a calendar date of the past stands on a token."""
    date, published = line.dates.get(token), line.sources.page.report.published
    if date is None or not isinstance(date.finding, DateFinding) or date.finding.when is None:
        return False
    return published is None or date.finding.when.first <= published.last


def _after_fronted(line: Outline, trigger: Trigger) -> bool:
    """Look behind the comma for the main clause of a fronted adjunct."""
    comma = next((t for t in range(trigger.end, line.end) if line.words[t] == ","), None)
    if comma is None:
        return False
    stop = min(line.end, comma + GOVERNOR_REACH)
    if line.any_tag(comma, stop, "future", "obligation", "possibility"):
        return True
    if is_tensed(line) or any(t in line.dates for t in range(trigger.end, comma)):
        return False
    return any(line.has(t, "awaiting") and _opens_passive(line, t + 1) for t in range(comma, stop))


def _opens_passive(line: Outline, at: int) -> bool:
    """Tell whether what is still to be done follows: "masih harus dibawa", not "menunggu suara"."""
    marks = line.sources.page.marks.within("acts", at, at + 1)
    return any(mark.first == at and "passive" in mark.forms for mark in marks)
