"""The occasion of an act whose own sentence names no day: a visit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from traktat.lang.sentences import Sentence
from traktat.model.dates import When, from_to
from traktat.model.findings import DateFinding
from traktat.model.kinds import CONCLUSION, Status
from traktat.reading.acts.drafts import Draft
from traktat.reading.acts.outlines import Sources
from traktat.reading.acts.triggers import Voice
from traktat.reading.mentions import DateMention

FIRST_SENTENCES = 6  # in which a visit is told
VISIT_REACH = 8  # sentences from a visit to what is to be signed during it
LONGEST_VISIT = 14  # days


@dataclass(frozen=True, slots=True)
class Occasion:
    """A stretch of days, the sentence that tells of it, and the states named there."""

    at: int
    when: When
    states: frozenset[str]


def on_occasion(sources: Sources, drafts: Sequence[Draft]) -> list[Draft]:
    """Date what is to be made during a visit by the days of the visit."""
    if not any(_is_undated_plan(draft) for draft in drafts):
        return list(drafts)
    visits = list(_visits(sources))
    dated = {(d.link.key, d.kind, d.status) for d in drafts if d.when is not None}
    return [
        _during(sources, draft, visits)
        if _is_undated_plan(draft) and (draft.link.key, draft.kind, draft.status) not in dated
        else draft
        for draft in drafts
    ]


def _is_undated_plan(draft: Draft) -> bool:
    """Tell whether an agreement is to be made on a day its sentence does not name."""
    if draft.when is not None or draft.kind not in CONCLUSION or draft.status is not Status.PLANNED:
        return False
    plain = draft.voice is not Voice.NOUN and draft.phase.opener is None
    return plain and not draft.line.dates


def _during(sources: Sources, draft: Draft, visits: Sequence[Occasion]) -> Draft:
    """Give an act the days of the visit told last before it, if its parties are named there."""
    agreement = sources.agreements.by_key(draft.link.key)
    parties = set(agreement.parties) if agreement else set()
    here = draft.line.sentence.index
    for visit in reversed(visits):
        near = 0 <= here - visit.at <= VISIT_REACH
        if near and parties and parties <= visit.states:
            return replace(draft, when=visit.when).noting("date: visit")
    return draft


def _visits(sources: Sources) -> Iterator[Occasion]:
    """List the visits the first sentences tell of, with their days."""
    page = sources.page
    for sentence in page.sentences[:FIRST_SENTENCES]:
        if not any(page.marks.keyed("grammar", "visit", sentence.first, sentence.end)):
            continue
        when = _stay(sources, sentence)
        states = {n.state for n in sources.names.within(sentence.first, sentence.end) if n.state}
        if when is not None:
            yield Occasion(sentence.index, when, frozenset(states))


def _stay(sources: Sources, sentence: Sentence) -> When | None:
    """Give the only day or stretch of days of a sentence, as long as it says a visit lasts."""
    found = list(sources.dates.within(sentence.first, sentence.end))
    whens = [d.finding.when for d in found if isinstance(d.finding, DateFinding)]
    if len(whens) != 1 or (whens[0].last - whens[0].first).days > LONGEST_VISIT:
        return None
    days = next((n for item in found if (n := _days_long(sources, item))), 1)
    if not whens[0].is_day or days == 1:
        return whens[0]
    return from_to(whens[0].first, whens[0].first + timedelta(days=days - 1))


def _days_long(sources: Sources, item: DateMention) -> int:
    """Give how many days a time lasts: "three-day", "tiga hari"; 0 where it is no such time."""
    pack, words = sources.page.pack, sources.page.tokens.lower[item.first : item.end]
    if isinstance(item.finding, DateFinding) or item.finding.sense != "duration":
        return 0
    entries = pack.entries.get("dates", {})
    units = {**_values(entries, "unit"), **_values(entries, "units")}
    if not any(units.get(word) in ("day", "days") for word in words):
        return 0
    numbers = _values(entries, "number")
    counts = [int(word) if word.isdecimal() else numbers.get(word, 0) for word in words]
    days = max((int(count) for count in counts if isinstance(count, int)), default=0)
    return days if days <= LONGEST_VISIT else 0


def _values(entries: object, key: str) -> dict[str, object]:
    entry = entries.get(key, {}) if isinstance(entries, dict) else {}
    return dict(entry.get("values", {}))
