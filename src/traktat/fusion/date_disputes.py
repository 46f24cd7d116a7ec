"""Rules for the dates and stages of acts: what excludes what, and what only came later."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from traktat.fusion.dating import Dated
from traktat.fusion.disputes import (
    Collected,
    about_act,
    by_value,
    dispute,
    edtf,
    first_told,
    stronger,
)
from traktat.fusion.happenings import AGAIN, FOR_EACH, Happening
from traktat.model.dates import compatible
from traktat.model.kinds import ActKind, DisagreementClass, Status
from traktat.model.records import Disagreement
from traktat.sentences import sentence

PREPARED = (ActKind.TEXT_AGREED, ActKind.INITIALLING)


def dates_that_exclude_each_other(found: Collected) -> Iterator[Disagreement]:
    """Two dates of one act cannot both be true; a rule says why they differ and which holds."""
    for happening in found.happenings:
        for rival, reason in happening.rivals:
            held = _held(happening, rival, reason.prefer)
            values = [
                (edtf(held.when), held.voices),
                (edtf(rival.when), rival.voices),
            ]
            yield dispute(
                about_act(happening, "date"),
                reason.sort,
                values,
                dossier=found.dossier,
                prefer=edtf(reason.prefer.when) if reason.prefer else None,
                why=reason.why,
                rule=reason.rule,
            )


def _held(happening: Happening, rival: Dated, preferred: Dated | None) -> Dated:
    if preferred is not None and preferred is not rival:
        return preferred
    return happening.dated or rival


def dates_of_unequal_sharpness(found: Collected) -> Iterator[Disagreement]:
    """A month and a day of that month do not disagree; the record takes the sharper."""
    for happening in found.happenings:
        if happening.dated is None:
            continue
        voices = happening.dated.voices
        values = by_value(voices, (edtf(voice.finding.date) for voice in voices))
        if len(values) > 1:
            yield dispute(
                about_act(happening, "date"),
                DisagreementClass.IMPRECISION,
                values.items(),
                dossier=found.dossier,
                prefer=edtf(happening.when),
                why=sentence("all of them can be {day:day}", day=happening.dated.when),
                rule="sharper-date",
            )


def planned_then_done(found: Collected) -> Iterator[Disagreement]:
    """What one report has as planned and a later one as done is progress."""
    for planned, done in _pairs(found, Status.PLANNED):
        if _is_late(planned, done):
            continue
        yield dispute(
            about_act(done, "status"),
            DisagreementClass.PROGRESSION,
            [(_status(planned), planned.voices), (_status(done), done.voices)],
            dossier=found.dossier,
            prefer=_status(done),
            why=sentence("planned when the one report came out, done when the other did"),
            rule="planned-then-done",
        )


def _is_late(planned: Happening, done: Happening) -> bool:
    """Tell whether a plan was first told after the day on which it had come about."""
    told = first_told(planned.voices)
    return bool(told and done.when and told > done.when.last)


def planned_after_done(found: Collected) -> Iterator[Disagreement]:
    """What an early report has as done, a later one cannot still have as planned."""
    for planned, done in _pairs(found, Status.PLANNED):
        if planned.act in AGAIN or not _is_late(planned, done):
            continue  # what can be done again is planned for the next time
        if planned.when and done.when and compatible(planned.when, done.when):
            continue
        reports = {voice.report.id for voice in done.told}
        if all(voice.report.id in reports for voice in planned.voices):
            continue  # "what was to be ratified has been ratified" is one account
        more = stronger(found.dossier, done.voices, planned.voices)
        yield dispute(
            about_act(done, "date" if planned.when else "status"),
            DisagreementClass.CONTRADICTION,
            [(_status(done), done.voices), (_status(planned), planned.voices)],
            dossier=found.dossier,
            prefer=None if more is None else _status(done if more else planned),
            why=sentence("told as planned in a report from after the day it was done"),
            rule="planned-after-done",
        )


def _status(happening: Happening) -> str:
    status = happening.status.value
    if happening.when is None:
        return status
    return sentence("{status:status} {day:day}", status=status, day=happening.when)


def _pairs(found: Collected, status: Status) -> Iterator[tuple[Happening, Happening]]:
    for one in found.happenings:
        if one.status is not status:
            continue
        done = [
            other
            for other in found.occurred(one.act)
            if _same_hands(found, one, other) and one.chamber in (None, other.chamber)
        ]
        if done:
            yield one, min(done, key=lambda other: (other.side != one.side, other.id))


def _same_hands(found: Collected, one: Happening, other: Happening) -> bool:
    """Tell whether two tellings can be of one step: among many each party takes its own."""
    if not found.dossier.bilateral and one.act in FOR_EACH:
        return one.side == other.side or bool(set(one.side) & set(other.side))
    return not one.side or not other.side or bool(set(one.side) & set(other.side))


def denied_and_done(found: Collected) -> Iterator[Disagreement]:
    """A "not yet" before the day of an act is progress, a denial after it a contradiction."""
    for denied, done in _pairs(found, Status.DENIED):
        values = [(_status(denied), denied.voices), (_status(done), done.voices)]
        told = first_told(denied.voices)
        if done.when and told and told <= done.when.last:
            yield dispute(
                about_act(done, "status"),
                DisagreementClass.PROGRESSION,
                values,
                dossier=found.dossier,
                prefer=_status(done),
                why=sentence(
                    "not yet done on {told:day}, done by {done:day}", told=told, done=done.when
                ),
                rule="not-yet-then-done",
            )
            continue
        more = stronger(found.dossier, done.voices, denied.voices)
        yield dispute(
            about_act(done, "status"),
            DisagreementClass.CONTRADICTION,
            values,
            dossier=found.dossier,
            prefer=None if more is None else _status(done if more else denied),
            why=sentence("one report has it as done, another says it was not"),
            rule="denied-and-done",
        )


def plans_that_moved(found: Collected) -> Iterator[Disagreement]:
    """A plan that names another day than an earlier plan has moved; the latest report holds."""
    plans: dict[tuple[ActKind, tuple[str, ...]], list[Happening]] = {}
    for one in found.happenings:
        if one.status is Status.PLANNED and one.when and one.act not in AGAIN:
            plans.setdefault((one.act, one.side), []).append(one)
    for moved in plans.values():
        if len(moved) < 2:
            continue
        ranked = sorted(moved, key=lambda one: (str(first_told(one.voices)), edtf(one.when)))
        yield dispute(
            about_act(ranked[-1], "plan"),
            DisagreementClass.PROGRESSION,
            [(edtf(one.when), one.voices) for one in ranked],
            dossier=found.dossier,
            prefer=edtf(ranked[-1].when),
            why=sentence("the day planned is another one in a later report"),
            rule="plan-moved",
        )


def two_chambers(found: Collected) -> Iterator[Disagreement]:
    """Two chambers vote on two days: a report that says only "parliament" means one of them."""
    votes = [one for one in found.occurred(ActKind.APPROVAL) if one.chamber and one.when]
    for one, other in combinations(votes, 2):
        if one.side != other.side or one.chamber is other.chamber:
            continue
        unstated = [v for v in (*one.voices, *other.voices) if v.finding.chamber is None]
        if unstated and one.when and other.when and not compatible(one.when, other.when):
            yield dispute(
                ":".join(["act", "approval", *one.side, "date"]),
                DisagreementClass.DIFFERENT_PROPOSITIONS,
                [(_in_chamber(each), each.voices) for each in (one, other)],
                dossier=found.dossier,
                prefer=None,
                why=sentence(
                    "two chambers voted on two days; both dates hold, each for its chamber"
                ),
                rule="two-chambers",
            )


def _in_chamber(vote: Happening) -> str:
    return sentence("{day:day} ({chamber:chamber})", day=edtf(vote.when), chamber=vote.chamber)


def day_of_report_and_day_of_act(found: Collected) -> Iterator[Disagreement]:
    """A report's day beside an act without a day of its own is not the day of the act."""
    for happening in found.occurred():
        voices = [
            voice
            for voice in happening.voices
            if voice.finding.reported_on and (happening.when is None or not happening.when.is_day)
        ]
        if voices and happening.dated is not None and happening.dated.when.is_day:
            continue
        for day, told in by_value(
            voices, (edtf(voice.finding.reported_on) for voice in voices)
        ).items():
            yield dispute(
                about_act(happening, "date"),
                DisagreementClass.DIFFERENT_PROPOSITIONS,
                [(edtf(happening.when), told), (sentence("reported {day:day}", day=day), told)],
                dossier=found.dossier,
                prefer=edtf(happening.when),
                why=sentence(
                    "{day:day} is the day it was reported; it happened on that day or before",
                    day=day,
                ),
                rule="report-day-and-event-day",
            )


def signed_and_prepared(found: Collected) -> Iterator[Disagreement]:
    """A text that one report has as ready and another as signed on one day took two steps."""
    for ready in found.occurred(*PREPARED):
        for signed in found.occurred(ActKind.SIGNATURE):
            if not (ready.when and signed.when and ready.when.is_day and signed.when.is_day):
                continue
            both = {v.report.id for v in signed.voices if v.finding.date == signed.when}
            if ready.when == signed.when and {v.report.id for v in ready.voices} - both:
                yield dispute(
                    "act:signature:status",
                    DisagreementClass.DIFFERENT_PROPOSITIONS,
                    [(_act(ready), ready.voices), (_act(signed), signed.voices)],
                    dossier=found.dossier,
                    prefer=_act(signed),
                    why=sentence(
                        "made ready and signed on {day:day}: two steps, not two versions",
                        day=signed.when,
                    ),
                    rule="signed-and-prepared",
                )


def _act(happening: Happening) -> str:
    return sentence("{act:deed}", act=happening.act)
