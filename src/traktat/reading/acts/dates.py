"""Which date belongs to which act: all acts and dates of a sentence weighed together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.model.dates import OPEN_START, When, from_to
from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.changes import SETTLED, SETTLING
from traktat.reading.acts.deadlines import before_event, is_deadline, sharper
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Voice, verb_group
from traktat.reading.mentions import DateMention

# What parts a date from a verb, in words of distance. Tried on the labelled reports that may
# be read; the order of the sizes matters, not their exact values.
CROSSING = {
    "relative": 6.0,
    "that": 4.0,
    "condition": 7.0,
    "after": 9.0,
    "ahead": 9.0,
    "while": 1.5,
    "cause": 5.0,
    "contrast": 8.0,
}
BETWEEN = 6.0  # parties of the agreement: what follows may tell of how they made it
APART = 14.0  # a clause behind the parties: what it tells is theirs
QUOTES = frozenset('"“”«»')
COMMA = 1.5
DONE = 2  # tokens between "sudah" and what was done
SCARE = 4  # tokens from one quotation mark to the other around a word or two
PLACE = 0.3  # a word or comma of where it was done
STOP = 5.0
ACROSS_ACT = 5.0  # another act or a verb of saying stands between
FROM_LEFT = 3.0  # a date before its verb that does not open the sentence
ASIDE = 6.0  # a comma or "and" between such a date and its verb: it ends an aside, a clause
FRONTED = 4  # tokens: a date that begins this early opens the sentence
AFAR = 0.1  # a word before a date that closes its sentence behind a comma
SUBORDINATE = 4.0  # a date that opens a sentence belongs to the main clause
LIMIT_REACH = 24  # words from "extended" to the day until which
PUT_OFF = 12  # words from "postponed" to the day until which
LAW_REACH = 8  # words between signing a law and what the law does
_OF_LAWS = frozenset({ActKind.SIGNATURE, ActKind.APPROVAL, ActKind.RATIFICATION})
JOINED = 3  # words between two verbs that share a date
CLASH = 8.0  # date and phase do not agree
LONELY = 22.0  # the only date and the only verb of a sentence belong together this far
AS_NEAR = 2.0  # places a date is as near to
FARTHEST = 15.0  # beyond this a date belongs to nothing that was found


AT_ONCE = frozenset(
    {
        ActKind.TEXT_AGREED,
        ActKind.INITIALLING,
        ActKind.SIGNATURE,
        ActKind.SUBMISSION,
        ActKind.APPROVAL,
        ActKind.REJECTION,
        ActKind.RATIFICATION,
        ActKind.EXCHANGE,
        ActKind.DEPOSIT,
        ActKind.NOTIFICATION,
    }
)
"""Acts that are over once they are done: none has been done "since" a day."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place a date can belong to: an act, or a rival such as a verb of saying (`act` None)."""

    first: int
    end: int
    act: int | None = None
    dated_behind: bool = False  # it takes no date that stands before it
    status: Status = Status.OCCURRED
    at_once: bool = False  # it is done on a day and not since one
    later: bool = False  # it is not done on the day of the report


@dataclass(frozen=True, slots=True)
class Dating:
    """The date of an act and the cost of giving it that date."""

    date: DateMention
    cost: float


def assign(line: Outline, slots: Sequence[Slot]) -> tuple[dict[int, Dating], list[DateMention]]:
    """Give each act its date, and list the dates that verbs of saying took.

    Every date goes to the place that is cheapest to reach; of several dates at one act the
    cheapest counts, and another goes to the next place where that is hardly farther.
    """
    given: dict[int, Dating] = {}
    said: list[DateMention] = []
    dates = dates_of(line)
    farthest = LONELY if len(dates) == len(slots) == 1 else FARTHEST
    weighed = [_weighed(line, slots, date) for date in dates]
    for places, date in sorted(zip(weighed, dates, strict=True), key=lambda one: one[0][:1]):
        if not places or places[0][0] > farthest:
            continue
        act = slots[places[0][1]].act
        if act is None:
            said.append(date)
            continue
        near = [slots[at].act for total, at in places if total - places[0][0] <= AS_NEAR]
        free = next((act for act in near if act is not None and act not in given), None)
        if free is not None:
            given[free] = Dating(date, places[0][0])
    return given, sorted(said, key=lambda date: date.first)


