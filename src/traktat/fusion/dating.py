"""Which of several dates an act bears: rules that class two dates that exclude each other.

A rule looks at two values of one date and says why they differ and which one holds, if that
can be told. The first rule that knows an answer gives it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from traktat.fusion.clusters import gap, swapped
from traktat.fusion.dossiers import Dossier
from traktat.fusion.evidence import Voice
from traktat.model.dates import OPEN_END, When, compatible, narrowed, one_of
from traktat.model.findings import ActFinding
from traktat.model.kinds import DisagreementClass, Status
from traktat.sentences import Sentence, sentence

STALE = timedelta(days=30)  # after this, "this week" in a report was written for an older one
REPORTED_WITHIN = timedelta(days=3)  # news of an act is out by then

WEEKDAY_MISMATCH = "weekday-mismatch"  # the issue a reading raises
EXPLICIT = "explicit"  # the anchor of a date that needs none


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """Voices that give one act dates which can all be true, and what they leave possible."""

    when: When
    voices: tuple[Voice[ActFinding], ...]
    origins: int = 0


class Preference(NamedTuple):
    """Why two dates differ and which one holds (None: open), by which rule."""

    sort: DisagreementClass
    prefer: Dated | None
    why: Sentence
    rule: str


Rule = Callable[[Dossier, Dated, Dated], Preference | None]


def together(
    dossier: Dossier, voices: Iterable[Voice[ActFinding]]
) -> tuple[list[Dated], list[Voice[ActFinding]]]:
    """Put voices whose dates agree together; give those without a date apart.

    The sharpest dates are looked at first. A blunt one that fits several sharp ones goes to
    the one with most origins behind it.
    """
    by_value: dict[When, list[Voice[ActFinding]]] = {}
    undated: list[Voice[ActFinding]] = []
    for voice in voices:
        if voice.finding.date is None:
            undated.append(voice)
        else:
            by_value.setdefault(voice.finding.date, []).append(voice)
    groups: list[tuple[When, list[Voice[ActFinding]]]] = []
    blunt: list[When] = []
    for value in sorted(by_value, key=lambda one: (one.days, one.edtf)):
        fitting = [place for place, (when, _) in enumerate(groups) if compatible(when, value)]
        if len(fitting) > 1:
            blunt.append(value)
        elif fitting:
            when, members = groups[fitting[0]]
            groups[fitting[0]] = narrowed(when, value), [*members, *by_value[value]]
        else:
            groups.append((value, by_value[value]))
    dated = ranked(dossier, groups)
    for value in blunt:
        dated = _with_blunt(dossier, dated, value, by_value[value])
    return dated, undated


def ranked(dossier: Dossier, groups: Iterable[tuple[When, list[Voice[ActFinding]]]]) -> list[Dated]:
    """Put dates in the order of their independent origins, then reports, then sharpness."""
    found = [
        Dated(when, tuple(members), dossier.origins.corroboration(members).independent)
        for when, members in groups
    ]
    return sorted(
        found,
        key=lambda one: (
            -one.origins,
            -len({voice.report.id for voice in one.voices}),
            one.when.days,
            one.when.edtf,
        ),
    )


def _with_blunt(
    dossier: Dossier, dated: list[Dated], value: When, voices: list[Voice[ActFinding]]
) -> list[Dated]:
    first = next(place for place, one in enumerate(dated) if compatible(one.when, value))
    groups = [(one.when, list(one.voices)) for one in dated]
    groups[first] = narrowed(groups[first][0], value), [*groups[first][1], *voices]
    return ranked(dossier, groups)


def between(groups: Sequence[Dated]) -> When:
    """Give one unknown day among all values: what is known while the date is open."""
    return one_of(
        min(group.when.first for group in groups), max(group.when.last for group in groups)
    )


# Rules for two dates that exclude each other


def recycled_text(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """A "this week" that was written for an older report dates the act to its new report's week."""
    for stale, fresh in ((other, one), (one, other)):
        if all(_stale(dossier, voice, fresh.when) for voice in stale.voices):
            why = sentence(
                "{stale:day} comes from old text: by its report's day it would be {fresh:day}",
                stale=stale.when,
                fresh=fresh.when,
            )
            return Preference(DisagreementClass.RECYCLED_TEXT, fresh, why, "recycled-text")
    return None


def _stale(dossier: Dossier, voice: Voice[ActFinding], fresh: When) -> bool:
    """Tell whether a date counts from the day of its report, long after the act."""
    published = voice.published
    if published is None or voice.finding.date is None or fresh.last == OPEN_END:
        return False
    words = dossier.words_of_date(voice, voice.finding.date)
    if words is None or words.anchor == EXPLICIT or any(map(str.isdigit, words.quote)):
        return False
    return published - fresh.last > STALE and abs(voice.finding.date.last - published) <= STALE


