"""Which date belongs to which act: all acts and dates of a sentence weighed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from traktat.lang import Mark
from traktat.model.dates import When, until
from traktat.model.findings import DateFinding
from traktat.model.kinds import ActKind, Status
from traktat.reading.acts.actors import Actors
from traktat.reading.acts.adjuncts import BEFORE_A_PLAN
from traktat.reading.acts.changes import SETTLED, SETTLING
from traktat.reading.acts.costs import FARTHEST, LONELY, Slot, cost, is_past_plan, is_today
from traktat.reading.acts.deadlines import before_event, is_deadline, sharper
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Outline
from traktat.reading.acts.triggers import Voice, verb_group
from traktat.reading.mentions import DateMention

EFFECT_REACH = 6  # words from "exchanged" to what the notes do
LIMIT_REACH = 24  # words from "extended" to the day until which
PUT_OFF = 12  # words from "postponed" to the day until which
LAW_NUMBER = 4  # words of "Peraturan Presiden Nomor" before the number of a law
LAW_DAY = 5  # words from that number to the day of the law
LAW_REACH = 8  # words between signing a law and what the law does
_OF_LAWS = frozenset({ActKind.SIGNATURE, ActKind.APPROVAL, ActKind.RATIFICATION})
OWN_DAY = 8  # words of "disimpan di Jenewa pada" between a verb and its day
TRIED = 5  # words of "failed on Monday to" before what failed
JOINED = 3  # words between two verbs that share a date
AS_NEAR = 2.0  # places a date is as near to

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
    fit = [slot for slot in slots if not is_past_plan(line, slot, date)]
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
        and not _is_period(line, item)
        and not _is_length(line, item)
    ]


def _is_period(line: Outline, date: DateMention) -> bool:
    """Tell whether years only say how long something is meant for: "a plan for 2022-2025"."""
    when, before = date.finding.when, date.first - 1
    if when is None or before < line.first or not line.has(before, "of", "purpose", "toward"):
        return False
    return when.first.year < when.last.year


def _is_length(line: Outline, date: DateMention) -> bool:
    """Tell whether words only say for how long more: "diperpanjang dua tahun lagi"."""
    page, first = line.sources.page, date.first
    numbers = page.pack.entry("dates", "number").get("values", {})
    counted = line.words[first].isdecimal() or line.lower[first] in numbers
    units = page.pack.entry("dates", "unit").get("values", {})
    if not counted or first + 1 >= line.end or line.lower[first + 1] not in units:
        return False
    marks = page.marks.keyed("acts", ActKind.EXTENSION, line.first, first)
    return any(mark.end == first for mark in marks)


def _is_dateline(line: Outline, date: DateMention) -> bool:
    """Tell whether a date is that of the dateline: the day of writing, not of an act."""
    dateline = line.sources.page.report.dateline
    return dateline is not None and date.finding.span.end <= dateline.end


def _is_limit(line: Outline, date: DateMention) -> bool:
    """Tell whether a date is the day up to which something holds: "extended until May"."""
    before = date.first - 1
    if before < line.first or not (line.has(before, "until") or _is_extended_to(line, before)):
        return False
    if _until_then(line, date):
        return False
    if line.any_tag(max(line.first, before - PUT_OFF), before, "awaiting"):
        return False  # "put off the signing of the pact until June"
    return not line.any_tag(line.first, before, "negation", "not_yet")


def _is_extended_to(line: Outline, at: int) -> bool:
    """Tell whether "to" leads to the day until which something was extended."""
    if not line.has(at, "purpose"):
        return False
    return any(line.sources.page.marks.keyed("acts", ActKind.EXTENSION, at - 1, at))


def _until_then(line: Outline, date: DateMention) -> bool:
    """Tell whether the words before a day say that an agreement ends then: "in force until"."""
    marks = line.sources.page.marks.within("acts", line.first, date.first)
    return any(mark.end == date.first and mark.field == "dated_words" for mark in marks)


def names_agreement(line: Outline, date: DateMention) -> bool:
    """Tell whether a date only names an agreement: "the 1987 treaty"."""
    if date.first in line.agreements or _describes(line, date):
        return True
    of_year = line.has(date.first - 1, "of") and line.words[date.first].isdigit()
    if of_year and (date.first - 2 in line.agreements or _names_law(line, date.first - 2)):
        return True  # "the treaty of 1949", "under the Energy Act of 1954"
    if _numbers_law(line, date.first):
        return True
    after = line.agreements.get(date.end)
    if after is None or after.first != date.end:
        return False
    return not (date.first > line.first and line.has(date.first - 1, "in", "preposition"))


def _names_law(line: Outline, at: int) -> bool:
    """Tell whether a law is named by its year."""
    if at <= line.first or not line.words[at].istitle() or not line.words[at - 1].istitle():
        return False
    return any(line.sources.page.marks.keyed("grammar", "law", at, at + 1))


def _numbers_law(line: Outline, year: int) -> bool:
    """Tell whether a year numbers a law that has a day: "Regulation No. 3 of 2017, on 11 May"."""
    number = year - 2
    low = number - LAW_NUMBER
    if low < line.first or not (line.words[number].isdigit() and line.words[year].isdigit()):
        return False
    law = any(line.sources.page.marks.keyed("grammar", "law", low, number))
    return law and any(token in line.dates for token in range(year + 1, year + LAW_DAY))


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


def dated(line: Outline, drafts: Sequence[Draft]) -> list[Draft]:
    """Share the dates of a sentence out among its acts and its verbs of saying."""
    if not drafts or not line.dates:
        return list(drafts)
    slots = [
        Slot(
            draft.trigger.first,
            draft.trigger.end,
            at,
            status=Status.OCCURRED if _is_done_before(line, draft) else draft.status,
            at_once=draft.kind in AT_ONCE,
            later=draft.phase.rule == "allowed",
        )
        for at, draft in enumerate(drafts)
    ]
    slots += [law for slot in slots if (law := _law(line, slot)) is not None]
    agreed = any(draft.phase.rule in SETTLED for draft in drafts)
    own = SETTLING if agreed else frozenset()
    if any(draft.kind is ActKind.NOTIFICATION for draft in drafts):
        own |= {ActKind.NOTIFICATION}  # "in a note sent on Monday, Norland told Sarvia that"
    given, said = assign(line, [*slots, *_rivals(line, slots, own), *_announced(line, drafts)])
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
    return [*_shared(out), *_ends(line, out), *_of_times(line, out, taken)]


def _of_times(line: Outline, drafts: Sequence[Draft], taken: Set[int]) -> Iterator[Draft]:
    """Give an act that was done several times once for each day: "amended in 1985 and 1994"."""
    for draft in drafts:
        at = draft.when_at[1] if draft.when_at and draft.kind in _REPEATED else None
        while at is not None:
            day = joined_day(line, at)
            free = day is not None and day.first not in taken and not _opens_deed(line, day.end)
            if day is None or not free or draft.status is not Status.OCCURRED:
                break
            yield replace(draft, when=day.finding.when, when_at=(day.first, day.end))
            at = day.end


def _opens_deed(line: Outline, at: int) -> bool:
    """Tell whether another deed follows a day: "in 2007, and in 2015 announced its exit"."""
    said = at in line.saying or (at < line.end and line.has(at, "announced"))
    return said or any(
        _is_verb(mark) for mark in line.sources.page.marks.within("acts", at, at + 1)
    )


def joined_day(line: Outline, at: int) -> DateMention | None:
    """Give the day that "and" or a comma joins to the one before: ", 1994 and in 2001"."""
    first = at
    while at < line.end and (line.words[at] == "," or line.joins(at)):
        at += 1
    day = line.dates.get(at + line.has(at, "in")) if at > first else None
    return day if day is not None and isinstance(day.finding, DateFinding) else None


_REPEATED = frozenset({ActKind.AMENDMENT, ActKind.EXTENSION, ActKind.SUSPENSION})
"""Acts that are done to one agreement more than once."""


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


def _rivals(line: Outline, slots: Sequence[Slot], own: frozenset[ActKind]) -> list[Slot]:
    """Give the other verbs, which have days of their own: of saying, and of what is no act.

    Verbs of the sorts in `own` are no rivals: what was agreed was done on the day of "agreed".
    """
    taken = {token for slot in slots for token in range(slot.first, slot.end)}
    marks = line.sources.page.marks.of("acts", line.sentence)
    others = {mark.first for mark in marks if _is_verb(mark)}
    others -= {mark.first for mark in marks if mark.key in own}
    others -= line.saying | set(line.agreements)
    others = {token for token in others if not line.words[token - 1][0].isdigit()}  # "40 votes"
    others = {token for token in others if not line.has(token, "announced", "holding", "attended")}
    others = {token for token in others if not line.has(token - 1, "purpose")}  # "untuk mengakhiri"
    return [
        Slot(token, token + 1, dated_behind=token in others)
        for token in sorted((others | line.saying) - taken - line.dates.keys())
        if not line.has(token - 1, "manner")  # "memberi tahu secara tertulis"
        and not line.has(token, "future")  # "diharapkan bulan depan"
    ]


def _announced(line: Outline, drafts: Sequence[Draft]) -> Iterator[Slot]:
    """Give the verbs of announcing with a day of their own: "announced Thursday that it will".

    What is announced as done is done on that day, as far as the report tells.
    """
    if any(draft.status is Status.OCCURRED for draft in drafts):
        return
    for token in range(line.first, line.end - 1):
        day = line.dates.get(token + 1 + line.has(token + 1, "in"))
        if day is None or day.end >= line.end or not line.has(token, "announced"):
            continue
        if line.has(day.end, *_CLAUSE) or day.end in line.names:
            yield Slot(token, token + 1)


_CLAUSE = ("that", "it", "they", "he", "we")
"""Grammar entries of words that open what is announced."""


def _is_verb(mark: Mark) -> bool:
    finite = {"active", "passive", "past", "present"}
    other = mark.field.endswith("nouns") or mark.field in ("truce_verbs", "outlook_verbs")
    return bool(finite & set(mark.forms)) and not other


def _judged(line: Outline, draft: Draft, date: DateMention) -> Draft:
    """Let date and phase agree: what is still ahead of the report is planned."""
    when = date.finding.when
    published = line.sources.page.report.published
    if when is None or (draft.status is Status.DENIED and not _is_of_failure(draft, date)):
        return draft
    if _is_done_before(line, draft):
        draft = replace(draft, phase=replace(draft.phase, status=Status.OCCURRED))
    if published is not None:
        if draft.status is Status.OCCURRED and _is_ahead(draft, when, published):
            draft = replace(draft, phase=replace(draft.phase, status=Status.PLANNED))
        elif draft.status is Status.PLANNED and _is_over(draft, date, when, published):
            return draft
    if draft.status is Status.PLANNED and is_deadline(line, date):
        when = until(when)
    found = replace(draft, when=when, when_at=(date.first, date.end))
    return found.noting("date: nearest by clause")


def _is_done_before(line: Outline, draft: Draft) -> bool:
    """Tell whether what comes before a plan has a day that is over: "setelah … pada 6 Maret"."""
    published = line.sources.page.report.published
    if draft.phase.rule != BEFORE_A_PLAN or published is None:
        return False
    end = min(line.end, draft.trigger.end + OWN_DAY)
    for token in range(draft.trigger.end, end):
        if line.words[token] == "," or line.opener(token):
            return False
        day = line.dates.get(token)
        if day is not None:
            return day.finding.when is not None and day.finding.when.last <= published.last
    return False


def _is_of_failure(draft: Draft, date: DateMention) -> bool:
    """Tell whether a day is that on which something failed: "gagal meloloskannya pada Selasa"."""
    line, when, first = draft.line, date.finding.when, draft.trigger.first
    published = line.sources.page.report.published
    over = published is not None and when is not None and when.last <= published.last
    return over and line.any_tag(max(line.first, first - TRIED), first, "in_vain")


def _is_over(draft: Draft, date: DateMention, when: When, published: When) -> bool:
    """Tell whether a day is too early for a plan; a plan for today names the day behind it."""
    return when.last <= published.first and not is_today(
        draft.line, draft.trigger.end, date, published
    )


def _is_ahead(draft: Draft, when: When, published: When) -> bool:
    """Tell whether a day lies ahead of the report; what a verb says is past may be a day later.

    A paper's clock is behind that of another continent, and its day of print behind its text.
    """
    if draft.kind is ActKind.TERMINATION and "present" in draft.sense.forms:
        return when.last > published.last  # "expires this month"
    told = draft.voice is Voice.ACTIVE and "past" in draft.sense.forms
    if draft.voice is Voice.PASSIVE:
        first = draft.trigger.first
        told = draft.line.any_tag(verb_group(draft.line, first), first, "was")
        told = told or first == draft.line.first  # "Signed in Rome this first day of May"
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
    elif draft.kind is ActKind.ENTRY_INTO_FORCE:
        donors = [d for d in drafts if d.kind in _HANDED_OVER and _tells_effect(d, draft)]
        donors += [other for other in later if _joined(draft, other)]
    elif draft.kind is ActKind.AMENDMENT:
        donors = [other for other in later if _joined(draft, other) or _amends(draft, other)]
    else:
        donors = [other for other in later if _joined(draft, other)]
        donors += [other for other in drafts if _opens_with_day(other, draft)]
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
    led = cause.phase.opener in ("after", "while") or _tells_effect(cause, effect)
    return same and effect.kind in _BROUGHT_ABOUT and led


def _tells_effect(cause: Draft, effect: Draft) -> bool:
    """Tell whether a clause says what papers do: "exchanged notes that bring it into force"."""
    line, gap = cause.line, range(cause.trigger.end, effect.trigger.first)
    return 0 < len(gap) <= EFFECT_REACH and any(line.has(token, "relative") for token in gap)


def _is_later(cause: Draft) -> bool:
    """Tell whether the effect came some time after its cause: "two months after they …"."""
    line, at = cause.line, cause.trigger.first
    while at > line.first and line.opener(at) not in ("after", "while"):
        at -= 1
    before = line.dates.get(at - 1)
    return before is not None and getattr(before.finding, "sense", "") == "duration"


def _amends(draft: Draft, other: Draft) -> bool:
    """Tell whether a paper changes an agreement the day it is signed: "diubah melalui protokol"."""
    if draft.voice is not Voice.PASSIVE or other.kind is not ActKind.SIGNATURE:
        return False
    line, gap = draft.line, range(draft.trigger.end, other.trigger.first)
    paper = any(t in line.agreements and line.agreements[t].form == "protocol" for t in gap)
    return paper and draft.status is other.status and other.when is not None


def _opens_with_day(donor: Draft, draft: Draft) -> bool:
    """Tell whether the day before a verb is that of the next too: "On Friday A signed and …"."""
    if donor.when_at is None or donor.when_at[0] > donor.trigger.first:
        return False
    return _joined(replace(donor, when=None), replace(draft, when=donor.when))


def _joined(draft: Draft, other: Draft) -> bool:
    """Tell whether two verbs stand side by side, joined by "and"."""
    gap = range(draft.trigger.end, other.trigger.first)
    if other.when is None or draft.status is not other.status or not 0 < len(gap) <= JOINED:
        return False
    line = draft.line
    return any(line.joins(token) and token + 1 not in line.names for token in gap)