def _weighed(line: Outline, slots: Sequence[Slot], date: DateMention) -> list[tuple[float, int]]:
    """List the places of a date, cheapest first, with what each costs."""
    fit = [slot for slot in slots if not _is_past_plan(line, slot, date)]
    return sorted((cost(line, slot, date, fit), at) for at, slot in enumerate(slots))


def dates_of(line: Outline) -> list[DateMention]:
    """List the calendar dates of a sentence that may date an act."""
    return [
        item
        for item in line.ordered(line.dates)
        if isinstance(item.finding, DateFinding)
        and not _is_dateline(line, item)
        and not names_agreement(line, item)
        and not _is_limit(line, item)
    ]


def _is_dateline(line: Outline, date: DateMention) -> bool:
    """Tell whether a date is that of the dateline: the day of writing, not of an act."""
    dateline = line.sources.page.report.dateline
    return dateline is not None and date.finding.span.end <= dateline.end


def _is_limit(line: Outline, date: DateMention) -> bool:
    """Tell whether a date is the day up to which something holds: "extended until May"."""
    before = date.first - 1
    if before < line.first or not line.has(before, "until") or _until_then(line, date):
        return False
    if line.any_tag(max(line.first, before - PUT_OFF), before, "awaiting"):
        return False  # "put off the signing of the pact until June"
    return not line.any_tag(line.first, before, "negation", "not_yet")


def _until_then(line: Outline, date: DateMention) -> bool:
    """Tell whether the words before a day say that an agreement ends then: "in force until"."""
    marks = line.sources.page.marks.within("acts", line.first, date.first)
    return any(mark.end == date.first and mark.field == "dated_words" for mark in marks)


def names_agreement(line: Outline, date: DateMention) -> bool:
    """Tell whether a date only names an agreement: "the 1987 treaty"."""
    if date.first in line.agreements or _describes(line, date):
        return True
    of_year = line.has(date.first - 1, "of") and line.words[date.first].isdigit()
    if of_year and date.first - 2 in line.agreements:
        return True  # "the treaty of 1949"
    after = line.agreements.get(date.end)
    if after is None or after.first != date.end:
        return False
    return not (date.first > line.first and line.has(date.first - 1, "in", "preposition"))


def _describes(line: Outline, date: DateMention) -> bool:
    """Tell whether a date stands within a noun phrase: "a September 7 truce", "pakta 1951"."""
    before, after = date.first - 1, date.end
    if before < line.first:
        return False
    if line.sources.page.pack.settings.get("modifiers") == "after":
        return before in line.agreements and line.words[date.first][0].isdigit()
    if not line.has(before, "article") or after >= line.end:
        return False
    return line.words[after][0].islower() and not line.tags.get(after)


def cost(line: Outline, slot: Slot, date: DateMention, slots: Iterable[Slot]) -> float:
    """Weigh what stands between a place and a date, and whether date and phase agree."""
    if _is_of_others(line, slot, date):
        return LONELY + 1
    clash = CLASH if _clashes(line, slot, date) else 0.0
    if date.first >= slot.end and _closes(line, date):
        deed = slot.act is not None or slot.dated_behind  # a verb of saying often stands behind
        inner = deed and _is_subordinate(line, slot, line.first)
        aside = SUBORDINATE if inner else 0.0
        return clash + COMMA + aside + (date.first - slot.end) * AFAR
    if date.first >= slot.end:
        return clash + _between(line, slot.end, date.first, slots)
    if date.end > slot.first:
        return 0.0
    if slot.dated_behind:
        return FARTHEST + 1
    told = slot.act is not None and date.end == verb_group(line, slot.first)
    before = date.first - 1
    if told and line.words[before][0].isupper() and not line.has(before, "in", "preposition"):
        return clash + PLACE  # "Norland Monday signed"
    between = _between(line, date.end, slot.first, slots)
    if date.first - line.first >= FRONTED or any(one.end <= date.first for one in slots):
        commas = sum(
            line.words[token] == "," or line.joins(token) for token in range(date.end, slot.first)
        )
        return clash + between + FROM_LEFT + commas * ASIDE
    start = date.end + (line.opener(date.end) == "while")  # "ended on Monday when they signed"
    return clash + between / 2 + (SUBORDINATE if _is_subordinate(line, slot, start) else 0.0)