def swapped_day_and_month(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """9/11 read as 11 September is the ninth of November: the likelier of the two holds."""
    if not (one.when.is_day and other.when.is_day and swapped(one.when.first) == other.when.first):
        return None
    why = sentence(
        "{other:day} is {one:day} with day and month exchanged", other=other.when, one=one.when
    )
    prefer = _likelier(dossier, one, other)
    return Preference(DisagreementClass.GARBLED_COPY, prefer, why, "day-month-swap")


def _likelier(dossier: Dossier, one: Dated, other: Dated) -> Dated | None:
    sound = [each for each in (one, other) if not _weekday_wrong(dossier, each)]
    if len(sound) == 1:
        return sound[0]
    possible = [each for each in (one, other) if not _too_late(each, (*one.voices, *other.voices))]
    if len(possible) == 1:
        return possible[0]
    return _stronger(one, other)


def _stronger(one: Dated, other: Dated) -> Dated | None:
    if one.origins == other.origins:
        return None
    return max((one, other), key=lambda each: each.origins)


def weekday_wrong(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """A date whose weekday is another day's is a misprint."""
    wrong = [each for each in (one, other) if _weekday_wrong(dossier, each)]
    if len(wrong) != 1:
        return None
    right = one if wrong[0] is other else other
    why = sentence("the weekday given with {day:day} is not that day's", day=wrong[0].when)
    return Preference(DisagreementClass.GARBLED_COPY, right, why, "weekday-mismatch")


def _weekday_wrong(dossier: Dossier, dated: Dated) -> bool:
    return all(
        words is not None and dossier.has_issue(voice, WEEKDAY_MISMATCH, words.span)
        for voice in dated.voices
        for words in [dossier.words_of_date(voice, voice.finding.date or dated.when)]
    )


def day_of_the_report(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """The day something was reported is not the day it happened."""
    del dossier
    later, earlier = (one, other) if one.when.first > other.when.first else (other, one)
    if not later.when.is_day or gap(earlier.when, later.when) > REPORTED_WITHIN:
        return None
    told = [_reported_on(voice, later.when.first) for voice in later.voices]
    printed = [_printed_on(voice, later.when.first) for voice in later.voices]
    if all(told) or (all(printed) and earlier.origins > later.origins):
        why = sentence(
            "{later:day} is the day of the report, {earlier:day} that of the act",
            later=later.when,
            earlier=earlier.when,
        )
        sort = DisagreementClass.DIFFERENT_PROPOSITIONS
        return Preference(sort, earlier, why, "report-day")
    return None


def _reported_on(voice: Voice[ActFinding], day: date) -> bool:
    return voice.finding.reported_on is not None and voice.finding.reported_on.first == day


def _printed_on(voice: Voice[ActFinding], day: date) -> bool:
    return voice.report.published is not None and voice.report.published.first == day


def already_reported(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """What a report of an earlier day says has happened cannot have happened later."""
    del dossier
    voices = (*one.voices, *other.voices)
    late = [each for each in (one, other) if _too_late(each, voices)]
    if len(late) != 1:
        return None
    right = one if late[0] is other else other
    why = sentence("it was reported before {day:day}", day=late[0].when)
    return Preference(DisagreementClass.CONTRADICTION, right, why, "reported-before")


def _too_late(dated: Dated, voices: Iterable[Voice[ActFinding]]) -> bool:
    days = [
        voice.published
        for voice in voices
        if voice.published and voice.finding.status is Status.OCCURRED
    ]
    return bool(days) and dated.when.first > min(days)


def slip_of_a_copy(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """A copy that differs from its parent is wrong where they differ."""
    for child, parent in ((other, one), (one, other)):
        families = {dossier.lineage.root.get(voice.report.id) for voice in parent.voices}
        oldest = min(dossier.lineage.age[voice.report.id] for voice in parent.voices)
        if all(
            dossier.lineage.root.get(voice.report.id) in families
            and dossier.lineage.age[voice.report.id] > oldest
            for voice in child.voices
        ):
            why = sentence(
                "{child:day} stands only in copies of a report that has {parent:day}",
                child=child.when,
                parent=parent.when,
            )
            return Preference(DisagreementClass.GARBLED_COPY, parent, why, "slip-of-a-copy")
    return None


def told_both_ways(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """Of two dates that one report gives, the one it gives more often, or more sharply, holds."""
    del dossier
    for lesser, held in ((other, one), (one, other)):
        reports = {voice.report.id for voice in lesser.voices}
        if not reports <= {voice.report.id for voice in held.voices}:
            continue
        own = [voice for voice in held.voices if voice.report.id in reports]
        if (len(own), -held.when.days) > (len(lesser.voices), -lesser.when.days):
            why = sentence(
                "the report that gives {lesser:day} gives {held:day} as well",
                lesser=lesser.when,
                held=held.when,
            )
            return Preference(DisagreementClass.CONTRADICTION, held, why, "told-both-ways")
    return None


def more_origins(dossier: Dossier, one: Dated, other: Dated) -> Preference | None:
    """The date with more independent origins holds; with as many on both sides it stays open."""
    del dossier
    prefer = _stronger(one, other)
    if prefer is None:
        why = sentence(
            "{one:day} and {other:day} have as many independent origins ({origins:number})",
            one=one.when,
            other=other.when,
            origins=one.origins,
        )
        return Preference(DisagreementClass.CONTRADICTION, None, why, "as-many-origins")
    lesser = other if prefer is one else one
    why = sentence(
        "{held:day} has {more:number} independent origins, {lesser:day} {fewer:number}",
        held=prefer.when,
        more=prefer.origins,
        lesser=lesser.when,
        fewer=lesser.origins,
    )
    return Preference(DisagreementClass.CONTRADICTION, prefer, why, "more-origins")


RULES: tuple[Rule, ...] = (
    recycled_text,
    swapped_day_and_month,
    weekday_wrong,
    day_of_the_report,
    slip_of_a_copy,
    already_reported,
    told_both_ways,
    more_origins,
)


def preferred(dossier: Dossier, one: Dated, other: Dated) -> Preference:
    """Class two dates that exclude each other."""
    for rule in RULES:
        found = rule(dossier, one, other)
        if found:
            return found
    raise AssertionError("the last rule always answers")
