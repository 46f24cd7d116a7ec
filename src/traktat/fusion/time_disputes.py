"""Rules for times that cannot be true where they stand: old text, recency, anachronisms.

They look at times that stand beside an act in one sentence. What a time expression means comes
from the reading (`TimeFinding.sense`), never from words known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from traktat.fusion.disputes import Collected, about_act, dispute, edtf
from traktat.fusion.dossiers import Dossier, apart
from traktat.fusion.evidence import Voice
from traktat.fusion.happenings import Happening
from traktat.model.dates import OPEN_END, OPEN_START, When
from traktat.model.findings import (
    ActFinding,
    ClaimFinding,
    DateFinding,
    EventFinding,
    TimeFinding,
)
from traktat.model.kinds import DisagreementClass, Status
from traktat.model.records import Disagreement
from traktat.model.spans import Span
from traktat.sentences import Sentence, sentence

STALE = timedelta(days=30)  # after this "this week" and "just" are no longer true
BESIDE = 160  # characters within which two findings stand in one sentence

PARAGRAPH = "paragraph"  # the anchor of a date that counts from its paragraph's own day
RECENT = frozenset({"recent", "now"})
AMID = frozenset({"amid", "during"})
ERA = "era"

Telling = Voice[ActFinding]


def _last_day(happening: Happening) -> date | None:
    when = happening.when
    return when.last if when and when.last != OPEN_END else None


def _voices(found: Collected) -> Iterator[tuple[Happening, Telling]]:
    for happening in found.occurred():
        for voice in happening.told:
            yield happening, voice


def stale_text(found: Collected) -> Iterator[Disagreement]:
    """A "this week" in a report that came out long after that week is old text used again."""
    for happening, voice in _voices(found):
        when, published = voice.finding.date, voice.published
        if when is None or published is None or published - when.last <= STALE:
            continue
        words = found.dossier.words_of_date(voice, when)
        if words is None or words.anchor != PARAGRAPH or any(map(str.isdigit, words.quote)):
            continue
        yield dispute(
            about_act(happening, "date"),
            DisagreementClass.RECYCLED_TEXT,
            [(edtf(happening.when), happening.voices), (_quoted(words, published), [voice])],
            dossier=found.dossier,
            prefer=edtf(happening.when),
            why=sentence(
                "{quote:quoted} was written for {when:day}, long before {published:day}",
                quote=words.quote,
                when=when,
                published=published,
            ),
            rule="stale-text",
        )


def _quoted(words: DateFinding | TimeFinding, day: object) -> Sentence:
    return sentence("{quote} ({day:day})", quote=words.quote, day=day or "undated")


def vague_recency(found: Collected) -> Iterator[Disagreement]:
    """An act said to have just happened, long after its day, is only vaguely dated."""
    for happening, voice in _voices(found):
        day, published = _last_day(happening), voice.published
        if day is None or published is None or published - day <= STALE:
            continue
        for words in _times_beside(found.dossier, voice.report.id, voice.finding.span, RECENT):
            yield dispute(
                about_act(happening, "date"),
                DisagreementClass.IMPRECISION,
                [
                    (edtf(happening.when), happening.voices),
                    (_quoted(words, published), [voice]),
                ],
                dossier=found.dossier,
                prefer=edtf(happening.when),
                why=sentence(
                    "{quote:quoted} is said {days:number} days after the act",
                    quote=words.quote,
                    days=(published - day).days,
                ),
                rule="vague-recency",
            )
            break


def _times_beside(
    dossier: Dossier, report: str, span: Span, senses: Iterable[str]
) -> Iterator[TimeFinding]:
    for one in dossier.evidence[report].times:
        if one.sense in senses and _beside(dossier, report, one.span, span):
            yield one


def _beside(dossier: Dossier, report: str, one: Span, other: Span) -> bool:
    """Tell whether two stretches stand close together with no end of a paragraph between them."""
    if apart(one, other) > BESIDE:
        return False
    text = dossier.evidence[report].report.text
    start, end = min(one.end, other.end), max(one.start, other.start)
    return "\n" not in text[start:end] and ". " not in text[start:end]


def amid_later_events(found: Collected) -> Iterator[Disagreement]:
    """An act said to come amid claims or events that began much later is misplaced in time."""
    if not any(time.sense in AMID for one in found.dossier.evidence.values() for time in one.times):
        return
    begun = _begun(found)
    for happening, voice in _voices(found):
        day, report = _last_day(happening), voice.report.id
        for words in _times_beside(found.dossier, report, voice.finding.span, AMID):
            for other, first in begun.get(report, ()):
                near = _beside(found.dossier, report, words.span, other.finding.span)
                if near and day and first - day > STALE:
                    yield _misplaced(found, happening, voice, other, first)


Later = Voice[ClaimFinding] | Voice[EventFinding]


def _begun(found: Collected) -> dict[str, list[tuple[Later, date]]]:
    """Give, by report, its claims and events with the first day on which they are known."""
    topics: dict[tuple[str, ...], date] = {}
    for entry in found.entries:
        days = [_first(voice.finding.date) or voice.published for voice in entry.voices]
        for day in filter(None, days):
            topics[entry.topic] = min(day, topics.get(entry.topic, day))
    out: dict[str, list[tuple[Later, date]]] = {}
    for entry in found.entries:
        for voice in entry.voices:
            if entry.topic in topics:
                out.setdefault(voice.report.id, []).append((voice, topics[entry.topic]))
    for report, evidence in found.dossier.evidence.items():
        for event in evidence.events:
            first = _first(event.finding.date)
            if first:
                out.setdefault(report, []).append((event, first))
    return out


def _first(when: When | None) -> date | None:
    return when.first if when and when.first != OPEN_START else None


def _misplaced(
    found: Collected,
    happening: Happening,
    voice: Telling,
    other: Later,
    first: date,
) -> Disagreement:
    return dispute(
        about_act(happening, "date"),
        DisagreementClass.ANACHRONISM,
        [
            (edtf(happening.when), [voice]),
            (sentence("amid what began {day:day}", day=first), [other]),
        ],
        dossier=found.dossier,
        prefer=edtf(happening.when),
        why=sentence("what it is said to come amid is first known from {day:day}", day=first),
        rule="amid-later-events",
    )


def older_than_its_era(found: Collected) -> Iterator[Disagreement]:
    """An act that one sentence puts after an era it precedes is misplaced in time."""
    for report, evidence in found.dossier.evidence.items():
        for words in evidence.times:
            if words.sense != ERA or words.when is None or words.when.first == OPEN_START:
                continue
            for voice in evidence.acts:
                act = voice.finding
                if act.status is not Status.OCCURRED or act.date is None or act.date.is_open:
                    continue
                near = _beside(found.dossier, report, words.span, act.span)
                if near and act.date.last < words.when.first:
                    yield _before_its_era(found, voice, words)


def _before_its_era(found: Collected, voice: Telling, words: TimeFinding) -> Disagreement:
    return dispute(
        f"act:{voice.finding.act.value}:date",
        DisagreementClass.ANACHRONISM,
        [(edtf(voice.finding.date), [voice]), (_quoted(words, words.when), [voice])],
        dossier=found.dossier,
        prefer=edtf(voice.finding.date),
        why=sentence(
            "{day:day} lies before the time named in the same sentence",
            day=edtf(voice.finding.date),
        ),
        rule="older-than-its-era",
    )