def _is_of_others(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date says since when something lasts, or when another thing was done."""
    since = date.first > line.first and line.has(date.first - 1, "since")
    if slot.end <= date.first and _is_of_rule(line, slot, date):
        return True
    when = line.opener(date.end) == "while"  # "the war ended on Monday when they signed"
    once = slot.at_once and since and not _is_done(line, slot)
    return once or (slot.act is None and when and slot.end <= date.first)


def _is_done(line: Outline, slot: Slot) -> bool:
    """Tell whether what is done once is said to be done: "sudah diteken sejak 2004"."""
    before = range(max(line.first, slot.first - DONE), slot.first)
    later = line.sources.page.pack.settings.get("modifiers") == "after"
    return later and any(line.has(token, "perfect") for token in before)


def _is_of_rule(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date is that of a rule: "signed a deal under which tariffs end in May"."""
    between = range(slot.end + 1, date.first)
    return any(line.has(t, "relative") and line.has(t - 1, "preposition") for t in between)


def _closes(line: Outline, date: DateMention) -> bool:
    """Tell whether a date closes its sentence behind a comma: it is that of the main clause."""
    if date.first <= line.first or line.words[date.first - 1] != ",":
        return False
    return all(not word[0].isalnum() for word in line.words[date.end : line.end])


def _clashes(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether an act that is planned would lie in the past, or a deed in the future."""
    published, when = line.sources.page.report.published, date.finding.when
    if slot.act is None or published is None or when is None:
        return False
    if slot.status is Status.PLANNED:
        today = not slot.later and _is_today(line, slot.end, date, published)  # "will sign it on"
        return when.last <= published.last and not when.lasts and not today
    return slot.status is Status.OCCURRED and when.first > published.last


def _is_past_plan(line: Outline, slot: Slot, date: DateMention) -> bool:
    """Tell whether a date that is over cannot be that of something planned."""
    return slot.status is Status.PLANNED and _clashes(line, slot, date)


def _is_subordinate(line: Outline, slot: Slot, start: int) -> bool:
    return any(line.opener(token) is not None for token in range(start, slot.first))


def _between(line: Outline, first: int, end: int, slots: Iterable[Slot]) -> float:
    total, token, parties = 0.0, first, False
    while token < end:
        mention = line.agreements.get(token) or line.names.get(token)
        if mention is not None:
            total, token = total + 1.0, max(token + 1, mention.end)
            continue
        if parties and line.opener(token) is not None:
            total, parties = total + APART, False
        parties = parties or _opens_parties(line, token)
        total += _weight(line, token)
        token += 1
    if total >= BETWEEN and line.any_tag(first, end, "holding"):
        total -= BETWEEN  # "the signing of a pact between A and B took place on …"
    crossed = sum(first <= other.first and other.end <= end for other in slots)
    return total + ACROSS_ACT * crossed


def _weight(line: Outline, token: int) -> float:
    word = line.words[token]
    named = word[0].isupper() or word == ","
    if named and _in_place_name(line, token):
        return PLACE
    if word == ",":
        return COMMA
    if word in "()":
        return 0.5
    if line.stops(token) or word in QUOTES:
        return COMMA if word in QUOTES and _is_scare(line, token) else STOP
    opener = line.opener(token)
    if opener is not None:
        return CROSSING[opener]
    return BETWEEN if _opens_parties(line, token) else 0.7


def _is_scare(line: Outline, token: int) -> bool:
    """Tell whether a quotation mark belongs to a word or two: an "open skies" agreement."""
    near = range(max(line.first, token - SCARE), min(line.end, token + SCARE + 1))
    return any(at != token and line.words[at] in QUOTES for at in near)


def _opens_parties(line: Outline, token: int) -> bool:
    """Tell whether the parties of an agreement are named behind a token: "between"."""
    return token - 1 in line.agreements and line.has(token, "between")


def _in_place_name(line: Outline, token: int) -> bool:
    """Tell whether a word or comma stands within the name of a place: "in Bandung, West Java"."""
    around = (line.words[token - 1], line.words[token + 1 if token + 1 < line.end else token])
    return token > line.first and all(word[0].isupper() or word == "," for word in around)


def dated(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Share the dates of a sentence out among its acts and its verbs of saying."""
    if not drafts or not line.dates:
        return list(drafts)
    slots = [
        Slot(
            draft.trigger.first,
            draft.trigger.end,
            at,
            status=draft.status,
            at_once=draft.kind in AT_ONCE,
            later=draft.phase.rule == "allowed",
        )
        for at, draft in enumerate(drafts)
    ]
    slots += [law for slot in slots if (law := _law(line, slot)) is not None]
    agreed = any(draft.phase.rule in SETTLED for draft in drafts)
    given, said = assign(line, [*slots, *_rivals(line, slots, agreed=agreed)])
    reported = said[0].finding.when if said else None
    taken = {dating.date.first for dating in given.values()} | {date.first for date in said}
    out = []
    for at, draft in enumerate(drafts):
        dating = given.get(at)
        same = reported == draft.reported  # nothing, mostly
        dated_draft = draft if same else replace(draft, reported=reported)
        if dating is not None:
            dated_draft = _judged(line, dated_draft, sharper(line, dating.date))
        out.append(before_event(dated_draft, taken))
    return [*_shared(out), *_ends(line, out)]


def _ends(line: Outline, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give the end that an extension sets: "extended the pact until May 2030"."""
    for draft in drafts:
        if draft.kind is not ActKind.EXTENSION or draft.status is not Status.OCCURRED:
            continue
        limits = [item for item in line.ordered(line.dates) if _is_limit(line, item)]
        ends = [item for item in limits if 0 <= item.first - draft.trigger.end <= LIMIT_REACH]
        if ends and ends[0].finding.when is not None:
            phase = replace(draft.phase, status=Status.PLANNED, rule="until")
            end = replace(draft, kind=ActKind.TERMINATION, phase=phase, actors=Actors())
            yield replace(end, when=ends[0].finding.when).noting("extended until")


def _law(line: Outline, slot: Slot) -> Slot | None:
    """Give the signing of the law that does it: its day is that of the act.

    "On Friday the president signed a law that suspends the pact."
    """
    low = max(line.first, slot.first - LAW_REACH)
    if not line.any_tag(low, slot.first, "law"):
        return None
    marks = line.sources.page.marks.within("acts", low, slot.first)
    verbs = [m for m in marks if m.entry.key in _OF_LAWS and _is_verb(m)]
    verbs = [m for m in verbs if line.any_tag(m.end, slot.first, "law")]
    return replace(slot, first=verbs[-1].first, end=verbs[-1].end) if verbs else None


def _rivals(line: Outline, slots: Sequence[Slot], *, agreed: bool) -> list[Slot]:
    """Give the other verbs, which have days of their own: of saying, and of what is no act.

    What was agreed was done on the day of "agreed", which is no rival then.
    """
    taken = {token for slot in slots for token in range(slot.first, slot.end)}
    marks = line.sources.page.marks.of("acts", line.sentence)
    others = {mark.first for mark in marks if _is_verb(mark)}
    if agreed:
        others -= {mark.first for mark in marks if mark.key in SETTLING}
    others -= line.saying | set(line.agreements)
    others = {token for token in others if not line.words[token - 1][0].isdigit()}  # "40 votes"
    others = {token for token in others if not line.has(token, "announced", "holding")}
    return [
        Slot(token, token + 1, dated_behind=token in others)
        for token in sorted((others | line.saying) - taken)
    ]


def _is_verb(mark: Mark) -> bool:
    finite = {"active", "passive", "past", "present"}
    other = mark.field.endswith("nouns") or mark.field == "truce_verbs"
    return bool(finite & set(mark.forms)) and not other


def _judged(line: Outline, draft: Draft, date: DateMention) -> Draft:
    """Let date and phase agree: what is still ahead of the report is planned."""
    when = date.finding.when
    published = line.sources.page.report.published
    if when is None or draft.status is Status.DENIED:
        return draft
    if published is not None:
        if draft.status is Status.OCCURRED and _is_ahead(draft, when, published):
            draft = replace(draft, phase=replace(draft.phase, status=Status.PLANNED))
        elif draft.status is Status.PLANNED and _is_over(draft, date, when, published):
            return draft
    if draft.status is Status.PLANNED and is_deadline(line, date):
        when = from_to(OPEN_START, when.last)
    found = replace(draft, when=when, when_at=(date.first, date.end))
    return found.noting("date: nearest by clause")


def _is_over(draft: Draft, date: DateMention, when: When, published: When) -> bool:
    """Tell whether a day is too early for a plan; a plan for today names the day behind it."""
    return when.last <= published.first and not _is_today(
        draft.line, draft.trigger.end, date, published
    )


def _is_today(line: Outline, end: int, date: DateMention, published: When) -> bool:
    """Tell whether a day behind a verb, in its clause, is the day of the report."""
    if date.finding.when != published or date.first < end:
        return False
    return not any(line.opener(token) for token in range(end, date.first))


def _is_ahead(draft: Draft, when: When, published: When) -> bool:
    """Tell whether a day lies ahead of the report; what a verb says is past may be a day later.

    A paper's clock is behind that of another continent, and its day of print behind its text.
    """
    if draft.kind is ActKind.TERMINATION and "present" in draft.sense.forms:
        return when.last > published.last  # "expires this month"
    told = draft.voice is Voice.ACTIVE and "past" in draft.sense.forms
    return (when.first - published.last).days > (1 if told else 0)


_HANDED_OVER = frozenset({ActKind.EXCHANGE, ActKind.DEPOSIT})
_BROUGHT_ABOUT = frozenset({ActKind.ENTRY_INTO_FORCE, ActKind.ACCESSION})


def _shared(drafts: list[Draft]) -> list[Draft]:
    """Give an undated act the date of the act it belongs to.

    Instruments are handed over on the day the agreement takes effect "after" or "when" they
    are; verbs joined by "and" share the date of the one beside them; what one verb does to
    several agreements has one date.
    """
    return [_lent(draft, drafts[at + 1 :], drafts) for at, draft in enumerate(drafts)]


def _lent(draft: Draft, later: Sequence[Draft], drafts: Sequence[Draft]) -> Draft:
    if draft.when is not None:
        return draft
    one = next((other for other in drafts if _of_one_verb(other, draft)), None)
    if one is not None:
        return replace(draft, when=one.when, phase=one.phase).noting("date: shared")
    if draft.kind in _HANDED_OVER:
        donors = [other for other in drafts if _brings(other, draft)]
    else:
        donors = [other for other in later if _joined(draft, other)]
    donor = min(donors, key=lambda d: abs(d.trigger.first - draft.trigger.first), default=None)
    if donor is None or donor.when is None:
        return draft
    return replace(draft, when=donor.when).noting("date: shared")


def _of_one_verb(other: Draft, draft: Draft) -> bool:
    """Tell whether one verb does the same to another agreement on a known day."""
    same = other.trigger.first == draft.trigger.first and other.kind is draft.kind
    return same and other.when is not None and other.link.key != draft.link.key


def _brings(effect: Draft, cause: Draft) -> bool:
    same = effect.link.key == cause.link.key and effect.status is cause.status
    same = same and not _is_later(cause)
    return same and effect.kind in _BROUGHT_ABOUT and cause.phase.opener in ("after", "while")


def _is_later(cause: Draft) -> bool:
    """Tell whether the effect came some time after its cause: "two months after they …"."""
    line, at = cause.line, cause.trigger.first
    while at > line.first and line.opener(at) not in ("after", "while"):
        at -= 1
    before = line.dates.get(at - 1)
    return before is not None and getattr(before.finding, "sense", "") == "duration"


def _joined(draft: Draft, other: Draft) -> bool:
    """Tell whether two verbs stand side by side, joined by "and"."""
    gap = range(draft.trigger.end, other.trigger.first)
    if other.when is None or draft.status is not other.status or not 0 < len(gap) <= JOINED:
        return False
    return any(draft.line.joins(token) for token in gap)
