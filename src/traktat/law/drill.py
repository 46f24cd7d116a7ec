"""The drill: what an event on a day would oblige whom to do, and what it would not.

The answer rests on the standing of that day, on each clause as independent origins word it,
and on which side the event comes from. Doubtful wordings are shown, never followed blindly.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from traktat.law.circles import circle_of
from traktat.law.courses import ENDED, OPERATIVE, PENDING
from traktat.law.discretion import discretion_by
from traktat.law.events import Event, Question, question
from traktat.law.renditions import (
    Reading,
    doubts_on,
    is_contested,
    qualifiers_of,
    readings_of,
    support_of,
    timing_of,
)
from traktat.law.rulings import Effect, Ruling, Scene, Tie, notice_period, ruling_on, speaks_of
from traktat.law.standing import standing_on
from traktat.model.kinds import AgreementStatus, PartyStatus, ProvisionKind
from traktat.model.records import Drill, Duty, NotTriggered, Provision, Record, Standing
from traktat.sentences import Sentence, sentence

_TIED = frozenset({PartyStatus.BOUND, PartyStatus.NOTICE_GIVEN})

# Where no clause on leaving is told (VCLT 56(2)): at least twelve months' notice.
_DEFAULT_NOTICE = Provision(
    id="VCLT 56(2)", kind=ProvisionKind.WITHDRAWAL, timing="12-months", independent_origins=2
)


def drill(record: Record, *, event: str, by: str, on: str | None = None, day: date) -> Drill:
    """Tell what an event on a day obliges whom to do under an agreement, and what it does not.

    Reads the record's timeline, provisions, statements, parties and kind. `by` acts and `on`
    is struck; for `adverse-treaty`, `on` is the party whose interests the treaty infringes.
    """
    asked = question(event, by, on, day)
    standing = standing_on(
        day,
        record.timeline,
        parties=record.parties,
        provisions=record.provisions,
        kind=record.kind,
        agreement=record.id,
    )
    found = _findings(record.provisions, asked, standing, record.parties)
    answer = Drill(
        question=asked.shown(),
        standing=standing,
        verdict=_verdict(found, standing),
        duties=tuple(duty for one in found for duty in one.duties(Effect.OWED)),
        not_triggered=tuple(one.not_triggered for one in found if one.not_triggered),
        breaches=tuple(duty for one in found for duty in one.duties(Effect.BREACHED)),
        doubts=tuple(doubt for one in found for doubt in one.doubts) + _doubts(standing),
    )
    if not answer.duties:
        return answer
    return replace(answer, discretion=discretion_by(day, record.timeline, record.statements))


@dataclass(frozen=True, slots=True)
class _Finding:
    """What the drill finds for one clause."""

    clause: Provision
    ruling: Ruling
    contested: bool = False
    doubts: tuple[Sentence, ...] = ()

    def duties(self, effect: Effect) -> Iterable[Duty]:
        """Give the duties this clause calls up, or those it sees broken."""
        if self.ruling.effect is not effect:
            return ()
        return [
            Duty(
                debtor=debtor,
                creditor=creditor,
                provision=self.clause.id,
                force=self.clause.force,
                qualifiers=qualifiers_of(self.clause),
                timing=timing_of(self.clause),
                why=self.ruling.why,
                support=support_of(self.clause),
            )
            for debtor, creditor in self.ruling.pairs
        ]

    @property
    def not_triggered(self) -> NotTriggered | None:
        """Say why the clause stays untouched, if it does."""
        if self.ruling.effect is not Effect.UNTOUCHED:
            return None
        return NotTriggered(provision=self.clause.id, why=self.ruling.why)


def _findings(
    provisions: Iterable[Provision], asked: Question, standing: Standing, parties: tuple[str, ...]
) -> list[_Finding]:
    clauses = sorted(
        provisions, key=lambda one: (not speaks_of(one, asked), one.kind.value, one.id)
    )
    if not _may_operate(standing):
        ruling = Ruling(Effect.UNTOUCHED, _why_idle(standing))
        return [_Finding(clause, ruling) for clause in clauses]
    scene = Scene(asked, _ties(standing), others=circle_of(parties).others)
    found = [_finding(clause, scene) for clause in clauses]
    return found + _by_default(found, scene)


def _finding(clause: Provision, scene: Scene) -> _Finding:
    readings = readings_of(clause, scene)
    ruling = ruling_on(clause, scene)
    contested = is_contested(readings)
    if contested and ruling.effect is Effect.UNTOUCHED:
        ruling = _first_engaging(readings)
    engaged = ruling.effect is not Effect.UNTOUCHED
    speaks = engaged or any(reading.engages for reading in readings)
    doubts = tuple(doubts_on(clause, ruling, readings)) if speaks else ()
    return _Finding(clause, ruling, contested, doubts)


def _first_engaging(readings: list[Reading]) -> Ruling:
    return next(one.ruling for one in readings if one.engages and not one.is_doubtful)


def _by_default(found: list[_Finding], scene: Scene) -> list[_Finding]:
    """Add the notice that the law asks for where reports tell of no clause on leaving."""
    told = any(one.clause.kind is ProvisionKind.WITHDRAWAL for one in found)
    if scene.question.event is not Event.WITHDRAWAL_NOTICE or told:
        return []
    doubt = sentence(
        "no clause on leaving is told; without one, VCLT 56(2) asks for twelve months' notice"
    )
    return [_Finding(_DEFAULT_NOTICE, notice_period(_DEFAULT_NOTICE, scene), doubts=(doubt,))]


def _verdict(found: list[_Finding], standing: Standing) -> str:
    engaged = [one for one in found if one.ruling.effect is not Effect.UNTOUCHED]
    if any(one.contested for one in found):
        return "contested"
    if any(one.ruling.sure for one in engaged) and _surely_operates(standing):
        return "triggered"
    return "possible" if engaged else "not-triggered"


def _may_operate(standing: Standing) -> bool:
    return any(status in OPERATIVE for status in (standing.status, *standing.alternatives))


def _surely_operates(standing: Standing) -> bool:
    return all(status in OPERATIVE for status in (standing.status, *standing.alternatives))


def _ties(standing: Standing) -> tuple[tuple[str, Tie], ...]:
    possible = standing.possible_parties or {}
    codes = sorted({*standing.parties, *possible})
    return tuple((code, _tie(code, standing, possible.get(code, ()))) for code in codes)


def _tie(code: str, standing: Standing, possible: tuple[PartyStatus, ...]) -> Tie:
    """Tell whether a party owes performance: bound, or applying the agreement provisionally."""
    status = standing.parties.get(code, PartyStatus.NONE)
    provisional = AgreementStatus.PROVISIONALLY_APPLIED
    if standing.status is provisional:
        return Tie.NOT if status is PartyStatus.WITHDRAWN else Tie.BOUND
    if status in _TIED and _TIED.issuperset(possible):
        return Tie.BOUND
    if provisional in standing.alternatives or _TIED & {status, *possible}:
        return Tie.MAYBE
    return Tie.NOT


def _why_idle(standing: Standing) -> Sentence:
    status = standing.status
    if status in PENDING:
        return sentence(
            "not in force on that day ({status:standing}): only the interim duty of VCLT 18 holds",
            status=status,
        )
    if status is AgreementStatus.SUSPENDED:
        return sentence(
            "its operation is suspended on that day, which frees from performance (VCLT 72)"
        )
    if status in ENDED:
        return sentence("no longer binding on that day ({status:standing}; VCLT 70)", status=status)
    return sentence(
        "no report shows it in force on that day ({status:standing}; VCLT 24, 26)", status=status
    )


def _doubts(standing: Standing) -> tuple[Sentence, ...]:
    if standing.certain:
        return ()
    doubt = sentence(
        "the standing on that day is not certain: {status:standing}, or {others:standing}",
        status=standing.status,
        others=standing.alternatives,
    )
    return (doubt,)
